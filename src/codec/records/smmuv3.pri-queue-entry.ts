// Generated from src/spec/smmuv3.ts by `npm run generate`; do not edit.
import { priQueueEntry as layout } from '../../spec/smmuv3.ts'
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

/** The message of `smmuv3.pri-queue-entry`: PRI queue entry. Arm IHI 0070, 8.2. */
export interface Smmuv3PriQueueEntry {
  /**
   * StreamID; its low 16 bits are the Requester ID.
   * Bits: `q0[31:0]`; 0 to 0xffffffff. Arm IHI 0070, 8.2.
   */
  streamId: number
  /**
   * SubstreamID (the PASID); unknown unless SSV.
   * Bits: `q0[51:32]`; 0 to 0xfffff. Arm IHI 0070, 8.2.
   */
  substreamId: number
  /**
   * Priv: privileged access requested; 0 unless SSV.
   * Bits: `q0[58]`. Arm IHI 0070, 8.2.
   */
  privileged: boolean
  /**
   * X: execute access requested; 0 unless SSV.
   * Bits: `q0[59]`. Arm IHI 0070, 8.2.
   */
  execute: boolean
  /**
   * R: read access requested.
   * Bits: `q0[60]`. Arm IHI 0070, 8.2.
   */
  read: boolean
  /**
   * W: write access requested.
   * Bits: `q0[61]`. Arm IHI 0070, 8.2.
   */
  write: boolean
  /**
   * Last: last request of its group.
   * Bits: `q0[62]`. Arm IHI 0070, 8.2.
   */
  last: boolean
  /**
   * SSV: the request carries a PASID.
   * Bits: `q0[63]`. Arm IHI 0070, 8.2.
   */
  substreamValid: boolean
  /**
   * Page Request Group Index.
   * Bits: `q1[8:0]`; 0 to 0x1ff. Arm IHI 0070, 8.2.
   */
  prgIndex: number
  /**
   * PageAddr[63:12].
   * Bits: `q1[63:12]`; byte address; a multiple of 4096n. Arm IHI 0070, 8.2.
   */
  address: bigint
}

/** What `encode` takes. */
export type Smmuv3PriQueueEntryInit = Smmuv3PriQueueEntry

/** One typed array per field. */
export interface Smmuv3PriQueueEntryColumns {
  streamId: Uint32Array
  substreamId: Uint32Array
  privileged: Uint8Array
  execute: Uint8Array
  read: Uint8Array
  write: Uint8Array
  last: Uint8Array
  substreamValid: Uint8Array
  prgIndex: Uint16Array
  address: BigUint64Array
}

let table: Bits | undefined

/** The bits of the record, for the reference codec; made when they are first asked for. */
function bits(): Bits {
  return (table ??= {
    id: 'smmuv3.pri-queue-entry', bytes: 16, word: 8, order: 'little', label: 'q',
    fields: {
      streamId: { at: [[0, 31, 0]], as: 'uint' },
      substreamId: { at: [[0, 51, 32]], as: 'uint' },
      privileged: { at: [[0, 58, 58]], as: 'flag' },
      execute: { at: [[0, 59, 59]], as: 'flag' },
      read: { at: [[0, 60, 60]], as: 'flag' },
      write: { at: [[0, 61, 61]], as: 'flag' },
      last: { at: [[0, 62, 62]], as: 'flag' },
      substreamValid: { at: [[0, 63, 63]], as: 'flag' },
      prgIndex: { at: [[1, 8, 0]], as: 'uint' },
      address: { at: [[1, 63, 12]], as: 'page' },
    },
    fixed: {
    },
    reserved: [[0, 57, 52], [1, 11, 9]],
  })
}

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): Smmuv3PriQueueEntry | undefined {
  if (!(bytes instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > bytes.length - 16) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 16)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, true)
  const w1 = memory.getInt32(at + 4, true)
  const w2 = memory.getInt32(at + 8, true)
  const w3 = memory.getInt32(at + 12, true)
  const reserved = options?.reserved
  if (reserved !== undefined && reserved !== 'reject' && reserved !== 'ignore') return undefined
  if (((w1 & 0x3f00000) | (w2 & 0xe00)) !== 0 && reserved !== 'ignore') return undefined
  return {
    streamId: w0 >>> 0,
    substreamId: w1 & 0xfffff,
    privileged: flag((w1 >>> 26) & 1),
    execute: flag((w1 >>> 27) & 1),
    read: flag((w1 >>> 28) & 1),
    write: flag((w1 >>> 29) & 1),
    last: flag((w1 >>> 30) & 1),
    substreamValid: flag(w1 >>> 31),
    prgIndex: w2 & 0x1ff,
    address: fromHalves(w2 & 0xfffff000, w3),
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: Smmuv3PriQueueEntryInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  const $streamId = message.streamId
  if (typeof $streamId !== 'number' || $streamId >>> 0 !== $streamId) return false
  const $substreamId = message.substreamId
  if (typeof $substreamId !== 'number' || ($substreamId & 0xfffff) !== $substreamId) return false
  const $privileged = bit(message.privileged)
  const $execute = bit(message.execute)
  const $read = bit(message.read)
  const $write = bit(message.write)
  const $last = bit(message.last)
  const $substreamValid = bit(message.substreamValid)
  const $prgIndex = message.prgIndex
  if (typeof $prgIndex !== 'number' || ($prgIndex & 0x1ff) !== $prgIndex) return false
  if (!intoHalves(message.address)) return false
  const $addresslow = low()
  const $addresshigh = high()
  if (($addresslow & 0xfff) !== 0) return false
  if (($privileged | $execute | $read | $write | $last | $substreamValid) < 0) return false
  if (!(target instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > target.length - 16) return false
  const w0 = $streamId
  const w1 = $substreamId | ($privileged << 26) | ($execute << 27) | ($read << 28) | ($write << 29) | ($last << 30) | ($substreamValid << 31)
  const w2 = $prgIndex | ($addresslow & 0xfffff000)
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
    get streamId(): number { return this.memory.getInt32(this.offset, true) >>> 0 }
    get substreamId(): number { return this.memory.getInt32(this.offset + 4, true) & 0xfffff }
    get privileged(): boolean { return ((this.memory.getInt32(this.offset + 4, true) >>> 26) & 1) !== 0 }
    get execute(): boolean { return ((this.memory.getInt32(this.offset + 4, true) >>> 27) & 1) !== 0 }
    get read(): boolean { return ((this.memory.getInt32(this.offset + 4, true) >>> 28) & 1) !== 0 }
    get write(): boolean { return ((this.memory.getInt32(this.offset + 4, true) >>> 29) & 1) !== 0 }
    get last(): boolean { return ((this.memory.getInt32(this.offset + 4, true) >>> 30) & 1) !== 0 }
    get substreamValid(): boolean { return (this.memory.getInt32(this.offset + 4, true) >>> 31) !== 0 }
    get prgIndex(): number { return this.memory.getInt32(this.offset + 8, true) & 0x1ff }
    get address(): bigint { return fromHalves(this.memory.getInt32(this.offset + 8, true) & 0xfffff000, this.memory.getInt32(this.offset + 12, true)) }
  }
}

function kernel(block: number): ColumnKernel {
  const input = new Uint8Array(block * 16)
  const memory = new DataView(input.buffer)
  const $streamId = new Uint32Array(block)
  const $substreamId = new Uint32Array(block)
  const $privileged = new Uint8Array(block)
  const $execute = new Uint8Array(block)
  const $read = new Uint8Array(block)
  const $write = new Uint8Array(block)
  const $last = new Uint8Array(block)
  const $substreamValid = new Uint8Array(block)
  const $prgIndex = new Uint16Array(block)
  const $address = new BigUint64Array(block)
  const $addresshalves = new Int32Array($address.buffer)
  function run(count: number): number {
    let bad = 0
    for (let i = 0, at = 0; i < count; i++, at += 16) {
      const w0 = memory.getInt32(at, true)
      const w1 = memory.getInt32(at + 4, true)
      const w2 = memory.getInt32(at + 8, true)
      const w3 = memory.getInt32(at + 12, true)
      bad |= (w1 & 0x3f00000) | (w2 & 0xe00)
      $streamId[i] = w0
      $substreamId[i] = w1 & 0xfffff
      $privileged[i] = (w1 >>> 26) & 1
      $execute[i] = (w1 >>> 27) & 1
      $read[i] = (w1 >>> 28) & 1
      $write[i] = (w1 >>> 29) & 1
      $last[i] = (w1 >>> 30) & 1
      $substreamValid[i] = w1 >>> 31
      $prgIndex[i] = w2 & 0x1ff
      $addresshalves[2 * i + LOW] = w2 & 0xfffff000
      $addresshalves[2 * i + HIGH] = w3
    }
    return bad
  }
  return { input, output: { streamId: $streamId, substreamId: $substreamId, privileged: $privileged, execute: $execute, read: $read, write: $write, last: $last, substreamValid: $substreamValid, prgIndex: $prgIndex, address: $address }, run }
}

export { layout }

/** Id of the record. */
export const id = 'smmuv3.pri-queue-entry'

/** Size of the record in bytes. */
export const bytes = 16

/**
 * Decodes the PRI queue entry at `offset`. What it accepts, `encode` gives back bit for bit.
 * @param offset in bytes, from 0; no alignment is asked for
 * @throws {CodecError} `truncated`, `fixed`, `reserved`; `type` or `range` for wrong arguments
 */
export function decode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): Smmuv3PriQueueEntry {
  return read(bytes, offset, options) ?? (reference.decode(bits(), bytes, offset, options) as unknown as Smmuv3PriQueueEntry)
}

/** `decode`, with its error as a result. Never throws. */
export function tryDecode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): Result<Smmuv3PriQueueEntry> {
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
export function encode(message: Smmuv3PriQueueEntryInit): Uint8Array {
  const bytes = new Uint8Array(16)
  return write(message, bytes, 0) ? bytes : reference.encode(bits(), message)
}

/**
 * Writes all 16 bytes of the record at `offset` of `target`, or throws before the first.
 * @returns 16
 * @throws {CodecError} as `encode`; `truncated` where `target` has no room
 */
export function encodeInto(message: Smmuv3PriQueueEntryInit, target: Uint8Array, offset = 0): number {
  return write(message, target, offset) ? 16 : reference.encodeInto(bits(), message, target, offset)
}

let Class: ViewClass | undefined

/**
 * A view with a getter per field, which reads when it is asked. Nothing is copied, and nothing but the length is checked.
 * @throws {CodecError} `truncated`, `type` or `range`
 */
export function view(bytes: Uint8Array, offset = 0): Readonly<Smmuv3PriQueueEntry> & View {
  return new (Class ??= viewClass())(bits(), bytes, offset) as unknown as Readonly<Smmuv3PriQueueEntry> & View
}

let loop: ColumnKernel | undefined

/**
 * Decodes many consecutive records into typed arrays, one per field.
 * @throws {CodecError} `truncated` where `count` records are not there; `type` or `range` for wrong options
 */
export function columns(bytes: Uint8Array, options: ColumnsOptions<Smmuv3PriQueueEntryColumns> = {}): ColumnsResult<Smmuv3PriQueueEntryColumns> {
  return decodeColumns(bits(), bytes, options, (block) => (loop ??= kernel(block)))
}

/** The generated codec before it declines to the reference, for proofs that it really ran. */
export const generated = { read, write }
