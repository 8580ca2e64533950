import { identifyEntry, layoutOf } from '../neighbours/index.ts'
import type { Place } from '../spec/places/place.ts'
import type { Hit, Known } from './hit.ts'
import type { Item } from './item.ts'
import { plainItem, recordItem } from './record-item.ts'

/** An entry of a queue: the place names it, and says which record it is. */
export function entryItem(hit: Hit, place: string | Place, data: Known): Item {
  const entry = identifyEntry(place, data.bytes)
  const told = data.known.some((mask) => mask !== 0)
  if (!told) return plainItem({ ...hit, name: hit.name ?? 'an entry of which nothing is there' })
  const notes = entry.note === undefined ? hit.notes : [...hit.notes, entry.note]
  const own = { ...hit, name: entry.name, notes }
  return entry.id === undefined ? plainItem(own) : recordItem(own, layoutOf(entry.id))
}
