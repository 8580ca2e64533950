import fc from 'fast-check'
import { widthOf, zerosOf } from '../codec/message.ts'
import type { Value } from '../codec/message.ts'
import { fail } from '../responder/arguments.ts'
import type { Field, Layout } from '../spec/vocabulary.ts'
import { bigints, numbers } from './edges.ts'
import { showBytes, showMessage } from './shown.ts'

/** What an arbitrary asks of a record; every record of the library and of `defineRecord` has it. */
export interface TestedRecord<M> {
  readonly layout: Layout
  decode(bytes: Uint8Array): M
  encode(message: M): Uint8Array
}

/**
 * Messages that `encode` takes, every field given, in the order of the table; the least, the greatest and the named values
 * come often. Nothing is said of the rules: see `legalMessages`.
 * @throws {CodecError} `type` for what is no record
 */
export function messages<M>(record: TestedRecord<M>): fc.Arbitrary<M> {
  checkRecord(record)
  const fields = Object.entries(record.layout.fields).map(([name, field]) => [name, values(field)] as const)
  return (fc.record(Object.fromEntries(fields), { noNullPrototype: true }) as fc.Arbitrary<M>).map((message) => showMessage(record, message), (message) => message as never)
}

/** The bytes of such messages. */
export function validBytes<M>(record: TestedRecord<M>): fc.Arbitrary<Uint8Array> {
  return messages(record).map((message) => showBytes(record, record.encode(message)))
}

/** @throws {CodecError} `type` */
export function checkRecord<M>(record: TestedRecord<M>): void {
  if (typeof record?.layout?.fields !== 'object') fail('testing', 'record', 'type', 'a record, as `record` gives it for an id', record)
}

/** The values of a field; the least, the greatest and the named ones come often. */
export function values(field: Field): fc.Arbitrary<Value> {
  const { as, at, codes, masks } = field
  const width = widthOf(at)
  if (as === 'flag') return fc.boolean()
  if (as === 'uint') return numbers(2 ** width - 1, Object.values({ ...codes, ...masks }))
  const zeros = BigInt(zerosOf(field))
  return bigints((1n << BigInt(width)) - 1n).map((number) => number << zeros, (value) => (value as bigint) >> zeros)
}
