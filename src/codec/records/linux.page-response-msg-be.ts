// Generated from src/spec/linux.ts by `npm run generate`; do not edit.
import { pageResponseMsgBe as layout } from '../../spec/linux.ts'
import type { Bits } from '../../spec/vocabulary.ts'
import { decodeColumns } from '../columns.ts'
import type { ColumnKernel, ColumnsOptions, ColumnsResult } from '../columns.ts'
import { inspectRecord } from '../inspect.ts'
import type { Inspection } from '../inspect.ts'
import { HIGH, LOW, bit, flag, fromHalves, high, intoHalves, low, lookForWriting, memoryOf, readBytes, readView, scratch, setBig4, storeBig, storeBig4, writeBytes, writeView } from '../memory.ts'
import * as reference from '../reference.ts'
import type { DecodeOptions, Result } from '../reference.ts'
import { RecordView } from '../view.ts'
import type { View, ViewClass } from '../view.ts'

/** The message of `linux.page-response-msg-be`: Page response of the 2017 series, big-endian ABI. include/linux/iommu.h of the 2017 series (v3). */
export interface LinuxPageResponseMsgBe {
  /**
   * `addr`: address of the page that was served.
   * Bits: `+0[31:0] +4[31:0]`; byte address; 0n to 2n ** 64n - 1n. include/linux/iommu.h of the 2017 series (v3).
   */
  addr: bigint
  /**
   * `pasid`: process address space ID; 20 bits are meaningful, none is masked.
   * Bits: `+8[31:0]`; 0 to 0xffffffff. include/linux/iommu.h of the 2017 series (v3).
   */
  pasid: number
  /**
   * `resp_code`: the answer, in the numbers of a PRG Response.
   * Values: 0x0 IOMMU_PAGE_RESP_SUCCESS, 0x1 IOMMU_PAGE_RESP_INVALID, 0xf IOMMU_PAGE_RESP_FAILURE.
   * Bits: `+12[31:28]`; 0 to 0xf. include/linux/iommu.h of the 2017 series (v3).
   */
  respCode: number
  /**
   * `pasid_present`: the response carries a PASID.
   * Bits: `+12[27]`. include/linux/iommu.h of the 2017 series (v3).
   */
  pasidPresent: boolean
  /**
   * `page_req_group_id`: the page request group that is answered.
   * Bits: `+12[26:18]`; 0 to 0x1ff. include/linux/iommu.h of the 2017 series (v3).
   */
  pageReqGroupId: number
  /**
   * `type`: `enum page_response_type`: answer to a stream request or to a group.
   * Values: 0x1 IOMMU_PAGE_STREAM_RESP, 0x2 IOMMU_PAGE_GROUP_RESP.
   * Bits: `+16[31:0]`; 0 to 0xffffffff. include/linux/iommu.h of the 2017 series (v3).
   */
  type: number
  /**
   * `private_data`: private data of VT-d 2.x, of which 23 bits are used.
   * Bits: `+20[31:0]`; 0 to 0xffffffff. include/linux/iommu.h of the 2017 series (v3).
   */
  privateData: number
}

/** What `encode` takes. */
export type LinuxPageResponseMsgBeInit = LinuxPageResponseMsgBe

/** One typed array per field. */
export interface LinuxPageResponseMsgBeColumns {
  addr: BigUint64Array
  pasid: Uint32Array
  respCode: Uint8Array
  pasidPresent: Uint8Array
  pageReqGroupId: Uint16Array
  type: Uint32Array
  privateData: Uint32Array
}

let table: Bits | undefined

/** The bits of the record, for the reference codec; made when they are first asked for. */
function bits(): Bits {
  return (table ??= {
    id: 'linux.page-response-msg-be', bytes: 24, word: 4, order: 'big', label: '+',
    fields: {
      addr: { at: [[0, 31, 0], [1, 31, 0]], as: 'bigint' },
      pasid: { at: [[2, 31, 0]], as: 'uint' },
      respCode: { at: [[3, 31, 28]], as: 'uint' },
      pasidPresent: { at: [[3, 27, 27]], as: 'flag' },
      pageReqGroupId: { at: [[3, 26, 18]], as: 'uint' },
      type: { at: [[4, 31, 0]], as: 'uint' },
      privateData: { at: [[5, 31, 0]], as: 'uint' },
    },
    fixed: {
    },
    reserved: [[3, 17, 0]],
  })
}

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): LinuxPageResponseMsgBe | undefined {
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
  if ((w3 & 0x3ffff) !== 0 && reserved !== 'ignore') return undefined
  return {
    addr: fromHalves(w1, w0),
    pasid: w2 >>> 0,
    respCode: w3 >>> 28,
    pasidPresent: flag((w3 >>> 27) & 1),
    pageReqGroupId: (w3 >>> 18) & 0x1ff,
    type: w4 >>> 0,
    privateData: w5 >>> 0,
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: LinuxPageResponseMsgBeInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  if (!intoHalves(message.addr)) return false
  const $addrlow = low()
  const $addrhigh = high()
  const $pasid = message.pasid
  if (typeof $pasid !== 'number' || $pasid >>> 0 !== $pasid) return false
  const $respCode = message.respCode
  if (typeof $respCode !== 'number' || ($respCode & 0xf) !== $respCode) return false
  const $pasidPresent = bit(message.pasidPresent)
  const $pageReqGroupId = message.pageReqGroupId
  if (typeof $pageReqGroupId !== 'number' || ($pageReqGroupId & 0x1ff) !== $pageReqGroupId) return false
  const $type = message.type
  if (typeof $type !== 'number' || $type >>> 0 !== $type) return false
  const $privateData = message.privateData
  if (typeof $privateData !== 'number' || $privateData >>> 0 !== $privateData) return false
  if ($pasidPresent < 0) return false
  if (!(target instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > target.length - 24) return false
  const w0 = $addrhigh
  const w1 = $addrlow
  const w2 = $pasid
  const w3 = ($respCode << 28) | ($pasidPresent << 27) | ($pageReqGroupId << 18)
  const w4 = $type
  const w5 = $privateData
  if (target === writeBytes || lookForWriting(target)) {
    setBig4(writeView, offset, w0, w1, w2, w3)
    writeView.setInt32(offset + 16, w4, false)
    writeView.setInt32(offset + 20, w5, false)
  } else {
    storeBig4(target, offset, w0, w1, w2, w3)
    storeBig(target, offset + 16, w4)
    storeBig(target, offset + 20, w5)
  }
  return true
}

function viewClass(): ViewClass {
  return class extends RecordView {
    get addr(): bigint { return fromHalves(this.memory.getInt32(this.offset + 4, false), this.memory.getInt32(this.offset, false)) }
    get pasid(): number { return this.memory.getInt32(this.offset + 8, false) >>> 0 }
    get respCode(): number { return this.memory.getInt32(this.offset + 12, false) >>> 28 }
    get pasidPresent(): boolean { return ((this.memory.getInt32(this.offset + 12, false) >>> 27) & 1) !== 0 }
    get pageReqGroupId(): number { return (this.memory.getInt32(this.offset + 12, false) >>> 18) & 0x1ff }
    get type(): number { return this.memory.getInt32(this.offset + 16, false) >>> 0 }
    get privateData(): number { return this.memory.getInt32(this.offset + 20, false) >>> 0 }
  }
}

function kernel(block: number): ColumnKernel {
  const input = new Uint8Array(block * 24)
  const memory = new DataView(input.buffer)
  const $addr = new BigUint64Array(block)
  const $addrhalves = new Int32Array($addr.buffer)
  const $pasid = new Uint32Array(block)
  const $respCode = new Uint8Array(block)
  const $pasidPresent = new Uint8Array(block)
  const $pageReqGroupId = new Uint16Array(block)
  const $type = new Uint32Array(block)
  const $privateData = new Uint32Array(block)
  function run(count: number): number {
    let bad = 0
    for (let i = 0, at = 0; i < count; i++, at += 24) {
      const w0 = memory.getInt32(at, false)
      const w1 = memory.getInt32(at + 4, false)
      const w2 = memory.getInt32(at + 8, false)
      const w3 = memory.getInt32(at + 12, false)
      const w4 = memory.getInt32(at + 16, false)
      const w5 = memory.getInt32(at + 20, false)
      bad |= w3 & 0x3ffff
      $addrhalves[2 * i + LOW] = w1
      $addrhalves[2 * i + HIGH] = w0
      $pasid[i] = w2
      $respCode[i] = w3 >>> 28
      $pasidPresent[i] = (w3 >>> 27) & 1
      $pageReqGroupId[i] = (w3 >>> 18) & 0x1ff
      $type[i] = w4
      $privateData[i] = w5
    }
    return bad
  }
  return { input, output: { addr: $addr, pasid: $pasid, respCode: $respCode, pasidPresent: $pasidPresent, pageReqGroupId: $pageReqGroupId, type: $type, privateData: $privateData }, run }
}

export { layout }

/** Id of the record. */
export const id = 'linux.page-response-msg-be'

/** Size of the record in bytes. */
export const bytes = 24

/**
 * Decodes the Page response of the 2017 series, big-endian ABI at `offset`. What it accepts, `encode` gives back bit for bit.
 * @param offset in bytes, from 0; no alignment is asked for
 * @throws {CodecError} `truncated`, `fixed`, `reserved`; `type` or `range` for wrong arguments
 */
export function decode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): LinuxPageResponseMsgBe {
  return read(bytes, offset, options) ?? (reference.decode(bits(), bytes, offset, options) as unknown as LinuxPageResponseMsgBe)
}

/** `decode`, with its error as a result. Never throws. */
export function tryDecode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): Result<LinuxPageResponseMsgBe> {
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
export function encode(message: LinuxPageResponseMsgBeInit): Uint8Array {
  const bytes = new Uint8Array(24)
  return write(message, bytes, 0) ? bytes : reference.encode(bits(), message)
}

/**
 * Writes all 24 bytes of the record at `offset` of `target`, or throws before the first.
 * @returns 24
 * @throws {CodecError} as `encode`; `truncated` where `target` has no room
 */
export function encodeInto(message: LinuxPageResponseMsgBeInit, target: Uint8Array, offset = 0): number {
  return write(message, target, offset) ? 24 : reference.encodeInto(bits(), message, target, offset)
}

let Class: ViewClass | undefined

/**
 * A view with a getter per field, which reads when it is asked. Nothing is copied, and nothing but the length is checked.
 * @throws {CodecError} `truncated`, `type` or `range`
 */
export function view(bytes: Uint8Array, offset = 0): Readonly<LinuxPageResponseMsgBe> & View {
  return new (Class ??= viewClass())(bits(), bytes, offset) as unknown as Readonly<LinuxPageResponseMsgBe> & View
}

let loop: ColumnKernel | undefined

/**
 * Decodes many consecutive records into typed arrays, one per field.
 * @throws {CodecError} `truncated` where `count` records are not there; `type` or `range` for wrong options
 */
export function columns(bytes: Uint8Array, options: ColumnsOptions<LinuxPageResponseMsgBeColumns> = {}): ColumnsResult<LinuxPageResponseMsgBeColumns> {
  return decodeColumns(bits(), bytes, options, (block) => (loop ??= kernel(block)))
}

/** The generated codec before it declines to the reference, for proofs that it really ran. */
export const generated = { read, write }
