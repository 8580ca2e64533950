import { isKnown } from './library.ts'
import { hexOf, stateOf } from './model.ts'
import type { State } from './model.ts'

/** The address of a record: `#vtd.page-request=0101…&f=prgIndex`. Text that was pasted is never in it. */

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
    return { state: stateOf(id, bytes), field: params.get('f') ?? undefined }
  }
  return unknown === undefined ? undefined : { unknown }
}

export function linkOf(id: string, bytes: Uint8Array, field?: string): string {
  const hex = hexOf(bytes, bytes.length)
  return `#${id}=${hex}${field === undefined ? '' : `&f=${field}`}`
}
