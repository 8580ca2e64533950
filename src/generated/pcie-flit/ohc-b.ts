// Generated from src/spec/pcie-flit.ts by `npm run generate`; do not edit.
import { bitsOfText } from '../../codec/bits.ts'
import { bit, flag, lookForWriting, memoryOf, modeOf, outside, readBytes, readView, scratch, storeBig, writeBytes, writeView } from '../../codec/memory.ts'
import type { DecodeOptions } from '../../codec/read-write.ts'
import { tableOfText } from '../../codec/table.ts'
import { allocator, batcher, columner, columnsEncoder, decoder, encoder, encoderInto, inspector, recordOf, tryDecoder, viewer } from '../../codec/verbs.ts'
import type { ohcB as Table } from '../../spec/pcie-flit.ts'

/** The message of `pcie-flit.ohc-b`: OHC-B: processing hints and memory attributes. PCIe Base Specification 6.x, Orthogonal Header Content. */
export type PcieFlitOhcB = {
  /**
   * ST[15:0]: steering tag.
   * Bits: `DW0[23:8]`; 0 to 0xffff; one source. PCIe Base Specification 6.x, Orthogonal Header Content.
   */
  steeringTag: number
  /**
   * PH[1:0]: processing hint.
   * Bits: `DW0[7:6]`; 0 to 0x3; one source. PCIe Base Specification 6.x, Orthogonal Header Content.
   */
  processingHint: number
  /**
   * HV[1:0]: which of the hints are valid.
   * Bits: `DW0[5:4]`; 0 to 0x3; one source. PCIe Base Specification 6.x, Orthogonal Header Content.
   */
  hintValid: number
  /**
   * AMA[2:0]: ATS memory attributes, if AV.
   * Bits: `DW0[3:1]`; 0 to 0x7; one source. PCIe Base Specification 6.x, Orthogonal Header Content.
   */
  memoryAttributes: number
  /**
   * AV: AMA is valid.
   * Bits: `DW0[0]`; one source. PCIe Base Specification 6.x, Orthogonal Header Content.
   */
  memoryAttributesValid: boolean
}

/** What `encode` takes. */
export type PcieFlitOhcBInit = PcieFlitOhcB

/** One typed array per field. */
export type PcieFlitOhcBColumns = {
  steeringTag: Uint16Array
  processingHint: Uint8Array
  hintValid: Uint8Array
  memoryAttributes: Uint8Array
  memoryAttributesValid: Uint8Array
}

const bits = /* @__PURE__ */ bitsOfText('{"id":"pcie-flit.ohc-b","size":4,"word":4,"order":"big","label":"DW","fields":{"steeringTag":{"at":[[0,23,8]],"as":"uint"},"processingHint":{"at":[[0,7,6]],"as":"uint"},"hintValid":{"at":[[0,5,4]],"as":"uint"},"memoryAttributes":{"at":[[0,3,1]],"as":"uint"},"memoryAttributesValid":{"at":[[0,0,0]],"as":"flag"}},"reserved":[[0,31,24]]}')
const table = /* @__PURE__ */ tableOfText<typeof Table>('{"id":"pcie-flit.ohc-b","title":"OHC-B: processing hints and memory attributes","source":"published notes on PCIe 6.x headers (one source)","word":4,"order":"big","label":"DW","clause":"PCIe Base Specification 6.x, Orthogonal Header Content","size":4,"fields":{"steeringTag":{"at":[[0,23,8]],"as":"uint","confidence":"one source","doc":"ST[15:0]: steering tag"},"processingHint":{"at":[[0,7,6]],"as":"uint","confidence":"one source","doc":"PH[1:0]: processing hint"},"hintValid":{"at":[[0,5,4]],"as":"uint","confidence":"one source","doc":"HV[1:0]: which of the hints are valid"},"memoryAttributes":{"at":[[0,3,1]],"as":"uint","confidence":"one source","doc":"AMA[2:0]: ATS memory attributes, if AV"},"memoryAttributesValid":{"at":[[0,0,0]],"as":"flag","confidence":"one source","doc":"AV: AMA is valid"}},"reserved":[[0,31,24]]}')

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): PcieFlitOhcB | undefined {
  if (outside(bytes, offset, 4)) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 4)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, false)
  const mode = options === undefined ? 0 : modeOf(options)
  if (mode < 0) return undefined
  if ((w0 & 0xff000000) !== 0 && mode !== 1) return undefined
  return {
    steeringTag: (w0 >>> 8) & 0xffff,
    processingHint: (w0 >>> 6) & 3,
    hintValid: (w0 >>> 4) & 3,
    memoryAttributes: (w0 >>> 1) & 7,
    memoryAttributesValid: flag(w0 & 1),
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: PcieFlitOhcBInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  const $steeringTag = message.steeringTag
  if (typeof $steeringTag !== 'number' || ($steeringTag & 0xffff) !== $steeringTag) return false
  const $processingHint = message.processingHint
  if (typeof $processingHint !== 'number' || ($processingHint & 3) !== $processingHint) return false
  const $hintValid = message.hintValid
  if (typeof $hintValid !== 'number' || ($hintValid & 3) !== $hintValid) return false
  const $memoryAttributes = message.memoryAttributes
  if (typeof $memoryAttributes !== 'number' || ($memoryAttributes & 7) !== $memoryAttributes) return false
  const $memoryAttributesValid = bit(message.memoryAttributesValid)
  if ($memoryAttributesValid < 0) return false
  if (outside(target, offset, 4)) return false
  const w0 = ($steeringTag << 8) | ($processingHint << 6) | ($hintValid << 4) | ($memoryAttributes << 1) | $memoryAttributesValid
  if (target === writeBytes || lookForWriting(target)) {
    writeView.setInt32(offset, w0, false)
  } else {
    storeBig(target, offset, w0)
  }
  return true
}

export const id = 'pcie-flit.ohc-b'
export const size = 4
export const layout = /* @__PURE__ */ table()
export const decode = /* @__PURE__ */ decoder(bits, read)
export const tryDecode = /* @__PURE__ */ tryDecoder(bits, read)
export const inspect = /* @__PURE__ */ inspector(table)
export const encode = /* @__PURE__ */ encoder(size, bits, write)
export const encodeInto = /* @__PURE__ */ encoderInto(size, bits, write)
export const view = /* @__PURE__ */ viewer<PcieFlitOhcB>(bits)
export const columns = /* @__PURE__ */ columner<PcieFlitOhcBColumns>(bits, read)
export const batches = /* @__PURE__ */ batcher<PcieFlitOhcBColumns>(bits, read)
export const allocateColumns = /* @__PURE__ */ allocator<PcieFlitOhcBColumns>(bits)
export const encodeColumns = /* @__PURE__ */ columnsEncoder<PcieFlitOhcBInit, PcieFlitOhcBColumns>(bits, write)

/** What is generated here, for proofs. */
export const generated = { bits, read, write }
export const record = /* @__PURE__ */ recordOf<PcieFlitOhcB, PcieFlitOhcBInit, PcieFlitOhcBColumns, typeof Table>(id, size, table, read, write)
