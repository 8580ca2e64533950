import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hexOf, read } from '../../src/ingest/index.ts'
import type { LinkedItem } from '../../src/ingest/index.ts'
import { numbers } from '../support/bytes.ts'
import { printers } from './printers.ts'

/** Lines of other programs behind a text, in a paste without time stamps. The values are synthetic. A line as wide as a terminal may go on. */

const FOREIGN = ['07:00.0 VGA compatible controller: a card', '00:1f.0 ISA bridge: a bridge', '42 packets captured', 'DMAR: Enable the IOMMU', 'added 3 files', 'cafe is open', 'bash-5.2# dmesg', 'face to face', '1 warning', 'e1000e: eth0 NIC Link is Up']

/** The text, with a blank before each line where one is as wide as a terminal. */
const notAsWide = (text: string): string => (text.split('\n').some((line) => [80, 100, 120, 132, 160].includes(line.length)) ? text.replaceAll(/^(?=.)/gm, ' ') : text)

const seen = ({ record, message, data, absent, summary }: LinkedItem): unknown => ({ record, message, absent, summary, data: data && hexOf(data) })

describe('what stands in the next line is no part of a text', () => {
  it.each(printers)('$name', ({ print }) => {
    fc.assert(fc.property(fc.nat(), fc.constantFrom(...FOREIGN), (seed, line) => {
      const { lines } = print(numbers(seed + 1))
      const text = notAsWide(`${lines.join('\n')}\n`)
      expect(read(`${text}${line}\n`).items.map(seen), `${text}${line}`).toEqual(read(text).items.map(seen))
    }), { numRuns: 40, seed: 6 })
  })
})

/** The words that this one prints are not those of its reason, which tells some of them. */
const SPLIT = 'a reason and its words'

describe('a value that is missing at the end of a line is not taken from the next', () => {
  it.each(printers.filter(({ name }) => name !== SPLIT))('$name', ({ print }) => {
    fc.assert(fc.property(fc.nat(), fc.constantFrom(...FOREIGN), (seed, line) => {
      const next = numbers(seed + 1)
      const text = `${print(next).lines.join('\n')}\n`
      const whole = read(text).items
      const places = [...text.matchAll(/(?<=[ =:[])(?:0x)?[0-9a-f]+\b/gi)].map(({ index }) => index)
      const cut = `${notAsWide(text.slice(0, places[seed % places.length]))}\n${line}\n`
      const wrong = read(cut).items.filter(({ record, message }) => whole.some((item) => item.record === record && Object.entries(message).some(([name, value]) => item.message[name] !== value)))
      expect(wrong.map(({ message }) => message), cut).toEqual([])
    }), { numRuns: 40, seed: 7 })
  })
})

it('what a mail client has broken goes on, also with words behind it', () => { // synthetic
  const said = (text: string): unknown[] => read(text).items.map(({ said: { address, error } }) => [address, error])
  expect(said('PCI passthru device 0000:0d:00.0 caused an IOMMU fault type 5 at\naddress 0xe0041000.  Powering off the virtual machine.\n')).toEqual([[0xe0041000n, undefined]])
  expect(said('Symptom: vfio_container_dma_map(..., 0xc0000, 0x18000) =\n  -12 -> qemu: hardware error\n')).toEqual([[0xc0000n, -12]])
})
