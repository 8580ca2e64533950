import { isClean, matchOf, tellsOf } from '../identify.ts'
import { identifyEntry, layoutOf, placeOf } from '../neighbours/index.ts'
import { part, sized } from './hit.ts'
import type { Hit, Known } from './hit.ts'

/**
 * What a read of an iommufd virtual event queue gives: each event of an SMMUv3 behind its header; behind a header that says that
 * events were lost stands none. include/uapi/linux/iommufd.h, struct iommufd_vevent_header.
 */

const HEADER = 'linux.iommufd-vevent-header'
const QUEUE = 'linux.vevent-arm-smmuv3'
const HEADER_SIZE = 8
const EVENT_SIZE = 32
const LOST = 1

/** The greatest number of a header; 0 follows it. */
const LAST = 0x7fffffff
/** Events that are lost between two headers, at the most, for bytes of which nothing is said to be such a queue. */
const GAP = 1 << 16

const GUEST = 'its StreamID is the one that the guest has for the device'

/** A number of 32 bits. Hosts of the other byte order have no queue of iommufd. */
export const wordAt = (bytes: Uint8Array, at: number): number => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at, true)

interface Places {
  /** Where headers begin, and events. */
  readonly headers: readonly number[]
  readonly events: readonly number[]
  /** Where the last of them ends. */
  readonly end: number
}

/** Where headers and events stand, as far as there are bytes. */
export function virtualEventsIn(bytes: Uint8Array): Places {
  const [headers, events]: [number[], number[]] = [[], []]
  let at = 0
  while (at + HEADER_SIZE <= bytes.length) {
    headers.push(at)
    const isLost = (wordAt(bytes, at) & LOST) === LOST
    at += HEADER_SIZE
    if (isLost) continue
    if (at < bytes.length) events.push(at)
    at += EVENT_SIZE
  }
  return { headers, events, end: at }
}

/** Headers and events, in their order. */
export function virtualEvents(hit: Hit, data: Known, { headers, events }: Places): readonly Hit[] {
  const own = ({ record, at, size }: { record?: string; at: number; size: number }): Hit => ({
    ...hit, ...(record === undefined ? { place: QUEUE } : { record }), data: sized(part(data, at, Math.min(data.bytes.length, at + size)), size),
    ...(hit.offset !== undefined && { offset: hit.offset + BigInt(at) }), notes: record === undefined ? [...hit.notes, GUEST] : hit.notes,
  })
  return [...headers.map((at) => ({ record: HEADER, at, size: HEADER_SIZE })), ...events.map((at) => ({ at, size: EVENT_SIZE }))].sort((a, b) => a.at - b.at).map(own)
}

/** Whether bytes of which nothing is said are such events, whole and nothing else, and tell more than small numbers do. */
export function areVirtualEvents(bytes: Uint8Array, least: number): boolean {
  const { headers, events, end } = virtualEventsIn(bytes)
  if (end !== bytes.length || events.length === 0) return false
  const isNext = (at: number, i: number): boolean => {
    const number = wordAt(bytes, at + 4)
    return (wordAt(bytes, at) | LOST) === LOST && number <= LAST && (i === 0 || ((number - wordAt(bytes, headers[i - 1]! + 4) - 1) & LAST) < GAP)
  }
  if (!headers.every(isNext)) return false
  const queue = placeOf(QUEUE)
  const tells = events.map((at) => {
    const { id, empty } = identifyEntry(queue, bytes.subarray(at, at + EVENT_SIZE))
    const match = id === undefined || empty ? undefined : matchOf(layoutOf(id), bytes, at)
    return match && isClean({ ...match, id: id!, count: 1, rest: 0 }) ? tellsOf(layoutOf(id!), bytes, at) : -1
  })
  return tells.every((bits) => bits >= 0) && Math.max(...tells) >= least
}
