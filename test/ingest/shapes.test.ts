import { describe, expect, it } from 'vitest'
import { hexOf, read } from '../../src/ingest/index.ts'
import { numbers } from '../support/bytes.ts'
import { around, prefixes } from './noise.ts'
import { PACKETS, PAGES, tlp, two } from './shapes.ts'

describe.each([['vtd.page-request', two, PAGES], ['pcie.prg-response', tlp, PACKETS]] as const)('%s', (record, bytes, shapes) => {
  it.each(Object.entries(shapes))('in %s', (_, shape) => {
    const { items } = read(`${shape}\n`)
    expect(items.map(({ record: id, ambiguous, bad }) => [id, ambiguous, bad]), shape).toEqual(items.map(() => [record, false, false]))
    expect(items.map(({ data }) => hexOf(data!)).join('')).toBe(bytes.toString('hex'))
    // Where digits are said to stand, they do.
    for (const { data } of items) for (const { start, end } of data!.spans) expect(`${shape}\n`.slice(start, end)).toMatch(/^[0-9a-f`_]+$/i)
  })
})

/** A dump is one text, whose lines stand together, and a string that has escapes of its own is not escaped once more. */
const ofLines = ['logfmt', 'code in Markdown', 'lines of other drivers']
const unescaped = ({ name }: { readonly name: string }, shape: string): boolean => !/HTML/.test(name) || !/string of C with named escapes|texts of JSON/.test(shape)

describe.each([[two, PAGES], [tlp, PACKETS]] as const)('the same bytes', (bytes, shapes) => {
  const expectBytes = (text: string): void => {
    const { items } = read(text)
    expect(items.map(({ data }) => (data ? hexOf(data) : '')).join(''), text).toBe(bytes.toString('hex'))
  }

  it.each(around.filter(({ name }) => !ofLines.includes(name)))('in $name', (noise) => {
    for (const [name, shape] of Object.entries(shapes)) if (unescaped(noise, name)) expectBytes(noise.of(`${shape}\n`, numbers(name.length * 31 + 7)))
  })

  it.each(prefixes)('behind $name', ({ of }) => {
    const next = numbers(7)
    // Those that have a time stamp already have no other before it.
    for (const shape of Object.values(shapes)) if (!/^\[ +12/.test(shape)) expectBytes(shape.split('\n').map((line) => `${of(next)}${line}\n`).join(''))
  })
})

it('numbers in decimal are not taken for hex', () => {
  expect(read(`[${[50, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24].join(', ')}]\n`).items).toEqual([])
})

it.each([[0x1, 4], [0x8000, 4], [0xffff, 4], [0x1_0000_0000, 8], [0x1_ffff_0001, 8], [0xffff_ffff_0001, 8]] as const)('numbers of a list are as large as the largest one says', (more, size) => { // synthetic
  // A page request with an index, or with a PASID.
  const words = size === 4 ? [1 + more * 2 ** 16, 0, 0x1000 + 3, 0, 0, 0, 0, 0] : [0x3b01_0101 + (more - (more % 2 ** 32)), 0x1003, 0, 0]
  const { items } = read(`[${words.map((word) => `0x${word.toString(16)}`).join(', ')}]\n`)
  expect(items.map(({ record, data }) => [record, data!.bytes.length])).toEqual([['vtd.page-request', 32]])
})

it('what debugfs shows beside the queues is no record, but for the entry of the device table', () => {
  const { items } = read([
    'IOMMU: dmar0 Register Base Address: 26be37000', 'Name                    Offset          Contents', 'IQH                     0x80            0x0000000000000280', '',
    ' Entry SrcID   DstID    Vct IRTE_high           IRTE_low', ' 0     00:0b.0 00000080 24  0000000000040058    000000800024000d', '',
    ' B.D.F   Root_entry', ' 00:03.0 0x0000000000000000:0x000000010303d001', ' Context_entry', ' 0x0000000000000102:0x000000010303b005',
    ' PASID   PASID_table_entry', ' -1      0x0000000000000000:0x0000000000000000:0x0000000000000000', ' inv_devtlb           0           0          17           0           0',
    ' IOVA_PFN                PML5E                   PML4E', ' 0x000000008d900 |       0x0000000000000000      0x00000001017f8003', ' PDPE                    PDE                     PTE', ' 0x00000001017fb003      0x00000001017fc003      0x000000008d900003', '',
    'DeviceId             QWORD[3]         QWORD[2]         QWORD[1]         QWORD[0] iommu', '0000:41:00.1 0000000000000000 20000001273c8013 0000000000000029 6000000115d7a603 iommu2',
    'DeviceId 0000:41:00.1', 'IRT[0000] 0000000000000020 0000000000000441', 'Offset:0x18 Value:0x000c23000003f48d',
  ].join('\n'))
  expect(items.map(({ record, said, message }) => [record, said['device'], message['domainId'], message['root']])).toEqual([['amd.device-table-entry', '0000:41:00.1', 0x29, 0x115d7a000n]])
})
