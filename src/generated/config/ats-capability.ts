// Generated from src/spec/config.ts by `npm run generate`; do not edit.
import { bitsOfText } from '../../codec/bits.ts'
import { bit, flag, lookForWriting, memoryOf, modeOf, outside, readBytes, readView, scratch, storeLittle, writeBytes, writeView } from '../../codec/memory.ts'
import { onlyKnown } from '../../codec/message.ts'
import type { DecodeOptions } from '../../codec/read-write.ts'
import { tableOfText } from '../../codec/table.ts'
import { allocator, batcher, columner, columnsEncoder, decoder, encoder, encoderInto, inspector, recordOf, tryDecoder, viewer } from '../../codec/verbs.ts'
import { atsCapability as rules } from '../../spec/rules/config.ts'
import type { atsCapability as Table } from '../../spec/config.ts'

/** The message of `config.ats-capability`: Address Translation Service capability. PCIe Base Specification, 10.5.1, ATS Extended Capability. */
export type ConfigAtsCapability = {
  /**
   * version of the capability.
   * Bits: `+0[19:16]`; 0 to 0xf. PCIe Base Specification, 10.5.1, ATS Extended Capability.
   */
  version: number
  /**
   * offset of the next capability in configuration space; 0 ends the list.
   * Bits: `+0[31:20]`; byte offset; 0 to 0xfff. PCIe Base Specification, 10.5.1, ATS Extended Capability.
   */
  next: number
  /**
   * ATSCap [4:0], Invalidate Queue Depth; 0 means 32.
   * Bits: `+4[4:0]`; requests; 0 to 0x1f. PCIe Base Specification, 10.5.1, ATS Extended Capability.
   */
  invalidateQueueDepth: number
  /**
   * ATSCap [5], Page Aligned Request: the address of every request is that of a page.
   * Bits: `+4[5]`. PCIe Base Specification, 10.5.1, ATS Extended Capability.
   */
  pageAlignedRequest: boolean
  /**
   * ATSCap [6], Global Invalidate Supported.
   * Bits: `+4[6]`. PCIe Base Specification, 10.5.1, ATS Extended Capability.
   */
  globalInvalidateSupported: boolean
  /**
   * ATSCap [7], Relaxed Ordering Supported.
   * Bits: `+4[7]`. PCIe Base Specification, 10.5.1, ATS Extended Capability.
   */
  relaxedOrderingSupported: boolean
  /**
   * ATSCap [8], Memory Attributes Supported; its place is unconfirmed.
   * Bits: `+4[8]`; optional on encode, 0 by default; confirm. PCIe Base Specification, 10.5.1, ATS Extended Capability.
   */
  memoryAttributesSupported: boolean
  /**
   * ATSCap [15:9]: no name is known; kept as it is.
   * Bits: `+4[15:9]`; 0 to 0x7f; optional on encode, 0 by default; confirm. PCIe Base Specification, 10.5.1, ATS Extended Capability.
   */
  atsCapBits15to9: number
  /**
   * ATSCtl [4:0], Smallest Translation Unit: 4096 << STU bytes.
   * Bits: `+4[20:16]`; 0 to 0x1f. PCIe Base Specification, 10.5.1, ATS Extended Capability.
   */
  smallestTranslationUnit: number
  /**
   * ATSCtl [14:5]: memory attribute controls of newer revisions; kept as it is.
   * Bits: `+4[30:21]`; 0 to 0x3ff; optional on encode, 0 by default; confirm. PCIe Base Specification, 10.5.1, ATS Extended Capability.
   */
  atsCtlBits14to5: number
  /**
   * ATSCtl [15], Enable.
   * Bits: `+4[31]`. PCIe Base Specification, 10.5.1, ATS Extended Capability.
   */
  enable: boolean
}

/** What `encode` takes: optional fields may be left out. */
export type ConfigAtsCapabilityInit = Omit<ConfigAtsCapability, 'memoryAttributesSupported' | 'atsCapBits15to9' | 'atsCtlBits14to5'> & Partial<Pick<ConfigAtsCapability, 'memoryAttributesSupported' | 'atsCapBits15to9' | 'atsCtlBits14to5'>>

/** One typed array per field. */
export type ConfigAtsCapabilityColumns = {
  version: Uint8Array
  next: Uint16Array
  invalidateQueueDepth: Uint8Array
  pageAlignedRequest: Uint8Array
  globalInvalidateSupported: Uint8Array
  relaxedOrderingSupported: Uint8Array
  memoryAttributesSupported: Uint8Array
  atsCapBits15to9: Uint8Array
  smallestTranslationUnit: Uint8Array
  atsCtlBits14to5: Uint16Array
  enable: Uint8Array
}

const bits = /* @__PURE__ */ bitsOfText('{"id":"config.ats-capability","size":8,"word":4,"order":"little","label":"+","fields":{"version":{"at":[[0,19,16]],"as":"uint"},"next":{"at":[[0,31,20]],"as":"uint"},"invalidateQueueDepth":{"at":[[1,4,0]],"as":"uint"},"pageAlignedRequest":{"at":[[1,5,5]],"as":"flag"},"globalInvalidateSupported":{"at":[[1,6,6]],"as":"flag"},"relaxedOrderingSupported":{"at":[[1,7,7]],"as":"flag"},"memoryAttributesSupported":{"at":[[1,8,8]],"as":"flag","optional":true},"atsCapBits15to9":{"at":[[1,15,9]],"as":"uint","optional":true},"smallestTranslationUnit":{"at":[[1,20,16]],"as":"uint"},"atsCtlBits14to5":{"at":[[1,30,21]],"as":"uint","optional":true},"enable":{"at":[[1,31,31]],"as":"flag"}},"fixed":{"id":{"at":[[0,15,0]],"value":15}}}')
const table = /* @__PURE__ */ tableOfText<typeof Table>('{"id":"config.ats-capability","title":"Address Translation Service capability","clause":"PCIe Base Specification, 10.5.1, ATS Extended Capability","source":"Linux include/uapi/linux/pci_regs.h, pcics, OpenVMM, AMD AM012 (Memory Attributes Supported)","word":4,"order":"little","label":"+","place":"PCIe extended capability list","size":8,"fields":{"version":{"at":[[0,19,16]],"as":"uint","doc":"version of the capability"},"next":{"at":[[0,31,20]],"as":"uint","unit":"byte offset","doc":"offset of the next capability in configuration space; 0 ends the list"},"invalidateQueueDepth":{"at":[[1,4,0]],"as":"uint","unit":"requests","doc":"ATSCap [4:0], Invalidate Queue Depth; 0 means 32"},"pageAlignedRequest":{"at":[[1,5,5]],"as":"flag","doc":"ATSCap [5], Page Aligned Request: the address of every request is that of a page"},"globalInvalidateSupported":{"at":[[1,6,6]],"as":"flag","doc":"ATSCap [6], Global Invalidate Supported"},"relaxedOrderingSupported":{"at":[[1,7,7]],"as":"flag","doc":"ATSCap [7], Relaxed Ordering Supported"},"memoryAttributesSupported":{"at":[[1,8,8]],"as":"flag","optional":true,"confidence":"confirm","doc":"ATSCap [8], Memory Attributes Supported; its place is unconfirmed"},"atsCapBits15to9":{"at":[[1,15,9]],"as":"uint","optional":true,"confidence":"confirm","doc":"ATSCap [15:9]: no name is known; kept as it is"},"smallestTranslationUnit":{"at":[[1,20,16]],"as":"uint","doc":"ATSCtl [4:0], Smallest Translation Unit: 4096 << STU bytes"},"atsCtlBits14to5":{"at":[[1,30,21]],"as":"uint","optional":true,"confidence":"confirm","doc":"ATSCtl [14:5]: memory attribute controls of newer revisions; kept as it is"},"enable":{"at":[[1,31,31]],"as":"flag","doc":"ATSCtl [15], Enable"}},"fixed":{"id":{"at":[[0,15,0]],"value":15,"doc":"Extended Capability ID"}},"roles":{"depth":"invalidateQueueDepth","enable":"enable"}}', rules)

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): ConfigAtsCapability | undefined {
  if (outside(bytes, offset, 8)) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 8)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, true)
  const w1 = memory.getInt32(at + 4, true)
  const mode = options === undefined ? 0 : modeOf(options)
  if (mode < 0 || ((w0 & 0xffff) ^ 0xf) !== 0) return undefined
  return {
    version: (w0 >>> 16) & 0xf,
    next: w0 >>> 20,
    invalidateQueueDepth: w1 & 0x1f,
    pageAlignedRequest: flag((w1 >>> 5) & 1),
    globalInvalidateSupported: flag((w1 >>> 6) & 1),
    relaxedOrderingSupported: flag((w1 >>> 7) & 1),
    memoryAttributesSupported: flag((w1 >>> 8) & 1),
    atsCapBits15to9: (w1 >>> 9) & 0x7f,
    smallestTranslationUnit: (w1 >>> 16) & 0x1f,
    atsCtlBits14to5: (w1 >>> 21) & 0x3ff,
    enable: flag(w1 >>> 31),
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: ConfigAtsCapabilityInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  if ((message.memoryAttributesSupported === undefined || message.atsCapBits15to9 === undefined || message.atsCtlBits14to5 === undefined) && !onlyKnown(bits(), message)) return false
  const $version = message.version
  if (typeof $version !== 'number' || ($version & 0xf) !== $version) return false
  const $next = message.next
  if (typeof $next !== 'number' || ($next & 0xfff) !== $next) return false
  const $invalidateQueueDepth = message.invalidateQueueDepth
  if (typeof $invalidateQueueDepth !== 'number' || ($invalidateQueueDepth & 0x1f) !== $invalidateQueueDepth) return false
  const $pageAlignedRequest = bit(message.pageAlignedRequest)
  const $globalInvalidateSupported = bit(message.globalInvalidateSupported)
  const $relaxedOrderingSupported = bit(message.relaxedOrderingSupported)
  const $memoryAttributesSupported = bit(message.memoryAttributesSupported === undefined ? false : message.memoryAttributesSupported)
  const $atsCapBits15to9 = message.atsCapBits15to9 === undefined ? 0 : message.atsCapBits15to9
  if (typeof $atsCapBits15to9 !== 'number' || ($atsCapBits15to9 & 0x7f) !== $atsCapBits15to9) return false
  const $smallestTranslationUnit = message.smallestTranslationUnit
  if (typeof $smallestTranslationUnit !== 'number' || ($smallestTranslationUnit & 0x1f) !== $smallestTranslationUnit) return false
  const $atsCtlBits14to5 = message.atsCtlBits14to5 === undefined ? 0 : message.atsCtlBits14to5
  if (typeof $atsCtlBits14to5 !== 'number' || ($atsCtlBits14to5 & 0x3ff) !== $atsCtlBits14to5) return false
  const $enable = bit(message.enable)
  if (($pageAlignedRequest | $globalInvalidateSupported | $relaxedOrderingSupported | $memoryAttributesSupported | $enable) < 0) return false
  if (outside(target, offset, 8)) return false
  const w0 = 0xf | ($version << 16) | ($next << 20)
  const w1 = $invalidateQueueDepth | ($pageAlignedRequest << 5) | ($globalInvalidateSupported << 6) | ($relaxedOrderingSupported << 7) | ($memoryAttributesSupported << 8) | ($atsCapBits15to9 << 9) | ($smallestTranslationUnit << 16) | ($atsCtlBits14to5 << 21) | ($enable << 31)
  if (target === writeBytes || lookForWriting(target)) {
    writeView.setInt32(offset, w0, true)
    writeView.setInt32(offset + 4, w1, true)
  } else {
    storeLittle(target, offset, w0)
    storeLittle(target, offset + 4, w1)
  }
  return true
}

export const id = 'config.ats-capability'
export const size = 8
export const layout = /* @__PURE__ */ table()
export const decode = /* @__PURE__ */ decoder(bits, read)
export const tryDecode = /* @__PURE__ */ tryDecoder(bits, read)
export const inspect = /* @__PURE__ */ inspector(table)
export const encode = /* @__PURE__ */ encoder(size, bits, write)
export const encodeInto = /* @__PURE__ */ encoderInto(size, bits, write)
export const view = /* @__PURE__ */ viewer<ConfigAtsCapability>(bits)
export const columns = /* @__PURE__ */ columner<ConfigAtsCapabilityColumns>(bits, read)
export const batches = /* @__PURE__ */ batcher<ConfigAtsCapabilityColumns>(bits, read)
export const allocateColumns = /* @__PURE__ */ allocator<ConfigAtsCapabilityColumns>(bits)
export const encodeColumns = /* @__PURE__ */ columnsEncoder<ConfigAtsCapabilityInit, ConfigAtsCapabilityColumns>(bits, write)

/** What is generated here, for proofs. */
export const generated = { bits, read, write }
export const record = /* @__PURE__ */ recordOf<ConfigAtsCapability, ConfigAtsCapabilityInit, ConfigAtsCapabilityColumns, typeof Table>(id, size, table, read, write)
