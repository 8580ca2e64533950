// Generated from src/spec/pcie-flit.ts by `npm run generate`; do not edit.
import { bitsOfText } from '../../codec/bits.ts'
import { bit, flag, lookForWriting, memoryOf, modeOf, outside, readBytes, readView, scratch, storeBig, writeBytes, writeView } from '../../codec/memory.ts'
import type { DecodeOptions } from '../../codec/read-write.ts'
import { tableOfText } from '../../codec/table.ts'
import { allocator, batcher, columner, columnsEncoder, decoder, encoder, encoderInto, inspector, recordOf, tryDecoder, viewer } from '../../codec/verbs.ts'
import { ohcA4 as rules } from '../../spec/rules/pcie-flit.ts'
import type { ohcA4 as Table } from '../../spec/pcie-flit.ts'

/** The message of `pcie-flit.ohc-a4`: OHC-A4: destination segment and PASID of a message routed by ID. PCIe Base Specification 6.x, Orthogonal Header Content. */
export type PcieFlitOhcA4 = {
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
   * PV: the packet has a PASID.
   * Bits: `DW0[14]`; one source. PCIe Base Specification 6.x, Orthogonal Header Content.
   */
  pasidValid: boolean
  /**
   * PASID, if PV; 0 without.
   * Bits: `DW0[11:8] DW0[23:16] DW0[7:0]`; 0 to 0xfffff; one source. PCIe Base Specification 6.x, Orthogonal Header Content.
   */
  pasid: number
}

/** What `encode` takes. */
export type PcieFlitOhcA4Init = PcieFlitOhcA4

/** One typed array per field. */
export type PcieFlitOhcA4Columns = {
  destinationSegment: Uint8Array
  destinationSegmentValid: Uint8Array
  pasidValid: Uint8Array
  pasid: Uint32Array
}

const bits = /* @__PURE__ */ bitsOfText('{"id":"pcie-flit.ohc-a4","size":4,"word":4,"order":"big","label":"DW","fields":{"destinationSegment":{"at":[[0,31,24]],"as":"uint"},"destinationSegmentValid":{"at":[[0,15,15]],"as":"flag"},"pasidValid":{"at":[[0,14,14]],"as":"flag"},"pasid":{"at":[[0,11,8],[0,23,16],[0,7,0]],"as":"uint"}},"reserved":[[0,13,12]]}')
const table = /* @__PURE__ */ tableOfText<typeof Table>('{"id":"pcie-flit.ohc-a4","title":"OHC-A4: destination segment and PASID of a message routed by ID","source":"published notes on PCIe 6.x headers (one source); RISC-V IOMMU specification models the same segment","word":4,"order":"big","label":"DW","clause":"PCIe Base Specification 6.x, Orthogonal Header Content","size":4,"fields":{"destinationSegment":{"at":[[0,31,24]],"as":"uint","confidence":"one source","doc":"Destination Segment, if DSV"},"destinationSegmentValid":{"at":[[0,15,15]],"as":"flag","confidence":"one source","doc":"DSV: Destination Segment is valid"},"pasidValid":{"at":[[0,14,14]],"as":"flag","confidence":"one source","doc":"PV: the packet has a PASID"},"pasid":{"at":[[0,11,8],[0,23,16],[0,7,0]],"as":"uint","confidence":"one source","doc":"PASID, if PV; 0 without"}},"reserved":[[0,13,12]],"roles":{"segment":"destinationSegment","segmentValid":"destinationSegmentValid","pasid":"pasid","pasidValid":"pasidValid"}}', rules)

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): PcieFlitOhcA4 | undefined {
  if (outside(bytes, offset, 4)) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 4)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, false)
  const mode = options === undefined ? 0 : modeOf(options)
  if (mode < 0) return undefined
  if ((w0 & 0x3000) !== 0 && mode !== 1) return undefined
  return {
    destinationSegment: w0 >>> 24,
    destinationSegmentValid: flag((w0 >>> 15) & 1),
    pasidValid: flag((w0 >>> 14) & 1),
    pasid: (w0 & 0xff) | ((w0 >>> 8) & 0xff00) | ((w0 << 8) & 0xf0000),
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: PcieFlitOhcA4Init, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  const $destinationSegment = message.destinationSegment
  if (typeof $destinationSegment !== 'number' || ($destinationSegment & 0xff) !== $destinationSegment) return false
  const $destinationSegmentValid = bit(message.destinationSegmentValid)
  const $pasidValid = bit(message.pasidValid)
  const $pasid = message.pasid
  if (typeof $pasid !== 'number' || ($pasid & 0xfffff) !== $pasid) return false
  if (($destinationSegmentValid | $pasidValid) < 0) return false
  if (outside(target, offset, 4)) return false
  const w0 = ($destinationSegment << 24) | ($destinationSegmentValid << 15) | ($pasidValid << 14) | ($pasid & 0xff) | (($pasid << 8) & 0xff0000) | (($pasid >>> 8) & 0xf00)
  if (target === writeBytes || lookForWriting(target)) {
    writeView.setInt32(offset, w0, false)
  } else {
    storeBig(target, offset, w0)
  }
  return true
}

export const id = 'pcie-flit.ohc-a4'
export const size = 4
export const layout = /* @__PURE__ */ table()
export const decode = /* @__PURE__ */ decoder(bits, read)
export const tryDecode = /* @__PURE__ */ tryDecoder(bits, read)
export const inspect = /* @__PURE__ */ inspector(table)
export const encode = /* @__PURE__ */ encoder(size, bits, write)
export const encodeInto = /* @__PURE__ */ encoderInto(size, bits, write)
export const view = /* @__PURE__ */ viewer<PcieFlitOhcA4>(bits)
export const columns = /* @__PURE__ */ columner<PcieFlitOhcA4Columns>(bits, read)
export const batches = /* @__PURE__ */ batcher<PcieFlitOhcA4Columns>(bits, read)
export const allocateColumns = /* @__PURE__ */ allocator<PcieFlitOhcA4Columns>(bits)
export const encodeColumns = /* @__PURE__ */ columnsEncoder<PcieFlitOhcA4Init, PcieFlitOhcA4Columns>(bits, write)

/** What is generated here, for proofs. */
export const generated = { bits, read, write }
export const record = /* @__PURE__ */ recordOf<PcieFlitOhcA4, PcieFlitOhcA4Init, PcieFlitOhcA4Columns, typeof Table>(id, size, table, read, write)
