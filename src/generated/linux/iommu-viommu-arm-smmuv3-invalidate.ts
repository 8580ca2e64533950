// Generated from src/spec/linux.ts by `npm run generate`; do not edit.
import { bitsOfText } from '../../codec/bits.ts'
import { fromHalves, high, intoHalves, low, lookForWriting, memoryOf, modeOf, outside, readBytes, readView, scratch, setLittle4, storeLittle4, writeBytes, writeView } from '../../codec/memory.ts'
import type { DecodeOptions } from '../../codec/read-write.ts'
import { tableOfText } from '../../codec/table.ts'
import { allocator, batcher, columner, columnsEncoder, decoder, encoder, encoderInto, inspector, recordOf, tryDecoder, viewer } from '../../codec/verbs.ts'
import { iommuViommuArmSmmuv3Invalidate as rules } from '../../spec/rules/linux.ts'
import type { iommuViommuArmSmmuv3InvalidateLe as Table } from '../../spec/linux.ts'

/** The message of `linux.iommu-viommu-arm-smmuv3-invalidate`: SMMUv3 command that iommufd runs for a guest. include/uapi/linux/iommufd.h, Linux 6.13 and later. */
export type LinuxIommuViommuArmSmmuv3Invalidate = {
  /**
   * `cmd[0]`: q0 of the command; its StreamID is the virtual one of the guest, and the kernel sets the VMID.
   * Bits: `+4[31:0] +0[31:0]`; 0n to 2n ** 64n - 1n. include/uapi/linux/iommufd.h, Linux 6.13 and later.
   */
  cmd0: bigint
  /**
   * `cmd[1]`: q1 of the command.
   * Bits: `+12[31:0] +8[31:0]`; 0n to 2n ** 64n - 1n. include/uapi/linux/iommufd.h, Linux 6.13 and later.
   */
  cmd1: bigint
}

/** What `encode` takes. */
export type LinuxIommuViommuArmSmmuv3InvalidateInit = LinuxIommuViommuArmSmmuv3Invalidate

/** One typed array per field. */
export type LinuxIommuViommuArmSmmuv3InvalidateColumns = {
  cmd0: BigUint64Array
  cmd1: BigUint64Array
}

const bits = /* @__PURE__ */ bitsOfText('{"id":"linux.iommu-viommu-arm-smmuv3-invalidate","size":16,"word":4,"order":"little","label":"+","fields":{"cmd0":{"at":[[1,31,0],[0,31,0]],"as":"bigint"},"cmd1":{"at":[[3,31,0],[2,31,0]],"as":"bigint"}},"reserved":[]}')
const table = /* @__PURE__ */ tableOfText<typeof Table>('{"id":"linux.iommu-viommu-arm-smmuv3-invalidate","title":"SMMUv3 command that iommufd runs for a guest","clause":"include/uapi/linux/iommufd.h, Linux 6.13 and later","source":"Linux 6.13 to 7.0","size":16,"word":4,"order":"little","label":"+","fields":{"cmd0":{"at":[[1,31,0],[0,31,0]],"as":"bigint","doc":"`cmd[0]`: q0 of the command; its StreamID is the virtual one of the guest, and the kernel sets the VMID"},"cmd1":{"at":[[3,31,0],[2,31,0]],"as":"bigint","doc":"`cmd[1]`: q1 of the command"}},"reserved":[]}', rules)

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): LinuxIommuViommuArmSmmuv3Invalidate | undefined {
  if (outside(bytes, offset, 16)) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 16)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, true)
  const w1 = memory.getInt32(at + 4, true)
  const w2 = memory.getInt32(at + 8, true)
  const w3 = memory.getInt32(at + 12, true)
  const mode = options === undefined ? 0 : modeOf(options)
  if (mode < 0) return undefined
  return {
    cmd0: fromHalves(w0, w1),
    cmd1: fromHalves(w2, w3),
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: LinuxIommuViommuArmSmmuv3InvalidateInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  if (!intoHalves(message.cmd0)) return false
  const $cmd0low = low()
  const $cmd0high = high()
  if (!intoHalves(message.cmd1)) return false
  const $cmd1low = low()
  const $cmd1high = high()
  if (outside(target, offset, 16)) return false
  const w0 = $cmd0low
  const w1 = $cmd0high
  const w2 = $cmd1low
  const w3 = $cmd1high
  if (target === writeBytes || lookForWriting(target)) {
    setLittle4(writeView, offset, w0, w1, w2, w3)
  } else {
    storeLittle4(target, offset, w0, w1, w2, w3)
  }
  return true
}

export const id = 'linux.iommu-viommu-arm-smmuv3-invalidate'
export const size = 16
export const layout = /* @__PURE__ */ table()
export const decode = /* @__PURE__ */ decoder(bits, read)
export const tryDecode = /* @__PURE__ */ tryDecoder(bits, read)
export const inspect = /* @__PURE__ */ inspector(table)
export const encode = /* @__PURE__ */ encoder(size, bits, write)
export const encodeInto = /* @__PURE__ */ encoderInto(size, bits, write)
export const view = /* @__PURE__ */ viewer<LinuxIommuViommuArmSmmuv3Invalidate>(bits)
export const columns = /* @__PURE__ */ columner<LinuxIommuViommuArmSmmuv3InvalidateColumns>(bits, read)
export const batches = /* @__PURE__ */ batcher<LinuxIommuViommuArmSmmuv3InvalidateColumns>(bits, read)
export const allocateColumns = /* @__PURE__ */ allocator<LinuxIommuViommuArmSmmuv3InvalidateColumns>(bits)
export const encodeColumns = /* @__PURE__ */ columnsEncoder<LinuxIommuViommuArmSmmuv3InvalidateInit, LinuxIommuViommuArmSmmuv3InvalidateColumns>(bits, write)

/** What is generated here, for proofs. */
export const generated = { bits, read, write }
export const record = /* @__PURE__ */ recordOf<LinuxIommuViommuArmSmmuv3Invalidate, LinuxIommuViommuArmSmmuv3InvalidateInit, LinuxIommuViommuArmSmmuv3InvalidateColumns, typeof Table>(id, size, table, read, write)
