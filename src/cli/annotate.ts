import { bitsOf, widthOf } from '../codec/message.ts'
import { rawAt } from '../codec/raw.ts'
import { valueOf } from '../codec/reference.ts'
import type { Stretch } from '../packet/index.ts'
import type { Layout, Slice } from '../spec/vocabulary.ts'
import { readingOf } from './packet.ts'
import { table } from './table.ts'
import type { Cell } from './table.ts'
import type { Style } from './terminal.ts'

interface Run {
  readonly slice: Slice
  readonly name: string
  readonly meaning: string
  /** Where it is another than that of the table. */
  readonly clause?: string | undefined
  readonly wrong?: boolean
}

/**
 * An annotated dump: each word with its bytes, and below it every run of its bits, the highest first: where it is, what it
 * is, and what it says. The clauses stand below, by number.
 * @param known masks of the bits that are there; without it all are
 */
export function annotated(bytes: Uint8Array, stretches: readonly Stretch[], style: Style, width: number, known?: Uint8Array): string[] {
  const clauses: string[] = []
  const rows = stretches.flatMap(({ at, layout, size }) => (layout ? ofLayout(bytes, known, at, layout, clauses, style) : ofData(bytes, known, at, size, style)))
  return [...table(rows, width, 2), ...table(clauses.map((clause, i) => [`[${i + 1}]`, { text: clause, paint: style.dim }]), width, 2)]
}

function ofData(bytes: Uint8Array, known: Uint8Array | undefined, at: number, size: number, style: Style): Cell[][] {
  const rows: Cell[][] = []
  for (let from = at; from < at + size; from += 16) rows.push([place(from, style), { text: hexOf(bytes, known, from, Math.min(16, at + size - from)), paint: style.bold }])
  return rows
}

function ofLayout(bytes: Uint8Array, known: Uint8Array | undefined, at: number, layout: Layout, clauses: string[], style: Style): Cell[][] {
  const part = bytes.subarray(at, at + layout.size)
  const there = known?.subarray(at, at + layout.size)
  const isThere = (slices: readonly Slice[]): boolean => there === undefined || rawAt(layout, there, 0, slices) === (1n << BigInt(widthOf(slices))) - 1n
  const runs = runsOf(layout, part, isThere)
  const mark = (clause: string): string => {
    if (!clauses.includes(clause)) clauses.push(clause)
    return `[${clauses.indexOf(clause) + 1}]`
  }
  const whole = mark(layout.clause)
  // Of a header that stands alone, the words that are data are not there.
  return Array.from({ length: layout.size / layout.word }, (_, word) => word).flatMap((word): Cell[][] => at + word * layout.word >= bytes.length ? [] : [
    [place(at + word * layout.word, style), { text: hexOf(bytes, known, at + word * layout.word, layout.word), paint: style.bold }, '', '', word === 0 ? { text: `${layout.title} ${whole}`, paint: style.dim } : ''],
    ...runs.filter(({ slice }) => slice[0] === word).sort((a, b) => b.slice[1] - a.slice[1]).map(({ slice, name, meaning, clause, wrong }): Cell[] => [
      '',
      { text: bitsOf(layout, [slice]), paint: style.dim },
      isThere([slice]) ? `0x${rawAt(layout, part, 0, [slice]).toString(16)}` : '??',
      { text: name, paint: wrong ? style.bad : name === 'reserved' ? style.dim : style.name },
      { text: [meaning, clause && mark(clause)].filter(Boolean).join(' '), paint: wrong ? style.bad : style.dim },
    ]),
  ])
}

function runsOf(layout: Layout, part: Uint8Array, isThere: (slices: readonly Slice[]) => boolean): Run[] {
  return [
    ...Object.entries(layout.fields).flatMap(([name, field]): Run[] => {
      const raw = rawAt(layout, part, 0, field.at)
      const meaning = isThere(field.at) ? readingOf(layout, name, raw, valueOf(field, raw)) : 'not there'
      // What a field means stands at its highest bits; its other runs say whose they are.
      return field.at.map((slice, i) => ({ slice, name, meaning: i === 0 ? meaning : `with ${bitsOf(layout, [field.at[0]!])}`, ...(i === 0 && { clause: field.clause }) }))
    }),
    ...Object.entries(layout.fixed ?? {}).flatMap(([name, { at, value }]): Run[] => {
      const wrong = isThere(at) && rawAt(layout, part, 0, at) !== BigInt(value)
      return at.map((slice) => ({ slice, name, meaning: wrong ? `0x${value.toString(16)} belongs here` : 'fixed', wrong }))
    }),
    ...(layout.reserved ?? []).map(([word, hi, lo, note]): Run => {
      const slice: Slice = [word, hi, lo]
      const wrong = isThere([slice]) && rawAt(layout, part, 0, [slice]) !== 0n
      return { slice, name: 'reserved', meaning: [wrong ? '0 belongs here' : '', note === undefined ? '' : `(${note})`].filter(Boolean).join(' '), wrong }
    }),
  ]
}

const place = (at: number, style: Style): Cell => ({ text: `0x${at.toString(16).padStart(2, '0')}`, paint: style.dim })

function hexOf(bytes: Uint8Array, known: Uint8Array | undefined, at: number, size: number): string {
  return Array.from({ length: Math.min(size, bytes.length - at) }, (_, i) => (known === undefined || known[at + i] === 0xff ? bytes[at + i]!.toString(16).padStart(2, '0') : '??')).join(' ')
}
