import { findingsOf } from '../codec/check.ts'
import type { Finding } from '../codec/check.ts'
import type { AnyMessage } from '../codec/message.ts'
import { records } from '../registry.ts'
import type { Layout } from '../spec/vocabulary.ts'

/** The short way for a record in which nothing is wrong with the bits, as nearly all records of a queue are. */

interface Bound {
  readonly decode: (bytes: Uint8Array) => { readonly ok: true; readonly message: object } | { readonly ok: false }
  /** Fields whose values have names, and those values. */
  readonly named: readonly (readonly [field: string, values: ReadonlySet<bigint | number>])[]
}

const bound = new Map<string, Bound | undefined>()

function boundTo({ id, fields }: Layout): Bound | undefined {
  if (bound.has(id)) return bound.get(id)
  const record = records.find((one) => one.id === id)
  const named = Object.entries(fields).flatMap(([name, { codes }]) => (codes ? [[name, new Set(Object.values(codes).flatMap((code) => [BigInt(code), Number(code)]))] as const] : []))
  const found = record && { decode: (bytes: Uint8Array) => record.tryDecode(bytes), named }
  bound.set(id, found)
  return found
}

/**
 * The message and what the rules say of it; undefined where a bit of the record needs a word, or it has no generated code:
 * then it is inspected.
 */
export function readClean(layout: Layout, bytes: Uint8Array): { readonly message: AnyMessage; readonly findings: Finding[] } | undefined {
  const known = boundTo(layout)
  const result = known?.decode(bytes)
  if (!result?.ok) return undefined
  const message = result.message as AnyMessage
  for (const [field, values] of known!.named) if (!values.has(message[field] as bigint | number)) return undefined
  return { message, findings: findingsOf(layout, message, NOTHING_RESERVED) }
}

const NOTHING_RESERVED = { reserved: {} }
