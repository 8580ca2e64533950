import { isListOf } from './codec/arguments.ts'
import { CodecError } from './codec/errors.ts'
import { checkBytes } from './codec/explain.ts'
import { bitsOf, widthOf } from './codec/message.ts'
import { bitPositions, countBits, readBits, writeBits } from './codec/positions.ts'
import { tryDecode } from './codec/reference.ts'
import { doubtsOf } from './plausible.ts'
import { records } from './registry.ts'
import { perLayout } from './spec/per-layout.ts'
import type { Values } from './spec/rules/context.ts'
import type { Layout } from './spec/vocabulary.ts'

/** What arguments are checked against: errors name it as their record. */
const IDENTIFY = { id: 'identify', size: 1, word: 1, order: 'little', label: '+', fields: {} } as const

/** A record that bytes can be. */
export interface Candidate {
  readonly id: string
  /** How many records of it there are, and the bytes that are left behind the last. */
  readonly count: number
  readonly rest: number
  /** How many bits speak for it: those that are fixed, and reserved bits that are 0. Chance sets each in half of all bytes. */
  readonly evidence: number
  /** Reserved bits that are set, over all records. */
  readonly reservedSet: number
  /** What speaks against them beside: see `doubtsOf`. */
  readonly doubts: number
}

export interface IdentifyOptions {
  /** Only records for which this holds: of one family, of one place. */
  readonly only?: (layout: Layout) => boolean
}

/** The bits of a record that a stranger would have to hit by chance, in the order of memory. */
interface Marks {
  readonly fixedMask: Uint8Array
  readonly fixedValue: Uint8Array
  readonly reservedMask: Uint8Array
  /** Number of fixed and reserved bits. */
  readonly all: number
}

const marksOf = /* @__PURE__ */ perLayout((layout): Marks => {
  const { size } = layout
  const [fixedMask, fixedValue, reservedMask] = [new Uint8Array(size), new Uint8Array(size), new Uint8Array(size)]
  const mark = (mask: Uint8Array, positions: readonly number[]): void => writeBits(mask, 0, positions, (1n << BigInt(positions.length)) - 1n)
  let all = 0
  for (const { at, value } of Object.values(layout.fixed ?? {})) {
    const positions = bitPositions(layout, at)
    writeBits(fixedValue, 0, positions, BigInt(value))
    mark(fixedMask, positions)
    all += positions.length
  }
  const reserved = bitPositions(layout, layout.reserved ?? [])
  mark(reservedMask, reserved)
  return { fixedMask, fixedValue, reservedMask, all: all + reserved.length }
})

/** Parts of packets, and headers of others, have at most as many bytes. */
const PART = 8

/** Records that are looked at; the others are taken to be like them. */
const SAMPLE = 16

/**
 * What bytes can be: every record that their length and their fixed bits allow, the one with the most evidence first.
 * Nothing is decided: see `decide`.
 */
export function identify(bytes: Uint8Array, options: IdentifyOptions = {}): readonly Candidate[] {
  checkBytes(IDENTIFY, bytes, 0)
  if (typeof options !== 'object' || options === null) throw new CodecError({ code: 'type', record: 'identify', field: 'options', expected: 'an object', actual: options })
  const found: Candidate[] = []
  for (const { layout } of records) {
    const { id, size } = layout
    // A part of a packet stands alone only where it is all there is.
    if (bytes.length < size || (size <= PART && bytes.length !== size) || options.only?.(layout) === false) continue
    const count = Math.floor(bytes.length / size)
    const matches: Match[] = []
    for (let i = 0; i < Math.min(count, SAMPLE) && matches.length === i; i++) {
      const match = matchOf(layout, bytes, i * size)
      if (match) matches.push(match)
    }
    if (matches.length < Math.min(count, SAMPLE)) continue
    found.push({ id, count, rest: bytes.length - count * size, evidence: matches[0]!.evidence, ...sumOf(matches) })
  }
  return found.sort((a, b) => scoreOf(b) - scoreOf(a) || (a.id < b.id ? -1 : 1))
}

/** How a record fits bytes. */
export type Match = Pick<Candidate, 'evidence' | 'reservedSet' | 'doubts'>

/** What speaks against records, taken together. */
export const sumOf = (matches: readonly Match[]): Pick<Match, 'reservedSet' | 'doubts'> => ({
  reservedSet: matches.reduce((sum, { reservedSet }) => sum + reservedSet, 0),
  doubts: matches.reduce((sum, { doubts }) => sum + doubts, 0),
})

/**
 * How a record fits the bytes at `offset`, by as many of them as are there; undefined where a fixed bit differs.
 * Of a record that is cut short nothing but its bits is looked at.
 */
export function matchOf(layout: Layout, bytes: Uint8Array, offset = 0): Match | undefined {
  const marks = marksOf(layout)
  const { fixedMask, fixedValue, reservedMask } = marks
  const there = Math.min(layout.size, bytes.length - offset)
  let [evidence, reservedSet] = [marks.all, 0]
  for (let b = 0; b < there; b++) {
    const byte = bytes[offset + b]!
    if ((byte & fixedMask[b]!) !== fixedValue[b]) return undefined
    reservedSet += ones(byte & reservedMask[b]!)
  }
  for (let b = there; b < layout.size; b++) evidence -= ones(fixedMask[b]! | reservedMask[b]!)
  return { evidence, reservedSet, doubts: there < layout.size ? 0 : countDoubts(layout, bytes, offset) }
}

/** Bytes of a number of an ordinary dump. */
const NUMBER = 4

/**
 * How much a record's bytes at `offset` tell, in bits: those of its fixed and reserved bits above which one is set in the same number of
 * 32 bits, and how often the bits change from one to the next. Zeros above a small number, and empty numbers, stand in any dump, though
 * they are evidence by `matchOf`; so do numbers of which all bits are alike.
 */
export function tellsOf(layout: Layout, bytes: Uint8Array, offset = 0): number {
  const { fixedMask, reservedMask } = marksOf(layout)
  const there = Math.min(layout.size, bytes.length - offset)
  const isBig = layout.order === 'big'
  let [bits, before] = [0, bytes[offset]! >> 7]
  for (let from = 0; from < there; from += NUMBER) {
    const end = Math.min(from + NUMBER, there)
    let isBelow = false
    for (let i = from; i < end; i++) {
      const b = isBig ? i : from + end - 1 - i
      const byte = bytes[offset + b]!
      const mask = fixedMask[b]! | reservedMask[b]!
      // The bits at the highest that is set and below it.
      bits += ones(isBelow ? mask : mask & (2 ** (32 - Math.clz32(byte)) - 1))
      isBelow ||= byte !== 0
    }
  }
  for (let b = 0; b < there; b++) {
    const byte = bytes[offset + b]!
    bits += ones(byte ^ ((before << 7) | (byte >> 1)))
    before = byte & 1
  }
  return bits
}

function countDoubts(layout: Layout, bytes: Uint8Array, offset: number): number {
  const result = tryDecode<Values>(layout, bytes, offset, { reserved: 'ignore' })
  return result.ok ? doubtsOf(layout, result.message).length : 0
}

/** Bits that agree by chance and are outweighed by one thing that speaks against a record. */
const WEIGHT = 24

/** A reserved bit that is set, a doubt, or bytes that are left over, outweigh many bits that agree by chance. */
export function scoreOf({ evidence, reservedSet, rest, doubts }: Candidate): number {
  return evidence - WEIGHT * (reservedSet + doubts) - (rest === 0 ? 0 : 40)
}

/** Whether nothing speaks against a candidate. */
export const isClean = ({ reservedSet, rest, doubts }: Candidate): boolean => reservedSet === 0 && rest === 0 && doubts === 0

function ones(byte: number): number {
  let count = 0
  for (let rest = byte; rest !== 0; rest &= rest - 1) count++
  return count
}

/** Bits of evidence that a record needs, and that it needs more than the next one, to be taken without asking. */
const ENOUGH = 24
const MARGIN = 8

/**
 * The candidates between which the evidence does not decide: one, where it does; none, where nothing comes near.
 * One that is not clean is taken only where it is far nearer than any that is.
 * @param enough bits of evidence that a record needs to be taken without asking
 */
export function decide(candidates: readonly Candidate[], enough = ENOUGH): readonly Candidate[] {
  if (!isListOf(candidates, (candidate) => typeof candidate === 'object' && candidate !== null)) {
    throw new CodecError({ code: 'type', record: 'identify', field: 'candidates', expected: 'a list of candidates', actual: candidates })
  }
  if (typeof enough !== 'number') throw new CodecError({ code: 'type', record: 'identify', field: 'enough', expected: 'a number of bits', actual: enough })
  const sorted = [...candidates].sort((a, b) => scoreOf(b) - scoreOf(a))
  const clean = sorted.filter(isClean)
  const [top] = sorted
  const [first, second] = clean
  if (top && !isClean(top) && scoreOf(top) >= 2 * enough && scoreOf(top) - (first ? scoreOf(first) : 0) >= ENOUGH) return [top]
  // What is well formed and hardly meant is better than nothing, as long as it is only one of several.
  if (!first) return sorted.filter(({ reservedSet, rest, evidence }) => reservedSet === 0 && rest === 0 && evidence >= MARGIN).slice(0, 4)
  if (!second) return clean
  return first.evidence >= enough && first.evidence - second.evidence >= MARGIN ? [first] : clean.filter(({ evidence }) => first.evidence - evidence < ENOUGH)
}

/** A record that bytes may be meant to be, and what speaks against it. */
export interface Near {
  readonly id: string
  /** Bits of fixed values that differ. */
  readonly bits: number
  /** The fixed values that differ. */
  readonly differs: readonly { readonly name: string; readonly bits: string; readonly expected: bigint; readonly actual: bigint }[]
  /** What else speaks against it, in words. */
  readonly doubts: readonly string[]
  /** All of it in words: `type q0[7:0] is 0x3, not 0x1`. */
  readonly difference: string
}

/** The records of exactly this size against which the least speaks, for bytes of which `decide` takes nothing that `identify` finds. */
export function nearest(bytes: Uint8Array, most = 3): readonly Near[] {
  checkBytes(IDENTIFY, bytes, 0)
  if (typeof most !== 'number') throw new CodecError({ code: 'type', record: 'identify', field: 'most', expected: 'a number of records', actual: most })
  const near = records.flatMap(({ layout }): (Near & { score: number })[] => {
    if (layout.size !== bytes.length) return []
    let [bits, evidence] = [0, 0]
    const differs: Near['differs'][number][] = []
    for (const [name, { at, value }] of Object.entries(layout.fixed ?? {})) {
      const actual = readBits(bytes, bitPositions(layout, at))
      const expected = BigInt(value)
      evidence += widthOf(at)
      if (actual === expected) continue
      bits += countBits(actual ^ expected)
      differs.push({ name, bits: bitsOf(layout, at), expected, actual })
    }
    const reserved = layout.reserved ?? []
    const set = reserved.filter((slice) => readBits(bytes, bitPositions(layout, [slice])) !== 0n)
    const result = tryDecode<Values>(layout, bytes, 0, { reserved: 'ignore' })
    const doubts = [...set.map((slice) => `reserved bits ${bitsOf(layout, [slice])} are not 0`), ...(result.ok ? doubtsOf(layout, result.message) : [])]
    const against = [...differs.map((one) => `${one.name} ${one.bits} is 0x${one.actual.toString(16)}, not 0x${one.expected.toString(16)}`), ...doubts]
    const difference = against.length > 0 ? against.join('; ') : 'nothing speaks against it, but too few of its bits are fixed to tell'
    // What fits comes before what has more bits that could.
    const score = against.length === 0 ? Number.MAX_SAFE_INTEGER : evidence + widthOf(reserved) - bits - WEIGHT * against.length
    return [{ id: layout.id, bits, differs, doubts, difference, score }]
  })
  return near.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)).slice(0, most).map(({ score: _, ...one }) => one)
}
