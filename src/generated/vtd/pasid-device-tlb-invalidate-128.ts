// Generated from src/spec/vtd.ts by `npm run generate`; do not edit.
import { bitsOfText } from '../../codec/bits.ts'
import { bit, flag, fromHalves, high, intoHalves, low, lookForWriting, memoryOf, modeOf, outside, readBytes, readView, scratch, setLittle4, storeLittle4, writeBytes, writeView } from '../../codec/memory.ts'
import { onlyKnown } from '../../codec/message.ts'
import type { DecodeOptions } from '../../codec/read-write.ts'
import { tableOfText } from '../../codec/table.ts'
import { allocator, batcher, columner, columnsEncoder, decoder, encoder, encoderInto, inspector, recordOf, tryDecoder, viewer } from '../../codec/verbs.ts'
import { pasidDeviceTlbInvalidate as rules } from '../../spec/rules/vtd.ts'
import type { pasidDeviceTlbInvalidate128 as Table } from '../../spec/vtd.ts'

/** The message of `vtd.pasid-device-tlb-invalidate-128`: PASID-based Device-TLB Invalidate Descriptor of 128 bits, revision 2.x (ECS). Intel VT-d Architecture Specification 2.x, Extended Device-TLB Invalidate Descriptor. */
export type VtdPasidDeviceTlbInvalidate128 = {
  /**
   * SID: Source ID (Requester ID) of the device.
   * Bits: `q0[31:16]`; 0 to 0xffff. Intel VT-d Architecture Specification 2.x, Extended Device-TLB Invalidate Descriptor.
   */
  sid: number
  /**
   * PFSID: Source ID of the physical function since 3.x; reserved in 2.x.
   * Bits: `q0[63:52] q0[15:12]`; 0 to 0xffff; optional on encode, 0 by default. Intel VT-d Architecture Specification 2.x, Extended Device-TLB Invalidate Descriptor.
   */
  pfsid: number
  /**
   * Max Invs Pend: invalidations that may be pending; 0 means 32.
   * Bits: `q0[8:4]`; requests; 0 to 0x1f. Intel VT-d Architecture Specification 2.x, Extended Device-TLB Invalidate Descriptor.
   */
  queueDepth: number
  /**
   * S: the range is larger than 4 KiB.
   * Bits: `q1[11]`. Intel VT-d Architecture Specification 2.x, Extended Device-TLB Invalidate Descriptor.
   */
  size: boolean
  /**
   * Address[63:12]; with S, its low bits that are 1 give the size of the range.
   * Bits: `q1[63:12]`; byte address; a multiple of 4096n. Intel VT-d Architecture Specification 2.x, Extended Device-TLB Invalidate Descriptor.
   */
  address: bigint
  /**
   * PASID.
   * Bits: `q0[51:32]`; 0 to 0xfffff. Intel VT-d Architecture Specification 2.x, Extended Device-TLB Invalidate Descriptor.
   */
  pasid: number
  /**
   * G: Global Invalidate, for every PASID; Linux never sets it.
   * Bits: `q1[0]`. Intel VT-d Architecture Specification 2.x, Extended Device-TLB Invalidate Descriptor.
   */
  global: boolean
}

/** What `encode` takes: optional fields may be left out. */
export type VtdPasidDeviceTlbInvalidate128Init = Omit<VtdPasidDeviceTlbInvalidate128, 'pfsid'> & Partial<Pick<VtdPasidDeviceTlbInvalidate128, 'pfsid'>>

/** One typed array per field. */
export type VtdPasidDeviceTlbInvalidate128Columns = {
  sid: Uint16Array
  pfsid: Uint16Array
  queueDepth: Uint8Array
  size: Uint8Array
  address: BigUint64Array
  pasid: Uint32Array
  global: Uint8Array
}

const bits = /* @__PURE__ */ bitsOfText('{"id":"vtd.pasid-device-tlb-invalidate-128","size":16,"word":8,"order":"little","label":"q","fields":{"sid":{"at":[[0,31,16]],"as":"uint"},"pfsid":{"at":[[0,63,52],[0,15,12]],"as":"uint","optional":true},"queueDepth":{"at":[[0,8,4]],"as":"uint"},"size":{"at":[[1,11,11]],"as":"flag"},"address":{"at":[[1,63,12]],"as":"page"},"pasid":{"at":[[0,51,32]],"as":"uint"},"global":{"at":[[1,0,0]],"as":"flag"}},"fixed":{"type":{"at":[[0,11,9],[0,3,0]],"value":8}},"reserved":[[1,10,1]]}')
const table = /* @__PURE__ */ tableOfText<typeof Table>('{"id":"vtd.pasid-device-tlb-invalidate-128","title":"PASID-based Device-TLB Invalidate Descriptor of 128 bits, revision 2.x (ECS)","clause":"Intel VT-d Architecture Specification 2.x, Extended Device-TLB Invalidate Descriptor","source":"Linux 4.4 to 5.0, include/linux/intel-iommu.h (one source, for a queue of 128-bit entries)","word":8,"order":"little","label":"q","size":16,"place":"VT-d invalidation queue of 128-bit entries","fields":{"sid":{"at":[[0,31,16]],"as":"uint","doc":"SID: Source ID (Requester ID) of the device"},"pfsid":{"at":[[0,63,52],[0,15,12]],"as":"uint","doc":"PFSID: Source ID of the physical function since 3.x; reserved in 2.x","optional":true},"queueDepth":{"as":"uint","unit":"requests","doc":"Max Invs Pend: invalidations that may be pending; 0 means 32","at":[[0,8,4]]},"size":{"as":"flag","doc":"S: the range is larger than 4 KiB","at":[[1,11,11]]},"address":{"at":[[1,63,12]],"as":"page","unit":"byte address","doc":"Address[63:12]; with S, its low bits that are 1 give the size of the range"},"pasid":{"at":[[0,51,32]],"as":"uint","doc":"PASID"},"global":{"at":[[1,0,0]],"as":"flag","doc":"G: Global Invalidate, for every PASID; Linux never sets it"}},"fixed":{"type":{"at":[[0,11,9],[0,3,0]],"value":8,"doc":"Type: PASID-based device-TLB invalidate"}},"reserved":[[1,10,1]],"roles":{"device":"sid","physicalFunction":"pfsid","address":"address","size":"size","depth":"queueDepth","pasid":"pasid","global":"global"}}', rules)

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): VtdPasidDeviceTlbInvalidate128 | undefined {
  if (outside(bytes, offset, 16)) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 16)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, true)
  const w1 = memory.getInt32(at + 4, true)
  const w2 = memory.getInt32(at + 8, true)
  const w3 = memory.getInt32(at + 12, true)
  const mode = options === undefined ? 0 : modeOf(options)
  if (mode < 0 || ((w0 & 0xe0f) ^ 8) !== 0) return undefined
  if ((w2 & 0x7fe) !== 0 && mode !== 1) return undefined
  return {
    sid: w0 >>> 16,
    pfsid: ((w0 >>> 12) & 0xf) | ((w1 >>> 16) & 0xfff0),
    queueDepth: (w0 >>> 4) & 0x1f,
    size: flag((w2 >>> 11) & 1),
    address: fromHalves(w2 & 0xfffff000, w3),
    pasid: w1 & 0xfffff,
    global: flag(w2 & 1),
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: VtdPasidDeviceTlbInvalidate128Init, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  if ((message.pfsid === undefined) && !onlyKnown(bits(), message)) return false
  const $sid = message.sid
  if (typeof $sid !== 'number' || ($sid & 0xffff) !== $sid) return false
  const $pfsid = message.pfsid === undefined ? 0 : message.pfsid
  if (typeof $pfsid !== 'number' || ($pfsid & 0xffff) !== $pfsid) return false
  const $queueDepth = message.queueDepth
  if (typeof $queueDepth !== 'number' || ($queueDepth & 0x1f) !== $queueDepth) return false
  const $size = bit(message.size)
  if (!intoHalves(message.address)) return false
  const $addresslow = low()
  const $addresshigh = high()
  if (($addresslow & 0xfff) !== 0) return false
  const $pasid = message.pasid
  if (typeof $pasid !== 'number' || ($pasid & 0xfffff) !== $pasid) return false
  const $global = bit(message.global)
  if (($size | $global) < 0) return false
  if (outside(target, offset, 16)) return false
  const w0 = 8 | ($sid << 16) | (($pfsid << 12) & 0xf000) | ($queueDepth << 4)
  const w1 = (($pfsid << 16) & 0xfff00000) | $pasid
  const w2 = ($size << 11) | ($addresslow & 0xfffff000) | $global
  const w3 = $addresshigh
  if (target === writeBytes || lookForWriting(target)) {
    setLittle4(writeView, offset, w0, w1, w2, w3)
  } else {
    storeLittle4(target, offset, w0, w1, w2, w3)
  }
  return true
}

export const id = 'vtd.pasid-device-tlb-invalidate-128'
export const size = 16
export const layout = /* @__PURE__ */ table()
export const decode = /* @__PURE__ */ decoder(bits, read)
export const tryDecode = /* @__PURE__ */ tryDecoder(bits, read)
export const inspect = /* @__PURE__ */ inspector(table)
export const encode = /* @__PURE__ */ encoder(size, bits, write)
export const encodeInto = /* @__PURE__ */ encoderInto(size, bits, write)
export const view = /* @__PURE__ */ viewer<VtdPasidDeviceTlbInvalidate128>(bits)
export const columns = /* @__PURE__ */ columner<VtdPasidDeviceTlbInvalidate128Columns>(bits, read)
export const batches = /* @__PURE__ */ batcher<VtdPasidDeviceTlbInvalidate128Columns>(bits, read)
export const allocateColumns = /* @__PURE__ */ allocator<VtdPasidDeviceTlbInvalidate128Columns>(bits)
export const encodeColumns = /* @__PURE__ */ columnsEncoder<VtdPasidDeviceTlbInvalidate128Init, VtdPasidDeviceTlbInvalidate128Columns>(bits, write)

/** What is generated here, for proofs. */
export const generated = { bits, read, write }
export const record = /* @__PURE__ */ recordOf<VtdPasidDeviceTlbInvalidate128, VtdPasidDeviceTlbInvalidate128Init, VtdPasidDeviceTlbInvalidate128Columns, typeof Table>(id, size, table, read, write)
