// Generated from src/spec/vtd.ts by `npm run generate`; do not edit.
import { pageGroupResponseV3 as layout } from '../../spec/vtd.ts'
import type { Bits } from '../../spec/vocabulary.ts'
import { decodeColumns } from '../columns.ts'
import type { ColumnKernel, ColumnsOptions, ColumnsResult } from '../columns.ts'
import { inspectRecord } from '../inspect.ts'
import type { Inspection } from '../inspect.ts'
import { HIGH, LOW, bit, flag, fromHalves, high, intoHalves, low, lookForWriting, memoryOf, readBytes, readView, scratch, setLittle4, storeLittle4, writeBytes, writeView } from '../memory.ts'
import * as reference from '../reference.ts'
import type { DecodeOptions, Result } from '../reference.ts'
import { RecordView } from '../view.ts'
import type { View, ViewClass } from '../view.ts'

/** The message of `vtd.page-group-response-v3`: Page Group Response Descriptor, revision 3.x. Intel VT-d Architecture Specification 3.x, Page Group Response Descriptor. */
export interface VtdPageGroupResponseV3 {
  /**
   * PP: the response carries a PASID.
   * Bits: `q0[4]`. Intel VT-d Architecture Specification 3.x, Page Group Response Descriptor.
   */
  pasidPresent: boolean
  /**
   * Response Code; Linux since 5.14 sends 2 for Response Failure.
   * Values: 0x0 Success, 0x1 InvalidRequest, 0xf ResponseFailure.
   * Bits: `q0[15:12]`; 0 to 0xf. Intel VT-d Architecture Specification 3.x, Page Group Response Descriptor.
   */
  respCode: number
  /**
   * RID: Requester ID of the device that asked.
   * Bits: `q0[31:16]`; 0 to 0xffff. Intel VT-d Architecture Specification 3.x, Page Group Response Descriptor.
   */
  rid: number
  /**
   * PASID, if PP.
   * Bits: `q0[51:32]`; 0 to 0xfffff. Intel VT-d Architecture Specification 3.x, Page Group Response Descriptor.
   */
  pasid: number
  /**
   * Page Request Group Index of the group that is answered.
   * Bits: `q1[11:3]`; 0 to 0x1ff. Intel VT-d Architecture Specification 3.x, Page Group Response Descriptor.
   */
  prgIndex: number
  /**
   * LPIG: last page in group.
   * Bits: `q1[2]`. Intel VT-d Architecture Specification 3.x, Page Group Response Descriptor.
   */
  last: boolean
  /**
   * PDP: the response carries private data.
   * Bits: `q0[5]`. Intel VT-d Architecture Specification 3.x, Page Group Response Descriptor.
   */
  privateDataPresent: boolean
  /**
   * Private Data[63:0], if PDP.
   * Bits: `q2[63:0]`; 0n to 2n ** 64n - 1n. Intel VT-d Architecture Specification 3.x, Page Group Response Descriptor.
   */
  privateData0: bigint
  /**
   * Private Data[127:64], if PDP.
   * Bits: `q3[63:0]`; 0n to 2n ** 64n - 1n. Intel VT-d Architecture Specification 3.x, Page Group Response Descriptor.
   */
  privateData1: bigint
}

/** What `encode` takes. */
export type VtdPageGroupResponseV3Init = VtdPageGroupResponseV3

/** One typed array per field. */
export interface VtdPageGroupResponseV3Columns {
  pasidPresent: Uint8Array
  respCode: Uint8Array
  rid: Uint16Array
  pasid: Uint32Array
  prgIndex: Uint16Array
  last: Uint8Array
  privateDataPresent: Uint8Array
  privateData0: BigUint64Array
  privateData1: BigUint64Array
}

let table: Bits | undefined

/** The bits of the record, for the reference codec; made when they are first asked for. */
function bits(): Bits {
  return (table ??= {
    id: 'vtd.page-group-response-v3', bytes: 32, word: 8, order: 'little', label: 'q',
    fields: {
      pasidPresent: { at: [[0, 4, 4]], as: 'flag' },
      respCode: { at: [[0, 15, 12]], as: 'uint' },
      rid: { at: [[0, 31, 16]], as: 'uint' },
      pasid: { at: [[0, 51, 32]], as: 'uint' },
      prgIndex: { at: [[1, 11, 3]], as: 'uint' },
      last: { at: [[1, 2, 2]], as: 'flag' },
      privateDataPresent: { at: [[0, 5, 5]], as: 'flag' },
      privateData0: { at: [[2, 63, 0]], as: 'bigint' },
      privateData1: { at: [[3, 63, 0]], as: 'bigint' },
    },
    fixed: {
      type: { at: [[0, 11, 9], [0, 3, 0]], value: 9 },
    },
    reserved: [[0, 8, 6], [0, 63, 52], [1, 1, 0], [1, 63, 12]],
  })
}

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): VtdPageGroupResponseV3 | undefined {
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
  if (((w0 & 0x1c0) | (w1 & 0xfff00000) | (w2 & 0xfffff003) | w3) !== 0 && reserved !== 'ignore') return undefined
  return {
    pasidPresent: flag((w0 >>> 4) & 1),
    respCode: (w0 >>> 12) & 0xf,
    rid: w0 >>> 16,
    pasid: w1 & 0xfffff,
    prgIndex: (w2 >>> 3) & 0x1ff,
    last: flag((w2 >>> 2) & 1),
    privateDataPresent: flag((w0 >>> 5) & 1),
    privateData0: fromHalves(w4, w5),
    privateData1: fromHalves(w6, w7),
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: VtdPageGroupResponseV3Init, target: Uint8Array, offset: number): boolean {
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
  const $last = bit(message.last)
  const $privateDataPresent = bit(message.privateDataPresent)
  if (!intoHalves(message.privateData0)) return false
  const $privateData0low = low()
  const $privateData0high = high()
  if (!intoHalves(message.privateData1)) return false
  const $privateData1low = low()
  const $privateData1high = high()
  if (($pasidPresent | $last | $privateDataPresent) < 0) return false
  if (!(target instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > target.length - 32) return false
  const w0 = 9 | ($pasidPresent << 4) | ($respCode << 12) | ($rid << 16) | ($privateDataPresent << 5)
  const w1 = $pasid
  const w2 = ($prgIndex << 3) | ($last << 2)
  const w4 = $privateData0low
  const w5 = $privateData0high
  const w6 = $privateData1low
  const w7 = $privateData1high
  if (target === writeBytes || lookForWriting(target)) {
    setLittle4(writeView, offset, w0, w1, w2, 0)
    setLittle4(writeView, offset + 16, w4, w5, w6, w7)
  } else {
    storeLittle4(target, offset, w0, w1, w2, 0)
    storeLittle4(target, offset + 16, w4, w5, w6, w7)
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
    get last(): boolean { return ((this.memory.getInt32(this.offset + 8, true) >>> 2) & 1) !== 0 }
    get privateDataPresent(): boolean { return ((this.memory.getInt32(this.offset, true) >>> 5) & 1) !== 0 }
    get privateData0(): bigint { return fromHalves(this.memory.getInt32(this.offset + 16, true), this.memory.getInt32(this.offset + 20, true)) }
    get privateData1(): bigint { return fromHalves(this.memory.getInt32(this.offset + 24, true), this.memory.getInt32(this.offset + 28, true)) }
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
  const $last = new Uint8Array(block)
  const $privateDataPresent = new Uint8Array(block)
  const $privateData0 = new BigUint64Array(block)
  const $privateData0halves = new Int32Array($privateData0.buffer)
  const $privateData1 = new BigUint64Array(block)
  const $privateData1halves = new Int32Array($privateData1.buffer)
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
      bad |= ((w0 & 0xfcf) ^ 9) | (w1 & 0xfff00000) | (w2 & 0xfffff003) | w3
      $pasidPresent[i] = (w0 >>> 4) & 1
      $respCode[i] = (w0 >>> 12) & 0xf
      $rid[i] = w0 >>> 16
      $pasid[i] = w1 & 0xfffff
      $prgIndex[i] = (w2 >>> 3) & 0x1ff
      $last[i] = (w2 >>> 2) & 1
      $privateDataPresent[i] = (w0 >>> 5) & 1
      $privateData0halves[2 * i + LOW] = w4
      $privateData0halves[2 * i + HIGH] = w5
      $privateData1halves[2 * i + LOW] = w6
      $privateData1halves[2 * i + HIGH] = w7
    }
    return bad
  }
  return { input, output: { pasidPresent: $pasidPresent, respCode: $respCode, rid: $rid, pasid: $pasid, prgIndex: $prgIndex, last: $last, privateDataPresent: $privateDataPresent, privateData0: $privateData0, privateData1: $privateData1 }, run }
}

export { layout }

/** Id of the record. */
export const id = 'vtd.page-group-response-v3'

/** Size of the record in bytes. */
export const bytes = 32

/**
 * Decodes the Page Group Response Descriptor, revision 3.x at `offset`. What it accepts, `encode` gives back bit for bit.
 * @param offset in bytes, from 0; no alignment is asked for
 * @throws {CodecError} `truncated`, `fixed`, `reserved`; `type` or `range` for wrong arguments
 */
export function decode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): VtdPageGroupResponseV3 {
  return read(bytes, offset, options) ?? (reference.decode(bits(), bytes, offset, options) as unknown as VtdPageGroupResponseV3)
}

/** `decode`, with its error as a result. Never throws. */
export function tryDecode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): Result<VtdPageGroupResponseV3> {
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
export function encode(message: VtdPageGroupResponseV3Init): Uint8Array {
  const bytes = new Uint8Array(32)
  return write(message, bytes, 0) ? bytes : reference.encode(bits(), message)
}

/**
 * Writes all 32 bytes of the record at `offset` of `target`, or throws before the first.
 * @returns 32
 * @throws {CodecError} as `encode`; `truncated` where `target` has no room
 */
export function encodeInto(message: VtdPageGroupResponseV3Init, target: Uint8Array, offset = 0): number {
  return write(message, target, offset) ? 32 : reference.encodeInto(bits(), message, target, offset)
}

let Class: ViewClass | undefined

/**
 * A view with a getter per field, which reads when it is asked. Nothing is copied, and nothing but the length is checked.
 * @throws {CodecError} `truncated`, `type` or `range`
 */
export function view(bytes: Uint8Array, offset = 0): Readonly<VtdPageGroupResponseV3> & View {
  return new (Class ??= viewClass())(bits(), bytes, offset) as unknown as Readonly<VtdPageGroupResponseV3> & View
}

let loop: ColumnKernel | undefined

/**
 * Decodes many consecutive records into typed arrays, one per field.
 * @throws {CodecError} `truncated` where `count` records are not there; `type` or `range` for wrong options
 */
export function columns(bytes: Uint8Array, options: ColumnsOptions<VtdPageGroupResponseV3Columns> = {}): ColumnsResult<VtdPageGroupResponseV3Columns> {
  return decodeColumns(bits(), bytes, options, (block) => (loop ??= kernel(block)))
}

/** The generated codec before it declines to the reference, for proofs that it really ran. */
export const generated = { read, write }
