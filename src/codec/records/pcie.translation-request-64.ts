// Generated from src/spec/pcie.ts by `npm run generate`; do not edit.
import { translationRequest64 as layout } from '../../spec/pcie.ts'
import type { Bits } from '../../spec/vocabulary.ts'
import { decodeColumns } from '../columns.ts'
import type { ColumnKernel, ColumnsOptions, ColumnsResult } from '../columns.ts'
import { inspectRecord } from '../inspect.ts'
import type { Inspection } from '../inspect.ts'
import { HIGH, LOW, bit, flag, fromHalves, high, intoHalves, low, lookForWriting, memoryOf, readBytes, readView, scratch, setBig4, storeBig4, writeBytes, writeView } from '../memory.ts'
import { onlyKnown } from '../message.ts'
import * as reference from '../reference.ts'
import type { DecodeOptions, Result } from '../reference.ts'
import { RecordView } from '../view.ts'
import type { View, ViewClass } from '../view.ts'

/** The message of `pcie.translation-request-64`: Translation Request, 64-bit address. PCIe Base Specification, 10.2.2. */
export interface PcieTranslationRequest64 {
  /**
   * T9: Tag[9], reserved where 10-bit tags are not used.
   * Bits: `DW0[23]`; optional on encode, 0 by default. PCIe Base Specification, 2.2.1 and 2.2.8.
   */
  t9: boolean
  /**
   * TC: traffic class.
   * Bits: `DW0[22:20]`; 0 to 0x7; optional on encode, 0 by default. PCIe Base Specification, 2.2.1 and 2.2.8.
   */
  tc: number
  /**
   * T8: Tag[8], reserved where 10-bit tags are not used.
   * Bits: `DW0[19]`; optional on encode, 0 by default. PCIe Base Specification, 2.2.1 and 2.2.8.
   */
  t8: boolean
  /**
   * Attr[2:0]: ID-based ordering, relaxed ordering, no snoop.
   * Bits: `DW0[18] DW0[13:12]`; 0 to 0x7; optional on encode, 0 by default. PCIe Base Specification, 2.2.1 and 2.2.8.
   */
  attr: number
  /**
   * LN: lightweight notification, reserved in newer revisions.
   * Bits: `DW0[17]`; optional on encode, 0 by default. PCIe Base Specification, 2.2.1 and 2.2.8.
   */
  ln: boolean
  /**
   * TH: TLP processing hints are present.
   * Bits: `DW0[16]`; optional on encode, 0 by default. PCIe Base Specification, 2.2.1 and 2.2.8.
   */
  th: boolean
  /**
   * TD: a digest (ECRC) follows the packet.
   * Bits: `DW0[15]`; optional on encode, 0 by default. PCIe Base Specification, 2.2.1 and 2.2.8.
   */
  td: boolean
  /**
   * EP: the packet is poisoned.
   * Bits: `DW0[14]`; optional on encode, 0 by default. PCIe Base Specification, 2.2.1 and 2.2.8.
   */
  ep: boolean
  /**
   * Length of the answer: 2 DW for each translation asked for.
   * Bits: `DW0[9:0]`; DW; 0 to 0x3ff. PCIe Base Specification, 2.2.7.
   */
  length: number
  /**
   * Requester ID: the function that asks.
   * Bits: `DW1[31:16]`; 0 to 0xffff. PCIe Base Specification, 2.2.1 and 2.2.8.
   */
  requesterId: number
  /**
   * Tag[7:0] of the transaction.
   * Bits: `DW1[15:8]`; 0 to 0xff; optional on encode, 0 by default. PCIe Base Specification, 2.2.7.
   */
  tag: number
  /**
   * Last DW BE; held to be 1111b in this request.
   * Bits: `DW1[7:4]`; 0 to 0xf; confirm. PCIe Base Specification, 2.2.7.
   */
  lastBe: number
  /**
   * First DW BE; held to be 1111b in this request.
   * Bits: `DW1[3:0]`; 0 to 0xf; confirm. PCIe Base Specification, 2.2.7.
   */
  firstBe: number
  /**
   * Untranslated Address[63:12].
   * Bits: `DW2[31:0] DW3[31:12]`; byte address; a multiple of 4096n. PCIe Base Specification, 10.2.2.
   */
  address: bigint
  /**
   * CXL source; its place rests on memory.
   * Bits: `DW3[3]`; optional on encode, 0 by default; confirm. PCIe Base Specification, 10.2.2.
   */
  cxlSource: boolean
  /**
   * NW: the function promises not to write, so that the answer may leave out W.
   * Bits: `DW3[0]`. PCIe Base Specification, 10.2.2.
   */
  noWrite: boolean
}

/** What `encode` takes: optional fields may be left out. */
export type PcieTranslationRequest64Init = Omit<PcieTranslationRequest64, 't9' | 'tc' | 't8' | 'attr' | 'ln' | 'th' | 'td' | 'ep' | 'tag' | 'cxlSource'> & Partial<Pick<PcieTranslationRequest64, 't9' | 'tc' | 't8' | 'attr' | 'ln' | 'th' | 'td' | 'ep' | 'tag' | 'cxlSource'>>

/** One typed array per field. */
export interface PcieTranslationRequest64Columns {
  t9: Uint8Array
  tc: Uint8Array
  t8: Uint8Array
  attr: Uint8Array
  ln: Uint8Array
  th: Uint8Array
  td: Uint8Array
  ep: Uint8Array
  length: Uint16Array
  requesterId: Uint16Array
  tag: Uint8Array
  lastBe: Uint8Array
  firstBe: Uint8Array
  address: BigUint64Array
  cxlSource: Uint8Array
  noWrite: Uint8Array
}

let table: Bits | undefined

/** The bits of the record, for the reference codec; made when they are first asked for. */
function bits(): Bits {
  return (table ??= {
    id: 'pcie.translation-request-64', bytes: 16, word: 4, order: 'big', label: 'DW',
    fields: {
      t9: { at: [[0, 23, 23]], as: 'flag', optional: true },
      tc: { at: [[0, 22, 20]], as: 'uint', optional: true },
      t8: { at: [[0, 19, 19]], as: 'flag', optional: true },
      attr: { at: [[0, 18, 18], [0, 13, 12]], as: 'uint', optional: true },
      ln: { at: [[0, 17, 17]], as: 'flag', optional: true },
      th: { at: [[0, 16, 16]], as: 'flag', optional: true },
      td: { at: [[0, 15, 15]], as: 'flag', optional: true },
      ep: { at: [[0, 14, 14]], as: 'flag', optional: true },
      length: { at: [[0, 9, 0]], as: 'uint' },
      requesterId: { at: [[1, 31, 16]], as: 'uint' },
      tag: { at: [[1, 15, 8]], as: 'uint', optional: true },
      lastBe: { at: [[1, 7, 4]], as: 'uint' },
      firstBe: { at: [[1, 3, 0]], as: 'uint' },
      address: { at: [[2, 31, 0], [3, 31, 12]], as: 'page' },
      cxlSource: { at: [[3, 3, 3]], as: 'flag', optional: true },
      noWrite: { at: [[3, 0, 0]], as: 'flag' },
    },
    fixed: {
      fmt: { at: [[0, 31, 29]], value: 1 },
      type: { at: [[0, 28, 24]], value: 0 },
      at: { at: [[0, 11, 10]], value: 1 },
    },
    reserved: [[3, 11, 4], [3, 2, 1]],
  })
}

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): PcieTranslationRequest64 | undefined {
  if (!(bytes instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > bytes.length - 16) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 16)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, false)
  const w1 = memory.getInt32(at + 4, false)
  const w2 = memory.getInt32(at + 8, false)
  const w3 = memory.getInt32(at + 12, false)
  const reserved = options?.reserved
  if (reserved !== undefined && reserved !== 'reject' && reserved !== 'ignore') return undefined
  if (((w0 & 0xff000c00) ^ 0x20000400) !== 0) return undefined
  if ((w3 & 0xff6) !== 0 && reserved !== 'ignore') return undefined
  return {
    t9: flag((w0 >>> 23) & 1),
    tc: (w0 >>> 20) & 7,
    t8: flag((w0 >>> 19) & 1),
    attr: ((w0 >>> 12) & 3) | ((w0 >>> 16) & 4),
    ln: flag((w0 >>> 17) & 1),
    th: flag((w0 >>> 16) & 1),
    td: flag((w0 >>> 15) & 1),
    ep: flag((w0 >>> 14) & 1),
    length: w0 & 0x3ff,
    requesterId: w1 >>> 16,
    tag: (w1 >>> 8) & 0xff,
    lastBe: (w1 >>> 4) & 0xf,
    firstBe: w1 & 0xf,
    address: fromHalves(w3 & 0xfffff000, w2),
    cxlSource: flag((w3 >>> 3) & 1),
    noWrite: flag(w3 & 1),
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: PcieTranslationRequest64Init, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  if ((message.t9 === undefined || message.tc === undefined || message.t8 === undefined || message.attr === undefined || message.ln === undefined || message.th === undefined || message.td === undefined || message.ep === undefined || message.tag === undefined || message.cxlSource === undefined) && !onlyKnown(bits(), message)) return false
  const $t9 = bit(message.t9 === undefined ? false : message.t9)
  const $tc = message.tc === undefined ? 0 : message.tc
  if (typeof $tc !== 'number' || ($tc & 7) !== $tc) return false
  const $t8 = bit(message.t8 === undefined ? false : message.t8)
  const $attr = message.attr === undefined ? 0 : message.attr
  if (typeof $attr !== 'number' || ($attr & 7) !== $attr) return false
  const $ln = bit(message.ln === undefined ? false : message.ln)
  const $th = bit(message.th === undefined ? false : message.th)
  const $td = bit(message.td === undefined ? false : message.td)
  const $ep = bit(message.ep === undefined ? false : message.ep)
  const $length = message.length
  if (typeof $length !== 'number' || ($length & 0x3ff) !== $length) return false
  const $requesterId = message.requesterId
  if (typeof $requesterId !== 'number' || ($requesterId & 0xffff) !== $requesterId) return false
  const $tag = message.tag === undefined ? 0 : message.tag
  if (typeof $tag !== 'number' || ($tag & 0xff) !== $tag) return false
  const $lastBe = message.lastBe
  if (typeof $lastBe !== 'number' || ($lastBe & 0xf) !== $lastBe) return false
  const $firstBe = message.firstBe
  if (typeof $firstBe !== 'number' || ($firstBe & 0xf) !== $firstBe) return false
  if (!intoHalves(message.address)) return false
  const $addresslow = low()
  const $addresshigh = high()
  if (($addresslow & 0xfff) !== 0) return false
  const $cxlSource = bit(message.cxlSource === undefined ? false : message.cxlSource)
  const $noWrite = bit(message.noWrite)
  if (($t9 | $t8 | $ln | $th | $td | $ep | $cxlSource | $noWrite) < 0) return false
  if (!(target instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > target.length - 16) return false
  const w0 = 0x20000400 | ($t9 << 23) | ($tc << 20) | ($t8 << 19) | (($attr << 12) & 0x3000) | (($attr << 16) & 0x40000) | ($ln << 17) | ($th << 16) | ($td << 15) | ($ep << 14) | $length
  const w1 = ($requesterId << 16) | ($tag << 8) | ($lastBe << 4) | $firstBe
  const w2 = $addresshigh
  const w3 = ($addresslow & 0xfffff000) | ($cxlSource << 3) | $noWrite
  if (target === writeBytes || lookForWriting(target)) {
    setBig4(writeView, offset, w0, w1, w2, w3)
  } else {
    storeBig4(target, offset, w0, w1, w2, w3)
  }
  return true
}

function viewClass(): ViewClass {
  return class extends RecordView {
    get t9(): boolean { return ((this.memory.getInt32(this.offset, false) >>> 23) & 1) !== 0 }
    get tc(): number { return (this.memory.getInt32(this.offset, false) >>> 20) & 7 }
    get t8(): boolean { return ((this.memory.getInt32(this.offset, false) >>> 19) & 1) !== 0 }
    get attr(): number { return ((this.memory.getInt32(this.offset, false) >>> 12) & 3) | ((this.memory.getInt32(this.offset, false) >>> 16) & 4) }
    get ln(): boolean { return ((this.memory.getInt32(this.offset, false) >>> 17) & 1) !== 0 }
    get th(): boolean { return ((this.memory.getInt32(this.offset, false) >>> 16) & 1) !== 0 }
    get td(): boolean { return ((this.memory.getInt32(this.offset, false) >>> 15) & 1) !== 0 }
    get ep(): boolean { return ((this.memory.getInt32(this.offset, false) >>> 14) & 1) !== 0 }
    get length(): number { return this.memory.getInt32(this.offset, false) & 0x3ff }
    get requesterId(): number { return this.memory.getInt32(this.offset + 4, false) >>> 16 }
    get tag(): number { return (this.memory.getInt32(this.offset + 4, false) >>> 8) & 0xff }
    get lastBe(): number { return (this.memory.getInt32(this.offset + 4, false) >>> 4) & 0xf }
    get firstBe(): number { return this.memory.getInt32(this.offset + 4, false) & 0xf }
    get address(): bigint { return fromHalves(this.memory.getInt32(this.offset + 12, false) & 0xfffff000, this.memory.getInt32(this.offset + 8, false)) }
    get cxlSource(): boolean { return ((this.memory.getInt32(this.offset + 12, false) >>> 3) & 1) !== 0 }
    get noWrite(): boolean { return (this.memory.getInt32(this.offset + 12, false) & 1) !== 0 }
  }
}

function kernel(block: number): ColumnKernel {
  const input = new Uint8Array(block * 16)
  const memory = new DataView(input.buffer)
  const $t9 = new Uint8Array(block)
  const $tc = new Uint8Array(block)
  const $t8 = new Uint8Array(block)
  const $attr = new Uint8Array(block)
  const $ln = new Uint8Array(block)
  const $th = new Uint8Array(block)
  const $td = new Uint8Array(block)
  const $ep = new Uint8Array(block)
  const $length = new Uint16Array(block)
  const $requesterId = new Uint16Array(block)
  const $tag = new Uint8Array(block)
  const $lastBe = new Uint8Array(block)
  const $firstBe = new Uint8Array(block)
  const $address = new BigUint64Array(block)
  const $addresshalves = new Int32Array($address.buffer)
  const $cxlSource = new Uint8Array(block)
  const $noWrite = new Uint8Array(block)
  function run(count: number): number {
    let bad = 0
    for (let i = 0, at = 0; i < count; i++, at += 16) {
      const w0 = memory.getInt32(at, false)
      const w1 = memory.getInt32(at + 4, false)
      const w2 = memory.getInt32(at + 8, false)
      const w3 = memory.getInt32(at + 12, false)
      bad |= ((w0 & 0xff000c00) ^ 0x20000400) | (w3 & 0xff6)
      $t9[i] = (w0 >>> 23) & 1
      $tc[i] = (w0 >>> 20) & 7
      $t8[i] = (w0 >>> 19) & 1
      $attr[i] = ((w0 >>> 12) & 3) | ((w0 >>> 16) & 4)
      $ln[i] = (w0 >>> 17) & 1
      $th[i] = (w0 >>> 16) & 1
      $td[i] = (w0 >>> 15) & 1
      $ep[i] = (w0 >>> 14) & 1
      $length[i] = w0 & 0x3ff
      $requesterId[i] = w1 >>> 16
      $tag[i] = (w1 >>> 8) & 0xff
      $lastBe[i] = (w1 >>> 4) & 0xf
      $firstBe[i] = w1 & 0xf
      $addresshalves[2 * i + LOW] = w3 & 0xfffff000
      $addresshalves[2 * i + HIGH] = w2
      $cxlSource[i] = (w3 >>> 3) & 1
      $noWrite[i] = w3 & 1
    }
    return bad
  }
  return { input, output: { t9: $t9, tc: $tc, t8: $t8, attr: $attr, ln: $ln, th: $th, td: $td, ep: $ep, length: $length, requesterId: $requesterId, tag: $tag, lastBe: $lastBe, firstBe: $firstBe, address: $address, cxlSource: $cxlSource, noWrite: $noWrite }, run }
}

export { layout }

/** Id of the record. */
export const id = 'pcie.translation-request-64'

/** Size of the record in bytes. */
export const bytes = 16

/**
 * Decodes the Translation Request, 64-bit address at `offset`. What it accepts, `encode` gives back bit for bit.
 * @param offset in bytes, from 0; no alignment is asked for
 * @throws {CodecError} `truncated`, `fixed`, `reserved`; `type` or `range` for wrong arguments
 */
export function decode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): PcieTranslationRequest64 {
  return read(bytes, offset, options) ?? (reference.decode(bits(), bytes, offset, options) as unknown as PcieTranslationRequest64)
}

/** `decode`, with its error as a result. Never throws. */
export function tryDecode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): Result<PcieTranslationRequest64> {
  const message = ArrayBuffer.isView(bytes) ? read(bytes, offset, options) : undefined
  return message === undefined ? reference.tryDecode(bits(), bytes, offset, options) : { ok: true, message }
}

/** Takes the record apart: every bit, and what is wrong with it. Never throws; short input gives what is there. */
export function inspect(bytes: Uint8Array, offset = 0): Inspection {
  return inspectRecord(layout, bytes, offset)
}

/**
 * Encodes a message into a fresh array of 16 bytes.
 * @throws {CodecError} `type` or `range`, naming field, bits, limit and value; nothing is truncated
 */
export function encode(message: PcieTranslationRequest64Init): Uint8Array {
  const bytes = new Uint8Array(16)
  return write(message, bytes, 0) ? bytes : reference.encode(bits(), message)
}

/**
 * Writes all 16 bytes of the record at `offset` of `target`, or throws before the first.
 * @returns 16
 * @throws {CodecError} as `encode`; `truncated` where `target` has no room
 */
export function encodeInto(message: PcieTranslationRequest64Init, target: Uint8Array, offset = 0): number {
  return write(message, target, offset) ? 16 : reference.encodeInto(bits(), message, target, offset)
}

let Class: ViewClass | undefined

/**
 * A view with a getter per field, which reads when it is asked. Nothing is copied, and nothing but the length is checked.
 * @throws {CodecError} `truncated`, `type` or `range`
 */
export function view(bytes: Uint8Array, offset = 0): Readonly<PcieTranslationRequest64> & View {
  return new (Class ??= viewClass())(bits(), bytes, offset) as unknown as Readonly<PcieTranslationRequest64> & View
}

let loop: ColumnKernel | undefined

/**
 * Decodes many consecutive records into typed arrays, one per field.
 * @throws {CodecError} `truncated` where `count` records are not there; `type` or `range` for wrong options
 */
export function columns(bytes: Uint8Array, options: ColumnsOptions<PcieTranslationRequest64Columns> = {}): ColumnsResult<PcieTranslationRequest64Columns> {
  return decodeColumns(bits(), bytes, options, (block) => (loop ??= kernel(block)))
}

/** The generated codec before it declines to the reference, for proofs that it really ran. */
export const generated = { read, write }
