// Generated from src/spec/pcie-flit.ts by `npm run generate`; do not edit.
import { ohcA3 as layout } from '../../spec/pcie-flit.ts'
import type { Bits } from '../../spec/vocabulary.ts'
import { decodeColumns } from '../columns.ts'
import type { ColumnKernel, ColumnsOptions, ColumnsResult } from '../columns.ts'
import { inspectRecord } from '../inspect.ts'
import type { Inspection } from '../inspect.ts'
import { bit, flag, lookForWriting, memoryOf, readBytes, readView, scratch, storeBig, writeBytes, writeView } from '../memory.ts'
import { onlyKnown } from '../message.ts'
import * as reference from '../reference.ts'
import type { DecodeOptions, Result } from '../reference.ts'
import { RecordView } from '../view.ts'
import type { View, ViewClass } from '../view.ts'

/** The message of `pcie-flit.ohc-a3`: OHC-A3: destination segment and byte enables of a configuration request. PCIe Base Specification 6.x, Orthogonal Header Content. */
export interface PcieFlitOhcA3 {
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
   * Last DW BE.
   * Bits: `DW0[7:4]`; 0 to 0xf; optional on encode, 0 by default. PCIe Base Specification 6.x, Orthogonal Header Content.
   */
  lastBe: number
  /**
   * First DW BE.
   * Bits: `DW0[3:0]`; 0 to 0xf; optional on encode, 0 by default. PCIe Base Specification 6.x, Orthogonal Header Content.
   */
  firstBe: number
}

/** What `encode` takes: optional fields may be left out. */
export type PcieFlitOhcA3Init = Omit<PcieFlitOhcA3, 'lastBe' | 'firstBe'> & Partial<Pick<PcieFlitOhcA3, 'lastBe' | 'firstBe'>>

/** One typed array per field. */
export interface PcieFlitOhcA3Columns {
  destinationSegment: Uint8Array
  destinationSegmentValid: Uint8Array
  lastBe: Uint8Array
  firstBe: Uint8Array
}

let table: Bits | undefined

/** The bits of the record, for the reference codec; made when they are first asked for. */
function bits(): Bits {
  return (table ??= {
    id: 'pcie-flit.ohc-a3', bytes: 4, word: 4, order: 'big', label: 'DW',
    fields: {
      destinationSegment: { at: [[0, 31, 24]], as: 'uint' },
      destinationSegmentValid: { at: [[0, 15, 15]], as: 'flag' },
      lastBe: { at: [[0, 7, 4]], as: 'uint', optional: true },
      firstBe: { at: [[0, 3, 0]], as: 'uint', optional: true },
    },
    fixed: {
    },
    reserved: [[0, 23, 16], [0, 14, 8]],
  })
}

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): PcieFlitOhcA3 | undefined {
  if (!(bytes instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > bytes.length - 4) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 4)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, false)
  const reserved = options?.reserved
  if (reserved !== undefined && reserved !== 'reject' && reserved !== 'ignore') return undefined
  if ((w0 & 0xff7f00) !== 0 && reserved !== 'ignore') return undefined
  return {
    destinationSegment: w0 >>> 24,
    destinationSegmentValid: flag((w0 >>> 15) & 1),
    lastBe: (w0 >>> 4) & 0xf,
    firstBe: w0 & 0xf,
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: PcieFlitOhcA3Init, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  if ((message.lastBe === undefined || message.firstBe === undefined) && !onlyKnown(bits(), message)) return false
  const $destinationSegment = message.destinationSegment
  if (typeof $destinationSegment !== 'number' || ($destinationSegment & 0xff) !== $destinationSegment) return false
  const $destinationSegmentValid = bit(message.destinationSegmentValid)
  const $lastBe = message.lastBe === undefined ? 0 : message.lastBe
  if (typeof $lastBe !== 'number' || ($lastBe & 0xf) !== $lastBe) return false
  const $firstBe = message.firstBe === undefined ? 0 : message.firstBe
  if (typeof $firstBe !== 'number' || ($firstBe & 0xf) !== $firstBe) return false
  if ($destinationSegmentValid < 0) return false
  if (!(target instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > target.length - 4) return false
  const w0 = ($destinationSegment << 24) | ($destinationSegmentValid << 15) | ($lastBe << 4) | $firstBe
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
    get lastBe(): number { return (this.memory.getInt32(this.offset, false) >>> 4) & 0xf }
    get firstBe(): number { return this.memory.getInt32(this.offset, false) & 0xf }
  }
}

function kernel(block: number): ColumnKernel {
  const input = new Uint8Array(block * 4)
  const memory = new DataView(input.buffer)
  const $destinationSegment = new Uint8Array(block)
  const $destinationSegmentValid = new Uint8Array(block)
  const $lastBe = new Uint8Array(block)
  const $firstBe = new Uint8Array(block)
  function run(count: number): number {
    let bad = 0
    for (let i = 0, at = 0; i < count; i++, at += 4) {
      const w0 = memory.getInt32(at, false)
      bad |= w0 & 0xff7f00
      $destinationSegment[i] = w0 >>> 24
      $destinationSegmentValid[i] = (w0 >>> 15) & 1
      $lastBe[i] = (w0 >>> 4) & 0xf
      $firstBe[i] = w0 & 0xf
    }
    return bad
  }
  return { input, output: { destinationSegment: $destinationSegment, destinationSegmentValid: $destinationSegmentValid, lastBe: $lastBe, firstBe: $firstBe }, run }
}

export { layout }

/** Id of the record. */
export const id = 'pcie-flit.ohc-a3'

/** Size of the record in bytes. */
export const bytes = 4

/**
 * Decodes the OHC-A3: destination segment and byte enables of a configuration request at `offset`. What it accepts, `encode` gives back bit for bit.
 * @param offset in bytes, from 0; no alignment is asked for
 * @throws {CodecError} `truncated`, `fixed`, `reserved`; `type` or `range` for wrong arguments
 */
export function decode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): PcieFlitOhcA3 {
  return read(bytes, offset, options) ?? (reference.decode(bits(), bytes, offset, options) as unknown as PcieFlitOhcA3)
}

/** `decode`, with its error as a result. Never throws. */
export function tryDecode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): Result<PcieFlitOhcA3> {
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
export function encode(message: PcieFlitOhcA3Init): Uint8Array {
  const bytes = new Uint8Array(4)
  return write(message, bytes, 0) ? bytes : reference.encode(bits(), message)
}

/**
 * Writes all 4 bytes of the record at `offset` of `target`, or throws before the first.
 * @returns 4
 * @throws {CodecError} as `encode`; `truncated` where `target` has no room
 */
export function encodeInto(message: PcieFlitOhcA3Init, target: Uint8Array, offset = 0): number {
  return write(message, target, offset) ? 4 : reference.encodeInto(bits(), message, target, offset)
}

let Class: ViewClass | undefined

/**
 * A view with a getter per field, which reads when it is asked. Nothing is copied, and nothing but the length is checked.
 * @throws {CodecError} `truncated`, `type` or `range`
 */
export function view(bytes: Uint8Array, offset = 0): Readonly<PcieFlitOhcA3> & View {
  return new (Class ??= viewClass())(bits(), bytes, offset) as unknown as Readonly<PcieFlitOhcA3> & View
}

let loop: ColumnKernel | undefined

/**
 * Decodes many consecutive records into typed arrays, one per field.
 * @throws {CodecError} `truncated` where `count` records are not there; `type` or `range` for wrong options
 */
export function columns(bytes: Uint8Array, options: ColumnsOptions<PcieFlitOhcA3Columns> = {}): ColumnsResult<PcieFlitOhcA3Columns> {
  return decodeColumns(bits(), bytes, options, (block) => (loop ??= kernel(block)))
}

/** The generated codec before it declines to the reference, for proofs that it really ran. */
export const generated = { read, write }
