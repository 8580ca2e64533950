// Generated from src/spec/linux.ts by `npm run generate`; do not edit.
import { bitsOfText } from '../../codec/bits.ts'
import { fromHalves, high, intoHalves, low, lookForWriting, memoryOf, modeOf, outside, readBytes, readView, scratch, setBig4, storeBig4, writeBytes, writeView } from '../../codec/memory.ts'
import { onlyKnown } from '../../codec/message.ts'
import type { DecodeOptions } from '../../codec/read-write.ts'
import { tableOfText } from '../../codec/table.ts'
import { allocator, batcher, columner, columnsEncoder, decoder, encoder, encoderInto, inspector, recordOf, tryDecoder, viewer } from '../../codec/verbs.ts'
import { faultEvent as rules } from '../../spec/rules/linux.ts'
import type { iommuFaultV6_10Be as Table } from '../../spec/linux.ts'

/** The message of `linux.iommu-fault-v6.10-be`: Page request in struct iommu_fault, inside Linux 6.10 and later, big-endian ABI. include/linux/iommu.h, Linux 6.10 and later. */
export type LinuxIommuFaultV6_10Be = {
  /**
   * `prm.flags`: what of the request is valid; RESPONSE_NEEDS_PASID is bit 2, which was bit 3 before.
   * Values: 0x1 IOMMU_FAULT_PAGE_REQUEST_PASID_VALID, 0x2 IOMMU_FAULT_PAGE_REQUEST_LAST_PAGE, 0x4 IOMMU_FAULT_PAGE_RESPONSE_NEEDS_PASID.
   * Bits: `+8[31:0]`; 0 to 0xffffffff. include/linux/iommu.h, Linux 6.10 and later.
   */
  flags: number
  /**
   * `prm.pasid`: process address space ID, if PASID_VALID.
   * Bits: `+12[31:0]`; 0 to 0xffffffff. include/linux/iommu.h, Linux 6.10 and later.
   */
  pasid: number
  /**
   * `prm.grpid`: page request group index.
   * Bits: `+16[31:0]`; 0 to 0xffffffff. include/linux/iommu.h, Linux 6.10 and later.
   */
  grpid: number
  /**
   * `prm.perm`: the access that was asked for.
   * Values: 0x1 IOMMU_FAULT_PERM_READ, 0x2 IOMMU_FAULT_PERM_WRITE, 0x4 IOMMU_FAULT_PERM_EXEC, 0x8 IOMMU_FAULT_PERM_PRIV.
   * Bits: `+20[31:0]`; 0 to 0xffffffff. include/linux/iommu.h, Linux 6.10 and later.
   */
  perm: number
  /**
   * `prm.addr`: page address.
   * Bits: `+24[31:0] +28[31:0]`; byte address; 0n to 2n ** 64n - 1n. include/linux/iommu.h, Linux 6.10 and later.
   */
  addr: bigint
  /**
   * `prm.private_data[0]`: private data, which nothing uses since 6.10.
   * Bits: `+32[31:0] +36[31:0]`; 0n to 2n ** 64n - 1n; optional on encode, 0 by default. include/linux/iommu.h, Linux 6.10 and later.
   */
  privateData0: bigint
  /**
   * `prm.private_data[1]`: private data, which nothing uses since 6.10.
   * Bits: `+40[31:0] +44[31:0]`; 0n to 2n ** 64n - 1n; optional on encode, 0 by default. include/linux/iommu.h, Linux 6.10 and later.
   */
  privateData1: bigint
}

/** What `encode` takes: optional fields may be left out. */
export type LinuxIommuFaultV6_10BeInit = Omit<LinuxIommuFaultV6_10Be, 'privateData0' | 'privateData1'> & Partial<Pick<LinuxIommuFaultV6_10Be, 'privateData0' | 'privateData1'>>

/** One typed array per field. */
export type LinuxIommuFaultV6_10BeColumns = {
  flags: Uint32Array
  pasid: Uint32Array
  grpid: Uint32Array
  perm: Uint32Array
  addr: BigUint64Array
  privateData0: BigUint64Array
  privateData1: BigUint64Array
}

const bits = /* @__PURE__ */ bitsOfText('{"id":"linux.iommu-fault-v6.10-be","size":48,"word":4,"order":"big","label":"+","fields":{"flags":{"at":[[2,31,0]],"as":"uint"},"pasid":{"at":[[3,31,0]],"as":"uint"},"grpid":{"at":[[4,31,0]],"as":"uint"},"perm":{"at":[[5,31,0]],"as":"uint"},"addr":{"at":[[6,31,0],[7,31,0]],"as":"bigint"},"privateData0":{"at":[[8,31,0],[9,31,0]],"as":"bigint","optional":true},"privateData1":{"at":[[10,31,0],[11,31,0]],"as":"bigint","optional":true}},"fixed":{"type":{"at":[[0,31,0]],"value":1}},"reserved":[[1,31,0]]}')
const table = /* @__PURE__ */ tableOfText<typeof Table>('{"id":"linux.iommu-fault-v6.10-be","title":"Page request in struct iommu_fault, inside Linux 6.10 and later, big-endian ABI","clause":"include/linux/iommu.h, Linux 6.10 and later","source":"Linux 6.10 to 7.0","size":48,"word":4,"order":"big","label":"+","fields":{"flags":{"at":[[2,31,0]],"as":"uint","doc":"`prm.flags`: what of the request is valid; RESPONSE_NEEDS_PASID is bit 2, which was bit 3 before","masks":{"IOMMU_FAULT_PAGE_REQUEST_PASID_VALID":1,"IOMMU_FAULT_PAGE_REQUEST_LAST_PAGE":2,"IOMMU_FAULT_PAGE_RESPONSE_NEEDS_PASID":4}},"pasid":{"at":[[3,31,0]],"as":"uint","doc":"`prm.pasid`: process address space ID, if PASID_VALID"},"grpid":{"at":[[4,31,0]],"as":"uint","doc":"`prm.grpid`: page request group index"},"perm":{"at":[[5,31,0]],"as":"uint","doc":"`prm.perm`: the access that was asked for","masks":{"IOMMU_FAULT_PERM_READ":1,"IOMMU_FAULT_PERM_WRITE":2,"IOMMU_FAULT_PERM_EXEC":4,"IOMMU_FAULT_PERM_PRIV":8}},"addr":{"at":[[6,31,0],[7,31,0]],"as":"bigint","doc":"`prm.addr`: page address","unit":"byte address"},"privateData0":{"at":[[8,31,0],[9,31,0]],"as":"bigint","doc":"`prm.private_data[0]`: private data, which nothing uses since 6.10","optional":true},"privateData1":{"at":[[10,31,0],[11,31,0]],"as":"bigint","doc":"`prm.private_data[1]`: private data, which nothing uses since 6.10","optional":true}},"fixed":{"type":{"at":[[0,31,0]],"value":1,"doc":"`type`: `enum iommu_fault_type`: IOMMU_FAULT_PAGE_REQ, which was 2 before 6.9"}},"reserved":[[1,31,0,"padding"]],"roles":{"pasid":"pasid","pasidValid":{"field":"flags","mask":1},"pasidRequired":{"field":"flags","mask":4},"group":"grpid","address":"addr","read":{"field":"perm","mask":1},"write":{"field":"perm","mask":2},"execute":{"field":"perm","mask":4},"privileged":{"field":"perm","mask":8},"last":{"field":"flags","mask":2}},"carries":{"what":"page request","stopMarker":"as a request"}}', rules)

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): LinuxIommuFaultV6_10Be | undefined {
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
  if (mode < 0 || (w0 ^ 1) !== 0) return undefined
  if (w1 !== 0 && mode !== 1) return undefined
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
function write(message: LinuxIommuFaultV6_10BeInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  if ((message.privateData0 === undefined || message.privateData1 === undefined) && !onlyKnown(bits(), message)) return false
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
  if (!intoHalves(message.privateData0 === undefined ? 0n : message.privateData0)) return false
  const $privateData0low = low()
  const $privateData0high = high()
  if (!intoHalves(message.privateData1 === undefined ? 0n : message.privateData1)) return false
  const $privateData1low = low()
  const $privateData1high = high()
  if (outside(target, offset, 48)) return false
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
    setBig4(writeView, offset, 1, 0, w2, w3)
    setBig4(writeView, offset + 16, w4, w5, w6, w7)
    setBig4(writeView, offset + 32, w8, w9, w10, w11)
  } else {
    storeBig4(target, offset, 1, 0, w2, w3)
    storeBig4(target, offset + 16, w4, w5, w6, w7)
    storeBig4(target, offset + 32, w8, w9, w10, w11)
  }
  return true
}

export const id = 'linux.iommu-fault-v6.10-be'
export const size = 48
export const layout = /* @__PURE__ */ table()
export const decode = /* @__PURE__ */ decoder(bits, read)
export const tryDecode = /* @__PURE__ */ tryDecoder(bits, read)
export const inspect = /* @__PURE__ */ inspector(table)
export const encode = /* @__PURE__ */ encoder(size, bits, write)
export const encodeInto = /* @__PURE__ */ encoderInto(size, bits, write)
export const view = /* @__PURE__ */ viewer<LinuxIommuFaultV6_10Be>(bits)
export const columns = /* @__PURE__ */ columner<LinuxIommuFaultV6_10BeColumns>(bits, read)
export const batches = /* @__PURE__ */ batcher<LinuxIommuFaultV6_10BeColumns>(bits, read)
export const allocateColumns = /* @__PURE__ */ allocator<LinuxIommuFaultV6_10BeColumns>(bits)
export const encodeColumns = /* @__PURE__ */ columnsEncoder<LinuxIommuFaultV6_10BeInit, LinuxIommuFaultV6_10BeColumns>(bits, write)

/** What is generated here, for proofs. */
export const generated = { bits, read, write }
export const record = /* @__PURE__ */ recordOf<LinuxIommuFaultV6_10Be, LinuxIommuFaultV6_10BeInit, LinuxIommuFaultV6_10BeColumns, typeof Table>(id, size, table, read, write)
