// Generated from src/spec/vtd.ts by `npm run generate`; do not edit.
import { bitsOfText } from '../../codec/bits.ts'
import { bit, flag, fromHalves, high, intoHalves, low, lookForWriting, memoryOf, modeOf, outside, readBytes, readView, scratch, setLittle4, storeLittle4, writeBytes, writeView } from '../../codec/memory.ts'
import type { DecodeOptions } from '../../codec/read-write.ts'
import { tableOfText } from '../../codec/table.ts'
import { allocator, batcher, columner, columnsEncoder, decoder, encoder, encoderInto, inspector, recordOf, tryDecoder, viewer } from '../../codec/verbs.ts'
import { deviceTlbInvalidate as rules } from '../../spec/rules/vtd.ts'
import type { deviceTlbInvalidate128 as Table } from '../../spec/vtd.ts'

/** The message of `vtd.device-tlb-invalidate-128`: Device-TLB Invalidate Descriptor of 128 bits. Intel VT-d Architecture Specification 4.0, Device-TLB Invalidate Descriptor. */
export type VtdDeviceTlbInvalidate128 = {
  /**
   * SID: Source ID (Requester ID) of the device.
   * Bits: `q0[47:32]`; 0 to 0xffff. Intel VT-d Architecture Specification 4.0, Device-TLB Invalidate Descriptor.
   */
  sid: number
  /**
   * PFSID: Source ID of the physical function; its bits are reserved in QEMU, absent in Xen and misplaced in Linux up to 5.0.
   * Bits: `q0[63:52] q0[15:12]`; 0 to 0xffff. Intel VT-d Architecture Specification 4.0, Device-TLB Invalidate Descriptor.
   */
  pfsid: number
  /**
   * Max Invs Pend: invalidations that may be pending; 0 means 32.
   * Bits: `q0[20:16]`; requests; 0 to 0x1f. Intel VT-d Architecture Specification 4.0, Device-TLB Invalidate Descriptor.
   */
  queueDepth: number
  /**
   * S: the range is larger than 4 KiB.
   * Bits: `q1[0]`. Intel VT-d Architecture Specification 4.0, Device-TLB Invalidate Descriptor.
   */
  size: boolean
  /**
   * Address[63:12]; with S, its low bits that are 1 give the size of the range.
   * Bits: `q1[63:12]`; byte address; a multiple of 4096n. Intel VT-d Architecture Specification 4.0, Device-TLB Invalidate Descriptor.
   */
  address: bigint
}

/** What `encode` takes. */
export type VtdDeviceTlbInvalidate128Init = VtdDeviceTlbInvalidate128

/** One typed array per field. */
export type VtdDeviceTlbInvalidate128Columns = {
  sid: Uint16Array
  pfsid: Uint16Array
  queueDepth: Uint8Array
  size: Uint8Array
  address: BigUint64Array
}

const bits = /* @__PURE__ */ bitsOfText('{"id":"vtd.device-tlb-invalidate-128","size":16,"word":8,"order":"little","label":"q","fields":{"sid":{"at":[[0,47,32]],"as":"uint"},"pfsid":{"at":[[0,63,52],[0,15,12]],"as":"uint"},"queueDepth":{"at":[[0,20,16]],"as":"uint"},"size":{"at":[[1,0,0]],"as":"flag"},"address":{"at":[[1,63,12]],"as":"page"}},"fixed":{"type":{"at":[[0,11,9],[0,3,0]],"value":3}},"reserved":[[0,8,4],[0,31,21],[0,51,48],[1,11,1]]}')
const table = /* @__PURE__ */ tableOfText<typeof Table>('{"id":"vtd.device-tlb-invalidate-128","title":"Device-TLB Invalidate Descriptor of 128 bits","clause":"Intel VT-d Architecture Specification 4.0, Device-TLB Invalidate Descriptor","source":"Intel VT-d 5.10 (D51397-018), 6.5.2; Linux drivers/iommu/intel, QEMU hw/i386/intel_iommu_internal.h, Xen drivers/passthrough/vtd","word":8,"order":"little","label":"q","size":16,"place":"VT-d invalidation queue of 128-bit entries","fields":{"sid":{"at":[[0,47,32]],"as":"uint","doc":"SID: Source ID (Requester ID) of the device"},"pfsid":{"at":[[0,63,52],[0,15,12]],"as":"uint","doc":"PFSID: Source ID of the physical function; its bits are reserved in QEMU, absent in Xen and misplaced in Linux up to 5.0"},"queueDepth":{"as":"uint","unit":"requests","doc":"Max Invs Pend: invalidations that may be pending; 0 means 32","at":[[0,20,16]]},"size":{"as":"flag","doc":"S: the range is larger than 4 KiB","at":[[1,0,0]]},"address":{"at":[[1,63,12]],"as":"page","unit":"byte address","doc":"Address[63:12]; with S, its low bits that are 1 give the size of the range"}},"fixed":{"type":{"at":[[0,11,9],[0,3,0]],"value":3,"doc":"Type: device-TLB invalidate"}},"reserved":[[0,8,4],[0,31,21],[0,51,48],[1,11,1]],"roles":{"device":"sid","physicalFunction":"pfsid","address":"address","size":"size","depth":"queueDepth"}}', rules)

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): VtdDeviceTlbInvalidate128 | undefined {
  if (outside(bytes, offset, 16)) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 16)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, true)
  const w1 = memory.getInt32(at + 4, true)
  const w2 = memory.getInt32(at + 8, true)
  const w3 = memory.getInt32(at + 12, true)
  const mode = options === undefined ? 0 : modeOf(options)
  if (mode < 0 || ((w0 & 0xe0f) ^ 3) !== 0) return undefined
  if (((w0 & 0xffe001f0) | (w1 & 0xf0000) | (w2 & 0xffe)) !== 0 && mode !== 1) return undefined
  return {
    sid: w1 & 0xffff,
    pfsid: ((w0 >>> 12) & 0xf) | ((w1 >>> 16) & 0xfff0),
    queueDepth: (w0 >>> 16) & 0x1f,
    size: flag(w2 & 1),
    address: fromHalves(w2 & 0xfffff000, w3),
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: VtdDeviceTlbInvalidate128Init, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  const $sid = message.sid
  if (typeof $sid !== 'number' || ($sid & 0xffff) !== $sid) return false
  const $pfsid = message.pfsid
  if (typeof $pfsid !== 'number' || ($pfsid & 0xffff) !== $pfsid) return false
  const $queueDepth = message.queueDepth
  if (typeof $queueDepth !== 'number' || ($queueDepth & 0x1f) !== $queueDepth) return false
  const $size = bit(message.size)
  if (!intoHalves(message.address)) return false
  const $addresslow = low()
  const $addresshigh = high()
  if (($addresslow & 0xfff) !== 0) return false
  if ($size < 0) return false
  if (outside(target, offset, 16)) return false
  const w0 = 3 | (($pfsid << 12) & 0xf000) | ($queueDepth << 16)
  const w1 = $sid | (($pfsid << 16) & 0xfff00000)
  const w2 = $size | ($addresslow & 0xfffff000)
  const w3 = $addresshigh
  if (target === writeBytes || lookForWriting(target)) {
    setLittle4(writeView, offset, w0, w1, w2, w3)
  } else {
    storeLittle4(target, offset, w0, w1, w2, w3)
  }
  return true
}

export const id = 'vtd.device-tlb-invalidate-128'
export const size = 16
export const layout = /* @__PURE__ */ table()
export const decode = /* @__PURE__ */ decoder(bits, read)
export const tryDecode = /* @__PURE__ */ tryDecoder(bits, read)
export const inspect = /* @__PURE__ */ inspector(table)
export const encode = /* @__PURE__ */ encoder(size, bits, write)
export const encodeInto = /* @__PURE__ */ encoderInto(size, bits, write)
export const view = /* @__PURE__ */ viewer<VtdDeviceTlbInvalidate128>(bits)
export const columns = /* @__PURE__ */ columner<VtdDeviceTlbInvalidate128Columns>(bits, read)
export const batches = /* @__PURE__ */ batcher<VtdDeviceTlbInvalidate128Columns>(bits, read)
export const allocateColumns = /* @__PURE__ */ allocator<VtdDeviceTlbInvalidate128Columns>(bits)
export const encodeColumns = /* @__PURE__ */ columnsEncoder<VtdDeviceTlbInvalidate128Init, VtdDeviceTlbInvalidate128Columns>(bits, write)

/** What is generated here, for proofs. */
export const generated = { bits, read, write }
export const record = /* @__PURE__ */ recordOf<VtdDeviceTlbInvalidate128, VtdDeviceTlbInvalidate128Init, VtdDeviceTlbInvalidate128Columns, typeof Table>(id, size, table, read, write)
