import type { Hit } from '../hit.ts'
import type { Line } from '../line.ts'
import { joinedLine } from '../line.ts'
import type { Session, Source } from '../source.ts'
import { Filled, isFilled } from './cper-filled.ts'
import { Report } from './cper-lines.ts'

const ID = 'linux.cper.pcie-section'

/** What stands before each line: the number of the report, and that the hardware has the word. */
const SPEAKER = /(\{\d{1,6}\})?\[Hardware Error\]:\s{0,8}/

const SECTION = /^section_type: /i
const BEGINS = /^(?:section_type: PCIe|(?:port_type|device_id|slot|secondary_bus|vendor_id|bridge|aer_(?:cor|uncor)_(?:status|severity)):(?:\s|$))/i
/** What stands before a section of any kind. */
const SEVERITY = /^(?:event severity|Error \d{1,4}, type): /i

/** A line of the section may be broken once. */
const LONGEST = 200

/** The PCI Express section of a report of the firmware, a line for each few fields, from whichever line on the log has it. */
export const cperPcie: Source = {
  id: ID,
  anchors: ['[Hardware Error]: '],
  open(first) {
    if (isFilled(first)) return new Filled(ID, [first])
    const text = textOf(first)
    return text !== undefined && (BEGINS.test(text.text) || SEVERITY.test(text.text)) ? new Section(first) : undefined
  },
}

/** What a line says behind the words that all of them begin with. */
function textOf({ text }: Line): { readonly text: string; readonly report: string; readonly column: number } | undefined {
  const match = text.length > LONGEST ? null : SPEAKER.exec(text)
  return match ? { text: text.slice(match.index + match[0].length), report: match[1] ?? '', column: match.index + match[0].length } : undefined
}

class Section implements Session {
  readonly patience = 2
  done = false
  private first: number | undefined
  private last: number
  private readonly report: string
  private readonly says: Report
  /** A line that is not whole, which a mail client may have broken. */
  private open: { readonly line: Line; readonly column: number } | undefined
  /** All lines, as long as they may turn out to be filled anew. */
  private readonly lines: Line[] = []
  private isFilled = false

  constructor(line: Line) {
    this.report = textOf(line)!.report
    this.last = line.number
    this.says = new Report(this.report)
    this.take(line)
  }

  get mayBeNothing(): boolean {
    return this.first === undefined
  }

  take(line: Line): boolean {
    if (isFilled(line)) return false
    if (line.text.trim() !== '') this.lines.push(line)
    const found = textOf(line)
    if (found === undefined) return this.mended(line)
    this.open = undefined
    const { text, report, column } = found
    const isSection = SECTION.test(text)
    // It begins another section, or is one of something else.
    if (report !== this.report || (this.first !== undefined ? isSection || SEVERITY.test(text) : isSection && !BEGINS.test(text))) return this.end()
    if (this.says.severity(text)) return true
    if (isSection) this.first = line.number
    if (isSection) return true
    // Its own source reads it as a packet.
    if (this.says.header(text)) return this.goesTo(line, false)
    const said = this.says.says(text)
    if (said === 'again') return this.end()
    if (said !== undefined) return this.goesTo(line, true)
    this.open = { line, column }
    return !/^TLP Header/i.test(text) && /^[a-z_ ]{4,24}:/i.test(text)
  }

  next(line: Line): Session | undefined {
    if (this.done || !isFilled(line)) return undefined
    this.isFilled = true
    return new Filled(ID, [...this.lines, line])
  }

  private end(): boolean {
    this.done = true
    return false
  }

  private goesTo({ number }: Line, isTaken: boolean): boolean {
    this.first ??= number
    this.last = number
    return isTaken
  }

  /** A line without its beginning: what the line before lacks, if both together are one of the section; or one of the AER driver. */
  private mended(line: Line): boolean {
    const { open } = this
    this.open = undefined
    if (this.says.aer(line.text)) return this.goesTo(line, true)
    if (line.text.trim() === '') return false
    if (open && !line.stamped) {
      for (const glue of [' ', ''] as const) {
        const text = joinedLine(open.line, line, glue).text.slice(open.column)
        if (this.says.says(text) === 'new' || this.says.aer(text)) return this.goesTo(line, true)
        if (this.says.header(text)) return this.goesTo(line, false)
      }
    }
    if (/aer_status: /.test(line.text)) this.open = { line, column: 0 }
    return false
  }

  hits(): readonly Hit[] {
    return this.isFilled || this.says.isEmpty ? [] : [this.says.hit(ID, this.first!, this.last)]
  }
}
