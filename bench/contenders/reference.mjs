/** The reference codec: the plain walk over the table, as `defineRecord` gives it for a layout of one's own. */
import { defineRecord, record } from '../../dist/index.js'
import { records } from '../records.mjs'

export const strict = ['decode']
export const checked = ['decode', 'encode', 'encodeInto']

const codecs = Object.keys(records).map((id) => [id, defineRecord(record(id).layout)])

function each(verb) {
  return Object.fromEntries(codecs.map(([id, codec]) => [id, verb(codec)]))
}

export const decode = each((codec) => codec.decode)
export const encode = each((codec) => codec.encode)
export const encodeInto = each((codec) => codec.encodeInto)
export const view = each((codec) => (bytes) => {
  const view = codec.view(bytes)
  return (offset) => view.moveTo(offset)
})
