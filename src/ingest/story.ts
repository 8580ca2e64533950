/** By what an input tells its items apart: the line, or the offset in a file of bytes. */
export type Where = 'lines' | 'offsets'

/** The items that something is about, the nearest first. */
export interface Places {
  /** Their lines, in a text. */
  readonly lines?: readonly number[]
  /** Their offsets, in a file of bytes. */
  readonly offsets?: readonly number[]
}

/** How one item of an input goes with another. */
export interface Link extends Places {
  readonly what: 'answers' | 'answers again' | 'answers nothing known' | 'same group' | 'waits for' | 'stands before' | 'timed out' | 'completes'
  /** What a colleague would say. */
  readonly text: string
}

/** Something that the whole input tells. */
export interface Conclusion extends Places {
  readonly what: 'unanswered' | 'forgotten'
  readonly text: string
}

/** Places that are spelt out at the most. */
const SPELT = 8

/** Says where things are. */
export class Narrator {
  private readonly where: Where

  constructor(where: Where) {
    this.where = where
  }

  places(places: readonly number[]): Places {
    return this.where === 'lines' ? { lines: places } : { offsets: places }
  }

  /** `line 3`, `the records at 0x40, 0x80`. */
  items(places: readonly number[]): string {
    return `${this.where === 'lines' ? 'line' : 'the record'}${places.length === 1 ? '' : 's'} ${this.where === 'lines' ? '' : 'at '}${this.list(places)}`
  }

  /** Of something that is named: `of line 3`, `at 0x40`. */
  of(places: readonly number[]): string {
    return this.where === 'lines' ? `of ${this.items(places)}` : `at ${this.list(places)}`
  }

  private list(places: readonly number[]): string {
    const text = places.slice(0, SPELT).map((place) => (this.where === 'lines' ? String(place) : `0x${place.toString(16)}`)).join(', ')
    return places.length > SPELT ? `${text}, …` : text
  }
}
