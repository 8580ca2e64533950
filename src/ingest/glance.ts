/**
 * A glance at a line that has no anchor: whether it can hold hex, or needs to be looked at for another reason. It errs on
 * that side only. Nearly all lines of a log are told by it, so it looks at few characters and makes nothing.
 */
export function mayMatter(text: string, from: number, to: number): boolean {
  let end = to
  while (end > from && text.charCodeAt(end - 1) <= SPACE) end--
  if (end - from < 2) return false
  // Quoted-printable breaks a line behind `=`, or writes its end as `=0A`.
  if (text.charCodeAt(end - 1) === EQUALS || text.charCodeAt(end - 3) === EQUALS) return true
  const message = messageFrom(text, from, end)
  return endsInWords(text, from, end) || endsInList(text, from, end) || beginsAsHex(text, message, end) || beginsBehindLabel(text, message, end)
}

const SPACE = 0x20
const EQUALS = 0x3d
const COLON = 0x3a
const ESCAPE = 0x1b
const AMPERSAND = 0x26

/** Classes of characters: of hexadecimal digits, of what may stand in a word of them, and of what may stand before it. */
const DIGIT = 1
const IN_WORD = 2
const BEFORE = 4
const classes = /* @__PURE__ */ (() => {
  const table = new Uint8Array(128)
  for (const char of '0123456789abcdefABCDEF') table[char.charCodeAt(0)]! |= DIGIT | IN_WORD
  for (const char of 'xX_\'hHuUlL') table[char.charCodeAt(0)]! |= IN_WORD
  for (const char of '{[("\'\\b.') table[char.charCodeAt(0)]! |= BEFORE
  return table
})()
const is = (text: string, at: number, what: number): boolean => {
  const code = text.charCodeAt(at)
  return code < 128 && (classes[code]! & what) !== 0
}

/** Digits of a run that is worth a look alone. */
const LONG = 24

/** Whether the line ends in two words of eight digits or more, in a long one, or in one with a name, perhaps with a remark in brackets behind them. */
function endsInWords(text: string, from: number, end: number): boolean {
  let at = end
  if (text.charCodeAt(at - 1) === 0x29) {
    const open = text.lastIndexOf('(', at)
    if (open <= from) return false
    at = open
    while (at > from && text.charCodeAt(at - 1) <= SPACE) at--
  }
  if (at - from < 10) return false
  for (let i = 1; i <= 8; i++) if (!is(text, at - i, DIGIT)) return false
  const last = at
  at -= 8
  while (at > from && is(text, at - 1, IN_WORD)) at--
  if (last - at >= LONG) return true
  const first = at
  while (at > from && text.charCodeAt(at - 1) <= SPACE) at--
  // A name before it: `qw0 = 0x…`.
  if (at > from && (text.charCodeAt(at - 1) === EQUALS || text.charCodeAt(at - 1) === COLON)) return text.charCodeAt(first + 1) === 0x78
  while (at > from && (text.charCodeAt(at - 1) <= SPACE || text.charCodeAt(at - 1) === 0x2c)) at--
  for (let i = 1; i <= 8; i++) if (at - i < from || !is(text, at - i, DIGIT)) return false
  return true
}

/** Whether the line ends in a list of numbers, or opens one. */
function endsInList(text: string, from: number, end: number): boolean {
  let at = end
  while (at > from && CLOSERS.includes(text.charCodeAt(at - 1))) at--
  if (at === end) {
    const last = text.charCodeAt(at - 1)
    return last === 0x5b || last === 0x7b
  }
  for (let number = 0; number < 2; number++) {
    const first = at
    while (at > from && is(text, at - 1, IN_WORD)) at--
    if (at === first) return false
    while (at > from && text.charCodeAt(at - 1) <= SPACE) at--
    if (text.charCodeAt(at - 1) !== 0x2c) return false
    at--
  }
  return true
}

/** What may stand behind the last number: brackets, quote marks, commas, semicolons. */
const CLOSERS: readonly number[] = [...' ]})>"\',;'].map((char) => char.charCodeAt(0))

/** Labels are shorter. */
const LABEL = 60

/** Whether hex begins behind a label and a colon: `prq: 00000000: 01 01`, `SD:80100000|`. */
function beginsBehindLabel(text: string, from: number, end: number): boolean {
  const most = Math.min(end, from + LABEL)
  for (let at = from; at < most; at++) {
    if (text.charCodeAt(at) !== COLON) continue
    let next = at + 1
    while (next < end && text.charCodeAt(next) <= SPACE) next++
    if (beginsAsHex(text, next, end)) return true
  }
  return false
}

/** Behind quote marks, time stamps and, where a month or a year begins the line, the name of the program. */
function messageFrom(text: string, from: number, end: number): number {
  let at = from
  for (;;) {
    let code = text.charCodeAt(at)
    while (at < end && (code <= SPACE || code === 0x3e || code === 0x7c)) code = text.charCodeAt(++at)
    if (code === ESCAPE) return at
    if (code === AMPERSAND && text.startsWith('&gt;', at)) {
      at += 4
      continue
    }
    if (code === 0x5b /* [ */) {
      const close = at + text.slice(at, Math.min(end, at + 41)).indexOf(']')
      if (close < at) return at
      at = close + 1
      if (text.charCodeAt(at) === COLON) at++
    } else if (code === 0x3c /* < */ && is(text, at + 1, DIGIT)) {
      const close = at + text.slice(at, Math.min(end, at + 5)).indexOf('>')
      if (close < at) return at
      at = close + 1
    } else if (isDated(text, at)) {
      // In the line alone: what is not in it would be looked for in all that follows.
      const line = text.slice(at, end)
      const colon = line.indexOf(': ', 12)
      const bracket = line.indexOf(' [', 12)
      const next = colon < 0 ? bracket : bracket < 0 ? colon : Math.min(colon, bracket)
      if (next < 0) {
        const blank = line.indexOf(' ', 8)
        return blank < 0 ? at : at + blank + 1
      }
      at += next + 1
    } else if (text.startsWith('kernel:', at)) at += 7
    else return at
  }
}

/** `May 30 17:…`, `2024-05-30…`, `17:35:46…`. */
function isDated(text: string, at: number): boolean {
  if (text.charCodeAt(at + 2) === COLON && text.charCodeAt(at + 5) === COLON) return text.charCodeAt(at + 8) === SPACE || text.charCodeAt(at + 8) === 0x2e
  if (text.charCodeAt(at + 4) === 0x2d && text.charCodeAt(at + 7) === 0x2d) return true
  return text.charCodeAt(at + 3) === SPACE && text.charCodeAt(at + 6) === SPACE && text.charCodeAt(at + 9) === COLON
}

/** Whether a word of digits begins here, perhaps with brackets before it, or the short key word of aer-inject. */
function beginsAsHex(text: string, from: number, end: number): boolean {
  let at = from
  if (text.charCodeAt(at) === ESCAPE) return true
  if ((text.charCodeAt(at) | SPACE) === 0x68 && (text.charCodeAt(at + 1) | SPACE) === 0x6c && text.charCodeAt(at + 2) <= SPACE) return true
  if (is(text, at, BEFORE) && !is(text, at, DIGIT)) return true
  if (text.startsWith('<Buffer ', at)) return true
  const first = at
  while (at < end && is(text, at, IN_WORD)) at++
  if (at - first < 2) return false
  const code = text.charCodeAt(at)
  return at >= end || code <= SPACE || code === COLON || code === 0x2c || code === 0x2d || code === 0x3c || code === 0x22 || code === 0x2e || code === 0x5c || code === 0x60 || code === 0x3b || code === 0x7c
}
