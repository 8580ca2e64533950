// Generated from src/spec/linux.ts by `npm run generate`; do not edit.
import { bitsOfText } from '../../codec/bits.ts'
import { fromHalves, high, intoHalves, low, lookForWriting, memoryOf, modeOf, outside, readBytes, readView, scratch, setLittle4, storeLittle4, writeBytes, writeView } from '../../codec/memory.ts'
import type { DecodeOptions } from '../../codec/read-write.ts'
import { tableOfText } from '../../codec/table.ts'
import { allocator, batcher, columner, columnsEncoder, decoder, encoder, encoderInto, inspector, recordOf, tryDecoder, viewer } from '../../codec/verbs.ts'
import { iommuVeventArmSmmuv3 as rules } from '../../spec/rules/linux.ts'
import type { iommuVeventArmSmmuv3Be as Table } from '../../spec/linux.ts'

/** The message of `linux.iommu-vevent-arm-smmuv3-be`: SMMUv3 event read from an iommufd virtual event queue, big-endian ABI (the same bytes: its words are little-endian everywhere). include/uapi/linux/iommufd.h, Linux 6.15 and later. */
export type LinuxIommuVeventArmSmmuv3Be = {
  /**
   * `evt[0]`: q0 of the event record; its StreamID is the virtual one of the guest.
   * Bits: `+4[31:0] +0[31:0]`; 0n to 2n ** 64n - 1n. include/uapi/linux/iommufd.h, Linux 6.15 and later.
   */
  evt0: bigint
  /**
   * `evt[1]`: q1 of the event record.
   * Bits: `+12[31:0] +8[31:0]`; 0n to 2n ** 64n - 1n. include/uapi/linux/iommufd.h, Linux 6.15 and later.
   */
  evt1: bigint
  /**
   * `evt[2]`: q2 of the event record.
   * Bits: `+20[31:0] +16[31:0]`; 0n to 2n ** 64n - 1n. include/uapi/linux/iommufd.h, Linux 6.15 and later.
   */
  evt2: bigint
  /**
   * `evt[3]`: q3 of the event record.
   * Bits: `+28[31:0] +24[31:0]`; 0n to 2n ** 64n - 1n. include/uapi/linux/iommufd.h, Linux 6.15 and later.
   */
  evt3: bigint
}

/** What `encode` takes. */
export type LinuxIommuVeventArmSmmuv3BeInit = LinuxIommuVeventArmSmmuv3Be

/** One typed array per field. */
export type LinuxIommuVeventArmSmmuv3BeColumns = {
  evt0: BigUint64Array
  evt1: BigUint64Array
  evt2: BigUint64Array
  evt3: BigUint64Array
}

const bits = /* @__PURE__ */ bitsOfText('{"id":"linux.iommu-vevent-arm-smmuv3-be","size":32,"word":4,"order":"little","label":"+","fields":{"evt0":{"at":[[1,31,0],[0,31,0]],"as":"bigint"},"evt1":{"at":[[3,31,0],[2,31,0]],"as":"bigint"},"evt2":{"at":[[5,31,0],[4,31,0]],"as":"bigint"},"evt3":{"at":[[7,31,0],[6,31,0]],"as":"bigint"}},"reserved":[]}')
const table = /* @__PURE__ */ tableOfText<typeof Table>('{"id":"linux.iommu-vevent-arm-smmuv3-be","title":"SMMUv3 event read from an iommufd virtual event queue, big-endian ABI (the same bytes: its words are little-endian everywhere)","clause":"include/uapi/linux/iommufd.h, Linux 6.15 and later","source":"Linux 6.15 to 7.0","size":32,"word":4,"order":"little","label":"+","fields":{"evt0":{"at":[[1,31,0],[0,31,0]],"as":"bigint","doc":"`evt[0]`: q0 of the event record; its StreamID is the virtual one of the guest"},"evt1":{"at":[[3,31,0],[2,31,0]],"as":"bigint","doc":"`evt[1]`: q1 of the event record"},"evt2":{"at":[[5,31,0],[4,31,0]],"as":"bigint","doc":"`evt[2]`: q2 of the event record"},"evt3":{"at":[[7,31,0],[6,31,0]],"as":"bigint","doc":"`evt[3]`: q3 of the event record"}},"reserved":[]}', rules)

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): LinuxIommuVeventArmSmmuv3Be | undefined {
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
  if (mode < 0) return undefined
  return {
    evt0: fromHalves(w0, w1),
    evt1: fromHalves(w2, w3),
    evt2: fromHalves(w4, w5),
    evt3: fromHalves(w6, w7),
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: LinuxIommuVeventArmSmmuv3BeInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  if (!intoHalves(message.evt0)) return false
  const $evt0low = low()
  const $evt0high = high()
  if (!intoHalves(message.evt1)) return false
  const $evt1low = low()
  const $evt1high = high()
  if (!intoHalves(message.evt2)) return false
  const $evt2low = low()
  const $evt2high = high()
  if (!intoHalves(message.evt3)) return false
  const $evt3low = low()
  const $evt3high = high()
  if (outside(target, offset, 32)) return false
  const w0 = $evt0low
  const w1 = $evt0high
  const w2 = $evt1low
  const w3 = $evt1high
  const w4 = $evt2low
  const w5 = $evt2high
  const w6 = $evt3low
  const w7 = $evt3high
  if (target === writeBytes || lookForWriting(target)) {
    setLittle4(writeView, offset, w0, w1, w2, w3)
    setLittle4(writeView, offset + 16, w4, w5, w6, w7)
  } else {
    storeLittle4(target, offset, w0, w1, w2, w3)
    storeLittle4(target, offset + 16, w4, w5, w6, w7)
  }
  return true
}

export const id = 'linux.iommu-vevent-arm-smmuv3-be'
export const size = 32
export const layout = /* @__PURE__ */ table()
export const decode = /* @__PURE__ */ decoder(bits, read)
export const tryDecode = /* @__PURE__ */ tryDecoder(bits, read)
export const inspect = /* @__PURE__ */ inspector(table)
export const encode = /* @__PURE__ */ encoder(size, bits, write)
export const encodeInto = /* @__PURE__ */ encoderInto(size, bits, write)
export const view = /* @__PURE__ */ viewer<LinuxIommuVeventArmSmmuv3Be>(bits)
export const columns = /* @__PURE__ */ columner<LinuxIommuVeventArmSmmuv3BeColumns>(bits, read)
export const batches = /* @__PURE__ */ batcher<LinuxIommuVeventArmSmmuv3BeColumns>(bits, read)
export const allocateColumns = /* @__PURE__ */ allocator<LinuxIommuVeventArmSmmuv3BeColumns>(bits)
export const encodeColumns = /* @__PURE__ */ columnsEncoder<LinuxIommuVeventArmSmmuv3BeInit, LinuxIommuVeventArmSmmuv3BeColumns>(bits, write)

/** What is generated here, for proofs. */
export const generated = { bits, read, write }
export const record = /* @__PURE__ */ recordOf<LinuxIommuVeventArmSmmuv3Be, LinuxIommuVeventArmSmmuv3BeInit, LinuxIommuVeventArmSmmuv3BeColumns, typeof Table>(id, size, table, read, write)
