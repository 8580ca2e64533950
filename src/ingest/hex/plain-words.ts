import { HexError, orderOf, quoted } from './row.ts'
import type { Row } from './row.ts'

/** Hex digits, perhaps as a number of C or Verilog, of which the size may be written. */
const TOKEN = /^(?:(0x)|(\d+)?'h)?([0-9a-f_]+?)(?:u?l{0,2})$/i

/**
 * Words alone: digits with or without `0x` and `_`, between blanks and commas, also as the initializer of an array in C
 * or Verilog.
 * @param fixed whether the size of a word is given, so that leading zeros may be missing
 * @param hint what to say where text is not hexadecimal
 * @throws {HexError} for anything else
 */
export function plainWords(line: string, fixed: boolean, hint: string): Row {
  const list = initializer(line)
  const tokens = list.split(/[\s,]+/).filter((token) => token !== '')
  // In a list of C, a byte below 16 may have one digit.
  const isBytes = !fixed && list.includes(',') && tokens.length > 1 && tokens.every((token) => /^0x[0-9a-f]{1,2}u?$/i.test(token))
  const groups = tokens.map((token) => {
    const [, , bits, written] = TOKEN.exec(token) ?? []
    const digits = written?.replaceAll('_', '') ?? ''
    if (digits === '') throw new HexError(`${quoted(token)} is not hexadecimal${hint}`)
    if (bits !== undefined) return sized(digits, Number(bits), token)
    return isBytes ? digits.padStart(2, '0') : digits
  })
  return { groups, order: orderOf(groups) }
}

function sized(digits: string, bits: number, token: string): string {
  const bare = digits.replace(/^0+(?=.)/, '')
  if (bits % 8 !== 0 || bits > 1024 || bare.length * 4 > bits) throw new HexError(`${quoted(token)} is no number of ${bits} bits in whole bytes`)
  return bare.padStart(bits / 4, '0')
}

/** The last line of `xxd -i`. */
const LENGTH = /^unsigned int \w+_len = \d+;$/

/** What stands between the braces, where the line declares an array; otherwise the line. */
function initializer(line: string): string {
  if (LENGTH.test(line)) return ''
  const open = line.lastIndexOf('{')
  const text = open >= 0 && (/=\s*'?$/.test(line.slice(0, open)) || line.slice(0, open).trim().replaceAll('{', '') === '') ? line.slice(open + 1) : line
  return text.replace(/[}\];\s]*$/, '')
}
