import type { Bits } from '../../spec/vocabulary.ts'
import { checkOptions, kindOf, lengthOf, optionOf } from '../arguments.ts'
import { CodecError } from '../errors.ts'
import type { ErrorCode } from '../errors.ts'
import type { AnyColumns } from '../message.ts'
import { checkBytes, checkLength } from '../explain.ts'
import { didYouMean } from '../suggest.ts'
import { arrayOf } from './arrays.ts'

/** Where many records lie, and which of their fields are asked for. */
export interface RecordsOptions<C, F extends keyof C = keyof C> {
  /** Where the first record lies. Default 0; no alignment is asked for. */
  readonly offset?: number
  /** How many records to decode. Default: as many as there are whole ones. */
  readonly count?: number
  /** Which fields to decode; the result has the columns of these alone. Default: all. */
  readonly fields?: readonly F[]
  /** Checks fixed values and reserved bits, and lists the records that fail in `bad`. Default: nothing is checked. */
  readonly strict?: boolean
}

/** What `columns` takes beside the bytes. */
export interface ColumnsOptions<C, F extends keyof C = keyof C> extends RecordsOptions<C, F> {
  /**
   * Arrays to write to, each of its field's type and with room for all records; the others are made. Those that
   * `allocateColumns` made are written to directly.
   */
  readonly into?: Partial<C>
}

/** The columns of the fields that were asked for: all of them, where `F` does not say which. */
export type ColumnsAsked<C, F extends keyof C> = [keyof C] extends [F] ? C : Pick<C, F>

/** The options after they were read, each once: a getter can give another value the next time. */
export interface Request {
  readonly bytes: Uint8Array
  readonly offset: number
  readonly count: number
  readonly names: readonly string[]
  readonly strict: boolean
  /** Bytes after the last record. */
  readonly rest: number
  /** The option `into`, not looked at. */
  readonly into: unknown
}

/** @throws {CodecError} `truncated` where `count` records are not there; `type` or `range` for wrong options */
export function requestOf(bits: Bits, bytes: Uint8Array, options: object, known: readonly string[]): Request {
  const read = reader(bits, options, known)
  const offset = read('offset', 0) as number
  const strict = read('strict', false)
  const into = read('into', {})
  const given = read('count', undefined)
  const names = read('fields', Object.keys(bits.fields))
  if (typeof strict !== 'boolean') fail(bits, 'type', 'options.strict', 'a boolean', strict)
  checkBytes(bits, bytes, offset)
  const length = lengthOf(bytes)
  const count = given === undefined ? Math.max(0, Math.floor((length - offset) / bits.size)) : countOf(bits, given)
  if (count > 0) checkLength({ ...bits, size: bits.size * count }, bytes, offset)
  if (!Array.isArray(names)) fail(bits, 'type', 'options.fields', 'a list of fields', names)
  const list = [...new Set(names as unknown[])]
  for (const name of list) checkField(bits, name)
  return { bytes, offset, count, names: list as string[], strict, into, rest: Math.max(0, length - offset - count * bits.size) }
}

/** Reads options. @throws {CodecError} `type` for unknown ones, and for those that cannot be read */
export function reader(bits: Bits, options: object, known: readonly string[]): (name: string, otherwise: unknown) => unknown {
  checkOptions(bits.id, options, known)
  return (name, otherwise) => {
    const value = optionOf(bits.id, options, name)
    return value === undefined ? otherwise : value
  }
}

export function countOf(bits: Bits, count: unknown, name = 'options.count'): number {
  if (typeof count !== 'number' || !Number.isSafeInteger(count) || count < 0) fail(bits, 'range', name, 'a whole number, 0 or more', count)
  return count
}

export function checkField(bits: Bits, name: unknown, where = 'options.fields'): void {
  if (typeof name !== 'string') fail(bits, 'type', where, 'names of fields', name)
  if (!Object.hasOwn(bits.fields, name)) fail(bits, 'type', where, `fields of the record${didYouMean(name, Object.keys(bits.fields))}`, name)
}

/**
 * The arrays of an object by name, each of its field's type, with room for all records, and with memory of its own.
 * @param others memory that none of them may share
 */
export function arraysOf(bits: Bits, object: unknown, names: readonly string[], count: number, where: string, others: readonly Uint8Array[]): AnyColumns {
  if (typeof object !== 'object' || object === null) fail(bits, 'type', where, 'an object', object)
  for (const name of Object.keys(object)) checkField(bits, name, where === 'columns' ? where : undefined)
  const arrays: AnyColumns = {}
  for (const name of names) {
    const given = Object.hasOwn(object, name) ? (object as Readonly<Record<string, unknown>>)[name] : undefined
    if (given === undefined) continue
    const { name: type } = arrayOf(bits.fields[name]!)
    const field = `${where}.${name}`
    if (kindOf(given) !== type) fail(bits, 'type', field, `a ${type}`, given)
    const array = given as AnyColumns[string]
    if (lengthOf(array) < count) fail(bits, 'range', field, `room for ${count} records`, given)
    if ([...others, ...Object.values(arrays)].some((other) => overlap(array, other))) {
      fail(bits, 'range', field, 'an array that overlaps neither the bytes nor another column', given)
    }
    arrays[name] = array
  }
  return arrays
}

/** Whether two arrays share memory: what is written to the one would change the other. */
function overlap(a: AnyColumns[string], b: AnyColumns[string]): boolean {
  return a.buffer === b.buffer && a.byteOffset < b.byteOffset + b.byteLength && b.byteOffset < a.byteOffset + a.byteLength
}

export function fail(bits: Bits, code: ErrorCode, field: string, expected: string, actual: unknown): never {
  throw new CodecError({ code, record: bits.id, field, expected, actual })
}
