// Generated from src/spec/pcie.ts by `npm run generate`; do not edit.
import { pasidPrefix as layout } from '../../spec/pcie.ts'
import type { Bits } from '../../spec/vocabulary.ts'
import { decodeColumns } from '../columns.ts'
import type { ColumnKernel, ColumnsOptions, ColumnsResult } from '../columns.ts'
import { inspectRecord } from '../inspect.ts'
import type { Inspection } from '../inspect.ts'
import { bit, flag, lookForWriting, memoryOf, readBytes, readView, scratch, storeBig, writeBytes, writeView } from '../memory.ts'
import * as reference from '../reference.ts'
import type { DecodeOptions, Result } from '../reference.ts'
import { RecordView } from '../view.ts'
import type { View, ViewClass } from '../view.ts'

/** The message of `pcie.pasid-prefix`: PASID TLP Prefix. PCIe Base Specification, 6.20.2. */
export interface PciePasidPrefix {
  /**
   * PMR: Privileged Mode Requested; meaningful on requests only.
   * Bits: `DW0[23]`. PCIe Base Specification, 6.20.2.
   */
  privilegedModeRequested: boolean
  /**
   * ER: Execute Requested; meaningful on requests only.
   * Bits: `DW0[22]`. PCIe Base Specification, 6.20.2.
   */
  executeRequested: boolean
  /**
   * PASID: process address space ID.
   * Bits: `DW0[19:0]`; 0 to 0xfffff. PCIe Base Specification, 6.20.2.
   */
  pasid: number
}

/** What `encode` takes. */
export type PciePasidPrefixInit = PciePasidPrefix

/** One typed array per field. */
export interface PciePasidPrefixColumns {
  privilegedModeRequested: Uint8Array
  executeRequested: Uint8Array
  pasid: Uint32Array
}

let table: Bits | undefined

/** The bits of the record, for the reference codec; made when they are first asked for. */
function bits(): Bits {
  return (table ??= {
    id: 'pcie.pasid-prefix', bytes: 4, word: 4, order: 'big', label: 'DW',
    fields: {
      privilegedModeRequested: { at: [[0, 23, 23]], as: 'flag' },
      executeRequested: { at: [[0, 22, 22]], as: 'flag' },
      pasid: { at: [[0, 19, 0]], as: 'uint' },
    },
    fixed: {
      fmt: { at: [[0, 31, 29]], value: 4 },
      type: { at: [[0, 28, 24]], value: 17 },
    },
    reserved: [[0, 21, 20]],
  })
}

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): PciePasidPrefix | undefined {
  if (!(bytes instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > bytes.length - 4) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 4)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, false)
  const reserved = options?.reserved
  if (reserved !== undefined && reserved !== 'reject' && reserved !== 'ignore') return undefined
  if (((w0 & 0xff000000) ^ 0x91000000) !== 0) return undefined
  if ((w0 & 0x300000) !== 0 && reserved !== 'ignore') return undefined
  return {
    privilegedModeRequested: flag((w0 >>> 23) & 1),
    executeRequested: flag((w0 >>> 22) & 1),
    pasid: w0 & 0xfffff,
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: PciePasidPrefixInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  const $privilegedModeRequested = bit(message.privilegedModeRequested)
  const $executeRequested = bit(message.executeRequested)
  const $pasid = message.pasid
  if (typeof $pasid !== 'number' || ($pasid & 0xfffff) !== $pasid) return false
  if (($privilegedModeRequested | $executeRequested) < 0) return false
  if (!(target instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > target.length - 4) return false
  const w0 = 0x91000000 | ($privilegedModeRequested << 23) | ($executeRequested << 22) | $pasid
  if (target === writeBytes || lookForWriting(target)) {
    writeView.setInt32(offset, w0, false)
  } else {
    storeBig(target, offset, w0)
  }
  return true
}

function viewClass(): ViewClass {
  return class extends RecordView {
    get privilegedModeRequested(): boolean { return ((this.memory.getInt32(this.offset, false) >>> 23) & 1) !== 0 }
    get executeRequested(): boolean { return ((this.memory.getInt32(this.offset, false) >>> 22) & 1) !== 0 }
    get pasid(): number { return this.memory.getInt32(this.offset, false) & 0xfffff }
  }
}

function kernel(block: number): ColumnKernel {
  const input = new Uint8Array(block * 4)
  const memory = new DataView(input.buffer)
  const $privilegedModeRequested = new Uint8Array(block)
  const $executeRequested = new Uint8Array(block)
  const $pasid = new Uint32Array(block)
  function run(count: number): number {
    let bad = 0
    for (let i = 0, at = 0; i < count; i++, at += 4) {
      const w0 = memory.getInt32(at, false)
      bad |= (w0 & 0xff300000) ^ 0x91000000
      $privilegedModeRequested[i] = (w0 >>> 23) & 1
      $executeRequested[i] = (w0 >>> 22) & 1
      $pasid[i] = w0 & 0xfffff
    }
    return bad
  }
  return { input, output: { privilegedModeRequested: $privilegedModeRequested, executeRequested: $executeRequested, pasid: $pasid }, run }
}

export { layout }

/** Id of the record. */
export const id = 'pcie.pasid-prefix'

/** Size of the record in bytes. */
export const bytes = 4

/**
 * Decodes the PASID TLP Prefix at `offset`. What it accepts, `encode` gives back bit for bit.
 * @param offset in bytes, from 0; no alignment is asked for
 * @throws {CodecError} `truncated`, `fixed`, `reserved`; `type` or `range` for wrong arguments
 */
export function decode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): PciePasidPrefix {
  return read(bytes, offset, options) ?? (reference.decode(bits(), bytes, offset, options) as unknown as PciePasidPrefix)
}

/** `decode`, with its error as a result. Never throws. */
export function tryDecode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): Result<PciePasidPrefix> {
  const message = ArrayBuffer.isView(bytes) ? read(bytes, offset, options) : undefined
  return message === undefined ? reference.tryDecode(bits(), bytes, offset, options) : { ok: true, message }
}

/** Takes the record apart: every bit, and what is wrong with it. Never throws; short input gives what is there. */
export function inspect(bytes: Uint8Array, offset = 0): Inspection {
  return inspectRecord(layout, bytes, offset)
}

/**
 * Encodes a message into a fresh array of 4 bytes.
 * @throws {CodecError} `type` or `range`, naming field, bits, limit and value; nothing is truncated
 */
export function encode(message: PciePasidPrefixInit): Uint8Array {
  const bytes = new Uint8Array(4)
  return write(message, bytes, 0) ? bytes : reference.encode(bits(), message)
}

/**
 * Writes all 4 bytes of the record at `offset` of `target`, or throws before the first.
 * @returns 4
 * @throws {CodecError} as `encode`; `truncated` where `target` has no room
 */
export function encodeInto(message: PciePasidPrefixInit, target: Uint8Array, offset = 0): number {
  return write(message, target, offset) ? 4 : reference.encodeInto(bits(), message, target, offset)
}

let Class: ViewClass | undefined

/**
 * A view with a getter per field, which reads when it is asked. Nothing is copied, and nothing but the length is checked.
 * @throws {CodecError} `truncated`, `type` or `range`
 */
export function view(bytes: Uint8Array, offset = 0): Readonly<PciePasidPrefix> & View {
  return new (Class ??= viewClass())(bits(), bytes, offset) as unknown as Readonly<PciePasidPrefix> & View
}

let loop: ColumnKernel | undefined

/**
 * Decodes many consecutive records into typed arrays, one per field.
 * @throws {CodecError} `truncated` where `count` records are not there; `type` or `range` for wrong options
 */
export function columns(bytes: Uint8Array, options: ColumnsOptions<PciePasidPrefixColumns> = {}): ColumnsResult<PciePasidPrefixColumns> {
  return decodeColumns(bits(), bytes, options, (block) => (loop ??= kernel(block)))
}

/** The generated codec before it declines to the reference, for proofs that it really ran. */
export const generated = { read, write }
