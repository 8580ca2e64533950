// Generated from src/spec/smmuv3.ts by `npm run generate`; do not edit.
import { cmdAtcInv as layout } from '../../spec/smmuv3.ts'
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

/** The message of `smmuv3.cmd-atc-inv`: CMD_ATC_INV. Arm IHI 0070, 4.5.1. */
export interface Smmuv3CmdAtcInv {
  /**
   * SSV: SubstreamID is valid.
   * Bits: `q0[11]`. Arm IHI 0070, 4.5.1.
   */
  substreamValid: boolean
  /**
   * SubstreamID (the PASID), if SSV.
   * Bits: `q0[31:12]`; 0 to 0xfffff. Arm IHI 0070, 4.5.1.
   */
  substreamId: number
  /**
   * StreamID; for PCIe its low 16 bits are the Requester ID.
   * Bits: `q0[63:32]`; 0 to 0xffffffff. Arm IHI 0070, 4.5.1.
   */
  streamId: number
  /**
   * Global: hits every PASID; ignored unless SSV.
   * Bits: `q0[9]`. Arm IHI 0070, 4.5.1.
   */
  global: boolean
  /**
   * Size: the range is 4096 << Size bytes; 52 is everything, above it the command is illegal.
   * Bits: `q1[5:0]`; 0 to 0x3f. Arm IHI 0070, 4.5.1.
   */
  size: number
  /**
   * Address[63:12]; its bits below the size of the range are taken as 0.
   * Bits: `q1[63:12]`; byte address; a multiple of 4096n. Arm IHI 0070, 4.5.1.
   */
  address: bigint
}

/** What `encode` takes. */
export type Smmuv3CmdAtcInvInit = Smmuv3CmdAtcInv

/** One typed array per field. */
export interface Smmuv3CmdAtcInvColumns {
  substreamValid: Uint8Array
  substreamId: Uint32Array
  streamId: Uint32Array
  global: Uint8Array
  size: Uint8Array
  address: BigUint64Array
}

let table: Bits | undefined

/** The bits of the record, for the reference codec; made when they are first asked for. */
function bits(): Bits {
  return (table ??= {
    id: 'smmuv3.cmd-atc-inv', bytes: 16, word: 8, order: 'little', label: 'q',
    fields: {
      substreamValid: { at: [[0, 11, 11]], as: 'flag' },
      substreamId: { at: [[0, 31, 12]], as: 'uint' },
      streamId: { at: [[0, 63, 32]], as: 'uint' },
      global: { at: [[0, 9, 9]], as: 'flag' },
      size: { at: [[1, 5, 0]], as: 'uint' },
      address: { at: [[1, 63, 12]], as: 'page' },
    },
    fixed: {
      opcode: { at: [[0, 7, 0]], value: 64 },
    },
    reserved: [[0, 8, 8], [0, 10, 10], [1, 11, 6]],
  })
}

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): Smmuv3CmdAtcInv | undefined {
  if (!(bytes instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > bytes.length - 16) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 16)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, true)
  const w1 = memory.getInt32(at + 4, true)
  const w2 = memory.getInt32(at + 8, true)
  const w3 = memory.getInt32(at + 12, true)
  const reserved = options?.reserved
  if (reserved !== undefined && reserved !== 'reject' && reserved !== 'ignore') return undefined
  if (((w0 & 0xff) ^ 0x40) !== 0) return undefined
  if (((w0 & 0x500) | (w2 & 0xfc0)) !== 0 && reserved !== 'ignore') return undefined
  return {
    substreamValid: flag((w0 >>> 11) & 1),
    substreamId: w0 >>> 12,
    streamId: w1 >>> 0,
    global: flag((w0 >>> 9) & 1),
    size: w2 & 0x3f,
    address: fromHalves(w2 & 0xfffff000, w3),
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: Smmuv3CmdAtcInvInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  const $substreamValid = bit(message.substreamValid)
  const $substreamId = message.substreamId
  if (typeof $substreamId !== 'number' || ($substreamId & 0xfffff) !== $substreamId) return false
  const $streamId = message.streamId
  if (typeof $streamId !== 'number' || $streamId >>> 0 !== $streamId) return false
  const $global = bit(message.global)
  const $size = message.size
  if (typeof $size !== 'number' || ($size & 0x3f) !== $size) return false
  if (!intoHalves(message.address)) return false
  const $addresslow = low()
  const $addresshigh = high()
  if (($addresslow & 0xfff) !== 0) return false
  if (($substreamValid | $global) < 0) return false
  if (!(target instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > target.length - 16) return false
  const w0 = 0x40 | ($substreamValid << 11) | ($substreamId << 12) | ($global << 9)
  const w1 = $streamId
  const w2 = $size | ($addresslow & 0xfffff000)
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
    get substreamValid(): boolean { return ((this.memory.getInt32(this.offset, true) >>> 11) & 1) !== 0 }
    get substreamId(): number { return this.memory.getInt32(this.offset, true) >>> 12 }
    get streamId(): number { return this.memory.getInt32(this.offset + 4, true) >>> 0 }
    get global(): boolean { return ((this.memory.getInt32(this.offset, true) >>> 9) & 1) !== 0 }
    get size(): number { return this.memory.getInt32(this.offset + 8, true) & 0x3f }
    get address(): bigint { return fromHalves(this.memory.getInt32(this.offset + 8, true) & 0xfffff000, this.memory.getInt32(this.offset + 12, true)) }
  }
}

function kernel(block: number): ColumnKernel {
  const input = new Uint8Array(block * 16)
  const memory = new DataView(input.buffer)
  const $substreamValid = new Uint8Array(block)
  const $substreamId = new Uint32Array(block)
  const $streamId = new Uint32Array(block)
  const $global = new Uint8Array(block)
  const $size = new Uint8Array(block)
  const $address = new BigUint64Array(block)
  const $addresshalves = new Int32Array($address.buffer)
  function run(count: number): number {
    let bad = 0
    for (let i = 0, at = 0; i < count; i++, at += 16) {
      const w0 = memory.getInt32(at, true)
      const w1 = memory.getInt32(at + 4, true)
      const w2 = memory.getInt32(at + 8, true)
      const w3 = memory.getInt32(at + 12, true)
      bad |= ((w0 & 0x5ff) ^ 0x40) | (w2 & 0xfc0)
      $substreamValid[i] = (w0 >>> 11) & 1
      $substreamId[i] = w0 >>> 12
      $streamId[i] = w1
      $global[i] = (w0 >>> 9) & 1
      $size[i] = w2 & 0x3f
      $addresshalves[2 * i + LOW] = w2 & 0xfffff000
      $addresshalves[2 * i + HIGH] = w3
    }
    return bad
  }
  return { input, output: { substreamValid: $substreamValid, substreamId: $substreamId, streamId: $streamId, global: $global, size: $size, address: $address }, run }
}

export { layout }

/** Id of the record. */
export const id = 'smmuv3.cmd-atc-inv'

/** Size of the record in bytes. */
export const bytes = 16

/**
 * Decodes the CMD_ATC_INV at `offset`. What it accepts, `encode` gives back bit for bit.
 * @param offset in bytes, from 0; no alignment is asked for
 * @throws {CodecError} `truncated`, `fixed`, `reserved`; `type` or `range` for wrong arguments
 */
export function decode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): Smmuv3CmdAtcInv {
  return read(bytes, offset, options) ?? (reference.decode(bits(), bytes, offset, options) as unknown as Smmuv3CmdAtcInv)
}

/** `decode`, with its error as a result. Never throws. */
export function tryDecode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): Result<Smmuv3CmdAtcInv> {
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
export function encode(message: Smmuv3CmdAtcInvInit): Uint8Array {
  const bytes = new Uint8Array(16)
  return write(message, bytes, 0) ? bytes : reference.encode(bits(), message)
}

/**
 * Writes all 16 bytes of the record at `offset` of `target`, or throws before the first.
 * @returns 16
 * @throws {CodecError} as `encode`; `truncated` where `target` has no room
 */
export function encodeInto(message: Smmuv3CmdAtcInvInit, target: Uint8Array, offset = 0): number {
  return write(message, target, offset) ? 16 : reference.encodeInto(bits(), message, target, offset)
}

let Class: ViewClass | undefined

/**
 * A view with a getter per field, which reads when it is asked. Nothing is copied, and nothing but the length is checked.
 * @throws {CodecError} `truncated`, `type` or `range`
 */
export function view(bytes: Uint8Array, offset = 0): Readonly<Smmuv3CmdAtcInv> & View {
  return new (Class ??= viewClass())(bits(), bytes, offset) as unknown as Readonly<Smmuv3CmdAtcInv> & View
}

let loop: ColumnKernel | undefined

/**
 * Decodes many consecutive records into typed arrays, one per field.
 * @throws {CodecError} `truncated` where `count` records are not there; `type` or `range` for wrong options
 */
export function columns(bytes: Uint8Array, options: ColumnsOptions<Smmuv3CmdAtcInvColumns> = {}): ColumnsResult<Smmuv3CmdAtcInvColumns> {
  return decodeColumns(bits(), bytes, options, (block) => (loop ??= kernel(block)))
}

/** The generated codec before it declines to the reference, for proofs that it really ran. */
export const generated = { read, write }
