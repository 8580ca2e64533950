import type { AnyMessage, AnyRecord } from '../../src/index.ts'

/** What makes a packet of its record alone: a header of flit mode that speaks of no OHC words, with the data that it has. */
export function aloneOf({ id, layout }: AnyRecord): AnyMessage {
  if (layout.place !== 'TLP, flit mode') return {}
  return { ohc: 0, ...(id === 'pcie-flit.invalidate-request' && { address: 0n, size: false, global: false }) }
}
