import { formatBytes } from '../../codec/numbers.ts'
import { CodecError } from '../../codec/errors.ts'
import type { AnyMessage, Value } from '../../codec/message.ts'
import type { Layout } from '../../spec/vocabulary.ts'
import { formOf, greatest, ones, valueWidth } from '../form.ts'
import type { Form, FormField } from '../form.ts'
import { imageOf, numbersOf } from './images.ts'

/** What the vectors ask of a record; every record of the library and of `defineRecord` has it. */
export interface VectorRecord {
  readonly layout: Layout
  decode(bytes: Uint8Array, offset?: number, options?: { readonly reserved?: 'reject' | 'ignore' }): object
  encode(message: any): Uint8Array
}

export type Op = 'decode' | 'encode'

/** A question with the answer that is due. Every value is a hexadecimal text; an address is a byte address. */
export interface Vector {
  /** Unique, and the same whatever else is asked. */
  readonly name: string
  readonly record: string
  readonly op: Op
  /** Of `decode`: that reserved bits are read over. Otherwise they are refused. */
  readonly reserved?: 'ignore'
  /** The bytes in the order of memory: asked in `decode`, due in `encode` without an error. */
  readonly hex?: string
  /** All fields in the order of the table: asked in `encode`, due in `decode` without an error. */
  readonly values?: Readonly<Record<string, string>>
  readonly error?: { readonly code: 'truncated' | 'fixed' | 'reserved' | 'range'; readonly field?: string }
}

export interface VectorOptions {
  readonly ops?: readonly Op[]
  /** How many random messages of each record. Default: 20. */
  readonly random?: number
  /** Default: 1. */
  readonly seed?: number
}

/** The vectors of a record: each value of interest, each bit flipped, each way to be wrong, and random ones. */
export function* vectorsOf(record: VectorRecord, { ops = ['decode', 'encode'], random = 20, seed = 1 }: VectorOptions = {}): Generator<Vector> {
  const form = formOf(record.layout)
  const samples = [...messages(form), ...randomMessages(form, random, seed)]
  if (ops.includes('decode')) {
    for (const [name, raws] of samples) yield decodeVector(record, name, imageOf(form, raws))
    yield* damaged(record, form)
  }
  if (ops.includes('encode')) {
    for (const [name, raws] of samples) yield encodeVector(record, form, name, valuesOf(form, raws))
    yield* outOfRange(record, form)
  }
}

type Raws = Readonly<Record<string, bigint>>

/** All zero, all ones, only and all but each field, each bit of a field alone, each code. */
function* messages({ fields }: Form): Generator<readonly [string, Raws]> {
  const all = Object.fromEntries(fields.map(({ name, width }) => [name, ones(width)]))
  yield ['zero', {}]
  yield ['ones', all]
  for (const { name, width, codes } of fields) {
    yield [`only/${name}`, { [name]: ones(width) }]
    yield [`but/${name}`, { ...all, [name]: 0n }]
    // Halves and nibbles that change places, which all ones do not show.
    if (width > 1) yield [`count/${name}`, { [name]: 0x0123_4567_89ab_cdefn & ones(width) }]
    for (const [code, value] of Object.entries(codes)) yield [`code/${name}/${code}`, { [name]: BigInt(value) }]
  }
}

function* randomMessages({ fields, id }: Form, count: number, seed: number): Generator<readonly [string, Raws]> {
  const next = numbersOf(`${seed} ${id}`)
  for (let i = 1; i <= count; i++) yield [`random/${seed}.${i}`, Object.fromEntries(fields.map(({ name, width }) => [name, next(width)]))]
}

/** Every bit flipped on two messages, both ways to treat reserved bits; too short, and one byte too many. */
function* damaged(record: VectorRecord, form: Form): Generator<Vector> {
  const full = Object.fromEntries(form.fields.map(({ name, width }) => [name, ones(width)]))
  for (const [base, raws] of [['zero', {}], ['ones', full]] as const) {
    const bytes = imageOf(form, raws)
    for (let bit = 0; bit < 8 * form.size; bit++) {
      const flipped = Uint8Array.from(bytes)
      flipped[bit >> 3]! ^= 1 << (bit & 7)
      const name = `${base}/byte${bit >> 3}.${bit & 7}`
      yield decodeVector(record, `flip/${name}`, flipped)
      yield decodeVector(record, `flip-ignore/${name}`, flipped, 'ignore')
    }
    if (form.reserved.length > 0) {
      const dirty = imageOf(form, raws, true)
      yield decodeVector(record, `reserved/${base}`, dirty)
      yield decodeVector(record, `reserved-ignore/${base}`, dirty, 'ignore')
    }
  }
  const bytes = imageOf(form, full)
  for (const length of new Set([0, 1, form.size >> 1, form.size - 1])) yield decodeVector(record, `short/${length}`, bytes.slice(0, length))
  yield decodeVector(record, 'long', Uint8Array.of(...bytes, 0xff))
}

/** One more than the greatest value of each field, and addresses with a low bit. */
function* outOfRange(record: VectorRecord, form: Form): Generator<Vector> {
  const zero = valuesOf(form, {})
  for (const field of form.fields) {
    if (field.as === 'flag') continue
    const over = 1n << BigInt(valueWidth(field))
    yield encodeVector(record, form, `over/${field.name}`, { ...zero, [field.name]: over })
    if (field.zeros === 0) continue
    yield encodeVector(record, form, `unaligned/${field.name}`, { ...zero, [field.name]: 1n })
    yield encodeVector(record, form, `unaligned-high/${field.name}`, { ...zero, [field.name]: greatest(field) | (1n << BigInt(field.zeros - 1)) })
  }
}

/** The values of all fields, in the order of the table, out of the raw bits of some. */
function valuesOf({ fields }: Form, raws: Raws): Record<string, bigint> {
  return Object.fromEntries(fields.map(({ name, zeros }) => [name, (raws[name] ?? 0n) << BigInt(zeros)]))
}

function decodeVector(record: VectorRecord, name: string, bytes: Uint8Array, reserved?: 'ignore'): Vector {
  const { id } = record.layout
  const question = { name: `${id}/decode/${name}`, record: id, op: 'decode', ...(reserved && { reserved }), hex: formatBytes(bytes) } as const
  return { ...question, ...outcome(() => ({ values: textsOf(record.decode(bytes, 0, { reserved: reserved ?? 'reject' })) })) }
}

function encodeVector(record: VectorRecord, form: Form, name: string, values: Record<string, bigint>): Vector {
  const message = Object.fromEntries(form.fields.map((field) => [field.name, messageValue(field, values[field.name]!)]))
  const question = { name: `${form.id}/encode/${name}`, record: form.id, op: 'encode', values: textsOf(values) } as const
  return { ...question, ...outcome(() => ({ hex: formatBytes(record.encode(message)) })) }
}

/** A number as a property of a message. */
export function messageValue({ as }: Pick<FormField, 'as'>, value: bigint): Value {
  // A flag that is neither 0 nor 1 stays a number, which `encode` refuses.
  if (as === 'flag') return value > 1n ? Number(value) : value === 1n
  return as === 'uint' ? Number(value) : value
}

/** A message as the protocol and the vectors write it. */
export function textsOf(message: object): Record<string, string> {
  return Object.fromEntries(Object.entries(message as AnyMessage).map(([name, value]) => [name, `0x${BigInt(value).toString(16)}`]))
}

function outcome(call: () => Pick<Vector, 'values' | 'hex'>): Pick<Vector, 'values' | 'hex' | 'error'> {
  try {
    return call()
  } catch (error) {
    if (!(error instanceof CodecError)) throw error
    const code = error.code as NonNullable<Vector['error']>['code']
    return { error: { code, ...((code === 'fixed' || code === 'range') && error.field !== undefined && { field: error.field }) } }
  }
}
