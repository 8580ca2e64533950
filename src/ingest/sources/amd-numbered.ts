import { digitsOf, words } from '../hit.ts'
import type { Digits, Hit } from '../hit.ts'
import type { Line, Piece } from '../line.ts'
import type { Session } from '../source.ts'

/** Words of a record, a line each, that say their number and not whose they are. */
export interface AmdNumbered {
  readonly source: string
  /** Size of a word in bytes. */
  readonly word: number
  /** The number of a word has the group 1, its digits the group 2. Needs the flag `d`. */
  readonly pattern: RegExp
  /** What is found, but for a note on words that are missing. */
  readonly hit: Omit<Hit, 'source' | 'line' | 'lastLine' | 'data' | 'notes'>
}

/** Words of a record, and lines of something else that may stand between. */
const COUNT = 4
const PATIENCE = 3

/** Lines that are looked at together at the most. */
const MOST = 64

/** A line of a word is short. */
const LONGEST = 400

interface Word {
  readonly line: Line
  readonly number: number
  readonly digits: Digits
}

interface Group {
  readonly words: Word[]
  /** Whether a word came that may as well be of another. */
  isMixed: boolean
}

/** Reads the words of a record, and of those that begin before it is whole: two IOMMUs may print at the same time. */
export class AmdNumberedSession implements Session {
  readonly patience = PATIENCE
  private readonly series: AmdNumbered
  private readonly words: Word[] = []
  private begun = 0
  /** Whether each record begins when the last has ended, early or not: then nothing is mixed. */
  private isOrderly = true
  private closed = false

  constructor(series: AmdNumbered) {
    this.series = series
  }

  get done(): boolean {
    return this.closed || this.words.length >= MOST || this.words.length >= this.begun * COUNT
  }

  needs(line: Line): boolean {
    return this.wordOf(line) !== undefined
  }

  take(line: Line): boolean {
    const word = this.wordOf(line)
    if (!word) return false
    const last = this.words.at(-1)?.number
    // What an earlier record misses has not come in the meantime.
    if (word.number === 0 && this.isOrderly && last === COUNT - 1) {
      this.closed = true
      return false
    }
    this.isOrderly &&= word.number === 0 || word.number === (last ?? -1) + 1
    this.words.push(word)
    if (word.number === 0) this.begun++
    return true
  }

  private wordOf(line: Line): Word | undefined {
    const match = line.text.length > LONGEST ? null : this.series.pattern.exec(line.text)
    return match && Number(match[1]) < COUNT ? { line, number: Number(match[1]), digits: digitsOf(match, 2)! } : undefined
  }

  hits(): readonly Hit[] {
    const { source, word: size, hit } = this.series
    return groupsOf(this.words, this.isOrderly).map(({ words: own, isMixed }) => ({
      source, line: own[0]!.line.number, lastLine: own.at(-1)!.line.number, data: dataOf(own, size), ...hit,
      notes: own.length === COUNT ? [] : [isMixed ? `${own.length} of four words: the lines behind are mixed with those of another` : `the log holds ${own.length} of four words`],
    }))
  }
}

/** Which words are of one record. Each begins with the word 0, and its words come in order. */
function groupsOf(all: readonly Word[], isOrderly: boolean): readonly Group[] {
  const groups: Group[] = []
  for (const word of all) {
    const { number } = word
    const waiting = isOrderly ? groups.slice(-1) : groups.filter(({ words: own, isMixed }) => own.length === number && !isMixed)
    if (number === 0) groups.push({ words: [word], isMixed: false })
    else if (waiting.length === 1) waiting[0]!.words.push(word)
    else {
      // It may be of each that waits for it; where none does, it may be of each that has taken another for it.
      for (const group of waiting.length > 0 ? waiting : groups.filter(({ words: own }) => own.length > number)) {
        group.words.splice(number)
        group.isMixed = true
      }
    }
  }
  return groups
}

function dataOf(own: readonly Word[], size: number): NonNullable<Hit['data']> {
  const pieces: Piece[] = []
  const given = own.map(({ line, digits }): Digits => {
    const base = (pieces.at(-1)?.column ?? 0) + LONGEST
    for (const { column, at } of line.pieces) pieces.push({ column: base + column, at })
    return { ...digits, column: base + digits.column }
  })
  return words(COUNT * size, size, 'number', given, pieces)
}
