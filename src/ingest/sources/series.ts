import type { Digits, Hit, Known } from '../hit.ts'
import { words } from '../hit.ts'
import { joinedLine } from '../line.ts'
import type { Line, Piece } from '../line.ts'
import type { Session } from '../source.ts'

/** Words of a record that are printed a line each, behind a line that announces them. */
export interface Series {
  readonly source: string
  readonly first: Line
  /** How many words the record has, and how large each is in bytes. */
  readonly count: number
  readonly word: number
  /** The word of a line: its digits have the group 1, and its number in the series, if the line says it, the group 2. Needs the flag `d`. */
  readonly pattern: RegExp
  /** Lines of something else that may stand between. */
  readonly patience: number
  /** What is found. `given` says how many words there were. */
  hit(data: Known, given: number): Omit<Hit, 'source' | 'line' | 'lastLine' | 'data'>
  /** Lines behind the words that say more of the same record. */
  also?(line: Line, data: Known): boolean
}

/** A line of a word is short. Of one that begins many texts, each would look through the whole line. */
const LONGEST = 400

/** What a word that a terminal broke goes on with. */
const GOES_ON = /^[0-9a-f]{1,16}\s*$/i

/** Reads the words of a series as they come. */
export class SeriesSession implements Session {
  readonly patience: number
  private readonly series: Series
  private readonly data: Known
  private given = 0
  private lastLine: number
  private closed = false
  /** A line that ends in the middle of a word. */
  private torn: Line | undefined

  constructor(series: Series) {
    const size = series.count * series.word
    this.series = series
    this.patience = series.patience
    this.lastLine = series.first.number
    this.data = { bytes: new Uint8Array(size), known: new Uint8Array(size), spans: [] }
  }

  /** Whether all words are there. */
  get isFull(): boolean {
    return this.given === this.series.count
  }

  get done(): boolean {
    return this.closed || (this.isFull && this.series.also === undefined)
  }

  take(next: Line): boolean {
    if (next.text.length > LONGEST) return false
    const { torn } = this
    this.torn = undefined
    const line = torn && !next.stamped && GOES_ON.test(next.text) ? joinedLine(torn, next, '') : next
    // What goes on after a word that is cut short is not known to follow it.
    if (torn && line === next) this.closed = true
    const { pattern, count, also } = this.series
    if (this.given < count && !this.closed) {
      const match = pattern.exec(line.text)
      if (match && (match[2] === undefined || Number(match[2]) === this.given)) {
        // A word may be torn in the middle: then its halves are numbers of their own, the upper one first.
        const parts = [...match[1]!.matchAll(/(?:0x)?([0-9a-f]+)/gid)].map(({ 1: digits, indices }): Digits => ({ value: BigInt(`0x${digits}`), column: match.indices![1]![0] + indices![1]![0], length: digits!.length }))
        this.add(parts.reverse(), line.pieces)
        this.lastLine = line.last ?? line.number
        return true
      }
      if (line !== next) this.closed = true
    }
    if (this.given < count && !this.closed && /(?:^|[\s:])0x[0-9a-f]{0,8} ?[0-9a-f]{0,8}$/i.test(line.text.trimEnd())) {
      this.torn = line
      return true
    }
    if (also?.(line, this.data) !== true) return false
    this.lastLine = line.number
    return true
  }

  private add(parts: readonly Digits[], pieces: readonly Piece[]): void {
    const { word } = this.series
    const { bytes, known, spans } = words(word, word / parts.length, 'number', parts, pieces)
    const from = this.given * word
    this.data.bytes.set(bytes, from)
    this.data.known.set(known, from)
    ;(this.data.spans as unknown[]).push(...spans.map((span) => ({ ...span, offset: from + span.offset })))
    this.given++
  }

  hits(): readonly Hit[] {
    this.closed = true
    const { source, first } = this.series
    const { given, data } = this
    return [{ source, line: first.number, lastLine: this.lastLine, data, ...this.series.hit(data, given) }]
  }
}

