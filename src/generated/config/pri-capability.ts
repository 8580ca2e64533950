// Generated from src/spec/config.ts by `npm run generate`; do not edit.
import { bitsOfText } from '../../codec/bits.ts'
import { bit, flag, lookForWriting, memoryOf, modeOf, outside, readBytes, readView, scratch, setLittle4, storeLittle4, writeBytes, writeView } from '../../codec/memory.ts'
import type { DecodeOptions } from '../../codec/read-write.ts'
import { tableOfText } from '../../codec/table.ts'
import { allocator, batcher, columner, columnsEncoder, decoder, encoder, encoderInto, inspector, recordOf, tryDecoder, viewer } from '../../codec/verbs.ts'
import { priCapability as rules } from '../../spec/rules/config.ts'
import type { priCapability as Table } from '../../spec/config.ts'

/** The message of `config.pri-capability`: Page Request Interface capability. PCIe Base Specification, 10.5.2, Page Request Extended Capability. */
export type ConfigPriCapability = {
  /**
   * version of the capability.
   * Bits: `+0[19:16]`; 0 to 0xf. PCIe Base Specification, 10.5.2, Page Request Extended Capability.
   */
  version: number
  /**
   * offset of the next capability in configuration space; 0 ends the list.
   * Bits: `+0[31:20]`; byte offset; 0 to 0xfff. PCIe Base Specification, 10.5.2, Page Request Extended Capability.
   */
  next: number
  /**
   * PRICtl [0], Enable.
   * Bits: `+4[0]`. PCIe Base Specification, 10.5.2, Page Request Extended Capability.
   */
  enable: boolean
  /**
   * PRICtl [1], Reset.
   * Bits: `+4[1]`. PCIe Base Specification, 10.5.2, Page Request Extended Capability.
   */
  reset: boolean
  /**
   * RF: PRISta [0], Response Failure; cleared by writing 1.
   * Bits: `+4[16]`. PCIe Base Specification, 10.5.2, Page Request Extended Capability.
   */
  responseFailure: boolean
  /**
   * UPRGI: PRISta [1], Unexpected Page Request Group Index; cleared by writing 1.
   * Bits: `+4[17]`. PCIe Base Specification, 10.5.2, Page Request Extended Capability.
   */
  unexpectedPrgIndex: boolean
  /**
   * PRISta [8], Stopped; 1 after reset.
   * Bits: `+4[24]`. PCIe Base Specification, 10.5.2, Page Request Extended Capability.
   */
  stopped: boolean
  /**
   * PASID: PRISta [15], PRG Response PASID Required.
   * Bits: `+4[31]`. PCIe Base Specification, 10.5.2, Page Request Extended Capability.
   */
  prgResponsePasidRequired: boolean
  /**
   * Outstanding Page Request Capacity.
   * Bits: `+8[31:0]`; requests; 0 to 0xffffffff. PCIe Base Specification, 10.5.2, Page Request Extended Capability.
   */
  pageRequestCapacity: number
  /**
   * Outstanding Page Request Allocation.
   * Bits: `+12[31:0]`; requests; 0 to 0xffffffff. PCIe Base Specification, 10.5.2, Page Request Extended Capability.
   */
  pageRequestAllocation: number
}

/** What `encode` takes. */
export type ConfigPriCapabilityInit = ConfigPriCapability

/** One typed array per field. */
export type ConfigPriCapabilityColumns = {
  version: Uint8Array
  next: Uint16Array
  enable: Uint8Array
  reset: Uint8Array
  responseFailure: Uint8Array
  unexpectedPrgIndex: Uint8Array
  stopped: Uint8Array
  prgResponsePasidRequired: Uint8Array
  pageRequestCapacity: Uint32Array
  pageRequestAllocation: Uint32Array
}

const bits = /* @__PURE__ */ bitsOfText('{"id":"config.pri-capability","size":16,"word":4,"order":"little","label":"+","fields":{"version":{"at":[[0,19,16]],"as":"uint"},"next":{"at":[[0,31,20]],"as":"uint"},"enable":{"at":[[1,0,0]],"as":"flag"},"reset":{"at":[[1,1,1]],"as":"flag"},"responseFailure":{"at":[[1,16,16]],"as":"flag"},"unexpectedPrgIndex":{"at":[[1,17,17]],"as":"flag"},"stopped":{"at":[[1,24,24]],"as":"flag"},"prgResponsePasidRequired":{"at":[[1,31,31]],"as":"flag"},"pageRequestCapacity":{"at":[[2,31,0]],"as":"uint"},"pageRequestAllocation":{"at":[[3,31,0]],"as":"uint"}},"fixed":{"id":{"at":[[0,15,0]],"value":19}},"reserved":[[1,15,2],[1,23,18],[1,30,25]]}')
const table = /* @__PURE__ */ tableOfText<typeof Table>('{"id":"config.pri-capability","title":"Page Request Interface capability","clause":"PCIe Base Specification, 10.5.2, Page Request Extended Capability","source":"Linux include/uapi/linux/pci_regs.h, pciutils","word":4,"order":"little","label":"+","place":"PCIe extended capability list","size":16,"fields":{"version":{"at":[[0,19,16]],"as":"uint","doc":"version of the capability"},"next":{"at":[[0,31,20]],"as":"uint","unit":"byte offset","doc":"offset of the next capability in configuration space; 0 ends the list"},"enable":{"at":[[1,0,0]],"as":"flag","doc":"PRICtl [0], Enable"},"reset":{"at":[[1,1,1]],"as":"flag","doc":"PRICtl [1], Reset"},"responseFailure":{"at":[[1,16,16]],"as":"flag","doc":"RF: PRISta [0], Response Failure; cleared by writing 1"},"unexpectedPrgIndex":{"at":[[1,17,17]],"as":"flag","doc":"UPRGI: PRISta [1], Unexpected Page Request Group Index; cleared by writing 1"},"stopped":{"at":[[1,24,24]],"as":"flag","doc":"PRISta [8], Stopped; 1 after reset"},"prgResponsePasidRequired":{"at":[[1,31,31]],"as":"flag","doc":"PASID: PRISta [15], PRG Response PASID Required"},"pageRequestCapacity":{"at":[[2,31,0]],"as":"uint","unit":"requests","doc":"Outstanding Page Request Capacity"},"pageRequestAllocation":{"at":[[3,31,0]],"as":"uint","unit":"requests","doc":"Outstanding Page Request Allocation"}},"fixed":{"id":{"at":[[0,15,0]],"value":19,"doc":"Extended Capability ID"}},"reserved":[[1,15,2],[1,23,18],[1,30,25]],"roles":{"pasidRequired":"prgResponsePasidRequired","enable":"enable"}}', rules)

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): ConfigPriCapability | undefined {
  if (outside(bytes, offset, 16)) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 16)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, true)
  const w1 = memory.getInt32(at + 4, true)
  const w2 = memory.getInt32(at + 8, true)
  const w3 = memory.getInt32(at + 12, true)
  const mode = options === undefined ? 0 : modeOf(options)
  if (mode < 0 || ((w0 & 0xffff) ^ 0x13) !== 0) return undefined
  if ((w1 & 0x7efcfffc) !== 0 && mode !== 1) return undefined
  return {
    version: (w0 >>> 16) & 0xf,
    next: w0 >>> 20,
    enable: flag(w1 & 1),
    reset: flag((w1 >>> 1) & 1),
    responseFailure: flag((w1 >>> 16) & 1),
    unexpectedPrgIndex: flag((w1 >>> 17) & 1),
    stopped: flag((w1 >>> 24) & 1),
    prgResponsePasidRequired: flag(w1 >>> 31),
    pageRequestCapacity: w2 >>> 0,
    pageRequestAllocation: w3 >>> 0,
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: ConfigPriCapabilityInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  const $version = message.version
  if (typeof $version !== 'number' || ($version & 0xf) !== $version) return false
  const $next = message.next
  if (typeof $next !== 'number' || ($next & 0xfff) !== $next) return false
  const $enable = bit(message.enable)
  const $reset = bit(message.reset)
  const $responseFailure = bit(message.responseFailure)
  const $unexpectedPrgIndex = bit(message.unexpectedPrgIndex)
  const $stopped = bit(message.stopped)
  const $prgResponsePasidRequired = bit(message.prgResponsePasidRequired)
  const $pageRequestCapacity = message.pageRequestCapacity
  if (typeof $pageRequestCapacity !== 'number' || $pageRequestCapacity >>> 0 !== $pageRequestCapacity) return false
  const $pageRequestAllocation = message.pageRequestAllocation
  if (typeof $pageRequestAllocation !== 'number' || $pageRequestAllocation >>> 0 !== $pageRequestAllocation) return false
  if (($enable | $reset | $responseFailure | $unexpectedPrgIndex | $stopped | $prgResponsePasidRequired) < 0) return false
  if (outside(target, offset, 16)) return false
  const w0 = 0x13 | ($version << 16) | ($next << 20)
  const w1 = $enable | ($reset << 1) | ($responseFailure << 16) | ($unexpectedPrgIndex << 17) | ($stopped << 24) | ($prgResponsePasidRequired << 31)
  const w2 = $pageRequestCapacity
  const w3 = $pageRequestAllocation
  if (target === writeBytes || lookForWriting(target)) {
    setLittle4(writeView, offset, w0, w1, w2, w3)
  } else {
    storeLittle4(target, offset, w0, w1, w2, w3)
  }
  return true
}

export const id = 'config.pri-capability'
export const size = 16
export const layout = /* @__PURE__ */ table()
export const decode = /* @__PURE__ */ decoder(bits, read)
export const tryDecode = /* @__PURE__ */ tryDecoder(bits, read)
export const inspect = /* @__PURE__ */ inspector(table)
export const encode = /* @__PURE__ */ encoder(size, bits, write)
export const encodeInto = /* @__PURE__ */ encoderInto(size, bits, write)
export const view = /* @__PURE__ */ viewer<ConfigPriCapability>(bits)
export const columns = /* @__PURE__ */ columner<ConfigPriCapabilityColumns>(bits, read)
export const batches = /* @__PURE__ */ batcher<ConfigPriCapabilityColumns>(bits, read)
export const allocateColumns = /* @__PURE__ */ allocator<ConfigPriCapabilityColumns>(bits)
export const encodeColumns = /* @__PURE__ */ columnsEncoder<ConfigPriCapabilityInit, ConfigPriCapabilityColumns>(bits, write)

/** What is generated here, for proofs. */
export const generated = { bits, read, write }
export const record = /* @__PURE__ */ recordOf<ConfigPriCapability, ConfigPriCapabilityInit, ConfigPriCapabilityColumns, typeof Table>(id, size, table, read, write)
