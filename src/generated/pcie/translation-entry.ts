// Generated from src/spec/pcie.ts by `npm run generate`; do not edit.
import { bitsOfText } from '../../codec/bits.ts'
import { bit, flag, fromHalves, high, intoHalves, low, lookForWriting, memoryOf, modeOf, outside, readBytes, readView, scratch, storeBig, writeBytes, writeView } from '../../codec/memory.ts'
import { onlyKnown } from '../../codec/message.ts'
import type { DecodeOptions } from '../../codec/read-write.ts'
import { tableOfText } from '../../codec/table.ts'
import { allocator, batcher, columner, columnsEncoder, decoder, encoder, encoderInto, inspector, recordOf, tryDecoder, viewer } from '../../codec/verbs.ts'
import { translationEntry as rules } from '../../spec/rules/pcie.ts'
import type { translationEntry as Table } from '../../spec/pcie.ts'

/** The message of `pcie.translation-entry`: Translation Completion data entry. PCIe Base Specification, 10.2.3. */
export type PcieTranslationEntry = {
  /**
   * Translated Address[63:12]; with S, its low bits that are 1 give the size of the range.
   * Bits: `q0[63:12]`; byte address; a multiple of 4096n. PCIe Base Specification, 10.2.3.
   */
  address: bigint
  /**
   * S: the range is larger than 4 KiB.
   * Bits: `q0[11]`. PCIe Base Specification, 10.2.3.
   */
  size: boolean
  /**
   * N: accesses through the translation must set No Snoop.
   * Bits: `q0[10]`; optional on encode, 0 by default. PCIe Base Specification, 10.2.3.
   */
  nonSnooped: boolean
  /**
   * CXL.io: the access must use CXL.io; reserved outside CXL and in older revisions.
   * Bits: `q0[9]`; optional on encode, 0 by default. PCIe Base Specification, 10.2.3.
   */
  cxlIo: boolean
  /**
   * AMA[2:0]: ATS memory attributes; reserved in older revisions.
   * Bits: `q0[8:6]`; 0 to 0x7; optional on encode, 0 by default. PCIe Base Specification, 10.2.3.
   */
  memoryAttributes: number
  /**
   * Global: valid for every PASID of the function.
   * Bits: `q0[5]`; optional on encode, 0 by default. PCIe Base Specification, 10.2.3.
   */
  global: boolean
  /**
   * Priv: privileged access, as in the request.
   * Bits: `q0[4]`; optional on encode, 0 by default. PCIe Base Specification, 10.2.3.
   */
  privileged: boolean
  /**
   * Exe: execute permitted.
   * Bits: `q0[3]`; optional on encode, 0 by default. PCIe Base Specification, 10.2.3.
   */
  execute: boolean
  /**
   * U: untranslated access only.
   * Bits: `q0[2]`; optional on encode, 0 by default. PCIe Base Specification, 10.2.3.
   */
  untranslatedOnly: boolean
  /**
   * W: write permitted.
   * Bits: `q0[1]`. PCIe Base Specification, 10.2.3.
   */
  write: boolean
  /**
   * R: read permitted.
   * Bits: `q0[0]`. PCIe Base Specification, 10.2.3.
   */
  read: boolean
}

/** What `encode` takes: optional fields may be left out. */
export type PcieTranslationEntryInit = Omit<PcieTranslationEntry, 'nonSnooped' | 'cxlIo' | 'memoryAttributes' | 'global' | 'privileged' | 'execute' | 'untranslatedOnly'> & Partial<Pick<PcieTranslationEntry, 'nonSnooped' | 'cxlIo' | 'memoryAttributes' | 'global' | 'privileged' | 'execute' | 'untranslatedOnly'>>

/** One typed array per field. */
export type PcieTranslationEntryColumns = {
  address: BigUint64Array
  size: Uint8Array
  nonSnooped: Uint8Array
  cxlIo: Uint8Array
  memoryAttributes: Uint8Array
  global: Uint8Array
  privileged: Uint8Array
  execute: Uint8Array
  untranslatedOnly: Uint8Array
  write: Uint8Array
  read: Uint8Array
}

const bits = /* @__PURE__ */ bitsOfText('{"id":"pcie.translation-entry","size":8,"word":8,"order":"big","label":"q","fields":{"address":{"at":[[0,63,12]],"as":"page"},"size":{"at":[[0,11,11]],"as":"flag"},"nonSnooped":{"at":[[0,10,10]],"as":"flag","optional":true},"cxlIo":{"at":[[0,9,9]],"as":"flag","optional":true},"memoryAttributes":{"at":[[0,8,6]],"as":"uint","optional":true},"global":{"at":[[0,5,5]],"as":"flag","optional":true},"privileged":{"at":[[0,4,4]],"as":"flag","optional":true},"execute":{"at":[[0,3,3]],"as":"flag","optional":true},"untranslatedOnly":{"at":[[0,2,2]],"as":"flag","optional":true},"write":{"at":[[0,1,1]],"as":"flag"},"read":{"at":[[0,0,0]],"as":"flag"}}}')
const table = /* @__PURE__ */ tableOfText<typeof Table>('{"id":"pcie.translation-entry","title":"Translation Completion data entry","clause":"PCIe Base Specification, 10.2.3","source":"OFS/opae-sim, RISC-V IOMMU reference model, Whisper, Intel Simics\' public header (bits 10:0)","word":8,"order":"big","label":"q","size":8,"fields":{"address":{"at":[[0,63,12]],"as":"page","unit":"byte address","doc":"Translated Address[63:12]; with S, its low bits that are 1 give the size of the range"},"size":{"at":[[0,11,11]],"as":"flag","doc":"S: the range is larger than 4 KiB"},"nonSnooped":{"at":[[0,10,10]],"as":"flag","optional":true,"doc":"N: accesses through the translation must set No Snoop"},"cxlIo":{"at":[[0,9,9]],"as":"flag","optional":true,"doc":"CXL.io: the access must use CXL.io; reserved outside CXL and in older revisions"},"memoryAttributes":{"at":[[0,8,6]],"as":"uint","optional":true,"doc":"AMA[2:0]: ATS memory attributes; reserved in older revisions"},"global":{"at":[[0,5,5]],"as":"flag","optional":true,"doc":"Global: valid for every PASID of the function"},"privileged":{"at":[[0,4,4]],"as":"flag","optional":true,"doc":"Priv: privileged access, as in the request"},"execute":{"at":[[0,3,3]],"as":"flag","optional":true,"doc":"Exe: execute permitted"},"untranslatedOnly":{"at":[[0,2,2]],"as":"flag","optional":true,"doc":"U: untranslated access only"},"write":{"at":[[0,1,1]],"as":"flag","doc":"W: write permitted"},"read":{"at":[[0,0,0]],"as":"flag","doc":"R: read permitted"}},"roles":{"address":"address","size":"size","read":"read","write":"write","execute":"execute","privileged":"privileged","global":"global"}}', rules)

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): PcieTranslationEntry | undefined {
  if (outside(bytes, offset, 8)) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 8)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, false)
  const w1 = memory.getInt32(at + 4, false)
  const mode = options === undefined ? 0 : modeOf(options)
  if (mode < 0) return undefined
  return {
    address: fromHalves(w1 & 0xfffff000, w0),
    size: flag((w1 >>> 11) & 1),
    nonSnooped: flag((w1 >>> 10) & 1),
    cxlIo: flag((w1 >>> 9) & 1),
    memoryAttributes: (w1 >>> 6) & 7,
    global: flag((w1 >>> 5) & 1),
    privileged: flag((w1 >>> 4) & 1),
    execute: flag((w1 >>> 3) & 1),
    untranslatedOnly: flag((w1 >>> 2) & 1),
    write: flag((w1 >>> 1) & 1),
    read: flag(w1 & 1),
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: PcieTranslationEntryInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  if ((message.nonSnooped === undefined || message.cxlIo === undefined || message.memoryAttributes === undefined || message.global === undefined || message.privileged === undefined || message.execute === undefined || message.untranslatedOnly === undefined) && !onlyKnown(bits(), message)) return false
  if (!intoHalves(message.address)) return false
  const $addresslow = low()
  const $addresshigh = high()
  if (($addresslow & 0xfff) !== 0) return false
  const $size = bit(message.size)
  const $nonSnooped = bit(message.nonSnooped === undefined ? false : message.nonSnooped)
  const $cxlIo = bit(message.cxlIo === undefined ? false : message.cxlIo)
  const $memoryAttributes = message.memoryAttributes === undefined ? 0 : message.memoryAttributes
  if (typeof $memoryAttributes !== 'number' || ($memoryAttributes & 7) !== $memoryAttributes) return false
  const $global = bit(message.global === undefined ? false : message.global)
  const $privileged = bit(message.privileged === undefined ? false : message.privileged)
  const $execute = bit(message.execute === undefined ? false : message.execute)
  const $untranslatedOnly = bit(message.untranslatedOnly === undefined ? false : message.untranslatedOnly)
  const $write = bit(message.write)
  const $read = bit(message.read)
  if (($size | $nonSnooped | $cxlIo | $global | $privileged | $execute | $untranslatedOnly | $write | $read) < 0) return false
  if (outside(target, offset, 8)) return false
  const w0 = $addresshigh
  const w1 = ($addresslow & 0xfffff000) | ($size << 11) | ($nonSnooped << 10) | ($cxlIo << 9) | ($memoryAttributes << 6) | ($global << 5) | ($privileged << 4) | ($execute << 3) | ($untranslatedOnly << 2) | ($write << 1) | $read
  if (target === writeBytes || lookForWriting(target)) {
    writeView.setInt32(offset, w0, false)
    writeView.setInt32(offset + 4, w1, false)
  } else {
    storeBig(target, offset, w0)
    storeBig(target, offset + 4, w1)
  }
  return true
}

export const id = 'pcie.translation-entry'
export const size = 8
export const layout = /* @__PURE__ */ table()
export const decode = /* @__PURE__ */ decoder(bits, read)
export const tryDecode = /* @__PURE__ */ tryDecoder(bits, read)
export const inspect = /* @__PURE__ */ inspector(table)
export const encode = /* @__PURE__ */ encoder(size, bits, write)
export const encodeInto = /* @__PURE__ */ encoderInto(size, bits, write)
export const view = /* @__PURE__ */ viewer<PcieTranslationEntry>(bits)
export const columns = /* @__PURE__ */ columner<PcieTranslationEntryColumns>(bits, read)
export const batches = /* @__PURE__ */ batcher<PcieTranslationEntryColumns>(bits, read)
export const allocateColumns = /* @__PURE__ */ allocator<PcieTranslationEntryColumns>(bits)
export const encodeColumns = /* @__PURE__ */ columnsEncoder<PcieTranslationEntryInit, PcieTranslationEntryColumns>(bits, write)

/** What is generated here, for proofs. */
export const generated = { bits, read, write }
export const record = /* @__PURE__ */ recordOf<PcieTranslationEntry, PcieTranslationEntryInit, PcieTranslationEntryColumns, typeof Table>(id, size, table, read, write)
