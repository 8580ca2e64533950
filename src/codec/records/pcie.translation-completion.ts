// Generated from src/spec/pcie.ts by `npm run generate`; do not edit.
import { translationCompletion as layout } from '../../spec/pcie.ts'
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

/** The message of `pcie.translation-completion`: Translation Completion, header. PCIe Base Specification, 10.2.3 and 2.2.9. */
export interface PcieTranslationCompletion {
  /**
   * Fmt[1]: translation entries follow the header (CplD); without them this is a failure (Cpl).
   * Bits: `DW0[30]`. PCIe Base Specification, 10.2.3 and 2.2.9.
   */
  withData: boolean
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
   * Length of the data: 2 DW for each entry; 0 without data.
   * Bits: `DW0[9:0]`; DW; 0 to 0x3ff. PCIe Base Specification, 10.2.3 and 2.2.9.
   */
  length: number
  /**
   * Completer ID: the side that translates.
   * Bits: `DW1[31:16]`; 0 to 0xffff. PCIe Base Specification, 10.2.3 and 2.2.9.
   */
  completerId: number
  /**
   * Completion Status.
   * Values: 0x0 SuccessfulCompletion, 0x1 UnsupportedRequest, 0x2 RequestRetryStatus, 0x4 CompleterAbort.
   * Bits: `DW1[15:13]`; 0 to 0x7. PCIe Base Specification, 10.2.3 and 2.2.9.
   */
  status: number
  /**
   * BCM: Byte Count Modified, by PCI-X completers only.
   * Bits: `DW1[12]`; optional on encode, 0 by default. PCIe Base Specification, 10.2.3 and 2.2.9.
   */
  bcm: boolean
  /**
   * Byte Count: what is left of the answer, these bytes included; 0 means 4096.
   * Bits: `DW1[11:0]`; bytes; 0 to 0xfff; confirm. PCIe Base Specification, 10.2.3 and 2.2.9.
   */
  byteCount: number
  /**
   * Requester ID of the request that is answered.
   * Bits: `DW2[31:16]`; 0 to 0xffff. PCIe Base Specification, 10.2.3 and 2.2.9.
   */
  requesterId: number
  /**
   * Tag[7:0] of the request that is answered.
   * Bits: `DW2[15:8]`; 0 to 0xff; optional on encode, 0 by default. PCIe Base Specification, 10.2.3 and 2.2.9.
   */
  tag: number
  /**
   * Lower Address; its value in a completion that is split is unconfirmed.
   * Bits: `DW2[6:0]`; 0 to 0x7f; confirm. PCIe Base Specification, 10.2.3 and 2.2.9.
   */
  lowerAddress: number
}

/** What `encode` takes: optional fields may be left out. */
export type PcieTranslationCompletionInit = Omit<PcieTranslationCompletion, 't9' | 'tc' | 't8' | 'attr' | 'ln' | 'th' | 'td' | 'ep' | 'bcm' | 'tag'> & Partial<Pick<PcieTranslationCompletion, 't9' | 'tc' | 't8' | 'attr' | 'ln' | 'th' | 'td' | 'ep' | 'bcm' | 'tag'>>

/** One typed array per field. */
export interface PcieTranslationCompletionColumns {
  withData: Uint8Array
  t9: Uint8Array
  tc: Uint8Array
  t8: Uint8Array
  attr: Uint8Array
  ln: Uint8Array
  th: Uint8Array
  td: Uint8Array
  ep: Uint8Array
  length: Uint16Array
  completerId: Uint16Array
  status: Uint8Array
  bcm: Uint8Array
  byteCount: Uint16Array
  requesterId: Uint16Array
  tag: Uint8Array
  lowerAddress: Uint8Array
}

let table: Bits | undefined

/** The bits of the record, for the reference codec; made when they are first asked for. */
function bits(): Bits {
  return (table ??= {
    id: 'pcie.translation-completion', bytes: 12, word: 4, order: 'big', label: 'DW',
    fields: {
      withData: { at: [[0, 30, 30]], as: 'flag' },
      t9: { at: [[0, 23, 23]], as: 'flag', optional: true },
      tc: { at: [[0, 22, 20]], as: 'uint', optional: true },
      t8: { at: [[0, 19, 19]], as: 'flag', optional: true },
      attr: { at: [[0, 18, 18], [0, 13, 12]], as: 'uint', optional: true },
      ln: { at: [[0, 17, 17]], as: 'flag', optional: true },
      th: { at: [[0, 16, 16]], as: 'flag', optional: true },
      td: { at: [[0, 15, 15]], as: 'flag', optional: true },
      ep: { at: [[0, 14, 14]], as: 'flag', optional: true },
      length: { at: [[0, 9, 0]], as: 'uint' },
      completerId: { at: [[1, 31, 16]], as: 'uint' },
      status: { at: [[1, 15, 13]], as: 'uint' },
      bcm: { at: [[1, 12, 12]], as: 'flag', optional: true },
      byteCount: { at: [[1, 11, 0]], as: 'uint' },
      requesterId: { at: [[2, 31, 16]], as: 'uint' },
      tag: { at: [[2, 15, 8]], as: 'uint', optional: true },
      lowerAddress: { at: [[2, 6, 0]], as: 'uint' },
    },
    fixed: {
      fmt: { at: [[0, 31, 31], [0, 29, 29]], value: 0 },
      type: { at: [[0, 28, 24]], value: 10 },
    },
    reserved: [[0, 11, 10], [2, 7, 7]],
  })
}

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): PcieTranslationCompletion | undefined {
  if (!(bytes instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > bytes.length - 12) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 12)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, false)
  const w1 = memory.getInt32(at + 4, false)
  const w2 = memory.getInt32(at + 8, false)
  const reserved = options?.reserved
  if (reserved !== undefined && reserved !== 'reject' && reserved !== 'ignore') return undefined
  if (((w0 & 0xbf000000) ^ 0xa000000) !== 0) return undefined
  if (((w0 & 0xc00) | (w2 & 0x80)) !== 0 && reserved !== 'ignore') return undefined
  return {
    withData: flag((w0 >>> 30) & 1),
    t9: flag((w0 >>> 23) & 1),
    tc: (w0 >>> 20) & 7,
    t8: flag((w0 >>> 19) & 1),
    attr: ((w0 >>> 12) & 3) | ((w0 >>> 16) & 4),
    ln: flag((w0 >>> 17) & 1),
    th: flag((w0 >>> 16) & 1),
    td: flag((w0 >>> 15) & 1),
    ep: flag((w0 >>> 14) & 1),
    length: w0 & 0x3ff,
    completerId: w1 >>> 16,
    status: (w1 >>> 13) & 7,
    bcm: flag((w1 >>> 12) & 1),
    byteCount: w1 & 0xfff,
    requesterId: w2 >>> 16,
    tag: (w2 >>> 8) & 0xff,
    lowerAddress: w2 & 0x7f,
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: PcieTranslationCompletionInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  if ((message.t9 === undefined || message.tc === undefined || message.t8 === undefined || message.attr === undefined || message.ln === undefined || message.th === undefined || message.td === undefined || message.ep === undefined || message.bcm === undefined || message.tag === undefined) && !onlyKnown(bits(), message)) return false
  const $withData = bit(message.withData)
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
  const $completerId = message.completerId
  if (typeof $completerId !== 'number' || ($completerId & 0xffff) !== $completerId) return false
  const $status = message.status
  if (typeof $status !== 'number' || ($status & 7) !== $status) return false
  const $bcm = bit(message.bcm === undefined ? false : message.bcm)
  const $byteCount = message.byteCount
  if (typeof $byteCount !== 'number' || ($byteCount & 0xfff) !== $byteCount) return false
  const $requesterId = message.requesterId
  if (typeof $requesterId !== 'number' || ($requesterId & 0xffff) !== $requesterId) return false
  const $tag = message.tag === undefined ? 0 : message.tag
  if (typeof $tag !== 'number' || ($tag & 0xff) !== $tag) return false
  const $lowerAddress = message.lowerAddress
  if (typeof $lowerAddress !== 'number' || ($lowerAddress & 0x7f) !== $lowerAddress) return false
  if (($withData | $t9 | $t8 | $ln | $th | $td | $ep | $bcm) < 0) return false
  if (!(target instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > target.length - 12) return false
  const w0 = 0xa000000 | ($withData << 30) | ($t9 << 23) | ($tc << 20) | ($t8 << 19) | (($attr << 12) & 0x3000) | (($attr << 16) & 0x40000) | ($ln << 17) | ($th << 16) | ($td << 15) | ($ep << 14) | $length
  const w1 = ($completerId << 16) | ($status << 13) | ($bcm << 12) | $byteCount
  const w2 = ($requesterId << 16) | ($tag << 8) | $lowerAddress
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
    get t9(): boolean { return ((this.memory.getInt32(this.offset, false) >>> 23) & 1) !== 0 }
    get tc(): number { return (this.memory.getInt32(this.offset, false) >>> 20) & 7 }
    get t8(): boolean { return ((this.memory.getInt32(this.offset, false) >>> 19) & 1) !== 0 }
    get attr(): number { return ((this.memory.getInt32(this.offset, false) >>> 12) & 3) | ((this.memory.getInt32(this.offset, false) >>> 16) & 4) }
    get ln(): boolean { return ((this.memory.getInt32(this.offset, false) >>> 17) & 1) !== 0 }
    get th(): boolean { return ((this.memory.getInt32(this.offset, false) >>> 16) & 1) !== 0 }
    get td(): boolean { return ((this.memory.getInt32(this.offset, false) >>> 15) & 1) !== 0 }
    get ep(): boolean { return ((this.memory.getInt32(this.offset, false) >>> 14) & 1) !== 0 }
    get length(): number { return this.memory.getInt32(this.offset, false) & 0x3ff }
    get completerId(): number { return this.memory.getInt32(this.offset + 4, false) >>> 16 }
    get status(): number { return (this.memory.getInt32(this.offset + 4, false) >>> 13) & 7 }
    get bcm(): boolean { return ((this.memory.getInt32(this.offset + 4, false) >>> 12) & 1) !== 0 }
    get byteCount(): number { return this.memory.getInt32(this.offset + 4, false) & 0xfff }
    get requesterId(): number { return this.memory.getInt32(this.offset + 8, false) >>> 16 }
    get tag(): number { return (this.memory.getInt32(this.offset + 8, false) >>> 8) & 0xff }
    get lowerAddress(): number { return this.memory.getInt32(this.offset + 8, false) & 0x7f }
  }
}

function kernel(block: number): ColumnKernel {
  const input = new Uint8Array(block * 12)
  const memory = new DataView(input.buffer)
  const $withData = new Uint8Array(block)
  const $t9 = new Uint8Array(block)
  const $tc = new Uint8Array(block)
  const $t8 = new Uint8Array(block)
  const $attr = new Uint8Array(block)
  const $ln = new Uint8Array(block)
  const $th = new Uint8Array(block)
  const $td = new Uint8Array(block)
  const $ep = new Uint8Array(block)
  const $length = new Uint16Array(block)
  const $completerId = new Uint16Array(block)
  const $status = new Uint8Array(block)
  const $bcm = new Uint8Array(block)
  const $byteCount = new Uint16Array(block)
  const $requesterId = new Uint16Array(block)
  const $tag = new Uint8Array(block)
  const $lowerAddress = new Uint8Array(block)
  function run(count: number): number {
    let bad = 0
    for (let i = 0, at = 0; i < count; i++, at += 12) {
      const w0 = memory.getInt32(at, false)
      const w1 = memory.getInt32(at + 4, false)
      const w2 = memory.getInt32(at + 8, false)
      bad |= ((w0 & 0xbf000c00) ^ 0xa000000) | (w2 & 0x80)
      $withData[i] = (w0 >>> 30) & 1
      $t9[i] = (w0 >>> 23) & 1
      $tc[i] = (w0 >>> 20) & 7
      $t8[i] = (w0 >>> 19) & 1
      $attr[i] = ((w0 >>> 12) & 3) | ((w0 >>> 16) & 4)
      $ln[i] = (w0 >>> 17) & 1
      $th[i] = (w0 >>> 16) & 1
      $td[i] = (w0 >>> 15) & 1
      $ep[i] = (w0 >>> 14) & 1
      $length[i] = w0 & 0x3ff
      $completerId[i] = w1 >>> 16
      $status[i] = (w1 >>> 13) & 7
      $bcm[i] = (w1 >>> 12) & 1
      $byteCount[i] = w1 & 0xfff
      $requesterId[i] = w2 >>> 16
      $tag[i] = (w2 >>> 8) & 0xff
      $lowerAddress[i] = w2 & 0x7f
    }
    return bad
  }
  return { input, output: { withData: $withData, t9: $t9, tc: $tc, t8: $t8, attr: $attr, ln: $ln, th: $th, td: $td, ep: $ep, length: $length, completerId: $completerId, status: $status, bcm: $bcm, byteCount: $byteCount, requesterId: $requesterId, tag: $tag, lowerAddress: $lowerAddress }, run }
}

export { layout }

/** Id of the record. */
export const id = 'pcie.translation-completion'

/** Size of the record in bytes. */
export const bytes = 12

/**
 * Decodes the Translation Completion, header at `offset`. What it accepts, `encode` gives back bit for bit.
 * @param offset in bytes, from 0; no alignment is asked for
 * @throws {CodecError} `truncated`, `fixed`, `reserved`; `type` or `range` for wrong arguments
 */
export function decode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): PcieTranslationCompletion {
  return read(bytes, offset, options) ?? (reference.decode(bits(), bytes, offset, options) as unknown as PcieTranslationCompletion)
}

/** `decode`, with its error as a result. Never throws. */
export function tryDecode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): Result<PcieTranslationCompletion> {
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
export function encode(message: PcieTranslationCompletionInit): Uint8Array {
  const bytes = new Uint8Array(12)
  return write(message, bytes, 0) ? bytes : reference.encode(bits(), message)
}

/**
 * Writes all 12 bytes of the record at `offset` of `target`, or throws before the first.
 * @returns 12
 * @throws {CodecError} as `encode`; `truncated` where `target` has no room
 */
export function encodeInto(message: PcieTranslationCompletionInit, target: Uint8Array, offset = 0): number {
  return write(message, target, offset) ? 12 : reference.encodeInto(bits(), message, target, offset)
}

let Class: ViewClass | undefined

/**
 * A view with a getter per field, which reads when it is asked. Nothing is copied, and nothing but the length is checked.
 * @throws {CodecError} `truncated`, `type` or `range`
 */
export function view(bytes: Uint8Array, offset = 0): Readonly<PcieTranslationCompletion> & View {
  return new (Class ??= viewClass())(bits(), bytes, offset) as unknown as Readonly<PcieTranslationCompletion> & View
}

let loop: ColumnKernel | undefined

/**
 * Decodes many consecutive records into typed arrays, one per field.
 * @throws {CodecError} `truncated` where `count` records are not there; `type` or `range` for wrong options
 */
export function columns(bytes: Uint8Array, options: ColumnsOptions<PcieTranslationCompletionColumns> = {}): ColumnsResult<PcieTranslationCompletionColumns> {
  return decodeColumns(bits(), bytes, options, (block) => (loop ??= kernel(block)))
}

/** The generated codec before it declines to the reference, for proofs that it really ran. */
export const generated = { read, write }
