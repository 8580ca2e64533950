// Generated from src/spec/pcie-flit.ts by `npm run generate`; do not edit.
import { bitsOfText } from '../../codec/bits.ts'
import { bit, flag, lookForWriting, memoryOf, modeOf, outside, readBytes, readView, scratch, storeBig, writeBytes, writeView } from '../../codec/memory.ts'
import { onlyKnown } from '../../codec/message.ts'
import type { DecodeOptions } from '../../codec/read-write.ts'
import { tableOfText } from '../../codec/table.ts'
import { allocator, batcher, columner, columnsEncoder, decoder, encoder, encoderInto, inspector, recordOf, tryDecoder, viewer } from '../../codec/verbs.ts'
import type { ohcC as Table } from '../../spec/pcie-flit.ts'

/** The message of `pcie-flit.ohc-c`: OHC-C: requester segment and IDE. PCIe Base Specification 6.x, Orthogonal Header Content. */
export type PcieFlitOhcC = {
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
export type PcieFlitOhcCColumns = {
  requesterSegment: Uint8Array
  prSent: Uint8Array
  streamId: Uint8Array
  subStream: Uint8Array
  keySet: Uint8Array
  trusted: Uint8Array
}

const bits = /* @__PURE__ */ bitsOfText('{"id":"pcie-flit.ohc-c","size":4,"word":4,"order":"big","label":"DW","fields":{"requesterSegment":{"at":[[0,31,24]],"as":"uint"},"prSent":{"at":[[0,23,16]],"as":"uint","optional":true},"streamId":{"at":[[0,15,8]],"as":"uint","optional":true},"subStream":{"at":[[0,7,4]],"as":"uint","optional":true},"keySet":{"at":[[0,1,1]],"as":"flag","optional":true},"trusted":{"at":[[0,0,0]],"as":"flag","optional":true}},"reserved":[[0,3,2]]}')
const table = /* @__PURE__ */ tableOfText<typeof Table>('{"id":"pcie-flit.ohc-c","title":"OHC-C: requester segment and IDE","source":"published notes on PCIe 6.x headers (one source)","word":4,"order":"big","label":"DW","clause":"PCIe Base Specification 6.x, Orthogonal Header Content","size":4,"fields":{"requesterSegment":{"at":[[0,31,24]],"as":"uint","confidence":"one source","doc":"Requester Segment"},"prSent":{"at":[[0,23,16]],"as":"uint","optional":true,"confidence":"one source","doc":"PR-sent counter of IDE"},"streamId":{"at":[[0,15,8]],"as":"uint","optional":true,"confidence":"one source","doc":"Stream ID of IDE"},"subStream":{"at":[[0,7,4]],"as":"uint","optional":true,"confidence":"confirm","doc":"sub-stream of IDE, held to be 4 bits wide; 3 are possible"},"keySet":{"at":[[0,1,1]],"as":"flag","optional":true,"confidence":"one source","doc":"K: Key Set of IDE"},"trusted":{"at":[[0,0,0]],"as":"flag","optional":true,"confidence":"one source","doc":"T: Trusted, of IDE"}},"reserved":[[0,3,2]],"roles":{"segment":"requesterSegment"}}')

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): PcieFlitOhcC | undefined {
  if (outside(bytes, offset, 4)) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 4)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, false)
  const mode = options === undefined ? 0 : modeOf(options)
  if (mode < 0) return undefined
  if ((w0 & 0xc) !== 0 && mode !== 1) return undefined
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
  if (outside(target, offset, 4)) return false
  const w0 = ($requesterSegment << 24) | ($prSent << 16) | ($streamId << 8) | ($subStream << 4) | ($keySet << 1) | $trusted
  if (target === writeBytes || lookForWriting(target)) {
    writeView.setInt32(offset, w0, false)
  } else {
    storeBig(target, offset, w0)
  }
  return true
}

export const id = 'pcie-flit.ohc-c'
export const size = 4
export const layout = /* @__PURE__ */ table()
export const decode = /* @__PURE__ */ decoder(bits, read)
export const tryDecode = /* @__PURE__ */ tryDecoder(bits, read)
export const inspect = /* @__PURE__ */ inspector(table)
export const encode = /* @__PURE__ */ encoder(size, bits, write)
export const encodeInto = /* @__PURE__ */ encoderInto(size, bits, write)
export const view = /* @__PURE__ */ viewer<PcieFlitOhcC>(bits)
export const columns = /* @__PURE__ */ columner<PcieFlitOhcCColumns>(bits, read)
export const batches = /* @__PURE__ */ batcher<PcieFlitOhcCColumns>(bits, read)
export const allocateColumns = /* @__PURE__ */ allocator<PcieFlitOhcCColumns>(bits)
export const encodeColumns = /* @__PURE__ */ columnsEncoder<PcieFlitOhcCInit, PcieFlitOhcCColumns>(bits, write)

/** What is generated here, for proofs. */
export const generated = { bits, read, write }
export const record = /* @__PURE__ */ recordOf<PcieFlitOhcC, PcieFlitOhcCInit, PcieFlitOhcCColumns, typeof Table>(id, size, table, read, write)
