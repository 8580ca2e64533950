import { bitsOf } from '../codec/message.ts'
import type { Form, FormField } from './form.ts'

/** Which bits of a record, read as one integer, stand behind each bit of a value: the set for bit n at n. */
export type Sources = Set<number>[]

/** Says that a bit of the record stands behind a bit of a value. */
export function note(sources: Sources, valueBit: number, recordBit: number): void {
  while (sources.length <= valueBit) sources.push(new Set())
  sources[valueBit]!.add(recordBit)
}

/** What the table says of a field. */
export function dueOf({ flat, zeros }: Pick<FormField, 'flat' | 'zeros'>): Sources {
  const due: Sources = Array.from({ length: zeros }, () => new Set())
  for (const { lo, width } of flat) for (let n = 0; n < width; n++) due.push(new Set([lo + n]))
  return due
}

export function sameSources(a: Sources, b: Sources): boolean {
  const text = (sources: Sources): string => sources.map((set) => [...set].sort((x, y) => x - y).join(' ')).join(',').replace(/,+$/, '')
  return text(a) === text(b)
}

/** Bit `bit` of word `word` in the record as one integer. */
export function flatOf({ size, word: bytes, order }: Form, word: number, bit: number): number {
  return 8 * bytes * (order === 'little' ? word : size / bytes - 1 - word) + bit
}

/** Bits of the record as one integer in the numbering of the source, runs that descend together: `q1[10:3]`. */
export function placesText({ layout, size, word: bytes, order }: Form, bits: readonly number[]): string {
  const slices: [word: number, hi: number, lo: number][] = []
  for (const flat of bits) {
    const n = Math.floor(flat / (8 * bytes))
    const [word, bit] = [order === 'little' ? n : size / bytes - 1 - n, flat % (8 * bytes)]
    const last = slices.at(-1)
    if (last && last[0] === word && last[2] === bit + 1) last[2] = bit
    else slices.push([word, bit, bit])
  }
  return bitsOf(layout, slices)
}

/** The record bits behind a value, most significant first: `q1[10:3]`. A value bit that nothing feeds is `0`, one that several feed `{a|b}`. */
export function textOf(form: Form, has: Sources, due: Sources): string {
  const top = has.findLastIndex((set) => set.size > 0)
  if (top < 0) return 'nothing'
  const bottom = has.findIndex((set) => set.size > 0)
  const parts: (string | number[])[] = []
  for (let n = top; n >= bottom; n--) {
    const sources = [...has[n]!]
    const last = parts.at(-1)
    if (sources.length !== 1) parts.push(sources.length === 0 ? '0' : `{${sources.map((bit) => placesText(form, [bit])).join('|')}}`)
    else if (Array.isArray(last)) last.push(sources[0]!)
    else parts.push([sources[0]!])
  }
  const text = parts.map((part) => (typeof part === 'string' ? part : placesText(form, part))).join(' ')
  const dueBottom = due.findIndex((set) => set.size > 0)
  return bottom === dueBottom ? text : `${text} as value bits ${top}:${bottom}`
}
