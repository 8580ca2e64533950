// Generated from src/spec/riscv.ts by `npm run generate`; do not edit.
import { bitsOfText } from '../../codec/bits.ts'
import { bit, flag, fromHalves, high, intoHalves, low, lookForWriting, memoryOf, modeOf, outside, readBytes, readView, scratch, setLittle4, storeLittle4, writeBytes, writeView } from '../../codec/memory.ts'
import type { DecodeOptions } from '../../codec/read-write.ts'
import { tableOfText } from '../../codec/table.ts'
import { allocator, batcher, columner, columnsEncoder, decoder, encoder, encoderInto, inspector, recordOf, tryDecoder, viewer } from '../../codec/verbs.ts'
import { atsInval as rules } from '../../spec/rules/riscv.ts'
import type { atsInval as Table } from '../../spec/riscv.ts'

/** The message of `riscv.ats-inval`: ATS.INVAL command. RISC-V IOMMU Architecture Specification 1.0, IOMMU ATS commands. */
export type RiscvAtsInval = {
  /**
   * PID: process ID (the PASID); means nothing unless PV.
   * Bits: `q0[31:12]`; 0 to 0xfffff. RISC-V IOMMU Architecture Specification 1.0, IOMMU ATS commands.
   */
  processId: number
  /**
   * PV: the process ID is valid.
   * Bits: `q0[32]`. RISC-V IOMMU Architecture Specification 1.0, IOMMU ATS commands.
   */
  processIdValid: boolean
  /**
   * DSV: DSEG is valid.
   * Bits: `q0[33]`. RISC-V IOMMU Architecture Specification 1.0, IOMMU ATS commands.
   */
  segmentValid: boolean
  /**
   * RID: Requester ID of the device.
   * Bits: `q0[55:40]`; 0 to 0xffff. RISC-V IOMMU Architecture Specification 1.0, IOMMU ATS commands.
   */
  rid: number
  /**
   * DSEG: segment of the device; ignored unless DSV.
   * Bits: `q0[63:56]`; 0 to 0xff. RISC-V IOMMU Architecture Specification 1.0, IOMMU ATS commands.
   */
  segment: number
  /**
   * G, Global Invalidate: hits every process ID.
   * Bits: `q1[0]`. RISC-V IOMMU Architecture Specification 1.0, IOMMU ATS commands.
   */
  global: boolean
  /**
   * S: the range is larger than 4 KiB.
   * Bits: `q1[11]`. RISC-V IOMMU Architecture Specification 1.0, IOMMU ATS commands.
   */
  size: boolean
  /**
   * untranslated address [63:12]; with S, its low bits that are 1 give the size of the range.
   * Bits: `q1[63:12]`; byte address; a multiple of 4096n. RISC-V IOMMU Architecture Specification 1.0, IOMMU ATS commands.
   */
  address: bigint
}

/** What `encode` takes. */
export type RiscvAtsInvalInit = RiscvAtsInval

/** One typed array per field. */
export type RiscvAtsInvalColumns = {
  processId: Uint32Array
  processIdValid: Uint8Array
  segmentValid: Uint8Array
  rid: Uint16Array
  segment: Uint8Array
  global: Uint8Array
  size: Uint8Array
  address: BigUint64Array
}

const bits = /* @__PURE__ */ bitsOfText('{"id":"riscv.ats-inval","size":16,"word":8,"order":"little","label":"q","fields":{"processId":{"at":[[0,31,12]],"as":"uint"},"processIdValid":{"at":[[0,32,32]],"as":"flag"},"segmentValid":{"at":[[0,33,33]],"as":"flag"},"rid":{"at":[[0,55,40]],"as":"uint"},"segment":{"at":[[0,63,56]],"as":"uint"},"global":{"at":[[1,0,0]],"as":"flag"},"size":{"at":[[1,11,11]],"as":"flag"},"address":{"at":[[1,63,12]],"as":"page"}},"fixed":{"opcode":{"at":[[0,6,0]],"value":4},"func3":{"at":[[0,9,7]],"value":0}},"reserved":[[0,11,10],[0,39,34],[1,10,1]]}')
const table = /* @__PURE__ */ tableOfText<typeof Table>('{"id":"riscv.ats-inval","title":"ATS.INVAL command","clause":"RISC-V IOMMU Architecture Specification 1.0, IOMMU ATS commands","source":"RISC-V IOMMU specification and reference model, Whisper, QEMU, Linux drivers/iommu/riscv/iommu-bits.h","word":8,"order":"little","label":"q","size":16,"place":"RISC-V command queue","fields":{"processId":{"at":[[0,31,12]],"as":"uint","doc":"PID: process ID (the PASID); means nothing unless PV"},"processIdValid":{"at":[[0,32,32]],"as":"flag","doc":"PV: the process ID is valid"},"segmentValid":{"at":[[0,33,33]],"as":"flag","doc":"DSV: DSEG is valid"},"rid":{"at":[[0,55,40]],"as":"uint","doc":"RID: Requester ID of the device"},"segment":{"at":[[0,63,56]],"as":"uint","doc":"DSEG: segment of the device; ignored unless DSV"},"global":{"at":[[1,0,0]],"as":"flag","doc":"G, Global Invalidate: hits every process ID"},"size":{"at":[[1,11,11]],"as":"flag","doc":"S: the range is larger than 4 KiB"},"address":{"at":[[1,63,12]],"as":"page","unit":"byte address","doc":"untranslated address [63:12]; with S, its low bits that are 1 give the size of the range"}},"fixed":{"opcode":{"at":[[0,6,0]],"value":4,"doc":"opcode: ATS"},"func3":{"at":[[0,9,7]],"value":0,"doc":"func3: INVAL"}},"reserved":[[0,11,10],[0,39,34],[1,10,1]],"roles":{"device":"rid","segment":"segment","segmentValid":"segmentValid","pasid":"processId","pasidValid":"processIdValid","global":"global","size":"size","address":"address"}}', rules)

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): RiscvAtsInval | undefined {
  if (outside(bytes, offset, 16)) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 16)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, true)
  const w1 = memory.getInt32(at + 4, true)
  const w2 = memory.getInt32(at + 8, true)
  const w3 = memory.getInt32(at + 12, true)
  const mode = options === undefined ? 0 : modeOf(options)
  if (mode < 0 || ((w0 & 0x3ff) ^ 4) !== 0) return undefined
  if (((w0 & 0xc00) | (w1 & 0xfc) | (w2 & 0x7fe)) !== 0 && mode !== 1) return undefined
  return {
    processId: w0 >>> 12,
    processIdValid: flag(w1 & 1),
    segmentValid: flag((w1 >>> 1) & 1),
    rid: (w1 >>> 8) & 0xffff,
    segment: w1 >>> 24,
    global: flag(w2 & 1),
    size: flag((w2 >>> 11) & 1),
    address: fromHalves(w2 & 0xfffff000, w3),
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: RiscvAtsInvalInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  const $processId = message.processId
  if (typeof $processId !== 'number' || ($processId & 0xfffff) !== $processId) return false
  const $processIdValid = bit(message.processIdValid)
  const $segmentValid = bit(message.segmentValid)
  const $rid = message.rid
  if (typeof $rid !== 'number' || ($rid & 0xffff) !== $rid) return false
  const $segment = message.segment
  if (typeof $segment !== 'number' || ($segment & 0xff) !== $segment) return false
  const $global = bit(message.global)
  const $size = bit(message.size)
  if (!intoHalves(message.address)) return false
  const $addresslow = low()
  const $addresshigh = high()
  if (($addresslow & 0xfff) !== 0) return false
  if (($processIdValid | $segmentValid | $global | $size) < 0) return false
  if (outside(target, offset, 16)) return false
  const w0 = 4 | ($processId << 12)
  const w1 = $processIdValid | ($segmentValid << 1) | ($rid << 8) | ($segment << 24)
  const w2 = $global | ($size << 11) | ($addresslow & 0xfffff000)
  const w3 = $addresshigh
  if (target === writeBytes || lookForWriting(target)) {
    setLittle4(writeView, offset, w0, w1, w2, w3)
  } else {
    storeLittle4(target, offset, w0, w1, w2, w3)
  }
  return true
}

export const id = 'riscv.ats-inval'
export const size = 16
export const layout = /* @__PURE__ */ table()
export const decode = /* @__PURE__ */ decoder(bits, read)
export const tryDecode = /* @__PURE__ */ tryDecoder(bits, read)
export const inspect = /* @__PURE__ */ inspector(table)
export const encode = /* @__PURE__ */ encoder(size, bits, write)
export const encodeInto = /* @__PURE__ */ encoderInto(size, bits, write)
export const view = /* @__PURE__ */ viewer<RiscvAtsInval>(bits)
export const columns = /* @__PURE__ */ columner<RiscvAtsInvalColumns>(bits, read)
export const batches = /* @__PURE__ */ batcher<RiscvAtsInvalColumns>(bits, read)
export const allocateColumns = /* @__PURE__ */ allocator<RiscvAtsInvalColumns>(bits)
export const encodeColumns = /* @__PURE__ */ columnsEncoder<RiscvAtsInvalInit, RiscvAtsInvalColumns>(bits, write)

/** What is generated here, for proofs. */
export const generated = { bits, read, write }
export const record = /* @__PURE__ */ recordOf<RiscvAtsInval, RiscvAtsInvalInit, RiscvAtsInvalColumns, typeof Table>(id, size, table, read, write)
