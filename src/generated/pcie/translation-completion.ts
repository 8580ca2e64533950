// Generated from src/spec/pcie.ts by `npm run generate`; do not edit.
import { bitsOfText } from '../../codec/bits.ts'
import { bit, flag, lookForWriting, memoryOf, modeOf, outside, readBytes, readView, scratch, storeBig, writeBytes, writeView } from '../../codec/memory.ts'
import { onlyKnown } from '../../codec/message.ts'
import type { DecodeOptions } from '../../codec/read-write.ts'
import { tableOfText } from '../../codec/table.ts'
import { allocator, batcher, columner, columnsEncoder, decoder, encoder, encoderInto, inspector, recordOf, tryDecoder, viewer } from '../../codec/verbs.ts'
import { translationCompletion as rules } from '../../spec/rules/pcie.ts'
import type { translationCompletion as Table } from '../../spec/pcie.ts'

/** The message of `pcie.translation-completion`: Translation Completion, header. PCIe Base Specification, 10.2.3 and 2.2.9. */
export type PcieTranslationCompletion = {
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
  status: 0 | 1 | 2 | 4 | (number & {})
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
export type PcieTranslationCompletionColumns = {
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

const bits = /* @__PURE__ */ bitsOfText('{"id":"pcie.translation-completion","size":12,"word":4,"order":"big","label":"DW","fields":{"withData":{"at":[[0,30,30]],"as":"flag"},"t9":{"at":[[0,23,23]],"as":"flag","optional":true},"tc":{"at":[[0,22,20]],"as":"uint","optional":true},"t8":{"at":[[0,19,19]],"as":"flag","optional":true},"attr":{"at":[[0,18,18],[0,13,12]],"as":"uint","optional":true},"ln":{"at":[[0,17,17]],"as":"flag","optional":true},"th":{"at":[[0,16,16]],"as":"flag","optional":true},"td":{"at":[[0,15,15]],"as":"flag","optional":true},"ep":{"at":[[0,14,14]],"as":"flag","optional":true},"length":{"at":[[0,9,0]],"as":"uint"},"completerId":{"at":[[1,31,16]],"as":"uint"},"status":{"at":[[1,15,13]],"as":"uint"},"bcm":{"at":[[1,12,12]],"as":"flag","optional":true},"byteCount":{"at":[[1,11,0]],"as":"uint"},"requesterId":{"at":[[2,31,16]],"as":"uint"},"tag":{"at":[[2,15,8]],"as":"uint","optional":true},"lowerAddress":{"at":[[2,6,0]],"as":"uint"}},"fixed":{"fmt":{"at":[[0,31,31],[0,29,29]],"value":0},"type":{"at":[[0,28,24]],"value":10}},"reserved":[[0,11,10],[2,7,7]]}')
const table = /* @__PURE__ */ tableOfText<typeof Table>('{"id":"pcie.translation-completion","title":"Translation Completion, header","clause":"PCIe Base Specification, 10.2.3 and 2.2.9","source":"OFS/opae-sim, cocotbext-pcie, Linux; Byte Count and Lower Address of a split completion are unconfirmed","word":4,"order":"big","label":"DW","place":"TLP, non-flit mode","size":12,"fields":{"withData":{"at":[[0,30,30]],"as":"flag","doc":"Fmt[1]: translation entries follow the header (CplD); without them this is a failure (Cpl)"},"t9":{"at":[[0,23,23]],"as":"flag","optional":true,"clause":"PCIe Base Specification, 2.2.1 and 2.2.8","doc":"T9: Tag[9], reserved where 10-bit tags are not used"},"tc":{"at":[[0,22,20]],"as":"uint","optional":true,"clause":"PCIe Base Specification, 2.2.1 and 2.2.8","doc":"TC: traffic class"},"t8":{"at":[[0,19,19]],"as":"flag","optional":true,"clause":"PCIe Base Specification, 2.2.1 and 2.2.8","doc":"T8: Tag[8], reserved where 10-bit tags are not used"},"attr":{"at":[[0,18,18],[0,13,12]],"as":"uint","optional":true,"clause":"PCIe Base Specification, 2.2.1 and 2.2.8","doc":"Attr[2:0]: ID-based ordering, relaxed ordering, no snoop"},"ln":{"at":[[0,17,17]],"as":"flag","optional":true,"clause":"PCIe Base Specification, 2.2.1 and 2.2.8","doc":"LN: lightweight notification, reserved in newer revisions"},"th":{"at":[[0,16,16]],"as":"flag","optional":true,"clause":"PCIe Base Specification, 2.2.1 and 2.2.8","doc":"TH: TLP processing hints are present"},"td":{"at":[[0,15,15]],"as":"flag","optional":true,"clause":"PCIe Base Specification, 2.2.1 and 2.2.8","doc":"TD: a digest (ECRC) follows the packet"},"ep":{"at":[[0,14,14]],"as":"flag","optional":true,"clause":"PCIe Base Specification, 2.2.1 and 2.2.8","doc":"EP: the packet is poisoned"},"length":{"at":[[0,9,0]],"as":"uint","unit":"DW","doc":"Length of the data: 2 DW for each entry; 0 without data"},"completerId":{"at":[[1,31,16]],"as":"uint","doc":"Completer ID: the side that translates"},"status":{"at":[[1,15,13]],"as":"uint","codes":{"SuccessfulCompletion":0,"UnsupportedRequest":1,"RequestRetryStatus":2,"CompleterAbort":4},"doc":"Completion Status"},"bcm":{"at":[[1,12,12]],"as":"flag","optional":true,"doc":"BCM: Byte Count Modified, by PCI-X completers only"},"byteCount":{"at":[[1,11,0]],"as":"uint","unit":"bytes","confidence":"confirm","doc":"Byte Count: what is left of the answer, these bytes included; 0 means 4096"},"requesterId":{"at":[[2,31,16]],"as":"uint","doc":"Requester ID of the request that is answered"},"tag":{"at":[[2,15,8]],"as":"uint","optional":true,"doc":"Tag[7:0] of the request that is answered"},"lowerAddress":{"at":[[2,6,0]],"as":"uint","confidence":"confirm","doc":"Lower Address; its value in a completion that is split is unconfirmed"}},"fixed":{"fmt":{"at":[[0,31,31],[0,29,29]],"value":0,"doc":"Fmt[2] and Fmt[0]: header of 3 DW"},"type":{"at":[[0,28,24]],"value":10,"doc":"Type: completion"}},"reserved":[[0,11,10,"AT"],[2,7,7]],"roles":{"device":"requesterId","sender":"completerId","tag":"tag","status":"status","length":"length","byteCount":"byteCount"}}', rules)

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): PcieTranslationCompletion | undefined {
  if (outside(bytes, offset, 12)) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 12)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, false)
  const w1 = memory.getInt32(at + 4, false)
  const w2 = memory.getInt32(at + 8, false)
  const mode = options === undefined ? 0 : modeOf(options)
  if (mode < 0 || ((w0 & 0xbf000000) ^ 0xa000000) !== 0) return undefined
  if (((w0 & 0xc00) | (w2 & 0x80)) !== 0 && mode !== 1) return undefined
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
  if (outside(target, offset, 12)) return false
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

export const id = 'pcie.translation-completion'
export const size = 12
export const layout = /* @__PURE__ */ table()
export const decode = /* @__PURE__ */ decoder(bits, read)
export const tryDecode = /* @__PURE__ */ tryDecoder(bits, read)
export const inspect = /* @__PURE__ */ inspector(table)
export const encode = /* @__PURE__ */ encoder(size, bits, write)
export const encodeInto = /* @__PURE__ */ encoderInto(size, bits, write)
export const view = /* @__PURE__ */ viewer<PcieTranslationCompletion>(bits)
export const columns = /* @__PURE__ */ columner<PcieTranslationCompletionColumns>(bits, read)
export const batches = /* @__PURE__ */ batcher<PcieTranslationCompletionColumns>(bits, read)
export const allocateColumns = /* @__PURE__ */ allocator<PcieTranslationCompletionColumns>(bits)
export const encodeColumns = /* @__PURE__ */ columnsEncoder<PcieTranslationCompletionInit, PcieTranslationCompletionColumns>(bits, write)

/** What is generated here, for proofs. */
export const generated = { bits, read, write }
export const record = /* @__PURE__ */ recordOf<PcieTranslationCompletion, PcieTranslationCompletionInit, PcieTranslationCompletionColumns, typeof Table>(id, size, table, read, write)
