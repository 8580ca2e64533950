// Generated from src/spec/riscv.ts by `npm run generate`; do not edit.
import { bitsOfText } from '../../codec/bits.ts'
import { bit, flag, lookForWriting, memoryOf, modeOf, outside, readBytes, readView, scratch, setBig4, storeBig4, writeBytes, writeView } from '../../codec/memory.ts'
import { onlyKnown } from '../../codec/message.ts'
import type { DecodeOptions } from '../../codec/read-write.ts'
import { tableOfText } from '../../codec/table.ts'
import { allocator, batcher, columner, columnsEncoder, decoder, encoder, encoderInto, inspector, recordOf, tryDecoder, viewer } from '../../codec/verbs.ts'
import { atsPrgr as rules } from '../../spec/rules/riscv.ts'
import type { atsPrgrBe as Table } from '../../spec/riscv.ts'

/** The message of `riscv.ats-prgr-be`: ATS.PRGR command, fctl.BE = 1. RISC-V IOMMU Architecture Specification 1.0, IOMMU ATS commands. */
export type RiscvAtsPrgrBe = {
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
   * PRGI: Page Request Group Index of the group that is answered.
   * Bits: `q1[40:32]`; 0 to 0x1ff. RISC-V IOMMU Architecture Specification 1.0, IOMMU ATS commands.
   */
  prgIndex: number
  /**
   * Response Code.
   * Values: 0x0 Success, 0x1 InvalidRequest, 0xf ResponseFailure.
   * Bits: `q1[47:44]`; 0 to 0xf. RISC-V IOMMU Architecture Specification 1.0, IOMMU ATS commands.
   */
  respCode: 0 | 1 | 15 | (number & {})
  /**
   * Destination ID of revision 1.0.0; 0 since 1.0.1, when the hardware fills it in.
   * Bits: `q1[63:48]`; 0 to 0xffff; optional on encode, 0 by default. RISC-V IOMMU Architecture Specification 1.0, IOMMU ATS commands.
   */
  destinationId: number
}

/** What `encode` takes: optional fields may be left out. */
export type RiscvAtsPrgrBeInit = Omit<RiscvAtsPrgrBe, 'destinationId'> & Partial<Pick<RiscvAtsPrgrBe, 'destinationId'>>

/** One typed array per field. */
export type RiscvAtsPrgrBeColumns = {
  processId: Uint32Array
  processIdValid: Uint8Array
  segmentValid: Uint8Array
  rid: Uint16Array
  segment: Uint8Array
  prgIndex: Uint16Array
  respCode: Uint8Array
  destinationId: Uint16Array
}

const bits = /* @__PURE__ */ bitsOfText('{"id":"riscv.ats-prgr-be","size":16,"word":8,"order":"big","label":"q","fields":{"processId":{"at":[[0,31,12]],"as":"uint"},"processIdValid":{"at":[[0,32,32]],"as":"flag"},"segmentValid":{"at":[[0,33,33]],"as":"flag"},"rid":{"at":[[0,55,40]],"as":"uint"},"segment":{"at":[[0,63,56]],"as":"uint"},"prgIndex":{"at":[[1,40,32]],"as":"uint"},"respCode":{"at":[[1,47,44]],"as":"uint"},"destinationId":{"at":[[1,63,48]],"as":"uint","optional":true}},"fixed":{"opcode":{"at":[[0,6,0]],"value":4},"func3":{"at":[[0,9,7]],"value":1}},"reserved":[[0,11,10],[0,39,34],[1,31,0],[1,43,41]]}')
const table = /* @__PURE__ */ tableOfText<typeof Table>('{"id":"riscv.ats-prgr-be","title":"ATS.PRGR command, fctl.BE = 1","clause":"RISC-V IOMMU Architecture Specification 1.0, IOMMU ATS commands","source":"RISC-V IOMMU specification and reference model, Whisper, QEMU, Linux drivers/iommu/riscv/iommu-bits.h","word":8,"order":"big","label":"q","size":16,"place":"RISC-V command queue, fctl.BE = 1","fields":{"processId":{"at":[[0,31,12]],"as":"uint","doc":"PID: process ID (the PASID); means nothing unless PV"},"processIdValid":{"at":[[0,32,32]],"as":"flag","doc":"PV: the process ID is valid"},"segmentValid":{"at":[[0,33,33]],"as":"flag","doc":"DSV: DSEG is valid"},"rid":{"at":[[0,55,40]],"as":"uint","doc":"RID: Requester ID of the device"},"segment":{"at":[[0,63,56]],"as":"uint","doc":"DSEG: segment of the device; ignored unless DSV"},"prgIndex":{"at":[[1,40,32]],"as":"uint","doc":"PRGI: Page Request Group Index of the group that is answered"},"respCode":{"at":[[1,47,44]],"as":"uint","codes":{"Success":0,"InvalidRequest":1,"ResponseFailure":15},"doc":"Response Code"},"destinationId":{"at":[[1,63,48]],"as":"uint","optional":true,"doc":"Destination ID of revision 1.0.0; 0 since 1.0.1, when the hardware fills it in"}},"fixed":{"opcode":{"at":[[0,6,0]],"value":4,"doc":"opcode: ATS"},"func3":{"at":[[0,9,7]],"value":1,"doc":"func3: PRGR"}},"reserved":[[0,11,10],[0,39,34],[1,31,0],[1,43,41]],"roles":{"device":"rid","segment":"segment","segmentValid":"segmentValid","pasid":"processId","pasidValid":"processIdValid","group":"prgIndex","code":"respCode"},"carries":{"what":"page response","codes":"PCIe"}}', rules)

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): RiscvAtsPrgrBe | undefined {
  if (outside(bytes, offset, 16)) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 16)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, false)
  const w1 = memory.getInt32(at + 4, false)
  const w2 = memory.getInt32(at + 8, false)
  const w3 = memory.getInt32(at + 12, false)
  const mode = options === undefined ? 0 : modeOf(options)
  if (mode < 0 || ((w1 & 0x3ff) ^ 0x84) !== 0) return undefined
  if (((w0 & 0xfc) | (w1 & 0xc00) | (w2 & 0xe00) | w3) !== 0 && mode !== 1) return undefined
  return {
    processId: w1 >>> 12,
    processIdValid: flag(w0 & 1),
    segmentValid: flag((w0 >>> 1) & 1),
    rid: (w0 >>> 8) & 0xffff,
    segment: w0 >>> 24,
    prgIndex: w2 & 0x1ff,
    respCode: (w2 >>> 12) & 0xf,
    destinationId: w2 >>> 16,
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: RiscvAtsPrgrBeInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  if ((message.destinationId === undefined) && !onlyKnown(bits(), message)) return false
  const $processId = message.processId
  if (typeof $processId !== 'number' || ($processId & 0xfffff) !== $processId) return false
  const $processIdValid = bit(message.processIdValid)
  const $segmentValid = bit(message.segmentValid)
  const $rid = message.rid
  if (typeof $rid !== 'number' || ($rid & 0xffff) !== $rid) return false
  const $segment = message.segment
  if (typeof $segment !== 'number' || ($segment & 0xff) !== $segment) return false
  const $prgIndex = message.prgIndex
  if (typeof $prgIndex !== 'number' || ($prgIndex & 0x1ff) !== $prgIndex) return false
  const $respCode = message.respCode
  if (typeof $respCode !== 'number' || ($respCode & 0xf) !== $respCode) return false
  const $destinationId = message.destinationId === undefined ? 0 : message.destinationId
  if (typeof $destinationId !== 'number' || ($destinationId & 0xffff) !== $destinationId) return false
  if (($processIdValid | $segmentValid) < 0) return false
  if (outside(target, offset, 16)) return false
  const w0 = $processIdValid | ($segmentValid << 1) | ($rid << 8) | ($segment << 24)
  const w1 = 0x84 | ($processId << 12)
  const w2 = $prgIndex | ($respCode << 12) | ($destinationId << 16)
  if (target === writeBytes || lookForWriting(target)) {
    setBig4(writeView, offset, w0, w1, w2, 0)
  } else {
    storeBig4(target, offset, w0, w1, w2, 0)
  }
  return true
}

export const id = 'riscv.ats-prgr-be'
export const size = 16
export const layout = /* @__PURE__ */ table()
export const decode = /* @__PURE__ */ decoder(bits, read)
export const tryDecode = /* @__PURE__ */ tryDecoder(bits, read)
export const inspect = /* @__PURE__ */ inspector(table)
export const encode = /* @__PURE__ */ encoder(size, bits, write)
export const encodeInto = /* @__PURE__ */ encoderInto(size, bits, write)
export const view = /* @__PURE__ */ viewer<RiscvAtsPrgrBe>(bits)
export const columns = /* @__PURE__ */ columner<RiscvAtsPrgrBeColumns>(bits, read)
export const batches = /* @__PURE__ */ batcher<RiscvAtsPrgrBeColumns>(bits, read)
export const allocateColumns = /* @__PURE__ */ allocator<RiscvAtsPrgrBeColumns>(bits)
export const encodeColumns = /* @__PURE__ */ columnsEncoder<RiscvAtsPrgrBeInit, RiscvAtsPrgrBeColumns>(bits, write)

/** What is generated here, for proofs. */
export const generated = { bits, read, write }
export const record = /* @__PURE__ */ recordOf<RiscvAtsPrgrBe, RiscvAtsPrgrBeInit, RiscvAtsPrgrBeColumns, typeof Table>(id, size, table, read, write)
