import { describe, expect, it } from 'vitest'
import { read, rewrite } from '../../src/ingest/index.ts'
import { toHex } from '../support/bytes.ts'

/** Dumps of what a read of an iommufd virtual event queue gives. The values are synthetic. */

const HEADER = 'linux.iommufd-vevent-header'
const STALL = 'smmuv3.stall-event'

const words = (...values: readonly bigint[]): Uint8Array => new Uint8Array(BigUint64Array.from(values).buffer)
const concat = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]))
const header = (sequence: number, flags = 0): Uint8Array => words((BigInt(sequence) << 32n) | BigInt(flags))
/** F_TRANSLATION of 3b:01.0 with PASID 5, which is stalled. */
const stall = (address = 0x7f12_3456_7000n): Uint8Array => words(0x3b08_0000_5810n, 0x8_8000_0077n, address, 0n)
/** C_BAD_SUBSTREAMID. */
const badSubstream = words(0x3b08_0000_5008n, 0n, 0n, 0n)

const two = concat(header(3), stall(), header(4), stall(0x7f12_3456_8000n))
const seen = (text: string): unknown[] => read(text).items.map(({ record, bad, data, ambiguous }) => [bad || ambiguous ? 'bad' : record, toHex(data!.bytes)])
const whole = (bytes: Uint8Array): unknown[] => {
  const found: unknown[] = []
  for (let at = 0; at < bytes.length; at += 40) found.push([HEADER, toHex(bytes.subarray(at, at + 8))], [STALL, toHex(bytes.subarray(at + 8, at + 40))])
  return found
}

const pairs = (bytes: Uint8Array): string => toHex(bytes).replaceAll(/..(?!$)/g, '$& ')
const numbers = (bytes: Uint8Array, size: number): string[] => Array.from({ length: bytes.length / size }, (_, i) => `0x${toHex(bytes.slice(i * size, (i + 1) * size).reverse())}`)

const SHAPES: readonly (readonly [what: string, write: (bytes: Uint8Array) => string])[] = [
  ['bytes', pairs],
  ['xxd', (bytes) => pairs(bytes).match(/.{1,48}/g)!.map((row, i) => `${(16 * i).toString(16).padStart(8, '0')}: ${row.trim()}`).join('\n')],
  ['gdb, x/gx', (bytes) => numbers(bytes, 8).map((word, i) => `0x${(0x55550000 + 8 * i).toString(16)}:\t${word}`).join('\n')],
  ['gdb, x/wx', (bytes) => numbers(bytes, 4).map((word, i) => `0x${(0x55550000 + 4 * i).toString(16)}:\t${word}`).join('\n')],
  ['words in a line', (bytes) => numbers(bytes, 8).join(' ')],
]

describe('events of a virtual IOMMU, each behind its header', () => {
  it.each(SHAPES)('are read of %s', (_, write) => {
    expect(seen(`${write(two)}\n`)).toEqual(whole(two))
    expect(seen(`${write(concat(header(9), stall()))}\n`)).toEqual(whole(concat(header(9), stall())))
  })

  it('are those of the guest, and say so', () => {
    const [, event] = read(`${pairs(two)}\n`).items
    expect(event!.summary).toContain('3b:01.0, PASID 0x5')
    expect(event!.findings.map(({ message }) => message)).toContain('its StreamID is the one that the guest has for the device')
  })

  it('may be lost: no event stands behind a header that says so', () => {
    expect(seen(`${pairs(concat(header(7), stall(), header(12, 1)))}\n`)).toEqual([...whole(concat(header(7), stall())), [HEADER, toHex(header(12, 1))]])
  })

  it('begin anew behind the last number', () => {
    expect(seen(`${pairs(concat(header(0x7fff_ffff), stall(), header(0), stall()))}\n`)).toEqual(whole(concat(header(0x7fff_ffff), stall(), header(0), stall())))
  })

  it('are written back to where they stood', () => {
    const text = `${pairs(two)}\n`
    const event = read(text).items[3]!
    const changed = stall(0x7f12_3456_9000n)
    expect(rewrite(text, event.data!, changed)).toBe(`${pairs(concat(header(3), stall(), header(4), changed))}\n`)
  })

  it.each<[string, Uint8Array]>([
    ['a flag that there is not', concat(header(3), stall(), header(4, 2), stall())],
    ['numbers that do not follow each other', concat(header(9), stall(), header(3), stall())],
    ['a number that no header has', concat(header(0x8000_0000), stall())],
    ['an event that a guest is not given', concat(header(3), words(0x3b08_0000_0002n, 0n, 0n, 0n))],
    ['an event of which nothing but its number is there', concat(header(0), words(4n, 0n, 0n, 0n))],
    ['a reserved bit', concat(header(3), words(0x3b08_0000_5008n, 1n << 63n, 0n, 0n))],
    ['half an event at its end', concat(two, header(5), stall().subarray(0, 24))],
    ['bytes behind them', concat(two, words(1n))],
    ['an event of another size', concat(header(3), words(0x1234n, 0x5678n))],
  ])('are not read of what has %s', (_, bytes) => {
    expect(read(`${pairs(bytes)}\n`).items.map(({ record }) => record)).not.toContain(HEADER)
    // The same without it is read.
    expect(seen(`${pairs(concat(two, header(5), badSubstream))}\n`)).toHaveLength(6)
  })
})
