import { bitPositions, figure, MEANINGS, readBits, withBits } from '../../src/index.ts'
import type { Meaning } from '../../src/index.ts'
import { layoutOf, recordOf } from './library.ts'
import type { Layout } from './library.ts'

/** Where everything of a packet stands: its records, one behind the other. */

export type Group = Meaning | 'reserved'

export interface GeoPart {
  readonly index: number
  readonly kind: 'field' | 'fixed' | 'reserved'
  readonly name: string
  readonly short: string | undefined
  /** Record of the packet to which it belongs. */
  readonly record: string
  /** Bits in memory, most significant first. */
  readonly bits: readonly number[]
  /** What links it to other formats; empty for what has no role. */
  readonly concept: string
  readonly group: Group
}

export interface GeoCell { readonly part: number; readonly hi: number; readonly lo: number; readonly mem: readonly number[]; readonly top: boolean }
export interface GeoRow { readonly label: string; readonly record: string; readonly first: boolean; readonly cells: readonly GeoCell[] }
export interface Geometry { readonly ids: readonly string[]; readonly bytes: number; readonly word: Layout['word']; readonly order: 'little' | 'big'; readonly parts: readonly GeoPart[]; readonly rows: readonly GeoRow[]; readonly partOfBit: ReadonlyMap<number, number> }

export type Place = { readonly id: string; readonly offset: number }

const cache = new Map<string, Geometry>()

export function geometryOf(places: readonly Place[]): Geometry {
  const key = places.map(({ id, offset }) => `${id}@${offset}`).join('+')
  const known = cache.get(key)
  if (known) return known
  const parts: GeoPart[] = []
  const rows: GeoRow[] = []
  const partOfBit = new Map<number, number>()
  for (const { id, offset } of places) {
    const drawn = figure(recordOf(id))
    const first = parts.length
    for (const { kind, name, short, role, positions } of drawn.parts) {
      const bits = positions.map((at) => at + 8 * offset)
      for (const bit of bits) partOfBit.set(bit, parts.length)
      parts.push({ index: parts.length, kind, name, short, record: id, bits, concept: role ?? '', group: kind === 'reserved' ? 'reserved' : role === undefined ? 'kind' : MEANINGS[role] })
    }
    const seen = new Set<number>()
    for (const [index, { label, cells, positions }] of drawn.rows.entries()) {
      rows.push({
        label, record: id, first: index === 0,
        cells: cells.map(({ part, hi, lo }): GeoCell => {
          const top = !seen.has(part)
          seen.add(part)
          const from = positions.length - 1 - hi
          return { part: first + part, hi, lo, mem: positions.slice(from, from + hi - lo + 1).map((at) => at + 8 * offset), top }
        }),
      })
    }
  }
  const { word, order } = layoutOf(places.at(-1)!.id)
  const made = { ids: places.map(({ id }) => id), bytes: Math.max(...places.map(({ id, offset }) => offset + layoutOf(id).size)), word, order, parts, rows, partOfBit }
  cache.set(key, made)
  return made
}

/** Hex digits that belong to one part. */
export interface Run { readonly digits: string; readonly concept: string; readonly group: Group; readonly part: number }

/** What stands for a digit of which a bit is not known. */
const UNKNOWN = '·'

/** The hex digits of bits, most significant first; of the parts that share a digit the one with a bit set speaks for it. */
export function hexRuns(geo: Geometry, bytes: Uint8Array, bits: readonly number[], known?: Uint8Array): Run[] {
  const out: Run[] = []
  for (let i = 0; i < bits.length; i += 4) {
    const four = bits.slice(i, i + 4)
    const speaks = four.find((bit) => readBits(bytes, [bit]) === 1n) ?? four[0]!
    const part = geo.parts[geo.partOfBit.get(speaks) ?? -1]
    const digit = known && four.some((bit) => readBits(known, [bit]) === 0n) ? UNKNOWN : readBits(bytes, four).toString(16)
    const last = out.at(-1)
    if (last && last.part === (part?.index ?? -1)) out[out.length - 1] = { ...last, digits: last.digits + digit }
    else out.push({ digits: digit, concept: part?.concept ?? '', group: part?.group ?? 'reserved', part: part?.index ?? -1 })
  }
  return out
}

/** Bytes with bits turned over. */
export const flipped = (bytes: Uint8Array, bits: readonly number[]): Uint8Array => bits.reduce((now, bit) => withBits(now, [bit], 1n - readBits(now, [bit])), bytes)

/** The bits of each word as a number, or, in the order of memory, of each group of bytes. */
export function wordBits(geo: Geometry, size: number, memory: boolean, word = geo.word): number[][] {
  const order = memory ? 'big' : geo.order
  return Array.from({ length: Math.ceil(size / word) }, (_, i) => bitPositions({ word: word as 4, order }, [[i, 8 * word - 1, 0]]).filter((at) => at >> 3 < size))
}

export const wordsText = (geo: Geometry, bytes: Uint8Array, memory: boolean): string => wordBits(geo, bytes.length, memory).map((bits) => hexRuns(geo, bytes, bits).map(({ digits }) => digits).join('')).join(' ')
