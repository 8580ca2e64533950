/**
 * binary-parser, in its three correct formulations. None checks fixed or reserved bits.
 *
 * Its bit fields are right in big-endian records only, so a little-endian one is read as 32-bit words, or turned round
 * first. It adds `$parent` and `$root` to each result and deletes them again, which makes a slow object of it.
 */
import { Parser } from 'binary-parser'
import { bigint, FLAG } from './hand-written/memory.mjs'
import { asked, each, decode as fields } from './words.mjs'

/** It makes a DataView of what it is given, so it is given each record as an array of its own. */
export const alone = ['decode', 'declared', 'tuned']

function words(id, order) {
  let parser = new Parser().endianness(order)
  for (let n = 0; n < asked[id]; n++) parser = parser.uint32(`w${n}`)
  return parser
}

/** 32-bit words, and the fields by hand. */
export const decode = each((id, order) => {
  const parser = words(id, order)
  const fieldsOf = fields[id]
  return (bytes) => fieldsOf(parser.parse(bytes))
})

/** What it adds goes nowhere, so the object stays fast: not foreseen by the library, but it works. */
class Words {
  constructor() {
    this.w0 = 0
    this.w1 = 0
    this.w2 = 0
    this.w3 = 0
    this.w4 = 0
    this.w5 = 0
  }
  set $parent(_) {}
  set $root(_) {}
}

export const tuned = each((id, order) => {
  const parser = words(id, order).create(Words)
  const fieldsOf = fields[id]
  return (bytes) => fieldsOf(parser.parse(bytes))
})

const headerOf = () =>
  new Parser().endianness('big').bit8('fmtType')
    .bit1('t9').bit3('tc').bit1('t8').bit1('attr2').bit1('ln').bit1('th').bit1('td').bit1('ep').bit2('attr').bit12('zero')
    .bit16('requesterId').bit8('tag').bit8('code')

const header = (p) => ({
  t9: FLAG[p.t9], tc: p.tc, t8: FLAG[p.t8], attr: (p.attr2 << 2) | p.attr, ln: FLAG[p.ln], th: FLAG[p.th], td: FLAG[p.td], ep: FLAG[p.ep],
  requesterId: p.requesterId, tag: p.tag,
})

/** The first bytes of a little-endian record, last byte first: its fields then stand as in a big-endian record. */
function turned(size, parser, message) {
  const scratch = new Uint8Array(512).subarray(0, size)
  return (bytes) => {
    for (let i = 0; i < size; i++) scratch[size - 1 - i] = bytes[i]
    return message(parser.parse(scratch))
  }
}

function straight(parser, message) {
  return (bytes) => message(parser.parse(bytes))
}

/** Bit fields. */
export const declared = {
  'vtd.page-request': turned(
    16,
    new Parser().bit32('high').bit20('low').bit9('prgIndex').bit1('last').bit1('write').bit1('read')
      .bit10('zero').bit1('privileged').bit1('execute').bit20('pasid').bit16('rid').bit7('zero').bit1('pasidPresent').bit8('type'),
    (p) => ({
      pasidPresent: FLAG[p.pasidPresent],
      rid: p.rid,
      pasid: p.pasid,
      executeRequested: FLAG[p.execute],
      privilegedModeRequested: FLAG[p.privileged],
      read: FLAG[p.read],
      write: FLAG[p.write],
      last: FLAG[p.last],
      prgIndex: p.prgIndex,
      address: bigint(p.low << 12, p.high),
    }),
  ),
  'vtd.page-group-response': turned(
    12,
    new Parser().bit20('zero').bit9('prgIndex').bit1('last').bit2('zero').bit12('zero').bit20('pasid')
      .bit16('rid').bit4('respCode').bit7('type').bit1('pasidPresent').bit4('zero'),
    (p) => ({ pasidPresent: FLAG[p.pasidPresent], respCode: p.respCode, rid: p.rid, pasid: p.pasid, prgIndex: p.prgIndex, last: FLAG[p.last] }),
  ),
  'pcie.page-request': straight(headerOf().bit32('high').bit20('low').bit9('prgIndex').bit1('last').bit1('write').bit1('read'), (p) => ({
    ...header(p),
    address: bigint(p.low << 12, p.high),
    prgIndex: p.prgIndex,
    last: FLAG[p.last],
    write: FLAG[p.write],
    read: FLAG[p.read],
  })),
  'pcie.prg-response': straight(headerOf().bit16('destinationId').bit4('respCode').bit3('zero').bit9('prgIndex'), (p) => ({
    ...header(p),
    destinationId: p.destinationId,
    respCode: p.respCode,
    prgIndex: p.prgIndex,
  })),
  'linux.page-response-msg': turned(
    24,
    new Parser().bit32('privateData').bit32('type').bit18('zero').bit9('group').bit1('pasidPresent').bit4('respCode').bit32('pasid').bit32('high').bit32('low'),
    (p) => ({
      addr: bigint(p.low, p.high),
      pasid: p.pasid,
      respCode: p.respCode,
      pasidPresent: FLAG[p.pasidPresent],
      pageReqGroupId: p.group,
      type: p.type,
      privateData: p.privateData,
    }),
  ),
}
