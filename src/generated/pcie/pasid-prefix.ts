// Generated from src/spec/pcie.ts by `npm run generate`; do not edit.
import { bitsOfText } from '../../codec/bits.ts'
import { bit, flag, lookForWriting, memoryOf, modeOf, outside, readBytes, readView, scratch, storeBig, writeBytes, writeView } from '../../codec/memory.ts'
import type { DecodeOptions } from '../../codec/read-write.ts'
import { tableOfText } from '../../codec/table.ts'
import { allocator, batcher, columner, columnsEncoder, decoder, encoder, encoderInto, inspector, recordOf, tryDecoder, viewer } from '../../codec/verbs.ts'
import { pasidPrefix as rules } from '../../spec/rules/pcie.ts'
import type { pasidPrefix as Table } from '../../spec/pcie.ts'

/** The message of `pcie.pasid-prefix`: PASID TLP Prefix. PCIe Base Specification, 6.20.2. */
export type PciePasidPrefix = {
  /**
   * PMR: Privileged Mode Requested; meaningful on requests only.
   * Bits: `DW0[23]`. PCIe Base Specification, 6.20.2.
   */
  privilegedModeRequested: boolean
  /**
   * ER: Execute Requested; meaningful on requests only.
   * Bits: `DW0[22]`. PCIe Base Specification, 6.20.2.
   */
  executeRequested: boolean
  /**
   * PASID: process address space ID.
   * Bits: `DW0[19:0]`; 0 to 0xfffff. PCIe Base Specification, 6.20.2.
   */
  pasid: number
}

/** What `encode` takes. */
export type PciePasidPrefixInit = PciePasidPrefix

/** One typed array per field. */
export type PciePasidPrefixColumns = {
  privilegedModeRequested: Uint8Array
  executeRequested: Uint8Array
  pasid: Uint32Array
}

const bits = /* @__PURE__ */ bitsOfText('{"id":"pcie.pasid-prefix","size":4,"word":4,"order":"big","label":"DW","fields":{"privilegedModeRequested":{"at":[[0,23,23]],"as":"flag"},"executeRequested":{"at":[[0,22,22]],"as":"flag"},"pasid":{"at":[[0,19,0]],"as":"uint"}},"fixed":{"fmt":{"at":[[0,31,29]],"value":4},"type":{"at":[[0,28,24]],"value":17}},"reserved":[[0,21,20]]}')
const table = /* @__PURE__ */ tableOfText<typeof Table>('{"id":"pcie.pasid-prefix","title":"PASID TLP Prefix","clause":"PCIe Base Specification, 6.20.2","source":"OFS/ofs-fim-common, Linux, RISC-V IOMMU reference model; PMR and ER by the Base Specification","word":4,"order":"big","label":"DW","place":"TLP, non-flit mode","size":4,"fields":{"privilegedModeRequested":{"at":[[0,23,23]],"as":"flag","doc":"PMR: Privileged Mode Requested; meaningful on requests only"},"executeRequested":{"at":[[0,22,22]],"as":"flag","doc":"ER: Execute Requested; meaningful on requests only"},"pasid":{"at":[[0,19,0]],"as":"uint","doc":"PASID: process address space ID"}},"fixed":{"fmt":{"at":[[0,31,29]],"value":4,"doc":"Fmt: TLP prefix"},"type":{"at":[[0,28,24]],"value":17,"doc":"Type: end-to-end prefix, PASID"}},"reserved":[[0,21,20,"two public designs put PMR and ER at bits 21:20 or 22:21"]],"roles":{"pasid":"pasid","execute":"executeRequested","privileged":"privilegedModeRequested"}}', rules)

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): PciePasidPrefix | undefined {
  if (outside(bytes, offset, 4)) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 4)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, false)
  const mode = options === undefined ? 0 : modeOf(options)
  if (mode < 0 || ((w0 & 0xff000000) ^ 0x91000000) !== 0) return undefined
  if ((w0 & 0x300000) !== 0 && mode !== 1) return undefined
  return {
    privilegedModeRequested: flag((w0 >>> 23) & 1),
    executeRequested: flag((w0 >>> 22) & 1),
    pasid: w0 & 0xfffff,
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: PciePasidPrefixInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  const $privilegedModeRequested = bit(message.privilegedModeRequested)
  const $executeRequested = bit(message.executeRequested)
  const $pasid = message.pasid
  if (typeof $pasid !== 'number' || ($pasid & 0xfffff) !== $pasid) return false
  if (($privilegedModeRequested | $executeRequested) < 0) return false
  if (outside(target, offset, 4)) return false
  const w0 = 0x91000000 | ($privilegedModeRequested << 23) | ($executeRequested << 22) | $pasid
  if (target === writeBytes || lookForWriting(target)) {
    writeView.setInt32(offset, w0, false)
  } else {
    storeBig(target, offset, w0)
  }
  return true
}

export const id = 'pcie.pasid-prefix'
export const size = 4
export const layout = /* @__PURE__ */ table()
export const decode = /* @__PURE__ */ decoder(bits, read)
export const tryDecode = /* @__PURE__ */ tryDecoder(bits, read)
export const inspect = /* @__PURE__ */ inspector(table)
export const encode = /* @__PURE__ */ encoder(size, bits, write)
export const encodeInto = /* @__PURE__ */ encoderInto(size, bits, write)
export const view = /* @__PURE__ */ viewer<PciePasidPrefix>(bits)
export const columns = /* @__PURE__ */ columner<PciePasidPrefixColumns>(bits, read)
export const batches = /* @__PURE__ */ batcher<PciePasidPrefixColumns>(bits, read)
export const allocateColumns = /* @__PURE__ */ allocator<PciePasidPrefixColumns>(bits)
export const encodeColumns = /* @__PURE__ */ columnsEncoder<PciePasidPrefixInit, PciePasidPrefixColumns>(bits, write)

/** What is generated here, for proofs. */
export const generated = { bits, read, write }
export const record = /* @__PURE__ */ recordOf<PciePasidPrefix, PciePasidPrefixInit, PciePasidPrefixColumns, typeof Table>(id, size, table, read, write)
