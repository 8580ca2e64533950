import { describe, expect, it } from 'vitest'
import { hexOf, read, Reader, readItems } from '../../src/ingest/index.ts'
import type { Item } from '../../src/ingest/index.ts'
import { numbers, randomBytes, toHex } from '../support/bytes.ts'
import { numbersOf, piecesOf } from './printing.ts'

/** Dumps that are so long that they are handed out in parts. All are synthetic. */

const SIZE = 96 * 1024 + 32
const bytes = randomBytes(numbers(5), SIZE)

/** Rows of so many bytes. */
const rows = (width: number): readonly Uint8Array[] => piecesOf(bytes, width)

const asNumbers = (row: Uint8Array, size: number): string => numbersOf(row, size).map((digits) => `0x${digits}`).join(' ')

const dumps: Readonly<Record<string, string>> = {
  'xxd': rows(16).map((row, i) => `${(16 * i).toString(16).padStart(8, '0')}: ${toHex(row)}`).join('\n'),
  'rows of 44 bytes': rows(44).map(toHex).join('\n'),
  'rows of three words': rows(24).map((row) => asNumbers(row, 8)).join('\n'),
  'rows of five words, behind a label': rows(40).map((row, i) => `prq: ${(40 * i).toString(16).padStart(8, '0')}: ${toHex(row).replace(/..(?=.)/g, '$& ')}`).join('\n'),
}

const optionsOf = (text: string) => ({ as: 'vtd.page-request', words: text.includes('0x') ? 'number' : 'bytes' } as const)
const found = (text: string): readonly Item[] => readItems(`${text}\n`, optionsOf(text)).items

describe.each(Object.entries(dumps))('%s', (_, text) => {
  const items = found(text)
  const whole = items.filter(({ record, data }) => record !== null && data?.bytes.length === 32)

  it('gives all bytes, each record with its number in the whole dump', () => {
    expect(whole.map(({ data }) => toHex(data!.bytes)).join('') === toHex(bytes)).toBe(true)
    expect(whole.map(({ said }) => said['index'])).toEqual(whole.map((_item, i) => i))
  })

  it('knows where the digits of each stand', () => {
    for (const { data } of whole) {
      const { spans, bytes: own } = data!
      expect(spans.reduce((sum, { size }) => sum + size, 0)).toBe(32)
      for (const { start, end, offset, size, order } of spans) {
        const digits = text.slice(start, end).replaceAll(' ', '')
        const given = Uint8Array.from(digits.match(/../g)!, (pair) => Number.parseInt(pair, 16))
        expect(toHex(order === 'number' ? given.reverse() : given)).toBe(toHex(own.subarray(offset, offset + size)))
      }
    }
  })
})

it('a "*" may stand where a part ends', () => {
  const row = '0101013b45230000 0000000000000000'
  const text = `00000000: ${row}\n*\n0001fff0: ${row}\n00020000: ${row}\n*\n00030000: ${row}\n00030010: ${row}\n`
  const items = found(text)
  const texts = items.map(({ data, findings }) => `${data ? toHex(data.bytes) : ''}${findings.filter(({ id }) => id === 'source').map(({ message }) => message).join()}`)
  expect([texts.length, [...new Set(texts)]]).toEqual([0x30020 / 32, [row.replace(' ', '').repeat(2)]])
})

it('comes piece by piece', () => {
  const text = `${dumps['xxd']!}\n`
  const reader = new Reader(optionsOf(text))
  const items: Item[] = []
  for (let at = 0; at < text.length; at += 4000) items.push(...reader.push(text.slice(at, at + 4000)))
  expect([...items, ...reader.end().items].map(({ data }) => toHex(data!.bytes)).join('') === toHex(bytes)).toBe(true)
})

describe('dumps that follow each other', () => {
  const request = (pasid: string): string => `0101106a${pasid}000000fe103e2c5c7f0000${'0'.repeat(32)}`
  const row = (hex: string, from: number, offset = from): string => `${offset.toString(16).padStart(8, '0')}: ${hex.slice(2 * from, 2 * from + 32).replace(/(..)(?=.)/g, '$1 ')}`
  const placed = (lines: readonly string[]): unknown[] => read(lines.map((line, i) => `[  301.00000${i}] prq: ${line}\n`).join('')).items.map(({ line, lastLine, data }) => [line, lastLine, hexOf(data!)])

  it('are one of each record, and have their own lines', () => {
    expect(placed(['2b', '2c'].flatMap((pasid) => [row(request(pasid), 0), row(request(pasid), 16)]))).toEqual([[1, 2, request('2b')], [3, 4, request('2c')]])
  })

  it('are pieces of one record where they are too short for it', () => {
    expect(placed([row(request('2b'), 0, 0), row(request('2b'), 16, 0)])).toEqual([[1, 2, request('2b')]])
    expect(placed(['2b', '2c'].flatMap((pasid) => [row(request(pasid), 0, 0), row(request(pasid), 16, 0)]))).toEqual([[1, 4, request('2b')], [1, 4, request('2c')]])
  })
})
