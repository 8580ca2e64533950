/** This library, as a user gets it: the main entry of the built package. */
import { defineRecord, linux, pcie, vtd } from '../../dist/index.js'

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
export const encode = {
  'vtd.page-request': (message) => vtd.pageRequest.encode(message),
  'vtd.page-group-response': (message) => vtd.pageGroupResponse.encode(message),
  'pcie.page-request': (message) => pcie.pageRequest.encode(message),
  'pcie.prg-response': (message) => pcie.prgResponse.encode(message),
  'linux.page-response-msg': (message) => linux.pageResponseMsg.encode(message),
}
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

export const columns = each((codec) => (bytes) => {
  const into = codec.columns(bytes).columns
  return () => codec.columns(bytes, { strict: true, into })
})
/** The records and the columns where the loop reads and writes them in place. */
export const allocatedColumns = each((codec) => (bytes) => {
  const room = codec.allocateColumns(bytes.length / codec.size)
  room.bytes.set(bytes)
  return () => codec.columns(room.bytes, { strict: true, into: room.columns })
})
/** The same layout as one of the user's own. */
export const definedColumns = each((codec) => (bytes) => {
  const defined = defineRecord(codec.layout)
  const into = defined.columns(bytes).columns
  return () => defined.columns(bytes, { strict: true, into })
})
/** With a consumer, which adds up a column. */
export const batches = each((codec) => (bytes) => () => {
  const name = 'pageReqGroupId' in codec.layout.fields ? 'pageReqGroupId' : 'prgIndex'
  const bad = []
  let sum = 0
  for (const batch of codec.batches(bytes, { strict: true })) {
    const column = batch.columns[name]
    for (let i = 0; i < batch.count; i++) sum += column[i]
    for (const i of batch.bad) bad.push(i)
  }
  return { sums: { [name]: sum }, bad }
})
/** A requester, a code or an address, and the group: what a filter asks for. */
export const threeColumns = each((codec) => (bytes) => {
  const fields = Object.keys(codec.layout.fields).filter((name) => ['rid', 'requesterId', 'pasid', 'tag', 'prgIndex', 'pageReqGroupId', 'respCode'].includes(name)).slice(0, 3)
  const into = codec.columns(bytes, { fields }).columns
  return () => codec.columns(bytes, { strict: true, fields, into })
})
export const parts = ['threeColumns', 'batches']
export const freshColumns = each((codec) => (bytes) => () => codec.columns(bytes, { strict: true }))
export const uncheckedColumns = each((codec) => (bytes) => {
  const into = codec.columns(bytes).columns
  return () => ({ columns: codec.columns(bytes, { into }).columns })
})

/** Columns back to bytes, into an array that is used again; and where the loop reads and writes them in place. */
export const encodeColumns = each((codec) => (bytes) => {
  const { columns } = codec.columns(bytes)
  const into = new Uint8Array(bytes.length)
  return () => ({ columns: { bytes: codec.encodeColumns(columns, { into }) } })
})
export const encodeAllocated = each((codec) => (bytes) => {
  const room = codec.allocateColumns(bytes.length / codec.size)
  codec.columns(bytes, { into: room.columns })
  return () => ({ columns: { bytes: codec.encodeColumns(room.columns, { into: room.bytes }) } })
})
export const copies = ['encodeColumns', 'encodeAllocated']
