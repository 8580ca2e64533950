// Generated from src/spec/smmuv3.ts by `npm run generate`; do not edit.
import { cmdResume as layout } from '../../spec/smmuv3.ts'
import type { Bits } from '../../spec/vocabulary.ts'
import { decodeColumns } from '../columns.ts'
import type { ColumnKernel, ColumnsOptions, ColumnsResult } from '../columns.ts'
import { inspectRecord } from '../inspect.ts'
import type { Inspection } from '../inspect.ts'
import { bit, flag, lookForWriting, memoryOf, readBytes, readView, scratch, setLittle4, storeLittle4, writeBytes, writeView } from '../memory.ts'
import { onlyKnown } from '../message.ts'
import * as reference from '../reference.ts'
import type { DecodeOptions, Result } from '../reference.ts'
import { RecordView } from '../view.ts'
import type { View, ViewClass } from '../view.ts'

/** The message of `smmuv3.cmd-resume`: CMD_RESUME. Arm IHI 0070, 4.7.1. */
export interface Smmuv3CmdResume {
  /**
   * SSec: StreamID is a Secure one.
   * Bits: `q0[10]`; optional on encode, 0 by default; confirm. Arm IHI 0070, 4.7.1.
   */
  secureStream: boolean
  /**
   * Ac: 1 retry the transaction, 0 terminate it.
   * Bits: `q0[12]`. Arm IHI 0070, 4.7.1.
   */
  action: boolean
  /**
   * Ab: a terminated transaction reports an abort; ignored on retry.
   * Bits: `q0[13]`. Arm IHI 0070, 4.7.1.
   */
  abort: boolean
  /**
   * StreamID of the event.
   * Bits: `q0[63:32]`; 0 to 0xffffffff. Arm IHI 0070, 4.7.1.
   */
  streamId: number
  /**
   * STAG of the event.
   * Bits: `q1[15:0]`; 0 to 0xffff. Arm IHI 0070, 4.7.1.
   */
  stag: number
}

/** What `encode` takes: optional fields may be left out. */
export type Smmuv3CmdResumeInit = Omit<Smmuv3CmdResume, 'secureStream'> & Partial<Pick<Smmuv3CmdResume, 'secureStream'>>

/** One typed array per field. */
export interface Smmuv3CmdResumeColumns {
  secureStream: Uint8Array
  action: Uint8Array
  abort: Uint8Array
  streamId: Uint32Array
  stag: Uint16Array
}

let table: Bits | undefined

/** The bits of the record, for the reference codec; made when they are first asked for. */
function bits(): Bits {
  return (table ??= {
    id: 'smmuv3.cmd-resume', bytes: 16, word: 8, order: 'little', label: 'q',
    fields: {
      secureStream: { at: [[0, 10, 10]], as: 'flag', optional: true },
      action: { at: [[0, 12, 12]], as: 'flag' },
      abort: { at: [[0, 13, 13]], as: 'flag' },
      streamId: { at: [[0, 63, 32]], as: 'uint' },
      stag: { at: [[1, 15, 0]], as: 'uint' },
    },
    fixed: {
      opcode: { at: [[0, 7, 0]], value: 68 },
    },
    reserved: [[0, 9, 8], [0, 11, 11], [0, 31, 14], [1, 63, 16]],
  })
}

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): Smmuv3CmdResume | undefined {
  if (!(bytes instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > bytes.length - 16) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 16)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, true)
  const w1 = memory.getInt32(at + 4, true)
  const w2 = memory.getInt32(at + 8, true)
  const w3 = memory.getInt32(at + 12, true)
  const reserved = options?.reserved
  if (reserved !== undefined && reserved !== 'reject' && reserved !== 'ignore') return undefined
  if (((w0 & 0xff) ^ 0x44) !== 0) return undefined
  if (((w0 & 0xffffcb00) | (w2 & 0xffff0000) | w3) !== 0 && reserved !== 'ignore') return undefined
  return {
    secureStream: flag((w0 >>> 10) & 1),
    action: flag((w0 >>> 12) & 1),
    abort: flag((w0 >>> 13) & 1),
    streamId: w1 >>> 0,
    stag: w2 & 0xffff,
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: Smmuv3CmdResumeInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  if ((message.secureStream === undefined) && !onlyKnown(bits(), message)) return false
  const $secureStream = bit(message.secureStream === undefined ? false : message.secureStream)
  const $action = bit(message.action)
  const $abort = bit(message.abort)
  const $streamId = message.streamId
  if (typeof $streamId !== 'number' || $streamId >>> 0 !== $streamId) return false
  const $stag = message.stag
  if (typeof $stag !== 'number' || ($stag & 0xffff) !== $stag) return false
  if (($secureStream | $action | $abort) < 0) return false
  if (!(target instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > target.length - 16) return false
  const w0 = 0x44 | ($secureStream << 10) | ($action << 12) | ($abort << 13)
  const w1 = $streamId
  const w2 = $stag
  if (target === writeBytes || lookForWriting(target)) {
    setLittle4(writeView, offset, w0, w1, w2, 0)
  } else {
    storeLittle4(target, offset, w0, w1, w2, 0)
  }
  return true
}

function viewClass(): ViewClass {
  return class extends RecordView {
    get secureStream(): boolean { return ((this.memory.getInt32(this.offset, true) >>> 10) & 1) !== 0 }
    get action(): boolean { return ((this.memory.getInt32(this.offset, true) >>> 12) & 1) !== 0 }
    get abort(): boolean { return ((this.memory.getInt32(this.offset, true) >>> 13) & 1) !== 0 }
    get streamId(): number { return this.memory.getInt32(this.offset + 4, true) >>> 0 }
    get stag(): number { return this.memory.getInt32(this.offset + 8, true) & 0xffff }
  }
}

function kernel(block: number): ColumnKernel {
  const input = new Uint8Array(block * 16)
  const memory = new DataView(input.buffer)
  const $secureStream = new Uint8Array(block)
  const $action = new Uint8Array(block)
  const $abort = new Uint8Array(block)
  const $streamId = new Uint32Array(block)
  const $stag = new Uint16Array(block)
  function run(count: number): number {
    let bad = 0
    for (let i = 0, at = 0; i < count; i++, at += 16) {
      const w0 = memory.getInt32(at, true)
      const w1 = memory.getInt32(at + 4, true)
      const w2 = memory.getInt32(at + 8, true)
      const w3 = memory.getInt32(at + 12, true)
      bad |= ((w0 & 0xffffcbff) ^ 0x44) | (w2 & 0xffff0000) | w3
      $secureStream[i] = (w0 >>> 10) & 1
      $action[i] = (w0 >>> 12) & 1
      $abort[i] = (w0 >>> 13) & 1
      $streamId[i] = w1
      $stag[i] = w2 & 0xffff
    }
    return bad
  }
  return { input, output: { secureStream: $secureStream, action: $action, abort: $abort, streamId: $streamId, stag: $stag }, run }
}

export { layout }

/** Id of the record. */
export const id = 'smmuv3.cmd-resume'

/** Size of the record in bytes. */
export const bytes = 16

/**
 * Decodes the CMD_RESUME at `offset`. What it accepts, `encode` gives back bit for bit.
 * @param offset in bytes, from 0; no alignment is asked for
 * @throws {CodecError} `truncated`, `fixed`, `reserved`; `type` or `range` for wrong arguments
 */
export function decode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): Smmuv3CmdResume {
  return read(bytes, offset, options) ?? (reference.decode(bits(), bytes, offset, options) as unknown as Smmuv3CmdResume)
}

/** `decode`, with its error as a result. Never throws. */
export function tryDecode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): Result<Smmuv3CmdResume> {
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
export function encode(message: Smmuv3CmdResumeInit): Uint8Array {
  const bytes = new Uint8Array(16)
  return write(message, bytes, 0) ? bytes : reference.encode(bits(), message)
}

/**
 * Writes all 16 bytes of the record at `offset` of `target`, or throws before the first.
 * @returns 16
 * @throws {CodecError} as `encode`; `truncated` where `target` has no room
 */
export function encodeInto(message: Smmuv3CmdResumeInit, target: Uint8Array, offset = 0): number {
  return write(message, target, offset) ? 16 : reference.encodeInto(bits(), message, target, offset)
}

let Class: ViewClass | undefined

/**
 * A view with a getter per field, which reads when it is asked. Nothing is copied, and nothing but the length is checked.
 * @throws {CodecError} `truncated`, `type` or `range`
 */
export function view(bytes: Uint8Array, offset = 0): Readonly<Smmuv3CmdResume> & View {
  return new (Class ??= viewClass())(bits(), bytes, offset) as unknown as Readonly<Smmuv3CmdResume> & View
}

let loop: ColumnKernel | undefined

/**
 * Decodes many consecutive records into typed arrays, one per field.
 * @throws {CodecError} `truncated` where `count` records are not there; `type` or `range` for wrong options
 */
export function columns(bytes: Uint8Array, options: ColumnsOptions<Smmuv3CmdResumeColumns> = {}): ColumnsResult<Smmuv3CmdResumeColumns> {
  return decodeColumns(bits(), bytes, options, (block) => (loop ??= kernel(block)))
}

/** The generated codec before it declines to the reference, for proofs that it really ran. */
export const generated = { read, write }
