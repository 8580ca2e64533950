import type { Anchors } from './anchors.ts'
import { Beginnings } from './beginnings.ts'
import { behindIn, mayMatter } from './glance.ts'
import { isHexRow, isOfHead, isTextRow } from './hex/index.ts'
import type { Hit } from './hit.ts'
import { joinedLine } from './line.ts'
import { endOf } from './line-ends.ts'
import type { Line } from './line.ts'
import { Cleaner } from './lines.ts'
import { lookupOf } from './lookup.ts'
import type { Lookup } from './lookup.ts'
import { blockOf, markOf, octetsOf } from './octets.ts'
import type { Block } from './octets.ts'
import { MOST } from './sieve/index.ts'
import type { Session, Source } from './source.ts'
import { endsNumber, goesOnInText, isOfTerminal, isWide, LARGER, mayGoOn, TERMINAL } from './terminal-rows.ts'

/** A line that is too long to be text of a log. */
export interface TooLong {
  readonly line: number
  /** Where it begins in the input. */
  readonly at: number
}

/** Longest line that is read, in characters: a dump of four thousand bytes of configuration space is one tenth of it. */
export const LONGEST_LINE = 65536

/** Lines that are too long of which the place is kept; a file without line feeds has one, a hostile one as many as it likes. */
const KEPT = 1000

const LINE_FEED = 0x0a

/** Rows of a terminal that one line takes at the most. */
const ROWS = 6

const joined = (rows: readonly Line[]): Line => rows.reduce((all, row) => joinedLine(all, row, ''))

interface Open {
  readonly session: Session
  waited: number
  /** What was found, once the text has ended. It is held back until every text that began earlier has ended too. */
  found?: readonly Hit[]
}

/**
 * Finds records in text that comes piece by piece. It keeps no more than the line that is not yet whole and the texts
 * that have begun. Lines that have no anchor and no hex are passed over without being cut out.
 */
export class TextReader {
  private readonly cleaner = new Cleaner()
  private readonly lookup: Lookup
  private readonly anchors: Anchors<Source>
  private readonly beginnings: Beginnings
  private readonly open: Open[] = []
  private rest = ''
  private at = 0
  /** Lines that have been read as a whole, or passed over. */
  number = 0
  private skipping = false
  private amongText = false
  /** A line in which nothing began, and at whose end a mail client may have torn the words by which a text is found. */
  private torn: Line | undefined
  /** A line that is as wide as a terminal, which may go on in the next, and those that may have gone on with it. */
  private wide: readonly Line[] = []
  readonly tooLong: TooLong[] = []

  constructor(sources: readonly Source[]) {
    this.lookup = lookupOf(sources)
    this.anchors = this.lookup.anchors
    this.beginnings = new Beginnings(this.anchors)
  }

  /**
   * The next piece of the input. Texts that are whole with it are handed out in the order in which they end.
   * @param piece text, or bytes of a file, each of which is taken for a character of Latin-1
   */
  push(piece: string | Uint8Array): readonly Hit[] {
    const hits: Hit[] = []
    const mark = this.at === 0 && this.rest === '' ? markOf(piece) : 0
    this.at += mark
    for (let at = mark; at < piece.length; at += MOST) this.block(blockOf(typeof piece === 'string' ? piece.slice(at, at + MOST) : piece.subarray(at, at + MOST)), hits)
    return hits
  }

  /** The end of the input: what has begun is handed out as far as it is there. */
  end(): readonly Hit[] {
    const hits: Hit[] = []
    if (this.rest !== '' || this.skipping) this.lines(blockOf(`${this.rest}\n`), 0, hits)
    this.rest = ''
    for (const line of this.cleaner.end()) this.next(line, hits)
    this.offerRows(this.wide, hits)
    this.wide = []
    for (const open of this.open) if (!open.found) this.close(open)
    this.release(hits)
    return hits
  }

  /** Whether nothing but that there was text before it tells how the next piece is read. */
  get isIdle(): boolean {
    return this.amongText && this.rest === '' && !this.skipping && !this.hasBegun && this.cleaner.isFresh
  }

  /** Passes over lines in which nothing begins. */
  pass(bytes: number, lines: number): void {
    this.at += bytes
    this.number += lines
  }

  /** Whether there is something with which the next line may go on. */
  private get hasBegun(): boolean {
    return this.open.length > 0 || this.cleaner.isOpen || this.torn !== undefined || this.wide.length > 0
  }

  private tooMuch(length: number): void {
    if (!this.skipping && this.tooLong.length < KEPT) this.tooLong.push({ line: this.number + 1, at: this.at })
    this.skipping = true
    this.at += length
    this.rest = ''
  }

  private block(block: Block, hits: Hit[]): void {
    const { bytes } = block
    const [first, last] = [bytes.indexOf(LINE_FEED) + 1, bytes.lastIndexOf(LINE_FEED) + 1]
    if (first > 0) {
      this.lines(blockOf(this.rest + block.text(0, first)), 0, hits)
      this.lines(block, first, hits)
      this.rest = ''
    }
    this.rest += block.text(last)
    if (this.rest.length > LONGEST_LINE) this.tooMuch(this.rest.length)
  }

  /** The lines of a block that are whole, from `begin` on. */
  private lines(block: Block, begin: number, hits: Hit[]): void {
    const { bytes } = block
    const { anchors, lookup: { sieve } } = this
    const [before, end] = [this.at - begin, bytes.lastIndexOf(LINE_FEED) + 1]
    const marks = sieve.marks(bytes, end)
    const behind = (at: number, most: number): number => marks.behind(at, most)
    const mayHoldRun = (at: number, most: number): boolean => marks.mayHoldRun(at, most)
    let word = marks.word(begin)
    for (let from = begin; from < end;) {
      const to = marks.lineEnd(from)
      if (to - from > LONGEST_LINE) this.tooMuch(0)
      this.number++
      if (!this.skipping) {
        const last = endOf(bytes, from, to)
        if (this.hasBegun || word < to || mayMatter(bytes, from, last, behind, mayHoldRun) || anchors.mayBeTorn(bytes, from, last)) {
          for (const line of this.cleaner.clean(block.text(from, to), before + from, this.number, this.wide.length > 0 || this.open.some(({ found, session }) => !found && session.hasBrackets))) this.next(line, hits)
        } else if (to - from > 1) this.amongText ||= !isOfHead(block.text(from, last))
      }
      this.skipping = false
      from = to + 1
      this.at = before + from
      if (word < from) word = marks.word(from)
    }
  }

  /** The next line, where a terminal broke it put together with those that go on with it. */
  private next(line: Line, hits: Hit[]): void {
    const { wide } = this
    this.wide = []
    const last = wide.at(-1)
    if (last && mayGoOn(last, line)) {
      const rows = [...wide, line]
      if (line.width === last.width && (line.width === TERMINAL || LARGER.has(line.width)) && rows.length < ROWS) this.wide = rows
      else this.offerRows(rows, hits)
      return
    }
    this.offerRows(wide, hits)
    if (isWide(line) && (this.open.length > 0 || this.anchors.next(octetsOf(line.text), 0, line.text.length) < line.text.length || this.mayBeTorn(line))) this.wide = [line]
    else this.offer(line, hits)
  }

  /** Rows that may be one line: as many of them as go on with the first, and the others each by itself. */
  private offerRows(rows: readonly Line[], hits: Hit[]): void {
    let size = rows.length
    while (size > 1 && !this.goesOn(rows.slice(0, size))) size--
    const whole = rows.slice(0, size)
    if (whole.length > 0) this.offer(joined(whole), hits)
    for (const row of rows.slice(size)) this.offer(row, hits)
  }

  /** Whether rows are one line that is broken in a word. A mail client breaks between words, and some lines are as wide by chance. */
  private goesOn(rows: readonly Line[]): boolean {
    // What the text beside the bytes of a dump looks like is no matter.
    if (rows.some(({ text }) => isTextRow(text))) return false
    const [whole, wide, line] = [joined(rows), joined(rows.slice(0, -1)), rows.at(-1)!]
    if (rows.slice(1).some((row) => this.beginnings.are(row))) return false
    if (this.open.some(({ found, session }) => !found && session.needs?.(wide))) return false
    // A number does not go on in another.
    if (/[0-9a-z]$/i.test(wide.text) && /^0x[0-9a-f]/i.test(line.text)) return false
    const [found, alone] = [this.beginnings.whole(whole), this.beginnings.whole(wide)]
    if (endsNumber(wide, line)) return false
    // What is as wide as a terminal was most likely broken there; any other line only if all of the next belongs to it.
    if (!isOfTerminal(wide) && ((alone > 0 && found <= alone && !wide.stamped && !goesOnInText(wide, line)) || this.beginnings.amount(whole) < this.beginnings.amount(wide) || this.beginnings.endInOther(whole, line))) return false
    if (found > 0 || wide.width !== TERMINAL) return found >= Math.max(1, alone)
    // Rows of a dump are as wide as the next.
    if (!isHexRow(whole.text) && rows.every(({ text }) => isHexRow(text))) return false
    const spaced = joinedLine(wide, line, ' ')
    return !this.beginnings.are(wide) && alone === 0 && this.beginnings.whole(spaced) === 0 && (this.beginnings.are(whole) || !this.beginnings.are(spaced))
  }

  private mayMatter({ text }: Line): boolean {
    const octets = octetsOf(text)
    return mayMatter(octets, 0, endOf(octets, 0, text.length), behindIn(octets))
  }

  /** Whether the words by which a text is found may be broken at the end of the line. */
  private mayBeTorn({ text }: Line): boolean {
    const octets = octetsOf(text)
    return this.anchors.mayBeTorn(octets, 0, endOf(octets, 0, text.length))
  }

  private offer(line: Line, hits: Hit[]): void {
    let taken = false
    let following: Session | undefined
    for (const open of this.open) {
      if (open.found) continue
      const { session } = open
      if (!taken && !(session.tornOf !== undefined && this.beginnings.are(line, session.tornOf)) && session.take(line)) {
        taken = true
        open.waited = 0
      } else if (!taken && (following = session.next?.(line))) {
        taken = true
        open.found = session.hits()
      } else if (++open.waited > session.patience) this.close(open)
      if (session.done && !open.found) this.close(open)
    }
    if (following) this.open.push({ session: following, waited: 0 })
    const { torn } = this
    this.torn = undefined
    if (!taken && !(torn && this.mended(torn, line)) && !this.begin(line, 0) && line.text.trim() !== '') this.amongText ||= !isOfHead(line.text)
    if (!taken && this.mayBeTorn(line)) this.torn = line
    this.release(hits)
  }

  /** The end of a text. What it took in vain is looked at again: texts that begin there see the lines behind it as well. */
  private close(open: Open): void {
    open.found = open.session.hits()
    const lost = open.found.length > 0 ? open.session.others : open.session.lost
    if (!lost) return
    const from = this.open.length
    for (const line of lost) if (!this.open.slice(from).some(({ found, session }) => !found && session.take(line))) this.begin(line, 0)
  }

  /** Whether something begins in the two lines together that their break hides. */
  private mended(torn: Line, line: Line): boolean {
    for (const glue of ['', ' '] as const) {
      const whole = joinedLine(torn, line, glue)
      const seam = (glue === '' ? torn.text : torn.text.trimEnd()).length
      if (this.anchors.isTornAt(whole.text, seam) && !this.beginnings.endInOther(whole, line, seam) && this.begin(whole, seam)) return true
    }
    return false
  }

  /** Whether something begins in the line, with words that end behind `from`. */
  private begin(line: Line, from: number): boolean {
    const begun = this.beginnings.of(line, from)
    const isBegun = begun.some(({ mayBeNothing }) => mayBeNothing !== true)
    if (!isBegun && from === 0 && this.mayMatter(line)) {
      const own = this.amongText ? { ...line, amongText: true } : line
      for (const { shape, open } of this.lookup.shaped) {
        const session = shape!.test(line.text) ? open(own, 0) : undefined
        if (!session) continue
        begun.push(session)
        break
      }
    }
    for (const session of begun) this.open.push({ session, waited: 0, ...(session.done && { found: session.hits() }) })
    return begun.some(({ mayBeNothing }) => mayBeNothing !== true)
  }

  /** Hands out what has ended, in the order in which it began. */
  private release(hits: Hit[]): void {
    if (this.open[0]?.found === undefined) return
    const going = this.open.findIndex(({ found }) => found === undefined)
    const ended = this.open.splice(0, going < 0 ? this.open.length : going)
    for (const hit of ended.flatMap(({ found }) => found!).sort((a, b) => a.line - b.line)) hits.push(hit)
  }
}
