/**
 * Kaitai Struct: parsers that its compiler makes of a format (kaitai-formats.mjs), and its runtime. Fixed and reserved
 * bits are read over. The stream is kept while the buffer stays the same. Its names and its halves are put right by hand.
 */
import { createRequire } from 'node:module'
import { bigint } from './hand-written/memory.mjs'
import { each, decode as fields } from './words.mjs'

const require = createRequire(import.meta.url)
const KaitaiStream = require('kaitai-struct/KaitaiStream')

let last
let stream

function streamAt(bytes, offset) {
  if (bytes !== last) {
    stream = new KaitaiStream(bytes.buffer, bytes.byteOffset)
    last = bytes
  }
  stream.seek(offset)
  stream.alignToByte()
  return stream
}

/** The messages are made of what the parsers give. */
const messages = {
  'vtd.page-request': (p) => ({
    pasidPresent: p.pasidPresent,
    rid: p.rid,
    pasid: p.pasid,
    executeRequested: p.execute,
    privilegedModeRequested: p.privileged,
    read: p.read,
    write: p.write,
    last: p.last,
    prgIndex: p.prgIndex,
    address: bigint(p.low << 12, p.high),
  }),
  'vtd.page-group-response': (p) => ({ pasidPresent: p.pasidPresent, respCode: p.respCode, rid: p.rid, pasid: p.pasid, prgIndex: p.prgIndex, last: p.last }),
  'pcie.page-request': (p) => ({
    t9: p.t9,
    tc: p.tc,
    t8: p.t8,
    attr: (p.attr2 << 2) | p.attr,
    ln: p.ln,
    th: p.th,
    td: p.td,
    ep: p.ep,
    requesterId: p.requesterId,
    tag: p.tag,
    address: bigint(p.low << 12, p.high),
    prgIndex: p.prgIndex,
    last: p.last,
    write: p.write,
    read: p.read,
  }),
  'pcie.prg-response': (p) => ({
    t9: p.t9,
    tc: p.tc,
    t8: p.t8,
    attr: (p.attr2 << 2) | p.attr,
    ln: p.ln,
    th: p.th,
    td: p.td,
    ep: p.ep,
    requesterId: p.requesterId,
    tag: p.tag,
    destinationId: p.destinationId,
    respCode: p.respCode,
    prgIndex: p.prgIndex,
  }),
  'linux.page-response-msg': (p) => ({
    addr: bigint(p.low, p.high),
    pasid: p.pasid,
    respCode: p.respCode,
    pasidPresent: p.pasidPresent,
    pageReqGroupId: p.group,
    type: p.type,
    privateData: p.privateData,
  }),
}

function parser(kind, messages) {
  return each((id) => {
    const { Record } = require(`${process.env.BENCH_DIRECTORY}/${id}.${kind}.cjs`)
    const message = messages[id]
    return (bytes, offset) => message(new Record(streamAt(bytes, offset)))
  })
}

/** Bit fields. */
export const decode = parser('fields', messages)
/** 32-bit words, and the fields by hand. */
export const words = parser('words', fields)
