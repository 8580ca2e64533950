// Generated from src/spec/pcie-flit.ts by `npm run generate`; do not edit.
import { bitsOfText } from '../../codec/bits.ts'
import { bit, flag, fromHalves, high, intoHalves, low, lookForWriting, memoryOf, modeOf, outside, readBytes, readView, scratch, setBig4, storeBig4, writeBytes, writeView } from '../../codec/memory.ts'
import { onlyKnown } from '../../codec/message.ts'
import type { DecodeOptions } from '../../codec/read-write.ts'
import { tableOfText } from '../../codec/table.ts'
import { allocator, batcher, columner, columnsEncoder, decoder, encoder, encoderInto, inspector, recordOf, tryDecoder, viewer } from '../../codec/verbs.ts'
import { translationRequest64 as rules } from '../../spec/rules/pcie.ts'
import type { translationRequest64 as Table } from '../../spec/pcie-flit.ts'

/** The message of `pcie-flit.translation-request-64`: Translation Request in flit mode, 64-bit address, header base. PCIe Base Specification 6.x, 10.2.2. */
export type PcieFlitTranslationRequest64 = {
  /**
   * TC: traffic class.
   * Bits: `DW0[23:21]`; 0 to 0x7; optional on encode, 0 by default. PCIe Base Specification 6.x, 10.2.2.
   */
  tc: number
  /**
   * OHC[4:0]: A, B and C are present (bits 0 to 2); size of E (bits 4:3).
   * Bits: `DW0[20:16]`; 0 to 0x1f; optional on encode, 0 by default. PCIe Base Specification 6.x, 10.2.2.
   */
  ohc: number
  /**
   * TS: size of the trailer.
   * Bits: `DW0[15:13]`; 0 to 0x7; optional on encode, 0 by default. PCIe Base Specification 6.x, 10.2.2.
   */
  ts: number
  /**
   * Attr[2:0]: ID-based ordering, relaxed ordering, no snoop.
   * Bits: `DW0[12:10]`; 0 to 0x7; optional on encode, 0 by default. PCIe Base Specification 6.x, 10.2.2.
   */
  attr: number
  /**
   * Length of the answer: 2 DW for each translation asked for.
   * Bits: `DW0[9:0]`; DW; 0 to 0x3ff. PCIe Base Specification 6.x, 10.2.2.
   */
  length: number
  /**
   * Requester ID: the function that asks.
   * Bits: `DW1[31:16]`; 0 to 0xffff. PCIe Base Specification, 2.2.1 and 2.2.8.
   */
  requesterId: number
  /**
   * EP: the packet is poisoned.
   * Bits: `DW1[15]`; optional on encode, 0 by default. PCIe Base Specification 6.x, 10.2.2.
   */
  ep: boolean
  /**
   * Tag[13:0].
   * Bits: `DW1[13:0]`; 0 to 0x3fff; optional on encode, 0 by default. PCIe Base Specification 6.x, 10.2.2.
   */
  tag: number
  /**
   * Untranslated Address[63:12].
   * Bits: `DW2[31:0] DW3[31:12]`; byte address; a multiple of 4096n. PCIe Base Specification 6.x, 10.2.2.
   */
  address: bigint
  /**
   * CXL source; its place rests on memory.
   * Bits: `DW3[3]`; optional on encode, 0 by default; confirm. PCIe Base Specification 6.x, 10.2.2.
   */
  cxlSource: boolean
}

/** What `encode` takes: optional fields may be left out. */
export type PcieFlitTranslationRequest64Init = Omit<PcieFlitTranslationRequest64, 'tc' | 'ohc' | 'ts' | 'attr' | 'ep' | 'tag' | 'cxlSource'> & Partial<Pick<PcieFlitTranslationRequest64, 'tc' | 'ohc' | 'ts' | 'attr' | 'ep' | 'tag' | 'cxlSource'>>

/** One typed array per field. */
export type PcieFlitTranslationRequest64Columns = {
  tc: Uint8Array
  ohc: Uint8Array
  ts: Uint8Array
  attr: Uint8Array
  length: Uint16Array
  requesterId: Uint16Array
  ep: Uint8Array
  tag: Uint16Array
  address: BigUint64Array
  cxlSource: Uint8Array
}

const bits = /* @__PURE__ */ bitsOfText('{"id":"pcie-flit.translation-request-64","size":16,"word":4,"order":"big","label":"DW","fields":{"tc":{"at":[[0,23,21]],"as":"uint","optional":true},"ohc":{"at":[[0,20,16]],"as":"uint","optional":true},"ts":{"at":[[0,15,13]],"as":"uint","optional":true},"attr":{"at":[[0,12,10]],"as":"uint","optional":true},"length":{"at":[[0,9,0]],"as":"uint"},"requesterId":{"at":[[1,31,16]],"as":"uint"},"ep":{"at":[[1,15,15]],"as":"flag","optional":true},"tag":{"at":[[1,13,0]],"as":"uint","optional":true},"address":{"at":[[2,31,0],[3,31,12]],"as":"page"},"cxlSource":{"at":[[3,3,3]],"as":"flag","optional":true}},"fixed":{"type":{"at":[[0,31,24]],"value":32},"at":{"at":[[3,1,0]],"value":1}},"reserved":[[1,14,14],[3,11,4],[3,2,2]]}')
const table = /* @__PURE__ */ tableOfText<typeof Table>('{"id":"pcie-flit.translation-request-64","title":"Translation Request in flit mode, 64-bit address, header base","clause":"PCIe Base Specification 6.x, 10.2.2","source":"published notes on PCIe 6.x headers (one source), and the same message in non-flit mode","word":4,"order":"big","label":"DW","place":"TLP, flit mode","size":16,"fields":{"tc":{"at":[[0,23,21]],"as":"uint","optional":true,"doc":"TC: traffic class"},"ohc":{"at":[[0,20,16]],"as":"uint","optional":true,"doc":"OHC[4:0]: A, B and C are present (bits 0 to 2); size of E (bits 4:3)"},"ts":{"at":[[0,15,13]],"as":"uint","optional":true,"doc":"TS: size of the trailer"},"attr":{"at":[[0,12,10]],"as":"uint","optional":true,"doc":"Attr[2:0]: ID-based ordering, relaxed ordering, no snoop"},"length":{"at":[[0,9,0]],"as":"uint","unit":"DW","doc":"Length of the answer: 2 DW for each translation asked for"},"requesterId":{"at":[[1,31,16]],"as":"uint","clause":"PCIe Base Specification, 2.2.1 and 2.2.8","doc":"Requester ID: the function that asks"},"ep":{"at":[[1,15,15]],"as":"flag","optional":true,"doc":"EP: the packet is poisoned"},"tag":{"at":[[1,13,0]],"as":"uint","optional":true,"doc":"Tag[13:0]"},"address":{"at":[[2,31,0],[3,31,12]],"as":"page","unit":"byte address","doc":"Untranslated Address[63:12]"},"cxlSource":{"at":[[3,3,3]],"as":"flag","optional":true,"confidence":"confirm","doc":"CXL source; its place rests on memory"}},"fixed":{"type":{"at":[[0,31,24]],"value":32,"doc":"Type: memory read, 64-bit address"},"at":{"at":[[3,1,0]],"value":1,"doc":"AT: Translation Request"}},"reserved":[[1,14,14],[3,11,4],[3,2,2]],"roles":{"device":"requesterId","pasid":{"beside":"pasid"},"pasidValid":{"beside":"present"},"execute":{"beside":"executeRequested"},"privileged":{"beside":"privilegedModeRequested"},"tag":"tag","length":"length","address":"address"}}', rules)

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): PcieFlitTranslationRequest64 | undefined {
  if (outside(bytes, offset, 16)) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 16)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, false)
  const w1 = memory.getInt32(at + 4, false)
  const w2 = memory.getInt32(at + 8, false)
  const w3 = memory.getInt32(at + 12, false)
  const mode = options === undefined ? 0 : modeOf(options)
  if (mode < 0 || (((w0 & 0xff000000) ^ 0x20000000) | ((w3 & 3) ^ 1)) !== 0) return undefined
  if (((w1 & 0x4000) | (w3 & 0xff4)) !== 0 && mode !== 1) return undefined
  return {
    tc: (w0 >>> 21) & 7,
    ohc: (w0 >>> 16) & 0x1f,
    ts: (w0 >>> 13) & 7,
    attr: (w0 >>> 10) & 7,
    length: w0 & 0x3ff,
    requesterId: w1 >>> 16,
    ep: flag((w1 >>> 15) & 1),
    tag: w1 & 0x3fff,
    address: fromHalves(w3 & 0xfffff000, w2),
    cxlSource: flag((w3 >>> 3) & 1),
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: PcieFlitTranslationRequest64Init, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  if ((message.tc === undefined || message.ohc === undefined || message.ts === undefined || message.attr === undefined || message.ep === undefined || message.tag === undefined || message.cxlSource === undefined) && !onlyKnown(bits(), message)) return false
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
  const $requesterId = message.requesterId
  if (typeof $requesterId !== 'number' || ($requesterId & 0xffff) !== $requesterId) return false
  const $ep = bit(message.ep === undefined ? false : message.ep)
  const $tag = message.tag === undefined ? 0 : message.tag
  if (typeof $tag !== 'number' || ($tag & 0x3fff) !== $tag) return false
  if (!intoHalves(message.address)) return false
  const $addresslow = low()
  const $addresshigh = high()
  if (($addresslow & 0xfff) !== 0) return false
  const $cxlSource = bit(message.cxlSource === undefined ? false : message.cxlSource)
  if (($ep | $cxlSource) < 0) return false
  if (outside(target, offset, 16)) return false
  const w0 = 0x20000000 | ($tc << 21) | ($ohc << 16) | ($ts << 13) | ($attr << 10) | $length
  const w1 = ($requesterId << 16) | ($ep << 15) | $tag
  const w2 = $addresshigh
  const w3 = 1 | ($addresslow & 0xfffff000) | ($cxlSource << 3)
  if (target === writeBytes || lookForWriting(target)) {
    setBig4(writeView, offset, w0, w1, w2, w3)
  } else {
    storeBig4(target, offset, w0, w1, w2, w3)
  }
  return true
}

export const id = 'pcie-flit.translation-request-64'
export const size = 16
export const layout = /* @__PURE__ */ table()
export const decode = /* @__PURE__ */ decoder(bits, read)
export const tryDecode = /* @__PURE__ */ tryDecoder(bits, read)
export const inspect = /* @__PURE__ */ inspector(table)
export const encode = /* @__PURE__ */ encoder(size, bits, write)
export const encodeInto = /* @__PURE__ */ encoderInto(size, bits, write)
export const view = /* @__PURE__ */ viewer<PcieFlitTranslationRequest64>(bits)
export const columns = /* @__PURE__ */ columner<PcieFlitTranslationRequest64Columns>(bits, read)
export const batches = /* @__PURE__ */ batcher<PcieFlitTranslationRequest64Columns>(bits, read)
export const allocateColumns = /* @__PURE__ */ allocator<PcieFlitTranslationRequest64Columns>(bits)
export const encodeColumns = /* @__PURE__ */ columnsEncoder<PcieFlitTranslationRequest64Init, PcieFlitTranslationRequest64Columns>(bits, write)

/** What is generated here, for proofs. */
export const generated = { bits, read, write }
export const record = /* @__PURE__ */ recordOf<PcieFlitTranslationRequest64, PcieFlitTranslationRequest64Init, PcieFlitTranslationRequest64Columns, typeof Table>(id, size, table, read, write)
