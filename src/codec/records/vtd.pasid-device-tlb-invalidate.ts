// Generated from src/spec/vtd.ts by `npm run generate`; do not edit.
import { pasidDeviceTlbInvalidate as layout } from '../../spec/vtd.ts'
import type { Bits } from '../../spec/vocabulary.ts'
import { decodeColumns } from '../columns.ts'
import type { ColumnKernel, ColumnsOptions, ColumnsResult } from '../columns.ts'
import { inspectRecord } from '../inspect.ts'
import type { Inspection } from '../inspect.ts'
import { HIGH, LOW, bit, flag, fromHalves, high, intoHalves, low, lookForWriting, memoryOf, readBytes, readView, scratch, setLittle4, setZero4, storeLittle4, writeBytes, writeView } from '../memory.ts'
import * as reference from '../reference.ts'
import type { DecodeOptions, Result } from '../reference.ts'
import { RecordView } from '../view.ts'
import type { View, ViewClass } from '../view.ts'

/** The message of `vtd.pasid-device-tlb-invalidate`: PASID-based Device-TLB Invalidate Descriptor. Intel VT-d Architecture Specification 4.0, PASID-based Device-TLB Invalidate Descriptor. */
export interface VtdPasidDeviceTlbInvalidate {
  /**
   * SID: Source ID (Requester ID) of the device.
   * Bits: `q0[31:16]`; 0 to 0xffff. Intel VT-d Architecture Specification 4.0, PASID-based Device-TLB Invalidate Descriptor.
   */
  sid: number
  /**
   * PFSID: Source ID of the physical function; its bits are reserved in QEMU, absent in Xen and misplaced in Linux up to 5.0.
   * Bits: `q0[63:52] q0[15:12]`; 0 to 0xffff. Intel VT-d Architecture Specification 4.0, PASID-based Device-TLB Invalidate Descriptor.
   */
  pfsid: number
  /**
   * Max Invs Pend: invalidations that may be pending; 0 means 32.
   * Bits: `q0[8:4]`; requests; 0 to 0x1f. Intel VT-d Architecture Specification 4.0, PASID-based Device-TLB Invalidate Descriptor.
   */
  queueDepth: number
  /**
   * S: the range is larger than 4 KiB.
   * Bits: `q1[11]`. Intel VT-d Architecture Specification 4.0, PASID-based Device-TLB Invalidate Descriptor.
   */
  size: boolean
  /**
   * Address[63:12]; with S, its low bits that are 1 give the size of the range.
   * Bits: `q1[63:12]`; byte address; a multiple of 4096n. Intel VT-d Architecture Specification 4.0, PASID-based Device-TLB Invalidate Descriptor.
   */
  address: bigint
  /**
   * PASID.
   * Bits: `q0[51:32]`; 0 to 0xfffff. Intel VT-d Architecture Specification 4.0, PASID-based Device-TLB Invalidate Descriptor.
   */
  pasid: number
  /**
   * G: Global Invalidate, for every PASID; Linux never sets it.
   * Bits: `q1[0]`. Intel VT-d Architecture Specification 4.0, PASID-based Device-TLB Invalidate Descriptor.
   */
  global: boolean
}

/** What `encode` takes. */
export type VtdPasidDeviceTlbInvalidateInit = VtdPasidDeviceTlbInvalidate

/** One typed array per field. */
export interface VtdPasidDeviceTlbInvalidateColumns {
  sid: Uint16Array
  pfsid: Uint16Array
  queueDepth: Uint8Array
  size: Uint8Array
  address: BigUint64Array
  pasid: Uint32Array
  global: Uint8Array
}

let table: Bits | undefined

/** The bits of the record, for the reference codec; made when they are first asked for. */
function bits(): Bits {
  return (table ??= {
    id: 'vtd.pasid-device-tlb-invalidate', bytes: 32, word: 8, order: 'little', label: 'q',
    fields: {
      sid: { at: [[0, 31, 16]], as: 'uint' },
      pfsid: { at: [[0, 63, 52], [0, 15, 12]], as: 'uint' },
      queueDepth: { at: [[0, 8, 4]], as: 'uint' },
      size: { at: [[1, 11, 11]], as: 'flag' },
      address: { at: [[1, 63, 12]], as: 'page' },
      pasid: { at: [[0, 51, 32]], as: 'uint' },
      global: { at: [[1, 0, 0]], as: 'flag' },
    },
    fixed: {
      type: { at: [[0, 11, 9], [0, 3, 0]], value: 8 },
    },
    reserved: [[1, 10, 1], [2, 63, 0], [3, 63, 0]],
  })
}

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): VtdPasidDeviceTlbInvalidate | undefined {
  if (!(bytes instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > bytes.length - 32) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 32)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, true)
  const w1 = memory.getInt32(at + 4, true)
  const w2 = memory.getInt32(at + 8, true)
  const w3 = memory.getInt32(at + 12, true)
  const w4 = memory.getInt32(at + 16, true)
  const w5 = memory.getInt32(at + 20, true)
  const w6 = memory.getInt32(at + 24, true)
  const w7 = memory.getInt32(at + 28, true)
  const reserved = options?.reserved
  if (reserved !== undefined && reserved !== 'reject' && reserved !== 'ignore') return undefined
  if (((w0 & 0xe0f) ^ 8) !== 0) return undefined
  if (((w2 & 0x7fe) | w4 | w5 | w6 | w7) !== 0 && reserved !== 'ignore') return undefined
  return {
    sid: w0 >>> 16,
    pfsid: ((w0 >>> 12) & 0xf) | ((w1 >>> 16) & 0xfff0),
    queueDepth: (w0 >>> 4) & 0x1f,
    size: flag((w2 >>> 11) & 1),
    address: fromHalves(w2 & 0xfffff000, w3),
    pasid: w1 & 0xfffff,
    global: flag(w2 & 1),
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: VtdPasidDeviceTlbInvalidateInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  const $sid = message.sid
  if (typeof $sid !== 'number' || ($sid & 0xffff) !== $sid) return false
  const $pfsid = message.pfsid
  if (typeof $pfsid !== 'number' || ($pfsid & 0xffff) !== $pfsid) return false
  const $queueDepth = message.queueDepth
  if (typeof $queueDepth !== 'number' || ($queueDepth & 0x1f) !== $queueDepth) return false
  const $size = bit(message.size)
  if (!intoHalves(message.address)) return false
  const $addresslow = low()
  const $addresshigh = high()
  if (($addresslow & 0xfff) !== 0) return false
  const $pasid = message.pasid
  if (typeof $pasid !== 'number' || ($pasid & 0xfffff) !== $pasid) return false
  const $global = bit(message.global)
  if (($size | $global) < 0) return false
  if (!(target instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > target.length - 32) return false
  const w0 = 8 | ($sid << 16) | (($pfsid << 12) & 0xf000) | ($queueDepth << 4)
  const w1 = (($pfsid << 16) & 0xfff00000) | $pasid
  const w2 = ($size << 11) | ($addresslow & 0xfffff000) | $global
  const w3 = $addresshigh
  if (target === writeBytes || lookForWriting(target)) {
    setLittle4(writeView, offset, w0, w1, w2, w3)
    setZero4(writeView, offset + 16)
  } else {
    storeLittle4(target, offset, w0, w1, w2, w3)
    storeLittle4(target, offset + 16, 0, 0, 0, 0)
  }
  return true
}

function viewClass(): ViewClass {
  return class extends RecordView {
    get sid(): number { return this.memory.getInt32(this.offset, true) >>> 16 }
    get pfsid(): number { return ((this.memory.getInt32(this.offset, true) >>> 12) & 0xf) | ((this.memory.getInt32(this.offset + 4, true) >>> 16) & 0xfff0) }
    get queueDepth(): number { return (this.memory.getInt32(this.offset, true) >>> 4) & 0x1f }
    get size(): boolean { return ((this.memory.getInt32(this.offset + 8, true) >>> 11) & 1) !== 0 }
    get address(): bigint { return fromHalves(this.memory.getInt32(this.offset + 8, true) & 0xfffff000, this.memory.getInt32(this.offset + 12, true)) }
    get pasid(): number { return this.memory.getInt32(this.offset + 4, true) & 0xfffff }
    get global(): boolean { return (this.memory.getInt32(this.offset + 8, true) & 1) !== 0 }
  }
}

function kernel(block: number): ColumnKernel {
  const input = new Uint8Array(block * 32)
  const memory = new DataView(input.buffer)
  const $sid = new Uint16Array(block)
  const $pfsid = new Uint16Array(block)
  const $queueDepth = new Uint8Array(block)
  const $size = new Uint8Array(block)
  const $address = new BigUint64Array(block)
  const $addresshalves = new Int32Array($address.buffer)
  const $pasid = new Uint32Array(block)
  const $global = new Uint8Array(block)
  function run(count: number): number {
    let bad = 0
    for (let i = 0, at = 0; i < count; i++, at += 32) {
      const w0 = memory.getInt32(at, true)
      const w1 = memory.getInt32(at + 4, true)
      const w2 = memory.getInt32(at + 8, true)
      const w3 = memory.getInt32(at + 12, true)
      const w4 = memory.getInt32(at + 16, true)
      const w5 = memory.getInt32(at + 20, true)
      const w6 = memory.getInt32(at + 24, true)
      const w7 = memory.getInt32(at + 28, true)
      bad |= ((w0 & 0xe0f) ^ 8) | (w2 & 0x7fe) | w4 | w5 | w6 | w7
      $sid[i] = w0 >>> 16
      $pfsid[i] = ((w0 >>> 12) & 0xf) | ((w1 >>> 16) & 0xfff0)
      $queueDepth[i] = (w0 >>> 4) & 0x1f
      $size[i] = (w2 >>> 11) & 1
      $addresshalves[2 * i + LOW] = w2 & 0xfffff000
      $addresshalves[2 * i + HIGH] = w3
      $pasid[i] = w1 & 0xfffff
      $global[i] = w2 & 1
    }
    return bad
  }
  return { input, output: { sid: $sid, pfsid: $pfsid, queueDepth: $queueDepth, size: $size, address: $address, pasid: $pasid, global: $global }, run }
}

export { layout }

/** Id of the record. */
export const id = 'vtd.pasid-device-tlb-invalidate'

/** Size of the record in bytes. */
export const bytes = 32

/**
 * Decodes the PASID-based Device-TLB Invalidate Descriptor at `offset`. What it accepts, `encode` gives back bit for bit.
 * @param offset in bytes, from 0; no alignment is asked for
 * @throws {CodecError} `truncated`, `fixed`, `reserved`; `type` or `range` for wrong arguments
 */
export function decode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): VtdPasidDeviceTlbInvalidate {
  return read(bytes, offset, options) ?? (reference.decode(bits(), bytes, offset, options) as unknown as VtdPasidDeviceTlbInvalidate)
}

/** `decode`, with its error as a result. Never throws. */
export function tryDecode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): Result<VtdPasidDeviceTlbInvalidate> {
  const message = ArrayBuffer.isView(bytes) ? read(bytes, offset, options) : undefined
  return message === undefined ? reference.tryDecode(bits(), bytes, offset, options) : { ok: true, message }
}

/** Takes the record apart: every bit, and what is wrong with it. Never throws; short input gives what is there. */
export function inspect(bytes: Uint8Array, offset = 0): Inspection {
  return inspectRecord(layout, bytes, offset)
}

/**
 * Encodes a message into a fresh array of 32 bytes.
 * @throws {CodecError} `type` or `range`, naming field, bits, limit and value; nothing is truncated
 */
export function encode(message: VtdPasidDeviceTlbInvalidateInit): Uint8Array {
  const bytes = new Uint8Array(32)
  return write(message, bytes, 0) ? bytes : reference.encode(bits(), message)
}

/**
 * Writes all 32 bytes of the record at `offset` of `target`, or throws before the first.
 * @returns 32
 * @throws {CodecError} as `encode`; `truncated` where `target` has no room
 */
export function encodeInto(message: VtdPasidDeviceTlbInvalidateInit, target: Uint8Array, offset = 0): number {
  return write(message, target, offset) ? 32 : reference.encodeInto(bits(), message, target, offset)
}

let Class: ViewClass | undefined

/**
 * A view with a getter per field, which reads when it is asked. Nothing is copied, and nothing but the length is checked.
 * @throws {CodecError} `truncated`, `type` or `range`
 */
export function view(bytes: Uint8Array, offset = 0): Readonly<VtdPasidDeviceTlbInvalidate> & View {
  return new (Class ??= viewClass())(bits(), bytes, offset) as unknown as Readonly<VtdPasidDeviceTlbInvalidate> & View
}

let loop: ColumnKernel | undefined

/**
 * Decodes many consecutive records into typed arrays, one per field.
 * @throws {CodecError} `truncated` where `count` records are not there; `type` or `range` for wrong options
 */
export function columns(bytes: Uint8Array, options: ColumnsOptions<VtdPasidDeviceTlbInvalidateColumns> = {}): ColumnsResult<VtdPasidDeviceTlbInvalidateColumns> {
  return decodeColumns(bits(), bytes, options, (block) => (loop ??= kernel(block)))
}

/** The generated codec before it declines to the reference, for proofs that it really ran. */
export const generated = { read, write }
