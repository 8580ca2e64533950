/** What was set out to reach with the verbs, and what was reached, for each record. */
import { table, times } from './report.mjs'

/** The fastest of the contenders whose name matches. */
const fastest = (rows, pattern) => Math.min(...rows.filter(({ name }) => pattern.test(name)).map(({ least }) => least))
const one = (rows, wanted) => fastest(rows.filter(({ name }) => name === wanted), /./)
const ours = (rows) => one(rows, 'ours')
const inC = /loop in C/

/** Per verb: what should be, the ratio, and the least or the most that it should be. */
const goals = {
  decode: [
    ['12 times as fast as binary-parser', (rows) => fastest(rows, /^binary-parser.*(words|fields)$/) / ours(rows), { least: 12 }],
    ['5 times as fast as any rival that checks as much', (rows) => fastest(rows, /with all checks/) / ours(rows), { least: 5 }],
    ['… that reads the fields, unchecked', (rows) => fastest(rows, /^(bit-buffer|Kaitai Struct|binary-parser, bit fields|typed-binary.*)$/) / ours(rows), { least: 5 }],
    ['1.15 of hand-written', (rows) => ours(rows) / one(rows, 'hand-written'), { most: 1.15 }],
    ['each record an array of its own: 1.6 of one large buffer', (rows) => fastest(rows, /array of its own/) / ours(rows), { most: 1.6 }],
  ],
  encodeInto: [['1.1 of hand-written', (rows) => ours(rows) / one(rows, 'hand-written'), { most: 1.1 }]],
  columns: [
    ['in place: 1.3 times C', (rows) => one(rows, 'ours, in place') / fastest(rows, inC), { most: 1.3 }],
    ['copied in and out: 1.3 times C', (rows) => ours(rows) / fastest(rows, inC), { most: 1.3 }],
    ['by batches: as fast as C', (rows) => fastest(rows, /batches/) / fastest(rows, inC), { most: 1 }],
    ['by batches: 2.2 times a plain copy in C', (rows) => fastest(rows, /batches/) / fastest(rows, /copy in C/), { most: 2.2 }],
    ['three fields: 0.6 of all', (rows) => fastest(rows, /three fields/) / ours(rows), { most: 0.6 }],
    ['by defineRecord: as generated', (rows) => fastest(rows, /defineRecord/) / ours(rows), { most: 1.05 }],
  ],
}

/** A table of the goals of a verb; nothing where it has none. */
export function goalsOf(verb, rows) {
  const ids = [...new Set(rows.map(({ record }) => record))]
  const lines = (goals[verb] ?? []).map(([goal, ratio, { least = 0, most = Infinity }]) => {
    const ratios = ids.map((id) => ratio(rows.filter(({ record }) => record === id)))
    // Where there is no C, there is nothing to compare with.
    const known = ratios.every((value) => Number.isFinite(value) && value > 0)
    return [goal, ratios.map((value) => (known ? times(value) : '-')).join(' · '), !known ? '-' : ratios.every((value) => value >= least && value <= most) ? 'reached' : 'missed']
  })
  return lines.length === 0 ? '' : `\n\n${table(['goal', 'least times, per record in the order above', ''], lines)}`
}
