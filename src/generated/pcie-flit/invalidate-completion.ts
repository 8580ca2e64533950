// Generated from src/spec/pcie-flit.ts by `npm run generate`; do not edit.
import { bitsOfText } from '../../codec/bits.ts'
import { bit, flag, lookForWriting, memoryOf, modeOf, outside, readBytes, readView, scratch, setBig4, storeBig4, writeBytes, writeView } from '../../codec/memory.ts'
import { onlyKnown } from '../../codec/message.ts'
import type { DecodeOptions } from '../../codec/read-write.ts'
import { tableOfText } from '../../codec/table.ts'
import { allocator, batcher, columner, columnsEncoder, decoder, encoder, encoderInto, inspector, recordOf, tryDecoder, viewer } from '../../codec/verbs.ts'
import { invalidateCompletion as rules } from '../../spec/rules/pcie.ts'
import type { invalidateCompletion as Table } from '../../spec/pcie-flit.ts'

/** The message of `pcie-flit.invalidate-completion`: Invalidate Completion Message in flit mode, header base. PCIe Base Specification 6.x, 10.3.2. */
export type PcieFlitInvalidateCompletion = {
  /**
   * TC: traffic class.
   * Bits: `DW0[23:21]`; 0 to 0x7; optional on encode, 0 by default. PCIe Base Specification 6.x, 10.3.2.
   */
  tc: number
  /**
   * OHC[4:0]: A, B and C are present (bits 0 to 2); size of E (bits 4:3).
   * Bits: `DW0[20:16]`; 0 to 0x1f; optional on encode, 0 by default. PCIe Base Specification 6.x, 10.3.2.
   */
  ohc: number
  /**
   * TS: size of the trailer.
   * Bits: `DW0[15:13]`; 0 to 0x7; optional on encode, 0 by default. PCIe Base Specification 6.x, 10.3.2.
   */
  ts: number
  /**
   * Attr[2:0]: ID-based ordering, relaxed ordering, no snoop.
   * Bits: `DW0[12:10]`; 0 to 0x7; optional on encode, 0 by default. PCIe Base Specification 6.x, 10.3.2.
   */
  attr: number
  /**
   * Requester ID: the function that was invalidated.
   * Bits: `DW1[31:16]`; 0 to 0xffff. PCIe Base Specification, 2.2.1 and 2.2.8.
   */
  requesterId: number
  /**
   * EP: the packet is poisoned; its place in a message is unconfirmed.
   * Bits: `DW1[15]`; optional on encode, 0 by default; confirm. PCIe Base Specification 6.x, 10.3.2.
   */
  ep: boolean
  /**
   * Device ID: Requester ID of the Invalidate Request.
   * Bits: `DW2[31:16]`; 0 to 0xffff. PCIe Base Specification 6.x, 10.3.2.
   */
  destinationId: number
  /**
   * CC: how many completions are sent for the ITag, the same in each; 0 means 8.
   * Bits: `DW2[2:0]`; 0 to 0x7. PCIe Base Specification 6.x, 10.3.2.
   */
  completionCount: number
  /**
   * ITag Vector: bit n releases ITag n.
   * Bits: `DW3[31:0]`; 0 to 0xffffffff. PCIe Base Specification 6.x, 10.3.2.
   */
  itagVector: number
}

/** What `encode` takes: optional fields may be left out. */
export type PcieFlitInvalidateCompletionInit = Omit<PcieFlitInvalidateCompletion, 'tc' | 'ohc' | 'ts' | 'attr' | 'ep'> & Partial<Pick<PcieFlitInvalidateCompletion, 'tc' | 'ohc' | 'ts' | 'attr' | 'ep'>>

/** One typed array per field. */
export type PcieFlitInvalidateCompletionColumns = {
  tc: Uint8Array
  ohc: Uint8Array
  ts: Uint8Array
  attr: Uint8Array
  requesterId: Uint16Array
  ep: Uint8Array
  destinationId: Uint16Array
  completionCount: Uint8Array
  itagVector: Uint32Array
}

const bits = /* @__PURE__ */ bitsOfText('{"id":"pcie-flit.invalidate-completion","size":16,"word":4,"order":"big","label":"DW","fields":{"tc":{"at":[[0,23,21]],"as":"uint","optional":true},"ohc":{"at":[[0,20,16]],"as":"uint","optional":true},"ts":{"at":[[0,15,13]],"as":"uint","optional":true},"attr":{"at":[[0,12,10]],"as":"uint","optional":true},"requesterId":{"at":[[1,31,16]],"as":"uint"},"ep":{"at":[[1,15,15]],"as":"flag","optional":true},"destinationId":{"at":[[2,31,16]],"as":"uint"},"completionCount":{"at":[[2,2,0]],"as":"uint"},"itagVector":{"at":[[3,31,0]],"as":"uint"}},"fixed":{"type":{"at":[[0,31,24]],"value":50},"messageCode":{"at":[[1,7,0]],"value":2}},"reserved":[[0,9,0],[1,14,8],[2,15,3]]}')
const table = /* @__PURE__ */ tableOfText<typeof Table>('{"id":"pcie-flit.invalidate-completion","title":"Invalidate Completion Message in flit mode, header base","clause":"PCIe Base Specification 6.x, 10.3.2","source":"published notes on PCIe 6.x headers (one source), and the same message in non-flit mode","word":4,"order":"big","label":"DW","place":"TLP, flit mode","size":16,"fields":{"tc":{"at":[[0,23,21]],"as":"uint","optional":true,"doc":"TC: traffic class"},"ohc":{"at":[[0,20,16]],"as":"uint","optional":true,"doc":"OHC[4:0]: A, B and C are present (bits 0 to 2); size of E (bits 4:3)"},"ts":{"at":[[0,15,13]],"as":"uint","optional":true,"doc":"TS: size of the trailer"},"attr":{"at":[[0,12,10]],"as":"uint","optional":true,"doc":"Attr[2:0]: ID-based ordering, relaxed ordering, no snoop"},"requesterId":{"at":[[1,31,16]],"as":"uint","clause":"PCIe Base Specification, 2.2.1 and 2.2.8","doc":"Requester ID: the function that was invalidated"},"ep":{"at":[[1,15,15]],"as":"flag","optional":true,"confidence":"confirm","doc":"EP: the packet is poisoned; its place in a message is unconfirmed"},"destinationId":{"at":[[2,31,16]],"as":"uint","doc":"Device ID: Requester ID of the Invalidate Request"},"completionCount":{"at":[[2,2,0]],"as":"uint","doc":"CC: how many completions are sent for the ITag, the same in each; 0 means 8"},"itagVector":{"at":[[3,31,0]],"as":"uint","doc":"ITag Vector: bit n releases ITag n"}},"fixed":{"type":{"at":[[0,31,24]],"value":50,"doc":"Type: message, with its routing in the low three bits"},"messageCode":{"at":[[1,7,0]],"value":2,"doc":"Message Code"}},"reserved":[[0,9,0,"Length"],[1,14,8],[2,15,3]],"roles":{"device":"requesterId","receiver":"destinationId"}}', rules)

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): PcieFlitInvalidateCompletion | undefined {
  if (outside(bytes, offset, 16)) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 16)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, false)
  const w1 = memory.getInt32(at + 4, false)
  const w2 = memory.getInt32(at + 8, false)
  const w3 = memory.getInt32(at + 12, false)
  const mode = options === undefined ? 0 : modeOf(options)
  if (mode < 0 || (((w0 & 0xff000000) ^ 0x32000000) | ((w1 & 0xff) ^ 2)) !== 0) return undefined
  if (((w0 & 0x3ff) | (w1 & 0x7f00) | (w2 & 0xfff8)) !== 0 && mode !== 1) return undefined
  return {
    tc: (w0 >>> 21) & 7,
    ohc: (w0 >>> 16) & 0x1f,
    ts: (w0 >>> 13) & 7,
    attr: (w0 >>> 10) & 7,
    requesterId: w1 >>> 16,
    ep: flag((w1 >>> 15) & 1),
    destinationId: w2 >>> 16,
    completionCount: w2 & 7,
    itagVector: w3 >>> 0,
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: PcieFlitInvalidateCompletionInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  if ((message.tc === undefined || message.ohc === undefined || message.ts === undefined || message.attr === undefined || message.ep === undefined) && !onlyKnown(bits(), message)) return false
  const $tc = message.tc === undefined ? 0 : message.tc
  if (typeof $tc !== 'number' || ($tc & 7) !== $tc) return false
  const $ohc = message.ohc === undefined ? 0 : message.ohc
  if (typeof $ohc !== 'number' || ($ohc & 0x1f) !== $ohc) return false
  const $ts = message.ts === undefined ? 0 : message.ts
  if (typeof $ts !== 'number' || ($ts & 7) !== $ts) return false
  const $attr = message.attr === undefined ? 0 : message.attr
  if (typeof $attr !== 'number' || ($attr & 7) !== $attr) return false
  const $requesterId = message.requesterId
  if (typeof $requesterId !== 'number' || ($requesterId & 0xffff) !== $requesterId) return false
  const $ep = bit(message.ep === undefined ? false : message.ep)
  const $destinationId = message.destinationId
  if (typeof $destinationId !== 'number' || ($destinationId & 0xffff) !== $destinationId) return false
  const $completionCount = message.completionCount
  if (typeof $completionCount !== 'number' || ($completionCount & 7) !== $completionCount) return false
  const $itagVector = message.itagVector
  if (typeof $itagVector !== 'number' || $itagVector >>> 0 !== $itagVector) return false
  if ($ep < 0) return false
  if (outside(target, offset, 16)) return false
  const w0 = 0x32000000 | ($tc << 21) | ($ohc << 16) | ($ts << 13) | ($attr << 10)
  const w1 = 2 | ($requesterId << 16) | ($ep << 15)
  const w2 = ($destinationId << 16) | $completionCount
  const w3 = $itagVector
  if (target === writeBytes || lookForWriting(target)) {
    setBig4(writeView, offset, w0, w1, w2, w3)
  } else {
    storeBig4(target, offset, w0, w1, w2, w3)
  }
  return true
}

export const id = 'pcie-flit.invalidate-completion'
export const size = 16
export const layout = /* @__PURE__ */ table()
export const decode = /* @__PURE__ */ decoder(bits, read)
export const tryDecode = /* @__PURE__ */ tryDecoder(bits, read)
export const inspect = /* @__PURE__ */ inspector(table)
export const encode = /* @__PURE__ */ encoder(size, bits, write)
export const encodeInto = /* @__PURE__ */ encoderInto(size, bits, write)
export const view = /* @__PURE__ */ viewer<PcieFlitInvalidateCompletion>(bits)
export const columns = /* @__PURE__ */ columner<PcieFlitInvalidateCompletionColumns>(bits, read)
export const batches = /* @__PURE__ */ batcher<PcieFlitInvalidateCompletionColumns>(bits, read)
export const allocateColumns = /* @__PURE__ */ allocator<PcieFlitInvalidateCompletionColumns>(bits)
export const encodeColumns = /* @__PURE__ */ columnsEncoder<PcieFlitInvalidateCompletionInit, PcieFlitInvalidateCompletionColumns>(bits, write)

/** What is generated here, for proofs. */
export const generated = { bits, read, write }
export const record = /* @__PURE__ */ recordOf<PcieFlitInvalidateCompletion, PcieFlitInvalidateCompletionInit, PcieFlitInvalidateCompletionColumns, typeof Table>(id, size, table, read, write)
