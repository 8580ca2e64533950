import type { CodecError } from '../codec/errors.ts'
import { bounded } from './escape.ts'

/** What JSON leaves as it is, and a terminal may obey. */
const UNSAFE = /[\x7f-\x9f\p{Cf}\p{Zl}\p{Zp}]/gu

/**
 * One line of JSON; a bigint as a string of hex digits, because most readers of JSON round integers above 2^53.
 * It is written by hand, because `JSON.stringify` with a function for bigints takes many times as long.
 */
export function json(value: unknown): string {
  switch (typeof value) {
    case 'bigint':
      return `"${hex64(value)}"`
    case 'number':
      return Number.isFinite(value) ? String(value) : 'null'
    case 'boolean':
      return value ? 'true' : 'false'
    case 'string':
      return text(value)
    case 'object':
      return value === null ? 'null' : Array.isArray(value) ? array(value) : object(value)
    default:
      return 'null'
  }
}

const array = (value: readonly unknown[]): string => (value.length === 0 ? '[]' : `[${value.map(json).join(',')}]`)

function object(value: object): string {
  let out = ''
  // As fast as the engine has it: it knows where the properties stand. What is written as JSON inherits none.
  for (const name in value) {
    const item = (value as Record<string, unknown>)[name]
    if (item === undefined || typeof item === 'function') continue
    const { before, on, off } = property(name)
    out += item === true ? on : item === false ? off : before + json(item)
  }
  return out === '' ? '{}' : `{${out.slice(1)}}`
}

/** What stands before the value of a property, and the whole of it where it is a flag. */
interface Property {
  readonly before: string
  readonly on: string
  readonly off: string
}

const properties = new Map<string, Property>()

function property(name: string): Property {
  let known = properties.get(name)
  if (known === undefined) {
    const before = `,${text(name)}:`
    known = { before, on: `${before}true`, off: `${before}false` }
    if (properties.size < MOST) properties.set(name, known)
  }
  return known
}

/** Texts that recur: names of properties, ids, titles. Those of the tables are a few thousand. */
const words = new Map<string, string>()
const MOST = 4096

/** A text that recurs. */
export function word(value: string): string {
  let known = words.get(value)
  if (known === undefined) {
    known = text(value)
    if (words.size < MOST) words.set(value, known)
  }
  return known
}

function text(value: string): string {
  if (/^[\w .,:;()[\]/+=-]*$/.test(value)) return `"${value}"`
  return JSON.stringify(value).replace(UNSAFE, (character) => Array.from({ length: character.length }, (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`).join(''))
}

const ZEROS = '0'.repeat(16)

export function hex64(value: bigint): string {
  const digits = value.toString(16)
  return digits.length < 16 ? `0x${ZEROS.slice(digits.length)}${digits}` : `0x${digits}`
}

/** An error as a property of a line of JSON. */
export function errorJson({ code, field, bits, message }: CodecError): object {
  return { code, ...(field !== undefined && { field }), ...(bits !== undefined && { bits }), message: bounded(message) }
}
