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

export const decode = each((codec) => codec.decode)
/** The same, each record an array of its own. */
export const aloneDecode = each((codec) => (bytes) => codec.decode(bytes))
export const alone = ['aloneDecode']
export const encode = each((codec) => codec.encode)
export const encodeInto = each((codec) => codec.encodeInto)

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
export const freshColumns = each((codec) => (bytes) => () => codec.columns(bytes, { strict: true }))
export const uncheckedColumns = each((codec) => (bytes) => {
  const into = codec.columns(bytes).columns
  return () => ({ columns: codec.columns(bytes, { into }).columns })
})
