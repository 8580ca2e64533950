import type { Layout } from '../spec/vocabulary.ts'
import { bitsOf } from './message.ts'

/** A run of bits of one word, named. */
interface Cell {
  readonly name: string
  readonly short: string
  readonly hi: number
  readonly lo: number
}

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
  const rows = rowsOf(layout)
  const labels = rows.map(({ label }) => label)
  const margin = Math.max(...labels.map((label) => label.length)) + 1
  const pad = ' '.repeat(margin)
  const out = RULER.map((line) => pad + line)
  for (const { label, cells } of rows) {
    out.push(pad + LINE)
    out.push(label.padEnd(margin) + '|' + cells.map((cell) => textOf(cell, keys)).join('|') + '|')
  }
  out.push(pad + LINE)
  return [...out, ...keys.map((key) => pad + key)].map((line) => line.trimEnd()).join('\n')
}

function rowsOf(layout: Layout): { label: string; cells: Cell[] }[] {
  const size = layout.word * 8
  const rows: { label: string; cells: Cell[] }[] = []
  for (let word = 0; word < layout.size / layout.word; word++) {
    for (let hi = size - 1; hi >= 0; hi -= 32) {
      const lo = Math.max(0, hi - 31)
      const label = size > 32 ? bitsOf(layout, [[word, hi, lo]]) : bitsOf(layout, [[word, hi, lo]]).replace(/\[.*/, '')
      rows.push({ label, cells: cellsOf(layout, word, hi, lo) })
    }
  }
  return rows
}

function cellsOf(layout: Layout, word: number, hi: number, lo: number): Cell[] {
  const cells: Cell[] = []
  const add = (name: string, doc: string, at: readonly (readonly [number, number, number, string?])[]): void => {
    for (const [w, h, l] of at) {
      if (w === word && l <= hi && h >= lo) cells.push({ name, short: shortOf(name, doc), hi: Math.min(h, hi), lo: Math.max(l, lo) })
    }
  }
  for (const [name, { at, doc }] of Object.entries(layout.fields)) add(name, doc, at)
  for (const [name, { at, value, doc }] of Object.entries(layout.fixed ?? {})) add(`${name}=${value < 10 ? value : `0x${value.toString(16)}`}`, doc, at)
  for (const slice of layout.reserved ?? []) add('reserved', '', [slice])
  return cells.sort((a, b) => b.hi - a.hi)
}

/** The specification's own short name, which opens the text of many fields: `PP: …`. */
function shortOf(name: string, doc: string): string {
  return /^([A-Za-z0-9]{1,6}):/.exec(doc)?.[1] ?? name
}

function textOf({ name, short, hi, lo }: Cell, keys: string[]): string {
  const room = 2 * (hi - lo + 1) - 1
  let text = [name, short, ...(name === 'reserved' ? [''] : [])].find((candidate) => candidate.length <= room)
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
