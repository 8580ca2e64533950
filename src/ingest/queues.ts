import { widthOf } from '../codec/message.ts'
import { findingsOfPart } from '../codec/check.ts'
import { matchOf, sumOf, tellsOf } from '../identify.ts'
import type { Candidate, Match } from '../identify.ts'
import { identifyEntry, layoutOf, places } from '../neighbours/index.ts'
import { doubtsOf } from '../plausible.ts'
import type { Place } from '../spec/places/place.ts'
import type { Values } from '../spec/rules/context.ts'
import type { Layout } from '../spec/vocabulary.ts'
import { NOWHERE } from './hit.ts'
import { readPartial } from './partial.ts'
import { unitOf } from './unit.ts'

/** Bytes as the entries of a queue, whatever they are: entries of several kinds, neighbours of page requests and responses, and empty slots. */

/** Entries that are looked at; the others are taken to be like them. */
export const SAMPLE = 64

/** Bits that a second kind of entry counts for: it fits the same queue, too. */
const KIND = 8
const KINDS = 3

/** Queues first, then what iommufd carries of them. */
const inOrder = [...places].sort((a, b) => Number(a.id.startsWith('linux.')) - Number(b.id.startsWith('linux.')))

/**
 * The queues that all entries fit.
 * @param least entries that are not empty
 * @param family to which the queue belongs, where the input says it
 */
export function queueCandidates(bytes: Uint8Array, least: number, family: string | undefined): Candidate[] {
  const found = new Map<string, Candidate>()
  for (const place of inOrder) {
    if (place.entries.length < 2 || (family !== undefined && !place.id.startsWith(`${family}.`))) continue
    const entries = entriesOf(place, bytes)
    if (entries === undefined || entries.length < least) continue
    const kinds = [...new Set(entries.map(({ id }) => id))].sort()
    // Two queues that differ in none of the entries that are here are one.
    if (found.has(kinds.join())) continue
    const count = Math.floor(bytes.length / place.size)
    const mean = entries.reduce((sum, { evidence }) => sum + evidence, 0) / entries.length
    const evidence = Math.round(mean - Math.log2(place.entries.length)) + KIND * (Math.min(KINDS, kinds.length) - 1)
    found.set(kinds.join(), { id: place.id, count, rest: bytes.length - count * place.size, evidence, ...sumOf(entries) })
  }
  return [...found.values()]
}

/** The entries that are not empty; undefined where one is of no kind that the queue has. */
function entriesOf(place: Place, bytes: Uint8Array): readonly (Match & { readonly id: string })[] | undefined {
  const found: (Match & { readonly id: string })[] = []
  for (let at = 0; at + place.size <= bytes.length && at < SAMPLE * place.size; at += place.size) {
    const { id, empty } = identifyEntry(place, bytes, at)
    if (empty) continue
    const match = id === undefined ? undefined : matchIn(place, id, bytes, at)
    if (match === undefined) return undefined
    found.push({ ...match, id: id! })
  }
  return found
}

/** How much bytes tell as what a candidate says they are: as much as the entry that tells most, if all others fit. */
export function tellsAs(id: string, bytes: Uint8Array): number {
  const { size, layout, place } = unitOf(id)
  let most = 0
  for (let at = 0; at < bytes.length && at < SAMPLE * size && (at === 0 || at + size <= bytes.length); at += size) {
    const entry = layout?.id ?? identifyEntry(place!, bytes, at).id
    if (entry !== undefined) most = Math.max(most, tellsOf(layoutOf(entry), bytes, at))
  }
  return most
}

function doubtsOfPart(layout: Layout, bytes: Uint8Array): number {
  const part = { bytes: new Uint8Array(layout.size), known: new Uint8Array(layout.size), spans: NOWHERE }
  part.bytes.set(bytes)
  part.known.fill(0xff, 0, bytes.length)
  const { message } = readPartial(layout, part)
  return doubtsOf(layout, message as Values, findingsOfPart(layout, message, {})).length
}

/** How a record fits an entry. The bits that tell it speak for it, also where they are a field of the record. */
function matchIn(place: Place, id: string, bytes: Uint8Array, at = 0): Match | undefined {
  const layout = layoutOf(id)
  const match = matchOf(layout, bytes, at)
  const fixed = Object.values(layout.fixed ?? {}).reduce((sum, one) => sum + widthOf(one.at), 0)
  return match && { ...match, evidence: match.evidence + Math.max(0, widthOf(place.tells) - fixed) }
}

/** The records of queues of which the bytes can be the beginning. */
export function beginnings(bytes: Uint8Array, family: string | undefined): Candidate[] {
  const found = new Map<string, Candidate>()
  for (const place of inOrder) {
    if (bytes.length >= place.size || bytes.length % place.word !== 0 || (family !== undefined && !place.id.startsWith(`${family}.`))) continue
    const { id } = identifyEntry(place, bytes)
    const match = id === undefined ? undefined : matchIn(place, id, bytes)
    if (match && !found.has(id!)) found.set(id!, { id: id!, count: 1, rest: 0, ...match, doubts: doubtsOfPart(layoutOf(id!), bytes) })
  }
  return [...found.values()]
}
