// Generated from src/spec/riscv.ts by `npm run generate`; do not edit.
import { atsPrgr as layout } from '../../spec/riscv.ts'
import type { Bits } from '../../spec/vocabulary.ts'
import { decodeColumns } from '../columns.ts'
import type { ColumnKernel, ColumnsOptions, ColumnsResult } from '../columns.ts'
import { inspectRecord } from '../inspect.ts'
import type { Inspection } from '../inspect.ts'
import { bit, flag, lookForWriting, memoryOf, readBytes, readView, scratch, setLittle4, storeLittle4, writeBytes, writeView } from '../memory.ts'
import { onlyKnown } from '../message.ts'
import * as reference from '../reference.ts'
import type { DecodeOptions, Result } from '../reference.ts'
import { RecordView } from '../view.ts'
import type { View, ViewClass } from '../view.ts'

/** The message of `riscv.ats-prgr`: ATS.PRGR command. RISC-V IOMMU Architecture Specification 1.0, IOMMU ATS commands. */
export interface RiscvAtsPrgr {
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
   * PRGI: Page Request Group Index of the group that is answered.
   * Bits: `q1[40:32]`; 0 to 0x1ff. RISC-V IOMMU Architecture Specification 1.0, IOMMU ATS commands.
   */
  prgIndex: number
  /**
   * Response Code.
   * Values: 0x0 Success, 0x1 InvalidRequest, 0xf ResponseFailure.
   * Bits: `q1[47:44]`; 0 to 0xf. RISC-V IOMMU Architecture Specification 1.0, IOMMU ATS commands.
   */
  respCode: number
  /**
   * Destination ID of revision 1.0.0; 0 since 1.0.1, when the hardware fills it in.
   * Bits: `q1[63:48]`; 0 to 0xffff; optional on encode, 0 by default. RISC-V IOMMU Architecture Specification 1.0, IOMMU ATS commands.
   */
  destinationId: number
}

/** What `encode` takes: optional fields may be left out. */
export type RiscvAtsPrgrInit = Omit<RiscvAtsPrgr, 'destinationId'> & Partial<Pick<RiscvAtsPrgr, 'destinationId'>>

/** One typed array per field. */
export interface RiscvAtsPrgrColumns {
  processId: Uint32Array
  processIdValid: Uint8Array
  segmentValid: Uint8Array
  rid: Uint16Array
  segment: Uint8Array
  prgIndex: Uint16Array
  respCode: Uint8Array
  destinationId: Uint16Array
}

let table: Bits | undefined

/** The bits of the record, for the reference codec; made when they are first asked for. */
function bits(): Bits {
  return (table ??= {
    id: 'riscv.ats-prgr', bytes: 16, word: 8, order: 'little', label: 'q',
    fields: {
      processId: { at: [[0, 31, 12]], as: 'uint' },
      processIdValid: { at: [[0, 32, 32]], as: 'flag' },
      segmentValid: { at: [[0, 33, 33]], as: 'flag' },
      rid: { at: [[0, 55, 40]], as: 'uint' },
      segment: { at: [[0, 63, 56]], as: 'uint' },
      prgIndex: { at: [[1, 40, 32]], as: 'uint' },
      respCode: { at: [[1, 47, 44]], as: 'uint' },
      destinationId: { at: [[1, 63, 48]], as: 'uint', optional: true },
    },
    fixed: {
      opcode: { at: [[0, 6, 0]], value: 4 },
      func3: { at: [[0, 9, 7]], value: 1 },
    },
    reserved: [[0, 11, 10], [0, 39, 34], [1, 31, 0], [1, 43, 41]],
  })
}

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): RiscvAtsPrgr | undefined {
  if (!(bytes instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > bytes.length - 16) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 16)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, true)
  const w1 = memory.getInt32(at + 4, true)
  const w2 = memory.getInt32(at + 8, true)
  const w3 = memory.getInt32(at + 12, true)
  const reserved = options?.reserved
  if (reserved !== undefined && reserved !== 'reject' && reserved !== 'ignore') return undefined
  if (((w0 & 0x3ff) ^ 0x84) !== 0) return undefined
  if (((w0 & 0xc00) | (w1 & 0xfc) | w2 | (w3 & 0xe00)) !== 0 && reserved !== 'ignore') return undefined
  return {
    processId: w0 >>> 12,
    processIdValid: flag(w1 & 1),
    segmentValid: flag((w1 >>> 1) & 1),
    rid: (w1 >>> 8) & 0xffff,
    segment: w1 >>> 24,
    prgIndex: w3 & 0x1ff,
    respCode: (w3 >>> 12) & 0xf,
    destinationId: w3 >>> 16,
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: RiscvAtsPrgrInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  if ((message.destinationId === undefined) && !onlyKnown(bits(), message)) return false
  const $processId = message.processId
  if (typeof $processId !== 'number' || ($processId & 0xfffff) !== $processId) return false
  const $processIdValid = bit(message.processIdValid)
  const $segmentValid = bit(message.segmentValid)
  const $rid = message.rid
  if (typeof $rid !== 'number' || ($rid & 0xffff) !== $rid) return false
  const $segment = message.segment
  if (typeof $segment !== 'number' || ($segment & 0xff) !== $segment) return false
  const $prgIndex = message.prgIndex
  if (typeof $prgIndex !== 'number' || ($prgIndex & 0x1ff) !== $prgIndex) return false
  const $respCode = message.respCode
  if (typeof $respCode !== 'number' || ($respCode & 0xf) !== $respCode) return false
  const $destinationId = message.destinationId === undefined ? 0 : message.destinationId
  if (typeof $destinationId !== 'number' || ($destinationId & 0xffff) !== $destinationId) return false
  if (($processIdValid | $segmentValid) < 0) return false
  if (!(target instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > target.length - 16) return false
  const w0 = 0x84 | ($processId << 12)
  const w1 = $processIdValid | ($segmentValid << 1) | ($rid << 8) | ($segment << 24)
  const w3 = $prgIndex | ($respCode << 12) | ($destinationId << 16)
  if (target === writeBytes || lookForWriting(target)) {
    setLittle4(writeView, offset, w0, w1, 0, w3)
  } else {
    storeLittle4(target, offset, w0, w1, 0, w3)
  }
  return true
}

function viewClass(): ViewClass {
  return class extends RecordView {
    get processId(): number { return this.memory.getInt32(this.offset, true) >>> 12 }
    get processIdValid(): boolean { return (this.memory.getInt32(this.offset + 4, true) & 1) !== 0 }
    get segmentValid(): boolean { return ((this.memory.getInt32(this.offset + 4, true) >>> 1) & 1) !== 0 }
    get rid(): number { return (this.memory.getInt32(this.offset + 4, true) >>> 8) & 0xffff }
    get segment(): number { return this.memory.getInt32(this.offset + 4, true) >>> 24 }
    get prgIndex(): number { return this.memory.getInt32(this.offset + 12, true) & 0x1ff }
    get respCode(): number { return (this.memory.getInt32(this.offset + 12, true) >>> 12) & 0xf }
    get destinationId(): number { return this.memory.getInt32(this.offset + 12, true) >>> 16 }
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
  const $prgIndex = new Uint16Array(block)
  const $respCode = new Uint8Array(block)
  const $destinationId = new Uint16Array(block)
  function run(count: number): number {
    let bad = 0
    for (let i = 0, at = 0; i < count; i++, at += 16) {
      const w0 = memory.getInt32(at, true)
      const w1 = memory.getInt32(at + 4, true)
      const w2 = memory.getInt32(at + 8, true)
      const w3 = memory.getInt32(at + 12, true)
      bad |= ((w0 & 0xfff) ^ 0x84) | (w1 & 0xfc) | w2 | (w3 & 0xe00)
      $processId[i] = w0 >>> 12
      $processIdValid[i] = w1 & 1
      $segmentValid[i] = (w1 >>> 1) & 1
      $rid[i] = (w1 >>> 8) & 0xffff
      $segment[i] = w1 >>> 24
      $prgIndex[i] = w3 & 0x1ff
      $respCode[i] = (w3 >>> 12) & 0xf
      $destinationId[i] = w3 >>> 16
    }
    return bad
  }
  return { input, output: { processId: $processId, processIdValid: $processIdValid, segmentValid: $segmentValid, rid: $rid, segment: $segment, prgIndex: $prgIndex, respCode: $respCode, destinationId: $destinationId }, run }
}

export { layout }

/** Id of the record. */
export const id = 'riscv.ats-prgr'

/** Size of the record in bytes. */
export const bytes = 16

/**
 * Decodes the ATS.PRGR command at `offset`. What it accepts, `encode` gives back bit for bit.
 * @param offset in bytes, from 0; no alignment is asked for
 * @throws {CodecError} `truncated`, `fixed`, `reserved`; `type` or `range` for wrong arguments
 */
export function decode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): RiscvAtsPrgr {
  return read(bytes, offset, options) ?? (reference.decode(bits(), bytes, offset, options) as unknown as RiscvAtsPrgr)
}

/** `decode`, with its error as a result. Never throws. */
export function tryDecode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): Result<RiscvAtsPrgr> {
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
export function encode(message: RiscvAtsPrgrInit): Uint8Array {
  const bytes = new Uint8Array(16)
  return write(message, bytes, 0) ? bytes : reference.encode(bits(), message)
}

/**
 * Writes all 16 bytes of the record at `offset` of `target`, or throws before the first.
 * @returns 16
 * @throws {CodecError} as `encode`; `truncated` where `target` has no room
 */
export function encodeInto(message: RiscvAtsPrgrInit, target: Uint8Array, offset = 0): number {
  return write(message, target, offset) ? 16 : reference.encodeInto(bits(), message, target, offset)
}

let Class: ViewClass | undefined

/**
 * A view with a getter per field, which reads when it is asked. Nothing is copied, and nothing but the length is checked.
 * @throws {CodecError} `truncated`, `type` or `range`
 */
export function view(bytes: Uint8Array, offset = 0): Readonly<RiscvAtsPrgr> & View {
  return new (Class ??= viewClass())(bits(), bytes, offset) as unknown as Readonly<RiscvAtsPrgr> & View
}

let loop: ColumnKernel | undefined

/**
 * Decodes many consecutive records into typed arrays, one per field.
 * @throws {CodecError} `truncated` where `count` records are not there; `type` or `range` for wrong options
 */
export function columns(bytes: Uint8Array, options: ColumnsOptions<RiscvAtsPrgrColumns> = {}): ColumnsResult<RiscvAtsPrgrColumns> {
  return decodeColumns(bits(), bytes, options, (block) => (loop ??= kernel(block)))
}

/** The generated codec before it declines to the reference, for proofs that it really ran. */
export const generated = { read, write }
