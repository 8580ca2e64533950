import type { Hit } from '../hit.ts'
import type { Line } from '../line.ts'
import type { Session } from '../source.ts'
import { Report } from './cper-lines.ts'

/** Sections of a log that a mail client has filled anew: its lines end anywhere, and the stamps of syslog stand in the midst of them. */

const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)'

/** The stamp of another line in the midst of one, or the beginning of it at the end. */
const STAMP = new RegExp(`\\s${MONTH} [ \\d]?\\d(?: \\d\\d:\\d\\d:\\d\\d(?=\\s|$)|$)`)

/** From where on a text is that of the next line of the log, of which the stamp may be broken. */
const NEXT = new RegExp(`\\s+${MONTH}(?: [ \\d]?\\d(?: \\d\\d:\\d\\d:\\d\\d(?:\\s.*)?)?)?$`)

const SPEAKER = /(\{\d{1,6}\})?\[Hardware Error\]:/g

/** Lines of a report, and those of other text between them. */
const MOST = 80

/** Whether a line of a report has the stamp of another in it. */
export const isFilled = ({ text }: Line): boolean => text.length <= 200 && text.includes('[Hardware Error]:') && STAMP.test(text)

export class Filled implements Session {
  readonly patience = 2
  private readonly id: string
  private readonly lines: Line[]

  constructor(id: string, lines: readonly Line[]) {
    this.id = id
    this.lines = [...lines]
  }

  get done(): boolean {
    return this.lines.length >= MOST
  }

  get mayBeNothing(): boolean {
    return this.hits().length === 0
  }

  take(line: Line): boolean {
    if (line.text.trim() === '') return false
    this.lines.push(line)
    // The log of a header is an item of its own.
    return /\[Hardware\b|\bError\]:/.test(line.text) && !line.text.includes('TLP Header')
  }

  hits(): readonly Hit[] {
    const { text, lineAt } = joined(this.lines)
    const found: { readonly number: string; readonly report: Report; first: number; last: number }[] = []
    const messages = [...text.matchAll(SPEAKER)]
    messages.forEach(({ 0: { length }, 1: number = '', index }, i) => {
      const end = messages[i + 1]?.index ?? text.length
      const whole = text.slice(index + length, end)
      const says = /^[^\n]*/.exec(whole)![0].trimEnd().replace(NEXT, '').trim()
      const place = { first: lineAt(index + length + 1), last: lineAt(index + length + whole.length - whole.trimStart().length + says.length - 1) }
      const isNew = found.at(-1)?.number !== number || /^section_type: |^Error \d{1,4}, type: /i.test(says)
      if (isNew && (found.at(-1)?.number !== number || !found.at(-1)!.report.isEmpty)) found.push({ number, report: new Report(number), ...place })
      let own = found.at(-1)!
      if (own.report.severity(says)) return
      if (own.report.isEmpty) Object.assign(own, place)
      let isTaken = own.report.header(says)
      const said = isTaken ? undefined : own.report.says(says)
      if (said === 'again') {
        own = { number, report: new Report(number), ...place }
        found.push(own)
        own.report.says(says)
      }
      isTaken ||= said !== undefined
      if (isTaken) own.last = place.last
      if (own.report.aer(whole)) own.last = lineAt(index + length + whole.length - 1)
    })
    return found.flatMap(({ report, first, last }) => (report.isEmpty ? [] : [report.hit(this.id, first, last)]))
  }
}

/** Lines as one text, in which those that begin a message stay lines, and in which of them a place of it is. */
function joined(lines: readonly Line[]): { readonly text: string; lineAt(place: number): number } {
  let text = ''
  const begins: { readonly at: number; readonly number: number }[] = []
  for (const line of lines) {
    if (text !== '') text += line.stamped ? '\n' : ' '
    begins.push({ at: text.length, number: line.number })
    text += line.text.trim()
  }
  return { text, lineAt: (place) => begins.findLast(({ at }) => at <= place)!.number }
}
