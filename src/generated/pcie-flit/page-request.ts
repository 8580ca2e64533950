// Generated from src/spec/pcie-flit.ts by `npm run generate`; do not edit.
import { bitsOfText } from '../../codec/bits.ts'
import { bit, flag, fromHalves, high, intoHalves, low, lookForWriting, memoryOf, modeOf, outside, readBytes, readView, scratch, setBig4, storeBig4, writeBytes, writeView } from '../../codec/memory.ts'
import { onlyKnown } from '../../codec/message.ts'
import type { DecodeOptions } from '../../codec/read-write.ts'
import { tableOfText } from '../../codec/table.ts'
import { allocator, batcher, columner, columnsEncoder, decoder, encoder, encoderInto, inspector, recordOf, tryDecoder, viewer } from '../../codec/verbs.ts'
import { pageRequest as rules } from '../../spec/rules/pcie.ts'
import type { pageRequest as Table } from '../../spec/pcie-flit.ts'

/** The message of `pcie-flit.page-request`: Page Request Message in flit mode, header base. PCIe Base Specification 6.x, 10.4.1. */
export type PcieFlitPageRequest = {
  /**
   * TC: traffic class.
   * Bits: `DW0[23:21]`; 0 to 0x7; optional on encode, 0 by default. PCIe Base Specification 6.x, 10.4.1.
   */
  tc: number
  /**
   * OHC[4:0]: A, B and C are present (bits 0 to 2); size of E (bits 4:3).
   * Bits: `DW0[20:16]`; 0 to 0x1f; optional on encode, 0 by default. PCIe Base Specification 6.x, 10.4.1.
   */
  ohc: number
  /**
   * TS: size of the trailer.
   * Bits: `DW0[15:13]`; 0 to 0x7; optional on encode, 0 by default. PCIe Base Specification 6.x, 10.4.1.
   */
  ts: number
  /**
   * Attr[2:0]: ID-based ordering, relaxed ordering, no snoop.
   * Bits: `DW0[12:10]`; 0 to 0x7; optional on encode, 0 by default. PCIe Base Specification 6.x, 10.4.1.
   */
  attr: number
  /**
   * Requester ID: bus, device and function of the sender.
   * Bits: `DW1[31:16]`; 0 to 0xffff. PCIe Base Specification, 2.2.1 and 2.2.8.
   */
  requesterId: number
  /**
   * EP: the packet is poisoned; its place in a message is unconfirmed.
   * Bits: `DW1[15]`; optional on encode, 0 by default; confirm. PCIe Base Specification 6.x, 10.4.1.
   */
  ep: boolean
  /**
   * Page Address[63:12]: the untranslated address of the page.
   * Bits: `DW2[31:0] DW3[31:12]`; byte address; a multiple of 4096n. PCIe Base Specification 6.x, 10.4.1.
   */
  address: bigint
  /**
   * Page Request Group Index, given by the function.
   * Bits: `DW3[11:3]`; 0 to 0x1ff. PCIe Base Specification 6.x, 10.4.1.
   */
  prgIndex: number
  /**
   * L: last request of its group.
   * Bits: `DW3[2]`. PCIe Base Specification 6.x, 10.4.1.
   */
  last: boolean
  /**
   * W: write access requested, or a zero-length read.
   * Bits: `DW3[1]`. PCIe Base Specification 6.x, 10.4.1.
   */
  write: boolean
  /**
   * R: read access requested.
   * Bits: `DW3[0]`. PCIe Base Specification 6.x, 10.4.1.
   */
  read: boolean
}

/** What `encode` takes: optional fields may be left out. */
export type PcieFlitPageRequestInit = Omit<PcieFlitPageRequest, 'tc' | 'ohc' | 'ts' | 'attr' | 'ep'> & Partial<Pick<PcieFlitPageRequest, 'tc' | 'ohc' | 'ts' | 'attr' | 'ep'>>

/** One typed array per field. */
export type PcieFlitPageRequestColumns = {
  tc: Uint8Array
  ohc: Uint8Array
  ts: Uint8Array
  attr: Uint8Array
  requesterId: Uint16Array
  ep: Uint8Array
  address: BigUint64Array
  prgIndex: Uint16Array
  last: Uint8Array
  write: Uint8Array
  read: Uint8Array
}

const bits = /* @__PURE__ */ bitsOfText('{"id":"pcie-flit.page-request","size":16,"word":4,"order":"big","label":"DW","fields":{"tc":{"at":[[0,23,21]],"as":"uint","optional":true},"ohc":{"at":[[0,20,16]],"as":"uint","optional":true},"ts":{"at":[[0,15,13]],"as":"uint","optional":true},"attr":{"at":[[0,12,10]],"as":"uint","optional":true},"requesterId":{"at":[[1,31,16]],"as":"uint"},"ep":{"at":[[1,15,15]],"as":"flag","optional":true},"address":{"at":[[2,31,0],[3,31,12]],"as":"page"},"prgIndex":{"at":[[3,11,3]],"as":"uint"},"last":{"at":[[3,2,2]],"as":"flag"},"write":{"at":[[3,1,1]],"as":"flag"},"read":{"at":[[3,0,0]],"as":"flag"}},"fixed":{"type":{"at":[[0,31,24]],"value":48},"messageCode":{"at":[[1,7,0]],"value":4}},"reserved":[[0,9,0],[1,14,8]]}')
const table = /* @__PURE__ */ tableOfText<typeof Table>('{"id":"pcie-flit.page-request","title":"Page Request Message in flit mode, header base","clause":"PCIe Base Specification 6.x, 10.4.1","source":"published notes on PCIe 6.x headers (one source), and the same message in non-flit mode","word":4,"order":"big","label":"DW","place":"TLP, flit mode","size":16,"fields":{"tc":{"at":[[0,23,21]],"as":"uint","optional":true,"doc":"TC: traffic class"},"ohc":{"at":[[0,20,16]],"as":"uint","optional":true,"doc":"OHC[4:0]: A, B and C are present (bits 0 to 2); size of E (bits 4:3)"},"ts":{"at":[[0,15,13]],"as":"uint","optional":true,"doc":"TS: size of the trailer"},"attr":{"at":[[0,12,10]],"as":"uint","optional":true,"doc":"Attr[2:0]: ID-based ordering, relaxed ordering, no snoop"},"requesterId":{"at":[[1,31,16]],"as":"uint","clause":"PCIe Base Specification, 2.2.1 and 2.2.8","doc":"Requester ID: bus, device and function of the sender"},"ep":{"at":[[1,15,15]],"as":"flag","optional":true,"confidence":"confirm","doc":"EP: the packet is poisoned; its place in a message is unconfirmed"},"address":{"at":[[2,31,0],[3,31,12]],"as":"page","unit":"byte address","doc":"Page Address[63:12]: the untranslated address of the page"},"prgIndex":{"at":[[3,11,3]],"as":"uint","doc":"Page Request Group Index, given by the function"},"last":{"at":[[3,2,2]],"as":"flag","doc":"L: last request of its group"},"write":{"at":[[3,1,1]],"as":"flag","doc":"W: write access requested, or a zero-length read"},"read":{"at":[[3,0,0]],"as":"flag","doc":"R: read access requested"}},"fixed":{"type":{"at":[[0,31,24]],"value":48,"doc":"Type: message, with its routing in the low three bits"},"messageCode":{"at":[[1,7,0]],"value":4,"doc":"Message Code"}},"reserved":[[0,9,0,"Length"],[1,14,8]],"roles":{"device":"requesterId","pasid":{"beside":"pasid"},"pasidValid":{"beside":"present"},"execute":{"beside":"executeRequested"},"privileged":{"beside":"privilegedModeRequested"},"group":"prgIndex","address":"address","read":"read","write":"write","last":"last"},"carries":{"what":"page request","permissionsWithPasid":true,"others":{"ohc":{"known":7,"note":"OHC-E is not carried"}},"answer":{"group":"pcie-flit.prg-response"}}}', rules)

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): PcieFlitPageRequest | undefined {
  if (outside(bytes, offset, 16)) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 16)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, false)
  const w1 = memory.getInt32(at + 4, false)
  const w2 = memory.getInt32(at + 8, false)
  const w3 = memory.getInt32(at + 12, false)
  const mode = options === undefined ? 0 : modeOf(options)
  if (mode < 0 || (((w0 & 0xff000000) ^ 0x30000000) | ((w1 & 0xff) ^ 4)) !== 0) return undefined
  if (((w0 & 0x3ff) | (w1 & 0x7f00)) !== 0 && mode !== 1) return undefined
  return {
    tc: (w0 >>> 21) & 7,
    ohc: (w0 >>> 16) & 0x1f,
    ts: (w0 >>> 13) & 7,
    attr: (w0 >>> 10) & 7,
    requesterId: w1 >>> 16,
    ep: flag((w1 >>> 15) & 1),
    address: fromHalves(w3 & 0xfffff000, w2),
    prgIndex: (w3 >>> 3) & 0x1ff,
    last: flag((w3 >>> 2) & 1),
    write: flag((w3 >>> 1) & 1),
    read: flag(w3 & 1),
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: PcieFlitPageRequestInit, target: Uint8Array, offset: number): boolean {
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
  if (!intoHalves(message.address)) return false
  const $addresslow = low()
  const $addresshigh = high()
  if (($addresslow & 0xfff) !== 0) return false
  const $prgIndex = message.prgIndex
  if (typeof $prgIndex !== 'number' || ($prgIndex & 0x1ff) !== $prgIndex) return false
  const $last = bit(message.last)
  const $write = bit(message.write)
  const $read = bit(message.read)
  if (($ep | $last | $write | $read) < 0) return false
  if (outside(target, offset, 16)) return false
  const w0 = 0x30000000 | ($tc << 21) | ($ohc << 16) | ($ts << 13) | ($attr << 10)
  const w1 = 4 | ($requesterId << 16) | ($ep << 15)
  const w2 = $addresshigh
  const w3 = ($addresslow & 0xfffff000) | ($prgIndex << 3) | ($last << 2) | ($write << 1) | $read
  if (target === writeBytes || lookForWriting(target)) {
    setBig4(writeView, offset, w0, w1, w2, w3)
  } else {
    storeBig4(target, offset, w0, w1, w2, w3)
  }
  return true
}

export const id = 'pcie-flit.page-request'
export const size = 16
export const layout = /* @__PURE__ */ table()
export const decode = /* @__PURE__ */ decoder(bits, read)
export const tryDecode = /* @__PURE__ */ tryDecoder(bits, read)
export const inspect = /* @__PURE__ */ inspector(table)
export const encode = /* @__PURE__ */ encoder(size, bits, write)
export const encodeInto = /* @__PURE__ */ encoderInto(size, bits, write)
export const view = /* @__PURE__ */ viewer<PcieFlitPageRequest>(bits)
export const columns = /* @__PURE__ */ columner<PcieFlitPageRequestColumns>(bits, read)
export const batches = /* @__PURE__ */ batcher<PcieFlitPageRequestColumns>(bits, read)
export const allocateColumns = /* @__PURE__ */ allocator<PcieFlitPageRequestColumns>(bits)
export const encodeColumns = /* @__PURE__ */ columnsEncoder<PcieFlitPageRequestInit, PcieFlitPageRequestColumns>(bits, write)

/** What is generated here, for proofs. */
export const generated = { bits, read, write }
export const record = /* @__PURE__ */ recordOf<PcieFlitPageRequest, PcieFlitPageRequestInit, PcieFlitPageRequestColumns, typeof Table>(id, size, table, read, write)
