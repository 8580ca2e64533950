// Generated from src/spec/vtd.ts by `npm run generate`; do not edit.
import { pageRequest as layout } from '../../spec/vtd.ts'
import type { Bits } from '../../spec/vocabulary.ts'
import { decodeColumns } from '../columns.ts'
import type { ColumnKernel, ColumnsOptions, ColumnsResult } from '../columns.ts'
import { inspectRecord } from '../inspect.ts'
import type { Inspection } from '../inspect.ts'
import { HIGH, LOW, bit, flag, fromHalves, high, intoHalves, low, lookForWriting, memoryOf, readBytes, readView, scratch, setLittle4, setZero4, storeLittle4, writeBytes, writeView } from '../memory.ts'
import * as reference from '../reference.ts'
import type { DecodeOptions, Result } from '../reference.ts'
import { RecordView } from '../view.ts'
import type { View, ViewClass } from '../view.ts'

/** The message of `vtd.page-request`: Page Request Descriptor. Intel VT-d Architecture Specification 4.0, Page Request Descriptor. */
export interface VtdPageRequest {
  /**
   * PP: the request carries a PASID.
   * Bits: `q0[8]`. Intel VT-d Architecture Specification 4.0, Page Request Descriptor.
   */
  pasidPresent: boolean
  /**
   * RID: Requester ID, bus in the high byte, device and function in the low.
   * Bits: `q0[31:16]`; 0 to 0xffff. Intel VT-d Architecture Specification 4.0, Page Request Descriptor.
   */
  rid: number
  /**
   * PASID, if PP.
   * Bits: `q0[51:32]`; 0 to 0xfffff. Intel VT-d Architecture Specification 4.0, Page Request Descriptor.
   */
  pasid: number
  /**
   * EXR: Execute Requested.
   * Bits: `q0[52]`. Intel VT-d Architecture Specification 4.0, Page Request Descriptor.
   */
  executeRequested: boolean
  /**
   * PMR: Privileged Mode Requested.
   * Bits: `q0[53]`. Intel VT-d Architecture Specification 4.0, Page Request Descriptor.
   */
  privilegedModeRequested: boolean
  /**
   * R: read access requested.
   * Bits: `q1[0]`. Intel VT-d Architecture Specification 4.0, Page Request Descriptor.
   */
  read: boolean
  /**
   * W: write access requested.
   * Bits: `q1[1]`. Intel VT-d Architecture Specification 4.0, Page Request Descriptor.
   */
  write: boolean
  /**
   * LPIG: last page in group.
   * Bits: `q1[2]`. Intel VT-d Architecture Specification 4.0, Page Request Descriptor.
   */
  last: boolean
  /**
   * Page Request Group Index.
   * Bits: `q1[11:3]`; 0 to 0x1ff. Intel VT-d Architecture Specification 4.0, Page Request Descriptor.
   */
  prgIndex: number
  /**
   * Address[63:12] of the page.
   * Bits: `q1[63:12]`; byte address; a multiple of 4096n. Intel VT-d Architecture Specification 4.0, Page Request Descriptor.
   */
  address: bigint
}

/** What `encode` takes. */
export type VtdPageRequestInit = VtdPageRequest

/** One typed array per field. */
export interface VtdPageRequestColumns {
  pasidPresent: Uint8Array
  rid: Uint16Array
  pasid: Uint32Array
  executeRequested: Uint8Array
  privilegedModeRequested: Uint8Array
  read: Uint8Array
  write: Uint8Array
  last: Uint8Array
  prgIndex: Uint16Array
  address: BigUint64Array
}

let table: Bits | undefined

/** The bits of the record, for the reference codec; made when they are first asked for. */
function bits(): Bits {
  return (table ??= {
    id: 'vtd.page-request', bytes: 32, word: 8, order: 'little', label: 'q',
    fields: {
      pasidPresent: { at: [[0, 8, 8]], as: 'flag' },
      rid: { at: [[0, 31, 16]], as: 'uint' },
      pasid: { at: [[0, 51, 32]], as: 'uint' },
      executeRequested: { at: [[0, 52, 52]], as: 'flag' },
      privilegedModeRequested: { at: [[0, 53, 53]], as: 'flag' },
      read: { at: [[1, 0, 0]], as: 'flag' },
      write: { at: [[1, 1, 1]], as: 'flag' },
      last: { at: [[1, 2, 2]], as: 'flag' },
      prgIndex: { at: [[1, 11, 3]], as: 'uint' },
      address: { at: [[1, 63, 12]], as: 'page' },
    },
    fixed: {
      type: { at: [[0, 7, 0]], value: 1 },
    },
    reserved: [[0, 9, 9], [0, 15, 10], [0, 63, 54], [2, 63, 0], [3, 63, 0]],
  })
}

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): VtdPageRequest | undefined {
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
  if (((w0 & 0xff) ^ 1) !== 0) return undefined
  if (((w0 & 0xfe00) | (w1 & 0xffc00000) | w4 | w5 | w6 | w7) !== 0 && reserved !== 'ignore') return undefined
  return {
    pasidPresent: flag((w0 >>> 8) & 1),
    rid: w0 >>> 16,
    pasid: w1 & 0xfffff,
    executeRequested: flag((w1 >>> 20) & 1),
    privilegedModeRequested: flag((w1 >>> 21) & 1),
    read: flag(w2 & 1),
    write: flag((w2 >>> 1) & 1),
    last: flag((w2 >>> 2) & 1),
    prgIndex: (w2 >>> 3) & 0x1ff,
    address: fromHalves(w2 & 0xfffff000, w3),
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: VtdPageRequestInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  const $pasidPresent = bit(message.pasidPresent)
  const $rid = message.rid
  if (typeof $rid !== 'number' || ($rid & 0xffff) !== $rid) return false
  const $pasid = message.pasid
  if (typeof $pasid !== 'number' || ($pasid & 0xfffff) !== $pasid) return false
  const $executeRequested = bit(message.executeRequested)
  const $privilegedModeRequested = bit(message.privilegedModeRequested)
  const $read = bit(message.read)
  const $write = bit(message.write)
  const $last = bit(message.last)
  const $prgIndex = message.prgIndex
  if (typeof $prgIndex !== 'number' || ($prgIndex & 0x1ff) !== $prgIndex) return false
  if (!intoHalves(message.address)) return false
  const $addresslow = low()
  const $addresshigh = high()
  if (($addresslow & 0xfff) !== 0) return false
  if (($pasidPresent | $executeRequested | $privilegedModeRequested | $read | $write | $last) < 0) return false
  if (!(target instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > target.length - 32) return false
  const w0 = 1 | ($pasidPresent << 8) | ($rid << 16)
  const w1 = $pasid | ($executeRequested << 20) | ($privilegedModeRequested << 21)
  const w2 = $read | ($write << 1) | ($last << 2) | ($prgIndex << 3) | ($addresslow & 0xfffff000)
  const w3 = $addresshigh
  if (target === writeBytes || lookForWriting(target)) {
    setLittle4(writeView, offset, w0, w1, w2, w3)
    setZero4(writeView, offset + 16)
  } else {
    storeLittle4(target, offset, w0, w1, w2, w3)
    storeLittle4(target, offset + 16, 0, 0, 0, 0)
  }
  return true
}

function viewClass(): ViewClass {
  return class extends RecordView {
    get pasidPresent(): boolean { return ((this.memory.getInt32(this.offset, true) >>> 8) & 1) !== 0 }
    get rid(): number { return this.memory.getInt32(this.offset, true) >>> 16 }
    get pasid(): number { return this.memory.getInt32(this.offset + 4, true) & 0xfffff }
    get executeRequested(): boolean { return ((this.memory.getInt32(this.offset + 4, true) >>> 20) & 1) !== 0 }
    get privilegedModeRequested(): boolean { return ((this.memory.getInt32(this.offset + 4, true) >>> 21) & 1) !== 0 }
    get read(): boolean { return (this.memory.getInt32(this.offset + 8, true) & 1) !== 0 }
    get write(): boolean { return ((this.memory.getInt32(this.offset + 8, true) >>> 1) & 1) !== 0 }
    get last(): boolean { return ((this.memory.getInt32(this.offset + 8, true) >>> 2) & 1) !== 0 }
    get prgIndex(): number { return (this.memory.getInt32(this.offset + 8, true) >>> 3) & 0x1ff }
    get address(): bigint { return fromHalves(this.memory.getInt32(this.offset + 8, true) & 0xfffff000, this.memory.getInt32(this.offset + 12, true)) }
  }
}

function kernel(block: number): ColumnKernel {
  const input = new Uint8Array(block * 32)
  const memory = new DataView(input.buffer)
  const $pasidPresent = new Uint8Array(block)
  const $rid = new Uint16Array(block)
  const $pasid = new Uint32Array(block)
  const $executeRequested = new Uint8Array(block)
  const $privilegedModeRequested = new Uint8Array(block)
  const $read = new Uint8Array(block)
  const $write = new Uint8Array(block)
  const $last = new Uint8Array(block)
  const $prgIndex = new Uint16Array(block)
  const $address = new BigUint64Array(block)
  const $addresshalves = new Int32Array($address.buffer)
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
      bad |= ((w0 & 0xfeff) ^ 1) | (w1 & 0xffc00000) | w4 | w5 | w6 | w7
      $pasidPresent[i] = (w0 >>> 8) & 1
      $rid[i] = w0 >>> 16
      $pasid[i] = w1 & 0xfffff
      $executeRequested[i] = (w1 >>> 20) & 1
      $privilegedModeRequested[i] = (w1 >>> 21) & 1
      $read[i] = w2 & 1
      $write[i] = (w2 >>> 1) & 1
      $last[i] = (w2 >>> 2) & 1
      $prgIndex[i] = (w2 >>> 3) & 0x1ff
      $addresshalves[2 * i + LOW] = w2 & 0xfffff000
      $addresshalves[2 * i + HIGH] = w3
    }
    return bad
  }
  return { input, output: { pasidPresent: $pasidPresent, rid: $rid, pasid: $pasid, executeRequested: $executeRequested, privilegedModeRequested: $privilegedModeRequested, read: $read, write: $write, last: $last, prgIndex: $prgIndex, address: $address }, run }
}

export { layout }

/** Id of the record. */
export const id = 'vtd.page-request'

/** Size of the record in bytes. */
export const bytes = 32

/**
 * Decodes the Page Request Descriptor at `offset`. What it accepts, `encode` gives back bit for bit.
 * @param offset in bytes, from 0; no alignment is asked for
 * @throws {CodecError} `truncated`, `fixed`, `reserved`; `type` or `range` for wrong arguments
 */
export function decode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): VtdPageRequest {
  return read(bytes, offset, options) ?? (reference.decode(bits(), bytes, offset, options) as unknown as VtdPageRequest)
}

/** `decode`, with its error as a result. Never throws. */
export function tryDecode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): Result<VtdPageRequest> {
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
export function encode(message: VtdPageRequestInit): Uint8Array {
  const bytes = new Uint8Array(32)
  return write(message, bytes, 0) ? bytes : reference.encode(bits(), message)
}

/**
 * Writes all 32 bytes of the record at `offset` of `target`, or throws before the first.
 * @returns 32
 * @throws {CodecError} as `encode`; `truncated` where `target` has no room
 */
export function encodeInto(message: VtdPageRequestInit, target: Uint8Array, offset = 0): number {
  return write(message, target, offset) ? 32 : reference.encodeInto(bits(), message, target, offset)
}

let Class: ViewClass | undefined

/**
 * A view with a getter per field, which reads when it is asked. Nothing is copied, and nothing but the length is checked.
 * @throws {CodecError} `truncated`, `type` or `range`
 */
export function view(bytes: Uint8Array, offset = 0): Readonly<VtdPageRequest> & View {
  return new (Class ??= viewClass())(bits(), bytes, offset) as unknown as Readonly<VtdPageRequest> & View
}

let loop: ColumnKernel | undefined

/**
 * Decodes many consecutive records into typed arrays, one per field.
 * @throws {CodecError} `truncated` where `count` records are not there; `type` or `range` for wrong options
 */
export function columns(bytes: Uint8Array, options: ColumnsOptions<VtdPageRequestColumns> = {}): ColumnsResult<VtdPageRequestColumns> {
  return decodeColumns(bits(), bytes, options, (block) => (loop ??= kernel(block)))
}

/** The generated codec before it declines to the reference, for proofs that it really ran. */
export const generated = { read, write }
