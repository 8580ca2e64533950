// Generated from src/spec/amd.ts by `npm run generate`; do not edit.
import { bitsOfText } from '../../codec/bits.ts'
import { bit, flag, fromHalves, high, intoHalves, low, lookForWriting, memoryOf, modeOf, outside, readBytes, readView, scratch, setLittle4, storeLittle4, writeBytes, writeView } from '../../codec/memory.ts'
import type { DecodeOptions } from '../../codec/read-write.ts'
import { tableOfText } from '../../codec/table.ts'
import { allocator, batcher, columner, columnsEncoder, decoder, encoder, encoderInto, inspector, recordOf, tryDecoder, viewer } from '../../codec/verbs.ts'
import { pprLog as rules } from '../../spec/rules/amd.ts'
import type { pprLog as Table } from '../../spec/amd.ts'

/** The message of `amd.ppr-log`: Peripheral Page Request Log Entry. AMD I/O Virtualization Technology (IOMMU) Specification, PPR log. */
export type AmdPprLog = {
  /**
   * DeviceID: Requester ID of the device.
   * Bits: `q0[15:0]`; 0 to 0xffff. AMD I/O Virtualization Technology (IOMMU) Specification, PPR log.
   */
  deviceId: number
  /**
   * PASID, if GN; Linux takes 0 for no PASID.
   * Bits: `q0[45:42] q0[31:16]`; 0 to 0xfffff; one source. AMD I/O Virtualization Technology (IOMMU) Specification, PPR log.
   */
  pasid: number
  /**
   * page request group index: the low 9 bits of the tag.
   * Bits: `q0[40:32]`; 0 to 0x1ff; one source. AMD I/O Virtualization Technology (IOMMU) Specification, PPR log.
   */
  prgIndex: number
  /**
   * last request of its group: bit 9 of the tag.
   * Bits: `q0[41]`; one source. AMD I/O Virtualization Technology (IOMMU) Specification, PPR log.
   */
  last: boolean
  /**
   * execute access requested.
   * Bits: `q0[49]`; one source. AMD I/O Virtualization Technology (IOMMU) Specification, PPR log.
   */
  execute: boolean
  /**
   * read access requested.
   * Bits: `q0[50]`; one source. AMD I/O Virtualization Technology (IOMMU) Specification, PPR log.
   */
  read: boolean
  /**
   * write access requested.
   * Bits: `q0[53]`; one source. AMD I/O Virtualization Technology (IOMMU) Specification, PPR log.
   */
  write: boolean
  /**
   * US: 1 user, 0 supervisor (privileged mode requested).
   * Bits: `q0[54]`; one source. AMD I/O Virtualization Technology (IOMMU) Specification, PPR log.
   */
  user: boolean
  /**
   * RSV: a reserved bit was not zero in the request.
   * Bits: `q0[55]`; one source. AMD I/O Virtualization Technology (IOMMU) Specification, PPR log.
   */
  reservedBitsSet: boolean
  /**
   * GN: the address is a guest address and the PASID is valid.
   * Bits: `q0[56]`; one source. AMD I/O Virtualization Technology (IOMMU) Specification, PPR log.
   */
  guest: boolean
  /**
   * code of the entry; Linux ignores any but 1.
   * Values: 0x0 NotYetWritten, 0x1 PageServiceRequest.
   * Bits: `q0[63:60]`; 0 to 0xf. AMD I/O Virtualization Technology (IOMMU) Specification, PPR log.
   */
  code: 0 | 1 | (number & {})
  /**
   * Address[63:12] of the page.
   * Bits: `q1[63:12]`; byte address; a multiple of 4096n; one source. AMD I/O Virtualization Technology (IOMMU) Specification, PPR log.
   */
  address: bigint
}

/** What `encode` takes. */
export type AmdPprLogInit = AmdPprLog

/** One typed array per field. */
export type AmdPprLogColumns = {
  deviceId: Uint16Array
  pasid: Uint32Array
  prgIndex: Uint16Array
  last: Uint8Array
  execute: Uint8Array
  read: Uint8Array
  write: Uint8Array
  user: Uint8Array
  reservedBitsSet: Uint8Array
  guest: Uint8Array
  code: Uint8Array
  address: BigUint64Array
}

const bits = /* @__PURE__ */ bitsOfText('{"id":"amd.ppr-log","size":16,"word":8,"order":"little","label":"q","fields":{"deviceId":{"at":[[0,15,0]],"as":"uint"},"pasid":{"at":[[0,45,42],[0,31,16]],"as":"uint"},"prgIndex":{"at":[[0,40,32]],"as":"uint"},"last":{"at":[[0,41,41]],"as":"flag"},"execute":{"at":[[0,49,49]],"as":"flag"},"read":{"at":[[0,50,50]],"as":"flag"},"write":{"at":[[0,53,53]],"as":"flag"},"user":{"at":[[0,54,54]],"as":"flag"},"reservedBitsSet":{"at":[[0,55,55]],"as":"flag"},"guest":{"at":[[0,56,56]],"as":"flag"},"code":{"at":[[0,63,60]],"as":"uint"},"address":{"at":[[1,63,12]],"as":"page"}},"reserved":[[0,47,46],[0,48,48],[0,52,51],[0,59,57],[1,11,0]]}')
const table = /* @__PURE__ */ tableOfText<typeof Table>('{"id":"amd.ppr-log","title":"Peripheral Page Request Log Entry","clause":"AMD I/O Virtualization Technology (IOMMU) Specification, PPR log","source":"Linux drivers/iommu/amd (one source); Xen confirms DeviceID, code and size","word":8,"order":"little","label":"q","size":16,"place":"AMD PPR log","fields":{"deviceId":{"at":[[0,15,0]],"as":"uint","doc":"DeviceID: Requester ID of the device"},"pasid":{"at":[[0,45,42],[0,31,16]],"as":"uint","confidence":"one source","doc":"PASID, if GN; Linux takes 0 for no PASID"},"prgIndex":{"at":[[0,40,32]],"as":"uint","confidence":"one source","doc":"page request group index: the low 9 bits of the tag"},"last":{"at":[[0,41,41]],"as":"flag","confidence":"one source","doc":"last request of its group: bit 9 of the tag"},"execute":{"at":[[0,49,49]],"as":"flag","confidence":"one source","doc":"execute access requested"},"read":{"at":[[0,50,50]],"as":"flag","confidence":"one source","doc":"read access requested"},"write":{"at":[[0,53,53]],"as":"flag","confidence":"one source","doc":"write access requested"},"user":{"at":[[0,54,54]],"as":"flag","confidence":"one source","doc":"US: 1 user, 0 supervisor (privileged mode requested)"},"reservedBitsSet":{"at":[[0,55,55]],"as":"flag","confidence":"one source","doc":"RSV: a reserved bit was not zero in the request"},"guest":{"at":[[0,56,56]],"as":"flag","confidence":"one source","doc":"GN: the address is a guest address and the PASID is valid"},"code":{"at":[[0,63,60]],"as":"uint","codes":{"NotYetWritten":0,"PageServiceRequest":1},"doc":"code of the entry; Linux ignores any but 1"},"address":{"at":[[1,63,12]],"as":"page","unit":"byte address","confidence":"one source","doc":"Address[63:12] of the page"}},"reserved":[[0,47,46],[0,48,48],[0,52,51],[0,59,57],[1,11,0]],"roles":{"device":"deviceId","pasid":"pasid","pasidValid":"guest","group":"prgIndex","address":"address","read":"read","write":"write","execute":"execute","privileged":{"not":"user"},"last":"last"},"carries":{"what":"page request","others":{"code":{"is":1,"expected":"1, a page service request"},"reservedBitsSet":{"is":false,"note":"the IOMMU found a reserved bit set in the request"}},"answer":{"group":"amd.complete-ppr-request"}}}', rules)

/** Answers, or declines with `undefined`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): AmdPprLog | undefined {
  if (outside(bytes, offset, 16)) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, 16)
  const at = memory === scratch ? 0 : offset
  const w0 = memory.getInt32(at, true)
  const w1 = memory.getInt32(at + 4, true)
  const w2 = memory.getInt32(at + 8, true)
  const w3 = memory.getInt32(at + 12, true)
  const mode = options === undefined ? 0 : modeOf(options)
  if (mode < 0) return undefined
  if (((w1 & 0xe19c000) | (w2 & 0xfff)) !== 0 && mode !== 1) return undefined
  return {
    deviceId: w0 & 0xffff,
    pasid: (w0 >>> 16) | ((w1 << 6) & 0xf0000),
    prgIndex: w1 & 0x1ff,
    last: flag((w1 >>> 9) & 1),
    execute: flag((w1 >>> 17) & 1),
    read: flag((w1 >>> 18) & 1),
    write: flag((w1 >>> 21) & 1),
    user: flag((w1 >>> 22) & 1),
    reservedBitsSet: flag((w1 >>> 23) & 1),
    guest: flag((w1 >>> 24) & 1),
    code: w1 >>> 28,
    address: fromHalves(w2 & 0xfffff000, w3),
  }
}

/** Writes the whole record, or declines with `false` before the first byte. */
function write(message: AmdPprLogInit, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  const $deviceId = message.deviceId
  if (typeof $deviceId !== 'number' || ($deviceId & 0xffff) !== $deviceId) return false
  const $pasid = message.pasid
  if (typeof $pasid !== 'number' || ($pasid & 0xfffff) !== $pasid) return false
  const $prgIndex = message.prgIndex
  if (typeof $prgIndex !== 'number' || ($prgIndex & 0x1ff) !== $prgIndex) return false
  const $last = bit(message.last)
  const $execute = bit(message.execute)
  const $read = bit(message.read)
  const $write = bit(message.write)
  const $user = bit(message.user)
  const $reservedBitsSet = bit(message.reservedBitsSet)
  const $guest = bit(message.guest)
  const $code = message.code
  if (typeof $code !== 'number' || ($code & 0xf) !== $code) return false
  if (!intoHalves(message.address)) return false
  const $addresslow = low()
  const $addresshigh = high()
  if (($addresslow & 0xfff) !== 0) return false
  if (($last | $execute | $read | $write | $user | $reservedBitsSet | $guest) < 0) return false
  if (outside(target, offset, 16)) return false
  const w0 = $deviceId | ($pasid << 16)
  const w1 = (($pasid >>> 6) & 0x3c00) | $prgIndex | ($last << 9) | ($execute << 17) | ($read << 18) | ($write << 21) | ($user << 22) | ($reservedBitsSet << 23) | ($guest << 24) | ($code << 28)
  const w2 = $addresslow & 0xfffff000
  const w3 = $addresshigh
  if (target === writeBytes || lookForWriting(target)) {
    setLittle4(writeView, offset, w0, w1, w2, w3)
  } else {
    storeLittle4(target, offset, w0, w1, w2, w3)
  }
  return true
}

export const id = 'amd.ppr-log'
export const size = 16
export const layout = /* @__PURE__ */ table()
export const decode = /* @__PURE__ */ decoder(bits, read)
export const tryDecode = /* @__PURE__ */ tryDecoder(bits, read)
export const inspect = /* @__PURE__ */ inspector(table)
export const encode = /* @__PURE__ */ encoder(size, bits, write)
export const encodeInto = /* @__PURE__ */ encoderInto(size, bits, write)
export const view = /* @__PURE__ */ viewer<AmdPprLog>(bits)
export const columns = /* @__PURE__ */ columner<AmdPprLogColumns>(bits, read)
export const batches = /* @__PURE__ */ batcher<AmdPprLogColumns>(bits, read)
export const allocateColumns = /* @__PURE__ */ allocator<AmdPprLogColumns>(bits)
export const encodeColumns = /* @__PURE__ */ columnsEncoder<AmdPprLogInit, AmdPprLogColumns>(bits, write)

/** What is generated here, for proofs. */
export const generated = { bits, read, write }
export const record = /* @__PURE__ */ recordOf<AmdPprLog, AmdPprLogInit, AmdPprLogColumns, typeof Table>(id, size, table, read, write)
