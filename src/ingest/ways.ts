import { decide, identify, isClean, matchOf, scoreOf } from '../identify.ts'
import type { Candidate } from '../identify.ts'
import { layoutOf } from '../neighbours/index.ts'
import type { Layout } from '../spec/vocabulary.ts'
import type { Hit, Reading } from './hit.ts'
import { ETHERNET, tlpIn } from './link.ts'
import type { ReadOptions } from './options.ts'
import { beginnings, queueCandidates, tellsAs } from './queues.ts'
import { isOfPageTable } from './strangers.ts'
import { tlpCandidate } from './tlp-items.ts'
import { turnedReadings } from './turned.ts'
import { unitOf } from './unit.ts'

/** Which record bytes are, of which the input does not say it. */

/** A way in which bytes can be read: which words, and which record. */
export interface Way {
  readonly reading: Reading
  readonly candidate: Candidate
}

/** Readings of packets alone, where the bytes may be packets. */
export function turnedOf(readings: readonly Reading[], { as, mode = 'non-flit' }: ReadOptions): readonly Reading[] {
  if (as !== undefined && as !== 'tlp' && !isPacket(as)) return []
  const found = [...readings]
  for (const reading of readings) {
    for (const turned of turnedReadings(reading, mode)) if (!found.some(({ data }) => isSame(data.bytes, turned.data.bytes))) found.push(turned)
  }
  return found.slice(readings.length)
}

const isPacket = (as: string): boolean => unitOf(as).layout?.place?.startsWith('TLP') === true
const isSame = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, i) => byte === b[i])

export const wanted = (id: string, count: number, rest: number): Candidate => ({ id, count, rest, evidence: Number.POSITIVE_INFINITY, reservedSet: 0, doubts: 0 })

/** As many records of one kind as so many bytes hold. */
function wantedIn(as: string, length: number): Candidate {
  const { size } = unitOf(as)
  return wanted(as, Math.floor(length / size), length % size)
}

/** The ways in which bytes can be read between which nothing decides. */
export function choose(readings: readonly Reading[], turned: readonly Reading[], options: ReadOptions, family: string | undefined, doubtful: Hit['doubtful']): readonly Way[] {
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
  if (as !== undefined && as !== 'tlp') return matchOf(unitOf(as).layout!, bytes) && { reading, candidate: wantedIn(as, bytes.length) }
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
export const isBeginning = ({ reading, candidate: { id } }: Way): boolean => id !== 'tlp' && reading.data.bytes.length < unitOf(id).size

/** Bits of evidence below which bytes do not tell what they are. */
const LEAST = 8

/** Bits of evidence that words need which stand in a log, and among other text. */
const IN_LOG = 40
const IN_PROSE = 32
/** The same of packets, of which the weakest, a Page Request, is met by chance less often than entries of queues are. */
const PACKETS_IN_PROSE = 28

/** Bits that bytes have to tell, by `tellsOf`, which a few small numbers and zeros do not: alone, and among other text. */
export const ALONE = 12
export const AMONG_TEXT = 24

/** The header of a packet has bits that are set in most of its bytes. */
export const tells = ({ reading, candidate: { id, evidence } }: Way, least: number): boolean =>
  id === 'tlp' || evidence === Number.POSITIVE_INFINITY || tellsAs(id, reading.data.bytes) >= least

export function beyondDoubt(where: NonNullable<Hit['doubtful']>, chosen: readonly Way[]): boolean {
  const [first] = chosen
  if (first === undefined) return false
  if (first.candidate.evidence === Number.POSITIVE_INFINITY) return true
  if (where === 'stranger' || where === 'few' || where === 'headed' || !tells(first, AMONG_TEXT)) return false
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
    if (length >= size) return [wantedIn(as, length)]
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
  // A queue of one kind of entry has the id of that record.
  const sorted = [...ways].sort((a, b) => scoreOf(b.candidate) - scoreOf(a.candidate)).filter((way, i, all) => all.findIndex((other) => other.reading === way.reading && other.candidate.id === way.candidate.id) === i)
  const kept = new Set(decide(sorted.map(({ candidate }) => candidate), told ? 0 : undefined))
  const best = Math.max(...sorted.filter(({ candidate }) => kept.has(candidate)).map(bareOf))
  return sorted.filter((way) => kept.has(way.candidate) || (best < ENOUGH && isOdd(way.candidate) && bareOf(way) >= Math.max(ODD, best)))
}

/** Bits of evidence that need no other word, and those for which a record is not given up in silence though it says something odd. */
export const ENOUGH = 24
const ODD = 16

/** Whether little speaks against records. Requests may be odd in two ways each, as devices are; what an IOMMU writes itself, or is given, in one. */
function isLittle({ id, doubts, count }: Candidate): boolean {
  const { layout, place } = id === 'tlp' ? {} : unitOf(id)
  const isRequest = layout ? layout.carries !== undefined : place?.entries.some((entry) => entry.id !== undefined && layoutOf(entry.id).carries !== undefined) === true
  return doubts <= (isRequest ? 2 : 1) * count
}

const isOdd = (candidate: Candidate): boolean => candidate.reservedSet === 0 && candidate.rest === 0 && candidate.doubts > 0 && isLittle(candidate)

/** Whether the bits of one of them say what it is, with nothing else that does: those of entries of a page table fit records of which few bits are fixed. */
export function areSaidByBits(ways: readonly Way[], readings: readonly Reading[]): boolean {
  const least = readings.some(({ data: { bytes } }) => isOfPageTable(bytes)) ? ENOUGH : LEAST
  return ways.some((way) => tells(way, ALONE) && (isClean(way.candidate) ? bareOf(way) >= least : isLittle(way.candidate) && bareOf(way) >= Math.max(least, ODD)))
}
