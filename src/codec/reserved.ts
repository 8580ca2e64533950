import type { Layout, ReservedSlice } from '../spec/vocabulary.ts'
import type { Finding } from './check.ts'
import { bitsOf } from './message.ts'

/** Reserved bits that are set. */
export function reservedFinding(layout: Layout, slice: ReservedSlice, raw: bigint): Finding {
  const note = slice[3]
  const bits = bitsOf(layout, [slice])
  return { id: 'reserved', severity: 'error', message: `reserved bits ${bits} are 0x${raw.toString(16)}${note === undefined ? '' : ` (${note})`}`, clause: layout.clause, field: 'reserved', bits }
}
