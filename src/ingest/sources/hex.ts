import { concat } from '../../packet/bytes.ts'
import { HexError, HexReader, isHead, LABELLED_ROW, resolve } from '../hex/index.ts'
import type { Piece, Reading } from '../hex/index.ts'
import { spansIn, whole } from '../hit.ts'
import type { Hit, Known, Reading as ReadingOfHit, Span } from '../hit.ts'
import { doubtOf, placesOf } from '../line.ts'
import type { Line } from '../line.ts'
import type { Session, Source } from '../source.ts'
import { WHOLE_RECORDS } from '../unit.ts'
import { isOfCounters, isOfKernel } from '../strangers.ts'

const ID = 'hex'

/** Fewer bytes than this may be any word that looks like hexadecimal digits. */
const LEAST = 8
/** Fewer bytes than this are no record. */
const FEWEST = 4

const WORD = '(?:0x)?(?:[0-9a-f]{8}|[0-9a-f]{16})(?![0-9a-f])'

/** A label that needs no mark, where so many words are behind it. */
const UNMARKED = '.{1,160}?[\\s,](?=\\d{1,4}\'h|(?:0x)?[0-9a-f]{16}\\s|(?:(?:0x)?[0-9a-f]{8}[\\s,_]+){3}|[0-9a-f]{32})'

/** A label, then two words or more of 8 or 16 digits, or one long run, perhaps a remark in brackets. */
const LABELLED = new RegExp(`^(?:(?:[^:=]{0,80}[:=]){1,4}\\s*|${UNMARKED})(${WORD}(?:[\\s,]+${WORD}){1,15}|(?:0x|\\d{1,4}'h)?[0-9a-f]{8}(?:_?[0-9a-f]{8}){2,63}(?![0-9a-f]))\\s*(?:\\([^)]{0,60}\\))?\\s*$`, 'i')

/** Lines of hex: words, arrays, strings, and the dumps of the usual tools. */
export const hex: Source = {
  id: ID,
  anchors: [],
  shape: /^\s*(?:(?:[\u2502|]|\xe2\x94\x82)(?=[0-9a-f]{8})|[{[("'b]{1,4}\s*|\.\s+|[A-Z]{1,4}:|<Buffer |)(?:(?:\\x|0x|\d{1,3}'h)?[0-9a-f]{2}|0x[0-9a-f](?=,)|(?<=")\\[0-7])|^ {3}\d {1,3}\d/i,
  open(line) {
    const dump = new Dump(line.number, doubtOf(line))
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
    if (isHead(line.text)) return undefined
    const label = LABELLED_ROW.exec(line.text)![1]!
    const dump = new Dump(line.number, { doubtful: OFFSET.test(line.text.slice(label.length)) ? 'prose' : 'log', label })
    return dump.take(line, label.length) ? labelled(dump, label) : undefined
  },
}

const labelled = (dump: Dump, label: string): Session => ({
  patience: 3,
  done: false,
  take: (line) => line.text.startsWith(label) && dump.take(line, label.length),
  next(line) {
    const next = line.text.startsWith(label) ? dump.next(line, label.length) : undefined
    return next && labelled(next, label)
  },
  hits: () => dump.hits(),
})

/** Words at the end of a line behind a label, as people write them into mails. */
export const labelledWords: Source = {
  id: 'hex.labelled',
  anchors: [],
  shape: LABELLED,
  open(line) {
    if (isHead(line.text)) return undefined
    const match = LABELLED.exec(line.text)!
    const column = line.text.indexOf(match[1]!)
    const label = line.text.slice(0, column)
    const dump = new Dump(line.number, { doubtful: line.stamped ? 'log' : 'prose', label })
    return dump.take(line, column, column + match[1]!.length) ? dump : undefined
  },
}

/** What people call the two parts of a packet, where the data have a line of their own. */
const HEADER = /h(?:ea)?de?r/i
const DATA = /^\s*(?:data|payload)\s*[:=]\s*/i

/** A line of the dump, and what of it is hex. */
interface Taken {
  readonly line: Line
  readonly from: number
  readonly to: number
}

/** Pieces that are read alike, one behind the other. */
interface Run {
  readonly unit: number
  readonly order: Piece['order']
  bytes: Uint8Array
  size: number
}

/** What a part of a long dump has from the part before. */
interface Before {
  readonly reader: HexReader
  /** Bytes of the dump before the part. */
  readonly size: number
  /** The line before, and where in the part its first byte would stand. */
  readonly line: Taken
  readonly begin: number
}

/** A line that holds no row; a simulator begins all of its lines so. */
const REMARK = /^\s*(?:#|\/\/)/

/** A row at which a dump begins: behind another, that of the next record. One that is printed in pieces has fewer bytes before it. */
const BEGINNING = /^\s*(?:0x)?0{4,16}:/
const WHOLE = 32

/** Lines of hex that belong together: all of a dump, or of a long one a part that is whole records. */
export class Dump implements Session {
  /** Remarks since the last row: each may be a line of something else. */
  patience = 0
  done = false
  private readonly reader: HexReader
  private readonly lines: Taken[] = []
  private lastPieces: readonly Piece[] = []
  private isContinued = false
  private isInPieces = false
  private readonly runs: Run[] = []
  private size = 0
  private first: number
  private last: number
  private problem: string | undefined

  /** What stands before the words, and how sure it is that they are a dump. */
  private readonly about: { readonly label?: string; readonly doubtful?: Hit['doubtful'] }
  /** Whether the words have `0x`, as numbers have. */
  private numbers = true
  /** Whether a row is known to be of something else, and whether all may be. */
  private ofKernel = false
  private ofCounters = true

  private readonly before: Before | undefined

  constructor(line: number, about: Dump['about'], before?: Before) {
    this.first = line
    this.last = line
    this.about = about
    this.before = before
    this.reader = before?.reader ?? new HexReader()
    if (before) this.lines.push(before.line)
  }

  take(line: Line, begin = 0, to = line.text.length): boolean {
    const from = begin === 0 && HEADER.test(this.about.label ?? '') ? (DATA.exec(line.text)?.[0].length ?? 0) : begin
    if (this.size >= WHOLE_RECORDS) return false
    try {
      const text = from === 0 && to === line.text.length ? line.text : line.text.slice(from, to)
      if (REMARK.test(text)) {
        this.patience++
        return false
      }
      if (this.size > 0 && !this.isInPieces && BEGINNING.test(text)) {
        if (this.size >= WHOLE) return false
        this.isInPieces = true
      }
      const pieces = this.reader.line(text)
      // What begins a value has nothing to do with the rows before it.
      if (pieces.length === 0 && this.size > 0 && text.trimEnd().endsWith('{')) return false
      this.patience = 0
      this.lines.push({ line, from, to })
      if (pieces.length > 0) {
        if (this.size === 0 && this.reader.hasHead) this.first = line.number
        for (const piece of pieces) this.add(piece)
        this.lastPieces = pieces
        this.last = line.number
        this.ofKernel ||= isOfKernel(text)
        this.ofCounters &&= isOfCounters(text)
      }
      if (this.numbers && pieces.length > 0 && !/0x/i.test(text.replace(/^\s*0x[0-9a-f]+:/i, ''))) this.numbers = false
      return true
    } catch (error) {
      if (!(error instanceof HexError)) throw error
      // A line of something else ends the dump; one that is hex and does not fit it is worth a word.
      if (this.size > 0 && /^\s*(?:(?:0x)?[0-9a-f]{4,16}:|0x[0-9a-f]{1,16}\s*,)/i.test(line.text)) this.problem = error.message
      return false
    }
  }

  /** What goes on where this part is full: it begins with the bytes of the last line that are too many. */
  next(line: Line, from = 0): Dump | undefined {
    const rest = this.size % WHOLE_RECORDS
    if (this.size < WHOLE_RECORDS) return undefined
    // The row itself, and before it what a `*` stands for.
    const row = this.lastPieces.at(-1)!
    const last = concat(this.lastPieces.map(({ bytes }) => bytes))
    const cut = last.length - rest
    if (rest > 0 && ((row.order !== 'bytes' && cut % row.unit !== 0) || this.lastPieces.some(({ unit, order }) => unit !== row.unit || order !== row.order))) return undefined
    const before = this.lines.at(-1)!
    const next = new Dump(rest > 0 ? before.line.number : line.number, this.about, { reader: this.reader, size: (this.before?.size ?? 0) + this.size - rest, line: before, begin: rest - row.bytes.length })
    if (rest > 0) next.add({ ...row, bytes: last.subarray(cut) })
    if (!next.take(line, from)) return undefined
    this.isContinued = true
    return next
  }

  private add({ bytes, unit, order }: Omit<Piece, 'places'>): void {
    let run = this.runs.at(-1)
    if (run?.unit !== unit || run.order !== order) this.runs.push((run = { unit, order, bytes: new Uint8Array(bytes.length), size: 0 }))
    const size = run.size + bytes.length
    if (size > run.bytes.length) {
      const more = new Uint8Array(2 * size)
      more.set(run.bytes)
      run.bytes = more
    }
    run.bytes.set(bytes, run.size)
    run.size = size
    this.size += bytes.length
  }

  hits(): readonly Hit[] {
    const { label, doubtful: among } = this.about
    const isShort = this.size < LEAST
    if (this.size < FEWEST || (isShort && (this.ofKernel || among !== undefined || label !== undefined))) return []
    const doubtful = isShort ? 'few' : this.ofKernel || this.ofCounters ? 'stranger' : among
    const notes = this.problem === undefined ? [] : [`the dump breaks off: ${this.problem}`]
    try {
      if (!this.isContinued) this.reader.end()
    } catch (error) {
      if (!(error instanceof HexError)) throw error
      notes.push(error.message)
    }
    const hit = { source: ID, line: this.first, lastLine: this.last, said: label === undefined ? {} : { label: label.trim() }, notes, ...(this.before && { before: this.before.size }), ...(doubtful && { doubtful }) }
    const readings = this.readings()
    return [readings.length === 1 ? { ...hit, data: readings[0]!.data, reading: readings[0]!.reading } : { ...hit, readings }]
  }

  /** The bytes, in each way in which the words can be read. */
  private readings(): readonly ReadingOfHit[] {
    const either = this.runs.some(({ order }) => order === 'either')
    const asBytes = { reading: 'bytes in the order in which they stand', data: this.known('bytes') }
    if (!either) return [this.runs.some(({ order }) => order === 'number') ? { ...asBytes, reading: 'words as little-endian numbers' } : asBytes]
    const asNumbers = { reading: 'words as little-endian numbers', data: this.known('number'), ...(this.numbers && { likely: true }) }
    return asBytes.data.bytes.every((byte, i) => byte === asNumbers.data.bytes[i]) ? [asBytes] : [asBytes, asNumbers]
  }

  private known(reading: Reading): Known {
    const bytes = concat(this.runs.map(({ bytes, size, unit, order }) => resolve({ bytes: bytes.subarray(0, size), unit, order }, reading)))
    const size = this.isContinued ? bytes.length - (bytes.length % WHOLE_RECORDS) : bytes.length
    return whole(bytes.subarray(0, size), () => this.spans(reading, size))
  }

  /** The lines are read once more: of nearly all dumps nobody asks where their digits stand. */
  private spans(reading: Reading, size: number): readonly Span[] {
    const spans: Span[] = []
    const reader = new HexReader()
    let offset = this.before?.begin ?? 0
    for (const { line: { text, pieces: places }, from, to } of this.lines) {
      for (const { bytes: { length }, places: { starts, ends }, order, unit } of reader.line(text.slice(from, to))) {
        const turned = order === 'number' || (order === 'either' && reading === 'number')
        // Where the size of a word is given, each group is one; otherwise `unit` says it.
        const each = order === 'bytes' ? length / starts.length : unit
        starts.forEach((at, i) => {
          if (at >= 0) spans.push({ ...placesOf(places, from + at, ends[i]! - at), offset: offset + i * each, size: each, order: turned ? 'number' : 'memory' })
        })
        offset += length
      }
    }
    return spansIn(spans, 0, size)
  }
}
