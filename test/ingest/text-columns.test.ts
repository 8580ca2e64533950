import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readItems } from '../../src/ingest/index.ts'
import { numbers, toHex } from '../support/bytes.ts'
import { below, numbersOf, pick, piecesOf, quotedPrintable, textOf, x } from './printing.ts'
import type { Next } from './printing.ts'

/**
 * Dumps whose text column holds what means something elsewhere: breaks of quoted-printable, escapes, quotes, brackets, remarks.
 * All are synthetic, and written from what each tool prints.
 */

const SPECIAL = Array.from('=^IiAZ&#<>;lt/*|"\\[]`-:0123abcdefx, \'(){}!%$_~@+.mnqu=3D=0A&lt;', (char) => char.charCodeAt(0))

const bytesOf = (next: Next): Uint8Array => Uint8Array.from({ length: 32 * (1 + below(next, 4)) }, () => (below(next, 4) === 0 ? below(next, 256) : pick(next, SPECIAL)))

const inMemory = (row: Uint8Array, size: number): string => piecesOf(row, size).map(toHex).join(' ')
const asNumbers = (row: Uint8Array, size: number): string => numbersOf(row, size).join(' ')
const halves = (row: Uint8Array, between: string): string => `${inMemory(row.subarray(0, 8), 1)}${between}${inMemory(row.subarray(8), 1)}`

const boxed = (row: Uint8Array, at: number, bar: string, middle: string): string => {
  const shown = textOf(row).replaceAll('.', '\u2022')
  return `${bar}${x(at, 8)}${bar} ${inMemory(row.subarray(0, 8), 1)} ${middle} ${inMemory(row.subarray(8), 1)} ${bar}${shown.slice(0, 8)}${middle}${shown.slice(8)}${bar}`
}

const tools: Readonly<Record<string, (row: Uint8Array, at: number) => string>> = {
  'xxd': (row, at) => `${x(at, 8)}: ${inMemory(row, 2)}  ${textOf(row)}`,
  'xxd -g1': (row, at) => `${x(at, 8)}: ${inMemory(row, 1)}  ${textOf(row)}`,
  'xxd -e': (row, at) => `${x(at, 8)}: ${asNumbers(row, 4)}  ${textOf(row)}`,
  'hexdump -C': (row, at) => `${x(at, 8)}  ${halves(row, '  ')}  |${textOf(row)}|`,
  'hexdump -C, indented to 80 columns': (row, at) => `  ${x(at, 8)}  ${halves(row, '  ')}  |${textOf(row)}|`,
  'od -tx1z': (row, at) => `${x(at, 6)} ${inMemory(row, 1)}  >${textOf(row)}<`,
  'crash rd': (row, at) => `${x(0xffff8880, 8)}${x(at + 0x1000000, 8)}:  ${asNumbers(row, 8)}   ${textOf(row)}`,
  'U-Boot md': (row, at) => `${x(at + 0x80000000, 8)}: ${asNumbers(row, 4)}    ${textOf(row)}`,
  'WinDbg db': (row, at) => `fffff801\`${x(at + 0x1000, 8)}  ${halves(row, '-')}  ${textOf(row)}`,
  'radare2 px': (row, at) => `0x${x(at + 0x1000, 8)}  ${inMemory(row, 2)}  ${textOf(row)}`,
  'an offset with 0x': (row, at) => `0x${x(at, 8)} ${inMemory(row, 1)} |${textOf(row)}|`,
  'hexyl': (row, at) => boxed(row, at, '\u2502', '\u250a'),
  'hexyl, byte by byte': (row, at) => boxed(row, at, '\xe2\x94\x82', '\xe2\x94\x8a'),
  'hexyl --border ascii': (row, at) => boxed(row, at, '|', '|'),
  'print_hex_dump': (row, at) => `prq: ${x(at, 8)}: ${inMemory(row, 1)}  ${textOf(row)}`,
  'print_hex_dump in a log': (row, at) => `[   12.34567${(at / 16) % 10}] prq: ${x(at, 8)}: ${inMemory(row, 1)}  ${textOf(row)}`,
}

const around: Readonly<Record<string, (line: string) => string>> = {
  'as it is': (line) => line,
  'quoted in a mail': (line) => `> ${line}`,
  'with carriage returns': (line) => `${line}\r`,
  'in a page of HTML': (line) => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
}

const found = (dump: string): string => readItems(dump, { as: 'vtd.page-request', words: 'bytes' }).items.map(({ data }) => (data ? toHex(data.bytes) : '')).join('')
const dumpOf = (bytes: Uint8Array, print: (row: Uint8Array, at: number) => string): readonly string[] => piecesOf(bytes, 16).map((row, i) => print(row, 16 * i))

describe.each(Object.entries(around))('%s', (_, wrap) => {
  it.each(Object.entries(tools))('%s: what the text of the bytes looks like is no matter', (_name, print) => {
    fc.assert(fc.property(fc.nat(), (seed) => {
      const bytes = bytesOf(numbers(seed + 1))
      const dump = `${dumpOf(bytes, print).map(wrap).join('\n')}\n`
      expect(found(dump), dump).toBe(toHex(bytes))
    }), { numRuns: 40, seed: 7 })
  })
})

it('rows of hexyl that are as the one before', () => {
  const row = Uint8Array.from({ length: 16 }, (_, i) => i)
  const empty = new Uint8Array(16)
  const dump = [boxed(row, 0, '\u2502', '\u250a'), boxed(empty, 16, '\u2502', '\u250a'), `\u2502*       \u2502${' '.repeat(25)}\u250a${' '.repeat(25)}\u2502        \u250a        \u2502`, boxed(row, 48, '\u2502', '\u250a')]
  expect(found(`${dump.join('\n')}\n`)).toBe(toHex(row) + toHex(empty).repeat(2) + toHex(row))
})

it('a mail in quoted-printable', () => {
  fc.assert(fc.property(fc.nat(), (seed) => {
    const bytes = bytesOf(numbers(seed + 1))
    const dump = `A line that says so: a =3D 1\n${quotedPrintable(dumpOf(bytes, tools['xxd']!).join('\n'))}\n`
    expect(found(dump), dump).toBe(toHex(bytes))
  }), { numRuns: 100, seed: 7 })
})

it('rows of words that are as wide as a terminal are no broken line', () => {
  const bytes = Uint8Array.from({ length: 96 }, (_, i) => 0x41 + i)
  const dump = piecesOf(bytes, 32).map((row) => piecesOf(row, 8).map((group) => `0x${toHex(group.slice().reverse())}`).join(' ').padStart(80))
  const items = readItems(`${dump.join('\n')}\n`, { as: 'vtd.page-request', words: 'number' }).items
  expect(items.map(({ data }) => toHex(data!.bytes)).join('')).toBe(toHex(bytes))
})
