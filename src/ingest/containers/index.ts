import { CodecError } from '../../codec/errors.ts'
import { layoutOf } from '../../neighbours/index.ts'
import { fromBytes } from '../bytes.ts'
import type { Hit, Known } from '../hit.ts'
import { interpret } from '../interpret.ts'
import type { Item } from '../item.ts'
import type { ReadOptions } from '../options.ts'
import { tlpIn } from '../link.ts'
import { ContainerError } from './packet.ts'
import type { CapturedPacket, Container } from './packet.ts'
import { Pcap, pcapOrder } from './pcap.ts'
import { isPcapng, Pcapng } from './pcapng.ts'

export { ContainerError } from './packet.ts'
export type { CapturedPacket, Container } from './packet.ts'

/** The framing of a capture file, by its first bytes. */
export function containerOf(head: Uint8Array): Container | undefined {
  return isPcapng(head) ? new Pcapng() : pcapOrder(head) === undefined ? undefined : new Pcap()
}

const whole = (bytes: Uint8Array): Known => ({ bytes, known: new Uint8Array(bytes.length).fill(0xff), spans: [] })

const hitOf = (source: string, offset: bigint, bytes: Uint8Array): Hit => ({ source, line: 0, lastLine: 0, offset, data: whole(bytes), said: {}, notes: [] })

/**
 * The TLPs of a capture, in the order of the file. Packets of links that carry none are counted and left out.
 * @throws {ContainerError} where the file is damaged; what came before has been handed out
 */
export async function* containerItems(pieces: AsyncIterable<Uint8Array>, options: ReadOptions): AsyncGenerator<readonly Item[]> {
  let container: Container | undefined
  for await (const piece of pieces) {
    container ??= containerOf(piece)
    if (!container) throw new ContainerError(0, 'neither pcap nor pcapng')
    yield container.push(piece).flatMap((packet) => packetItems(packet, options))
  }
  container?.end()
}

function packetItems({ number, at, linkType, data, original }: CapturedPacket, options: ReadOptions): readonly Item[] {
  const place = tlpIn(linkType, data)
  if (!place) return []
  const [start, end] = place
  const cut = original > data.length
  const hit: Hit = {
    ...hitOf('capture', BigInt(at + start), data.slice(start, end)), place: options.mode === 'flit' ? 'tlp-flit' : 'tlp', said: { packet: number },
    notes: cut ? [`the capture holds ${data.length} of ${original} bytes of the packet`] : [],
  }
  return interpret(hit, options)
}

/** Bytes of a ring that are looked at to find out what they are. */
const HEAD = 1 << 16

/**
 * Records that follow each other in a file of bytes: of `options.as`, or of what the first of them turn out to be.
 * Nothing is kept but the record that is not yet whole.
 */
export async function* ringItems(pieces: AsyncIterable<Uint8Array>, options: ReadOptions): AsyncGenerator<readonly Item[]> {
  let pending: Uint8Array = new Uint8Array(0)
  let at = 0n
  let known = options
  let unit = sizeOf(known)
  for await (const piece of pieces) {
    pending = joined(pending, piece)
    if (unit === undefined) {
      if (pending.length < HEAD) continue
      known = settled(pending, options)
      unit = sizeOf(known)
      if (known.as === undefined) {
        // Nothing decides; what follows would be read in as many ways.
        yield fromBytes({ ...hitOf('bytes', at, pending), notes: [`the first ${pending.length} bytes; --as says what they are`] }, [{ reading: 'bytes', data: whole(pending) }], known)
        return
      }
    }
    const take = unit === undefined ? 0 : pending.length - (pending.length % unit)
    if (take === 0) continue
    yield fromBytes(hitOf('bytes', at, pending.slice(0, take)), [{ reading: 'bytes', data: whole(pending.slice(0, take)) }], known)
    pending = pending.slice(take)
    at += BigInt(take)
  }
  if (pending.length > 0) yield fromBytes(hitOf('bytes', at, pending), [{ reading: 'bytes', data: whole(pending) }], known)
}

/** The size of the records, where it is known which they are; packets have no size of their own and are read at the end. */
function sizeOf({ as }: ReadOptions): number | undefined {
  if (as === undefined || as === 'tlp') return undefined
  return layoutOf(as).size
}

/** The record that the head of a file is, where that is beyond doubt. */
function settled(bytes: Uint8Array, options: ReadOptions): ReadOptions {
  try {
    const items = fromBytes(hitOf('bytes', 0n, bytes), [{ reading: 'bytes', data: whole(bytes) }], options)
    const [first] = items
    return first && !first.ambiguous && first.record !== null ? { ...options, as: first.record } : options
  } catch (error) {
    if (error instanceof CodecError) return options
    throw error
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b
  const all = new Uint8Array(a.length + b.length)
  all.set(a)
  all.set(b, a.length)
  return all
}
