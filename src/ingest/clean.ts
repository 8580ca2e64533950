import { findingsOf } from '../codec/check.ts'
import type { Finding } from '../codec/check.ts'
import type { AnyMessage } from '../codec/message.ts'
import { neighbours } from '../neighbours/index.ts'
import { records } from '../registry.ts'
import type { AnyRecord } from '../registry.ts'
import type { Layout } from '../spec/vocabulary.ts'

/** The short way for a record in which nothing is wrong with the bits, as nearly all records of a queue are. */

interface Bound {
  readonly record: AnyRecord
  /** Fields whose values have names, and those values. */
  readonly named: readonly (readonly [field: string, values: ReadonlySet<bigint | number>])[]
}

const bound = new WeakMap<Layout, Bound>()

function boundTo(layout: Layout): Bound {
  const known = bound.get(layout)
  if (known) return known
  const named = Object.entries(layout.fields).flatMap(([name, { codes }]) => (codes ? [[name, new Set(Object.values(codes).flatMap((code) => [BigInt(code), Number(code)]))] as const] : []))
  const found = { record: [...records, ...neighbours].find(({ id }) => id === layout.id)!, named }
  bound.set(layout, found)
  return found
}

/** The record of a layout. */
export const recordFor = (layout: Layout): AnyRecord => boundTo(layout).record

/** The message and what the rules say of it; undefined where a bit of the record needs a word: then it is inspected. */
export function readClean(layout: Layout, bytes: Uint8Array): { readonly message: AnyMessage; readonly findings: Finding[] } | undefined {
  const { record, named } = boundTo(layout)
  const result = record.tryDecode(bytes)
  if (!result.ok) return undefined
  const message = result.message as AnyMessage
  for (const [field, values] of named) if (!values.has(message[field] as bigint | number)) return undefined
  return { message, findings: findingsOf(layout, message, NOTHING_RESERVED) }
}

const NOTHING_RESERVED = { reserved: {} }
