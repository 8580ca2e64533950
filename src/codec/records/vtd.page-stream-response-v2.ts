// Generated from src/spec/vtd.ts by `npm run generate`; do not edit.
import { pageStreamResponseV2 as layout } from '../../spec/vtd.ts'
import type { Bits } from '../../spec/vocabulary.ts'
import { decodeColumns } from '../columns.ts'
import type { ColumnKernel, ColumnsOptions, ColumnsResult } from '../columns.ts'
import { inspectRecord } from '../inspect.ts'
import type { Inspection } from '../inspect.ts'
import { HIGH, LOW, fromHalves, high, intoHalves, low, lookForWriting, memoryOf, readBytes, readView, scratch, setLittle4, storeLittle4, writeBytes, writeView } from '../memory.ts'
import * as reference from '../reference.ts'
import type { DecodeOptions, Result } from '../reference.ts'
import { RecordView } from '../view.ts'
import type { View, ViewClass } from '../view.ts'

/** The message of `vtd.page-stream-response-v2`: Page Stream Response Descriptor, revision 2.x (ECS). Intel VT-d Architecture Specification 2.x, Page Stream Response Descriptor. */
export interface VtdPageStreamResponseV2 {
  /**
   * PASID.
   * Bits: `q0[23:4]`; 0 to 0xfffff. Intel VT-d Architecture Specification 2.x, Page Stream Response Descriptor.
   */
  pasid: number
  /**
   * bus number of the device that asked.
   * Bits: `q0[31:24]`; 0 to 0xff. Intel VT-d Architecture Specification 2.x, Page Stream Response Descriptor.
   */
  bus: number
  /**
   * private data of the request.
   * Bits: `q0[54:32]`; 0 to 0x7fffff. Intel VT-d Architecture Specification 2.x, Page Stream Response Descriptor.
   */
  privateData: number
  /**
   * Page Request Group Index of the request.
   * Bits: `q0[63:55]`; 0 to 0x1ff. Intel VT-d Architecture Specification 2.x, Page Stream Response Descriptor.
   */
  prgIndex: number
  /**
   * Response Code.
   * Values: 0x0 Success, 0x1 InvalidRequest, 0xf ResponseFailure.
   * Bits: `q1[3:0]`; 0 to 0xf. Intel VT-d Architecture Specification 2.x, Page Stream Response Descriptor.
   */
  respCode: number
  /**
   * device and function number of the device that asked.
   * Bits: `q1[11:4]`; 0 to 0xff. Intel VT-d Architecture Specification 2.x, Page Stream Response Descriptor.
   */
  devfn: number
  /**
   * Address[63:12] of the page that was served.
   * Bits: `q1[63:12]`; byte address; a multiple of 4096n. Intel VT-d Architecture Specification 2.x, Page Stream Response Descriptor.
   */
  address: bigint
}

/** What `encode` takes. */
export type VtdPageStreamResponseV2Init = VtdPageStreamResponseV2

/** One typed array per field. */
export interface VtdPageStreamResponseV2Columns {
  pasid: Uint32Array
  bus: Uint8Array
  privateData: Uint32Array
  prgIndex: Uint16Array
  respCode: Uint8Array
  devfn: Uint8Array
  address: BigUint64Array
}

let table: Bits | undefined

/** The bits of the record, for the reference codec; made when they are first asked for. */
function bits(): Bits {
  return (table ??= {
    id: 'vtd.page-stream-response-v2', bytes: 16, word: 8, order: 'little', label: 'q',
    fields: {
      pasid: { at: [[0, 23, 4]], as: 'uint' },
      bus: { at: [[0, 31, 24]], as: 'uint' },
      privateData: { at: [[0, 54, 32]], as: 'uint' },
      prgIndex: { at: [[0, 63, 55]], as: 'uint' },
      respCode: { at: [[1, 3, 0]], as: 'uint' },
      devfn: { at: [[1, 11, 4]], as: 'uint' },
      address: { at: [[1, 63, 12]], as: 'page' },
    },
    fixed: {
      type: { at: [[0, 3, 0]], value: 10 },
    },
    reserved: [],
  })
}

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): VtdPageStreamResponseV2 | undefined {
  if (!(bytes instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > bytes.length - 16) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 16)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, true)
  const w1 = memory.getInt32(at + 4, true)
  const w2 = memory.getInt32(at + 8, true)
  const w3 = memory.getInt32(at + 12, true)
  const reserved = options?.reserved
  if (reserved !== undefined && reserved !== 'reject' && reserved !== 'ignore') return undefined
  if (((w0 & 0xf) ^ 0xa) !== 0) return undefined
  return {
    pasid: (w0 >>> 4) & 0xfffff,
    bus: w0 >>> 24,
    privateData: w1 & 0x7fffff,
    prgIndex: w1 >>> 23,
    respCode: w2 & 0xf,
    devfn: (w2 >>> 4) & 0xff,
    address: fromHalves(w2 & 0xfffff000, w3),
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: VtdPageStreamResponseV2Init, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  const $pasid = message.pasid
  if (typeof $pasid !== 'number' || ($pasid & 0xfffff) !== $pasid) return false
  const $bus = message.bus
  if (typeof $bus !== 'number' || ($bus & 0xff) !== $bus) return false
  const $privateData = message.privateData
  if (typeof $privateData !== 'number' || ($privateData & 0x7fffff) !== $privateData) return false
  const $prgIndex = message.prgIndex
  if (typeof $prgIndex !== 'number' || ($prgIndex & 0x1ff) !== $prgIndex) return false
  const $respCode = message.respCode
  if (typeof $respCode !== 'number' || ($respCode & 0xf) !== $respCode) return false
  const $devfn = message.devfn
  if (typeof $devfn !== 'number' || ($devfn & 0xff) !== $devfn) return false
  if (!intoHalves(message.address)) return false
  const $addresslow = low()
  const $addresshigh = high()
  if (($addresslow & 0xfff) !== 0) return false
  if (!(target instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > target.length - 16) return false
  const w0 = 0xa | ($pasid << 4) | ($bus << 24)
  const w1 = $privateData | ($prgIndex << 23)
  const w2 = $respCode | ($devfn << 4) | ($addresslow & 0xfffff000)
  const w3 = $addresshigh
  if (target === writeBytes || lookForWriting(target)) {
    setLittle4(writeView, offset, w0, w1, w2, w3)
  } else {
    storeLittle4(target, offset, w0, w1, w2, w3)
  }
  return true
}

function viewClass(): ViewClass {
  return class extends RecordView {
    get pasid(): number { return (this.memory.getInt32(this.offset, true) >>> 4) & 0xfffff }
    get bus(): number { return this.memory.getInt32(this.offset, true) >>> 24 }
    get privateData(): number { return this.memory.getInt32(this.offset + 4, true) & 0x7fffff }
    get prgIndex(): number { return this.memory.getInt32(this.offset + 4, true) >>> 23 }
    get respCode(): number { return this.memory.getInt32(this.offset + 8, true) & 0xf }
    get devfn(): number { return (this.memory.getInt32(this.offset + 8, true) >>> 4) & 0xff }
    get address(): bigint { return fromHalves(this.memory.getInt32(this.offset + 8, true) & 0xfffff000, this.memory.getInt32(this.offset + 12, true)) }
  }
}

function kernel(block: number): ColumnKernel {
  const input = new Uint8Array(block * 16)
  const memory = new DataView(input.buffer)
  const $pasid = new Uint32Array(block)
  const $bus = new Uint8Array(block)
  const $privateData = new Uint32Array(block)
  const $prgIndex = new Uint16Array(block)
  const $respCode = new Uint8Array(block)
  const $devfn = new Uint8Array(block)
  const $address = new BigUint64Array(block)
  const $addresshalves = new Int32Array($address.buffer)
  function run(count: number): number {
    let bad = 0
    for (let i = 0, at = 0; i < count; i++, at += 16) {
      const w0 = memory.getInt32(at, true)
      const w1 = memory.getInt32(at + 4, true)
      const w2 = memory.getInt32(at + 8, true)
      const w3 = memory.getInt32(at + 12, true)
      bad |= (w0 & 0xf) ^ 0xa
      $pasid[i] = (w0 >>> 4) & 0xfffff
      $bus[i] = w0 >>> 24
      $privateData[i] = w1 & 0x7fffff
      $prgIndex[i] = w1 >>> 23
      $respCode[i] = w2 & 0xf
      $devfn[i] = (w2 >>> 4) & 0xff
      $addresshalves[2 * i + LOW] = w2 & 0xfffff000
      $addresshalves[2 * i + HIGH] = w3
    }
    return bad
  }
  return { input, output: { pasid: $pasid, bus: $bus, privateData: $privateData, prgIndex: $prgIndex, respCode: $respCode, devfn: $devfn, address: $address }, run }
}

export { layout }

/** Id of the record. */
export const id = 'vtd.page-stream-response-v2'

/** Size of the record in bytes. */
export const bytes = 16

/**
 * Decodes the Page Stream Response Descriptor, revision 2.x (ECS) at `offset`. What it accepts, `encode` gives back bit for bit.
 * @param offset in bytes, from 0; no alignment is asked for
 * @throws {CodecError} `truncated`, `fixed`, `reserved`; `type` or `range` for wrong arguments
 */
export function decode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): VtdPageStreamResponseV2 {
  return read(bytes, offset, options) ?? (reference.decode(bits(), bytes, offset, options) as unknown as VtdPageStreamResponseV2)
}

/** `decode`, with its error as a result. Never throws. */
export function tryDecode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): Result<VtdPageStreamResponseV2> {
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
export function encode(message: VtdPageStreamResponseV2Init): Uint8Array {
  const bytes = new Uint8Array(16)
  return write(message, bytes, 0) ? bytes : reference.encode(bits(), message)
}

/**
 * Writes all 16 bytes of the record at `offset` of `target`, or throws before the first.
 * @returns 16
 * @throws {CodecError} as `encode`; `truncated` where `target` has no room
 */
export function encodeInto(message: VtdPageStreamResponseV2Init, target: Uint8Array, offset = 0): number {
  return write(message, target, offset) ? 16 : reference.encodeInto(bits(), message, target, offset)
}

let Class: ViewClass | undefined

/**
 * A view with a getter per field, which reads when it is asked. Nothing is copied, and nothing but the length is checked.
 * @throws {CodecError} `truncated`, `type` or `range`
 */
export function view(bytes: Uint8Array, offset = 0): Readonly<VtdPageStreamResponseV2> & View {
  return new (Class ??= viewClass())(bits(), bytes, offset) as unknown as Readonly<VtdPageStreamResponseV2> & View
}

let loop: ColumnKernel | undefined

/**
 * Decodes many consecutive records into typed arrays, one per field.
 * @throws {CodecError} `truncated` where `count` records are not there; `type` or `range` for wrong options
 */
export function columns(bytes: Uint8Array, options: ColumnsOptions<VtdPageStreamResponseV2Columns> = {}): ColumnsResult<VtdPageStreamResponseV2Columns> {
  return decodeColumns(bits(), bytes, options, (block) => (loop ??= kernel(block)))
}

/** The generated codec before it declines to the reference, for proofs that it really ran. */
export const generated = { read, write }
