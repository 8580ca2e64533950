import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { record } from '../../src/index.ts'
import { isSpaceFile } from '../../src/ingest/containers/index.ts'
import { read } from '../../src/ingest/index.ts'
import { parseLspci } from '../../src/ingest/lspci-spaces.ts'
import type { LinkedItem } from '../../src/ingest/index.ts'
import { numbers, toHex } from '../support/bytes.ts'
import { below, pick, printers } from './printers.ts'
import type { Next } from './printers.ts'

/** Dumps of page requests, written as the tools write them: derived. */

const codec = record('vtd.page-request')

function request(next: Next): Uint8Array {
  return codec.encode({ pasidPresent: true, rid: below(next, 65536), pasid: below(next, 1 << 20), executeRequested: false, privilegedModeRequested: false, read: true, write: (next() & 1) === 1, last: true, prgIndex: below(next, 512), address: BigInt(next()) << 12n } as never)
}

const hex = (value: number | bigint, width: number): string => value.toString(16).padStart(width, '0')
const words = (bytes: Uint8Array, size: number): string[] => Array.from({ length: bytes.length / size }, (_, i) => toHex(bytes.slice(i * size, (i + 1) * size).reverse()))
const rows = (bytes: Uint8Array): Uint8Array[] => Array.from({ length: bytes.length / 16 }, (_, i) => bytes.subarray(16 * i, 16 * i + 16))
const shown = (row: Uint8Array): string => [...row].map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.')).join('')
const pairs = (row: Uint8Array): string[] => [...row].map((byte) => hex(byte, 2))

const shapes: readonly { readonly name: string; readonly print: (bytes: Uint8Array) => string }[] = [
  { name: 'xxd', print: (bytes) => rows(bytes).map((row, i) => `${hex(16 * i, 8)}: ${toHex(row).match(/..../g)!.join(' ')}  ${shown(row)}\n`).join('') },
  { name: 'xxd -p', print: (bytes) => `${toHex(bytes).match(/.{1,60}/g)!.join('\n')}\n` },
  { name: 'hexdump', print: (bytes) => `${rows(bytes).map((row, i) => `${hex(16 * i, 7)} ${words(row, 2).join(' ')}\n`).join('')}${hex(bytes.length, 7)}\n` },
  { name: 'hexdump -C', print: (bytes) => `${rows(bytes).map((row, i) => `${hex(16 * i, 8)}  ${pairs(row).slice(0, 8).join(' ')}  ${pairs(row).slice(8).join(' ')}  |${shown(row)}|\n`).join('')}${hex(bytes.length, 8)}\n` },
  { name: 'od -tx4', print: (bytes) => rows(bytes).map((row, i) => `${(16 * i).toString(8).padStart(7, '0')} ${words(row, 4).join(' ')}\n`).join('') },
  { name: 'od -tx8', print: (bytes) => rows(bytes).map((row, i) => `${(16 * i).toString(8).padStart(7, '0')} ${words(row, 8).join(' ')}\n`).join('') },
  { name: 'gdb', print: (bytes) => rows(bytes).map((row, i) => `0x${hex(0xffff888100000000n + 16n * BigInt(i), 16)}:\t${words(row, 8).map((word) => `0x${word}`).join('\t')}\n`).join('') },
  { name: 'gdb with a symbol', print: (bytes) => rows(bytes).map((row, i) => `0x${hex(0xffff888100000000n + 16n * BigInt(i), 16)} <ring+${16 * i}>:\t${words(row, 4).map((word) => `0x${word}`).join('\t')}\n`).join('') },
  { name: 'crash', print: (bytes) => rows(bytes).map((row, i) => `${hex(0xffff888100000000n + 16n * BigInt(i), 16)}:  ${words(row, 8).join(' ')}   ${shown(row)}\n`).join('') },
  { name: 'U-Boot', print: (bytes) => rows(bytes).map((row, i) => `${hex(0x80000000 + 16 * i, 8)}: ${words(row, 4).join(' ')}    ${shown(row)}\n`).join('') },
  { name: 'words of C', print: (bytes) => `${words(bytes, 4).map((word) => `0x${word}`).join(', ')}\n` },
  { name: 'bytes of C', print: (bytes) => `{ ${pairs(bytes).map((pair) => `0x${pair}`).join(', ')} }\n` },
  { name: 'SystemVerilog', print: (bytes) => `${words(bytes, 8).map((word) => `64'h${word.match(/..../g)!.join('_')}`).join(', ')}\n` },
  { name: 'bytes with colons', print: (bytes) => `${pairs(bytes).join(':')}\n` },
  { name: 'a string', print: (bytes) => `"${pairs(bytes).map((pair) => `\\x${pair}`).join('')}"\n` },
]

/** Writes the bytes of an item over the digits that gave them. */
function rewritten(text: string, { data }: LinkedItem, bytes: Uint8Array): string {
  let out = text
  for (const { start, end, offset, size, order } of [...data!.spans].sort((a, b) => b.start - a.start)) {
    const part = bytes.slice(offset, offset + size)
    const digits = toHex(order === 'number' ? part.reverse() : part)
    out = out.slice(0, start) + (end - start > digits.length ? digits.padStart(end - start, '0') : digits) + out.slice(end)
  }
  return out
}

const turned = (bytes: Uint8Array, at: number): Uint8Array => bytes.map((byte, i) => (i === at ? byte ^ 1 : byte))
const around = ['', 'Hi all,\nthis is what I see in the queue:\n\n']

describe('hex is read in the shape of', () => {
  it.each(shapes)('$name, alone and in a mail, in either case, and each digit has its place', ({ print, name }) => {
    fc.assert(fc.property(fc.nat(), (seed) => {
      const next = numbers(seed + 1)
      const [bytes, before] = [request(next), pick(next, around)]
      const plain = print(bytes)
      const text = `${before}${(next() & 1) === 1 && !/[|"xh'<]|  \S*[.]/.test(plain) ? plain.toUpperCase() : plain}\nRegards\n`
      const { items } = read(text)
      expect(items.map(({ record: id, ambiguous }) => [id, ambiguous]), text).toEqual([['vtd.page-request', false]])
      expect(toHex(items[0]!.data!.bytes), text).toBe(toHex(bytes))
      // Spans cover every byte, once.
      expect(items[0]!.data!.spans.reduce((sum, { size }) => sum + size, 0), text).toBe(bytes.length)
      for (const { start, end, offset, size, order } of items[0]!.data!.spans) {
        const part = bytes.slice(offset, offset + size)
        expect(text.slice(start, end).replaceAll('_', '').toLowerCase(), text).toBe(toHex(order === 'number' ? part.reverse() : part))
      }
      // A text column would tell on the change, so it is left out.
      if (/xxd$|-C|crash|U-Boot/.test(name)) return
      const changed = turned(bytes, 2)
      const again = read(rewritten(text, items[0]!, changed)).items
      expect(again.map(({ data }) => toHex(data!.bytes))).toEqual([toHex(changed)])
    }), { numRuns: 30, seed: 12 })
  })

  it.each(shapes.filter(({ name }) => !/Verilog|of C|colons|string|-p/.test(name)))('$name, several records, then another dump', ({ print }) => {
    const next = numbers(5)
    const [first, second, third] = [request(next), request(next), request(next)]
    const { items } = read(`${print(Uint8Array.from([...first, ...second]))}\nand the other queue\n${print(third)}`)
    expect(items.map(({ record: id, data }) => [id, toHex(data!.bytes)])).toEqual([first, second, third].map((bytes) => ['vtd.page-request', toHex(bytes)]))
  })
})

it('each byte of a dump of lspci has its place', () => {
  const text = readFileSync(new URL('../../examples/lspci-xxxx.txt', import.meta.url), 'utf8')
  const { items } = read(text)
  expect(items.map(({ record: id }) => id)).toEqual(['config.ats-capability', 'config.pri-capability', 'config.pasid-capability'])
  for (const { data } of items) {
    expect(data!.spans.length).toBe(data!.bytes.length)
    for (const { start, end, offset } of data!.spans) expect(text.slice(start, end)).toBe(hex(data!.bytes[offset]!, 2))
  }
})

it('a dump of lspci that breaks off says so, and a configuration space is one by its size, its vendor and its list', () => {
  const text = readFileSync(new URL('../../examples/lspci-xxxx.txt', import.meta.url), 'utf8')
  const [device, ...others] = parseLspci(text)
  expect([others, device!.name, Object.hasOwn(device!, 'problem')]).toEqual([[], '3b:00.0', false])
  const bytes = Uint8Array.from({ length: 4096 }, (_, i) => device!.bytes[i] ?? 0)
  bytes.set([0x01, 0x00], 0x40)
  bytes[0x34] = 0x40
  for (const [size, is] of [[4096, true], [256, true], [255, false], [512, false], [4095, false]] as const) expect(isSpaceFile(bytes.subarray(0, size)), `${size}`).toBe(is)
  for (const [at, value] of [[0x06, 0], [0x34, 0x3c], [0x40, 0], [0x40, 0x16], [0x41, 0x3c], [0x41, 0x40]] as const) expect(isSpaceFile(bytes.with(at, value)), `${at}`).toBe(false)
  const missing = text.split('\n').filter((line) => !line.startsWith('20: ')).join('\n')
  expect(parseLspci(missing)).toMatchObject([{ name: '3b:00.0', problem: expect.stringContaining('rows are missing or out of order') as string }])
})

it('a change of the digits of any text of a driver is read as the changed bytes', () => {
  const worded = printers.filter(({ print }) => print(numbers(3)).bytes !== undefined)
  expect(worded.length).toBeGreaterThan(20)
  for (const { name, print } of worded.filter(({ name: of }) => !/aer_event|aer-inject|E-E|in decimal/.test(of))) {
    const printed = print(numbers(name.length + 11))
    const text = `${printed.lines.map((line) => `> [  12.345678] ${line}`).join('\n')}\n`
    const [item] = read(text).items
    const changed = turned(item!.data!.bytes, 7 % item!.data!.bytes.length)
    const [again] = read(rewritten(text, item!, changed)).items
    const known = (one: LinkedItem) => [...one.data!.bytes].map((byte, i) => (one.data!.known[i] === 0xff ? byte : -1))
    expect(known(again!), text).toEqual([...changed].map((byte, i) => (item!.data!.known[i] === 0xff ? byte : -1)))
  }
})
