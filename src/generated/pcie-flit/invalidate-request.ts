// Generated from src/spec/pcie-flit.ts by `npm run generate`; do not edit.
import { bitsOfText } from '../../codec/bits.ts'
import { bit, flag, lookForWriting, memoryOf, modeOf, outside, readBytes, readView, scratch, setBig4, storeBig4, writeBytes, writeView } from '../../codec/memory.ts'
import { onlyKnown } from '../../codec/message.ts'
import type { DecodeOptions } from '../../codec/read-write.ts'
import { tableOfText } from '../../codec/table.ts'
import { allocator, batcher, columner, columnsEncoder, decoder, encoder, encoderInto, inspector, recordOf, tryDecoder, viewer } from '../../codec/verbs.ts'
import { invalidateRequest as rules } from '../../spec/rules/pcie-flit.ts'
import type { invalidateRequest as Table } from '../../spec/pcie-flit.ts'

/** The message of `pcie-flit.invalidate-request`: Invalidate Request Message in flit mode, header base. PCIe Base Specification 6.x, 10.3.1. */
export type PcieFlitInvalidateRequest = {
  /**
   * TC: traffic class.
   * Bits: `DW0[23:21]`; 0 to 0x7; optional on encode, 0 by default. PCIe Base Specification 6.x, 10.3.1.
   */
  tc: number
  /**
   * OHC[4:0]: A, B and C are present (bits 0 to 2); size of E (bits 4:3).
   * Bits: `DW0[20:16]`; 0 to 0x1f; optional on encode, 0 by default. PCIe Base Specification 6.x, 10.3.1.
   */
  ohc: number
  /**
   * TS: size of the trailer.
   * Bits: `DW0[15:13]`; 0 to 0x7; optional on encode, 0 by default. PCIe Base Specification 6.x, 10.3.1.
   */
  ts: number
  /**
   * Attr[2:0]: ID-based ordering, relaxed ordering, no snoop.
   * Bits: `DW0[12:10]`; 0 to 0x7; optional on encode, 0 by default. PCIe Base Specification 6.x, 10.3.1.
   */
  attr: number
  /**
   * Requester ID of the side that translates.
   * Bits: `DW1[31:16]`; 0 to 0xffff. PCIe Base Specification, 2.2.1 and 2.2.8.
   */
  requesterId: number
  /**
   * EP: the packet is poisoned; its place in a message is unconfirmed.
   * Bits: `DW1[15]`; optional on encode, 0 by default; confirm. PCIe Base Specification 6.x, 10.3.1.
   */
  ep: boolean
  /**
   * ITag: not used again until its completions release it.
   * Bits: `DW1[12:8]`; 0 to 0x1f. PCIe Base Specification 6.x, 10.3.1.
   */
  itag: number
  /**
   * Device ID: the function that is invalidated.
   * Bits: `DW2[31:16]`; 0 to 0xffff. PCIe Base Specification 6.x, 10.3.1.
   */
  destinationId: number
}

/** What `encode` takes: optional fields may be left out. */
export type PcieFlitInvalidateRequestInit = Omit<PcieFlitInvalidateRequest, 'tc' | 'ohc' | 'ts' | 'attr' | 'ep'> & Partial<Pick<PcieFlitInvalidateRequest, 'tc' | 'ohc' | 'ts' | 'attr' | 'ep'>>

/** One typed array per field. */
export type PcieFlitInvalidateRequestColumns = {
  tc: Uint8Array
  ohc: Uint8Array
  ts: Uint8Array
  attr: Uint8Array
  requesterId: Uint16Array
  ep: Uint8Array
  itag: Uint8Array
  destinationId: Uint16Array
}

const bits = /* @__PURE__ */ bitsOfText('{"id":"pcie-flit.invalidate-request","size":16,"word":4,"order":"big","label":"DW","fields":{"tc":{"at":[[0,23,21]],"as":"uint","optional":true},"ohc":{"at":[[0,20,16]],"as":"uint","optional":true},"ts":{"at":[[0,15,13]],"as":"uint","optional":true},"attr":{"at":[[0,12,10]],"as":"uint","optional":true},"requesterId":{"at":[[1,31,16]],"as":"uint"},"ep":{"at":[[1,15,15]],"as":"flag","optional":true},"itag":{"at":[[1,12,8]],"as":"uint"},"destinationId":{"at":[[2,31,16]],"as":"uint"}},"fixed":{"type":{"at":[[0,31,24]],"value":114},"messageCode":{"at":[[1,7,0]],"value":1},"length":{"at":[[0,9,0]],"value":2}},"reserved":[[1,14,13],[2,15,0],[3,31,0]]}')
const table = /* @__PURE__ */ tableOfText<typeof Table>('{"id":"pcie-flit.invalidate-request","title":"Invalidate Request Message in flit mode, header base","clause":"PCIe Base Specification 6.x, 10.3.1","source":"published notes on PCIe 6.x headers (one source), and the same message in non-flit mode","word":4,"order":"big","label":"DW","place":"TLP, flit mode","size":16,"fields":{"tc":{"at":[[0,23,21]],"as":"uint","optional":true,"doc":"TC: traffic class"},"ohc":{"at":[[0,20,16]],"as":"uint","optional":true,"doc":"OHC[4:0]: A, B and C are present (bits 0 to 2); size of E (bits 4:3)"},"ts":{"at":[[0,15,13]],"as":"uint","optional":true,"doc":"TS: size of the trailer"},"attr":{"at":[[0,12,10]],"as":"uint","optional":true,"doc":"Attr[2:0]: ID-based ordering, relaxed ordering, no snoop"},"requesterId":{"at":[[1,31,16]],"as":"uint","clause":"PCIe Base Specification, 2.2.1 and 2.2.8","doc":"Requester ID of the side that translates"},"ep":{"at":[[1,15,15]],"as":"flag","optional":true,"confidence":"confirm","doc":"EP: the packet is poisoned; its place in a message is unconfirmed"},"itag":{"at":[[1,12,8]],"as":"uint","doc":"ITag: not used again until its completions release it"},"destinationId":{"at":[[2,31,16]],"as":"uint","doc":"Device ID: the function that is invalidated"}},"fixed":{"type":{"at":[[0,31,24]],"value":114,"doc":"Type: message, with its routing in the low three bits"},"messageCode":{"at":[[1,7,0]],"value":1,"doc":"Message Code"},"length":{"at":[[0,9,0]],"value":2,"doc":"Length: a body of 2 DW"}},"reserved":[[1,14,13],[2,15,0],[3,31,0]],"roles":{"device":"destinationId","sender":"requesterId","pasid":{"beside":"pasid"},"pasidValid":{"beside":"present"},"execute":{"beside":"executeRequested"},"privileged":{"beside":"privilegedModeRequested"},"tag":"itag"}}', rules)

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): PcieFlitInvalidateRequest | undefined {
  if (outside(bytes, offset, 16)) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 16)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, false)
  const w1 = memory.getInt32(at + 4, false)
  const w2 = memory.getInt32(at + 8, false)
  const w3 = memory.getInt32(at + 12, false)
  const mode = options === undefined ? 0 : modeOf(options)
  if (mode < 0 || (((w0 & 0xff0003ff) ^ 0x72000002) | ((w1 & 0xff) ^ 1)) !== 0) return undefined
  if (((w1 & 0x6000) | (w2 & 0xffff) | w3) !== 0 && mode !== 1) return undefined
  return {
    tc: (w0 >>> 21) & 7,
    ohc: (w0 >>> 16) & 0x1f,
    ts: (w0 >>> 13) & 7,
    attr: (w0 >>> 10) & 7,
    requesterId: w1 >>> 16,
    ep: flag((w1 >>> 15) & 1),
    itag: (w1 >>> 8) & 0x1f,
    destinationId: w2 >>> 16,
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: PcieFlitInvalidateRequestInit, target: Uint8Array, offset: number): boolean {
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
  const $itag = message.itag
  if (typeof $itag !== 'number' || ($itag & 0x1f) !== $itag) return false
  const $destinationId = message.destinationId
  if (typeof $destinationId !== 'number' || ($destinationId & 0xffff) !== $destinationId) return false
  if ($ep < 0) return false
  if (outside(target, offset, 16)) return false
  const w0 = 0x72000002 | ($tc << 21) | ($ohc << 16) | ($ts << 13) | ($attr << 10)
  const w1 = 1 | ($requesterId << 16) | ($ep << 15) | ($itag << 8)
  const w2 = $destinationId << 16
  if (target === writeBytes || lookForWriting(target)) {
    setBig4(writeView, offset, w0, w1, w2, 0)
  } else {
    storeBig4(target, offset, w0, w1, w2, 0)
  }
  return true
}

export const id = 'pcie-flit.invalidate-request'
export const size = 16
export const layout = /* @__PURE__ */ table()
export const decode = /* @__PURE__ */ decoder(bits, read)
export const tryDecode = /* @__PURE__ */ tryDecoder(bits, read)
export const inspect = /* @__PURE__ */ inspector(table)
export const encode = /* @__PURE__ */ encoder(size, bits, write)
export const encodeInto = /* @__PURE__ */ encoderInto(size, bits, write)
export const view = /* @__PURE__ */ viewer<PcieFlitInvalidateRequest>(bits)
export const columns = /* @__PURE__ */ columner<PcieFlitInvalidateRequestColumns>(bits, read)
export const batches = /* @__PURE__ */ batcher<PcieFlitInvalidateRequestColumns>(bits, read)
export const allocateColumns = /* @__PURE__ */ allocator<PcieFlitInvalidateRequestColumns>(bits)
export const encodeColumns = /* @__PURE__ */ columnsEncoder<PcieFlitInvalidateRequestInit, PcieFlitInvalidateRequestColumns>(bits, write)

/** What is generated here, for proofs. */
export const generated = { bits, read, write }
export const record = /* @__PURE__ */ recordOf<PcieFlitInvalidateRequest, PcieFlitInvalidateRequestInit, PcieFlitInvalidateRequestColumns, typeof Table>(id, size, table, read, write)
