// Generated from src/spec/linux.ts by `npm run generate`; do not edit.
import { pageResponseMsgLe as layout } from '../../spec/linux.ts'
import type { Bits } from '../../spec/vocabulary.ts'
import { decodeColumns } from '../columns.ts'
import type { ColumnKernel, ColumnsOptions, ColumnsResult } from '../columns.ts'
import { inspectRecord } from '../inspect.ts'
import type { Inspection } from '../inspect.ts'
import { HIGH, LOW, bit, flag, fromHalves, high, intoHalves, low, lookForWriting, memoryOf, readBytes, readView, scratch, setLittle4, storeLittle, storeLittle4, writeBytes, writeView } from '../memory.ts'
import * as reference from '../reference.ts'
import type { DecodeOptions, Result } from '../reference.ts'
import { RecordView } from '../view.ts'
import type { View, ViewClass } from '../view.ts'

/** The message of `linux.page-response-msg`: Page response of the 2017 series. include/linux/iommu.h of the 2017 series (v3). */
export interface LinuxPageResponseMsg {
  /**
   * `addr`: address of the page that was served.
   * Bits: `+4[31:0] +0[31:0]`; byte address; 0n to 2n ** 64n - 1n. include/linux/iommu.h of the 2017 series (v3).
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
   * Bits: `+12[3:0]`; 0 to 0xf. include/linux/iommu.h of the 2017 series (v3).
   */
  respCode: number
  /**
   * `pasid_present`: the response carries a PASID.
   * Bits: `+12[4]`. include/linux/iommu.h of the 2017 series (v3).
   */
  pasidPresent: boolean
  /**
   * `page_req_group_id`: the page request group that is answered.
   * Bits: `+12[13:5]`; 0 to 0x1ff. include/linux/iommu.h of the 2017 series (v3).
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
export type LinuxPageResponseMsgInit = LinuxPageResponseMsg

/** One typed array per field. */
export interface LinuxPageResponseMsgColumns {
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
    id: 'linux.page-response-msg', bytes: 24, word: 4, order: 'little', label: '+',
    fields: {
      addr: { at: [[1, 31, 0], [0, 31, 0]], as: 'bigint' },
      pasid: { at: [[2, 31, 0]], as: 'uint' },
      respCode: { at: [[3, 3, 0]], as: 'uint' },
      pasidPresent: { at: [[3, 4, 4]], as: 'flag' },
      pageReqGroupId: { at: [[3, 13, 5]], as: 'uint' },
      type: { at: [[4, 31, 0]], as: 'uint' },
      privateData: { at: [[5, 31, 0]], as: 'uint' },
    },
    fixed: {
    },
    reserved: [[3, 31, 14]],
  })
}

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): LinuxPageResponseMsg | undefined {
  if (!(bytes instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > bytes.length - 24) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 24)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, true)
  const w1 = memory.getInt32(at + 4, true)
  const w2 = memory.getInt32(at + 8, true)
  const w3 = memory.getInt32(at + 12, true)
  const w4 = memory.getInt32(at + 16, true)
  const w5 = memory.getInt32(at + 20, true)
  const reserved = options?.reserved
  if (reserved !== undefined && reserved !== 'reject' && reserved !== 'ignore') return undefined
  if ((w3 & 0xffffc000) !== 0 && reserved !== 'ignore') return undefined
  return {
    addr: fromHalves(w0, w1),
    pasid: w2 >>> 0,
    respCode: w3 & 0xf,
    pasidPresent: flag((w3 >>> 4) & 1),
    pageReqGroupId: (w3 >>> 5) & 0x1ff,
    type: w4 >>> 0,
    privateData: w5 >>> 0,
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: LinuxPageResponseMsgInit, target: Uint8Array, offset: number): boolean {
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
  const w0 = $addrlow
  const w1 = $addrhigh
  const w2 = $pasid
  const w3 = $respCode | ($pasidPresent << 4) | ($pageReqGroupId << 5)
  const w4 = $type
  const w5 = $privateData
  if (target === writeBytes || lookForWriting(target)) {
    setLittle4(writeView, offset, w0, w1, w2, w3)
    writeView.setInt32(offset + 16, w4, true)
    writeView.setInt32(offset + 20, w5, true)
  } else {
    storeLittle4(target, offset, w0, w1, w2, w3)
    storeLittle(target, offset + 16, w4)
    storeLittle(target, offset + 20, w5)
  }
  return true
}

function viewClass(): ViewClass {
  return class extends RecordView {
    get addr(): bigint { return fromHalves(this.memory.getInt32(this.offset, true), this.memory.getInt32(this.offset + 4, true)) }
    get pasid(): number { return this.memory.getInt32(this.offset + 8, true) >>> 0 }
    get respCode(): number { return this.memory.getInt32(this.offset + 12, true) & 0xf }
    get pasidPresent(): boolean { return ((this.memory.getInt32(this.offset + 12, true) >>> 4) & 1) !== 0 }
    get pageReqGroupId(): number { return (this.memory.getInt32(this.offset + 12, true) >>> 5) & 0x1ff }
    get type(): number { return this.memory.getInt32(this.offset + 16, true) >>> 0 }
    get privateData(): number { return this.memory.getInt32(this.offset + 20, true) >>> 0 }
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
      const w0 = memory.getInt32(at, true)
      const w1 = memory.getInt32(at + 4, true)
      const w2 = memory.getInt32(at + 8, true)
      const w3 = memory.getInt32(at + 12, true)
      const w4 = memory.getInt32(at + 16, true)
      const w5 = memory.getInt32(at + 20, true)
      bad |= w3 & 0xffffc000
      $addrhalves[2 * i + LOW] = w0
      $addrhalves[2 * i + HIGH] = w1
      $pasid[i] = w2
      $respCode[i] = w3 & 0xf
      $pasidPresent[i] = (w3 >>> 4) & 1
      $pageReqGroupId[i] = (w3 >>> 5) & 0x1ff
      $type[i] = w4
      $privateData[i] = w5
    }
    return bad
  }
  return { input, output: { addr: $addr, pasid: $pasid, respCode: $respCode, pasidPresent: $pasidPresent, pageReqGroupId: $pageReqGroupId, type: $type, privateData: $privateData }, run }
}

export { layout }

/** Id of the record. */
export const id = 'linux.page-response-msg'

/** Size of the record in bytes. */
export const bytes = 24

/**
 * Decodes the Page response of the 2017 series at `offset`. What it accepts, `encode` gives back bit for bit.
 * @param offset in bytes, from 0; no alignment is asked for
 * @throws {CodecError} `truncated`, `fixed`, `reserved`; `type` or `range` for wrong arguments
 */
export function decode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): LinuxPageResponseMsg {
  return read(bytes, offset, options) ?? (reference.decode(bits(), bytes, offset, options) as unknown as LinuxPageResponseMsg)
}

/** `decode`, with its error as a result. Never throws. */
export function tryDecode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): Result<LinuxPageResponseMsg> {
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
export function encode(message: LinuxPageResponseMsgInit): Uint8Array {
  const bytes = new Uint8Array(24)
  return write(message, bytes, 0) ? bytes : reference.encode(bits(), message)
}

/**
 * Writes all 24 bytes of the record at `offset` of `target`, or throws before the first.
 * @returns 24
 * @throws {CodecError} as `encode`; `truncated` where `target` has no room
 */
export function encodeInto(message: LinuxPageResponseMsgInit, target: Uint8Array, offset = 0): number {
  return write(message, target, offset) ? 24 : reference.encodeInto(bits(), message, target, offset)
}

let Class: ViewClass | undefined

/**
 * A view with a getter per field, which reads when it is asked. Nothing is copied, and nothing but the length is checked.
 * @throws {CodecError} `truncated`, `type` or `range`
 */
export function view(bytes: Uint8Array, offset = 0): Readonly<LinuxPageResponseMsg> & View {
  return new (Class ??= viewClass())(bits(), bytes, offset) as unknown as Readonly<LinuxPageResponseMsg> & View
}

let loop: ColumnKernel | undefined

/**
 * Decodes many consecutive records into typed arrays, one per field.
 * @throws {CodecError} `truncated` where `count` records are not there; `type` or `range` for wrong options
 */
export function columns(bytes: Uint8Array, options: ColumnsOptions<LinuxPageResponseMsgColumns> = {}): ColumnsResult<LinuxPageResponseMsgColumns> {
  return decodeColumns(bits(), bytes, options, (block) => (loop ??= kernel(block)))
}

/** The generated codec before it declines to the reference, for proofs that it really ran. */
export const generated = { read, write }
