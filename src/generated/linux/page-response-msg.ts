// Generated from src/spec/linux.ts by `npm run generate`; do not edit.
import { bitsOfText } from '../../codec/bits.ts'
import { bit, flag, fromHalves, high, intoHalves, low, lookForWriting, memoryOf, modeOf, outside, readBytes, readView, scratch, setLittle4, storeLittle, storeLittle4, writeBytes, writeView } from '../../codec/memory.ts'
import type { DecodeOptions } from '../../codec/read-write.ts'
import { tableOfText } from '../../codec/table.ts'
import { allocator, batcher, columner, columnsEncoder, decoder, encoder, encoderInto, inspector, recordOf, tryDecoder, viewer } from '../../codec/verbs.ts'
import { pageResponseMsg as rules } from '../../spec/rules/linux.ts'
import type { pageResponseMsgLe as Table } from '../../spec/linux.ts'

/** The message of `linux.page-response-msg`: Page response of the 2017 series. include/linux/iommu.h of the 2017 series (v3). */
export type LinuxPageResponseMsg = {
  /**
   * `addr`: address of the page that was served.
   * Bits: `+4[31:0] +0[31:0]`; byte address; 0n to 2n ** 64n - 1n. include/linux/iommu.h of the 2017 series (v3).
   */
  addr: bigint
  /**
   * `pasid`: process address space ID; 20 bits are meaningful, none is masked.
   * Bits: `+8[31:0]`; 0 to 0xffffffff. include/linux/iommu.h of the 2017 series (v3).
   */
  pasid: number
  /**
   * `resp_code`: the answer, in the numbers of a PRG Response.
   * Values: 0x0 IOMMU_PAGE_RESP_SUCCESS, 0x1 IOMMU_PAGE_RESP_INVALID, 0xf IOMMU_PAGE_RESP_FAILURE.
   * Bits: `+12[3:0]`; 0 to 0xf. include/linux/iommu.h of the 2017 series (v3).
   */
  respCode: 0 | 1 | 15 | (number & {})
  /**
   * `pasid_present`: the response carries a PASID.
   * Bits: `+12[4]`. include/linux/iommu.h of the 2017 series (v3).
   */
  pasidPresent: boolean
  /**
   * `page_req_group_id`: the page request group that is answered.
   * Bits: `+12[13:5]`; 0 to 0x1ff. include/linux/iommu.h of the 2017 series (v3).
   */
  pageReqGroupId: number
  /**
   * `type`: `enum page_response_type`: answer to a stream request or to a group.
   * Values: 0x1 IOMMU_PAGE_STREAM_RESP, 0x2 IOMMU_PAGE_GROUP_RESP.
   * Bits: `+16[31:0]`; 0 to 0xffffffff. include/linux/iommu.h of the 2017 series (v3).
   */
  type: 1 | 2 | (number & {})
  /**
   * `private_data`: private data of VT-d 2.x, of which 23 bits are used.
   * Bits: `+20[31:0]`; 0 to 0xffffffff. include/linux/iommu.h of the 2017 series (v3).
   */
  privateData: number
}

/** What `encode` takes. */
export type LinuxPageResponseMsgInit = LinuxPageResponseMsg

/** One typed array per field. */
export type LinuxPageResponseMsgColumns = {
  addr: BigUint64Array
  pasid: Uint32Array
  respCode: Uint8Array
  pasidPresent: Uint8Array
  pageReqGroupId: Uint16Array
  type: Uint32Array
  privateData: Uint32Array
}

const bits = /* @__PURE__ */ bitsOfText('{"id":"linux.page-response-msg","size":24,"word":4,"order":"little","label":"+","fields":{"addr":{"at":[[1,31,0],[0,31,0]],"as":"bigint"},"pasid":{"at":[[2,31,0]],"as":"uint"},"respCode":{"at":[[3,3,0]],"as":"uint"},"pasidPresent":{"at":[[3,4,4]],"as":"flag"},"pageReqGroupId":{"at":[[3,13,5]],"as":"uint"},"type":{"at":[[4,31,0]],"as":"uint"},"privateData":{"at":[[5,31,0]],"as":"uint"}},"reserved":[[3,31,14]]}')
const table = /* @__PURE__ */ tableOfText<typeof Table>('{"id":"linux.page-response-msg","title":"Page response of the 2017 series","clause":"include/linux/iommu.h of the 2017 series (v3)","source":"linux-iommu list, \\"[PATCH v3 15/16] iommu: introduce page response function\\", December 2017; a tree built on the series","size":24,"word":4,"order":"little","label":"+","fields":{"addr":{"at":[[1,31,0],[0,31,0]],"as":"bigint","doc":"`addr`: address of the page that was served","unit":"byte address"},"pasid":{"at":[[2,31,0]],"as":"uint","doc":"`pasid`: process address space ID; 20 bits are meaningful, none is masked"},"respCode":{"at":[[3,3,0]],"as":"uint","doc":"`resp_code`: the answer, in the numbers of a PRG Response","codes":{"IOMMU_PAGE_RESP_SUCCESS":0,"IOMMU_PAGE_RESP_INVALID":1,"IOMMU_PAGE_RESP_FAILURE":15}},"pasidPresent":{"at":[[3,4,4]],"as":"flag","doc":"`pasid_present`: the response carries a PASID"},"pageReqGroupId":{"at":[[3,13,5]],"as":"uint","doc":"`page_req_group_id`: the page request group that is answered"},"type":{"at":[[4,31,0]],"as":"uint","doc":"`type`: `enum page_response_type`: answer to a stream request or to a group","codes":{"IOMMU_PAGE_STREAM_RESP":1,"IOMMU_PAGE_GROUP_RESP":2}},"privateData":{"at":[[5,31,0]],"as":"uint","doc":"`private_data`: private data of VT-d 2.x, of which 23 bits are used"}},"reserved":[[3,31,14,"padding"]],"roles":{"address":"addr","pasid":"pasid","pasidValid":"pasidPresent","group":"pageReqGroupId","code":"respCode","type":"type","privateData":"privateData"},"carries":{"what":"page response","codes":"PCIe"}}', rules)

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): LinuxPageResponseMsg | undefined {
  if (outside(bytes, offset, 24)) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 24)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, true)
  const w1 = memory.getInt32(at + 4, true)
  const w2 = memory.getInt32(at + 8, true)
  const w3 = memory.getInt32(at + 12, true)
  const w4 = memory.getInt32(at + 16, true)
  const w5 = memory.getInt32(at + 20, true)
  const mode = options === undefined ? 0 : modeOf(options)
  if (mode < 0) return undefined
  if ((w3 & 0xffffc000) !== 0 && mode !== 1) return undefined
  return {
    addr: fromHalves(w0, w1),
    pasid: w2 >>> 0,
    respCode: w3 & 0xf,
    pasidPresent: flag((w3 >>> 4) & 1),
    pageReqGroupId: (w3 >>> 5) & 0x1ff,
    type: w4 >>> 0,
    privateData: w5 >>> 0,
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: LinuxPageResponseMsgInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  if (!intoHalves(message.addr)) return false
  const $addrlow = low()
  const $addrhigh = high()
  const $pasid = message.pasid
  if (typeof $pasid !== 'number' || $pasid >>> 0 !== $pasid) return false
  const $respCode = message.respCode
  if (typeof $respCode !== 'number' || ($respCode & 0xf) !== $respCode) return false
  const $pasidPresent = bit(message.pasidPresent)
  const $pageReqGroupId = message.pageReqGroupId
  if (typeof $pageReqGroupId !== 'number' || ($pageReqGroupId & 0x1ff) !== $pageReqGroupId) return false
  const $type = message.type
  if (typeof $type !== 'number' || $type >>> 0 !== $type) return false
  const $privateData = message.privateData
  if (typeof $privateData !== 'number' || $privateData >>> 0 !== $privateData) return false
  if ($pasidPresent < 0) return false
  if (outside(target, offset, 24)) return false
  const w0 = $addrlow
  const w1 = $addrhigh
  const w2 = $pasid
  const w3 = $respCode | ($pasidPresent << 4) | ($pageReqGroupId << 5)
  const w4 = $type
  const w5 = $privateData
  if (target === writeBytes || lookForWriting(target)) {
    setLittle4(writeView, offset, w0, w1, w2, w3)
    writeView.setInt32(offset + 16, w4, true)
    writeView.setInt32(offset + 20, w5, true)
  } else {
    storeLittle4(target, offset, w0, w1, w2, w3)
    storeLittle(target, offset + 16, w4)
    storeLittle(target, offset + 20, w5)
  }
  return true
}

export const id = 'linux.page-response-msg'
export const size = 24
export const layout = /* @__PURE__ */ table()
export const decode = /* @__PURE__ */ decoder(bits, read)
export const tryDecode = /* @__PURE__ */ tryDecoder(bits, read)
export const inspect = /* @__PURE__ */ inspector(table)
export const encode = /* @__PURE__ */ encoder(size, bits, write)
export const encodeInto = /* @__PURE__ */ encoderInto(size, bits, write)
export const view = /* @__PURE__ */ viewer<LinuxPageResponseMsg>(bits)
export const columns = /* @__PURE__ */ columner<LinuxPageResponseMsgColumns>(bits, read)
export const batches = /* @__PURE__ */ batcher<LinuxPageResponseMsgColumns>(bits, read)
export const allocateColumns = /* @__PURE__ */ allocator<LinuxPageResponseMsgColumns>(bits)
export const encodeColumns = /* @__PURE__ */ columnsEncoder<LinuxPageResponseMsgInit, LinuxPageResponseMsgColumns>(bits, write)

/** What is generated here, for proofs. */
export const generated = { bits, read, write }
export const record = /* @__PURE__ */ recordOf<LinuxPageResponseMsg, LinuxPageResponseMsgInit, LinuxPageResponseMsgColumns, typeof Table>(id, size, table, read, write)
