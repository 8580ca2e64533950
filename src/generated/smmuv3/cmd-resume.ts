// Generated from src/spec/smmuv3.ts by `npm run generate`; do not edit.
import { bitsOfText } from '../../codec/bits.ts'
import { bit, flag, lookForWriting, memoryOf, modeOf, outside, readBytes, readView, scratch, setLittle4, storeLittle4, writeBytes, writeView } from '../../codec/memory.ts'
import { onlyKnown } from '../../codec/message.ts'
import type { DecodeOptions } from '../../codec/read-write.ts'
import { tableOfText } from '../../codec/table.ts'
import { allocator, batcher, columner, columnsEncoder, decoder, encoder, encoderInto, inspector, recordOf, tryDecoder, viewer } from '../../codec/verbs.ts'
import { cmdResume as rules } from '../../spec/rules/smmuv3.ts'
import type { cmdResume as Table } from '../../spec/smmuv3.ts'

/** The message of `smmuv3.cmd-resume`: CMD_RESUME. Arm IHI 0070, 4.7.1. */
export type Smmuv3CmdResume = {
  /**
   * SSec: StreamID is a Secure one.
   * Bits: `q0[10]`; optional on encode, 0 by default. Arm IHI 0070, 4.7.1.
   */
  secureStream: boolean
  /**
   * Ac: 1 retry the transaction, 0 terminate it.
   * Bits: `q0[12]`. Arm IHI 0070, 4.7.1.
   */
  action: boolean
  /**
   * Ab: a terminated transaction reports an abort; ignored on retry.
   * Bits: `q0[13]`. Arm IHI 0070, 4.7.1.
   */
  abort: boolean
  /**
   * StreamID of the event.
   * Bits: `q0[63:32]`; 0 to 0xffffffff. Arm IHI 0070, 4.7.1.
   */
  streamId: number
  /**
   * STAG of the event.
   * Bits: `q1[15:0]`; 0 to 0xffff. Arm IHI 0070, 4.7.1.
   */
  stag: number
}

/** What `encode` takes: optional fields may be left out. */
export type Smmuv3CmdResumeInit = Omit<Smmuv3CmdResume, 'secureStream'> & Partial<Pick<Smmuv3CmdResume, 'secureStream'>>

/** One typed array per field. */
export type Smmuv3CmdResumeColumns = {
  secureStream: Uint8Array
  action: Uint8Array
  abort: Uint8Array
  streamId: Uint32Array
  stag: Uint16Array
}

const bits = /* @__PURE__ */ bitsOfText('{"id":"smmuv3.cmd-resume","size":16,"word":8,"order":"little","label":"q","fields":{"secureStream":{"at":[[0,10,10]],"as":"flag","optional":true},"action":{"at":[[0,12,12]],"as":"flag"},"abort":{"at":[[0,13,13]],"as":"flag"},"streamId":{"at":[[0,63,32]],"as":"uint"},"stag":{"at":[[1,15,0]],"as":"uint"}},"fixed":{"opcode":{"at":[[0,7,0]],"value":68}},"reserved":[[0,9,8],[0,11,11],[0,31,14],[1,63,16]]}')
const table = /* @__PURE__ */ tableOfText<typeof Table>('{"id":"smmuv3.cmd-resume","title":"CMD_RESUME","clause":"Arm IHI 0070, 4.7.1","source":"Linux drivers/iommu/arm/arm-smmu-v3/arm-smmu-v3.h, Arm IHI 0070; QEMU, gem5","word":8,"order":"little","label":"q","size":16,"place":"SMMUv3 command queue","fields":{"secureStream":{"at":[[0,10,10]],"as":"flag","optional":true,"doc":"SSec: StreamID is a Secure one"},"action":{"at":[[0,12,12]],"as":"flag","doc":"Ac: 1 retry the transaction, 0 terminate it"},"abort":{"at":[[0,13,13]],"as":"flag","doc":"Ab: a terminated transaction reports an abort; ignored on retry"},"streamId":{"at":[[0,63,32]],"as":"uint","doc":"StreamID of the event"},"stag":{"at":[[1,15,0]],"as":"uint","doc":"STAG of the event"}},"fixed":{"opcode":{"at":[[0,7,0]],"value":68,"doc":"opcode: CMD_RESUME"}},"reserved":[[0,9,8],[0,11,11],[0,31,14],[1,63,16]],"roles":{"device":"streamId","tag":"stag"},"carries":{"what":"page response","unlike":"answer to a stalled transaction"}}', rules)

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): Smmuv3CmdResume | undefined {
  if (outside(bytes, offset, 16)) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 16)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, true)
  const w1 = memory.getInt32(at + 4, true)
  const w2 = memory.getInt32(at + 8, true)
  const w3 = memory.getInt32(at + 12, true)
  const mode = options === undefined ? 0 : modeOf(options)
  if (mode < 0 || ((w0 & 0xff) ^ 0x44) !== 0) return undefined
  if (((w0 & 0xffffcb00) | (w2 & 0xffff0000) | w3) !== 0 && mode !== 1) return undefined
  return {
    secureStream: flag((w0 >>> 10) & 1),
    action: flag((w0 >>> 12) & 1),
    abort: flag((w0 >>> 13) & 1),
    streamId: w1 >>> 0,
    stag: w2 & 0xffff,
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: Smmuv3CmdResumeInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  if ((message.secureStream === undefined) && !onlyKnown(bits(), message)) return false
  const $secureStream = bit(message.secureStream === undefined ? false : message.secureStream)
  const $action = bit(message.action)
  const $abort = bit(message.abort)
  const $streamId = message.streamId
  if (typeof $streamId !== 'number' || $streamId >>> 0 !== $streamId) return false
  const $stag = message.stag
  if (typeof $stag !== 'number' || ($stag & 0xffff) !== $stag) return false
  if (($secureStream | $action | $abort) < 0) return false
  if (outside(target, offset, 16)) return false
  const w0 = 0x44 | ($secureStream << 10) | ($action << 12) | ($abort << 13)
  const w1 = $streamId
  const w2 = $stag
  if (target === writeBytes || lookForWriting(target)) {
    setLittle4(writeView, offset, w0, w1, w2, 0)
  } else {
    storeLittle4(target, offset, w0, w1, w2, 0)
  }
  return true
}

export const id = 'smmuv3.cmd-resume'
export const size = 16
export const layout = /* @__PURE__ */ table()
export const decode = /* @__PURE__ */ decoder(bits, read)
export const tryDecode = /* @__PURE__ */ tryDecoder(bits, read)
export const inspect = /* @__PURE__ */ inspector(table)
export const encode = /* @__PURE__ */ encoder(size, bits, write)
export const encodeInto = /* @__PURE__ */ encoderInto(size, bits, write)
export const view = /* @__PURE__ */ viewer<Smmuv3CmdResume>(bits)
export const columns = /* @__PURE__ */ columner<Smmuv3CmdResumeColumns>(bits, read)
export const batches = /* @__PURE__ */ batcher<Smmuv3CmdResumeColumns>(bits, read)
export const allocateColumns = /* @__PURE__ */ allocator<Smmuv3CmdResumeColumns>(bits)
export const encodeColumns = /* @__PURE__ */ columnsEncoder<Smmuv3CmdResumeInit, Smmuv3CmdResumeColumns>(bits, write)

/** What is generated here, for proofs. */
export const generated = { bits, read, write }
export const record = /* @__PURE__ */ recordOf<Smmuv3CmdResume, Smmuv3CmdResumeInit, Smmuv3CmdResumeColumns, typeof Table>(id, size, table, read, write)
