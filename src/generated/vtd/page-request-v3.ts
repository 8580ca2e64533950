// Generated from src/spec/vtd.ts by `npm run generate`; do not edit.
import { bitsOfText } from '../../codec/bits.ts'
import { bit, flag, fromHalves, high, intoHalves, low, lookForWriting, memoryOf, modeOf, outside, readBytes, readView, scratch, setLittle4, storeLittle4, writeBytes, writeView } from '../../codec/memory.ts'
import type { DecodeOptions } from '../../codec/read-write.ts'
import { tableOfText } from '../../codec/table.ts'
import { allocator, batcher, columner, columnsEncoder, decoder, encoder, encoderInto, inspector, recordOf, tryDecoder, viewer } from '../../codec/verbs.ts'
import { pageRequest as rules } from '../../spec/rules/vtd.ts'
import type { pageRequestV3 as Table } from '../../spec/vtd.ts'

/** The message of `vtd.page-request-v3`: Page Request Descriptor, revision 3.x. Intel VT-d Architecture Specification 3.x, Page Request Descriptor. */
export type VtdPageRequestV3 = {
  /**
   * PP: the request carries a PASID.
   * Bits: `q0[8]`. Intel VT-d Architecture Specification 3.x, Page Request Descriptor.
   */
  pasidPresent: boolean
  /**
   * RID: Requester ID, bus in the high byte, device and function in the low.
   * Bits: `q0[31:16]`; 0 to 0xffff. Intel VT-d Architecture Specification 3.x, Page Request Descriptor.
   */
  rid: number
  /**
   * PASID, if PP.
   * Bits: `q0[51:32]`; 0 to 0xfffff. Intel VT-d Architecture Specification 3.x, Page Request Descriptor.
   */
  pasid: number
  /**
   * EXR: Execute Requested.
   * Bits: `q0[52]`. Intel VT-d Architecture Specification 3.x, Page Request Descriptor.
   */
  executeRequested: boolean
  /**
   * PMR: Privileged Mode Requested.
   * Bits: `q0[53]`. Intel VT-d Architecture Specification 3.x, Page Request Descriptor.
   */
  privilegedModeRequested: boolean
  /**
   * R: read access requested.
   * Bits: `q1[0]`. Intel VT-d Architecture Specification 3.x, Page Request Descriptor.
   */
  read: boolean
  /**
   * W: write access requested.
   * Bits: `q1[1]`. Intel VT-d Architecture Specification 3.x, Page Request Descriptor.
   */
  write: boolean
  /**
   * LPIG: last page in group.
   * Bits: `q1[2]`. Intel VT-d Architecture Specification 3.x, Page Request Descriptor.
   */
  last: boolean
  /**
   * Page Request Group Index.
   * Bits: `q1[11:3]`; 0 to 0x1ff. Intel VT-d Architecture Specification 3.x, Page Request Descriptor.
   */
  prgIndex: number
  /**
   * Address[63:12] of the page.
   * Bits: `q1[63:12]`; byte address; a multiple of 4096n. Intel VT-d Architecture Specification 3.x, Page Request Descriptor.
   */
  address: bigint
  /**
   * PDP: the request carries private data.
   * Bits: `q0[9]`. Intel VT-d Architecture Specification 3.x, Page Request Descriptor.
   */
  privateDataPresent: boolean
  /**
   * Private Data[63:0], if PDP.
   * Bits: `q2[63:0]`; 0n to 2n ** 64n - 1n. Intel VT-d Architecture Specification 3.x, Page Request Descriptor.
   */
  privateData0: bigint
  /**
   * Private Data[127:64], if PDP.
   * Bits: `q3[63:0]`; 0n to 2n ** 64n - 1n. Intel VT-d Architecture Specification 3.x, Page Request Descriptor.
   */
  privateData1: bigint
}

/** What `encode` takes. */
export type VtdPageRequestV3Init = VtdPageRequestV3

/** One typed array per field. */
export type VtdPageRequestV3Columns = {
  pasidPresent: Uint8Array
  rid: Uint16Array
  pasid: Uint32Array
  executeRequested: Uint8Array
  privilegedModeRequested: Uint8Array
  read: Uint8Array
  write: Uint8Array
  last: Uint8Array
  prgIndex: Uint16Array
  address: BigUint64Array
  privateDataPresent: Uint8Array
  privateData0: BigUint64Array
  privateData1: BigUint64Array
}

const bits = /* @__PURE__ */ bitsOfText('{"id":"vtd.page-request-v3","size":32,"word":8,"order":"little","label":"q","fields":{"pasidPresent":{"at":[[0,8,8]],"as":"flag"},"rid":{"at":[[0,31,16]],"as":"uint"},"pasid":{"at":[[0,51,32]],"as":"uint"},"executeRequested":{"at":[[0,52,52]],"as":"flag"},"privilegedModeRequested":{"at":[[0,53,53]],"as":"flag"},"read":{"at":[[1,0,0]],"as":"flag"},"write":{"at":[[1,1,1]],"as":"flag"},"last":{"at":[[1,2,2]],"as":"flag"},"prgIndex":{"at":[[1,11,3]],"as":"uint"},"address":{"at":[[1,63,12]],"as":"page"},"privateDataPresent":{"at":[[0,9,9]],"as":"flag"},"privateData0":{"at":[[2,63,0]],"as":"bigint"},"privateData1":{"at":[[3,63,0]],"as":"bigint"}},"fixed":{"type":{"at":[[0,7,0]],"value":1}},"reserved":[[0,15,10],[0,63,54]]}')
const table = /* @__PURE__ */ tableOfText<typeof Table>('{"id":"vtd.page-request-v3","title":"Page Request Descriptor, revision 3.x","clause":"Intel VT-d Architecture Specification 3.x, Page Request Descriptor","source":"Linux 5.1 to 6.9, drivers/iommu/intel/svm.c","word":8,"order":"little","label":"q","size":32,"place":"VT-d 3.x page request queue","fields":{"pasidPresent":{"at":[[0,8,8]],"as":"flag","doc":"PP: the request carries a PASID"},"rid":{"at":[[0,31,16]],"as":"uint","doc":"RID: Requester ID, bus in the high byte, device and function in the low"},"pasid":{"at":[[0,51,32]],"as":"uint","doc":"PASID, if PP"},"executeRequested":{"at":[[0,52,52]],"as":"flag","doc":"EXR: Execute Requested"},"privilegedModeRequested":{"at":[[0,53,53]],"as":"flag","doc":"PMR: Privileged Mode Requested"},"read":{"at":[[1,0,0]],"as":"flag","doc":"R: read access requested"},"write":{"at":[[1,1,1]],"as":"flag","doc":"W: write access requested"},"last":{"at":[[1,2,2]],"as":"flag","doc":"LPIG: last page in group"},"prgIndex":{"at":[[1,11,3]],"as":"uint","doc":"Page Request Group Index"},"address":{"at":[[1,63,12]],"as":"page","unit":"byte address","doc":"Address[63:12] of the page"},"privateDataPresent":{"at":[[0,9,9]],"as":"flag","doc":"PDP: the request carries private data"},"privateData0":{"at":[[2,63,0]],"as":"bigint","doc":"Private Data[63:0], if PDP"},"privateData1":{"at":[[3,63,0]],"as":"bigint","doc":"Private Data[127:64], if PDP"}},"fixed":{"type":{"at":[[0,7,0]],"value":1,"doc":"Type: page request"}},"reserved":[[0,15,10],[0,63,54]],"roles":{"device":"rid","pasid":"pasid","pasidValid":"pasidPresent","group":"prgIndex","address":"address","read":"read","write":"write","execute":"executeRequested","privileged":"privilegedModeRequested","last":"last","privateData":["privateData1","privateData0"],"privateDataValid":"privateDataPresent"},"carries":{"what":"page request","stopMarker":"by shape","answer":{"group":"vtd.page-group-response-v3"}}}', rules)

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): VtdPageRequestV3 | undefined {
  if (outside(bytes, offset, 32)) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 32)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, true)
  const w1 = memory.getInt32(at + 4, true)
  const w2 = memory.getInt32(at + 8, true)
  const w3 = memory.getInt32(at + 12, true)
  const w4 = memory.getInt32(at + 16, true)
  const w5 = memory.getInt32(at + 20, true)
  const w6 = memory.getInt32(at + 24, true)
  const w7 = memory.getInt32(at + 28, true)
  const mode = options === undefined ? 0 : modeOf(options)
  if (mode < 0 || ((w0 & 0xff) ^ 1) !== 0) return undefined
  if (((w0 & 0xfc00) | (w1 & 0xffc00000)) !== 0 && mode !== 1) return undefined
  return {
    pasidPresent: flag((w0 >>> 8) & 1),
    rid: w0 >>> 16,
    pasid: w1 & 0xfffff,
    executeRequested: flag((w1 >>> 20) & 1),
    privilegedModeRequested: flag((w1 >>> 21) & 1),
    read: flag(w2 & 1),
    write: flag((w2 >>> 1) & 1),
    last: flag((w2 >>> 2) & 1),
    prgIndex: (w2 >>> 3) & 0x1ff,
    address: fromHalves(w2 & 0xfffff000, w3),
    privateDataPresent: flag((w0 >>> 9) & 1),
    privateData0: fromHalves(w4, w5),
    privateData1: fromHalves(w6, w7),
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: VtdPageRequestV3Init, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  const $pasidPresent = bit(message.pasidPresent)
  const $rid = message.rid
  if (typeof $rid !== 'number' || ($rid & 0xffff) !== $rid) return false
  const $pasid = message.pasid
  if (typeof $pasid !== 'number' || ($pasid & 0xfffff) !== $pasid) return false
  const $executeRequested = bit(message.executeRequested)
  const $privilegedModeRequested = bit(message.privilegedModeRequested)
  const $read = bit(message.read)
  const $write = bit(message.write)
  const $last = bit(message.last)
  const $prgIndex = message.prgIndex
  if (typeof $prgIndex !== 'number' || ($prgIndex & 0x1ff) !== $prgIndex) return false
  if (!intoHalves(message.address)) return false
  const $addresslow = low()
  const $addresshigh = high()
  if (($addresslow & 0xfff) !== 0) return false
  const $privateDataPresent = bit(message.privateDataPresent)
  if (!intoHalves(message.privateData0)) return false
  const $privateData0low = low()
  const $privateData0high = high()
  if (!intoHalves(message.privateData1)) return false
  const $privateData1low = low()
  const $privateData1high = high()
  if (($pasidPresent | $executeRequested | $privilegedModeRequested | $read | $write | $last | $privateDataPresent) < 0) return false
  if (outside(target, offset, 32)) return false
  const w0 = 1 | ($pasidPresent << 8) | ($rid << 16) | ($privateDataPresent << 9)
  const w1 = $pasid | ($executeRequested << 20) | ($privilegedModeRequested << 21)
  const w2 = $read | ($write << 1) | ($last << 2) | ($prgIndex << 3) | ($addresslow & 0xfffff000)
  const w3 = $addresshigh
  const w4 = $privateData0low
  const w5 = $privateData0high
  const w6 = $privateData1low
  const w7 = $privateData1high
  if (target === writeBytes || lookForWriting(target)) {
    setLittle4(writeView, offset, w0, w1, w2, w3)
    setLittle4(writeView, offset + 16, w4, w5, w6, w7)
  } else {
    storeLittle4(target, offset, w0, w1, w2, w3)
    storeLittle4(target, offset + 16, w4, w5, w6, w7)
  }
  return true
}

export const id = 'vtd.page-request-v3'
export const size = 32
export const layout = /* @__PURE__ */ table()
export const decode = /* @__PURE__ */ decoder(bits, read)
export const tryDecode = /* @__PURE__ */ tryDecoder(bits, read)
export const inspect = /* @__PURE__ */ inspector(table)
export const encode = /* @__PURE__ */ encoder(size, bits, write)
export const encodeInto = /* @__PURE__ */ encoderInto(size, bits, write)
export const view = /* @__PURE__ */ viewer<VtdPageRequestV3>(bits)
export const columns = /* @__PURE__ */ columner<VtdPageRequestV3Columns>(bits, read)
export const batches = /* @__PURE__ */ batcher<VtdPageRequestV3Columns>(bits, read)
export const allocateColumns = /* @__PURE__ */ allocator<VtdPageRequestV3Columns>(bits)
export const encodeColumns = /* @__PURE__ */ columnsEncoder<VtdPageRequestV3Init, VtdPageRequestV3Columns>(bits, write)

/** What is generated here, for proofs. */
export const generated = { bits, read, write }
export const record = /* @__PURE__ */ recordOf<VtdPageRequestV3, VtdPageRequestV3Init, VtdPageRequestV3Columns, typeof Table>(id, size, table, read, write)
