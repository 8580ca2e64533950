import type { Piece } from './line.ts'
import { placesOf } from './line.ts'

/** The digits of the input that gave some bytes of a record. */
export interface Span {
  /** First character of the digits in the input, and the one behind the last. */
  readonly start: number
  readonly end: number
  /** First byte of the record that they give, and how many. */
  readonly offset: number
  readonly size: number
  /** Whether the digits stand in the order of memory, or are a little-endian number. */
  readonly order: 'memory' | 'number'
}

/** Bytes of a record as far as the input holds them. A bit that is not `known` is 0 in `bytes`. */
export interface Known {
  readonly bytes: Uint8Array
  readonly known: Uint8Array
  readonly spans: readonly Span[]
}

/**
 * The spans of the bytes from `from` to `to`, counted from there. One that reaches beyond is cut, where its digits can be.
 * @param spans in ascending order
 */
export function spansIn(spans: readonly Span[], from: number, to: number): Span[] {
  const found: Span[] = []
  let [low, high] = [0, spans.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle]!.offset + spans[middle]!.size <= from) low = middle + 1
    else high = middle
  }
  for (let i = low; i < spans.length && spans[i]!.offset < to; i++) {
    const { start, end, offset, size, order } = spans[i]!
    const [before, after] = [Math.max(0, from - offset), Math.max(0, offset + size - to)]
    const [first, last] = order === 'memory' ? [before, after] : [after, before]
    if (before + after > 0 && end - start !== 2 * size) continue
    found.push({ start: start + 2 * first, end: end - 2 * last, offset: offset + before - from, size: size - before - after, order })
  }
  return found
}

/** One way to read words. */
export interface Reading {
  readonly reading: string
  readonly data: Known
  /** Whether the words are written as numbers are, with `0x`. */
  readonly likely?: boolean
  /** What a reader should know where it is taken. */
  readonly note?: string
}

/** What the input says in words beside the bytes, such as `iommu: 'dmar15'`. */
export type Said = Readonly<Record<string, string | number | bigint | boolean>>

/** Nothing said. */
export const EMPTY: Said = {}

/** Something that a source has found. What it means is worked out behind the sources, in one place. */
export interface Hit {
  /** Id of the source. */
  readonly source: string
  /** First and last line, from 1. */
  readonly line: number
  readonly lastLine: number
  /** Where it begins in a file of bytes. */
  readonly offset?: bigint | undefined
  /** Bytes of the same dump before it, where the dump is so long that it is handed out in parts. */
  readonly before?: number
  /** What the input itself calls it. */
  readonly name?: string
  /** The record that it is, by id, where the source tells; otherwise the place tells the entry, or the bytes have to. */
  readonly record?: string
  /** The queue or link in which the entry stands. */
  readonly place?: string
  /** Bytes that the input holds. */
  readonly data?: Known
  /** How the bytes were read, where the source itself does not settle it. */
  readonly reading?: string
  /** The bytes in several readings, of which the records have to tell the right one. */
  readonly readings?: readonly Reading[]
  /** Values of fields, by the names of the record, where the input holds no bytes. */
  readonly fields?: Readonly<Record<string, boolean | number | bigint>>
  /** Bits that the input holds as one number beside the fields, such as the flags of an AMD event: word, highest bit, lowest bit, value. */
  readonly slices?: readonly (readonly [word: number, hi: number, lo: number, value: bigint])[]
  /**
   * Whether the text may be of something else: `prose` where other text stands before it, `log` where it stands in a log. Then
   * it is a record only beyond doubt. What is known to be of something else, a `stranger`, is one only where the reader says so,
   * and so are bytes that are too `few` to tell anything. A dump that is `headed` by the name of a queue is an entry of it, if it is a good one.
   */
  readonly doubtful?: 'prose' | 'log' | 'stranger' | 'few' | 'headed'
  /** Whether the bytes alone tell which record it is, and something speaks against it. */
  readonly guessed?: boolean
  /** Whether it is one of several readings of the same text. */
  readonly ambiguous?: boolean
  readonly said: Said
  /** What a reader should know of how it was read. */
  readonly notes: readonly string[]
}

/** No digits: the input is bytes. */
export const NOWHERE: readonly Span[] = []

/** Masks of bytes of which every bit is known, by size, as far as records go: one for all of a size. */
const wholes: Uint8Array[] = []
const KEPT = 256

/** Bytes that are all there. */
export function whole(bytes: Uint8Array, spans: readonly Span[] | (() => readonly Span[]) = NOWHERE): Known {
  const known = maskOf(bytes.length)
  return typeof spans === 'function' ? new Placed(bytes, known, spans) : { bytes, known, spans }
}

function maskOf(size: number): Uint8Array {
  const known = wholes[size] ?? new Uint8Array(size).fill(0xff)
  if (size <= KEPT) wholes[size] = known
  return known
}

/** Bytes whose digits are looked for when somebody asks: whoever edits the text does, and who reads millions of records does not. */
class Placed implements Known {
  readonly bytes: Uint8Array
  readonly known: Uint8Array
  #spans: readonly Span[] | (() => readonly Span[])

  constructor(bytes: Uint8Array, known: Uint8Array, find: () => readonly Span[]) {
    this.bytes = bytes
    this.known = known
    this.#spans = find
  }

  get spans(): readonly Span[] {
    if (typeof this.#spans === 'function') this.#spans = this.#spans()
    return this.#spans
  }
}

/** The bytes from `from` to `to`, with their places. */
export function part(data: Known, from: number, to: number, isWhole = false): Known {
  const bytes = data.bytes.subarray(from, to)
  return new Placed(bytes, isWhole ? maskOf(bytes.length) : data.known.subarray(from, to), () => spansIn(data.spans, from, to))
}

/** Whether every bit is there. */
export function isWhole({ known }: Known): boolean {
  if (known === wholes[known.length]) return true
  for (let i = 0; i < known.length; i++) if (known[i] !== 0xff) return false
  return true
}

/** The same bits in a record of another size; what is not there is not known. */
export function sized({ bytes, known, spans }: Known, size: number): Known {
  if (bytes.length === size) return { bytes, known, spans }
  const sizedTo = (from: Uint8Array): Uint8Array => {
    const to = new Uint8Array(size)
    to.set(from.subarray(0, size))
    return to
  }
  return { bytes: sizedTo(bytes), known: sizedTo(known), spans: spansIn(spans, 0, size) }
}

/** Nothing but unknown bits. */
export function unknown(size: number): { bytes: Uint8Array; known: Uint8Array; spans: Span[] } {
  return { bytes: new Uint8Array(size), known: new Uint8Array(size), spans: [] }
}

/** A number in hexadecimal digits and where they stand in a text. */
export interface Digits {
  readonly value: bigint
  readonly column: number
  readonly length: number
}

/** The group `index` of a match, which holds hexadecimal digits, with or without `0x`. The pattern needs the flag `d`. */
export function digitsOf(match: RegExpMatchArray, index: number): Digits | undefined {
  const range = match.indices?.[index]
  if (!range) return undefined
  const text = match[index]!.replaceAll('_', '')
  const digits = /^0x/i.test(text) ? text.slice(2) : text
  return { value: BigInt(`0x${digits}`), column: range[1] - digits.length, length: digits.length }
}

/**
 * Words in ascending order, as far as they are there.
 * @param size of the record in bytes
 * @param word size of a word in bytes
 * @param order `number` for words printed as little-endian numbers, `memory` for digits in the order of memory
 */
export function words(size: number, word: number, order: Span['order'], given: readonly (Digits | undefined)[], pieces: readonly Piece[]): Known {
  const { bytes, known, spans } = unknown(size)
  given.forEach((digits, index) => {
    const offset = index * word
    if (digits === undefined || offset >= size) return
    for (let i = 0; i < word && offset + i < size; i++) {
      const shift = order === 'number' ? i : word - 1 - i
      bytes[offset + i] = Number((digits.value >> BigInt(8 * shift)) & 0xffn)
      known[offset + i] = 0xff
    }
    spans.push({ ...placesOf(pieces, digits.column, digits.length), offset, size: word, order })
  })
  return { bytes, known, spans }
}
