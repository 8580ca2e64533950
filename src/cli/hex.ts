import { InputError } from './errors.ts'

/** How hex words are read and written: as bytes in the order of memory or wire, or as numbers of 32 or 64 bits. */
export const WORDS = ['bytes', 'be32', 'le32', 'le64'] as const
export type Words = (typeof WORDS)[number]

const SIZE = { bytes: 1, be32: 4, le32: 4, le64: 8 } as const

const DUMP_HINT = ' (a dump must have all its lines and no text column: xxd -p)'

/** Bytes, and where in the input they came from. */
export interface Input {
  readonly bytes: Uint8Array
  /** The place of the byte at `offset`, such as `queue.hex:12`. */
  place(offset: number): string
  /** Whether a `0x` number of several bytes was read as bytes in the order in which they are written. */
  readonly numbersAsBytes: boolean
}

/**
 * Reads text as bytes. Hex digits with or without `0x` and `_`, between blanks and commas; `#` begins a comment;
 * a line may begin with its offset and a colon, which then has to be right.
 * @param place names a line, counted from 1
 * @param hint what to say where text is not hexadecimal
 * @throws {InputError} for anything else
 */
export function parseHex(text: string, words: Words, place: (line: number) => string, hint = ''): Input {
  const pieces: Uint8Array[] = []
  const starts: { offset: number; line: number }[] = []
  let length = 0
  let numbersAsBytes = false
  let origin: number | undefined

  for (const [i, raw] of text.split('\n').entries()) {
    const line = i + 1
    const [, offset, rest] = /^\s*(?:0x)?([0-9a-f]+):(?:\s(.*))?$/is.exec(raw) ?? [undefined, undefined, raw]
    if (offset !== undefined) {
      const start = Number.parseInt(offset, 16)
      if (origin === undefined || start === 0) origin = start - length
      const missing = start - origin - length
      if (missing !== 0) throw new InputError(`${place(line)}: offset 0x${offset}, where 0x${(origin + length).toString(16)} comes next: ${missing > 0 ? 'a line is missing' : 'lines overlap'}`)
    }
    for (const token of (rest ?? '').replace(/#.*/s, '').split(/[\s,]+/)) {
      if (token === '') continue
      const piece = bytesOf(token, words, place(line), offset === undefined ? hint : DUMP_HINT)
      numbersAsBytes ||= words === 'bytes' && /^0x/i.test(token) && (piece.length === 4 || piece.length === 8)
      starts.push({ offset: length, line })
      pieces.push(piece)
      length += piece.length
    }
  }
  return {
    bytes: Buffer.concat(pieces),
    numbersAsBytes,
    place: (offset) => place(lineAt(starts, offset)),
  }
}

/** The line of the last start at or before `offset`; by halving, because a bad dump asks for every record. */
function lineAt(starts: readonly { offset: number; line: number }[], offset: number): number {
  let low = 0
  for (let high = starts.length; high - low > 1; ) {
    const middle = (low + high) >> 1
    if (starts[middle]!.offset <= offset) low = middle
    else high = middle
  }
  return starts[low]?.line ?? 1
}

function bytesOf(token: string, words: Words, place: string, hint: string): Uint8Array {
  const digits = token.replace(/^0x/i, '').replaceAll('_', '')
  const fail = (why: string): never => {
    throw new InputError(`${place}: ${JSON.stringify(token.length > 40 ? `${token.slice(0, 40)}…` : token)} ${why}`)
  }
  if (!/^[0-9a-f]+$/i.test(digits)) fail(`is not hexadecimal${hint}`)
  const room = SIZE[words] * 2
  if (words === 'bytes') {
    if (digits.length % 2 !== 0) fail(`has ${digits.length} digits, which are no whole bytes (--words reads words as numbers)`)
    return Buffer.from(digits, 'hex')
  }
  if (digits.length > room) fail(`has ${digits.length} digits, but a ${words} word has at most ${room}`)
  const bytes = Buffer.from(digits.padStart(room, '0'), 'hex')
  return words.startsWith('le') ? bytes.reverse() : bytes
}

/**
 * Bytes as text that `parseHex` reads back with the same `words`.
 * @param group how many bytes to write together, where they are written as bytes
 * @throws {InputError} where the bytes are no whole number of words
 */
export function formatHex(bytes: Uint8Array, words: Words = 'bytes', group = 4): string {
  const size = words === 'bytes' ? group : SIZE[words]
  if (words !== 'bytes' && bytes.length % size !== 0) throw new InputError(`${bytes.length} bytes are no whole number of ${words} words`)
  const out: string[] = []
  for (let at = 0; at < bytes.length; at += size) {
    const piece = Buffer.from(bytes.subarray(at, at + size))
    out.push((words === 'bytes' ? '' : '0x') + (words.startsWith('le') ? piece.reverse() : piece).toString('hex'))
  }
  return out.join(' ')
}
