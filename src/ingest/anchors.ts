/** A word that was found. */
export interface Anchored<T> {
  readonly column: number
  readonly word: string
  readonly of: T
}

/** The last three characters of a window, as an index: five bits of each, so that some share a place, which costs a comparison. */
export const three = (bytes: Uint8Array, at: number): number => ((bytes[at - 2]! & 31) << 10) | ((bytes[at - 1]! & 31) << 5) | (bytes[at]! & 31)
export const PLACES = 32768

interface Entry<T> {
  readonly word: string
  readonly codes: Uint8Array
  readonly of: T
}

/** The characters of a word, as bytes. */
export function codesOf(word: string): Uint8Array {
  const codes = new Uint8Array(word.length)
  for (let i = 0; i < word.length; i++) codes[i] = word.charCodeAt(i)
  return codes
}

/** Whether one of some words stands before a place. Called for nearly every line of a log, so that nothing is made in it. */
function endsInOne(words: readonly Uint8Array[], bytes: Uint8Array, from: number, end: number): boolean {
  for (let i = 0; i < words.length; i++) if (end - words[i]!.length >= from && standsAt(words[i]!, bytes, end - words[i]!.length)) return true
  return false
}

/** Whether these bytes stand at a place. */
export function standsAt(codes: ArrayLike<number>, bytes: Uint8Array, at: number): boolean {
  for (let i = 0; i < codes.length; i++) if (bytes[at + i] !== codes[i]) return false
  return true
}

/**
 * Looks for many words at once, by the algorithm of Wu and Manber: three characters tell how far the next word is away at
 * the least, so that most characters of a text are never looked at.
 */
export class Anchors<T> {
  readonly words: readonly string[]
  private readonly least: number
  private readonly skip: Uint8Array
  private readonly ends = new Map<number, Entry<T>[]>()

  /** Beginnings of words, by the place of the last three characters of a text that ends in them; and whether there are any. */
  private readonly torn = new Map<number, Uint8Array[]>()
  private readonly isTorn = new Uint8Array(PLACES)
  /** First characters of words, which are beginnings where a blank stands before them. */
  private readonly firsts = new Uint8Array(256)

  /** @param words of three characters at least, of ASCII */
  constructor(words: readonly { readonly word: string; readonly of: T }[]) {
    this.words = [...new Set(words.map(({ word }) => word))]
    for (const word of this.words) for (let length = 1; length < word.length; length++) this.mark(word.slice(0, length).trimEnd())
    const least = Math.min(...words.map(({ word }) => word.length))
    this.least = least
    this.skip = new Uint8Array(PLACES).fill(least - 2)
    for (const { word, of } of words) {
      const codes = codesOf(word)
      for (let at = 2; at < least; at++) {
        const place = three(codes, at)
        this.skip[place] = Math.min(this.skip[place]!, least - 1 - at)
      }
      const end = three(codes, least - 1)
      this.ends.set(end, [...(this.ends.get(end) ?? []), { word, codes, of }])
    }
  }

  /** Where the next word begins, from `from` on; `end` if none is there as a whole before that. */
  next(bytes: Uint8Array, from: number, end: number): number {
    const { least, skip } = this
    for (let at = from + least - 1; at < end;) {
      const far = skip[three(bytes, at)]!
      if (far === 0) {
        const column = at - least + 1
        for (const { codes } of this.ends.get(three(bytes, at))!) if (column + codes.length <= end && standsAt(codes, bytes, column)) return column
        at++
      } else at += far
    }
    return end
  }

  private mark(beginning: string): void {
    if (beginning.length < 2) {
      if (beginning !== '') this.firsts[beginning.charCodeAt(0)] = 1
      return
    }
    // One of two characters has to be a word of its own.
    const end = codesOf(beginning.length < 3 ? ` ${beginning}` : beginning)
    const place = three(end, end.length - 1)
    const same = this.torn.get(place)
    this.isTorn[place] = 1
    if (same === undefined) this.torn.set(place, [end])
    else if (!same.some((one) => one.length === end.length && standsAt(one, end, 0))) same.push(end)
  }

  /**
   * Whether a line may end in the beginning of a word. It errs on that side only.
   * @param end behind its last character that is no blank
   */
  mayBeTorn(bytes: Uint8Array, from: number, end: number): boolean {
    if (end - from < 3) return false
    if (bytes[end - 2] === 0x20 && this.firsts[bytes[end - 1]!] === 1) return true
    const place = three(bytes, end - 1)
    return this.isTorn[place] === 1 && endsInOne(this.torn.get(place)!, bytes, from, end)
  }

  /** Whether a word begins in the first part of a text, that before `seam`, and ends behind it. */
  isTornAt(text: string, seam: number): boolean {
    return this.words.some((word) => {
      const from = Math.max(0, seam - word.length + 1)
      const at = text.slice(from, seam + word.length - 1).indexOf(word)
      return at >= 0 && from + at < seam && from + at + word.length > seam
    })
  }

  /** All words in a line that ends at `end`, in the order in which they stand. */
  all(bytes: Uint8Array, end: number): readonly Anchored<T>[] {
    const found: Anchored<T>[] = []
    for (let column = this.next(bytes, 0, end); column < end; column = this.next(bytes, column + 1, end)) {
      for (const { word, codes, of } of this.ends.get(three(bytes, column + this.least - 1))!) if (column + codes.length <= end && standsAt(codes, bytes, column)) found.push({ column, word, of })
    }
    return found
  }
}
