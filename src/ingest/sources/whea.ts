import { fromDigits } from '../hex/digits.ts'
import { part, whole, words } from '../hit.ts'
import type { Digits, Hit } from '../hit.ts'
import { placesOf } from '../line.ts'
import type { Line } from '../line.ts'
import type { Source } from '../source.ts'

/** Errors of PCI Express as the event log of Windows keeps them: the record of the firmware in hex, and the header log. */

/** It begins with `CPER`. */
const RECORD = /^43504552(?:[0-9a-f]{2}){200,8000}/i
const HEADER_LOG = /^HeaderLog(?:">|\s{1,24}:?\s{0,4})(?=[0-9a-f]{32}(?![0-9a-f]))/i

/** UEFI, appendix N.2: the number of sections, and their descriptors with the place and the type of each. */
const COUNT = 10
const DESCRIPTORS = 128
const DESCRIPTOR = 72
const TYPE = 16
const PCIE = '54e995d9c1bb0f43ad91b44dcb3c6f35'
const SECTION = 208
const HEADER = 140

export const whea: Source = {
  id: 'windows.whea',
  anchors: ['43504552', 'HeaderLog'],
  open(line, column) {
    const text = line.text.slice(column)
    const log = HEADER_LOG.exec(text)
    const hits = log ? headerAt(line, column + log[0].length) : sectionsOf(line, column, RECORD.exec(text)?.[0].toLowerCase())
    return hits.length === 0 ? undefined : { done: true, patience: 0, take: () => false, hits: () => hits }
  },
}

function sectionsOf(line: Line, column: number, digits = ''): readonly Hit[] {
  if (!digits.includes(PCIE)) return []
  const bytes = fromDigits(digits)
  const data = whole(bytes, [{ ...placesOf(line.pieces, column, digits.length), offset: 0, size: bytes.length, order: 'memory' }])
  return Array.from({ length: bytes[COUNT]! }, (_, i) => DESCRIPTORS + i * DESCRIPTOR).flatMap((at): readonly Hit[] => {
    if (!digits.startsWith(PCIE, 2 * (at + TYPE))) return []
    const offset = new DataView(bytes.buffer).getUint32(at, true)
    const section = part(data, offset, offset + SECTION)
    return section.bytes.length < SECTION ? [] : [{ ...base(line), record: 'config.cper-pcie-section', data: section }, ...headerAt(line, column + 2 * (offset + HEADER))]
  })
}

const base = ({ number }: Line): Hit => ({ source: whea.id, line: number, lastLine: number, said: {}, notes: [] })

/** The header of the packet in four registers, each of which stands in the order of memory; nothing, where none was logged. */
function headerAt(line: Line, from: number): readonly Hit[] {
  const given = [0, 8, 16, 24].map((at): Digits => ({ value: BigInt(`0x${line.text.slice(from + at, from + at + 8)}`), column: from + at, length: 8 }))
  return given.every(({ value }) => value === 0n) ? [] : [{ ...base(line), name: 'TLP header', place: 'tlp', data: words(16, 4, 'number', given, line.pieces), said: { headerLog: true } }]
}
