/**
 * bit-buffer: a stream of bits, field after field, at most 32 bits at a time. Nothing is checked but in `checking`.
 * The stream is kept while the buffer stays the same; it takes an ArrayBuffer, as it copies any other array.
 */
import { BitStream } from 'bit-buffer'
import { bigint, halve, high, low } from './hand-written/memory.mjs'
import { records } from '../records.mjs'
import { asked, decode as fields } from './words.mjs'

let last
let stream

function streamOf(bytes, offset, big) {
  if (bytes !== last) {
    stream = new BitStream(bytes.buffer)
    stream.bigEndian = big
    last = bytes
  }
  stream.index = (bytes.byteOffset + offset) * 8
  return stream
}

/**
 * Fields in the order in which the stream has them: of a little-endian record, the least significant bits of each word first.
 * `fixed` and `zeros` pass over bits that must have a value.
 */
const decoders = (fixed, zeros) => ({
  'vtd.page-request'(bytes, offset) {
    const s = streamOf(bytes, offset, false)
    fixed(s, 8, 1)
    const pasidPresent = s.readBoolean()
    zeros(s, 7)
    const rid = s.readBits(16)
    const pasid = s.readBits(20)
    const executeRequested = s.readBoolean()
    const privilegedModeRequested = s.readBoolean()
    zeros(s, 10)
    const read = s.readBoolean()
    const write = s.readBoolean()
    const last = s.readBoolean()
    const prgIndex = s.readBits(9)
    const lowPart = s.readBits(20)
    const address = bigint(lowPart << 12, s.readBits(32))
    zeros(s, 128)
    return { pasidPresent, rid, pasid, executeRequested, privilegedModeRequested, read, write, last, prgIndex, address }
  },
  'vtd.page-group-response'(bytes, offset) {
    const s = streamOf(bytes, offset, false)
    fixed(s, 4, 9)
    const pasidPresent = s.readBoolean()
    zeros(s, 4)
    fixed(s, 3, 0)
    const respCode = s.readBits(4)
    const rid = s.readBits(16)
    const pasid = s.readBits(20)
    zeros(s, 14)
    const last = s.readBoolean()
    const prgIndex = s.readBits(9)
    zeros(s, 180)
    return { pasidPresent, respCode, rid, pasid, prgIndex, last }
  },
  'pcie.page-request'(bytes, offset) {
    const s = streamOf(bytes, offset, true)
    fixed(s, 8, 0x30)
    const t9 = s.readBoolean()
    const tc = s.readBits(3)
    const t8 = s.readBoolean()
    const attr2 = s.readBits(1)
    const ln = s.readBoolean()
    const th = s.readBoolean()
    const td = s.readBoolean()
    const ep = s.readBoolean()
    const attr = (attr2 << 2) | s.readBits(2)
    zeros(s, 12)
    const requesterId = s.readBits(16)
    const tag = s.readBits(8)
    fixed(s, 8, 4)
    const highPart = s.readBits(32)
    const address = bigint(s.readBits(20) << 12, highPart)
    const prgIndex = s.readBits(9)
    const last = s.readBoolean()
    const write = s.readBoolean()
    const read = s.readBoolean()
    return { t9, tc, t8, attr, ln, th, td, ep, requesterId, tag, address, prgIndex, last, write, read }
  },
  'pcie.prg-response'(bytes, offset) {
    const s = streamOf(bytes, offset, true)
    fixed(s, 8, 0x32)
    const t9 = s.readBoolean()
    const tc = s.readBits(3)
    const t8 = s.readBoolean()
    const attr2 = s.readBits(1)
    const ln = s.readBoolean()
    const th = s.readBoolean()
    const td = s.readBoolean()
    const ep = s.readBoolean()
    const attr = (attr2 << 2) | s.readBits(2)
    zeros(s, 12)
    const requesterId = s.readBits(16)
    const tag = s.readBits(8)
    fixed(s, 8, 5)
    const destinationId = s.readBits(16)
    const respCode = s.readBits(4)
    zeros(s, 3)
    const prgIndex = s.readBits(9)
    zeros(s, 32)
    return { t9, tc, t8, attr, ln, th, td, ep, requesterId, tag, destinationId, respCode, prgIndex }
  },
  'linux.page-response-msg'(bytes, offset) {
    const s = streamOf(bytes, offset, false)
    const lowPart = s.readBits(32)
    const addr = bigint(lowPart, s.readBits(32))
    const pasid = s.readBits(32)
    const respCode = s.readBits(4)
    const pasidPresent = s.readBoolean()
    const pageReqGroupId = s.readBits(9)
    zeros(s, 18)
    return { addr, pasid, respCode, pasidPresent, pageReqGroupId, type: s.readBits(32), privateData: s.readBits(32) }
  },
})

export const decode = decoders(
  (s, bits) => {
    s.index += bits
  },
  (s, bits) => {
    s.index += bits
  },
)

function demand(s, bits, value) {
  if (s.readBits(bits) !== value) throw new RangeError('fixed or reserved bits')
}

export const strict = ['checking']
/** With the checks of this library. */
export const checking = decoders(demand, (s, bits) => {
  for (; bits > 32; bits -= 32) demand(s, 32, 0)
  demand(s, bits, 0)
})

/** 32-bit words, and the fields by hand. */
export const words = Object.fromEntries(
  Object.entries(fields).map(([id, message]) => {
    const big = id.startsWith('pcie.')
    const count = asked[id]
    return [id, (bytes, offset) => {
      const s = streamOf(bytes, offset, big)
      const w0 = s.readUint32()
      const w1 = s.readUint32()
      const w2 = s.readUint32()
      const w3 = count > 3 ? s.readUint32() : 0
      const w4 = count > 4 ? s.readUint32() : 0
      const w5 = count > 5 ? s.readUint32() : 0
      return message({ w0, w1, w2, w3, w4, w5 })
    }]
  }),
)

function writeHeader(s, m, type, code) {
  s.writeBits(type, 8)
  s.writeBoolean(m.t9)
  s.writeBits(m.tc, 3)
  s.writeBoolean(m.t8)
  s.writeBits(m.attr >>> 2, 1)
  s.writeBoolean(m.ln)
  s.writeBoolean(m.th)
  s.writeBoolean(m.td)
  s.writeBoolean(m.ep)
  s.writeBits(m.attr & 3, 2)
  s.writeBits(0, 12)
  s.writeBits(m.requesterId, 16)
  s.writeBits(m.tag, 8)
  s.writeBits(code, 8)
}

const write = {
  'vtd.page-request'(s, m) {
    halve(m.address)
    s.writeBits(1, 8)
    s.writeBoolean(m.pasidPresent)
    s.writeBits(0, 7)
    s.writeBits(m.rid, 16)
    s.writeBits(m.pasid, 20)
    s.writeBoolean(m.executeRequested)
    s.writeBoolean(m.privilegedModeRequested)
    s.writeBits(0, 10)
    s.writeBoolean(m.read)
    s.writeBoolean(m.write)
    s.writeBoolean(m.last)
    s.writeBits(m.prgIndex, 9)
    s.writeBits(low() >>> 12, 20)
    s.writeBits(high(), 32)
    for (let n = 0; n < 4; n++) s.writeBits(0, 32)
  },
  'vtd.page-group-response'(s, m) {
    s.writeBits(9, 4)
    s.writeBoolean(m.pasidPresent)
    s.writeBits(0, 7)
    s.writeBits(m.respCode, 4)
    s.writeBits(m.rid, 16)
    s.writeBits(m.pasid, 20)
    s.writeBits(0, 14)
    s.writeBoolean(m.last)
    s.writeBits(m.prgIndex, 9)
    s.writeBits(0, 20)
    for (let n = 0; n < 5; n++) s.writeBits(0, 32)
  },
  'pcie.page-request'(s, m) {
    writeHeader(s, m, 0x30, 4)
    halve(m.address)
    s.writeBits(high(), 32)
    s.writeBits(low() >>> 12, 20)
    s.writeBits(m.prgIndex, 9)
    s.writeBoolean(m.last)
    s.writeBoolean(m.write)
    s.writeBoolean(m.read)
  },
  'pcie.prg-response'(s, m) {
    writeHeader(s, m, 0x32, 5)
    s.writeBits(m.destinationId, 16)
    s.writeBits(m.respCode, 4)
    s.writeBits(0, 3)
    s.writeBits(m.prgIndex, 9)
    s.writeBits(0, 32)
  },
  'linux.page-response-msg'(s, m) {
    halve(m.addr)
    s.writeBits(low(), 32)
    s.writeBits(high(), 32)
    s.writeBits(m.pasid, 32)
    s.writeBits(m.respCode, 4)
    s.writeBoolean(m.pasidPresent)
    s.writeBits(m.pageReqGroupId, 9)
    s.writeBits(0, 18)
    s.writeBits(m.type, 32)
    s.writeBits(m.privateData, 32)
  },
}

function each(make) {
  return Object.fromEntries(Object.entries(write).map(([id, fill]) => [id, make(fill, records[id].bytes, id.startsWith('pcie.'))]))
}

export const encode = each((fill, size, big) => (message) => {
  const buffer = new ArrayBuffer(size)
  const s = new BitStream(buffer)
  s.bigEndian = big
  fill(s, message)
  return new Uint8Array(buffer)
})

export const encodeInto = each((fill, size, big) => (message, target, offset) => {
  fill(streamOf(target, offset, big), message)
  return size
})
