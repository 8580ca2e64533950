import { HexError, quoted } from './row.ts'
import type { Row } from './row.ts'

const NAMED: Readonly<Record<string, string>> = { a: '07', b: '08', t: '09', n: '0a', v: '0b', f: '0c', r: '0d', '0': '00', '\\': '5c', '"': '22', "'": '27' }

/** What only C writes, as gdb and strace do: bytes in octal. Elsewhere a digit behind `\0` is a character of its own. */
const OCTAL = /\\[1-7]|(?:\\0[0-7]{2}){2}/

const DIGITS = /^\s*(?:0x)?[0-9a-f]{2}[0-9a-fx\s,]*$/i

/**
 * A string of a programming language: `"\x01\x01j"`, `"\1\1j"`, `b'\x01\x01j'`, or its escapes alone; another may go on with it.
 * @param ofC whether C is known to write it
 * @throws {HexError} for an escape that is not known, and for text that is not ASCII
 */
export function byteString(line: string, ofC = false): Row | undefined {
  const text = line.replace(/[,;]$|\s{0,8}\\$/, '')
  const [, , inner] = /^b?(["'])(.*)\1$/s.exec(text) ?? (/^\\x[0-9a-f]{2}/i.test(text) ? ['', '', text] : [])
  // Nobody writes bytes by what their text would be alone; and digits in quotes are hex.
  if (!inner?.includes('\\') || DIGITS.test(inner)) return undefined
  const from = text.length - inner.length - (inner === text ? 0 : 1)
  const groups: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  const isOctal = !/\\x/i.test(inner) && (ofC || OCTAL.test(inner))
  const pattern = /\\x([0-9a-f]{2})|\\([0-3][0-7]{2}|[0-7]{1,2}|.)|([\x20-\x7e])/giy
  while (pattern.lastIndex < inner.length) {
    const at = pattern.lastIndex
    const [, hex, escape, plain] = pattern.exec(inner) ?? []
    const octal = isOctal && /^[0-7]/.test(escape ?? '') ? Number.parseInt(escape!, 8).toString(16).padStart(2, '0') : undefined
    const digits = hex ?? octal ?? (escape === undefined ? plain?.charCodeAt(0).toString(16) : NAMED[escape])
    if (digits === undefined || (octal === undefined && escape !== undefined && (!Object.hasOwn(NAMED, escape) || (escape === '0' && /^[0-9]/.test(inner.slice(at + 2)))))) {
      throw new HexError(`${quoted(inner.slice(at, at + 4))} is no byte of a string`)
    }
    groups.push(digits)
    starts.push(hex === undefined ? -1 : from + at + 2)
    ends.push(hex === undefined ? -1 : from + at + 4)
  }
  return { groups, order: 'bytes', places: { starts, ends } }
}
