// Generated from src/spec/linux.ts by `npm run generate`; do not edit.
import { bitsOfText } from '../../codec/bits.ts'
import { bit, flag, fromHalves, high, intoHalves, low, lookForWriting, memoryOf, modeOf, outside, readBytes, readView, scratch, setBig4, storeBig4, writeBytes, writeView } from '../../codec/memory.ts'
import type { DecodeOptions } from '../../codec/read-write.ts'
import { tableOfText } from '../../codec/table.ts'
import { allocator, batcher, columner, columnsEncoder, decoder, encoder, encoderInto, inspector, recordOf, tryDecoder, viewer } from '../../codec/verbs.ts'
import { faultEvent as rules } from '../../spec/rules/linux.ts'
import type { faultEventBe as Table } from '../../spec/linux.ts'

/** The message of `linux.fault-event-be`: Fault event of the 2017 series, big-endian ABI. include/linux/iommu.h of the 2017 series (v3). */
export type LinuxFaultEventBe = {
  /**
   * `type`: unrecoverable DMA fault or page request.
   * Values: 0x1 IOMMU_FAULT_DMA_UNRECOV, 0x2 IOMMU_FAULT_PAGE_REQ.
   * Bits: `+0[31:0]`; 0 to 0xffffffff. include/linux/iommu.h of the 2017 series (v3).
   */
  type: 1 | 2 | (number & {})
  /**
   * `reason`: why the fault arose.
   * Values: 0x0 IOMMU_FAULT_REASON_UNKNOWN, 0x1 IOMMU_FAULT_REASON_INTERNAL, 0x2 IOMMU_FAULT_REASON_PASID_FETCH, 0x3 IOMMU_FAULT_REASON_PASID_INVALID, 0x4 IOMMU_FAULT_REASON_PGD_FETCH, 0x5 IOMMU_FAULT_REASON_PTE_FETCH, 0x6 IOMMU_FAULT_REASON_PERMISSION.
   * Bits: `+4[31:0]`; 0 to 0xffffffff. include/linux/iommu.h of the 2017 series (v3).
   */
  reason: 0 | 1 | 2 | 3 | 4 | 5 | 6 | (number & {})
  /**
   * `addr`: faulting address.
   * Bits: `+8[31:0] +12[31:0]`; byte address; 0n to 2n ** 64n - 1n. include/linux/iommu.h of the 2017 series (v3).
   */
  addr: bigint
  /**
   * `pasid`: process address space ID.
   * Bits: `+16[31:0]`; 0 to 0xffffffff. include/linux/iommu.h of the 2017 series (v3).
   */
  pasid: number
  /**
   * `page_req_group_id`: the page request group.
   * Bits: `+20[31:23]`; 0 to 0x1ff. include/linux/iommu.h of the 2017 series (v3).
   */
  pageReqGroupId: number
  /**
   * `last_req`: last request of its group.
   * Bits: `+20[22]`. include/linux/iommu.h of the 2017 series (v3).
   */
  lastReq: boolean
  /**
   * `pasid_valid`: `pasid` holds a PASID.
   * Bits: `+20[21]`. include/linux/iommu.h of the 2017 series (v3).
   */
  pasidValid: boolean
  /**
   * `prot`: the access that was asked for.
   * Values: 0x1 IOMMU_FAULT_PERM_READ, 0x2 IOMMU_FAULT_PERM_WRITE, 0x4 IOMMU_FAULT_PERM_EXEC, 0x8 IOMMU_FAULT_PERM_PRIV.
   * Bits: `+24[31:0]`; 0 to 0xffffffff. include/linux/iommu.h of the 2017 series (v3).
   */
  prot: number
  /**
   * `device_private`: private to the device driver.
   * Bits: `+32[31:0] +36[31:0]`; 0n to 2n ** 64n - 1n. include/linux/iommu.h of the 2017 series (v3).
   */
  devicePrivate: bigint
  /**
   * `iommu_private`: private to the IOMMU driver; VT-d keeps q0 of its 128-bit request here.
   * Bits: `+40[31:0] +44[31:0]`; 0n to 2n ** 64n - 1n. include/linux/iommu.h of the 2017 series (v3).
   */
  iommuPrivate: bigint
}

/** What `encode` takes. */
export type LinuxFaultEventBeInit = LinuxFaultEventBe

/** One typed array per field. */
export type LinuxFaultEventBeColumns = {
  type: Uint32Array
  reason: Uint32Array
  addr: BigUint64Array
  pasid: Uint32Array
  pageReqGroupId: Uint16Array
  lastReq: Uint8Array
  pasidValid: Uint8Array
  prot: Uint32Array
  devicePrivate: BigUint64Array
  iommuPrivate: BigUint64Array
}

const bits = /* @__PURE__ */ bitsOfText('{"id":"linux.fault-event-be","size":48,"word":4,"order":"big","label":"+","fields":{"type":{"at":[[0,31,0]],"as":"uint"},"reason":{"at":[[1,31,0]],"as":"uint"},"addr":{"at":[[2,31,0],[3,31,0]],"as":"bigint"},"pasid":{"at":[[4,31,0]],"as":"uint"},"pageReqGroupId":{"at":[[5,31,23]],"as":"uint"},"lastReq":{"at":[[5,22,22]],"as":"flag"},"pasidValid":{"at":[[5,21,21]],"as":"flag"},"prot":{"at":[[6,31,0]],"as":"uint"},"devicePrivate":{"at":[[8,31,0],[9,31,0]],"as":"bigint"},"iommuPrivate":{"at":[[10,31,0],[11,31,0]],"as":"bigint"}},"reserved":[[5,20,0],[7,31,0]]}')
const table = /* @__PURE__ */ tableOfText<typeof Table>('{"id":"linux.fault-event-be","title":"Fault event of the 2017 series, big-endian ABI","clause":"include/linux/iommu.h of the 2017 series (v3)","source":"a tree built on the 2017 series (one source)","size":48,"word":4,"order":"big","label":"+","fields":{"type":{"at":[[0,31,0]],"as":"uint","doc":"`type`: unrecoverable DMA fault or page request","codes":{"IOMMU_FAULT_DMA_UNRECOV":1,"IOMMU_FAULT_PAGE_REQ":2}},"reason":{"at":[[1,31,0]],"as":"uint","doc":"`reason`: why the fault arose","codes":{"IOMMU_FAULT_REASON_UNKNOWN":0,"IOMMU_FAULT_REASON_INTERNAL":1,"IOMMU_FAULT_REASON_PASID_FETCH":2,"IOMMU_FAULT_REASON_PASID_INVALID":3,"IOMMU_FAULT_REASON_PGD_FETCH":4,"IOMMU_FAULT_REASON_PTE_FETCH":5,"IOMMU_FAULT_REASON_PERMISSION":6}},"addr":{"at":[[2,31,0],[3,31,0]],"as":"bigint","doc":"`addr`: faulting address","unit":"byte address"},"pasid":{"at":[[4,31,0]],"as":"uint","doc":"`pasid`: process address space ID"},"pageReqGroupId":{"at":[[5,31,23]],"as":"uint","doc":"`page_req_group_id`: the page request group"},"lastReq":{"at":[[5,22,22]],"as":"flag","doc":"`last_req`: last request of its group"},"pasidValid":{"at":[[5,21,21]],"as":"flag","doc":"`pasid_valid`: `pasid` holds a PASID"},"prot":{"at":[[6,31,0]],"as":"uint","doc":"`prot`: the access that was asked for","masks":{"IOMMU_FAULT_PERM_READ":1,"IOMMU_FAULT_PERM_WRITE":2,"IOMMU_FAULT_PERM_EXEC":4,"IOMMU_FAULT_PERM_PRIV":8}},"devicePrivate":{"at":[[8,31,0],[9,31,0]],"as":"bigint","doc":"`device_private`: private to the device driver"},"iommuPrivate":{"at":[[10,31,0],[11,31,0]],"as":"bigint","doc":"`iommu_private`: private to the IOMMU driver; VT-d keeps q0 of its 128-bit request here"}},"reserved":[[5,20,0,"padding"],[7,31,0,"padding"]],"roles":{"address":"addr","pasid":"pasid","pasidValid":"pasidValid","group":"pageReqGroupId","last":"lastReq","read":{"field":"prot","mask":1},"write":{"field":"prot","mask":2},"execute":{"field":"prot","mask":4},"privileged":{"field":"prot","mask":8},"privateData":"devicePrivate"},"carries":{"what":"page request","stopMarker":"as a request","others":{"type":{"is":2,"expected":"2, a page request"},"reason":{"is":0},"iommuPrivate":{"is":0,"note":"iommu_private belongs to the IOMMU driver and is not carried"}}}}', rules)

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): LinuxFaultEventBe | undefined {
  if (outside(bytes, offset, 48)) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 48)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, false)
  const w1 = memory.getInt32(at + 4, false)
  const w2 = memory.getInt32(at + 8, false)
  const w3 = memory.getInt32(at + 12, false)
  const w4 = memory.getInt32(at + 16, false)
  const w5 = memory.getInt32(at + 20, false)
  const w6 = memory.getInt32(at + 24, false)
  const w7 = memory.getInt32(at + 28, false)
  const w8 = memory.getInt32(at + 32, false)
  const w9 = memory.getInt32(at + 36, false)
  const w10 = memory.getInt32(at + 40, false)
  const w11 = memory.getInt32(at + 44, false)
  const mode = options === undefined ? 0 : modeOf(options)
  if (mode < 0) return undefined
  if (((w5 & 0x1fffff) | w7) !== 0 && mode !== 1) return undefined
  return {
    type: w0 >>> 0,
    reason: w1 >>> 0,
    addr: fromHalves(w3, w2),
    pasid: w4 >>> 0,
    pageReqGroupId: w5 >>> 23,
    lastReq: flag((w5 >>> 22) & 1),
    pasidValid: flag((w5 >>> 21) & 1),
    prot: w6 >>> 0,
    devicePrivate: fromHalves(w9, w8),
    iommuPrivate: fromHalves(w11, w10),
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: LinuxFaultEventBeInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  const $type = message.type
  if (typeof $type !== 'number' || $type >>> 0 !== $type) return false
  const $reason = message.reason
  if (typeof $reason !== 'number' || $reason >>> 0 !== $reason) return false
  if (!intoHalves(message.addr)) return false
  const $addrlow = low()
  const $addrhigh = high()
  const $pasid = message.pasid
  if (typeof $pasid !== 'number' || $pasid >>> 0 !== $pasid) return false
  const $pageReqGroupId = message.pageReqGroupId
  if (typeof $pageReqGroupId !== 'number' || ($pageReqGroupId & 0x1ff) !== $pageReqGroupId) return false
  const $lastReq = bit(message.lastReq)
  const $pasidValid = bit(message.pasidValid)
  const $prot = message.prot
  if (typeof $prot !== 'number' || $prot >>> 0 !== $prot) return false
  if (!intoHalves(message.devicePrivate)) return false
  const $devicePrivatelow = low()
  const $devicePrivatehigh = high()
  if (!intoHalves(message.iommuPrivate)) return false
  const $iommuPrivatelow = low()
  const $iommuPrivatehigh = high()
  if (($lastReq | $pasidValid) < 0) return false
  if (outside(target, offset, 48)) return false
  const w0 = $type
  const w1 = $reason
  const w2 = $addrhigh
  const w3 = $addrlow
  const w4 = $pasid
  const w5 = ($pageReqGroupId << 23) | ($lastReq << 22) | ($pasidValid << 21)
  const w6 = $prot
  const w8 = $devicePrivatehigh
  const w9 = $devicePrivatelow
  const w10 = $iommuPrivatehigh
  const w11 = $iommuPrivatelow
  if (target === writeBytes || lookForWriting(target)) {
    setBig4(writeView, offset, w0, w1, w2, w3)
    setBig4(writeView, offset + 16, w4, w5, w6, 0)
    setBig4(writeView, offset + 32, w8, w9, w10, w11)
  } else {
    storeBig4(target, offset, w0, w1, w2, w3)
    storeBig4(target, offset + 16, w4, w5, w6, 0)
    storeBig4(target, offset + 32, w8, w9, w10, w11)
  }
  return true
}

export const id = 'linux.fault-event-be'
export const size = 48
export const layout = /* @__PURE__ */ table()
export const decode = /* @__PURE__ */ decoder(bits, read)
export const tryDecode = /* @__PURE__ */ tryDecoder(bits, read)
export const inspect = /* @__PURE__ */ inspector(table)
export const encode = /* @__PURE__ */ encoder(size, bits, write)
export const encodeInto = /* @__PURE__ */ encoderInto(size, bits, write)
export const view = /* @__PURE__ */ viewer<LinuxFaultEventBe>(bits)
export const columns = /* @__PURE__ */ columner<LinuxFaultEventBeColumns>(bits, read)
export const batches = /* @__PURE__ */ batcher<LinuxFaultEventBeColumns>(bits, read)
export const allocateColumns = /* @__PURE__ */ allocator<LinuxFaultEventBeColumns>(bits)
export const encodeColumns = /* @__PURE__ */ columnsEncoder<LinuxFaultEventBeInit, LinuxFaultEventBeColumns>(bits, write)

/** What is generated here, for proofs. */
export const generated = { bits, read, write }
export const record = /* @__PURE__ */ recordOf<LinuxFaultEventBe, LinuxFaultEventBeInit, LinuxFaultEventBeColumns, typeof Table>(id, size, table, read, write)
