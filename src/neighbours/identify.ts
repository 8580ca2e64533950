import { CodecError } from '../codec/errors.ts'
import { widthOf } from '../codec/message.ts'
import { checkBytes } from '../codec/explain.ts'
import { rawAt } from '../codec/raw.ts'
import { didYouMean } from '../codec/suggest.ts'
import { places } from '../spec/places/index.ts'
import type { PlaceId } from '../spec/places/index.ts'
import type { Entry, Place } from '../spec/places/place.ts'
import type { Slice } from '../spec/vocabulary.ts'

/** What stands in one entry of a queue. */
export interface IdentifiedEntry {
  /** Its name, as the specification or Linux spells it; `not known to this table`, `cut short`, or what an entry of zeros is. */
  readonly name: string
  /** Id of its record, of the catalogue or of the neighbours; missing where it has a name alone. */
  readonly id?: string
  /** The number in the bits that tell; missing where the place has one kind of entry, or the bits are not there. */
  readonly code?: number
  /** Whether the table names it. What it does not name is not bad for that. */
  readonly known: boolean
  /** Whether all its bytes are 0. */
  readonly empty: boolean
  /** What is easily misread about it. */
  readonly note?: string
}

/** A place as an argument: itself, one of the known ids, which an editor completes, or a string that is known at run time only. */
export type PlaceArgument<S extends string = string> = Place | PlaceId | (S & (Record<never, never> extends Record<S, true> ? unknown : PlaceId))

const byId = new Map<unknown, Place>(places.map((place) => [place.id, place]))

/**
 * The place with an id, such as `smmuv3.command-queue`.
 * @throws {CodecError} `type` for an unknown id, with the nearest known one, and for what is no place
 */
export function placeOf<const S extends string>(place: PlaceArgument<S>): Place {
  if (typeof place === 'object' && Array.isArray((place as Partial<Place> | null)?.entries)) return place
  const found = byId.get(place)
  if (found) return found
  throw new CodecError({ code: 'type', record: 'place', field: 'id', expected: `the id of a place${didYouMean(place, places.map(({ id }) => id))}`, actual: place })
}

/**
 * Names the entry at `offset`. Rings keep old entries beyond head and tail: that an entry is named does not mean that it is alive.
 * @param place the queue or log, or its id
 * @param bytes of one entry or more; what is missing at the end is not guessed
 * @throws {CodecError} `type` or `range` for wrong arguments; nothing that stands in the bytes makes it throw
 */
export function identifyEntry<const S extends string>(place: PlaceArgument<S>, bytes: Uint8Array, offset = 0): IdentifiedEntry {
  const at = placeOf(place)
  const bits = { ...at, fields: {} }
  checkBytes(bits, bytes, offset)
  const there = bytes.subarray(offset, offset + at.size)
  const has = (slices: readonly Slice[]): boolean => slices.every((slice) => lastByte(at, slice) < there.length)
  const value = (slices: readonly Slice[]): number => Number(rawAt(bits, there, 0, slices))

  const whole = there.length === at.size
  if (whole && there.every((byte) => byte === 0)) return { name: at.zero, known: true, empty: true }
  if (there.length === 0 || !has(at.tells)) return { name: 'cut short', known: false, empty: false }
  const code = value(at.tells)
  const fits = ({ code: from = 0, upTo = from, where }: Entry): boolean =>
    (at.tells.length === 0 || (code >= from && code <= upTo)) && (where === undefined || (has(where.at) && value(where.at) === where.value))
  const entry = at.entries.find(fits)
  const told = widthOf(at.tells) > 0 && { code }
  if (entry === undefined) return { name: 'not known to this table', ...told, known: false, empty: false }
  const { name, id, note } = entry
  return { name, ...(id !== undefined && { id }), ...told, known: true, empty: false, ...(note !== undefined && { note }) }
}

/** Index in memory of the last byte that holds a bit of the slice. */
function lastByte({ word: size, order }: Place, [word, hi, lo]: Slice): number {
  return word * size + (order === 'little' ? hi >> 3 : size - 1 - (lo >> 3))
}
