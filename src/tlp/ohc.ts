import type { TlpKind } from '../spec/tlp.ts'

/**
 * Which OHC-A a packet has, as the id of its record. It follows from type and routing, never from the word itself.
 * A Page Request is routed to the root complex, so that its word is OHC-A1; in PCIe 6.0 it may be OHC-A4 (unconfirmed).
 * @param type Type of the packet, whose low three bits are the routing of a message
 */
export function ohcA(kind: TlpKind, type: number): string {
  switch (kind) {
    case 'io':
      return 'pcie-flit.ohc-a2'
    case 'configuration':
      return 'pcie-flit.ohc-a3'
    case 'completion':
      return 'pcie-flit.ohc-a5'
    case 'message':
      return (type & 7) === 2 ? 'pcie-flit.ohc-a4' : 'pcie-flit.ohc-a1'
    default:
      return 'pcie-flit.ohc-a1'
  }
}

/** Ids of the words that OHC[2:0] says are there, in their order. */
export function ohcWords(ohc: number, kind: TlpKind, type: number): string[] {
  return [ohcA(kind, type), 'pcie-flit.ohc-b', 'pcie-flit.ohc-c'].filter((_, i) => ((ohc >> i) & 1) !== 0)
}
