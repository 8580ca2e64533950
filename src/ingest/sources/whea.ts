import { fromDigits } from '../hex/digits.ts'
import { part, whole, words } from '../hit.ts'
import type { Digits, Hit } from '../hit.ts'
import { placesOf } from '../line.ts'
import type { Source } from '../source.ts'

/** It begins with `CPER`. */
const RECORD = /^43504552(?:[0-9a-f]{2}){200,8000}/i

/** UEFI, appendix N.2: the number of sections, and their descriptors with the place and the type of each. */
const COUNT = 10
const DESCRIPTORS = 128
const DESCRIPTOR = 72
const TYPE = 16
const PCIE = '54e995d9c1bb0f43ad91b44dcb3c6f35'
const SECTION = 208
const HEADER = 140

/** Errors of PCI Express as the event log of Windows keeps them: the record of the firmware in hex, and in it the header of the packet. */
export const whea: Source = {
  id: 'windows.whea',
  anchors: ['43504552'],
  open({ text, pieces, number }, column) {
    const digits = RECORD.exec(text.slice(column))?.[0].toLowerCase()
    if (!digits?.includes(PCIE)) return undefined
    const bytes = fromDigits(digits)
    const data = whole(bytes, [{ ...placesOf(pieces, column, digits.length), offset: 0, size: bytes.length, order: 'memory' }])
    const base = { source: whea.id, line: number, lastLine: number, notes: [] }
    const hits = Array.from({ length: bytes[COUNT]! }, (_, i) => DESCRIPTORS + i * DESCRIPTOR).flatMap((at): readonly Hit[] => {
      if (!digits.startsWith(PCIE, 2 * (at + TYPE))) return []
      const offset = new DataView(bytes.buffer).getUint32(at, true)
      const section = part(data, offset, offset + SECTION)
      if (section.bytes.length < SECTION) return []
      // Four registers, each of which stands in the order of memory; nothing, where no header was logged.
      const header = [0, 8, 16, 24].map((place): Digits => {
        const from = column + 2 * (offset + HEADER) + place
        return { value: BigInt(`0x${text.slice(from, from + 8)}`), column: from, length: 8 }
      })
      const packet: Hit = { ...base, name: 'TLP header', place: 'tlp', data: words(16, 4, 'number', header, pieces), said: { headerLog: true } }
      return [{ ...base, record: 'config.cper-pcie-section', data: section, said: {} }, ...(header.every(({ value }) => value === 0n) ? [] : [packet])]
    })
    return { done: true, patience: 0, take: () => false, hits: () => hits }
  },
}
