import type { Bits } from '../../spec/vocabulary.ts'
import { unitOf } from '../columns/arrays.ts'
import { zerosOf } from '../message.ts'
import { maskOf } from '../plan.ts'
import type { Piece, Plan, PlannedField } from '../plan.ts'
import { Builder, repeated } from './operations.ts'
import type { Program } from './operations.ts'
import { EVEN_WORDS, HIGH_BYTES, HIGH_HALVES, HIGH_PAIRS, HIGH_WORDS, LOW_BYTES, LOW_HALVES, LOW_PAIRS, LOW_WORDS, ODD_WORDS, SWAPPED } from './shuffles.ts'

/**
 * The loop that makes records of columns. What lies in one byte, or in one half, of a lane is put together there, and
 * then spread to the lanes; four lanes at a time are turned into rows.
 *
 * Parameters: how many times sixteen records; the address of the first; the address of each column. It may write up to 15
 * bytes behind the last record. It returns 0 where every value fits; where one does not, the records are wrong. Without
 * `stores` it only looks.
 */
export function scatter(bits: Bits, plan: Plan, fields: readonly PlannedField[], stores: boolean): Program {
  const b = new Builder(2 + fields.length)
  const bad = b.accumulator(0)
  const terms = termsOf(plan.lanes)
  fields.forEach((field, i) => spread(b, terms, field, 2 + i, bad))
  if (stores) storeRows(b, bits, plan, lanesOf(b, plan, terms))
  b.advance(1, 16 * bits.size)
  return b.program([['local.get', bad], ['v128.any_true']])
}

/** What is to be ORed: for each lane its bytes, of sixteen records; its halves, of eight and eight; itself, of four times four. */
interface Terms {
  readonly bytes: readonly (readonly number[][])[]
  readonly halves: readonly (readonly (readonly number[][])[])[]
  readonly words: readonly (readonly number[][])[]
}

function termsOf(lanes: number): Terms {
  const lists = (count: number): number[][] => Array.from({ length: count }, () => [])
  const each = <T>(make: () => T): T[] => Array.from({ length: lanes }, make)
  return { bytes: each(() => lists(4)), halves: each(() => [lists(2), lists(2)]), words: each(() => lists(4)) }
}

/** Loads a column, looks at what does not fit, and adds its bits to the terms. */
function spread(b: Builder, terms: Terms, { field, pieces, width }: PlannedField, column: number, bad: number): void {
  const unit = unitOf(field)
  const zeros = zerosOf(field)
  const vectors = Array.from({ length: unit }, (_, n) => b.load(column, 16 * n))
  b.advance(column, 16 * unit)
  /** What may not be set in a value, of which bit 0 is bit `base`. */
  const outside = (base: number): number => {
    let mask = 0
    for (let bit = 0; bit < Math.min(32, 8 * unit); bit++) if (base + bit < zeros || base + bit >= zeros + width) mask |= 1 << bit
    return mask
  }
  const look = (value: number, mask: number, element: 8 | 16 | 32): void => {
    if (mask !== 0) b.accumulate('v128.or', bad, b.masked(value, repeated(mask, element)))
  }
  const within = ({ lo, width: bits }: Piece, element: number): boolean => Math.floor(lo / element) === Math.floor((lo + bits - 1) / element)
  /** The bits of a piece at their place in an element. */
  const moved = (value: number, { to, width: bits }: Piece, lo: number, element: 8 | 16 | 32, base = 0): number => {
    const at = to - base
    const shifted = b.shifted(value, lo - at, element === 32 ? 32 : 16)
    // A value that fits has no other bits, and one that does not is refused.
    const alone = pieces.every((other) => (other.to < 32) !== (to < 32) || other.to === to)
    return alone ? shifted : b.masked(shifted, repeated(maskOf(bits) << lo, element))
  }

  if (unit < 8) for (const value of vectors) look(value, outside(0), (8 * unit) as 8 | 16 | 32)
  if (unit === 1 && pieces.every((piece) => within(piece, 8))) {
    for (const piece of pieces) terms.bytes[piece.lane]![piece.lo >> 3]!.push(moved(vectors[0]!, piece, piece.lo & 7, 8))
    return
  }
  const halves = unit === 1 ? interleaved(b, vectors[0]!, b.all(0), LOW_BYTES, HIGH_BYTES) : vectors
  if (unit <= 2 && pieces.every((piece) => within(piece, 16))) {
    for (const piece of pieces) halves.forEach((value, n) => terms.halves[piece.lane]![piece.lo >> 4]![n]!.push(moved(value, piece, piece.lo & 15, 16)))
    return
  }
  for (let quarter = 0; quarter < 4; quarter++) {
    const [low, high] = wordsOf(b, unit, unit <= 2 ? halves : vectors, quarter)
    if (high !== undefined) {
      look(low, outside(0), 32)
      look(high, outside(32), 32)
    }
    for (const piece of pieces) terms.words[piece.lane]![quarter]!.push(piece.to < 32 ? moved(low, piece, piece.lo, 32) : moved(high!, piece, piece.lo, 32, 32))
  }
}

/** The values of four records as words; of 64 bits as two. */
function wordsOf(b: Builder, unit: number, vectors: readonly number[], quarter: number): readonly [low: number, high?: number] {
  if (unit === 4) return [vectors[quarter]!]
  if (unit < 4) return [b.shuffle(vectors[quarter >> 1]!, b.all(0), quarter % 2 === 0 ? LOW_HALVES : HIGH_HALVES)]
  const [one, two] = [vectors[2 * quarter]!, vectors[2 * quarter + 1]!]
  return [b.shuffle(one, two, EVEN_WORDS), b.shuffle(one, two, ODD_WORDS)]
}

function interleaved(b: Builder, one: number, two: number, low: readonly number[], high: readonly number[]): number[] {
  return [b.shuffle(one, two, low), b.shuffle(one, two, high)]
}

/** The four vectors of each lane; one for all where it is the same in every record. */
function lanesOf(b: Builder, { lanes, fixedValue }: Plan, { bytes, halves, words }: Terms): readonly (readonly number[] | number)[] {
  return Array.from({ length: lanes }, (_, lane) => {
    const terms = words[lane]!.map((list) => [...list])
    const both = [0, 1].map((half) => {
      const values = halves[lane]![half]!.map((list) => [...list])
      const [low, high] = [bytes[lane]![2 * half]!, bytes[lane]![2 * half + 1]!]
      if (low.length + high.length > 0) interleaved(b, b.or(low), b.or(high), LOW_BYTES, HIGH_BYTES).forEach((value, n) => values[n]!.push(value))
      return values
    })
    for (const n of [0, 1]) {
      const [low, high] = [both[0]![n]!, both[1]![n]!]
      if (low.length + high.length > 0) interleaved(b, b.or(low), b.or(high), LOW_HALVES, HIGH_HALVES).forEach((value, i) => terms[2 * n + i]!.push(value))
    }
    if (terms[0]!.length === 0) return fixedValue[lane]!
    return terms.map((list) => b.or(fixedValue[lane] === 0 ? list : [...list, b.all(fixedValue[lane]!)]))
  })
}

/** Record after record, so that what is written behind a record is overwritten by the next. */
function storeRows(b: Builder, { size, order }: Bits, plan: Plan, lanes: readonly (readonly number[] | number)[]): void {
  const swapped = (row: number): number => (order === 'big' ? b.shuffle(row, row, SWAPPED) : row)
  const groups = Array.from({ length: Math.ceil(plan.lanes / 4) }, (_, group) => Math.max(0, Math.min(4 * group, plan.lanes - 4)))
  for (let quarter = 0; quarter < 4; quarter++) {
    const rows = groups.map((first) => {
      const four = [0, 1, 2, 3].map((n) => lanes[first + n] ?? 0)
      if (four.every((lane) => typeof lane === 'number')) return Array<number>(4).fill(swapped(b.constant(four)))
      const [p, q, r, s] = four.map((lane) => (typeof lane === 'number' ? b.all(lane) : lane[quarter]!))
      const [low, high] = [interleaved(b, p!, q!, LOW_WORDS, HIGH_WORDS), interleaved(b, r!, s!, LOW_WORDS, HIGH_WORDS)]
      return [0, 1].flatMap((half) => interleaved(b, low[half]!, high[half]!, LOW_PAIRS, HIGH_PAIRS).map(swapped))
    })
    for (let r = 0; r < 4; r++) rows.forEach((group, i) => b.store(1, (4 * quarter + r) * size + 4 * groups[i]!, group[r]!))
  }
}
