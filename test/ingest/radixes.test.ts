import { describe, expect, it } from 'vitest'
import { HexReader } from '../../src/ingest/hex/index.ts'
import { hexOf, read } from '../../src/ingest/index.ts'
import { numbers, randomBytes } from '../support/bytes.ts'

/** Dumps in which no digit is hexadecimal, or a word stands on each line. Synthetic, in the spelling of the tools. */

const octal = (value: bigint | number, width: number): string => value.toString(8).padStart(width, '0')
const textOf = (part: Uint8Array): string => [...part].map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.')).join('')

/** What the tools print of a record, whose last row may be shorter than the others. */
function dumpsOf(bytes: Buffer): readonly (readonly [name: string, text: string])[] {
  const rows = (step: number, row: (at: number) => string): string => Array.from({ length: Math.ceil(bytes.length / step) }, (_, i) => `${row(i * step)}\n`).join('')
  const words = (at: number, size: number): bigint[] => Array.from({ length: Math.min(16, bytes.length - at) / size }, (_, i) => [...bytes.subarray(at + i * size, at + i * size + size)].reduceRight((value, byte) => value * 256n + BigInt(byte), 0n))
  const end = octal(bytes.length, 7)
  return [
    ['od', `${rows(16, (at) => `${octal(at, 7)} ${words(at, 2).map((word) => octal(word, 6)).join(' ')}`)}${end}\n`],
    ['od with repeated rows', `0000000 ${words(0, 2).map((word) => octal(word, 6)).join(' ')}\n0000020 ${words(16, 2).map((word) => octal(word, 6)).join(' ')}\n*\n${end}\n`.replace('*\n', '')],
    ['od -to1', `${rows(16, (at) => `${octal(at, 7)} ${words(at, 1).map((word) => octal(word, 3)).join(' ')}`)}${end}\n`],
    ['od -to4', `${rows(16, (at) => `${octal(at, 7)} ${words(at, 4).map((word) => octal(word, 11)).join(' ')}`)}${end}\n`],
    ['od -to8', `${rows(16, (at) => `${octal(at, 7)} ${words(at, 8).map((word) => octal(word, 22)).join(' ')}`)}${end}\n`],
    ['gdb x/go', rows(16, (at) => `0x${(0xffff888100000000n + BigInt(at)).toString(16)}:\t${words(at, 8).map((word) => octal(word, 23)).join('\t')}`)],
    ['gdb x/wo', rows(16, (at) => `0xffff8881000000${at.toString(16).padStart(2, '0')} <ring+${at}>:\t${words(at, 4).map((word) => octal(word, 12)).join('\t')}`)],
    ['xxd -b', rows(6, (at) => `${at.toString(16).padStart(8, '0')}: ${[...bytes.subarray(at, at + 6)].map((byte) => byte.toString(2).padStart(8, '0')).join(' ').padEnd(53)}  ${textOf(bytes.subarray(at, at + 6))}`)],
    ...([[1, 4, false], [1, 5, true], [2, 6, false], [2, 7, true], [4, 11, false], [4, 12, true], [8, 21, false]] as const).flatMap(([size, width, signed]) => {
      const of = (at: number): string => words(at, size).map((word) => String(signed ? BigInt.asIntN(8 * size, word) : word).padStart(width)).join('')
      const name = `-t${signed ? 'd' : 'u'}${size}`
      // Without an offset a row that begins with a number of one digit is not looked at.
      return [[`od ${name}`, `${rows(16, (at) => `${octal(at, 7)}${of(at)}`)}${end}\n`] as const, ...(size === 1 ? [] : [[`od -An ${name}`, rows(16, of)] as const])]
    }),
    // A row whose first byte is printed is not looked at.
    ...(bytes[0]! > 0x20 ? [] : [['od -c', `${rows(16, (at) => `${octal(at, 7)}${[...bytes.subarray(at, at + 16)].map((byte) => (byte === 0 ? '\\0' : byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : octal(byte, 3)).padStart(4)).join('')}`)}${end}\n`] as const]),
    ['gdb x/gd', rows(16, (at) => `0x${(0xffff888100000000n + BigInt(at)).toString(16)}:\t${words(at, 8).join('\t')}`)],
    ['gdb x/wd', rows(16, (at) => `0xffff8881000000${at.toString(16).padStart(2, '0')} <ring+${at}>:\t${words(at, 4).map((word) => BigInt.asIntN(32, word)).join('\t')}`)],
    // A run of base64 that needs no padding may be any key.
    ...(bytes.length % 3 === 0 ? [] : [['base64', `${bytes.toString('base64')}\n`] as const]),
    ['devmem2', rows(4, (at) => `/dev/mem opened.\nMemory mapped at address 0x7f1200000000.\nValue at address 0xFE8010${at.toString(16).padStart(2, '0').toUpperCase()} (0x7f1200000${at.toString(16).padStart(3, '0')}): 0x${words(at - (at % 16), 4)[(at % 16) / 4]!.toString(16).toUpperCase()}`)],
  ]
}

describe.each([
  ['vtd.page-request', '0101106a0200200067b1ffff00000000'.padEnd(64, '0')],
  ['pcie.invalidate-request', '7200000200000501123400000000000000007f0112345000'],
])('%s is read out of', (id, digits) => {
  it.each(dumpsOf(Buffer.from(digits, 'hex')))('%s', (_name, text) => {
    const { items } = read(text)
    expect(items.map(({ record, data, ambiguous }) => [record, data && hexOf(data), ambiguous]), text).toEqual([[id, digits, false]])
  })
})

it('no bytes are put together over a row that is missing', () => {
  const bytes = Buffer.from(Array.from({ length: 48 }, (_, i) => 7 * i + 1))
  let without = 0
  for (const [name, text] of dumpsOf(bytes)) {
    const rows = text.trimEnd().split('\n')
    if (rows.length < 4 || !/^(?:0x)?[0-9a-f]{7,16}[: ]/.test(rows[1]!)) continue
    const { items } = read(`${rows.filter((_row, i) => i !== 1).join('\n')}\n`)
    for (const { data } of items) if (data) expect(bytes.toString('hex'), name).toContain(hexOf(data).replaceAll('?', ''))
    without++
  }
  expect(without).toBeGreaterThan(8)
})

it('bytes in decimal that look like octal ones are decimal behind others, and octal where a dump begins with them', () => {
  const alike = [101, 102, 103, 104, 105, 106, 107, 110, 111, 112, 113, 114, 115, 116, 117, 120]
  const plain = [1, 200, 0, 59, 69, 35, 0, 0, 3, 64, 51, 34, 17, 127, 0, 0]
  const row = (at: number, values: readonly number[]): string => `${octal(at, 7)}${values.map((value) => String(value).padStart(4)).join('')}`
  const bytesOf = (...lines: readonly string[]): number[] => {
    const reader = new HexReader()
    return lines.flatMap((line) => reader.line(line)).flatMap(({ bytes }) => [...bytes])
  }
  expect(bytesOf(row(0, plain), row(16, alike))).toEqual([...plain, ...alike])
  expect(bytesOf(row(0, alike))).toEqual(alike.map((value) => Number.parseInt(String(value), 8)))
})

it('keys and hashes in base64, and words of 0 and 1, are no records', () => {
  const next = numbers(3)
  for (let i = 0; i < 200; i++) {
    const line = Buffer.from(randomBytes(next, 32)).toString('base64')
    expect(read(`${line}\n`).items, line).toEqual([])
    expect(read(`ssh-ed25519 ${line}\nsha256-${line}\n  "${line}",\n`).items, line).toEqual([])
  }
  expect(read('00000000: 00000001 00000010 00000011 00000100 00000101 00000110  counters\n').items.filter(({ bad }) => !bad)).toEqual([])
})

it('a star in od stands for the rows up to the next offset, which may be the end', () => {
  const row = '0000000 000401 035401 021505 000001 040003 011063 077421 000000\n'
  const zeros = (at: number): string => `${octal(at, 7)} ${Array(8).fill('000000').join(' ')}\n`
  const bytesOf = (text: string): unknown[] => read(text).items.map(({ record, data, findings }) => [record, data && hexOf(data), findings.map(({ message }) => message)])
  const whole = bytesOf(`${row}${zeros(16)}${zeros(32)}${zeros(48)}0000100\n`)
  expect(whole.length).toBeGreaterThan(0)
  expect(bytesOf(`${row}${zeros(16)}*\n0000100\n`)).toEqual(whole)
  expect(bytesOf(`${row}${zeros(16)}*\n${zeros(48)}0000100\n`)).toEqual(whole)
})

it('a number that its size has no room for is of no dump', () => {
  for (const row of ['0xffff888100000000:\t18446744073709551616\t0', '0xffff888100000000:\t-9223372036854775809\t0', '0xffff888100000000:\t4294967296\t0\t0\t0', '0000000  99999999999999999999                    0']) expect(read(`${row}\n`).items, row).toEqual([])
})

it('tables of numbers are no dumps', () => {
  const next = numbers(4)
  const table = (width: number, count: number, most: number): string => Array.from({ length: 6 }, () => Array.from({ length: count }, () => String(next() % most).padStart(width)).join('')).join('\n')
  for (const [width, count, most] of [[4, 8, 256], [6, 6, 1000], [11, 3, 1e9], [21, 3, 1e9]] as const) expect(read(`Counters:\n${table(width, count, most)}\n`).items, `${width}`).toEqual([])
  expect(read('0000000 110 145 154 154 157 054 040 167 157 162 154 144 041 041 041 041\n').items.every(({ data }) => data !== undefined && hexOf(data) === Buffer.from('Hello, world!!!!').toString('hex'))).toBe(true)
})
