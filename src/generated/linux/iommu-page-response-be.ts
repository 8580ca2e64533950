// Generated from src/spec/linux.ts by `npm run generate`; do not edit.
import { bitsOfText } from '../../codec/bits.ts'
import { lookForWriting, memoryOf, modeOf, outside, readBytes, readView, scratch, setBig4, storeBig, storeBig4, writeBytes, writeView } from '../../codec/memory.ts'
import type { DecodeOptions } from '../../codec/read-write.ts'
import { tableOfText } from '../../codec/table.ts'
import { allocator, batcher, columner, columnsEncoder, decoder, encoder, encoderInto, inspector, recordOf, tryDecoder, viewer } from '../../codec/verbs.ts'
import { iommuPageResponse as rules } from '../../spec/rules/linux.ts'
import type { iommuPageResponseBe as Table } from '../../spec/linux.ts'

/** The message of `linux.iommu-page-response-be`: Page response, UAPI of Linux 5.10 to 6.8, big-endian ABI. include/uapi/linux/iommu.h, Linux 5.10 to 6.8. */
export type LinuxIommuPageResponseBe = {
  /**
   * `argsz`: size of the struct as the caller knows it.
   * Bits: `+0[31:0]`; bytes; 0 to 0xffffffff. include/uapi/linux/iommu.h, Linux 5.10 to 6.8.
   */
  argsz: number
  /**
   * `version`: version of the struct.
   * Values: 0x1 IOMMU_PAGE_RESP_VERSION_1.
   * Bits: `+4[31:0]`; 0 to 0xffffffff. include/uapi/linux/iommu.h, Linux 5.10 to 6.8.
   */
  version: 1 | (number & {})
  /**
   * `flags`: what of the response is valid.
   * Values: 0x1 IOMMU_PAGE_RESP_PASID_VALID.
   * Bits: `+8[31:0]`; 0 to 0xffffffff. include/uapi/linux/iommu.h, Linux 5.10 to 6.8.
   */
  flags: number
  /**
   * `pasid`: process address space ID, if PASID_VALID.
   * Bits: `+12[31:0]`; 0 to 0xffffffff. include/uapi/linux/iommu.h, Linux 5.10 to 6.8.
   */
  pasid: number
  /**
   * `grpid`: page request group index.
   * Bits: `+16[31:0]`; 0 to 0xffffffff. include/uapi/linux/iommu.h, Linux 5.10 to 6.8.
   */
  grpid: number
  /**
   * `code`: `enum iommu_page_response_code`.
   * Values: 0x0 IOMMU_PAGE_RESP_SUCCESS, 0x1 IOMMU_PAGE_RESP_INVALID, 0x2 IOMMU_PAGE_RESP_FAILURE.
   * Bits: `+20[31:0]`; 0 to 0xffffffff. include/uapi/linux/iommu.h, Linux 5.10 to 6.8.
   */
  code: 0 | 1 | 2 | (number & {})
}

/** What `encode` takes. */
export type LinuxIommuPageResponseBeInit = LinuxIommuPageResponseBe

/** One typed array per field. */
export type LinuxIommuPageResponseBeColumns = {
  argsz: Uint32Array
  version: Uint32Array
  flags: Uint32Array
  pasid: Uint32Array
  grpid: Uint32Array
  code: Uint32Array
}

const bits = /* @__PURE__ */ bitsOfText('{"id":"linux.iommu-page-response-be","size":24,"word":4,"order":"big","label":"+","fields":{"argsz":{"at":[[0,31,0]],"as":"uint"},"version":{"at":[[1,31,0]],"as":"uint"},"flags":{"at":[[2,31,0]],"as":"uint"},"pasid":{"at":[[3,31,0]],"as":"uint"},"grpid":{"at":[[4,31,0]],"as":"uint"},"code":{"at":[[5,31,0]],"as":"uint"}},"reserved":[]}')
const table = /* @__PURE__ */ tableOfText<typeof Table>('{"id":"linux.iommu-page-response-be","title":"Page response, UAPI of Linux 5.10 to 6.8, big-endian ABI","clause":"include/uapi/linux/iommu.h, Linux 5.10 to 6.8","source":"Linux 5.10 to 6.8","size":24,"word":4,"order":"big","label":"+","fields":{"argsz":{"at":[[0,31,0]],"as":"uint","doc":"`argsz`: size of the struct as the caller knows it","unit":"bytes"},"version":{"at":[[1,31,0]],"as":"uint","doc":"`version`: version of the struct","codes":{"IOMMU_PAGE_RESP_VERSION_1":1}},"flags":{"at":[[2,31,0]],"as":"uint","doc":"`flags`: what of the response is valid","masks":{"IOMMU_PAGE_RESP_PASID_VALID":1}},"pasid":{"at":[[3,31,0]],"as":"uint","doc":"`pasid`: process address space ID, if PASID_VALID"},"grpid":{"at":[[4,31,0]],"as":"uint","doc":"`grpid`: page request group index"},"code":{"at":[[5,31,0]],"as":"uint","doc":"`code`: `enum iommu_page_response_code`","codes":{"IOMMU_PAGE_RESP_SUCCESS":0,"IOMMU_PAGE_RESP_INVALID":1,"IOMMU_PAGE_RESP_FAILURE":2}}},"reserved":[],"roles":{"pasid":"pasid","pasidValid":{"field":"flags","mask":1},"group":"grpid","code":"code"},"carries":{"what":"page response","codes":"Linux","others":{"version":{"is":1,"expected":"1"},"flags":{"expected":"no flag but PASID_VALID"},"argsz":{"is":24,"expected":"at least 24 bytes","orMore":true}}}}', rules)

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): LinuxIommuPageResponseBe | undefined {
  if (outside(bytes, offset, 24)) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 24)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, false)
  const w1 = memory.getInt32(at + 4, false)
  const w2 = memory.getInt32(at + 8, false)
  const w3 = memory.getInt32(at + 12, false)
  const w4 = memory.getInt32(at + 16, false)
  const w5 = memory.getInt32(at + 20, false)
  const mode = options === undefined ? 0 : modeOf(options)
  if (mode < 0) return undefined
  return {
    argsz: w0 >>> 0,
    version: w1 >>> 0,
    flags: w2 >>> 0,
    pasid: w3 >>> 0,
    grpid: w4 >>> 0,
    code: w5 >>> 0,
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: LinuxIommuPageResponseBeInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  const $argsz = message.argsz
  if (typeof $argsz !== 'number' || $argsz >>> 0 !== $argsz) return false
  const $version = message.version
  if (typeof $version !== 'number' || $version >>> 0 !== $version) return false
  const $flags = message.flags
  if (typeof $flags !== 'number' || $flags >>> 0 !== $flags) return false
  const $pasid = message.pasid
  if (typeof $pasid !== 'number' || $pasid >>> 0 !== $pasid) return false
  const $grpid = message.grpid
  if (typeof $grpid !== 'number' || $grpid >>> 0 !== $grpid) return false
  const $code = message.code
  if (typeof $code !== 'number' || $code >>> 0 !== $code) return false
  if (outside(target, offset, 24)) return false
  const w0 = $argsz
  const w1 = $version
  const w2 = $flags
  const w3 = $pasid
  const w4 = $grpid
  const w5 = $code
  if (target === writeBytes || lookForWriting(target)) {
    setBig4(writeView, offset, w0, w1, w2, w3)
    writeView.setInt32(offset + 16, w4, false)
    writeView.setInt32(offset + 20, w5, false)
  } else {
    storeBig4(target, offset, w0, w1, w2, w3)
    storeBig(target, offset + 16, w4)
    storeBig(target, offset + 20, w5)
  }
  return true
}

export const id = 'linux.iommu-page-response-be'
export const size = 24
export const layout = /* @__PURE__ */ table()
export const decode = /* @__PURE__ */ decoder(bits, read)
export const tryDecode = /* @__PURE__ */ tryDecoder(bits, read)
export const inspect = /* @__PURE__ */ inspector(table)
export const encode = /* @__PURE__ */ encoder(size, bits, write)
export const encodeInto = /* @__PURE__ */ encoderInto(size, bits, write)
export const view = /* @__PURE__ */ viewer<LinuxIommuPageResponseBe>(bits)
export const columns = /* @__PURE__ */ columner<LinuxIommuPageResponseBeColumns>(bits, read)
export const batches = /* @__PURE__ */ batcher<LinuxIommuPageResponseBeColumns>(bits, read)
export const allocateColumns = /* @__PURE__ */ allocator<LinuxIommuPageResponseBeColumns>(bits)
export const encodeColumns = /* @__PURE__ */ columnsEncoder<LinuxIommuPageResponseBeInit, LinuxIommuPageResponseBeColumns>(bits, write)

/** What is generated here, for proofs. */
export const generated = { bits, read, write }
export const record = /* @__PURE__ */ recordOf<LinuxIommuPageResponseBe, LinuxIommuPageResponseBeInit, LinuxIommuPageResponseBeColumns, typeof Table>(id, size, table, read, write)
