// Generated from src/spec/pcie-flit.ts by `npm run generate`; do not edit.
import { bitsOfText } from '../../codec/bits.ts'
import { bit, flag, fromHalves, high, intoHalves, low, lookForWriting, memoryOf, modeOf, outside, readBytes, readView, scratch, storeBig, writeBytes, writeView } from '../../codec/memory.ts'
import type { DecodeOptions } from '../../codec/read-write.ts'
import { tableOfText } from '../../codec/table.ts'
import { allocator, batcher, columner, columnsEncoder, decoder, encoder, encoderInto, inspector, recordOf, tryDecoder, viewer } from '../../codec/verbs.ts'
import { invalidateRequestData as rules } from '../../spec/rules/pcie-flit.ts'
import type { invalidateRequestData as Table } from '../../spec/pcie-flit.ts'

/** The message of `pcie-flit.invalidate-request-data`: Invalidate Request Message in flit mode, data. PCIe Base Specification 6.x, 10.3.1. */
export type PcieFlitInvalidateRequestData = {
  /**
   * Untranslated Address[63:12]; with S, its low bits that are 1 give the size of the range.
   * Bits: `DW0[31:0] DW1[31:12]`; byte address; a multiple of 4096n. PCIe Base Specification 6.x, 10.3.1.
   */
  address: bigint
  /**
   * S: the range is larger than 4 KiB.
   * Bits: `DW1[11]`. PCIe Base Specification 6.x, 10.3.1.
   */
  size: boolean
  /**
   * G, Global Invalidate: hits every PASID; ignored unless the function supports it.
   * Bits: `DW1[0]`. PCIe Base Specification 6.x, 10.3.1.
   */
  global: boolean
}

/** What `encode` takes. */
export type PcieFlitInvalidateRequestDataInit = PcieFlitInvalidateRequestData

/** One typed array per field. */
export type PcieFlitInvalidateRequestDataColumns = {
  address: BigUint64Array
  size: Uint8Array
  global: Uint8Array
}

const bits = /* @__PURE__ */ bitsOfText('{"id":"pcie-flit.invalidate-request-data","size":8,"word":4,"order":"big","label":"DW","fields":{"address":{"at":[[0,31,0],[1,31,12]],"as":"page"},"size":{"at":[[1,11,11]],"as":"flag"},"global":{"at":[[1,0,0]],"as":"flag"}},"reserved":[[1,10,1]]}')
const table = /* @__PURE__ */ tableOfText<typeof Table>('{"id":"pcie-flit.invalidate-request-data","title":"Invalidate Request Message in flit mode, data","clause":"PCIe Base Specification 6.x, 10.3.1","source":"the same message in non-flit mode","word":4,"order":"big","label":"DW","size":8,"fields":{"address":{"at":[[0,31,0],[1,31,12]],"as":"page","unit":"byte address","doc":"Untranslated Address[63:12]; with S, its low bits that are 1 give the size of the range"},"size":{"at":[[1,11,11]],"as":"flag","doc":"S: the range is larger than 4 KiB"},"global":{"at":[[1,0,0]],"as":"flag","doc":"G, Global Invalidate: hits every PASID; ignored unless the function supports it"}},"reserved":[[1,10,1]],"roles":{"address":"address","size":"size","global":"global"}}', rules)

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): PcieFlitInvalidateRequestData | undefined {
  if (outside(bytes, offset, 8)) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 8)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, false)
  const w1 = memory.getInt32(at + 4, false)
  const mode = options === undefined ? 0 : modeOf(options)
  if (mode < 0) return undefined
  if ((w1 & 0x7fe) !== 0 && mode !== 1) return undefined
  return {
    address: fromHalves(w1 & 0xfffff000, w0),
    size: flag((w1 >>> 11) & 1),
    global: flag(w1 & 1),
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: PcieFlitInvalidateRequestDataInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  if (!intoHalves(message.address)) return false
  const $addresslow = low()
  const $addresshigh = high()
  if (($addresslow & 0xfff) !== 0) return false
  const $size = bit(message.size)
  const $global = bit(message.global)
  if (($size | $global) < 0) return false
  if (outside(target, offset, 8)) return false
  const w0 = $addresshigh
  const w1 = ($addresslow & 0xfffff000) | ($size << 11) | $global
  if (target === writeBytes || lookForWriting(target)) {
    writeView.setInt32(offset, w0, false)
    writeView.setInt32(offset + 4, w1, false)
  } else {
    storeBig(target, offset, w0)
    storeBig(target, offset + 4, w1)
  }
  return true
}

export const id = 'pcie-flit.invalidate-request-data'
export const size = 8
export const layout = /* @__PURE__ */ table()
export const decode = /* @__PURE__ */ decoder(bits, read)
export const tryDecode = /* @__PURE__ */ tryDecoder(bits, read)
export const inspect = /* @__PURE__ */ inspector(table)
export const encode = /* @__PURE__ */ encoder(size, bits, write)
export const encodeInto = /* @__PURE__ */ encoderInto(size, bits, write)
export const view = /* @__PURE__ */ viewer<PcieFlitInvalidateRequestData>(bits)
export const columns = /* @__PURE__ */ columner<PcieFlitInvalidateRequestDataColumns>(bits, read)
export const batches = /* @__PURE__ */ batcher<PcieFlitInvalidateRequestDataColumns>(bits, read)
export const allocateColumns = /* @__PURE__ */ allocator<PcieFlitInvalidateRequestDataColumns>(bits)
export const encodeColumns = /* @__PURE__ */ columnsEncoder<PcieFlitInvalidateRequestDataInit, PcieFlitInvalidateRequestDataColumns>(bits, write)

/** What is generated here, for proofs. */
export const generated = { bits, read, write }
export const record = /* @__PURE__ */ recordOf<PcieFlitInvalidateRequestData, PcieFlitInvalidateRequestDataInit, PcieFlitInvalidateRequestDataColumns, typeof Table>(id, size, table, read, write)
