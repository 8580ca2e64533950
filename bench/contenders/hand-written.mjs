/** What a careful engineer writes for each record by hand: the floor. For a little-endian host. */
export { columns } from './hand-written/columns.mjs'
export { decode } from './hand-written/decode.mjs'
export { encode, encodeInto } from './hand-written/encode.mjs'
export { view } from './hand-written/view.mjs'

export const strict = ['decode']
export const checked = ['decode', 'encode', 'encodeInto']
