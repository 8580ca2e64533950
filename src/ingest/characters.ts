/** Characters of a line as bytes: what a glance at it asks of them. */

/** Behind what a message may begin: labels, quote marks, what stands before it in a log. */
export const BOUNDARIES = ':;])>|'

export const SPACE = 0x20
export const QUOTE = 0x22
export const APOSTROPHE = 0x27
export const COMMA = 0x2c
export const DOT = 0x2e
export const SLASH = 0x2f
export const COLON = 0x3a
export const LESS = 0x3c
export const GREATER = 0x3e
export const EQUALS = 0x3d
export const BACKSLASH = 0x5c
export const BRACE = 0x7b
export const NO_BREAK = 0xa0
/** The second byte of hyphens in UTF-8. */
export const PUNCTUATION = 0x80
export const BAR = 0x7c
export const ESCAPE = 0x1b

/**
 * Classes of characters: of hexadecimal digits, of what may stand in a word of them, before the first, between two, and of
 * what a remark or a column of text begins with.
 */
export const DIGIT = 1
export const IN_WORD = 2
export const BEFORE = 4
export const BETWEEN = 8
export const REMARK = 16
export const BOUNDARY = 32
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

/** Whether the character at a place is of a class. */
export const is = (bytes: Uint8Array, at: number, what: number): boolean => (classes[bytes[at]!]! & what) !== 0

/** Where a character stands between two places; `to` where it does not. */
export function find(bytes: Uint8Array, code: number, from: number, to: number): number {
  let at = from
  while (at < to && bytes[at] !== code) at++
  return at
}

/** Digits of the run that ends at `end`. */
export function digitsBefore(bytes: Uint8Array, from: number, end: number): number {
  let at = end
  while (at > from && is(bytes, at - 1, DIGIT)) at--
  return end - at
}

/** Whether so many digits are a word of 32 or 64 bits. */
export const isWord = (digits: number): boolean => digits === 8 || digits === 16
