import type { CodecError } from '../codec/errors.ts'

/** One line of JSON; a bigint as a string of hex digits, because most readers of JSON round integers above 2^53. */
export function json(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) => (typeof item === 'bigint' ? hex64(item) : item))
}

export function hex64(value: bigint): string {
  return `0x${value.toString(16).padStart(16, '0')}`
}

/** An error as a property of a line of JSON. */
export function errorJson({ code, field, bits, message }: CodecError): object {
  return { code, ...(field !== undefined && { field }), ...(bits !== undefined && { bits }), message }
}
