import { decide, identify, isClean, matchOf, nearest, scoreOf } from '../identify.ts'
import type { Candidate } from '../identify.ts'
import type { Layout } from '../spec/vocabulary.ts'
import { capabilityItems } from './capability-items.ts'
import { familyNamed } from './family.ts'
import { entryItem } from './entry-item.ts'
import { fittingOf, isLegal } from './hex/index.ts'
import type { Verdict } from './hex/index.ts'
import { EMPTY, isWhole, part, whole } from './hit.ts'
import type { Hit, Known, Reading } from './hit.ts'
import { beginnings, queueCandidates, SAMPLE, tellsAs } from './queues.ts'
import { plainItem, recordItem } from './record-item.ts'
import { isSpace } from './is-space.ts'
import type { Item } from './item.ts'
import { ETHERNET, tlpIn } from './link.ts'
import type { ReadOptions } from './options.ts'
import { isOfFile } from './strangers.ts'
import { tlpCandidate, tlpItems } from './tlp-items.ts'
import { turnedReadings } from './turned.ts'
import { unitOf } from './unit.ts'
import type { Unit } from './unit.ts'

/** A way in which bytes can be read: which words, and which record. */
interface Way {
  readonly reading: Reading
  readonly candidate: Candidate
}

/** Readings that are shown at the most, where several fit. */
const SHOWN = 8

/**
 * Bytes of which the input does not say what they are. One reading is taken where exactly one fits; where several do, all
 * of them are shown and said to be ambiguous; where none does, that is said.
 */
export function fromBytes(hit: Hit, all: readonly Reading[], options: ReadOptions): Iterable<Item> {
  const { words } = options
  const space = options.as === undefined ? all.find(({ data: { bytes } }) => isSpace(bytes)) : undefined
  if (space) {
    const own = { ...hit, ...space }
    const items = capabilityItems(own)
    return items.length > 0 ? items : [plainItem({ ...own, name: 'configuration space' })]
  }
  const family = typeof hit.said.label === 'string' ? familyNamed(hit.said.label) : undefined
  const doubtful = isOfFile(all[0]!.data.bytes) ? 'stranger' : family !== undefined || (hit.doubtful === 'few' && options.as !== undefined) ? undefined : hit.doubtful
  if (options.as === undefined && all.every(({ data }) => data.bytes.every((byte) => byte === 0))) return doubtful === undefined ? empty(hit, all[0]!) : []
  const readings = words === undefined || all.length === 1 ? all : all.filter(({ reading }) => reading.includes('number') === (words === 'number'))
  const turned = words === undefined ? turnedOf(readings, options) : []
  const ways = choose(readings, turned, options, family, doubtful)
  const chosen = options.as === undefined ? ways : asWanted(hit, [...readings, ...turned], ways, options)
  if (doubtful !== undefined && (chosen.length === 0 || (options.as === undefined && !beyondDoubt(doubtful, chosen)))) return []
  const isSaid = options.as !== undefined || family !== undefined || hit.before !== undefined || chosen.some((way) => tells(way, ALONE))
  // Of one record it is asked which it is.
  if (chosen.length === 0 || (!isSaid && (chosen.length === 1 || chosen.every(({ candidate }) => candidate.count > 1)))) return [none(hit, readings, options)]
  if (chosen.length === 1) return records(hit, chosen[0]!, options)
  return chosen.slice(0, SHOWN).flatMap((way) => Array.from(records(hit, way, options), (item): Item => ({ ...item, ambiguous: true, as: way.candidate.id })))
}

/** Readings of packets alone, where the bytes may be packets. */
function turnedOf(readings: readonly Reading[], { as, mode = 'non-flit' }: ReadOptions): readonly Reading[] {
  if (as !== undefined && as !== 'tlp' && !isPacket(as)) return []
  const found = [...readings]
  for (const reading of readings) {
    for (const turned of turnedReadings(reading, mode)) if (!found.some(({ data }) => isSame(data.bytes, turned.data.bytes))) found.push(turned)
  }
  return found.slice(readings.length)
}

const isPacket = (as: string): boolean => unitOf(as).layout?.place?.startsWith('TLP') === true
const isSame = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, i) => byte === b[i])

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

const wanted = (id: string, count: number, rest: number): Candidate => ({ id, count, rest, evidence: Number.POSITIVE_INFINITY, reservedSet: 0, doubts: 0 })

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

/** The ways in which bytes can be read between which nothing decides. */
function choose(readings: readonly Reading[], turned: readonly Reading[], options: ReadOptions, family: string | undefined, doubtful: Hit['doubtful']): readonly Way[] {
  const waysOf = (candidates: (reading: Reading) => readonly Candidate[]): readonly Way[] => readings.flatMap((reading) => candidates(reading).map((candidate): Way => ({ reading, candidate: weighed(reading, candidate) })))
  const free = options.as === undefined && options.mode === undefined
  const one = [...waysOf((reading) => candidatesOf(reading, options, family, doubtful)), ...turned.flatMap((reading) => turnedWay(reading, options, family) ?? [])]
  const ways = free ? [...one, ...waysOf(({ data }) => queueCandidates(data.bytes, 2, family))] : one
  const chosen = decided(ways, family !== undefined)
  if (!free || doubtful !== undefined || chosen.some(isTold)) return chosen
  // Nothing that is whole is told by its bits: it may be a neighbour alone, or the beginning of something larger.
  const others = [...ways, ...waysOf(({ data }) => queueCandidates(data.bytes, 1, family)), ...waysOf(({ data }) => beginnings(data.bytes, family))].filter(isTold)
  if (others.length === 0) return chosen
  if (!others.every(isBeginning)) return decided([...others, ...ways.filter(({ candidate }) => isOdd(candidate))], family !== undefined)
  // What is whole is not given up in silence for what would be cut short, though it says something odd.
  const odd = ways.map((way): Way => ({ ...way, candidate: { ...way.candidate, doubts: 0 } })).filter(isTold)
  return decided([...others.map(counted), ...odd], family !== undefined)
}

/** A packet of ATS or PRI whose DWs stand otherwise than on the wire: only where nothing speaks against it, and more for it than zeros. */
function turnedWay(reading: Reading, { as, mode }: ReadOptions, family: string | undefined): Way | undefined {
  const { bytes } = reading.data
  if (as !== undefined && as !== 'tlp') return matchOf(unitOf(as).layout!, bytes) && { reading, candidate: wanted(as, Math.floor(bytes.length / unitOf(as).size), bytes.length % unitOf(as).size) }
  const candidate = family === undefined || family === 'pcie' ? otherwiseOnWire(bytes, mode) : undefined
  return candidate && { reading, candidate: weighed(reading, candidate) }
}

/** Packets whose DWs were written in another order: the first byte of their headers is one in which nothing else has zeros. */
function otherwiseOnWire(bytes: Uint8Array, mode: ReadOptions['mode'] = 'non-flit'): Candidate | undefined {
  const candidate = bytes[0] === 0 ? undefined : tlpCandidate(bytes, mode)
  return candidate && isClean(candidate) && candidate.evidence >= TURNED ? candidate : undefined
}

/** Bits of evidence that such a packet needs: as many as a Translation Request has. */
const TURNED = 20

/** What the beginning of a record counts less than a whole one. */
const CUT = 16

const counted = (way: Way): Way => ({ ...way, candidate: { ...way.candidate, evidence: way.candidate.evidence - CUT } })
const isBeginning = ({ reading, candidate: { id } }: Way): boolean => id !== 'tlp' && reading.data.bytes.length < unitOf(id).size

/** Bits of evidence below which bytes do not tell what they are. */
const LEAST = 8

/** Bits of evidence that words need which stand in a log, and among other text. */
const IN_LOG = 40
const IN_PROSE = 32
/** The same of packets, of which the weakest, a Page Request, is met by chance less often than entries of queues are. */
const PACKETS_IN_PROSE = 28

/** Bits that bytes have to tell, by `tellsOf`, which a few small numbers and zeros do not: alone, and among other text. */
const ALONE = 12
const AMONG_TEXT = 24

/** The header of a packet has bits that are set in most of its bytes. */
const tells = ({ reading, candidate: { id, evidence } }: Way, least: number): boolean =>
  id === 'tlp' || evidence === Number.POSITIVE_INFINITY || tellsAs(id, reading.data.bytes) >= least

function beyondDoubt(where: NonNullable<Hit['doubtful']>, chosen: readonly Way[]): boolean {
  const [first] = chosen
  if (first === undefined) return false
  if (first.candidate.evidence === Number.POSITIVE_INFINITY) return true
  if (where === 'stranger' || where === 'few' || !tells(first, AMONG_TEXT)) return false
  const evidence = bareOf(first)
  if (where === 'log') return chosen.length === 1 && isClean(first.candidate) && evidence >= IN_LOG
  if (chosen.length === 1 && isTelling(first)) return true
  // One entry that is odd does not make a ring of good ones a word of something else.
  return scoreOf({ ...first.candidate, evidence }) >= (first.candidate.id === 'tlp' ? PACKETS_IN_PROSE : IN_PROSE)
}

/**
 * Whether two words among text are a page request of RISC-V, which has few bits that tell it: they are written as numbers, and have
 * a bus, where an address has nothing, a PASID and an access.
 */
function isTelling({ reading: { likely, data: { bytes } }, candidate }: Way): boolean {
  if (!likely || candidate.id !== 'riscv.page-request' || candidate.count !== 1 || !isClean(candidate)) return false
  const [pid, valid, bus, access, high] = [bytes[1]! | bytes[2]! | bytes[3]!, bytes[4]! & 1, bytes[6]! | bytes[7]!, bytes[8]! & 3, bytes[14]! | bytes[15]!]
  return pid !== 0 && valid === 1 && bus !== 0 && bytes[7] !== 0xff && access !== 0 && high === 0
}

/** What words that are written as numbers count for, as numbers; and what a record of the other byte order counts less. */
const LIKELY = 16
const BIG_ENDIAN = 8

function candidatesOf({ data, likely }: Reading, { as, mode }: ReadOptions, family: string | undefined, doubtful: Hit['doubtful']): readonly Candidate[] {
  if (as !== undefined && as !== 'tlp') {
    const { size, place } = unitOf(as)
    const { length } = data.bytes
    if (length >= size) return [wanted(as, Math.floor(length / size), length % size)]
    // A record that is cut short. Beside other text a word or two are none.
    return doubtful !== undefined || (place !== undefined && length % place.word !== 0) ? [] : [wanted(as, 1, 0)]
  }
  const frame = tlpIn(ETHERNET, data.bytes)
  if (frame && as === undefined) return [{ id: 'ethernet', count: 1, rest: 0, evidence: Number.POSITIVE_INFINITY, reservedSet: 0, doubts: 0 }]
  const tlp = likely && as === undefined ? otherwiseOnWire(data.bytes, mode) : tlpCandidate(data.bytes, mode ?? 'non-flit')
  const only = ({ id, place = '' }: Layout): boolean => !place.startsWith('TLP') && (family === undefined || id.startsWith(`${family}.`))
  const records = as === 'tlp' || mode !== undefined ? [] : identify(data.bytes, { only })
  return tlp && (family === undefined || family === 'pcie') ? [...records, tlp] : records
}

/** What the way in which words are written tells of how to read them: the DWs of a header are written as numbers, too. */
const bonusOf = ({ likely }: Reading, { id }: Candidate): number => (likely && id !== 'tlp' ? LIKELY : 0)

/** Evidence without it: how words are written does not tell that they are a record. */
const bareOf = ({ reading, candidate }: Way): number => candidate.evidence - bonusOf(reading, candidate)

const weighed = (reading: Reading, candidate: Candidate): Candidate => ({ ...candidate, evidence: candidate.evidence + bonusOf(reading, candidate) - (candidate.id.endsWith('-be') ? BIG_ENDIAN : 0) })

/** Whether nothing speaks against a record, and some bits for it. */
const isTold = (way: Way): boolean =>
  isClean(way.candidate) && bareOf(way) >= LEAST

function decided(ways: readonly Way[], told: boolean): readonly Way[] {
  const named = ways.filter(({ candidate }) => candidate.evidence === Number.POSITIVE_INFINITY)
  if (named.length > 0) return named
  const sorted = [...ways].sort((a, b) => scoreOf(b.candidate) - scoreOf(a.candidate))
  const kept = new Set(decide(sorted.map(({ candidate }) => candidate), told ? 0 : undefined))
  const best = Math.max(...sorted.filter(({ candidate }) => kept.has(candidate)).map(bareOf))
  return sorted.filter((way) => kept.has(way.candidate) || (best < ENOUGH && isOdd(way.candidate) && bareOf(way) >= Math.max(ODD, best)))
}

/** Bits of evidence that need no other word, and those for which a record is not given up in silence though it says something odd. */
const ENOUGH = 24
const ODD = 16

const isOdd = ({ reservedSet, rest, doubts, count }: Candidate): boolean => reservedSet === 0 && rest === 0 && doubts > 0 && doubts <= 2 * count

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

function none(hit: Hit, readings: readonly Reading[], { as }: ReadOptions): Item {
  const [first] = readings
  const item = plainItem({ ...hit, ...(first && { data: first.data, reading: first.reading }), name: `${first?.data.bytes.length ?? 0} bytes` })
  return { ...item, bad: true, findings: [{ id: 'unidentified', severity: 'error', message: as === undefined ? `no record fits these bytes beyond doubt${first ? nearestOf(first) : ''}; --as says what they are` : `too few bytes for ${as}, which has ${unitOf(as).size}`, clause: '' }, ...item.findings] }
}
