// Generated from src/spec/vtd.ts by `npm run generate`; do not edit.
import { pageRequestV2 as layout } from '../../spec/vtd.ts'
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

/** The message of `vtd.page-request-v2`: Page Request Descriptor, revision 2.x (ECS). Intel VT-d Architecture Specification 2.x, Page Request Descriptor. */
export interface VtdPageRequestV2 {
  /**
   * SRR: asks for a page stream response instead of a group response.
   * Bits: `q0[0]`. Intel VT-d Architecture Specification 2.x, Page Request Descriptor.
   */
  streamResponseRequested: boolean
  /**
   * BOF: more requests of the batch follow.
   * Bits: `q0[1]`. Intel VT-d Architecture Specification 2.x, Page Request Descriptor.
   */
  batchOfFaults: boolean
  /**
   * PASID present.
   * Bits: `q0[2]`. Intel VT-d Architecture Specification 2.x, Page Request Descriptor.
   */
  pasidPresent: boolean
  /**
   * LPIG: last page in group.
   * Bits: `q0[3]`. Intel VT-d Architecture Specification 2.x, Page Request Descriptor.
   */
  last: boolean
  /**
   * PASID.
   * Bits: `q0[23:4]`; 0 to 0xfffff. Intel VT-d Architecture Specification 2.x, Page Request Descriptor.
   */
  pasid: number
  /**
   * bus number of the requester.
   * Bits: `q0[31:24]`; 0 to 0xff. Intel VT-d Architecture Specification 2.x, Page Request Descriptor.
   */
  bus: number
  /**
   * private data, to be returned in the response.
   * Bits: `q0[54:32]`; 0 to 0x7fffff. Intel VT-d Architecture Specification 2.x, Page Request Descriptor.
   */
  privateData: number
  /**
   * Page Request Group Index.
   * Bits: `q0[63:55]`; 0 to 0x1ff. Intel VT-d Architecture Specification 2.x, Page Request Descriptor.
   */
  prgIndex: number
  /**
   * read access requested.
   * Bits: `q1[0]`. Intel VT-d Architecture Specification 2.x, Page Request Descriptor.
   */
  read: boolean
  /**
   * write access requested.
   * Bits: `q1[1]`. Intel VT-d Architecture Specification 2.x, Page Request Descriptor.
   */
  write: boolean
  /**
   * execute access requested.
   * Bits: `q1[2]`. Intel VT-d Architecture Specification 2.x, Page Request Descriptor.
   */
  executeRequested: boolean
  /**
   * privileged mode requested.
   * Bits: `q1[3]`. Intel VT-d Architecture Specification 2.x, Page Request Descriptor.
   */
  privilegedModeRequested: boolean
  /**
   * device and function number of the requester.
   * Bits: `q1[11:4]`; 0 to 0xff. Intel VT-d Architecture Specification 2.x, Page Request Descriptor.
   */
  devfn: number
  /**
   * Address[63:12] of the page.
   * Bits: `q1[63:12]`; byte address; a multiple of 4096n. Intel VT-d Architecture Specification 2.x, Page Request Descriptor.
   */
  address: bigint
}

/** What `encode` takes. */
export type VtdPageRequestV2Init = VtdPageRequestV2

/** One typed array per field. */
export interface VtdPageRequestV2Columns {
  streamResponseRequested: Uint8Array
  batchOfFaults: Uint8Array
  pasidPresent: Uint8Array
  last: Uint8Array
  pasid: Uint32Array
  bus: Uint8Array
  privateData: Uint32Array
  prgIndex: Uint16Array
  read: Uint8Array
  write: Uint8Array
  executeRequested: Uint8Array
  privilegedModeRequested: Uint8Array
  devfn: Uint8Array
  address: BigUint64Array
}

let table: Bits | undefined

/** The bits of the record, for the reference codec; made when they are first asked for. */
function bits(): Bits {
  return (table ??= {
    id: 'vtd.page-request-v2', bytes: 16, word: 8, order: 'little', label: 'q',
    fields: {
      streamResponseRequested: { at: [[0, 0, 0]], as: 'flag' },
      batchOfFaults: { at: [[0, 1, 1]], as: 'flag' },
      pasidPresent: { at: [[0, 2, 2]], as: 'flag' },
      last: { at: [[0, 3, 3]], as: 'flag' },
      pasid: { at: [[0, 23, 4]], as: 'uint' },
      bus: { at: [[0, 31, 24]], as: 'uint' },
      privateData: { at: [[0, 54, 32]], as: 'uint' },
      prgIndex: { at: [[0, 63, 55]], as: 'uint' },
      read: { at: [[1, 0, 0]], as: 'flag' },
      write: { at: [[1, 1, 1]], as: 'flag' },
      executeRequested: { at: [[1, 2, 2]], as: 'flag' },
      privilegedModeRequested: { at: [[1, 3, 3]], as: 'flag' },
      devfn: { at: [[1, 11, 4]], as: 'uint' },
      address: { at: [[1, 63, 12]], as: 'page' },
    },
    fixed: {
    },
    reserved: [],
  })
}

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): VtdPageRequestV2 | undefined {
  if (!(bytes instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > bytes.length - 16) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 16)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, true)
  const w1 = memory.getInt32(at + 4, true)
  const w2 = memory.getInt32(at + 8, true)
  const w3 = memory.getInt32(at + 12, true)
  const reserved = options?.reserved
  if (reserved !== undefined && reserved !== 'reject' && reserved !== 'ignore') return undefined
  return {
    streamResponseRequested: flag(w0 & 1),
    batchOfFaults: flag((w0 >>> 1) & 1),
    pasidPresent: flag((w0 >>> 2) & 1),
    last: flag((w0 >>> 3) & 1),
    pasid: (w0 >>> 4) & 0xfffff,
    bus: w0 >>> 24,
    privateData: w1 & 0x7fffff,
    prgIndex: w1 >>> 23,
    read: flag(w2 & 1),
    write: flag((w2 >>> 1) & 1),
    executeRequested: flag((w2 >>> 2) & 1),
    privilegedModeRequested: flag((w2 >>> 3) & 1),
    devfn: (w2 >>> 4) & 0xff,
    address: fromHalves(w2 & 0xfffff000, w3),
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: VtdPageRequestV2Init, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  const $streamResponseRequested = bit(message.streamResponseRequested)
  const $batchOfFaults = bit(message.batchOfFaults)
  const $pasidPresent = bit(message.pasidPresent)
  const $last = bit(message.last)
  const $pasid = message.pasid
  if (typeof $pasid !== 'number' || ($pasid & 0xfffff) !== $pasid) return false
  const $bus = message.bus
  if (typeof $bus !== 'number' || ($bus & 0xff) !== $bus) return false
  const $privateData = message.privateData
  if (typeof $privateData !== 'number' || ($privateData & 0x7fffff) !== $privateData) return false
  const $prgIndex = message.prgIndex
  if (typeof $prgIndex !== 'number' || ($prgIndex & 0x1ff) !== $prgIndex) return false
  const $read = bit(message.read)
  const $write = bit(message.write)
  const $executeRequested = bit(message.executeRequested)
  const $privilegedModeRequested = bit(message.privilegedModeRequested)
  const $devfn = message.devfn
  if (typeof $devfn !== 'number' || ($devfn & 0xff) !== $devfn) return false
  if (!intoHalves(message.address)) return false
  const $addresslow = low()
  const $addresshigh = high()
  if (($addresslow & 0xfff) !== 0) return false
  if (($streamResponseRequested | $batchOfFaults | $pasidPresent | $last | $read | $write | $executeRequested | $privilegedModeRequested) < 0) return false
  if (!(target instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > target.length - 16) return false
  const w0 = $streamResponseRequested | ($batchOfFaults << 1) | ($pasidPresent << 2) | ($last << 3) | ($pasid << 4) | ($bus << 24)
  const w1 = $privateData | ($prgIndex << 23)
  const w2 = $read | ($write << 1) | ($executeRequested << 2) | ($privilegedModeRequested << 3) | ($devfn << 4) | ($addresslow & 0xfffff000)
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
    get streamResponseRequested(): boolean { return (this.memory.getInt32(this.offset, true) & 1) !== 0 }
    get batchOfFaults(): boolean { return ((this.memory.getInt32(this.offset, true) >>> 1) & 1) !== 0 }
    get pasidPresent(): boolean { return ((this.memory.getInt32(this.offset, true) >>> 2) & 1) !== 0 }
    get last(): boolean { return ((this.memory.getInt32(this.offset, true) >>> 3) & 1) !== 0 }
    get pasid(): number { return (this.memory.getInt32(this.offset, true) >>> 4) & 0xfffff }
    get bus(): number { return this.memory.getInt32(this.offset, true) >>> 24 }
    get privateData(): number { return this.memory.getInt32(this.offset + 4, true) & 0x7fffff }
    get prgIndex(): number { return this.memory.getInt32(this.offset + 4, true) >>> 23 }
    get read(): boolean { return (this.memory.getInt32(this.offset + 8, true) & 1) !== 0 }
    get write(): boolean { return ((this.memory.getInt32(this.offset + 8, true) >>> 1) & 1) !== 0 }
    get executeRequested(): boolean { return ((this.memory.getInt32(this.offset + 8, true) >>> 2) & 1) !== 0 }
    get privilegedModeRequested(): boolean { return ((this.memory.getInt32(this.offset + 8, true) >>> 3) & 1) !== 0 }
    get devfn(): number { return (this.memory.getInt32(this.offset + 8, true) >>> 4) & 0xff }
    get address(): bigint { return fromHalves(this.memory.getInt32(this.offset + 8, true) & 0xfffff000, this.memory.getInt32(this.offset + 12, true)) }
  }
}

function kernel(block: number): ColumnKernel {
  const input = new Uint8Array(block * 16)
  const memory = new DataView(input.buffer)
  const $streamResponseRequested = new Uint8Array(block)
  const $batchOfFaults = new Uint8Array(block)
  const $pasidPresent = new Uint8Array(block)
  const $last = new Uint8Array(block)
  const $pasid = new Uint32Array(block)
  const $bus = new Uint8Array(block)
  const $privateData = new Uint32Array(block)
  const $prgIndex = new Uint16Array(block)
  const $read = new Uint8Array(block)
  const $write = new Uint8Array(block)
  const $executeRequested = new Uint8Array(block)
  const $privilegedModeRequested = new Uint8Array(block)
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
      $streamResponseRequested[i] = w0 & 1
      $batchOfFaults[i] = (w0 >>> 1) & 1
      $pasidPresent[i] = (w0 >>> 2) & 1
      $last[i] = (w0 >>> 3) & 1
      $pasid[i] = (w0 >>> 4) & 0xfffff
      $bus[i] = w0 >>> 24
      $privateData[i] = w1 & 0x7fffff
      $prgIndex[i] = w1 >>> 23
      $read[i] = w2 & 1
      $write[i] = (w2 >>> 1) & 1
      $executeRequested[i] = (w2 >>> 2) & 1
      $privilegedModeRequested[i] = (w2 >>> 3) & 1
      $devfn[i] = (w2 >>> 4) & 0xff
      $addresshalves[2 * i + LOW] = w2 & 0xfffff000
      $addresshalves[2 * i + HIGH] = w3
    }
    return bad
  }
  return { input, output: { streamResponseRequested: $streamResponseRequested, batchOfFaults: $batchOfFaults, pasidPresent: $pasidPresent, last: $last, pasid: $pasid, bus: $bus, privateData: $privateData, prgIndex: $prgIndex, read: $read, write: $write, executeRequested: $executeRequested, privilegedModeRequested: $privilegedModeRequested, devfn: $devfn, address: $address }, run }
}

export { layout }

/** Id of the record. */
export const id = 'vtd.page-request-v2'

/** Size of the record in bytes. */
export const bytes = 16

/**
 * Decodes the Page Request Descriptor, revision 2.x (ECS) at `offset`. What it accepts, `encode` gives back bit for bit.
 * @param offset in bytes, from 0; no alignment is asked for
 * @throws {CodecError} `truncated`, `fixed`, `reserved`; `type` or `range` for wrong arguments
 */
export function decode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): VtdPageRequestV2 {
  return read(bytes, offset, options) ?? (reference.decode(bits(), bytes, offset, options) as unknown as VtdPageRequestV2)
}

/** `decode`, with its error as a result. Never throws. */
export function tryDecode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): Result<VtdPageRequestV2> {
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
export function encode(message: VtdPageRequestV2Init): Uint8Array {
  const bytes = new Uint8Array(16)
  return write(message, bytes, 0) ? bytes : reference.encode(bits(), message)
}

/**
 * Writes all 16 bytes of the record at `offset` of `target`, or throws before the first.
 * @returns 16
 * @throws {CodecError} as `encode`; `truncated` where `target` has no room
 */
export function encodeInto(message: VtdPageRequestV2Init, target: Uint8Array, offset = 0): number {
  return write(message, target, offset) ? 16 : reference.encodeInto(bits(), message, target, offset)
}

let Class: ViewClass | undefined

/**
 * A view with a getter per field, which reads when it is asked. Nothing is copied, and nothing but the length is checked.
 * @throws {CodecError} `truncated`, `type` or `range`
 */
export function view(bytes: Uint8Array, offset = 0): Readonly<VtdPageRequestV2> & View {
  return new (Class ??= viewClass())(bits(), bytes, offset) as unknown as Readonly<VtdPageRequestV2> & View
}

let loop: ColumnKernel | undefined

/**
 * Decodes many consecutive records into typed arrays, one per field.
 * @throws {CodecError} `truncated` where `count` records are not there; `type` or `range` for wrong options
 */
export function columns(bytes: Uint8Array, options: ColumnsOptions<VtdPageRequestV2Columns> = {}): ColumnsResult<VtdPageRequestV2Columns> {
  return decodeColumns(bits(), bytes, options, (block) => (loop ??= kernel(block)))
}

/** The generated codec before it declines to the reference, for proofs that it really ran. */
export const generated = { read, write }
