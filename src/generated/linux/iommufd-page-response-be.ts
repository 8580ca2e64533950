// Generated from src/spec/linux.ts by `npm run generate`; do not edit.
import { bitsOfText } from '../../codec/bits.ts'
import { lookForWriting, memoryOf, modeOf, outside, readBytes, readView, scratch, storeBig, writeBytes, writeView } from '../../codec/memory.ts'
import type { DecodeOptions } from '../../codec/read-write.ts'
import { tableOfText } from '../../codec/table.ts'
import { allocator, batcher, columner, columnsEncoder, decoder, encoder, encoderInto, inspector, recordOf, tryDecoder, viewer } from '../../codec/verbs.ts'
import { iommufdPageResponse as rules } from '../../spec/rules/linux.ts'
import type { iommufdPageResponseBe as Table } from '../../spec/linux.ts'

/** The message of `linux.iommufd-page-response-be`: Page response written to an iommufd fault queue, big-endian ABI. include/uapi/linux/iommufd.h, Linux 6.11 and later. */
export type LinuxIommufdPageResponseBe = {
  /**
   * `cookie`: the cookie of the group that is answered.
   * Bits: `+0[31:0]`; 0 to 0xffffffff. include/uapi/linux/iommufd.h, Linux 6.11 and later.
   */
  cookie: number
  /**
   * `code`: `enum iommufd_page_response_code`.
   * Values: 0x0 IOMMUFD_PAGE_RESP_SUCCESS, 0x1 IOMMUFD_PAGE_RESP_INVALID.
   * Bits: `+4[31:0]`; 0 to 0xffffffff. include/uapi/linux/iommufd.h, Linux 6.11 and later.
   */
  code: 0 | 1 | (number & {})
}

/** What `encode` takes. */
export type LinuxIommufdPageResponseBeInit = LinuxIommufdPageResponseBe

/** One typed array per field. */
export type LinuxIommufdPageResponseBeColumns = {
  cookie: Uint32Array
  code: Uint32Array
}

const bits = /* @__PURE__ */ bitsOfText('{"id":"linux.iommufd-page-response-be","size":8,"word":4,"order":"big","label":"+","fields":{"cookie":{"at":[[0,31,0]],"as":"uint"},"code":{"at":[[1,31,0]],"as":"uint"}},"reserved":[]}')
const table = /* @__PURE__ */ tableOfText<typeof Table>('{"id":"linux.iommufd-page-response-be","title":"Page response written to an iommufd fault queue, big-endian ABI","clause":"include/uapi/linux/iommufd.h, Linux 6.11 and later","source":"Linux 6.11 to 7.0","size":8,"word":4,"order":"big","label":"+","fields":{"cookie":{"at":[[0,31,0]],"as":"uint","doc":"`cookie`: the cookie of the group that is answered"},"code":{"at":[[1,31,0]],"as":"uint","doc":"`code`: `enum iommufd_page_response_code`","codes":{"IOMMUFD_PAGE_RESP_SUCCESS":0,"IOMMUFD_PAGE_RESP_INVALID":1}}},"reserved":[],"roles":{"cookie":"cookie","code":"code"},"carries":{"what":"page response","unlike":"answer by cookie","codes":"iommufd"}}', rules)

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): LinuxIommufdPageResponseBe | undefined {
  if (outside(bytes, offset, 8)) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 8)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, false)
  const w1 = memory.getInt32(at + 4, false)
  const mode = options === undefined ? 0 : modeOf(options)
  if (mode < 0) return undefined
  return {
    cookie: w0 >>> 0,
    code: w1 >>> 0,
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: LinuxIommufdPageResponseBeInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  const $cookie = message.cookie
  if (typeof $cookie !== 'number' || $cookie >>> 0 !== $cookie) return false
  const $code = message.code
  if (typeof $code !== 'number' || $code >>> 0 !== $code) return false
  if (outside(target, offset, 8)) return false
  const w0 = $cookie
  const w1 = $code
  if (target === writeBytes || lookForWriting(target)) {
    writeView.setInt32(offset, w0, false)
    writeView.setInt32(offset + 4, w1, false)
  } else {
    storeBig(target, offset, w0)
    storeBig(target, offset + 4, w1)
  }
  return true
}

export const id = 'linux.iommufd-page-response-be'
export const size = 8
export const layout = /* @__PURE__ */ table()
export const decode = /* @__PURE__ */ decoder(bits, read)
export const tryDecode = /* @__PURE__ */ tryDecoder(bits, read)
export const inspect = /* @__PURE__ */ inspector(table)
export const encode = /* @__PURE__ */ encoder(size, bits, write)
export const encodeInto = /* @__PURE__ */ encoderInto(size, bits, write)
export const view = /* @__PURE__ */ viewer<LinuxIommufdPageResponseBe>(bits)
export const columns = /* @__PURE__ */ columner<LinuxIommufdPageResponseBeColumns>(bits, read)
export const batches = /* @__PURE__ */ batcher<LinuxIommufdPageResponseBeColumns>(bits, read)
export const allocateColumns = /* @__PURE__ */ allocator<LinuxIommufdPageResponseBeColumns>(bits)
export const encodeColumns = /* @__PURE__ */ columnsEncoder<LinuxIommufdPageResponseBeInit, LinuxIommufdPageResponseBeColumns>(bits, write)

/** What is generated here, for proofs. */
export const generated = { bits, read, write }
export const record = /* @__PURE__ */ recordOf<LinuxIommufdPageResponseBe, LinuxIommufdPageResponseBeInit, LinuxIommufdPageResponseBeColumns, typeof Table>(id, size, table, read, write)
