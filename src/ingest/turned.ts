import type { TlpMode } from '../packet/index.ts'
import { spansIn, whole } from './hit.ts'
import type { Known, Reading, Span } from './hit.ts'
import { messageHeader } from './tlp-items.ts'

/**
 * Packets as the memory of a machine holds them, or the wide words of an FPGA: their DWs are in another order than on the
 * wire, or the bytes in each are. Other records have an order of their own, which their table tells.
 */

const DWORD = 4

/** Sizes of words of which the lowest DW comes first. */
const WIDE = [16, 32]
/** Packets that are one word. */
const ONE_WORD = [12, 24]

/** What the first packet of an arrangement has room in. */
const LOOKED_AT = 128

interface Arrangement {
  readonly reading: string
  readonly isTurned: boolean
  /** Bytes of which the DWs are from the last to the first; 0 for none. */
  readonly unit: number
}

const TURNED = 'DWs as numbers of a little-endian machine'
const fromLast = (bytes: number): string => `DWs from the last to the first of each ${bytes} bytes`

function arrangementsOf(size: number): readonly Arrangement[] {
  const units = [...WIDE, ...ONE_WORD.filter((unit) => unit === size)].filter((unit) => size % unit === 0)
  return [
    { reading: TURNED, isTurned: true, unit: 0 },
    ...units.flatMap((unit): readonly Arrangement[] => [
      { reading: fromLast(unit), isTurned: false, unit },
      { reading: `${fromLast(unit)}, ${TURNED}`, isTurned: true, unit },
    ]),
  ]
}

/** The other readings of bytes in which they begin with a message of ATS or PRI. */
export function turnedReadings({ data, likely }: Reading, mode: TlpMode): readonly Reading[] {
  const { length } = data.bytes
  if (length < 3 * DWORD || length % DWORD !== 0) return []
  return arrangementsOf(length).flatMap((arrangement): readonly Reading[] => {
    if (!messageHeader(arranged(data.bytes.subarray(0, LOOKED_AT), arrangement, Math.min(length, LOOKED_AT)), mode)) return []
    const bytes = arranged(data.bytes, arrangement, length)
    return [{ reading: arrangement.reading, note: `a packet whose DWs do not stand as on the wire; read: ${arrangement.reading}`, data: whole(bytes, () => spansOf(data, arrangement)), ...(likely && { likely }) }]
  })
}

/** Where the DW at `at` stands in bytes that are not arranged. */
const placeOf = (at: number, unit: number): number => (unit === 0 ? at : at - (at % unit) + unit - DWORD - (at % unit))

function arranged(bytes: Uint8Array, { isTurned, unit }: Arrangement, size: number): Uint8Array {
  const result = new Uint8Array(size)
  for (let at = 0; at < size; at += DWORD) {
    const from = placeOf(at, unit)
    for (let i = 0; i < DWORD; i++) result[at + i] = bytes[from + (isTurned ? DWORD - 1 - i : i)]!
  }
  return result
}

function spansOf({ bytes, spans }: Known, { isTurned, unit }: Arrangement): readonly Span[] {
  const found: Span[] = []
  for (let at = 0; at < bytes.length; at += DWORD) {
    const from = placeOf(at, unit)
    for (const span of spansIn(spans, from, from + DWORD)) {
      const { offset, size, order } = span
      if (isTurned) found.push({ ...span, offset: at + DWORD - size - offset, order: size === 1 || order === 'number' ? 'memory' : 'number' })
      else found.push({ ...span, offset: at + offset })
    }
  }
  return found.sort((a, b) => a.offset - b.offset)
}
