import type { Hit } from '../hit.ts'
import { interpret } from '../interpret.ts'
import type { Item } from '../item.ts'
import { checkBytes, checkReadOptions } from '../options.ts'
import type { ReadOptions } from '../options.ts'
import { tlpIn } from '../link.ts'
import { concat } from '../../packet/bytes.ts'
import { hitOf } from './bytes-hit.ts'
import { ContainerError } from './packet.ts'
import type { CapturedPacket, Container } from './packet.ts'
import { Pcap, pcapOrder } from './pcap.ts'
import { isPcapng, Pcapng } from './pcapng.ts'

export { ringItems } from './rings.ts'
export { isSpaceFile, SPACE_SIZES, spaceItems } from './space.ts'
export { ContainerError } from './packet.ts'
export type { CapturedPacket, Container } from './packet.ts'

/** Bytes that a file begins with and that say what it is. */
const MAGIC = 4

/** The framing of a capture file, by its first four bytes. @throws {CodecError} `type` for what are no bytes */
export function containerOf(head: Uint8Array): Container | undefined {
  checkBytes(head)
  return isPcapng(head) ? new Pcapng() : pcapOrder(head) === undefined ? undefined : new Pcap()
}

/**
 * The TLPs of a capture, in the order of the file.
 * @param left counts the packets that hold no TLP that is known, by the type of their link; they are left out
 * @throws {ContainerError} where the file is damaged; what came before has been handed out
 * @throws {CodecError} `type` for options that are none, and for an unknown id
 */
export async function* containerItems(pieces: AsyncIterable<Uint8Array>, options: ReadOptions, left = new Map<number, number>()): AsyncGenerator<readonly Item[]> {
  const known = checkReadOptions(options)
  let container: Container | undefined
  let head: Uint8Array = new Uint8Array(0)
  for await (const piece of pieces) {
    let bytes = piece
    if (!container) {
      head = bytes = concat([head, piece])
      if (head.length < MAGIC) continue
      container = containerOf(head)
      if (!container) throw new ContainerError(0, 'neither pcap nor pcapng')
    }
    for (const packet of container.push(bytes)) {
      const items = packetItems(packet, known)
      if (items) yield items
      else left.set(packet.linkType, (left.get(packet.linkType) ?? 0) + 1)
    }
  }
  if (!container) throw new ContainerError(0, 'neither pcap nor pcapng')
  container.end()
}

function packetItems({ number, at, linkType, data, original }: CapturedPacket, options: ReadOptions): readonly Item[] | undefined {
  const place = tlpIn(linkType, data)
  if (!place) return undefined
  const [start, end] = place
  const cut = original > data.length
  const hit: Hit = {
    ...hitOf('capture', BigInt(at + start), data.slice(start, end)), place: options.mode === 'flit' ? 'tlp-flit' : 'tlp', said: { packet: number },
    notes: cut ? [`the capture holds ${data.length} of ${original} bytes of the packet`] : [],
  }
  return [...interpret(hit, options)]
}
