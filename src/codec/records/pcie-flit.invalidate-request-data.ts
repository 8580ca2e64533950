// Generated from src/spec/pcie-flit.ts by `npm run generate`; do not edit.
import { invalidateRequestData as layout } from '../../spec/pcie-flit.ts'
import type { Bits } from '../../spec/vocabulary.ts'
import { decodeColumns } from '../columns.ts'
import type { ColumnKernel, ColumnsOptions, ColumnsResult } from '../columns.ts'
import { inspectRecord } from '../inspect.ts'
import type { Inspection } from '../inspect.ts'
import { HIGH, LOW, bit, flag, fromHalves, high, intoHalves, low, lookForWriting, memoryOf, readBytes, readView, scratch, storeBig, writeBytes, writeView } from '../memory.ts'
import * as reference from '../reference.ts'
import type { DecodeOptions, Result } from '../reference.ts'
import { RecordView } from '../view.ts'
import type { View, ViewClass } from '../view.ts'

/** The message of `pcie-flit.invalidate-request-data`: Invalidate Request Message in flit mode, data. PCIe Base Specification 6.x, 10.3.1. */
export interface PcieFlitInvalidateRequestData {
  /**
   * Untranslated Address[63:12]; with S, its low bits that are 1 give the size of the range.
   * Bits: `DW0[31:0] DW1[31:12]`; byte address; a multiple of 4096n. PCIe Base Specification 6.x, 10.3.1.
   */
  address: bigint
  /**
   * S: the range is larger than 4 KiB.
   * Bits: `DW1[11]`. PCIe Base Specification 6.x, 10.3.1.
   */
  size: boolean
  /**
   * G, Global Invalidate: hits every PASID; ignored unless the function supports it.
   * Bits: `DW1[0]`. PCIe Base Specification 6.x, 10.3.1.
   */
  global: boolean
}

/** What `encode` takes. */
export type PcieFlitInvalidateRequestDataInit = PcieFlitInvalidateRequestData

/** One typed array per field. */
export interface PcieFlitInvalidateRequestDataColumns {
  address: BigUint64Array
  size: Uint8Array
  global: Uint8Array
}

let table: Bits | undefined

/** The bits of the record, for the reference codec; made when they are first asked for. */
function bits(): Bits {
  return (table ??= {
    id: 'pcie-flit.invalidate-request-data', bytes: 8, word: 4, order: 'big', label: 'DW',
    fields: {
      address: { at: [[0, 31, 0], [1, 31, 12]], as: 'page' },
      size: { at: [[1, 11, 11]], as: 'flag' },
      global: { at: [[1, 0, 0]], as: 'flag' },
    },
    fixed: {
    },
    reserved: [[1, 10, 1]],
  })
}

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): PcieFlitInvalidateRequestData | undefined {
  if (!(bytes instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > bytes.length - 8) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 8)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, false)
  const w1 = memory.getInt32(at + 4, false)
  const reserved = options?.reserved
  if (reserved !== undefined && reserved !== 'reject' && reserved !== 'ignore') return undefined
  if ((w1 & 0x7fe) !== 0 && reserved !== 'ignore') return undefined
  return {
    address: fromHalves(w1 & 0xfffff000, w0),
    size: flag((w1 >>> 11) & 1),
    global: flag(w1 & 1),
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: PcieFlitInvalidateRequestDataInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  if (!intoHalves(message.address)) return false
  const $addresslow = low()
  const $addresshigh = high()
  if (($addresslow & 0xfff) !== 0) return false
  const $size = bit(message.size)
  const $global = bit(message.global)
  if (($size | $global) < 0) return false
  if (!(target instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > target.length - 8) return false
  const w0 = $addresshigh
  const w1 = ($addresslow & 0xfffff000) | ($size << 11) | $global
  if (target === writeBytes || lookForWriting(target)) {
    writeView.setInt32(offset, w0, false)
    writeView.setInt32(offset + 4, w1, false)
  } else {
    storeBig(target, offset, w0)
    storeBig(target, offset + 4, w1)
  }
  return true
}

function viewClass(): ViewClass {
  return class extends RecordView {
    get address(): bigint { return fromHalves(this.memory.getInt32(this.offset + 4, false) & 0xfffff000, this.memory.getInt32(this.offset, false)) }
    get size(): boolean { return ((this.memory.getInt32(this.offset + 4, false) >>> 11) & 1) !== 0 }
    get global(): boolean { return (this.memory.getInt32(this.offset + 4, false) & 1) !== 0 }
  }
}

function kernel(block: number): ColumnKernel {
  const input = new Uint8Array(block * 8)
  const memory = new DataView(input.buffer)
  const $address = new BigUint64Array(block)
  const $addresshalves = new Int32Array($address.buffer)
  const $size = new Uint8Array(block)
  const $global = new Uint8Array(block)
  function run(count: number): number {
    let bad = 0
    for (let i = 0, at = 0; i < count; i++, at += 8) {
      const w0 = memory.getInt32(at, false)
      const w1 = memory.getInt32(at + 4, false)
      bad |= w1 & 0x7fe
      $addresshalves[2 * i + LOW] = w1 & 0xfffff000
      $addresshalves[2 * i + HIGH] = w0
      $size[i] = (w1 >>> 11) & 1
      $global[i] = w1 & 1
    }
    return bad
  }
  return { input, output: { address: $address, size: $size, global: $global }, run }
}

export { layout }

/** Id of the record. */
export const id = 'pcie-flit.invalidate-request-data'

/** Size of the record in bytes. */
export const bytes = 8

/**
 * Decodes the Invalidate Request Message in flit mode, data at `offset`. What it accepts, `encode` gives back bit for bit.
 * @param offset in bytes, from 0; no alignment is asked for
 * @throws {CodecError} `truncated`, `fixed`, `reserved`; `type` or `range` for wrong arguments
 */
export function decode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): PcieFlitInvalidateRequestData {
  return read(bytes, offset, options) ?? (reference.decode(bits(), bytes, offset, options) as unknown as PcieFlitInvalidateRequestData)
}

/** `decode`, with its error as a result. Never throws. */
export function tryDecode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): Result<PcieFlitInvalidateRequestData> {
  const message = ArrayBuffer.isView(bytes) ? read(bytes, offset, options) : undefined
  return message === undefined ? reference.tryDecode(bits(), bytes, offset, options) : { ok: true, message }
}

/** Takes the record apart: every bit, and what is wrong with it. Never throws; short input gives what is there. */
export function inspect(bytes: Uint8Array, offset = 0): Inspection {
  return inspectRecord(layout, bytes, offset)
}

/**
 * Encodes a message into a fresh array of 8 bytes.
 * @throws {CodecError} `type` or `range`, naming field, bits, limit and value; nothing is truncated
 */
export function encode(message: PcieFlitInvalidateRequestDataInit): Uint8Array {
  const bytes = new Uint8Array(8)
  return write(message, bytes, 0) ? bytes : reference.encode(bits(), message)
}

/**
 * Writes all 8 bytes of the record at `offset` of `target`, or throws before the first.
 * @returns 8
 * @throws {CodecError} as `encode`; `truncated` where `target` has no room
 */
export function encodeInto(message: PcieFlitInvalidateRequestDataInit, target: Uint8Array, offset = 0): number {
  return write(message, target, offset) ? 8 : reference.encodeInto(bits(), message, target, offset)
}

let Class: ViewClass | undefined

/**
 * A view with a getter per field, which reads when it is asked. Nothing is copied, and nothing but the length is checked.
 * @throws {CodecError} `truncated`, `type` or `range`
 */
export function view(bytes: Uint8Array, offset = 0): Readonly<PcieFlitInvalidateRequestData> & View {
  return new (Class ??= viewClass())(bits(), bytes, offset) as unknown as Readonly<PcieFlitInvalidateRequestData> & View
}

let loop: ColumnKernel | undefined

/**
 * Decodes many consecutive records into typed arrays, one per field.
 * @throws {CodecError} `truncated` where `count` records are not there; `type` or `range` for wrong options
 */
export function columns(bytes: Uint8Array, options: ColumnsOptions<PcieFlitInvalidateRequestDataColumns> = {}): ColumnsResult<PcieFlitInvalidateRequestDataColumns> {
  return decodeColumns(bits(), bytes, options, (block) => (loop ??= kernel(block)))
}

/** The generated codec before it declines to the reference, for proofs that it really ran. */
export const generated = { read, write }
