import { APOSTROPHE, BAR, COLON, COMMA, digitsBefore, EQUALS, GREATER, IN_WORD, is, isWord, SLASH, SPACE } from './characters.ts'

/** Where the blanks at the end of a line begin. */
export function endOf(bytes: Uint8Array, from: number, to: number): number {
  let end = to
  while (end > from && bytes[end - 1]! <= SPACE) end--
  return end
}

/**
 * Whether there is something at the end of a line that needs a look: a list, words, a mark. Quoted-printable breaks a line
 * behind `=`, or writes its end as `=0A`.
 * @param end behind its last character that is no blank
 */
export function endsInSome(bytes: Uint8Array, from: number, end: number): boolean {
  if (bytes[end - 3] === EQUALS) return true
  if (mayEnd[bytes[end - 1]!] === 0) return false
  return bytes[end - 1] === EQUALS || endsInMark(bytes, end) || endsInWords(bytes, from, end) || endsInList(bytes, from, end)
}

/** Digits of a run that is worth a look alone. */
const LONG = 24

/** Whether the line ends in a tag of HTML, in a cell of a table, or where `cat -v` shows the end of a colour: what stands before that is the end of the text. */
function endsInMark(bytes: Uint8Array, end: number): boolean {
  const last = bytes[end - 1]
  if (last === GREATER) return bytes[end - 2] === SLASH || (bytes[end - 2]! | SPACE) >= 0x61
  return last === BAR ? bytes[end - 2] === SPACE : last === 0x6d && (bytes[end - 2] === 0x5b || (bytes[end - 3] === 0x5b && bytes[end - 2] === 0x30))
}

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
  // A number of Verilog: `dw0 = 32'h…`.
  if (at > from + 1 && bytes[at - 1] === 0x68 && bytes[at - 2] === APOSTROPHE) {
    at -= 2
    at -= digitsBefore(bytes, from, at)
  }
  while (at > from && bytes[at - 1]! <= SPACE) at--
  // A name before it: `qw0 = 0x…`, `DW[1]: …`.
  if (at > from && (bytes[at - 1] === EQUALS || bytes[at - 1] === COLON)) return endsInNumber(bytes, from, at - 1)
  while (at > from && (bytes[at - 1]! <= SPACE || bytes[at - 1] === COMMA || bytes[at - 1] === 0x5f)) at--
  return isWord(digitsBefore(bytes, from, at))
}

/** Whether what ends at `end` is a number, perhaps in brackets, perhaps with blanks behind it. */
export function endsInNumber(bytes: Uint8Array, from: number, end: number): boolean {
  let at = end
  while (at > from && bytes[at - 1]! <= SPACE) at--
  if (at > from && (bytes[at - 1] === 0x5d || bytes[at - 1] === 0x29)) at--
  return at > from && bytes[at - 1]! >= 0x30 && bytes[at - 1]! <= 0x39
}

/** Whether the line ends in a list of numbers, or opens one. */
export function endsInList(bytes: Uint8Array, from: number, end: number): boolean {
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

/** A table of bytes that has 1 for each of some characters. */
function tableOf(chars: string): Uint8Array {
  const table = new Uint8Array(256)
  for (const char of chars) table[char.charCodeAt(0)] = 1
  return table
}

/** What may stand behind the last number: brackets, quote marks, commas, semicolons. */
const CLOSERS = ' ]})>"\',;'
const isCloser = /* @__PURE__ */ tableOf(CLOSERS)

/** The last character of what needs a look: those above, digits, and what opens a list or ends a mark. */
const mayEnd = /* @__PURE__ */ tableOf(`${CLOSERS}[{(=|m0123456789abcdefABCDEF`)
