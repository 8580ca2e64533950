/** The fork of binary-parser that also encodes. Its little-endian bit fields do not come back as they were, so: 32-bit words. No range is checked. */
import { Parser } from 'binary-parser-encoder'
import { records } from '../records.mjs'
import { each, encode as words } from './words.mjs'

export const encode = each((id, order) => {
  const size = records[id].bytes
  let parser = new Parser({ smartBufferSize: size }).endianess(order)
  for (let n = 0; n < size / 4; n++) parser = parser.uint32(`w${n}`)
  const wordsOf = words[id]
  return (message) => parser.encode(wordsOf(message))
})
