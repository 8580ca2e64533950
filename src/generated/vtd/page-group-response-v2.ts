// Generated from src/spec/vtd.ts by `npm run generate`; do not edit.
import { bitsOfText } from '../../codec/bits.ts'
import { bit, flag, lookForWriting, memoryOf, modeOf, outside, readBytes, readView, scratch, setLittle4, storeLittle4, writeBytes, writeView } from '../../codec/memory.ts'
import type { DecodeOptions } from '../../codec/read-write.ts'
import { tableOfText } from '../../codec/table.ts'
import { allocator, batcher, columner, columnsEncoder, decoder, encoder, encoderInto, inspector, recordOf, tryDecoder, viewer } from '../../codec/verbs.ts'
import { pageGroupResponseV2 as rules } from '../../spec/rules/vtd.ts'
import type { pageGroupResponseV2 as Table } from '../../spec/vtd.ts'

/** The message of `vtd.page-group-response-v2`: Page Group Response Descriptor, revision 2.x (ECS). Intel VT-d Architecture Specification 2.x, Page Group Response Descriptor. */
export type VtdPageGroupResponseV2 = {
  /**
   * PASID present.
   * Bits: `q0[4]`. Intel VT-d Architecture Specification 2.x, Page Group Response Descriptor.
   */
  pasidPresent: boolean
  /**
   * RID: Requester ID of the device that asked.
   * Bits: `q0[31:16]`; 0 to 0xffff. Intel VT-d Architecture Specification 2.x, Page Group Response Descriptor.
   */
  rid: number
  /**
   * PASID, if present.
   * Bits: `q0[51:32]`; 0 to 0xfffff. Intel VT-d Architecture Specification 2.x, Page Group Response Descriptor.
   */
  pasid: number
  /**
   * Response Code.
   * Values: 0x0 Success, 0x1 InvalidRequest, 0xf ResponseFailure.
   * Bits: `q1[3:0]`; 0 to 0xf. Intel VT-d Architecture Specification 2.x, Page Group Response Descriptor.
   */
  respCode: 0 | 1 | 15 | (number & {})
  /**
   * private data of the request.
   * Bits: `q1[54:32]`; 0 to 0x7fffff. Intel VT-d Architecture Specification 2.x, Page Group Response Descriptor.
   */
  privateData: number
  /**
   * Page Request Group Index of the group that is answered.
   * Bits: `q1[63:55]`; 0 to 0x1ff. Intel VT-d Architecture Specification 2.x, Page Group Response Descriptor.
   */
  prgIndex: number
}

/** What `encode` takes. */
export type VtdPageGroupResponseV2Init = VtdPageGroupResponseV2

/** One typed array per field. */
export type VtdPageGroupResponseV2Columns = {
  pasidPresent: Uint8Array
  rid: Uint16Array
  pasid: Uint32Array
  respCode: Uint8Array
  privateData: Uint32Array
  prgIndex: Uint16Array
}

const bits = /* @__PURE__ */ bitsOfText('{"id":"vtd.page-group-response-v2","size":16,"word":8,"order":"little","label":"q","fields":{"pasidPresent":{"at":[[0,4,4]],"as":"flag"},"rid":{"at":[[0,31,16]],"as":"uint"},"pasid":{"at":[[0,51,32]],"as":"uint"},"respCode":{"at":[[1,3,0]],"as":"uint"},"privateData":{"at":[[1,54,32]],"as":"uint"},"prgIndex":{"at":[[1,63,55]],"as":"uint"}},"fixed":{"type":{"at":[[0,3,0]],"value":9}},"reserved":[[0,15,5],[0,63,52],[1,31,4]]}')
const table = /* @__PURE__ */ tableOfText<typeof Table>('{"id":"vtd.page-group-response-v2","title":"Page Group Response Descriptor, revision 2.x (ECS)","clause":"Intel VT-d Architecture Specification 2.x, Page Group Response Descriptor","source":"Linux 4.4 to 5.0, include/linux/intel-iommu.h (one source)","word":8,"order":"little","label":"q","size":16,"place":"VT-d invalidation queue of 128-bit entries","fields":{"pasidPresent":{"at":[[0,4,4]],"as":"flag","doc":"PASID present"},"rid":{"at":[[0,31,16]],"as":"uint","doc":"RID: Requester ID of the device that asked"},"pasid":{"at":[[0,51,32]],"as":"uint","doc":"PASID, if present"},"respCode":{"at":[[1,3,0]],"as":"uint","codes":{"Success":0,"InvalidRequest":1,"ResponseFailure":15},"doc":"Response Code"},"privateData":{"at":[[1,54,32]],"as":"uint","doc":"private data of the request"},"prgIndex":{"at":[[1,63,55]],"as":"uint","doc":"Page Request Group Index of the group that is answered"}},"fixed":{"type":{"at":[[0,3,0]],"value":9,"doc":"Type: page group response"}},"reserved":[[0,15,5],[0,63,52],[1,31,4]],"roles":{"device":"rid","pasid":"pasid","pasidValid":"pasidPresent","group":"prgIndex","code":"respCode","privateData":"privateData"},"carries":{"what":"page response","codes":"PCIe"}}', rules)

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): VtdPageGroupResponseV2 | undefined {
  if (outside(bytes, offset, 16)) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 16)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, true)
  const w1 = memory.getInt32(at + 4, true)
  const w2 = memory.getInt32(at + 8, true)
  const w3 = memory.getInt32(at + 12, true)
  const mode = options === undefined ? 0 : modeOf(options)
  if (mode < 0 || ((w0 & 0xf) ^ 9) !== 0) return undefined
  if (((w0 & 0xffe0) | (w1 & 0xfff00000) | (w2 & 0xfffffff0)) !== 0 && mode !== 1) return undefined
  return {
    pasidPresent: flag((w0 >>> 4) & 1),
    rid: w0 >>> 16,
    pasid: w1 & 0xfffff,
    respCode: w2 & 0xf,
    privateData: w3 & 0x7fffff,
    prgIndex: w3 >>> 23,
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: VtdPageGroupResponseV2Init, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  const $pasidPresent = bit(message.pasidPresent)
  const $rid = message.rid
  if (typeof $rid !== 'number' || ($rid & 0xffff) !== $rid) return false
  const $pasid = message.pasid
  if (typeof $pasid !== 'number' || ($pasid & 0xfffff) !== $pasid) return false
  const $respCode = message.respCode
  if (typeof $respCode !== 'number' || ($respCode & 0xf) !== $respCode) return false
  const $privateData = message.privateData
  if (typeof $privateData !== 'number' || ($privateData & 0x7fffff) !== $privateData) return false
  const $prgIndex = message.prgIndex
  if (typeof $prgIndex !== 'number' || ($prgIndex & 0x1ff) !== $prgIndex) return false
  if ($pasidPresent < 0) return false
  if (outside(target, offset, 16)) return false
  const w0 = 9 | ($pasidPresent << 4) | ($rid << 16)
  const w1 = $pasid
  const w2 = $respCode
  const w3 = $privateData | ($prgIndex << 23)
  if (target === writeBytes || lookForWriting(target)) {
    setLittle4(writeView, offset, w0, w1, w2, w3)
  } else {
    storeLittle4(target, offset, w0, w1, w2, w3)
  }
  return true
}

export const id = 'vtd.page-group-response-v2'
export const size = 16
export const layout = /* @__PURE__ */ table()
export const decode = /* @__PURE__ */ decoder(bits, read)
export const tryDecode = /* @__PURE__ */ tryDecoder(bits, read)
export const inspect = /* @__PURE__ */ inspector(table)
export const encode = /* @__PURE__ */ encoder(size, bits, write)
export const encodeInto = /* @__PURE__ */ encoderInto(size, bits, write)
export const view = /* @__PURE__ */ viewer<VtdPageGroupResponseV2>(bits)
export const columns = /* @__PURE__ */ columner<VtdPageGroupResponseV2Columns>(bits, read)
export const batches = /* @__PURE__ */ batcher<VtdPageGroupResponseV2Columns>(bits, read)
export const allocateColumns = /* @__PURE__ */ allocator<VtdPageGroupResponseV2Columns>(bits)
export const encodeColumns = /* @__PURE__ */ columnsEncoder<VtdPageGroupResponseV2Init, VtdPageGroupResponseV2Columns>(bits, write)

/** What is generated here, for proofs. */
export const generated = { bits, read, write }
export const record = /* @__PURE__ */ recordOf<VtdPageGroupResponseV2, VtdPageGroupResponseV2Init, VtdPageGroupResponseV2Columns, typeof Table>(id, size, table, read, write)
