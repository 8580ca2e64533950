// Generated from src/spec/pcie.ts by `npm run generate`; do not edit.
import { bitsOfText } from '../../codec/bits.ts'
import { bit, flag, lookForWriting, memoryOf, modeOf, outside, readBytes, readView, scratch, setBig4, storeBig4, writeBytes, writeView } from '../../codec/memory.ts'
import { onlyKnown } from '../../codec/message.ts'
import type { DecodeOptions } from '../../codec/read-write.ts'
import { tableOfText } from '../../codec/table.ts'
import { allocator, batcher, columner, columnsEncoder, decoder, encoder, encoderInto, inspector, recordOf, tryDecoder, viewer } from '../../codec/verbs.ts'
import { invalidateCompletion as rules } from '../../spec/rules/pcie.ts'
import type { invalidateCompletion as Table } from '../../spec/pcie.ts'

/** The message of `pcie.invalidate-completion`: Invalidate Completion Message. PCIe Base Specification, 10.3.2. */
export type PcieInvalidateCompletion = {
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
   * Requester ID: the function that was invalidated.
   * Bits: `DW1[31:16]`; 0 to 0xffff. PCIe Base Specification, 2.2.1 and 2.2.8.
   */
  requesterId: number
  /**
   * Tag[7:0], reserved in this message.
   * Bits: `DW1[15:8]`; 0 to 0xff; optional on encode, 0 by default; one source. PCIe Base Specification, 2.2.1 and 2.2.8.
   */
  tag: number
  /**
   * Device ID: Requester ID of the Invalidate Request.
   * Bits: `DW2[31:16]`; 0 to 0xffff. PCIe Base Specification, 10.3.2.
   */
  destinationId: number
  /**
   * CC: how many completions are sent for the ITag, the same in each; 0 means 8.
   * Bits: `DW2[2:0]`; 0 to 0x7. PCIe Base Specification, 10.3.2.
   */
  completionCount: number
  /**
   * ITag Vector: bit n releases ITag n.
   * Bits: `DW3[31:0]`; 0 to 0xffffffff. PCIe Base Specification, 10.3.2.
   */
  itagVector: number
}

/** What `encode` takes: optional fields may be left out. */
export type PcieInvalidateCompletionInit = Omit<PcieInvalidateCompletion, 't9' | 'tc' | 't8' | 'attr' | 'ln' | 'th' | 'td' | 'ep' | 'tag'> & Partial<Pick<PcieInvalidateCompletion, 't9' | 'tc' | 't8' | 'attr' | 'ln' | 'th' | 'td' | 'ep' | 'tag'>>

/** One typed array per field. */
export type PcieInvalidateCompletionColumns = {
  t9: Uint8Array
  tc: Uint8Array
  t8: Uint8Array
  attr: Uint8Array
  ln: Uint8Array
  th: Uint8Array
  td: Uint8Array
  ep: Uint8Array
  requesterId: Uint16Array
  tag: Uint8Array
  destinationId: Uint16Array
  completionCount: Uint8Array
  itagVector: Uint32Array
}

const bits = /* @__PURE__ */ bitsOfText('{"id":"pcie.invalidate-completion","size":16,"word":4,"order":"big","label":"DW","fields":{"t9":{"at":[[0,23,23]],"as":"flag","optional":true},"tc":{"at":[[0,22,20]],"as":"uint","optional":true},"t8":{"at":[[0,19,19]],"as":"flag","optional":true},"attr":{"at":[[0,18,18],[0,13,12]],"as":"uint","optional":true},"ln":{"at":[[0,17,17]],"as":"flag","optional":true},"th":{"at":[[0,16,16]],"as":"flag","optional":true},"td":{"at":[[0,15,15]],"as":"flag","optional":true},"ep":{"at":[[0,14,14]],"as":"flag","optional":true},"requesterId":{"at":[[1,31,16]],"as":"uint"},"tag":{"at":[[1,15,8]],"as":"uint","optional":true},"destinationId":{"at":[[2,31,16]],"as":"uint"},"completionCount":{"at":[[2,2,0]],"as":"uint"},"itagVector":{"at":[[3,31,0]],"as":"uint"}},"fixed":{"fmt":{"at":[[0,31,29]],"value":1},"type":{"at":[[0,28,24]],"value":18},"messageCode":{"at":[[1,7,0]],"value":2}},"reserved":[[0,11,10],[0,9,0],[2,15,3]]}')
const table = /* @__PURE__ */ tableOfText<typeof Table>('{"id":"pcie.invalidate-completion","title":"Invalidate Completion Message","clause":"PCIe Base Specification, 10.3.2","source":"OFS/ofs-fim-common, RISC-V IOMMU reference model, Efinix controller guide, Intel Simics\' public header","word":4,"order":"big","label":"DW","place":"TLP, non-flit mode","size":16,"fields":{"t9":{"at":[[0,23,23]],"as":"flag","optional":true,"clause":"PCIe Base Specification, 2.2.1 and 2.2.8","doc":"T9: Tag[9], reserved where 10-bit tags are not used"},"tc":{"at":[[0,22,20]],"as":"uint","optional":true,"clause":"PCIe Base Specification, 2.2.1 and 2.2.8","doc":"TC: traffic class"},"t8":{"at":[[0,19,19]],"as":"flag","optional":true,"clause":"PCIe Base Specification, 2.2.1 and 2.2.8","doc":"T8: Tag[8], reserved where 10-bit tags are not used"},"attr":{"at":[[0,18,18],[0,13,12]],"as":"uint","optional":true,"clause":"PCIe Base Specification, 2.2.1 and 2.2.8","doc":"Attr[2:0]: ID-based ordering, relaxed ordering, no snoop"},"ln":{"at":[[0,17,17]],"as":"flag","optional":true,"clause":"PCIe Base Specification, 2.2.1 and 2.2.8","doc":"LN: lightweight notification, reserved in newer revisions"},"th":{"at":[[0,16,16]],"as":"flag","optional":true,"clause":"PCIe Base Specification, 2.2.1 and 2.2.8","doc":"TH: TLP processing hints are present"},"td":{"at":[[0,15,15]],"as":"flag","optional":true,"clause":"PCIe Base Specification, 2.2.1 and 2.2.8","doc":"TD: a digest (ECRC) follows the packet"},"ep":{"at":[[0,14,14]],"as":"flag","optional":true,"clause":"PCIe Base Specification, 2.2.1 and 2.2.8","doc":"EP: the packet is poisoned"},"requesterId":{"at":[[1,31,16]],"as":"uint","clause":"PCIe Base Specification, 2.2.1 and 2.2.8","doc":"Requester ID: the function that was invalidated"},"tag":{"at":[[1,15,8]],"as":"uint","optional":true,"clause":"PCIe Base Specification, 2.2.1 and 2.2.8","doc":"Tag[7:0], reserved in this message","confidence":"one source"},"destinationId":{"at":[[2,31,16]],"as":"uint","doc":"Device ID: Requester ID of the Invalidate Request"},"completionCount":{"at":[[2,2,0]],"as":"uint","doc":"CC: how many completions are sent for the ITag, the same in each; 0 means 8"},"itagVector":{"at":[[3,31,0]],"as":"uint","doc":"ITag Vector: bit n releases ITag n"}},"fixed":{"fmt":{"at":[[0,31,29]],"value":1,"doc":"Fmt: header of 4 DW, no data"},"type":{"at":[[0,28,24]],"value":18,"doc":"Type: message, with its routing in the low three bits"},"messageCode":{"at":[[1,7,0]],"value":2,"doc":"Message Code"}},"reserved":[[0,11,10,"AT"],[0,9,0,"Length"],[2,15,3]],"roles":{"device":"requesterId"}}', rules)

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): PcieInvalidateCompletion | undefined {
  if (outside(bytes, offset, 16)) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 16)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, false)
  const w1 = memory.getInt32(at + 4, false)
  const w2 = memory.getInt32(at + 8, false)
  const w3 = memory.getInt32(at + 12, false)
  const mode = options === undefined ? 0 : modeOf(options)
  if (mode < 0 || (((w0 & 0xff000000) ^ 0x32000000) | ((w1 & 0xff) ^ 2)) !== 0) return undefined
  if (((w0 & 0xfff) | (w2 & 0xfff8)) !== 0 && mode !== 1) return undefined
  return {
    t9: flag((w0 >>> 23) & 1),
    tc: (w0 >>> 20) & 7,
    t8: flag((w0 >>> 19) & 1),
    attr: ((w0 >>> 12) & 3) | ((w0 >>> 16) & 4),
    ln: flag((w0 >>> 17) & 1),
    th: flag((w0 >>> 16) & 1),
    td: flag((w0 >>> 15) & 1),
    ep: flag((w0 >>> 14) & 1),
    requesterId: w1 >>> 16,
    tag: (w1 >>> 8) & 0xff,
    destinationId: w2 >>> 16,
    completionCount: w2 & 7,
    itagVector: w3 >>> 0,
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: PcieInvalidateCompletionInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  if ((message.t9 === undefined || message.tc === undefined || message.t8 === undefined || message.attr === undefined || message.ln === undefined || message.th === undefined || message.td === undefined || message.ep === undefined || message.tag === undefined) && !onlyKnown(bits(), message)) return false
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
  const $requesterId = message.requesterId
  if (typeof $requesterId !== 'number' || ($requesterId & 0xffff) !== $requesterId) return false
  const $tag = message.tag === undefined ? 0 : message.tag
  if (typeof $tag !== 'number' || ($tag & 0xff) !== $tag) return false
  const $destinationId = message.destinationId
  if (typeof $destinationId !== 'number' || ($destinationId & 0xffff) !== $destinationId) return false
  const $completionCount = message.completionCount
  if (typeof $completionCount !== 'number' || ($completionCount & 7) !== $completionCount) return false
  const $itagVector = message.itagVector
  if (typeof $itagVector !== 'number' || $itagVector >>> 0 !== $itagVector) return false
  if (($t9 | $t8 | $ln | $th | $td | $ep) < 0) return false
  if (outside(target, offset, 16)) return false
  const w0 = 0x32000000 | ($t9 << 23) | ($tc << 20) | ($t8 << 19) | (($attr << 12) & 0x3000) | (($attr << 16) & 0x40000) | ($ln << 17) | ($th << 16) | ($td << 15) | ($ep << 14)
  const w1 = 2 | ($requesterId << 16) | ($tag << 8)
  const w2 = ($destinationId << 16) | $completionCount
  const w3 = $itagVector
  if (target === writeBytes || lookForWriting(target)) {
    setBig4(writeView, offset, w0, w1, w2, w3)
  } else {
    storeBig4(target, offset, w0, w1, w2, w3)
  }
  return true
}

export const id = 'pcie.invalidate-completion'
export const size = 16
export const layout = /* @__PURE__ */ table()
export const decode = /* @__PURE__ */ decoder(bits, read)
export const tryDecode = /* @__PURE__ */ tryDecoder(bits, read)
export const inspect = /* @__PURE__ */ inspector(table)
export const encode = /* @__PURE__ */ encoder(size, bits, write)
export const encodeInto = /* @__PURE__ */ encoderInto(size, bits, write)
export const view = /* @__PURE__ */ viewer<PcieInvalidateCompletion>(bits)
export const columns = /* @__PURE__ */ columner<PcieInvalidateCompletionColumns>(bits, read)
export const batches = /* @__PURE__ */ batcher<PcieInvalidateCompletionColumns>(bits, read)
export const allocateColumns = /* @__PURE__ */ allocator<PcieInvalidateCompletionColumns>(bits)
export const encodeColumns = /* @__PURE__ */ columnsEncoder<PcieInvalidateCompletionInit, PcieInvalidateCompletionColumns>(bits, write)

/** What is generated here, for proofs. */
export const generated = { bits, read, write }
export const record = /* @__PURE__ */ recordOf<PcieInvalidateCompletion, PcieInvalidateCompletionInit, PcieInvalidateCompletionColumns, typeof Table>(id, size, table, read, write)
