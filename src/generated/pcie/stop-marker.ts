// Generated from src/spec/pcie.ts by `npm run generate`; do not edit.
import { bitsOfText } from '../../codec/bits.ts'
import { bit, flag, lookForWriting, memoryOf, modeOf, outside, readBytes, readView, scratch, setBig4, storeBig4, writeBytes, writeView } from '../../codec/memory.ts'
import { onlyKnown } from '../../codec/message.ts'
import type { DecodeOptions } from '../../codec/read-write.ts'
import { tableOfText } from '../../codec/table.ts'
import { allocator, batcher, columner, columnsEncoder, decoder, encoder, encoderInto, inspector, recordOf, tryDecoder, viewer } from '../../codec/verbs.ts'
import { stopMarker as rules } from '../../spec/rules/pcie.ts'
import type { stopMarker as Table } from '../../spec/pcie.ts'

/** The message of `pcie.stop-marker`: Stop Marker Message. PCIe Base Specification, 10.4.1.2.1. */
export type PcieStopMarker = {
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
   * Requester ID: bus, device and function of the sender.
   * Bits: `DW1[31:16]`; 0 to 0xffff. PCIe Base Specification, 2.2.1 and 2.2.8.
   */
  requesterId: number
  /**
   * Tag[7:0], reserved in this message.
   * Bits: `DW1[15:8]`; 0 to 0xff; optional on encode, 0 by default; one source. PCIe Base Specification, 2.2.1 and 2.2.8.
   */
  tag: number
  /**
   * held to be reserved; kept as it is.
   * Bits: `DW2[31:0]`; 0 to 0xffffffff; optional on encode, 0 by default; confirm. PCIe Base Specification, 10.4.1.2.1.
   */
  dw2: number
  /**
   * held to be reserved; kept as it is.
   * Bits: `DW3[31:8]`; 0 to 0xffffff; optional on encode, 0 by default; confirm. PCIe Base Specification, 10.4.1.2.1.
   */
  dw3Bits31to8: number
  /**
   * Marker Type, 0 in a Stop Marker.
   * Bits: `DW3[7:3]`; 0 to 0x1f; optional on encode, 0 by default; confirm. PCIe Base Specification, 10.4.1.2.1.
   */
  markerType: number
}

/** What `encode` takes: optional fields may be left out. */
export type PcieStopMarkerInit = Omit<PcieStopMarker, 't9' | 'tc' | 't8' | 'attr' | 'ln' | 'th' | 'td' | 'ep' | 'tag' | 'dw2' | 'dw3Bits31to8' | 'markerType'> & Partial<Pick<PcieStopMarker, 't9' | 'tc' | 't8' | 'attr' | 'ln' | 'th' | 'td' | 'ep' | 'tag' | 'dw2' | 'dw3Bits31to8' | 'markerType'>>

/** One typed array per field. */
export type PcieStopMarkerColumns = {
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
  dw2: Uint32Array
  dw3Bits31to8: Uint32Array
  markerType: Uint8Array
}

const bits = /* @__PURE__ */ bitsOfText('{"id":"pcie.stop-marker","size":16,"word":4,"order":"big","label":"DW","fields":{"t9":{"at":[[0,23,23]],"as":"flag","optional":true},"tc":{"at":[[0,22,20]],"as":"uint","optional":true},"t8":{"at":[[0,19,19]],"as":"flag","optional":true},"attr":{"at":[[0,18,18],[0,13,12]],"as":"uint","optional":true},"ln":{"at":[[0,17,17]],"as":"flag","optional":true},"th":{"at":[[0,16,16]],"as":"flag","optional":true},"td":{"at":[[0,15,15]],"as":"flag","optional":true},"ep":{"at":[[0,14,14]],"as":"flag","optional":true},"requesterId":{"at":[[1,31,16]],"as":"uint"},"tag":{"at":[[1,15,8]],"as":"uint","optional":true},"dw2":{"at":[[2,31,0]],"as":"uint","optional":true},"dw3Bits31to8":{"at":[[3,31,8]],"as":"uint","optional":true},"markerType":{"at":[[3,7,3]],"as":"uint","optional":true}},"fixed":{"fmt":{"at":[[0,31,29]],"value":1},"type":{"at":[[0,28,24]],"value":16},"messageCode":{"at":[[1,7,0]],"value":4},"last":{"at":[[3,2,2]],"value":1},"write":{"at":[[3,1,1]],"value":0},"read":{"at":[[3,0,0]],"value":0}},"reserved":[[0,11,10],[0,9,0]]}')
const table = /* @__PURE__ */ tableOfText<typeof Table>('{"id":"pcie.stop-marker","title":"Stop Marker Message","clause":"PCIe Base Specification, 10.4.1.2.1","source":"RISC-V IOMMU specification, Arm IHI 0070 (the shape); Marker Type and the reserved bits are unconfirmed","word":4,"order":"big","label":"DW","place":"TLP, non-flit mode","size":16,"refines":"pcie.page-request","fields":{"t9":{"at":[[0,23,23]],"as":"flag","optional":true,"clause":"PCIe Base Specification, 2.2.1 and 2.2.8","doc":"T9: Tag[9], reserved where 10-bit tags are not used"},"tc":{"at":[[0,22,20]],"as":"uint","optional":true,"clause":"PCIe Base Specification, 2.2.1 and 2.2.8","doc":"TC: traffic class"},"t8":{"at":[[0,19,19]],"as":"flag","optional":true,"clause":"PCIe Base Specification, 2.2.1 and 2.2.8","doc":"T8: Tag[8], reserved where 10-bit tags are not used"},"attr":{"at":[[0,18,18],[0,13,12]],"as":"uint","optional":true,"clause":"PCIe Base Specification, 2.2.1 and 2.2.8","doc":"Attr[2:0]: ID-based ordering, relaxed ordering, no snoop"},"ln":{"at":[[0,17,17]],"as":"flag","optional":true,"clause":"PCIe Base Specification, 2.2.1 and 2.2.8","doc":"LN: lightweight notification, reserved in newer revisions"},"th":{"at":[[0,16,16]],"as":"flag","optional":true,"clause":"PCIe Base Specification, 2.2.1 and 2.2.8","doc":"TH: TLP processing hints are present"},"td":{"at":[[0,15,15]],"as":"flag","optional":true,"clause":"PCIe Base Specification, 2.2.1 and 2.2.8","doc":"TD: a digest (ECRC) follows the packet"},"ep":{"at":[[0,14,14]],"as":"flag","optional":true,"clause":"PCIe Base Specification, 2.2.1 and 2.2.8","doc":"EP: the packet is poisoned"},"requesterId":{"at":[[1,31,16]],"as":"uint","clause":"PCIe Base Specification, 2.2.1 and 2.2.8","doc":"Requester ID: bus, device and function of the sender"},"tag":{"at":[[1,15,8]],"as":"uint","optional":true,"clause":"PCIe Base Specification, 2.2.1 and 2.2.8","doc":"Tag[7:0], reserved in this message","confidence":"one source"},"dw2":{"at":[[2,31,0]],"as":"uint","optional":true,"confidence":"confirm","doc":"held to be reserved; kept as it is"},"dw3Bits31to8":{"at":[[3,31,8]],"as":"uint","optional":true,"confidence":"confirm","doc":"held to be reserved; kept as it is"},"markerType":{"at":[[3,7,3]],"as":"uint","optional":true,"confidence":"confirm","doc":"Marker Type, 0 in a Stop Marker"}},"fixed":{"fmt":{"at":[[0,31,29]],"value":1,"doc":"Fmt: header of 4 DW, no data"},"type":{"at":[[0,28,24]],"value":16,"doc":"Type: message, with its routing in the low three bits"},"messageCode":{"at":[[1,7,0]],"value":4,"doc":"Message Code"},"last":{"at":[[3,2,2]],"value":1,"doc":"L"},"write":{"at":[[3,1,1]],"value":0,"doc":"W"},"read":{"at":[[3,0,0]],"value":0,"doc":"R"}},"reserved":[[0,11,10,"AT"],[0,9,0,"Length"]],"roles":{"device":"requesterId","pasid":{"beside":"pasid"},"pasidValid":{"beside":"present"},"execute":{"beside":"executeRequested"},"privileged":{"beside":"privilegedModeRequested"},"read":"read","write":"write","last":"last"},"carries":{"what":"page request","unlike":"stop marker","permissionsWithPasid":true}}', rules)

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): PcieStopMarker | undefined {
  if (outside(bytes, offset, 16)) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 16)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, false)
  const w1 = memory.getInt32(at + 4, false)
  const w2 = memory.getInt32(at + 8, false)
  const w3 = memory.getInt32(at + 12, false)
  const mode = options === undefined ? 0 : modeOf(options)
  if (mode < 0 || (((w0 & 0xff000000) ^ 0x30000000) | ((w1 & 0xff) ^ 4) | ((w3 & 7) ^ 4)) !== 0) return undefined
  if ((w0 & 0xfff) !== 0 && mode !== 1) return undefined
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
    dw2: w2 >>> 0,
    dw3Bits31to8: w3 >>> 8,
    markerType: (w3 >>> 3) & 0x1f,
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: PcieStopMarkerInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  if ((message.t9 === undefined || message.tc === undefined || message.t8 === undefined || message.attr === undefined || message.ln === undefined || message.th === undefined || message.td === undefined || message.ep === undefined || message.tag === undefined || message.dw2 === undefined || message.dw3Bits31to8 === undefined || message.markerType === undefined) && !onlyKnown(bits(), message)) return false
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
  const $dw2 = message.dw2 === undefined ? 0 : message.dw2
  if (typeof $dw2 !== 'number' || $dw2 >>> 0 !== $dw2) return false
  const $dw3Bits31to8 = message.dw3Bits31to8 === undefined ? 0 : message.dw3Bits31to8
  if (typeof $dw3Bits31to8 !== 'number' || ($dw3Bits31to8 & 0xffffff) !== $dw3Bits31to8) return false
  const $markerType = message.markerType === undefined ? 0 : message.markerType
  if (typeof $markerType !== 'number' || ($markerType & 0x1f) !== $markerType) return false
  if (($t9 | $t8 | $ln | $th | $td | $ep) < 0) return false
  if (outside(target, offset, 16)) return false
  const w0 = 0x30000000 | ($t9 << 23) | ($tc << 20) | ($t8 << 19) | (($attr << 12) & 0x3000) | (($attr << 16) & 0x40000) | ($ln << 17) | ($th << 16) | ($td << 15) | ($ep << 14)
  const w1 = 4 | ($requesterId << 16) | ($tag << 8)
  const w2 = $dw2
  const w3 = 4 | ($dw3Bits31to8 << 8) | ($markerType << 3)
  if (target === writeBytes || lookForWriting(target)) {
    setBig4(writeView, offset, w0, w1, w2, w3)
  } else {
    storeBig4(target, offset, w0, w1, w2, w3)
  }
  return true
}

export const id = 'pcie.stop-marker'
export const size = 16
export const layout = /* @__PURE__ */ table()
export const decode = /* @__PURE__ */ decoder(bits, read)
export const tryDecode = /* @__PURE__ */ tryDecoder(bits, read)
export const inspect = /* @__PURE__ */ inspector(table)
export const encode = /* @__PURE__ */ encoder(size, bits, write)
export const encodeInto = /* @__PURE__ */ encoderInto(size, bits, write)
export const view = /* @__PURE__ */ viewer<PcieStopMarker>(bits)
export const columns = /* @__PURE__ */ columner<PcieStopMarkerColumns>(bits, read)
export const batches = /* @__PURE__ */ batcher<PcieStopMarkerColumns>(bits, read)
export const allocateColumns = /* @__PURE__ */ allocator<PcieStopMarkerColumns>(bits)
export const encodeColumns = /* @__PURE__ */ columnsEncoder<PcieStopMarkerInit, PcieStopMarkerColumns>(bits, write)

/** What is generated here, for proofs. */
export const generated = { bits, read, write }
export const record = /* @__PURE__ */ recordOf<PcieStopMarker, PcieStopMarkerInit, PcieStopMarkerColumns, typeof Table>(id, size, table, read, write)
