import { findingsOf } from '../codec/check.ts'
import type { Finding } from '../codec/check.ts'
import type { AnyMessage } from '../codec/message.ts'
import { neighbours } from '../neighbours/index.ts'
import { codesOf } from '../plausible.ts'
import { records } from '../registry.ts'
import type { AnyRecord } from '../registry.ts'
import { perLayout } from '../spec/per-layout.ts'
import type { Layout } from '../spec/vocabulary.ts'

/** The short way for a record in which nothing is wrong with the bits, as nearly all records of a queue are. */

/** The record of a layout. */
export const recordFor = /* @__PURE__ */ perLayout((layout): AnyRecord => [...records, ...neighbours].find(({ id }) => id === layout.id)!)

/** The message and what the rules say of it; undefined where a bit of the record needs a word: then it is inspected. */
export function readClean(layout: Layout, bytes: Uint8Array): { readonly message: AnyMessage; readonly findings: Finding[] } | undefined {
  const result = recordFor(layout).tryDecode(bytes)
  if (!result.ok) return undefined
  const message = result.message as AnyMessage
  for (const [field, codes] of codesOf(layout)) if (!codes.has(Number(message[field]))) return undefined
  return { message, findings: findingsOf(layout, message, NOTHING_RESERVED) }
}

const NOTHING_RESERVED = { reserved: {} }
