// Generated from src/spec/vtd.ts by `npm run generate`; do not edit.
import { pageGroupResponse as layout } from '../../spec/vtd.ts'
import type { Bits } from '../../spec/vocabulary.ts'
import { decodeColumns } from '../columns.ts'
import type { ColumnKernel, ColumnsOptions, ColumnsResult } from '../columns.ts'
import { inspectRecord } from '../inspect.ts'
import type { Inspection } from '../inspect.ts'
import { bit, flag, lookForWriting, memoryOf, readBytes, readView, scratch, setLittle4, setZero4, storeLittle4, writeBytes, writeView } from '../memory.ts'
import * as reference from '../reference.ts'
import type { DecodeOptions, Result } from '../reference.ts'
import { RecordView } from '../view.ts'
import type { View, ViewClass } from '../view.ts'

/** The message of `vtd.page-group-response`: Page Group Response Descriptor. Intel VT-d Architecture Specification 4.0, Page Group Response Descriptor. */
export interface VtdPageGroupResponse {
  /**
   * PP: the response carries a PASID.
   * Bits: `q0[4]`. Intel VT-d Architecture Specification 4.0, Page Group Response Descriptor.
   */
  pasidPresent: boolean
  /**
   * Response Code; Linux since 5.14 sends 2 for Response Failure.
   * Values: 0x0 Success, 0x1 InvalidRequest, 0xf ResponseFailure.
   * Bits: `q0[15:12]`; 0 to 0xf. Intel VT-d Architecture Specification 4.0, Page Group Response Descriptor.
   */
  respCode: number
  /**
   * RID: Requester ID of the device that asked.
   * Bits: `q0[31:16]`; 0 to 0xffff. Intel VT-d Architecture Specification 4.0, Page Group Response Descriptor.
   */
  rid: number
  /**
   * PASID, if PP.
   * Bits: `q0[51:32]`; 0 to 0xfffff. Intel VT-d Architecture Specification 4.0, Page Group Response Descriptor.
   */
  pasid: number
  /**
   * Page Request Group Index of the group that is answered.
   * Bits: `q1[11:3]`; 0 to 0x1ff. Intel VT-d Architecture Specification 4.0, Page Group Response Descriptor.
   */
  prgIndex: number
}

/** What `encode` takes. */
export type VtdPageGroupResponseInit = VtdPageGroupResponse

/** One typed array per field. */
export interface VtdPageGroupResponseColumns {
  pasidPresent: Uint8Array
  respCode: Uint8Array
  rid: Uint16Array
  pasid: Uint32Array
  prgIndex: Uint16Array
}

let table: Bits | undefined

/** The bits of the record, for the reference codec; made when they are first asked for. */
function bits(): Bits {
  return (table ??= {
    id: 'vtd.page-group-response', bytes: 32, word: 8, order: 'little', label: 'q',
    fields: {
      pasidPresent: { at: [[0, 4, 4]], as: 'flag' },
      respCode: { at: [[0, 15, 12]], as: 'uint' },
      rid: { at: [[0, 31, 16]], as: 'uint' },
      pasid: { at: [[0, 51, 32]], as: 'uint' },
      prgIndex: { at: [[1, 11, 3]], as: 'uint' },
    },
    fixed: {
      type: { at: [[0, 11, 9], [0, 3, 0]], value: 9 },
    },
    reserved: [[0, 5, 5], [0, 8, 6], [0, 63, 52], [1, 1, 0], [1, 2, 2], [1, 63, 12], [2, 63, 0], [3, 63, 0]],
  })
}

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): VtdPageGroupResponse | undefined {
  if (!(bytes instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > bytes.length - 32) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 32)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, true)
  const w1 = memory.getInt32(at + 4, true)
  const w2 = memory.getInt32(at + 8, true)
  const w3 = memory.getInt32(at + 12, true)
  const w4 = memory.getInt32(at + 16, true)
  const w5 = memory.getInt32(at + 20, true)
  const w6 = memory.getInt32(at + 24, true)
  const w7 = memory.getInt32(at + 28, true)
  const reserved = options?.reserved
  if (reserved !== undefined && reserved !== 'reject' && reserved !== 'ignore') return undefined
  if (((w0 & 0xe0f) ^ 9) !== 0) return undefined
  if (((w0 & 0x1e0) | (w1 & 0xfff00000) | (w2 & 0xfffff007) | w3 | w4 | w5 | w6 | w7) !== 0 && reserved !== 'ignore') return undefined
  return {
    pasidPresent: flag((w0 >>> 4) & 1),
    respCode: (w0 >>> 12) & 0xf,
    rid: w0 >>> 16,
    pasid: w1 & 0xfffff,
    prgIndex: (w2 >>> 3) & 0x1ff,
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: VtdPageGroupResponseInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  const $pasidPresent = bit(message.pasidPresent)
  const $respCode = message.respCode
  if (typeof $respCode !== 'number' || ($respCode & 0xf) !== $respCode) return false
  const $rid = message.rid
  if (typeof $rid !== 'number' || ($rid & 0xffff) !== $rid) return false
  const $pasid = message.pasid
  if (typeof $pasid !== 'number' || ($pasid & 0xfffff) !== $pasid) return false
  const $prgIndex = message.prgIndex
  if (typeof $prgIndex !== 'number' || ($prgIndex & 0x1ff) !== $prgIndex) return false
  if ($pasidPresent < 0) return false
  if (!(target instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > target.length - 32) return false
  const w0 = 9 | ($pasidPresent << 4) | ($respCode << 12) | ($rid << 16)
  const w1 = $pasid
  const w2 = $prgIndex << 3
  if (target === writeBytes || lookForWriting(target)) {
    setLittle4(writeView, offset, w0, w1, w2, 0)
    setZero4(writeView, offset + 16)
  } else {
    storeLittle4(target, offset, w0, w1, w2, 0)
    storeLittle4(target, offset + 16, 0, 0, 0, 0)
  }
  return true
}

function viewClass(): ViewClass {
  return class extends RecordView {
    get pasidPresent(): boolean { return ((this.memory.getInt32(this.offset, true) >>> 4) & 1) !== 0 }
    get respCode(): number { return (this.memory.getInt32(this.offset, true) >>> 12) & 0xf }
    get rid(): number { return this.memory.getInt32(this.offset, true) >>> 16 }
    get pasid(): number { return this.memory.getInt32(this.offset + 4, true) & 0xfffff }
    get prgIndex(): number { return (this.memory.getInt32(this.offset + 8, true) >>> 3) & 0x1ff }
  }
}

function kernel(block: number): ColumnKernel {
  const input = new Uint8Array(block * 32)
  const memory = new DataView(input.buffer)
  const $pasidPresent = new Uint8Array(block)
  const $respCode = new Uint8Array(block)
  const $rid = new Uint16Array(block)
  const $pasid = new Uint32Array(block)
  const $prgIndex = new Uint16Array(block)
  function run(count: number): number {
    let bad = 0
    for (let i = 0, at = 0; i < count; i++, at += 32) {
      const w0 = memory.getInt32(at, true)
      const w1 = memory.getInt32(at + 4, true)
      const w2 = memory.getInt32(at + 8, true)
      const w3 = memory.getInt32(at + 12, true)
      const w4 = memory.getInt32(at + 16, true)
      const w5 = memory.getInt32(at + 20, true)
      const w6 = memory.getInt32(at + 24, true)
      const w7 = memory.getInt32(at + 28, true)
      bad |= ((w0 & 0xfef) ^ 9) | (w1 & 0xfff00000) | (w2 & 0xfffff007) | w3 | w4 | w5 | w6 | w7
      $pasidPresent[i] = (w0 >>> 4) & 1
      $respCode[i] = (w0 >>> 12) & 0xf
      $rid[i] = w0 >>> 16
      $pasid[i] = w1 & 0xfffff
      $prgIndex[i] = (w2 >>> 3) & 0x1ff
    }
    return bad
  }
  return { input, output: { pasidPresent: $pasidPresent, respCode: $respCode, rid: $rid, pasid: $pasid, prgIndex: $prgIndex }, run }
}

export { layout }

/** Id of the record. */
export const id = 'vtd.page-group-response'

/** Size of the record in bytes. */
export const bytes = 32

/**
 * Decodes the Page Group Response Descriptor at `offset`. What it accepts, `encode` gives back bit for bit.
 * @param offset in bytes, from 0; no alignment is asked for
 * @throws {CodecError} `truncated`, `fixed`, `reserved`; `type` or `range` for wrong arguments
 */
export function decode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): VtdPageGroupResponse {
  return read(bytes, offset, options) ?? (reference.decode(bits(), bytes, offset, options) as unknown as VtdPageGroupResponse)
}

/** `decode`, with its error as a result. Never throws. */
export function tryDecode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): Result<VtdPageGroupResponse> {
  const message = ArrayBuffer.isView(bytes) ? read(bytes, offset, options) : undefined
  return message === undefined ? reference.tryDecode(bits(), bytes, offset, options) : { ok: true, message }
}

/** Takes the record apart: every bit, and what is wrong with it. Never throws; short input gives what is there. */
export function inspect(bytes: Uint8Array, offset = 0): Inspection {
  return inspectRecord(layout, bytes, offset)
}

/**
 * Encodes a message into a fresh array of 32 bytes.
 * @throws {CodecError} `type` or `range`, naming field, bits, limit and value; nothing is truncated
 */
export function encode(message: VtdPageGroupResponseInit): Uint8Array {
  const bytes = new Uint8Array(32)
  return write(message, bytes, 0) ? bytes : reference.encode(bits(), message)
}

/**
 * Writes all 32 bytes of the record at `offset` of `target`, or throws before the first.
 * @returns 32
 * @throws {CodecError} as `encode`; `truncated` where `target` has no room
 */
export function encodeInto(message: VtdPageGroupResponseInit, target: Uint8Array, offset = 0): number {
  return write(message, target, offset) ? 32 : reference.encodeInto(bits(), message, target, offset)
}

let Class: ViewClass | undefined

/**
 * A view with a getter per field, which reads when it is asked. Nothing is copied, and nothing but the length is checked.
 * @throws {CodecError} `truncated`, `type` or `range`
 */
export function view(bytes: Uint8Array, offset = 0): Readonly<VtdPageGroupResponse> & View {
  return new (Class ??= viewClass())(bits(), bytes, offset) as unknown as Readonly<VtdPageGroupResponse> & View
}

let loop: ColumnKernel | undefined

/**
 * Decodes many consecutive records into typed arrays, one per field.
 * @throws {CodecError} `truncated` where `count` records are not there; `type` or `range` for wrong options
 */
export function columns(bytes: Uint8Array, options: ColumnsOptions<VtdPageGroupResponseColumns> = {}): ColumnsResult<VtdPageGroupResponseColumns> {
  return decodeColumns(bits(), bytes, options, (block) => (loop ??= kernel(block)))
}

/** The generated codec before it declines to the reference, for proofs that it really ran. */
export const generated = { read, write }
