import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chooseReading, HexReader, resolve } from '../../src/ingest/hex/index.ts'
import type { Piece, Words } from '../../src/ingest/hex/index.ts'
import { concat } from '../../src/packet/bytes.ts'
import { toHex } from '../support/bytes.ts'

/** Hex in the shapes in which tools print it. The dumps here are derived: written by the functions below as the tools write. */

function pieces(text: string, words?: Words): Piece[] {
  const reader = new HexReader(words)
  const found = text.split('\n').flatMap((line) => reader.line(line))
  reader.end()
  return found
}
const read = (text: string, words?: Words, reading: 'bytes' | 'number' = 'bytes'): string => toHex(concat(pieces(text, words).map((piece) => resolve(piece, reading))))

const hex = (n: number | bigint, width: number): string => n.toString(16).padStart(width, '0')
const rows = (bytes: Uint8Array): Uint8Array[] => Array.from({ length: Math.ceil(bytes.length / 16) }, (_, i) => bytes.subarray(16 * i, 16 * i + 16))
const textOf = (row: Uint8Array): string => [...row].map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.')).join('')
const groups = (row: Uint8Array, size: number, turn = false): string[] =>
  Array.from({ length: Math.ceil(row.length / size) }, (_, i) => toHex(turn ? row.slice(size * i, size * i + size).reverse() : row.slice(size * i, size * i + size)))
/** As `hexdump` and `od`: repeated rows as a star. */
function starred(all: Uint8Array, line: (row: Uint8Array, at: number) => string): string[] {
  let before = ''
  let isStarred = false
  return rows(all).flatMap((row, i) => {
    const same = row.length === 16 && toHex(row) === before
    before = toHex(row)
    if (!same) {
      isStarred = false
      return [line(row, 16 * i)]
    }
    if (isStarred) return []
    isStarred = true
    return ['*']
  })
}

/** Tools, as they print bytes; `unit` is what the number of bytes must be a multiple of. */
const tools: readonly { name: string; unit: number; print: (bytes: Uint8Array, base: bigint) => string }[] = [
  { name: 'xxd', unit: 1, print: (all, base) => rows(all).map((row, i) => `${hex(base + BigInt(16 * i), 8)}: ${groups(row, 2).join(' ').padEnd(39)}  ${textOf(row)}`).join('\n') },
  { name: 'xxd -g1', unit: 1, print: (all, base) => rows(all).map((row, i) => `${hex(base + BigInt(16 * i), 8)}: ${groups(row, 1).join(' ').padEnd(47)}  ${textOf(row)}`).join('\n') },
  { name: 'xxd -p', unit: 1, print: (all) => (toHex(all).match(/.{1,60}/g) ?? []).join('\n') },
  { name: 'hexdump', unit: 2, print: (all) => [...starred(all, (row, at) => `${hex(at, 7)} ${groups(row, 2, true).join(' ')}`), hex(all.length, 7)].join('\n') },
  { name: 'hexdump -C', unit: 1, print: (all) => [...starred(all, (row, at) => `${hex(at, 8)}  ${groups(row.subarray(0, 8), 1).join(' ')}  ${groups(row.subarray(8), 1).join(' ')}`.padEnd(60) + `|${textOf(row)}|`), hex(all.length, 8)].join('\n') },
  { name: 'hexdump -C, without its text', unit: 1, print: (all) => rows(all).map((row, i) => `${hex(16 * i, 8)}  ${groups(row.subarray(0, 8), 1).join(' ')}  ${groups(row.subarray(8), 1).join(' ')}`.trimEnd()).join('\n') },
  { name: 'od -Ax -tx1z', unit: 1, print: (all) => [...rows(all).map((row, i) => `${hex(16 * i, 6)} ${groups(row, 1).join(' ')}`.padEnd(55) + `  >${textOf(row)}<`), hex(all.length, 6)].join('\n') },
  { name: 'od -tx4', unit: 4, print: (all) => [...rows(all).map((row, i) => `${(16 * i).toString(8).padStart(7, '0')} ${groups(row, 4, true).join(' ')}`), all.length.toString(8).padStart(7, '0')].join('\n') },
  { name: 'od -Ad -tx8', unit: 8, print: (all) => [...rows(all).map((row, i) => `${String(16 * i).padStart(7, '0')} ${groups(row, 8, true).join(' ')}`), String(all.length).padStart(7, '0')].join('\n') },
  { name: 'gdb x/gx', unit: 8, print: (all, base) => rows(all).map((row, i) => `0x${hex(base + BigInt(16 * i), 16)} <ring+${16 * i}>:\t${groups(row, 8, true).map((one) => `0x${one}`).join('\t')}`).join('\n') },
  { name: 'gdb x/wx', unit: 4, print: (all, base) => rows(all).map((row, i) => `0x${hex(base + BigInt(16 * i), 16)}:\t${groups(row, 4, true).map((one) => `0x${one}`).join('\t')}`).join('\n') },
  { name: 'QEMU xp', unit: 8, print: (all, base) => rows(all).map((row, i) => `${hex(base + BigInt(16 * i), 16)}: ${groups(row, 8, true).map((one) => `0x${one}`).join(' ')}`).join('\n') },
  { name: 'colons', unit: 1, print: (all) => rows(all).map((row) => groups(row, 1).join(':')).join('\n') },
  { name: 'a C array', unit: 1, print: (all) => `static const uint8_t ring[] = {\n${rows(all).map((row) => `  ${groups(row, 1).map((one) => `0x${one}`).join(', ')},`).join('\n')}\n};` },
  { name: 'a string', unit: 1, print: (all) => `"${[...all].map((byte) => (byte > 0x20 && byte < 0x7f && byte !== 0x22 && byte !== 0x5c ? String.fromCharCode(byte) : `\\x${hex(byte, 2)}`)).join('')}"` },
]

/** Bytes as queues have them: often 0, often letters, which are the traps of text columns; at least two rows. */
const someBytes = (unit: number) =>
  fc.array(fc.oneof(fc.constant(0), fc.constantFrom(...Buffer.from('abcdef0123456789 .|><')), fc.nat(255)), { minLength: 24, maxLength: 100 })
    .map((list) => Uint8Array.from(list.slice(0, list.length - (list.length % (2 * unit)))))

describe.each(tools)('$name', ({ name, unit, print }) => {
  it('is read back, whatever the bytes and wherever they begin', () => {
    fc.assert(fc.property(someBytes(unit), fc.bigInt(0n, 2n ** 64n - 4096n), (bytes, base) => {
      expect(read(print(bytes, base & ~15n))).toBe(toHex(bytes))
    }), { numRuns: 60 })
  })

  // Offsets of seven digits may be octal: 20 after 0 is then no gap.
  it.skipIf(/^(hexdump|od -tx4|od -Ad -tx8)$/.test(name))('with a line left out is refused, or read without it; it is never read wrong', () => {
    fc.assert(fc.property(someBytes(unit), fc.nat(), (bytes, choice) => {
      const lines = print(bytes, 0n).split('\n')
      const kept = lines.toSpliced(choice % lines.length, 1)
      let result: string
      try {
        result = read(kept.join('\n'))
      } catch (error) {
        expect(String(error)).toMatch(/^HexError: /)
        return
      }
      const whole = toHex(bytes)
      expect(whole.startsWith(result) || whole.endsWith(result) || !/^(0x)?[0-9a-f]{4,}[: ]/.test(lines[0]!)).toBe(true)
    }), { numRuns: 60 })
  })
})

describe('words with a text column', () => {
  // U-Boot md, crash rd: the text tells that the words are numbers.
  it.each([
    ['80000000: 6a100101 00200002 ffffb167 00000000    ...j.. .g.......'],
    ['ffff888100000000:  002000026a100101 00000000ffffb167   ...j.. .g.......'],
    ['00000000: 0101 106a 0200 2000 67b1 ffff 0000 0000  ...j.. .g.......'],
    ['00000000: 0101106a 02002000 67b1ffff 00000000  ...j.. .g.......'],
    ['0000  01 01 10 6a 02 00 20 00 67 b1 ff ff 00 00 00 00   ...j.. .g.......'],
  ])('are read by it: %s', (line) => {
    const found = pieces(line)
    const { readings } = chooseReading(found, () => ({ good: 0, legal: false, error: 'not asked' }))
    expect(readings).toHaveLength(1)
    expect(toHex(concat(found.map((piece) => resolve(piece, readings[0]!))))).toBe('0101106a0200200067b1ffff00000000')
  })
})

it('words that are the same in either order need no judge', () => {
  const asked = (line: string): number => {
    let times = 0
    chooseReading(pieces(line), () => (times++, { good: 0, legal: false, error: 'no record' }))
    return times
  }
  expect([asked('01010101 abcdcdab 00000000'), asked('01010102 00000000') > 0]).toEqual([0, true])
})

describe('words alone', () => {
  it.each([
    ['01020304'], ['01 02 03 04'], ['0x01,0x02,0x03,0x04'], ['0x0102_0304'], ['0X0102 0304\r'], ['\n# a comment: 0xff\n0102 # ff\n\t03,\n04\n'],
    ['0000: 01 02\n0002: 03 04'], ['00000010: 0102\n00000012: 0304\n'], ['0x10: 0102\n0x12: 0304\n'], ['0000: 01 02\n0002:\n0000: 03\n0001: 04'],
    ['{ 0x1, 0x2, 0x3, 0x4 }'], ["32'h0102_0304"], ["8'h1, 8'h02 8'h3 8'h4"], ['0x01020304UL'], ['01-02-03-04'], ["b'\\x01\\x02\\x03\\x04'"], ['\\x01\\x02\\x03\\x04'],
    ['// before\n01 02 // after\n03 04'], ['\uFEFF01020304'],
  ])('reads %j as bytes', (text) => expect(read(text)).toBe('01020304'))

  it.each([
    ['be32', '0x11223344 55667788', '1122334455667788'], ['le32', '0x11223344 55667788', '4433221188776655'], ['le64', '0x1122334455667788', '8877665544332211'],
    ['be64', '1122334455667788', '1122334455667788'], ['le16', '0102 0304', '02010403'], ['be32', '0x1', '00000001'], ['le32', '0x100', '00010000'], ['le64', '123', '2301000000000000'],
  ] as const)('reads %s words %s', (words, text, bytes) => expect(read(text, words)).toBe(bytes))

  it('says of which words nothing tells whether they are numbers', () => {
    expect(pieces('0x11223344 1122334455667788 01 010203 112233445566778899').map(({ order }) => order)).toEqual(['either', 'either', 'bytes', 'bytes', 'bytes'])
    expect(read('0x11223344 01', undefined, 'number')).toBe('4433221101')
    expect(pieces('0x11223344', 'bytes')[0]!.order).toBe('bytes')
  })

  it.each([
    ['01\nxyz', undefined, '"xyz" is not hexadecimal'], ['0x', undefined, '"0x" is not hexadecimal'], ['0x0x01', undefined, '"0x0x01" is not hexadecimal'], ['-01', undefined, '"-01" is not hexadecimal'],
    ['012', undefined, '"012" has 3 digits, which are no whole bytes'], ['123456789', 'be32', '"123456789" has 9 digits, but a be32 word has at most 8'],
    ['0x10000000000000000', 'le64', '"10000000000000000" has 17 digits, but a le64 word has at most 16'],
    ['0000: 01 02\n0004: 03', undefined, 'offset 0x0004, where 0x2 comes next: a line is missing'], ['0000: 01 02\n0001: 03', undefined, 'offset 0x0001, where 0x2 comes next: lines overlap'],
    ['0xffff888100000000:\t0x0000000000000001\n0xffff888100000010:\t0x0000000000000001', undefined, 'a line is missing'],
    ['0000: 01 02\n*\n03', undefined, 'a "*" must have a line with an offset after it'], ['0000: 01 02\n*', undefined, 'ends in a "*"'], ['*', undefined, '"*" is not hexadecimal'],
    ['0000000 0001 0001 0001 0001 0001 0001 0001 0001\n*\n0000040', undefined, 'the offsets do not tell how many'], ['00000000: 00\n*\nffffffff: 00', undefined, 'a "*" stands for 4294967294 bytes'],
    ['0000000 00040a 065020', undefined, 'look octal'], ['00000000: 0102 0304  ....x', undefined, 'neither hexadecimal nor the text'], ['0000: 01 02', 'le32', 'the dump has groups of 2 digits'],
    ["7'h1", undefined, 'no number of 7 bits'], ["8'h100", undefined, 'no number of 8 bits'], ['"\\q"', undefined, 'no byte of a string'], ['"\\x01é"', undefined, 'no byte of a string'],
    ['ab'.repeat(30) + 'g', undefined, `"${'ab'.repeat(20)}…" is not hexadecimal`],
  ] as const)('refuses %j as %s', (text, words, message) => expect(() => read(text, words)).toThrow(message))

  it('never throws anything but what says why, whatever the text', () => {
    const piece = fc.constantFrom('0x', ':', ' ', '  ', '\n', '*', '|', '"', '\\x', '{', '}', ',', '_', "'h", '#', '0000000', '00000010', '01', 'ffff', '0123456789abcdef', 'é', '\0', '-', '<', '>')
    fc.assert(fc.property(fc.array(piece, { maxLength: 40 }).map((all) => all.join('')), (text) => {
      try {
        expect(typeof read(text)).toBe('string')
      } catch (error) {
        expect(String(error)).toMatch(/^HexError: /)
      }
    }), { numRuns: 1000 })
  })
})
