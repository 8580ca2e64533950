// Generated from src/spec/vtd.ts by `npm run generate`; do not edit.
import { bitsOfText } from '../../codec/bits.ts'
import { bit, flag, lookForWriting, memoryOf, modeOf, outside, readBytes, readView, scratch, setLittle4, setZero4, storeLittle4, writeBytes, writeView } from '../../codec/memory.ts'
import { onlyKnown } from '../../codec/message.ts'
import type { DecodeOptions } from '../../codec/read-write.ts'
import { tableOfText } from '../../codec/table.ts'
import { allocator, batcher, columner, columnsEncoder, decoder, encoder, encoderInto, inspector, recordOf, tryDecoder, viewer } from '../../codec/verbs.ts'
import { pageGroupResponse as rules } from '../../spec/rules/vtd.ts'
import type { pageGroupResponse as Table } from '../../spec/vtd.ts'

/** The message of `vtd.page-group-response`: Page Group Response Descriptor. Intel VT-d Architecture Specification 4.0, Page Group Response Descriptor. */
export type VtdPageGroupResponse = {
  /**
   * PP: the response carries a PASID.
   * Bits: `q0[4]`. Intel VT-d Architecture Specification 4.0, Page Group Response Descriptor.
   */
  pasidPresent: boolean
  /**
   * Response Code; 2 to 0xE are reserved, and Linux since 5.14 sends 2 for Response Failure.
   * Values: 0x0 Success, 0x1 InvalidRequest, 0xf ResponseFailure.
   * Bits: `q0[15:12]`; 0 to 0xf. Intel VT-d Architecture Specification 4.0, Page Group Response Descriptor.
   */
  respCode: 0 | 1 | 15 | (number & {})
  /**
   * RID: Requester ID of the device that asked.
   * Bits: `q0[31:16]`; 0 to 0xffff. Intel VT-d Architecture Specification 4.0, Page Group Response Descriptor.
   */
  rid: number
  /**
   * PASID, if PP.
   * Bits: `q0[51:32]`; 0 to 0xfffff. Intel VT-d Architecture Specification 4.0, Page Group Response Descriptor.
   */
  pasid: number
  /**
   * Page Request Group Index of the group that is answered.
   * Bits: `q1[11:3]`; 0 to 0x1ff. Intel VT-d Architecture Specification 4.0, Page Group Response Descriptor.
   */
  prgIndex: number
  /**
   * LPIG in older revisions; ignored by hardware, set by Linux 5.1 to 6.17, accepted by QEMU.
   * Bits: `q1[2]`; optional on encode, 0 by default. Intel VT-d Architecture Specification 4.0, Page Group Response Descriptor.
   */
  last: boolean
}

/** What `encode` takes: optional fields may be left out. */
export type VtdPageGroupResponseInit = Omit<VtdPageGroupResponse, 'last'> & Partial<Pick<VtdPageGroupResponse, 'last'>>

/** One typed array per field. */
export type VtdPageGroupResponseColumns = {
  pasidPresent: Uint8Array
  respCode: Uint8Array
  rid: Uint16Array
  pasid: Uint32Array
  prgIndex: Uint16Array
  last: Uint8Array
}

const bits = /* @__PURE__ */ bitsOfText('{"id":"vtd.page-group-response","size":32,"word":8,"order":"little","label":"q","fields":{"pasidPresent":{"at":[[0,4,4]],"as":"flag"},"respCode":{"at":[[0,15,12]],"as":"uint"},"rid":{"at":[[0,31,16]],"as":"uint"},"pasid":{"at":[[0,51,32]],"as":"uint"},"prgIndex":{"at":[[1,11,3]],"as":"uint"},"last":{"at":[[1,2,2]],"as":"flag","optional":true}},"fixed":{"type":{"at":[[0,11,9],[0,3,0]],"value":9}},"reserved":[[0,5,5],[0,8,6],[0,63,52],[1,1,0],[1,63,12],[2,63,0],[3,63,0]]}')
const table = /* @__PURE__ */ tableOfText<typeof Table>('{"id":"vtd.page-group-response","title":"Page Group Response Descriptor","clause":"Intel VT-d Architecture Specification 4.0, Page Group Response Descriptor","source":"Intel VT-d 5.10 (D51397-018), 7.6.1; Linux drivers/iommu/intel/iommu.h, QEMU hw/i386/intel_iommu_internal.h","word":8,"order":"little","label":"q","size":32,"place":"VT-d 4.0 invalidation queue of 256-bit entries","fields":{"pasidPresent":{"at":[[0,4,4]],"as":"flag","doc":"PP: the response carries a PASID"},"respCode":{"at":[[0,15,12]],"as":"uint","codes":{"Success":0,"InvalidRequest":1,"ResponseFailure":15},"doc":"Response Code; 2 to 0xE are reserved, and Linux since 5.14 sends 2 for Response Failure"},"rid":{"at":[[0,31,16]],"as":"uint","doc":"RID: Requester ID of the device that asked"},"pasid":{"at":[[0,51,32]],"as":"uint","doc":"PASID, if PP"},"prgIndex":{"at":[[1,11,3]],"as":"uint","doc":"Page Request Group Index of the group that is answered"},"last":{"at":[[1,2,2]],"as":"flag","optional":true,"doc":"LPIG in older revisions; ignored by hardware, set by Linux 5.1 to 6.17, accepted by QEMU"}},"fixed":{"type":{"at":[[0,11,9],[0,3,0]],"value":9,"doc":"Type: page group response"}},"reserved":[[0,5,5,"PDP in revision 3.x"],[0,8,6],[0,63,52],[1,1,0],[1,63,12],[2,63,0,"private data in revision 3.x"],[3,63,0,"private data in revision 3.x"]],"roles":{"device":"rid","pasid":"pasid","pasidValid":"pasidPresent","group":"prgIndex","code":"respCode"},"carries":{"what":"page response","codes":"PCIe"}}', rules)

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): VtdPageGroupResponse | undefined {
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
  if (((w0 & 0x1e0) | (w1 & 0xfff00000) | (w2 & 0xfffff003) | w3 | w4 | w5 | w6 | w7) !== 0 && mode !== 1) return undefined
  return {
    pasidPresent: flag((w0 >>> 4) & 1),
    respCode: (w0 >>> 12) & 0xf,
    rid: w0 >>> 16,
    pasid: w1 & 0xfffff,
    prgIndex: (w2 >>> 3) & 0x1ff,
    last: flag((w2 >>> 2) & 1),
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: VtdPageGroupResponseInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  if ((message.last === undefined) && !onlyKnown(bits(), message)) return false
  const $pasidPresent = bit(message.pasidPresent)
  const $respCode = message.respCode
  if (typeof $respCode !== 'number' || ($respCode & 0xf) !== $respCode) return false
  const $rid = message.rid
  if (typeof $rid !== 'number' || ($rid & 0xffff) !== $rid) return false
  const $pasid = message.pasid
  if (typeof $pasid !== 'number' || ($pasid & 0xfffff) !== $pasid) return false
  const $prgIndex = message.prgIndex
  if (typeof $prgIndex !== 'number' || ($prgIndex & 0x1ff) !== $prgIndex) return false
  const $last = bit(message.last === undefined ? false : message.last)
  if (($pasidPresent | $last) < 0) return false
  if (outside(target, offset, 32)) return false
  const w0 = 9 | ($pasidPresent << 4) | ($respCode << 12) | ($rid << 16)
  const w1 = $pasid
  const w2 = ($prgIndex << 3) | ($last << 2)
  if (target === writeBytes || lookForWriting(target)) {
    setLittle4(writeView, offset, w0, w1, w2, 0)
    setZero4(writeView, offset + 16)
  } else {
    storeLittle4(target, offset, w0, w1, w2, 0)
    storeLittle4(target, offset + 16, 0, 0, 0, 0)
  }
  return true
}

export const id = 'vtd.page-group-response'
export const size = 32
export const layout = /* @__PURE__ */ table()
export const decode = /* @__PURE__ */ decoder(bits, read)
export const tryDecode = /* @__PURE__ */ tryDecoder(bits, read)
export const inspect = /* @__PURE__ */ inspector(table)
export const encode = /* @__PURE__ */ encoder(size, bits, write)
export const encodeInto = /* @__PURE__ */ encoderInto(size, bits, write)
export const view = /* @__PURE__ */ viewer<VtdPageGroupResponse>(bits)
export const columns = /* @__PURE__ */ columner<VtdPageGroupResponseColumns>(bits, read)
export const batches = /* @__PURE__ */ batcher<VtdPageGroupResponseColumns>(bits, read)
export const allocateColumns = /* @__PURE__ */ allocator<VtdPageGroupResponseColumns>(bits)
export const encodeColumns = /* @__PURE__ */ columnsEncoder<VtdPageGroupResponseInit, VtdPageGroupResponseColumns>(bits, write)

/** What is generated here, for proofs. */
export const generated = { bits, read, write }
export const record = /* @__PURE__ */ recordOf<VtdPageGroupResponse, VtdPageGroupResponseInit, VtdPageGroupResponseColumns, typeof Table>(id, size, table, read, write)
