import { describe, expect, it } from 'vitest'
import { tellsOf } from '../../src/identify.ts'
import { hexOf, Reader } from '../../src/ingest/index.ts'
import type { Item, ReadOptions } from '../../src/ingest/index.ts'
import { layoutOf } from '../../src/neighbours/index.ts'
import { numbers } from '../support/bytes.ts'

/** A few small numbers and zeros, as they stand in any dump. The values are synthetic, in the spelling of the tools. */

function readOf(text: string, options: ReadOptions = {}): { items: readonly Item[]; unread: number | undefined } {
  const reader = new Reader(options)
  const items = [...reader.push(text), ...reader.end().items]
  return { items, unread: reader.unread }
}

/** Five lines of a stack. */
const FIVE = [
  '00f0: 00000003 00000000 00000000 00000000 00000000 00000000 00000000 00000000', '0110: 00000041 00000300 00000000 00000000 00000000 00000000 00000000 00000000',
  '0130: 00000044 00000000 00000000 00000000 00000009 00000000 00000000 00000000', '0150: 00000000 00000000 00000000 00000000 00000003 00000000 00000000 00000000',
  '0170: 00000001 00000000 00000000 00000000 00000000 00000000 00000000 00000000',
].map((line) => `${line}\n`).join('')

const word = (value: number): string => value.toString(16).padStart(8, '0')

describe('a few small numbers and zeros', () => {
  it.each([
    ['capabilities of a processor', 'CPU: Intel\nCPU: After vendor init, caps: 00000003 00000000 00000000 00000000\n', 'vtd.device-tlb-invalidate-128'],
    ['a stack', 'text\n00f0: 00000003 00000000 00000000 00000000 00000000 00000000 00000000 00000000\n', 'vtd.device-tlb-invalidate'],
    ['two lines of a stack', 'text\n7ec0: 00000003 00000000 00000000 00000000 00000000 00000000 00000000 00000000\n7ee0: 00000000 00000000 00000000 00000000 00000003 7fffffff 00000000 00000000\n', 'smmuv3.command-queue'],
    ['a number and an address in gdb', '(gdb) x/2gx $rsp\n0x7fffffffe0a0:\t0x0000000000000003\t0x00007fffffffe000\n', 'vtd.device-tlb-invalidate-128'],
    ['hexdump -C', '$ hexdump -C foo\n00000000  09 00 00 00 00 00 00 00  00 00 00 00 00 00 00 00  |................|\n00000010\n', 'vtd.page-group-response-v2'],
    ['U-Boot', '=> md.l 0x30b40000 4\n30b40000: 00000044 00000200 00000000 00000000    D...............\n', 'smmuv3.cmd-resume'],
    ['an identifier', 'uuid: 03000000000000000000000000000000\n', 'vtd.device-tlb-invalidate-128'],
    ['a point of a curve', 'X25519 basepoint 0900000000000000000000000000000000000000000000000000000000000000\n', 'vtd.page-group-response'],
    ['a label that says nothing', 'foo: 00000041 00000300 00000000 00000000\n', 'smmuv3.cmd-pri-resp'],
    ['three of them', 'text\nfoo: 00000041 00000300 00000045 00000000\n', 'smmuv3.cmd-pri-resp'],
    ['a log', '[  408.380187] cqe: 00000000: 44 00 00 00 01 00 00 00 00 00 00 00 00 00 00 00\n', 'smmuv3.cmd-resume'],
  ])('are no record among text, and one where the reader says it: %s', (_, text, as) => {
    const { items, unread } = readOf(text)
    expect([items.map(({ summary }) => summary), unread]).toEqual([[], expect.any(Number)])
    expect(readOf(text, { as }).items.some(({ record }) => record !== null)).toBe(true)
  })

  it('are no record among text, whatever they are', () => {
    const next = numbers(11)
    for (let i = 0; i < 2000; i++) {
      const values = Array.from({ length: 4 }, (_, at) => (at === 0 || next() % 3 === 0 ? next() % 256 : 0))
      const bytes = Buffer.from(Uint32Array.from(values).buffer).toString('hex')
      for (const line of [`foo: ${values.map(word).join(' ')}`, `0x7ffe00:\t0x${word(values[1]!)}${word(values[0]!)}\t0x${word(values[3]!)}${word(values[2]!)}`, `00000000: ${bytes.replace(/(.{4})(?=.)/g, '$1 ')}`]) {
        expect(readOf(`text\n${line}\n`).items.map(({ record }) => `${line} ${record}`)).toEqual([])
      }
    }
  })

  it('alone are said to be no record beyond doubt', () => {
    for (const text of ['00000000  03 00 00 00 00 00 00 00  00 00 00 00 00 00 00 00  |................|\n', `03${'00'.repeat(31)}\n`, FIVE]) {
      const { items } = readOf(text)
      expect(items.map(({ record, bad, findings }) => [record, bad, findings[0]!.message])).toEqual([[null, true, expect.stringContaining('--as says what they are')]])
    }
  })

  it('behind the name of their IOMMU are what it has', () => {
    expect(readOf('text\nRISC-V PQ record q0 q1: 0x0003000000000000 0x0000000000000004\n').items.map(({ record }) => record)).toEqual(['riscv.page-request'])
  })
})

describe('a record that tells more', () => {
  it.each([
    ['a page request', `0101003b34120000af024000227f0000${'0'.repeat(32)}`],
    ['one of low numbers', `01010008010000000310000000000000${'0'.repeat(32)}`],
  ])('is read among text: %s', (_, hex) => {
    const { items } = readOf(`text\n${hex}\n`)
    expect(items.map(({ data }) => hexOf(data!))).toEqual([hex])
  })

  it('tells what the entries beside it are, which tell little', () => {
    const line = (...words: readonly bigint[]): string => `${words.map((word) => `0x${word.toString(16).padStart(16, '0')}`).join(' ')}\n`
    const [invalidation, wait] = [line(0x3b0000100003n, 0x7f00123ff001n, 0n, 0n), line(5n, 0n, 0n, 0n)]
    expect(readOf(`text\n${invalidation}${wait}`).items.map(({ record }) => record)).toEqual(['vtd.device-tlb-invalidate', 'vtd.invalidation-wait'])
    expect(readOf(`text\n${wait}${wait}`).items).toEqual([])
  })
})

describe('how much bytes tell', () => {
  const tells = (id: string, hex: string): number => tellsOf(layoutOf(id), Buffer.from(hex, 'hex'))

  it('is counted below the highest bit of each number, and where bits change', () => {
    // Two bits of the opcode; the bits change before and behind them.
    expect(tells('vtd.device-tlb-invalidate-128', `03${'00'.repeat(15)}`)).toBe(2 + 2)
    // Seven bits of the opcode; 4 changes in it, and 2 in a field.
    expect(tells('smmuv3.cmd-pri-resp', `4100000000030000${'00'.repeat(8)}`)).toBe(7 + 6)
    expect(tells('vtd.page-request', '00'.repeat(32))).toBe(0)
  })

  it('is the same in the other byte order, but for where bits of two bytes meet', () => {
    expect(tells('riscv.page-request', '0000000000000300' + '0400000000000000')).toBe(tells('riscv.page-request-be', '0003000000000000' + '0000000000000004'))
  })

  it('is of the bytes that are there', () => {
    expect(tells('vtd.page-request', '0101106a')).toBeLessThan(tells('vtd.page-request', '0101106a0200200067b1ffff00000000'))
  })
})

/** Synthetic; the flags are those of x86, of the second level of VT-d and of AMD. */
describe('the entries of a page table', () => {
  const next = numbers(23)
  const page = (): bigint => (BigInt(next() >>> 12) << 12n) | (1n << 32n)

  it.each([
    ['a writable page of a process', 0x067n], ['a page of the kernel', 0x8000000000000163n], ['second level of VT-d', 0x003n], ['with snooping', 0x807n],
  ])('are no record: %s', (_, flags) => {
    for (let i = 0; i < 100; i++) {
      const words = [page() | flags, page() | flags].map((value) => value.toString(16).padStart(16, '0'))
      for (const text of [`0xffff888103a41000:\t0x${words.join('\t0x')}\n`, `${words.map((value) => `0x${value}`).join('\n')}\n`]) {
        expect(readOf(text).items.filter(({ record, ambiguous }) => record !== null && !ambiguous).map(({ record }) => `${text} ${record}`)).toEqual([])
      }
    }
  })
})

describe('a record of which few bits tell', () => {
  /** A page request of 3b:02.0 in revision 2.x, which has no type. */
  const V2 = '0x090000053b01234c 0x00007f0012345103\n'

  it('is not taken for one alone, and is where the reader says it', () => {
    const [item] = readOf(V2).items
    expect([item!.record, item!.bad, item!.findings[0]!.message]).toEqual([null, true, expect.stringContaining('the nearest are vtd.page-request-v2 (nothing speaks against it, but too few of its bits are fixed to tell)')])
    expect(readOf(V2, { as: 'vtd.page-request-v2' }).items.map(({ record, bad }) => [record, bad])).toEqual([['vtd.page-request-v2', false]])
    expect(readOf(`VT-d: ${V2}`).items.map(({ record }) => record)).toEqual(['vtd.page-request-v2'])
  })
})

it('pointers and numbers of a stack are no fault record, whatever its cause', () => {
  const next = numbers(31)
  for (let i = 0; i < 200; i++) {
    const pair = (): string => `0x00007fff${word(next() >>> 0)}\t0x000000000000${word(next() % 0x10000).slice(4)}`
    const rows = ['00', '10', '20', '30'].map((low) => `0x7fffffffe0${low}:\t${pair()}\n`).join('')
    expect(readOf(rows).items.filter(({ record, ambiguous }) => record !== null && !ambiguous).map(({ record }) => `${record}: ${rows}`)).toEqual([])
  }
})
