// Generated from src/spec/config.ts by `npm run generate`; do not edit.
import { pasidCapability as layout } from '../../spec/config.ts'
import type { Bits } from '../../spec/vocabulary.ts'
import { decodeColumns } from '../columns.ts'
import type { ColumnKernel, ColumnsOptions, ColumnsResult } from '../columns.ts'
import { inspectRecord } from '../inspect.ts'
import type { Inspection } from '../inspect.ts'
import { bit, flag, lookForWriting, memoryOf, readBytes, readView, scratch, storeLittle, writeBytes, writeView } from '../memory.ts'
import { onlyKnown } from '../message.ts'
import * as reference from '../reference.ts'
import type { DecodeOptions, Result } from '../reference.ts'
import { RecordView } from '../view.ts'
import type { View, ViewClass } from '../view.ts'

/** The message of `config.pasid-capability`: Process Address Space ID capability. PCIe Base Specification, 7.8, PASID Extended Capability. */
export interface ConfigPasidCapability {
  /**
   * version of the capability.
   * Bits: `+0[19:16]`; 0 to 0xf. PCIe Base Specification, 7.8, PASID Extended Capability.
   */
  version: number
  /**
   * offset of the next capability in configuration space; 0 ends the list.
   * Bits: `+0[31:20]`; byte offset; 0 to 0xfff. PCIe Base Specification, 7.8, PASID Extended Capability.
   */
  next: number
  /**
   * Exec: PASIDCap [1], Execute Permission Supported.
   * Bits: `+4[1]`. PCIe Base Specification, 7.8, PASID Extended Capability.
   */
  executePermissionSupported: boolean
  /**
   * Priv: PASIDCap [2], Privileged Mode Supported.
   * Bits: `+4[2]`. PCIe Base Specification, 7.8, PASID Extended Capability.
   */
  privilegedModeSupported: boolean
  /**
   * PASIDCap [3], Translated Requests with PASID Supported; its place is unconfirmed.
   * Bits: `+4[3]`; optional on encode, 0 by default; confirm. PCIe Base Specification, 7.8, PASID Extended Capability.
   */
  translatedRequestsSupported: boolean
  /**
   * PASIDCap [12:8], Max PASID Width: 0 to 20.
   * Bits: `+4[12:8]`; bits; 0 to 0x1f. PCIe Base Specification, 7.8, PASID Extended Capability.
   */
  maxPasidWidth: number
  /**
   * PASIDCtl [0], Enable.
   * Bits: `+4[16]`. PCIe Base Specification, 7.8, PASID Extended Capability.
   */
  enable: boolean
  /**
   * Exec: PASIDCtl [1], Execute Permission Enable.
   * Bits: `+4[17]`. PCIe Base Specification, 7.8, PASID Extended Capability.
   */
  executePermissionEnable: boolean
  /**
   * Priv: PASIDCtl [2], Privileged Mode Enable.
   * Bits: `+4[18]`. PCIe Base Specification, 7.8, PASID Extended Capability.
   */
  privilegedModeEnable: boolean
  /**
   * PASIDCtl [3], Translated Requests with PASID Enable; its place is unconfirmed.
   * Bits: `+4[19]`; optional on encode, 0 by default; confirm. PCIe Base Specification, 7.8, PASID Extended Capability.
   */
  translatedRequestsEnable: boolean
}

/** What `encode` takes: optional fields may be left out. */
export type ConfigPasidCapabilityInit = Omit<ConfigPasidCapability, 'translatedRequestsSupported' | 'translatedRequestsEnable'> & Partial<Pick<ConfigPasidCapability, 'translatedRequestsSupported' | 'translatedRequestsEnable'>>

/** One typed array per field. */
export interface ConfigPasidCapabilityColumns {
  version: Uint8Array
  next: Uint16Array
  executePermissionSupported: Uint8Array
  privilegedModeSupported: Uint8Array
  translatedRequestsSupported: Uint8Array
  maxPasidWidth: Uint8Array
  enable: Uint8Array
  executePermissionEnable: Uint8Array
  privilegedModeEnable: Uint8Array
  translatedRequestsEnable: Uint8Array
}

let table: Bits | undefined

/** The bits of the record, for the reference codec; made when they are first asked for. */
function bits(): Bits {
  return (table ??= {
    id: 'config.pasid-capability', bytes: 8, word: 4, order: 'little', label: '+',
    fields: {
      version: { at: [[0, 19, 16]], as: 'uint' },
      next: { at: [[0, 31, 20]], as: 'uint' },
      executePermissionSupported: { at: [[1, 1, 1]], as: 'flag' },
      privilegedModeSupported: { at: [[1, 2, 2]], as: 'flag' },
      translatedRequestsSupported: { at: [[1, 3, 3]], as: 'flag', optional: true },
      maxPasidWidth: { at: [[1, 12, 8]], as: 'uint' },
      enable: { at: [[1, 16, 16]], as: 'flag' },
      executePermissionEnable: { at: [[1, 17, 17]], as: 'flag' },
      privilegedModeEnable: { at: [[1, 18, 18]], as: 'flag' },
      translatedRequestsEnable: { at: [[1, 19, 19]], as: 'flag', optional: true },
    },
    fixed: {
      id: { at: [[0, 15, 0]], value: 27 },
    },
    reserved: [[1, 0, 0], [1, 7, 4], [1, 15, 13], [1, 31, 20]],
  })
}

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): ConfigPasidCapability | undefined {
  if (!(bytes instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > bytes.length - 8) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 8)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, true)
  const w1 = memory.getInt32(at + 4, true)
  const reserved = options?.reserved
  if (reserved !== undefined && reserved !== 'reject' && reserved !== 'ignore') return undefined
  if (((w0 & 0xffff) ^ 0x1b) !== 0) return undefined
  if ((w1 & 0xfff0e0f1) !== 0 && reserved !== 'ignore') return undefined
  return {
    version: (w0 >>> 16) & 0xf,
    next: w0 >>> 20,
    executePermissionSupported: flag((w1 >>> 1) & 1),
    privilegedModeSupported: flag((w1 >>> 2) & 1),
    translatedRequestsSupported: flag((w1 >>> 3) & 1),
    maxPasidWidth: (w1 >>> 8) & 0x1f,
    enable: flag((w1 >>> 16) & 1),
    executePermissionEnable: flag((w1 >>> 17) & 1),
    privilegedModeEnable: flag((w1 >>> 18) & 1),
    translatedRequestsEnable: flag((w1 >>> 19) & 1),
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: ConfigPasidCapabilityInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  if ((message.translatedRequestsSupported === undefined || message.translatedRequestsEnable === undefined) && !onlyKnown(bits(), message)) return false
  const $version = message.version
  if (typeof $version !== 'number' || ($version & 0xf) !== $version) return false
  const $next = message.next
  if (typeof $next !== 'number' || ($next & 0xfff) !== $next) return false
  const $executePermissionSupported = bit(message.executePermissionSupported)
  const $privilegedModeSupported = bit(message.privilegedModeSupported)
  const $translatedRequestsSupported = bit(message.translatedRequestsSupported === undefined ? false : message.translatedRequestsSupported)
  const $maxPasidWidth = message.maxPasidWidth
  if (typeof $maxPasidWidth !== 'number' || ($maxPasidWidth & 0x1f) !== $maxPasidWidth) return false
  const $enable = bit(message.enable)
  const $executePermissionEnable = bit(message.executePermissionEnable)
  const $privilegedModeEnable = bit(message.privilegedModeEnable)
  const $translatedRequestsEnable = bit(message.translatedRequestsEnable === undefined ? false : message.translatedRequestsEnable)
  if (($executePermissionSupported | $privilegedModeSupported | $translatedRequestsSupported | $enable | $executePermissionEnable | $privilegedModeEnable | $translatedRequestsEnable) < 0) return false
  if (!(target instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > target.length - 8) return false
  const w0 = 0x1b | ($version << 16) | ($next << 20)
  const w1 = ($executePermissionSupported << 1) | ($privilegedModeSupported << 2) | ($translatedRequestsSupported << 3) | ($maxPasidWidth << 8) | ($enable << 16) | ($executePermissionEnable << 17) | ($privilegedModeEnable << 18) | ($translatedRequestsEnable << 19)
  if (target === writeBytes || lookForWriting(target)) {
    writeView.setInt32(offset, w0, true)
    writeView.setInt32(offset + 4, w1, true)
  } else {
    storeLittle(target, offset, w0)
    storeLittle(target, offset + 4, w1)
  }
  return true
}

function viewClass(): ViewClass {
  return class extends RecordView {
    get version(): number { return (this.memory.getInt32(this.offset, true) >>> 16) & 0xf }
    get next(): number { return this.memory.getInt32(this.offset, true) >>> 20 }
    get executePermissionSupported(): boolean { return ((this.memory.getInt32(this.offset + 4, true) >>> 1) & 1) !== 0 }
    get privilegedModeSupported(): boolean { return ((this.memory.getInt32(this.offset + 4, true) >>> 2) & 1) !== 0 }
    get translatedRequestsSupported(): boolean { return ((this.memory.getInt32(this.offset + 4, true) >>> 3) & 1) !== 0 }
    get maxPasidWidth(): number { return (this.memory.getInt32(this.offset + 4, true) >>> 8) & 0x1f }
    get enable(): boolean { return ((this.memory.getInt32(this.offset + 4, true) >>> 16) & 1) !== 0 }
    get executePermissionEnable(): boolean { return ((this.memory.getInt32(this.offset + 4, true) >>> 17) & 1) !== 0 }
    get privilegedModeEnable(): boolean { return ((this.memory.getInt32(this.offset + 4, true) >>> 18) & 1) !== 0 }
    get translatedRequestsEnable(): boolean { return ((this.memory.getInt32(this.offset + 4, true) >>> 19) & 1) !== 0 }
  }
}

function kernel(block: number): ColumnKernel {
  const input = new Uint8Array(block * 8)
  const memory = new DataView(input.buffer)
  const $version = new Uint8Array(block)
  const $next = new Uint16Array(block)
  const $executePermissionSupported = new Uint8Array(block)
  const $privilegedModeSupported = new Uint8Array(block)
  const $translatedRequestsSupported = new Uint8Array(block)
  const $maxPasidWidth = new Uint8Array(block)
  const $enable = new Uint8Array(block)
  const $executePermissionEnable = new Uint8Array(block)
  const $privilegedModeEnable = new Uint8Array(block)
  const $translatedRequestsEnable = new Uint8Array(block)
  function run(count: number): number {
    let bad = 0
    for (let i = 0, at = 0; i < count; i++, at += 8) {
      const w0 = memory.getInt32(at, true)
      const w1 = memory.getInt32(at + 4, true)
      bad |= ((w0 & 0xffff) ^ 0x1b) | (w1 & 0xfff0e0f1)
      $version[i] = (w0 >>> 16) & 0xf
      $next[i] = w0 >>> 20
      $executePermissionSupported[i] = (w1 >>> 1) & 1
      $privilegedModeSupported[i] = (w1 >>> 2) & 1
      $translatedRequestsSupported[i] = (w1 >>> 3) & 1
      $maxPasidWidth[i] = (w1 >>> 8) & 0x1f
      $enable[i] = (w1 >>> 16) & 1
      $executePermissionEnable[i] = (w1 >>> 17) & 1
      $privilegedModeEnable[i] = (w1 >>> 18) & 1
      $translatedRequestsEnable[i] = (w1 >>> 19) & 1
    }
    return bad
  }
  return { input, output: { version: $version, next: $next, executePermissionSupported: $executePermissionSupported, privilegedModeSupported: $privilegedModeSupported, translatedRequestsSupported: $translatedRequestsSupported, maxPasidWidth: $maxPasidWidth, enable: $enable, executePermissionEnable: $executePermissionEnable, privilegedModeEnable: $privilegedModeEnable, translatedRequestsEnable: $translatedRequestsEnable }, run }
}

export { layout }

/** Id of the record. */
export const id = 'config.pasid-capability'

/** Size of the record in bytes. */
export const bytes = 8

/**
 * Decodes the Process Address Space ID capability at `offset`. What it accepts, `encode` gives back bit for bit.
 * @param offset in bytes, from 0; no alignment is asked for
 * @throws {CodecError} `truncated`, `fixed`, `reserved`; `type` or `range` for wrong arguments
 */
export function decode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): ConfigPasidCapability {
  return read(bytes, offset, options) ?? (reference.decode(bits(), bytes, offset, options) as unknown as ConfigPasidCapability)
}

/** `decode`, with its error as a result. Never throws. */
export function tryDecode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): Result<ConfigPasidCapability> {
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
export function encode(message: ConfigPasidCapabilityInit): Uint8Array {
  const bytes = new Uint8Array(8)
  return write(message, bytes, 0) ? bytes : reference.encode(bits(), message)
}

/**
 * Writes all 8 bytes of the record at `offset` of `target`, or throws before the first.
 * @returns 8
 * @throws {CodecError} as `encode`; `truncated` where `target` has no room
 */
export function encodeInto(message: ConfigPasidCapabilityInit, target: Uint8Array, offset = 0): number {
  return write(message, target, offset) ? 8 : reference.encodeInto(bits(), message, target, offset)
}

let Class: ViewClass | undefined

/**
 * A view with a getter per field, which reads when it is asked. Nothing is copied, and nothing but the length is checked.
 * @throws {CodecError} `truncated`, `type` or `range`
 */
export function view(bytes: Uint8Array, offset = 0): Readonly<ConfigPasidCapability> & View {
  return new (Class ??= viewClass())(bits(), bytes, offset) as unknown as Readonly<ConfigPasidCapability> & View
}

let loop: ColumnKernel | undefined

/**
 * Decodes many consecutive records into typed arrays, one per field.
 * @throws {CodecError} `truncated` where `count` records are not there; `type` or `range` for wrong options
 */
export function columns(bytes: Uint8Array, options: ColumnsOptions<ConfigPasidCapabilityColumns> = {}): ColumnsResult<ConfigPasidCapabilityColumns> {
  return decodeColumns(bits(), bytes, options, (block) => (loop ??= kernel(block)))
}

/** The generated codec before it declines to the reference, for proofs that it really ran. */
export const generated = { read, write }
