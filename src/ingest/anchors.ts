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

  /** @param words of three characters at least */
  constructor(words: readonly { readonly word: string; readonly of: T }[]) {
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

  /** All words in a line, in the order in which they stand. */
  all(text: string): readonly Anchored<T>[] {
    const found: Anchored<T>[] = []
    for (let column = this.next(text, 0); column < text.length; column = this.next(text, column + 1)) {
      for (const { word, of } of this.ends.get(three(text, column + this.least - 1))!) if (text.startsWith(word, column)) found.push({ column, word, of })
    }
    return found
  }
}
