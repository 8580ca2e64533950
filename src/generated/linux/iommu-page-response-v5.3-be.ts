// Generated from src/spec/linux.ts by `npm run generate`; do not edit.
import { bitsOfText } from '../../codec/bits.ts'
import { lookForWriting, memoryOf, modeOf, outside, readBytes, readView, scratch, setBig4, storeBig, storeBig4, writeBytes, writeView } from '../../codec/memory.ts'
import type { DecodeOptions } from '../../codec/read-write.ts'
import { tableOfText } from '../../codec/table.ts'
import { allocator, batcher, columner, columnsEncoder, decoder, encoder, encoderInto, inspector, recordOf, tryDecoder, viewer } from '../../codec/verbs.ts'
import { iommuPageResponse as rules } from '../../spec/rules/linux.ts'
import type { iommuPageResponseV5_3Be as Table } from '../../spec/linux.ts'

/** The message of `linux.iommu-page-response-v5.3-be`: Page response, UAPI of Linux 5.3 to 5.9, big-endian ABI. include/uapi/linux/iommu.h, Linux 5.3 to 5.9. */
export type LinuxIommuPageResponseV5_3Be = {
  /**
   * `version`: version of the struct.
   * Values: 0x1 IOMMU_PAGE_RESP_VERSION_1.
   * Bits: `+0[31:0]`; 0 to 0xffffffff. include/uapi/linux/iommu.h, Linux 5.3 to 5.9.
   */
  version: 1 | (number & {})
  /**
   * `flags`: what of the response is valid.
   * Values: 0x1 IOMMU_PAGE_RESP_PASID_VALID.
   * Bits: `+4[31:0]`; 0 to 0xffffffff. include/uapi/linux/iommu.h, Linux 5.3 to 5.9.
   */
  flags: number
  /**
   * `pasid`: process address space ID, if PASID_VALID.
   * Bits: `+8[31:0]`; 0 to 0xffffffff. include/uapi/linux/iommu.h, Linux 5.3 to 5.9.
   */
  pasid: number
  /**
   * `grpid`: page request group index.
   * Bits: `+12[31:0]`; 0 to 0xffffffff. include/uapi/linux/iommu.h, Linux 5.3 to 5.9.
   */
  grpid: number
  /**
   * `code`: `enum iommu_page_response_code`.
   * Values: 0x0 IOMMU_PAGE_RESP_SUCCESS, 0x1 IOMMU_PAGE_RESP_INVALID, 0x2 IOMMU_PAGE_RESP_FAILURE.
   * Bits: `+16[31:0]`; 0 to 0xffffffff. include/uapi/linux/iommu.h, Linux 5.3 to 5.9.
   */
  code: 0 | 1 | 2 | (number & {})
}

/** What `encode` takes. */
export type LinuxIommuPageResponseV5_3BeInit = LinuxIommuPageResponseV5_3Be

/** One typed array per field. */
export type LinuxIommuPageResponseV5_3BeColumns = {
  version: Uint32Array
  flags: Uint32Array
  pasid: Uint32Array
  grpid: Uint32Array
  code: Uint32Array
}

const bits = /* @__PURE__ */ bitsOfText('{"id":"linux.iommu-page-response-v5.3-be","size":20,"word":4,"order":"big","label":"+","fields":{"version":{"at":[[0,31,0]],"as":"uint"},"flags":{"at":[[1,31,0]],"as":"uint"},"pasid":{"at":[[2,31,0]],"as":"uint"},"grpid":{"at":[[3,31,0]],"as":"uint"},"code":{"at":[[4,31,0]],"as":"uint"}},"reserved":[]}')
const table = /* @__PURE__ */ tableOfText<typeof Table>('{"id":"linux.iommu-page-response-v5.3-be","title":"Page response, UAPI of Linux 5.3 to 5.9, big-endian ABI","clause":"include/uapi/linux/iommu.h, Linux 5.3 to 5.9","source":"Linux 5.3 to 5.9","size":20,"word":4,"order":"big","label":"+","fields":{"version":{"at":[[0,31,0]],"as":"uint","doc":"`version`: version of the struct","codes":{"IOMMU_PAGE_RESP_VERSION_1":1}},"flags":{"at":[[1,31,0]],"as":"uint","doc":"`flags`: what of the response is valid","masks":{"IOMMU_PAGE_RESP_PASID_VALID":1}},"pasid":{"at":[[2,31,0]],"as":"uint","doc":"`pasid`: process address space ID, if PASID_VALID"},"grpid":{"at":[[3,31,0]],"as":"uint","doc":"`grpid`: page request group index"},"code":{"at":[[4,31,0]],"as":"uint","doc":"`code`: `enum iommu_page_response_code`","codes":{"IOMMU_PAGE_RESP_SUCCESS":0,"IOMMU_PAGE_RESP_INVALID":1,"IOMMU_PAGE_RESP_FAILURE":2}}},"reserved":[],"roles":{"pasid":"pasid","pasidValid":{"field":"flags","mask":1},"group":"grpid","code":"code"},"carries":{"what":"page response","codes":"Linux","others":{"version":{"is":1,"expected":"1"},"flags":{"expected":"no flag but PASID_VALID"}}}}', rules)

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): LinuxIommuPageResponseV5_3Be | undefined {
  if (outside(bytes, offset, 20)) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 20)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, false)
  const w1 = memory.getInt32(at + 4, false)
  const w2 = memory.getInt32(at + 8, false)
  const w3 = memory.getInt32(at + 12, false)
  const w4 = memory.getInt32(at + 16, false)
  const mode = options === undefined ? 0 : modeOf(options)
  if (mode < 0) return undefined
  return {
    version: w0 >>> 0,
    flags: w1 >>> 0,
    pasid: w2 >>> 0,
    grpid: w3 >>> 0,
    code: w4 >>> 0,
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: LinuxIommuPageResponseV5_3BeInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
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
  if (outside(target, offset, 20)) return false
  const w0 = $version
  const w1 = $flags
  const w2 = $pasid
  const w3 = $grpid
  const w4 = $code
  if (target === writeBytes || lookForWriting(target)) {
    setBig4(writeView, offset, w0, w1, w2, w3)
    writeView.setInt32(offset + 16, w4, false)
  } else {
    storeBig4(target, offset, w0, w1, w2, w3)
    storeBig(target, offset + 16, w4)
  }
  return true
}

export const id = 'linux.iommu-page-response-v5.3-be'
export const size = 20
export const layout = /* @__PURE__ */ table()
export const decode = /* @__PURE__ */ decoder(bits, read)
export const tryDecode = /* @__PURE__ */ tryDecoder(bits, read)
export const inspect = /* @__PURE__ */ inspector(table)
export const encode = /* @__PURE__ */ encoder(size, bits, write)
export const encodeInto = /* @__PURE__ */ encoderInto(size, bits, write)
export const view = /* @__PURE__ */ viewer<LinuxIommuPageResponseV5_3Be>(bits)
export const columns = /* @__PURE__ */ columner<LinuxIommuPageResponseV5_3BeColumns>(bits, read)
export const batches = /* @__PURE__ */ batcher<LinuxIommuPageResponseV5_3BeColumns>(bits, read)
export const allocateColumns = /* @__PURE__ */ allocator<LinuxIommuPageResponseV5_3BeColumns>(bits)
export const encodeColumns = /* @__PURE__ */ columnsEncoder<LinuxIommuPageResponseV5_3BeInit, LinuxIommuPageResponseV5_3BeColumns>(bits, write)

/** What is generated here, for proofs. */
export const generated = { bits, read, write }
export const record = /* @__PURE__ */ recordOf<LinuxIommuPageResponseV5_3Be, LinuxIommuPageResponseV5_3BeInit, LinuxIommuPageResponseV5_3BeColumns, typeof Table>(id, size, table, read, write)
