import { whole } from '../hit.ts'
import type { Hit } from '../hit.ts'
import type { Line } from '../line.ts'
import type { Session, Source } from '../source.ts'
import { bytesOfBase64 } from './base64.ts'

const ID = 'base64.file'

/** Lines that are kept, of a file in a mail. */
const MOST = 4096
const DIGITS = /^\s{0,8}([A-Za-z0-9+/]{1,100}={0,2})\s*$/
/** What may stand between the head of a part and its digits. */
const HEAD = /^(?:[A-Z][\w-]{2,40}:|\s+\S+=)/
const CAPTURE = /^(?:\xd4\xc3\xb2\xa1|\xa1\xb2\xc3\xd4|\x4d\x3c\xb2\xa1|\xa1\xb2\x3c\x4d|\x0a\x0d\x0d\x0a)/

/** A file in a mail, of which the text says that it is in base64. */
export const base64File: Source = {
  id: ID,
  anchors: ['Transfer-Encoding: base64', 'begin-base64 '],
  open: (line, column) => (column > 10 || line.text.length > 200 ? undefined : new File(line)),
}

class File implements Session {
  /** An empty line ends the head. */
  patience = 2
  done = false
  readonly mayBeNothing = true
  private readonly digits: string[] = []
  private readonly lines: Line[] = []
  private readonly first: Line

  constructor(line: Line) {
    this.first = line
  }

  get lost(): readonly Line[] {
    return this.lines.length > 64 ? [] : this.lines
  }

  take(line: Line): boolean {
    const [, digits] = DIGITS.exec(line.text) ?? []
    if (digits === undefined || this.lines.length === MOST) {
      if (this.lines.length === 0 && HEAD.test(line.text)) return true
      this.done = this.lines.length > 0
      return /^={4}$/.test(line.text)
    }
    this.patience = 0
    this.digits.push(digits)
    this.lines.push(line)
    this.done = digits.endsWith('=')
    return true
  }

  hits(): readonly Hit[] {
    const all = this.digits.join('')
    if (all.length < 16 || all.length % 4 !== 0 || !/^[^=]+={0,2}$/.test(all)) return []
    const bytes = bytesOfBase64(all)
    const hit = { source: ID, line: this.first.number, lastLine: this.lines.at(-1)!.number, said: {} }
    if (CAPTURE.test(String.fromCharCode(...bytes.subarray(0, 4)))) return [{ ...hit, name: 'capture in base64', notes: ['not read: "base64 -d" makes a file of it, which "read" takes'] }]
    return [{ ...hit, data: whole(bytes), reading: 'base64', notes: [], doubtful: 'prose' }]
  }
}
