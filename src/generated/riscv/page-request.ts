// Generated from src/spec/riscv.ts by `npm run generate`; do not edit.
import { bitsOfText } from '../../codec/bits.ts'
import { bit, flag, fromHalves, high, intoHalves, low, lookForWriting, memoryOf, modeOf, outside, readBytes, readView, scratch, setLittle4, storeLittle4, writeBytes, writeView } from '../../codec/memory.ts'
import type { DecodeOptions } from '../../codec/read-write.ts'
import { tableOfText } from '../../codec/table.ts'
import { allocator, batcher, columner, columnsEncoder, decoder, encoder, encoderInto, inspector, recordOf, tryDecoder, viewer } from '../../codec/verbs.ts'
import { pageRequest as rules } from '../../spec/rules/riscv.ts'
import type { pageRequest as Table } from '../../spec/riscv.ts'

/** The message of `riscv.page-request`: Page-request-queue record. RISC-V IOMMU Architecture Specification 1.0, Page-Request-Queue. */
export type RiscvPageRequest = {
  /**
   * PID: process ID (the PASID); means nothing unless PV.
   * Bits: `q0[31:12]`; 0 to 0xfffff. RISC-V IOMMU Architecture Specification 1.0, Page-Request-Queue.
   */
  processId: number
  /**
   * PV: the process ID is valid.
   * Bits: `q0[32]`. RISC-V IOMMU Architecture Specification 1.0, Page-Request-Queue.
   */
  processIdValid: boolean
  /**
   * PRIV: Privileged Mode Requested; 0 unless PV.
   * Bits: `q0[33]`. RISC-V IOMMU Architecture Specification 1.0, Page-Request-Queue.
   */
  privileged: boolean
  /**
   * EXEC: Execute Requested; 0 unless PV.
   * Bits: `q0[34]`. RISC-V IOMMU Architecture Specification 1.0, Page-Request-Queue.
   */
  execute: boolean
  /**
   * DID: device ID, segment in its high byte if any, then the Requester ID.
   * Bits: `q0[63:40]`; 0 to 0xffffff. RISC-V IOMMU Architecture Specification 1.0, Page-Request-Queue.
   */
  deviceId: number
  /**
   * R: read access requested.
   * Bits: `q1[0]`. RISC-V IOMMU Architecture Specification 1.0, Page-Request-Queue.
   */
  read: boolean
  /**
   * W: write access requested.
   * Bits: `q1[1]`. RISC-V IOMMU Architecture Specification 1.0, Page-Request-Queue.
   */
  write: boolean
  /**
   * L: last request of its group.
   * Bits: `q1[2]`. RISC-V IOMMU Architecture Specification 1.0, Page-Request-Queue.
   */
  last: boolean
  /**
   * PRGI: Page Request Group Index.
   * Bits: `q1[11:3]`; 0 to 0x1ff. RISC-V IOMMU Architecture Specification 1.0, Page-Request-Queue.
   */
  prgIndex: number
  /**
   * page address.
   * Bits: `q1[63:12]`; byte address; a multiple of 4096n. RISC-V IOMMU Architecture Specification 1.0, Page-Request-Queue.
   */
  address: bigint
}

/** What `encode` takes. */
export type RiscvPageRequestInit = RiscvPageRequest

/** One typed array per field. */
export type RiscvPageRequestColumns = {
  processId: Uint32Array
  processIdValid: Uint8Array
  privileged: Uint8Array
  execute: Uint8Array
  deviceId: Uint32Array
  read: Uint8Array
  write: Uint8Array
  last: Uint8Array
  prgIndex: Uint16Array
  address: BigUint64Array
}

const bits = /* @__PURE__ */ bitsOfText('{"id":"riscv.page-request","size":16,"word":8,"order":"little","label":"q","fields":{"processId":{"at":[[0,31,12]],"as":"uint"},"processIdValid":{"at":[[0,32,32]],"as":"flag"},"privileged":{"at":[[0,33,33]],"as":"flag"},"execute":{"at":[[0,34,34]],"as":"flag"},"deviceId":{"at":[[0,63,40]],"as":"uint"},"read":{"at":[[1,0,0]],"as":"flag"},"write":{"at":[[1,1,1]],"as":"flag"},"last":{"at":[[1,2,2]],"as":"flag"},"prgIndex":{"at":[[1,11,3]],"as":"uint"},"address":{"at":[[1,63,12]],"as":"page"}},"reserved":[[0,11,0],[0,39,35]]}')
const table = /* @__PURE__ */ tableOfText<typeof Table>('{"id":"riscv.page-request","title":"Page-request-queue record","clause":"RISC-V IOMMU Architecture Specification 1.0, Page-Request-Queue","source":"RISC-V IOMMU specification and reference model, Whisper, QEMU, Linux drivers/iommu/riscv/iommu-bits.h","word":8,"order":"little","label":"q","size":16,"place":"RISC-V page-request queue","fields":{"processId":{"at":[[0,31,12]],"as":"uint","doc":"PID: process ID (the PASID); means nothing unless PV"},"processIdValid":{"at":[[0,32,32]],"as":"flag","doc":"PV: the process ID is valid"},"privileged":{"at":[[0,33,33]],"as":"flag","doc":"PRIV: Privileged Mode Requested; 0 unless PV"},"execute":{"at":[[0,34,34]],"as":"flag","doc":"EXEC: Execute Requested; 0 unless PV"},"deviceId":{"at":[[0,63,40]],"as":"uint","doc":"DID: device ID, segment in its high byte if any, then the Requester ID"},"read":{"at":[[1,0,0]],"as":"flag","doc":"R: read access requested"},"write":{"at":[[1,1,1]],"as":"flag","doc":"W: write access requested"},"last":{"at":[[1,2,2]],"as":"flag","doc":"L: last request of its group"},"prgIndex":{"at":[[1,11,3]],"as":"uint","doc":"PRGI: Page Request Group Index"},"address":{"at":[[1,63,12]],"as":"page","unit":"byte address","doc":"page address"}},"reserved":[[0,11,0],[0,39,35]],"roles":{"device":"deviceId","pasid":"processId","pasidValid":"processIdValid","group":"prgIndex","address":"address","read":"read","write":"write","execute":"execute","privileged":"privileged","last":"last"},"carries":{"what":"page request","permissionsWithPasid":true,"stopMarker":"by shape","answer":{"group":"riscv.ats-prgr","overflow":{"respCode":0,"unknownRespCode":15,"unknownPasid":true}}}}', rules)

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): RiscvPageRequest | undefined {
  if (outside(bytes, offset, 16)) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 16)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, true)
  const w1 = memory.getInt32(at + 4, true)
  const w2 = memory.getInt32(at + 8, true)
  const w3 = memory.getInt32(at + 12, true)
  const mode = options === undefined ? 0 : modeOf(options)
  if (mode < 0) return undefined
  if (((w0 & 0xfff) | (w1 & 0xf8)) !== 0 && mode !== 1) return undefined
  return {
    processId: w0 >>> 12,
    processIdValid: flag(w1 & 1),
    privileged: flag((w1 >>> 1) & 1),
    execute: flag((w1 >>> 2) & 1),
    deviceId: w1 >>> 8,
    read: flag(w2 & 1),
    write: flag((w2 >>> 1) & 1),
    last: flag((w2 >>> 2) & 1),
    prgIndex: (w2 >>> 3) & 0x1ff,
    address: fromHalves(w2 & 0xfffff000, w3),
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: RiscvPageRequestInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  const $processId = message.processId
  if (typeof $processId !== 'number' || ($processId & 0xfffff) !== $processId) return false
  const $processIdValid = bit(message.processIdValid)
  const $privileged = bit(message.privileged)
  const $execute = bit(message.execute)
  const $deviceId = message.deviceId
  if (typeof $deviceId !== 'number' || ($deviceId & 0xffffff) !== $deviceId) return false
  const $read = bit(message.read)
  const $write = bit(message.write)
  const $last = bit(message.last)
  const $prgIndex = message.prgIndex
  if (typeof $prgIndex !== 'number' || ($prgIndex & 0x1ff) !== $prgIndex) return false
  if (!intoHalves(message.address)) return false
  const $addresslow = low()
  const $addresshigh = high()
  if (($addresslow & 0xfff) !== 0) return false
  if (($processIdValid | $privileged | $execute | $read | $write | $last) < 0) return false
  if (outside(target, offset, 16)) return false
  const w0 = $processId << 12
  const w1 = $processIdValid | ($privileged << 1) | ($execute << 2) | ($deviceId << 8)
  const w2 = $read | ($write << 1) | ($last << 2) | ($prgIndex << 3) | ($addresslow & 0xfffff000)
  const w3 = $addresshigh
  if (target === writeBytes || lookForWriting(target)) {
    setLittle4(writeView, offset, w0, w1, w2, w3)
  } else {
    storeLittle4(target, offset, w0, w1, w2, w3)
  }
  return true
}

export const id = 'riscv.page-request'
export const size = 16
export const layout = /* @__PURE__ */ table()
export const decode = /* @__PURE__ */ decoder(bits, read)
export const tryDecode = /* @__PURE__ */ tryDecoder(bits, read)
export const inspect = /* @__PURE__ */ inspector(table)
export const encode = /* @__PURE__ */ encoder(size, bits, write)
export const encodeInto = /* @__PURE__ */ encoderInto(size, bits, write)
export const view = /* @__PURE__ */ viewer<RiscvPageRequest>(bits)
export const columns = /* @__PURE__ */ columner<RiscvPageRequestColumns>(bits, read)
export const batches = /* @__PURE__ */ batcher<RiscvPageRequestColumns>(bits, read)
export const allocateColumns = /* @__PURE__ */ allocator<RiscvPageRequestColumns>(bits)
export const encodeColumns = /* @__PURE__ */ columnsEncoder<RiscvPageRequestInit, RiscvPageRequestColumns>(bits, write)

/** What is generated here, for proofs. */
export const generated = { bits, read, write }
export const record = /* @__PURE__ */ recordOf<RiscvPageRequest, RiscvPageRequestInit, RiscvPageRequestColumns, typeof Table>(id, size, table, read, write)
