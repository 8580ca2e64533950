import { missing } from './packets.ts'
import { refuse } from './outgoing.ts'
import type { Outgoing } from './outgoing.ts'

/** A capture file of TLPs, for Wireshark and whatever else reads pcap. */

const MICROSECONDS = 0xa1b2c3d4
/** USER0: libpcap leaves it to its users, and captures of TLPs have it. */
const LINK_TYPE = 147
const LONGEST = 262144

function words(...values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(4 * values.length)
  const view = new DataView(bytes.buffer)
  for (const [i, value] of values.entries()) view.setUint32(4 * i, value, true)
  return bytes
}

/** The head of the file: little-endian, version 2.4, link type 147. */
export const pcapHead = (): Uint8Array => words(MICROSECONDS, 2 | (4 << 16), 0, 0, LONGEST, LINK_TYPE)

/**
 * A packet with its own head, of time 0: no time is known. Of a header without its data the capture says how long the
 * packet was.
 * @throws {CodecError} `translate` for bytes that are no packet
 */
export function pcapPacket({ bytes, mode }: Pick<Outgoing, 'bytes' | 'mode'>): Uint8Array {
  if (mode === undefined) refuse('pcap', 'a packet', 'no packet')
  const head = words(0, 0, bytes.length, bytes.length + missing(bytes, mode))
  const packet = new Uint8Array(head.length + bytes.length)
  packet.set(head)
  packet.set(bytes, head.length)
  return packet
}
