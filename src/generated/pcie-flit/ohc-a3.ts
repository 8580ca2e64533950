// Generated from src/spec/pcie-flit.ts by `npm run generate`; do not edit.
import { bitsOfText } from '../../codec/bits.ts'
import { bit, flag, lookForWriting, memoryOf, modeOf, outside, readBytes, readView, scratch, storeBig, writeBytes, writeView } from '../../codec/memory.ts'
import { onlyKnown } from '../../codec/message.ts'
import type { DecodeOptions } from '../../codec/read-write.ts'
import { tableOfText } from '../../codec/table.ts'
import { allocator, batcher, columner, columnsEncoder, decoder, encoder, encoderInto, inspector, recordOf, tryDecoder, viewer } from '../../codec/verbs.ts'
import type { ohcA3 as Table } from '../../spec/pcie-flit.ts'

/** The message of `pcie-flit.ohc-a3`: OHC-A3: destination segment and byte enables of a configuration request. PCIe Base Specification 6.x, Orthogonal Header Content. */
export type PcieFlitOhcA3 = {
  /**
   * Destination Segment, if DSV.
   * Bits: `DW0[31:24]`; 0 to 0xff; one source. PCIe Base Specification 6.x, Orthogonal Header Content.
   */
  destinationSegment: number
  /**
   * DSV: Destination Segment is valid.
   * Bits: `DW0[15]`; one source. PCIe Base Specification 6.x, Orthogonal Header Content.
   */
  destinationSegmentValid: boolean
  /**
   * Last DW BE.
   * Bits: `DW0[7:4]`; 0 to 0xf; optional on encode, 0 by default. PCIe Base Specification 6.x, Orthogonal Header Content.
   */
  lastBe: number
  /**
   * First DW BE.
   * Bits: `DW0[3:0]`; 0 to 0xf; optional on encode, 0 by default. PCIe Base Specification 6.x, Orthogonal Header Content.
   */
  firstBe: number
}

/** What `encode` takes: optional fields may be left out. */
export type PcieFlitOhcA3Init = Omit<PcieFlitOhcA3, 'lastBe' | 'firstBe'> & Partial<Pick<PcieFlitOhcA3, 'lastBe' | 'firstBe'>>

/** One typed array per field. */
export type PcieFlitOhcA3Columns = {
  destinationSegment: Uint8Array
  destinationSegmentValid: Uint8Array
  lastBe: Uint8Array
  firstBe: Uint8Array
}

const bits = /* @__PURE__ */ bitsOfText('{"id":"pcie-flit.ohc-a3","size":4,"word":4,"order":"big","label":"DW","fields":{"destinationSegment":{"at":[[0,31,24]],"as":"uint"},"destinationSegmentValid":{"at":[[0,15,15]],"as":"flag"},"lastBe":{"at":[[0,7,4]],"as":"uint","optional":true},"firstBe":{"at":[[0,3,0]],"as":"uint","optional":true}},"reserved":[[0,23,16],[0,14,8]]}')
const table = /* @__PURE__ */ tableOfText<typeof Table>('{"id":"pcie-flit.ohc-a3","title":"OHC-A3: destination segment and byte enables of a configuration request","source":"published notes on PCIe 6.x headers (one source)","word":4,"order":"big","label":"DW","clause":"PCIe Base Specification 6.x, Orthogonal Header Content","size":4,"fields":{"destinationSegment":{"at":[[0,31,24]],"as":"uint","confidence":"one source","doc":"Destination Segment, if DSV"},"destinationSegmentValid":{"at":[[0,15,15]],"as":"flag","confidence":"one source","doc":"DSV: Destination Segment is valid"},"lastBe":{"at":[[0,7,4]],"as":"uint","optional":true,"doc":"Last DW BE"},"firstBe":{"at":[[0,3,0]],"as":"uint","optional":true,"doc":"First DW BE"}},"reserved":[[0,23,16],[0,14,8]],"roles":{"segment":"destinationSegment","segmentValid":"destinationSegmentValid"}}')

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): PcieFlitOhcA3 | undefined {
  if (outside(bytes, offset, 4)) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 4)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, false)
  const mode = options === undefined ? 0 : modeOf(options)
  if (mode < 0) return undefined
  if ((w0 & 0xff7f00) !== 0 && mode !== 1) return undefined
  return {
    destinationSegment: w0 >>> 24,
    destinationSegmentValid: flag((w0 >>> 15) & 1),
    lastBe: (w0 >>> 4) & 0xf,
    firstBe: w0 & 0xf,
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: PcieFlitOhcA3Init, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  if ((message.lastBe === undefined || message.firstBe === undefined) && !onlyKnown(bits(), message)) return false
  const $destinationSegment = message.destinationSegment
  if (typeof $destinationSegment !== 'number' || ($destinationSegment & 0xff) !== $destinationSegment) return false
  const $destinationSegmentValid = bit(message.destinationSegmentValid)
  const $lastBe = message.lastBe === undefined ? 0 : message.lastBe
  if (typeof $lastBe !== 'number' || ($lastBe & 0xf) !== $lastBe) return false
  const $firstBe = message.firstBe === undefined ? 0 : message.firstBe
  if (typeof $firstBe !== 'number' || ($firstBe & 0xf) !== $firstBe) return false
  if ($destinationSegmentValid < 0) return false
  if (outside(target, offset, 4)) return false
  const w0 = ($destinationSegment << 24) | ($destinationSegmentValid << 15) | ($lastBe << 4) | $firstBe
  if (target === writeBytes || lookForWriting(target)) {
    writeView.setInt32(offset, w0, false)
  } else {
    storeBig(target, offset, w0)
  }
  return true
}

export const id = 'pcie-flit.ohc-a3'
export const size = 4
export const layout = /* @__PURE__ */ table()
export const decode = /* @__PURE__ */ decoder(bits, read)
export const tryDecode = /* @__PURE__ */ tryDecoder(bits, read)
export const inspect = /* @__PURE__ */ inspector(table)
export const encode = /* @__PURE__ */ encoder(size, bits, write)
export const encodeInto = /* @__PURE__ */ encoderInto(size, bits, write)
export const view = /* @__PURE__ */ viewer<PcieFlitOhcA3>(bits)
export const columns = /* @__PURE__ */ columner<PcieFlitOhcA3Columns>(bits, read)
export const batches = /* @__PURE__ */ batcher<PcieFlitOhcA3Columns>(bits, read)
export const allocateColumns = /* @__PURE__ */ allocator<PcieFlitOhcA3Columns>(bits)
export const encodeColumns = /* @__PURE__ */ columnsEncoder<PcieFlitOhcA3Init, PcieFlitOhcA3Columns>(bits, write)

/** What is generated here, for proofs. */
export const generated = { bits, read, write }
export const record = /* @__PURE__ */ recordOf<PcieFlitOhcA3, PcieFlitOhcA3Init, PcieFlitOhcA3Columns, typeof Table>(id, size, table, read, write)
