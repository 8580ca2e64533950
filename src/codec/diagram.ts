import type { Layout } from '../spec/vocabulary.ts'
import { figure } from './figure.ts'
import type { FigureCell, FigurePart } from './figure.ts'

const RULER = [
  ' 3 3                   2                   1                   0',
  ' 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0',
]
const LINE = '+-'.repeat(32) + '+'

/**
 * The record as a figure of 32 columns, one row for each 32 bits, the most significant bit on the left.
 * A word of 64 bits takes two rows, its high half first. Names that do not fit are numbered and listed below.
 */
export function diagram(layout: Layout): string {
  const keys: string[] = []
  const { parts, rows } = figure(layout)
  const labels = rows.map(({ label }) => label)
  const margin = Math.max(...labels.map((label) => label.length)) + 1
  const pad = ' '.repeat(margin)
  const out = RULER.map((line) => pad + line)
  for (const { label, cells } of rows) {
    out.push(pad + LINE)
    out.push(label.padEnd(margin) + '|' + cells.map((cell) => textOf(parts[cell.part]!, cell, keys)).join('|') + '|')
  }
  out.push(pad + LINE)
  return [...out, ...keys.map((key) => pad + key)].map((line) => line.trimEnd()).join('\n')
}

function textOf(part: FigurePart, { hi, lo }: FigureCell, keys: string[]): string {
  const room = 2 * (hi - lo + 1) - 1
  const { value, short } = part
  const name = value === undefined ? part.name : `${part.name}=${value < 10 ? value : `0x${value.toString(16)}`}`
  let text = [name, short].find((candidate) => candidate !== undefined && candidate.length <= room)
  if (text === undefined) {
    const known = keys.findIndex((key) => key.endsWith(`  ${name}`))
    const n = known >= 0 ? known : keys.push(`${keyOf(keys.length)}  ${name}`) - 1
    text = keyOf(n)
  }
  const left = Math.floor((room - text.length) / 2)
  return ' '.repeat(left) + text + ' '.repeat(room - text.length - left)
}

/** One character, so that it fits the narrowest cell. */
function keyOf(n: number): string {
  return 'abcdefghijklmnopqrstuvwxyz'[n] ?? String.fromCharCode(0x41 + n - 26)
}
