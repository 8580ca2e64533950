// Generated from src/spec/pcie-flit.ts by `npm run generate`; do not edit.
import { ohcA5 as layout } from '../../spec/pcie-flit.ts'
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

/** The message of `pcie-flit.ohc-a5`: OHC-A5: segments and status of a completion. PCIe Base Specification 6.x, Orthogonal Header Content. */
export interface PcieFlitOhcA5 {
  /**
   * Destination Segment, if DSV.
   * Bits: `DW0[31:24]`; 0 to 0xff; one source. PCIe Base Specification 6.x, Orthogonal Header Content.
   */
  destinationSegment: number
  /**
   * Completer Segment.
   * Bits: `DW0[23:16]`; 0 to 0xff; one source. PCIe Base Specification 6.x, Orthogonal Header Content.
   */
  completerSegment: number
  /**
   * DSV: Destination Segment is valid.
   * Bits: `DW0[15]`; one source. PCIe Base Specification 6.x, Orthogonal Header Content.
   */
  destinationSegmentValid: boolean
  /**
   * Lower Address[1:0]; 0 in a completion without OHC-A5.
   * Bits: `DW0[4:3]`; 0 to 0x3; one source. PCIe Base Specification 6.x, Orthogonal Header Content.
   */
  lowerAddress1to0: number
  /**
   * Completion Status; Successful Completion without OHC-A5.
   * Values: 0x0 SuccessfulCompletion, 0x1 UnsupportedRequest, 0x2 RequestRetryStatus, 0x4 CompleterAbort.
   * Bits: `DW0[2:0]`; 0 to 0x7; one source. PCIe Base Specification 6.x, Orthogonal Header Content.
   */
  status: number
}

/** What `encode` takes. */
export type PcieFlitOhcA5Init = PcieFlitOhcA5

/** One typed array per field. */
export interface PcieFlitOhcA5Columns {
  destinationSegment: Uint8Array
  completerSegment: Uint8Array
  destinationSegmentValid: Uint8Array
  lowerAddress1to0: Uint8Array
  status: Uint8Array
}

let table: Bits | undefined

/** The bits of the record, for the reference codec; made when they are first asked for. */
function bits(): Bits {
  return (table ??= {
    id: 'pcie-flit.ohc-a5', bytes: 4, word: 4, order: 'big', label: 'DW',
    fields: {
      destinationSegment: { at: [[0, 31, 24]], as: 'uint' },
      completerSegment: { at: [[0, 23, 16]], as: 'uint' },
      destinationSegmentValid: { at: [[0, 15, 15]], as: 'flag' },
      lowerAddress1to0: { at: [[0, 4, 3]], as: 'uint' },
      status: { at: [[0, 2, 0]], as: 'uint' },
    },
    fixed: {
    },
    reserved: [[0, 14, 8], [0, 7, 5]],
  })
}

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): PcieFlitOhcA5 | undefined {
  if (!(bytes instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > bytes.length - 4) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 4)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, false)
  const reserved = options?.reserved
  if (reserved !== undefined && reserved !== 'reject' && reserved !== 'ignore') return undefined
  if ((w0 & 0x7fe0) !== 0 && reserved !== 'ignore') return undefined
  return {
    destinationSegment: w0 >>> 24,
    completerSegment: (w0 >>> 16) & 0xff,
    destinationSegmentValid: flag((w0 >>> 15) & 1),
    lowerAddress1to0: (w0 >>> 3) & 3,
    status: w0 & 7,
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: PcieFlitOhcA5Init, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  const $destinationSegment = message.destinationSegment
  if (typeof $destinationSegment !== 'number' || ($destinationSegment & 0xff) !== $destinationSegment) return false
  const $completerSegment = message.completerSegment
  if (typeof $completerSegment !== 'number' || ($completerSegment & 0xff) !== $completerSegment) return false
  const $destinationSegmentValid = bit(message.destinationSegmentValid)
  const $lowerAddress1to0 = message.lowerAddress1to0
  if (typeof $lowerAddress1to0 !== 'number' || ($lowerAddress1to0 & 3) !== $lowerAddress1to0) return false
  const $status = message.status
  if (typeof $status !== 'number' || ($status & 7) !== $status) return false
  if ($destinationSegmentValid < 0) return false
  if (!(target instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > target.length - 4) return false
  const w0 = ($destinationSegment << 24) | ($completerSegment << 16) | ($destinationSegmentValid << 15) | ($lowerAddress1to0 << 3) | $status
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
    get completerSegment(): number { return (this.memory.getInt32(this.offset, false) >>> 16) & 0xff }
    get destinationSegmentValid(): boolean { return ((this.memory.getInt32(this.offset, false) >>> 15) & 1) !== 0 }
    get lowerAddress1to0(): number { return (this.memory.getInt32(this.offset, false) >>> 3) & 3 }
    get status(): number { return this.memory.getInt32(this.offset, false) & 7 }
  }
}

function kernel(block: number): ColumnKernel {
  const input = new Uint8Array(block * 4)
  const memory = new DataView(input.buffer)
  const $destinationSegment = new Uint8Array(block)
  const $completerSegment = new Uint8Array(block)
  const $destinationSegmentValid = new Uint8Array(block)
  const $lowerAddress1to0 = new Uint8Array(block)
  const $status = new Uint8Array(block)
  function run(count: number): number {
    let bad = 0
    for (let i = 0, at = 0; i < count; i++, at += 4) {
      const w0 = memory.getInt32(at, false)
      bad |= w0 & 0x7fe0
      $destinationSegment[i] = w0 >>> 24
      $completerSegment[i] = (w0 >>> 16) & 0xff
      $destinationSegmentValid[i] = (w0 >>> 15) & 1
      $lowerAddress1to0[i] = (w0 >>> 3) & 3
      $status[i] = w0 & 7
    }
    return bad
  }
  return { input, output: { destinationSegment: $destinationSegment, completerSegment: $completerSegment, destinationSegmentValid: $destinationSegmentValid, lowerAddress1to0: $lowerAddress1to0, status: $status }, run }
}

export { layout }

/** Id of the record. */
export const id = 'pcie-flit.ohc-a5'

/** Size of the record in bytes. */
export const bytes = 4

/**
 * Decodes the OHC-A5: segments and status of a completion at `offset`. What it accepts, `encode` gives back bit for bit.
 * @param offset in bytes, from 0; no alignment is asked for
 * @throws {CodecError} `truncated`, `fixed`, `reserved`; `type` or `range` for wrong arguments
 */
export function decode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): PcieFlitOhcA5 {
  return read(bytes, offset, options) ?? (reference.decode(bits(), bytes, offset, options) as unknown as PcieFlitOhcA5)
}

/** `decode`, with its error as a result. Never throws. */
export function tryDecode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): Result<PcieFlitOhcA5> {
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
export function encode(message: PcieFlitOhcA5Init): Uint8Array {
  const bytes = new Uint8Array(4)
  return write(message, bytes, 0) ? bytes : reference.encode(bits(), message)
}

/**
 * Writes all 4 bytes of the record at `offset` of `target`, or throws before the first.
 * @returns 4
 * @throws {CodecError} as `encode`; `truncated` where `target` has no room
 */
export function encodeInto(message: PcieFlitOhcA5Init, target: Uint8Array, offset = 0): number {
  return write(message, target, offset) ? 4 : reference.encodeInto(bits(), message, target, offset)
}

let Class: ViewClass | undefined

/**
 * A view with a getter per field, which reads when it is asked. Nothing is copied, and nothing but the length is checked.
 * @throws {CodecError} `truncated`, `type` or `range`
 */
export function view(bytes: Uint8Array, offset = 0): Readonly<PcieFlitOhcA5> & View {
  return new (Class ??= viewClass())(bits(), bytes, offset) as unknown as Readonly<PcieFlitOhcA5> & View
}

let loop: ColumnKernel | undefined

/**
 * Decodes many consecutive records into typed arrays, one per field.
 * @throws {CodecError} `truncated` where `count` records are not there; `type` or `range` for wrong options
 */
export function columns(bytes: Uint8Array, options: ColumnsOptions<PcieFlitOhcA5Columns> = {}): ColumnsResult<PcieFlitOhcA5Columns> {
  return decodeColumns(bits(), bytes, options, (block) => (loop ??= kernel(block)))
}

/** The generated codec before it declines to the reference, for proofs that it really ran. */
export const generated = { read, write }
