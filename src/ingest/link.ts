/** PCI_EXP, and USER0 to USER15, which captures of TLPs use. */
const PCI_EXP = 125
const USER0 = 147
const USER15 = 162
export const ETHERNET = 1

/** Links that carry IP: where the type of what they carry stands, and where it begins. Raw IP says itself which it is. */
const CARRIERS: Readonly<Record<number, { readonly type?: number; readonly header: number }>> = {
  [ETHERNET]: { type: 12, header: 14 },
  101: { header: 0 }, // RAW
  113: { type: 14, header: 16 }, // LINUX_SLL, what `-i any` writes
  228: { header: 0 }, // IPV4
  229: { header: 0 }, // IPV6
  276: { type: 0, header: 20 }, // LINUX_SLL2
}

const IPV4 = 0x0800
const IPV6 = 0x86dd
/** Tags of VLANs, of which several may stand one behind the other. */
const VLANS: readonly number[] = [0x8100, 0x88a8, 0x9100]
const UDP = 17
/** NetTLP takes ports from here on, one for each tag. */
const NETTLP_PORTS = [0x3000, 0x3fff] as const
/** Sequence number and time stamp. */
const NETTLP_HEADER = 6

/**
 * Where the TLP begins and ends in a packet; undefined where the packet holds none that is known.
 * @returns offsets in bytes from the start of the packet
 */
export function tlpIn(linkType: number, data: Uint8Array): readonly [start: number, end: number] | undefined {
  if (linkType === PCI_EXP || (linkType >= USER0 && linkType <= USER15)) return [0, data.length]
  const carrier = CARRIERS[linkType]
  if (!carrier) return undefined
  const udp = udpIn(data, carrier.type, carrier.header)
  if (udp === undefined || udp + 8 > data.length) return undefined
  const word = (at: number): number => (data[at]! << 8) | data[at + 1]!
  const own = (port: number): boolean => port >= NETTLP_PORTS[0] && port <= NETTLP_PORTS[1]
  const start = udp + 8 + NETTLP_HEADER
  // What stands behind the datagram fills a short frame up.
  const end = Math.min(data.length, udp + word(udp + 4))
  return (own(word(udp)) || own(word(udp + 2))) && end > start ? [start, end] : undefined
}

/** Where the UDP header of a packet begins; undefined where it holds none, or is no first fragment. */
function udpIn(data: Uint8Array, typeAt: number | undefined, header: number): number | undefined {
  const word = (at: number): number => ((data[at] ?? 0) << 8) | (data[at + 1] ?? 0)
  let ip = header
  let type = typeAt === undefined ? undefined : word(typeAt)
  while (type !== undefined && VLANS.includes(type) && ip + 4 <= data.length) {
    type = word(ip + 2)
    ip += 4
  }
  const version = (data[ip] ?? 0) >> 4
  if (version === 4 && (type ?? IPV4) === IPV4) {
    const size = (data[ip]! & 15) * 4
    // Of a datagram that IP has cut, the first part alone has the header, and no part the whole packet.
    return data[ip + 9] === UDP && size >= 20 && (word(ip + 6) & 0x3fff) === 0 ? ip + size : undefined
  }
  return version === 6 && (type ?? IPV6) === IPV6 && data[ip + 6] === UDP ? ip + 40 : undefined
}
