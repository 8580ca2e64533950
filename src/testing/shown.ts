import fc from 'fast-check'
import { formatBytes } from '../codec/numbers.ts'
import type { Layout } from '../spec/vocabulary.ts'

/** How counterexamples are printed: bytes as hex and as fields, messages as fields and as hex, commands as sentences. */

export const fieldsOf = (message: object): string =>
  `{ ${Object.entries(message).map(([name, value]) => `${name}: ${typeof value === 'bigint' ? `0x${value.toString(16)}n` : typeof value === 'number' ? `0x${value.toString(16)}` : String(value)}`).join(', ')} }`

interface Shown {
  readonly layout: Layout
  decode(bytes: Uint8Array): unknown
  encode(message: never): Uint8Array
}

/** Makes fast-check print the bytes with what they mean. The property it adds is no member that code sees. */
export function showBytes<B extends Uint8Array>(record: Shown, bytes: B): B {
  return shown(bytes, () => `${record.layout.id} ${formatBytes(bytes)} ${meaningOf(record, bytes)}`)
}

export function showMessage<M>(record: Shown, message: M): M {
  return shown(message as object, () => `${record.layout.id} ${fieldsOf(message as object)} ${bytesOf(record, message)}`) as M
}

function meaningOf(record: Shown, bytes: Uint8Array): string {
  try {
    return fieldsOf(record.decode(bytes) as object)
  } catch (error) {
    return `(${(error as Error).message})`
  }
}

function bytesOf(record: Shown, message: unknown): string {
  try {
    return formatBytes(record.encode(message as never))
  } catch (error) {
    return `(${(error as Error).message})`
  }
}

/** Makes fast-check print a value as a text. */
export function shown<T extends object>(value: T, text: () => string): T {
  return Object.defineProperty(value, fc.toStringMethod, { value: text, enumerable: false, configurable: true })
}
