// Generated from src/spec/linux.ts by `npm run generate`; do not edit.
import { iommuPageResponseLe as layout } from '../../spec/linux.ts'
import type { Bits } from '../../spec/vocabulary.ts'
import { decodeColumns } from '../columns.ts'
import type { ColumnKernel, ColumnsOptions, ColumnsResult } from '../columns.ts'
import { inspectRecord } from '../inspect.ts'
import type { Inspection } from '../inspect.ts'
import { lookForWriting, memoryOf, readBytes, readView, scratch, setLittle4, storeLittle, storeLittle4, writeBytes, writeView } from '../memory.ts'
import * as reference from '../reference.ts'
import type { DecodeOptions, Result } from '../reference.ts'
import { RecordView } from '../view.ts'
import type { View, ViewClass } from '../view.ts'

/** The message of `linux.iommu-page-response`: Page response, UAPI of Linux 5.10 to 6.8. include/uapi/linux/iommu.h, Linux 5.10 to 6.8. */
export interface LinuxIommuPageResponse {
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
  version: number
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
  code: number
}

/** What `encode` takes. */
export type LinuxIommuPageResponseInit = LinuxIommuPageResponse

/** One typed array per field. */
export interface LinuxIommuPageResponseColumns {
  argsz: Uint32Array
  version: Uint32Array
  flags: Uint32Array
  pasid: Uint32Array
  grpid: Uint32Array
  code: Uint32Array
}

let table: Bits | undefined

/** The bits of the record, for the reference codec; made when they are first asked for. */
function bits(): Bits {
  return (table ??= {
    id: 'linux.iommu-page-response', bytes: 24, word: 4, order: 'little', label: '+',
    fields: {
      argsz: { at: [[0, 31, 0]], as: 'uint' },
      version: { at: [[1, 31, 0]], as: 'uint' },
      flags: { at: [[2, 31, 0]], as: 'uint' },
      pasid: { at: [[3, 31, 0]], as: 'uint' },
      grpid: { at: [[4, 31, 0]], as: 'uint' },
      code: { at: [[5, 31, 0]], as: 'uint' },
    },
    fixed: {
    },
    reserved: [],
  })
}

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): LinuxIommuPageResponse | undefined {
  if (!(bytes instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > bytes.length - 24) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 24)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, true)
  const w1 = memory.getInt32(at + 4, true)
  const w2 = memory.getInt32(at + 8, true)
  const w3 = memory.getInt32(at + 12, true)
  const w4 = memory.getInt32(at + 16, true)
  const w5 = memory.getInt32(at + 20, true)
  const reserved = options?.reserved
  if (reserved !== undefined && reserved !== 'reject' && reserved !== 'ignore') return undefined
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
function write(message: LinuxIommuPageResponseInit, target: Uint8Array, offset: number): boolean {
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
  if (!(target instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > target.length - 24) return false
  const w0 = $argsz
  const w1 = $version
  const w2 = $flags
  const w3 = $pasid
  const w4 = $grpid
  const w5 = $code
  if (target === writeBytes || lookForWriting(target)) {
    setLittle4(writeView, offset, w0, w1, w2, w3)
    writeView.setInt32(offset + 16, w4, true)
    writeView.setInt32(offset + 20, w5, true)
  } else {
    storeLittle4(target, offset, w0, w1, w2, w3)
    storeLittle(target, offset + 16, w4)
    storeLittle(target, offset + 20, w5)
  }
  return true
}

function viewClass(): ViewClass {
  return class extends RecordView {
    get argsz(): number { return this.memory.getInt32(this.offset, true) >>> 0 }
    get version(): number { return this.memory.getInt32(this.offset + 4, true) >>> 0 }
    get flags(): number { return this.memory.getInt32(this.offset + 8, true) >>> 0 }
    get pasid(): number { return this.memory.getInt32(this.offset + 12, true) >>> 0 }
    get grpid(): number { return this.memory.getInt32(this.offset + 16, true) >>> 0 }
    get code(): number { return this.memory.getInt32(this.offset + 20, true) >>> 0 }
  }
}

function kernel(block: number): ColumnKernel {
  const input = new Uint8Array(block * 24)
  const memory = new DataView(input.buffer)
  const $argsz = new Uint32Array(block)
  const $version = new Uint32Array(block)
  const $flags = new Uint32Array(block)
  const $pasid = new Uint32Array(block)
  const $grpid = new Uint32Array(block)
  const $code = new Uint32Array(block)
  function run(count: number): number {
    let bad = 0
    for (let i = 0, at = 0; i < count; i++, at += 24) {
      const w0 = memory.getInt32(at, true)
      const w1 = memory.getInt32(at + 4, true)
      const w2 = memory.getInt32(at + 8, true)
      const w3 = memory.getInt32(at + 12, true)
      const w4 = memory.getInt32(at + 16, true)
      const w5 = memory.getInt32(at + 20, true)
      $argsz[i] = w0
      $version[i] = w1
      $flags[i] = w2
      $pasid[i] = w3
      $grpid[i] = w4
      $code[i] = w5
    }
    return bad
  }
  return { input, output: { argsz: $argsz, version: $version, flags: $flags, pasid: $pasid, grpid: $grpid, code: $code }, run }
}

export { layout }

/** Id of the record. */
export const id = 'linux.iommu-page-response'

/** Size of the record in bytes. */
export const bytes = 24

/**
 * Decodes the Page response, UAPI of Linux 5.10 to 6.8 at `offset`. What it accepts, `encode` gives back bit for bit.
 * @param offset in bytes, from 0; no alignment is asked for
 * @throws {CodecError} `truncated`, `fixed`, `reserved`; `type` or `range` for wrong arguments
 */
export function decode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): LinuxIommuPageResponse {
  return read(bytes, offset, options) ?? (reference.decode(bits(), bytes, offset, options) as unknown as LinuxIommuPageResponse)
}

/** `decode`, with its error as a result. Never throws. */
export function tryDecode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): Result<LinuxIommuPageResponse> {
  const message = ArrayBuffer.isView(bytes) ? read(bytes, offset, options) : undefined
  return message === undefined ? reference.tryDecode(bits(), bytes, offset, options) : { ok: true, message }
}

/** Takes the record apart: every bit, and what is wrong with it. Never throws; short input gives what is there. */
export function inspect(bytes: Uint8Array, offset = 0): Inspection {
  return inspectRecord(layout, bytes, offset)
}

/**
 * Encodes a message into a fresh array of 24 bytes.
 * @throws {CodecError} `type` or `range`, naming field, bits, limit and value; nothing is truncated
 */
export function encode(message: LinuxIommuPageResponseInit): Uint8Array {
  const bytes = new Uint8Array(24)
  return write(message, bytes, 0) ? bytes : reference.encode(bits(), message)
}

/**
 * Writes all 24 bytes of the record at `offset` of `target`, or throws before the first.
 * @returns 24
 * @throws {CodecError} as `encode`; `truncated` where `target` has no room
 */
export function encodeInto(message: LinuxIommuPageResponseInit, target: Uint8Array, offset = 0): number {
  return write(message, target, offset) ? 24 : reference.encodeInto(bits(), message, target, offset)
}

let Class: ViewClass | undefined

/**
 * A view with a getter per field, which reads when it is asked. Nothing is copied, and nothing but the length is checked.
 * @throws {CodecError} `truncated`, `type` or `range`
 */
export function view(bytes: Uint8Array, offset = 0): Readonly<LinuxIommuPageResponse> & View {
  return new (Class ??= viewClass())(bits(), bytes, offset) as unknown as Readonly<LinuxIommuPageResponse> & View
}

let loop: ColumnKernel | undefined

/**
 * Decodes many consecutive records into typed arrays, one per field.
 * @throws {CodecError} `truncated` where `count` records are not there; `type` or `range` for wrong options
 */
export function columns(bytes: Uint8Array, options: ColumnsOptions<LinuxIommuPageResponseColumns> = {}): ColumnsResult<LinuxIommuPageResponseColumns> {
  return decodeColumns(bits(), bytes, options, (block) => (loop ??= kernel(block)))
}

/** The generated codec before it declines to the reference, for proofs that it really ran. */
export const generated = { read, write }
