// Generated from src/spec/smmuv3.ts by `npm run generate`; do not edit.
import { bitsOfText } from '../../codec/bits.ts'
import { bit, flag, lookForWriting, memoryOf, modeOf, outside, readBytes, readView, scratch, setLittle4, storeLittle4, writeBytes, writeView } from '../../codec/memory.ts'
import type { DecodeOptions } from '../../codec/read-write.ts'
import { tableOfText } from '../../codec/table.ts'
import { allocator, batcher, columner, columnsEncoder, decoder, encoder, encoderInto, inspector, recordOf, tryDecoder, viewer } from '../../codec/verbs.ts'
import { cmdPriResp as rules } from '../../spec/rules/smmuv3.ts'
import type { cmdPriResp as Table } from '../../spec/smmuv3.ts'

/** The message of `smmuv3.cmd-pri-resp`: CMD_PRI_RESP. Arm IHI 0070, 4.5.2. */
export type Smmuv3CmdPriResp = {
  /**
   * SSV: SubstreamID is valid.
   * Bits: `q0[11]`. Arm IHI 0070, 4.5.2.
   */
  substreamValid: boolean
  /**
   * SubstreamID (the PASID), if SSV.
   * Bits: `q0[31:12]`; 0 to 0xfffff. Arm IHI 0070, 4.5.2.
   */
  substreamId: number
  /**
   * StreamID; for PCIe its low 16 bits are the Requester ID.
   * Bits: `q0[63:32]`; 0 to 0xffffffff. Arm IHI 0070, 4.5.2.
   */
  streamId: number
  /**
   * PRGIndex of the group that is answered.
   * Bits: `q1[8:0]`; 0 to 0x1ff. Arm IHI 0070, 4.5.2.
   */
  prgIndex: number
  /**
   * Resp: 3 is an illegal command; the order is not PCIe's.
   * Values: 0x0 ResponseFailure, 0x1 InvalidRequest, 0x2 Success.
   * Bits: `q1[13:12]`; 0 to 0x3. Arm IHI 0070, 4.5.2.
   */
  resp: 0 | 1 | 2 | (number & {})
}

/** What `encode` takes. */
export type Smmuv3CmdPriRespInit = Smmuv3CmdPriResp

/** One typed array per field. */
export type Smmuv3CmdPriRespColumns = {
  substreamValid: Uint8Array
  substreamId: Uint32Array
  streamId: Uint32Array
  prgIndex: Uint16Array
  resp: Uint8Array
}

const bits = /* @__PURE__ */ bitsOfText('{"id":"smmuv3.cmd-pri-resp","size":16,"word":8,"order":"little","label":"q","fields":{"substreamValid":{"at":[[0,11,11]],"as":"flag"},"substreamId":{"at":[[0,31,12]],"as":"uint"},"streamId":{"at":[[0,63,32]],"as":"uint"},"prgIndex":{"at":[[1,8,0]],"as":"uint"},"resp":{"at":[[1,13,12]],"as":"uint"}},"fixed":{"opcode":{"at":[[0,7,0]],"value":65}},"reserved":[[0,10,8],[1,11,9],[1,63,14]]}')
const table = /* @__PURE__ */ tableOfText<typeof Table>('{"id":"smmuv3.cmd-pri-resp","title":"CMD_PRI_RESP","clause":"Arm IHI 0070, 4.5.2","source":"Linux drivers/iommu/arm/arm-smmu-v3/arm-smmu-v3.h, Arm IHI 0070","word":8,"order":"little","label":"q","size":16,"place":"SMMUv3 command queue","fields":{"substreamValid":{"at":[[0,11,11]],"as":"flag","doc":"SSV: SubstreamID is valid"},"substreamId":{"at":[[0,31,12]],"as":"uint","doc":"SubstreamID (the PASID), if SSV"},"streamId":{"at":[[0,63,32]],"as":"uint","doc":"StreamID; for PCIe its low 16 bits are the Requester ID"},"prgIndex":{"at":[[1,8,0]],"as":"uint","doc":"PRGIndex of the group that is answered"},"resp":{"at":[[1,13,12]],"as":"uint","codes":{"ResponseFailure":0,"InvalidRequest":1,"Success":2},"doc":"Resp: 3 is an illegal command; the order is not PCIe\'s"}},"fixed":{"opcode":{"at":[[0,7,0]],"value":65,"doc":"opcode: CMD_PRI_RESP"}},"reserved":[[0,10,8],[1,11,9],[1,63,14]],"roles":{"device":"streamId","pasid":"substreamId","pasidValid":"substreamValid","group":"prgIndex","code":"resp"},"carries":{"what":"page response","codes":"CMD_PRI_RESP"}}', rules)

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): Smmuv3CmdPriResp | undefined {
  if (outside(bytes, offset, 16)) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 16)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, true)
  const w1 = memory.getInt32(at + 4, true)
  const w2 = memory.getInt32(at + 8, true)
  const w3 = memory.getInt32(at + 12, true)
  const mode = options === undefined ? 0 : modeOf(options)
  if (mode < 0 || ((w0 & 0xff) ^ 0x41) !== 0) return undefined
  if (((w0 & 0x700) | (w2 & 0xffffce00) | w3) !== 0 && mode !== 1) return undefined
  return {
    substreamValid: flag((w0 >>> 11) & 1),
    substreamId: w0 >>> 12,
    streamId: w1 >>> 0,
    prgIndex: w2 & 0x1ff,
    resp: (w2 >>> 12) & 3,
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: Smmuv3CmdPriRespInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  const $substreamValid = bit(message.substreamValid)
  const $substreamId = message.substreamId
  if (typeof $substreamId !== 'number' || ($substreamId & 0xfffff) !== $substreamId) return false
  const $streamId = message.streamId
  if (typeof $streamId !== 'number' || $streamId >>> 0 !== $streamId) return false
  const $prgIndex = message.prgIndex
  if (typeof $prgIndex !== 'number' || ($prgIndex & 0x1ff) !== $prgIndex) return false
  const $resp = message.resp
  if (typeof $resp !== 'number' || ($resp & 3) !== $resp) return false
  if ($substreamValid < 0) return false
  if (outside(target, offset, 16)) return false
  const w0 = 0x41 | ($substreamValid << 11) | ($substreamId << 12)
  const w1 = $streamId
  const w2 = $prgIndex | ($resp << 12)
  if (target === writeBytes || lookForWriting(target)) {
    setLittle4(writeView, offset, w0, w1, w2, 0)
  } else {
    storeLittle4(target, offset, w0, w1, w2, 0)
  }
  return true
}

export const id = 'smmuv3.cmd-pri-resp'
export const size = 16
export const layout = /* @__PURE__ */ table()
export const decode = /* @__PURE__ */ decoder(bits, read)
export const tryDecode = /* @__PURE__ */ tryDecoder(bits, read)
export const inspect = /* @__PURE__ */ inspector(table)
export const encode = /* @__PURE__ */ encoder(size, bits, write)
export const encodeInto = /* @__PURE__ */ encoderInto(size, bits, write)
export const view = /* @__PURE__ */ viewer<Smmuv3CmdPriResp>(bits)
export const columns = /* @__PURE__ */ columner<Smmuv3CmdPriRespColumns>(bits, read)
export const batches = /* @__PURE__ */ batcher<Smmuv3CmdPriRespColumns>(bits, read)
export const allocateColumns = /* @__PURE__ */ allocator<Smmuv3CmdPriRespColumns>(bits)
export const encodeColumns = /* @__PURE__ */ columnsEncoder<Smmuv3CmdPriRespInit, Smmuv3CmdPriRespColumns>(bits, write)

/** What is generated here, for proofs. */
export const generated = { bits, read, write }
export const record = /* @__PURE__ */ recordOf<Smmuv3CmdPriResp, Smmuv3CmdPriRespInit, Smmuv3CmdPriRespColumns, typeof Table>(id, size, table, read, write)
