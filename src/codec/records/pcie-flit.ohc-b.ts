// Generated from src/spec/pcie-flit.ts by `npm run generate`; do not edit.
import { ohcB as layout } from '../../spec/pcie-flit.ts'
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

/** The message of `pcie-flit.ohc-b`: OHC-B: processing hints and memory attributes. PCIe Base Specification 6.x, Orthogonal Header Content. */
export interface PcieFlitOhcB {
  /**
   * ST[15:0]: steering tag.
   * Bits: `DW0[23:8]`; 0 to 0xffff; one source. PCIe Base Specification 6.x, Orthogonal Header Content.
   */
  steeringTag: number
  /**
   * PH[1:0]: processing hint.
   * Bits: `DW0[7:6]`; 0 to 0x3; one source. PCIe Base Specification 6.x, Orthogonal Header Content.
   */
  processingHint: number
  /**
   * HV[1:0]: which of the hints are valid.
   * Bits: `DW0[5:4]`; 0 to 0x3; one source. PCIe Base Specification 6.x, Orthogonal Header Content.
   */
  hintValid: number
  /**
   * AMA[2:0]: ATS memory attributes, if AV.
   * Bits: `DW0[3:1]`; 0 to 0x7; one source. PCIe Base Specification 6.x, Orthogonal Header Content.
   */
  memoryAttributes: number
  /**
   * AV: AMA is valid.
   * Bits: `DW0[0]`; one source. PCIe Base Specification 6.x, Orthogonal Header Content.
   */
  memoryAttributesValid: boolean
}

/** What `encode` takes. */
export type PcieFlitOhcBInit = PcieFlitOhcB

/** One typed array per field. */
export interface PcieFlitOhcBColumns {
  steeringTag: Uint16Array
  processingHint: Uint8Array
  hintValid: Uint8Array
  memoryAttributes: Uint8Array
  memoryAttributesValid: Uint8Array
}

let table: Bits | undefined

/** The bits of the record, for the reference codec; made when they are first asked for. */
function bits(): Bits {
  return (table ??= {
    id: 'pcie-flit.ohc-b', bytes: 4, word: 4, order: 'big', label: 'DW',
    fields: {
      steeringTag: { at: [[0, 23, 8]], as: 'uint' },
      processingHint: { at: [[0, 7, 6]], as: 'uint' },
      hintValid: { at: [[0, 5, 4]], as: 'uint' },
      memoryAttributes: { at: [[0, 3, 1]], as: 'uint' },
      memoryAttributesValid: { at: [[0, 0, 0]], as: 'flag' },
    },
    fixed: {
    },
    reserved: [[0, 31, 24]],
  })
}

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): PcieFlitOhcB | undefined {
  if (!(bytes instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > bytes.length - 4) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 4)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, false)
  const reserved = options?.reserved
  if (reserved !== undefined && reserved !== 'reject' && reserved !== 'ignore') return undefined
  if ((w0 & 0xff000000) !== 0 && reserved !== 'ignore') return undefined
  return {
    steeringTag: (w0 >>> 8) & 0xffff,
    processingHint: (w0 >>> 6) & 3,
    hintValid: (w0 >>> 4) & 3,
    memoryAttributes: (w0 >>> 1) & 7,
    memoryAttributesValid: flag(w0 & 1),
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: PcieFlitOhcBInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  const $steeringTag = message.steeringTag
  if (typeof $steeringTag !== 'number' || ($steeringTag & 0xffff) !== $steeringTag) return false
  const $processingHint = message.processingHint
  if (typeof $processingHint !== 'number' || ($processingHint & 3) !== $processingHint) return false
  const $hintValid = message.hintValid
  if (typeof $hintValid !== 'number' || ($hintValid & 3) !== $hintValid) return false
  const $memoryAttributes = message.memoryAttributes
  if (typeof $memoryAttributes !== 'number' || ($memoryAttributes & 7) !== $memoryAttributes) return false
  const $memoryAttributesValid = bit(message.memoryAttributesValid)
  if ($memoryAttributesValid < 0) return false
  if (!(target instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > target.length - 4) return false
  const w0 = ($steeringTag << 8) | ($processingHint << 6) | ($hintValid << 4) | ($memoryAttributes << 1) | $memoryAttributesValid
  if (target === writeBytes || lookForWriting(target)) {
    writeView.setInt32(offset, w0, false)
  } else {
    storeBig(target, offset, w0)
  }
  return true
}

function viewClass(): ViewClass {
  return class extends RecordView {
    get steeringTag(): number { return (this.memory.getInt32(this.offset, false) >>> 8) & 0xffff }
    get processingHint(): number { return (this.memory.getInt32(this.offset, false) >>> 6) & 3 }
    get hintValid(): number { return (this.memory.getInt32(this.offset, false) >>> 4) & 3 }
    get memoryAttributes(): number { return (this.memory.getInt32(this.offset, false) >>> 1) & 7 }
    get memoryAttributesValid(): boolean { return (this.memory.getInt32(this.offset, false) & 1) !== 0 }
  }
}

function kernel(block: number): ColumnKernel {
  const input = new Uint8Array(block * 4)
  const memory = new DataView(input.buffer)
  const $steeringTag = new Uint16Array(block)
  const $processingHint = new Uint8Array(block)
  const $hintValid = new Uint8Array(block)
  const $memoryAttributes = new Uint8Array(block)
  const $memoryAttributesValid = new Uint8Array(block)
  function run(count: number): number {
    let bad = 0
    for (let i = 0, at = 0; i < count; i++, at += 4) {
      const w0 = memory.getInt32(at, false)
      bad |= w0 & 0xff000000
      $steeringTag[i] = (w0 >>> 8) & 0xffff
      $processingHint[i] = (w0 >>> 6) & 3
      $hintValid[i] = (w0 >>> 4) & 3
      $memoryAttributes[i] = (w0 >>> 1) & 7
      $memoryAttributesValid[i] = w0 & 1
    }
    return bad
  }
  return { input, output: { steeringTag: $steeringTag, processingHint: $processingHint, hintValid: $hintValid, memoryAttributes: $memoryAttributes, memoryAttributesValid: $memoryAttributesValid }, run }
}

export { layout }

/** Id of the record. */
export const id = 'pcie-flit.ohc-b'

/** Size of the record in bytes. */
export const bytes = 4

/**
 * Decodes the OHC-B: processing hints and memory attributes at `offset`. What it accepts, `encode` gives back bit for bit.
 * @param offset in bytes, from 0; no alignment is asked for
 * @throws {CodecError} `truncated`, `fixed`, `reserved`; `type` or `range` for wrong arguments
 */
export function decode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): PcieFlitOhcB {
  return read(bytes, offset, options) ?? (reference.decode(bits(), bytes, offset, options) as unknown as PcieFlitOhcB)
}

/** `decode`, with its error as a result. Never throws. */
export function tryDecode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): Result<PcieFlitOhcB> {
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
export function encode(message: PcieFlitOhcBInit): Uint8Array {
  const bytes = new Uint8Array(4)
  return write(message, bytes, 0) ? bytes : reference.encode(bits(), message)
}

/**
 * Writes all 4 bytes of the record at `offset` of `target`, or throws before the first.
 * @returns 4
 * @throws {CodecError} as `encode`; `truncated` where `target` has no room
 */
export function encodeInto(message: PcieFlitOhcBInit, target: Uint8Array, offset = 0): number {
  return write(message, target, offset) ? 4 : reference.encodeInto(bits(), message, target, offset)
}

let Class: ViewClass | undefined

/**
 * A view with a getter per field, which reads when it is asked. Nothing is copied, and nothing but the length is checked.
 * @throws {CodecError} `truncated`, `type` or `range`
 */
export function view(bytes: Uint8Array, offset = 0): Readonly<PcieFlitOhcB> & View {
  return new (Class ??= viewClass())(bits(), bytes, offset) as unknown as Readonly<PcieFlitOhcB> & View
}

let loop: ColumnKernel | undefined

/**
 * Decodes many consecutive records into typed arrays, one per field.
 * @throws {CodecError} `truncated` where `count` records are not there; `type` or `range` for wrong options
 */
export function columns(bytes: Uint8Array, options: ColumnsOptions<PcieFlitOhcBColumns> = {}): ColumnsResult<PcieFlitOhcBColumns> {
  return decodeColumns(bits(), bytes, options, (block) => (loop ??= kernel(block)))
}

/** The generated codec before it declines to the reference, for proofs that it really ran. */
export const generated = { read, write }
