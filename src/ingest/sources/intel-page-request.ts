import { speakerOf } from '../device.ts'
import type { Hit } from '../hit.ts'
import { digitsOf, words } from '../hit.ts'
import { joinedLine, Passage } from '../line.ts'
import type { Line } from '../line.ts'
import { standsAlone } from '../source.ts'
import type { Session, Source } from '../source.ts'

const ID = 'linux.intel.page-request'

/** Why Linux refuses a page request: the line before the one with the words, or, in old kernels, before the words themselves. */
const REASONS = [
  'Address is not canonical',
  'Unexpected page request in Privilege Mode',
  'Page request in Privilege Mode',
  'Execution request not supported',
  'Page request without PASID',
  'Page request for invalid PASID',
  'Invalid page request: ',
]

const WORDS = /^(?:Invalid page request|Page request without PASID|Page request for invalid PASID -?\d{1,10}): +((?:0x)?[0-9a-f]{8,16})(?: +((?:0x)?[0-9a-f]{8,16})(?![0-9a-fx]))?/di

/** The same where the line is broken before the words, or in the first of them. */
const BROKEN = /^(?:Page request without PASID|Page request for invalid PASID -?\d{1,10}): *(?:0x)?[0-9a-f]{0,7}$/i

/** A page request that Linux refuses: the reason, then two of its four words. */
export const intelPageRequest: Source = {
  id: ID,
  anchors: REASONS,
  open(line, column) {
    if (line.text.endsWith('Unexpected ', column)) return undefined // the longer wording has its own anchor
    const reason = REASONS.find((text) => line.text.startsWith(text, column))!
    const iommu = speakerOf(line.text.slice(0, column))
    const said = { ...(iommu !== undefined && iommu !== 'IOMMU' && { iommu }) }
    const text = line.text.slice(column)
    if (reason === 'Invalid page request: ') return new Words(line, column, said)
    if (WORDS.test(text) || BROKEN.test(text)) return new Words(line, column, { ...said, reason })
    return standsAlone(line.text.slice(0, column), text.slice(reason.length)) ? new Reason(line, { ...said, reason }) : undefined
  },
}

class Words implements Session {
  readonly patience = 0
  private line: Line
  private readonly column: number
  private passage: Passage
  private readonly said: Hit['said']

  constructor(line: Line, column: number, said: Hit['said']) {
    this.line = line
    this.column = column
    this.passage = new Passage(line, column)
    this.said = said
  }

  private get match(): RegExpExecArray | null {
    return WORDS.exec(this.passage.text)
  }

  get done(): boolean {
    return this.match?.[2] !== undefined
  }

  take(line: Line): boolean {
    if (line.stamped || !/^\s*(?:0x)?[0-9a-f]{1,16}\b/i.test(line.text)) return false
    const [spaced, tight] = ([' ', ''] as const).map((glue) => joinedLine(this.line, line, glue)) as [Line, Line]
    // A terminal breaks a word in the middle: then both are whole with it alone.
    this.line = this.isWhole(tight) && !this.isWhole(spaced) ? tight : spaced
    this.passage = new Passage(this.line, this.column)
    return true
  }

  private isWhole(line: Line): boolean {
    const text = line.text.slice(this.column)
    const match = WORDS.exec(text)
    return match?.[2] !== undefined && text.slice(match[0].length).trim() === ''
  }

  hits(): readonly Hit[] {
    const { match, passage, said } = this
    if (!match) return []
    const data = words(32, 8, 'number', [digitsOf(match, 1), digitsOf(match, 2)], passage.pieces)
    return [{ source: ID, line: passage.line, lastLine: passage.last, record: 'vtd.page-request', data, said, notes: [] }]
  }
}

/** The reason alone, until its words come. */
class Reason implements Session {
  readonly patience = 3
  private readonly line: Line
  private readonly said: Hit['said']
  private words: Words | undefined

  constructor(line: Line, said: Hit['said']) {
    this.line = line
    this.said = said
  }

  get done(): boolean {
    return this.words?.done ?? false
  }

  take(line: Line): boolean {
    if (this.words) return this.words.take(line)
    const column = line.text.indexOf('Invalid page request: ')
    if (column < 0) return false
    const iommu = speakerOf(line.text.slice(0, column))
    this.words = new Words(line, column, { ...this.said, ...(iommu !== undefined && { iommu }) })
    return true
  }

  hits(): readonly Hit[] {
    const hits = this.words?.hits() ?? []
    if (hits.length > 0) return hits.map((hit) => ({ ...hit, line: this.line.number }))
    return [{
      source: ID, line: this.line.number, lastLine: this.line.number, record: 'vtd.page-request', fields: {}, said: this.said,
      notes: ['the log holds the reason only, no word of the request'],
    }]
  }
}
