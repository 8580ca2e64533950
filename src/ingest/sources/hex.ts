import { HexError, HexReader, joined, resolve } from '../hex/index.ts'
import type { Piece, Reading } from '../hex/index.ts'
import type { Hit, Known, Reading as ReadingOfHit } from '../hit.ts'
import type { Line } from '../line.ts'
import type { Session, Source } from '../source.ts'

const ID = 'hex'

/** Fewer bytes than this are no record, and may be any word that looks like hexadecimal digits. */
const LEAST = 8

/** Bytes of one dump that are kept; of a longer one the rest is a dump of its own. */
const MOST = 1 << 20

const WORD = '(?:0x)?(?:[0-9a-f]{8}|[0-9a-f]{16})(?![0-9a-f])'

/** A label, then two words or more of 8 or 16 digits, perhaps a remark in brackets. */
const LABELLED = new RegExp(`^(?:[^:=]{0,80}[:=]){1,4}\\s*(${WORD}(?:[\\s,]+${WORD}){1,15})\\s*(?:\\([^)]{0,60}\\))?\\s*$`, 'i')

/** Lines of hex: words, arrays, strings, and the dumps of the usual tools. */
export const hex: Source = {
  id: ID,
  anchors: [],
  shape: /^\s*(?:[{[("'b]{0,4}\s*)?(?:\\x|0x|\d{1,2}'h)?[0-9a-f]{2}/i,
  open(line) {
    const dump = new Dump(line.number)
    return dump.take(line) ? dump : undefined
  },
}

/** Words at the end of a line behind a label, as people write them into mails. */
export const labelledWords: Source = {
  id: 'hex.labelled',
  anchors: [],
  shape: LABELLED,
  open(line) {
    const match = LABELLED.exec(line.text)!
    const dump = new Dump(line.number, line.text.slice(0, line.text.indexOf(match[1]!)))
    return dump.take({ ...line, text: match[1]! }) ? dump : undefined
  },
}

class Dump implements Session {
  readonly patience = 0
  done = false
  private readonly reader = new HexReader()
  private readonly pieces: Piece[] = []
  private size = 0
  private readonly first: number
  private last: number
  private problem: string | undefined

  /** What stands before the words. */
  private readonly label: string | undefined
  /** Whether the words have `0x`, as numbers have. */
  private numbers = true

  constructor(line: number, label?: string) {
    this.first = line
    this.last = line
    this.label = label
  }

  take(line: Line): boolean {
    if (this.size >= MOST) return false
    try {
      const pieces = this.reader.line(line.text)
      this.pieces.push(...pieces)
      for (const { bytes } of pieces) this.size += bytes.length
      if (pieces.length > 0) this.last = line.number
      if (pieces.length > 0 && !/0x/i.test(line.text.replace(/^\s*0x[0-9a-f]+:/i, ''))) this.numbers = false
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
    const hit = { source: ID, line: this.first, lastLine: this.last, said: this.label === undefined ? {} : { label: this.label.trim() }, notes }
    const readings = this.readings()
    return [readings.length === 1 ? { ...hit, data: readings[0]!.data, reading: readings[0]!.reading } : { ...hit, readings }]
  }

  /** The bytes, in each way in which the words can be read. */
  private readings(): readonly ReadingOfHit[] {
    const either = this.pieces.some(({ order }) => order === 'either')
    const bytesOf = (reading: Reading): Uint8Array => joined(this.pieces.map((piece) => resolve(piece, reading)))
    const whole = (bytes: Uint8Array): Known => ({ bytes, known: new Uint8Array(bytes.length).fill(0xff), spans: [] })
    const asBytes = { reading: 'bytes in the order in which they stand', data: whole(bytesOf('bytes')) }
    if (!either) return [this.pieces.some(({ order }) => order === 'number') ? { ...asBytes, reading: 'words as little-endian numbers' } : asBytes]
    const asNumbers = { reading: 'words as little-endian numbers', data: whole(bytesOf('number')), ...(this.numbers && { likely: true }) }
    return asBytes.data.bytes.every((byte, i) => byte === asNumbers.data.bytes[i]) ? [asBytes] : [asBytes, asNumbers]
  }
}
