import type { DecodeOptions } from '../codec/reference.ts'
import { translationEntry } from '../generated/pcie.ts'
import type { PcieTranslationEntry } from '../generated/pcie.ts'
import { fail } from './fault.ts'

/** Most entries of a completion: a read completion boundary of 128 bytes. */
const MOST = 16

/**
 * The entries of a Translation Completion.
 * @throws {CodecError} `range` unless a success has 1 to 16 whole entries and anything else has none
 */
export function entriesOf(status: number, payload: Uint8Array, options: DecodeOptions): PcieTranslationEntry[] {
  checkEntries(status, payload.length / translationEntry.size)
  return Array.from({ length: payload.length / translationEntry.size }, (_, i) => translationEntry.decode(payload, i * translationEntry.size, options))
}

/** @throws {CodecError} `range` */
export function checkEntries(status: number, entries: number): void {
  const success = status === 0
  const expected = success ? `1 to ${MOST} entries of 8 bytes in a Translation Completion` : `no entries in a Translation Completion with status ${status}`
  const right = success ? Number.isInteger(entries) && entries >= 1 && entries <= MOST : entries === 0
  if (!right) fail({ code: 'range', field: 'entries', expected, actual: entries })
}
