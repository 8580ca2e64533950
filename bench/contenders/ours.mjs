/** This library, as a user gets it: the main entry of the built package. */
import { linux, pcie, vtd } from '../../dist/index.js'

export const strict = ['decode', 'aloneDecode']
export const checked = ['decode', 'encode', 'encodeInto']

const codecs = {
  'vtd.page-request': vtd.pageRequest,
  'vtd.page-group-response': vtd.pageGroupResponse,
  'pcie.page-request': pcie.pageRequest,
  'pcie.prg-response': pcie.prgResponse,
  'linux.page-response-msg': linux.pageResponseMsg,
}

function each(verb) {
  return Object.fromEntries(Object.entries(codecs).map(([id, codec]) => [id, verb(codec)]))
}

/** Called as the README shows it. */
export const decode = {
  'vtd.page-request': (bytes, offset) => vtd.pageRequest.decode(bytes, offset),
  'vtd.page-group-response': (bytes, offset) => vtd.pageGroupResponse.decode(bytes, offset),
  'pcie.page-request': (bytes, offset) => pcie.pageRequest.decode(bytes, offset),
  'pcie.prg-response': (bytes, offset) => pcie.prgResponse.decode(bytes, offset),
  'linux.page-response-msg': (bytes, offset) => linux.pageResponseMsg.decode(bytes, offset),
}
/** The same, each record an array of its own. */
export const aloneDecode = each((codec) => (bytes) => codec.decode(bytes))
export const alone = ['aloneDecode']
export const encode = each((codec) => (message) => codec.encode(message))
export const encodeInto = {
  'vtd.page-request': (message, target, offset) => vtd.pageRequest.encodeInto(message, target, offset),
  'vtd.page-group-response': (message, target, offset) => vtd.pageGroupResponse.encodeInto(message, target, offset),
  'pcie.page-request': (message, target, offset) => pcie.pageRequest.encodeInto(message, target, offset),
  'pcie.prg-response': (message, target, offset) => pcie.prgResponse.encodeInto(message, target, offset),
  'linux.page-response-msg': (message, target, offset) => linux.pageResponseMsg.encodeInto(message, target, offset),
}

export const view = each((codec) => (bytes) => {
  const view = codec.view(bytes)
  return (offset) => view.moveTo(offset)
})
export const newView = each((codec) => (bytes) => (offset) => codec.view(bytes, offset))
/** What a view saves: the same fields read from a decoded object. */
export const decoded = each((codec) => (bytes) => (offset) => codec.decode(bytes, offset))

/** Reads a column through, as a consumer does that counts. */
const sumOf = (column, count) => {
  let sum = 0
  for (let i = 0; i < count; i++) sum += column[i]
  return sum
}
/** A column that every record of the bench has, by its name. */
const counted = (columns) => columns.prgIndex ?? columns.group

export const columns = each((codec) => (bytes) => {
  const into = codec.columns(bytes).columns
  return () => codec.columns(bytes, { strict: true, into })
})
export const allocatedColumns = each((codec) => (bytes) => {
  const room = codec.allocateColumns(bytes.length / codec.size)
  room.bytes.set(bytes)
  return (given = bytes) => {
    if (given !== bytes) room.bytes.set(given)
    return codec.columns(room.bytes, { strict: true, into: room.columns })
  }
})
export const definedColumns = each((codec) => (bytes) => {
  const defined = defineRecord(codec.layout)
  const into = codec.columns(bytes).columns
  return () => defined.columns(bytes, { strict: true, into })
})
export const batchColumns = each((codec) => (bytes) => {
  const total = { bad: [] }
  return () => {
    let sum = 0
    total.bad = []
    for (const { columns, count, bad } of codec.batches(bytes, { strict: true })) {
      sum += sumOf(counted(columns), count)
      for (const i of bad) total.bad.push(i)
    }
    total.sum = sum
    return total
  }
})
export const threeColumns = each((codec) => (bytes) => {
  const fields = Object.keys(codec.layout.fields).filter((name) => three.includes(name))
  const into = codec.columns(bytes, { fields }).columns
  return () => codec.columns(bytes, { strict: true, fields, into })
})
const three = ['rid', 'requesterId', 'pasid', 'tag', 'prgIndex', 'group', 'respCode']
export const freshColumns = each((codec) => (bytes) => () => codec.columns(bytes, { strict: true }))
export const uncheckedColumns = each((codec) => (bytes) => {
  const into = codec.columns(bytes).columns
  return () => ({ columns: codec.columns(bytes, { into }).columns })
})
