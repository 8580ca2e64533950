import { part, whole, words } from '../hit.ts'
import type { Digits, Hit } from '../hit.ts'
import { placesOf } from '../line.ts'
import type { Line } from '../line.ts'
import type { Source } from '../source.ts'

/** Errors of PCI Express as the event log of Windows keeps them: the record of the firmware in hex, and the header log. */

/** `CPER` and what ends the signature, on to the first section that a record can have. */
const RECORD = /^43504552[0-9a-f]{4}f{8}[0-9a-f]{400,16000}/i
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
    const hits = log ? headerAt(line, column + log[0].length) : sectionsOf(line, column, RECORD.exec(text)?.[0])
    return hits.length === 0 ? undefined : { done: true, patience: 0, take: () => false, hits: () => hits }
  },
}

function sectionsOf(line: Line, column: number, digits = ''): readonly Hit[] {
  if (!digits.toLowerCase().includes(PCIE)) return []
  const size = digits.length >> 1
  const bytes = Uint8Array.from({ length: size }, (_, i) => Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16))
  const view = new DataView(bytes.buffer)
  const data = whole(bytes, [{ ...placesOf(line.pieces, column, 2 * size), offset: 0, size, order: 'memory' }])
  const hits: Hit[] = []
  for (let i = 0, at = DESCRIPTORS; i < view.getUint16(COUNT, true) && at + DESCRIPTOR <= size; i++, at += DESCRIPTOR) {
    const offset = view.getUint32(at, true)
    if (digits.slice(2 * (at + TYPE), 2 * (at + TYPE) + PCIE.length).toLowerCase() !== PCIE || offset + SECTION > size) continue
    hits.push({ ...base(line), record: 'config.cper-pcie-section', data: part(data, offset, offset + SECTION) }, ...headerAt(line, column + 2 * (offset + HEADER)))
  }
  return hits
}

const base = ({ number }: Line): Hit => ({ source: whea.id, line: number, lastLine: number, said: {}, notes: [] })

/** The header of the packet in four registers, each of which stands in the order of memory; nothing, where none was logged. */
function headerAt(line: Line, column: number): readonly Hit[] {
  const given = Array.from({ length: 4 }, (_, i): Digits => ({ value: BigInt(`0x${line.text.slice(column + 8 * i, column + 8 * i + 8)}`), column: column + 8 * i, length: 8 }))
  return given.every(({ value }) => value === 0n) ? [] : [{ ...base(line), name: 'TLP header', place: 'tlp', data: words(16, 4, 'number', given, line.pieces), said: { headerLog: true } }]
}
