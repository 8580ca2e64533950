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

/** A request that can be answered, and where it stands: an entry of a queue, or an item of a log. */
export interface Asked {
  readonly index: number
  readonly read: ReadRequest
}

/** Requests that one response answers, in the order of the queue. */
export interface Group {
  /** From 1, in the order of the first requests. */
  readonly number: number
  readonly requests: readonly Asked[]
  /** Whether its last request is there. */
  readonly complete: boolean
}

/** The entries of a queue, good and bad. `identity` is what is known of the device where an entry does not say it. */
export async function* readQueue(codec: AnyRecord, pieces: AsyncIterable<Uint8Array>, lenient: boolean, identity: Identity): AsyncGenerator<Entry> {
  let index = 0
  for await (const block of blocksOf(pieces, largestOf(codec))) {
    for (; block.used < block.limit; block.used += sizeAt(codec, block.bytes, block.used)) {
      const found = readEntry(codec, block.bytes, block.used, lenient, identity)
      yield { index: index++, offset: block.base + block.used, ...found }
    }
  }
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

/** Gathers requests into groups. A group ends with its last request; its index may then be used anew. */
export class Groups {
  private readonly open = new Map<string, { readonly number: number; readonly requests: Asked[]; complete: boolean }>()
  /** How many groups there are so far. */
  count = 0

  /** The group that the request completes; undefined where more is to come. */
  add(asked: Asked): Group | undefined {
    const { read } = asked
    const { pasid, pasidPresent, pageReqGroupId, last } = read.request
    const { rid, segment, devId, cookie } = read.identity
    const key = JSON.stringify([rid, segment, devId, cookie, pasidPresent, pasid, pageReqGroupId])
    const stream = asksForStream(read)
    const group = (stream ? undefined : this.open.get(key)) ?? { number: ++this.count, requests: [], complete: false }
    group.requests.push(asked)
    group.complete = last || stream
    if (!stream && group.complete) this.open.delete(key)
    if (!group.complete) this.open.set(key, group)
    return group.complete ? group : undefined
  }

  /** The groups of which the last request has not come. */
  incomplete(): readonly Group[] {
    return [...this.open.values()]
  }
}

/** The answer to a complete group: what its last request says of it. */
export function answerTo({ requests }: Group, respCode: number): PageResponseMsg {
  return responseTo(requests.at(-1)!.read, respCode)
}
