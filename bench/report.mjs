/** Rows as Markdown. */

const line = (cells) => `| ${cells.join(' | ')} |`

export function table(head, rows) {
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n')
}

/** A time, with three digits or so. */
export const short = (value) => (value < 1 ? value.toFixed(3) : value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : value.toFixed(0))
export const times = (ratio) => (ratio < 10 ? ratio.toFixed(2) : ratio.toFixed(0))
const both = ({ least, median }) => `${short(least)} / ${short(median)}`

const leastOf = (rows, name) => rows.find((row) => row.name === name)?.least

/** Rows by name, records across: the times, and the ratios of the least ones. */
export function matrix(rows) {
  const ids = [...new Set(rows.map(({ record }) => record))]
  const names = [...new Set(rows.map(({ name }) => name))]
  const of = (id) => rows.filter(({ record }) => record === id)
  const cells = (cell) => names.map((name) => [name, ...ids.map((id) => cell(of(id).find((row) => row.name === name), of(id)))])
  return `least / median

${table(['', ...ids], cells(both))}

Least time, as a multiple of hand-written · of ours

${table(['', ...ids], cells(({ least }, some) => `${times(least / leastOf(some, 'hand-written'))} · ${times(least / leastOf(some, 'ours'))}`))}`
}

/** A row a contender, with what it is a multiple of and the most that it should be: a multiple, or a time. */
export function list(rows, unit) {
  const cells = rows.map(({ name, against, most, least, median }) => {
    const ratio = against === undefined ? undefined : least / leastOf(rows, against)
    const goal = most === undefined ? '' : `at most ${most}${against === undefined ? '' : ' ×'}: ${(ratio ?? least) <= most ? 'reached' : 'missed'}`
    return [name, short(least), short(median), ratio === undefined || against === name ? '' : `${times(ratio)} × ${against}`, goal]
  })
  return table([unit, 'least', 'median', 'least, as a multiple', 'goal'], cells)
}
