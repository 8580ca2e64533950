import { modeOf } from '../../src/index.ts'
import { isKnown, recordOf } from './library.ts'
import { hexOf, stateOf } from './model.ts'
import type { Entry, State } from './model.ts'

/**
 * The address of a record: `#vtd.page-request=0101…&f=prgIndex`. A queue of records of one kind has all of them, and `n` for
 * the one that is shown. Text that was pasted is never in it.
 */

export type Link = { readonly state: State; readonly field: string | undefined } | { readonly unknown: string }

export function readLink(hash: string): Link | undefined {
  const params = new URLSearchParams(hash.slice(1))
  let unknown: string | undefined
  for (const [id, hex] of params) {
    if (!id.includes('.') || !/^(?:[0-9a-f]{2})+$/i.test(hex)) continue
    if (!isKnown(id)) {
      unknown = id
      continue
    }
    const bytes = Uint8Array.from(hex.match(/../g)!, (digits) => Number.parseInt(digits, 16))
    return { state: stateOf(id, bytes, Number(params.get('n')) || 0), field: params.get('f') ?? undefined }
  }
  return unknown === undefined ? undefined : { unknown }
}

/** Most bytes of which a link has all. */
const MOST = 4096

/** The bytes that a link to an entry has: those of all entries, where they are of one kind and not too many. */
export function linkedBytes(entries: readonly Entry[], index: number): { readonly bytes: Uint8Array; readonly n?: number } {
  const { id, data } = entries[index]!
  const size = entries.reduce((sum, entry) => sum + (entry.data?.bytes.length ?? 0), 0)
  const alike = entries.length > 1 && size <= MOST && modeOf(recordOf(id!)) === undefined
    && entries.every((entry) => entry.id === id && entry.data?.bytes.length === recordOf(id!).size && entry.data.known.every((mask) => mask === 0xff))
  if (!alike) return { bytes: data!.bytes }
  return { bytes: Uint8Array.from(entries.flatMap((entry) => [...entry.data!.bytes])), n: index }
}

export function linkOf(id: string, bytes: Uint8Array, field?: string, n?: number): string {
  const hex = hexOf(bytes, bytes.length)
  return `#${id}=${hex}${n === undefined ? '' : `&n=${n}`}${field === undefined ? '' : `&f=${field}`}`
}
