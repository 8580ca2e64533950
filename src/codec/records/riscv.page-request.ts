// Generated from src/spec/riscv.ts by `npm run generate`; do not edit.
import { pageRequest as layout } from '../../spec/riscv.ts'
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

/** The message of `riscv.page-request`: Page-request-queue record. RISC-V IOMMU Architecture Specification 1.0, Page-Request-Queue. */
export interface RiscvPageRequest {
  /**
   * PID: process ID (the PASID); means nothing unless PV.
   * Bits: `q0[31:12]`; 0 to 0xfffff. RISC-V IOMMU Architecture Specification 1.0, Page-Request-Queue.
   */
  processId: number
  /**
   * PV: the process ID is valid.
   * Bits: `q0[32]`. RISC-V IOMMU Architecture Specification 1.0, Page-Request-Queue.
   */
  processIdValid: boolean
  /**
   * PRIV: Privileged Mode Requested; 0 unless PV.
   * Bits: `q0[33]`. RISC-V IOMMU Architecture Specification 1.0, Page-Request-Queue.
   */
  privileged: boolean
  /**
   * EXEC: Execute Requested; 0 unless PV.
   * Bits: `q0[34]`. RISC-V IOMMU Architecture Specification 1.0, Page-Request-Queue.
   */
  execute: boolean
  /**
   * DID: device ID, segment in its high byte if any, then the Requester ID.
   * Bits: `q0[63:40]`; 0 to 0xffffff. RISC-V IOMMU Architecture Specification 1.0, Page-Request-Queue.
   */
  deviceId: number
  /**
   * R: read access requested.
   * Bits: `q1[0]`. RISC-V IOMMU Architecture Specification 1.0, Page-Request-Queue.
   */
  read: boolean
  /**
   * W: write access requested.
   * Bits: `q1[1]`. RISC-V IOMMU Architecture Specification 1.0, Page-Request-Queue.
   */
  write: boolean
  /**
   * L: last request of its group.
   * Bits: `q1[2]`. RISC-V IOMMU Architecture Specification 1.0, Page-Request-Queue.
   */
  last: boolean
  /**
   * PRGI: Page Request Group Index.
   * Bits: `q1[11:3]`; 0 to 0x1ff. RISC-V IOMMU Architecture Specification 1.0, Page-Request-Queue.
   */
  prgIndex: number
  /**
   * page address.
   * Bits: `q1[63:12]`; byte address; a multiple of 4096n. RISC-V IOMMU Architecture Specification 1.0, Page-Request-Queue.
   */
  address: bigint
}

/** What `encode` takes. */
export type RiscvPageRequestInit = RiscvPageRequest

/** One typed array per field. */
export interface RiscvPageRequestColumns {
  processId: Uint32Array
  processIdValid: Uint8Array
  privileged: Uint8Array
  execute: Uint8Array
  deviceId: Uint32Array
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
    id: 'riscv.page-request', bytes: 16, word: 8, order: 'little', label: 'q',
    fields: {
      processId: { at: [[0, 31, 12]], as: 'uint' },
      processIdValid: { at: [[0, 32, 32]], as: 'flag' },
      privileged: { at: [[0, 33, 33]], as: 'flag' },
      execute: { at: [[0, 34, 34]], as: 'flag' },
      deviceId: { at: [[0, 63, 40]], as: 'uint' },
      read: { at: [[1, 0, 0]], as: 'flag' },
      write: { at: [[1, 1, 1]], as: 'flag' },
      last: { at: [[1, 2, 2]], as: 'flag' },
      prgIndex: { at: [[1, 11, 3]], as: 'uint' },
      address: { at: [[1, 63, 12]], as: 'page' },
    },
    fixed: {
    },
    reserved: [[0, 11, 0], [0, 39, 35]],
  })
}

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): RiscvPageRequest | undefined {
  if (!(bytes instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > bytes.length - 16) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 16)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, true)
  const w1 = memory.getInt32(at + 4, true)
  const w2 = memory.getInt32(at + 8, true)
  const w3 = memory.getInt32(at + 12, true)
  const reserved = options?.reserved
  if (reserved !== undefined && reserved !== 'reject' && reserved !== 'ignore') return undefined
  if (((w0 & 0xfff) | (w1 & 0xf8)) !== 0 && reserved !== 'ignore') return undefined
  return {
    processId: w0 >>> 12,
    processIdValid: flag(w1 & 1),
    privileged: flag((w1 >>> 1) & 1),
    execute: flag((w1 >>> 2) & 1),
    deviceId: w1 >>> 8,
    read: flag(w2 & 1),
    write: flag((w2 >>> 1) & 1),
    last: flag((w2 >>> 2) & 1),
    prgIndex: (w2 >>> 3) & 0x1ff,
    address: fromHalves(w2 & 0xfffff000, w3),
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: RiscvPageRequestInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  const $processId = message.processId
  if (typeof $processId !== 'number' || ($processId & 0xfffff) !== $processId) return false
  const $processIdValid = bit(message.processIdValid)
  const $privileged = bit(message.privileged)
  const $execute = bit(message.execute)
  const $deviceId = message.deviceId
  if (typeof $deviceId !== 'number' || ($deviceId & 0xffffff) !== $deviceId) return false
  const $read = bit(message.read)
  const $write = bit(message.write)
  const $last = bit(message.last)
  const $prgIndex = message.prgIndex
  if (typeof $prgIndex !== 'number' || ($prgIndex & 0x1ff) !== $prgIndex) return false
  if (!intoHalves(message.address)) return false
  const $addresslow = low()
  const $addresshigh = high()
  if (($addresslow & 0xfff) !== 0) return false
  if (($processIdValid | $privileged | $execute | $read | $write | $last) < 0) return false
  if (!(target instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > target.length - 16) return false
  const w0 = $processId << 12
  const w1 = $processIdValid | ($privileged << 1) | ($execute << 2) | ($deviceId << 8)
  const w2 = $read | ($write << 1) | ($last << 2) | ($prgIndex << 3) | ($addresslow & 0xfffff000)
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
    get processId(): number { return this.memory.getInt32(this.offset, true) >>> 12 }
    get processIdValid(): boolean { return (this.memory.getInt32(this.offset + 4, true) & 1) !== 0 }
    get privileged(): boolean { return ((this.memory.getInt32(this.offset + 4, true) >>> 1) & 1) !== 0 }
    get execute(): boolean { return ((this.memory.getInt32(this.offset + 4, true) >>> 2) & 1) !== 0 }
    get deviceId(): number { return this.memory.getInt32(this.offset + 4, true) >>> 8 }
    get read(): boolean { return (this.memory.getInt32(this.offset + 8, true) & 1) !== 0 }
    get write(): boolean { return ((this.memory.getInt32(this.offset + 8, true) >>> 1) & 1) !== 0 }
    get last(): boolean { return ((this.memory.getInt32(this.offset + 8, true) >>> 2) & 1) !== 0 }
    get prgIndex(): number { return (this.memory.getInt32(this.offset + 8, true) >>> 3) & 0x1ff }
    get address(): bigint { return fromHalves(this.memory.getInt32(this.offset + 8, true) & 0xfffff000, this.memory.getInt32(this.offset + 12, true)) }
  }
}

function kernel(block: number): ColumnKernel {
  const input = new Uint8Array(block * 16)
  const memory = new DataView(input.buffer)
  const $processId = new Uint32Array(block)
  const $processIdValid = new Uint8Array(block)
  const $privileged = new Uint8Array(block)
  const $execute = new Uint8Array(block)
  const $deviceId = new Uint32Array(block)
  const $read = new Uint8Array(block)
  const $write = new Uint8Array(block)
  const $last = new Uint8Array(block)
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
      bad |= (w0 & 0xfff) | (w1 & 0xf8)
      $processId[i] = w0 >>> 12
      $processIdValid[i] = w1 & 1
      $privileged[i] = (w1 >>> 1) & 1
      $execute[i] = (w1 >>> 2) & 1
      $deviceId[i] = w1 >>> 8
      $read[i] = w2 & 1
      $write[i] = (w2 >>> 1) & 1
      $last[i] = (w2 >>> 2) & 1
      $prgIndex[i] = (w2 >>> 3) & 0x1ff
      $addresshalves[2 * i + LOW] = w2 & 0xfffff000
      $addresshalves[2 * i + HIGH] = w3
    }
    return bad
  }
  return { input, output: { processId: $processId, processIdValid: $processIdValid, privileged: $privileged, execute: $execute, deviceId: $deviceId, read: $read, write: $write, last: $last, prgIndex: $prgIndex, address: $address }, run }
}

export { layout }

/** Id of the record. */
export const id = 'riscv.page-request'

/** Size of the record in bytes. */
export const bytes = 16

/**
 * Decodes the Page-request-queue record at `offset`. What it accepts, `encode` gives back bit for bit.
 * @param offset in bytes, from 0; no alignment is asked for
 * @throws {CodecError} `truncated`, `fixed`, `reserved`; `type` or `range` for wrong arguments
 */
export function decode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): RiscvPageRequest {
  return read(bytes, offset, options) ?? (reference.decode(bits(), bytes, offset, options) as unknown as RiscvPageRequest)
}

/** `decode`, with its error as a result. Never throws. */
export function tryDecode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): Result<RiscvPageRequest> {
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
export function encode(message: RiscvPageRequestInit): Uint8Array {
  const bytes = new Uint8Array(16)
  return write(message, bytes, 0) ? bytes : reference.encode(bits(), message)
}

/**
 * Writes all 16 bytes of the record at `offset` of `target`, or throws before the first.
 * @returns 16
 * @throws {CodecError} as `encode`; `truncated` where `target` has no room
 */
export function encodeInto(message: RiscvPageRequestInit, target: Uint8Array, offset = 0): number {
  return write(message, target, offset) ? 16 : reference.encodeInto(bits(), message, target, offset)
}

let Class: ViewClass | undefined

/**
 * A view with a getter per field, which reads when it is asked. Nothing is copied, and nothing but the length is checked.
 * @throws {CodecError} `truncated`, `type` or `range`
 */
export function view(bytes: Uint8Array, offset = 0): Readonly<RiscvPageRequest> & View {
  return new (Class ??= viewClass())(bits(), bytes, offset) as unknown as Readonly<RiscvPageRequest> & View
}

let loop: ColumnKernel | undefined

/**
 * Decodes many consecutive records into typed arrays, one per field.
 * @throws {CodecError} `truncated` where `count` records are not there; `type` or `range` for wrong options
 */
export function columns(bytes: Uint8Array, options: ColumnsOptions<RiscvPageRequestColumns> = {}): ColumnsResult<RiscvPageRequestColumns> {
  return decodeColumns(bits(), bytes, options, (block) => (loop ??= kernel(block)))
}

/** The generated codec before it declines to the reference, for proofs that it really ran. */
export const generated = { read, write }
