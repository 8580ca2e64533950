// Generated from src/spec/pcie-flit.ts by `npm run generate`; do not edit.
import { bitsOfText } from '../../codec/bits.ts'
import { bit, flag, lookForWriting, memoryOf, modeOf, outside, readBytes, readView, scratch, storeBig, writeBytes, writeView } from '../../codec/memory.ts'
import { onlyKnown } from '../../codec/message.ts'
import type { DecodeOptions } from '../../codec/read-write.ts'
import { tableOfText } from '../../codec/table.ts'
import { allocator, batcher, columner, columnsEncoder, decoder, encoder, encoderInto, inspector, recordOf, tryDecoder, viewer } from '../../codec/verbs.ts'
import { translationCompletion as rules } from '../../spec/rules/pcie-flit.ts'
import type { translationCompletion as Table } from '../../spec/pcie-flit.ts'

/** The message of `pcie-flit.translation-completion`: Translation Completion in flit mode, header base. PCIe Base Specification 6.x, 10.2.3 and 2.2.9. */
export type PcieFlitTranslationCompletion = {
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
export type PcieFlitTranslationCompletionColumns = {
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

const bits = /* @__PURE__ */ bitsOfText('{"id":"pcie-flit.translation-completion","size":12,"word":4,"order":"big","label":"DW","fields":{"withData":{"at":[[0,30,30]],"as":"flag"},"tc":{"at":[[0,23,21]],"as":"uint","optional":true},"ohc":{"at":[[0,20,16]],"as":"uint","optional":true},"ts":{"at":[[0,15,13]],"as":"uint","optional":true},"attr":{"at":[[0,12,10]],"as":"uint","optional":true},"length":{"at":[[0,9,0]],"as":"uint"},"completerId":{"at":[[1,31,16]],"as":"uint"},"ep":{"at":[[1,15,15]],"as":"flag","optional":true},"tag":{"at":[[1,13,0]],"as":"uint","optional":true},"requesterId":{"at":[[2,31,16]],"as":"uint"},"lowerAddress6to2":{"at":[[1,14,14],[2,15,12]],"as":"uint"},"byteCount":{"at":[[2,11,0]],"as":"uint"}},"fixed":{"type":{"at":[[0,31,31],[0,29,24]],"value":10}}}')
const table = /* @__PURE__ */ tableOfText<typeof Table>('{"id":"pcie-flit.translation-completion","title":"Translation Completion in flit mode, header base","clause":"PCIe Base Specification 6.x, 10.2.3 and 2.2.9","source":"published notes on PCIe 6.x headers (one source)","word":4,"order":"big","label":"DW","place":"TLP, flit mode","size":12,"fields":{"withData":{"at":[[0,30,30]],"as":"flag","doc":"Type[6]: translation entries follow (CplD); without them this is a failure (Cpl)"},"tc":{"at":[[0,23,21]],"as":"uint","optional":true,"doc":"TC: traffic class"},"ohc":{"at":[[0,20,16]],"as":"uint","optional":true,"doc":"OHC[4:0]: A, B and C are present (bits 0 to 2); size of E (bits 4:3)"},"ts":{"at":[[0,15,13]],"as":"uint","optional":true,"doc":"TS: size of the trailer"},"attr":{"at":[[0,12,10]],"as":"uint","optional":true,"doc":"Attr[2:0]: ID-based ordering, relaxed ordering, no snoop"},"length":{"at":[[0,9,0]],"as":"uint","unit":"DW","doc":"Length of the data: 2 DW for each entry; 0 without data"},"completerId":{"at":[[1,31,16]],"as":"uint","confidence":"one source","doc":"Completer ID: the side that translates"},"ep":{"at":[[1,15,15]],"as":"flag","optional":true,"confidence":"one source","doc":"EP: the packet is poisoned"},"tag":{"at":[[1,13,0]],"as":"uint","optional":true,"doc":"Tag[13:0] of the request that is answered","confidence":"one source"},"requesterId":{"at":[[2,31,16]],"as":"uint","confidence":"one source","doc":"Requester ID of the request that is answered"},"lowerAddress6to2":{"at":[[1,14,14],[2,15,12]],"as":"uint","confidence":"one source","doc":"Lower Address[6:2]; the two bits below are in OHC-A5"},"byteCount":{"at":[[2,11,0]],"as":"uint","unit":"bytes","confidence":"confirm","doc":"Byte Count: what is left of the answer, these bytes included; 0 means 4096"}},"fixed":{"type":{"at":[[0,31,31],[0,29,24]],"value":10,"doc":"Type: completion"}},"roles":{"device":"requesterId","sender":"completerId","tag":"tag","length":"length","byteCount":"byteCount"}}', rules)

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): PcieFlitTranslationCompletion | undefined {
  if (outside(bytes, offset, 12)) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 12)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, false)
  const w1 = memory.getInt32(at + 4, false)
  const w2 = memory.getInt32(at + 8, false)
  const mode = options === undefined ? 0 : modeOf(options)
  if (mode < 0 || ((w0 & 0xbf000000) ^ 0xa000000) !== 0) return undefined
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
  if (outside(target, offset, 12)) return false
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

export const id = 'pcie-flit.translation-completion'
export const size = 12
export const layout = /* @__PURE__ */ table()
export const decode = /* @__PURE__ */ decoder(bits, read)
export const tryDecode = /* @__PURE__ */ tryDecoder(bits, read)
export const inspect = /* @__PURE__ */ inspector(table)
export const encode = /* @__PURE__ */ encoder(size, bits, write)
export const encodeInto = /* @__PURE__ */ encoderInto(size, bits, write)
export const view = /* @__PURE__ */ viewer<PcieFlitTranslationCompletion>(bits)
export const columns = /* @__PURE__ */ columner<PcieFlitTranslationCompletionColumns>(bits, read)
export const batches = /* @__PURE__ */ batcher<PcieFlitTranslationCompletionColumns>(bits, read)
export const allocateColumns = /* @__PURE__ */ allocator<PcieFlitTranslationCompletionColumns>(bits)
export const encodeColumns = /* @__PURE__ */ columnsEncoder<PcieFlitTranslationCompletionInit, PcieFlitTranslationCompletionColumns>(bits, write)

/** What is generated here, for proofs. */
export const generated = { bits, read, write }
export const record = /* @__PURE__ */ recordOf<PcieFlitTranslationCompletion, PcieFlitTranslationCompletionInit, PcieFlitTranslationCompletionColumns, typeof Table>(id, size, table, read, write)
