import { codesOf, standsAt } from './anchors.ts'
import { APOSTROPHE, BACKSLASH, BAR, BEFORE, BETWEEN, BOUNDARY, BRACE, COLON, COMMA, DIGIT, digitsBefore, DOT, EQUALS, ESCAPE, find, IN_WORD, is, isWord, LESS, NO_BREAK, PUNCTUATION, QUOTE, REMARK, SLASH, SPACE } from './characters.ts'
import { endsInList, endsInNumber, endsInSome } from './line-ends.ts'
import { holdsRun } from './runs.ts'

/**
 * A glance at a line that has no anchor: whether it can hold hex, or needs to be looked at for another reason. It errs on
 * that side only. Nearly all lines of a log are told by it, so it looks at few characters and makes nothing.
 * @param end behind the last character that is no blank
 * @param behind the next character behind which hex may begin, such as a colon; `to`, or something behind it, where there is none
 * @param mayHoldRun whether a long run of digits, or words beside each other, may stand in it; else it is looked for
 */
export function mayMatter(bytes: Uint8Array, from: number, end: number, behind: Behind, mayHoldRun: MayHoldRun = ALWAYS): boolean {
  if (end - from < 2) return end > from && endsInList(bytes, from, end)
  if (endsInSome(bytes, from, end) || (!isStamp(bytes, from) && begins(bytes, from, end, 1))) return true
  if (beginsBehindDate(bytes, from, end, wordsBefore(bytes, from))) return true
  const most = Math.min(end, from + LABEL)
  for (let at = behind(from, most); at < most; at = behind(at + 1, most)) {
    const code = bytes[at]!
    if (code === NO_BREAK || code === PUNCTUATION || code === BACKSLASH ? isMarked(bytes, at) : code <= SPACE ? beginsBehindBlank(bytes, at, end) : code === COLON ? beginsBehindLabel(bytes, from, at, end) : begins(bytes, at + 1, end, 1)) return true
  }
  return mayHoldRun(from, end) && holdsRun(bytes, from, end)
}

type Behind = (from: number, to: number) => number
type MayHoldRun = (from: number, to: number) => boolean
const ALWAYS: MayHoldRun = () => true

/** The same for bytes of which nothing is known: every such character is one, and a blank before a byte in digits or before an escape. */
export const behindIn = (bytes: Uint8Array): Behind => (from, to) => {
  for (let at = from; at < to; at++) {
    if (is(bytes, at, BOUNDARY) || isMarked(bytes, at) || (bytes[at]! <= SPACE && (bytes[at + 1] === BACKSLASH || (is(bytes, at + 1, DIGIT) && is(bytes, at + 2, DIGIT) && bytes[at + 3]! <= SPACE)))) return at
  }
  return to
}

/** Whether a blank or a hyphen that does not break stands here, or what LaTeX and Markdown write with a backslash: all stand in the words of sources. */
const isMarked = (bytes: Uint8Array, at: number): boolean => bytes[at] === NO_BREAK || bytes[at] === PUNCTUATION || (bytes[at] === BACKSLASH && (bytes[at + 1] === 0x5f || bytes[at + 1] === 0x5b))

/** Labels, with all that stands before them, are shorter. */
const LABEL = 240

/** Whether hex begins behind a label and a colon: `prq: 00000000: 01 01`, `qw[0]: 01020304`. */
function beginsBehindLabel(bytes: Uint8Array, from: number, colon: number, end: number): boolean {
  // A word alone has its label: a name, unless it is a number, as of a line, or it is one of a list.
  const isNamed = isLetter(bytes, colon - 1)
  if (begins(bytes, colon + 1, end, isNamed && bytes[end - 1] !== COMMA ? 2 : 1)) return true
  const next = behindOpening(bytes, colon + 1, end)
  if (!is(bytes, next, DIGIT)) return false
  const digits = isNamed && !is(bytes, colon - 1, DIGIT) ? 0 : digitsBefore(bytes, from, colon)
  // The offset of a row of which little is left.
  if (isWord(digits) && bytes[colon + 1]! <= SPACE && is(bytes, next + 1, DIGIT)) return true
  // A word with a name and a number; and a class of memory before an address: `SD:80100000|`.
  const isNumbered = digits === 1 ? bytes[colon - 1] === 0x30 : digits === 0 && endsInNumber(bytes, from, colon)
  if (!isNumbered && (!isNamed || next > colon + 1)) return false
  let last = next
  while (last < end && is(bytes, last, IN_WORD)) last++
  return isNumbered ? last - next >= 8 : bytes[last] === BAR && last < end
}

/** Bytes of a row that has a name before it, and no colon. */
const ROW = 8

/** Whether a row of bytes begins behind a blank: `prq 01 01 10 6a …`, `prq \x01\x01…`. */
function beginsBehindBlank(bytes: Uint8Array, blank: number, end: number): boolean {
  const isEscape = bytes[blank + 1] === BACKSLASH
  const size = isEscape ? 4 : 3
  if (blank + ROW * size > end) return false
  for (let i = 0; i < ROW; i++) {
    const at = blank + 1 + i * size
    if (isEscape ? bytes[at] !== BACKSLASH || bytes[at + 1] !== 0x78 : !is(bytes, at, DIGIT) || !is(bytes, at + 1, DIGIT) || (at + 2 < end && bytes[at + 2]! > SPACE)) return false
  }
  return true
}

const isLetter = (bytes: Uint8Array, at: number): boolean => (bytes[at]! | SPACE) >= 0x61 && (bytes[at]! | SPACE) <= 0x7a

/** Whether the kernel's time stamp stands here, as at the beginning of nearly all its lines. */
function isStamp(bytes: Uint8Array, from: number): boolean {
  if (bytes[from] !== 0x5b) return false
  let at = from + 1
  while (bytes[at] === SPACE) at++
  while (bytes[at]! >= 0x30 && bytes[at]! <= 0x39) at++
  return bytes[at] === DOT && bytes[at + 7] === 0x5d
}

/** Words of a date and a time; and of those with all that stands behind them in syslog and in logcat, where a blank more is a word more. */
const DATE = 4
const RECORD = 16

/** Words that stand before a message without a sign between: `May 30 17:…`, `2024-05-30…`, `17:35:46…`; `<3>1 2024…`, `05-30 17:35:46…`. */
function wordsBefore(bytes: Uint8Array, at: number): number {
  if (bytes[at] === LESS) return RECORD
  if (bytes[at + 2] === 0x2d && bytes[at + 5] === SPACE && bytes[at + 8] === COLON) return RECORD
  if (bytes[at + 2] === COLON && bytes[at + 5] === COLON) return bytes[at + 8] === SPACE || bytes[at + 8] === DOT ? DATE : 0
  if ((bytes[at + 4] === 0x2d || bytes[at + 4] === SLASH) && bytes[at + 7] === bytes[at + 4]) return DATE
  return bytes[at + 3] === SPACE && bytes[at + 6] === SPACE && bytes[at + 9] === COLON ? DATE : 0
}

/** Whether hex begins behind a date or a time, which ends in a blank alone, or behind the name of what a journal exports. */
function beginsBehindDate(bytes: Uint8Array, from: number, end: number, most: number): boolean {
  let at = from
  for (let words = 0; words < most; words++) {
    at = find(bytes, SPACE, at, end) + 1
    if (at >= end) return false
    if (at > from + 8 && begins(bytes, at, end, 1)) return true
  }
  return bytes[from] === 0x4d && bytes[from + 7] === EQUALS && begins(bytes, from + 8, end, 1)
}

const BUFFER = /* @__PURE__ */ codesOf('<Buffer ')

/** What the member of an object of JSON that holds a message begins with. */
const MEMBER = /* @__PURE__ */ codesOf('Mml_')

/** Characters of sixteen bytes in decimal in columns of four, from the digit of a first that has one alone. */
const DECIMALS = 61

const isQuote = (code: number | undefined): boolean => code === QUOTE || code === APOSTROPHE

/**
 * Whether a message that begins here may be hex, an object that holds a message, the short key word of aer-inject, or what
 * lspci calls a function.
 * @param least words of hex that there have to be
 */
function begins(bytes: Uint8Array, from: number, end: number, least: number): boolean {
  const at = behindOpening(bytes, from, end)
  if (at >= end) return false
  const code = bytes[at]!
  if (at > from && isQuote(bytes[at - 1])) {
    if (code === BACKSLASH || MEMBER.includes(code) || (is(bytes, at, DIGIT) && is(bytes, at + 1, DIGIT))) return true
    if (find(bytes, BRACE, from, at) < at) return true
  }
  if (at > from && is(bytes, at, DIGIT) && isList(bytes, from, at, end)) return true
  if (is(bytes, at, DIGIT)) return (code === 0x62 && isQuote(bytes[at + 1])) || (end - at === DECIMALS && bytes[at + 1] === SPACE) || (is(bytes, at + 1, IN_WORD) && (isRow(bytes, at, end, least) || isFunction(bytes, at, end)))
  if (code === ESCAPE) return true
  if (code === BACKSLASH) return bytes[at + 1] === 0x78
  if (code === LESS) return standsAt(BUFFER, bytes, at)
  return (code | SPACE) === 0x68 && (bytes[at + 1]! | SPACE) === 0x6c && bytes[at + 2]! <= SPACE
}

/** Whether the numbers of a list begin here, behind its bracket: one, and a comma, or another behind a blank. */
function isList(bytes: Uint8Array, from: number, first: number, end: number): boolean {
  let bracket = first - 1
  while (bracket > from && bytes[bracket] === SPACE) bracket--
  if (bytes[bracket] !== 0x5b) return false
  let at = first
  while (at < end && is(bytes, at, IN_WORD)) at++
  if (bytes[at] === COMMA) return true
  const blank = at
  while (at < end && bytes[at] === SPACE) at++
  return at > blank && bytes[at]! >= 0x30 && bytes[at]! <= 0x39
}

/** What may stand before the first digit of a row. */
const OPENING = 40

function behindOpening(bytes: Uint8Array, from: number, end: number): number {
  const most = Math.min(end, from + OPENING)
  let at = from
  while (at < most && is(bytes, at, BEFORE)) at++
  return at
}

/** Whether lspci's name of a function begins here: `3b:00.1 `, `0000:3b:00.1 `, with the path to it `00:01.0/3b:00.1 `. */
function isFunction(bytes: Uint8Array, from: number, end: number): boolean {
  // Two digits of a bus, or four of a domain and more.
  if (bytes[from + 2] !== COLON && bytes[from + 4] !== COLON && bytes[from + 5] !== COLON) return false
  const dot = find(bytes, DOT, from + 5, Math.min(end, from + 15))
  return bytes[dot] === DOT && (bytes[dot + 2] === SPACE || bytes[dot + 2] === SLASH) && bytes[dot - 3] === COLON && is(bytes, dot - 1, DIGIT) && is(bytes, dot + 1, DIGIT)
}

/** Words of a row that are enough, with text behind them; and where an offset stands before them. */
const ENOUGH = 8
const WITH_OFFSET = 2

/**
 * Whether a row of hex begins here: words of digits up to the end, or to a remark; enough of them, where other text is beside them.
 * @param least words that there have to be
 */
function isRow(bytes: Uint8Array, from: number, end: number, least: number): boolean {
  let at = from
  let enough = ENOUGH
  let isColon = false
  for (let words = 1; ; words++) {
    const first = at
    if (!is(bytes, at, DIGIT)) return false
    while (at < end && is(bytes, at, IN_WORD)) at++
    const size = at - first
    if (words === 1) {
      if (size < 2) return false
      // With the symbol of the address, with the sign of assemblers, with a colon, and with a blank alone.
      if (size >= 4 && (bytes[at] === LESS || (bytes[at] === SPACE && bytes[at + 1] === LESS))) return true
      isColon = bytes[at] === COLON && bytes[at + 1]! <= SPACE
      if (isColon || (size >= 4 && bytes[at]! <= SPACE)) enough = WITH_OFFSET
    }
    const last = at
    while (at < end && is(bytes, at, BETWEEN)) {
      // What follows the end of a list is no matter.
      if (bytes[at] === 0x5d && words > 1) return true
      at++
    }
    if (at >= end) return words >= least
    if (words === 2 && enough === WITH_OFFSET && !isColon && bytes[last]! > SPACE) enough = ENOUGH
    if (is(bytes, at, REMARK)) return words >= least && (bytes[at] !== SLASH || bytes[at + 1] === SLASH || bytes[at + 1] === 0x2a)
    if (at === last) return false
    if (words >= enough) return true
  }
}
