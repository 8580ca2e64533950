// Generated from src/spec/pcie.ts by `npm run generate`; do not edit.
import { bitsOfText } from '../../codec/bits.ts'
import { bit, flag, fromHalves, high, intoHalves, low, lookForWriting, memoryOf, modeOf, outside, readBytes, readView, scratch, setBig4, storeBig, storeBig4, writeBytes, writeView } from '../../codec/memory.ts'
import { onlyKnown } from '../../codec/message.ts'
import type { DecodeOptions } from '../../codec/read-write.ts'
import { tableOfText } from '../../codec/table.ts'
import { allocator, batcher, columner, columnsEncoder, decoder, encoder, encoderInto, inspector, recordOf, tryDecoder, viewer } from '../../codec/verbs.ts'
import { invalidateRequest as rules } from '../../spec/rules/pcie.ts'
import type { invalidateRequest as Table } from '../../spec/pcie.ts'

/** The message of `pcie.invalidate-request`: Invalidate Request Message. PCIe Base Specification, 10.3.1. */
export type PcieInvalidateRequest = {
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
   * Requester ID of the side that translates.
   * Bits: `DW1[31:16]`; 0 to 0xffff. PCIe Base Specification, 2.2.1 and 2.2.8.
   */
  requesterId: number
  /**
   * ITag: not used again until its completions release it.
   * Bits: `DW1[12:8]`; 0 to 0x1f. PCIe Base Specification, 10.3.1.
   */
  itag: number
  /**
   * Device ID: the function that is invalidated.
   * Bits: `DW2[31:16]`; 0 to 0xffff. PCIe Base Specification, 10.3.1.
   */
  destinationId: number
  /**
   * Untranslated Address[63:12]; with S, its low bits that are 1 give the size of the range.
   * Bits: `DW4[31:0] DW5[31:12]`; byte address; a multiple of 4096n. PCIe Base Specification, 10.3.1.
   */
  address: bigint
  /**
   * S: the range is larger than 4 KiB.
   * Bits: `DW5[11]`. PCIe Base Specification, 10.3.1.
   */
  size: boolean
  /**
   * G, Global Invalidate: hits every PASID; ignored unless the function supports it.
   * Bits: `DW5[0]`. PCIe Base Specification, 10.3.1.
   */
  global: boolean
}

/** What `encode` takes: optional fields may be left out. */
export type PcieInvalidateRequestInit = Omit<PcieInvalidateRequest, 't9' | 'tc' | 't8' | 'attr' | 'ln' | 'th' | 'td' | 'ep'> & Partial<Pick<PcieInvalidateRequest, 't9' | 'tc' | 't8' | 'attr' | 'ln' | 'th' | 'td' | 'ep'>>

/** One typed array per field. */
export type PcieInvalidateRequestColumns = {
  t9: Uint8Array
  tc: Uint8Array
  t8: Uint8Array
  attr: Uint8Array
  ln: Uint8Array
  th: Uint8Array
  td: Uint8Array
  ep: Uint8Array
  requesterId: Uint16Array
  itag: Uint8Array
  destinationId: Uint16Array
  address: BigUint64Array
  size: Uint8Array
  global: Uint8Array
}

const bits = /* @__PURE__ */ bitsOfText('{"id":"pcie.invalidate-request","size":24,"word":4,"order":"big","label":"DW","fields":{"t9":{"at":[[0,23,23]],"as":"flag","optional":true},"tc":{"at":[[0,22,20]],"as":"uint","optional":true},"t8":{"at":[[0,19,19]],"as":"flag","optional":true},"attr":{"at":[[0,18,18],[0,13,12]],"as":"uint","optional":true},"ln":{"at":[[0,17,17]],"as":"flag","optional":true},"th":{"at":[[0,16,16]],"as":"flag","optional":true},"td":{"at":[[0,15,15]],"as":"flag","optional":true},"ep":{"at":[[0,14,14]],"as":"flag","optional":true},"requesterId":{"at":[[1,31,16]],"as":"uint"},"itag":{"at":[[1,12,8]],"as":"uint"},"destinationId":{"at":[[2,31,16]],"as":"uint"},"address":{"at":[[4,31,0],[5,31,12]],"as":"page"},"size":{"at":[[5,11,11]],"as":"flag"},"global":{"at":[[5,0,0]],"as":"flag"}},"fixed":{"fmt":{"at":[[0,31,29]],"value":3},"type":{"at":[[0,28,24]],"value":18},"messageCode":{"at":[[1,7,0]],"value":1},"length":{"at":[[0,9,0]],"value":2}},"reserved":[[0,11,10],[1,15,13],[2,15,0],[3,31,0],[5,10,1]]}')
const table = /* @__PURE__ */ tableOfText<typeof Table>('{"id":"pcie.invalidate-request","title":"Invalidate Request Message","clause":"PCIe Base Specification, 10.3.1","source":"OFS/ofs-fim-common, RISC-V IOMMU reference model, Efinix controller guide, Intel Simics\' public header","word":4,"order":"big","label":"DW","place":"TLP, non-flit mode","size":24,"fields":{"t9":{"at":[[0,23,23]],"as":"flag","optional":true,"clause":"PCIe Base Specification, 2.2.1 and 2.2.8","doc":"T9: Tag[9], reserved where 10-bit tags are not used"},"tc":{"at":[[0,22,20]],"as":"uint","optional":true,"clause":"PCIe Base Specification, 2.2.1 and 2.2.8","doc":"TC: traffic class"},"t8":{"at":[[0,19,19]],"as":"flag","optional":true,"clause":"PCIe Base Specification, 2.2.1 and 2.2.8","doc":"T8: Tag[8], reserved where 10-bit tags are not used"},"attr":{"at":[[0,18,18],[0,13,12]],"as":"uint","optional":true,"clause":"PCIe Base Specification, 2.2.1 and 2.2.8","doc":"Attr[2:0]: ID-based ordering, relaxed ordering, no snoop"},"ln":{"at":[[0,17,17]],"as":"flag","optional":true,"clause":"PCIe Base Specification, 2.2.1 and 2.2.8","doc":"LN: lightweight notification, reserved in newer revisions"},"th":{"at":[[0,16,16]],"as":"flag","optional":true,"clause":"PCIe Base Specification, 2.2.1 and 2.2.8","doc":"TH: TLP processing hints are present"},"td":{"at":[[0,15,15]],"as":"flag","optional":true,"clause":"PCIe Base Specification, 2.2.1 and 2.2.8","doc":"TD: a digest (ECRC) follows the packet"},"ep":{"at":[[0,14,14]],"as":"flag","optional":true,"clause":"PCIe Base Specification, 2.2.1 and 2.2.8","doc":"EP: the packet is poisoned"},"requesterId":{"at":[[1,31,16]],"as":"uint","clause":"PCIe Base Specification, 2.2.1 and 2.2.8","doc":"Requester ID of the side that translates"},"itag":{"at":[[1,12,8]],"as":"uint","doc":"ITag: not used again until its completions release it"},"destinationId":{"at":[[2,31,16]],"as":"uint","doc":"Device ID: the function that is invalidated"},"address":{"at":[[4,31,0],[5,31,12]],"as":"page","unit":"byte address","doc":"Untranslated Address[63:12]; with S, its low bits that are 1 give the size of the range"},"size":{"at":[[5,11,11]],"as":"flag","doc":"S: the range is larger than 4 KiB"},"global":{"at":[[5,0,0]],"as":"flag","doc":"G, Global Invalidate: hits every PASID; ignored unless the function supports it"}},"fixed":{"fmt":{"at":[[0,31,29]],"value":3,"doc":"Fmt: header of 4 DW, with data"},"type":{"at":[[0,28,24]],"value":18,"doc":"Type: message, with its routing in the low three bits"},"messageCode":{"at":[[1,7,0]],"value":1,"doc":"Message Code"},"length":{"at":[[0,9,0]],"value":2,"doc":"Length: a body of 2 DW"}},"reserved":[[0,11,10,"AT"],[1,15,13],[2,15,0],[3,31,0],[5,10,1]],"roles":{"device":"destinationId","sender":"requesterId","pasid":{"beside":"pasid"},"pasidValid":{"beside":"present"},"execute":{"beside":"executeRequested"},"privileged":{"beside":"privilegedModeRequested"},"tag":"itag","address":"address","size":"size","global":"global"}}', rules)

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): PcieInvalidateRequest | undefined {
  if (outside(bytes, offset, 24)) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 24)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, false)
  const w1 = memory.getInt32(at + 4, false)
  const w2 = memory.getInt32(at + 8, false)
  const w3 = memory.getInt32(at + 12, false)
  const w4 = memory.getInt32(at + 16, false)
  const w5 = memory.getInt32(at + 20, false)
  const mode = options === undefined ? 0 : modeOf(options)
  if (mode < 0 || (((w0 & 0xff0003ff) ^ 0x72000002) | ((w1 & 0xff) ^ 1)) !== 0) return undefined
  if (((w0 & 0xc00) | (w1 & 0xe000) | (w2 & 0xffff) | w3 | (w5 & 0x7fe)) !== 0 && mode !== 1) return undefined
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
    itag: (w1 >>> 8) & 0x1f,
    destinationId: w2 >>> 16,
    address: fromHalves(w5 & 0xfffff000, w4),
    size: flag((w5 >>> 11) & 1),
    global: flag(w5 & 1),
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: PcieInvalidateRequestInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  if ((message.t9 === undefined || message.tc === undefined || message.t8 === undefined || message.attr === undefined || message.ln === undefined || message.th === undefined || message.td === undefined || message.ep === undefined) && !onlyKnown(bits(), message)) return false
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
  const $itag = message.itag
  if (typeof $itag !== 'number' || ($itag & 0x1f) !== $itag) return false
  const $destinationId = message.destinationId
  if (typeof $destinationId !== 'number' || ($destinationId & 0xffff) !== $destinationId) return false
  if (!intoHalves(message.address)) return false
  const $addresslow = low()
  const $addresshigh = high()
  if (($addresslow & 0xfff) !== 0) return false
  const $size = bit(message.size)
  const $global = bit(message.global)
  if (($t9 | $t8 | $ln | $th | $td | $ep | $size | $global) < 0) return false
  if (outside(target, offset, 24)) return false
  const w0 = 0x72000002 | ($t9 << 23) | ($tc << 20) | ($t8 << 19) | (($attr << 12) & 0x3000) | (($attr << 16) & 0x40000) | ($ln << 17) | ($th << 16) | ($td << 15) | ($ep << 14)
  const w1 = 1 | ($requesterId << 16) | ($itag << 8)
  const w2 = $destinationId << 16
  const w4 = $addresshigh
  const w5 = ($addresslow & 0xfffff000) | ($size << 11) | $global
  if (target === writeBytes || lookForWriting(target)) {
    setBig4(writeView, offset, w0, w1, w2, 0)
    writeView.setInt32(offset + 16, w4, false)
    writeView.setInt32(offset + 20, w5, false)
  } else {
    storeBig4(target, offset, w0, w1, w2, 0)
    storeBig(target, offset + 16, w4)
    storeBig(target, offset + 20, w5)
  }
  return true
}

export const id = 'pcie.invalidate-request'
export const size = 24
export const layout = /* @__PURE__ */ table()
export const decode = /* @__PURE__ */ decoder(bits, read)
export const tryDecode = /* @__PURE__ */ tryDecoder(bits, read)
export const inspect = /* @__PURE__ */ inspector(table)
export const encode = /* @__PURE__ */ encoder(size, bits, write)
export const encodeInto = /* @__PURE__ */ encoderInto(size, bits, write)
export const view = /* @__PURE__ */ viewer<PcieInvalidateRequest>(bits)
export const columns = /* @__PURE__ */ columner<PcieInvalidateRequestColumns>(bits, read)
export const batches = /* @__PURE__ */ batcher<PcieInvalidateRequestColumns>(bits, read)
export const allocateColumns = /* @__PURE__ */ allocator<PcieInvalidateRequestColumns>(bits)
export const encodeColumns = /* @__PURE__ */ columnsEncoder<PcieInvalidateRequestInit, PcieInvalidateRequestColumns>(bits, write)

/** What is generated here, for proofs. */
export const generated = { bits, read, write }
export const record = /* @__PURE__ */ recordOf<PcieInvalidateRequest, PcieInvalidateRequestInit, PcieInvalidateRequestColumns, typeof Table>(id, size, table, read, write)
