import { InvalidArgumentError } from 'commander'
import type { AnyRecord } from '../../registry.ts'
import { records } from '../../registry.ts'
import type { Op } from '../../export/index.ts'
import { parseId } from '../options.ts'

/** Arguments and options of the commands that test and export. */

/** The records of ids and of families, `vtd` or `vtd.`; all of them where none is named. @throws {UsageError} */
export function select(names: readonly string[]): readonly AnyRecord[] {
  if (names.length === 0) return records
  const wanted = new Set(names.flatMap((name) => {
    const family = records.filter(({ id }) => id.startsWith(`${name.replace(/\.$/, '')}.`))
    return family.length > 0 ? family : [parseId(name)]
  }))
  return records.filter((record) => wanted.has(record))
}

/** A list with commas. */
export const list = (text: string): string[] => text.split(',').filter((item) => item !== '')

export function ops(text: string): Op[] {
  const found = list(text)
  if (found.length > 0 && found.every((op) => op === 'decode' || op === 'encode')) return found as Op[]
  throw new InvalidArgumentError('Expected decode, encode or both with a comma.')
}

export const count = (least: number) => (text: string): number => {
  const value = Number(text)
  if (/^\d+$/.test(text) && value >= least && value < 2 ** 31) return value
  throw new InvalidArgumentError(`Expected a whole number from ${least}.`)
}

export function seconds(text: string): number {
  const value = Number(text)
  if (text !== '' && value > 0 && value <= 3600) return value
  throw new InvalidArgumentError('Expected a number of seconds up to 3600.')
}

/** An option that can be given several times. */
export const gather = (text: string, before: readonly string[] = []): string[] => [...before, text]
