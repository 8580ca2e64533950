// Generated from src/spec/amd.ts by `npm run generate`; do not edit.
import { completePprRequest as layout } from '../../spec/amd.ts'
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

/** The message of `amd.complete-ppr-request`: COMPLETE_PPR_REQUEST command. AMD I/O Virtualization Technology (IOMMU) Specification, COMPLETE_PPR_REQUEST. */
export interface AmdCompletePprRequest {
  /**
   * DeviceID: Requester ID of the device.
   * Bits: `dw0[15:0]`; 0 to 0xffff. AMD I/O Virtualization Technology (IOMMU) Specification, COMPLETE_PPR_REQUEST.
   */
  deviceId: number
  /**
   * PASID, only if GN.
   * Bits: `dw1[19:0]`; 0 to 0xfffff. AMD I/O Virtualization Technology (IOMMU) Specification, COMPLETE_PPR_REQUEST.
   */
  pasid: number
  /**
   * GN: the response carries the PASID.
   * Bits: `dw2[2]`. AMD I/O Virtualization Technology (IOMMU) Specification, COMPLETE_PPR_REQUEST.
   */
  guest: boolean
  /**
   * page request group index: completion tag [8:0].
   * Bits: `dw3[8:0]`; 0 to 0x1ff; one source. AMD I/O Virtualization Technology (IOMMU) Specification, COMPLETE_PPR_REQUEST.
   */
  prgIndex: number
  /**
   * response code: completion tag [15:12]; Linux since 6.10 sends 2 for Response Failure.
   * Values: 0x0 Success, 0x1 InvalidRequest, 0xf ResponseFailure.
   * Bits: `dw3[15:12]`; 0 to 0xf; one source. AMD I/O Virtualization Technology (IOMMU) Specification, COMPLETE_PPR_REQUEST.
   */
  respCode: number
}

/** What `encode` takes. */
export type AmdCompletePprRequestInit = AmdCompletePprRequest

/** One typed array per field. */
export interface AmdCompletePprRequestColumns {
  deviceId: Uint16Array
  pasid: Uint32Array
  guest: Uint8Array
  prgIndex: Uint16Array
  respCode: Uint8Array
}

let table: Bits | undefined

/** The bits of the record, for the reference codec; made when they are first asked for. */
function bits(): Bits {
  return (table ??= {
    id: 'amd.complete-ppr-request', bytes: 16, word: 4, order: 'little', label: 'dw',
    fields: {
      deviceId: { at: [[0, 15, 0]], as: 'uint' },
      pasid: { at: [[1, 19, 0]], as: 'uint' },
      guest: { at: [[2, 2, 2]], as: 'flag' },
      prgIndex: { at: [[3, 8, 0]], as: 'uint' },
      respCode: { at: [[3, 15, 12]], as: 'uint' },
    },
    fixed: {
      opcode: { at: [[1, 31, 28]], value: 7 },
    },
    reserved: [[0, 31, 16], [1, 27, 20], [2, 1, 0], [2, 31, 3], [3, 11, 9], [3, 31, 16]],
  })
}

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): AmdCompletePprRequest | undefined {
  if (!(bytes instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > bytes.length - 16) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 16)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, true)
  const w1 = memory.getInt32(at + 4, true)
  const w2 = memory.getInt32(at + 8, true)
  const w3 = memory.getInt32(at + 12, true)
  const reserved = options?.reserved
  if (reserved !== undefined && reserved !== 'reject' && reserved !== 'ignore') return undefined
  if (((w1 & 0xf0000000) ^ 0x70000000) !== 0) return undefined
  if (((w0 & 0xffff0000) | (w1 & 0xff00000) | (w2 & 0xfffffffb) | (w3 & 0xffff0e00)) !== 0 && reserved !== 'ignore') return undefined
  return {
    deviceId: w0 & 0xffff,
    pasid: w1 & 0xfffff,
    guest: flag((w2 >>> 2) & 1),
    prgIndex: w3 & 0x1ff,
    respCode: (w3 >>> 12) & 0xf,
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: AmdCompletePprRequestInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  const $deviceId = message.deviceId
  if (typeof $deviceId !== 'number' || ($deviceId & 0xffff) !== $deviceId) return false
  const $pasid = message.pasid
  if (typeof $pasid !== 'number' || ($pasid & 0xfffff) !== $pasid) return false
  const $guest = bit(message.guest)
  const $prgIndex = message.prgIndex
  if (typeof $prgIndex !== 'number' || ($prgIndex & 0x1ff) !== $prgIndex) return false
  const $respCode = message.respCode
  if (typeof $respCode !== 'number' || ($respCode & 0xf) !== $respCode) return false
  if ($guest < 0) return false
  if (!(target instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > target.length - 16) return false
  const w0 = $deviceId
  const w1 = 0x70000000 | $pasid
  const w2 = $guest << 2
  const w3 = $prgIndex | ($respCode << 12)
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
    get pasid(): number { return this.memory.getInt32(this.offset + 4, true) & 0xfffff }
    get guest(): boolean { return ((this.memory.getInt32(this.offset + 8, true) >>> 2) & 1) !== 0 }
    get prgIndex(): number { return this.memory.getInt32(this.offset + 12, true) & 0x1ff }
    get respCode(): number { return (this.memory.getInt32(this.offset + 12, true) >>> 12) & 0xf }
  }
}

function kernel(block: number): ColumnKernel {
  const input = new Uint8Array(block * 16)
  const memory = new DataView(input.buffer)
  const $deviceId = new Uint16Array(block)
  const $pasid = new Uint32Array(block)
  const $guest = new Uint8Array(block)
  const $prgIndex = new Uint16Array(block)
  const $respCode = new Uint8Array(block)
  function run(count: number): number {
    let bad = 0
    for (let i = 0, at = 0; i < count; i++, at += 16) {
      const w0 = memory.getInt32(at, true)
      const w1 = memory.getInt32(at + 4, true)
      const w2 = memory.getInt32(at + 8, true)
      const w3 = memory.getInt32(at + 12, true)
      bad |= (w0 & 0xffff0000) | ((w1 & 0xfff00000) ^ 0x70000000) | (w2 & 0xfffffffb) | (w3 & 0xffff0e00)
      $deviceId[i] = w0 & 0xffff
      $pasid[i] = w1 & 0xfffff
      $guest[i] = (w2 >>> 2) & 1
      $prgIndex[i] = w3 & 0x1ff
      $respCode[i] = (w3 >>> 12) & 0xf
    }
    return bad
  }
  return { input, output: { deviceId: $deviceId, pasid: $pasid, guest: $guest, prgIndex: $prgIndex, respCode: $respCode }, run }
}

export { layout }

/** Id of the record. */
export const id = 'amd.complete-ppr-request'

/** Size of the record in bytes. */
export const bytes = 16

/**
 * Decodes the COMPLETE_PPR_REQUEST command at `offset`. What it accepts, `encode` gives back bit for bit.
 * @param offset in bytes, from 0; no alignment is asked for
 * @throws {CodecError} `truncated`, `fixed`, `reserved`; `type` or `range` for wrong arguments
 */
export function decode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): AmdCompletePprRequest {
  return read(bytes, offset, options) ?? (reference.decode(bits(), bytes, offset, options) as unknown as AmdCompletePprRequest)
}

/** `decode`, with its error as a result. Never throws. */
export function tryDecode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): Result<AmdCompletePprRequest> {
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
export function encode(message: AmdCompletePprRequestInit): Uint8Array {
  const bytes = new Uint8Array(16)
  return write(message, bytes, 0) ? bytes : reference.encode(bits(), message)
}

/**
 * Writes all 16 bytes of the record at `offset` of `target`, or throws before the first.
 * @returns 16
 * @throws {CodecError} as `encode`; `truncated` where `target` has no room
 */
export function encodeInto(message: AmdCompletePprRequestInit, target: Uint8Array, offset = 0): number {
  return write(message, target, offset) ? 16 : reference.encodeInto(bits(), message, target, offset)
}

let Class: ViewClass | undefined

/**
 * A view with a getter per field, which reads when it is asked. Nothing is copied, and nothing but the length is checked.
 * @throws {CodecError} `truncated`, `type` or `range`
 */
export function view(bytes: Uint8Array, offset = 0): Readonly<AmdCompletePprRequest> & View {
  return new (Class ??= viewClass())(bits(), bytes, offset) as unknown as Readonly<AmdCompletePprRequest> & View
}

let loop: ColumnKernel | undefined

/**
 * Decodes many consecutive records into typed arrays, one per field.
 * @throws {CodecError} `truncated` where `count` records are not there; `type` or `range` for wrong options
 */
export function columns(bytes: Uint8Array, options: ColumnsOptions<AmdCompletePprRequestColumns> = {}): ColumnsResult<AmdCompletePprRequestColumns> {
  return decodeColumns(bits(), bytes, options, (block) => (loop ??= kernel(block)))
}

/** The generated codec before it declines to the reference, for proofs that it really ran. */
export const generated = { read, write }
