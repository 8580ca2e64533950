// Generated from src/spec/riscv.ts by `npm run generate`; do not edit.
import { atsPrgrBe as layout } from '../../spec/riscv.ts'
import type { Bits } from '../../spec/vocabulary.ts'
import { decodeColumns } from '../columns.ts'
import type { ColumnKernel, ColumnsOptions, ColumnsResult } from '../columns.ts'
import { inspectRecord } from '../inspect.ts'
import type { Inspection } from '../inspect.ts'
import { bit, flag, lookForWriting, memoryOf, readBytes, readView, scratch, setBig4, storeBig4, writeBytes, writeView } from '../memory.ts'
import { onlyKnown } from '../message.ts'
import * as reference from '../reference.ts'
import type { DecodeOptions, Result } from '../reference.ts'
import { RecordView } from '../view.ts'
import type { View, ViewClass } from '../view.ts'

/** The message of `riscv.ats-prgr-be`: ATS.PRGR command, fctl.BE = 1. RISC-V IOMMU Architecture Specification 1.0, IOMMU ATS commands. */
export interface RiscvAtsPrgrBe {
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
export type RiscvAtsPrgrBeInit = Omit<RiscvAtsPrgrBe, 'destinationId'> & Partial<Pick<RiscvAtsPrgrBe, 'destinationId'>>

/** One typed array per field. */
export interface RiscvAtsPrgrBeColumns {
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
    id: 'riscv.ats-prgr-be', bytes: 16, word: 8, order: 'big', label: 'q',
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
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): RiscvAtsPrgrBe | undefined {
  if (!(bytes instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > bytes.length - 16) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 16)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, false)
  const w1 = memory.getInt32(at + 4, false)
  const w2 = memory.getInt32(at + 8, false)
  const w3 = memory.getInt32(at + 12, false)
  const reserved = options?.reserved
  if (reserved !== undefined && reserved !== 'reject' && reserved !== 'ignore') return undefined
  if (((w1 & 0x3ff) ^ 0x84) !== 0) return undefined
  if (((w0 & 0xfc) | (w1 & 0xc00) | (w2 & 0xe00) | w3) !== 0 && reserved !== 'ignore') return undefined
  return {
    processId: w1 >>> 12,
    processIdValid: flag(w0 & 1),
    segmentValid: flag((w0 >>> 1) & 1),
    rid: (w0 >>> 8) & 0xffff,
    segment: w0 >>> 24,
    prgIndex: w2 & 0x1ff,
    respCode: (w2 >>> 12) & 0xf,
    destinationId: w2 >>> 16,
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: RiscvAtsPrgrBeInit, target: Uint8Array, offset: number): boolean {
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
  const w0 = $processIdValid | ($segmentValid << 1) | ($rid << 8) | ($segment << 24)
  const w1 = 0x84 | ($processId << 12)
  const w2 = $prgIndex | ($respCode << 12) | ($destinationId << 16)
  if (target === writeBytes || lookForWriting(target)) {
    setBig4(writeView, offset, w0, w1, w2, 0)
  } else {
    storeBig4(target, offset, w0, w1, w2, 0)
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
    get prgIndex(): number { return this.memory.getInt32(this.offset + 8, false) & 0x1ff }
    get respCode(): number { return (this.memory.getInt32(this.offset + 8, false) >>> 12) & 0xf }
    get destinationId(): number { return this.memory.getInt32(this.offset + 8, false) >>> 16 }
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
      const w0 = memory.getInt32(at, false)
      const w1 = memory.getInt32(at + 4, false)
      const w2 = memory.getInt32(at + 8, false)
      const w3 = memory.getInt32(at + 12, false)
      bad |= (w0 & 0xfc) | ((w1 & 0xfff) ^ 0x84) | (w2 & 0xe00) | w3
      $processId[i] = w1 >>> 12
      $processIdValid[i] = w0 & 1
      $segmentValid[i] = (w0 >>> 1) & 1
      $rid[i] = (w0 >>> 8) & 0xffff
      $segment[i] = w0 >>> 24
      $prgIndex[i] = w2 & 0x1ff
      $respCode[i] = (w2 >>> 12) & 0xf
      $destinationId[i] = w2 >>> 16
    }
    return bad
  }
  return { input, output: { processId: $processId, processIdValid: $processIdValid, segmentValid: $segmentValid, rid: $rid, segment: $segment, prgIndex: $prgIndex, respCode: $respCode, destinationId: $destinationId }, run }
}

export { layout }

/** Id of the record. */
export const id = 'riscv.ats-prgr-be'

/** Size of the record in bytes. */
export const bytes = 16

/**
 * Decodes the ATS.PRGR command, fctl.BE = 1 at `offset`. What it accepts, `encode` gives back bit for bit.
 * @param offset in bytes, from 0; no alignment is asked for
 * @throws {CodecError} `truncated`, `fixed`, `reserved`; `type` or `range` for wrong arguments
 */
export function decode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): RiscvAtsPrgrBe {
  return read(bytes, offset, options) ?? (reference.decode(bits(), bytes, offset, options) as unknown as RiscvAtsPrgrBe)
}

/** `decode`, with its error as a result. Never throws. */
export function tryDecode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): Result<RiscvAtsPrgrBe> {
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
export function encode(message: RiscvAtsPrgrBeInit): Uint8Array {
  const bytes = new Uint8Array(16)
  return write(message, bytes, 0) ? bytes : reference.encode(bits(), message)
}

/**
 * Writes all 16 bytes of the record at `offset` of `target`, or throws before the first.
 * @returns 16
 * @throws {CodecError} as `encode`; `truncated` where `target` has no room
 */
export function encodeInto(message: RiscvAtsPrgrBeInit, target: Uint8Array, offset = 0): number {
  return write(message, target, offset) ? 16 : reference.encodeInto(bits(), message, target, offset)
}

let Class: ViewClass | undefined

/**
 * A view with a getter per field, which reads when it is asked. Nothing is copied, and nothing but the length is checked.
 * @throws {CodecError} `truncated`, `type` or `range`
 */
export function view(bytes: Uint8Array, offset = 0): Readonly<RiscvAtsPrgrBe> & View {
  return new (Class ??= viewClass())(bits(), bytes, offset) as unknown as Readonly<RiscvAtsPrgrBe> & View
}

let loop: ColumnKernel | undefined

/**
 * Decodes many consecutive records into typed arrays, one per field.
 * @throws {CodecError} `truncated` where `count` records are not there; `type` or `range` for wrong options
 */
export function columns(bytes: Uint8Array, options: ColumnsOptions<RiscvAtsPrgrBeColumns> = {}): ColumnsResult<RiscvAtsPrgrBeColumns> {
  return decodeColumns(bits(), bytes, options, (block) => (loop ??= kernel(block)))
}

/** The generated codec before it declines to the reference, for proofs that it really ran. */
export const generated = { read, write }
