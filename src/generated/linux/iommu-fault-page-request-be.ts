// Generated from src/spec/linux.ts by `npm run generate`; do not edit.
import { bitsOfText } from '../../codec/bits.ts'
import { fromHalves, high, intoHalves, low, lookForWriting, memoryOf, modeOf, outside, readBytes, readView, scratch, setBig4, setZero4, storeBig4, writeBytes, writeView } from '../../codec/memory.ts'
import type { DecodeOptions } from '../../codec/read-write.ts'
import { tableOfText } from '../../codec/table.ts'
import { allocator, batcher, columner, columnsEncoder, decoder, encoder, encoderInto, inspector, recordOf, tryDecoder, viewer } from '../../codec/verbs.ts'
import { faultEvent as rules } from '../../spec/rules/linux.ts'
import type { iommuFaultPageRequestBe as Table } from '../../spec/linux.ts'

/** The message of `linux.iommu-fault-page-request-be`: Page request in struct iommu_fault, UAPI of Linux 5.3 to 6.8, big-endian ABI. include/uapi/linux/iommu.h, Linux 5.3 to 6.8. */
export type LinuxIommuFaultPageRequestBe = {
  /**
   * `prm.flags`: what of the request is valid.
   * Values: 0x1 IOMMU_FAULT_PAGE_REQUEST_PASID_VALID, 0x2 IOMMU_FAULT_PAGE_REQUEST_LAST_PAGE, 0x4 IOMMU_FAULT_PAGE_REQUEST_PRIV_DATA, 0x8 IOMMU_FAULT_PAGE_RESPONSE_NEEDS_PASID.
   * Bits: `+8[31:0]`; 0 to 0xffffffff. include/uapi/linux/iommu.h, Linux 5.3 to 6.8.
   */
  flags: number
  /**
   * `prm.pasid`: process address space ID, if PASID_VALID.
   * Bits: `+12[31:0]`; 0 to 0xffffffff. include/uapi/linux/iommu.h, Linux 5.3 to 6.8.
   */
  pasid: number
  /**
   * `prm.grpid`: page request group index.
   * Bits: `+16[31:0]`; 0 to 0xffffffff. include/uapi/linux/iommu.h, Linux 5.3 to 6.8.
   */
  grpid: number
  /**
   * `prm.perm`: the access that was asked for.
   * Values: 0x1 IOMMU_FAULT_PERM_READ, 0x2 IOMMU_FAULT_PERM_WRITE, 0x4 IOMMU_FAULT_PERM_EXEC, 0x8 IOMMU_FAULT_PERM_PRIV.
   * Bits: `+20[31:0]`; 0 to 0xffffffff. include/uapi/linux/iommu.h, Linux 5.3 to 6.8.
   */
  perm: number
  /**
   * `prm.addr`: page address.
   * Bits: `+24[31:0] +28[31:0]`; byte address; 0n to 2n ** 64n - 1n. include/uapi/linux/iommu.h, Linux 5.3 to 6.8.
   */
  addr: bigint
  /**
   * `prm.private_data[0]`: device-specific private data, if PRIV_DATA.
   * Bits: `+32[31:0] +36[31:0]`; 0n to 2n ** 64n - 1n. include/uapi/linux/iommu.h, Linux 5.3 to 6.8.
   */
  privateData0: bigint
  /**
   * `prm.private_data[1]`: device-specific private data, if PRIV_DATA.
   * Bits: `+40[31:0] +44[31:0]`; 0n to 2n ** 64n - 1n. include/uapi/linux/iommu.h, Linux 5.3 to 6.8.
   */
  privateData1: bigint
}

/** What `encode` takes. */
export type LinuxIommuFaultPageRequestBeInit = LinuxIommuFaultPageRequestBe

/** One typed array per field. */
export type LinuxIommuFaultPageRequestBeColumns = {
  flags: Uint32Array
  pasid: Uint32Array
  grpid: Uint32Array
  perm: Uint32Array
  addr: BigUint64Array
  privateData0: BigUint64Array
  privateData1: BigUint64Array
}

const bits = /* @__PURE__ */ bitsOfText('{"id":"linux.iommu-fault-page-request-be","size":64,"word":4,"order":"big","label":"+","fields":{"flags":{"at":[[2,31,0]],"as":"uint"},"pasid":{"at":[[3,31,0]],"as":"uint"},"grpid":{"at":[[4,31,0]],"as":"uint"},"perm":{"at":[[5,31,0]],"as":"uint"},"addr":{"at":[[6,31,0],[7,31,0]],"as":"bigint"},"privateData0":{"at":[[8,31,0],[9,31,0]],"as":"bigint"},"privateData1":{"at":[[10,31,0],[11,31,0]],"as":"bigint"}},"fixed":{"type":{"at":[[0,31,0]],"value":2}},"reserved":[[1,31,0],[12,31,0],[13,31,0],[14,31,0],[15,31,0]]}')
const table = /* @__PURE__ */ tableOfText<typeof Table>('{"id":"linux.iommu-fault-page-request-be","title":"Page request in struct iommu_fault, UAPI of Linux 5.3 to 6.8, big-endian ABI","clause":"include/uapi/linux/iommu.h, Linux 5.3 to 6.8","source":"Linux 5.3 to 6.8","size":64,"word":4,"order":"big","label":"+","fields":{"flags":{"at":[[2,31,0]],"as":"uint","doc":"`prm.flags`: what of the request is valid","masks":{"IOMMU_FAULT_PAGE_REQUEST_PASID_VALID":1,"IOMMU_FAULT_PAGE_REQUEST_LAST_PAGE":2,"IOMMU_FAULT_PAGE_REQUEST_PRIV_DATA":4,"IOMMU_FAULT_PAGE_RESPONSE_NEEDS_PASID":8}},"pasid":{"at":[[3,31,0]],"as":"uint","doc":"`prm.pasid`: process address space ID, if PASID_VALID"},"grpid":{"at":[[4,31,0]],"as":"uint","doc":"`prm.grpid`: page request group index"},"perm":{"at":[[5,31,0]],"as":"uint","doc":"`prm.perm`: the access that was asked for","masks":{"IOMMU_FAULT_PERM_READ":1,"IOMMU_FAULT_PERM_WRITE":2,"IOMMU_FAULT_PERM_EXEC":4,"IOMMU_FAULT_PERM_PRIV":8}},"addr":{"at":[[6,31,0],[7,31,0]],"as":"bigint","doc":"`prm.addr`: page address","unit":"byte address"},"privateData0":{"at":[[8,31,0],[9,31,0]],"as":"bigint","doc":"`prm.private_data[0]`: device-specific private data, if PRIV_DATA"},"privateData1":{"at":[[10,31,0],[11,31,0]],"as":"bigint","doc":"`prm.private_data[1]`: device-specific private data, if PRIV_DATA"}},"fixed":{"type":{"at":[[0,31,0]],"value":2,"doc":"`type`: `enum iommu_fault_type`: IOMMU_FAULT_PAGE_REQ"}},"reserved":[[1,31,0,"padding"],[12,31,0,"padding"],[13,31,0,"padding"],[14,31,0,"padding"],[15,31,0,"padding"]],"roles":{"pasid":"pasid","pasidValid":{"field":"flags","mask":1},"pasidRequired":{"field":"flags","mask":8},"group":"grpid","address":"addr","read":{"field":"perm","mask":1},"write":{"field":"perm","mask":2},"execute":{"field":"perm","mask":4},"privileged":{"field":"perm","mask":8},"last":{"field":"flags","mask":2},"privateData":["privateData1","privateData0"],"privateDataValid":{"field":"flags","mask":4}},"carries":{"what":"page request","stopMarker":"as a request"}}', rules)

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): LinuxIommuFaultPageRequestBe | undefined {
  if (outside(bytes, offset, 64)) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 64)
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
  const w12 = memory.getInt32(at + 48, false)
  const w13 = memory.getInt32(at + 52, false)
  const w14 = memory.getInt32(at + 56, false)
  const w15 = memory.getInt32(at + 60, false)
  const mode = options === undefined ? 0 : modeOf(options)
  if (mode < 0 || (w0 ^ 2) !== 0) return undefined
  if ((w1 | w12 | w13 | w14 | w15) !== 0 && mode !== 1) return undefined
  return {
    flags: w2 >>> 0,
    pasid: w3 >>> 0,
    grpid: w4 >>> 0,
    perm: w5 >>> 0,
    addr: fromHalves(w7, w6),
    privateData0: fromHalves(w9, w8),
    privateData1: fromHalves(w11, w10),
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: LinuxIommuFaultPageRequestBeInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  const $flags = message.flags
  if (typeof $flags !== 'number' || $flags >>> 0 !== $flags) return false
  const $pasid = message.pasid
  if (typeof $pasid !== 'number' || $pasid >>> 0 !== $pasid) return false
  const $grpid = message.grpid
  if (typeof $grpid !== 'number' || $grpid >>> 0 !== $grpid) return false
  const $perm = message.perm
  if (typeof $perm !== 'number' || $perm >>> 0 !== $perm) return false
  if (!intoHalves(message.addr)) return false
  const $addrlow = low()
  const $addrhigh = high()
  if (!intoHalves(message.privateData0)) return false
  const $privateData0low = low()
  const $privateData0high = high()
  if (!intoHalves(message.privateData1)) return false
  const $privateData1low = low()
  const $privateData1high = high()
  if (outside(target, offset, 64)) return false
  const w2 = $flags
  const w3 = $pasid
  const w4 = $grpid
  const w5 = $perm
  const w6 = $addrhigh
  const w7 = $addrlow
  const w8 = $privateData0high
  const w9 = $privateData0low
  const w10 = $privateData1high
  const w11 = $privateData1low
  if (target === writeBytes || lookForWriting(target)) {
    setBig4(writeView, offset, 2, 0, w2, w3)
    setBig4(writeView, offset + 16, w4, w5, w6, w7)
    setBig4(writeView, offset + 32, w8, w9, w10, w11)
    setZero4(writeView, offset + 48)
  } else {
    storeBig4(target, offset, 2, 0, w2, w3)
    storeBig4(target, offset + 16, w4, w5, w6, w7)
    storeBig4(target, offset + 32, w8, w9, w10, w11)
    storeBig4(target, offset + 48, 0, 0, 0, 0)
  }
  return true
}

export const id = 'linux.iommu-fault-page-request-be'
export const size = 64
export const layout = /* @__PURE__ */ table()
export const decode = /* @__PURE__ */ decoder(bits, read)
export const tryDecode = /* @__PURE__ */ tryDecoder(bits, read)
export const inspect = /* @__PURE__ */ inspector(table)
export const encode = /* @__PURE__ */ encoder(size, bits, write)
export const encodeInto = /* @__PURE__ */ encoderInto(size, bits, write)
export const view = /* @__PURE__ */ viewer<LinuxIommuFaultPageRequestBe>(bits)
export const columns = /* @__PURE__ */ columner<LinuxIommuFaultPageRequestBeColumns>(bits, read)
export const batches = /* @__PURE__ */ batcher<LinuxIommuFaultPageRequestBeColumns>(bits, read)
export const allocateColumns = /* @__PURE__ */ allocator<LinuxIommuFaultPageRequestBeColumns>(bits)
export const encodeColumns = /* @__PURE__ */ columnsEncoder<LinuxIommuFaultPageRequestBeInit, LinuxIommuFaultPageRequestBeColumns>(bits, write)

/** What is generated here, for proofs. */
export const generated = { bits, read, write }
export const record = /* @__PURE__ */ recordOf<LinuxIommuFaultPageRequestBe, LinuxIommuFaultPageRequestBeInit, LinuxIommuFaultPageRequestBeColumns, typeof Table>(id, size, table, read, write)
