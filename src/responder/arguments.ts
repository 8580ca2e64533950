import { isBytes, lengthOf } from '../codec/arguments.ts'
import { CodecError } from '../codec/errors.ts'
import { didYouMean } from '../codec/suggest.ts'

/** What a user hands over is read once, checked, and copied: getters, proxies and other realms included. */

/**
 * The known properties of an object of options, each read once.
 * @param place where the object stands, such as `pri`; empty for the argument itself
 * @throws {CodecError} `type` unless it is an object that can be read, and for an unknown key, with the nearest known one
 */
export function readOptions(record: string, place: string, value: unknown, known: readonly string[]): Readonly<Record<string, unknown>> {
  const options: Record<string, unknown> = {}
  let unknown: string | undefined
  try {
    unknown = Object.keys(value as object).find((key) => !known.includes(key))
    for (const key of known) options[key] = (value as Record<string, unknown>)[key]
  } catch {
    fail(record, place || 'options', 'type', 'an object with readable properties', value)
  }
  if (typeof value !== 'object') fail(record, place || 'options', 'type', 'an object', value)
  if (unknown !== undefined) fail(record, place ? `${place}.${unknown}` : unknown, 'type', `one of ${known.join(', ')}${didYouMean(unknown, known)}`, unknown)
  return options
}

/** @throws {CodecError} `range` unless the value is a whole number from 0 to `max` */
export function checkNumber(record: string, field: string, value: unknown, max: number, min = 0): asserts value is number {
  if (!Number.isInteger(value) || (value as number) < min || (value as number) > max) fail(record, field, 'range', `a whole number from ${min} to ${max}`, value)
}

/** @throws {CodecError} `type` */
export function checkFlag(record: string, field: string, value: unknown): asserts value is boolean {
  if (typeof value !== 'boolean') fail(record, field, 'type', 'a boolean', value)
}

/** @throws {CodecError} */
export function fail(record: string, field: string, code: 'type' | 'range', expected: string, actual: unknown): never {
  throw new CodecError({ code, record, field, expected, actual })
}

/** A copy of a Uint8Array, also of another realm; undefined for anything else. */
export function copyOfBytes(value: unknown): Uint8Array<ArrayBuffer> | undefined {
  if (!isBytes(value)) return undefined
  return lengthOf(value) === 0 ? new Uint8Array() : new Uint8Array(value)
}

const LONGEST = 200

/** What was thrown, in a few words, whatever it is. */
export function textOfThrown(thrown: unknown): string {
  try {
    return String(thrown instanceof Error ? thrown.message : thrown).slice(0, LONGEST)
  } catch {
    return 'something that cannot be read'
  }
}
