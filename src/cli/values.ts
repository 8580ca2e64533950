import { CodecError } from '../codec/errors.ts'
import { isRequester, meantBy } from '../codec/field.ts'
import { bitsOf, widthOf } from '../codec/message.ts'
import type { AnyMessage, Value } from '../codec/message.ts'
import { formatRequester } from '../codec/numbers.ts'
import { didYouMean } from '../codec/suggest.ts'
import type { AnyRecord } from '../registry.ts'
import type { Field, Layout } from '../spec/vocabulary.ts'
import { UsageError } from './errors.ts'
import { hex64 } from './json.ts'

export { formatRequester, parseNumber, parseRequester } from '../codec/numbers.ts'
export type { Requester } from '../codec/numbers.ts'

/** Values of fields, to and from text. */

/**
 * The value that a field has by a text or by JSON.
 * @throws {UsageError} for a text that is no such value; whether the value fits is for `encode` to say
 * @throws {CodecError} `range` for a number beyond those that are exact
 */
export function parseValue(layout: Layout, name: string, text: string): Value {
  const { as, at, codes, masks } = layout.fields[name]!
  const value = meantBy(layout, name, text)
  if (as === 'flag') {
    if (value !== 0n && value !== 1n) throw new UsageError(`${name}=${text}: expected true, false, 1 or 0`)
    return value === 1n
  }
  if (value === undefined) {
    const names = Object.keys({ ...codes, ...masks })
    throw new UsageError(`${name}=${text}: expected a number${names.length > 0 ? ` or one of ${names.join(', ')}${didYouMean(text, names)}` : ''}`)
  }
  if (as !== 'uint') return value
  // A number that would be rounded does not fit, and the error is to show it as it was given.
  if (BigInt(Number(value)) !== value) {
    throw new CodecError({ code: 'range', record: layout.id, field: name, bits: bitsOf(layout, at), expected: `a whole number from 0 to 0x${(2n ** BigInt(widthOf(at)) - 1n).toString(16)}`, actual: value })
  }
  return Number(value)
}

/** The fields of a message as `name=value`, each a text that `parseValue` takes back. */
export function assignments({ layout }: Pick<AnyRecord, 'layout'>, message: AnyMessage): string[] {
  return Object.keys(layout.fields).flatMap((name) => {
    const value = message[name]
    return value === undefined ? [] : [`${name}=${formatValue(layout, name, value)}`]
  })
}

function formatValue(layout: Layout, name: string, value: Value): string {
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'bigint') return hex64(value)
  return meaningOf(layout, name, value) || `0x${value.toString(16)}`
}

/** A value of any kind as a short text. */
export function shown(value: unknown): string {
  if (typeof value === 'bigint') return hex64(value)
  return typeof value === 'number' ? `0x${value.toString(16)}` : JSON.stringify(value) ?? 'nothing'
}

/** What a number means where it has a name: a code, bits, a device. Empty where it has none. */
export function meaningOf(layout: Layout, name: string, value: number): string {
  const { codes, masks } = layout.fields[name]!
  if (codes) return Object.entries(codes).find(([, code]) => code === value)?.[0] ?? ''
  if (isRequester(layout, name)) return formatRequester({ rid: value & 0xffff, segment: value >>> 16 })
  const known = Object.entries(masks ?? {}).filter(([, mask]) => (value & mask) !== 0)
  return known.reduce((rest, [, mask]) => rest & ~mask, value) === 0 ? known.map(([mask]) => mask).join('|') : ''
}

/** @throws {UsageError} for a name that is no field of the record */
export function fieldOf({ id, layout }: AnyRecord, name: string): Field {
  const field = Object.hasOwn(layout.fields, name) ? layout.fields[name] : undefined
  if (field) return field
  const fixed = Object.hasOwn(layout.fixed ?? {}, name) ? layout.fixed?.[name] : undefined
  if (fixed) throw new UsageError(`${id}: ${name} is always 0x${fixed.value.toString(16)}; leave it out`)
  throw new UsageError(`${id} has no field ${JSON.stringify(name)}${didYouMean(name, Object.keys(layout.fields))}`)
}
