// Generated from src/spec/linux.ts by `npm run generate`; do not edit.
import { bitsOfText } from '../../codec/bits.ts'
import { lookForWriting, memoryOf, modeOf, outside, readBytes, readView, scratch, storeLittle, writeBytes, writeView } from '../../codec/memory.ts'
import type { DecodeOptions } from '../../codec/read-write.ts'
import { tableOfText } from '../../codec/table.ts'
import { allocator, batcher, columner, columnsEncoder, decoder, encoder, encoderInto, inspector, recordOf, tryDecoder, viewer } from '../../codec/verbs.ts'
import { iommuPageResponseV6_10 as rules } from '../../spec/rules/linux.ts'
import type { iommuPageResponseV6_10Le as Table } from '../../spec/linux.ts'

/** The message of `linux.iommu-page-response-v6.10`: Page response, inside Linux 6.9 and later. include/linux/iommu.h, Linux 6.9 and later. */
export type LinuxIommuPageResponseV6_10 = {
  /**
   * `pasid`: process address space ID; 0 stands for none, which no flag says.
   * Bits: `+0[31:0]`; 0 to 0xffffffff. include/linux/iommu.h, Linux 6.9 and later.
   */
  pasid: number
  /**
   * `grpid`: page request group index.
   * Bits: `+4[31:0]`; 0 to 0xffffffff. include/linux/iommu.h, Linux 6.9 and later.
   */
  grpid: number
  /**
   * `code`: `enum iommu_page_response_code`.
   * Values: 0x0 IOMMU_PAGE_RESP_SUCCESS, 0x1 IOMMU_PAGE_RESP_INVALID, 0x2 IOMMU_PAGE_RESP_FAILURE.
   * Bits: `+8[31:0]`; 0 to 0xffffffff. include/linux/iommu.h, Linux 6.9 and later.
   */
  code: 0 | 1 | 2 | (number & {})
}

/** What `encode` takes. */
export type LinuxIommuPageResponseV6_10Init = LinuxIommuPageResponseV6_10

/** One typed array per field. */
export type LinuxIommuPageResponseV6_10Columns = {
  pasid: Uint32Array
  grpid: Uint32Array
  code: Uint32Array
}

const bits = /* @__PURE__ */ bitsOfText('{"id":"linux.iommu-page-response-v6.10","size":12,"word":4,"order":"little","label":"+","fields":{"pasid":{"at":[[0,31,0]],"as":"uint"},"grpid":{"at":[[1,31,0]],"as":"uint"},"code":{"at":[[2,31,0]],"as":"uint"}},"reserved":[]}')
const table = /* @__PURE__ */ tableOfText<typeof Table>('{"id":"linux.iommu-page-response-v6.10","title":"Page response, inside Linux 6.9 and later","clause":"include/linux/iommu.h, Linux 6.9 and later","source":"Linux 6.9 to 7.0","size":12,"word":4,"order":"little","label":"+","fields":{"pasid":{"at":[[0,31,0]],"as":"uint","doc":"`pasid`: process address space ID; 0 stands for none, which no flag says"},"grpid":{"at":[[1,31,0]],"as":"uint","doc":"`grpid`: page request group index"},"code":{"at":[[2,31,0]],"as":"uint","doc":"`code`: `enum iommu_page_response_code`","codes":{"IOMMU_PAGE_RESP_SUCCESS":0,"IOMMU_PAGE_RESP_INVALID":1,"IOMMU_PAGE_RESP_FAILURE":2}}},"reserved":[],"roles":{"pasid":"pasid","pasidValid":{"nonzero":"pasid"},"group":"grpid","code":"code"},"carries":{"what":"page response","codes":"Linux"}}', rules)

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): LinuxIommuPageResponseV6_10 | undefined {
  if (outside(bytes, offset, 12)) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 12)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, true)
  const w1 = memory.getInt32(at + 4, true)
  const w2 = memory.getInt32(at + 8, true)
  const mode = options === undefined ? 0 : modeOf(options)
  if (mode < 0) return undefined
  return {
    pasid: w0 >>> 0,
    grpid: w1 >>> 0,
    code: w2 >>> 0,
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: LinuxIommuPageResponseV6_10Init, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  const $pasid = message.pasid
  if (typeof $pasid !== 'number' || $pasid >>> 0 !== $pasid) return false
  const $grpid = message.grpid
  if (typeof $grpid !== 'number' || $grpid >>> 0 !== $grpid) return false
  const $code = message.code
  if (typeof $code !== 'number' || $code >>> 0 !== $code) return false
  if (outside(target, offset, 12)) return false
  const w0 = $pasid
  const w1 = $grpid
  const w2 = $code
  if (target === writeBytes || lookForWriting(target)) {
    writeView.setInt32(offset, w0, true)
    writeView.setInt32(offset + 4, w1, true)
    writeView.setInt32(offset + 8, w2, true)
  } else {
    storeLittle(target, offset, w0)
    storeLittle(target, offset + 4, w1)
    storeLittle(target, offset + 8, w2)
  }
  return true
}

export const id = 'linux.iommu-page-response-v6.10'
export const size = 12
export const layout = /* @__PURE__ */ table()
export const decode = /* @__PURE__ */ decoder(bits, read)
export const tryDecode = /* @__PURE__ */ tryDecoder(bits, read)
export const inspect = /* @__PURE__ */ inspector(table)
export const encode = /* @__PURE__ */ encoder(size, bits, write)
export const encodeInto = /* @__PURE__ */ encoderInto(size, bits, write)
export const view = /* @__PURE__ */ viewer<LinuxIommuPageResponseV6_10>(bits)
export const columns = /* @__PURE__ */ columner<LinuxIommuPageResponseV6_10Columns>(bits, read)
export const batches = /* @__PURE__ */ batcher<LinuxIommuPageResponseV6_10Columns>(bits, read)
export const allocateColumns = /* @__PURE__ */ allocator<LinuxIommuPageResponseV6_10Columns>(bits)
export const encodeColumns = /* @__PURE__ */ columnsEncoder<LinuxIommuPageResponseV6_10Init, LinuxIommuPageResponseV6_10Columns>(bits, write)

/** What is generated here, for proofs. */
export const generated = { bits, read, write }
export const record = /* @__PURE__ */ recordOf<LinuxIommuPageResponseV6_10, LinuxIommuPageResponseV6_10Init, LinuxIommuPageResponseV6_10Columns, typeof Table>(id, size, table, read, write)
