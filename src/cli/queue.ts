import { CodecError } from '../codec/errors.ts'
import type { AnyRecord } from '../registry.ts'
import { toPageRequest } from '../translate/index.ts'
import type { Packet } from '../packet/index.ts'
import type { Identity, PageResponseMsg, ReadRequest } from '../translate/index.ts'
import { asksForStream, responseTo } from '../translate/every.ts'
import { isStopMarker } from '../translate/stop-marker.ts'
import { blocksOf } from './blocks.ts'
import { largestOf, sizeAt, tryDecodePacket } from './packet.ts'

/** One entry of a queue of page requests. */
export interface Entry {
  readonly index: number
  readonly offset: number
  /** What it asks for; of an entry with reserved bits set, what it would ask for without them. */
  readonly read?: ReadRequest
  /** Whether it is a Stop Marker, which is never answered. */
  readonly stopMarker?: boolean
  /** Why it is bad. */
  readonly error?: CodecError
}

/** Requests that one response answers, in the order of the queue. */
export interface Group {
  readonly requests: readonly (Entry & { readonly read: ReadRequest })[]
  /** Whether its last request is there. */
  readonly complete: boolean
}

/** The entries of a queue, good and bad. `identity` is what is known of the device where an entry does not say it. */
export async function readQueue(codec: AnyRecord, pieces: AsyncIterable<Uint8Array>, lenient: boolean, identity: Identity): Promise<Entry[]> {
  const entries: Entry[] = []
  for await (const block of blocksOf(pieces, largestOf(codec))) {
    for (; block.used < block.limit; block.used += sizeAt(codec, block.bytes, block.used)) {
      const found = readEntry(codec, block.bytes, block.used, lenient, identity)
      entries.push({ index: entries.length, offset: block.base + block.used, ...found })
    }
  }
  return entries
}

function readEntry(codec: AnyRecord, bytes: Uint8Array, offset: number, lenient: boolean, identity: Identity): Omit<Entry, 'index' | 'offset'> {
  const { packet, error } = tryDecodePacket(codec, bytes, offset, lenient)
  if (error === undefined) return tryRead(codec, packet, identity)
  const { packet: readable } = error.code === 'reserved' ? tryDecodePacket(codec, bytes, offset, true) : {}
  return { ...(readable && tryRead(codec, readable, identity)), error }
}

function tryRead(codec: AnyRecord, packet: Packet, identity: Identity): Pick<Entry, 'read' | 'stopMarker' | 'error'> {
  try {
    const read = toPageRequest(codec, packet)
    const pasidRequired = identity.pasidRequired !== undefined && { pasidRequired: identity.pasidRequired }
    return { read: { ...read, identity: { ...identity, ...read.identity, ...pasidRequired } }, stopMarker: isStopMarker(codec, read.request) }
  } catch (error) {
    if (error instanceof CodecError) return { error }
    throw error
  }
}

/** The groups of the good entries, in the order of their first request. A group ends with its last request; its index may then be used anew. */
export function groupsOf(entries: readonly Entry[]): Group[] {
  const groups: { requests: Group['requests'][number][]; complete: boolean }[] = []
  const open = new Map<string, (typeof groups)[number]>()
  for (const entry of entries) {
    const { read, error } = entry
    if (read === undefined || error !== undefined || entry.stopMarker) continue
    const { pasid, pasidPresent, pageReqGroupId, last } = read.request
    const { rid, segment, devId, cookie } = read.identity
    const key = JSON.stringify([rid, segment, devId, cookie, pasidPresent, pasid, pageReqGroupId])
    const stream = asksForStream(read)
    const group = (stream ? undefined : open.get(key)) ?? { requests: [], complete: false }
    if (group.requests.length === 0) groups.push(group)
    group.requests.push({ ...entry, read })
    group.complete = last || stream
    if (stream) continue
    if (last) open.delete(key)
    else open.set(key, group)
  }
  return groups
}

/** The answer to a complete group: what its last request says of it. */
export function answerTo({ requests }: Group, respCode: number): PageResponseMsg {
  return responseTo(requests.at(-1)!.read, respCode)
}
