import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unitOf } from '../../src/codec/columns/arrays.ts'
import { ASSEMBLE_FROM } from '../../src/codec/columns/kernels.ts'
import { stageOf } from '../../src/codec/columns/stage.ts'
import { defineRecord, records } from '../../src/index.ts'
import type { AnyColumns, AnyMessage, AnyRecord } from '../../src/index.ts'
import { widthOf, imageOf } from '../support/bits.ts'
import { flipped, numbers, randomBytes } from '../support/bytes.ts'
import { refusal, same } from '../support/outcome.ts'

const asNumber = (value: unknown): unknown => (typeof value === 'boolean' ? Number(value) : value)

/** The columns of records that are decoded one by one, with reserved bits read over. */
function oneByOne(record: AnyRecord, bytes: Uint8Array, offset: number, count: number, names: readonly string[]): Record<string, unknown[]> {
  const all: AnyMessage[] = Array.from({ length: count }, (_, i) => record.decode(bytes, offset + i * record.size, { reserved: 'ignore' }))
  return Object.fromEntries(names.map((name) => [name, all.map((message) => asNumber(message[name]))]))
}

const plainArrays = (columns: AnyColumns, count: number): Record<string, unknown[]> =>
  Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, Array.from<unknown>(column).slice(0, count)]))

describe.each(records)('$id', (record) => {
  const { layout, size } = record
  const names = Object.keys(layout.fields)
  const next = numbers(size)
  const column = (name: string) => {
    const { as } = layout.fields[name]!
    const width = widthOf(layout, name)
    return as !== 'flag' && as !== 'uint' ? BigUint64Array : width <= 8 ? Uint8Array : width <= 16 ? Uint16Array : Uint32Array
  }
  // More than a block, and enough for the assembled loop. The records repeat after a number of them that has nothing to do with either.
  const block = stageOf(size, names.map((name) => unitOf(layout.fields[name]!))).records
  const MANY = Math.max(block, ASSEMBLE_FROM) + 101
  const images = Array.from({ length: 211 }, () => imageOf(layout, () => next() & 1))
  const many = new Uint8Array(MANY * size)
  for (let i = 0; i < MANY; i++) many.set(images[i % images.length]!, i * size)

  it('gives what decode gives, record by record, over many blocks', () => {
    const { count, columns, bad, rest } = record.columns(many, { strict: true })
    same({ count, bad, rest }, { count: MANY, bad: [], rest: 0 }, 'result')
    same(Object.keys(columns), names, 'order of columns')
    for (const name of names) expect(columns[name]!.constructor, name).toBe(column(name))
    same(plainArrays(columns, MANY), oneByOne(record, many, 0, MANY, names), 'columns')
  })

  it('gives any fields, of any number of records, from any place', () => {
    fc.assert(
      fc.property(fc.subarray(names), fc.nat(9), fc.option(fc.nat(12), { nil: undefined }), fc.nat(size - 1), (fields, offset, count, rest) => {
        const bytes = new Uint8Array(offset + 12 * size + rest)
        bytes.set(many.subarray(0, 12 * size), offset)
        const result = record.columns(bytes, { offset, fields, ...(count !== undefined && { count }) })
        const expected = count ?? 12
        same({ count: result.count, rest: result.rest, bad: result.bad }, { count: expected, rest: bytes.length - offset - expected * size, bad: [] }, 'result')
        same(plainArrays(result.columns, expected), oneByOne(record, bytes, offset, expected, fields), 'columns')
        for (const name of fields) same(result.columns[name]!.length, expected, `length of ${name}`)
      }),
      { numRuns: 20 },
    )
  })

  it('writes to arrays that it is given, and no further than it must', () => {
    const into = Object.fromEntries(names.map((name) => [name, new (column(name))(7)])) as AnyColumns
    for (const name of names) into[name]!.fill((into[name] instanceof BigUint64Array ? 99n : 99) as never)
    const { columns } = record.columns(many, { count: 5, into })
    for (const name of names) {
      expect(columns[name]).toBe(into[name])
      same(Array.from<unknown>(columns[name]!).slice(5).map(Number), [99, 99], `${name} after the last record`)
    }
    same(plainArrays(columns, 5), oneByOne(record, many, 0, 5, names), 'columns')
    // Given for some fields only, and for more than are asked for.
    const first = names[0]!
    const partly = record.columns(many, { count: 5, fields: [first], into })
    same(Object.keys(partly.columns), [first], 'columns')
  })

  it('lists exactly the records that decode refuses', () => {
    const constants = Array.from({ length: size * 8 }, (_, bit) => bit).filter((bit) => !record.tryDecode(flipped(many.subarray(0, size), bit)).ok)
    const bytes = Uint8Array.from(many)
    const marked = constants.length === 0 ? [] : [...new Set([0, 1, 7, block - 1, block, block + 1, MANY - 1])].filter((i) => i < MANY).sort((a, b) => a - b)
    for (const [n, i] of marked.entries()) {
      const bit = constants[(n * 13) % constants.length]!
      bytes[i * size + (bit >> 3)]! ^= 1 << (bit & 7)
    }
    same(record.columns(bytes, { strict: true }).bad, marked, 'bad')
    same(record.columns(bytes).bad, [], 'not strict')
    same(record.columns(bytes, { strict: true, fields: [] }).bad, marked, 'no columns')
  })

  it('agrees with the reference codec on any bytes', () => {
    const bytes = randomBytes(next, 60 * size)
    const plain = defineRecord(layout) as unknown as AnyRecord
    const [result, expected] = [record, plain].map((codec) => codec.columns(bytes, { strict: true }))
    same(result, expected, 'result')
    const refused = Array.from({ length: 60 }, (_, i) => i).filter((i) => !record.tryDecode(bytes, i * size).ok)
    same(result!.bad, refused, 'bad')
  })

  it('gives empty columns for too few bytes', () => {
    for (let length = 0; length < size; length++) {
      const { count, columns, rest, bad } = record.columns(many.subarray(0, length))
      same({ count, rest, bad }, { count: 0, rest: length, bad: [] }, 'result')
      for (const name of names) same(columns[name]!.length, 0, name)
    }
  })

  it('refuses wrong options', () => {
    const first = names[0]!
    const wrong = (options: unknown) => refusal(() => record.columns(many, options as never))
    const error = (code: string, field: string, expected: string, actual: unknown) => ({ code, record: record.id, field, expected, actual })
    for (const count of [-1, 0.5, NaN, Infinity, '1', 1n]) same(wrong({ count }), error('range', 'options.count', 'a whole number, 0 or more', count), 'count')
    same(wrong({ count: MANY + 1 }), error('truncated', 'bytes', `${(MANY + 1) * size} bytes at offset 0`, MANY * size), 'too many')
    same(wrong({ count: 1, offset: MANY * size }), error('truncated', 'bytes', `${size} bytes at offset ${MANY * size}`, 0), 'behind the end')
    same(wrong({ fields: ['nothingLikeIt'] }), error('type', 'options.fields', 'fields of the record', 'nothingLikeIt'), 'unknown field')
    same(wrong({ fields: ['constructor'] }), error('type', 'options.fields', 'fields of the record', 'constructor'), 'inherited name')
    same(wrong({ into: { nothingLikeIt: [] } }), error('type', 'options.fields', 'fields of the record', 'nothingLikeIt'), 'unknown array')
    for (const fields of [first, 5, {}]) same(wrong({ fields }), error('type', 'options.fields', 'a list of fields', fields), 'no list')
    for (const into of [null, 5]) same(wrong({ into }), error('type', 'options.into', 'an object', into), 'no object')
    for (const options of [null, 5, 'fields']) same(wrong(options), error('type', 'options', 'an object', options), 'no options')
    for (const array of [[], new Float64Array(MANY), new DataView(new ArrayBuffer(MANY))]) {
      same(wrong({ into: { [first]: array } }), error('type', `options.into.${first}`, `a ${column(first).name}`, array), 'wrong array')
    }
    const short = new (column(first))(2)
    same(wrong({ count: 3, into: { [first]: short } }), error('range', `options.into.${first}`, 'room for 3 records', short), 'short array')
    same(Array.from<unknown>(short).map(Number), [0, 0], 'nothing is written')
  })
})
