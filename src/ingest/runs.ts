import { COMMA, DIGIT, is, isWord, SPACE } from './characters.ts'

/** Digits of what may be a record, in one run or in words beside each other. */
const LONG = 32

/** A run or words of so many digits have a digit at one of two places that are so far from each other. */
const STEP = 16

/**
 * Whether a line has a long run of hexadecimal digits, or words of 8 or 16 digits beside each other that have as many,
 * anywhere. Nearly no line has: few of its characters are looked at.
 */
export function holdsRun(bytes: Uint8Array, from: number, end: number): boolean {
  for (let at = from + STEP - 1; at < end; at += STEP) {
    if (!is(bytes, at, DIGIT)) continue
    const first = beginOf(bytes, from, at)
    const last = endOf(bytes, at, end)
    const size = last - first
    if (size >= LONG || (isWord(size) && size * wordsAbout(bytes, from, end, first, size) >= LONG)) return true
    // The run has been looked at to its end.
    while (at + STEP < last) at += STEP
  }
  return false
}

function beginOf(bytes: Uint8Array, from: number, at: number): number {
  let first = at
  while (first > from && is(bytes, first - 1, DIGIT)) first--
  return first
}

function endOf(bytes: Uint8Array, at: number, end: number): number {
  let last = at + 1
  while (last < end && is(bytes, last, DIGIT)) last++
  return last
}

/** How many words of `size` digits stand beside each other, with the one at `first`. */
function wordsAbout(bytes: Uint8Array, from: number, end: number, first: number, size: number): number {
  let count = 1
  for (let at = wordBehind(bytes, first + size, end, size); at !== undefined; at = wordBehind(bytes, at + size, end, size)) count++
  for (let at = wordBefore(bytes, from, first, size); at !== undefined; at = wordBefore(bytes, from, at, size)) count++
  return count
}

const isBetween = (code: number | undefined): boolean => code === SPACE || code === COMMA || code === 0x5f

/** Where a word of so many digits follows, behind one or two signs, perhaps with `0x`. */
function wordBehind(bytes: Uint8Array, from: number, end: number, size: number): number | undefined {
  if (!isBetween(bytes[from])) return undefined
  let at = from + (isBetween(bytes[from + 1]) ? 2 : 1)
  if (bytes[at] === 0x30 && bytes[at + 1] === 0x78) at += 2
  return at + size <= end && is(bytes, at, DIGIT) && endOf(bytes, at, end) === at + size ? at : undefined
}

function wordBefore(bytes: Uint8Array, from: number, first: number, size: number): number | undefined {
  let at = first
  if (at - 2 > from && bytes[at - 1] === 0x78 && bytes[at - 2] === 0x30) at -= 2
  if (at <= from || !isBetween(bytes[at - 1])) return undefined
  at -= at - 1 > from && isBetween(bytes[at - 2]) ? 2 : 1
  return at - size >= from && is(bytes, at - 1, DIGIT) && beginOf(bytes, from, at - 1) === at - size ? at - size : undefined
}
