/** A word that was found. */
export interface Anchored<T> {
  readonly column: number
  readonly word: string
  readonly of: T
}

/** The last three characters of a window, as an index: five bits of each, so that some share a place, which costs a comparison. */
const three = (text: string, at: number): number => ((text.charCodeAt(at - 2) & 31) << 10) | ((text.charCodeAt(at - 1) & 31) << 5) | (text.charCodeAt(at) & 31)

/**
 * Looks for many words at once, by the algorithm of Wu and Manber: three characters tell how far the next word is away at
 * the least, so that most characters of a text are never looked at.
 */
export class Anchors<T> {
  private readonly least: number
  private readonly skip: Uint8Array
  private readonly ends = new Map<number, { readonly word: string; readonly of: T }[]>()

  /** Beginnings of words, by the place of the last three characters of a text that ends in them. */
  private readonly torn = new Map<number, string[]>()
  /** First characters of words, which are beginnings where a blank stands before them. */
  private readonly firsts = new Set<string>()
  private readonly words: readonly string[]

  /** @param words of three characters at least */
  constructor(words: readonly { readonly word: string; readonly of: T }[]) {
    this.words = words.map(({ word }) => word)
    for (const word of this.words) for (let length = 1; length < word.length; length++) this.mark(word.slice(0, length).trimEnd())
    const least = Math.min(...words.map(({ word }) => word.length))
    this.least = least
    this.skip = new Uint8Array(32768).fill(least - 2)
    for (const entry of words) {
      for (let at = 2; at < least; at++) {
        const place = three(entry.word, at)
        this.skip[place] = Math.min(this.skip[place]!, least - 1 - at)
      }
      const end = three(entry.word, least - 1)
      this.ends.set(end, [...(this.ends.get(end) ?? []), entry])
    }
  }

  /** Where the next word begins, from `from` on; `end` if none does before that. */
  next(text: string, from: number, end = text.length): number {
    const { least, skip } = this
    for (let at = from + least - 1; at < end;) {
      const far = skip[three(text, at)]!
      if (far === 0) {
        const column = at - least + 1
        for (const { word } of this.ends.get(three(text, at))!) if (text.startsWith(word, column)) return column
        at++
      } else at += far
    }
    return end
  }

  private mark(beginning: string): void {
    if (beginning.length < 2) {
      if (beginning !== '') this.firsts.add(beginning)
      return
    }
    // One of two characters has to be a word of its own.
    const end = beginning.length < 3 ? ` ${beginning}` : beginning
    const place = three(end, end.length - 1)
    const same = this.torn.get(place)
    if (same === undefined) this.torn.set(place, [end])
    else if (!same.includes(end)) same.push(end)
  }

  /** Whether the text that ends at `end` may end in the beginning of a word. It errs on that side only. */
  mayBeTorn(text: string, from: number, end: number): boolean {
    let to = end
    while (to > from && text.charCodeAt(to - 1) <= 0x20) to--
    if (to - from < 3) return false
    if (text.charCodeAt(to - 2) === 0x20 && this.firsts.has(text[to - 1]!)) return true
    const beginnings = this.torn.get(three(text, to - 1))
    return beginnings !== undefined && beginnings.some((one) => to - one.length >= from && text.startsWith(one, to - one.length))
  }

  /** Whether a word begins in the first part of a text, that before `seam`, and ends behind it. */
  isTornAt(text: string, seam: number): boolean {
    return this.words.some((word) => {
      const from = Math.max(0, seam - word.length + 1)
      const at = text.slice(from, seam + word.length - 1).indexOf(word)
      return at >= 0 && from + at < seam && from + at + word.length > seam
    })
  }

  /** All words in a line, in the order in which they stand. */
  all(text: string): readonly Anchored<T>[] {
    const found: Anchored<T>[] = []
    for (let column = this.next(text, 0); column < text.length; column = this.next(text, column + 1)) {
      for (const { word, of } of this.ends.get(three(text, column + this.least - 1))!) if (text.startsWith(word, column)) found.push({ column, word, of })
    }
    return found
  }
}
