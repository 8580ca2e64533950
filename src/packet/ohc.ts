import { record as recordById } from '../registry.ts'
import type { AnyRecord } from '../registry.ts'
import type { TlpKind } from '../spec/tlp.ts'

/**
 * Which OHC-A a packet has, as the id of its record. It follows from type and routing, never from the word itself.
 * A Page Request is routed to the root complex, so that its word is OHC-A1; in PCIe 6.0 it may be OHC-A4 (unconfirmed).
 * @param type Type of the packet, whose low three bits are the routing of a message
 */
function ohcA(kind: TlpKind, type: number): string {
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

const lists = new Map<string, readonly (readonly AnyRecord[])[]>()

/** For each value of OHC[2:0], the records of the words that are then there, in their order. */
export function ohcWords(kind: TlpKind, type: number): readonly (readonly AnyRecord[])[] {
  const a = ohcA(kind, type)
  const found = lists.get(a)
  if (found) return found
  const words = [a, 'pcie-flit.ohc-b', 'pcie-flit.ohc-c'].map((id) => recordById(id))
  const made = Array.from({ length: 8 }, (_, ohc) => words.filter((_word, i) => ((ohc >> i) & 1) !== 0))
  lists.set(a, made)
  return made
}
