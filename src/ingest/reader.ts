import type { Hit } from './hit.ts'
import type { Line } from './line.ts'
import { Cleaner } from './lines.ts'
import type { Session, Source } from './source.ts'

/** A line that is too long to be text of a log. */
export interface TooLong {
  readonly line: number
  /** Where it begins in the input. */
  readonly at: number
}

/** Longest line that is read, in characters: a dump of four thousand bytes of configuration space is one tenth of it. */
export const LONGEST_LINE = 65536

const HEX = /^\s*(?:0x|\\x|[{\[("'])?\s*(?:0x)?[0-9a-f]/i

interface Open {
  readonly session: Session
  waited: number
  /** What was found, once the text has ended. It is held back until every text that began earlier has ended too. */
  found?: readonly Hit[]
}

/**
 * Finds records in text that comes piece by piece. It keeps no more than the line that is not yet whole and the texts
 * that have begun.
 */
export class TextReader {
  private readonly cleaner = new Cleaner()
  private readonly anchors: readonly { readonly anchor: string; readonly source: Source }[]
  private readonly shaped: readonly Source[]
  private readonly open: Open[] = []
  private rest = ''
  private at = 0
  private number = 0
  private skipping = false
  readonly tooLong: TooLong[] = []

  constructor(sources: readonly Source[]) {
    this.shaped = sources.filter(({ shape }) => shape !== undefined)
    this.anchors = sources.flatMap((source) => source.anchors.map((anchor) => ({ anchor, source })))
  }

  /** The next piece of the input. Texts that are whole with it are handed out in the order in which they end. */
  push(text: string): readonly Hit[] {
    const hits: Hit[] = []
    let from = 0
    for (let to = text.indexOf('\n'); to >= 0; to = text.indexOf('\n', from)) {
      this.feed(text.slice(from, to), hits)
      from = to + 1
    }
    this.rest += text.slice(from)
    if (this.rest.length > LONGEST_LINE) this.tooMuch()
    return hits
  }

  /** The end of the input: what has begun is handed out as far as it is there. */
  end(): readonly Hit[] {
    const hits: Hit[] = []
    if (this.rest !== '' || this.skipping) this.feed('', hits)
    for (const line of this.cleaner.end()) this.offer(line, hits)
    for (const open of this.open) open.found ??= open.session.hits()
    this.release(hits)
    return hits
  }

  private tooMuch(): void {
    if (!this.skipping) this.tooLong.push({ line: this.number + 1, at: this.at })
    this.skipping = true
    this.at += this.rest.length
    this.rest = ''
  }

  private feed(end: string, hits: Hit[]): void {
    const text = this.rest + end
    if (text.length > LONGEST_LINE) {
      this.rest = text
      this.tooMuch()
    }
    this.rest = ''
    this.number++
    if (!this.skipping) for (const line of this.cleaner.clean(text, this.at, this.number)) this.offer(line, hits)
    this.at += this.skipping ? end.length + 1 : text.length + 1
    this.skipping = false
  }

  private offer(line: Line, hits: Hit[]): void {
    let taken = false
    for (const open of this.open) {
      if (open.found) continue
      const { session } = open
      if (!taken && session.take(line)) {
        taken = true
        open.waited = 0
      } else if (++open.waited > session.patience) open.found = session.hits()
      if (session.done) open.found ??= session.hits()
    }
    if (!taken) this.begin(line)
    this.release(hits)
  }

  private begin(line: Line): void {
    const begun: { column: number; session: Session }[] = []
    for (const { anchor, source } of this.anchors) {
      for (let column = line.text.indexOf(anchor); column >= 0; column = line.text.indexOf(anchor, column + anchor.length)) {
        const session = source.open(line, column)
        if (session) begun.push({ column, session })
      }
    }
    if (begun.length === 0 && (!line.stamped || HEX.test(line.text))) {
      for (const { shape, open } of this.shaped) {
        const session = shape!.test(line.text) ? open(line, 0) : undefined
        if (!session) continue
        begun.push({ column: 0, session })
        break
      }
    }
    for (const { session } of begun.sort((a, b) => a.column - b.column)) this.open.push({ session, waited: 0, ...(session.done && { found: session.hits() }) })
  }

  /** Hands out what has ended, in the order in which it began. */
  private release(hits: Hit[]): void {
    let ended = 0
    for (const { found } of this.open) {
      if (found === undefined) break
      hits.push(...found)
      ended++
    }
    if (ended > 0) this.open.splice(0, ended)
  }
}
