// Generated from src/spec/pcie-flit.ts by `npm run generate`; do not edit.
import { ohcC as layout } from '../../spec/pcie-flit.ts'
import type { Bits } from '../../spec/vocabulary.ts'
import { decodeColumns } from '../columns.ts'
import type { ColumnKernel, ColumnsOptions, ColumnsResult } from '../columns.ts'
import { inspectRecord } from '../inspect.ts'
import type { Inspection } from '../inspect.ts'
import { bit, flag, lookForWriting, memoryOf, readBytes, readView, scratch, storeBig, writeBytes, writeView } from '../memory.ts'
import { onlyKnown } from '../message.ts'
import * as reference from '../reference.ts'
import type { DecodeOptions, Result } from '../reference.ts'
import { RecordView } from '../view.ts'
import type { View, ViewClass } from '../view.ts'

/** The message of `pcie-flit.ohc-c`: OHC-C: requester segment and IDE. PCIe Base Specification 6.x, Orthogonal Header Content. */
export interface PcieFlitOhcC {
  /**
   * Requester Segment.
   * Bits: `DW0[31:24]`; 0 to 0xff; one source. PCIe Base Specification 6.x, Orthogonal Header Content.
   */
  requesterSegment: number
  /**
   * PR-sent counter of IDE.
   * Bits: `DW0[23:16]`; 0 to 0xff; optional on encode, 0 by default; one source. PCIe Base Specification 6.x, Orthogonal Header Content.
   */
  prSent: number
  /**
   * Stream ID of IDE.
   * Bits: `DW0[15:8]`; 0 to 0xff; optional on encode, 0 by default; one source. PCIe Base Specification 6.x, Orthogonal Header Content.
   */
  streamId: number
  /**
   * sub-stream of IDE, held to be 4 bits wide; 3 are possible.
   * Bits: `DW0[7:4]`; 0 to 0xf; optional on encode, 0 by default; confirm. PCIe Base Specification 6.x, Orthogonal Header Content.
   */
  subStream: number
  /**
   * K: Key Set of IDE.
   * Bits: `DW0[1]`; optional on encode, 0 by default; one source. PCIe Base Specification 6.x, Orthogonal Header Content.
   */
  keySet: boolean
  /**
   * T: Trusted, of IDE.
   * Bits: `DW0[0]`; optional on encode, 0 by default; one source. PCIe Base Specification 6.x, Orthogonal Header Content.
   */
  trusted: boolean
}

/** What `encode` takes: optional fields may be left out. */
export type PcieFlitOhcCInit = Omit<PcieFlitOhcC, 'prSent' | 'streamId' | 'subStream' | 'keySet' | 'trusted'> & Partial<Pick<PcieFlitOhcC, 'prSent' | 'streamId' | 'subStream' | 'keySet' | 'trusted'>>

/** One typed array per field. */
export interface PcieFlitOhcCColumns {
  requesterSegment: Uint8Array
  prSent: Uint8Array
  streamId: Uint8Array
  subStream: Uint8Array
  keySet: Uint8Array
  trusted: Uint8Array
}

let table: Bits | undefined

/** The bits of the record, for the reference codec; made when they are first asked for. */
function bits(): Bits {
  return (table ??= {
    id: 'pcie-flit.ohc-c', bytes: 4, word: 4, order: 'big', label: 'DW',
    fields: {
      requesterSegment: { at: [[0, 31, 24]], as: 'uint' },
      prSent: { at: [[0, 23, 16]], as: 'uint', optional: true },
      streamId: { at: [[0, 15, 8]], as: 'uint', optional: true },
      subStream: { at: [[0, 7, 4]], as: 'uint', optional: true },
      keySet: { at: [[0, 1, 1]], as: 'flag', optional: true },
      trusted: { at: [[0, 0, 0]], as: 'flag', optional: true },
    },
    fixed: {
    },
    reserved: [[0, 3, 2]],
  })
}

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): PcieFlitOhcC | undefined {
  if (!(bytes instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > bytes.length - 4) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 4)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, false)
  const reserved = options?.reserved
  if (reserved !== undefined && reserved !== 'reject' && reserved !== 'ignore') return undefined
  if ((w0 & 0xc) !== 0 && reserved !== 'ignore') return undefined
  return {
    requesterSegment: w0 >>> 24,
    prSent: (w0 >>> 16) & 0xff,
    streamId: (w0 >>> 8) & 0xff,
    subStream: (w0 >>> 4) & 0xf,
    keySet: flag((w0 >>> 1) & 1),
    trusted: flag(w0 & 1),
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: PcieFlitOhcCInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  if ((message.prSent === undefined || message.streamId === undefined || message.subStream === undefined || message.keySet === undefined || message.trusted === undefined) && !onlyKnown(bits(), message)) return false
  const $requesterSegment = message.requesterSegment
  if (typeof $requesterSegment !== 'number' || ($requesterSegment & 0xff) !== $requesterSegment) return false
  const $prSent = message.prSent === undefined ? 0 : message.prSent
  if (typeof $prSent !== 'number' || ($prSent & 0xff) !== $prSent) return false
  const $streamId = message.streamId === undefined ? 0 : message.streamId
  if (typeof $streamId !== 'number' || ($streamId & 0xff) !== $streamId) return false
  const $subStream = message.subStream === undefined ? 0 : message.subStream
  if (typeof $subStream !== 'number' || ($subStream & 0xf) !== $subStream) return false
  const $keySet = bit(message.keySet === undefined ? false : message.keySet)
  const $trusted = bit(message.trusted === undefined ? false : message.trusted)
  if (($keySet | $trusted) < 0) return false
  if (!(target instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > target.length - 4) return false
  const w0 = ($requesterSegment << 24) | ($prSent << 16) | ($streamId << 8) | ($subStream << 4) | ($keySet << 1) | $trusted
  if (target === writeBytes || lookForWriting(target)) {
    writeView.setInt32(offset, w0, false)
  } else {
    storeBig(target, offset, w0)
  }
  return true
}

function viewClass(): ViewClass {
  return class extends RecordView {
    get requesterSegment(): number { return this.memory.getInt32(this.offset, false) >>> 24 }
    get prSent(): number { return (this.memory.getInt32(this.offset, false) >>> 16) & 0xff }
    get streamId(): number { return (this.memory.getInt32(this.offset, false) >>> 8) & 0xff }
    get subStream(): number { return (this.memory.getInt32(this.offset, false) >>> 4) & 0xf }
    get keySet(): boolean { return ((this.memory.getInt32(this.offset, false) >>> 1) & 1) !== 0 }
    get trusted(): boolean { return (this.memory.getInt32(this.offset, false) & 1) !== 0 }
  }
}

function kernel(block: number): ColumnKernel {
  const input = new Uint8Array(block * 4)
  const memory = new DataView(input.buffer)
  const $requesterSegment = new Uint8Array(block)
  const $prSent = new Uint8Array(block)
  const $streamId = new Uint8Array(block)
  const $subStream = new Uint8Array(block)
  const $keySet = new Uint8Array(block)
  const $trusted = new Uint8Array(block)
  function run(count: number): number {
    let bad = 0
    for (let i = 0, at = 0; i < count; i++, at += 4) {
      const w0 = memory.getInt32(at, false)
      bad |= w0 & 0xc
      $requesterSegment[i] = w0 >>> 24
      $prSent[i] = (w0 >>> 16) & 0xff
      $streamId[i] = (w0 >>> 8) & 0xff
      $subStream[i] = (w0 >>> 4) & 0xf
      $keySet[i] = (w0 >>> 1) & 1
      $trusted[i] = w0 & 1
    }
    return bad
  }
  return { input, output: { requesterSegment: $requesterSegment, prSent: $prSent, streamId: $streamId, subStream: $subStream, keySet: $keySet, trusted: $trusted }, run }
}

export { layout }

/** Id of the record. */
export const id = 'pcie-flit.ohc-c'

/** Size of the record in bytes. */
export const bytes = 4

/**
 * Decodes the OHC-C: requester segment and IDE at `offset`. What it accepts, `encode` gives back bit for bit.
 * @param offset in bytes, from 0; no alignment is asked for
 * @throws {CodecError} `truncated`, `fixed`, `reserved`; `type` or `range` for wrong arguments
 */
export function decode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): PcieFlitOhcC {
  return read(bytes, offset, options) ?? (reference.decode(bits(), bytes, offset, options) as unknown as PcieFlitOhcC)
}

/** `decode`, with its error as a result. Never throws. */
export function tryDecode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): Result<PcieFlitOhcC> {
  const message = ArrayBuffer.isView(bytes) ? read(bytes, offset, options) : undefined
  return message === undefined ? reference.tryDecode(bits(), bytes, offset, options) : { ok: true, message }
}

/** Takes the record apart: every bit, and what is wrong with it. Never throws; short input gives what is there. */
export function inspect(bytes: Uint8Array, offset = 0): Inspection {
  return inspectRecord(layout, bytes, offset)
}

/**
 * Encodes a message into a fresh array of 4 bytes.
 * @throws {CodecError} `type` or `range`, naming field, bits, limit and value; nothing is truncated
 */
export function encode(message: PcieFlitOhcCInit): Uint8Array {
  const bytes = new Uint8Array(4)
  return write(message, bytes, 0) ? bytes : reference.encode(bits(), message)
}

/**
 * Writes all 4 bytes of the record at `offset` of `target`, or throws before the first.
 * @returns 4
 * @throws {CodecError} as `encode`; `truncated` where `target` has no room
 */
export function encodeInto(message: PcieFlitOhcCInit, target: Uint8Array, offset = 0): number {
  return write(message, target, offset) ? 4 : reference.encodeInto(bits(), message, target, offset)
}

let Class: ViewClass | undefined

/**
 * A view with a getter per field, which reads when it is asked. Nothing is copied, and nothing but the length is checked.
 * @throws {CodecError} `truncated`, `type` or `range`
 */
export function view(bytes: Uint8Array, offset = 0): Readonly<PcieFlitOhcC> & View {
  return new (Class ??= viewClass())(bits(), bytes, offset) as unknown as Readonly<PcieFlitOhcC> & View
}

let loop: ColumnKernel | undefined

/**
 * Decodes many consecutive records into typed arrays, one per field.
 * @throws {CodecError} `truncated` where `count` records are not there; `type` or `range` for wrong options
 */
export function columns(bytes: Uint8Array, options: ColumnsOptions<PcieFlitOhcCColumns> = {}): ColumnsResult<PcieFlitOhcCColumns> {
  return decodeColumns(bits(), bytes, options, (block) => (loop ??= kernel(block)))
}

/** The generated codec before it declines to the reference, for proofs that it really ran. */
export const generated = { read, write }
