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
      return value === null ? 'null' : Array.isArray(value) ? `[${value.map(json).join(',')}]` : object(value)
    default:
      return 'null'
  }
}

function object(value: object): string {
  let out = ''
  for (const name of Object.keys(value)) {
    const item = (value as Record<string, unknown>)[name]
    if (item !== undefined && typeof item !== 'function') out += `${out === '' ? '' : ','}${text(name)}:${json(item)}`
  }
  return `{${out}}`
}

function text(value: string): string {
  if (/^[\w .,:;()[\]/+=-]*$/.test(value)) return `"${value}"`
  return JSON.stringify(value).replace(UNSAFE, (character) => Array.from({ length: character.length }, (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`).join(''))
}

export function hex64(value: bigint): string {
  return `0x${value.toString(16).padStart(16, '0')}`
}

/** An error as a property of a line of JSON. */
export function errorJson({ code, field, bits, message }: CodecError): object {
  return { code, ...(field !== undefined && { field }), ...(bits !== undefined && { bits }), message: bounded(message) }
}
