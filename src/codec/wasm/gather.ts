import type { Bits } from '../../spec/vocabulary.ts'
import { unitOf } from '../columns/arrays.ts'
import { maskOf } from '../plan.ts'
import type { Piece, Plan, PlannedField } from '../plan.ts'
import { Builder, repeated } from './operations.ts'
import type { Operation, Program } from './operations.ts'
import { HIGH_PAIRS, HIGH_WORDS, LOW_PAIRS, LOW_WORDS, SWAPPED } from './shuffles.ts'

/**
 * The loop that makes columns of records. Rows of four lanes are turned into a vector for each lane, packed into halves
 * and bytes where fields lie in such, and shifted and masked together.
 *
 * Parameters: how many times sixteen records; the address of the first; the address of each column. It may read up to 15
 * bytes behind the last record. It returns 0 where `checked` is false, or where all records have the fixed and reserved
 * bits that they must have.
 */
export function gather(bits: Bits, plan: Plan, fields: readonly PlannedField[], checked: boolean): Program {
  const b = new Builder(2 + fields.length)
  const after: Operation[] = []
  const lanes = lanesOf(b, bits, plan, new Set(fields.flatMap(({ pieces }) => pieces.map(({ lane }) => lane))), checked, after)
  const parts = partsOf(b, lanes)
  fields.forEach((field, i) => store(b, lanes, parts, field, 2 + i))
  b.advance(1, 16 * bits.size)
  return b.program(after.length === 0 ? [['i32.const', 0]] : [...after, ['v128.any_true']])
}

/** A vector of four records for each of the four quarters of sixteen, by lane. */
type Lanes = readonly (readonly number[])[]

/** Loads the lanes that are used, and looks at the bits of all that must be as they are. */
function lanesOf(b: Builder, { size, order }: Bits, plan: Plan, used: ReadonlySet<number>, checked: boolean, after: Operation[]): Lanes {
  const columns: number[][] = Array.from({ length: plan.lanes }, () => [])
  for (let group = 0; group < plan.lanes; group += 4) {
    // The last four lanes overlap those before, so that nothing is read behind the record; each lane is taken once.
    const first = Math.max(0, Math.min(group, plan.lanes - 4))
    const own = (n: number): boolean => n >= group && n < plan.lanes
    const four = [first, first + 1, first + 2, first + 3]
    const mask = four.map((n) => (checked && own(n) ? plan.fixedMask[n]! | plan.reservedMask[n]! : 0))
    const value = four.map((n) => (checked && own(n) ? plan.fixedValue[n]! : 0))
    const wanted = four.filter((n) => own(n) && used.has(n))
    const ors = mask.some(Boolean) ? b.accumulator(0) : undefined
    const ands = value.some(Boolean) ? b.accumulator(-1) : undefined
    if (ors === undefined && wanted.length === 0) continue
    for (let quarter = 0; quarter < 4; quarter++) {
      const rows = [0, 1, 2, 3].map((r) => {
        const loaded = b.load(1, (4 * quarter + r) * size + 4 * first)
        const row = order === 'big' ? b.shuffle(loaded, loaded, SWAPPED) : loaded
        if (ors !== undefined) b.accumulate('v128.or', ors, row)
        if (ands !== undefined) b.accumulate('v128.and', ands, row)
        return row
      })
      const pairs = (pattern: readonly number[]): number[] => [b.shuffle(rows[0]!, rows[1]!, pattern), b.shuffle(rows[2]!, rows[3]!, pattern)]
      const low = wanted.some((n) => n - first < 2) ? pairs(LOW_WORDS) : []
      const high = wanted.some((n) => n - first > 1) ? pairs(HIGH_WORDS) : []
      for (const n of wanted) {
        const [one, two] = n - first < 2 ? low : high
        columns[n]!.push(b.shuffle(one!, two!, (n - first) % 2 === 0 ? LOW_PAIRS : HIGH_PAIRS))
      }
    }
    for (const local of [ors, ands]) {
      if (local === undefined) continue
      // A bit that must be 0 shows in what was ORed, one that must be 1 in what was ANDed.
      const seen = after.length > 0
      after.push(['local.get', local], ['v128.const', mask], ['v128.and'], ['v128.const', value], ['v128.xor'])
      if (seen) after.push(['v128.or'])
    }
  }
  return columns
}

/** Halves and bytes of lanes, each made once, when it is first asked for. */
interface Parts {
  /** A half of a lane, of eight records and of eight more. */
  half(lane: number, half: number): readonly number[]
  /** A byte of a lane, of sixteen records. */
  byte(lane: number, byte: number): number
}

function partsOf(b: Builder, lanes: Lanes): Parts {
  const halves: (readonly number[])[] = []
  const bytes: number[] = []
  const half = (lane: number, n: number): readonly number[] => {
    const key = 2 * lane + n
    let found = halves[key]
    if (!found) {
      const [p, q, r, s] = lanes[lane]!.map((words) => (n === 0 ? b.masked(words, 0xffff) : b.shifted(words, -16, 32)))
      halves[key] = found = [b.binary('i16x8.narrow_i32x4_u', p!, q!), b.binary('i16x8.narrow_i32x4_u', r!, s!)]
    }
    return found
  }
  const byte = (lane: number, n: number): number => {
    const key = 4 * lane + n
    let found = bytes[key]
    if (found === undefined) {
      const [p, q] = half(lane, n >> 1).map((values) => (n % 2 === 0 ? b.masked(values, 0xff00ff) : b.shifted(values, -8, 16)))
      bytes[key] = found = b.binary('i8x16.narrow_i16x8_u', p!, q!)
    }
    return found
  }
  return { half, byte }
}

function store(b: Builder, lanes: Lanes, parts: Parts, { field, pieces }: PlannedField, column: number): void {
  const unit = unitOf(field)
  /** Whether a piece lies in one byte, or in one half, of its lane. */
  const within = ({ lo, width }: Piece): boolean => Math.floor(lo / (8 * unit)) === Math.floor((lo + width - 1) / (8 * unit))
  /** The bits of a piece at their place in the value, out of a vector of elements of 8, 16 or 32 bits in which they begin at `bit`. */
  const moved = (value: number, bit: number, { to, width }: Piece, element: 8 | 16 | 32, base = 0): number => {
    const at = to - base
    const shifted = b.shifted(value, at - bit, element === 32 ? 32 : 16)
    // Bytes are shifted in twos, so that bits of the one get into the other. Elsewhere a shift to the edge leaves nothing to mask.
    const alone = element === 8 ? width === 8 : (bit + width === element && at === 0) || (bit === 0 && at + width === element)
    return alone ? shifted : b.masked(shifted, repeated(maskOf(width) << at, element))
  }
  const words = (quarter: number, base = 0): number =>
    b.or(pieces.filter(({ to }) => to >= base && to < base + 32).map((piece) => moved(lanes[piece.lane]![quarter]!, piece.lo, piece, 32, base)))
  const narrow = unit < 4 && pieces.every(within)

  if (unit === 1) {
    const halves = (): number[] => [0, 2].map((quarter) => b.binary('i16x8.narrow_i32x4_u', words(quarter), words(quarter + 1)))
    const bytes = (): number => b.or(pieces.map((piece) => moved(parts.byte(piece.lane, piece.lo >> 3), piece.lo & 7, piece, 8)))
    const packed = (): number => {
      const [p, q] = halves()
      return b.binary('i8x16.narrow_i16x8_u', p!, q!)
    }
    b.store(column, 0, narrow ? bytes() : packed())
  } else if (unit === 2) {
    for (const n of [0, 1]) {
      const value = narrow
        ? b.or(pieces.map((piece) => moved(parts.half(piece.lane, piece.lo >> 4)[n]!, piece.lo & 15, piece, 16)))
        : b.binary('i16x8.narrow_i32x4_u', words(2 * n), words(2 * n + 1))
      b.store(column, 16 * n, value)
    }
  } else if (unit === 4) {
    for (let quarter = 0; quarter < 4; quarter++) b.store(column, 16 * quarter, words(quarter))
  } else {
    for (let quarter = 0; quarter < 4; quarter++) {
      const low = words(quarter)
      const high = words(quarter, 32)
      b.store(column, 32 * quarter, b.shuffle(low, high, LOW_WORDS))
      b.store(column, 32 * quarter + 16, b.shuffle(low, high, HIGH_WORDS))
    }
  }
  b.advance(column, 16 * unit)
}
