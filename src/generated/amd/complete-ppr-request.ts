// Generated from src/spec/amd.ts by `npm run generate`; do not edit.
import { bitsOfText } from '../../codec/bits.ts'
import { bit, flag, lookForWriting, memoryOf, modeOf, outside, readBytes, readView, scratch, setLittle4, storeLittle4, writeBytes, writeView } from '../../codec/memory.ts'
import { onlyKnown } from '../../codec/message.ts'
import type { DecodeOptions } from '../../codec/read-write.ts'
import { tableOfText } from '../../codec/table.ts'
import { allocator, batcher, columner, columnsEncoder, decoder, encoder, encoderInto, inspector, recordOf, tryDecoder, viewer } from '../../codec/verbs.ts'
import { completePprRequest as rules } from '../../spec/rules/amd.ts'
import type { completePprRequest as Table } from '../../spec/amd.ts'

/** The message of `amd.complete-ppr-request`: COMPLETE_PPR_REQUEST command. AMD I/O Virtualization Technology (IOMMU) Specification, COMPLETE_PPR_REQUEST. */
export type AmdCompletePprRequest = {
  /**
   * DeviceID: Requester ID of the device.
   * Bits: `dw0[15:0]`; 0 to 0xffff. AMD I/O Virtualization Technology (IOMMU) Specification, COMPLETE_PPR_REQUEST.
   */
  deviceId: number
  /**
   * PASID, only if GN.
   * Bits: `dw1[19:0]`; 0 to 0xfffff. AMD I/O Virtualization Technology (IOMMU) Specification, COMPLETE_PPR_REQUEST.
   */
  pasid: number
  /**
   * GN: the response carries the PASID.
   * Bits: `dw2[2]`. AMD I/O Virtualization Technology (IOMMU) Specification, COMPLETE_PPR_REQUEST.
   */
  guest: boolean
  /**
   * page request group index: completion tag [8:0].
   * Bits: `dw3[8:0]`; 0 to 0x1ff; one source. AMD I/O Virtualization Technology (IOMMU) Specification, COMPLETE_PPR_REQUEST.
   */
  prgIndex: number
  /**
   * completion tag [11:9]: FreeBSD and QEMU take one tag of 16 bits, Linux writes 0 here.
   * Bits: `dw3[11:9]`; 0 to 0x7; optional on encode, 0 by default; confirm. AMD I/O Virtualization Technology (IOMMU) Specification, COMPLETE_PPR_REQUEST.
   */
  completionTag11to9: number
  /**
   * response code: completion tag [15:12]; Linux since 6.10 sends 2 for Response Failure.
   * Values: 0x0 Success, 0x1 InvalidRequest, 0xf ResponseFailure.
   * Bits: `dw3[15:12]`; 0 to 0xf; one source. AMD I/O Virtualization Technology (IOMMU) Specification, COMPLETE_PPR_REQUEST.
   */
  respCode: 0 | 1 | 15 | (number & {})
}

/** What `encode` takes: optional fields may be left out. */
export type AmdCompletePprRequestInit = Omit<AmdCompletePprRequest, 'completionTag11to9'> & Partial<Pick<AmdCompletePprRequest, 'completionTag11to9'>>

/** One typed array per field. */
export type AmdCompletePprRequestColumns = {
  deviceId: Uint16Array
  pasid: Uint32Array
  guest: Uint8Array
  prgIndex: Uint16Array
  completionTag11to9: Uint8Array
  respCode: Uint8Array
}

const bits = /* @__PURE__ */ bitsOfText('{"id":"amd.complete-ppr-request","size":16,"word":4,"order":"little","label":"dw","fields":{"deviceId":{"at":[[0,15,0]],"as":"uint"},"pasid":{"at":[[1,19,0]],"as":"uint"},"guest":{"at":[[2,2,2]],"as":"flag"},"prgIndex":{"at":[[3,8,0]],"as":"uint"},"completionTag11to9":{"at":[[3,11,9]],"as":"uint","optional":true},"respCode":{"at":[[3,15,12]],"as":"uint"}},"fixed":{"opcode":{"at":[[1,31,28]],"value":7}},"reserved":[[0,31,16],[1,27,20],[2,1,0],[2,31,3],[3,31,16]]}')
const table = /* @__PURE__ */ tableOfText<typeof Table>('{"id":"amd.complete-ppr-request","title":"COMPLETE_PPR_REQUEST command","clause":"AMD I/O Virtualization Technology (IOMMU) Specification, COMPLETE_PPR_REQUEST","source":"FreeBSD sys/x86/iommu/amd_reg.h, VirtualBox include/VBox/iommu-amd.h, QEMU, Linux","word":4,"order":"little","label":"dw","size":16,"place":"AMD command buffer","fields":{"deviceId":{"at":[[0,15,0]],"as":"uint","doc":"DeviceID: Requester ID of the device"},"pasid":{"at":[[1,19,0]],"as":"uint","doc":"PASID, only if GN"},"guest":{"at":[[2,2,2]],"as":"flag","doc":"GN: the response carries the PASID"},"prgIndex":{"at":[[3,8,0]],"as":"uint","confidence":"one source","doc":"page request group index: completion tag [8:0]"},"completionTag11to9":{"at":[[3,11,9]],"as":"uint","optional":true,"confidence":"confirm","doc":"completion tag [11:9]: FreeBSD and QEMU take one tag of 16 bits, Linux writes 0 here"},"respCode":{"at":[[3,15,12]],"as":"uint","codes":{"Success":0,"InvalidRequest":1,"ResponseFailure":15},"confidence":"one source","doc":"response code: completion tag [15:12]; Linux since 6.10 sends 2 for Response Failure"}},"fixed":{"opcode":{"at":[[1,31,28]],"value":7,"doc":"opcode: COMPLETE_PPR_REQUEST"}},"reserved":[[0,31,16],[1,27,20],[2,1,0],[2,31,3],[3,31,16]],"roles":{"device":"deviceId","pasid":"pasid","pasidValid":"guest","group":"prgIndex","code":"respCode"},"carries":{"what":"page response","codes":"PCIe"}}', rules)

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): AmdCompletePprRequest | undefined {
  if (outside(bytes, offset, 16)) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 16)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, true)
  const w1 = memory.getInt32(at + 4, true)
  const w2 = memory.getInt32(at + 8, true)
  const w3 = memory.getInt32(at + 12, true)
  const mode = options === undefined ? 0 : modeOf(options)
  if (mode < 0 || ((w1 & 0xf0000000) ^ 0x70000000) !== 0) return undefined
  if (((w0 & 0xffff0000) | (w1 & 0xff00000) | (w2 & 0xfffffffb) | (w3 & 0xffff0000)) !== 0 && mode !== 1) return undefined
  return {
    deviceId: w0 & 0xffff,
    pasid: w1 & 0xfffff,
    guest: flag((w2 >>> 2) & 1),
    prgIndex: w3 & 0x1ff,
    completionTag11to9: (w3 >>> 9) & 7,
    respCode: (w3 >>> 12) & 0xf,
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: AmdCompletePprRequestInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  if ((message.completionTag11to9 === undefined) && !onlyKnown(bits(), message)) return false
  const $deviceId = message.deviceId
  if (typeof $deviceId !== 'number' || ($deviceId & 0xffff) !== $deviceId) return false
  const $pasid = message.pasid
  if (typeof $pasid !== 'number' || ($pasid & 0xfffff) !== $pasid) return false
  const $guest = bit(message.guest)
  const $prgIndex = message.prgIndex
  if (typeof $prgIndex !== 'number' || ($prgIndex & 0x1ff) !== $prgIndex) return false
  const $completionTag11to9 = message.completionTag11to9 === undefined ? 0 : message.completionTag11to9
  if (typeof $completionTag11to9 !== 'number' || ($completionTag11to9 & 7) !== $completionTag11to9) return false
  const $respCode = message.respCode
  if (typeof $respCode !== 'number' || ($respCode & 0xf) !== $respCode) return false
  if ($guest < 0) return false
  if (outside(target, offset, 16)) return false
  const w0 = $deviceId
  const w1 = 0x70000000 | $pasid
  const w2 = $guest << 2
  const w3 = $prgIndex | ($completionTag11to9 << 9) | ($respCode << 12)
  if (target === writeBytes || lookForWriting(target)) {
    setLittle4(writeView, offset, w0, w1, w2, w3)
  } else {
    storeLittle4(target, offset, w0, w1, w2, w3)
  }
  return true
}

export const id = 'amd.complete-ppr-request'
export const size = 16
export const layout = /* @__PURE__ */ table()
export const decode = /* @__PURE__ */ decoder(bits, read)
export const tryDecode = /* @__PURE__ */ tryDecoder(bits, read)
export const inspect = /* @__PURE__ */ inspector(table)
export const encode = /* @__PURE__ */ encoder(size, bits, write)
export const encodeInto = /* @__PURE__ */ encoderInto(size, bits, write)
export const view = /* @__PURE__ */ viewer<AmdCompletePprRequest>(bits)
export const columns = /* @__PURE__ */ columner<AmdCompletePprRequestColumns>(bits, read)
export const batches = /* @__PURE__ */ batcher<AmdCompletePprRequestColumns>(bits, read)
export const allocateColumns = /* @__PURE__ */ allocator<AmdCompletePprRequestColumns>(bits)
export const encodeColumns = /* @__PURE__ */ columnsEncoder<AmdCompletePprRequestInit, AmdCompletePprRequestColumns>(bits, write)

/** What is generated here, for proofs. */
export const generated = { bits, read, write }
export const record = /* @__PURE__ */ recordOf<AmdCompletePprRequest, AmdCompletePprRequestInit, AmdCompletePprRequestColumns, typeof Table>(id, size, table, read, write)
