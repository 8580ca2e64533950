// Generated from src/spec/linux.ts by `npm run generate`; do not edit.
import { iommuPageResponseV5_3Be as layout } from '../../spec/linux.ts'
import type { Bits } from '../../spec/vocabulary.ts'
import { decodeColumns } from '../columns.ts'
import type { ColumnKernel, ColumnsOptions, ColumnsResult } from '../columns.ts'
import { inspectRecord } from '../inspect.ts'
import type { Inspection } from '../inspect.ts'
import { lookForWriting, memoryOf, readBytes, readView, scratch, setBig4, storeBig, storeBig4, writeBytes, writeView } from '../memory.ts'
import * as reference from '../reference.ts'
import type { DecodeOptions, Result } from '../reference.ts'
import { RecordView } from '../view.ts'
import type { View, ViewClass } from '../view.ts'

/** The message of `linux.iommu-page-response-v5.3-be`: Page response, UAPI of Linux 5.3 to 5.9, big-endian ABI. include/uapi/linux/iommu.h, Linux 5.3 to 5.9. */
export interface LinuxIommuPageResponseV5_3Be {
  /**
   * `version`: version of the struct.
   * Values: 0x1 IOMMU_PAGE_RESP_VERSION_1.
   * Bits: `+0[31:0]`; 0 to 0xffffffff. include/uapi/linux/iommu.h, Linux 5.3 to 5.9.
   */
  version: number
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
  code: number
}

/** What `encode` takes. */
export type LinuxIommuPageResponseV5_3BeInit = LinuxIommuPageResponseV5_3Be

/** One typed array per field. */
export interface LinuxIommuPageResponseV5_3BeColumns {
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
    id: 'linux.iommu-page-response-v5.3-be', bytes: 20, word: 4, order: 'big', label: '+',
    fields: {
      version: { at: [[0, 31, 0]], as: 'uint' },
      flags: { at: [[1, 31, 0]], as: 'uint' },
      pasid: { at: [[2, 31, 0]], as: 'uint' },
      grpid: { at: [[3, 31, 0]], as: 'uint' },
      code: { at: [[4, 31, 0]], as: 'uint' },
    },
    fixed: {
    },
    reserved: [],
  })
}

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): LinuxIommuPageResponseV5_3Be | undefined {
  if (!(bytes instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > bytes.length - 20) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 20)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, false)
  const w1 = memory.getInt32(at + 4, false)
  const w2 = memory.getInt32(at + 8, false)
  const w3 = memory.getInt32(at + 12, false)
  const w4 = memory.getInt32(at + 16, false)
  const reserved = options?.reserved
  if (reserved !== undefined && reserved !== 'reject' && reserved !== 'ignore') return undefined
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
  if (!(target instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > target.length - 20) return false
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

function viewClass(): ViewClass {
  return class extends RecordView {
    get version(): number { return this.memory.getInt32(this.offset, false) >>> 0 }
    get flags(): number { return this.memory.getInt32(this.offset + 4, false) >>> 0 }
    get pasid(): number { return this.memory.getInt32(this.offset + 8, false) >>> 0 }
    get grpid(): number { return this.memory.getInt32(this.offset + 12, false) >>> 0 }
    get code(): number { return this.memory.getInt32(this.offset + 16, false) >>> 0 }
  }
}

function kernel(block: number): ColumnKernel {
  const input = new Uint8Array(block * 20)
  const memory = new DataView(input.buffer)
  const $version = new Uint32Array(block)
  const $flags = new Uint32Array(block)
  const $pasid = new Uint32Array(block)
  const $grpid = new Uint32Array(block)
  const $code = new Uint32Array(block)
  function run(count: number): number {
    let bad = 0
    for (let i = 0, at = 0; i < count; i++, at += 20) {
      const w0 = memory.getInt32(at, false)
      const w1 = memory.getInt32(at + 4, false)
      const w2 = memory.getInt32(at + 8, false)
      const w3 = memory.getInt32(at + 12, false)
      const w4 = memory.getInt32(at + 16, false)
      $version[i] = w0
      $flags[i] = w1
      $pasid[i] = w2
      $grpid[i] = w3
      $code[i] = w4
    }
    return bad
  }
  return { input, output: { version: $version, flags: $flags, pasid: $pasid, grpid: $grpid, code: $code }, run }
}

export { layout }

/** Id of the record. */
export const id = 'linux.iommu-page-response-v5.3-be'

/** Size of the record in bytes. */
export const bytes = 20

/**
 * Decodes the Page response, UAPI of Linux 5.3 to 5.9, big-endian ABI at `offset`. What it accepts, `encode` gives back bit for bit.
 * @param offset in bytes, from 0; no alignment is asked for
 * @throws {CodecError} `truncated`, `fixed`, `reserved`; `type` or `range` for wrong arguments
 */
export function decode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): LinuxIommuPageResponseV5_3Be {
  return read(bytes, offset, options) ?? (reference.decode(bits(), bytes, offset, options) as unknown as LinuxIommuPageResponseV5_3Be)
}

/** `decode`, with its error as a result. Never throws. */
export function tryDecode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): Result<LinuxIommuPageResponseV5_3Be> {
  const message = ArrayBuffer.isView(bytes) ? read(bytes, offset, options) : undefined
  return message === undefined ? reference.tryDecode(bits(), bytes, offset, options) : { ok: true, message }
}

/** Takes the record apart: every bit, and what is wrong with it. Never throws; short input gives what is there. */
export function inspect(bytes: Uint8Array, offset = 0): Inspection {
  return inspectRecord(layout, bytes, offset)
}

/**
 * Encodes a message into a fresh array of 20 bytes.
 * @throws {CodecError} `type` or `range`, naming field, bits, limit and value; nothing is truncated
 */
export function encode(message: LinuxIommuPageResponseV5_3BeInit): Uint8Array {
  const bytes = new Uint8Array(20)
  return write(message, bytes, 0) ? bytes : reference.encode(bits(), message)
}

/**
 * Writes all 20 bytes of the record at `offset` of `target`, or throws before the first.
 * @returns 20
 * @throws {CodecError} as `encode`; `truncated` where `target` has no room
 */
export function encodeInto(message: LinuxIommuPageResponseV5_3BeInit, target: Uint8Array, offset = 0): number {
  return write(message, target, offset) ? 20 : reference.encodeInto(bits(), message, target, offset)
}

let Class: ViewClass | undefined

/**
 * A view with a getter per field, which reads when it is asked. Nothing is copied, and nothing but the length is checked.
 * @throws {CodecError} `truncated`, `type` or `range`
 */
export function view(bytes: Uint8Array, offset = 0): Readonly<LinuxIommuPageResponseV5_3Be> & View {
  return new (Class ??= viewClass())(bits(), bytes, offset) as unknown as Readonly<LinuxIommuPageResponseV5_3Be> & View
}

let loop: ColumnKernel | undefined

/**
 * Decodes many consecutive records into typed arrays, one per field.
 * @throws {CodecError} `truncated` where `count` records are not there; `type` or `range` for wrong options
 */
export function columns(bytes: Uint8Array, options: ColumnsOptions<LinuxIommuPageResponseV5_3BeColumns> = {}): ColumnsResult<LinuxIommuPageResponseV5_3BeColumns> {
  return decodeColumns(bits(), bytes, options, (block) => (loop ??= kernel(block)))
}

/** The generated codec before it declines to the reference, for proofs that it really ran. */
export const generated = { read, write }
