import { toHex } from '../support/bytes.ts'

/** What the printers of the formats have in common: random values, and how they are written. */

export type Next = () => number

/** What was printed: lines of the log, and what has to be found in them. */
export interface Printed {
  readonly lines: readonly string[]
  /** Bytes in memory order, `?` for what the text does not hold. */
  readonly bytes?: string
  /** Values by name, of fields or beside them. */
  readonly values?: Readonly<Record<string, unknown>>
  readonly record?: string
}

export interface Printer {
  readonly name: string
  print(next: Next): Printed
}

export const below = (next: Next, limit: number): number => next() % limit
export const pick = <T>(next: Next, list: readonly T[]): T => list[below(next, list.length)]!
export const u64 = (next: Next): bigint => {
  const wide = (BigInt(next()) << 32n) | BigInt(next())
  return pick(next, [wide, wide, wide >> 16n, wide >> 40n, 0n, 0xffff_ffff_ffff_ffffn])
}
export const u32 = (next: Next): number => pick(next, [next(), next(), next() >>> 16, 0])
export const x = (value: number | bigint, width = 1): string => value.toString(16).padStart(width, '0')
export const flag = (next: Next): boolean => (next() & 1) === 1

/** Words as little-endian numbers, in memory order. */
export function little(size: number, words: readonly (number | bigint)[], total: number): string {
  const bytes = words.map((word) => toHex(Uint8Array.from({ length: size }, (_, i) => Number((BigInt(word) >> BigInt(8 * i)) & 0xffn)))).join('')
  return bytes.padEnd(2 * total, '?')
}
export const bdf = (next: Next, segment = true): { text: string; rid: number } => {
  const rid = below(next, 65536)
  return { text: `${segment ? `${x(below(next, 3), 4)}:` : ''}${x(rid >> 8, 2)}:${x((rid >> 3) & 31, 2)}.${rid & 7}`, rid }
}
export const address = (next: Next): bigint => (u64(next) & 0x7fff_ffff_ffffn) >> 12n << 12n

/** Bytes in pieces of a size; the last may be shorter. */
export const piecesOf = (bytes: Uint8Array, size: number): Buffer[] => Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => Buffer.from(bytes.subarray(i * size, i * size + size)))
/** Words as little-endian numbers, in digits. */
export const numbersOf = (bytes: Uint8Array, size: number): string[] => piecesOf(bytes, size).map((word) => toHex(Uint8Array.from(word).reverse()))
/** The text column of a dump. */
export const textOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.')).join('')

/** RFC 2045: `=` as `=3D`, lines of 76 characters at the most. */
export function quotedPrintable(text: string): string {
  return text.split('\n').map((line) => {
    const tokens = [...line].map((char) => (char === '=' ? '=3D' : char))
    let out = ''
    let width = 0
    for (const token of tokens) {
      if (width + token.length > 75) {
        out += '=\n'
        width = 0
      }
      out += token
      width += token.length
    }
    return out
  }).join('\n')
}
