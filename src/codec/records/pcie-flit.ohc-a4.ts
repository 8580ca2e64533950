// Generated from src/spec/pcie-flit.ts by `npm run generate`; do not edit.
import { ohcA4 as layout } from '../../spec/pcie-flit.ts'
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

/** The message of `pcie-flit.ohc-a4`: OHC-A4: destination segment and PASID of a message routed by ID. PCIe Base Specification 6.x, Orthogonal Header Content. */
export interface PcieFlitOhcA4 {
  /**
   * Destination Segment, if DSV.
   * Bits: `DW0[31:24]`; 0 to 0xff; one source. PCIe Base Specification 6.x, Orthogonal Header Content.
   */
  destinationSegment: number
  /**
   * DSV: Destination Segment is valid.
   * Bits: `DW0[15]`; one source. PCIe Base Specification 6.x, Orthogonal Header Content.
   */
  destinationSegmentValid: boolean
  /**
   * PV: the packet has a PASID.
   * Bits: `DW0[14]`; one source. PCIe Base Specification 6.x, Orthogonal Header Content.
   */
  pasidValid: boolean
  /**
   * PASID, if PV; 0 without.
   * Bits: `DW0[11:8] DW0[23:16] DW0[7:0]`; 0 to 0xfffff; one source. PCIe Base Specification 6.x, Orthogonal Header Content.
   */
  pasid: number
}

/** What `encode` takes. */
export type PcieFlitOhcA4Init = PcieFlitOhcA4

/** One typed array per field. */
export interface PcieFlitOhcA4Columns {
  destinationSegment: Uint8Array
  destinationSegmentValid: Uint8Array
  pasidValid: Uint8Array
  pasid: Uint32Array
}

let table: Bits | undefined

/** The bits of the record, for the reference codec; made when they are first asked for. */
function bits(): Bits {
  return (table ??= {
    id: 'pcie-flit.ohc-a4', bytes: 4, word: 4, order: 'big', label: 'DW',
    fields: {
      destinationSegment: { at: [[0, 31, 24]], as: 'uint' },
      destinationSegmentValid: { at: [[0, 15, 15]], as: 'flag' },
      pasidValid: { at: [[0, 14, 14]], as: 'flag' },
      pasid: { at: [[0, 11, 8], [0, 23, 16], [0, 7, 0]], as: 'uint' },
    },
    fixed: {
    },
    reserved: [[0, 13, 12]],
  })
}

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): PcieFlitOhcA4 | undefined {
  if (!(bytes instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > bytes.length - 4) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 4)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, false)
  const reserved = options?.reserved
  if (reserved !== undefined && reserved !== 'reject' && reserved !== 'ignore') return undefined
  if ((w0 & 0x3000) !== 0 && reserved !== 'ignore') return undefined
  return {
    destinationSegment: w0 >>> 24,
    destinationSegmentValid: flag((w0 >>> 15) & 1),
    pasidValid: flag((w0 >>> 14) & 1),
    pasid: (w0 & 0xff) | ((w0 >>> 8) & 0xff00) | ((w0 << 8) & 0xf0000),
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: PcieFlitOhcA4Init, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  const $destinationSegment = message.destinationSegment
  if (typeof $destinationSegment !== 'number' || ($destinationSegment & 0xff) !== $destinationSegment) return false
  const $destinationSegmentValid = bit(message.destinationSegmentValid)
  const $pasidValid = bit(message.pasidValid)
  const $pasid = message.pasid
  if (typeof $pasid !== 'number' || ($pasid & 0xfffff) !== $pasid) return false
  if (($destinationSegmentValid | $pasidValid) < 0) return false
  if (!(target instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > target.length - 4) return false
  const w0 = ($destinationSegment << 24) | ($destinationSegmentValid << 15) | ($pasidValid << 14) | ($pasid & 0xff) | (($pasid << 8) & 0xff0000) | (($pasid >>> 8) & 0xf00)
  if (target === writeBytes || lookForWriting(target)) {
    writeView.setInt32(offset, w0, false)
  } else {
    storeBig(target, offset, w0)
  }
  return true
}

function viewClass(): ViewClass {
  return class extends RecordView {
    get destinationSegment(): number { return this.memory.getInt32(this.offset, false) >>> 24 }
    get destinationSegmentValid(): boolean { return ((this.memory.getInt32(this.offset, false) >>> 15) & 1) !== 0 }
    get pasidValid(): boolean { return ((this.memory.getInt32(this.offset, false) >>> 14) & 1) !== 0 }
    get pasid(): number { return (this.memory.getInt32(this.offset, false) & 0xff) | ((this.memory.getInt32(this.offset, false) >>> 8) & 0xff00) | ((this.memory.getInt32(this.offset, false) << 8) & 0xf0000) }
  }
}

function kernel(block: number): ColumnKernel {
  const input = new Uint8Array(block * 4)
  const memory = new DataView(input.buffer)
  const $destinationSegment = new Uint8Array(block)
  const $destinationSegmentValid = new Uint8Array(block)
  const $pasidValid = new Uint8Array(block)
  const $pasid = new Uint32Array(block)
  function run(count: number): number {
    let bad = 0
    for (let i = 0, at = 0; i < count; i++, at += 4) {
      const w0 = memory.getInt32(at, false)
      bad |= w0 & 0x3000
      $destinationSegment[i] = w0 >>> 24
      $destinationSegmentValid[i] = (w0 >>> 15) & 1
      $pasidValid[i] = (w0 >>> 14) & 1
      $pasid[i] = (w0 & 0xff) | ((w0 >>> 8) & 0xff00) | ((w0 << 8) & 0xf0000)
    }
    return bad
  }
  return { input, output: { destinationSegment: $destinationSegment, destinationSegmentValid: $destinationSegmentValid, pasidValid: $pasidValid, pasid: $pasid }, run }
}

export { layout }

/** Id of the record. */
export const id = 'pcie-flit.ohc-a4'

/** Size of the record in bytes. */
export const bytes = 4

/**
 * Decodes the OHC-A4: destination segment and PASID of a message routed by ID at `offset`. What it accepts, `encode` gives back bit for bit.
 * @param offset in bytes, from 0; no alignment is asked for
 * @throws {CodecError} `truncated`, `fixed`, `reserved`; `type` or `range` for wrong arguments
 */
export function decode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): PcieFlitOhcA4 {
  return read(bytes, offset, options) ?? (reference.decode(bits(), bytes, offset, options) as unknown as PcieFlitOhcA4)
}

/** `decode`, with its error as a result. Never throws. */
export function tryDecode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): Result<PcieFlitOhcA4> {
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
export function encode(message: PcieFlitOhcA4Init): Uint8Array {
  const bytes = new Uint8Array(4)
  return write(message, bytes, 0) ? bytes : reference.encode(bits(), message)
}

/**
 * Writes all 4 bytes of the record at `offset` of `target`, or throws before the first.
 * @returns 4
 * @throws {CodecError} as `encode`; `truncated` where `target` has no room
 */
export function encodeInto(message: PcieFlitOhcA4Init, target: Uint8Array, offset = 0): number {
  return write(message, target, offset) ? 4 : reference.encodeInto(bits(), message, target, offset)
}

let Class: ViewClass | undefined

/**
 * A view with a getter per field, which reads when it is asked. Nothing is copied, and nothing but the length is checked.
 * @throws {CodecError} `truncated`, `type` or `range`
 */
export function view(bytes: Uint8Array, offset = 0): Readonly<PcieFlitOhcA4> & View {
  return new (Class ??= viewClass())(bits(), bytes, offset) as unknown as Readonly<PcieFlitOhcA4> & View
}

let loop: ColumnKernel | undefined

/**
 * Decodes many consecutive records into typed arrays, one per field.
 * @throws {CodecError} `truncated` where `count` records are not there; `type` or `range` for wrong options
 */
export function columns(bytes: Uint8Array, options: ColumnsOptions<PcieFlitOhcA4Columns> = {}): ColumnsResult<PcieFlitOhcA4Columns> {
  return decodeColumns(bits(), bytes, options, (block) => (loop ??= kernel(block)))
}

/** The generated codec before it declines to the reference, for proofs that it really ran. */
export const generated = { read, write }
