import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arrayOf } from '../../src/codec/columns/arrays.ts'
import { readByKernel } from '../../src/codec/columns/decode.ts'
import { writeByKernel, writePlainly } from '../../src/codec/columns/encode.ts'
import { assemble, programOf } from '../../src/codec/columns/kernels.ts'
import type { Kernel, Task } from '../../src/codec/columns/kernels.ts'
import { readPlainly } from '../../src/codec/columns/plain.ts'
import { arenaFor } from '../../src/codec/columns/stage.ts'
import type { Arena } from '../../src/codec/columns/stage.ts'
import { zerosOf } from '../../src/codec/message.ts'
import { defineRecord, records } from '../../src/index.ts'
import type { AnyColumns, AnyMessage, AnyRecord, Layout } from '../../src/index.ts'
import { generatedOf } from '../proofs/support/generated.ts'
import { imageOf, messageOf, widthOf } from '../support/bits.ts'
import { flipped, numbers, toHex } from '../support/bytes.ts'
import { randomLayout } from '../support/layouts.ts'
import { outcome, refusal, same } from '../support/outcome.ts'

/** The two loops of columns, assembled and plain, against `decode` and `encode` record by record, whatever the number of records. */

const next = numbers(77)
const own = (layout: Layout) => ({ layout, record: defineRecord(layout) as unknown as AnyRecord, read: () => undefined, write: () => false })
const subjects = [
  ...(records as readonly AnyRecord[]).map((record) => ({ layout: record.layout, record, ...generatedOf(record) })),
  own({ ...records[0]!.layout, id: 'defined.first' }),
  ...Array.from({ length: 20 }, (_, i) => own(randomLayout(next, `random.layout-${i}`))),
  ...[1, 2, 3, 5, 6, 7, 9, 11, 13, 15, 17, 23, 31].map((size) => own(randomLayout(next, `random.odd-${size}`, size))),
]

const arena: Arena = arenaFor({ id: 'none' }, [])!
const kernel = (layout: Layout, task: Task, names: readonly string[]): Kernel => assemble(layout, task, names)!
const asNumber = (value: unknown): unknown => (typeof value === 'boolean' ? Number(value) : value)
const plainArrays = (columns: AnyColumns): Record<string, unknown[]> => Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, Array.from<unknown>(column)]))
const placeOf = (fault: unknown): unknown => {
  if (fault === undefined) return undefined
  const { code, field, actual } = fault as Readonly<Record<string, unknown>>
  return { code, field, actual }
}
const emptyColumns = (layout: Layout, names: readonly string[], count: number): AnyColumns => Object.fromEntries(names.map((name) => [name, new (arrayOf(layout.fields[name]!))(count)]))

describe.each(subjects)('$layout.id', ({ layout, record, read, write }) => {
  const { size } = layout
  const names = Object.keys(layout.fields)
  const constants = Array.from({ length: size * 8 }, (_, bit) => bit).filter((bit) => !record.tryDecode(flipped(imageOf(layout, () => false), bit)).ok)
  /** Records at random, some of them with a fixed or reserved bit turned, at an offset. */
  const traffic = fc.record({ count: fc.nat(70), offset: fc.nat(9), seed: fc.nat(), fields: fc.oneof(fc.constant(names), fc.subarray(names)), spoilt: fc.array(fc.nat(69), { maxLength: 4 }) })

  it('decodes as decode does, assembled and plain, and finds the same records bad', () => {
    fc.assert(
      fc.property(traffic, ({ count, offset, seed, fields, spoilt }) => {
        const random = numbers(seed)
        const bytes = new Uint8Array(offset + count * size + 3).fill(0xa5)
        for (let i = 0; i < count; i++) bytes.set(imageOf(layout, () => random() & 1), offset + i * size)
        // A fixed bit that is wrong has no message: the values are those of the record with the bit put right.
        const right = bytes.slice()
        const bad = constants.length === 0 ? [] : [...new Set(spoilt)].filter((i) => i < count).sort((a, b) => a - b)
        for (const i of bad) {
          const bit = constants[random() % constants.length]!
          bytes[offset + i * size + (bit >> 3)]! ^= 1 << (bit & 7)
        }
        const all: AnyMessage[] = Array.from({ length: count }, (_, i) => record.decode(right, offset + i * size))
        const expected = Object.fromEntries(fields.map((name) => [name, all.map((message) => asNumber(message[name]))]))
        for (const strict of [false, true]) {
          const [assembled, plain] = [emptyColumns(layout, fields, count), emptyColumns(layout, fields, count)]
          same(readByKernel(layout, kernel(layout, strict ? 'gather strictly' : 'gather', fields), arena, { bytes, offset, count, strict }, assembled), strict ? bad : [], 'bad, assembled')
          same(plainArrays(assembled), expected, 'assembled')
          same(readPlainly(layout, read, bytes, offset, count, plain, strict), strict ? bad : [], 'bad, plain')
          same(plainArrays(plain), expected, 'plain')
        }
      }),
      { numRuns: 6 },
    )
  })

  it('encodes as encode does, assembled and plain', () => {
    fc.assert(
      fc.property(traffic, ({ count, offset, seed }) => {
        const random = numbers(seed)
        const expected = new Uint8Array(count * size)
        for (let i = 0; i < count; i++) expected.set(imageOf(layout, () => random() & 1), i * size)
        const columns = emptyColumns(layout, names, count)
        readPlainly(layout, read, expected, 0, count, columns, false)
        const target = new Uint8Array(offset + count * size + 3).fill(0xa5)
        writeByKernel(layout, kernel(layout, 'look', names), arena, columns, count, undefined, 0)
        writeByKernel(layout, kernel(layout, 'scatter', names), arena, columns, count, target, offset)
        same(toHex(target), 'a5'.repeat(offset) + toHex(expected) + 'a5a5a5', 'assembled')
        same(toHex(writePlainly(layout, write, columns, count)), toHex(expected), 'plain')
      }),
      { numRuns: 4 },
    )
  })

  it('refuses a bit of a column on either side of those of its field, in any row, and says which', () => {
    const count = 19
    const [looks, scatters] = [kernel(layout, 'look', names), kernel(layout, 'scatter', names)]
    const columns = emptyColumns(layout, names, count)
    const zeros = messageOf(layout, false)
    for (const name of names) {
      const column = columns[name]!
      const { as } = layout.fields[name]!
      const low = zerosOf(layout.fields[name]!)
      const high = low + widthOf(layout, name)
      const last = 8 * column.BYTES_PER_ELEMENT - 1
      for (const bit of new Set([0, low - 1, low, high - 1, high, last].filter((n) => n >= 0 && n <= last))) {
        const value = column instanceof BigUint64Array ? 1n << BigInt(bit) : 2 ** bit
        const i = next() % count
        column[i] = value as never
        const fits = as === 'flag' ? value === 1 : 'value' in outcome(() => record.encode({ ...zeros, [name]: value }))
        const says = (call: () => unknown, row: number, about: string): void =>
          same(placeOf(refusal(call)), fits ? undefined : { code: 'range', field: `columns.${name}[${row}]`, actual: value }, `${name}, bit ${bit}, ${about}`)
        says(() => writeByKernel(layout, looks, arena, columns, count, undefined, 0), i, 'look')
        says(() => writeByKernel(layout, scatters, arena, columns, count, new Uint8Array(count * size), 0), i, 'scatter')
        const row = Object.fromEntries(names.map((other) => [other, columns[other]!.slice(i, i + 1)]))
        says(() => writePlainly(layout, write, row, 1), 0, 'plain')
        column[i] = (column instanceof BigUint64Array ? 0n : 0) as never
      }
    }
    expect(names.length).toBe(Object.keys(columns).length)
  })

  it('has no more locals, parameters and bytes of code than an engine takes', () => {
    for (const task of ['gather', 'gather strictly', 'scatter', 'look'] as const) {
      const { parameters, vectors, loop } = programOf(layout, task, names)
      expect(parameters).toBe(2 + names.length)
      expect(vectors).toBeLessThan(5000)
      expect(loop.length).toBeLessThan(20_000)
    }
  })
})
