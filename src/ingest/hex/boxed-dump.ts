import type { Row } from './row.ts'

/** A line of a box, as Unicode has it, as its UTF-8 looks byte by byte, and in ASCII. */
const BAR = '(?:[\\u2502\\u250a|]|\\xe2\\x94[\\x82\\x8a])'
// What is no character of a box begins a quote in a mail, and is gone.
const ROW = new RegExp(`^${BAR}?([0-9a-f]{8,16})${BAR}((?: [0-9a-f]{2}){1,8}) {1,32}${BAR}((?: [0-9a-f]{2}){0,8}) {1,32}${BAR}`, 'i')
/** Netty has all bytes of a row in one cell, and the rows in bars of ASCII. */
const WIDE = new RegExp(`^${BAR}?([0-9a-f]{8})${BAR}((?: [0-9a-f]{2}){1,16}) {1,64}${BAR}`, 'i')
const STAR = new RegExp(`^${BAR}?\\* {5,18}${BAR} {20,32}${BAR}`)

/** A row of `hexyl` or Netty, which stands in a box; its text column has signs of its own, and is never read. */
export function boxedDump(line: string): Row | undefined {
  const match = ROW.exec(line) ?? WIDE.exec(line)
  if (!match) return undefined
  const [, offset, left, right = ''] = match as unknown as [string, string, string, string | undefined]
  const begin = match[0].indexOf(left, offset.length)
  const starts = [...placesIn(left, begin), ...placesIn(right, match[0].lastIndexOf(right))]
  return { offset, sure: true, groups: starts.map((at) => line.slice(at, at + 2)), order: 'bytes', places: { starts, ends: starts.map((at) => at + 2) }, told: true }
}

/** Whether the line stands for rows that are as the one before. */
export const isBoxedStar = (line: string): boolean => STAR.test(line)

const placesIn = (bytes: string, from: number): readonly number[] => Array.from({ length: bytes.length / 3 }, (_, i) => from + 3 * i + 1)
