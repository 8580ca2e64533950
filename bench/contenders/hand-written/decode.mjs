/** Decoding as a careful engineer writes it for one record: same arguments, same checks, same result. */
import { bad, bigint, FLAG, lookAt, readView } from './memory.mjs'

export const decode = {
  'vtd.page-request'(bytes, offset = 0) {
    lookAt(bytes, offset, 32)
    const a = readView.getInt32(offset, true)
    const b = readView.getInt32(offset + 4, true)
    const c = readView.getInt32(offset + 8, true)
    const d = readView.getInt32(offset + 12, true)
    const rest = readView.getInt32(offset + 16, true) | readView.getInt32(offset + 20, true) | readView.getInt32(offset + 24, true) | readView.getInt32(offset + 28, true)
    if ((((a & 0xfeff) ^ 1) | (b & 0xffc00000) | rest) !== 0) bad()
    return {
      pasidPresent: FLAG[(a >>> 8) & 1],
      rid: a >>> 16,
      pasid: b & 0xfffff,
      executeRequested: FLAG[(b >>> 20) & 1],
      privilegedModeRequested: FLAG[(b >>> 21) & 1],
      read: FLAG[c & 1],
      write: FLAG[(c >>> 1) & 1],
      last: FLAG[(c >>> 2) & 1],
      prgIndex: (c >>> 3) & 0x1ff,
      address: bigint(c & 0xfffff000, d),
    }
  },
  'vtd.page-group-response'(bytes, offset = 0) {
    lookAt(bytes, offset, 32)
    const a = readView.getInt32(offset, true)
    const b = readView.getInt32(offset + 4, true)
    const c = readView.getInt32(offset + 8, true)
    const rest =
      readView.getInt32(offset + 12, true) | readView.getInt32(offset + 16, true) | readView.getInt32(offset + 20, true) |
      readView.getInt32(offset + 24, true) | readView.getInt32(offset + 28, true)
    if ((((a & 0xfef) ^ 9) | (b & 0xfff00000) | (c & 0xfffff003) | rest) !== 0) bad()
    return { pasidPresent: FLAG[(a >>> 4) & 1], respCode: (a >>> 12) & 0xf, rid: a >>> 16, pasid: b & 0xfffff, prgIndex: c >>> 3, last: FLAG[(c >>> 2) & 1] }
  },
  'pcie.page-request'(bytes, offset = 0) {
    lookAt(bytes, offset, 16)
    const a = readView.getInt32(offset)
    const b = readView.getInt32(offset + 4)
    const c = readView.getInt32(offset + 8)
    const d = readView.getInt32(offset + 12)
    if ((((a & 0xff000fff) ^ 0x30000000) | ((b & 0xff) ^ 4)) !== 0) bad()
    return {
      t9: FLAG[(a >>> 23) & 1],
      tc: (a >>> 20) & 7,
      t8: FLAG[(a >>> 19) & 1],
      attr: ((a >>> 16) & 4) | ((a >>> 12) & 3),
      ln: FLAG[(a >>> 17) & 1],
      th: FLAG[(a >>> 16) & 1],
      td: FLAG[(a >>> 15) & 1],
      ep: FLAG[(a >>> 14) & 1],
      requesterId: b >>> 16,
      tag: (b >>> 8) & 0xff,
      address: bigint(d & 0xfffff000, c),
      prgIndex: (d >>> 3) & 0x1ff,
      last: FLAG[(d >>> 2) & 1],
      write: FLAG[(d >>> 1) & 1],
      read: FLAG[d & 1],
    }
  },
  'pcie.prg-response'(bytes, offset = 0) {
    lookAt(bytes, offset, 16)
    const a = readView.getInt32(offset)
    const b = readView.getInt32(offset + 4)
    const c = readView.getInt32(offset + 8)
    if ((((a & 0xff000fff) ^ 0x32000000) | ((b & 0xff) ^ 5) | (c & 0xe00) | readView.getInt32(offset + 12)) !== 0) bad()
    return {
      t9: FLAG[(a >>> 23) & 1],
      tc: (a >>> 20) & 7,
      t8: FLAG[(a >>> 19) & 1],
      attr: ((a >>> 16) & 4) | ((a >>> 12) & 3),
      ln: FLAG[(a >>> 17) & 1],
      th: FLAG[(a >>> 16) & 1],
      td: FLAG[(a >>> 15) & 1],
      ep: FLAG[(a >>> 14) & 1],
      requesterId: b >>> 16,
      tag: (b >>> 8) & 0xff,
      destinationId: c >>> 16,
      respCode: (c >>> 12) & 0xf,
      prgIndex: c & 0x1ff,
    }
  },
  'linux.page-response-msg'(bytes, offset = 0) {
    lookAt(bytes, offset, 24)
    const c = readView.getInt32(offset + 12, true)
    if ((c & 0xffffc000) !== 0) bad()
    return {
      addr: bigint(readView.getInt32(offset, true), readView.getInt32(offset + 4, true)),
      pasid: readView.getUint32(offset + 8, true),
      respCode: c & 0xf,
      pasidPresent: FLAG[(c >>> 4) & 1],
      pageReqGroupId: (c >>> 5) & 0x1ff,
      type: readView.getUint32(offset + 16, true),
      privateData: readView.getUint32(offset + 20, true),
    }
  },
}
