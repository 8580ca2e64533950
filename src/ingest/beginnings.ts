import type { Anchors } from './anchors.ts'
import type { Line } from './line.ts'
import { octetsOf } from './octets.ts'
import { amountOf, shownOf, wordsBehind } from './source.ts'
import type { Session, Source } from './source.ts'

/** What begins in a line that may have been broken, or put together of two. */
export class Beginnings {
  private readonly anchors: Anchors<Source>

  constructor(anchors: Anchors<Source>) {
    this.anchors = anchors
  }

  /** The texts that begin in the line, with words that end behind `from`. */
  of(line: Line, from = 0): Session[] {
    return this.anchors.all(octetsOf(line.text), line.text.length).flatMap(({ column, word, of }) => (column + word.length > from ? (of.open(line, column) ?? []) : []))
  }

  /** Whether a text begins in it, of another source than one. */
  are(line: Line, other?: string): boolean {
    return this.anchors.all(octetsOf(line.text), line.text.length).some(({ column, of }) => {
      const session = of.id === other ? undefined : of.open(line, column)
      return session !== undefined && session.mayBeNothing !== true
    })
  }

  /** How many texts it has from end to end. */
  whole(line: Line): number {
    return this.of(line).filter(({ done }) => done).length
  }

  /** How much its texts hold. */
  amount(line: Line): number {
    return this.of(line).flatMap((session) => session.hits()).reduce((sum, hit) => sum + amountOf(hit), 0)
  }

  /** Whether what begins in two lines together needs no more than the first word of the second: then that is of something else. */
  endInOther(line: Line, second: Line, from = 0): boolean {
    const rest = line.stamped ? '' : wordsBehind(second.text)
    const shown = (text: string): string => shownOf(this.of({ ...line, text }, from).flatMap((session) => session.hits()))
    return rest !== '' && shown(line.text) !== '[]' && shown(line.text) === shown(`${line.text.trimEnd().slice(0, -rest.length)} ~`)
  }
}
