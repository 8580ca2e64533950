import { bitPositions, readBits } from '../codec/positions.ts'
import { identifyEntry, layoutOf, placeOf } from '../neighbours/index.ts'
import type { Place } from '../spec/places/place.ts'
import { isWhole } from './hit.ts'
import type { Hit, Known } from './hit.ts'
import type { Item } from './item.ts'
import { plainItem, recordItem } from './record-item.ts'

/** An entry of a queue: the place names it, and says which record it is. */
export function entryItem(hit: Hit, place: string | Place, data: Known): Item {
  const entry = identifyEntry(place, data.bytes)
  if (!isWhole(data)) {
    if (data.known.every((mask) => mask === 0)) return plainItem({ ...hit, name: hit.name ?? 'an entry of which nothing is there' })
    if (!isTold(placeOf(place), data)) return plainItem({ ...hit, name: hit.name ?? 'an entry of which nothing tells what it is' })
  }
  const notes = entry.note === undefined ? hit.notes : [...hit.notes, entry.note]
  const own = { ...hit, name: entry.name, notes }
  return entry.id === undefined ? plainItem(own) : recordItem(own, layoutOf(entry.id))
}

/** Whether the bits that tell the entries of a queue apart are there. */
function isTold({ word, order, tells }: Place, { known }: Known): boolean {
  const positions = bitPositions({ word, order }, tells)
  return readBits(known, positions) === (1n << BigInt(positions.length)) - 1n
}
