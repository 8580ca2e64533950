import { isClean, nearest } from '../identify.ts'
import { layoutOf } from '../neighbours/index.ts'
import { capabilityItems } from './capability-items.ts'
import { familyNamed, queueNamed } from './family.ts'
import { entryItem } from './entry-item.ts'
import { fittingOf, isLegal } from './hex/index.ts'
import type { Verdict } from './hex/index.ts'
import { EMPTY, isWhole, part, whole } from './hit.ts'
import type { Hit, Known, Reading } from './hit.ts'
import { SAMPLE } from './queues.ts'
import { plainItem, recordItem } from './record-item.ts'
import { isSpace } from './is-space.ts'
import type { Item } from './item.ts'
import { ETHERNET, tlpIn } from './link.ts'
import type { ReadOptions } from './options.ts'
import { isOfFile } from './strangers.ts'
import { tlpItems } from './tlp-items.ts'
import { unitOf } from './unit.ts'
import type { Unit } from './unit.ts'
import { areVirtualEvents, virtualEvents, virtualEventsIn } from './virtual-events.ts'
import { ALONE, AMONG_TEXT, areSaidByBits, beyondDoubt, choose, ENOUGH, isBeginning, tells, turnedOf, wanted } from './ways.ts'
import type { Way } from './ways.ts'

/** Readings that are shown at the most, where several fit. */
const SHOWN = 8

/**
 * Bytes of which the input does not say what they are. One reading is taken where exactly one fits; where several do, all
 * of them are shown and said to be ambiguous; where none does, that is said.
 */
export function fromBytes(hit: Hit, all: readonly Reading[], options: ReadOptions): Iterable<Item> {
  if (hit.doubtful === 'headed') return (options.as === undefined ? inQueue(hit, all, options) : undefined) ?? fromBytes({ ...hit, said: EMPTY, doubtful: 'prose' }, all, options)
  const { words } = options
  const space = options.as === undefined ? all.find(({ data: { bytes } }) => isSpace(bytes)) : undefined
  if (space) {
    const own = { ...hit, ...space }
    const items = capabilityItems(own)
    return items.length > 0 ? items : [plainItem({ ...own, name: 'configuration space' })]
  }
  const events = options.as === undefined && hit.doubtful !== 'stranger' && hit.doubtful !== 'few' ? all.find(({ data: { bytes } }) => areVirtualEvents(bytes, AMONG_TEXT)) : undefined
  if (events) {
    const { reading, data } = events
    return virtualEvents({ ...hit, reading }, data, virtualEventsIn(data.bytes)).map((own) => (own.record === undefined ? entryItem(own, own.place!, own.data!) : recordItem(own, layoutOf(own.record))))
  }
  const family = typeof hit.said.label === 'string' ? familyNamed(hit.said.label) : undefined
  const doubtful = isOfFile(all[0]!.data.bytes) ? 'stranger' : family !== undefined || (hit.doubtful === 'few' && options.as !== undefined) ? undefined : hit.doubtful
  if (options.as === undefined && all.every(({ data }) => data.bytes.every((byte) => byte === 0))) return doubtful === undefined ? empty(hit, all[0]!) : []
  const readings = words === undefined || all.length === 1 ? all : all.filter(({ reading }) => reading.includes('number') === (words === 'number'))
  const turned = words === undefined ? turnedOf(readings, options) : []
  const ways = choose(readings, turned, options, family, doubtful)
  const chosen = options.as === undefined ? ways : asWanted(hit, [...readings, ...turned], ways, options)
  if (doubtful !== undefined && (chosen.length === 0 || (options.as === undefined && !beyondDoubt(doubtful, chosen)))) return []
  const isSaid = options.as !== undefined || family !== undefined || hit.before !== undefined || areSaidByBits(chosen, all)
  // Of one record it is asked which it is.
  if (chosen.length === 0 || (!isSaid && (chosen.length === 1 || chosen.every(({ candidate }) => candidate.count > 1)))) return [none(hit, readings, options, chosen)]
  if (chosen.length === 1) return records(hit, chosen[0]!, options)
  return chosen.slice(0, SHOWN).flatMap((way) => Array.from(records(hit, way, options), (item): Item => ({ ...item, ambiguous: true, as: way.candidate.id })))
}

/** Entries of the queue that stands before them in words, if they are good ones. */
function inQueue(hit: Hit, all: readonly Reading[], options: ReadOptions): Iterable<Item> | undefined {
  const chosen = choose(all, [], options, queueNamed(String(hit.said.label)), undefined)
  const [way] = chosen
  if (way === undefined || chosen.length > 1 || !isClean(way.candidate) || isBeginning(way) || !tells(way, ALONE)) return undefined
  return records(hit, way, options)
}

/** Where the reader says what bytes are, that is taken, whatever comes of it; and of the ways to read their words those that make the best records. */
function asWanted(hit: Hit, readings: readonly Reading[], ways: readonly Way[], options: ReadOptions): readonly Way[] {
  const judged = (all: readonly Way[]): readonly Way[] => fittingOf(all, (way, lenient) => verdictOf(records(hit, way, options), lenient))
  if (options.as === 'tlp') {
    const packets = readings.map((reading): Way => ways.find((way) => way.reading === reading) ?? { reading, candidate: { ...wanted('tlp', 1, 0), evidence: 0 } })
    if (packets.length === 1) return packets
    const good = judged(packets)
    const told = good.filter(({ candidate }) => candidate.evidence >= ENOUGH)
    // Where no message of ATS or PRI tells it, packets stand in the order of the wire.
    return told.length > 0 ? told : [good[0] ?? packets[0]!]
  }
  if (ways.length < 2) return ways
  const fitting = judged(ways)
  if (fitting.length === 0) return ways
  // Words that are written as numbers are numbers, where nothing else tells.
  const likely = fitting.filter(({ reading }) => reading.likely === true)
  return likely.length > 0 ? likely : fitting
}

function verdictOf(items: Iterable<Item>, lenient: boolean): Verdict {
  let [good, seen, legal] = [0, 0, true]
  for (const { record, mode, data, bad, findings } of items) {
    if (seen === SAMPLE) break
    seen++
    const isBad = bad && !(lenient && findings.every(({ id, severity }) => severity !== 'error' || id === 'reserved'))
    // A packet need be none of ATS or PRI; an entry of a queue without a name is good only where it is empty.
    if (!isBad && (record !== null || mode !== undefined || data?.bytes.every((byte) => byte === 0))) good++
    legal &&= isLegal(findings)
  }
  return { good, legal: legal && good === seen, ...(good < seen && { error: 'not all are good' }) }
}

/** What bytes are, as `ReadOptions.as` says it, where that is beyond doubt. */
export function identityOf(bytes: Uint8Array, options: ReadOptions): string | undefined {
  const [first, second] = choose([{ reading: 'bytes', data: whole(bytes) }], [], options, undefined, undefined)
  return first === undefined || second !== undefined || first.candidate.id === 'ethernet' || !tells(first, ALONE) ? undefined : first.candidate.id
}

function records(hit: Hit, { reading, candidate: { id, count, rest, doubts } }: Way, options: ReadOptions): Iterable<Item> {
  const { data } = reading
  const own: Hit = { ...hit, reading: reading.reading, data, guessed: doubts > 0, ...(reading.note !== undefined && { notes: [...hit.notes, reading.note] }) }
  if (id === 'ethernet') {
    const [start, end] = tlpIn(ETHERNET, data.bytes)!
    return tlpItems({ ...own, data: part(data, start, end), place: 'tlp', notes: [...hit.notes, 'Ethernet, IPv4, UDP and six bytes of NetTLP stand before the packet'] }, options)
  }
  if (id === 'tlp') return tlpItems({ ...own, place: options.mode === 'flit' ? 'tlp-flit' : 'tlp' }, options)
  const unit = unitOf(id)
  const { size, layout, place } = unit
  if (data.bytes.length < size) {
    const cut = { ...own, notes: [...hit.notes, `${data.bytes.length} of ${size} bytes are here`] }
    return [layout ? recordItem(cut, layout) : entryItem(cut, place!, data)]
  }
  return entries(own, data, unit, count, rest)
}

/** One at a time: a ring has millions of them. */
function* entries(hit: Hit, data: Known, { size, layout, place }: Unit, count: number, rest: number): Iterable<Item> {
  // In a file of bytes an entry has its number in the whole file, however the file came.
  const first = hit.offset === undefined ? Math.floor((hit.before ?? 0) / size) : Number(hit.offset / BigInt(size))
  const { source, line, lastLine, reading = '', said, notes, guessed = false } = hit
  const offset = hit.offset === undefined ? undefined : Number(hit.offset)
  const there = isWhole(data)
  for (let index = 0, from = 0; index < count; index++, from += size) {
    const to = from + size
    // A file of bytes has no digits.
    const entry = there && offset !== undefined ? whole(data.bytes.subarray(from, to)) : part(data, from, to, there)
    const own: Hit = {
      source, line, lastLine, reading, guessed, data: entry,
      offset: offset === undefined ? undefined : BigInt(offset + from),
      said: count === 1 && first === 0 ? said : said === EMPTY ? { index: first + index } : { ...said, index: first + index },
      notes: index === count - 1 && rest > 0 ? [...notes, `${rest} bytes are left behind the last record`] : notes,
    }
    yield layout ? recordItem(own, layout) : entryItem(own, place!, entry)
  }
}

/** Records that are named where none fits, and what may speak against each at the most. */
const NEAREST = 2
const FAR = 3

/** Zeros are an empty slot, or a register that holds nothing. Behind a label they are not worth a word. */
function empty(hit: Hit, { reading, data }: Reading): readonly Item[] {
  return hit.said.label === undefined ? [plainItem({ ...hit, reading, data, name: `${data.bytes.length} bytes, all 0` })] : []
}

/** What the bytes nearly are, in words. */
function nearestOf({ data: { bytes } }: Reading): string {
  const near = nearest(bytes, NEAREST).filter(({ differs, doubts }) => differs.length + doubts.length <= FAR)
  return near.length === 0 ? '' : `; the nearest ${near.length === 1 ? 'is' : 'are'} ${near.map((one) => `${one.id} (${one.difference})`).join(', ')}`
}

function none(hit: Hit, readings: readonly Reading[], { as }: ReadOptions, chosen: readonly Way[]): Item {
  const first = chosen[0]?.reading ?? readings[0]
  const item = plainItem({ ...hit, ...(first && { data: first.data, reading: first.reading }), name: `${first?.data.bytes.length ?? 0} bytes` })
  return { ...item, bad: true, findings: [{ id: 'unidentified', severity: 'error', message: as === undefined ? `no record fits these bytes beyond doubt${first ? nearestOf(first) : ''}; --as says what they are` : `too few bytes for ${as}, which has ${unitOf(as).size}`, clause: '' }, ...item.findings] }
}
