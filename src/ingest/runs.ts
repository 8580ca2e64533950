import { COMMA, DIGIT, is, isWord, SPACE } from './characters.ts'

/** Digits of a run that may be a record, wherever it stands. */
const LONG = 32

/** A run of so many digits, and two words of 16 of which each stands beside the other, have a digit in every so many characters. */
const STEP = 16

/** Whether a line has a long run of hexadecimal digits, or words of 8 or 16 digits beside each other, anywhere. Nearly no line has: few of its characters are looked at. */
export function holdsRun(bytes: Uint8Array, from: number, end: number): boolean {
  for (let at = from + STEP - 1; at < end; at += STEP) {
    if (!is(bytes, at, DIGIT)) continue
    let first = at
    while (first > from && is(bytes, first - 1, DIGIT)) first--
    let last = at + 1
    while (last < end && is(bytes, last, DIGIT)) last++
    const size = last - first
    if (size >= LONG || (isWord(size) && (isWordAt(bytes, last, end, size) || isWordBefore(bytes, from, first, size)))) return true
    // The run has been looked at to its end.
    while (at + STEP < last) at += STEP
  }
  return false
}

const isBetween = (code: number | undefined): boolean => code === SPACE || code === COMMA || code === 0x5f

/** Whether a word of so many digits follows, behind one or two signs, perhaps with `0x`. */
function isWordAt(bytes: Uint8Array, from: number, end: number, size: number): boolean {
  if (!isBetween(bytes[from])) return false
  let at = from + (isBetween(bytes[from + 1]) ? 2 : 1)
  if (bytes[at] === 0x30 && bytes[at + 1] === 0x78) at += 2
  if (at + size > end) return false
  for (let i = 0; i < size; i++) if (!is(bytes, at + i, DIGIT)) return false
  return at + size === end || !is(bytes, at + size, DIGIT)
}

function isWordBefore(bytes: Uint8Array, from: number, first: number, size: number): boolean {
  let at = first
  if (at - 2 > from && bytes[at - 1] === 0x78 && bytes[at - 2] === 0x30) at -= 2
  if (at <= from || !isBetween(bytes[at - 1])) return false
  at -= at - 1 > from && isBetween(bytes[at - 2]) ? 2 : 1
  if (at - size < from) return false
  for (let i = 1; i <= size; i++) if (!is(bytes, at - i, DIGIT)) return false
  return at - size === from || !is(bytes, at - size - 1, DIGIT)
}
