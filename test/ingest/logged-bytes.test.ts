import { describe, expect, it } from 'vitest'
import { hexOf, Reader, readItems } from '../../src/ingest/index.ts'
import { numbers, randomBytes } from '../support/bytes.ts'
import { numbersOf, piecesOf } from './printing.ts'

/** Bytes of a record as programs log them: all are synthetic, in the forms of the loggers of Rust, Go and cocotb. */

const HEX = '01010003120000002db0a241000000000000000000000000000000000000000f'.slice(0, 63) + '0'
const bytes = Buffer.from(HEX, 'hex')
const pairs = HEX.match(/../g)!
const words = numbersOf(bytes, 8)
const short = (digits: string): string => digits.replace(/^0+(?=.)/, '')

const BEFORE = ['', 'raw: ', 'entry ', '[2026-01-02T15:04:05Z DEBUG prq] raw=', 'vmm: 41.228817s: <iommu> WARN:devices/src/prq.rs:412 -- entry: ', 'Entry { index: 3, raw: ', '[src/main.rs:4:5] raw = ']

const RUST: Readonly<Record<string, string>> = {
  '{:02x?}': `[${pairs.join(', ')}]`,
  '{:02X?}': `[${pairs.join(', ').toUpperCase()}]`,
  '{:x?}': `[${pairs.map(short).join(', ')}]`,
  '{:#04x?} in a line': `[${pairs.map((pair) => `0x${pair}`).join(', ')}]`,
  '{:#x?}': `[\n${pairs.map((pair) => `    0x${short(pair)},`).join('\n')}\n]`,
  '{:#02x?} without a sign': `[\n${pairs.map((pair) => `    ${pair},`).join('\n')}\n]`,
  '{:016x?} of words': `[${words.join(', ')}]`,
  '{:x?} of words': `[${words.map(short).join(', ')}]`,
  '{:#x?} of words': `[\n${words.map((word) => `    0x${short(word)},`).join('\n')}\n]`,
}

const text = pairs.join(' ')
const LOGS: Readonly<Record<string, string>> = {
  'log of Go': `2026/01/02 15:04:05 raw=${text}`,
  'log of Go, no name': `2026/01/02 15:04:05 ${text}`,
  'log of Go with the place': `2026/01/02 15:04:05.123456 prq.go:88: raw=${text}`,
  'log of Go, one run': `2026/01/02 15:04:05 prq.go:89: raw=${HEX}`,
  'log of Go, one run in the midst': `2026/01/02 15:04:05 prq.go:89: raw=0x${HEX} len=32`,
  'a name and bytes': `raw=${text}`,
  'slog': `time=2026-01-02T15:04:05.000Z level=DEBUG msg=prq raw=${HEX}`,
  'slog, in the midst': `time=2026-01-02T15:04:05.000Z level=DEBUG msg=prq raw=${HEX} n=3`,
  'slog with quotes': `time=2026-01-02T15:04:05.000Z level=DEBUG msg="prq entry" raw="${text}" n=1`,
  'logrus': `DEBU[0001] prq                                           raw="${text}"`,
  'zap': `{"level":"debug","raw":"${HEX}"}`,
  'zap with a message': `{"level":"debug","ts":1767366245.1,"caller":"prq/prq.go:88","msg":"prq","raw":"${HEX}","n":4}`,
  'zap with a message and bytes': `{"level":"debug","msg":"prq","raw":"${text}"}`,
  'zap in development': `2026-01-02T15:04:05.000Z\tDEBUG\tprq/prq.go:88\tprq\t{"raw": "${HEX}"}`,
}

const found = (input: string): readonly unknown[] => readItems(input).items.map(({ record, data, ambiguous, bad }) => [record, hexOf(data!), ambiguous, bad])
const expectOne = (input: string): void => {
  expect(readItems(input).items.flatMap(({ findings }) => findings)).toEqual([])
  expect(found(input), input).toEqual([['vtd.page-request', HEX, false, false]])
  for (const { data } of readItems(input).items) for (const { start, end } of data!.spans) expect(input.slice(start, end), input).toMatch(/^[0-9a-f]+$/i)
}

describe.each(Object.entries(RUST))('Rust prints %s', (_, list) => {
  it.each(BEFORE)('behind "%s"', (before) => {
    expectOne(`${before}${list}\n`)
    expectOne(`some text\n${before}${list}\n`)
  })

  it('and other members behind it', () => expectOne(`Entry { raw: ${list}, len: 32 }\n`))
})

describe.each(Object.entries(LOGS))('%s', (_, line) => {
  it('is read', () => {
    expectOne(`${line}\n`)
    expectOne(`2026/01/02 15:04:04 starting\n${line}\n2026/01/02 15:04:06 done\n`)
  })
})

it('forms of one file do not hide each other', () => {
  for (const other of Object.values(LOGS)) {
    const input = `${LOGS['log of Go']!}\n${other}\n00000000  ${pairs.slice(0, 16).join(' ')}\n00000010  ${pairs.slice(16).join(' ')}\n`
    expect(found(input).length, input).toBe(3)
  }
})

it('what names the bytes, in Rust and in cocotb', () => {
  expect(readItems('vmm: 41.2s: <iommu> WARN:devices/src/smmuv3.rs:412 -- PRIQ entry not delivered: [00, 01, 00, 00, 33, 00, 00, d0, 17, 20, 01, 00, ff, 7f, 00, 00]\n').items.map(({ record }) => record)).toEqual(['smmuv3.pri-queue-entry'])
  expect(readItems('  1204.00ns INFO     cocotb.rc                          raw: 20000402 01002aff 00007f00 aa001000\n').items.map(({ record }) => record)).toEqual(['pcie.translation-request-64'])
})

it('digits that name something, decimal numbers and arbitrary bytes are no record', () => {
  const next = numbers(11)
  const hex = (size: number): string => Buffer.from(randomBytes(next, size)).toString('hex')
  for (let i = 0; i < 200; i++) {
    for (const line of [
      `{"level":"info","msg":"done","trace_id":"${hex(16)}","span_id":"${hex(8)}"}`, `time=2026 level=INFO msg=x raw=${hex(32)} n=1`, `pulled image foo sha256:${hex(32)} done`, `commit ${hex(20)}`, `${hex(16)}  file.txt`,
      `foo 0x${hex(8)} 0x${hex(8)} bar`, `foo: [${piecesOf(Buffer.from(hex(16), 'hex'), 1).map((one) => Buffer.from(one).toString('hex')).join(', ')}]`, `foo: [${[...Buffer.from(hex(16), 'hex')].join(', ')}]`,
    ]) expect(readItems(`some text\n${line}\n`).items, line).toEqual([])
  }
})

describe('hex that nothing tells', () => {
  const WEAK = '00000001000000010000000000000002'
  const lines = [
    `probe entry=${WEAK} n=1`, `probe ${WEAK.replace(/.{8}(?=.)/g, '$& ')} n=1`, `probe 0x${WEAK.slice(0, 16)} 0x${WEAK.slice(16)} n=1`, `probe ${WEAK.replace(/..(?=.)/g, '$& ')} n=1`,
    `{"level":"info","msg":"probe","entry":"${WEAK}"}`, `2026/01/02 15:04:05 probe entry=0x${WEAK} n=1`,
  ]

  it.each(lines)('is told, and read where the reader says what it is: %s', (line) => {
    const reader = new Reader()
    expect([reader.push(`some text\n${line}\n`), reader.end().items, reader.unread]).toEqual([[], [], 2])
    expect(readItems(`some text\n${line}\n`, { as: 'smmuv3.pri-queue-entry' }).items.length).toBe(1)
  })

  it.each([`commit ${'5a62921c9e'.repeat(4)} by me`, `d41d8cd98f00b204e9800998ecf8427e  empty`, `sha256:${'ab'.repeat(32)} pulled`, '{"msg":"x","trace_id":"4bf92f3577b34da6a3ce929d0e0e4736"}', 'eth0: 08:00:27:4e:66:a1', 'Code: 48 8b 45 b8 48 89 04 25 01 01 00 03 45 23 01 00 5d 6d 45 <48> 89 02 48 8b 45 b8 48 89 04 25 01 01 00 03 45 23 01 00', 'at 0x12345678 0x9abcdef0 ok'])('of names nothing is told: %s', (line) => {
    const reader = new Reader()
    expect([reader.push(`some text\n${line}\n`), reader.end().items, reader.unread]).toEqual([[], [], undefined])
  })
})

it('a line that names an IOMMU is no entry of it', () => {
  const next = numbers(5)
  const hex = (size: number): string => Buffer.from(randomBytes(next, size)).toString('hex')
  for (let i = 0; i < 100; i++) {
    for (const line of [`AMD-Vi: Extended features (0x${hex(8)}, 0x0): PPR X2APIC NX GT`, `AMD-Vi: state 0x${hex(8)} 0x${hex(8)} of it`, `DMAR: fw ${hex(16)} loaded`, `arm-smmu-v3: token: (${hex(8)}, ${hex(8)}) ok`]) expect(readItems(`some text\n${line}\n`).items, line).toEqual([])
  }
})
