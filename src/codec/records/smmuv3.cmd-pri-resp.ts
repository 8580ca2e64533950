// Generated from src/spec/smmuv3.ts by `npm run generate`; do not edit.
import { cmdPriResp as layout } from '../../spec/smmuv3.ts'
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

/** The message of `smmuv3.cmd-pri-resp`: CMD_PRI_RESP. Arm IHI 0070, 4.5.2. */
export interface Smmuv3CmdPriResp {
  /**
   * SSV: SubstreamID is valid.
   * Bits: `q0[11]`. Arm IHI 0070, 4.5.2.
   */
  substreamValid: boolean
  /**
   * SubstreamID (the PASID), if SSV.
   * Bits: `q0[31:12]`; 0 to 0xfffff. Arm IHI 0070, 4.5.2.
   */
  substreamId: number
  /**
   * StreamID; for PCIe its low 16 bits are the Requester ID.
   * Bits: `q0[63:32]`; 0 to 0xffffffff. Arm IHI 0070, 4.5.2.
   */
  streamId: number
  /**
   * PRGIndex of the group that is answered.
   * Bits: `q1[8:0]`; 0 to 0x1ff. Arm IHI 0070, 4.5.2.
   */
  prgIndex: number
  /**
   * Resp: 3 is an illegal command; the order is not PCIe's.
   * Values: 0x0 ResponseFailure, 0x1 InvalidRequest, 0x2 Success.
   * Bits: `q1[13:12]`; 0 to 0x3. Arm IHI 0070, 4.5.2.
   */
  resp: number
}

/** What `encode` takes. */
export type Smmuv3CmdPriRespInit = Smmuv3CmdPriResp

/** One typed array per field. */
export interface Smmuv3CmdPriRespColumns {
  substreamValid: Uint8Array
  substreamId: Uint32Array
  streamId: Uint32Array
  prgIndex: Uint16Array
  resp: Uint8Array
}

let table: Bits | undefined

/** The bits of the record, for the reference codec; made when they are first asked for. */
function bits(): Bits {
  return (table ??= {
    id: 'smmuv3.cmd-pri-resp', bytes: 16, word: 8, order: 'little', label: 'q',
    fields: {
      substreamValid: { at: [[0, 11, 11]], as: 'flag' },
      substreamId: { at: [[0, 31, 12]], as: 'uint' },
      streamId: { at: [[0, 63, 32]], as: 'uint' },
      prgIndex: { at: [[1, 8, 0]], as: 'uint' },
      resp: { at: [[1, 13, 12]], as: 'uint' },
    },
    fixed: {
      opcode: { at: [[0, 7, 0]], value: 65 },
    },
    reserved: [[0, 10, 8], [1, 11, 9], [1, 63, 14]],
  })
}

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): Smmuv3CmdPriResp | undefined {
  if (!(bytes instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > bytes.length - 16) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 16)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, true)
  const w1 = memory.getInt32(at + 4, true)
  const w2 = memory.getInt32(at + 8, true)
  const w3 = memory.getInt32(at + 12, true)
  const reserved = options?.reserved
  if (reserved !== undefined && reserved !== 'reject' && reserved !== 'ignore') return undefined
  if (((w0 & 0xff) ^ 0x41) !== 0) return undefined
  if (((w0 & 0x700) | (w2 & 0xffffce00) | w3) !== 0 && reserved !== 'ignore') return undefined
  return {
    substreamValid: flag((w0 >>> 11) & 1),
    substreamId: w0 >>> 12,
    streamId: w1 >>> 0,
    prgIndex: w2 & 0x1ff,
    resp: (w2 >>> 12) & 3,
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: Smmuv3CmdPriRespInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  const $substreamValid = bit(message.substreamValid)
  const $substreamId = message.substreamId
  if (typeof $substreamId !== 'number' || ($substreamId & 0xfffff) !== $substreamId) return false
  const $streamId = message.streamId
  if (typeof $streamId !== 'number' || $streamId >>> 0 !== $streamId) return false
  const $prgIndex = message.prgIndex
  if (typeof $prgIndex !== 'number' || ($prgIndex & 0x1ff) !== $prgIndex) return false
  const $resp = message.resp
  if (typeof $resp !== 'number' || ($resp & 3) !== $resp) return false
  if ($substreamValid < 0) return false
  if (!(target instanceof Uint8Array) || typeof offset !== 'number' || offset >>> 0 !== offset || offset > target.length - 16) return false
  const w0 = 0x41 | ($substreamValid << 11) | ($substreamId << 12)
  const w1 = $streamId
  const w2 = $prgIndex | ($resp << 12)
  if (target === writeBytes || lookForWriting(target)) {
    setLittle4(writeView, offset, w0, w1, w2, 0)
  } else {
    storeLittle4(target, offset, w0, w1, w2, 0)
  }
  return true
}

function viewClass(): ViewClass {
  return class extends RecordView {
    get substreamValid(): boolean { return ((this.memory.getInt32(this.offset, true) >>> 11) & 1) !== 0 }
    get substreamId(): number { return this.memory.getInt32(this.offset, true) >>> 12 }
    get streamId(): number { return this.memory.getInt32(this.offset + 4, true) >>> 0 }
    get prgIndex(): number { return this.memory.getInt32(this.offset + 8, true) & 0x1ff }
    get resp(): number { return (this.memory.getInt32(this.offset + 8, true) >>> 12) & 3 }
  }
}

function kernel(block: number): ColumnKernel {
  const input = new Uint8Array(block * 16)
  const memory = new DataView(input.buffer)
  const $substreamValid = new Uint8Array(block)
  const $substreamId = new Uint32Array(block)
  const $streamId = new Uint32Array(block)
  const $prgIndex = new Uint16Array(block)
  const $resp = new Uint8Array(block)
  function run(count: number): number {
    let bad = 0
    for (let i = 0, at = 0; i < count; i++, at += 16) {
      const w0 = memory.getInt32(at, true)
      const w1 = memory.getInt32(at + 4, true)
      const w2 = memory.getInt32(at + 8, true)
      const w3 = memory.getInt32(at + 12, true)
      bad |= ((w0 & 0x7ff) ^ 0x41) | (w2 & 0xffffce00) | w3
      $substreamValid[i] = (w0 >>> 11) & 1
      $substreamId[i] = w0 >>> 12
      $streamId[i] = w1
      $prgIndex[i] = w2 & 0x1ff
      $resp[i] = (w2 >>> 12) & 3
    }
    return bad
  }
  return { input, output: { substreamValid: $substreamValid, substreamId: $substreamId, streamId: $streamId, prgIndex: $prgIndex, resp: $resp }, run }
}

export { layout }

/** Id of the record. */
export const id = 'smmuv3.cmd-pri-resp'

/** Size of the record in bytes. */
export const bytes = 16

/**
 * Decodes the CMD_PRI_RESP at `offset`. What it accepts, `encode` gives back bit for bit.
 * @param offset in bytes, from 0; no alignment is asked for
 * @throws {CodecError} `truncated`, `fixed`, `reserved`; `type` or `range` for wrong arguments
 */
export function decode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): Smmuv3CmdPriResp {
  return read(bytes, offset, options) ?? (reference.decode(bits(), bytes, offset, options) as unknown as Smmuv3CmdPriResp)
}

/** `decode`, with its error as a result. Never throws. */
export function tryDecode(bytes: Uint8Array, offset = 0, options?: DecodeOptions): Result<Smmuv3CmdPriResp> {
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
export function encode(message: Smmuv3CmdPriRespInit): Uint8Array {
  const bytes = new Uint8Array(16)
  return write(message, bytes, 0) ? bytes : reference.encode(bits(), message)
}

/**
 * Writes all 16 bytes of the record at `offset` of `target`, or throws before the first.
 * @returns 16
 * @throws {CodecError} as `encode`; `truncated` where `target` has no room
 */
export function encodeInto(message: Smmuv3CmdPriRespInit, target: Uint8Array, offset = 0): number {
  return write(message, target, offset) ? 16 : reference.encodeInto(bits(), message, target, offset)
}

let Class: ViewClass | undefined

/**
 * A view with a getter per field, which reads when it is asked. Nothing is copied, and nothing but the length is checked.
 * @throws {CodecError} `truncated`, `type` or `range`
 */
export function view(bytes: Uint8Array, offset = 0): Readonly<Smmuv3CmdPriResp> & View {
  return new (Class ??= viewClass())(bits(), bytes, offset) as unknown as Readonly<Smmuv3CmdPriResp> & View
}

let loop: ColumnKernel | undefined

/**
 * Decodes many consecutive records into typed arrays, one per field.
 * @throws {CodecError} `truncated` where `count` records are not there; `type` or `range` for wrong options
 */
export function columns(bytes: Uint8Array, options: ColumnsOptions<Smmuv3CmdPriRespColumns> = {}): ColumnsResult<Smmuv3CmdPriRespColumns> {
  return decodeColumns(bits(), bytes, options, (block) => (loop ??= kernel(block)))
}

/** The generated codec before it declines to the reference, for proofs that it really ran. */
export const generated = { read, write }
