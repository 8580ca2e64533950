// Generated from src/spec/linux.ts by `npm run generate`; do not edit.
import { iommufdPageResponseBe as layout } from '../../spec/linux.ts'
import type { Bits } from '../../spec/vocabulary.ts'
import { decodeColumns } from '../columns.ts'
import type { ColumnKernel, ColumnsOptions, ColumnsResult } from '../columns.ts'
import { inspectRecord } from '../inspect.ts'
import type { Inspection } from '../inspect.ts'
import { lookForWriting, memoryOf, readBytes, readView, scratch, storeBig, writeBytes, writeView } from '../memory.ts'
import * as reference from '../reference.ts'
import type { DecodeOptions, Result } from '../reference.ts'
import { RecordView } from '../view.ts'
import type { View, ViewClass } from '../view.ts'

/** The message of `linux.iommufd-page-response-be`: Page response written to an iommufd fault queue, big-endian ABI. include/uapi/linux/iommufd.h, Linux 6.11 and later. */
export interface LinuxIommufdPageResponseBe {
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
  code: number
}

/** What `encode` takes. */
export type LinuxIommufdPageResponseBeInit = LinuxIommufdPageResponseBe

/** One typed array per field. */
export interface LinuxIommufdPageResponseBeColumns {
  cookie: Uint32Array
  code: Uint32Array
}

let table: Bits | undefined

/** The bits of the record, for the reference codec; made when they are first asked for. */
function bits(): Bits {
  return (table ??= {
    id: 'linux.iommufd-page-response-be', bytes: 8, word: 4, order: 'big', label: '+',
    fields: {
      cookie: { at: [[0, 31, 0]], as: 'uint' },
      code: { at: [[1, 31, 0]], as: 'uint' },
    },
    fixed: {
    },
    reserved: [],
  })
}

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): LinuxIommufdPageResponseBe | undefined {
  if (!(bytes instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > bytes.length - 8) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 8)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, false)
  const w1 = memory.getInt32(at + 4, false)
  const reserved = options?.reserved
  if (reserved !== undefined && reserved !== 'reject' && reserved !== 'ignore') return undefined
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
  if (!(target instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > target.length - 8) return false
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

function viewClass(): ViewClass {
  return class extends RecordView {
    get cookie(): number { return this.memory.getInt32(this.offset, false) >>> 0 }
    get code(): number { return this.memory.getInt32(this.offset + 4, false) >>> 0 }
  }
}

function kernel(block: number): ColumnKernel {
  const input = new Uint8Array(block * 8)
  const memory = new DataView(input.buffer)
  const $cookie = new Uint32Array(block)
  const $code = new Uint32Array(block)
  function run(count: number): number {
    let bad = 0
    for (let i = 0, at = 0; i < count; i++, at += 8) {
      const w0 = memory.getInt32(at, false)
      const w1 = memory.getInt32(at + 4, false)
      $cookie[i] = w0
      $code[i] = w1
    }
    return bad
  }
  return { input, output: { cookie: $cookie, code: $code }, run }
}

export { layout }

/** Id of the record. */
export const id = 'linux.iommufd-page-response-be'

/** Size of the record in bytes. */
export const bytes = 8

/**
 * Decodes the Page response written to an iommufd fault queue, big-endian ABI at `offset`. What it accepts, `encode` gives back bit for bit.
 * @param offset in bytes, from 0; no alignment is asked for
 * @throws {CodecError} `truncated`, `fixed`, `reserved`; `type` or `range` for wrong arguments
 */
export function decode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): LinuxIommufdPageResponseBe {
  return read(bytes, offset, options) ?? (reference.decode(bits(), bytes, offset, options) as unknown as LinuxIommufdPageResponseBe)
}

/** `decode`, with its error as a result. Never throws. */
export function tryDecode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): Result<LinuxIommufdPageResponseBe> {
  const message = ArrayBuffer.isView(bytes) ? read(bytes, offset, options) : undefined
  return message === undefined ? reference.tryDecode(bits(), bytes, offset, options) : { ok: true, message }
}

/** Takes the record apart: every bit, and what is wrong with it. Never throws; short input gives what is there. */
export function inspect(bytes: Uint8Array, offset = 0): Inspection {
  return inspectRecord(layout, bytes, offset)
}

/**
 * Encodes a message into a fresh array of 8 bytes.
 * @throws {CodecError} `type` or `range`, naming field, bits, limit and value; nothing is truncated
 */
export function encode(message: LinuxIommufdPageResponseBeInit): Uint8Array {
  const bytes = new Uint8Array(8)
  return write(message, bytes, 0) ? bytes : reference.encode(bits(), message)
}

/**
 * Writes all 8 bytes of the record at `offset` of `target`, or throws before the first.
 * @returns 8
 * @throws {CodecError} as `encode`; `truncated` where `target` has no room
 */
export function encodeInto(message: LinuxIommufdPageResponseBeInit, target: Uint8Array, offset = 0): number {
  return write(message, target, offset) ? 8 : reference.encodeInto(bits(), message, target, offset)
}

let Class: ViewClass | undefined

/**
 * A view with a getter per field, which reads when it is asked. Nothing is copied, and nothing but the length is checked.
 * @throws {CodecError} `truncated`, `type` or `range`
 */
export function view(bytes: Uint8Array, offset = 0): Readonly<LinuxIommufdPageResponseBe> & View {
  return new (Class ??= viewClass())(bits(), bytes, offset) as unknown as Readonly<LinuxIommufdPageResponseBe> & View
}

let loop: ColumnKernel | undefined

/**
 * Decodes many consecutive records into typed arrays, one per field.
 * @throws {CodecError} `truncated` where `count` records are not there; `type` or `range` for wrong options
 */
export function columns(bytes: Uint8Array, options: ColumnsOptions<LinuxIommufdPageResponseBeColumns> = {}): ColumnsResult<LinuxIommufdPageResponseBeColumns> {
  return decodeColumns(bits(), bytes, options, (block) => (loop ??= kernel(block)))
}

/** The generated codec before it declines to the reference, for proofs that it really ran. */
export const generated = { read, write }
