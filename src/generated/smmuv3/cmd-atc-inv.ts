// Generated from src/spec/smmuv3.ts by `npm run generate`; do not edit.
import { bitsOfText } from '../../codec/bits.ts'
import { bit, flag, fromHalves, high, intoHalves, low, lookForWriting, memoryOf, modeOf, outside, readBytes, readView, scratch, setLittle4, storeLittle4, writeBytes, writeView } from '../../codec/memory.ts'
import type { DecodeOptions } from '../../codec/read-write.ts'
import { tableOfText } from '../../codec/table.ts'
import { allocator, batcher, columner, columnsEncoder, decoder, encoder, encoderInto, inspector, recordOf, tryDecoder, viewer } from '../../codec/verbs.ts'
import { cmdAtcInv as rules } from '../../spec/rules/smmuv3.ts'
import type { cmdAtcInv as Table } from '../../spec/smmuv3.ts'

/** The message of `smmuv3.cmd-atc-inv`: CMD_ATC_INV. Arm IHI 0070, 4.5.1. */
export type Smmuv3CmdAtcInv = {
  /**
   * SSV: SubstreamID is valid.
   * Bits: `q0[11]`. Arm IHI 0070, 4.5.1.
   */
  substreamValid: boolean
  /**
   * SubstreamID (the PASID), if SSV.
   * Bits: `q0[31:12]`; 0 to 0xfffff. Arm IHI 0070, 4.5.1.
   */
  substreamId: number
  /**
   * StreamID; for PCIe its low 16 bits are the Requester ID.
   * Bits: `q0[63:32]`; 0 to 0xffffffff. Arm IHI 0070, 4.5.1.
   */
  streamId: number
  /**
   * Global: hits every PASID; ignored unless SSV.
   * Bits: `q0[9]`. Arm IHI 0070, 4.5.1.
   */
  global: boolean
  /**
   * Size: the range is 4096 << Size bytes; 52 is everything; above it an implementation may call the command illegal.
   * Bits: `q1[5:0]`; 0 to 0x3f. Arm IHI 0070, 4.5.1.
   */
  size: number
  /**
   * Address[63:12]; its bits below the size of the range are taken as 0.
   * Bits: `q1[63:12]`; byte address; a multiple of 4096n. Arm IHI 0070, 4.5.1.
   */
  address: bigint
}

/** What `encode` takes. */
export type Smmuv3CmdAtcInvInit = Smmuv3CmdAtcInv

/** One typed array per field. */
export type Smmuv3CmdAtcInvColumns = {
  substreamValid: Uint8Array
  substreamId: Uint32Array
  streamId: Uint32Array
  global: Uint8Array
  size: Uint8Array
  address: BigUint64Array
}

const bits = /* @__PURE__ */ bitsOfText('{"id":"smmuv3.cmd-atc-inv","size":16,"word":8,"order":"little","label":"q","fields":{"substreamValid":{"at":[[0,11,11]],"as":"flag"},"substreamId":{"at":[[0,31,12]],"as":"uint"},"streamId":{"at":[[0,63,32]],"as":"uint"},"global":{"at":[[0,9,9]],"as":"flag"},"size":{"at":[[1,5,0]],"as":"uint"},"address":{"at":[[1,63,12]],"as":"page"}},"fixed":{"opcode":{"at":[[0,7,0]],"value":64}},"reserved":[[0,8,8],[0,10,10],[1,11,6]]}')
const table = /* @__PURE__ */ tableOfText<typeof Table>('{"id":"smmuv3.cmd-atc-inv","title":"CMD_ATC_INV","clause":"Arm IHI 0070, 4.5.1","source":"Linux drivers/iommu/arm/arm-smmu-v3/arm-smmu-v3.h, Arm IHI 0070","word":8,"order":"little","label":"q","size":16,"place":"SMMUv3 command queue","fields":{"substreamValid":{"at":[[0,11,11]],"as":"flag","doc":"SSV: SubstreamID is valid"},"substreamId":{"at":[[0,31,12]],"as":"uint","doc":"SubstreamID (the PASID), if SSV"},"streamId":{"at":[[0,63,32]],"as":"uint","doc":"StreamID; for PCIe its low 16 bits are the Requester ID"},"global":{"at":[[0,9,9]],"as":"flag","doc":"Global: hits every PASID; ignored unless SSV"},"size":{"at":[[1,5,0]],"as":"uint","doc":"Size: the range is 4096 << Size bytes; 52 is everything; above it an implementation may call the command illegal"},"address":{"at":[[1,63,12]],"as":"page","unit":"byte address","doc":"Address[63:12]; its bits below the size of the range are taken as 0"}},"fixed":{"opcode":{"at":[[0,7,0]],"value":64,"doc":"opcode: CMD_ATC_INV"}},"reserved":[[0,8,8],[0,10,10],[1,11,6]],"roles":{"device":"streamId","pasid":"substreamId","pasidValid":"substreamValid","global":"global","size":"size","address":"address"}}', rules)

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): Smmuv3CmdAtcInv | undefined {
  if (outside(bytes, offset, 16)) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 16)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, true)
  const w1 = memory.getInt32(at + 4, true)
  const w2 = memory.getInt32(at + 8, true)
  const w3 = memory.getInt32(at + 12, true)
  const mode = options === undefined ? 0 : modeOf(options)
  if (mode < 0 || ((w0 & 0xff) ^ 0x40) !== 0) return undefined
  if (((w0 & 0x500) | (w2 & 0xfc0)) !== 0 && mode !== 1) return undefined
  return {
    substreamValid: flag((w0 >>> 11) & 1),
    substreamId: w0 >>> 12,
    streamId: w1 >>> 0,
    global: flag((w0 >>> 9) & 1),
    size: w2 & 0x3f,
    address: fromHalves(w2 & 0xfffff000, w3),
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: Smmuv3CmdAtcInvInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  const $substreamValid = bit(message.substreamValid)
  const $substreamId = message.substreamId
  if (typeof $substreamId !== 'number' || ($substreamId & 0xfffff) !== $substreamId) return false
  const $streamId = message.streamId
  if (typeof $streamId !== 'number' || $streamId >>> 0 !== $streamId) return false
  const $global = bit(message.global)
  const $size = message.size
  if (typeof $size !== 'number' || ($size & 0x3f) !== $size) return false
  if (!intoHalves(message.address)) return false
  const $addresslow = low()
  const $addresshigh = high()
  if (($addresslow & 0xfff) !== 0) return false
  if (($substreamValid | $global) < 0) return false
  if (outside(target, offset, 16)) return false
  const w0 = 0x40 | ($substreamValid << 11) | ($substreamId << 12) | ($global << 9)
  const w1 = $streamId
  const w2 = $size | ($addresslow & 0xfffff000)
  const w3 = $addresshigh
  if (target === writeBytes || lookForWriting(target)) {
    setLittle4(writeView, offset, w0, w1, w2, w3)
  } else {
    storeLittle4(target, offset, w0, w1, w2, w3)
  }
  return true
}

export const id = 'smmuv3.cmd-atc-inv'
export const size = 16
export const layout = /* @__PURE__ */ table()
export const decode = /* @__PURE__ */ decoder(bits, read)
export const tryDecode = /* @__PURE__ */ tryDecoder(bits, read)
export const inspect = /* @__PURE__ */ inspector(table)
export const encode = /* @__PURE__ */ encoder(size, bits, write)
export const encodeInto = /* @__PURE__ */ encoderInto(size, bits, write)
export const view = /* @__PURE__ */ viewer<Smmuv3CmdAtcInv>(bits)
export const columns = /* @__PURE__ */ columner<Smmuv3CmdAtcInvColumns>(bits, read)
export const batches = /* @__PURE__ */ batcher<Smmuv3CmdAtcInvColumns>(bits, read)
export const allocateColumns = /* @__PURE__ */ allocator<Smmuv3CmdAtcInvColumns>(bits)
export const encodeColumns = /* @__PURE__ */ columnsEncoder<Smmuv3CmdAtcInvInit, Smmuv3CmdAtcInvColumns>(bits, write)

/** What is generated here, for proofs. */
export const generated = { bits, read, write }
export const record = /* @__PURE__ */ recordOf<Smmuv3CmdAtcInv, Smmuv3CmdAtcInvInit, Smmuv3CmdAtcInvColumns, typeof Table>(id, size, table, read, write)
