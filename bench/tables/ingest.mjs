/** The library's reader of text, on logs that hold nothing, some and much; and the least that a program of one's own would do. */
import { read } from '../../dist/ingest.js'
import { lines } from '../texts.mjs'

const SIZE = 1 << 20
/** One line of so many holds a record. */
const SOME = 1000
const MUCH = 10

export const title = 'Text read by the library: a synthetic log of 1 MiB'
export const unit = 'ns per line'
export const calls = 1

const log = (every) => {
  const all = lines(SIZE, every)
  return { text: all.join('\n'), hits: all.flatMap((_, i) => (i % every === every - 1 ? [i + 1] : [])) }
}

export const input = () => ({ none: log(Infinity), some: log(SOME), much: log(MUCH) })
export const units = lines(SIZE).length

/** Ten words that records have, looked for in each line. */
const WORDS = /Invalid page request|prq_report|IO_PAGE_FAULT|TLP Header|QI HEAD|QI PRIOR|PPR|event 0x|CMD_|page-request/
const searched = (text) => text.split('\n').flatMap((line, i) => (WORDS.test(line) ? [i + 1] : []))
const found = ({ items }) => items.map(({ line }) => line)

const split = 'split into lines, and ten words looked for by a regular expression'
export const contenders = {
  [split]: { call: ({ none }) => () => searched(none.text), expected: ({ none }) => none.hits },
  '`read`, no line with a record': { call: ({ none }) => () => read(none.text), as: found, expected: ({ none }) => none.hits, against: split },
  [`one of ${SOME} lines`]: { call: ({ some }) => () => read(some.text), as: found, expected: ({ some }) => some.hits, against: split },
  [`one of ${MUCH} lines`]: { call: ({ much }) => () => read(much.text), as: found, expected: ({ much }) => much.hits, against: split },
}
