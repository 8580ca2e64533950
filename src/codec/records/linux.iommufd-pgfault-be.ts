// Generated from src/spec/linux.ts by `npm run generate`; do not edit.
import { iommufdPgfaultBe as layout } from '../../spec/linux.ts'
import type { Bits } from '../../spec/vocabulary.ts'
import { decodeColumns } from '../columns.ts'
import type { ColumnKernel, ColumnsOptions, ColumnsResult } from '../columns.ts'
import { inspectRecord } from '../inspect.ts'
import type { Inspection } from '../inspect.ts'
import { HIGH, LOW, fromHalves, high, intoHalves, low, lookForWriting, memoryOf, readBytes, readView, scratch, setBig4, storeBig, storeBig4, writeBytes, writeView } from '../memory.ts'
import * as reference from '../reference.ts'
import type { DecodeOptions, Result } from '../reference.ts'
import { RecordView } from '../view.ts'
import type { View, ViewClass } from '../view.ts'

/** The message of `linux.iommufd-pgfault-be`: Page fault read from an iommufd fault queue, big-endian ABI. include/uapi/linux/iommufd.h, Linux 6.11 and later. */
export interface LinuxIommufdPgfaultBe {
  /**
   * `flags`: what of the fault is valid; the kernel's own bit 2 can leak through.
   * Values: 0x1 IOMMU_PGFAULT_FLAGS_PASID_VALID, 0x2 IOMMU_PGFAULT_FLAGS_LAST_PAGE.
   * Bits: `+0[31:0]`; 0 to 0xffffffff. include/uapi/linux/iommufd.h, Linux 6.11 and later.
   */
  flags: number
  /**
   * `dev_id`: iommufd object ID of the device.
   * Bits: `+4[31:0]`; 0 to 0xffffffff. include/uapi/linux/iommufd.h, Linux 6.11 and later.
   */
  devId: number
  /**
   * `pasid`: process address space ID, if PASID_VALID.
   * Bits: `+8[31:0]`; 0 to 0xffffffff. include/uapi/linux/iommufd.h, Linux 6.11 and later.
   */
  pasid: number
  /**
   * `grpid`: page request group index.
   * Bits: `+12[31:0]`; 0 to 0xffffffff. include/uapi/linux/iommufd.h, Linux 6.11 and later.
   */
  grpid: number
  /**
   * `perm`: the access that was asked for.
   * Values: 0x1 IOMMU_FAULT_PERM_READ, 0x2 IOMMU_FAULT_PERM_WRITE, 0x4 IOMMU_FAULT_PERM_EXEC, 0x8 IOMMU_FAULT_PERM_PRIV.
   * Bits: `+16[31:0]`; 0 to 0xffffffff. include/uapi/linux/iommufd.h, Linux 6.11 and later.
   */
  perm: number
  /**
   * `addr`: page address.
   * Bits: `+24[31:0] +28[31:0]`; byte address; 0n to 2n ** 64n - 1n. include/uapi/linux/iommufd.h, Linux 6.11 and later.
   */
  addr: bigint
  /**
   * `length`: hint of how much will be accessed; 0 today.
   * Bits: `+32[31:0]`; bytes; 0 to 0xffffffff. include/uapi/linux/iommufd.h, Linux 6.11 and later.
   */
  length: number
  /**
   * `cookie`: names the group in the response; the same in all faults of a group.
   * Bits: `+36[31:0]`; 0 to 0xffffffff. include/uapi/linux/iommufd.h, Linux 6.11 and later.
   */
  cookie: number
}

/** What `encode` takes. */
export type LinuxIommufdPgfaultBeInit = LinuxIommufdPgfaultBe

/** One typed array per field. */
export interface LinuxIommufdPgfaultBeColumns {
  flags: Uint32Array
  devId: Uint32Array
  pasid: Uint32Array
  grpid: Uint32Array
  perm: Uint32Array
  addr: BigUint64Array
  length: Uint32Array
  cookie: Uint32Array
}

let table: Bits | undefined

/** The bits of the record, for the reference codec; made when they are first asked for. */
function bits(): Bits {
  return (table ??= {
    id: 'linux.iommufd-pgfault-be', bytes: 40, word: 4, order: 'big', label: '+',
    fields: {
      flags: { at: [[0, 31, 0]], as: 'uint' },
      devId: { at: [[1, 31, 0]], as: 'uint' },
      pasid: { at: [[2, 31, 0]], as: 'uint' },
      grpid: { at: [[3, 31, 0]], as: 'uint' },
      perm: { at: [[4, 31, 0]], as: 'uint' },
      addr: { at: [[6, 31, 0], [7, 31, 0]], as: 'bigint' },
      length: { at: [[8, 31, 0]], as: 'uint' },
      cookie: { at: [[9, 31, 0]], as: 'uint' },
    },
    fixed: {
    },
    reserved: [[5, 31, 0]],
  })
}

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): LinuxIommufdPgfaultBe | undefined {
  if (!(bytes instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > bytes.length - 40) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 40)
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
  const reserved = options?.reserved
  if (reserved !== undefined && reserved !== 'reject' && reserved !== 'ignore') return undefined
  if (w5 !== 0 && reserved !== 'ignore') return undefined
  return {
    flags: w0 >>> 0,
    devId: w1 >>> 0,
    pasid: w2 >>> 0,
    grpid: w3 >>> 0,
    perm: w4 >>> 0,
    addr: fromHalves(w7, w6),
    length: w8 >>> 0,
    cookie: w9 >>> 0,
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: LinuxIommufdPgfaultBeInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  const $flags = message.flags
  if (typeof $flags !== 'number' || $flags >>> 0 !== $flags) return false
  const $devId = message.devId
  if (typeof $devId !== 'number' || $devId >>> 0 !== $devId) return false
  const $pasid = message.pasid
  if (typeof $pasid !== 'number' || $pasid >>> 0 !== $pasid) return false
  const $grpid = message.grpid
  if (typeof $grpid !== 'number' || $grpid >>> 0 !== $grpid) return false
  const $perm = message.perm
  if (typeof $perm !== 'number' || $perm >>> 0 !== $perm) return false
  if (!intoHalves(message.addr)) return false
  const $addrlow = low()
  const $addrhigh = high()
  const $length = message.length
  if (typeof $length !== 'number' || $length >>> 0 !== $length) return false
  const $cookie = message.cookie
  if (typeof $cookie !== 'number' || $cookie >>> 0 !== $cookie) return false
  if (!(target instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > target.length - 40) return false
  const w0 = $flags
  const w1 = $devId
  const w2 = $pasid
  const w3 = $grpid
  const w4 = $perm
  const w6 = $addrhigh
  const w7 = $addrlow
  const w8 = $length
  const w9 = $cookie
  if (target === writeBytes || lookForWriting(target)) {
    setBig4(writeView, offset, w0, w1, w2, w3)
    setBig4(writeView, offset + 16, w4, 0, w6, w7)
    writeView.setInt32(offset + 32, w8, false)
    writeView.setInt32(offset + 36, w9, false)
  } else {
    storeBig4(target, offset, w0, w1, w2, w3)
    storeBig4(target, offset + 16, w4, 0, w6, w7)
    storeBig(target, offset + 32, w8)
    storeBig(target, offset + 36, w9)
  }
  return true
}

function viewClass(): ViewClass {
  return class extends RecordView {
    get flags(): number { return this.memory.getInt32(this.offset, false) >>> 0 }
    get devId(): number { return this.memory.getInt32(this.offset + 4, false) >>> 0 }
    get pasid(): number { return this.memory.getInt32(this.offset + 8, false) >>> 0 }
    get grpid(): number { return this.memory.getInt32(this.offset + 12, false) >>> 0 }
    get perm(): number { return this.memory.getInt32(this.offset + 16, false) >>> 0 }
    get addr(): bigint { return fromHalves(this.memory.getInt32(this.offset + 28, false), this.memory.getInt32(this.offset + 24, false)) }
    get length(): number { return this.memory.getInt32(this.offset + 32, false) >>> 0 }
    get cookie(): number { return this.memory.getInt32(this.offset + 36, false) >>> 0 }
  }
}

function kernel(block: number): ColumnKernel {
  const input = new Uint8Array(block * 40)
  const memory = new DataView(input.buffer)
  const $flags = new Uint32Array(block)
  const $devId = new Uint32Array(block)
  const $pasid = new Uint32Array(block)
  const $grpid = new Uint32Array(block)
  const $perm = new Uint32Array(block)
  const $addr = new BigUint64Array(block)
  const $addrhalves = new Int32Array($addr.buffer)
  const $length = new Uint32Array(block)
  const $cookie = new Uint32Array(block)
  function run(count: number): number {
    let bad = 0
    for (let i = 0, at = 0; i < count; i++, at += 40) {
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
      bad |= w5
      $flags[i] = w0
      $devId[i] = w1
      $pasid[i] = w2
      $grpid[i] = w3
      $perm[i] = w4
      $addrhalves[2 * i + LOW] = w7
      $addrhalves[2 * i + HIGH] = w6
      $length[i] = w8
      $cookie[i] = w9
    }
    return bad
  }
  return { input, output: { flags: $flags, devId: $devId, pasid: $pasid, grpid: $grpid, perm: $perm, addr: $addr, length: $length, cookie: $cookie }, run }
}

export { layout }

/** Id of the record. */
export const id = 'linux.iommufd-pgfault-be'

/** Size of the record in bytes. */
export const bytes = 40

/**
 * Decodes the Page fault read from an iommufd fault queue, big-endian ABI at `offset`. What it accepts, `encode` gives back bit for bit.
 * @param offset in bytes, from 0; no alignment is asked for
 * @throws {CodecError} `truncated`, `fixed`, `reserved`; `type` or `range` for wrong arguments
 */
export function decode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): LinuxIommufdPgfaultBe {
  return read(bytes, offset, options) ?? (reference.decode(bits(), bytes, offset, options) as unknown as LinuxIommufdPgfaultBe)
}

/** `decode`, with its error as a result. Never throws. */
export function tryDecode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): Result<LinuxIommufdPgfaultBe> {
  const message = ArrayBuffer.isView(bytes) ? read(bytes, offset, options) : undefined
  return message === undefined ? reference.tryDecode(bits(), bytes, offset, options) : { ok: true, message }
}

/** Takes the record apart: every bit, and what is wrong with it. Never throws; short input gives what is there. */
export function inspect(bytes: Uint8Array, offset = 0): Inspection {
  return inspectRecord(layout, bytes, offset)
}

/**
 * Encodes a message into a fresh array of 40 bytes.
 * @throws {CodecError} `type` or `range`, naming field, bits, limit and value; nothing is truncated
 */
export function encode(message: LinuxIommufdPgfaultBeInit): Uint8Array {
  const bytes = new Uint8Array(40)
  return write(message, bytes, 0) ? bytes : reference.encode(bits(), message)
}

/**
 * Writes all 40 bytes of the record at `offset` of `target`, or throws before the first.
 * @returns 40
 * @throws {CodecError} as `encode`; `truncated` where `target` has no room
 */
export function encodeInto(message: LinuxIommufdPgfaultBeInit, target: Uint8Array, offset = 0): number {
  return write(message, target, offset) ? 40 : reference.encodeInto(bits(), message, target, offset)
}

let Class: ViewClass | undefined

/**
 * A view with a getter per field, which reads when it is asked. Nothing is copied, and nothing but the length is checked.
 * @throws {CodecError} `truncated`, `type` or `range`
 */
export function view(bytes: Uint8Array, offset = 0): Readonly<LinuxIommufdPgfaultBe> & View {
  return new (Class ??= viewClass())(bits(), bytes, offset) as unknown as Readonly<LinuxIommufdPgfaultBe> & View
}

let loop: ColumnKernel | undefined

/**
 * Decodes many consecutive records into typed arrays, one per field.
 * @throws {CodecError} `truncated` where `count` records are not there; `type` or `range` for wrong options
 */
export function columns(bytes: Uint8Array, options: ColumnsOptions<LinuxIommufdPgfaultBeColumns> = {}): ColumnsResult<LinuxIommufdPgfaultBeColumns> {
  return decodeColumns(bits(), bytes, options, (block) => (loop ??= kernel(block)))
}

/** The generated codec before it declines to the reference, for proofs that it really ran. */
export const generated = { read, write }
