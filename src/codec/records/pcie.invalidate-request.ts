// Generated from src/spec/pcie.ts by `npm run generate`; do not edit.
import { invalidateRequest as layout } from '../../spec/pcie.ts'
import type { Bits } from '../../spec/vocabulary.ts'
import { decodeColumns } from '../columns.ts'
import type { ColumnKernel, ColumnsOptions, ColumnsResult } from '../columns.ts'
import { inspectRecord } from '../inspect.ts'
import type { Inspection } from '../inspect.ts'
import { HIGH, LOW, bit, flag, fromHalves, high, intoHalves, low, lookForWriting, memoryOf, readBytes, readView, scratch, setBig4, storeBig, storeBig4, writeBytes, writeView } from '../memory.ts'
import { onlyKnown } from '../message.ts'
import * as reference from '../reference.ts'
import type { DecodeOptions, Result } from '../reference.ts'
import { RecordView } from '../view.ts'
import type { View, ViewClass } from '../view.ts'

/** The message of `pcie.invalidate-request`: Invalidate Request Message. PCIe Base Specification, 10.3.1. */
export interface PcieInvalidateRequest {
  /**
   * T9: Tag[9], reserved where 10-bit tags are not used.
   * Bits: `DW0[23]`; optional on encode, 0 by default. PCIe Base Specification, 2.2.1 and 2.2.8.
   */
  t9: boolean
  /**
   * TC: traffic class.
   * Bits: `DW0[22:20]`; 0 to 0x7; optional on encode, 0 by default. PCIe Base Specification, 2.2.1 and 2.2.8.
   */
  tc: number
  /**
   * T8: Tag[8], reserved where 10-bit tags are not used.
   * Bits: `DW0[19]`; optional on encode, 0 by default. PCIe Base Specification, 2.2.1 and 2.2.8.
   */
  t8: boolean
  /**
   * Attr[2:0]: ID-based ordering, relaxed ordering, no snoop.
   * Bits: `DW0[18] DW0[13:12]`; 0 to 0x7; optional on encode, 0 by default. PCIe Base Specification, 2.2.1 and 2.2.8.
   */
  attr: number
  /**
   * LN: lightweight notification, reserved in newer revisions.
   * Bits: `DW0[17]`; optional on encode, 0 by default. PCIe Base Specification, 2.2.1 and 2.2.8.
   */
  ln: boolean
  /**
   * TH: TLP processing hints are present.
   * Bits: `DW0[16]`; optional on encode, 0 by default. PCIe Base Specification, 2.2.1 and 2.2.8.
   */
  th: boolean
  /**
   * TD: a digest (ECRC) follows the packet.
   * Bits: `DW0[15]`; optional on encode, 0 by default. PCIe Base Specification, 2.2.1 and 2.2.8.
   */
  td: boolean
  /**
   * EP: the packet is poisoned.
   * Bits: `DW0[14]`; optional on encode, 0 by default. PCIe Base Specification, 2.2.1 and 2.2.8.
   */
  ep: boolean
  /**
   * Requester ID of the side that translates.
   * Bits: `DW1[31:16]`; 0 to 0xffff. PCIe Base Specification, 2.2.1 and 2.2.8.
   */
  requesterId: number
  /**
   * ITag: not used again until its completions release it.
   * Bits: `DW1[12:8]`; 0 to 0x1f. PCIe Base Specification, 10.3.1.
   */
  itag: number
  /**
   * Device ID: the function that is invalidated.
   * Bits: `DW2[31:16]`; 0 to 0xffff. PCIe Base Specification, 10.3.1.
   */
  destinationId: number
  /**
   * Untranslated Address[63:12]; with S, its low bits that are 1 give the size of the range.
   * Bits: `DW4[31:0] DW5[31:12]`; byte address; a multiple of 4096n. PCIe Base Specification, 10.3.1.
   */
  address: bigint
  /**
   * S: the range is larger than 4 KiB.
   * Bits: `DW5[11]`. PCIe Base Specification, 10.3.1.
   */
  size: boolean
  /**
   * G, Global Invalidate: hits every PASID; ignored unless the function supports it.
   * Bits: `DW5[0]`. PCIe Base Specification, 10.3.1.
   */
  global: boolean
}

/** What `encode` takes: optional fields may be left out. */
export type PcieInvalidateRequestInit = Omit<PcieInvalidateRequest, 't9' | 'tc' | 't8' | 'attr' | 'ln' | 'th' | 'td' | 'ep'> & Partial<Pick<PcieInvalidateRequest, 't9' | 'tc' | 't8' | 'attr' | 'ln' | 'th' | 'td' | 'ep'>>

/** One typed array per field. */
export interface PcieInvalidateRequestColumns {
  t9: Uint8Array
  tc: Uint8Array
  t8: Uint8Array
  attr: Uint8Array
  ln: Uint8Array
  th: Uint8Array
  td: Uint8Array
  ep: Uint8Array
  requesterId: Uint16Array
  itag: Uint8Array
  destinationId: Uint16Array
  address: BigUint64Array
  size: Uint8Array
  global: Uint8Array
}

let table: Bits | undefined

/** The bits of the record, for the reference codec; made when they are first asked for. */
function bits(): Bits {
  return (table ??= {
    id: 'pcie.invalidate-request', bytes: 24, word: 4, order: 'big', label: 'DW',
    fields: {
      t9: { at: [[0, 23, 23]], as: 'flag', optional: true },
      tc: { at: [[0, 22, 20]], as: 'uint', optional: true },
      t8: { at: [[0, 19, 19]], as: 'flag', optional: true },
      attr: { at: [[0, 18, 18], [0, 13, 12]], as: 'uint', optional: true },
      ln: { at: [[0, 17, 17]], as: 'flag', optional: true },
      th: { at: [[0, 16, 16]], as: 'flag', optional: true },
      td: { at: [[0, 15, 15]], as: 'flag', optional: true },
      ep: { at: [[0, 14, 14]], as: 'flag', optional: true },
      requesterId: { at: [[1, 31, 16]], as: 'uint' },
      itag: { at: [[1, 12, 8]], as: 'uint' },
      destinationId: { at: [[2, 31, 16]], as: 'uint' },
      address: { at: [[4, 31, 0], [5, 31, 12]], as: 'page' },
      size: { at: [[5, 11, 11]], as: 'flag' },
      global: { at: [[5, 0, 0]], as: 'flag' },
    },
    fixed: {
      fmt: { at: [[0, 31, 29]], value: 3 },
      type: { at: [[0, 28, 24]], value: 18 },
      messageCode: { at: [[1, 7, 0]], value: 1 },
      length: { at: [[0, 9, 0]], value: 2 },
    },
    reserved: [[0, 11, 10], [1, 15, 13], [2, 15, 0], [3, 31, 0], [5, 10, 1]],
  })
}

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): PcieInvalidateRequest | undefined {
  if (!(bytes instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > bytes.length - 24) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 24)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, false)
  const w1 = memory.getInt32(at + 4, false)
  const w2 = memory.getInt32(at + 8, false)
  const w3 = memory.getInt32(at + 12, false)
  const w4 = memory.getInt32(at + 16, false)
  const w5 = memory.getInt32(at + 20, false)
  const reserved = options?.reserved
  if (reserved !== undefined && reserved !== 'reject' && reserved !== 'ignore') return undefined
  if ((((w0 & 0xff0003ff) ^ 0x72000002) | ((w1 & 0xff) ^ 1)) !== 0) return undefined
  if (((w0 & 0xc00) | (w1 & 0xe000) | (w2 & 0xffff) | w3 | (w5 & 0x7fe)) !== 0 && reserved !== 'ignore') return undefined
  return {
    t9: flag((w0 >>> 23) & 1),
    tc: (w0 >>> 20) & 7,
    t8: flag((w0 >>> 19) & 1),
    attr: ((w0 >>> 12) & 3) | ((w0 >>> 16) & 4),
    ln: flag((w0 >>> 17) & 1),
    th: flag((w0 >>> 16) & 1),
    td: flag((w0 >>> 15) & 1),
    ep: flag((w0 >>> 14) & 1),
    requesterId: w1 >>> 16,
    itag: (w1 >>> 8) & 0x1f,
    destinationId: w2 >>> 16,
    address: fromHalves(w5 & 0xfffff000, w4),
    size: flag((w5 >>> 11) & 1),
    global: flag(w5 & 1),
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: PcieInvalidateRequestInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  if ((message.t9 === undefined || message.tc === undefined || message.t8 === undefined || message.attr === undefined || message.ln === undefined || message.th === undefined || message.td === undefined || message.ep === undefined) && !onlyKnown(bits(), message)) return false
  const $t9 = bit(message.t9 === undefined ? false : message.t9)
  const $tc = message.tc === undefined ? 0 : message.tc
  if (typeof $tc !== 'number' || ($tc & 7) !== $tc) return false
  const $t8 = bit(message.t8 === undefined ? false : message.t8)
  const $attr = message.attr === undefined ? 0 : message.attr
  if (typeof $attr !== 'number' || ($attr & 7) !== $attr) return false
  const $ln = bit(message.ln === undefined ? false : message.ln)
  const $th = bit(message.th === undefined ? false : message.th)
  const $td = bit(message.td === undefined ? false : message.td)
  const $ep = bit(message.ep === undefined ? false : message.ep)
  const $requesterId = message.requesterId
  if (typeof $requesterId !== 'number' || ($requesterId & 0xffff) !== $requesterId) return false
  const $itag = message.itag
  if (typeof $itag !== 'number' || ($itag & 0x1f) !== $itag) return false
  const $destinationId = message.destinationId
  if (typeof $destinationId !== 'number' || ($destinationId & 0xffff) !== $destinationId) return false
  if (!intoHalves(message.address)) return false
  const $addresslow = low()
  const $addresshigh = high()
  if (($addresslow & 0xfff) !== 0) return false
  const $size = bit(message.size)
  const $global = bit(message.global)
  if (($t9 | $t8 | $ln | $th | $td | $ep | $size | $global) < 0) return false
  if (!(target instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > target.length - 24) return false
  const w0 = 0x72000002 | ($t9 << 23) | ($tc << 20) | ($t8 << 19) | (($attr << 12) & 0x3000) | (($attr << 16) & 0x40000) | ($ln << 17) | ($th << 16) | ($td << 15) | ($ep << 14)
  const w1 = 1 | ($requesterId << 16) | ($itag << 8)
  const w2 = $destinationId << 16
  const w4 = $addresshigh
  const w5 = ($addresslow & 0xfffff000) | ($size << 11) | $global
  if (target === writeBytes || lookForWriting(target)) {
    setBig4(writeView, offset, w0, w1, w2, 0)
    writeView.setInt32(offset + 16, w4, false)
    writeView.setInt32(offset + 20, w5, false)
  } else {
    storeBig4(target, offset, w0, w1, w2, 0)
    storeBig(target, offset + 16, w4)
    storeBig(target, offset + 20, w5)
  }
  return true
}

function viewClass(): ViewClass {
  return class extends RecordView {
    get t9(): boolean { return ((this.memory.getInt32(this.offset, false) >>> 23) & 1) !== 0 }
    get tc(): number { return (this.memory.getInt32(this.offset, false) >>> 20) & 7 }
    get t8(): boolean { return ((this.memory.getInt32(this.offset, false) >>> 19) & 1) !== 0 }
    get attr(): number { return ((this.memory.getInt32(this.offset, false) >>> 12) & 3) | ((this.memory.getInt32(this.offset, false) >>> 16) & 4) }
    get ln(): boolean { return ((this.memory.getInt32(this.offset, false) >>> 17) & 1) !== 0 }
    get th(): boolean { return ((this.memory.getInt32(this.offset, false) >>> 16) & 1) !== 0 }
    get td(): boolean { return ((this.memory.getInt32(this.offset, false) >>> 15) & 1) !== 0 }
    get ep(): boolean { return ((this.memory.getInt32(this.offset, false) >>> 14) & 1) !== 0 }
    get requesterId(): number { return this.memory.getInt32(this.offset + 4, false) >>> 16 }
    get itag(): number { return (this.memory.getInt32(this.offset + 4, false) >>> 8) & 0x1f }
    get destinationId(): number { return this.memory.getInt32(this.offset + 8, false) >>> 16 }
    get address(): bigint { return fromHalves(this.memory.getInt32(this.offset + 20, false) & 0xfffff000, this.memory.getInt32(this.offset + 16, false)) }
    get size(): boolean { return ((this.memory.getInt32(this.offset + 20, false) >>> 11) & 1) !== 0 }
    get global(): boolean { return (this.memory.getInt32(this.offset + 20, false) & 1) !== 0 }
  }
}

function kernel(block: number): ColumnKernel {
  const input = new Uint8Array(block * 24)
  const memory = new DataView(input.buffer)
  const $t9 = new Uint8Array(block)
  const $tc = new Uint8Array(block)
  const $t8 = new Uint8Array(block)
  const $attr = new Uint8Array(block)
  const $ln = new Uint8Array(block)
  const $th = new Uint8Array(block)
  const $td = new Uint8Array(block)
  const $ep = new Uint8Array(block)
  const $requesterId = new Uint16Array(block)
  const $itag = new Uint8Array(block)
  const $destinationId = new Uint16Array(block)
  const $address = new BigUint64Array(block)
  const $addresshalves = new Int32Array($address.buffer)
  const $size = new Uint8Array(block)
  const $global = new Uint8Array(block)
  function run(count: number): number {
    let bad = 0
    for (let i = 0, at = 0; i < count; i++, at += 24) {
      const w0 = memory.getInt32(at, false)
      const w1 = memory.getInt32(at + 4, false)
      const w2 = memory.getInt32(at + 8, false)
      const w3 = memory.getInt32(at + 12, false)
      const w4 = memory.getInt32(at + 16, false)
      const w5 = memory.getInt32(at + 20, false)
      bad |= ((w0 & 0xff000fff) ^ 0x72000002) | ((w1 & 0xe0ff) ^ 1) | (w2 & 0xffff) | w3 | (w5 & 0x7fe)
      $t9[i] = (w0 >>> 23) & 1
      $tc[i] = (w0 >>> 20) & 7
      $t8[i] = (w0 >>> 19) & 1
      $attr[i] = ((w0 >>> 12) & 3) | ((w0 >>> 16) & 4)
      $ln[i] = (w0 >>> 17) & 1
      $th[i] = (w0 >>> 16) & 1
      $td[i] = (w0 >>> 15) & 1
      $ep[i] = (w0 >>> 14) & 1
      $requesterId[i] = w1 >>> 16
      $itag[i] = (w1 >>> 8) & 0x1f
      $destinationId[i] = w2 >>> 16
      $addresshalves[2 * i + LOW] = w5 & 0xfffff000
      $addresshalves[2 * i + HIGH] = w4
      $size[i] = (w5 >>> 11) & 1
      $global[i] = w5 & 1
    }
    return bad
  }
  return { input, output: { t9: $t9, tc: $tc, t8: $t8, attr: $attr, ln: $ln, th: $th, td: $td, ep: $ep, requesterId: $requesterId, itag: $itag, destinationId: $destinationId, address: $address, size: $size, global: $global }, run }
}

export { layout }

/** Id of the record. */
export const id = 'pcie.invalidate-request'

/** Size of the record in bytes. */
export const bytes = 24

/**
 * Decodes the Invalidate Request Message at `offset`. What it accepts, `encode` gives back bit for bit.
 * @param offset in bytes, from 0; no alignment is asked for
 * @throws {CodecError} `truncated`, `fixed`, `reserved`; `type` or `range` for wrong arguments
 */
export function decode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): PcieInvalidateRequest {
  return read(bytes, offset, options) ?? (reference.decode(bits(), bytes, offset, options) as unknown as PcieInvalidateRequest)
}

/** `decode`, with its error as a result. Never throws. */
export function tryDecode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): Result<PcieInvalidateRequest> {
  const message = ArrayBuffer.isView(bytes) ? read(bytes, offset, options) : undefined
  return message === undefined ? reference.tryDecode(bits(), bytes, offset, options) : { ok: true, message }
}

/** Takes the record apart: every bit, and what is wrong with it. Never throws; short input gives what is there. */
export function inspect(bytes: Uint8Array, offset = 0): Inspection {
  return inspectRecord(layout, bytes, offset)
}

/**
 * Encodes a message into a fresh array of 24 bytes.
 * @throws {CodecError} `type` or `range`, naming field, bits, limit and value; nothing is truncated
 */
export function encode(message: PcieInvalidateRequestInit): Uint8Array {
  const bytes = new Uint8Array(24)
  return write(message, bytes, 0) ? bytes : reference.encode(bits(), message)
}

/**
 * Writes all 24 bytes of the record at `offset` of `target`, or throws before the first.
 * @returns 24
 * @throws {CodecError} as `encode`; `truncated` where `target` has no room
 */
export function encodeInto(message: PcieInvalidateRequestInit, target: Uint8Array, offset = 0): number {
  return write(message, target, offset) ? 24 : reference.encodeInto(bits(), message, target, offset)
}

let Class: ViewClass | undefined

/**
 * A view with a getter per field, which reads when it is asked. Nothing is copied, and nothing but the length is checked.
 * @throws {CodecError} `truncated`, `type` or `range`
 */
export function view(bytes: Uint8Array, offset = 0): Readonly<PcieInvalidateRequest> & View {
  return new (Class ??= viewClass())(bits(), bytes, offset) as unknown as Readonly<PcieInvalidateRequest> & View
}

let loop: ColumnKernel | undefined

/**
 * Decodes many consecutive records into typed arrays, one per field.
 * @throws {CodecError} `truncated` where `count` records are not there; `type` or `range` for wrong options
 */
export function columns(bytes: Uint8Array, options: ColumnsOptions<PcieInvalidateRequestColumns> = {}): ColumnsResult<PcieInvalidateRequestColumns> {
  return decodeColumns(bits(), bytes, options, (block) => (loop ??= kernel(block)))
}

/** The generated codec before it declines to the reference, for proofs that it really ran. */
export const generated = { read, write }
