/** PCI_EXP, and USER0 to USER15, which captures of TLPs use. */
const PCI_EXP = 125
const USER0 = 147
const USER15 = 162
export const ETHERNET = 1

const IPV4 = 0x0800
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
  if (linkType !== ETHERNET || data.length < 42) return undefined
  const view = new DataView(data.buffer, data.byteOffset, data.length)
  const ip = 14
  const header = (view.getUint8(ip) & 15) * 4
  if (view.getUint16(12) !== IPV4 || view.getUint8(ip) >> 4 !== 4 || view.getUint8(ip + 9) !== UDP || header < 20) return undefined
  const udp = ip + header
  if (data.length < udp + 8) return undefined
  const own = (at: number): boolean => view.getUint16(at) >= NETTLP_PORTS[0] && view.getUint16(at) <= NETTLP_PORTS[1]
  const start = udp + 8 + NETTLP_HEADER
  const end = Math.min(data.length, udp + view.getUint16(udp + 4))
  return (own(udp) || own(udp + 2)) && end > start ? [start, end] : undefined
}
