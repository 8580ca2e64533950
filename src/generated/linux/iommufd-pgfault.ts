// Generated from src/spec/linux.ts by `npm run generate`; do not edit.
import { bitsOfText } from '../../codec/bits.ts'
import { fromHalves, high, intoHalves, low, lookForWriting, memoryOf, modeOf, outside, readBytes, readView, scratch, setLittle4, storeLittle, storeLittle4, writeBytes, writeView } from '../../codec/memory.ts'
import type { DecodeOptions } from '../../codec/read-write.ts'
import { tableOfText } from '../../codec/table.ts'
import { allocator, batcher, columner, columnsEncoder, decoder, encoder, encoderInto, inspector, recordOf, tryDecoder, viewer } from '../../codec/verbs.ts'
import { iommufdPgfault as rules } from '../../spec/rules/linux.ts'
import type { iommufdPgfaultLe as Table } from '../../spec/linux.ts'

/** The message of `linux.iommufd-pgfault`: Page fault read from an iommufd fault queue. include/uapi/linux/iommufd.h, Linux 6.11 and later. */
export type LinuxIommufdPgfault = {
  /**
   * `flags`: what of the fault is valid; the kernel's own bit 2 can leak through.
   * Values: 0x1 IOMMU_PGFAULT_FLAGS_PASID_VALID, 0x2 IOMMU_PGFAULT_FLAGS_LAST_PAGE.
   * Bits: `+0[31:0]`; 0 to 0xffffffff. include/uapi/linux/iommufd.h, Linux 6.11 and later.
   */
  flags: number
  /**
   * `dev_id`: iommufd object ID of the device.
   * Bits: `+4[31:0]`; 0 to 0xffffffff. include/uapi/linux/iommufd.h, Linux 6.11 and later.
   */
  devId: number
  /**
   * `pasid`: process address space ID, if PASID_VALID.
   * Bits: `+8[31:0]`; 0 to 0xffffffff. include/uapi/linux/iommufd.h, Linux 6.11 and later.
   */
  pasid: number
  /**
   * `grpid`: page request group index.
   * Bits: `+12[31:0]`; 0 to 0xffffffff. include/uapi/linux/iommufd.h, Linux 6.11 and later.
   */
  grpid: number
  /**
   * `perm`: the access that was asked for.
   * Values: 0x1 IOMMU_FAULT_PERM_READ, 0x2 IOMMU_FAULT_PERM_WRITE, 0x4 IOMMU_FAULT_PERM_EXEC, 0x8 IOMMU_FAULT_PERM_PRIV.
   * Bits: `+16[31:0]`; 0 to 0xffffffff. include/uapi/linux/iommufd.h, Linux 6.11 and later.
   */
  perm: number
  /**
   * `addr`: page address.
   * Bits: `+28[31:0] +24[31:0]`; byte address; 0n to 2n ** 64n - 1n. include/uapi/linux/iommufd.h, Linux 6.11 and later.
   */
  addr: bigint
  /**
   * `length`: hint of how much will be accessed; 0 today.
   * Bits: `+32[31:0]`; bytes; 0 to 0xffffffff. include/uapi/linux/iommufd.h, Linux 6.11 and later.
   */
  length: number
  /**
   * `cookie`: names the group in the response; the same in all faults of a group.
   * Bits: `+36[31:0]`; 0 to 0xffffffff. include/uapi/linux/iommufd.h, Linux 6.11 and later.
   */
  cookie: number
}

/** What `encode` takes. */
export type LinuxIommufdPgfaultInit = LinuxIommufdPgfault

/** One typed array per field. */
export type LinuxIommufdPgfaultColumns = {
  flags: Uint32Array
  devId: Uint32Array
  pasid: Uint32Array
  grpid: Uint32Array
  perm: Uint32Array
  addr: BigUint64Array
  length: Uint32Array
  cookie: Uint32Array
}

const bits = /* @__PURE__ */ bitsOfText('{"id":"linux.iommufd-pgfault","size":40,"word":4,"order":"little","label":"+","fields":{"flags":{"at":[[0,31,0]],"as":"uint"},"devId":{"at":[[1,31,0]],"as":"uint"},"pasid":{"at":[[2,31,0]],"as":"uint"},"grpid":{"at":[[3,31,0]],"as":"uint"},"perm":{"at":[[4,31,0]],"as":"uint"},"addr":{"at":[[7,31,0],[6,31,0]],"as":"bigint"},"length":{"at":[[8,31,0]],"as":"uint"},"cookie":{"at":[[9,31,0]],"as":"uint"}},"reserved":[[5,31,0]]}')
const table = /* @__PURE__ */ tableOfText<typeof Table>('{"id":"linux.iommufd-pgfault","title":"Page fault read from an iommufd fault queue","clause":"include/uapi/linux/iommufd.h, Linux 6.11 and later","source":"Linux 6.11 to 7.0","size":40,"word":4,"order":"little","label":"+","fields":{"flags":{"at":[[0,31,0]],"as":"uint","doc":"`flags`: what of the fault is valid; the kernel\'s own bit 2 can leak through","masks":{"IOMMU_PGFAULT_FLAGS_PASID_VALID":1,"IOMMU_PGFAULT_FLAGS_LAST_PAGE":2}},"devId":{"at":[[1,31,0]],"as":"uint","doc":"`dev_id`: iommufd object ID of the device"},"pasid":{"at":[[2,31,0]],"as":"uint","doc":"`pasid`: process address space ID, if PASID_VALID"},"grpid":{"at":[[3,31,0]],"as":"uint","doc":"`grpid`: page request group index"},"perm":{"at":[[4,31,0]],"as":"uint","doc":"`perm`: the access that was asked for","masks":{"IOMMU_FAULT_PERM_READ":1,"IOMMU_FAULT_PERM_WRITE":2,"IOMMU_FAULT_PERM_EXEC":4,"IOMMU_FAULT_PERM_PRIV":8}},"addr":{"at":[[7,31,0],[6,31,0]],"as":"bigint","doc":"`addr`: page address","unit":"byte address"},"length":{"at":[[8,31,0]],"as":"uint","doc":"`length`: hint of how much will be accessed; 0 today","unit":"bytes"},"cookie":{"at":[[9,31,0]],"as":"uint","doc":"`cookie`: names the group in the response; the same in all faults of a group"}},"reserved":[[5,31,0,"padding"]],"roles":{"object":"devId","pasid":"pasid","pasidValid":{"field":"flags","mask":1},"group":"grpid","cookie":"cookie","address":"addr","read":{"field":"perm","mask":1},"write":{"field":"perm","mask":2},"execute":{"field":"perm","mask":4},"privileged":{"field":"perm","mask":8},"last":{"field":"flags","mask":2}},"carries":{"what":"page request","stopMarker":"as a request","others":{"length":{"is":0,"note":"length {} is a hint and is not carried"}}}}', rules)

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): LinuxIommufdPgfault | undefined {
  if (outside(bytes, offset, 40)) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 40)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, true)
  const w1 = memory.getInt32(at + 4, true)
  const w2 = memory.getInt32(at + 8, true)
  const w3 = memory.getInt32(at + 12, true)
  const w4 = memory.getInt32(at + 16, true)
  const w5 = memory.getInt32(at + 20, true)
  const w6 = memory.getInt32(at + 24, true)
  const w7 = memory.getInt32(at + 28, true)
  const w8 = memory.getInt32(at + 32, true)
  const w9 = memory.getInt32(at + 36, true)
  const mode = options === undefined ? 0 : modeOf(options)
  if (mode < 0) return undefined
  if (w5 !== 0 && mode !== 1) return undefined
  return {
    flags: w0 >>> 0,
    devId: w1 >>> 0,
    pasid: w2 >>> 0,
    grpid: w3 >>> 0,
    perm: w4 >>> 0,
    addr: fromHalves(w6, w7),
    length: w8 >>> 0,
    cookie: w9 >>> 0,
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: LinuxIommufdPgfaultInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  const $flags = message.flags
  if (typeof $flags !== 'number' || $flags >>> 0 !== $flags) return false
  const $devId = message.devId
  if (typeof $devId !== 'number' || $devId >>> 0 !== $devId) return false
  const $pasid = message.pasid
  if (typeof $pasid !== 'number' || $pasid >>> 0 !== $pasid) return false
  const $grpid = message.grpid
  if (typeof $grpid !== 'number' || $grpid >>> 0 !== $grpid) return false
  const $perm = message.perm
  if (typeof $perm !== 'number' || $perm >>> 0 !== $perm) return false
  if (!intoHalves(message.addr)) return false
  const $addrlow = low()
  const $addrhigh = high()
  const $length = message.length
  if (typeof $length !== 'number' || $length >>> 0 !== $length) return false
  const $cookie = message.cookie
  if (typeof $cookie !== 'number' || $cookie >>> 0 !== $cookie) return false
  if (outside(target, offset, 40)) return false
  const w0 = $flags
  const w1 = $devId
  const w2 = $pasid
  const w3 = $grpid
  const w4 = $perm
  const w6 = $addrlow
  const w7 = $addrhigh
  const w8 = $length
  const w9 = $cookie
  if (target === writeBytes || lookForWriting(target)) {
    setLittle4(writeView, offset, w0, w1, w2, w3)
    setLittle4(writeView, offset + 16, w4, 0, w6, w7)
    writeView.setInt32(offset + 32, w8, true)
    writeView.setInt32(offset + 36, w9, true)
  } else {
    storeLittle4(target, offset, w0, w1, w2, w3)
    storeLittle4(target, offset + 16, w4, 0, w6, w7)
    storeLittle(target, offset + 32, w8)
    storeLittle(target, offset + 36, w9)
  }
  return true
}

export const id = 'linux.iommufd-pgfault'
export const size = 40
export const layout = /* @__PURE__ */ table()
export const decode = /* @__PURE__ */ decoder(bits, read)
export const tryDecode = /* @__PURE__ */ tryDecoder(bits, read)
export const inspect = /* @__PURE__ */ inspector(table)
export const encode = /* @__PURE__ */ encoder(size, bits, write)
export const encodeInto = /* @__PURE__ */ encoderInto(size, bits, write)
export const view = /* @__PURE__ */ viewer<LinuxIommufdPgfault>(bits)
export const columns = /* @__PURE__ */ columner<LinuxIommufdPgfaultColumns>(bits, read)
export const batches = /* @__PURE__ */ batcher<LinuxIommufdPgfaultColumns>(bits, read)
export const allocateColumns = /* @__PURE__ */ allocator<LinuxIommufdPgfaultColumns>(bits)
export const encodeColumns = /* @__PURE__ */ columnsEncoder<LinuxIommufdPgfaultInit, LinuxIommufdPgfaultColumns>(bits, write)

/** What is generated here, for proofs. */
export const generated = { bits, read, write }
export const record = /* @__PURE__ */ recordOf<LinuxIommufdPgfault, LinuxIommufdPgfaultInit, LinuxIommufdPgfaultColumns, typeof Table>(id, size, table, read, write)
