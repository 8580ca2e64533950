/**
 * For rivals that read and write 32-bit words but not the fields in them: the fields by hand, as well as can be done.
 * A record is `{ w0, w1 … }`, its words from the first; in `decode`, words that are always 0 are not asked for.
 */
import { bigint, FLAG, halve, high, low } from './hand-written/memory.mjs'

export const decode = {
  'vtd.page-request': ({ w0, w1, w2, w3 }) => ({
    pasidPresent: FLAG[(w0 >>> 8) & 1],
    rid: w0 >>> 16,
    pasid: w1 & 0xfffff,
    executeRequested: FLAG[(w1 >>> 20) & 1],
    privilegedModeRequested: FLAG[(w1 >>> 21) & 1],
    read: FLAG[w2 & 1],
    write: FLAG[(w2 >>> 1) & 1],
    last: FLAG[(w2 >>> 2) & 1],
    prgIndex: (w2 >>> 3) & 0x1ff,
    address: bigint(w2 & 0xfffff000, w3),
  }),
  'vtd.page-group-response': ({ w0, w1, w2 }) => ({
    pasidPresent: FLAG[(w0 >>> 4) & 1],
    respCode: (w0 >>> 12) & 0xf,
    rid: w0 >>> 16,
    pasid: w1 & 0xfffff,
    prgIndex: (w2 >>> 3) & 0x1ff,
    last: FLAG[(w2 >>> 2) & 1],
  }),
  'pcie.page-request': ({ w0, w1, w2, w3 }) => ({
    t9: FLAG[(w0 >>> 23) & 1],
    tc: (w0 >>> 20) & 7,
    t8: FLAG[(w0 >>> 19) & 1],
    attr: ((w0 >>> 16) & 4) | ((w0 >>> 12) & 3),
    ln: FLAG[(w0 >>> 17) & 1],
    th: FLAG[(w0 >>> 16) & 1],
    td: FLAG[(w0 >>> 15) & 1],
    ep: FLAG[(w0 >>> 14) & 1],
    requesterId: w1 >>> 16,
    tag: (w1 >>> 8) & 0xff,
    address: bigint(w3 & 0xfffff000, w2),
    prgIndex: (w3 >>> 3) & 0x1ff,
    last: FLAG[(w3 >>> 2) & 1],
    write: FLAG[(w3 >>> 1) & 1],
    read: FLAG[w3 & 1],
  }),
  'pcie.prg-response': ({ w0, w1, w2 }) => ({
    t9: FLAG[(w0 >>> 23) & 1],
    tc: (w0 >>> 20) & 7,
    t8: FLAG[(w0 >>> 19) & 1],
    attr: ((w0 >>> 16) & 4) | ((w0 >>> 12) & 3),
    ln: FLAG[(w0 >>> 17) & 1],
    th: FLAG[(w0 >>> 16) & 1],
    td: FLAG[(w0 >>> 15) & 1],
    ep: FLAG[(w0 >>> 14) & 1],
    requesterId: w1 >>> 16,
    tag: (w1 >>> 8) & 0xff,
    destinationId: w2 >>> 16,
    respCode: (w2 >>> 12) & 0xf,
    prgIndex: w2 & 0x1ff,
  }),
  'linux.page-response-msg': ({ w0, w1, w2, w3, w4, w5 }) => ({
    addr: bigint(w0, w1),
    pasid: w2,
    respCode: w3 & 0xf,
    pasidPresent: FLAG[(w3 >>> 4) & 1],
    pageReqGroupId: (w3 >>> 5) & 0x1ff,
    type: w4,
    privateData: w5,
  }),
}

/** How many words `decode` asks for. */
export const asked = {
  'vtd.page-request': 4,
  'vtd.page-group-response': 3,
  'pcie.page-request': 4,
  'pcie.prg-response': 3,
  'linux.page-response-msg': 6,
}

/** The flags come as numbers: `true << 8` is one. */
const header = (m, type) =>
  (type | (m.t9 << 23) | (m.tc << 20) | (m.t8 << 19) | ((m.attr & 4) << 16) | (m.ln << 17) | (m.th << 16) |
    (m.td << 15) | (m.ep << 14) | ((m.attr & 3) << 12)) >>> 0

export const encode = {
  'vtd.page-request'(m) {
    halve(m.address)
    return {
      w0: (1 | (m.pasidPresent << 8) | (m.rid << 16)) >>> 0,
      w1: m.pasid | (m.executeRequested << 20) | (m.privilegedModeRequested << 21),
      w2: (m.read | (m.write << 1) | (m.last << 2) | (m.prgIndex << 3) | low()) >>> 0,
      w3: high(),
      w4: 0,
      w5: 0,
      w6: 0,
      w7: 0,
    }
  },
  'vtd.page-group-response': (m) => ({
    w0: (9 | (m.pasidPresent << 4) | (m.respCode << 12) | (m.rid << 16)) >>> 0,
    w1: m.pasid,
    w2: (m.last << 2) | (m.prgIndex << 3),
    w3: 0,
    w4: 0,
    w5: 0,
    w6: 0,
    w7: 0,
  }),
  'pcie.page-request'(m) {
    halve(m.address)
    return {
      w0: header(m, 0x30000000),
      w1: ((m.requesterId << 16) | (m.tag << 8) | 4) >>> 0,
      w2: high(),
      w3: (low() | (m.prgIndex << 3) | (m.last << 2) | (m.write << 1) | m.read) >>> 0,
    }
  },
  'pcie.prg-response': (m) => ({
    w0: header(m, 0x32000000),
    w1: ((m.requesterId << 16) | (m.tag << 8) | 5) >>> 0,
    w2: ((m.destinationId << 16) | (m.respCode << 12) | m.prgIndex) >>> 0,
    w3: 0,
  }),
  'linux.page-response-msg'(m) {
    halve(m.addr)
    return { w0: low(), w1: high(), w2: m.pasid, w3: m.respCode | (m.pasidPresent << 4) | (m.pageReqGroupId << 5), w4: m.type, w5: m.privateData }
  },
}

/** One function per record. */
export function each(make) {
  return Object.fromEntries(Object.keys(asked).map((id) => [id, make(id, id.startsWith('pcie.') ? 'big' : 'little')]))
}
