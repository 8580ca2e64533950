// Generated from src/spec/pcie.ts by `npm run generate`; do not edit.
import { stopMarker as layout } from '../../spec/pcie.ts'
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

/** The message of `pcie.stop-marker`: Stop Marker Message. PCIe Base Specification, 10.4.1.2.1. */
export interface PcieStopMarker {
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
   * Requester ID: bus, device and function of the sender.
   * Bits: `DW1[31:16]`; 0 to 0xffff. PCIe Base Specification, 2.2.1 and 2.2.8.
   */
  requesterId: number
  /**
   * Tag[7:0], reserved in this message.
   * Bits: `DW1[15:8]`; 0 to 0xff; optional on encode, 0 by default; one source. PCIe Base Specification, 2.2.1 and 2.2.8.
   */
  tag: number
  /**
   * held to be reserved; kept as it is.
   * Bits: `DW2[31:0]`; 0 to 0xffffffff; optional on encode, 0 by default; confirm. PCIe Base Specification, 10.4.1.2.1.
   */
  dw2: number
  /**
   * held to be reserved; kept as it is.
   * Bits: `DW3[31:8]`; 0 to 0xffffff; optional on encode, 0 by default; confirm. PCIe Base Specification, 10.4.1.2.1.
   */
  dw3Bits31to8: number
  /**
   * Marker Type, 0 in a Stop Marker.
   * Bits: `DW3[7:3]`; 0 to 0x1f; optional on encode, 0 by default; confirm. PCIe Base Specification, 10.4.1.2.1.
   */
  markerType: number
}

/** What `encode` takes: optional fields may be left out. */
export type PcieStopMarkerInit = Omit<PcieStopMarker, 't9' | 'tc' | 't8' | 'attr' | 'ln' | 'th' | 'td' | 'ep' | 'tag' | 'dw2' | 'dw3Bits31to8' | 'markerType'> & Partial<Pick<PcieStopMarker, 't9' | 'tc' | 't8' | 'attr' | 'ln' | 'th' | 'td' | 'ep' | 'tag' | 'dw2' | 'dw3Bits31to8' | 'markerType'>>

/** One typed array per field. */
export interface PcieStopMarkerColumns {
  t9: Uint8Array
  tc: Uint8Array
  t8: Uint8Array
  attr: Uint8Array
  ln: Uint8Array
  th: Uint8Array
  td: Uint8Array
  ep: Uint8Array
  requesterId: Uint16Array
  tag: Uint8Array
  dw2: Uint32Array
  dw3Bits31to8: Uint32Array
  markerType: Uint8Array
}

let table: Bits | undefined

/** The bits of the record, for the reference codec; made when they are first asked for. */
function bits(): Bits {
  return (table ??= {
    id: 'pcie.stop-marker', bytes: 16, word: 4, order: 'big', label: 'DW',
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
      tag: { at: [[1, 15, 8]], as: 'uint', optional: true },
      dw2: { at: [[2, 31, 0]], as: 'uint', optional: true },
      dw3Bits31to8: { at: [[3, 31, 8]], as: 'uint', optional: true },
      markerType: { at: [[3, 7, 3]], as: 'uint', optional: true },
    },
    fixed: {
      fmt: { at: [[0, 31, 29]], value: 1 },
      type: { at: [[0, 28, 24]], value: 16 },
      messageCode: { at: [[1, 7, 0]], value: 4 },
      last: { at: [[3, 2, 2]], value: 1 },
      write: { at: [[3, 1, 1]], value: 0 },
      read: { at: [[3, 0, 0]], value: 0 },
    },
    reserved: [[0, 11, 10], [0, 9, 0]],
  })
}

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): PcieStopMarker | undefined {
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
  if ((w0 & 0xfff) !== 0 && reserved !== 'ignore') return undefined
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
    tag: (w1 >>> 8) & 0xff,
    dw2: w2 >>> 0,
    dw3Bits31to8: w3 >>> 8,
    markerType: (w3 >>> 3) & 0x1f,
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: PcieStopMarkerInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  if ((message.t9 === undefined || message.tc === undefined || message.t8 === undefined || message.attr === undefined || message.ln === undefined || message.th === undefined || message.td === undefined || message.ep === undefined || message.tag === undefined || message.dw2 === undefined || message.dw3Bits31to8 === undefined || message.markerType === undefined) && !onlyKnown(bits(), message)) return false
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
  const $tag = message.tag === undefined ? 0 : message.tag
  if (typeof $tag !== 'number' || ($tag & 0xff) !== $tag) return false
  const $dw2 = message.dw2 === undefined ? 0 : message.dw2
  if (typeof $dw2 !== 'number' || $dw2 >>> 0 !== $dw2) return false
  const $dw3Bits31to8 = message.dw3Bits31to8 === undefined ? 0 : message.dw3Bits31to8
  if (typeof $dw3Bits31to8 !== 'number' || ($dw3Bits31to8 & 0xffffff) !== $dw3Bits31to8) return false
  const $markerType = message.markerType === undefined ? 0 : message.markerType
  if (typeof $markerType !== 'number' || ($markerType & 0x1f) !== $markerType) return false
  if (($t9 | $t8 | $ln | $th | $td | $ep) < 0) return false
  if (!(target instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > target.length - 16) return false
  const w0 = 0x30000000 | ($t9 << 23) | ($tc << 20) | ($t8 << 19) | (($attr << 12) & 0x3000) | (($attr << 16) & 0x40000) | ($ln << 17) | ($th << 16) | ($td << 15) | ($ep << 14)
  const w1 = 4 | ($requesterId << 16) | ($tag << 8)
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
    get t9(): boolean { return ((this.memory.getInt32(this.offset, false) >>> 23) & 1) !== 0 }
    get tc(): number { return (this.memory.getInt32(this.offset, false) >>> 20) & 7 }
    get t8(): boolean { return ((this.memory.getInt32(this.offset, false) >>> 19) & 1) !== 0 }
    get attr(): number { return ((this.memory.getInt32(this.offset, false) >>> 12) & 3) | ((this.memory.getInt32(this.offset, false) >>> 16) & 4) }
    get ln(): boolean { return ((this.memory.getInt32(this.offset, false) >>> 17) & 1) !== 0 }
    get th(): boolean { return ((this.memory.getInt32(this.offset, false) >>> 16) & 1) !== 0 }
    get td(): boolean { return ((this.memory.getInt32(this.offset, false) >>> 15) & 1) !== 0 }
    get ep(): boolean { return ((this.memory.getInt32(this.offset, false) >>> 14) & 1) !== 0 }
    get requesterId(): number { return this.memory.getInt32(this.offset + 4, false) >>> 16 }
    get tag(): number { return (this.memory.getInt32(this.offset + 4, false) >>> 8) & 0xff }
    get dw2(): number { return this.memory.getInt32(this.offset + 8, false) >>> 0 }
    get dw3Bits31to8(): number { return this.memory.getInt32(this.offset + 12, false) >>> 8 }
    get markerType(): number { return (this.memory.getInt32(this.offset + 12, false) >>> 3) & 0x1f }
  }
}

function kernel(block: number): ColumnKernel {
  const input = new Uint8Array(block * 16)
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
  const $tag = new Uint8Array(block)
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
      bad |= ((w0 & 0xff000fff) ^ 0x30000000) | ((w1 & 0xff) ^ 4) | ((w3 & 7) ^ 4)
      $t9[i] = (w0 >>> 23) & 1
      $tc[i] = (w0 >>> 20) & 7
      $t8[i] = (w0 >>> 19) & 1
      $attr[i] = ((w0 >>> 12) & 3) | ((w0 >>> 16) & 4)
      $ln[i] = (w0 >>> 17) & 1
      $th[i] = (w0 >>> 16) & 1
      $td[i] = (w0 >>> 15) & 1
      $ep[i] = (w0 >>> 14) & 1
      $requesterId[i] = w1 >>> 16
      $tag[i] = (w1 >>> 8) & 0xff
      $dw2[i] = w2
      $dw3Bits31to8[i] = w3 >>> 8
      $markerType[i] = (w3 >>> 3) & 0x1f
    }
    return bad
  }
  return { input, output: { t9: $t9, tc: $tc, t8: $t8, attr: $attr, ln: $ln, th: $th, td: $td, ep: $ep, requesterId: $requesterId, tag: $tag, dw2: $dw2, dw3Bits31to8: $dw3Bits31to8, markerType: $markerType }, run }
}

export { layout }

/** Id of the record. */
export const id = 'pcie.stop-marker'

/** Size of the record in bytes. */
export const bytes = 16

/**
 * Decodes the Stop Marker Message at `offset`. What it accepts, `encode` gives back bit for bit.
 * @param offset in bytes, from 0; no alignment is asked for
 * @throws {CodecError} `truncated`, `fixed`, `reserved`; `type` or `range` for wrong arguments
 */
export function decode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): PcieStopMarker {
  return read(bytes, offset, options) ?? (reference.decode(bits(), bytes, offset, options) as unknown as PcieStopMarker)
}

/** `decode`, with its error as a result. Never throws. */
export function tryDecode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): Result<PcieStopMarker> {
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
export function encode(message: PcieStopMarkerInit): Uint8Array {
  const bytes = new Uint8Array(16)
  return write(message, bytes, 0) ? bytes : reference.encode(bits(), message)
}

/**
 * Writes all 16 bytes of the record at `offset` of `target`, or throws before the first.
 * @returns 16
 * @throws {CodecError} as `encode`; `truncated` where `target` has no room
 */
export function encodeInto(message: PcieStopMarkerInit, target: Uint8Array, offset = 0): number {
  return write(message, target, offset) ? 16 : reference.encodeInto(bits(), message, target, offset)
}

let Class: ViewClass | undefined

/**
 * A view with a getter per field, which reads when it is asked. Nothing is copied, and nothing but the length is checked.
 * @throws {CodecError} `truncated`, `type` or `range`
 */
export function view(bytes: Uint8Array, offset = 0): Readonly<PcieStopMarker> & View {
  return new (Class ??= viewClass())(bits(), bytes, offset) as unknown as Readonly<PcieStopMarker> & View
}

let loop: ColumnKernel | undefined

/**
 * Decodes many consecutive records into typed arrays, one per field.
 * @throws {CodecError} `truncated` where `count` records are not there; `type` or `range` for wrong options
 */
export function columns(bytes: Uint8Array, options: ColumnsOptions<PcieStopMarkerColumns> = {}): ColumnsResult<PcieStopMarkerColumns> {
  return decodeColumns(bits(), bytes, options, (block) => (loop ??= kernel(block)))
}

/** The generated codec before it declines to the reference, for proofs that it really ran. */
export const generated = { read, write }
