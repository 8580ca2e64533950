import { HexError, orderOf, quoted } from './row.ts'
import type { Row } from './row.ts'

/** What stands behind the words of a list. */
const CLOSING = /[}\]);\s"']/

const BETWEEN = /[^\s,]+/g

/** Digits and nothing else, as nearly all words are. */
const PURE = /^(0x)?([0-9a-f]+)$/i

/** Hex digits, perhaps as a number of C, Rust, Verilog or an assembler, of which the size may be written. */
const TOKEN = /^(?:(0x)|(\d+)?'h)?([0-9a-f_]+?)(?:u?l{0,2}|h|_?u(?:8|16|32|64))$/i

/**
 * Words alone: digits with or without `0x` and `_`, between blanks and commas, also as the initializer of an array in C
 * or Verilog.
 * @param fixed whether the size of a word is given, so that leading zeros may be missing
 * @param hint what to say where text is not hexadecimal
 * @throws {HexError} for anything else
 */
export function plainWords(line: string, fixed: boolean, hint: string): Row {
  const { list, at } = initializer(line)
  const tokens: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  const groups: string[] = []
  // Digits of the numbers that have `0x` and nothing else.
  let [most, fewest] = [0, Number.POSITIVE_INFINITY]
  BETWEEN.lastIndex = 0
  for (let found = BETWEEN.exec(list); found !== null; found = BETWEEN.exec(list)) {
    const [token] = found
    const start = at + found.index
    const [, sign, pure] = PURE.exec(token) ?? []
    const width = sign === undefined ? 0 : pure!.length
    most = Math.max(most, width)
    fewest = Math.min(fewest, width)
    tokens.push(token)
    if (pure !== undefined) {
      const before = sign === undefined ? 0 : sign.length
      groups.push(pure)
      starts.push(start + before)
      ends.push(start + token.length)
      continue
    }
    const [, prefix, bits, written] = TOKEN.exec(token) ?? []
    const verilog = token.indexOf("'h")
    const digits = written?.replaceAll('_', '') ?? ''
    if (digits === '') throw new HexError(`${quoted(token)} is not hexadecimal${hint}`)
    groups.push(bits === undefined ? digits : sized(digits, Number(bits), token))
    starts.push(start + (prefix?.length ?? (verilog < 0 ? 0 : verilog + 2)))
    ends.push(starts.at(-1)! + written!.length)
  }
  // In a list of C, a byte below 16 may have one digit, and one below 10 no sign that it is hex.
  const isBytes = !fixed && list.includes(',') && tokens.length > 1 && tokens.every((token) => /^(?:0x[0-9a-f]{1,2}|[0-9])u?$/i.test(token))
  // Numbers as `%#llx` prints them, without leading zeros: as wide as the widest needs.
  const digitsOfNumber = !fixed && fewest > 0 && fewest < most && most > 4 && most <= 16 ? (most > 8 ? 16 : 8) : 0
  const least = isBytes ? 2 : digitsOfNumber
  if (least > 0) for (let i = 0; i < groups.length; i++) groups[i] = groups[i]!.padStart(least, '0')
  // A wide number of Verilog is a packet, most significant byte first, or the value of a structure.
  const wide = tokens.every((token) => /^\d+'h/i.test(token)) && groups.some(({ length }) => length > 16)
  return { groups, order: wide ? 'either' : orderOf(groups), places: { starts, ends }, wide }
}

function sized(digits: string, bits: number, token: string): string {
  const bare = digits.replace(/^0+(?=.)/, '')
  if (bits % 8 !== 0 || bits > 1024 || bare.length * 4 > bits) throw new HexError(`${quoted(token)} is no number of ${bits} bits in whole bytes`)
  return bare.padStart(bits / 4, '0')
}

/** The last line of `xxd -i`. */
const LENGTH = /^unsigned int \w+_len = \d+;$/

/** What stands between the braces, where the line declares an array, otherwise the line; and where it begins. */
function initializer(line: string): { list: string; at: number } {
  if (LENGTH.test(line)) return { list: '', at: 0 }
  const open = line.lastIndexOf('{')
  const inside = /^[\s(["']{0,16}/.exec(line)![0].length
  const at = open >= 0 && (/=\s*'?$/.test(line.slice(0, open)) || line.slice(0, open).trim().replaceAll('{', '') === '') ? open + 1 : inside
  // By hand: an expression that is bound to the end of the line tries every run of these before it.
  let end = line.length
  while (end > at && CLOSING.test(line[end - 1]!)) end--
  return { list: line.slice(at, end), at }
}
