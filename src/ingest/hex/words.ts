import { fromDigits } from './digits.ts'
import { HexError, quoted } from './row.ts'

/** How hex words are read and written: as bytes in the order of memory or wire, or as numbers of 16, 32 or 64 bits. */
export const WORDS = ['bytes', 'le16', 'be16', 'le32', 'be32', 'le64', 'be64'] as const
export type Words = (typeof WORDS)[number]

/** Size of a word in bytes. */
export const sizeOf = (words: Words): number => (words === 'bytes' ? 1 : Number(words.slice(2)) / 8)

/**
 * The bytes of a word that stands alone.
 * @param digits hex digits, without `0x` and `_`
 * @throws {HexError} for digits that are no whole bytes, or do not fit into the word
 */
export function wordBytes(digits: string, words: Words, token = digits): Uint8Array {
  if (words === 'bytes') {
    if (digits.length % 2 !== 0) throw new HexError(`${quoted(token)} has ${digits.length} digits, which are no whole bytes (--words reads words as numbers)`)
    return fromDigits(digits)
  }
  const room = sizeOf(words) * 2
  if (digits.length > room) throw new HexError(`${quoted(token)} has ${digits.length} digits, but a ${words} word has at most ${room}`)
  const bytes = fromDigits(digits.padStart(room, '0'))
  return words.startsWith('le') ? bytes.reverse() : bytes
}
