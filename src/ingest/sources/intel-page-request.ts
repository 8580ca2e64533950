import { speakerOf } from '../device.ts'
import type { Hit } from '../hit.ts'
import { digitsOf, words } from '../hit.ts'
import { joinedLine, Passage } from '../line.ts'
import type { Line } from '../line.ts'
import { standsAlone } from '../source.ts'
import type { Session, Source } from '../source.ts'

const ID = 'linux.intel.page-request'

/** What stands before the words of a request that has a reason of its own line, and where a break may be in it. */
const BEFORE_WORDS = 'Invalid page request: '
const TORN = /Invalid(?: page(?: request:?)?)?\s*$/

/** Why Linux refuses a page request: the line before the one with the words, or, in old kernels, before the words themselves. */
const REASONS = [
  'Address is not canonical',
  'Unexpected page request in Privilege Mode',
  'Page request in Privilege Mode',
  'Execution request not supported',
  'Page request without PASID',
  'Page request for invalid PASID',
  BEFORE_WORDS,
]

/**
 * What is known of a request by its reason alone, since the driver asks one thing after the other: for a PASID before the words that begin with
 * "Unexpected", of which later versions are without, and for a privileged read or write before an execution, which is one with a read.
 */
const PROVED: Readonly<Record<string, NonNullable<Hit['fields']>>> = {
  'Unexpected page request in Privilege Mode': { privilegedModeRequested: true, pasidPresent: true },
  'Page request in Privilege Mode': { privilegedModeRequested: true },
  'Execution request not supported': { executeRequested: true, read: true, privilegedModeRequested: false },
  'Page request without PASID': { pasidPresent: false },
}

const WORDS = /^(?:Invalid page request|Page request without PASID|Page request for invalid PASID (-?\d{1,10})): +((?:0x)?[0-9a-f]{8,16})(?: +((?:0x)?[0-9a-f]{8,16})(?![0-9a-fx]))?/di
/** What is left of the second word where the line breaks off in it. */
const PART = /^ +(?:0x)?[0-9a-f]{1,7}\s*$/i

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
    const said = { event: 'page-request-refused', ...(iommu !== undefined && iommu !== 'IOMMU' && { iommu }) }
    const text = line.text.slice(column)
    if (reason === BEFORE_WORDS) return new Words(line, column, said)
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
    return this.match?.[3] !== undefined
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
    return match?.[3] !== undefined && text.slice(match[0].length).trim() === ''
  }

  hits(): readonly Hit[] {
    const { match, passage, said } = this
    if (!match) return []
    const [first, second] = [digitsOf(match, 2)!, digitsOf(match, 3)]
    const rest = passage.text.slice(match[0].length)
    // A word that ends with the line, and has no other behind it, may have lost digits.
    const isFirstWhole = second !== undefined || rest !== '' || first.length === 16
    const isOld = isOfRevision2(first.value, match[1], match[0])
    const data = words(isOld ? 16 : 32, 8, 'number', [isFirstWhole ? first : undefined, second], passage.pieces)
    const notes = second !== undefined ? [] : [isFirstWhole ? `the log ${PART.test(rest) ? 'breaks off in' : 'does not hold'} the second word` : 'the log breaks off in the first word, or behind it']
    return [{ source: ID, line: passage.line, lastLine: passage.last, record: isOld ? 'vtd.page-request-v2' : 'vtd.page-request', data, said, notes }]
  }
}

/** PASIDs in the first word of a request: of revision 3 and 4, and of revision 2. */
const pasidIn = (word: bigint, from: bigint): bigint => (word >> from) & 0xfffffn

/** Whether the words are those of revision 2, which kernels before 5.0 print with the same text: what it says of the PASID tells. */
function isOfRevision2(word: bigint, pasid: string | undefined, text: string): boolean {
  if (pasid !== undefined) return BigInt(pasid) === pasidIn(word, 4n) && BigInt(pasid) !== pasidIn(word, 32n)
  // Of those without a PASID, one of revision 3 has a type; one of revision 2 does not have the bit for it.
  return text.startsWith('Page request without PASID') && (word & 0xffn) !== 1n && (word & 4n) === 0n
}

/** The reason alone, until its words come. */
class Reason implements Session {
  readonly patience = 3
  private readonly line: Line
  private readonly said: Hit['said']
  private words: Words | undefined
  /** A line at whose end a mail client may have torn the text before the words. */
  private torn: Line | undefined

  constructor(line: Line, said: Hit['said']) {
    this.line = line
    this.said = said
  }

  get done(): boolean {
    return this.words?.done ?? false
  }

  take(line: Line): boolean {
    if (this.words) return this.words.take(line)
    const { torn } = this
    const ways = [line, ...(torn && !line.stamped ? ([' ', ''] as const).map((glue) => joinedLine(torn, line, glue)) : [])]
    const whole = ways.find(({ text }) => text.includes(BEFORE_WORDS))
    this.torn = TORN.test(line.text) ? line : undefined
    if (!whole) return false
    const column = whole.text.indexOf(BEFORE_WORDS)
    const iommu = speakerOf(whole.text.slice(0, column))
    this.words = new Words(whole, column, { ...this.said, ...(iommu !== undefined && { iommu }) })
    return true
  }

  hits(): readonly Hit[] {
    const hits = this.words?.hits() ?? []
    if (hits.length > 0) return hits.map((hit) => ({ ...hit, line: this.line.number }))
    return [{
      source: ID, line: this.line.number, lastLine: this.line.number, record: 'vtd.page-request', fields: PROVED[String(this.said.reason)] ?? {}, said: this.said,
      notes: ['the log holds the reason only, no word of the request'],
    }]
  }
}
