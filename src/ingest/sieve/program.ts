import { Builder, repeated } from '../../codec/wasm/operations.ts'
import type { Program } from '../../codec/wasm/operations.ts'
import { SETS, WIDTH } from './fingerprints.ts'
import type { FingerprintSet } from './fingerprints.ts'

/** Bytes that a round looks at. */
export const ROUND = 32
export const VECTOR = 16

/** Classes of characters: the high halves of their codes, the low ones, and the bit of those that have both. */
type Class = readonly [high: readonly number[], low: readonly number[], bit: number]
const ALL = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]

/** With what hex may begin, or what stands before it; and what may be the second character of a word. */
const CHARACTERS: readonly Class[] = [
  [[0x3], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0xc], 1], // digits, <
  [[0x4, 0x6], [1, 2, 3, 4, 5, 6, 8], 2], // a to f, and h
  [[0x2], [0x2, 0x7, 0x8, 0xe], 4], // quote marks, ( and .
  [[0x1, 0x5, 0x7], [0xb, 0xc], 8], // [ { the backslash, and escape
  [[0x4, 0x6], [0xc], 16], // l
  [[0x5, 0x7], [8], 128], // x
  [[0x2], [0], 32], // blanks
  [[0, 1], ALL, 64],
]
const DIGIT = 0x03
const OPENING = 0x0c
const SECOND = 0x97
const BLANK = 0x60
/** Behind what it may begin: see `BOUNDARIES`. */
const BEHIND: readonly Class[] = [[[0x3], [0xa, 0xb, 0xe], 1], [[0x5], [0xd], 2], [[0x2], [0x9], 4], [[0x7], [0xc], 8], [[0x2], [0xc], 16], [[0x5], [0xf], 32]]
const BOUNDARY = 0x0f
/** What stands between two words, and, with digits, in them. */
const BETWEEN = 0x30
const IN_RUN = 0xa3

/**
 * The loop that looks for line feeds, words, and what hex may stand behind.
 *
 * Parameters: rounds; the address of the bytes, of which `WIDTH` more than are looked at can be read; where to put a bit for
 * each byte that is a line feed, behind which hex may begin, at which a fingerprint of a word begins, or seems to, and which
 * may stand in words of hexadecimal digits or between them.
 */
export function sieveProgram(sets: readonly FingerprintSet[]): Program {
  const b = new Builder(6)
  const groups = Array.from({ length: SETS / 8 }, (_, group) => sets.slice(8 * group, 8 * group + 8))
  const [feed, backslash, underscore, bracket, noBreak, punctuation, low, none] = [b.all(repeated(0x0a, 8)), b.all(repeated(0x5c, 8)), b.all(repeated(0x5f, 8)), b.all(repeated(0x5b, 8)), b.all(repeated(0xa0, 8)), b.all(repeated(0x80, 8)), b.all(repeated(0x0f, 8)), b.all(0)]
  const tablesOf = (classes: readonly Class[]): readonly [low: number, high: number] => [b.constant(table((half) => classesOf(classes, half, 1))), b.constant(table((half) => classesOf(classes, half, 0)))]
  const [characters, boundaries] = [tablesOf(CHARACTERS), tablesOf(BEHIND)]
  for (let at = 0; at < ROUND; at += VECTOR) {
    const found: number[] = []
    const classes: number[] = []
    let boundary = 0
    let escape = 0
    let [marked, blank] = [0, 0]
    for (let i = 0; i < WIDTH; i++) {
      const bytes = b.load(1, at + i)
      const lows = b.binary('v128.and', bytes, low)
      const highs = b.masked(b.shifted(bytes, -4, 16), repeated(0x0f, 8))
      const both = ([lowTable, highTable]: readonly [low: number, high: number]): number => b.binary('v128.and', b.binary('i8x16.swizzle', lowTable, lows), b.binary('i8x16.swizzle', highTable, highs))
      if (i === 0) {
        b.storeBits(2, at / 8, b.binary('i8x16.eq', bytes, feed))
        boundary = both(boundaries)
        marked = b.binary('i8x16.eq', bytes, backslash)
        blank = b.or([b.binary('i8x16.eq', bytes, noBreak), b.binary('i8x16.eq', bytes, punctuation)])
      } else if (i === 1) {
        escape = b.binary('i8x16.eq', bytes, backslash)
        marked = b.binary('v128.and', marked, b.or([b.binary('i8x16.eq', bytes, underscore), b.binary('i8x16.eq', bytes, bracket)]))
      }
      classes[i] = both(characters)
      groups.forEach((group, g) => {
        const fits = both([b.constant(table((half) => takenBy(group, (set) => set.low[i]!, half))), b.constant(table((half) => takenBy(group, (set) => set.high[i]!, half)))])
        found[g] = i === 0 ? fits : b.binary('v128.and', found[g]!, fits)
      })
    }
    const isAny = (value: number): number => b.binary('i8x16.ne', value, none)
    const all = (...values: readonly number[]): number => values.reduce((one, other) => b.binary('v128.and', one, other))
    const has = (i: number, bits: number): number => isAny(b.masked(classes[i]!, repeated(bits, 8)))
    const begins = (i: number): number => b.or([has(i, OPENING), all(has(i, DIGIT), has(i + 1, SECOND))])
    const behind = b.or([begins(1), all(has(1, BLANK), b.or([has(2, BLANK), begins(2)]))])
    const row = all(has(0, BLANK), b.or([escape, all(has(1, DIGIT), has(2, DIGIT), has(3, BLANK))]))
    b.storeBits(3, at / 8, b.or([all(isAny(b.masked(boundary, repeated(BOUNDARY, 8))), behind), row, marked, blank]))
    b.storeBits(4, at / 8, isAny(b.or(found)))
    b.storeBits(5, at / 8, isAny(b.or([b.masked(classes[0]!, repeated(IN_RUN, 8)), b.masked(boundary, repeated(BETWEEN, 8))])))
  }
  b.advance(1, ROUND)
  for (const bits of [2, 3, 4, 5]) b.advance(bits, ROUND / 8)
  return b.program([['i32.const', 0]])
}

const classesOf = (classes: readonly Class[], half: number, which: 0 | 1): number => classes.reduce((bits, one) => (one[which].includes(half) ? bits | one[2] : bits), 0)

/** For a half of a byte, a bit for each set of eight that takes it. */
const takenBy = (group: readonly FingerprintSet[], halves: (set: FingerprintSet) => number, half: number): number =>
  group.reduce((bits, set, bit) => bits | (((halves(set) >> half) & 1) << bit), 0)

/** A byte for each half of a byte, as the words of a vector. */
function table(byteOf: (half: number) => number): number[] {
  const words = [0, 0, 0, 0]
  for (let half = 0; half < 16; half++) words[half >> 2]! |= byteOf(half) << (8 * (half & 3))
  return words
}
