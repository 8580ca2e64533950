// Generated from src/spec/riscv.ts by `npm run generate`; do not edit.
import { atsInvalBe as layout } from '../../spec/riscv.ts'
import type { Bits } from '../../spec/vocabulary.ts'
import { decodeColumns } from '../columns.ts'
import type { ColumnKernel, ColumnsOptions, ColumnsResult } from '../columns.ts'
import { inspectRecord } from '../inspect.ts'
import type { Inspection } from '../inspect.ts'
import { HIGH, LOW, bit, flag, fromHalves, high, intoHalves, low, lookForWriting, memoryOf, readBytes, readView, scratch, setBig4, storeBig4, writeBytes, writeView } from '../memory.ts'
import * as reference from '../reference.ts'
import type { DecodeOptions, Result } from '../reference.ts'
import { RecordView } from '../view.ts'
import type { View, ViewClass } from '../view.ts'

/** The message of `riscv.ats-inval-be`: ATS.INVAL command, fctl.BE = 1. RISC-V IOMMU Architecture Specification 1.0, IOMMU ATS commands. */
export interface RiscvAtsInvalBe {
  /**
   * PID: process ID (the PASID); means nothing unless PV.
   * Bits: `q0[31:12]`; 0 to 0xfffff. RISC-V IOMMU Architecture Specification 1.0, IOMMU ATS commands.
   */
  processId: number
  /**
   * PV: the process ID is valid.
   * Bits: `q0[32]`. RISC-V IOMMU Architecture Specification 1.0, IOMMU ATS commands.
   */
  processIdValid: boolean
  /**
   * DSV: DSEG is valid.
   * Bits: `q0[33]`. RISC-V IOMMU Architecture Specification 1.0, IOMMU ATS commands.
   */
  segmentValid: boolean
  /**
   * RID: Requester ID of the device.
   * Bits: `q0[55:40]`; 0 to 0xffff. RISC-V IOMMU Architecture Specification 1.0, IOMMU ATS commands.
   */
  rid: number
  /**
   * DSEG: segment of the device; ignored unless DSV.
   * Bits: `q0[63:56]`; 0 to 0xff. RISC-V IOMMU Architecture Specification 1.0, IOMMU ATS commands.
   */
  segment: number
  /**
   * G, Global Invalidate: hits every process ID.
   * Bits: `q1[0]`. RISC-V IOMMU Architecture Specification 1.0, IOMMU ATS commands.
   */
  global: boolean
  /**
   * S: the range is larger than 4 KiB.
   * Bits: `q1[11]`. RISC-V IOMMU Architecture Specification 1.0, IOMMU ATS commands.
   */
  size: boolean
  /**
   * untranslated address [63:12]; with S, its low bits that are 1 give the size of the range.
   * Bits: `q1[63:12]`; byte address; a multiple of 4096n. RISC-V IOMMU Architecture Specification 1.0, IOMMU ATS commands.
   */
  address: bigint
}

/** What `encode` takes. */
export type RiscvAtsInvalBeInit = RiscvAtsInvalBe

/** One typed array per field. */
export interface RiscvAtsInvalBeColumns {
  processId: Uint32Array
  processIdValid: Uint8Array
  segmentValid: Uint8Array
  rid: Uint16Array
  segment: Uint8Array
  global: Uint8Array
  size: Uint8Array
  address: BigUint64Array
}

let table: Bits | undefined

/** The bits of the record, for the reference codec; made when they are first asked for. */
function bits(): Bits {
  return (table ??= {
    id: 'riscv.ats-inval-be', bytes: 16, word: 8, order: 'big', label: 'q',
    fields: {
      processId: { at: [[0, 31, 12]], as: 'uint' },
      processIdValid: { at: [[0, 32, 32]], as: 'flag' },
      segmentValid: { at: [[0, 33, 33]], as: 'flag' },
      rid: { at: [[0, 55, 40]], as: 'uint' },
      segment: { at: [[0, 63, 56]], as: 'uint' },
      global: { at: [[1, 0, 0]], as: 'flag' },
      size: { at: [[1, 11, 11]], as: 'flag' },
      address: { at: [[1, 63, 12]], as: 'page' },
    },
    fixed: {
      opcode: { at: [[0, 6, 0]], value: 4 },
      func3: { at: [[0, 9, 7]], value: 0 },
    },
    reserved: [[0, 11, 10], [0, 39, 34], [1, 10, 1]],
  })
}

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): RiscvAtsInvalBe | undefined {
  if (!(bytes instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > bytes.length - 16) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 16)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, false)
  const w1 = memory.getInt32(at + 4, false)
  const w2 = memory.getInt32(at + 8, false)
  const w3 = memory.getInt32(at + 12, false)
  const reserved = options?.reserved
  if (reserved !== undefined && reserved !== 'reject' && reserved !== 'ignore') return undefined
  if (((w1 & 0x3ff) ^ 4) !== 0) return undefined
  if (((w0 & 0xfc) | (w1 & 0xc00) | (w3 & 0x7fe)) !== 0 && reserved !== 'ignore') return undefined
  return {
    processId: w1 >>> 12,
    processIdValid: flag(w0 & 1),
    segmentValid: flag((w0 >>> 1) & 1),
    rid: (w0 >>> 8) & 0xffff,
    segment: w0 >>> 24,
    global: flag(w3 & 1),
    size: flag((w3 >>> 11) & 1),
    address: fromHalves(w3 & 0xfffff000, w2),
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: RiscvAtsInvalBeInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  const $processId = message.processId
  if (typeof $processId !== 'number' || ($processId & 0xfffff) !== $processId) return false
  const $processIdValid = bit(message.processIdValid)
  const $segmentValid = bit(message.segmentValid)
  const $rid = message.rid
  if (typeof $rid !== 'number' || ($rid & 0xffff) !== $rid) return false
  const $segment = message.segment
  if (typeof $segment !== 'number' || ($segment & 0xff) !== $segment) return false
  const $global = bit(message.global)
  const $size = bit(message.size)
  if (!intoHalves(message.address)) return false
  const $addresslow = low()
  const $addresshigh = high()
  if (($addresslow & 0xfff) !== 0) return false
  if (($processIdValid | $segmentValid | $global | $size) < 0) return false
  if (!(target instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > target.length - 16) return false
  const w0 = $processIdValid | ($segmentValid << 1) | ($rid << 8) | ($segment << 24)
  const w1 = 4 | ($processId << 12)
  const w2 = $addresshigh
  const w3 = $global | ($size << 11) | ($addresslow & 0xfffff000)
  if (target === writeBytes || lookForWriting(target)) {
    setBig4(writeView, offset, w0, w1, w2, w3)
  } else {
    storeBig4(target, offset, w0, w1, w2, w3)
  }
  return true
}

function viewClass(): ViewClass {
  return class extends RecordView {
    get processId(): number { return this.memory.getInt32(this.offset + 4, false) >>> 12 }
    get processIdValid(): boolean { return (this.memory.getInt32(this.offset, false) & 1) !== 0 }
    get segmentValid(): boolean { return ((this.memory.getInt32(this.offset, false) >>> 1) & 1) !== 0 }
    get rid(): number { return (this.memory.getInt32(this.offset, false) >>> 8) & 0xffff }
    get segment(): number { return this.memory.getInt32(this.offset, false) >>> 24 }
    get global(): boolean { return (this.memory.getInt32(this.offset + 12, false) & 1) !== 0 }
    get size(): boolean { return ((this.memory.getInt32(this.offset + 12, false) >>> 11) & 1) !== 0 }
    get address(): bigint { return fromHalves(this.memory.getInt32(this.offset + 12, false) & 0xfffff000, this.memory.getInt32(this.offset + 8, false)) }
  }
}

function kernel(block: number): ColumnKernel {
  const input = new Uint8Array(block * 16)
  const memory = new DataView(input.buffer)
  const $processId = new Uint32Array(block)
  const $processIdValid = new Uint8Array(block)
  const $segmentValid = new Uint8Array(block)
  const $rid = new Uint16Array(block)
  const $segment = new Uint8Array(block)
  const $global = new Uint8Array(block)
  const $size = new Uint8Array(block)
  const $address = new BigUint64Array(block)
  const $addresshalves = new Int32Array($address.buffer)
  function run(count: number): number {
    let bad = 0
    for (let i = 0, at = 0; i < count; i++, at += 16) {
      const w0 = memory.getInt32(at, false)
      const w1 = memory.getInt32(at + 4, false)
      const w2 = memory.getInt32(at + 8, false)
      const w3 = memory.getInt32(at + 12, false)
      bad |= (w0 & 0xfc) | ((w1 & 0xfff) ^ 4) | (w3 & 0x7fe)
      $processId[i] = w1 >>> 12
      $processIdValid[i] = w0 & 1
      $segmentValid[i] = (w0 >>> 1) & 1
      $rid[i] = (w0 >>> 8) & 0xffff
      $segment[i] = w0 >>> 24
      $global[i] = w3 & 1
      $size[i] = (w3 >>> 11) & 1
      $addresshalves[2 * i + LOW] = w3 & 0xfffff000
      $addresshalves[2 * i + HIGH] = w2
    }
    return bad
  }
  return { input, output: { processId: $processId, processIdValid: $processIdValid, segmentValid: $segmentValid, rid: $rid, segment: $segment, global: $global, size: $size, address: $address }, run }
}

export { layout }

/** Id of the record. */
export const id = 'riscv.ats-inval-be'

/** Size of the record in bytes. */
export const bytes = 16

/**
 * Decodes the ATS.INVAL command, fctl.BE = 1 at `offset`. What it accepts, `encode` gives back bit for bit.
 * @param offset in bytes, from 0; no alignment is asked for
 * @throws {CodecError} `truncated`, `fixed`, `reserved`; `type` or `range` for wrong arguments
 */
export function decode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): RiscvAtsInvalBe {
  return read(bytes, offset, options) ?? (reference.decode(bits(), bytes, offset, options) as unknown as RiscvAtsInvalBe)
}

/** `decode`, with its error as a result. Never throws. */
export function tryDecode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): Result<RiscvAtsInvalBe> {
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
export function encode(message: RiscvAtsInvalBeInit): Uint8Array {
  const bytes = new Uint8Array(16)
  return write(message, bytes, 0) ? bytes : reference.encode(bits(), message)
}

/**
 * Writes all 16 bytes of the record at `offset` of `target`, or throws before the first.
 * @returns 16
 * @throws {CodecError} as `encode`; `truncated` where `target` has no room
 */
export function encodeInto(message: RiscvAtsInvalBeInit, target: Uint8Array, offset = 0): number {
  return write(message, target, offset) ? 16 : reference.encodeInto(bits(), message, target, offset)
}

let Class: ViewClass | undefined

/**
 * A view with a getter per field, which reads when it is asked. Nothing is copied, and nothing but the length is checked.
 * @throws {CodecError} `truncated`, `type` or `range`
 */
export function view(bytes: Uint8Array, offset = 0): Readonly<RiscvAtsInvalBe> & View {
  return new (Class ??= viewClass())(bits(), bytes, offset) as unknown as Readonly<RiscvAtsInvalBe> & View
}

let loop: ColumnKernel | undefined

/**
 * Decodes many consecutive records into typed arrays, one per field.
 * @throws {CodecError} `truncated` where `count` records are not there; `type` or `range` for wrong options
 */
export function columns(bytes: Uint8Array, options: ColumnsOptions<RiscvAtsInvalBeColumns> = {}): ColumnsResult<RiscvAtsInvalBeColumns> {
  return decodeColumns(bits(), bytes, options, (block) => (loop ??= kernel(block)))
}

/** The generated codec before it declines to the reference, for proofs that it really ran. */
export const generated = { read, write }
