/** Encoding as a careful engineer writes it for one record: same arguments, same checks of type and range, same bytes. */
import { bit, halve, high, low, opens, refuse, store, storeBig, uint, writeView } from './memory.mjs'

const zeros = (target, from, to) => {
  for (let at = from; at < to; at++) target[at] = 0
}

function writePageRequest(m, target, offset) {
  const pasidPresent = bit(m.pasidPresent)
  const executeRequested = bit(m.executeRequested)
  const privilegedModeRequested = bit(m.privilegedModeRequested)
  const read = bit(m.read)
  const write = bit(m.write)
  const last = bit(m.last)
  if ((pasidPresent | executeRequested | privilegedModeRequested | read | write | last) < 0) refuse()
  const a = 1 | (pasidPresent << 8) | (uint(m.rid, 0xffff) << 16)
  const b = uint(m.pasid, 0xfffff) | (executeRequested << 20) | (privilegedModeRequested << 21)
  halve(m.address)
  if ((low() & 0xfff) !== 0) refuse()
  const c = read | (write << 1) | (last << 2) | (uint(m.prgIndex, 0x1ff) << 3) | low()
  const d = high()
  if (opens(target, offset, 32)) {
    writeView.setInt32(offset, a, true)
    writeView.setInt32(offset + 4, b, true)
    writeView.setInt32(offset + 8, c, true)
    writeView.setInt32(offset + 12, d, true)
    writeView.setFloat64(offset + 16, 0)
    writeView.setFloat64(offset + 24, 0)
  } else {
    store(target, offset, a)
    store(target, offset + 4, b)
    store(target, offset + 8, c)
    store(target, offset + 12, d)
    zeros(target, offset + 16, offset + 32)
  }
}

function writePageGroupResponse(m, target, offset) {
  const pasidPresent = bit(m.pasidPresent)
  const last = m.last === undefined ? 0 : bit(m.last)
  if ((pasidPresent | last) < 0) refuse()
  const a = 9 | (pasidPresent << 4) | (uint(m.respCode, 0xf) << 12) | (uint(m.rid, 0xffff) << 16)
  const b = uint(m.pasid, 0xfffff)
  const c = (uint(m.prgIndex, 0x1ff) << 3) | (last << 2)
  if (opens(target, offset, 32)) {
    writeView.setInt32(offset, a, true)
    writeView.setInt32(offset + 4, b, true)
    writeView.setInt32(offset + 8, c, true)
    writeView.setInt32(offset + 12, 0)
    writeView.setFloat64(offset + 16, 0)
    writeView.setFloat64(offset + 24, 0)
  } else {
    store(target, offset, a)
    store(target, offset + 4, b)
    store(target, offset + 8, c)
    zeros(target, offset + 12, offset + 32)
  }
}

/** The first doubleword of a message; optional fields are 0 where they are left out. */
function header(m, type) {
  const t9 = m.t9 === undefined ? 0 : bit(m.t9)
  const t8 = m.t8 === undefined ? 0 : bit(m.t8)
  const ln = m.ln === undefined ? 0 : bit(m.ln)
  const th = m.th === undefined ? 0 : bit(m.th)
  const td = m.td === undefined ? 0 : bit(m.td)
  const ep = m.ep === undefined ? 0 : bit(m.ep)
  if ((t9 | t8 | ln | th | td | ep) < 0) refuse()
  const tc = m.tc === undefined ? 0 : uint(m.tc, 7)
  const attr = m.attr === undefined ? 0 : uint(m.attr, 7)
  return (
    type | (t9 << 23) | (tc << 20) | (t8 << 19) | ((attr & 4) << 16) | (ln << 17) | (th << 16) |
    (td << 15) | (ep << 14) | ((attr & 3) << 12)
  )
}

function writeTlp(target, offset, a, b, c, d) {
  if (opens(target, offset, 16)) {
    writeView.setInt32(offset, a)
    writeView.setInt32(offset + 4, b)
    writeView.setInt32(offset + 8, c)
    writeView.setInt32(offset + 12, d)
  } else {
    storeBig(target, offset, a)
    storeBig(target, offset + 4, b)
    storeBig(target, offset + 8, c)
    storeBig(target, offset + 12, d)
  }
}

function writePageRequestTlp(m, target, offset) {
  const a = header(m, 0x30000000)
  const b = (uint(m.requesterId, 0xffff) << 16) | ((m.tag === undefined ? 0 : uint(m.tag, 0xff)) << 8) | 4
  const last = bit(m.last)
  const write = bit(m.write)
  const read = bit(m.read)
  if ((last | write | read) < 0) refuse()
  halve(m.address)
  if ((low() & 0xfff) !== 0) refuse()
  writeTlp(target, offset, a, b, high(), low() | (uint(m.prgIndex, 0x1ff) << 3) | (last << 2) | (write << 1) | read)
}

function writePrgResponseTlp(m, target, offset) {
  const a = header(m, 0x32000000)
  const b = (uint(m.requesterId, 0xffff) << 16) | ((m.tag === undefined ? 0 : uint(m.tag, 0xff)) << 8) | 5
  const c = (uint(m.destinationId, 0xffff) << 16) | (uint(m.respCode, 0xf) << 12) | uint(m.prgIndex, 0x1ff)
  writeTlp(target, offset, a, b, c, 0)
}

function writePageResponseMsg(m, target, offset) {
  const { pasid, type, privateData } = m
  if (typeof pasid !== 'number' || pasid >>> 0 !== pasid) refuse()
  if (typeof type !== 'number' || type >>> 0 !== type) refuse()
  if (typeof privateData !== 'number' || privateData >>> 0 !== privateData) refuse()
  const pasidPresent = bit(m.pasidPresent)
  if (pasidPresent < 0) refuse()
  const word = uint(m.respCode, 0xf) | (pasidPresent << 4) | (uint(m.pageReqGroupId, 0x1ff) << 5)
  halve(m.addr)
  if (opens(target, offset, 24)) {
    writeView.setInt32(offset, low(), true)
    writeView.setInt32(offset + 4, high(), true)
    writeView.setInt32(offset + 8, pasid, true)
    writeView.setInt32(offset + 12, word, true)
    writeView.setInt32(offset + 16, type, true)
    writeView.setInt32(offset + 20, privateData, true)
  } else {
    store(target, offset, low())
    store(target, offset + 4, high())
    store(target, offset + 8, pasid)
    store(target, offset + 12, word)
    store(target, offset + 16, type)
    store(target, offset + 20, privateData)
  }
}

export const encodeInto = {
  'vtd.page-request'(message, target, offset = 0) {
    writePageRequest(message, target, offset)
    return 32
  },
  'vtd.page-group-response'(message, target, offset = 0) {
    writePageGroupResponse(message, target, offset)
    return 32
  },
  'pcie.page-request'(message, target, offset = 0) {
    writePageRequestTlp(message, target, offset)
    return 16
  },
  'pcie.prg-response'(message, target, offset = 0) {
    writePrgResponseTlp(message, target, offset)
    return 16
  },
  'linux.page-response-msg'(message, target, offset = 0) {
    writePageResponseMsg(message, target, offset)
    return 24
  },
}

export const encode = {
  'vtd.page-request'(message) {
    const bytes = new Uint8Array(32)
    writePageRequest(message, bytes, 0)
    return bytes
  },
  'vtd.page-group-response'(message) {
    const bytes = new Uint8Array(32)
    writePageGroupResponse(message, bytes, 0)
    return bytes
  },
  'pcie.page-request'(message) {
    const bytes = new Uint8Array(16)
    writePageRequestTlp(message, bytes, 0)
    return bytes
  },
  'pcie.prg-response'(message) {
    const bytes = new Uint8Array(16)
    writePrgResponseTlp(message, bytes, 0)
    return bytes
  },
  'linux.page-response-msg'(message) {
    const bytes = new Uint8Array(24)
    writePageResponseMsg(message, bytes, 0)
    return bytes
  },
}
