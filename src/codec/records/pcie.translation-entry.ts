// Generated from src/spec/pcie.ts by `npm run generate`; do not edit.
import { translationEntry as layout } from '../../spec/pcie.ts'
import type { Bits } from '../../spec/vocabulary.ts'
import { decodeColumns } from '../columns.ts'
import type { ColumnKernel, ColumnsOptions, ColumnsResult } from '../columns.ts'
import { inspectRecord } from '../inspect.ts'
import type { Inspection } from '../inspect.ts'
import { HIGH, LOW, bit, flag, fromHalves, high, intoHalves, low, lookForWriting, memoryOf, readBytes, readView, scratch, storeBig, writeBytes, writeView } from '../memory.ts'
import { onlyKnown } from '../message.ts'
import * as reference from '../reference.ts'
import type { DecodeOptions, Result } from '../reference.ts'
import { RecordView } from '../view.ts'
import type { View, ViewClass } from '../view.ts'

/** The message of `pcie.translation-entry`: Translation Completion data entry. PCIe Base Specification, 10.2.3. */
export interface PcieTranslationEntry {
  /**
   * Translated Address[63:12]; with S, its low bits that are 1 give the size of the range.
   * Bits: `q0[63:12]`; byte address; a multiple of 4096n. PCIe Base Specification, 10.2.3.
   */
  address: bigint
  /**
   * S: the range is larger than 4 KiB.
   * Bits: `q0[11]`. PCIe Base Specification, 10.2.3.
   */
  size: boolean
  /**
   * N: accesses through the translation must set No Snoop.
   * Bits: `q0[10]`; optional on encode, 0 by default. PCIe Base Specification, 10.2.3.
   */
  nonSnooped: boolean
  /**
   * CXL.io: the access must use CXL.io; reserved outside CXL and in older revisions.
   * Bits: `q0[9]`; optional on encode, 0 by default. PCIe Base Specification, 10.2.3.
   */
  cxlIo: boolean
  /**
   * AMA[2:0]: ATS memory attributes; reserved in older revisions.
   * Bits: `q0[8:6]`; 0 to 0x7; optional on encode, 0 by default. PCIe Base Specification, 10.2.3.
   */
  memoryAttributes: number
  /**
   * Global: valid for every PASID of the function.
   * Bits: `q0[5]`; optional on encode, 0 by default. PCIe Base Specification, 10.2.3.
   */
  global: boolean
  /**
   * Priv: privileged access, as in the request.
   * Bits: `q0[4]`; optional on encode, 0 by default. PCIe Base Specification, 10.2.3.
   */
  privileged: boolean
  /**
   * Exe: execute permitted.
   * Bits: `q0[3]`; optional on encode, 0 by default. PCIe Base Specification, 10.2.3.
   */
  execute: boolean
  /**
   * U: untranslated access only.
   * Bits: `q0[2]`; optional on encode, 0 by default. PCIe Base Specification, 10.2.3.
   */
  untranslatedOnly: boolean
  /**
   * W: write permitted.
   * Bits: `q0[1]`. PCIe Base Specification, 10.2.3.
   */
  write: boolean
  /**
   * R: read permitted.
   * Bits: `q0[0]`. PCIe Base Specification, 10.2.3.
   */
  read: boolean
}

/** What `encode` takes: optional fields may be left out. */
export type PcieTranslationEntryInit = Omit<PcieTranslationEntry, 'nonSnooped' | 'cxlIo' | 'memoryAttributes' | 'global' | 'privileged' | 'execute' | 'untranslatedOnly'> & Partial<Pick<PcieTranslationEntry, 'nonSnooped' | 'cxlIo' | 'memoryAttributes' | 'global' | 'privileged' | 'execute' | 'untranslatedOnly'>>

/** One typed array per field. */
export interface PcieTranslationEntryColumns {
  address: BigUint64Array
  size: Uint8Array
  nonSnooped: Uint8Array
  cxlIo: Uint8Array
  memoryAttributes: Uint8Array
  global: Uint8Array
  privileged: Uint8Array
  execute: Uint8Array
  untranslatedOnly: Uint8Array
  write: Uint8Array
  read: Uint8Array
}

let table: Bits | undefined

/** The bits of the record, for the reference codec; made when they are first asked for. */
function bits(): Bits {
  return (table ??= {
    id: 'pcie.translation-entry', bytes: 8, word: 8, order: 'big', label: 'q',
    fields: {
      address: { at: [[0, 63, 12]], as: 'page' },
      size: { at: [[0, 11, 11]], as: 'flag' },
      nonSnooped: { at: [[0, 10, 10]], as: 'flag', optional: true },
      cxlIo: { at: [[0, 9, 9]], as: 'flag', optional: true },
      memoryAttributes: { at: [[0, 8, 6]], as: 'uint', optional: true },
      global: { at: [[0, 5, 5]], as: 'flag', optional: true },
      privileged: { at: [[0, 4, 4]], as: 'flag', optional: true },
      execute: { at: [[0, 3, 3]], as: 'flag', optional: true },
      untranslatedOnly: { at: [[0, 2, 2]], as: 'flag', optional: true },
      write: { at: [[0, 1, 1]], as: 'flag' },
      read: { at: [[0, 0, 0]], as: 'flag' },
    },
    fixed: {
    },
    reserved: [],
  })
}

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): PcieTranslationEntry | undefined {
  if (!(bytes instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > bytes.length - 8) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 8)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, false)
  const w1 = memory.getInt32(at + 4, false)
  const reserved = options?.reserved
  if (reserved !== undefined && reserved !== 'reject' && reserved !== 'ignore') return undefined
  return {
    address: fromHalves(w1 & 0xfffff000, w0),
    size: flag((w1 >>> 11) & 1),
    nonSnooped: flag((w1 >>> 10) & 1),
    cxlIo: flag((w1 >>> 9) & 1),
    memoryAttributes: (w1 >>> 6) & 7,
    global: flag((w1 >>> 5) & 1),
    privileged: flag((w1 >>> 4) & 1),
    execute: flag((w1 >>> 3) & 1),
    untranslatedOnly: flag((w1 >>> 2) & 1),
    write: flag((w1 >>> 1) & 1),
    read: flag(w1 & 1),
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: PcieTranslationEntryInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  if ((message.nonSnooped === undefined || message.cxlIo === undefined || message.memoryAttributes === undefined || message.global === undefined || message.privileged === undefined || message.execute === undefined || message.untranslatedOnly === undefined) && !onlyKnown(bits(), message)) return false
  if (!intoHalves(message.address)) return false
  const $addresslow = low()
  const $addresshigh = high()
  if (($addresslow & 0xfff) !== 0) return false
  const $size = bit(message.size)
  const $nonSnooped = bit(message.nonSnooped === undefined ? false : message.nonSnooped)
  const $cxlIo = bit(message.cxlIo === undefined ? false : message.cxlIo)
  const $memoryAttributes = message.memoryAttributes === undefined ? 0 : message.memoryAttributes
  if (typeof $memoryAttributes !== 'number' || ($memoryAttributes & 7) !== $memoryAttributes) return false
  const $global = bit(message.global === undefined ? false : message.global)
  const $privileged = bit(message.privileged === undefined ? false : message.privileged)
  const $execute = bit(message.execute === undefined ? false : message.execute)
  const $untranslatedOnly = bit(message.untranslatedOnly === undefined ? false : message.untranslatedOnly)
  const $write = bit(message.write)
  const $read = bit(message.read)
  if (($size | $nonSnooped | $cxlIo | $global | $privileged | $execute | $untranslatedOnly | $write | $read) < 0) return false
  if (!(target instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > target.length - 8) return false
  const w0 = $addresshigh
  const w1 = ($addresslow & 0xfffff000) | ($size << 11) | ($nonSnooped << 10) | ($cxlIo << 9) | ($memoryAttributes << 6) | ($global << 5) | ($privileged << 4) | ($execute << 3) | ($untranslatedOnly << 2) | ($write << 1) | $read
  if (target === writeBytes || lookForWriting(target)) {
    writeView.setInt32(offset, w0, false)
    writeView.setInt32(offset + 4, w1, false)
  } else {
    storeBig(target, offset, w0)
    storeBig(target, offset + 4, w1)
  }
  return true
}

function viewClass(): ViewClass {
  return class extends RecordView {
    get address(): bigint { return fromHalves(this.memory.getInt32(this.offset + 4, false) & 0xfffff000, this.memory.getInt32(this.offset, false)) }
    get size(): boolean { return ((this.memory.getInt32(this.offset + 4, false) >>> 11) & 1) !== 0 }
    get nonSnooped(): boolean { return ((this.memory.getInt32(this.offset + 4, false) >>> 10) & 1) !== 0 }
    get cxlIo(): boolean { return ((this.memory.getInt32(this.offset + 4, false) >>> 9) & 1) !== 0 }
    get memoryAttributes(): number { return (this.memory.getInt32(this.offset + 4, false) >>> 6) & 7 }
    get global(): boolean { return ((this.memory.getInt32(this.offset + 4, false) >>> 5) & 1) !== 0 }
    get privileged(): boolean { return ((this.memory.getInt32(this.offset + 4, false) >>> 4) & 1) !== 0 }
    get execute(): boolean { return ((this.memory.getInt32(this.offset + 4, false) >>> 3) & 1) !== 0 }
    get untranslatedOnly(): boolean { return ((this.memory.getInt32(this.offset + 4, false) >>> 2) & 1) !== 0 }
    get write(): boolean { return ((this.memory.getInt32(this.offset + 4, false) >>> 1) & 1) !== 0 }
    get read(): boolean { return (this.memory.getInt32(this.offset + 4, false) & 1) !== 0 }
  }
}

function kernel(block: number): ColumnKernel {
  const input = new Uint8Array(block * 8)
  const memory = new DataView(input.buffer)
  const $address = new BigUint64Array(block)
  const $addresshalves = new Int32Array($address.buffer)
  const $size = new Uint8Array(block)
  const $nonSnooped = new Uint8Array(block)
  const $cxlIo = new Uint8Array(block)
  const $memoryAttributes = new Uint8Array(block)
  const $global = new Uint8Array(block)
  const $privileged = new Uint8Array(block)
  const $execute = new Uint8Array(block)
  const $untranslatedOnly = new Uint8Array(block)
  const $write = new Uint8Array(block)
  const $read = new Uint8Array(block)
  function run(count: number): number {
    let bad = 0
    for (let i = 0, at = 0; i < count; i++, at += 8) {
      const w0 = memory.getInt32(at, false)
      const w1 = memory.getInt32(at + 4, false)
      $addresshalves[2 * i + LOW] = w1 & 0xfffff000
      $addresshalves[2 * i + HIGH] = w0
      $size[i] = (w1 >>> 11) & 1
      $nonSnooped[i] = (w1 >>> 10) & 1
      $cxlIo[i] = (w1 >>> 9) & 1
      $memoryAttributes[i] = (w1 >>> 6) & 7
      $global[i] = (w1 >>> 5) & 1
      $privileged[i] = (w1 >>> 4) & 1
      $execute[i] = (w1 >>> 3) & 1
      $untranslatedOnly[i] = (w1 >>> 2) & 1
      $write[i] = (w1 >>> 1) & 1
      $read[i] = w1 & 1
    }
    return bad
  }
  return { input, output: { address: $address, size: $size, nonSnooped: $nonSnooped, cxlIo: $cxlIo, memoryAttributes: $memoryAttributes, global: $global, privileged: $privileged, execute: $execute, untranslatedOnly: $untranslatedOnly, write: $write, read: $read }, run }
}

export { layout }

/** Id of the record. */
export const id = 'pcie.translation-entry'

/** Size of the record in bytes. */
export const bytes = 8

/**
 * Decodes the Translation Completion data entry at `offset`. What it accepts, `encode` gives back bit for bit.
 * @param offset in bytes, from 0; no alignment is asked for
 * @throws {CodecError} `truncated`, `fixed`, `reserved`; `type` or `range` for wrong arguments
 */
export function decode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): PcieTranslationEntry {
  return read(bytes, offset, options) ?? (reference.decode(bits(), bytes, offset, options) as unknown as PcieTranslationEntry)
}

/** `decode`, with its error as a result. Never throws. */
export function tryDecode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): Result<PcieTranslationEntry> {
  const message = ArrayBuffer.isView(bytes) ? read(bytes, offset, options) : undefined
  return message === undefined ? reference.tryDecode(bits(), bytes, offset, options) : { ok: true, message }
}

/** Takes the record apart: every bit, and what is wrong with it. Never throws; short input gives what is there. */
export function inspect(bytes: Uint8Array, offset = 0): Inspection {
  return inspectRecord(layout, bytes, offset)
}

/**
 * Encodes a message into a fresh array of 8 bytes.
 * @throws {CodecError} `type` or `range`, naming field, bits, limit and value; nothing is truncated
 */
export function encode(message: PcieTranslationEntryInit): Uint8Array {
  const bytes = new Uint8Array(8)
  return write(message, bytes, 0) ? bytes : reference.encode(bits(), message)
}

/**
 * Writes all 8 bytes of the record at `offset` of `target`, or throws before the first.
 * @returns 8
 * @throws {CodecError} as `encode`; `truncated` where `target` has no room
 */
export function encodeInto(message: PcieTranslationEntryInit, target: Uint8Array, offset = 0): number {
  return write(message, target, offset) ? 8 : reference.encodeInto(bits(), message, target, offset)
}

let Class: ViewClass | undefined

/**
 * A view with a getter per field, which reads when it is asked. Nothing is copied, and nothing but the length is checked.
 * @throws {CodecError} `truncated`, `type` or `range`
 */
export function view(bytes: Uint8Array, offset = 0): Readonly<PcieTranslationEntry> & View {
  return new (Class ??= viewClass())(bits(), bytes, offset) as unknown as Readonly<PcieTranslationEntry> & View
}

let loop: ColumnKernel | undefined

/**
 * Decodes many consecutive records into typed arrays, one per field.
 * @throws {CodecError} `truncated` where `count` records are not there; `type` or `range` for wrong options
 */
export function columns(bytes: Uint8Array, options: ColumnsOptions<PcieTranslationEntryColumns> = {}): ColumnsResult<PcieTranslationEntryColumns> {
  return decodeColumns(bits(), bytes, options, (block) => (loop ??= kernel(block)))
}

/** The generated codec before it declines to the reference, for proofs that it really ran. */
export const generated = { read, write }
