import { concat } from '../../packet/bytes.ts'
import { HexError, HexReader, LABELLED_ROW, resolve } from '../hex/index.ts'
import type { Piece, Reading } from '../hex/index.ts'
import { whole } from '../hit.ts'
import type { Hit, Known, Reading as ReadingOfHit, Span } from '../hit.ts'
import { placeOf } from '../line.ts'
import type { Line } from '../line.ts'
import type { Session, Source } from '../source.ts'
import { isOfCounters, isOfKernel } from '../strangers.ts'

const ID = 'hex'

/** Fewer bytes than this are no record, and may be any word that looks like hexadecimal digits. */
const LEAST = 8

/** Bytes of one dump that are kept; of a longer one the rest is a dump of its own. A multiple of the size of every record. */
const MOST = 68 * 960

const WORD = '(?:0x)?(?:[0-9a-f]{8}|[0-9a-f]{16})(?![0-9a-f])'

/** A label, then two words or more of 8 or 16 digits, or one long run, perhaps a remark in brackets. */
const LABELLED = new RegExp(`^(?:[^:=]{0,80}[:=]){1,4}\\s*(${WORD}(?:[\\s,]+${WORD}){1,15}|(?:[0-9a-f]{8}){3,64}(?![0-9a-f]))\\s*(?:\\([^)]{0,60}\\))?\\s*$`, 'i')

/** Lines of hex: words, arrays, strings, and the dumps of the usual tools. */
export const hex: Source = {
  id: ID,
  anchors: [],
  shape: /^\s*(?:[{[("'b]{1,4}\s*|\.\s+|[A-Z]{1,4}:|<Buffer |)(?:\\x|0x|\d{1,3}'h)?[0-9a-f]{2}/i,
  open(line) {
    const dump = new Dump(line.number, { doubtful: doubtOf(line) })
    return dump.take(line) ? dump : undefined
  },
}

const OFFSET = /^(?:[0-9a-f]{8}|[0-9a-f]{16}):/i

/** Rows that all have the same label before them, as `print_hex_dump` writes them. */
export const prefixedRows: Source = {
  id: 'hex.prefixed',
  anchors: [],
  shape: LABELLED_ROW,
  open(line) {
    const label = LABELLED_ROW.exec(line.text)![1]!
    const dump = new Dump(line.number, { doubtful: OFFSET.test(line.text.slice(label.length)) ? 'prose' : 'log', label })
    return dump.take(line, label.length) ? { patience: 3, done: false, take: (next) => next.text.startsWith(label) && dump.take(next, label.length), hits: () => dump.hits() } : undefined
  },
}

/** Words at the end of a line behind a label, as people write them into mails. */
export const labelledWords: Source = {
  id: 'hex.labelled',
  anchors: [],
  shape: LABELLED,
  open(line) {
    const match = LABELLED.exec(line.text)!
    const column = line.text.indexOf(match[1]!)
    const dump = new Dump(line.number, { doubtful: line.stamped ? 'log' : 'prose', label: line.text.slice(0, column) })
    return dump.take(line, column, column + match[1]!.length) ? dump : undefined
  },
}

const doubtOf = ({ stamped, amongText }: Line): Hit['doubtful'] => (stamped ? 'log' : amongText ? 'prose' : undefined)

/** A piece, and where its line stands in the input. */
interface Placed {
  readonly piece: Piece
  readonly line: Line
  readonly column: number
}

class Dump implements Session {
  readonly patience = 0
  done = false
  private readonly reader = new HexReader()
  private readonly pieces: Placed[] = []
  private size = 0
  private readonly first: number
  private last: number
  private problem: string | undefined

  /** What stands before the words, and how sure it is that they are a dump. */
  private readonly about: { readonly label?: string; readonly doubtful: Hit['doubtful'] }
  /** Whether the words have `0x`, as numbers have. */
  private numbers = true
  /** Whether a row is known to be of something else, and whether all may be. */
  private ofKernel = false
  private ofCounters = true

  constructor(line: number, about: Dump['about']) {
    this.first = line
    this.last = line
    this.about = about
  }

  take(line: Line, from = 0, to = line.text.length): boolean {
    if (this.size >= MOST) return false
    try {
      const text = from === 0 && to === line.text.length ? line.text : line.text.slice(from, to)
      const pieces = this.reader.line(text)
      for (const piece of pieces) {
        this.pieces.push({ piece, line, column: from })
        this.size += piece.bytes.length
      }
      if (pieces.length > 0) {
        this.last = line.number
        this.ofKernel ||= isOfKernel(text)
        this.ofCounters &&= isOfCounters(text)
      }
      if (this.numbers && pieces.length > 0 && !/0x/i.test(text.replace(/^\s*0x[0-9a-f]+:/i, ''))) this.numbers = false
      return true
    } catch (error) {
      if (!(error instanceof HexError)) throw error
      // A line of something else ends the dump; one that is hex and does not fit it is worth a word.
      if (this.size > 0 && /^\s*(?:0x)?[0-9a-f]{4,16}:/i.test(line.text)) this.problem = error.message
      return false
    }
  }

  hits(): readonly Hit[] {
    if (this.size < LEAST) return []
    const notes = this.problem === undefined ? [] : [`the dump breaks off: ${this.problem}`]
    try {
      this.reader.end()
    } catch (error) {
      if (!(error instanceof HexError)) throw error
      notes.push(error.message)
    }
    const { label } = this.about
    const doubtful = this.ofKernel || this.ofCounters ? 'stranger' : this.about.doubtful
    const hit = { source: ID, line: this.first, lastLine: this.last, said: label === undefined ? {} : { label: label.trim() }, notes, ...(doubtful && { doubtful }) }
    const readings = this.readings()
    return [readings.length === 1 ? { ...hit, data: readings[0]!.data, reading: readings[0]!.reading } : { ...hit, readings }]
  }

  /** The bytes, in each way in which the words can be read. */
  private readings(): readonly ReadingOfHit[] {
    const either = this.pieces.some(({ piece }) => piece.order === 'either')
    const asBytes = { reading: 'bytes in the order in which they stand', data: this.known('bytes') }
    if (!either) return [this.pieces.some(({ piece }) => piece.order === 'number') ? { ...asBytes, reading: 'words as little-endian numbers' } : asBytes]
    const asNumbers = { reading: 'words as little-endian numbers', data: this.known('number'), ...(this.numbers && { likely: true }) }
    return asBytes.data.bytes.every((byte, i) => byte === asNumbers.data.bytes[i]) ? [asBytes] : [asBytes, asNumbers]
  }

  private known(reading: Reading): Known {
    const bytes = concat(this.pieces.map(({ piece }) => resolve(piece, reading)))
    const spans: Span[] = []
    let offset = 0
    for (const { piece: { bytes: { length }, places: { starts, ends }, order, unit }, line: { pieces }, column } of this.pieces) {
      const turned = order === 'number' || (order === 'either' && reading === 'number')
      // Where the size of a word is given, each group is one; otherwise `unit` says it.
      const size = starts.length === 0 ? 0 : order === 'bytes' ? length / starts.length : unit
      starts.forEach((at, i) => {
        if (at >= 0) spans.push({ start: placeOf(pieces, column + at), end: placeOf(pieces, column + ends[i]! - 1) + 1, offset: offset + i * size, size, order: turned ? 'number' : 'memory' })
      })
      offset += length
    }
    return whole(bytes, spans)
  }
}
