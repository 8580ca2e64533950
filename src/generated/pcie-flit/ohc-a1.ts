// Generated from src/spec/pcie-flit.ts by `npm run generate`; do not edit.
import { bitsOfText } from '../../codec/bits.ts'
import { bit, flag, lookForWriting, memoryOf, modeOf, outside, readBytes, readView, scratch, storeBig, writeBytes, writeView } from '../../codec/memory.ts'
import { onlyKnown } from '../../codec/message.ts'
import type { DecodeOptions } from '../../codec/read-write.ts'
import { tableOfText } from '../../codec/table.ts'
import { allocator, batcher, columner, columnsEncoder, decoder, encoder, encoderInto, inspector, recordOf, tryDecoder, viewer } from '../../codec/verbs.ts'
import { ohcA1 as rules } from '../../spec/rules/pcie-flit.ts'
import type { ohcA1 as Table } from '../../spec/pcie-flit.ts'

/** The message of `pcie-flit.ohc-a1`: OHC-A1: PASID and byte enables of a memory request, PASID of a Page Request. PCIe Base Specification 6.x, Orthogonal Header Content. */
export type PcieFlitOhcA1 = {
  /**
   * NW: No Write; reserved except in a Translation Request.
   * Bits: `DW0[31]`; optional on encode, 0 by default. PCIe Base Specification 6.x, Orthogonal Header Content.
   */
  noWrite: boolean
  /**
   * PV: the packet has a PASID.
   * Bits: `DW0[30]`. PCIe Base Specification 6.x, Orthogonal Header Content.
   */
  pasidValid: boolean
  /**
   * PMR: Privileged Mode Requested; reserved except in Translation and Page Requests.
   * Bits: `DW0[29]`. PCIe Base Specification 6.x, Orthogonal Header Content.
   */
  privilegedModeRequested: boolean
  /**
   * ER: Execute Requested; reserved except in Translation and Page Requests.
   * Bits: `DW0[28]`. PCIe Base Specification 6.x, Orthogonal Header Content.
   */
  executeRequested: boolean
  /**
   * PASID, if PV; 0 without.
   * Bits: `DW0[27:8]`; 0 to 0xfffff. PCIe Base Specification 6.x, Orthogonal Header Content.
   */
  pasid: number
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
export type PcieFlitOhcA1Init = Omit<PcieFlitOhcA1, 'noWrite' | 'lastBe' | 'firstBe'> & Partial<Pick<PcieFlitOhcA1, 'noWrite' | 'lastBe' | 'firstBe'>>

/** One typed array per field. */
export type PcieFlitOhcA1Columns = {
  noWrite: Uint8Array
  pasidValid: Uint8Array
  privilegedModeRequested: Uint8Array
  executeRequested: Uint8Array
  pasid: Uint32Array
  lastBe: Uint8Array
  firstBe: Uint8Array
}

const bits = /* @__PURE__ */ bitsOfText('{"id":"pcie-flit.ohc-a1","size":4,"word":4,"order":"big","label":"DW","fields":{"noWrite":{"at":[[0,31,31]],"as":"flag","optional":true},"pasidValid":{"at":[[0,30,30]],"as":"flag"},"privilegedModeRequested":{"at":[[0,29,29]],"as":"flag"},"executeRequested":{"at":[[0,28,28]],"as":"flag"},"pasid":{"at":[[0,27,8]],"as":"uint"},"lastBe":{"at":[[0,7,4]],"as":"uint","optional":true},"firstBe":{"at":[[0,3,0]],"as":"uint","optional":true}}}')
const table = /* @__PURE__ */ tableOfText<typeof Table>('{"id":"pcie-flit.ohc-a1","title":"OHC-A1: PASID and byte enables of a memory request, PASID of a Page Request","source":"published notes on PCIe 6.x headers, RISC-V IOMMU specification","word":4,"order":"big","label":"DW","clause":"PCIe Base Specification 6.x, Orthogonal Header Content","size":4,"fields":{"noWrite":{"at":[[0,31,31]],"as":"flag","optional":true,"doc":"NW: No Write; reserved except in a Translation Request"},"pasidValid":{"at":[[0,30,30]],"as":"flag","doc":"PV: the packet has a PASID"},"privilegedModeRequested":{"at":[[0,29,29]],"as":"flag","doc":"PMR: Privileged Mode Requested; reserved except in Translation and Page Requests"},"executeRequested":{"at":[[0,28,28]],"as":"flag","doc":"ER: Execute Requested; reserved except in Translation and Page Requests"},"pasid":{"at":[[0,27,8]],"as":"uint","doc":"PASID, if PV; 0 without"},"lastBe":{"at":[[0,7,4]],"as":"uint","optional":true,"doc":"Last DW BE"},"firstBe":{"at":[[0,3,0]],"as":"uint","optional":true,"doc":"First DW BE"}},"roles":{"pasid":"pasid","pasidValid":"pasidValid","execute":"executeRequested","privileged":"privilegedModeRequested","noWrite":"noWrite"}}', rules)

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): PcieFlitOhcA1 | undefined {
  if (outside(bytes, offset, 4)) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 4)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, false)
  const mode = options === undefined ? 0 : modeOf(options)
  if (mode < 0) return undefined
  return {
    noWrite: flag(w0 >>> 31),
    pasidValid: flag((w0 >>> 30) & 1),
    privilegedModeRequested: flag((w0 >>> 29) & 1),
    executeRequested: flag((w0 >>> 28) & 1),
    pasid: (w0 >>> 8) & 0xfffff,
    lastBe: (w0 >>> 4) & 0xf,
    firstBe: w0 & 0xf,
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: PcieFlitOhcA1Init, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  if ((message.noWrite === undefined || message.lastBe === undefined || message.firstBe === undefined) && !onlyKnown(bits(), message)) return false
  const $noWrite = bit(message.noWrite === undefined ? false : message.noWrite)
  const $pasidValid = bit(message.pasidValid)
  const $privilegedModeRequested = bit(message.privilegedModeRequested)
  const $executeRequested = bit(message.executeRequested)
  const $pasid = message.pasid
  if (typeof $pasid !== 'number' || ($pasid & 0xfffff) !== $pasid) return false
  const $lastBe = message.lastBe === undefined ? 0 : message.lastBe
  if (typeof $lastBe !== 'number' || ($lastBe & 0xf) !== $lastBe) return false
  const $firstBe = message.firstBe === undefined ? 0 : message.firstBe
  if (typeof $firstBe !== 'number' || ($firstBe & 0xf) !== $firstBe) return false
  if (($noWrite | $pasidValid | $privilegedModeRequested | $executeRequested) < 0) return false
  if (outside(target, offset, 4)) return false
  const w0 = ($noWrite << 31) | ($pasidValid << 30) | ($privilegedModeRequested << 29) | ($executeRequested << 28) | ($pasid << 8) | ($lastBe << 4) | $firstBe
  if (target === writeBytes || lookForWriting(target)) {
    writeView.setInt32(offset, w0, false)
  } else {
    storeBig(target, offset, w0)
  }
  return true
}

export const id = 'pcie-flit.ohc-a1'
export const size = 4
export const layout = /* @__PURE__ */ table()
export const decode = /* @__PURE__ */ decoder(bits, read)
export const tryDecode = /* @__PURE__ */ tryDecoder(bits, read)
export const inspect = /* @__PURE__ */ inspector(table)
export const encode = /* @__PURE__ */ encoder(size, bits, write)
export const encodeInto = /* @__PURE__ */ encoderInto(size, bits, write)
export const view = /* @__PURE__ */ viewer<PcieFlitOhcA1>(bits)
export const columns = /* @__PURE__ */ columner<PcieFlitOhcA1Columns>(bits, read)
export const batches = /* @__PURE__ */ batcher<PcieFlitOhcA1Columns>(bits, read)
export const allocateColumns = /* @__PURE__ */ allocator<PcieFlitOhcA1Columns>(bits)
export const encodeColumns = /* @__PURE__ */ columnsEncoder<PcieFlitOhcA1Init, PcieFlitOhcA1Columns>(bits, write)

/** What is generated here, for proofs. */
export const generated = { bits, read, write }
export const record = /* @__PURE__ */ recordOf<PcieFlitOhcA1, PcieFlitOhcA1Init, PcieFlitOhcA1Columns, typeof Table>(id, size, table, read, write)
