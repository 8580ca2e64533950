import { digitAt } from './digits.ts'

/** Lines of a dump that hold no byte: above the rows the numbers of their columns, what those are called, and rules. */

/** What stands before the numbers: the name of the offsets, which Emacs counts down in its ruler. */
const NAME = /^[\s|>-]{0,80}(?:(?:hex\s)?(?:offset|address|addr|view|87654321)(?![a-z0-9])(?:\s?\([a-z]{1,3}\))?[\s|:-]{0,40})?/i

const COLUMN = /\s{0,24}\+?([0-9a-f]{1,16})(?=[\s|-]|$)-?/iy

/** What stands behind them: what the text column is called, or the numbers of its characters. */
const BEHIND = /^[\s|]{0,80}(?:0123456789abcdef|[a-z][a-z ().-]{0,40})?[\s|]{0,80}$/i

/** Columns of a row at the most, and bytes of one at the least. */
const MOST = 64
const LEAST = 8

/** Bytes of a row of words that are numbered by their first byte. */
const ROW = 16

/**
 * Whether a line numbers the columns of a dump, as `00 01 02 …`, ` 0  1  2 …`, `0001 0203 …`, `0011 2233 …` or `0 4 8 C`. It
 * begins at 0, unless a name stands before it.
 */
export function isHead(line: string): boolean {
  const before = NAME.exec(line)![0]
  const tokens: string[] = []
  let at = before.length
  for (; tokens.length < MOST; at = COLUMN.lastIndex) {
    COLUMN.lastIndex = at
    const digits = COLUMN.exec(line)?.[1]
    if (digits === undefined || (tokens.length > 0 && digits.length > Math.max(2, tokens[0]!.length))) break
    tokens.push(digits)
  }
  if (tokens.length < 2 || !BEHIND.test(line.slice(at))) return false
  const isNamed = /[a-z0-9]/i.test(before)
  return areInBase(tokens, 10) || areInBase(tokens, 8) || areSteps(tokens, isNamed) || areBytes(tokens, isNamed)
}

/** `0 1 … 9 10 11 …` or `00 01 … 09 10 11 …`. */
const areInBase = (tokens: readonly string[], base: number): boolean =>
  tokens.length >= LEAST && tokens.every((digits, i) => (digits.length === tokens[0]!.length ? i.toString(base).padStart(digits.length, '0') : i.toString(base)) === digits)

/** Each column by its first byte. */
function areSteps(tokens: readonly string[], isNamed: boolean): boolean {
  const { length } = tokens[0]!
  const [first, second] = tokens.map((digits) => Number.parseInt(digits, 16)) as [number, number]
  const room = 16 ** length
  const step = (second - first + room) % room
  if (![1, 2, 4, 8].includes(step) || (first !== 0 && !isNamed) || tokens.length < (step === 1 ? LEAST : ROW / step)) return false
  return tokens.every((digits, i) => digits.length === length && Number.parseInt(digits, 16) === (first + i * step) % room)
}

/** Each column by all of its bytes, which have two digits each, or one that is written twice. */
function areBytes(tokens: readonly string[], isNamed: boolean): boolean {
  const { length } = tokens[0]!
  if (length < 4 || length % 2 !== 0 || tokens.some((digits) => digits.length !== length) || tokens.length * length < 2 * LEAST) return false
  return [tokens, tokens.map((digits) => digits.replace(/../g, '$& ').trim().split(' ').reverse().join(''))].some((all) => {
    const bytes = all.join('').match(/../g)!.map((pair) => (digitAt(pair, 0) << 4) | digitAt(pair, 1))
    const first = bytes[0]!
    return ((first === 0 || isNamed) && bytes.every((byte, i) => byte === (first + i) % 256)) || bytes.every((byte, i) => i < ROW && byte === 0x11 * i)
  })
}

/** A rule, and what PowerShell writes above a dump: whose it is, and what its columns are. */
const BESIDE = /^(?=[\s|+]{0,80}[-=]{3})[\s|+=-]{3,400}$|^\s{3,40}(?:Path|Label): |^\s{0,40}Offset\s{1,8}Bytes\s{1,80}Ascii\s{0,8}$/

/** Whether a line belongs to the head of a dump, or numbers its columns. */
export const isOfHead = (line: string): boolean => BESIDE.test(line) || isHead(line)
