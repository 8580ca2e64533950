import { describe, expect, it } from 'vitest'
import { ringItems } from '../../src/ingest/containers/index.ts'
import { hexOf, read } from '../../src/ingest/index.ts'
import { amd } from '../../src/index.ts'
import { numbers } from '../support/bytes.ts'

/** Rings of neighbours, of which nothing says what they are. Derived: words of public reports, and of the tables where there are none. */

const little = (words: readonly bigint[], size = 8): string => words.map((word) => Buffer.from(Array.from({ length: size }, (_, i) => Number((word >> BigInt(8 * i)) & 0xffn))).toString('hex')).join('')

/** As `xxd` prints it. */
const dumpOf = (hex: string): string => (hex.match(/.{1,32}/g) ?? []).map((row, i) => `${(16 * i).toString(16).padStart(8, '0')}: ${row.match(/.{1,4}/g)!.join(' ')}\n`).join('')

const recordsOf = (hex: string): readonly (readonly [string | null, boolean])[] => read(dumpOf(hex)).items.map(({ record, ambiguous }) => [record, ambiguous])

describe('a ring of different entries is told by the queue that all of them fit', () => {
  it('VT-d, of 32 bytes and of 16, with empty slots', () => {
    const q = [0x100e2n, 0n, 0x1000000003n, 0x7ffffffffffff001n, 0x200000025n, 0x10005f634n, 0n, 0n, 0x14n, 0n]
    const wide = q.flatMap((word, i) => (i % 2 === 0 ? [word] : [word, 0n, 0n]))
    expect(recordsOf(little(wide))).toEqual(['vtd.iotlb-invalidate', 'vtd.device-tlb-invalidate', 'vtd.invalidation-wait', null, 'vtd.iec-invalidate'].map((id) => [id, false]))
    expect(recordsOf(little(q))).toEqual(['vtd.iotlb-invalidate-128', 'vtd.device-tlb-invalidate-128', 'vtd.invalidation-wait-128', null, 'vtd.iec-invalidate-128'].map((id) => [id, false]))
  })

  it('SMMUv3 and AMD', () => {
    expect(recordsOf(little([0x30000000040n, 0x7ffff000n, 0x1046n, 0n, 0x30000005840n, 0x7fff00000003n, 0x2046n, 0n]))).toEqual(['smmuv3.cmd-atc-inv', 'smmuv3.cmd-sync', 'smmuv3.cmd-atc-inv', 'smmuv3.cmd-sync'].map((id) => [id, false]))
    expect(recordsOf(little([0x00835001n, 0x10000001n, 0x3c00n, 0n, 0n, 0x30000005n, 0xfffff003n, 0x7fffffffn], 4))).toEqual(['amd.completion-wait', 'amd.invalidate-iommu-pages'].map((id) => [id, false]))
  })

  it('an entry with a number that nobody knows is no record without a word', () => {
    const { items } = read(dumpOf(little([0x3000000e0n, 0x7ffff000n, 0x10e0n, 0n])))
    expect(items.every(({ ambiguous, bad }) => ambiguous || bad)).toBe(true)
  })
})

it('a file that is longer than what is looked at to tell the queue is read as that queue to its end', async () => {
  const ring = Buffer.from(little([0x1000000003n, 0x7ffffffffffff001n, 0n, 0n, 0x200000025n, 0x10005f634n, 0n, 0n]), 'hex')
  const file = Buffer.concat(Array.from({ length: 1100 }, () => ring)) // 70,400 bytes
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < file.length; at += 5000) yield file.subarray(at, at + 5000)
  }
  const found: (string | null)[] = []
  for await (const items of ringItems(pieces(), {})) for (const { record, bad } of items) found.push(bad ? 'bad' : record)
  expect(found).toHaveLength(2200)
  expect(new Set(found.filter((_, i) => i % 2 === 0))).toEqual(new Set(['vtd.device-tlb-invalidate']))
  expect(new Set(found.filter((_, i) => i % 2 === 1))).toEqual(new Set(['vtd.invalidation-wait']))
})

describe('the beginning of a record', () => {
  it('is read as far as it is there, in each way in which it can be', () => {
    const { items } = read('0x002000026a100101 0x00000000ffffb167\n')
    const request = items.find(({ record }) => record === 'vtd.page-request')!
    expect(request.summary).toBe('6a:02.0 asks to read and write 0xffffb000 of PASID 0x2, privileged; last of group 0x2c')
    expect(request.absent).toEqual(['q2[63:0]', 'q3[63:0]'])
    expect(hexOf(request.data!)).toBe(`0101106a0200200067b1ffff00000000${'??'.repeat(16)}`)
    expect(request.findings.map(({ message }) => message)).toContain('16 of 32 bytes are here')
    expect(items.every(({ ambiguous }) => ambiguous)).toBe(true)
  })

  it('is asked about where whole records fit as well, though they say something odd', () => {
    const readings = (text: string) => read(text).items.map(({ record, name, absent, ambiguous }) => [record ?? name, absent[0], ambiguous])
    expect(readings('0x0000750100001810 0x0000120080000176\n')).toContainEqual(['smmuv3.stall-event', 'inputAddress', true])
    expect(readings('00000000000000010000000000000005\n')).toEqual([['not yet written', undefined, true], ['riscv.page-request', undefined, true], ['riscv.fault-record-be', 'iotval', true]])
  })
})

it('numbers without leading zeros are as wide as the widest needs', () => {
  const wide = read('0x002000026a100101 0x00000000ffffb167 0x0000000000000000 0x0000000000000000\n').items[0]!
  const { items } = read('0x2000026a100101 0xffffb167 0x0 0x0\n')
  expect(items.map(({ record, data }) => [record, hexOf(data!)])).toEqual([['vtd.page-request', hexOf(wide.data!)]])
})

it('requests of AMD that say something odd are asked for, and never taken for something else', () => {
  const next = numbers(5)
  for (let i = 0; i < 400; i++) {
    // Synthetic: a PASID without GN, neither read nor write.
    const ring = Array.from({ length: 1 + (next() % 3) }, () => Buffer.from(amd.pprLog.encode({
      deviceId: next() & 0xffff, pasid: next() & 0xfffff, prgIndex: next() & 0x1ff, last: (next() & 1) === 1, execute: false, read: (next() & 1) === 1, write: (next() & 1) === 1, user: false,
      reservedBitsSet: false, guest: (next() & 1) === 1, code: 1, address: (BigInt(next()) << 12n) & 0x7fff_ffff_f000n,
    })))
    const bytes = Buffer.concat(ring)
    const dwords = Array.from({ length: bytes.length / 4 }, (_, k) => bytes.readUInt32LE(4 * k).toString(16).padStart(8, '0'))
    for (const text of [dwords.join(' '), dwords.map((word) => `0x${word}`).join(' '), bytes.toString('hex').replace(/../g, '$& ').trim(), dumpOf(bytes.toString('hex')).trimEnd()]) {
      const { items } = read(`${text}\n`)
      const found = items.filter(({ record }) => record === 'amd.ppr-log')
      expect(found.map(({ data }) => hexOf(data!)).slice(0, ring.length), text).toEqual(ring.map((one) => one.toString('hex')))
      if (items.length > found.length) expect(items.every(({ ambiguous }) => ambiguous), text).toBe(true)
    }
  }
})

it('packets that the reader asks for are shown as far as they are some', () => {
  const { items } = read('00010001 03000001 fee00000 0000000f\n', { as: 'tlp', mode: 'flit' })
  expect(items.map(({ name, bad, ambiguous }) => [name, bad, ambiguous])).toEqual([['NOP', false, false], ['TLP', true, false]])
})

// Synthetic: a completion of 2 DW of data, with more and more of Length.
it.each([
  ['4a000002', 20, []],
  ['4a000003', 20, ['data, the last 4 of 12 bytes']],
  ['4a000000', 20, ['data, the last 4088 of 4096 bytes']],
  ['4a008003', 20, ['data, the last 4 of 12 bytes', 'trailer, 4 bytes']],
  ['4a008002', 20, ['trailer, 4 bytes']],
])('a packet that was cut short keeps the data that are there: %s', (first, size, absent) => {
  const [item, ...more] = read(`${first} 00000008 01000000 03000020 00000000\n`, { as: 'tlp' }).items
  expect([item!.name, item!.data!.bytes.length, item!.absent, item!.bad, more]).toEqual(['CplD', size, absent, false, []])
})

// Synthetic: a ring among remarks, one entry of which has a reserved bit set.
it('one odd entry does not hide the others of a dump among text', () => {
  const good = '01010003452301005e6d4523017f0000'
  const rows = [good, good, '01030041020000008d40000012560000', good].flatMap((row, i) => [`# entry ${i}`, `${row.replace(/../g, '$& ').trim()}`, Array<string>(16).fill('00').join(' '), ''])
  expect(read(rows.join('\n')).items.map(({ record, bad }) => [record, bad])).toEqual([false, false, true, false].map((bad) => ['vtd.page-request', bad]))
})
