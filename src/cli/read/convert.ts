import { CodecError } from '../../codec/errors.ts'
import { isWhole } from '../../ingest/index.ts'
import type { LinkedItem } from '../../ingest/index.ts'
import type { AnyRecord } from '../../registry.ts'
import { convert, requestFormats, responseFormats } from '../../translate/index.ts'
import type { Dropped, Identity, Written } from '../../translate/index.ts'
import { UsageError } from '../errors.ts'
import { lacking } from './item.ts'

/** An item in another format, or why it is not. */
export type Conversion =
  | { readonly ok: true; readonly record: string; readonly bytes: Uint8Array; readonly packet: Written['packet']; readonly dropped: readonly Dropped[]; readonly notes: readonly string[] }
  | { readonly ok: false; readonly record: string; readonly message: string; readonly error?: CodecError }

/** @throws {UsageError} for a format that carries neither a request nor a response */
export function checkTarget({ id }: AnyRecord): void {
  if (!requestFormats.includes(id) && !responseFormats.includes(id)) throw new UsageError(`${id} carries neither a page request nor a page response alone; "pci-ats-pri formats" says what carries which`)
}

/**
 * The item in the format `to`; undefined for one that does not carry the same. What has no place there is left out and
 * said. Bits that the input does not hold are not made up: an item without one of its fields is not converted.
 */
export function convertItem(item: LinkedItem, to: AnyRecord, identity: Identity): Conversion | undefined {
  const { record, data, absent, ambiguous } = item
  const same = record !== null && [requestFormats, responseFormats].some((formats) => formats.includes(record) && formats.includes(to.id))
  if (!same) return undefined
  const refused = (message: string, error?: CodecError): Conversion => ({ ok: false, record: to.id, message, ...(error && { error }) })
  if (ambiguous) return refused('it is one of several readings; --as decides')
  const lacks = lacking(record, item)
  if (data === undefined || lacks.length > 0) return refused(`the input does not hold ${lacks.join(', ')}`)
  const given = { ...(typeof item.said.segment === 'number' && item.said.segment !== 0 && { segment: item.said.segment }), ...identity }
  try {
    // Reserved bits that are not there are 0 in the bytes; they say nothing, and are not carried.
    const { bytes, packet, dropped, notes } = convert(record, to.id, data.bytes, { identity: given, allowLoss: true, reserved: 'ignore' })
    const beyond = isWhole(data) ? [] : [`not in the input, and without a meaning in ${record}: ${absent.join(', ')}`]
    return { ok: true, record: to.id, bytes, packet, dropped, notes: [...notes, ...beyond] }
  } catch (error) {
    if (!(error instanceof CodecError)) throw error
    return refused(error.message, error)
  }
}
