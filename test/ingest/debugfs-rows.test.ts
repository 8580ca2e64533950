import { describe, expect, it } from 'vitest'
import { hexOf, readItems } from '../../src/ingest/index.ts'
import { numbers, randomBytes, toHex } from '../support/bytes.ts'

/** Rows of the invalidation queue in debugfs, in the format of Linux, without their head. All are synthetic. */

const WIDE = ['   12\t00004b0000000003\t7ffffffffffff001\t0000000000000000\t0000000000000000\t0000000000000002', '   16\t00004b0100000003\t0000011223344000\t0000000000000000\t0000000000000000\t0000000000000001']
const NARROW = ['   12\t0000004b00000003\t7ffffffffffff001\t0000000000000002', '32767\t0000000200000025\t0000000100059c04\t0000000000000000']

const AROUND: Readonly<Record<string, (rows: readonly string[]) => string>> = {
  'tail': (rows) => rows.join('\n'),
  'grep -n': (rows) => rows.map((row, i) => `${1290 + i}:${row}`).join('\n'),
  'grep -n -C': (rows) => rows.map((row, i) => `${1290 + i}${i === 0 ? ':' : '-'}${row}`).join('\n'),
  'grep -H': (rows) => rows.map((row) => `/sys/kernel/debug/iommu/intel/invalidation_queue:${row}`).join('\n'),
  'lost tabs': (rows) => rows.join('\n').replaceAll('\t', '        '),
  'one blank': (rows) => rows.map((row) => row.trim().replaceAll('\t', ' ')).join('\n'),
  'a mail': (rows) => rows.map((row) => `> ${row}`).join('\n'),
  'text around': (rows) => `what is in the queue:\n${rows.join('\n')}\nand that is all\n`,
}

describe.each(Object.entries(AROUND))('%s', (_, of) => {
  it('of four words', () => {
    const { items } = readItems(`${of(WIDE)}\n`)
    expect(items.map(({ record, data, said, bad }) => [record, hexOf(data!), said['index'], said['status'], bad])).toEqual([
      ['vtd.device-tlb-invalidate', '03000000004b000001f0ffffffffff7f00000000000000000000000000000000', 12, 2n, false],
      ['vtd.device-tlb-invalidate', '03000000014b0000004034231201000000000000000000000000000000000000', 16, 1n, false],
    ])
    expect(items.flatMap(({ findings }) => findings.filter(({ id }) => id === 'source'))).toEqual([])
  })

  it('of two words', () => {
    const { items } = readItems(`${of(NARROW)}\n`)
    expect(items.map(({ record, said, bad }) => [record, said['index'], said['status'], bad])).toEqual([['vtd.device-tlb-invalidate-128', 12, 2n, false], ['vtd.invalidation-wait-128', 32767, 0n, false]])
  })
})

it('an empty slot', () => {
  const [item] = readItems(`    3${'\t0000000000000000'.repeat(5)}\n`).items
  expect([item!.source, item!.said['index'], item!.bad]).toEqual(['linux.intel.debugfs-queue', 3, false])
})

it.each([
  ['a status that is none', WIDE[0]!.replace(/2$/, '4')], ['a word less', WIDE[0]!.replace('\t0000000000000000', '')], ['another type', WIDE[0]!.replace('00000003', '0000000f')],
  ['a row that is cut short', WIDE[0]!.slice(0, -4)], ['an address', WIDE[0]!.replace('12\t', 'fe8012:\t')],
])('%s is no row of it', (_, row) => {
  expect(readItems(`some text\n${row}\n`).items.filter(({ source }) => source === 'linux.intel.debugfs-queue')).toEqual([])
})

it('words of anything behind a number are none', () => {
  const next = numbers(3)
  for (let i = 0; i < 300; i++) expect(readItems(`some text\n   ${i}\t${Array.from({ length: 3 }, () => toHex(randomBytes(next, 8))).join('\t')}\n`).items.filter(({ source }) => source === 'linux.intel.debugfs-queue')).toEqual([])
})

describe('mm of the UEFI shell', () => {
  const words = ['0000001203000101', '0000000041a2b02d', '0000000000000000', '0000000000000000']
  const line = (at: number, word: string): string => `MEM  0x${(0x7a1c0000 + at).toString(16).toUpperCase().padStart(16, '0')} : 0x${word}`

  it('several lines are one dump', () => {
    const rows = words.map((word, i) => line(8 * i, word))
    for (const text of [rows.join('\n'), rows.map((row) => `FS0:\\> mm 7A1C0000 -MEM -w 8 -n\n${row}`).join('\n\n'), rows.map((row) => `${row} > `).join('\n')]) {
      expect(readItems(`${text}\n`).items.map(({ record, data }) => [record, hexOf(data!)]), text).toEqual([['vtd.page-request', '01010003120000002db0a2410000000000000000000000000000000000000000']])
    }
  })

  it('words of four bytes', () => {
    const rows = words.flatMap((word, i) => [line(8 * i, word.slice(8)), line(8 * i + 4, word.slice(0, 8))])
    expect(readItems(`${rows.join('\n')}\n`).items.map(({ record }) => record)).toEqual(['vtd.page-request'])
  })

  it('a word alone, and ports and configuration space, are no dump', () => {
    for (const text of [line(0, '00000001'), 'IO   0x0000000000000CF8 : 0x80000000', 'PCI  0x0000000000000000 : 0x12038086', 'MEM  0x1234 bytes free']) expect(readItems(`${text}\n`).items, text).toEqual([])
  })
})
