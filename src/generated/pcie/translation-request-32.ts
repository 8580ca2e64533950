// Generated from src/spec/pcie.ts by `npm run generate`; do not edit.
import { bitsOfText } from '../../codec/bits.ts'
import { bit, flag, fromHalves, high, intoHalves, low, lookForWriting, memoryOf, modeOf, outside, readBytes, readView, scratch, storeBig, writeBytes, writeView } from '../../codec/memory.ts'
import { onlyKnown } from '../../codec/message.ts'
import type { DecodeOptions } from '../../codec/read-write.ts'
import { tableOfText } from '../../codec/table.ts'
import { allocator, batcher, columner, columnsEncoder, decoder, encoder, encoderInto, inspector, recordOf, tryDecoder, viewer } from '../../codec/verbs.ts'
import { translationRequest32 as rules } from '../../spec/rules/pcie.ts'
import type { translationRequest32 as Table } from '../../spec/pcie.ts'

/** The message of `pcie.translation-request-32`: Translation Request, 32-bit address. PCIe Base Specification, 10.2.2. */
export type PcieTranslationRequest32 = {
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
   * Untranslated Address[31:12].
   * Bits: `DW2[31:12]`; byte address; a multiple of 4096n. PCIe Base Specification, 10.2.2.
   */
  address: bigint
  /**
   * CXL source; its place rests on memory.
   * Bits: `DW2[3]`; optional on encode, 0 by default; confirm. PCIe Base Specification, 10.2.2.
   */
  cxlSource: boolean
  /**
   * NW: the function promises not to write, so that the answer may leave out W.
   * Bits: `DW2[0]`. PCIe Base Specification, 10.2.2.
   */
  noWrite: boolean
}

/** What `encode` takes: optional fields may be left out. */
export type PcieTranslationRequest32Init = Omit<PcieTranslationRequest32, 't9' | 'tc' | 't8' | 'attr' | 'ln' | 'th' | 'td' | 'ep' | 'tag' | 'cxlSource'> & Partial<Pick<PcieTranslationRequest32, 't9' | 'tc' | 't8' | 'attr' | 'ln' | 'th' | 'td' | 'ep' | 'tag' | 'cxlSource'>>

/** One typed array per field. */
export type PcieTranslationRequest32Columns = {
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

const bits = /* @__PURE__ */ bitsOfText('{"id":"pcie.translation-request-32","size":12,"word":4,"order":"big","label":"DW","fields":{"t9":{"at":[[0,23,23]],"as":"flag","optional":true},"tc":{"at":[[0,22,20]],"as":"uint","optional":true},"t8":{"at":[[0,19,19]],"as":"flag","optional":true},"attr":{"at":[[0,18,18],[0,13,12]],"as":"uint","optional":true},"ln":{"at":[[0,17,17]],"as":"flag","optional":true},"th":{"at":[[0,16,16]],"as":"flag","optional":true},"td":{"at":[[0,15,15]],"as":"flag","optional":true},"ep":{"at":[[0,14,14]],"as":"flag","optional":true},"length":{"at":[[0,9,0]],"as":"uint"},"requesterId":{"at":[[1,31,16]],"as":"uint"},"tag":{"at":[[1,15,8]],"as":"uint","optional":true},"lastBe":{"at":[[1,7,4]],"as":"uint"},"firstBe":{"at":[[1,3,0]],"as":"uint"},"address":{"at":[[2,31,12]],"as":"page"},"cxlSource":{"at":[[2,3,3]],"as":"flag","optional":true},"noWrite":{"at":[[2,0,0]],"as":"flag"}},"fixed":{"fmt":{"at":[[0,31,29]],"value":0},"type":{"at":[[0,28,24]],"value":0},"at":{"at":[[0,11,10]],"value":1}},"reserved":[[2,11,4],[2,2,1]]}')
const table = /* @__PURE__ */ tableOfText<typeof Table>('{"id":"pcie.translation-request-32","title":"Translation Request, 32-bit address","clause":"PCIe Base Specification, 10.2.2","source":"OFS/opae-sim, Simics documentation (No Write, CXL source); the place of NW by the Base Specification","word":4,"order":"big","label":"DW","place":"TLP, non-flit mode","size":12,"fields":{"t9":{"at":[[0,23,23]],"as":"flag","optional":true,"clause":"PCIe Base Specification, 2.2.1 and 2.2.8","doc":"T9: Tag[9], reserved where 10-bit tags are not used"},"tc":{"at":[[0,22,20]],"as":"uint","optional":true,"clause":"PCIe Base Specification, 2.2.1 and 2.2.8","doc":"TC: traffic class"},"t8":{"at":[[0,19,19]],"as":"flag","optional":true,"clause":"PCIe Base Specification, 2.2.1 and 2.2.8","doc":"T8: Tag[8], reserved where 10-bit tags are not used"},"attr":{"at":[[0,18,18],[0,13,12]],"as":"uint","optional":true,"clause":"PCIe Base Specification, 2.2.1 and 2.2.8","doc":"Attr[2:0]: ID-based ordering, relaxed ordering, no snoop"},"ln":{"at":[[0,17,17]],"as":"flag","optional":true,"clause":"PCIe Base Specification, 2.2.1 and 2.2.8","doc":"LN: lightweight notification, reserved in newer revisions"},"th":{"at":[[0,16,16]],"as":"flag","optional":true,"clause":"PCIe Base Specification, 2.2.1 and 2.2.8","doc":"TH: TLP processing hints are present"},"td":{"at":[[0,15,15]],"as":"flag","optional":true,"clause":"PCIe Base Specification, 2.2.1 and 2.2.8","doc":"TD: a digest (ECRC) follows the packet"},"ep":{"at":[[0,14,14]],"as":"flag","optional":true,"clause":"PCIe Base Specification, 2.2.1 and 2.2.8","doc":"EP: the packet is poisoned"},"length":{"at":[[0,9,0]],"as":"uint","unit":"DW","clause":"PCIe Base Specification, 2.2.7","doc":"Length of the answer: 2 DW for each translation asked for"},"requesterId":{"at":[[1,31,16]],"as":"uint","clause":"PCIe Base Specification, 2.2.1 and 2.2.8","doc":"Requester ID: the function that asks"},"tag":{"at":[[1,15,8]],"as":"uint","optional":true,"clause":"PCIe Base Specification, 2.2.7","doc":"Tag[7:0] of the transaction"},"lastBe":{"at":[[1,7,4]],"as":"uint","clause":"PCIe Base Specification, 2.2.7","confidence":"confirm","doc":"Last DW BE; held to be 1111b in this request"},"firstBe":{"at":[[1,3,0]],"as":"uint","clause":"PCIe Base Specification, 2.2.7","confidence":"confirm","doc":"First DW BE; held to be 1111b in this request"},"address":{"at":[[2,31,12]],"as":"page","unit":"byte address","doc":"Untranslated Address[31:12]"},"cxlSource":{"at":[[2,3,3]],"as":"flag","optional":true,"confidence":"confirm","doc":"CXL source; its place rests on memory"},"noWrite":{"at":[[2,0,0]],"as":"flag","doc":"NW: the function promises not to write, so that the answer may leave out W"}},"fixed":{"fmt":{"at":[[0,31,29]],"value":0,"doc":"Fmt: header of 3 DW, no data"},"type":{"at":[[0,28,24]],"value":0,"doc":"Type: memory request"},"at":{"at":[[0,11,10]],"value":1,"doc":"AT: Translation Request"}},"reserved":[[2,11,4],[2,2,1]],"roles":{"device":"requesterId","pasid":{"beside":"pasid"},"pasidValid":{"beside":"present"},"execute":{"beside":"executeRequested"},"privileged":{"beside":"privilegedModeRequested"},"tag":"tag","length":"length","address":"address","noWrite":"noWrite"}}', rules)

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): PcieTranslationRequest32 | undefined {
  if (outside(bytes, offset, 12)) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 12)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, false)
  const w1 = memory.getInt32(at + 4, false)
  const w2 = memory.getInt32(at + 8, false)
  const mode = options === undefined ? 0 : modeOf(options)
  if (mode < 0 || ((w0 & 0xff000c00) ^ 0x400) !== 0) return undefined
  if ((w2 & 0xff6) !== 0 && mode !== 1) return undefined
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
    address: fromHalves(w2 & 0xfffff000, 0),
    cxlSource: flag((w2 >>> 3) & 1),
    noWrite: flag(w2 & 1),
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: PcieTranslationRequest32Init, target: Uint8Array, offset: number): boolean {
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
  if (($addresshigh & -1) !== 0) return false
  const $cxlSource = bit(message.cxlSource === undefined ? false : message.cxlSource)
  const $noWrite = bit(message.noWrite)
  if (($t9 | $t8 | $ln | $th | $td | $ep | $cxlSource | $noWrite) < 0) return false
  if (outside(target, offset, 12)) return false
  const w0 = 0x400 | ($t9 << 23) | ($tc << 20) | ($t8 << 19) | (($attr << 12) & 0x3000) | (($attr << 16) & 0x40000) | ($ln << 17) | ($th << 16) | ($td << 15) | ($ep << 14) | $length
  const w1 = ($requesterId << 16) | ($tag << 8) | ($lastBe << 4) | $firstBe
  const w2 = ($addresslow & 0xfffff000) | ($cxlSource << 3) | $noWrite
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

export const id = 'pcie.translation-request-32'
export const size = 12
export const layout = /* @__PURE__ */ table()
export const decode = /* @__PURE__ */ decoder(bits, read)
export const tryDecode = /* @__PURE__ */ tryDecoder(bits, read)
export const inspect = /* @__PURE__ */ inspector(table)
export const encode = /* @__PURE__ */ encoder(size, bits, write)
export const encodeInto = /* @__PURE__ */ encoderInto(size, bits, write)
export const view = /* @__PURE__ */ viewer<PcieTranslationRequest32>(bits)
export const columns = /* @__PURE__ */ columner<PcieTranslationRequest32Columns>(bits, read)
export const batches = /* @__PURE__ */ batcher<PcieTranslationRequest32Columns>(bits, read)
export const allocateColumns = /* @__PURE__ */ allocator<PcieTranslationRequest32Columns>(bits)
export const encodeColumns = /* @__PURE__ */ columnsEncoder<PcieTranslationRequest32Init, PcieTranslationRequest32Columns>(bits, write)

/** What is generated here, for proofs. */
export const generated = { bits, read, write }
export const record = /* @__PURE__ */ recordOf<PcieTranslationRequest32, PcieTranslationRequest32Init, PcieTranslationRequest32Columns, typeof Table>(id, size, table, read, write)
