// Generated from src/spec/linux.ts by `npm run generate`; do not edit.
import { faultEventBe as layout } from '../../spec/linux.ts'
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

/** The message of `linux.fault-event-be`: Fault event of the 2017 series, big-endian ABI. include/linux/iommu.h of the 2017 series (v3). */
export interface LinuxFaultEventBe {
  /**
   * `type`: unrecoverable DMA fault or page request.
   * Values: 0x1 IOMMU_FAULT_DMA_UNRECOV, 0x2 IOMMU_FAULT_PAGE_REQ.
   * Bits: `+0[31:0]`; 0 to 0xffffffff. include/linux/iommu.h of the 2017 series (v3).
   */
  type: number
  /**
   * `reason`: why the fault arose.
   * Values: 0x0 IOMMU_FAULT_REASON_UNKNOWN, 0x1 IOMMU_FAULT_REASON_INTERNAL, 0x2 IOMMU_FAULT_REASON_PASID_FETCH, 0x3 IOMMU_FAULT_REASON_PASID_INVALID, 0x4 IOMMU_FAULT_REASON_PGD_FETCH, 0x5 IOMMU_FAULT_REASON_PTE_FETCH, 0x6 IOMMU_FAULT_REASON_PERMISSION.
   * Bits: `+4[31:0]`; 0 to 0xffffffff. include/linux/iommu.h of the 2017 series (v3).
   */
  reason: number
  /**
   * `addr`: faulting address.
   * Bits: `+8[31:0] +12[31:0]`; byte address; 0n to 2n ** 64n - 1n. include/linux/iommu.h of the 2017 series (v3).
   */
  addr: bigint
  /**
   * `pasid`: process address space ID.
   * Bits: `+16[31:0]`; 0 to 0xffffffff. include/linux/iommu.h of the 2017 series (v3).
   */
  pasid: number
  /**
   * `page_req_group_id`: the page request group.
   * Bits: `+20[31:23]`; 0 to 0x1ff. include/linux/iommu.h of the 2017 series (v3).
   */
  pageReqGroupId: number
  /**
   * `last_req`: last request of its group.
   * Bits: `+20[22]`. include/linux/iommu.h of the 2017 series (v3).
   */
  lastReq: boolean
  /**
   * `pasid_valid`: `pasid` holds a PASID.
   * Bits: `+20[21]`. include/linux/iommu.h of the 2017 series (v3).
   */
  pasidValid: boolean
  /**
   * `prot`: the access that was asked for.
   * Values: 0x1 IOMMU_FAULT_PERM_READ, 0x2 IOMMU_FAULT_PERM_WRITE, 0x4 IOMMU_FAULT_PERM_EXEC, 0x8 IOMMU_FAULT_PERM_PRIV.
   * Bits: `+24[31:0]`; 0 to 0xffffffff. include/linux/iommu.h of the 2017 series (v3).
   */
  prot: number
  /**
   * `device_private`: private to the device driver.
   * Bits: `+32[31:0] +36[31:0]`; 0n to 2n ** 64n - 1n. include/linux/iommu.h of the 2017 series (v3).
   */
  devicePrivate: bigint
  /**
   * `iommu_private`: private to the IOMMU driver; VT-d keeps q0 of its 128-bit request here.
   * Bits: `+40[31:0] +44[31:0]`; 0n to 2n ** 64n - 1n. include/linux/iommu.h of the 2017 series (v3).
   */
  iommuPrivate: bigint
}

/** What `encode` takes. */
export type LinuxFaultEventBeInit = LinuxFaultEventBe

/** One typed array per field. */
export interface LinuxFaultEventBeColumns {
  type: Uint32Array
  reason: Uint32Array
  addr: BigUint64Array
  pasid: Uint32Array
  pageReqGroupId: Uint16Array
  lastReq: Uint8Array
  pasidValid: Uint8Array
  prot: Uint32Array
  devicePrivate: BigUint64Array
  iommuPrivate: BigUint64Array
}

let table: Bits | undefined

/** The bits of the record, for the reference codec; made when they are first asked for. */
function bits(): Bits {
  return (table ??= {
    id: 'linux.fault-event-be', bytes: 48, word: 4, order: 'big', label: '+',
    fields: {
      type: { at: [[0, 31, 0]], as: 'uint' },
      reason: { at: [[1, 31, 0]], as: 'uint' },
      addr: { at: [[2, 31, 0], [3, 31, 0]], as: 'bigint' },
      pasid: { at: [[4, 31, 0]], as: 'uint' },
      pageReqGroupId: { at: [[5, 31, 23]], as: 'uint' },
      lastReq: { at: [[5, 22, 22]], as: 'flag' },
      pasidValid: { at: [[5, 21, 21]], as: 'flag' },
      prot: { at: [[6, 31, 0]], as: 'uint' },
      devicePrivate: { at: [[8, 31, 0], [9, 31, 0]], as: 'bigint' },
      iommuPrivate: { at: [[10, 31, 0], [11, 31, 0]], as: 'bigint' },
    },
    fixed: {
    },
    reserved: [[5, 20, 0], [7, 31, 0]],
  })
}

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): LinuxFaultEventBe | undefined {
  if (!(bytes instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > bytes.length - 48) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 48)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, false)
  const w1 = memory.getInt32(at + 4, false)
  const w2 = memory.getInt32(at + 8, false)
  const w3 = memory.getInt32(at + 12, false)
  const w4 = memory.getInt32(at + 16, false)
  const w5 = memory.getInt32(at + 20, false)
  const w6 = memory.getInt32(at + 24, false)
  const w7 = memory.getInt32(at + 28, false)
  const w8 = memory.getInt32(at + 32, false)
  const w9 = memory.getInt32(at + 36, false)
  const w10 = memory.getInt32(at + 40, false)
  const w11 = memory.getInt32(at + 44, false)
  const reserved = options?.reserved
  if (reserved !== undefined && reserved !== 'reject' && reserved !== 'ignore') return undefined
  if (((w5 & 0x1fffff) | w7) !== 0 && reserved !== 'ignore') return undefined
  return {
    type: w0 >>> 0,
    reason: w1 >>> 0,
    addr: fromHalves(w3, w2),
    pasid: w4 >>> 0,
    pageReqGroupId: w5 >>> 23,
    lastReq: flag((w5 >>> 22) & 1),
    pasidValid: flag((w5 >>> 21) & 1),
    prot: w6 >>> 0,
    devicePrivate: fromHalves(w9, w8),
    iommuPrivate: fromHalves(w11, w10),
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: LinuxFaultEventBeInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  const $type = message.type
  if (typeof $type !== 'number' || $type >>> 0 !== $type) return false
  const $reason = message.reason
  if (typeof $reason !== 'number' || $reason >>> 0 !== $reason) return false
  if (!intoHalves(message.addr)) return false
  const $addrlow = low()
  const $addrhigh = high()
  const $pasid = message.pasid
  if (typeof $pasid !== 'number' || $pasid >>> 0 !== $pasid) return false
  const $pageReqGroupId = message.pageReqGroupId
  if (typeof $pageReqGroupId !== 'number' || ($pageReqGroupId & 0x1ff) !== $pageReqGroupId) return false
  const $lastReq = bit(message.lastReq)
  const $pasidValid = bit(message.pasidValid)
  const $prot = message.prot
  if (typeof $prot !== 'number' || $prot >>> 0 !== $prot) return false
  if (!intoHalves(message.devicePrivate)) return false
  const $devicePrivatelow = low()
  const $devicePrivatehigh = high()
  if (!intoHalves(message.iommuPrivate)) return false
  const $iommuPrivatelow = low()
  const $iommuPrivatehigh = high()
  if (($lastReq | $pasidValid) < 0) return false
  if (!(target instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > target.length - 48) return false
  const w0 = $type
  const w1 = $reason
  const w2 = $addrhigh
  const w3 = $addrlow
  const w4 = $pasid
  const w5 = ($pageReqGroupId << 23) | ($lastReq << 22) | ($pasidValid << 21)
  const w6 = $prot
  const w8 = $devicePrivatehigh
  const w9 = $devicePrivatelow
  const w10 = $iommuPrivatehigh
  const w11 = $iommuPrivatelow
  if (target === writeBytes || lookForWriting(target)) {
    setBig4(writeView, offset, w0, w1, w2, w3)
    setBig4(writeView, offset + 16, w4, w5, w6, 0)
    setBig4(writeView, offset + 32, w8, w9, w10, w11)
  } else {
    storeBig4(target, offset, w0, w1, w2, w3)
    storeBig4(target, offset + 16, w4, w5, w6, 0)
    storeBig4(target, offset + 32, w8, w9, w10, w11)
  }
  return true
}

function viewClass(): ViewClass {
  return class extends RecordView {
    get type(): number { return this.memory.getInt32(this.offset, false) >>> 0 }
    get reason(): number { return this.memory.getInt32(this.offset + 4, false) >>> 0 }
    get addr(): bigint { return fromHalves(this.memory.getInt32(this.offset + 12, false), this.memory.getInt32(this.offset + 8, false)) }
    get pasid(): number { return this.memory.getInt32(this.offset + 16, false) >>> 0 }
    get pageReqGroupId(): number { return this.memory.getInt32(this.offset + 20, false) >>> 23 }
    get lastReq(): boolean { return ((this.memory.getInt32(this.offset + 20, false) >>> 22) & 1) !== 0 }
    get pasidValid(): boolean { return ((this.memory.getInt32(this.offset + 20, false) >>> 21) & 1) !== 0 }
    get prot(): number { return this.memory.getInt32(this.offset + 24, false) >>> 0 }
    get devicePrivate(): bigint { return fromHalves(this.memory.getInt32(this.offset + 36, false), this.memory.getInt32(this.offset + 32, false)) }
    get iommuPrivate(): bigint { return fromHalves(this.memory.getInt32(this.offset + 44, false), this.memory.getInt32(this.offset + 40, false)) }
  }
}

function kernel(block: number): ColumnKernel {
  const input = new Uint8Array(block * 48)
  const memory = new DataView(input.buffer)
  const $type = new Uint32Array(block)
  const $reason = new Uint32Array(block)
  const $addr = new BigUint64Array(block)
  const $addrhalves = new Int32Array($addr.buffer)
  const $pasid = new Uint32Array(block)
  const $pageReqGroupId = new Uint16Array(block)
  const $lastReq = new Uint8Array(block)
  const $pasidValid = new Uint8Array(block)
  const $prot = new Uint32Array(block)
  const $devicePrivate = new BigUint64Array(block)
  const $devicePrivatehalves = new Int32Array($devicePrivate.buffer)
  const $iommuPrivate = new BigUint64Array(block)
  const $iommuPrivatehalves = new Int32Array($iommuPrivate.buffer)
  function run(count: number): number {
    let bad = 0
    for (let i = 0, at = 0; i < count; i++, at += 48) {
      const w0 = memory.getInt32(at, false)
      const w1 = memory.getInt32(at + 4, false)
      const w2 = memory.getInt32(at + 8, false)
      const w3 = memory.getInt32(at + 12, false)
      const w4 = memory.getInt32(at + 16, false)
      const w5 = memory.getInt32(at + 20, false)
      const w6 = memory.getInt32(at + 24, false)
      const w7 = memory.getInt32(at + 28, false)
      const w8 = memory.getInt32(at + 32, false)
      const w9 = memory.getInt32(at + 36, false)
      const w10 = memory.getInt32(at + 40, false)
      const w11 = memory.getInt32(at + 44, false)
      bad |= (w5 & 0x1fffff) | w7
      $type[i] = w0
      $reason[i] = w1
      $addrhalves[2 * i + LOW] = w3
      $addrhalves[2 * i + HIGH] = w2
      $pasid[i] = w4
      $pageReqGroupId[i] = w5 >>> 23
      $lastReq[i] = (w5 >>> 22) & 1
      $pasidValid[i] = (w5 >>> 21) & 1
      $prot[i] = w6
      $devicePrivatehalves[2 * i + LOW] = w9
      $devicePrivatehalves[2 * i + HIGH] = w8
      $iommuPrivatehalves[2 * i + LOW] = w11
      $iommuPrivatehalves[2 * i + HIGH] = w10
    }
    return bad
  }
  return { input, output: { type: $type, reason: $reason, addr: $addr, pasid: $pasid, pageReqGroupId: $pageReqGroupId, lastReq: $lastReq, pasidValid: $pasidValid, prot: $prot, devicePrivate: $devicePrivate, iommuPrivate: $iommuPrivate }, run }
}

export { layout }

/** Id of the record. */
export const id = 'linux.fault-event-be'

/** Size of the record in bytes. */
export const bytes = 48

/**
 * Decodes the Fault event of the 2017 series, big-endian ABI at `offset`. What it accepts, `encode` gives back bit for bit.
 * @param offset in bytes, from 0; no alignment is asked for
 * @throws {CodecError} `truncated`, `fixed`, `reserved`; `type` or `range` for wrong arguments
 */
export function decode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): LinuxFaultEventBe {
  return read(bytes, offset, options) ?? (reference.decode(bits(), bytes, offset, options) as unknown as LinuxFaultEventBe)
}

/** `decode`, with its error as a result. Never throws. */
export function tryDecode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): Result<LinuxFaultEventBe> {
  const message = ArrayBuffer.isView(bytes) ? read(bytes, offset, options) : undefined
  return message === undefined ? reference.tryDecode(bits(), bytes, offset, options) : { ok: true, message }
}

/** Takes the record apart: every bit, and what is wrong with it. Never throws; short input gives what is there. */
export function inspect(bytes: Uint8Array, offset = 0): Inspection {
  return inspectRecord(layout, bytes, offset)
}

/**
 * Encodes a message into a fresh array of 48 bytes.
 * @throws {CodecError} `type` or `range`, naming field, bits, limit and value; nothing is truncated
 */
export function encode(message: LinuxFaultEventBeInit): Uint8Array {
  const bytes = new Uint8Array(48)
  return write(message, bytes, 0) ? bytes : reference.encode(bits(), message)
}

/**
 * Writes all 48 bytes of the record at `offset` of `target`, or throws before the first.
 * @returns 48
 * @throws {CodecError} as `encode`; `truncated` where `target` has no room
 */
export function encodeInto(message: LinuxFaultEventBeInit, target: Uint8Array, offset = 0): number {
  return write(message, target, offset) ? 48 : reference.encodeInto(bits(), message, target, offset)
}

let Class: ViewClass | undefined

/**
 * A view with a getter per field, which reads when it is asked. Nothing is copied, and nothing but the length is checked.
 * @throws {CodecError} `truncated`, `type` or `range`
 */
export function view(bytes: Uint8Array, offset = 0): Readonly<LinuxFaultEventBe> & View {
  return new (Class ??= viewClass())(bits(), bytes, offset) as unknown as Readonly<LinuxFaultEventBe> & View
}

let loop: ColumnKernel | undefined

/**
 * Decodes many consecutive records into typed arrays, one per field.
 * @throws {CodecError} `truncated` where `count` records are not there; `type` or `range` for wrong options
 */
export function columns(bytes: Uint8Array, options: ColumnsOptions<LinuxFaultEventBeColumns> = {}): ColumnsResult<LinuxFaultEventBeColumns> {
  return decodeColumns(bits(), bytes, options, (block) => (loop ??= kernel(block)))
}

/** The generated codec before it declines to the reference, for proofs that it really ran. */
export const generated = { read, write }
