import { codesOf, standsAt } from './anchors.ts'

/**
 * A glance at a line that has no anchor: whether it can hold hex, or needs to be looked at for another reason. It errs on
 * that side only. Nearly all lines of a log are told by it, so it looks at few characters and makes nothing.
 * @param end behind the last character that is no blank
 * @param behind the next character behind which hex may begin, such as a colon; `to`, or something behind it, where there is none
 */
export function mayMatter(bytes: Uint8Array, from: number, end: number, behind: Behind): boolean {
  if (end - from < 2) return end > from && endsInList(bytes, from, end)
  // Quoted-printable breaks a line behind `=`, or writes its end as `=0A`.
  if (bytes[end - 1] === EQUALS || bytes[end - 3] === EQUALS) return true
  if (endsInWords(bytes, from, end) || endsInList(bytes, from, end) || begins(bytes, from, end, 1)) return true
  if (isDated(bytes, from) && beginsBehindDate(bytes, from, end)) return true
  const most = Math.min(end, from + LABEL)
  for (let at = behind(from, most); at < most; at = behind(at + 1, most)) {
    const code = bytes[at]!
    if (code === NO_BREAK || code === PUNCTUATION || code === BACKSLASH ? isMarked(bytes, at) : code <= SPACE ? beginsBehindBlank(bytes, at, end) : code === COLON ? beginsBehindLabel(bytes, from, at, end) : begins(bytes, at + 1, end, 1)) return true
  }
  return false
}

type Behind = (from: number, to: number) => number

/** Behind what a message may begin: labels, quote marks, what stands before it in a log. */
export const BOUNDARIES = ':;])>|'

/** The same for bytes of which nothing is known: every such character is one, and a blank before a byte in digits or before an escape. */
export const behindIn = (bytes: Uint8Array): Behind => (from, to) => {
  for (let at = from; at < to; at++) {
    if (is(bytes, at, BOUNDARY) || isMarked(bytes, at) || (bytes[at]! <= SPACE && (bytes[at + 1] === BACKSLASH || (is(bytes, at + 1, DIGIT) && is(bytes, at + 2, DIGIT) && bytes[at + 3]! <= SPACE)))) return at
  }
  return to
}

/** Whether a blank or a hyphen that does not break stands here, or what LaTeX and Markdown write with a backslash: all stand in the words of sources. */
const isMarked = (bytes: Uint8Array, at: number): boolean => bytes[at] === NO_BREAK || bytes[at] === PUNCTUATION || (bytes[at] === BACKSLASH && (bytes[at + 1] === 0x5f || bytes[at + 1] === 0x5b))

/** Where the blanks at the end of a line begin. */
export function endOf(bytes: Uint8Array, from: number, to: number): number {
  let end = to
  while (end > from && bytes[end - 1]! <= SPACE) end--
  return end
}

const SPACE = 0x20
const QUOTE = 0x22
const APOSTROPHE = 0x27
const COMMA = 0x2c
const DOT = 0x2e
const SLASH = 0x2f
const COLON = 0x3a
const LESS = 0x3c
const EQUALS = 0x3d
const BACKSLASH = 0x5c
const BRACE = 0x7b
const [NO_BREAK, PUNCTUATION] = [0xa0, 0x80] // the second byte of hyphens in UTF-8
const BAR = 0x7c
const ESCAPE = 0x1b

/**
 * Classes of characters: of hexadecimal digits, of what may stand in a word of them, before the first, between two, and of
 * what a remark or a column of text begins with.
 */
const DIGIT = 1
const IN_WORD = 2
const BEFORE = 4
const BETWEEN = 8
const REMARK = 16
const BOUNDARY = 32
const classes = /* @__PURE__ */ (() => {
  const table = new Uint8Array(256)
  const mark = (chars: string, what: number): void => { for (const char of chars) table[char.charCodeAt(0)]! |= what }
  mark('0123456789abcdefABCDEF', DIGIT | IN_WORD)
  mark('xX_\'hHuUlL', IN_WORD)
  mark('{[("\'.', BEFORE)
  mark(',:;-`"\'}])', BETWEEN)
  mark(BOUNDARIES, BOUNDARY)
  for (let code = 0; code <= SPACE; code++) if (code !== ESCAPE) table[code]! |= BEFORE | BETWEEN
  mark('#|<>*/\\', REMARK)
  return table
})()
const is = (bytes: Uint8Array, at: number, what: number): boolean => (classes[bytes[at]!]! & what) !== 0

/** Where a character stands between two places; `to` where it does not. */
function find(bytes: Uint8Array, code: number, from: number, to: number): number {
  let at = from
  while (at < to && bytes[at] !== code) at++
  return at
}

/** Digits of a run that is worth a look alone. */
const LONG = 24

/** Digits of the run that ends at `end`. */
function digitsBefore(bytes: Uint8Array, from: number, end: number): number {
  let at = end
  while (at > from && is(bytes, at - 1, DIGIT)) at--
  return end - at
}

/** Whether so many digits are a word of 32 or 64 bits. */
const isWord = (digits: number): boolean => digits === 8 || digits === 16

/** Whether the line ends in two words of eight or sixteen digits, in a long one, or in one with a name and a number, perhaps with a remark in brackets behind them. */
function endsInWords(bytes: Uint8Array, from: number, end: number): boolean {
  let at = end
  if (bytes[at - 1] === 0x29) {
    do at--
    while (at > from && bytes[at] !== 0x28)
    if (at <= from) return false
    while (at > from && bytes[at - 1]! <= SPACE) at--
  }
  const digits = digitsBefore(bytes, from, at)
  if (digits >= LONG) return digits % 2 === 0
  if (!isWord(digits)) return false
  at -= digits
  if (at > from + 1 && (bytes[at - 1]! | SPACE) === 0x78) at -= 2
  while (at > from && bytes[at - 1]! <= SPACE) at--
  // A name before it: `qw0 = 0x…`, `DW[1]: …`.
  if (at > from && (bytes[at - 1] === EQUALS || bytes[at - 1] === COLON)) return endsInNumber(bytes, from, at - 1)
  while (at > from && (bytes[at - 1]! <= SPACE || bytes[at - 1] === COMMA || bytes[at - 1] === 0x5f)) at--
  return isWord(digitsBefore(bytes, from, at))
}

/** Whether what ends at `end` is a number, perhaps in brackets, perhaps with blanks behind it. */
function endsInNumber(bytes: Uint8Array, from: number, end: number): boolean {
  let at = end
  while (at > from && bytes[at - 1]! <= SPACE) at--
  if (at > from && (bytes[at - 1] === 0x5d || bytes[at - 1] === 0x29)) at--
  return at > from && bytes[at - 1]! >= 0x30 && bytes[at - 1]! <= 0x39
}

/** Whether the line ends in a list of numbers, or opens one. */
function endsInList(bytes: Uint8Array, from: number, end: number): boolean {
  let at = end
  while (at > from && isCloser[bytes[at - 1]!] === 1) at--
  if (at === end) {
    const last = bytes[at - 1]
    return last === 0x5b || last === 0x7b || last === 0x28
  }
  for (let number = 0; number < 2; number++) {
    const first = at
    while (at > from && is(bytes, at - 1, IN_WORD)) at--
    if (at === first) return false
    while (at > from && bytes[at - 1]! <= SPACE) at--
    if (bytes[at - 1] !== COMMA) return false
    at--
  }
  return true
}

/** What may stand behind the last number: brackets, quote marks, commas, semicolons. */
const isCloser = /* @__PURE__ */ (() => {
  const table = new Uint8Array(256)
  for (const char of ' ]})>"\',;') table[char.charCodeAt(0)] = 1
  return table
})()

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
  if (!isNumbered && !isNamed) return false
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

/** `May 30 17:…`, `2024-05-30…`, `17:35:46…`. */
function isDated(bytes: Uint8Array, at: number): boolean {
  if (bytes[at + 2] === COLON && bytes[at + 5] === COLON) return bytes[at + 8] === SPACE || bytes[at + 8] === DOT
  if (bytes[at + 4] === 0x2d && bytes[at + 7] === 0x2d) return true
  return bytes[at + 3] === SPACE && bytes[at + 6] === SPACE && bytes[at + 9] === COLON
}

/** Words of a date and a time. */
const DATE = 4

/** Whether hex begins behind a date or a time, which ends in a blank alone. */
function beginsBehindDate(bytes: Uint8Array, from: number, end: number): boolean {
  let at = from
  for (let words = 0; words < DATE; words++) {
    at = find(bytes, SPACE, at, end) + 1
    if (at >= end) return false
    if (at > from + 8 && begins(bytes, at, end, 1)) return true
  }
  return false
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
  if (is(bytes, at, DIGIT)) return (code === 0x62 && isQuote(bytes[at + 1])) || (end - at === DECIMALS && bytes[at + 1] === SPACE) || (is(bytes, at + 1, IN_WORD) && (isRow(bytes, at, end, least) || (least === 1 && isFunction(bytes, at, end))))
  if (code === ESCAPE) return true
  if (code === BACKSLASH) return bytes[at + 1] === 0x78
  if (code === LESS) return standsAt(BUFFER, bytes, at)
  return (code | SPACE) === 0x68 && (bytes[at + 1]! | SPACE) === 0x6c && bytes[at + 2]! <= SPACE
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
  // Two digits of a bus, or more of a domain.
  if (bytes[from + 2] !== COLON && !is(bytes, from + 2, DIGIT)) return false
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
    while (at < end && is(bytes, at, BETWEEN)) at++
    if (at >= end) return words >= least
    if (words === 2 && enough === WITH_OFFSET && !isColon && bytes[last]! > SPACE) enough = ENOUGH
    if (is(bytes, at, REMARK)) return words >= least && (bytes[at] !== SLASH || bytes[at + 1] === SLASH || bytes[at + 1] === 0x2a)
    if (at === last) return false
    if (words >= enough) return true
  }
}
