/** The results as Markdown. */

const row = (cells) => `| ${cells.join(' | ')} |`

function table(head, rows) {
  return [row(head), row(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(row)].join('\n')
}

const short = (ns) => (ns < 100 ? ns.toFixed(1) : ns.toFixed(0))
const times = (ratio) => (ratio < 10 ? ratio.toFixed(2) : ratio.toFixed(0))

const minOf = (runs, name) => runs.find((run) => run.name === name)?.min

/** One table of times, one of ratios. `results`: per record the runs of the contenders. */
export function tables(title, results, count) {
  const ids = Object.keys(results)
  const names = results[ids[0]].map(({ name }) => name)
  const cells = (cell) => names.map((name) => [name, ...ids.map((id) => cell(results[id].find((run) => run.name === name), id))])
  return `
### ${title}

ns per record, least / median${count ? `, of ${count.toLocaleString('en')} records` : ''}

${table(['', ...ids], cells(({ min, median }) => `${short(min)} / ${short(median)}`))}

Least time, as a multiple of hand-written · of ours

${table(['', ...ids], cells(({ min }, id) => `${times(min / minOf(results[id], 'hand-written'))} · ${times(min / minOf(results[id], 'ours'))}`))}`
}

export function weights({ imports, packages, bundles }) {
  return `
### Weight

${table(['import, ms', 'least', 'median'], imports.map(({ name, min, median }) => [name, min.toFixed(2), median.toFixed(2)]))}

Packages that the main entry imports: ${packages.length === 0 ? 'none' : packages.join(', ')}.

${table(['in a bundle by esbuild, bytes', 'minified', 'gzipped'], bundles.map(({ name, minified, gzipped }) => [name, minified, gzipped]))}`
}

/** The fastest of the contenders whose name matches. */
function fastest(runs, pattern) {
  return Math.min(...runs.filter(({ name }) => pattern.test(name)).map(({ min }) => min))
}

/** What was set out to reach, and what was reached, for each record. */
export function goals(results, weight) {
  const rows = []
  const each = (verb, goal, value, reached) => {
    if (!results[verb]) return
    const values = Object.values(results[verb]).map((runs) => value(runs, minOf(runs, 'ours')))
    if (values.some(Number.isNaN) || !values.every(Number.isFinite)) return
    rows.push([goal, values.map(times).join(' · '), values.every(reached) ? 'yes' : 'no'])
  }
  each('decode', 'decode: 12 times as fast as binary-parser', (runs, ours) => fastest(runs, /^binary-parser.*(words|fields)$/) / ours, (v) => v >= 12)
  each('decode', '… outwitted', (runs, ours) => fastest(runs, /outwitted/) / ours, (v) => v >= 12)
  each('decode', 'decode: 5 times as fast as any rival that checks as much', (runs, ours) => fastest(runs, /with all checks/) / ours, (v) => v >= 5)
  each('decode', '… that reads the fields, unchecked', (runs, ours) => fastest(runs, /^(bit-buffer|Kaitai Struct|binary-parser, bit fields|typed-binary.*)$/) / ours, (v) => v >= 5)
  each('decode', 'decode: 1.15 of hand-written', (runs, ours) => ours / minOf(runs, 'hand-written'), (v) => v <= 1.15)
  each('encodeInto', 'encodeInto: 1.2 of hand-written', (runs, ours) => ours / minOf(runs, 'hand-written'), (v) => v <= 1.2)
  each('columns', 'columns, in place: 1.3 times C', (runs) => minOf(runs, 'ours, in place') / fastest(runs, /loop in C/), (v) => v <= 1.3)
  each('columns', '… copied in and out', (runs, ours) => ours / fastest(runs, /loop in C/), (v) => v <= 1.3)
  each('columns', 'columns by batches: as fast as C', (runs) => fastest(runs, /batches/) / fastest(runs, /loop in C/), (v) => v <= 1)
  each('columns', '… and 2.2 times a plain copy in C', (runs) => fastest(runs, /batches/) / fastest(runs, /copy in C/), (v) => v <= 2.2)
  each('columns', 'three fields: 0.6 of all', (runs, ours) => fastest(runs, /three fields/) / ours, (v) => v <= 0.6)
  each('columns', 'by defineRecord: as generated', (runs, ours) => fastest(runs, /defineRecord/) / ours, (v) => v <= 1.05)
  if (weight) {
    const [empty, main] = weight.imports
    const [, both] = weight.bundles
    rows.push(['import of the main entry: 10 ms more than an empty module', (main.min - empty.min).toFixed(1), main.min - empty.min <= 10 ? 'yes' : 'no'])
    rows.push(['packages imported: none', weight.packages.length, weight.packages.length === 0 ? 'yes' : 'no'])
    rows.push(['decode and encode of one record: 3,000 bytes gzipped', both.gzipped, both.gzipped < 3000 ? 'yes' : 'no'])
  }
  return `\n### Goals\n\n${table(['goal', 'least times, per record in the order above', 'reached'], rows)}\n`
}
