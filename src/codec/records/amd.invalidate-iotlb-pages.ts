// Generated from src/spec/amd.ts by `npm run generate`; do not edit.
import { invalidateIotlbPages as layout } from '../../spec/amd.ts'
import type { Bits } from '../../spec/vocabulary.ts'
import { decodeColumns } from '../columns.ts'
import type { ColumnKernel, ColumnsOptions, ColumnsResult } from '../columns.ts'
import { inspectRecord } from '../inspect.ts'
import type { Inspection } from '../inspect.ts'
import { HIGH, LOW, bit, flag, fromHalves, high, intoHalves, low, lookForWriting, memoryOf, readBytes, readView, scratch, setLittle4, storeLittle4, writeBytes, writeView } from '../memory.ts'
import { onlyKnown } from '../message.ts'
import * as reference from '../reference.ts'
import type { DecodeOptions, Result } from '../reference.ts'
import { RecordView } from '../view.ts'
import type { View, ViewClass } from '../view.ts'

/** The message of `amd.invalidate-iotlb-pages`: INVALIDATE_IOTLB_PAGES command. AMD I/O Virtualization Technology (IOMMU) Specification, INVALIDATE_IOTLB_PAGES. */
export interface AmdInvalidateIotlbPages {
  /**
   * DeviceID: Requester ID of the device.
   * Bits: `dw0[15:0]`; 0 to 0xffff. AMD I/O Virtualization Technology (IOMMU) Specification, INVALIDATE_IOTLB_PAGES.
   */
  deviceId: number
  /**
   * MaxPend: invalidations that may be pending.
   * Bits: `dw0[31:24]`; requests; 0 to 0xff. AMD I/O Virtualization Technology (IOMMU) Specification, INVALIDATE_IOTLB_PAGES.
   */
  maxPending: number
  /**
   * QueueID: of the queue in which requests are counted; Linux repeats DeviceID.
   * Bits: `dw1[15:0]`; 0 to 0xffff. AMD I/O Virtualization Technology (IOMMU) Specification, INVALIDATE_IOTLB_PAGES.
   */
  queueId: number
  /**
   * S: the range is larger than 4 KiB.
   * Bits: `dw2[0]`. AMD I/O Virtualization Technology (IOMMU) Specification, INVALIDATE_IOTLB_PAGES.
   */
  size: boolean
  /**
   * GN: the address is a guest address and the PASID is valid.
   * Bits: `dw2[2]`. AMD I/O Virtualization Technology (IOMMU) Specification, INVALIDATE_IOTLB_PAGES.
   */
  guest: boolean
  /**
   * Type; named by FreeBSD and VirtualBox, 0 in Linux.
   * Bits: `dw2[5:4]`; 0 to 0x3; optional on encode, 0 by default. AMD I/O Virtualization Technology (IOMMU) Specification, INVALIDATE_IOTLB_PAGES.
   */
  type: number
  /**
   * Address[63:12]; with S, its low bits that are 1 give the size of the range.
   * Bits: `dw3[31:0] dw2[31:12]`; byte address; a multiple of 4096n. AMD I/O Virtualization Technology (IOMMU) Specification, INVALIDATE_IOTLB_PAGES.
   */
  address: bigint
  /**
   * PASID, only if GN.
   * Bits: `dw1[27:24] dw0[23:16] dw1[23:16]`; 0 to 0xfffff. AMD I/O Virtualization Technology (IOMMU) Specification, INVALIDATE_IOTLB_PAGES.
   */
  pasid: number
}

/** What `encode` takes: optional fields may be left out. */
export type AmdInvalidateIotlbPagesInit = Omit<AmdInvalidateIotlbPages, 'type'> & Partial<Pick<AmdInvalidateIotlbPages, 'type'>>

/** One typed array per field. */
export interface AmdInvalidateIotlbPagesColumns {
  deviceId: Uint16Array
  maxPending: Uint8Array
  queueId: Uint16Array
  size: Uint8Array
  guest: Uint8Array
  type: Uint8Array
  address: BigUint64Array
  pasid: Uint32Array
}

let table: Bits | undefined

/** The bits of the record, for the reference codec; made when they are first asked for. */
function bits(): Bits {
  return (table ??= {
    id: 'amd.invalidate-iotlb-pages', bytes: 16, word: 4, order: 'little', label: 'dw',
    fields: {
      deviceId: { at: [[0, 15, 0]], as: 'uint' },
      maxPending: { at: [[0, 31, 24]], as: 'uint' },
      queueId: { at: [[1, 15, 0]], as: 'uint' },
      size: { at: [[2, 0, 0]], as: 'flag' },
      guest: { at: [[2, 2, 2]], as: 'flag' },
      type: { at: [[2, 5, 4]], as: 'uint', optional: true },
      address: { at: [[3, 31, 0], [2, 31, 12]], as: 'page' },
      pasid: { at: [[1, 27, 24], [0, 23, 16], [1, 23, 16]], as: 'uint' },
    },
    fixed: {
      opcode: { at: [[1, 31, 28]], value: 4 },
    },
    reserved: [[2, 1, 1], [2, 3, 3], [2, 11, 6]],
  })
}

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): AmdInvalidateIotlbPages | undefined {
  if (!(bytes instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > bytes.length - 16) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 16)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, true)
  const w1 = memory.getInt32(at + 4, true)
  const w2 = memory.getInt32(at + 8, true)
  const w3 = memory.getInt32(at + 12, true)
  const reserved = options?.reserved
  if (reserved !== undefined && reserved !== 'reject' && reserved !== 'ignore') return undefined
  if (((w1 & 0xf0000000) ^ 0x40000000) !== 0) return undefined
  if ((w2 & 0xfca) !== 0 && reserved !== 'ignore') return undefined
  return {
    deviceId: w0 & 0xffff,
    maxPending: w0 >>> 24,
    queueId: w1 & 0xffff,
    size: flag(w2 & 1),
    guest: flag((w2 >>> 2) & 1),
    type: (w2 >>> 4) & 3,
    address: fromHalves(w2 & 0xfffff000, w3),
    pasid: ((w1 >>> 16) & 0xff) | ((w0 >>> 8) & 0xff00) | ((w1 >>> 8) & 0xf0000),
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: AmdInvalidateIotlbPagesInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  if ((message.type === undefined) && !onlyKnown(bits(), message)) return false
  const $deviceId = message.deviceId
  if (typeof $deviceId !== 'number' || ($deviceId & 0xffff) !== $deviceId) return false
  const $maxPending = message.maxPending
  if (typeof $maxPending !== 'number' || ($maxPending & 0xff) !== $maxPending) return false
  const $queueId = message.queueId
  if (typeof $queueId !== 'number' || ($queueId & 0xffff) !== $queueId) return false
  const $size = bit(message.size)
  const $guest = bit(message.guest)
  const $type = message.type === undefined ? 0 : message.type
  if (typeof $type !== 'number' || ($type & 3) !== $type) return false
  if (!intoHalves(message.address)) return false
  const $addresslow = low()
  const $addresshigh = high()
  if (($addresslow & 0xfff) !== 0) return false
  const $pasid = message.pasid
  if (typeof $pasid !== 'number' || ($pasid & 0xfffff) !== $pasid) return false
  if (($size | $guest) < 0) return false
  if (!(target instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > target.length - 16) return false
  const w0 = $deviceId | ($maxPending << 24) | (($pasid << 8) & 0xff0000)
  const w1 = 0x40000000 | $queueId | (($pasid << 16) & 0xff0000) | (($pasid << 8) & 0xf000000)
  const w2 = $size | ($guest << 2) | ($type << 4) | ($addresslow & 0xfffff000)
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
    get deviceId(): number { return this.memory.getInt32(this.offset, true) & 0xffff }
    get maxPending(): number { return this.memory.getInt32(this.offset, true) >>> 24 }
    get queueId(): number { return this.memory.getInt32(this.offset + 4, true) & 0xffff }
    get size(): boolean { return (this.memory.getInt32(this.offset + 8, true) & 1) !== 0 }
    get guest(): boolean { return ((this.memory.getInt32(this.offset + 8, true) >>> 2) & 1) !== 0 }
    get type(): number { return (this.memory.getInt32(this.offset + 8, true) >>> 4) & 3 }
    get address(): bigint { return fromHalves(this.memory.getInt32(this.offset + 8, true) & 0xfffff000, this.memory.getInt32(this.offset + 12, true)) }
    get pasid(): number { return ((this.memory.getInt32(this.offset + 4, true) >>> 16) & 0xff) | ((this.memory.getInt32(this.offset, true) >>> 8) & 0xff00) | ((this.memory.getInt32(this.offset + 4, true) >>> 8) & 0xf0000) }
  }
}

function kernel(block: number): ColumnKernel {
  const input = new Uint8Array(block * 16)
  const memory = new DataView(input.buffer)
  const $deviceId = new Uint16Array(block)
  const $maxPending = new Uint8Array(block)
  const $queueId = new Uint16Array(block)
  const $size = new Uint8Array(block)
  const $guest = new Uint8Array(block)
  const $type = new Uint8Array(block)
  const $address = new BigUint64Array(block)
  const $addresshalves = new Int32Array($address.buffer)
  const $pasid = new Uint32Array(block)
  function run(count: number): number {
    let bad = 0
    for (let i = 0, at = 0; i < count; i++, at += 16) {
      const w0 = memory.getInt32(at, true)
      const w1 = memory.getInt32(at + 4, true)
      const w2 = memory.getInt32(at + 8, true)
      const w3 = memory.getInt32(at + 12, true)
      bad |= ((w1 & 0xf0000000) ^ 0x40000000) | (w2 & 0xfca)
      $deviceId[i] = w0 & 0xffff
      $maxPending[i] = w0 >>> 24
      $queueId[i] = w1 & 0xffff
      $size[i] = w2 & 1
      $guest[i] = (w2 >>> 2) & 1
      $type[i] = (w2 >>> 4) & 3
      $addresshalves[2 * i + LOW] = w2 & 0xfffff000
      $addresshalves[2 * i + HIGH] = w3
      $pasid[i] = ((w1 >>> 16) & 0xff) | ((w0 >>> 8) & 0xff00) | ((w1 >>> 8) & 0xf0000)
    }
    return bad
  }
  return { input, output: { deviceId: $deviceId, maxPending: $maxPending, queueId: $queueId, size: $size, guest: $guest, type: $type, address: $address, pasid: $pasid }, run }
}

export { layout }

/** Id of the record. */
export const id = 'amd.invalidate-iotlb-pages'

/** Size of the record in bytes. */
export const bytes = 16

/**
 * Decodes the INVALIDATE_IOTLB_PAGES command at `offset`. What it accepts, `encode` gives back bit for bit.
 * @param offset in bytes, from 0; no alignment is asked for
 * @throws {CodecError} `truncated`, `fixed`, `reserved`; `type` or `range` for wrong arguments
 */
export function decode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): AmdInvalidateIotlbPages {
  return read(bytes, offset, options) ?? (reference.decode(bits(), bytes, offset, options) as unknown as AmdInvalidateIotlbPages)
}

/** `decode`, with its error as a result. Never throws. */
export function tryDecode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): Result<AmdInvalidateIotlbPages> {
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
export function encode(message: AmdInvalidateIotlbPagesInit): Uint8Array {
  const bytes = new Uint8Array(16)
  return write(message, bytes, 0) ? bytes : reference.encode(bits(), message)
}

/**
 * Writes all 16 bytes of the record at `offset` of `target`, or throws before the first.
 * @returns 16
 * @throws {CodecError} as `encode`; `truncated` where `target` has no room
 */
export function encodeInto(message: AmdInvalidateIotlbPagesInit, target: Uint8Array, offset = 0): number {
  return write(message, target, offset) ? 16 : reference.encodeInto(bits(), message, target, offset)
}

let Class: ViewClass | undefined

/**
 * A view with a getter per field, which reads when it is asked. Nothing is copied, and nothing but the length is checked.
 * @throws {CodecError} `truncated`, `type` or `range`
 */
export function view(bytes: Uint8Array, offset = 0): Readonly<AmdInvalidateIotlbPages> & View {
  return new (Class ??= viewClass())(bits(), bytes, offset) as unknown as Readonly<AmdInvalidateIotlbPages> & View
}

let loop: ColumnKernel | undefined

/**
 * Decodes many consecutive records into typed arrays, one per field.
 * @throws {CodecError} `truncated` where `count` records are not there; `type` or `range` for wrong options
 */
export function columns(bytes: Uint8Array, options: ColumnsOptions<AmdInvalidateIotlbPagesColumns> = {}): ColumnsResult<AmdInvalidateIotlbPagesColumns> {
  return decodeColumns(bits(), bytes, options, (block) => (loop ??= kernel(block)))
}

/** The generated codec before it declines to the reference, for proofs that it really ran. */
export const generated = { read, write }
