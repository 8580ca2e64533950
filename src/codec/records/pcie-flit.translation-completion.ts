// Generated from src/spec/pcie-flit.ts by `npm run generate`; do not edit.
import { translationCompletion as layout } from '../../spec/pcie-flit.ts'
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

/** The message of `pcie-flit.translation-completion`: Translation Completion in flit mode, header base. PCIe Base Specification 6.x, 10.2.3 and 2.2.9. */
export interface PcieFlitTranslationCompletion {
  /**
   * Type[6]: translation entries follow (CplD); without them this is a failure (Cpl).
   * Bits: `DW0[30]`. PCIe Base Specification 6.x, 10.2.3 and 2.2.9.
   */
  withData: boolean
  /**
   * TC: traffic class.
   * Bits: `DW0[23:21]`; 0 to 0x7; optional on encode, 0 by default. PCIe Base Specification 6.x, 10.2.3 and 2.2.9.
   */
  tc: number
  /**
   * OHC[4:0]: A, B and C are present (bits 0 to 2); size of E (bits 4:3).
   * Bits: `DW0[20:16]`; 0 to 0x1f; optional on encode, 0 by default. PCIe Base Specification 6.x, 10.2.3 and 2.2.9.
   */
  ohc: number
  /**
   * TS: size of the trailer.
   * Bits: `DW0[15:13]`; 0 to 0x7; optional on encode, 0 by default. PCIe Base Specification 6.x, 10.2.3 and 2.2.9.
   */
  ts: number
  /**
   * Attr[2:0]: ID-based ordering, relaxed ordering, no snoop.
   * Bits: `DW0[12:10]`; 0 to 0x7; optional on encode, 0 by default. PCIe Base Specification 6.x, 10.2.3 and 2.2.9.
   */
  attr: number
  /**
   * Length of the data: 2 DW for each entry; 0 without data.
   * Bits: `DW0[9:0]`; DW; 0 to 0x3ff. PCIe Base Specification 6.x, 10.2.3 and 2.2.9.
   */
  length: number
  /**
   * Completer ID: the side that translates.
   * Bits: `DW1[31:16]`; 0 to 0xffff; one source. PCIe Base Specification 6.x, 10.2.3 and 2.2.9.
   */
  completerId: number
  /**
   * EP: the packet is poisoned.
   * Bits: `DW1[15]`; optional on encode, 0 by default; one source. PCIe Base Specification 6.x, 10.2.3 and 2.2.9.
   */
  ep: boolean
  /**
   * Tag[13:0] of the request that is answered.
   * Bits: `DW1[13:0]`; 0 to 0x3fff; optional on encode, 0 by default; one source. PCIe Base Specification 6.x, 10.2.3 and 2.2.9.
   */
  tag: number
  /**
   * Requester ID of the request that is answered.
   * Bits: `DW2[31:16]`; 0 to 0xffff; one source. PCIe Base Specification 6.x, 10.2.3 and 2.2.9.
   */
  requesterId: number
  /**
   * Lower Address[6:2]; the two bits below are in OHC-A5.
   * Bits: `DW1[14] DW2[15:12]`; 0 to 0x1f; one source. PCIe Base Specification 6.x, 10.2.3 and 2.2.9.
   */
  lowerAddress6to2: number
  /**
   * Byte Count: what is left of the answer, these bytes included; 0 means 4096.
   * Bits: `DW2[11:0]`; bytes; 0 to 0xfff; confirm. PCIe Base Specification 6.x, 10.2.3 and 2.2.9.
   */
  byteCount: number
}

/** What `encode` takes: optional fields may be left out. */
export type PcieFlitTranslationCompletionInit = Omit<PcieFlitTranslationCompletion, 'tc' | 'ohc' | 'ts' | 'attr' | 'ep' | 'tag'> & Partial<Pick<PcieFlitTranslationCompletion, 'tc' | 'ohc' | 'ts' | 'attr' | 'ep' | 'tag'>>

/** One typed array per field. */
export interface PcieFlitTranslationCompletionColumns {
  withData: Uint8Array
  tc: Uint8Array
  ohc: Uint8Array
  ts: Uint8Array
  attr: Uint8Array
  length: Uint16Array
  completerId: Uint16Array
  ep: Uint8Array
  tag: Uint16Array
  requesterId: Uint16Array
  lowerAddress6to2: Uint8Array
  byteCount: Uint16Array
}

let table: Bits | undefined

/** The bits of the record, for the reference codec; made when they are first asked for. */
function bits(): Bits {
  return (table ??= {
    id: 'pcie-flit.translation-completion', bytes: 12, word: 4, order: 'big', label: 'DW',
    fields: {
      withData: { at: [[0, 30, 30]], as: 'flag' },
      tc: { at: [[0, 23, 21]], as: 'uint', optional: true },
      ohc: { at: [[0, 20, 16]], as: 'uint', optional: true },
      ts: { at: [[0, 15, 13]], as: 'uint', optional: true },
      attr: { at: [[0, 12, 10]], as: 'uint', optional: true },
      length: { at: [[0, 9, 0]], as: 'uint' },
      completerId: { at: [[1, 31, 16]], as: 'uint' },
      ep: { at: [[1, 15, 15]], as: 'flag', optional: true },
      tag: { at: [[1, 13, 0]], as: 'uint', optional: true },
      requesterId: { at: [[2, 31, 16]], as: 'uint' },
      lowerAddress6to2: { at: [[1, 14, 14], [2, 15, 12]], as: 'uint' },
      byteCount: { at: [[2, 11, 0]], as: 'uint' },
    },
    fixed: {
      type: { at: [[0, 31, 31], [0, 29, 24]], value: 10 },
    },
    reserved: [],
  })
}

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): PcieFlitTranslationCompletion | undefined {
  if (!(bytes instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > bytes.length - 12) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 12)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, false)
  const w1 = memory.getInt32(at + 4, false)
  const w2 = memory.getInt32(at + 8, false)
  const reserved = options?.reserved
  if (reserved !== undefined && reserved !== 'reject' && reserved !== 'ignore') return undefined
  if (((w0 & 0xbf000000) ^ 0xa000000) !== 0) return undefined
  return {
    withData: flag((w0 >>> 30) & 1),
    tc: (w0 >>> 21) & 7,
    ohc: (w0 >>> 16) & 0x1f,
    ts: (w0 >>> 13) & 7,
    attr: (w0 >>> 10) & 7,
    length: w0 & 0x3ff,
    completerId: w1 >>> 16,
    ep: flag((w1 >>> 15) & 1),
    tag: w1 & 0x3fff,
    requesterId: w2 >>> 16,
    lowerAddress6to2: ((w2 >>> 12) & 0xf) | ((w1 >>> 10) & 0x10),
    byteCount: w2 & 0xfff,
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: PcieFlitTranslationCompletionInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  if ((message.tc === undefined || message.ohc === undefined || message.ts === undefined || message.attr === undefined || message.ep === undefined || message.tag === undefined) && !onlyKnown(bits(), message)) return false
  const $withData = bit(message.withData)
  const $tc = message.tc === undefined ? 0 : message.tc
  if (typeof $tc !== 'number' || ($tc & 7) !== $tc) return false
  const $ohc = message.ohc === undefined ? 0 : message.ohc
  if (typeof $ohc !== 'number' || ($ohc & 0x1f) !== $ohc) return false
  const $ts = message.ts === undefined ? 0 : message.ts
  if (typeof $ts !== 'number' || ($ts & 7) !== $ts) return false
  const $attr = message.attr === undefined ? 0 : message.attr
  if (typeof $attr !== 'number' || ($attr & 7) !== $attr) return false
  const $length = message.length
  if (typeof $length !== 'number' || ($length & 0x3ff) !== $length) return false
  const $completerId = message.completerId
  if (typeof $completerId !== 'number' || ($completerId & 0xffff) !== $completerId) return false
  const $ep = bit(message.ep === undefined ? false : message.ep)
  const $tag = message.tag === undefined ? 0 : message.tag
  if (typeof $tag !== 'number' || ($tag & 0x3fff) !== $tag) return false
  const $requesterId = message.requesterId
  if (typeof $requesterId !== 'number' || ($requesterId & 0xffff) !== $requesterId) return false
  const $lowerAddress6to2 = message.lowerAddress6to2
  if (typeof $lowerAddress6to2 !== 'number' || ($lowerAddress6to2 & 0x1f) !== $lowerAddress6to2) return false
  const $byteCount = message.byteCount
  if (typeof $byteCount !== 'number' || ($byteCount & 0xfff) !== $byteCount) return false
  if (($withData | $ep) < 0) return false
  if (!(target instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > target.length - 12) return false
  const w0 = 0xa000000 | ($withData << 30) | ($tc << 21) | ($ohc << 16) | ($ts << 13) | ($attr << 10) | $length
  const w1 = ($completerId << 16) | ($ep << 15) | $tag | (($lowerAddress6to2 << 10) & 0x4000)
  const w2 = ($requesterId << 16) | (($lowerAddress6to2 << 12) & 0xf000) | $byteCount
  if (target === writeBytes || lookForWriting(target)) {
    writeView.setInt32(offset, w0, false)
    writeView.setInt32(offset + 4, w1, false)
    writeView.setInt32(offset + 8, w2, false)
  } else {
    storeBig(target, offset, w0)
    storeBig(target, offset + 4, w1)
    storeBig(target, offset + 8, w2)
  }
  return true
}

function viewClass(): ViewClass {
  return class extends RecordView {
    get withData(): boolean { return ((this.memory.getInt32(this.offset, false) >>> 30) & 1) !== 0 }
    get tc(): number { return (this.memory.getInt32(this.offset, false) >>> 21) & 7 }
    get ohc(): number { return (this.memory.getInt32(this.offset, false) >>> 16) & 0x1f }
    get ts(): number { return (this.memory.getInt32(this.offset, false) >>> 13) & 7 }
    get attr(): number { return (this.memory.getInt32(this.offset, false) >>> 10) & 7 }
    get length(): number { return this.memory.getInt32(this.offset, false) & 0x3ff }
    get completerId(): number { return this.memory.getInt32(this.offset + 4, false) >>> 16 }
    get ep(): boolean { return ((this.memory.getInt32(this.offset + 4, false) >>> 15) & 1) !== 0 }
    get tag(): number { return this.memory.getInt32(this.offset + 4, false) & 0x3fff }
    get requesterId(): number { return this.memory.getInt32(this.offset + 8, false) >>> 16 }
    get lowerAddress6to2(): number { return ((this.memory.getInt32(this.offset + 8, false) >>> 12) & 0xf) | ((this.memory.getInt32(this.offset + 4, false) >>> 10) & 0x10) }
    get byteCount(): number { return this.memory.getInt32(this.offset + 8, false) & 0xfff }
  }
}

function kernel(block: number): ColumnKernel {
  const input = new Uint8Array(block * 12)
  const memory = new DataView(input.buffer)
  const $withData = new Uint8Array(block)
  const $tc = new Uint8Array(block)
  const $ohc = new Uint8Array(block)
  const $ts = new Uint8Array(block)
  const $attr = new Uint8Array(block)
  const $length = new Uint16Array(block)
  const $completerId = new Uint16Array(block)
  const $ep = new Uint8Array(block)
  const $tag = new Uint16Array(block)
  const $requesterId = new Uint16Array(block)
  const $lowerAddress6to2 = new Uint8Array(block)
  const $byteCount = new Uint16Array(block)
  function run(count: number): number {
    let bad = 0
    for (let i = 0, at = 0; i < count; i++, at += 12) {
      const w0 = memory.getInt32(at, false)
      const w1 = memory.getInt32(at + 4, false)
      const w2 = memory.getInt32(at + 8, false)
      bad |= (w0 & 0xbf000000) ^ 0xa000000
      $withData[i] = (w0 >>> 30) & 1
      $tc[i] = (w0 >>> 21) & 7
      $ohc[i] = (w0 >>> 16) & 0x1f
      $ts[i] = (w0 >>> 13) & 7
      $attr[i] = (w0 >>> 10) & 7
      $length[i] = w0 & 0x3ff
      $completerId[i] = w1 >>> 16
      $ep[i] = (w1 >>> 15) & 1
      $tag[i] = w1 & 0x3fff
      $requesterId[i] = w2 >>> 16
      $lowerAddress6to2[i] = ((w2 >>> 12) & 0xf) | ((w1 >>> 10) & 0x10)
      $byteCount[i] = w2 & 0xfff
    }
    return bad
  }
  return { input, output: { withData: $withData, tc: $tc, ohc: $ohc, ts: $ts, attr: $attr, length: $length, completerId: $completerId, ep: $ep, tag: $tag, requesterId: $requesterId, lowerAddress6to2: $lowerAddress6to2, byteCount: $byteCount }, run }
}

export { layout }

/** Id of the record. */
export const id = 'pcie-flit.translation-completion'

/** Size of the record in bytes. */
export const bytes = 12

/**
 * Decodes the Translation Completion in flit mode, header base at `offset`. What it accepts, `encode` gives back bit for bit.
 * @param offset in bytes, from 0; no alignment is asked for
 * @throws {CodecError} `truncated`, `fixed`, `reserved`; `type` or `range` for wrong arguments
 */
export function decode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): PcieFlitTranslationCompletion {
  return read(bytes, offset, options) ?? (reference.decode(bits(), bytes, offset, options) as unknown as PcieFlitTranslationCompletion)
}

/** `decode`, with its error as a result. Never throws. */
export function tryDecode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): Result<PcieFlitTranslationCompletion> {
  const message = ArrayBuffer.isView(bytes) ? read(bytes, offset, options) : undefined
  return message === undefined ? reference.tryDecode(bits(), bytes, offset, options) : { ok: true, message }
}

/** Takes the record apart: every bit, and what is wrong with it. Never throws; short input gives what is there. */
export function inspect(bytes: Uint8Array, offset = 0): Inspection {
  return inspectRecord(layout, bytes, offset)
}

/**
 * Encodes a message into a fresh array of 12 bytes.
 * @throws {CodecError} `type` or `range`, naming field, bits, limit and value; nothing is truncated
 */
export function encode(message: PcieFlitTranslationCompletionInit): Uint8Array {
  const bytes = new Uint8Array(12)
  return write(message, bytes, 0) ? bytes : reference.encode(bits(), message)
}

/**
 * Writes all 12 bytes of the record at `offset` of `target`, or throws before the first.
 * @returns 12
 * @throws {CodecError} as `encode`; `truncated` where `target` has no room
 */
export function encodeInto(message: PcieFlitTranslationCompletionInit, target: Uint8Array, offset = 0): number {
  return write(message, target, offset) ? 12 : reference.encodeInto(bits(), message, target, offset)
}

let Class: ViewClass | undefined

/**
 * A view with a getter per field, which reads when it is asked. Nothing is copied, and nothing but the length is checked.
 * @throws {CodecError} `truncated`, `type` or `range`
 */
export function view(bytes: Uint8Array, offset = 0): Readonly<PcieFlitTranslationCompletion> & View {
  return new (Class ??= viewClass())(bits(), bytes, offset) as unknown as Readonly<PcieFlitTranslationCompletion> & View
}

let loop: ColumnKernel | undefined

/**
 * Decodes many consecutive records into typed arrays, one per field.
 * @throws {CodecError} `truncated` where `count` records are not there; `type` or `range` for wrong options
 */
export function columns(bytes: Uint8Array, options: ColumnsOptions<PcieFlitTranslationCompletionColumns> = {}): ColumnsResult<PcieFlitTranslationCompletionColumns> {
  return decodeColumns(bits(), bytes, options, (block) => (loop ??= kernel(block)))
}

/** The generated codec before it declines to the reference, for proofs that it really ran. */
export const generated = { read, write }
