// Generated from src/spec/linux.ts by `npm run generate`; do not edit.
import { iommuFaultPageRequestLe as layout } from '../../spec/linux.ts'
import type { Bits } from '../../spec/vocabulary.ts'
import { decodeColumns } from '../columns.ts'
import type { ColumnKernel, ColumnsOptions, ColumnsResult } from '../columns.ts'
import { inspectRecord } from '../inspect.ts'
import type { Inspection } from '../inspect.ts'
import { HIGH, LOW, fromHalves, high, intoHalves, low, lookForWriting, memoryOf, readBytes, readView, scratch, setLittle4, setZero4, storeLittle4, writeBytes, writeView } from '../memory.ts'
import * as reference from '../reference.ts'
import type { DecodeOptions, Result } from '../reference.ts'
import { RecordView } from '../view.ts'
import type { View, ViewClass } from '../view.ts'

/** The message of `linux.iommu-fault-page-request`: Page request in struct iommu_fault, UAPI of Linux 5.3 to 6.8. include/uapi/linux/iommu.h, Linux 5.3 to 6.8. */
export interface LinuxIommuFaultPageRequest {
  /**
   * `prm.flags`: what of the request is valid.
   * Values: 0x1 IOMMU_FAULT_PAGE_REQUEST_PASID_VALID, 0x2 IOMMU_FAULT_PAGE_REQUEST_LAST_PAGE, 0x4 IOMMU_FAULT_PAGE_REQUEST_PRIV_DATA, 0x8 IOMMU_FAULT_PAGE_RESPONSE_NEEDS_PASID.
   * Bits: `+8[31:0]`; 0 to 0xffffffff. include/uapi/linux/iommu.h, Linux 5.3 to 6.8.
   */
  flags: number
  /**
   * `prm.pasid`: process address space ID, if PASID_VALID.
   * Bits: `+12[31:0]`; 0 to 0xffffffff. include/uapi/linux/iommu.h, Linux 5.3 to 6.8.
   */
  pasid: number
  /**
   * `prm.grpid`: page request group index.
   * Bits: `+16[31:0]`; 0 to 0xffffffff. include/uapi/linux/iommu.h, Linux 5.3 to 6.8.
   */
  grpid: number
  /**
   * `prm.perm`: the access that was asked for.
   * Values: 0x1 IOMMU_FAULT_PERM_READ, 0x2 IOMMU_FAULT_PERM_WRITE, 0x4 IOMMU_FAULT_PERM_EXEC, 0x8 IOMMU_FAULT_PERM_PRIV.
   * Bits: `+20[31:0]`; 0 to 0xffffffff. include/uapi/linux/iommu.h, Linux 5.3 to 6.8.
   */
  perm: number
  /**
   * `prm.addr`: page address.
   * Bits: `+28[31:0] +24[31:0]`; byte address; 0n to 2n ** 64n - 1n. include/uapi/linux/iommu.h, Linux 5.3 to 6.8.
   */
  addr: bigint
  /**
   * `prm.private_data[0]`: device-specific private data, if PRIV_DATA.
   * Bits: `+36[31:0] +32[31:0]`; 0n to 2n ** 64n - 1n. include/uapi/linux/iommu.h, Linux 5.3 to 6.8.
   */
  privateData0: bigint
  /**
   * `prm.private_data[1]`: device-specific private data, if PRIV_DATA.
   * Bits: `+44[31:0] +40[31:0]`; 0n to 2n ** 64n - 1n. include/uapi/linux/iommu.h, Linux 5.3 to 6.8.
   */
  privateData1: bigint
}

/** What `encode` takes. */
export type LinuxIommuFaultPageRequestInit = LinuxIommuFaultPageRequest

/** One typed array per field. */
export interface LinuxIommuFaultPageRequestColumns {
  flags: Uint32Array
  pasid: Uint32Array
  grpid: Uint32Array
  perm: Uint32Array
  addr: BigUint64Array
  privateData0: BigUint64Array
  privateData1: BigUint64Array
}

let table: Bits | undefined

/** The bits of the record, for the reference codec; made when they are first asked for. */
function bits(): Bits {
  return (table ??= {
    id: 'linux.iommu-fault-page-request', bytes: 64, word: 4, order: 'little', label: '+',
    fields: {
      flags: { at: [[2, 31, 0]], as: 'uint' },
      pasid: { at: [[3, 31, 0]], as: 'uint' },
      grpid: { at: [[4, 31, 0]], as: 'uint' },
      perm: { at: [[5, 31, 0]], as: 'uint' },
      addr: { at: [[7, 31, 0], [6, 31, 0]], as: 'bigint' },
      privateData0: { at: [[9, 31, 0], [8, 31, 0]], as: 'bigint' },
      privateData1: { at: [[11, 31, 0], [10, 31, 0]], as: 'bigint' },
    },
    fixed: {
      type: { at: [[0, 31, 0]], value: 2 },
    },
    reserved: [[1, 31, 0], [12, 31, 0], [13, 31, 0], [14, 31, 0], [15, 31, 0]],
  })
}

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): LinuxIommuFaultPageRequest | undefined {
  if (!(bytes instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > bytes.length - 64) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 64)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, true)
  const w1 = memory.getInt32(at + 4, true)
  const w2 = memory.getInt32(at + 8, true)
  const w3 = memory.getInt32(at + 12, true)
  const w4 = memory.getInt32(at + 16, true)
  const w5 = memory.getInt32(at + 20, true)
  const w6 = memory.getInt32(at + 24, true)
  const w7 = memory.getInt32(at + 28, true)
  const w8 = memory.getInt32(at + 32, true)
  const w9 = memory.getInt32(at + 36, true)
  const w10 = memory.getInt32(at + 40, true)
  const w11 = memory.getInt32(at + 44, true)
  const w12 = memory.getInt32(at + 48, true)
  const w13 = memory.getInt32(at + 52, true)
  const w14 = memory.getInt32(at + 56, true)
  const w15 = memory.getInt32(at + 60, true)
  const reserved = options?.reserved
  if (reserved !== undefined && reserved !== 'reject' && reserved !== 'ignore') return undefined
  if ((w0 ^ 2) !== 0) return undefined
  if ((w1 | w12 | w13 | w14 | w15) !== 0 && reserved !== 'ignore') return undefined
  return {
    flags: w2 >>> 0,
    pasid: w3 >>> 0,
    grpid: w4 >>> 0,
    perm: w5 >>> 0,
    addr: fromHalves(w6, w7),
    privateData0: fromHalves(w8, w9),
    privateData1: fromHalves(w10, w11),
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: LinuxIommuFaultPageRequestInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  const $flags = message.flags
  if (typeof $flags !== 'number' || $flags >>> 0 !== $flags) return false
  const $pasid = message.pasid
  if (typeof $pasid !== 'number' || $pasid >>> 0 !== $pasid) return false
  const $grpid = message.grpid
  if (typeof $grpid !== 'number' || $grpid >>> 0 !== $grpid) return false
  const $perm = message.perm
  if (typeof $perm !== 'number' || $perm >>> 0 !== $perm) return false
  if (!intoHalves(message.addr)) return false
  const $addrlow = low()
  const $addrhigh = high()
  if (!intoHalves(message.privateData0)) return false
  const $privateData0low = low()
  const $privateData0high = high()
  if (!intoHalves(message.privateData1)) return false
  const $privateData1low = low()
  const $privateData1high = high()
  if (!(target instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > target.length - 64) return false
  const w2 = $flags
  const w3 = $pasid
  const w4 = $grpid
  const w5 = $perm
  const w6 = $addrlow
  const w7 = $addrhigh
  const w8 = $privateData0low
  const w9 = $privateData0high
  const w10 = $privateData1low
  const w11 = $privateData1high
  if (target === writeBytes || lookForWriting(target)) {
    setLittle4(writeView, offset, 2, 0, w2, w3)
    setLittle4(writeView, offset + 16, w4, w5, w6, w7)
    setLittle4(writeView, offset + 32, w8, w9, w10, w11)
    setZero4(writeView, offset + 48)
  } else {
    storeLittle4(target, offset, 2, 0, w2, w3)
    storeLittle4(target, offset + 16, w4, w5, w6, w7)
    storeLittle4(target, offset + 32, w8, w9, w10, w11)
    storeLittle4(target, offset + 48, 0, 0, 0, 0)
  }
  return true
}

function viewClass(): ViewClass {
  return class extends RecordView {
    get flags(): number { return this.memory.getInt32(this.offset + 8, true) >>> 0 }
    get pasid(): number { return this.memory.getInt32(this.offset + 12, true) >>> 0 }
    get grpid(): number { return this.memory.getInt32(this.offset + 16, true) >>> 0 }
    get perm(): number { return this.memory.getInt32(this.offset + 20, true) >>> 0 }
    get addr(): bigint { return fromHalves(this.memory.getInt32(this.offset + 24, true), this.memory.getInt32(this.offset + 28, true)) }
    get privateData0(): bigint { return fromHalves(this.memory.getInt32(this.offset + 32, true), this.memory.getInt32(this.offset + 36, true)) }
    get privateData1(): bigint { return fromHalves(this.memory.getInt32(this.offset + 40, true), this.memory.getInt32(this.offset + 44, true)) }
  }
}

function kernel(block: number): ColumnKernel {
  const input = new Uint8Array(block * 64)
  const memory = new DataView(input.buffer)
  const $flags = new Uint32Array(block)
  const $pasid = new Uint32Array(block)
  const $grpid = new Uint32Array(block)
  const $perm = new Uint32Array(block)
  const $addr = new BigUint64Array(block)
  const $addrhalves = new Int32Array($addr.buffer)
  const $privateData0 = new BigUint64Array(block)
  const $privateData0halves = new Int32Array($privateData0.buffer)
  const $privateData1 = new BigUint64Array(block)
  const $privateData1halves = new Int32Array($privateData1.buffer)
  function run(count: number): number {
    let bad = 0
    for (let i = 0, at = 0; i < count; i++, at += 64) {
      const w0 = memory.getInt32(at, true)
      const w1 = memory.getInt32(at + 4, true)
      const w2 = memory.getInt32(at + 8, true)
      const w3 = memory.getInt32(at + 12, true)
      const w4 = memory.getInt32(at + 16, true)
      const w5 = memory.getInt32(at + 20, true)
      const w6 = memory.getInt32(at + 24, true)
      const w7 = memory.getInt32(at + 28, true)
      const w8 = memory.getInt32(at + 32, true)
      const w9 = memory.getInt32(at + 36, true)
      const w10 = memory.getInt32(at + 40, true)
      const w11 = memory.getInt32(at + 44, true)
      const w12 = memory.getInt32(at + 48, true)
      const w13 = memory.getInt32(at + 52, true)
      const w14 = memory.getInt32(at + 56, true)
      const w15 = memory.getInt32(at + 60, true)
      bad |= (w0 ^ 2) | w1 | w12 | w13 | w14 | w15
      $flags[i] = w2
      $pasid[i] = w3
      $grpid[i] = w4
      $perm[i] = w5
      $addrhalves[2 * i + LOW] = w6
      $addrhalves[2 * i + HIGH] = w7
      $privateData0halves[2 * i + LOW] = w8
      $privateData0halves[2 * i + HIGH] = w9
      $privateData1halves[2 * i + LOW] = w10
      $privateData1halves[2 * i + HIGH] = w11
    }
    return bad
  }
  return { input, output: { flags: $flags, pasid: $pasid, grpid: $grpid, perm: $perm, addr: $addr, privateData0: $privateData0, privateData1: $privateData1 }, run }
}

export { layout }

/** Id of the record. */
export const id = 'linux.iommu-fault-page-request'

/** Size of the record in bytes. */
export const bytes = 64

/**
 * Decodes the Page request in struct iommu_fault, UAPI of Linux 5.3 to 6.8 at `offset`. What it accepts, `encode` gives back bit for bit.
 * @param offset in bytes, from 0; no alignment is asked for
 * @throws {CodecError} `truncated`, `fixed`, `reserved`; `type` or `range` for wrong arguments
 */
export function decode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): LinuxIommuFaultPageRequest {
  return read(bytes, offset, options) ?? (reference.decode(bits(), bytes, offset, options) as unknown as LinuxIommuFaultPageRequest)
}

/** `decode`, with its error as a result. Never throws. */
export function tryDecode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): Result<LinuxIommuFaultPageRequest> {
  const message = ArrayBuffer.isView(bytes) ? read(bytes, offset, options) : undefined
  return message === undefined ? reference.tryDecode(bits(), bytes, offset, options) : { ok: true, message }
}

/** Takes the record apart: every bit, and what is wrong with it. Never throws; short input gives what is there. */
export function inspect(bytes: Uint8Array, offset = 0): Inspection {
  return inspectRecord(layout, bytes, offset)
}

/**
 * Encodes a message into a fresh array of 64 bytes.
 * @throws {CodecError} `type` or `range`, naming field, bits, limit and value; nothing is truncated
 */
export function encode(message: LinuxIommuFaultPageRequestInit): Uint8Array {
  const bytes = new Uint8Array(64)
  return write(message, bytes, 0) ? bytes : reference.encode(bits(), message)
}

/**
 * Writes all 64 bytes of the record at `offset` of `target`, or throws before the first.
 * @returns 64
 * @throws {CodecError} as `encode`; `truncated` where `target` has no room
 */
export function encodeInto(message: LinuxIommuFaultPageRequestInit, target: Uint8Array, offset = 0): number {
  return write(message, target, offset) ? 64 : reference.encodeInto(bits(), message, target, offset)
}

let Class: ViewClass | undefined

/**
 * A view with a getter per field, which reads when it is asked. Nothing is copied, and nothing but the length is checked.
 * @throws {CodecError} `truncated`, `type` or `range`
 */
export function view(bytes: Uint8Array, offset = 0): Readonly<LinuxIommuFaultPageRequest> & View {
  return new (Class ??= viewClass())(bits(), bytes, offset) as unknown as Readonly<LinuxIommuFaultPageRequest> & View
}

let loop: ColumnKernel | undefined

/**
 * Decodes many consecutive records into typed arrays, one per field.
 * @throws {CodecError} `truncated` where `count` records are not there; `type` or `range` for wrong options
 */
export function columns(bytes: Uint8Array, options: ColumnsOptions<LinuxIommuFaultPageRequestColumns> = {}): ColumnsResult<LinuxIommuFaultPageRequestColumns> {
  return decodeColumns(bits(), bytes, options, (block) => (loop ??= kernel(block)))
}

/** The generated codec before it declines to the reference, for proofs that it really ran. */
export const generated = { read, write }
