import type { DecodeOptions } from '../codec/read-write.ts'
import { translationEntry } from '../generated/pcie.ts'
import type { PcieTranslationEntry } from '../generated/pcie.ts'
import { fail } from './fault.ts'

/** Most entries of a completion: a read completion boundary of 128 bytes. */
const MOST = 16

/**
 * The entries of a Translation Completion.
 * @throws {CodecError} `range` unless a success has 1 to 16 whole entries and anything else has none
 */
export function entriesOf(status: number, payload: Uint8Array, options: DecodeOptions | undefined): PcieTranslationEntry[] {
  checkEntries(status, payload.length / translationEntry.size)
  const entries: PcieTranslationEntry[] = []
  for (let at = 0; at < payload.length; at += translationEntry.size) entries.push(translationEntry.decode(payload, at, options))
  return entries
}

/** @throws {CodecError} `range` */
export function checkEntries(status: number, entries: number): void {
  const success = status === 0
  if (success ? Number.isInteger(entries) && entries >= 1 && entries <= MOST : entries === 0) return
  const expected = success ? `1 to ${MOST} entries of 8 bytes in a Translation Completion` : `no entries in a Translation Completion with status ${status}`
  fail({ code: 'range', field: 'entries', expected, actual: entries })
}
