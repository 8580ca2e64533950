import fc from 'fast-check'
import { widthOf, zerosOf } from './codec/message.ts'
import type { Value } from './codec/message.ts'
import type { Field, Layout } from './spec/vocabulary.ts'

/**
 * Arbitraries for fast-check, one of each kind for every record, for tests of code that handles records.
 * fast-check is an optional peer dependency: install it beside this package.
 */

/** What an arbitrary asks of a record; every record of the library and of `defineRecord` has it. */
export interface TestedRecord<M> {
  readonly layout: Layout
  decode(bytes: Uint8Array): M
  encode(message: M): Uint8Array
}

/** Valid messages, every field given, in the order of the table; the least, the greatest and the named values come often. */
export function messages<M>(record: TestedRecord<M>): fc.Arbitrary<M> {
  const fields = Object.entries(record.layout.fields).map(([name, field]) => [name, values(field)] as const)
  return fc.record(Object.fromEntries(fields), { noNullPrototype: true }) as fc.Arbitrary<M>
}

/** The bytes of valid records. */
export function validBytes<M>(record: TestedRecord<M>): fc.Arbitrary<Uint8Array> {
  return messages(record).map((message) => record.encode(message))
}

/**
 * Bytes that are valid but for one thing: a fixed or a reserved bit is wrong, bytes are missing at the end,
 * or there is one byte too many, which is no error of the record.
 */
export function nearlyValidBytes<M>(record: TestedRecord<M>): fc.Arbitrary<Uint8Array> {
  const { layout } = record
  const flips = constantBits(layout).map((bit) => (bytes: Uint8Array) => bytes.map((byte, i) => (i === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte)))
  const bitWrong = flips.length > 0 ? [fc.tuple(validBytes(record), fc.constantFrom(...flips)).map(([bytes, flip]) => flip(bytes))] : []
  const cutShort = fc.tuple(validBytes(record), fc.integer({ min: 0, max: layout.size - 1 })).map(([bytes, length]) => bytes.slice(0, length))
  const oneMore = fc.tuple(validBytes(record), fc.integer({ min: 0, max: 255 })).map(([bytes, byte]) => Uint8Array.of(...bytes, byte))
  return fc.oneof(...bitWrong, cutShort, oneMore)
}

function values(field: Field): fc.Arbitrary<Value> {
  const { as, at, codes, masks } = field
  const width = widthOf(at)
  if (as === 'flag') return fc.boolean()
  if (as === 'uint') {
    const max = 2 ** width - 1
    const edges = [0, 1, max - 1, max, ...Object.values({ ...codes, ...masks })].filter((value) => value >= 0 && value <= max)
    return fc.oneof(fc.constantFrom(...edges), fc.integer({ min: 0, max }))
  }
  const max = (1n << BigInt(width)) - 1n
  const numbers = fc.oneof(fc.constantFrom(0n, 1n, max - 1n, max), fc.bigInt({ min: 0n, max }))
  return numbers.map((number) => number << BigInt(zerosOf(field)))
}

/** The bits that no message changes, by their place in memory: bit `n & 7` of byte `n >> 3`. */
function constantBits({ fixed = {}, reserved = [], word: size, order }: Layout): number[] {
  return [...Object.values(fixed).flatMap(({ at }) => at), ...reserved].flatMap(([word, hi, lo]) =>
    Array.from({ length: hi - lo + 1 }, (_, i) => {
      const byte = (lo + i) >> 3
      return (word * size + (order === 'little' ? byte : size - 1 - byte)) * 8 + ((lo + i) & 7)
    }),
  )
}
