/**
 * The records of the bench: how to make a message at random, what a caller reads of a view, and how to spoil a record.
 * Messages are literals in the order of the fields, as a program would write them.
 */

/** mulberry32: a small generator with a seed, so that every process makes the same messages. */
export function random(seed) {
  const next = () => {
    seed = (seed + 0x6d2b79f5) | 0
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return (t ^ (t >>> 14)) >>> 0
  }
  return {
    uint: (bits) => next() >>> (32 - bits),
    flag: () => next() >= 0x80000000,
    page: () => ((BigInt(next()) << 32n) | BigInt(next())) & ~0xfffn,
  }
}

const one = (flag) => (flag ? 1 : 0)

export const records = {
  'vtd.page-request': {
    bytes: 32,
    make: ({ flag, uint, page }) => ({
      pasidPresent: flag(),
      rid: uint(16),
      pasid: uint(20),
      executeRequested: flag(),
      privilegedModeRequested: flag(),
      read: flag(),
      write: flag(),
      last: flag(),
      prgIndex: uint(9),
      address: page(),
    }),
    three: (m) => m.rid + m.prgIndex + one(m.last),
    small: (m) =>
      one(m.pasidPresent) + m.rid + m.pasid + one(m.executeRequested) + one(m.privilegedModeRequested) +
      one(m.read) + one(m.write) + one(m.last) + m.prgIndex,
    large: (m) => m.address,
    wrong: { address: [1n, -4096n, 1n << 64n] },
    limits: { rid: 0xffff, pasid: 0xfffff, prgIndex: 0x1ff },
    fixed: [0, 0x02],
    reserved: [31, 0x80],
  },
  'vtd.page-group-response': {
    bytes: 32,
    make: ({ flag, uint }) => ({ pasidPresent: flag(), respCode: uint(4), rid: uint(16), pasid: uint(20), prgIndex: uint(9), last: flag() }),
    three: (m) => m.rid + m.prgIndex + m.respCode,
    small: (m) => one(m.pasidPresent) + m.respCode + m.rid + m.pasid + m.prgIndex + one(m.last),
    limits: { respCode: 0xf, rid: 0xffff, pasid: 0xfffff, prgIndex: 0x1ff },
    fixed: [0, 0x02],
    reserved: [8, 0x01],
  },
  'pcie.page-request': {
    bytes: 16,
    make: ({ flag, uint, page }) => ({
      t9: flag(),
      tc: uint(3),
      t8: flag(),
      attr: uint(3),
      ln: flag(),
      th: flag(),
      td: flag(),
      ep: flag(),
      requesterId: uint(16),
      tag: uint(8),
      address: page(),
      prgIndex: uint(9),
      last: flag(),
      write: flag(),
      read: flag(),
    }),
    three: (m) => m.requesterId + m.prgIndex + one(m.last),
    small: (m) =>
      one(m.t9) + m.tc + one(m.t8) + m.attr + one(m.ln) + one(m.th) + one(m.td) + one(m.ep) +
      m.requesterId + m.tag + m.prgIndex + one(m.last) + one(m.write) + one(m.read),
    large: (m) => m.address,
    wrong: { address: [1n, -4096n, 1n << 64n] },
    limits: { tc: 7, attr: 7, requesterId: 0xffff, tag: 0xff, prgIndex: 0x1ff },
    fixed: [0, 0x02],
    reserved: [3, 0x01],
  },
  'pcie.prg-response': {
    bytes: 16,
    make: ({ flag, uint }) => ({
      t9: flag(),
      tc: uint(3),
      t8: flag(),
      attr: uint(3),
      ln: flag(),
      th: flag(),
      td: flag(),
      ep: flag(),
      requesterId: uint(16),
      tag: uint(8),
      destinationId: uint(16),
      respCode: uint(4),
      prgIndex: uint(9),
    }),
    three: (m) => m.destinationId + m.prgIndex + m.respCode,
    small: (m) =>
      one(m.t9) + m.tc + one(m.t8) + m.attr + one(m.ln) + one(m.th) + one(m.td) + one(m.ep) +
      m.requesterId + m.tag + m.destinationId + m.respCode + m.prgIndex,
    limits: { tc: 7, attr: 7, requesterId: 0xffff, tag: 0xff, destinationId: 0xffff, respCode: 0xf, prgIndex: 0x1ff },
    fixed: [0, 0x01],
    reserved: [12, 0x80],
  },
  'linux.page-response-msg': {
    bytes: 24,
    make: ({ flag, uint, page }) => ({
      // The numbers that occur, of which V8 keeps each in the object itself, and not any of 32 bits.
      addr: page(),
      pasid: uint(20),
      respCode: uint(4),
      pasidPresent: flag(),
      pageReqGroupId: uint(9),
      type: 1 + uint(1),
      privateData: uint(23),
    }),
    three: (m) => m.pasid + m.pageReqGroupId + m.respCode,
    small: (m) => m.pasid + m.respCode + one(m.pasidPresent) + m.pageReqGroupId + m.type + m.privateData,
    large: (m) => m.addr,
    wrong: { addr: [-1n, 1n << 64n] },
    limits: { pasid: 0xffffffff, respCode: 0xf, pageReqGroupId: 0x1ff, type: 0xffffffff, privateData: 0xffffffff },
    reserved: [15, 0x80],
  },
}

/** Records of the single verbs: few enough that they stay in the second-level cache. */
export const SINGLE = 1024

/** The first `count` messages of a record. */
export function messagesOf(id, count) {
  const source = random(1)
  return Array.from({ length: count }, () => records[id].make(source))
}

/** Messages as bytes, one after the other. */
export function written({ size, encodeInto }, messages) {
  const bytes = new Uint8Array(messages.length * size)
  messages.forEach((message, i) => encodeInto(message, bytes, i * size))
  return bytes
}
