// Generated from src/spec/vtd.ts by `npm run generate`; do not edit.
import { bitsOfText } from '../../codec/bits.ts'
import { fromHalves, high, intoHalves, low, lookForWriting, memoryOf, modeOf, outside, readBytes, readView, scratch, setLittle4, storeLittle4, writeBytes, writeView } from '../../codec/memory.ts'
import type { DecodeOptions } from '../../codec/read-write.ts'
import { tableOfText } from '../../codec/table.ts'
import { allocator, batcher, columner, columnsEncoder, decoder, encoder, encoderInto, inspector, recordOf, tryDecoder, viewer } from '../../codec/verbs.ts'
import { pageStreamResponseV2 as rules } from '../../spec/rules/vtd.ts'
import type { pageStreamResponseV2 as Table } from '../../spec/vtd.ts'

/** The message of `vtd.page-stream-response-v2`: Page Stream Response Descriptor, revision 2.x (ECS). Intel VT-d Architecture Specification 2.x, Page Stream Response Descriptor. */
export type VtdPageStreamResponseV2 = {
  /**
   * PASID.
   * Bits: `q0[23:4]`; 0 to 0xfffff. Intel VT-d Architecture Specification 2.x, Page Stream Response Descriptor.
   */
  pasid: number
  /**
   * bus number of the device that asked.
   * Bits: `q0[31:24]`; 0 to 0xff. Intel VT-d Architecture Specification 2.x, Page Stream Response Descriptor.
   */
  bus: number
  /**
   * private data of the request.
   * Bits: `q0[54:32]`; 0 to 0x7fffff. Intel VT-d Architecture Specification 2.x, Page Stream Response Descriptor.
   */
  privateData: number
  /**
   * Page Request Group Index of the request.
   * Bits: `q0[63:55]`; 0 to 0x1ff. Intel VT-d Architecture Specification 2.x, Page Stream Response Descriptor.
   */
  prgIndex: number
  /**
   * Response Code.
   * Values: 0x0 Success, 0x1 InvalidRequest, 0xf ResponseFailure.
   * Bits: `q1[3:0]`; 0 to 0xf. Intel VT-d Architecture Specification 2.x, Page Stream Response Descriptor.
   */
  respCode: 0 | 1 | 15 | (number & {})
  /**
   * device and function number of the device that asked.
   * Bits: `q1[11:4]`; 0 to 0xff. Intel VT-d Architecture Specification 2.x, Page Stream Response Descriptor.
   */
  devfn: number
  /**
   * Address[63:12] of the page that was served.
   * Bits: `q1[63:12]`; byte address; a multiple of 4096n. Intel VT-d Architecture Specification 2.x, Page Stream Response Descriptor.
   */
  address: bigint
}

/** What `encode` takes. */
export type VtdPageStreamResponseV2Init = VtdPageStreamResponseV2

/** One typed array per field. */
export type VtdPageStreamResponseV2Columns = {
  pasid: Uint32Array
  bus: Uint8Array
  privateData: Uint32Array
  prgIndex: Uint16Array
  respCode: Uint8Array
  devfn: Uint8Array
  address: BigUint64Array
}

const bits = /* @__PURE__ */ bitsOfText('{"id":"vtd.page-stream-response-v2","size":16,"word":8,"order":"little","label":"q","fields":{"pasid":{"at":[[0,23,4]],"as":"uint"},"bus":{"at":[[0,31,24]],"as":"uint"},"privateData":{"at":[[0,54,32]],"as":"uint"},"prgIndex":{"at":[[0,63,55]],"as":"uint"},"respCode":{"at":[[1,3,0]],"as":"uint"},"devfn":{"at":[[1,11,4]],"as":"uint"},"address":{"at":[[1,63,12]],"as":"page"}},"fixed":{"type":{"at":[[0,3,0]],"value":10}}}')
const table = /* @__PURE__ */ tableOfText<typeof Table>('{"id":"vtd.page-stream-response-v2","title":"Page Stream Response Descriptor, revision 2.x (ECS)","clause":"Intel VT-d Architecture Specification 2.x, Page Stream Response Descriptor","source":"Linux 4.4 to 5.0, include/linux/intel-iommu.h (one source)","word":8,"order":"little","label":"q","size":16,"place":"VT-d invalidation queue of 128-bit entries","fields":{"pasid":{"at":[[0,23,4]],"as":"uint","doc":"PASID"},"bus":{"at":[[0,31,24]],"as":"uint","doc":"bus number of the device that asked"},"privateData":{"at":[[0,54,32]],"as":"uint","doc":"private data of the request"},"prgIndex":{"at":[[0,63,55]],"as":"uint","doc":"Page Request Group Index of the request"},"respCode":{"at":[[1,3,0]],"as":"uint","codes":{"Success":0,"InvalidRequest":1,"ResponseFailure":15},"doc":"Response Code"},"devfn":{"at":[[1,11,4]],"as":"uint","doc":"device and function number of the device that asked"},"address":{"at":[[1,63,12]],"as":"page","unit":"byte address","doc":"Address[63:12] of the page that was served"}},"fixed":{"type":{"at":[[0,3,0]],"value":10,"doc":"Type: page stream response; revision 5.x calls 0xA an HPT cache invalidate, in a queue of 256-bit entries"}},"roles":{"device":["bus","devfn"],"pasid":"pasid","group":"prgIndex","code":"respCode","address":"address","privateData":"privateData"},"carries":{"what":"page response","codes":"PCIe","stream":true}}', rules)

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): VtdPageStreamResponseV2 | undefined {
  if (outside(bytes, offset, 16)) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 16)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, true)
  const w1 = memory.getInt32(at + 4, true)
  const w2 = memory.getInt32(at + 8, true)
  const w3 = memory.getInt32(at + 12, true)
  const mode = options === undefined ? 0 : modeOf(options)
  if (mode < 0 || ((w0 & 0xf) ^ 0xa) !== 0) return undefined
  return {
    pasid: (w0 >>> 4) & 0xfffff,
    bus: w0 >>> 24,
    privateData: w1 & 0x7fffff,
    prgIndex: w1 >>> 23,
    respCode: w2 & 0xf,
    devfn: (w2 >>> 4) & 0xff,
    address: fromHalves(w2 & 0xfffff000, w3),
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: VtdPageStreamResponseV2Init, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  const $pasid = message.pasid
  if (typeof $pasid !== 'number' || ($pasid & 0xfffff) !== $pasid) return false
  const $bus = message.bus
  if (typeof $bus !== 'number' || ($bus & 0xff) !== $bus) return false
  const $privateData = message.privateData
  if (typeof $privateData !== 'number' || ($privateData & 0x7fffff) !== $privateData) return false
  const $prgIndex = message.prgIndex
  if (typeof $prgIndex !== 'number' || ($prgIndex & 0x1ff) !== $prgIndex) return false
  const $respCode = message.respCode
  if (typeof $respCode !== 'number' || ($respCode & 0xf) !== $respCode) return false
  const $devfn = message.devfn
  if (typeof $devfn !== 'number' || ($devfn & 0xff) !== $devfn) return false
  if (!intoHalves(message.address)) return false
  const $addresslow = low()
  const $addresshigh = high()
  if (($addresslow & 0xfff) !== 0) return false
  if (outside(target, offset, 16)) return false
  const w0 = 0xa | ($pasid << 4) | ($bus << 24)
  const w1 = $privateData | ($prgIndex << 23)
  const w2 = $respCode | ($devfn << 4) | ($addresslow & 0xfffff000)
  const w3 = $addresshigh
  if (target === writeBytes || lookForWriting(target)) {
    setLittle4(writeView, offset, w0, w1, w2, w3)
  } else {
    storeLittle4(target, offset, w0, w1, w2, w3)
  }
  return true
}

export const id = 'vtd.page-stream-response-v2'
export const size = 16
export const layout = /* @__PURE__ */ table()
export const decode = /* @__PURE__ */ decoder(bits, read)
export const tryDecode = /* @__PURE__ */ tryDecoder(bits, read)
export const inspect = /* @__PURE__ */ inspector(table)
export const encode = /* @__PURE__ */ encoder(size, bits, write)
export const encodeInto = /* @__PURE__ */ encoderInto(size, bits, write)
export const view = /* @__PURE__ */ viewer<VtdPageStreamResponseV2>(bits)
export const columns = /* @__PURE__ */ columner<VtdPageStreamResponseV2Columns>(bits, read)
export const batches = /* @__PURE__ */ batcher<VtdPageStreamResponseV2Columns>(bits, read)
export const allocateColumns = /* @__PURE__ */ allocator<VtdPageStreamResponseV2Columns>(bits)
export const encodeColumns = /* @__PURE__ */ columnsEncoder<VtdPageStreamResponseV2Init, VtdPageStreamResponseV2Columns>(bits, write)

/** What is generated here, for proofs. */
export const generated = { bits, read, write }
export const record = /* @__PURE__ */ recordOf<VtdPageStreamResponseV2, VtdPageStreamResponseV2Init, VtdPageStreamResponseV2Columns, typeof Table>(id, size, table, read, write)
