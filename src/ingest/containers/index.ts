import type { Hit } from '../hit.ts'
import { interpret } from '../interpret.ts'
import type { Item } from '../item.ts'
import type { ReadOptions } from '../options.ts'
import { tlpIn } from '../link.ts'
import { hitOf } from './bytes-hit.ts'
import { ContainerError } from './packet.ts'
import type { CapturedPacket, Container } from './packet.ts'
import { Pcap, pcapOrder } from './pcap.ts'
import { isPcapng, Pcapng } from './pcapng.ts'

export { ringItems } from './rings.ts'
export { isSpace, SPACE_SIZES, spaceItems } from './space.ts'
export { ContainerError } from './packet.ts'
export type { CapturedPacket, Container } from './packet.ts'

/** The framing of a capture file, by its first bytes. */
export function containerOf(head: Uint8Array): Container | undefined {
  return isPcapng(head) ? new Pcapng() : pcapOrder(head) === undefined ? undefined : new Pcap()
}

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
