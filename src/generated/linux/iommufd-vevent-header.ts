// Generated from src/spec/linux.ts by `npm run generate`; do not edit.
import { bitsOfText } from '../../codec/bits.ts'
import { lookForWriting, memoryOf, modeOf, outside, readBytes, readView, scratch, storeLittle, writeBytes, writeView } from '../../codec/memory.ts'
import type { DecodeOptions } from '../../codec/read-write.ts'
import { tableOfText } from '../../codec/table.ts'
import { allocator, batcher, columner, columnsEncoder, decoder, encoder, encoderInto, inspector, recordOf, tryDecoder, viewer } from '../../codec/verbs.ts'
import { iommufdVeventHeader as rules } from '../../spec/rules/linux.ts'
import type { iommufdVeventHeaderLe as Table } from '../../spec/linux.ts'

/** The message of `linux.iommufd-vevent-header`: Header of an event read from an iommufd virtual event queue. include/uapi/linux/iommufd.h, Linux 6.15 and later. */
export type LinuxIommufdVeventHeader = {
  /**
   * `flags`: LOST_EVENTS: events were lost, and no data follow this header.
   * Values: 0x1 IOMMU_VEVENTQ_FLAG_LOST_EVENTS.
   * Bits: `+0[31:0]`; 0 to 0xffffffff. include/uapi/linux/iommufd.h, Linux 6.15 and later.
   */
  flags: number
  /**
   * `sequence`: counts events from 0 to 0x7fffffff and begins again at 0; a step of more than 1 means lost events.
   * Bits: `+4[31:0]`; 0 to 0xffffffff. include/uapi/linux/iommufd.h, Linux 6.15 and later.
   */
  sequence: number
}

/** What `encode` takes. */
export type LinuxIommufdVeventHeaderInit = LinuxIommufdVeventHeader

/** One typed array per field. */
export type LinuxIommufdVeventHeaderColumns = {
  flags: Uint32Array
  sequence: Uint32Array
}

const bits = /* @__PURE__ */ bitsOfText('{"id":"linux.iommufd-vevent-header","size":8,"word":4,"order":"little","label":"+","fields":{"flags":{"at":[[0,31,0]],"as":"uint"},"sequence":{"at":[[1,31,0]],"as":"uint"}},"reserved":[]}')
const table = /* @__PURE__ */ tableOfText<typeof Table>('{"id":"linux.iommufd-vevent-header","title":"Header of an event read from an iommufd virtual event queue","clause":"include/uapi/linux/iommufd.h, Linux 6.15 and later","source":"Linux 6.15 to 7.0","size":8,"word":4,"order":"little","label":"+","fields":{"flags":{"at":[[0,31,0]],"as":"uint","doc":"`flags`: LOST_EVENTS: events were lost, and no data follow this header","masks":{"IOMMU_VEVENTQ_FLAG_LOST_EVENTS":1}},"sequence":{"at":[[1,31,0]],"as":"uint","doc":"`sequence`: counts events from 0 to 0x7fffffff and begins again at 0; a step of more than 1 means lost events"}},"reserved":[]}', rules)

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): LinuxIommufdVeventHeader | undefined {
  if (outside(bytes, offset, 8)) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 8)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, true)
  const w1 = memory.getInt32(at + 4, true)
  const mode = options === undefined ? 0 : modeOf(options)
  if (mode < 0) return undefined
  return {
    flags: w0 >>> 0,
    sequence: w1 >>> 0,
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: LinuxIommufdVeventHeaderInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  const $flags = message.flags
  if (typeof $flags !== 'number' || $flags >>> 0 !== $flags) return false
  const $sequence = message.sequence
  if (typeof $sequence !== 'number' || $sequence >>> 0 !== $sequence) return false
  if (outside(target, offset, 8)) return false
  const w0 = $flags
  const w1 = $sequence
  if (target === writeBytes || lookForWriting(target)) {
    writeView.setInt32(offset, w0, true)
    writeView.setInt32(offset + 4, w1, true)
  } else {
    storeLittle(target, offset, w0)
    storeLittle(target, offset + 4, w1)
  }
  return true
}

export const id = 'linux.iommufd-vevent-header'
export const size = 8
export const layout = /* @__PURE__ */ table()
export const decode = /* @__PURE__ */ decoder(bits, read)
export const tryDecode = /* @__PURE__ */ tryDecoder(bits, read)
export const inspect = /* @__PURE__ */ inspector(table)
export const encode = /* @__PURE__ */ encoder(size, bits, write)
export const encodeInto = /* @__PURE__ */ encoderInto(size, bits, write)
export const view = /* @__PURE__ */ viewer<LinuxIommufdVeventHeader>(bits)
export const columns = /* @__PURE__ */ columner<LinuxIommufdVeventHeaderColumns>(bits, read)
export const batches = /* @__PURE__ */ batcher<LinuxIommufdVeventHeaderColumns>(bits, read)
export const allocateColumns = /* @__PURE__ */ allocator<LinuxIommufdVeventHeaderColumns>(bits)
export const encodeColumns = /* @__PURE__ */ columnsEncoder<LinuxIommufdVeventHeaderInit, LinuxIommufdVeventHeaderColumns>(bits, write)

/** What is generated here, for proofs. */
export const generated = { bits, read, write }
export const record = /* @__PURE__ */ recordOf<LinuxIommufdVeventHeader, LinuxIommufdVeventHeaderInit, LinuxIommufdVeventHeaderColumns, typeof Table>(id, size, table, read, write)
