import { digitsOf, words } from '../hit.ts'
import type { Digits, Hit } from '../hit.ts'
import type { Line, Piece } from '../line.ts'
import type { Session } from '../source.ts'
import { goesOnFor } from '../speaker.ts'
import type { Speaker } from '../speaker.ts'

/** Words of a record, a line each, that say their number. */
export interface NumberedLines {
  readonly source: string
  /** How many words the record has, and how large each is in bytes. */
  readonly count: 4 | 8
  readonly word: number
  /** The number of a word has the group 1, its digits the group 2. Needs the flag `d`. */
  readonly pattern: RegExp
  /** Who prints them, where the lines tell: words of others are passed over. */
  readonly speaker?: Speaker
  /** What is found, but for a note on words that are missing. */
  readonly hit: Omit<Hit, 'source' | 'line' | 'lastLine' | 'data' | 'notes'>
}

const SPELT = { 4: 'four', 8: 'eight' } as const

/** Lines of something else that may stand between. */
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
export class NumberedLinesSession implements Session {
  readonly patience = PATIENCE
  private readonly series: NumberedLines
  private readonly words: Word[] = []
  private begun = 0
  /** Whether each record begins when the last has ended, early or not: then nothing is mixed. */
  private isOrderly = true
  private closed = false

  constructor(series: NumberedLines) {
    this.series = series
  }

  get done(): boolean {
    return this.closed || this.words.length >= MOST || this.words.length >= this.begun * this.series.count
  }

  needs(line: Line): boolean {
    return this.wordOf(line)?.digits.length === 2 * this.series.word
  }

  take(line: Line): boolean {
    const word = this.wordOf(line)
    if (!word) return false
    const last = this.words.at(-1)?.number
    // What an earlier record misses has not come in the meantime.
    if (word.number === 0 && this.isOrderly && last === this.series.count - 1) {
      this.closed = true
      return false
    }
    this.isOrderly &&= word.number === 0 || word.number === (last ?? -1) + 1
    this.words.push(word)
    if (word.number === 0) this.begun++
    return true
  }

  private wordOf(line: Line): Word | undefined {
    const { pattern, count, speaker } = this.series
    const match = line.text.length > LONGEST ? null : pattern.exec(line.text)
    if (!match || Number(match[1]) >= count || (speaker && !goesOnFor(speaker, line.text.slice(0, match.index + 1)))) return undefined
    return { line, number: Number(match[1]), digits: digitsOf(match, 2)! }
  }

  hits(): readonly Hit[] {
    const { source, word, count, hit } = this.series
    return groupsOf(this.words, this.isOrderly).map(({ words: own, isMixed }) => {
      const held = `${own.length} of ${SPELT[count]} words`
      return {
        source, line: own[0]!.line.number, lastLine: own.at(-1)!.line.number, data: dataOf(own, count * word, word), ...hit,
        notes: own.length === count ? [] : [isMixed ? `${held}: the lines behind are mixed with those of another` : `the log holds ${held}`],
      }
    })
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

function dataOf(own: readonly Word[], size: number, word: number): NonNullable<Hit['data']> {
  const pieces: Piece[] = []
  const given = own.map(({ line, digits }): Digits => {
    const base = (pieces.at(-1)?.column ?? 0) + LONGEST
    for (const { column, at } of line.pieces) pieces.push({ column: base + column, at })
    return { ...digits, column: base + digits.column }
  })
  return words(size, word, 'number', given, pieces)
}
