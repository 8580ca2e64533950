import { HexError, quoted } from './row.ts'
import type { Row } from './row.ts'

const NAMED: Readonly<Record<string, string>> = { n: '0a', r: '0d', t: '09', '0': '00', '\\': '5c', '"': '22', "'": '27' }

const DIGITS = /^\s*(?:0x)?[0-9a-f]{2}[0-9a-fx\s,]*$/i

/**
 * A string of a programming language: `"\x01\x01j"`, `b'\x01\x01j'`, or its escapes alone.
 * @throws {HexError} for an escape that is not known, and for text that is not ASCII
 */
export function byteString(line: string): Row | undefined {
  const text = line.replace(/[,;]$/, '')
  const [, , inner] = /^b?(["'])(.*)\1$/s.exec(text) ?? (/^\\x[0-9a-f]{2}/i.test(text) ? ['', '', text] : [])
  // Digits in quotes are hex, as nobody writes bytes by what their text would be.
  if (inner === undefined || DIGITS.test(inner)) return undefined
  const from = text.length - inner.length - (inner === text ? 0 : 1)
  const groups: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  const pattern = /\\x([0-9a-f]{2})|\\(.)|([\x20-\x7e])/giy
  while (pattern.lastIndex < inner.length) {
    const at = pattern.lastIndex
    const [, hex, escape, plain] = pattern.exec(inner) ?? []
    const digits = hex ?? (escape === undefined ? plain?.charCodeAt(0).toString(16) : NAMED[escape])
    if (digits === undefined || (escape !== undefined && !Object.hasOwn(NAMED, escape)) || (escape === '0' && /^[0-9]/.test(inner.slice(at + 2)))) {
      throw new HexError(`${quoted(inner.slice(at, at + 4))} is no byte of a string`)
    }
    groups.push(digits)
    starts.push(hex === undefined ? -1 : from + at + 2)
    ends.push(hex === undefined ? -1 : from + at + 4)
  }
  return { groups, order: 'bytes', places: { starts, ends } }
}
