// Generated from src/spec/pcie-flit.ts by `npm run generate`; do not edit.
import { ohcA1 as layout } from '../../spec/pcie-flit.ts'
import type { Bits } from '../../spec/vocabulary.ts'
import { decodeColumns } from '../columns.ts'
import type { ColumnKernel, ColumnsOptions, ColumnsResult } from '../columns.ts'
import { inspectRecord } from '../inspect.ts'
import type { Inspection } from '../inspect.ts'
import { bit, flag, lookForWriting, memoryOf, readBytes, readView, scratch, storeBig, writeBytes, writeView } from '../memory.ts'
import { onlyKnown } from '../message.ts'
import * as reference from '../reference.ts'
import type { DecodeOptions, Result } from '../reference.ts'
import { RecordView } from '../view.ts'
import type { View, ViewClass } from '../view.ts'

/** The message of `pcie-flit.ohc-a1`: OHC-A1: PASID and byte enables of a memory request, PASID of a Page Request. PCIe Base Specification 6.x, Orthogonal Header Content. */
export interface PcieFlitOhcA1 {
  /**
   * NW: No Write; reserved except in a Translation Request.
   * Bits: `DW0[31]`; optional on encode, 0 by default. PCIe Base Specification 6.x, Orthogonal Header Content.
   */
  noWrite: boolean
  /**
   * PV: the packet has a PASID.
   * Bits: `DW0[30]`. PCIe Base Specification 6.x, Orthogonal Header Content.
   */
  pasidValid: boolean
  /**
   * PMR: Privileged Mode Requested; reserved except in Translation and Page Requests.
   * Bits: `DW0[29]`. PCIe Base Specification 6.x, Orthogonal Header Content.
   */
  privilegedModeRequested: boolean
  /**
   * ER: Execute Requested; reserved except in Translation and Page Requests.
   * Bits: `DW0[28]`. PCIe Base Specification 6.x, Orthogonal Header Content.
   */
  executeRequested: boolean
  /**
   * PASID, if PV; 0 without.
   * Bits: `DW0[27:8]`; 0 to 0xfffff. PCIe Base Specification 6.x, Orthogonal Header Content.
   */
  pasid: number
  /**
   * Last DW BE.
   * Bits: `DW0[7:4]`; 0 to 0xf; optional on encode, 0 by default. PCIe Base Specification 6.x, Orthogonal Header Content.
   */
  lastBe: number
  /**
   * First DW BE.
   * Bits: `DW0[3:0]`; 0 to 0xf; optional on encode, 0 by default. PCIe Base Specification 6.x, Orthogonal Header Content.
   */
  firstBe: number
}

/** What `encode` takes: optional fields may be left out. */
export type PcieFlitOhcA1Init = Omit<PcieFlitOhcA1, 'noWrite' | 'lastBe' | 'firstBe'> & Partial<Pick<PcieFlitOhcA1, 'noWrite' | 'lastBe' | 'firstBe'>>

/** One typed array per field. */
export interface PcieFlitOhcA1Columns {
  noWrite: Uint8Array
  pasidValid: Uint8Array
  privilegedModeRequested: Uint8Array
  executeRequested: Uint8Array
  pasid: Uint32Array
  lastBe: Uint8Array
  firstBe: Uint8Array
}

let table: Bits | undefined

/** The bits of the record, for the reference codec; made when they are first asked for. */
function bits(): Bits {
  return (table ??= {
    id: 'pcie-flit.ohc-a1', bytes: 4, word: 4, order: 'big', label: 'DW',
    fields: {
      noWrite: { at: [[0, 31, 31]], as: 'flag', optional: true },
      pasidValid: { at: [[0, 30, 30]], as: 'flag' },
      privilegedModeRequested: { at: [[0, 29, 29]], as: 'flag' },
      executeRequested: { at: [[0, 28, 28]], as: 'flag' },
      pasid: { at: [[0, 27, 8]], as: 'uint' },
      lastBe: { at: [[0, 7, 4]], as: 'uint', optional: true },
      firstBe: { at: [[0, 3, 0]], as: 'uint', optional: true },
    },
    fixed: {
    },
    reserved: [],
  })
}

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): PcieFlitOhcA1 | undefined {
  if (!(bytes instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > bytes.length - 4) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 4)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, false)
  const reserved = options?.reserved
  if (reserved !== undefined && reserved !== 'reject' && reserved !== 'ignore') return undefined
  return {
    noWrite: flag(w0 >>> 31),
    pasidValid: flag((w0 >>> 30) & 1),
    privilegedModeRequested: flag((w0 >>> 29) & 1),
    executeRequested: flag((w0 >>> 28) & 1),
    pasid: (w0 >>> 8) & 0xfffff,
    lastBe: (w0 >>> 4) & 0xf,
    firstBe: w0 & 0xf,
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: PcieFlitOhcA1Init, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  if ((message.noWrite === undefined || message.lastBe === undefined || message.firstBe === undefined) && !onlyKnown(bits(), message)) return false
  const $noWrite = bit(message.noWrite === undefined ? false : message.noWrite)
  const $pasidValid = bit(message.pasidValid)
  const $privilegedModeRequested = bit(message.privilegedModeRequested)
  const $executeRequested = bit(message.executeRequested)
  const $pasid = message.pasid
  if (typeof $pasid !== 'number' || ($pasid & 0xfffff) !== $pasid) return false
  const $lastBe = message.lastBe === undefined ? 0 : message.lastBe
  if (typeof $lastBe !== 'number' || ($lastBe & 0xf) !== $lastBe) return false
  const $firstBe = message.firstBe === undefined ? 0 : message.firstBe
  if (typeof $firstBe !== 'number' || ($firstBe & 0xf) !== $firstBe) return false
  if (($noWrite | $pasidValid | $privilegedModeRequested | $executeRequested) < 0) return false
  if (!(target instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > target.length - 4) return false
  const w0 = ($noWrite << 31) | ($pasidValid << 30) | ($privilegedModeRequested << 29) | ($executeRequested << 28) | ($pasid << 8) | ($lastBe << 4) | $firstBe
  if (target === writeBytes || lookForWriting(target)) {
    writeView.setInt32(offset, w0, false)
  } else {
    storeBig(target, offset, w0)
  }
  return true
}

function viewClass(): ViewClass {
  return class extends RecordView {
    get noWrite(): boolean { return (this.memory.getInt32(this.offset, false) >>> 31) !== 0 }
    get pasidValid(): boolean { return ((this.memory.getInt32(this.offset, false) >>> 30) & 1) !== 0 }
    get privilegedModeRequested(): boolean { return ((this.memory.getInt32(this.offset, false) >>> 29) & 1) !== 0 }
    get executeRequested(): boolean { return ((this.memory.getInt32(this.offset, false) >>> 28) & 1) !== 0 }
    get pasid(): number { return (this.memory.getInt32(this.offset, false) >>> 8) & 0xfffff }
    get lastBe(): number { return (this.memory.getInt32(this.offset, false) >>> 4) & 0xf }
    get firstBe(): number { return this.memory.getInt32(this.offset, false) & 0xf }
  }
}

function kernel(block: number): ColumnKernel {
  const input = new Uint8Array(block * 4)
  const memory = new DataView(input.buffer)
  const $noWrite = new Uint8Array(block)
  const $pasidValid = new Uint8Array(block)
  const $privilegedModeRequested = new Uint8Array(block)
  const $executeRequested = new Uint8Array(block)
  const $pasid = new Uint32Array(block)
  const $lastBe = new Uint8Array(block)
  const $firstBe = new Uint8Array(block)
  function run(count: number): number {
    let bad = 0
    for (let i = 0, at = 0; i < count; i++, at += 4) {
      const w0 = memory.getInt32(at, false)
      $noWrite[i] = w0 >>> 31
      $pasidValid[i] = (w0 >>> 30) & 1
      $privilegedModeRequested[i] = (w0 >>> 29) & 1
      $executeRequested[i] = (w0 >>> 28) & 1
      $pasid[i] = (w0 >>> 8) & 0xfffff
      $lastBe[i] = (w0 >>> 4) & 0xf
      $firstBe[i] = w0 & 0xf
    }
    return bad
  }
  return { input, output: { noWrite: $noWrite, pasidValid: $pasidValid, privilegedModeRequested: $privilegedModeRequested, executeRequested: $executeRequested, pasid: $pasid, lastBe: $lastBe, firstBe: $firstBe }, run }
}

export { layout }

/** Id of the record. */
export const id = 'pcie-flit.ohc-a1'

/** Size of the record in bytes. */
export const bytes = 4

/**
 * Decodes the OHC-A1: PASID and byte enables of a memory request, PASID of a Page Request at `offset`. What it accepts, `encode` gives back bit for bit.
 * @param offset in bytes, from 0; no alignment is asked for
 * @throws {CodecError} `truncated`, `fixed`, `reserved`; `type` or `range` for wrong arguments
 */
export function decode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): PcieFlitOhcA1 {
  return read(bytes, offset, options) ?? (reference.decode(bits(), bytes, offset, options) as unknown as PcieFlitOhcA1)
}

/** `decode`, with its error as a result. Never throws. */
export function tryDecode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): Result<PcieFlitOhcA1> {
  const message = ArrayBuffer.isView(bytes) ? read(bytes, offset, options) : undefined
  return message === undefined ? reference.tryDecode(bits(), bytes, offset, options) : { ok: true, message }
}

/** Takes the record apart: every bit, and what is wrong with it. Never throws; short input gives what is there. */
export function inspect(bytes: Uint8Array, offset = 0): Inspection {
  return inspectRecord(layout, bytes, offset)
}

/**
 * Encodes a message into a fresh array of 4 bytes.
 * @throws {CodecError} `type` or `range`, naming field, bits, limit and value; nothing is truncated
 */
export function encode(message: PcieFlitOhcA1Init): Uint8Array {
  const bytes = new Uint8Array(4)
  return write(message, bytes, 0) ? bytes : reference.encode(bits(), message)
}

/**
 * Writes all 4 bytes of the record at `offset` of `target`, or throws before the first.
 * @returns 4
 * @throws {CodecError} as `encode`; `truncated` where `target` has no room
 */
export function encodeInto(message: PcieFlitOhcA1Init, target: Uint8Array, offset = 0): number {
  return write(message, target, offset) ? 4 : reference.encodeInto(bits(), message, target, offset)
}

let Class: ViewClass | undefined

/**
 * A view with a getter per field, which reads when it is asked. Nothing is copied, and nothing but the length is checked.
 * @throws {CodecError} `truncated`, `type` or `range`
 */
export function view(bytes: Uint8Array, offset = 0): Readonly<PcieFlitOhcA1> & View {
  return new (Class ??= viewClass())(bits(), bytes, offset) as unknown as Readonly<PcieFlitOhcA1> & View
}

let loop: ColumnKernel | undefined

/**
 * Decodes many consecutive records into typed arrays, one per field.
 * @throws {CodecError} `truncated` where `count` records are not there; `type` or `range` for wrong options
 */
export function columns(bytes: Uint8Array, options: ColumnsOptions<PcieFlitOhcA1Columns> = {}): ColumnsResult<PcieFlitOhcA1Columns> {
  return decodeColumns(bits(), bytes, options, (block) => (loop ??= kernel(block)))
}

/** The generated codec before it declines to the reference, for proofs that it really ran. */
export const generated = { read, write }
