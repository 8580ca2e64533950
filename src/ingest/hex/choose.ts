import type { Finding } from '../../codec/check.ts'
import { concat } from '../../packet/bytes.ts'
import { resolve } from './reader.ts'
import type { Piece } from './reader.ts'

/** How words are read of which nothing tells whether they are bytes or numbers. */
export type Reading = 'bytes' | 'number'

/** What a reading gives: how many records are good, and what is wrong with the first that is not. */
export interface Verdict {
  readonly good: number
  /** Whether every record keeps the rules of its format, too, and has no value without a name. */
  readonly legal: boolean
  readonly error?: string
}

/** Whether what is found of a record leaves its reading a good one. */
export const isLegal = (findings: readonly Pick<Finding, 'id' | 'severity'>[]): boolean => findings.every(({ id, severity }) => severity !== 'error' && id !== 'unnamed-value')

/** @param lenient whether reserved bits are read over */
export type Judge<T = Uint8Array> = (reading: T, lenient: boolean) => Verdict

export const READING_NAMES: Readonly<Record<Reading, string>> = { bytes: 'bytes in the order in which they are written', number: 'little-endian numbers' }

export interface Choice {
  /** One, or both where both fit. */
  readonly readings: readonly Reading[]
  /** Whether the records decided. */
  readonly judged: boolean
  /** Where nothing fits: what is wrong with each reading. */
  readonly errors?: readonly string[]
}

/**
 * Finds out how words are to be read: by what stands beside other words of the same dump, or by which reading makes good
 * records. Two readings that both make good records are both given.
 */
export function chooseReading(pieces: readonly Piece[], judge: Judge): Choice {
  // A run of bytes that is longer than any number tells of its neighbours, too.
  const sure = (order: string): boolean => pieces.some((piece) => piece.order === order && piece.unit > 1)
  if (!sure('either')) return { readings: ['bytes'], judged: false }
  if (sure('bytes') !== sure('number')) return { readings: [sure('number') ? 'number' : 'bytes'], judged: false }

  const readings: readonly Reading[] = ['bytes', 'number']
  const all = readings.map((reading) => concat(pieces.map((piece) => resolve(piece, reading))))
  if (all[0]!.every((byte, i) => byte === all[1]![i])) return { readings: ['bytes'], judged: false }
  const fitting = fittingOf(all, judge)
  if (fitting.length > 0) return { readings: readings.filter((_, i) => fitting.includes(all[i]!)), judged: true }
  const errors = all.map((bytes) => judge(bytes, false).error!)
  // Too few bytes are too few either way.
  if (errors[0] === errors[1]) return { readings: ['bytes'], judged: false }
  return { readings: [], judged: true, errors }
}

/** The readings that make the best records: that keep all rules; that are good; that are but for reserved bits; of which some are. */
export function fittingOf<T>(all: readonly T[], judge: Judge<T>): readonly T[] {
  const strict = all.map((one) => judge(one, false))
  const tests: ((i: number) => boolean)[] = [
    (i) => strict[i]!.legal,
    (i) => strict[i]!.error === undefined,
    (i) => judge(all[i]!, true).error === undefined,
    (i) => strict[i]!.good > 0,
  ]
  for (const test of tests) {
    const fitting = all.filter((_, i) => test(i))
    if (fitting.length > 0) return fitting
  }
  return []
}
