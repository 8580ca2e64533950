// Generated from src/spec/config.ts by `npm run generate`; do not edit.
import { priCapability as layout } from '../../spec/config.ts'
import type { Bits } from '../../spec/vocabulary.ts'
import { decodeColumns } from '../columns.ts'
import type { ColumnKernel, ColumnsOptions, ColumnsResult } from '../columns.ts'
import { inspectRecord } from '../inspect.ts'
import type { Inspection } from '../inspect.ts'
import { bit, flag, lookForWriting, memoryOf, readBytes, readView, scratch, setLittle4, storeLittle4, writeBytes, writeView } from '../memory.ts'
import * as reference from '../reference.ts'
import type { DecodeOptions, Result } from '../reference.ts'
import { RecordView } from '../view.ts'
import type { View, ViewClass } from '../view.ts'

/** The message of `config.pri-capability`: Page Request Interface capability. PCIe Base Specification, 10.5.2, Page Request Extended Capability. */
export interface ConfigPriCapability {
  /**
   * version of the capability.
   * Bits: `+0[19:16]`; 0 to 0xf. PCIe Base Specification, 10.5.2, Page Request Extended Capability.
   */
  version: number
  /**
   * offset of the next capability in configuration space; 0 ends the list.
   * Bits: `+0[31:20]`; byte offset; 0 to 0xfff. PCIe Base Specification, 10.5.2, Page Request Extended Capability.
   */
  next: number
  /**
   * PRICtl [0], Enable.
   * Bits: `+4[0]`. PCIe Base Specification, 10.5.2, Page Request Extended Capability.
   */
  enable: boolean
  /**
   * PRICtl [1], Reset.
   * Bits: `+4[1]`. PCIe Base Specification, 10.5.2, Page Request Extended Capability.
   */
  reset: boolean
  /**
   * RF: PRISta [0], Response Failure; cleared by writing 1.
   * Bits: `+4[16]`. PCIe Base Specification, 10.5.2, Page Request Extended Capability.
   */
  responseFailure: boolean
  /**
   * UPRGI: PRISta [1], Unexpected Page Request Group Index; cleared by writing 1.
   * Bits: `+4[17]`. PCIe Base Specification, 10.5.2, Page Request Extended Capability.
   */
  unexpectedPrgIndex: boolean
  /**
   * PRISta [8], Stopped; 1 after reset.
   * Bits: `+4[24]`. PCIe Base Specification, 10.5.2, Page Request Extended Capability.
   */
  stopped: boolean
  /**
   * PASID: PRISta [15], PRG Response PASID Required.
   * Bits: `+4[31]`. PCIe Base Specification, 10.5.2, Page Request Extended Capability.
   */
  prgResponsePasidRequired: boolean
  /**
   * Outstanding Page Request Capacity.
   * Bits: `+8[31:0]`; requests; 0 to 0xffffffff. PCIe Base Specification, 10.5.2, Page Request Extended Capability.
   */
  pageRequestCapacity: number
  /**
   * Outstanding Page Request Allocation.
   * Bits: `+12[31:0]`; requests; 0 to 0xffffffff. PCIe Base Specification, 10.5.2, Page Request Extended Capability.
   */
  pageRequestAllocation: number
}

/** What `encode` takes. */
export type ConfigPriCapabilityInit = ConfigPriCapability

/** One typed array per field. */
export interface ConfigPriCapabilityColumns {
  version: Uint8Array
  next: Uint16Array
  enable: Uint8Array
  reset: Uint8Array
  responseFailure: Uint8Array
  unexpectedPrgIndex: Uint8Array
  stopped: Uint8Array
  prgResponsePasidRequired: Uint8Array
  pageRequestCapacity: Uint32Array
  pageRequestAllocation: Uint32Array
}

let table: Bits | undefined

/** The bits of the record, for the reference codec; made when they are first asked for. */
function bits(): Bits {
  return (table ??= {
    id: 'config.pri-capability', bytes: 16, word: 4, order: 'little', label: '+',
    fields: {
      version: { at: [[0, 19, 16]], as: 'uint' },
      next: { at: [[0, 31, 20]], as: 'uint' },
      enable: { at: [[1, 0, 0]], as: 'flag' },
      reset: { at: [[1, 1, 1]], as: 'flag' },
      responseFailure: { at: [[1, 16, 16]], as: 'flag' },
      unexpectedPrgIndex: { at: [[1, 17, 17]], as: 'flag' },
      stopped: { at: [[1, 24, 24]], as: 'flag' },
      prgResponsePasidRequired: { at: [[1, 31, 31]], as: 'flag' },
      pageRequestCapacity: { at: [[2, 31, 0]], as: 'uint' },
      pageRequestAllocation: { at: [[3, 31, 0]], as: 'uint' },
    },
    fixed: {
      id: { at: [[0, 15, 0]], value: 19 },
    },
    reserved: [[1, 15, 2], [1, 23, 18], [1, 30, 25]],
  })
}

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): ConfigPriCapability | undefined {
  if (!(bytes instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > bytes.length - 16) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 16)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, true)
  const w1 = memory.getInt32(at + 4, true)
  const w2 = memory.getInt32(at + 8, true)
  const w3 = memory.getInt32(at + 12, true)
  const reserved = options?.reserved
  if (reserved !== undefined && reserved !== 'reject' && reserved !== 'ignore') return undefined
  if (((w0 & 0xffff) ^ 0x13) !== 0) return undefined
  if ((w1 & 0x7efcfffc) !== 0 && reserved !== 'ignore') return undefined
  return {
    version: (w0 >>> 16) & 0xf,
    next: w0 >>> 20,
    enable: flag(w1 & 1),
    reset: flag((w1 >>> 1) & 1),
    responseFailure: flag((w1 >>> 16) & 1),
    unexpectedPrgIndex: flag((w1 >>> 17) & 1),
    stopped: flag((w1 >>> 24) & 1),
    prgResponsePasidRequired: flag(w1 >>> 31),
    pageRequestCapacity: w2 >>> 0,
    pageRequestAllocation: w3 >>> 0,
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: ConfigPriCapabilityInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  const $version = message.version
  if (typeof $version !== 'number' || ($version & 0xf) !== $version) return false
  const $next = message.next
  if (typeof $next !== 'number' || ($next & 0xfff) !== $next) return false
  const $enable = bit(message.enable)
  const $reset = bit(message.reset)
  const $responseFailure = bit(message.responseFailure)
  const $unexpectedPrgIndex = bit(message.unexpectedPrgIndex)
  const $stopped = bit(message.stopped)
  const $prgResponsePasidRequired = bit(message.prgResponsePasidRequired)
  const $pageRequestCapacity = message.pageRequestCapacity
  if (typeof $pageRequestCapacity !== 'number' || $pageRequestCapacity >>> 0 !== $pageRequestCapacity) return false
  const $pageRequestAllocation = message.pageRequestAllocation
  if (typeof $pageRequestAllocation !== 'number' || $pageRequestAllocation >>> 0 !== $pageRequestAllocation) return false
  if (($enable | $reset | $responseFailure | $unexpectedPrgIndex | $stopped | $prgResponsePasidRequired) < 0) return false
  if (!(target instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > target.length - 16) return false
  const w0 = 0x13 | ($version << 16) | ($next << 20)
  const w1 = $enable | ($reset << 1) | ($responseFailure << 16) | ($unexpectedPrgIndex << 17) | ($stopped << 24) | ($prgResponsePasidRequired << 31)
  const w2 = $pageRequestCapacity
  const w3 = $pageRequestAllocation
  if (target === writeBytes || lookForWriting(target)) {
    setLittle4(writeView, offset, w0, w1, w2, w3)
  } else {
    storeLittle4(target, offset, w0, w1, w2, w3)
  }
  return true
}

function viewClass(): ViewClass {
  return class extends RecordView {
    get version(): number { return (this.memory.getInt32(this.offset, true) >>> 16) & 0xf }
    get next(): number { return this.memory.getInt32(this.offset, true) >>> 20 }
    get enable(): boolean { return (this.memory.getInt32(this.offset + 4, true) & 1) !== 0 }
    get reset(): boolean { return ((this.memory.getInt32(this.offset + 4, true) >>> 1) & 1) !== 0 }
    get responseFailure(): boolean { return ((this.memory.getInt32(this.offset + 4, true) >>> 16) & 1) !== 0 }
    get unexpectedPrgIndex(): boolean { return ((this.memory.getInt32(this.offset + 4, true) >>> 17) & 1) !== 0 }
    get stopped(): boolean { return ((this.memory.getInt32(this.offset + 4, true) >>> 24) & 1) !== 0 }
    get prgResponsePasidRequired(): boolean { return (this.memory.getInt32(this.offset + 4, true) >>> 31) !== 0 }
    get pageRequestCapacity(): number { return this.memory.getInt32(this.offset + 8, true) >>> 0 }
    get pageRequestAllocation(): number { return this.memory.getInt32(this.offset + 12, true) >>> 0 }
  }
}

function kernel(block: number): ColumnKernel {
  const input = new Uint8Array(block * 16)
  const memory = new DataView(input.buffer)
  const $version = new Uint8Array(block)
  const $next = new Uint16Array(block)
  const $enable = new Uint8Array(block)
  const $reset = new Uint8Array(block)
  const $responseFailure = new Uint8Array(block)
  const $unexpectedPrgIndex = new Uint8Array(block)
  const $stopped = new Uint8Array(block)
  const $prgResponsePasidRequired = new Uint8Array(block)
  const $pageRequestCapacity = new Uint32Array(block)
  const $pageRequestAllocation = new Uint32Array(block)
  function run(count: number): number {
    let bad = 0
    for (let i = 0, at = 0; i < count; i++, at += 16) {
      const w0 = memory.getInt32(at, true)
      const w1 = memory.getInt32(at + 4, true)
      const w2 = memory.getInt32(at + 8, true)
      const w3 = memory.getInt32(at + 12, true)
      bad |= ((w0 & 0xffff) ^ 0x13) | (w1 & 0x7efcfffc)
      $version[i] = (w0 >>> 16) & 0xf
      $next[i] = w0 >>> 20
      $enable[i] = w1 & 1
      $reset[i] = (w1 >>> 1) & 1
      $responseFailure[i] = (w1 >>> 16) & 1
      $unexpectedPrgIndex[i] = (w1 >>> 17) & 1
      $stopped[i] = (w1 >>> 24) & 1
      $prgResponsePasidRequired[i] = w1 >>> 31
      $pageRequestCapacity[i] = w2
      $pageRequestAllocation[i] = w3
    }
    return bad
  }
  return { input, output: { version: $version, next: $next, enable: $enable, reset: $reset, responseFailure: $responseFailure, unexpectedPrgIndex: $unexpectedPrgIndex, stopped: $stopped, prgResponsePasidRequired: $prgResponsePasidRequired, pageRequestCapacity: $pageRequestCapacity, pageRequestAllocation: $pageRequestAllocation }, run }
}

export { layout }

/** Id of the record. */
export const id = 'config.pri-capability'

/** Size of the record in bytes. */
export const bytes = 16

/**
 * Decodes the Page Request Interface capability at `offset`. What it accepts, `encode` gives back bit for bit.
 * @param offset in bytes, from 0; no alignment is asked for
 * @throws {CodecError} `truncated`, `fixed`, `reserved`; `type` or `range` for wrong arguments
 */
export function decode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): ConfigPriCapability {
  return read(bytes, offset, options) ?? (reference.decode(bits(), bytes, offset, options) as unknown as ConfigPriCapability)
}

/** `decode`, with its error as a result. Never throws. */
export function tryDecode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): Result<ConfigPriCapability> {
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
export function encode(message: ConfigPriCapabilityInit): Uint8Array {
  const bytes = new Uint8Array(16)
  return write(message, bytes, 0) ? bytes : reference.encode(bits(), message)
}

/**
 * Writes all 16 bytes of the record at `offset` of `target`, or throws before the first.
 * @returns 16
 * @throws {CodecError} as `encode`; `truncated` where `target` has no room
 */
export function encodeInto(message: ConfigPriCapabilityInit, target: Uint8Array, offset = 0): number {
  return write(message, target, offset) ? 16 : reference.encodeInto(bits(), message, target, offset)
}

let Class: ViewClass | undefined

/**
 * A view with a getter per field, which reads when it is asked. Nothing is copied, and nothing but the length is checked.
 * @throws {CodecError} `truncated`, `type` or `range`
 */
export function view(bytes: Uint8Array, offset = 0): Readonly<ConfigPriCapability> & View {
  return new (Class ??= viewClass())(bits(), bytes, offset) as unknown as Readonly<ConfigPriCapability> & View
}

let loop: ColumnKernel | undefined

/**
 * Decodes many consecutive records into typed arrays, one per field.
 * @throws {CodecError} `truncated` where `count` records are not there; `type` or `range` for wrong options
 */
export function columns(bytes: Uint8Array, options: ColumnsOptions<ConfigPriCapabilityColumns> = {}): ColumnsResult<ConfigPriCapabilityColumns> {
  return decodeColumns(bits(), bytes, options, (block) => (loop ??= kernel(block)))
}

/** The generated codec before it declines to the reference, for proofs that it really ran. */
export const generated = { read, write }
