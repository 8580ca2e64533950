// Generated from src/spec/vtd.ts by `npm run generate`; do not edit.
import { pageGroupResponseV2 as layout } from '../../spec/vtd.ts'
import type { Bits } from '../../spec/vocabulary.ts'
import { decodeColumns } from '../columns.ts'
import type { ColumnKernel, ColumnsOptions, ColumnsResult } from '../columns.ts'
import { inspectRecord } from '../inspect.ts'
import type { Inspection } from '../inspect.ts'
import { bit, flag, lookForWriting, memoryOf, readBytes, readView, scratch, setLittle4, storeLittle4, writeBytes, writeView } from '../memory.ts'
import * as reference from '../reference.ts'
import type { DecodeOptions, Result } from '../reference.ts'
import { RecordView } from '../view.ts'
import type { View, ViewClass } from '../view.ts'

/** The message of `vtd.page-group-response-v2`: Page Group Response Descriptor, revision 2.x (ECS). Intel VT-d Architecture Specification 2.x, Page Group Response Descriptor. */
export interface VtdPageGroupResponseV2 {
  /**
   * PASID present.
   * Bits: `q0[4]`. Intel VT-d Architecture Specification 2.x, Page Group Response Descriptor.
   */
  pasidPresent: boolean
  /**
   * RID: Requester ID of the device that asked.
   * Bits: `q0[31:16]`; 0 to 0xffff. Intel VT-d Architecture Specification 2.x, Page Group Response Descriptor.
   */
  rid: number
  /**
   * PASID, if present.
   * Bits: `q0[51:32]`; 0 to 0xfffff. Intel VT-d Architecture Specification 2.x, Page Group Response Descriptor.
   */
  pasid: number
  /**
   * Response Code.
   * Values: 0x0 Success, 0x1 InvalidRequest, 0xf ResponseFailure.
   * Bits: `q1[3:0]`; 0 to 0xf. Intel VT-d Architecture Specification 2.x, Page Group Response Descriptor.
   */
  respCode: number
  /**
   * private data of the request.
   * Bits: `q1[54:32]`; 0 to 0x7fffff. Intel VT-d Architecture Specification 2.x, Page Group Response Descriptor.
   */
  privateData: number
  /**
   * Page Request Group Index of the group that is answered.
   * Bits: `q1[63:55]`; 0 to 0x1ff. Intel VT-d Architecture Specification 2.x, Page Group Response Descriptor.
   */
  prgIndex: number
}

/** What `encode` takes. */
export type VtdPageGroupResponseV2Init = VtdPageGroupResponseV2

/** One typed array per field. */
export interface VtdPageGroupResponseV2Columns {
  pasidPresent: Uint8Array
  rid: Uint16Array
  pasid: Uint32Array
  respCode: Uint8Array
  privateData: Uint32Array
  prgIndex: Uint16Array
}

let table: Bits | undefined

/** The bits of the record, for the reference codec; made when they are first asked for. */
function bits(): Bits {
  return (table ??= {
    id: 'vtd.page-group-response-v2', bytes: 16, word: 8, order: 'little', label: 'q',
    fields: {
      pasidPresent: { at: [[0, 4, 4]], as: 'flag' },
      rid: { at: [[0, 31, 16]], as: 'uint' },
      pasid: { at: [[0, 51, 32]], as: 'uint' },
      respCode: { at: [[1, 3, 0]], as: 'uint' },
      privateData: { at: [[1, 54, 32]], as: 'uint' },
      prgIndex: { at: [[1, 63, 55]], as: 'uint' },
    },
    fixed: {
      type: { at: [[0, 3, 0]], value: 9 },
    },
    reserved: [[0, 15, 5], [0, 63, 52], [1, 31, 4]],
  })
}

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): VtdPageGroupResponseV2 | undefined {
  if (!(bytes instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > bytes.length - 16) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 16)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, true)
  const w1 = memory.getInt32(at + 4, true)
  const w2 = memory.getInt32(at + 8, true)
  const w3 = memory.getInt32(at + 12, true)
  const reserved = options?.reserved
  if (reserved !== undefined && reserved !== 'reject' && reserved !== 'ignore') return undefined
  if (((w0 & 0xf) ^ 9) !== 0) return undefined
  if (((w0 & 0xffe0) | (w1 & 0xfff00000) | (w2 & 0xfffffff0)) !== 0 && reserved !== 'ignore') return undefined
  return {
    pasidPresent: flag((w0 >>> 4) & 1),
    rid: w0 >>> 16,
    pasid: w1 & 0xfffff,
    respCode: w2 & 0xf,
    privateData: w3 & 0x7fffff,
    prgIndex: w3 >>> 23,
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: VtdPageGroupResponseV2Init, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  const $pasidPresent = bit(message.pasidPresent)
  const $rid = message.rid
  if (typeof $rid !== 'number' || ($rid & 0xffff) !== $rid) return false
  const $pasid = message.pasid
  if (typeof $pasid !== 'number' || ($pasid & 0xfffff) !== $pasid) return false
  const $respCode = message.respCode
  if (typeof $respCode !== 'number' || ($respCode & 0xf) !== $respCode) return false
  const $privateData = message.privateData
  if (typeof $privateData !== 'number' || ($privateData & 0x7fffff) !== $privateData) return false
  const $prgIndex = message.prgIndex
  if (typeof $prgIndex !== 'number' || ($prgIndex & 0x1ff) !== $prgIndex) return false
  if ($pasidPresent < 0) return false
  if (!(target instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > target.length - 16) return false
  const w0 = 9 | ($pasidPresent << 4) | ($rid << 16)
  const w1 = $pasid
  const w2 = $respCode
  const w3 = $privateData | ($prgIndex << 23)
  if (target === writeBytes || lookForWriting(target)) {
    setLittle4(writeView, offset, w0, w1, w2, w3)
  } else {
    storeLittle4(target, offset, w0, w1, w2, w3)
  }
  return true
}

function viewClass(): ViewClass {
  return class extends RecordView {
    get pasidPresent(): boolean { return ((this.memory.getInt32(this.offset, true) >>> 4) & 1) !== 0 }
    get rid(): number { return this.memory.getInt32(this.offset, true) >>> 16 }
    get pasid(): number { return this.memory.getInt32(this.offset + 4, true) & 0xfffff }
    get respCode(): number { return this.memory.getInt32(this.offset + 8, true) & 0xf }
    get privateData(): number { return this.memory.getInt32(this.offset + 12, true) & 0x7fffff }
    get prgIndex(): number { return this.memory.getInt32(this.offset + 12, true) >>> 23 }
  }
}

function kernel(block: number): ColumnKernel {
  const input = new Uint8Array(block * 16)
  const memory = new DataView(input.buffer)
  const $pasidPresent = new Uint8Array(block)
  const $rid = new Uint16Array(block)
  const $pasid = new Uint32Array(block)
  const $respCode = new Uint8Array(block)
  const $privateData = new Uint32Array(block)
  const $prgIndex = new Uint16Array(block)
  function run(count: number): number {
    let bad = 0
    for (let i = 0, at = 0; i < count; i++, at += 16) {
      const w0 = memory.getInt32(at, true)
      const w1 = memory.getInt32(at + 4, true)
      const w2 = memory.getInt32(at + 8, true)
      const w3 = memory.getInt32(at + 12, true)
      bad |= ((w0 & 0xffef) ^ 9) | (w1 & 0xfff00000) | (w2 & 0xfffffff0)
      $pasidPresent[i] = (w0 >>> 4) & 1
      $rid[i] = w0 >>> 16
      $pasid[i] = w1 & 0xfffff
      $respCode[i] = w2 & 0xf
      $privateData[i] = w3 & 0x7fffff
      $prgIndex[i] = w3 >>> 23
    }
    return bad
  }
  return { input, output: { pasidPresent: $pasidPresent, rid: $rid, pasid: $pasid, respCode: $respCode, privateData: $privateData, prgIndex: $prgIndex }, run }
}

export { layout }

/** Id of the record. */
export const id = 'vtd.page-group-response-v2'

/** Size of the record in bytes. */
export const bytes = 16

/**
 * Decodes the Page Group Response Descriptor, revision 2.x (ECS) at `offset`. What it accepts, `encode` gives back bit for bit.
 * @param offset in bytes, from 0; no alignment is asked for
 * @throws {CodecError} `truncated`, `fixed`, `reserved`; `type` or `range` for wrong arguments
 */
export function decode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): VtdPageGroupResponseV2 {
  return read(bytes, offset, options) ?? (reference.decode(bits(), bytes, offset, options) as unknown as VtdPageGroupResponseV2)
}

/** `decode`, with its error as a result. Never throws. */
export function tryDecode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): Result<VtdPageGroupResponseV2> {
  const message = ArrayBuffer.isView(bytes) ? read(bytes, offset, options) : undefined
  return message === undefined ? reference.tryDecode(bits(), bytes, offset, options) : { ok: true, message }
}

/** Takes the record apart: every bit, and what is wrong with it. Never throws; short input gives what is there. */
export function inspect(bytes: Uint8Array, offset = 0): Inspection {
  return inspectRecord(layout, bytes, offset)
}

/**
 * Encodes a message into a fresh array of 16 bytes.
 * @throws {CodecError} `type` or `range`, naming field, bits, limit and value; nothing is truncated
 */
export function encode(message: VtdPageGroupResponseV2Init): Uint8Array {
  const bytes = new Uint8Array(16)
  return write(message, bytes, 0) ? bytes : reference.encode(bits(), message)
}

/**
 * Writes all 16 bytes of the record at `offset` of `target`, or throws before the first.
 * @returns 16
 * @throws {CodecError} as `encode`; `truncated` where `target` has no room
 */
export function encodeInto(message: VtdPageGroupResponseV2Init, target: Uint8Array, offset = 0): number {
  return write(message, target, offset) ? 16 : reference.encodeInto(bits(), message, target, offset)
}

let Class: ViewClass | undefined

/**
 * A view with a getter per field, which reads when it is asked. Nothing is copied, and nothing but the length is checked.
 * @throws {CodecError} `truncated`, `type` or `range`
 */
export function view(bytes: Uint8Array, offset = 0): Readonly<VtdPageGroupResponseV2> & View {
  return new (Class ??= viewClass())(bits(), bytes, offset) as unknown as Readonly<VtdPageGroupResponseV2> & View
}

let loop: ColumnKernel | undefined

/**
 * Decodes many consecutive records into typed arrays, one per field.
 * @throws {CodecError} `truncated` where `count` records are not there; `type` or `range` for wrong options
 */
export function columns(bytes: Uint8Array, options: ColumnsOptions<VtdPageGroupResponseV2Columns> = {}): ColumnsResult<VtdPageGroupResponseV2Columns> {
  return decodeColumns(bits(), bytes, options, (block) => (loop ??= kernel(block)))
}

/** The generated codec before it declines to the reference, for proofs that it really ran. */
export const generated = { read, write }
