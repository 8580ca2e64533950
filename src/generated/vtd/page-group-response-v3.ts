// Generated from src/spec/vtd.ts by `npm run generate`; do not edit.
import { bitsOfText } from '../../codec/bits.ts'
import { bit, flag, fromHalves, high, intoHalves, low, lookForWriting, memoryOf, modeOf, outside, readBytes, readView, scratch, setLittle4, storeLittle4, writeBytes, writeView } from '../../codec/memory.ts'
import type { DecodeOptions } from '../../codec/read-write.ts'
import { tableOfText } from '../../codec/table.ts'
import { allocator, batcher, columner, columnsEncoder, decoder, encoder, encoderInto, inspector, recordOf, tryDecoder, viewer } from '../../codec/verbs.ts'
import { pageGroupResponseV3 as rules } from '../../spec/rules/vtd.ts'
import type { pageGroupResponseV3 as Table } from '../../spec/vtd.ts'

/** The message of `vtd.page-group-response-v3`: Page Group Response Descriptor, revision 3.x. Intel VT-d Architecture Specification 3.x, Page Group Response Descriptor. */
export type VtdPageGroupResponseV3 = {
  /**
   * PP: the response carries a PASID.
   * Bits: `q0[4]`. Intel VT-d Architecture Specification 3.x, Page Group Response Descriptor.
   */
  pasidPresent: boolean
  /**
   * Response Code; 2 to 0xE are reserved, and Linux since 5.14 sends 2 for Response Failure.
   * Values: 0x0 Success, 0x1 InvalidRequest, 0xf ResponseFailure.
   * Bits: `q0[15:12]`; 0 to 0xf. Intel VT-d Architecture Specification 3.x, Page Group Response Descriptor.
   */
  respCode: 0 | 1 | 15 | (number & {})
  /**
   * RID: Requester ID of the device that asked.
   * Bits: `q0[31:16]`; 0 to 0xffff. Intel VT-d Architecture Specification 3.x, Page Group Response Descriptor.
   */
  rid: number
  /**
   * PASID, if PP.
   * Bits: `q0[51:32]`; 0 to 0xfffff. Intel VT-d Architecture Specification 3.x, Page Group Response Descriptor.
   */
  pasid: number
  /**
   * Page Request Group Index of the group that is answered.
   * Bits: `q1[11:3]`; 0 to 0x1ff. Intel VT-d Architecture Specification 3.x, Page Group Response Descriptor.
   */
  prgIndex: number
  /**
   * LPIG: last page in group.
   * Bits: `q1[2]`. Intel VT-d Architecture Specification 3.x, Page Group Response Descriptor.
   */
  last: boolean
  /**
   * PDP: the response carries private data.
   * Bits: `q0[5]`. Intel VT-d Architecture Specification 3.x, Page Group Response Descriptor.
   */
  privateDataPresent: boolean
  /**
   * Private Data[63:0], if PDP.
   * Bits: `q2[63:0]`; 0n to 2n ** 64n - 1n. Intel VT-d Architecture Specification 3.x, Page Group Response Descriptor.
   */
  privateData0: bigint
  /**
   * Private Data[127:64], if PDP.
   * Bits: `q3[63:0]`; 0n to 2n ** 64n - 1n. Intel VT-d Architecture Specification 3.x, Page Group Response Descriptor.
   */
  privateData1: bigint
}

/** What `encode` takes. */
export type VtdPageGroupResponseV3Init = VtdPageGroupResponseV3

/** One typed array per field. */
export type VtdPageGroupResponseV3Columns = {
  pasidPresent: Uint8Array
  respCode: Uint8Array
  rid: Uint16Array
  pasid: Uint32Array
  prgIndex: Uint16Array
  last: Uint8Array
  privateDataPresent: Uint8Array
  privateData0: BigUint64Array
  privateData1: BigUint64Array
}

const bits = /* @__PURE__ */ bitsOfText('{"id":"vtd.page-group-response-v3","size":32,"word":8,"order":"little","label":"q","fields":{"pasidPresent":{"at":[[0,4,4]],"as":"flag"},"respCode":{"at":[[0,15,12]],"as":"uint"},"rid":{"at":[[0,31,16]],"as":"uint"},"pasid":{"at":[[0,51,32]],"as":"uint"},"prgIndex":{"at":[[1,11,3]],"as":"uint"},"last":{"at":[[1,2,2]],"as":"flag"},"privateDataPresent":{"at":[[0,5,5]],"as":"flag"},"privateData0":{"at":[[2,63,0]],"as":"bigint"},"privateData1":{"at":[[3,63,0]],"as":"bigint"}},"fixed":{"type":{"at":[[0,11,9],[0,3,0]],"value":9}},"reserved":[[0,8,6],[0,63,52],[1,1,0],[1,63,12]]}')
const table = /* @__PURE__ */ tableOfText<typeof Table>('{"id":"vtd.page-group-response-v3","title":"Page Group Response Descriptor, revision 3.x","clause":"Intel VT-d Architecture Specification 3.x, Page Group Response Descriptor","source":"Linux 5.1 to 6.9, include/linux/intel-iommu.h","word":8,"order":"little","label":"q","size":32,"place":"VT-d 3.x invalidation queue of 256-bit entries","fields":{"pasidPresent":{"at":[[0,4,4]],"as":"flag","doc":"PP: the response carries a PASID"},"respCode":{"at":[[0,15,12]],"as":"uint","codes":{"Success":0,"InvalidRequest":1,"ResponseFailure":15},"doc":"Response Code; 2 to 0xE are reserved, and Linux since 5.14 sends 2 for Response Failure"},"rid":{"at":[[0,31,16]],"as":"uint","doc":"RID: Requester ID of the device that asked"},"pasid":{"at":[[0,51,32]],"as":"uint","doc":"PASID, if PP"},"prgIndex":{"at":[[1,11,3]],"as":"uint","doc":"Page Request Group Index of the group that is answered"},"last":{"at":[[1,2,2]],"as":"flag","doc":"LPIG: last page in group"},"privateDataPresent":{"at":[[0,5,5]],"as":"flag","doc":"PDP: the response carries private data"},"privateData0":{"at":[[2,63,0]],"as":"bigint","doc":"Private Data[63:0], if PDP"},"privateData1":{"at":[[3,63,0]],"as":"bigint","doc":"Private Data[127:64], if PDP"}},"fixed":{"type":{"at":[[0,11,9],[0,3,0]],"value":9,"doc":"Type: page group response"}},"reserved":[[0,8,6],[0,63,52],[1,1,0],[1,63,12]],"roles":{"device":"rid","pasid":"pasid","pasidValid":"pasidPresent","group":"prgIndex","code":"respCode","privateData":["privateData1","privateData0"],"privateDataValid":"privateDataPresent"},"carries":{"what":"page response","codes":"PCIe","others":{"last":{"is":true,"note":"LPIG is clear, which means nothing in a response, and is not carried"}}}}', rules)

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): VtdPageGroupResponseV3 | undefined {
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
  if (mode < 0 || ((w0 & 0xe0f) ^ 9) !== 0) return undefined
  if (((w0 & 0x1c0) | (w1 & 0xfff00000) | (w2 & 0xfffff003) | w3) !== 0 && mode !== 1) return undefined
  return {
    pasidPresent: flag((w0 >>> 4) & 1),
    respCode: (w0 >>> 12) & 0xf,
    rid: w0 >>> 16,
    pasid: w1 & 0xfffff,
    prgIndex: (w2 >>> 3) & 0x1ff,
    last: flag((w2 >>> 2) & 1),
    privateDataPresent: flag((w0 >>> 5) & 1),
    privateData0: fromHalves(w4, w5),
    privateData1: fromHalves(w6, w7),
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: VtdPageGroupResponseV3Init, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  const $pasidPresent = bit(message.pasidPresent)
  const $respCode = message.respCode
  if (typeof $respCode !== 'number' || ($respCode & 0xf) !== $respCode) return false
  const $rid = message.rid
  if (typeof $rid !== 'number' || ($rid & 0xffff) !== $rid) return false
  const $pasid = message.pasid
  if (typeof $pasid !== 'number' || ($pasid & 0xfffff) !== $pasid) return false
  const $prgIndex = message.prgIndex
  if (typeof $prgIndex !== 'number' || ($prgIndex & 0x1ff) !== $prgIndex) return false
  const $last = bit(message.last)
  const $privateDataPresent = bit(message.privateDataPresent)
  if (!intoHalves(message.privateData0)) return false
  const $privateData0low = low()
  const $privateData0high = high()
  if (!intoHalves(message.privateData1)) return false
  const $privateData1low = low()
  const $privateData1high = high()
  if (($pasidPresent | $last | $privateDataPresent) < 0) return false
  if (outside(target, offset, 32)) return false
  const w0 = 9 | ($pasidPresent << 4) | ($respCode << 12) | ($rid << 16) | ($privateDataPresent << 5)
  const w1 = $pasid
  const w2 = ($prgIndex << 3) | ($last << 2)
  const w4 = $privateData0low
  const w5 = $privateData0high
  const w6 = $privateData1low
  const w7 = $privateData1high
  if (target === writeBytes || lookForWriting(target)) {
    setLittle4(writeView, offset, w0, w1, w2, 0)
    setLittle4(writeView, offset + 16, w4, w5, w6, w7)
  } else {
    storeLittle4(target, offset, w0, w1, w2, 0)
    storeLittle4(target, offset + 16, w4, w5, w6, w7)
  }
  return true
}

export const id = 'vtd.page-group-response-v3'
export const size = 32
export const layout = /* @__PURE__ */ table()
export const decode = /* @__PURE__ */ decoder(bits, read)
export const tryDecode = /* @__PURE__ */ tryDecoder(bits, read)
export const inspect = /* @__PURE__ */ inspector(table)
export const encode = /* @__PURE__ */ encoder(size, bits, write)
export const encodeInto = /* @__PURE__ */ encoderInto(size, bits, write)
export const view = /* @__PURE__ */ viewer<VtdPageGroupResponseV3>(bits)
export const columns = /* @__PURE__ */ columner<VtdPageGroupResponseV3Columns>(bits, read)
export const batches = /* @__PURE__ */ batcher<VtdPageGroupResponseV3Columns>(bits, read)
export const allocateColumns = /* @__PURE__ */ allocator<VtdPageGroupResponseV3Columns>(bits)
export const encodeColumns = /* @__PURE__ */ columnsEncoder<VtdPageGroupResponseV3Init, VtdPageGroupResponseV3Columns>(bits, write)

/** What is generated here, for proofs. */
export const generated = { bits, read, write }
export const record = /* @__PURE__ */ recordOf<VtdPageGroupResponseV3, VtdPageGroupResponseV3Init, VtdPageGroupResponseV3Columns, typeof Table>(id, size, table, read, write)
