// Generated from src/spec/amd.ts by `npm run generate`; do not edit.
import { bitsOfText } from '../../codec/bits.ts'
import { bit, flag, fromHalves, high, intoHalves, low, lookForWriting, memoryOf, modeOf, outside, readBytes, readView, scratch, setLittle4, storeLittle4, writeBytes, writeView } from '../../codec/memory.ts'
import { onlyKnown } from '../../codec/message.ts'
import type { DecodeOptions } from '../../codec/read-write.ts'
import { tableOfText } from '../../codec/table.ts'
import { allocator, batcher, columner, columnsEncoder, decoder, encoder, encoderInto, inspector, recordOf, tryDecoder, viewer } from '../../codec/verbs.ts'
import { invalidateIotlbPages as rules } from '../../spec/rules/amd.ts'
import type { invalidateIotlbPagesV1 as Table } from '../../spec/amd.ts'

/** The message of `amd.invalidate-iotlb-pages-v1`: INVALIDATE_IOTLB_PAGES command, older split of the PASID. AMD I/O Virtualization Technology (IOMMU) Specification, INVALIDATE_IOTLB_PAGES. */
export type AmdInvalidateIotlbPagesV1 = {
  /**
   * DeviceID: Requester ID of the device.
   * Bits: `dw0[15:0]`; 0 to 0xffff. AMD I/O Virtualization Technology (IOMMU) Specification, INVALIDATE_IOTLB_PAGES.
   */
  deviceId: number
  /**
   * MaxPend: invalidations that may be pending.
   * Bits: `dw0[31:24]`; requests; 0 to 0xff. AMD I/O Virtualization Technology (IOMMU) Specification, INVALIDATE_IOTLB_PAGES.
   */
  maxPending: number
  /**
   * QueueID: of the queue in which requests are counted; Linux repeats DeviceID.
   * Bits: `dw1[15:0]`; 0 to 0xffff. AMD I/O Virtualization Technology (IOMMU) Specification, INVALIDATE_IOTLB_PAGES.
   */
  queueId: number
  /**
   * S: the range is larger than 4 KiB.
   * Bits: `dw2[0]`. AMD I/O Virtualization Technology (IOMMU) Specification, INVALIDATE_IOTLB_PAGES.
   */
  size: boolean
  /**
   * GN: the address is a guest address and the PASID is valid.
   * Bits: `dw2[2]`. AMD I/O Virtualization Technology (IOMMU) Specification, INVALIDATE_IOTLB_PAGES.
   */
  guest: boolean
  /**
   * Type; named by FreeBSD and VirtualBox, 0 in Linux.
   * Bits: `dw2[5:4]`; 0 to 0x3; optional on encode, 0 by default. AMD I/O Virtualization Technology (IOMMU) Specification, INVALIDATE_IOTLB_PAGES.
   */
  type: number
  /**
   * Address[63:12]; with S, its low bits that are 1 give the size of the range, and a first 0 at or above bit 51 means everything.
   * Bits: `dw3[31:0] dw2[31:12]`; byte address; a multiple of 4096n. AMD I/O Virtualization Technology (IOMMU) Specification, INVALIDATE_IOTLB_PAGES.
   */
  address: bigint
  /**
   * PASID, only if GN.
   * Bits: `dw1[27:16] dw0[23:16]`; 0 to 0xfffff. AMD I/O Virtualization Technology (IOMMU) Specification, INVALIDATE_IOTLB_PAGES.
   */
  pasid: number
}

/** What `encode` takes: optional fields may be left out. */
export type AmdInvalidateIotlbPagesV1Init = Omit<AmdInvalidateIotlbPagesV1, 'type'> & Partial<Pick<AmdInvalidateIotlbPagesV1, 'type'>>

/** One typed array per field. */
export type AmdInvalidateIotlbPagesV1Columns = {
  deviceId: Uint16Array
  maxPending: Uint8Array
  queueId: Uint16Array
  size: Uint8Array
  guest: Uint8Array
  type: Uint8Array
  address: BigUint64Array
  pasid: Uint32Array
}

const bits = /* @__PURE__ */ bitsOfText('{"id":"amd.invalidate-iotlb-pages-v1","size":16,"word":4,"order":"little","label":"dw","fields":{"deviceId":{"at":[[0,15,0]],"as":"uint"},"maxPending":{"at":[[0,31,24]],"as":"uint"},"queueId":{"at":[[1,15,0]],"as":"uint"},"size":{"at":[[2,0,0]],"as":"flag"},"guest":{"at":[[2,2,2]],"as":"flag"},"type":{"at":[[2,5,4]],"as":"uint","optional":true},"address":{"at":[[3,31,0],[2,31,12]],"as":"page"},"pasid":{"at":[[1,27,16],[0,23,16]],"as":"uint"}},"fixed":{"opcode":{"at":[[1,31,28]],"value":4}},"reserved":[[2,1,1],[2,3,3],[2,11,6]]}')
const table = /* @__PURE__ */ tableOfText<typeof Table>('{"id":"amd.invalidate-iotlb-pages-v1","title":"INVALIDATE_IOTLB_PAGES command, older split of the PASID","clause":"AMD I/O Virtualization Technology (IOMMU) Specification, INVALIDATE_IOTLB_PAGES","word":4,"order":"little","label":"dw","size":16,"rangeCode":"AMD","fixed":{"opcode":{"at":[[1,31,28]],"value":4,"doc":"opcode: INVALIDATE_IOTLB_PAGES"}},"source":"Xen, VirtualBox include/VBox/iommu-amd.h, Linux 3.3 to 3.14","place":"AMD command buffer, older split of the PASID","fields":{"deviceId":{"at":[[0,15,0]],"as":"uint","doc":"DeviceID: Requester ID of the device"},"maxPending":{"at":[[0,31,24]],"as":"uint","unit":"requests","doc":"MaxPend: invalidations that may be pending"},"queueId":{"at":[[1,15,0]],"as":"uint","doc":"QueueID: of the queue in which requests are counted; Linux repeats DeviceID"},"size":{"at":[[2,0,0]],"as":"flag","doc":"S: the range is larger than 4 KiB"},"guest":{"at":[[2,2,2]],"as":"flag","doc":"GN: the address is a guest address and the PASID is valid"},"type":{"at":[[2,5,4]],"as":"uint","optional":true,"doc":"Type; named by FreeBSD and VirtualBox, 0 in Linux"},"address":{"at":[[3,31,0],[2,31,12]],"as":"page","unit":"byte address","doc":"Address[63:12]; with S, its low bits that are 1 give the size of the range, and a first 0 at or above bit 51 means everything"},"pasid":{"at":[[1,27,16],[0,23,16]],"as":"uint","doc":"PASID, only if GN"}},"reserved":[[2,1,1],[2,3,3],[2,11,6]],"roles":{"device":"deviceId","pasid":"pasid","pasidValid":"guest","address":"address","size":"size","depth":"maxPending"}}', rules)

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): AmdInvalidateIotlbPagesV1 | undefined {
  if (outside(bytes, offset, 16)) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 16)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, true)
  const w1 = memory.getInt32(at + 4, true)
  const w2 = memory.getInt32(at + 8, true)
  const w3 = memory.getInt32(at + 12, true)
  const mode = options === undefined ? 0 : modeOf(options)
  if (mode < 0 || ((w1 & 0xf0000000) ^ 0x40000000) !== 0) return undefined
  if ((w2 & 0xfca) !== 0 && mode !== 1) return undefined
  return {
    deviceId: w0 & 0xffff,
    maxPending: w0 >>> 24,
    queueId: w1 & 0xffff,
    size: flag(w2 & 1),
    guest: flag((w2 >>> 2) & 1),
    type: (w2 >>> 4) & 3,
    address: fromHalves(w2 & 0xfffff000, w3),
    pasid: ((w0 >>> 16) & 0xff) | ((w1 >>> 8) & 0xfff00),
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: AmdInvalidateIotlbPagesV1Init, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  if ((message.type === undefined) && !onlyKnown(bits(), message)) return false
  const $deviceId = message.deviceId
  if (typeof $deviceId !== 'number' || ($deviceId & 0xffff) !== $deviceId) return false
  const $maxPending = message.maxPending
  if (typeof $maxPending !== 'number' || ($maxPending & 0xff) !== $maxPending) return false
  const $queueId = message.queueId
  if (typeof $queueId !== 'number' || ($queueId & 0xffff) !== $queueId) return false
  const $size = bit(message.size)
  const $guest = bit(message.guest)
  const $type = message.type === undefined ? 0 : message.type
  if (typeof $type !== 'number' || ($type & 3) !== $type) return false
  if (!intoHalves(message.address)) return false
  const $addresslow = low()
  const $addresshigh = high()
  if (($addresslow & 0xfff) !== 0) return false
  const $pasid = message.pasid
  if (typeof $pasid !== 'number' || ($pasid & 0xfffff) !== $pasid) return false
  if (($size | $guest) < 0) return false
  if (outside(target, offset, 16)) return false
  const w0 = $deviceId | ($maxPending << 24) | (($pasid << 16) & 0xff0000)
  const w1 = 0x40000000 | $queueId | (($pasid << 8) & 0xfff0000)
  const w2 = $size | ($guest << 2) | ($type << 4) | ($addresslow & 0xfffff000)
  const w3 = $addresshigh
  if (target === writeBytes || lookForWriting(target)) {
    setLittle4(writeView, offset, w0, w1, w2, w3)
  } else {
    storeLittle4(target, offset, w0, w1, w2, w3)
  }
  return true
}

export const id = 'amd.invalidate-iotlb-pages-v1'
export const size = 16
export const layout = /* @__PURE__ */ table()
export const decode = /* @__PURE__ */ decoder(bits, read)
export const tryDecode = /* @__PURE__ */ tryDecoder(bits, read)
export const inspect = /* @__PURE__ */ inspector(table)
export const encode = /* @__PURE__ */ encoder(size, bits, write)
export const encodeInto = /* @__PURE__ */ encoderInto(size, bits, write)
export const view = /* @__PURE__ */ viewer<AmdInvalidateIotlbPagesV1>(bits)
export const columns = /* @__PURE__ */ columner<AmdInvalidateIotlbPagesV1Columns>(bits, read)
export const batches = /* @__PURE__ */ batcher<AmdInvalidateIotlbPagesV1Columns>(bits, read)
export const allocateColumns = /* @__PURE__ */ allocator<AmdInvalidateIotlbPagesV1Columns>(bits)
export const encodeColumns = /* @__PURE__ */ columnsEncoder<AmdInvalidateIotlbPagesV1Init, AmdInvalidateIotlbPagesV1Columns>(bits, write)

/** What is generated here, for proofs. */
export const generated = { bits, read, write }
export const record = /* @__PURE__ */ recordOf<AmdInvalidateIotlbPagesV1, AmdInvalidateIotlbPagesV1Init, AmdInvalidateIotlbPagesV1Columns, typeof Table>(id, size, table, read, write)
