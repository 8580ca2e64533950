import { words } from '../hit.ts'
import type { Digits, Hit, Known } from '../hit.ts'
import { joinedLine } from '../line.ts'
import type { Line, Piece } from '../line.ts'
import type { Session } from '../source.ts'
import { goesOnFor, speakerBefore } from '../speaker.ts'
import type { Speaker } from '../speaker.ts'

/** Words of a record that a driver prints a line each, behind a line that announces them. */
export interface SmmuWords {
  readonly source: string
  readonly first: Line
  /** What stands before the words by which the first line is found. */
  readonly before: string
  /** How many words of 64 bits the record has. */
  readonly count: number
  /** Lines of something else that may stand between. */
  readonly patience: number
  /** What is found. `given` says how many words there were. */
  hit(data: Known, given: number): Omit<Hit, 'source' | 'line' | 'lastLine' | 'data'>
  /** Lines behind the words that say more of the same record. */
  also?(line: Line, data: Known, speaker: Speaker | undefined): boolean
}

/** A line of a word is short. Of one that begins many texts, each would look through the whole line. */
const LONGEST = 400

const SIZE = 8

/** A word, perhaps torn in the middle; a mail client may have left the bracket of the next time stamp behind it. */
const WORD = /(?:^|[\s:])(0x[0-9a-f]{8} ?[0-9a-f]{8})\s*\[?\s*$/di

/** A word that is broken off at the end of its line, and what it goes on with. */
const TORN = /(?:^|[\s:])(0x[0-9a-f]{0,8} ?[0-9a-f]{0,8})\s*$/di
const GOES_ON = /^[0-9a-f]{1,16}\s*$/i

/** A line that announces words. */
const HEADING = /(?:^|[\s:])(?:event 0x[0-9a-f]{2} received|skipping command in error state):/i

/** Reads the words as they come. */
export class SmmuWordsSession implements Session {
  readonly patience: number
  private readonly series: SmmuWords
  private readonly data: Known
  private given = 0
  private lastLine: number
  private closed = false
  /** Words in front of the first line of something else: one that is missing may stand there. */
  private sure: number | undefined
  /** Who prints the words: the name before the heading, or before the first word that has one. */
  private speaker: Speaker | undefined
  /** A line that ends in the middle of a word. */
  private torn: Line | undefined

  constructor(series: SmmuWords) {
    const size = series.count * SIZE
    this.series = series
    this.patience = series.patience
    this.lastLine = series.first.number
    this.speaker = speakerBefore(series.before)
    this.data = { bytes: new Uint8Array(size), known: new Uint8Array(size), spans: [] }
  }

  /** Whether all words are there. */
  get isFull(): boolean {
    return this.given === this.series.count
  }

  get done(): boolean {
    return this.closed || (this.isFull && this.series.also === undefined)
  }

  /** Whether the next word is missing, and the line holds it from end to end. */
  needs({ text }: Line): boolean {
    return this.wordOf(WORD, text) !== undefined
  }

  take(next: Line): boolean {
    if (next.text.length > LONGEST) return false
    const { torn } = this
    this.torn = undefined
    const line = torn && !next.stamped && GOES_ON.test(next.text) ? joinedLine(torn, next, '') : next
    // What goes on after a word that is cut short is not known to follow it.
    if (torn && line === next) this.closed = true
    // Words behind the next heading are those of another record.
    const heading = HEADING.exec(next.text)
    if (heading && goesOnFor(this.speaker, next.text.slice(0, heading.index + 1))) this.closed = true
    const word = this.wordOf(WORD, line.text)
    if (word) {
      this.speaker ??= speakerBefore(line.text.slice(0, word.indices![1]![0]))
      // A word may be torn in the middle: then its halves are numbers of their own, the upper one first.
      const parts = [...word[1]!.matchAll(/(?:0x)?([0-9a-f]+)/gid)].map(({ 1: digits, indices }): Digits => ({ value: BigInt(`0x${digits}`), column: word.indices![1]![0] + indices![1]![0], length: digits!.length }))
      this.add(parts.reverse(), line.pieces)
      this.lastLine = line.last ?? line.number
      return true
    }
    if (line !== next) this.closed = true
    if (this.wordOf(TORN, line.text)) {
      this.torn = line
      return true
    }
    if (this.series.also?.(line, this.data, this.speaker) !== true) {
      if (next.text.trim() !== '') this.sure ??= this.given
      return false
    }
    this.lastLine = line.number
    return true
  }

  /** The word of a line, if one is missing and nobody else prints it. */
  private wordOf(pattern: RegExp, text: string): RegExpExecArray | undefined {
    const match = this.isFull || this.closed ? null : pattern.exec(text)
    return match && goesOnFor(this.speaker, text.slice(0, match.indices![1]![0])) ? match : undefined
  }

  private add(parts: readonly Digits[], pieces: readonly Piece[]): void {
    const { bytes, known, spans } = words(SIZE, SIZE / parts.length, 'number', parts, pieces)
    const from = this.given * SIZE
    this.data.bytes.set(bytes, from)
    this.data.known.set(known, from)
    ;(this.data.spans as unknown[]).push(...spans.map((span) => ({ ...span, offset: from + span.offset })))
    this.given++
  }

  hits(): readonly Hit[] {
    this.closed = true
    const { source, first } = this.series
    const { given, data, sure = given } = this
    const hit = this.series.hit(data, given)
    if (this.isFull || sure >= given) return [{ source, line: first.number, lastLine: this.lastLine, data, ...hit }]
    const known = { ...data, known: data.known.map((mask, i) => (i < sure * SIZE ? mask : 0)), bytes: data.bytes.map((byte, i) => (i < sure * SIZE ? byte : 0)), spans: data.spans.filter(({ offset }) => offset < sure * SIZE) }
    return [{ source, line: first.number, lastLine: this.lastLine, data: known, ...hit, notes: [...hit.notes, 'a word is missing, and other lines stand between them: it is not known which those behind these lines are'] }]
  }
}
