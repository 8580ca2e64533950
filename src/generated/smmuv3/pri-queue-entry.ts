// Generated from src/spec/smmuv3.ts by `npm run generate`; do not edit.
import { bitsOfText } from '../../codec/bits.ts'
import { bit, flag, fromHalves, high, intoHalves, low, lookForWriting, memoryOf, modeOf, outside, readBytes, readView, scratch, setLittle4, storeLittle4, writeBytes, writeView } from '../../codec/memory.ts'
import type { DecodeOptions } from '../../codec/read-write.ts'
import { tableOfText } from '../../codec/table.ts'
import { allocator, batcher, columner, columnsEncoder, decoder, encoder, encoderInto, inspector, recordOf, tryDecoder, viewer } from '../../codec/verbs.ts'
import { priQueueEntry as rules } from '../../spec/rules/smmuv3.ts'
import type { priQueueEntry as Table } from '../../spec/smmuv3.ts'

/** The message of `smmuv3.pri-queue-entry`: PRI queue entry. Arm IHI 0070, 8.2. */
export type Smmuv3PriQueueEntry = {
  /**
   * StreamID; its low 16 bits are the Requester ID.
   * Bits: `q0[31:0]`; 0 to 0xffffffff. Arm IHI 0070, 8.2.
   */
  streamId: number
  /**
   * SubstreamID (the PASID); unknown unless SSV.
   * Bits: `q0[51:32]`; 0 to 0xfffff. Arm IHI 0070, 8.2.
   */
  substreamId: number
  /**
   * Priv: privileged access requested; 0 unless SSV.
   * Bits: `q0[58]`. Arm IHI 0070, 8.2.
   */
  privileged: boolean
  /**
   * X: execute access requested; 0 unless SSV.
   * Bits: `q0[59]`. Arm IHI 0070, 8.2.
   */
  execute: boolean
  /**
   * R: read access requested.
   * Bits: `q0[60]`. Arm IHI 0070, 8.2.
   */
  read: boolean
  /**
   * W: write access requested.
   * Bits: `q0[61]`. Arm IHI 0070, 8.2.
   */
  write: boolean
  /**
   * Last: last request of its group.
   * Bits: `q0[62]`. Arm IHI 0070, 8.2.
   */
  last: boolean
  /**
   * SSV: the request carries a PASID.
   * Bits: `q0[63]`. Arm IHI 0070, 8.2.
   */
  substreamValid: boolean
  /**
   * Page Request Group Index.
   * Bits: `q1[8:0]`; 0 to 0x1ff. Arm IHI 0070, 8.2.
   */
  prgIndex: number
  /**
   * PageAddr[63:12].
   * Bits: `q1[63:12]`; byte address; a multiple of 4096n. Arm IHI 0070, 8.2.
   */
  address: bigint
}

/** What `encode` takes. */
export type Smmuv3PriQueueEntryInit = Smmuv3PriQueueEntry

/** One typed array per field. */
export type Smmuv3PriQueueEntryColumns = {
  streamId: Uint32Array
  substreamId: Uint32Array
  privileged: Uint8Array
  execute: Uint8Array
  read: Uint8Array
  write: Uint8Array
  last: Uint8Array
  substreamValid: Uint8Array
  prgIndex: Uint16Array
  address: BigUint64Array
}

const bits = /* @__PURE__ */ bitsOfText('{"id":"smmuv3.pri-queue-entry","size":16,"word":8,"order":"little","label":"q","fields":{"streamId":{"at":[[0,31,0]],"as":"uint"},"substreamId":{"at":[[0,51,32]],"as":"uint"},"privileged":{"at":[[0,58,58]],"as":"flag"},"execute":{"at":[[0,59,59]],"as":"flag"},"read":{"at":[[0,60,60]],"as":"flag"},"write":{"at":[[0,61,61]],"as":"flag"},"last":{"at":[[0,62,62]],"as":"flag"},"substreamValid":{"at":[[0,63,63]],"as":"flag"},"prgIndex":{"at":[[1,8,0]],"as":"uint"},"address":{"at":[[1,63,12]],"as":"page"}},"reserved":[[0,57,52],[1,11,9]]}')
const table = /* @__PURE__ */ tableOfText<typeof Table>('{"id":"smmuv3.pri-queue-entry","title":"PRI queue entry","clause":"Arm IHI 0070, 8.2","source":"Linux drivers/iommu/arm/arm-smmu-v3/arm-smmu-v3.h, Arm IHI 0070 H.a, chapter 8","word":8,"order":"little","label":"q","size":16,"place":"SMMUv3 PRI queue","fields":{"streamId":{"at":[[0,31,0]],"as":"uint","doc":"StreamID; its low 16 bits are the Requester ID"},"substreamId":{"at":[[0,51,32]],"as":"uint","doc":"SubstreamID (the PASID); unknown unless SSV"},"privileged":{"at":[[0,58,58]],"as":"flag","doc":"Priv: privileged access requested; 0 unless SSV"},"execute":{"at":[[0,59,59]],"as":"flag","doc":"X: execute access requested; 0 unless SSV"},"read":{"at":[[0,60,60]],"as":"flag","doc":"R: read access requested"},"write":{"at":[[0,61,61]],"as":"flag","doc":"W: write access requested"},"last":{"at":[[0,62,62]],"as":"flag","doc":"Last: last request of its group"},"substreamValid":{"at":[[0,63,63]],"as":"flag","doc":"SSV: the request carries a PASID"},"prgIndex":{"at":[[1,8,0]],"as":"uint","doc":"Page Request Group Index"},"address":{"at":[[1,63,12]],"as":"page","unit":"byte address","doc":"PageAddr[63:12]"}},"reserved":[[0,57,52],[1,11,9]],"roles":{"device":"streamId","pasid":"substreamId","pasidValid":"substreamValid","group":"prgIndex","address":"address","read":"read","write":"write","execute":"execute","privileged":"privileged","last":"last"},"carries":{"what":"page request","permissionsWithPasid":true,"answer":{"group":"smmuv3.cmd-pri-resp","overflow":{"respCode":0,"unknownRespCode":15,"unknownPasid":false}}}}', rules)

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): Smmuv3PriQueueEntry | undefined {
  if (outside(bytes, offset, 16)) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 16)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, true)
  const w1 = memory.getInt32(at + 4, true)
  const w2 = memory.getInt32(at + 8, true)
  const w3 = memory.getInt32(at + 12, true)
  const mode = options === undefined ? 0 : modeOf(options)
  if (mode < 0) return undefined
  if (((w1 & 0x3f00000) | (w2 & 0xe00)) !== 0 && mode !== 1) return undefined
  return {
    streamId: w0 >>> 0,
    substreamId: w1 & 0xfffff,
    privileged: flag((w1 >>> 26) & 1),
    execute: flag((w1 >>> 27) & 1),
    read: flag((w1 >>> 28) & 1),
    write: flag((w1 >>> 29) & 1),
    last: flag((w1 >>> 30) & 1),
    substreamValid: flag(w1 >>> 31),
    prgIndex: w2 & 0x1ff,
    address: fromHalves(w2 & 0xfffff000, w3),
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: Smmuv3PriQueueEntryInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  const $streamId = message.streamId
  if (typeof $streamId !== 'number' || $streamId >>> 0 !== $streamId) return false
  const $substreamId = message.substreamId
  if (typeof $substreamId !== 'number' || ($substreamId & 0xfffff) !== $substreamId) return false
  const $privileged = bit(message.privileged)
  const $execute = bit(message.execute)
  const $read = bit(message.read)
  const $write = bit(message.write)
  const $last = bit(message.last)
  const $substreamValid = bit(message.substreamValid)
  const $prgIndex = message.prgIndex
  if (typeof $prgIndex !== 'number' || ($prgIndex & 0x1ff) !== $prgIndex) return false
  if (!intoHalves(message.address)) return false
  const $addresslow = low()
  const $addresshigh = high()
  if (($addresslow & 0xfff) !== 0) return false
  if (($privileged | $execute | $read | $write | $last | $substreamValid) < 0) return false
  if (outside(target, offset, 16)) return false
  const w0 = $streamId
  const w1 = $substreamId | ($privileged << 26) | ($execute << 27) | ($read << 28) | ($write << 29) | ($last << 30) | ($substreamValid << 31)
  const w2 = $prgIndex | ($addresslow & 0xfffff000)
  const w3 = $addresshigh
  if (target === writeBytes || lookForWriting(target)) {
    setLittle4(writeView, offset, w0, w1, w2, w3)
  } else {
    storeLittle4(target, offset, w0, w1, w2, w3)
  }
  return true
}

export const id = 'smmuv3.pri-queue-entry'
export const size = 16
export const layout = /* @__PURE__ */ table()
export const decode = /* @__PURE__ */ decoder(bits, read)
export const tryDecode = /* @__PURE__ */ tryDecoder(bits, read)
export const inspect = /* @__PURE__ */ inspector(table)
export const encode = /* @__PURE__ */ encoder(size, bits, write)
export const encodeInto = /* @__PURE__ */ encoderInto(size, bits, write)
export const view = /* @__PURE__ */ viewer<Smmuv3PriQueueEntry>(bits)
export const columns = /* @__PURE__ */ columner<Smmuv3PriQueueEntryColumns>(bits, read)
export const batches = /* @__PURE__ */ batcher<Smmuv3PriQueueEntryColumns>(bits, read)
export const allocateColumns = /* @__PURE__ */ allocator<Smmuv3PriQueueEntryColumns>(bits)
export const encodeColumns = /* @__PURE__ */ columnsEncoder<Smmuv3PriQueueEntryInit, Smmuv3PriQueueEntryColumns>(bits, write)

/** What is generated here, for proofs. */
export const generated = { bits, read, write }
export const record = /* @__PURE__ */ recordOf<Smmuv3PriQueueEntry, Smmuv3PriQueueEntryInit, Smmuv3PriQueueEntryColumns, typeof Table>(id, size, table, read, write)
