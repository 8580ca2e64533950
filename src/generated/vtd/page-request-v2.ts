// Generated from src/spec/vtd.ts by `npm run generate`; do not edit.
import { bitsOfText } from '../../codec/bits.ts'
import { bit, flag, fromHalves, high, intoHalves, low, lookForWriting, memoryOf, modeOf, outside, readBytes, readView, scratch, setLittle4, storeLittle4, writeBytes, writeView } from '../../codec/memory.ts'
import type { DecodeOptions } from '../../codec/read-write.ts'
import { tableOfText } from '../../codec/table.ts'
import { allocator, batcher, columner, columnsEncoder, decoder, encoder, encoderInto, inspector, recordOf, tryDecoder, viewer } from '../../codec/verbs.ts'
import { pageRequest as rules } from '../../spec/rules/vtd.ts'
import type { pageRequestV2 as Table } from '../../spec/vtd.ts'

/** The message of `vtd.page-request-v2`: Page Request Descriptor, revision 2.x (ECS). Intel VT-d Architecture Specification 2.x, Page Request Descriptor. */
export type VtdPageRequestV2 = {
  /**
   * SRR: asks for a page stream response instead of a group response.
   * Bits: `q0[0]`. Intel VT-d Architecture Specification 2.x, Page Request Descriptor.
   */
  streamResponseRequested: boolean
  /**
   * BOF: more requests of the batch follow.
   * Bits: `q0[1]`. Intel VT-d Architecture Specification 2.x, Page Request Descriptor.
   */
  batchOfFaults: boolean
  /**
   * PASID present.
   * Bits: `q0[2]`. Intel VT-d Architecture Specification 2.x, Page Request Descriptor.
   */
  pasidPresent: boolean
  /**
   * LPIG: last page in group.
   * Bits: `q0[3]`. Intel VT-d Architecture Specification 2.x, Page Request Descriptor.
   */
  last: boolean
  /**
   * PASID.
   * Bits: `q0[23:4]`; 0 to 0xfffff. Intel VT-d Architecture Specification 2.x, Page Request Descriptor.
   */
  pasid: number
  /**
   * bus number of the requester.
   * Bits: `q0[31:24]`; 0 to 0xff. Intel VT-d Architecture Specification 2.x, Page Request Descriptor.
   */
  bus: number
  /**
   * private data, to be returned in the response.
   * Bits: `q0[54:32]`; 0 to 0x7fffff. Intel VT-d Architecture Specification 2.x, Page Request Descriptor.
   */
  privateData: number
  /**
   * Page Request Group Index.
   * Bits: `q0[63:55]`; 0 to 0x1ff. Intel VT-d Architecture Specification 2.x, Page Request Descriptor.
   */
  prgIndex: number
  /**
   * read access requested.
   * Bits: `q1[0]`. Intel VT-d Architecture Specification 2.x, Page Request Descriptor.
   */
  read: boolean
  /**
   * write access requested.
   * Bits: `q1[1]`. Intel VT-d Architecture Specification 2.x, Page Request Descriptor.
   */
  write: boolean
  /**
   * execute access requested.
   * Bits: `q1[2]`. Intel VT-d Architecture Specification 2.x, Page Request Descriptor.
   */
  executeRequested: boolean
  /**
   * privileged mode requested.
   * Bits: `q1[3]`. Intel VT-d Architecture Specification 2.x, Page Request Descriptor.
   */
  privilegedModeRequested: boolean
  /**
   * device and function number of the requester.
   * Bits: `q1[11:4]`; 0 to 0xff. Intel VT-d Architecture Specification 2.x, Page Request Descriptor.
   */
  devfn: number
  /**
   * Address[63:12] of the page.
   * Bits: `q1[63:12]`; byte address; a multiple of 4096n. Intel VT-d Architecture Specification 2.x, Page Request Descriptor.
   */
  address: bigint
}

/** What `encode` takes. */
export type VtdPageRequestV2Init = VtdPageRequestV2

/** One typed array per field. */
export type VtdPageRequestV2Columns = {
  streamResponseRequested: Uint8Array
  batchOfFaults: Uint8Array
  pasidPresent: Uint8Array
  last: Uint8Array
  pasid: Uint32Array
  bus: Uint8Array
  privateData: Uint32Array
  prgIndex: Uint16Array
  read: Uint8Array
  write: Uint8Array
  executeRequested: Uint8Array
  privilegedModeRequested: Uint8Array
  devfn: Uint8Array
  address: BigUint64Array
}

const bits = /* @__PURE__ */ bitsOfText('{"id":"vtd.page-request-v2","size":16,"word":8,"order":"little","label":"q","fields":{"streamResponseRequested":{"at":[[0,0,0]],"as":"flag"},"batchOfFaults":{"at":[[0,1,1]],"as":"flag"},"pasidPresent":{"at":[[0,2,2]],"as":"flag"},"last":{"at":[[0,3,3]],"as":"flag"},"pasid":{"at":[[0,23,4]],"as":"uint"},"bus":{"at":[[0,31,24]],"as":"uint"},"privateData":{"at":[[0,54,32]],"as":"uint"},"prgIndex":{"at":[[0,63,55]],"as":"uint"},"read":{"at":[[1,0,0]],"as":"flag"},"write":{"at":[[1,1,1]],"as":"flag"},"executeRequested":{"at":[[1,2,2]],"as":"flag"},"privilegedModeRequested":{"at":[[1,3,3]],"as":"flag"},"devfn":{"at":[[1,11,4]],"as":"uint"},"address":{"at":[[1,63,12]],"as":"page"}}}')
const table = /* @__PURE__ */ tableOfText<typeof Table>('{"id":"vtd.page-request-v2","title":"Page Request Descriptor, revision 2.x (ECS)","clause":"Intel VT-d Architecture Specification 2.x, Page Request Descriptor","source":"Linux 4.4 to 5.0, drivers/iommu/intel-svm.c (one source)","word":8,"order":"little","label":"q","size":16,"place":"VT-d 2.x page request queue","fields":{"streamResponseRequested":{"at":[[0,0,0]],"as":"flag","doc":"SRR: asks for a page stream response instead of a group response"},"batchOfFaults":{"at":[[0,1,1]],"as":"flag","doc":"BOF: more requests of the batch follow"},"pasidPresent":{"at":[[0,2,2]],"as":"flag","doc":"PASID present"},"last":{"at":[[0,3,3]],"as":"flag","doc":"LPIG: last page in group"},"pasid":{"at":[[0,23,4]],"as":"uint","doc":"PASID"},"bus":{"at":[[0,31,24]],"as":"uint","doc":"bus number of the requester"},"privateData":{"at":[[0,54,32]],"as":"uint","doc":"private data, to be returned in the response"},"prgIndex":{"at":[[0,63,55]],"as":"uint","doc":"Page Request Group Index"},"read":{"at":[[1,0,0]],"as":"flag","doc":"read access requested"},"write":{"at":[[1,1,1]],"as":"flag","doc":"write access requested"},"executeRequested":{"at":[[1,2,2]],"as":"flag","doc":"execute access requested"},"privilegedModeRequested":{"at":[[1,3,3]],"as":"flag","doc":"privileged mode requested"},"devfn":{"at":[[1,11,4]],"as":"uint","doc":"device and function number of the requester"},"address":{"at":[[1,63,12]],"as":"page","unit":"byte address","doc":"Address[63:12] of the page"}},"roles":{"device":["bus","devfn"],"pasid":"pasid","pasidValid":"pasidPresent","group":"prgIndex","address":"address","read":"read","write":"write","execute":"executeRequested","privileged":"privilegedModeRequested","last":"last","privateData":"privateData","streamRequested":"streamResponseRequested","batch":"batchOfFaults"},"carries":{"what":"page request","stopMarker":"by shape","answer":{"group":"vtd.page-group-response-v2","stream":"vtd.page-stream-response-v2"}}}', rules)

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): VtdPageRequestV2 | undefined {
  if (outside(bytes, offset, 16)) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 16)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, true)
  const w1 = memory.getInt32(at + 4, true)
  const w2 = memory.getInt32(at + 8, true)
  const w3 = memory.getInt32(at + 12, true)
  const mode = options === undefined ? 0 : modeOf(options)
  if (mode < 0) return undefined
  return {
    streamResponseRequested: flag(w0 & 1),
    batchOfFaults: flag((w0 >>> 1) & 1),
    pasidPresent: flag((w0 >>> 2) & 1),
    last: flag((w0 >>> 3) & 1),
    pasid: (w0 >>> 4) & 0xfffff,
    bus: w0 >>> 24,
    privateData: w1 & 0x7fffff,
    prgIndex: w1 >>> 23,
    read: flag(w2 & 1),
    write: flag((w2 >>> 1) & 1),
    executeRequested: flag((w2 >>> 2) & 1),
    privilegedModeRequested: flag((w2 >>> 3) & 1),
    devfn: (w2 >>> 4) & 0xff,
    address: fromHalves(w2 & 0xfffff000, w3),
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: VtdPageRequestV2Init, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  const $streamResponseRequested = bit(message.streamResponseRequested)
  const $batchOfFaults = bit(message.batchOfFaults)
  const $pasidPresent = bit(message.pasidPresent)
  const $last = bit(message.last)
  const $pasid = message.pasid
  if (typeof $pasid !== 'number' || ($pasid & 0xfffff) !== $pasid) return false
  const $bus = message.bus
  if (typeof $bus !== 'number' || ($bus & 0xff) !== $bus) return false
  const $privateData = message.privateData
  if (typeof $privateData !== 'number' || ($privateData & 0x7fffff) !== $privateData) return false
  const $prgIndex = message.prgIndex
  if (typeof $prgIndex !== 'number' || ($prgIndex & 0x1ff) !== $prgIndex) return false
  const $read = bit(message.read)
  const $write = bit(message.write)
  const $executeRequested = bit(message.executeRequested)
  const $privilegedModeRequested = bit(message.privilegedModeRequested)
  const $devfn = message.devfn
  if (typeof $devfn !== 'number' || ($devfn & 0xff) !== $devfn) return false
  if (!intoHalves(message.address)) return false
  const $addresslow = low()
  const $addresshigh = high()
  if (($addresslow & 0xfff) !== 0) return false
  if (($streamResponseRequested | $batchOfFaults | $pasidPresent | $last | $read | $write | $executeRequested | $privilegedModeRequested) < 0) return false
  if (outside(target, offset, 16)) return false
  const w0 = $streamResponseRequested | ($batchOfFaults << 1) | ($pasidPresent << 2) | ($last << 3) | ($pasid << 4) | ($bus << 24)
  const w1 = $privateData | ($prgIndex << 23)
  const w2 = $read | ($write << 1) | ($executeRequested << 2) | ($privilegedModeRequested << 3) | ($devfn << 4) | ($addresslow & 0xfffff000)
  const w3 = $addresshigh
  if (target === writeBytes || lookForWriting(target)) {
    setLittle4(writeView, offset, w0, w1, w2, w3)
  } else {
    storeLittle4(target, offset, w0, w1, w2, w3)
  }
  return true
}

export const id = 'vtd.page-request-v2'
export const size = 16
export const layout = /* @__PURE__ */ table()
export const decode = /* @__PURE__ */ decoder(bits, read)
export const tryDecode = /* @__PURE__ */ tryDecoder(bits, read)
export const inspect = /* @__PURE__ */ inspector(table)
export const encode = /* @__PURE__ */ encoder(size, bits, write)
export const encodeInto = /* @__PURE__ */ encoderInto(size, bits, write)
export const view = /* @__PURE__ */ viewer<VtdPageRequestV2>(bits)
export const columns = /* @__PURE__ */ columner<VtdPageRequestV2Columns>(bits, read)
export const batches = /* @__PURE__ */ batcher<VtdPageRequestV2Columns>(bits, read)
export const allocateColumns = /* @__PURE__ */ allocator<VtdPageRequestV2Columns>(bits)
export const encodeColumns = /* @__PURE__ */ columnsEncoder<VtdPageRequestV2Init, VtdPageRequestV2Columns>(bits, write)

/** What is generated here, for proofs. */
export const generated = { bits, read, write }
export const record = /* @__PURE__ */ recordOf<VtdPageRequestV2, VtdPageRequestV2Init, VtdPageRequestV2Columns, typeof Table>(id, size, table, read, write)
