// Generated from src/spec/pcie-flit.ts by `npm run generate`; do not edit.
import { stopMarker as layout } from '../../spec/pcie-flit.ts'
import type { Bits } from '../../spec/vocabulary.ts'
import { decodeColumns } from '../columns.ts'
import type { ColumnKernel, ColumnsOptions, ColumnsResult } from '../columns.ts'
import { inspectRecord } from '../inspect.ts'
import type { Inspection } from '../inspect.ts'
import { bit, flag, lookForWriting, memoryOf, readBytes, readView, scratch, setBig4, storeBig4, writeBytes, writeView } from '../memory.ts'
import { onlyKnown } from '../message.ts'
import * as reference from '../reference.ts'
import type { DecodeOptions, Result } from '../reference.ts'
import { RecordView } from '../view.ts'
import type { View, ViewClass } from '../view.ts'

/** The message of `pcie-flit.stop-marker`: Stop Marker Message in flit mode, header base. PCIe Base Specification 6.x, 10.4.1.2.1. */
export interface PcieFlitStopMarker {
  /**
   * TC: traffic class.
   * Bits: `DW0[23:21]`; 0 to 0x7; optional on encode, 0 by default. PCIe Base Specification 6.x, 10.4.1.2.1.
   */
  tc: number
  /**
   * OHC[4:0]: A, B and C are present (bits 0 to 2); size of E (bits 4:3).
   * Bits: `DW0[20:16]`; 0 to 0x1f; optional on encode, 0 by default. PCIe Base Specification 6.x, 10.4.1.2.1.
   */
  ohc: number
  /**
   * TS: size of the trailer.
   * Bits: `DW0[15:13]`; 0 to 0x7; optional on encode, 0 by default. PCIe Base Specification 6.x, 10.4.1.2.1.
   */
  ts: number
  /**
   * Attr[2:0]: ID-based ordering, relaxed ordering, no snoop.
   * Bits: `DW0[12:10]`; 0 to 0x7; optional on encode, 0 by default. PCIe Base Specification 6.x, 10.4.1.2.1.
   */
  attr: number
  /**
   * Requester ID: bus, device and function of the sender.
   * Bits: `DW1[31:16]`; 0 to 0xffff. PCIe Base Specification, 2.2.1 and 2.2.8.
   */
  requesterId: number
  /**
   * EP: the packet is poisoned; its place in a message is unconfirmed.
   * Bits: `DW1[15]`; optional on encode, 0 by default; confirm. PCIe Base Specification 6.x, 10.4.1.2.1.
   */
  ep: boolean
  /**
   * held to be reserved; kept as it is.
   * Bits: `DW2[31:0]`; 0 to 0xffffffff; optional on encode, 0 by default; confirm. PCIe Base Specification 6.x, 10.4.1.2.1.
   */
  dw2: number
  /**
   * held to be reserved; kept as it is.
   * Bits: `DW3[31:8]`; 0 to 0xffffff; optional on encode, 0 by default; confirm. PCIe Base Specification 6.x, 10.4.1.2.1.
   */
  dw3Bits31to8: number
  /**
   * Marker Type, 0 in a Stop Marker.
   * Bits: `DW3[7:3]`; 0 to 0x1f; optional on encode, 0 by default; confirm. PCIe Base Specification 6.x, 10.4.1.2.1.
   */
  markerType: number
}

/** What `encode` takes: optional fields may be left out. */
export type PcieFlitStopMarkerInit = Omit<PcieFlitStopMarker, 'tc' | 'ohc' | 'ts' | 'attr' | 'ep' | 'dw2' | 'dw3Bits31to8' | 'markerType'> & Partial<Pick<PcieFlitStopMarker, 'tc' | 'ohc' | 'ts' | 'attr' | 'ep' | 'dw2' | 'dw3Bits31to8' | 'markerType'>>

/** One typed array per field. */
export interface PcieFlitStopMarkerColumns {
  tc: Uint8Array
  ohc: Uint8Array
  ts: Uint8Array
  attr: Uint8Array
  requesterId: Uint16Array
  ep: Uint8Array
  dw2: Uint32Array
  dw3Bits31to8: Uint32Array
  markerType: Uint8Array
}

let table: Bits | undefined

/** The bits of the record, for the reference codec; made when they are first asked for. */
function bits(): Bits {
  return (table ??= {
    id: 'pcie-flit.stop-marker', bytes: 16, word: 4, order: 'big', label: 'DW',
    fields: {
      tc: { at: [[0, 23, 21]], as: 'uint', optional: true },
      ohc: { at: [[0, 20, 16]], as: 'uint', optional: true },
      ts: { at: [[0, 15, 13]], as: 'uint', optional: true },
      attr: { at: [[0, 12, 10]], as: 'uint', optional: true },
      requesterId: { at: [[1, 31, 16]], as: 'uint' },
      ep: { at: [[1, 15, 15]], as: 'flag', optional: true },
      dw2: { at: [[2, 31, 0]], as: 'uint', optional: true },
      dw3Bits31to8: { at: [[3, 31, 8]], as: 'uint', optional: true },
      markerType: { at: [[3, 7, 3]], as: 'uint', optional: true },
    },
    fixed: {
      type: { at: [[0, 31, 24]], value: 48 },
      messageCode: { at: [[1, 7, 0]], value: 4 },
      last: { at: [[3, 2, 2]], value: 1 },
      write: { at: [[3, 1, 1]], value: 0 },
      read: { at: [[3, 0, 0]], value: 0 },
    },
    reserved: [[0, 9, 0], [1, 14, 8]],
  })
}

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): PcieFlitStopMarker | undefined {
  if (!(bytes instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > bytes.length - 16) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 16)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, false)
  const w1 = memory.getInt32(at + 4, false)
  const w2 = memory.getInt32(at + 8, false)
  const w3 = memory.getInt32(at + 12, false)
  const reserved = options?.reserved
  if (reserved !== undefined && reserved !== 'reject' && reserved !== 'ignore') return undefined
  if ((((w0 & 0xff000000) ^ 0x30000000) | ((w1 & 0xff) ^ 4) | ((w3 & 7) ^ 4)) !== 0) return undefined
  if (((w0 & 0x3ff) | (w1 & 0x7f00)) !== 0 && reserved !== 'ignore') return undefined
  return {
    tc: (w0 >>> 21) & 7,
    ohc: (w0 >>> 16) & 0x1f,
    ts: (w0 >>> 13) & 7,
    attr: (w0 >>> 10) & 7,
    requesterId: w1 >>> 16,
    ep: flag((w1 >>> 15) & 1),
    dw2: w2 >>> 0,
    dw3Bits31to8: w3 >>> 8,
    markerType: (w3 >>> 3) & 0x1f,
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: PcieFlitStopMarkerInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  if ((message.tc === undefined || message.ohc === undefined || message.ts === undefined || message.attr === undefined || message.ep === undefined || message.dw2 === undefined || message.dw3Bits31to8 === undefined || message.markerType === undefined) && !onlyKnown(bits(), message)) return false
  const $tc = message.tc === undefined ? 0 : message.tc
  if (typeof $tc !== 'number' || ($tc & 7) !== $tc) return false
  const $ohc = message.ohc === undefined ? 0 : message.ohc
  if (typeof $ohc !== 'number' || ($ohc & 0x1f) !== $ohc) return false
  const $ts = message.ts === undefined ? 0 : message.ts
  if (typeof $ts !== 'number' || ($ts & 7) !== $ts) return false
  const $attr = message.attr === undefined ? 0 : message.attr
  if (typeof $attr !== 'number' || ($attr & 7) !== $attr) return false
  const $requesterId = message.requesterId
  if (typeof $requesterId !== 'number' || ($requesterId & 0xffff) !== $requesterId) return false
  const $ep = bit(message.ep === undefined ? false : message.ep)
  const $dw2 = message.dw2 === undefined ? 0 : message.dw2
  if (typeof $dw2 !== 'number' || $dw2 >>> 0 !== $dw2) return false
  const $dw3Bits31to8 = message.dw3Bits31to8 === undefined ? 0 : message.dw3Bits31to8
  if (typeof $dw3Bits31to8 !== 'number' || ($dw3Bits31to8 & 0xffffff) !== $dw3Bits31to8) return false
  const $markerType = message.markerType === undefined ? 0 : message.markerType
  if (typeof $markerType !== 'number' || ($markerType & 0x1f) !== $markerType) return false
  if ($ep < 0) return false
  if (!(target instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > target.length - 16) return false
  const w0 = 0x30000000 | ($tc << 21) | ($ohc << 16) | ($ts << 13) | ($attr << 10)
  const w1 = 4 | ($requesterId << 16) | ($ep << 15)
  const w2 = $dw2
  const w3 = 4 | ($dw3Bits31to8 << 8) | ($markerType << 3)
  if (target === writeBytes || lookForWriting(target)) {
    setBig4(writeView, offset, w0, w1, w2, w3)
  } else {
    storeBig4(target, offset, w0, w1, w2, w3)
  }
  return true
}

function viewClass(): ViewClass {
  return class extends RecordView {
    get tc(): number { return (this.memory.getInt32(this.offset, false) >>> 21) & 7 }
    get ohc(): number { return (this.memory.getInt32(this.offset, false) >>> 16) & 0x1f }
    get ts(): number { return (this.memory.getInt32(this.offset, false) >>> 13) & 7 }
    get attr(): number { return (this.memory.getInt32(this.offset, false) >>> 10) & 7 }
    get requesterId(): number { return this.memory.getInt32(this.offset + 4, false) >>> 16 }
    get ep(): boolean { return ((this.memory.getInt32(this.offset + 4, false) >>> 15) & 1) !== 0 }
    get dw2(): number { return this.memory.getInt32(this.offset + 8, false) >>> 0 }
    get dw3Bits31to8(): number { return this.memory.getInt32(this.offset + 12, false) >>> 8 }
    get markerType(): number { return (this.memory.getInt32(this.offset + 12, false) >>> 3) & 0x1f }
  }
}

function kernel(block: number): ColumnKernel {
  const input = new Uint8Array(block * 16)
  const memory = new DataView(input.buffer)
  const $tc = new Uint8Array(block)
  const $ohc = new Uint8Array(block)
  const $ts = new Uint8Array(block)
  const $attr = new Uint8Array(block)
  const $requesterId = new Uint16Array(block)
  const $ep = new Uint8Array(block)
  const $dw2 = new Uint32Array(block)
  const $dw3Bits31to8 = new Uint32Array(block)
  const $markerType = new Uint8Array(block)
  function run(count: number): number {
    let bad = 0
    for (let i = 0, at = 0; i < count; i++, at += 16) {
      const w0 = memory.getInt32(at, false)
      const w1 = memory.getInt32(at + 4, false)
      const w2 = memory.getInt32(at + 8, false)
      const w3 = memory.getInt32(at + 12, false)
      bad |= ((w0 & 0xff0003ff) ^ 0x30000000) | ((w1 & 0x7fff) ^ 4) | ((w3 & 7) ^ 4)
      $tc[i] = (w0 >>> 21) & 7
      $ohc[i] = (w0 >>> 16) & 0x1f
      $ts[i] = (w0 >>> 13) & 7
      $attr[i] = (w0 >>> 10) & 7
      $requesterId[i] = w1 >>> 16
      $ep[i] = (w1 >>> 15) & 1
      $dw2[i] = w2
      $dw3Bits31to8[i] = w3 >>> 8
      $markerType[i] = (w3 >>> 3) & 0x1f
    }
    return bad
  }
  return { input, output: { tc: $tc, ohc: $ohc, ts: $ts, attr: $attr, requesterId: $requesterId, ep: $ep, dw2: $dw2, dw3Bits31to8: $dw3Bits31to8, markerType: $markerType }, run }
}

export { layout }

/** Id of the record. */
export const id = 'pcie-flit.stop-marker'

/** Size of the record in bytes. */
export const bytes = 16

/**
 * Decodes the Stop Marker Message in flit mode, header base at `offset`. What it accepts, `encode` gives back bit for bit.
 * @param offset in bytes, from 0; no alignment is asked for
 * @throws {CodecError} `truncated`, `fixed`, `reserved`; `type` or `range` for wrong arguments
 */
export function decode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): PcieFlitStopMarker {
  return read(bytes, offset, options) ?? (reference.decode(bits(), bytes, offset, options) as unknown as PcieFlitStopMarker)
}

/** `decode`, with its error as a result. Never throws. */
export function tryDecode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): Result<PcieFlitStopMarker> {
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
export function encode(message: PcieFlitStopMarkerInit): Uint8Array {
  const bytes = new Uint8Array(16)
  return write(message, bytes, 0) ? bytes : reference.encode(bits(), message)
}

/**
 * Writes all 16 bytes of the record at `offset` of `target`, or throws before the first.
 * @returns 16
 * @throws {CodecError} as `encode`; `truncated` where `target` has no room
 */
export function encodeInto(message: PcieFlitStopMarkerInit, target: Uint8Array, offset = 0): number {
  return write(message, target, offset) ? 16 : reference.encodeInto(bits(), message, target, offset)
}

let Class: ViewClass | undefined

/**
 * A view with a getter per field, which reads when it is asked. Nothing is copied, and nothing but the length is checked.
 * @throws {CodecError} `truncated`, `type` or `range`
 */
export function view(bytes: Uint8Array, offset = 0): Readonly<PcieFlitStopMarker> & View {
  return new (Class ??= viewClass())(bits(), bytes, offset) as unknown as Readonly<PcieFlitStopMarker> & View
}

let loop: ColumnKernel | undefined

/**
 * Decodes many consecutive records into typed arrays, one per field.
 * @throws {CodecError} `truncated` where `count` records are not there; `type` or `range` for wrong options
 */
export function columns(bytes: Uint8Array, options: ColumnsOptions<PcieFlitStopMarkerColumns> = {}): ColumnsResult<PcieFlitStopMarkerColumns> {
  return decodeColumns(bits(), bytes, options, (block) => (loop ??= kernel(block)))
}

/** The generated codec before it declines to the reference, for proofs that it really ran. */
export const generated = { read, write }
