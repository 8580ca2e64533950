// Generated from src/spec/pcie-flit.ts by `npm run generate`; do not edit.
import { bitsOfText } from '../../codec/bits.ts'
import { bit, flag, lookForWriting, memoryOf, modeOf, outside, readBytes, readView, scratch, storeBig, writeBytes, writeView } from '../../codec/memory.ts'
import type { DecodeOptions } from '../../codec/read-write.ts'
import { tableOfText } from '../../codec/table.ts'
import { allocator, batcher, columner, columnsEncoder, decoder, encoder, encoderInto, inspector, recordOf, tryDecoder, viewer } from '../../codec/verbs.ts'
import type { ohcA5 as Table } from '../../spec/pcie-flit.ts'

/** The message of `pcie-flit.ohc-a5`: OHC-A5: segments and status of a completion. PCIe Base Specification 6.x, Orthogonal Header Content. */
export type PcieFlitOhcA5 = {
  /**
   * Destination Segment, if DSV.
   * Bits: `DW0[31:24]`; 0 to 0xff; one source. PCIe Base Specification 6.x, Orthogonal Header Content.
   */
  destinationSegment: number
  /**
   * Completer Segment.
   * Bits: `DW0[23:16]`; 0 to 0xff; one source. PCIe Base Specification 6.x, Orthogonal Header Content.
   */
  completerSegment: number
  /**
   * DSV: Destination Segment is valid.
   * Bits: `DW0[15]`; one source. PCIe Base Specification 6.x, Orthogonal Header Content.
   */
  destinationSegmentValid: boolean
  /**
   * Lower Address[1:0]; 0 in a completion without OHC-A5.
   * Bits: `DW0[4:3]`; 0 to 0x3; one source. PCIe Base Specification 6.x, Orthogonal Header Content.
   */
  lowerAddress1to0: number
  /**
   * Completion Status; Successful Completion without OHC-A5.
   * Values: 0x0 SuccessfulCompletion, 0x1 UnsupportedRequest, 0x2 RequestRetryStatus, 0x4 CompleterAbort.
   * Bits: `DW0[2:0]`; 0 to 0x7; one source. PCIe Base Specification 6.x, Orthogonal Header Content.
   */
  status: 0 | 1 | 2 | 4 | (number & {})
}

/** What `encode` takes. */
export type PcieFlitOhcA5Init = PcieFlitOhcA5

/** One typed array per field. */
export type PcieFlitOhcA5Columns = {
  destinationSegment: Uint8Array
  completerSegment: Uint8Array
  destinationSegmentValid: Uint8Array
  lowerAddress1to0: Uint8Array
  status: Uint8Array
}

const bits = /* @__PURE__ */ bitsOfText('{"id":"pcie-flit.ohc-a5","size":4,"word":4,"order":"big","label":"DW","fields":{"destinationSegment":{"at":[[0,31,24]],"as":"uint"},"completerSegment":{"at":[[0,23,16]],"as":"uint"},"destinationSegmentValid":{"at":[[0,15,15]],"as":"flag"},"lowerAddress1to0":{"at":[[0,4,3]],"as":"uint"},"status":{"at":[[0,2,0]],"as":"uint"}},"reserved":[[0,14,8],[0,7,5]]}')
const table = /* @__PURE__ */ tableOfText<typeof Table>('{"id":"pcie-flit.ohc-a5","title":"OHC-A5: segments and status of a completion","source":"published notes on PCIe 6.x headers (one source)","word":4,"order":"big","label":"DW","clause":"PCIe Base Specification 6.x, Orthogonal Header Content","size":4,"fields":{"destinationSegment":{"at":[[0,31,24]],"as":"uint","confidence":"one source","doc":"Destination Segment, if DSV"},"completerSegment":{"at":[[0,23,16]],"as":"uint","confidence":"one source","doc":"Completer Segment"},"destinationSegmentValid":{"at":[[0,15,15]],"as":"flag","confidence":"one source","doc":"DSV: Destination Segment is valid"},"lowerAddress1to0":{"at":[[0,4,3]],"as":"uint","confidence":"one source","doc":"Lower Address[1:0]; 0 in a completion without OHC-A5"},"status":{"at":[[0,2,0]],"as":"uint","codes":{"SuccessfulCompletion":0,"UnsupportedRequest":1,"RequestRetryStatus":2,"CompleterAbort":4},"confidence":"one source","doc":"Completion Status; Successful Completion without OHC-A5"}},"reserved":[[0,14,8],[0,7,5]],"roles":{"segment":"destinationSegment","segmentValid":"destinationSegmentValid","status":"status"}}')

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): PcieFlitOhcA5 | undefined {
  if (outside(bytes, offset, 4)) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 4)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, false)
  const mode = options === undefined ? 0 : modeOf(options)
  if (mode < 0) return undefined
  if ((w0 & 0x7fe0) !== 0 && mode !== 1) return undefined
  return {
    destinationSegment: w0 >>> 24,
    completerSegment: (w0 >>> 16) & 0xff,
    destinationSegmentValid: flag((w0 >>> 15) & 1),
    lowerAddress1to0: (w0 >>> 3) & 3,
    status: w0 & 7,
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: PcieFlitOhcA5Init, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  const $destinationSegment = message.destinationSegment
  if (typeof $destinationSegment !== 'number' || ($destinationSegment & 0xff) !== $destinationSegment) return false
  const $completerSegment = message.completerSegment
  if (typeof $completerSegment !== 'number' || ($completerSegment & 0xff) !== $completerSegment) return false
  const $destinationSegmentValid = bit(message.destinationSegmentValid)
  const $lowerAddress1to0 = message.lowerAddress1to0
  if (typeof $lowerAddress1to0 !== 'number' || ($lowerAddress1to0 & 3) !== $lowerAddress1to0) return false
  const $status = message.status
  if (typeof $status !== 'number' || ($status & 7) !== $status) return false
  if ($destinationSegmentValid < 0) return false
  if (outside(target, offset, 4)) return false
  const w0 = ($destinationSegment << 24) | ($completerSegment << 16) | ($destinationSegmentValid << 15) | ($lowerAddress1to0 << 3) | $status
  if (target === writeBytes || lookForWriting(target)) {
    writeView.setInt32(offset, w0, false)
  } else {
    storeBig(target, offset, w0)
  }
  return true
}

export const id = 'pcie-flit.ohc-a5'
export const size = 4
export const layout = /* @__PURE__ */ table()
export const decode = /* @__PURE__ */ decoder(bits, read)
export const tryDecode = /* @__PURE__ */ tryDecoder(bits, read)
export const inspect = /* @__PURE__ */ inspector(table)
export const encode = /* @__PURE__ */ encoder(size, bits, write)
export const encodeInto = /* @__PURE__ */ encoderInto(size, bits, write)
export const view = /* @__PURE__ */ viewer<PcieFlitOhcA5>(bits)
export const columns = /* @__PURE__ */ columner<PcieFlitOhcA5Columns>(bits, read)
export const batches = /* @__PURE__ */ batcher<PcieFlitOhcA5Columns>(bits, read)
export const allocateColumns = /* @__PURE__ */ allocator<PcieFlitOhcA5Columns>(bits)
export const encodeColumns = /* @__PURE__ */ columnsEncoder<PcieFlitOhcA5Init, PcieFlitOhcA5Columns>(bits, write)

/** What is generated here, for proofs. */
export const generated = { bits, read, write }
export const record = /* @__PURE__ */ recordOf<PcieFlitOhcA5, PcieFlitOhcA5Init, PcieFlitOhcA5Columns, typeof Table>(id, size, table, read, write)
