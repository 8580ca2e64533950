// Generated from src/spec/config.ts by `npm run generate`; do not edit.
import { bitsOfText } from '../../codec/bits.ts'
import { bit, flag, lookForWriting, memoryOf, modeOf, outside, readBytes, readView, scratch, storeLittle, writeBytes, writeView } from '../../codec/memory.ts'
import { onlyKnown } from '../../codec/message.ts'
import type { DecodeOptions } from '../../codec/read-write.ts'
import { tableOfText } from '../../codec/table.ts'
import { allocator, batcher, columner, columnsEncoder, decoder, encoder, encoderInto, inspector, recordOf, tryDecoder, viewer } from '../../codec/verbs.ts'
import { pasidCapability as rules } from '../../spec/rules/config.ts'
import type { pasidCapability as Table } from '../../spec/config.ts'

/** The message of `config.pasid-capability`: Process Address Space ID capability. PCIe Base Specification, 7.8, PASID Extended Capability. */
export type ConfigPasidCapability = {
  /**
   * version of the capability.
   * Bits: `+0[19:16]`; 0 to 0xf. PCIe Base Specification, 7.8, PASID Extended Capability.
   */
  version: number
  /**
   * offset of the next capability in configuration space; 0 ends the list.
   * Bits: `+0[31:20]`; byte offset; 0 to 0xfff. PCIe Base Specification, 7.8, PASID Extended Capability.
   */
  next: number
  /**
   * Exec: PASIDCap [1], Execute Permission Supported.
   * Bits: `+4[1]`. PCIe Base Specification, 7.8, PASID Extended Capability.
   */
  executePermissionSupported: boolean
  /**
   * Priv: PASIDCap [2], Privileged Mode Supported.
   * Bits: `+4[2]`. PCIe Base Specification, 7.8, PASID Extended Capability.
   */
  privilegedModeSupported: boolean
  /**
   * PASIDCap [3], Translated Requests with PASID Supported.
   * Bits: `+4[3]`; optional on encode, 0 by default; one source. PCIe Base Specification, 7.8, PASID Extended Capability.
   */
  translatedRequestsSupported: boolean
  /**
   * PASIDCap [12:8], Max PASID Width: 0 to 20.
   * Bits: `+4[12:8]`; bits; 0 to 0x1f. PCIe Base Specification, 7.8, PASID Extended Capability.
   */
  maxPasidWidth: number
  /**
   * PASIDCtl [0], Enable.
   * Bits: `+4[16]`. PCIe Base Specification, 7.8, PASID Extended Capability.
   */
  enable: boolean
  /**
   * Exec: PASIDCtl [1], Execute Permission Enable.
   * Bits: `+4[17]`. PCIe Base Specification, 7.8, PASID Extended Capability.
   */
  executePermissionEnable: boolean
  /**
   * Priv: PASIDCtl [2], Privileged Mode Enable.
   * Bits: `+4[18]`. PCIe Base Specification, 7.8, PASID Extended Capability.
   */
  privilegedModeEnable: boolean
  /**
   * PASIDCtl [3], Translated Requests with PASID Enable.
   * Bits: `+4[19]`; optional on encode, 0 by default; one source. PCIe Base Specification, 7.8, PASID Extended Capability.
   */
  translatedRequestsEnable: boolean
}

/** What `encode` takes: optional fields may be left out. */
export type ConfigPasidCapabilityInit = Omit<ConfigPasidCapability, 'translatedRequestsSupported' | 'translatedRequestsEnable'> & Partial<Pick<ConfigPasidCapability, 'translatedRequestsSupported' | 'translatedRequestsEnable'>>

/** One typed array per field. */
export type ConfigPasidCapabilityColumns = {
  version: Uint8Array
  next: Uint16Array
  executePermissionSupported: Uint8Array
  privilegedModeSupported: Uint8Array
  translatedRequestsSupported: Uint8Array
  maxPasidWidth: Uint8Array
  enable: Uint8Array
  executePermissionEnable: Uint8Array
  privilegedModeEnable: Uint8Array
  translatedRequestsEnable: Uint8Array
}

const bits = /* @__PURE__ */ bitsOfText('{"id":"config.pasid-capability","size":8,"word":4,"order":"little","label":"+","fields":{"version":{"at":[[0,19,16]],"as":"uint"},"next":{"at":[[0,31,20]],"as":"uint"},"executePermissionSupported":{"at":[[1,1,1]],"as":"flag"},"privilegedModeSupported":{"at":[[1,2,2]],"as":"flag"},"translatedRequestsSupported":{"at":[[1,3,3]],"as":"flag","optional":true},"maxPasidWidth":{"at":[[1,12,8]],"as":"uint"},"enable":{"at":[[1,16,16]],"as":"flag"},"executePermissionEnable":{"at":[[1,17,17]],"as":"flag"},"privilegedModeEnable":{"at":[[1,18,18]],"as":"flag"},"translatedRequestsEnable":{"at":[[1,19,19]],"as":"flag","optional":true}},"fixed":{"id":{"at":[[0,15,0]],"value":27}},"reserved":[[1,0,0],[1,7,4],[1,15,13],[1,31,20]]}')
const table = /* @__PURE__ */ tableOfText<typeof Table>('{"id":"config.pasid-capability","title":"Process Address Space ID capability","clause":"PCIe Base Specification, 7.8, PASID Extended Capability","source":"Linux include/uapi/linux/pci_regs.h, pcics, pciutils","word":4,"order":"little","label":"+","place":"PCIe extended capability list","size":8,"fields":{"version":{"at":[[0,19,16]],"as":"uint","doc":"version of the capability"},"next":{"at":[[0,31,20]],"as":"uint","unit":"byte offset","doc":"offset of the next capability in configuration space; 0 ends the list"},"executePermissionSupported":{"at":[[1,1,1]],"as":"flag","doc":"Exec: PASIDCap [1], Execute Permission Supported"},"privilegedModeSupported":{"at":[[1,2,2]],"as":"flag","doc":"Priv: PASIDCap [2], Privileged Mode Supported"},"translatedRequestsSupported":{"at":[[1,3,3]],"as":"flag","optional":true,"confidence":"one source","doc":"PASIDCap [3], Translated Requests with PASID Supported"},"maxPasidWidth":{"at":[[1,12,8]],"as":"uint","unit":"bits","doc":"PASIDCap [12:8], Max PASID Width: 0 to 20"},"enable":{"at":[[1,16,16]],"as":"flag","doc":"PASIDCtl [0], Enable"},"executePermissionEnable":{"at":[[1,17,17]],"as":"flag","doc":"Exec: PASIDCtl [1], Execute Permission Enable"},"privilegedModeEnable":{"at":[[1,18,18]],"as":"flag","doc":"Priv: PASIDCtl [2], Privileged Mode Enable"},"translatedRequestsEnable":{"at":[[1,19,19]],"as":"flag","optional":true,"confidence":"one source","doc":"PASIDCtl [3], Translated Requests with PASID Enable"}},"fixed":{"id":{"at":[[0,15,0]],"value":27,"doc":"Extended Capability ID"}},"reserved":[[1,0,0],[1,7,4],[1,15,13],[1,31,20]],"roles":{"enable":"enable"}}', rules)

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): ConfigPasidCapability | undefined {
  if (outside(bytes, offset, 8)) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 8)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, true)
  const w1 = memory.getInt32(at + 4, true)
  const mode = options === undefined ? 0 : modeOf(options)
  if (mode < 0 || ((w0 & 0xffff) ^ 0x1b) !== 0) return undefined
  if ((w1 & 0xfff0e0f1) !== 0 && mode !== 1) return undefined
  return {
    version: (w0 >>> 16) & 0xf,
    next: w0 >>> 20,
    executePermissionSupported: flag((w1 >>> 1) & 1),
    privilegedModeSupported: flag((w1 >>> 2) & 1),
    translatedRequestsSupported: flag((w1 >>> 3) & 1),
    maxPasidWidth: (w1 >>> 8) & 0x1f,
    enable: flag((w1 >>> 16) & 1),
    executePermissionEnable: flag((w1 >>> 17) & 1),
    privilegedModeEnable: flag((w1 >>> 18) & 1),
    translatedRequestsEnable: flag((w1 >>> 19) & 1),
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: ConfigPasidCapabilityInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  if ((message.translatedRequestsSupported === undefined || message.translatedRequestsEnable === undefined) && !onlyKnown(bits(), message)) return false
  const $version = message.version
  if (typeof $version !== 'number' || ($version & 0xf) !== $version) return false
  const $next = message.next
  if (typeof $next !== 'number' || ($next & 0xfff) !== $next) return false
  const $executePermissionSupported = bit(message.executePermissionSupported)
  const $privilegedModeSupported = bit(message.privilegedModeSupported)
  const $translatedRequestsSupported = bit(message.translatedRequestsSupported === undefined ? false : message.translatedRequestsSupported)
  const $maxPasidWidth = message.maxPasidWidth
  if (typeof $maxPasidWidth !== 'number' || ($maxPasidWidth & 0x1f) !== $maxPasidWidth) return false
  const $enable = bit(message.enable)
  const $executePermissionEnable = bit(message.executePermissionEnable)
  const $privilegedModeEnable = bit(message.privilegedModeEnable)
  const $translatedRequestsEnable = bit(message.translatedRequestsEnable === undefined ? false : message.translatedRequestsEnable)
  if (($executePermissionSupported | $privilegedModeSupported | $translatedRequestsSupported | $enable | $executePermissionEnable | $privilegedModeEnable | $translatedRequestsEnable) < 0) return false
  if (outside(target, offset, 8)) return false
  const w0 = 0x1b | ($version << 16) | ($next << 20)
  const w1 = ($executePermissionSupported << 1) | ($privilegedModeSupported << 2) | ($translatedRequestsSupported << 3) | ($maxPasidWidth << 8) | ($enable << 16) | ($executePermissionEnable << 17) | ($privilegedModeEnable << 18) | ($translatedRequestsEnable << 19)
  if (target === writeBytes || lookForWriting(target)) {
    writeView.setInt32(offset, w0, true)
    writeView.setInt32(offset + 4, w1, true)
  } else {
    storeLittle(target, offset, w0)
    storeLittle(target, offset + 4, w1)
  }
  return true
}

export const id = 'config.pasid-capability'
export const size = 8
export const layout = /* @__PURE__ */ table()
export const decode = /* @__PURE__ */ decoder(bits, read)
export const tryDecode = /* @__PURE__ */ tryDecoder(bits, read)
export const inspect = /* @__PURE__ */ inspector(table)
export const encode = /* @__PURE__ */ encoder(size, bits, write)
export const encodeInto = /* @__PURE__ */ encoderInto(size, bits, write)
export const view = /* @__PURE__ */ viewer<ConfigPasidCapability>(bits)
export const columns = /* @__PURE__ */ columner<ConfigPasidCapabilityColumns>(bits, read)
export const batches = /* @__PURE__ */ batcher<ConfigPasidCapabilityColumns>(bits, read)
export const allocateColumns = /* @__PURE__ */ allocator<ConfigPasidCapabilityColumns>(bits)
export const encodeColumns = /* @__PURE__ */ columnsEncoder<ConfigPasidCapabilityInit, ConfigPasidCapabilityColumns>(bits, write)

/** What is generated here, for proofs. */
export const generated = { bits, read, write }
export const record = /* @__PURE__ */ recordOf<ConfigPasidCapability, ConfigPasidCapabilityInit, ConfigPasidCapabilityColumns, typeof Table>(id, size, table, read, write)
