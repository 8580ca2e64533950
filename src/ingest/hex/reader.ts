import { concat } from '../../packet/bytes.ts'
import { bareDump, bareEnd, signedDump } from './bare-dump.ts'
import { boxedDump, isBoxedStar } from './boxed-dump.ts'
import { byteString } from './byte-string.ts'
import { colonBytes } from './colons.ts'
import { colonDump } from './colon-dump.ts'
import { decimalDump } from './decimal-dump.ts'
import { fromDigits } from './digits.ts'
import { isHead } from './head.ts'
import { Offsets } from './offsets.ts'
import { plainWords } from './plain-words.ts'
import { radixDump } from './radix-dump.ts'
import { HexError, moved, unlessNoHex } from './row.ts'
import type { Order, Places, Row } from './row.ts'
import { bytesWithText, isTextRow, LABELLED_ROW } from './text-rows.ts'
import { sizeOf, wordBytes } from './words.ts'
import type { Words } from './words.ts'

/** The bytes of a line, with the digits in the order in which they are written. */
export interface Piece {
  readonly bytes: Uint8Array
  /** Size of a group in bytes: what turns round where its digits are a little-endian number. */
  readonly unit: number
  readonly order: Order
  /** Where the digits of each group stand in the line that was given; of bytes that a `*` stands for, nowhere. */
  readonly places: Places
}

/** Words that have `0x`, and one blank between them: they are of no dump. */
const NUMBERS = /^0x[0-9a-f]{2,16}(?: 0x[0-9a-f]{2,16})*$/i

const blanks = (text: string): string => ' '.repeat(text.length)

const NOWHERE: Places = { starts: [], ends: [] }

/**
 * Reads hex line by line: words, arrays, strings, and the dumps of the usual tools. Offsets and text columns are never
 * data. Where nothing tells whether words are bytes or numbers, the pieces say `either`; `words` decides.
 */
export class HexReader {
  private readonly offsets = new Offsets()
  private length = 0n
  private inBareDump = false
  private star = false
  /** Size of the words of the row before, where they are in decimal. */
  private decimal: number | undefined
  private last: Piece | undefined
  /** Whether rows have offsets; and a first line that is the head of such rows, unless the next has none. */
  private isPlaced = false
  private held: Row | undefined
  /** Whether a line was the head of a dump. */
  hasHead = false

  /** How words are read; undefined where that is to be found out. */
  private readonly words: Words | undefined
  private readonly hint: string

  /** @param hint what to say where text is not hexadecimal */
  constructor(words?: Words, hint = '') {
    this.words = words
    this.hint = hint
  }

  /** @throws {HexError} */
  line(text: string): Piece[] {
    // A byte order mark is no character of the line.
    const whole = this.length === 0n ? text.replace(/^\uFEFF/, '') : text
    // Comments of C between the bytes, and the shell of a string or a buffer about them, are blanks.
    const bare = /\/\*|<Buffer /i.test(whole) && !isTextRow(whole) ? whole.replace(/\/\*.{0,80}?\*\//g, blanks).replace(/^\s*<Buffer ([0-9a-f ]+)>\s*$/i, (all, inner: string) => `${blanks(all.slice(0, all.indexOf(inner)))}${inner}`) : whole
    const line = bare.trim()
    const before = text.length - whole.length + bare.length - bare.trimStart().length
    if (line === '' || line.startsWith('#') || line.startsWith('//')) return []
    if ((line === '*' || isBoxedStar(line)) && this.last !== undefined) {
      this.star = true
      return []
    }
    const end = this.inBareDump ? bareEnd(line) : undefined
    if (end !== undefined) return this.placed({ offset: end, sure: false, groups: [], order: 'bytes', places: NOWHERE }, 0)
    const isOfColumns = (this.isPlaced || (this.length === 0n && this.held === undefined)) && isHead(line)
    const words = (): Row => plainWords(line.replace(/(?:#|\/\/).*/s, ''), this.words !== undefined && this.words !== 'bytes', this.hint)
    const rowOf = (): Row => NUMBERS.test(line) ? words() : decimalDump(bare, this.decimal) ?? radixDump(line) ?? colonDump(line) ?? bareDump(line, this.inBareDump) ?? signedDump(line) ?? boxedDump(line) ?? colonBytes(line) ?? byteString(line) ?? bytesWithText(line) ?? words()
    if (isOfColumns) {
      // Bytes that count by chance are some where no row has an offset.
      if (!this.isPlaced) this.held = unlessNoHex(rowOf)
      this.hasHead = true
      return []
    }
    const row = rowOf()
    if (row.offset === undefined && this.star) throw new HexError('a "*" must have a line with an offset after it')
    this.inBareDump = row.bare === true
    this.decimal = row.decimal
    const first = row.offset === undefined ? this.heldPieces() : []
    this.held = undefined
    this.isPlaced = row.offset !== undefined
    const pieces = row.offset === undefined ? this.pieces(row, before) : this.placed(row, before)
    return first.length === 0 ? pieces : [...first, ...pieces]
  }

  /**
   * What is left where nothing follows.
   * @throws {HexError} where the dump breaks off
   */
  end(): Piece[] {
    if (this.star) throw new HexError('the dump ends in a "*", and nothing tells how many lines it stands for')
    return this.heldPieces()
  }

  /** A line that looked like a head, and has no rows behind it. */
  private heldPieces(): Piece[] {
    if (this.held === undefined) return []
    this.hasHead = false
    return this.pieces({ ...this.held, places: { starts: [], ends: [] } }, 0)
  }

  /** The pieces of a row with an offset, which has to be right. */
  private placed(row: Row, before: number): Piece[] {
    const offset = row.offset!
    const filled = this.star ? this.fill(this.offsets.repeated(offset, this.length, row.sure === true)) : []
    this.star = false
    this.offsets.line(offset, this.length, row.sure === true)
    return [...filled, ...this.pieces(row, before)]
  }

  /** The line before the `*`, as often as it stood there. */
  private fill(bytes: number): Piece[] {
    const { last } = this
    if (last === undefined || bytes % last.bytes.length !== 0) throw new HexError(`a "*" stands for ${bytes} bytes, which are no whole lines`)
    this.length += BigInt(bytes)
    if (bytes === 0) return []
    const filled = new Uint8Array(bytes)
    for (let at = 0; at < bytes; at += last.bytes.length) filled.set(last.bytes, at)
    return [{ ...last, bytes: filled, places: NOWHERE }]
  }

  private pieces({ groups, order, offset, places, wide }: Row, before: number): Piece[] {
    const own = moved(places, before)
    const pieces: Piece[] = []
    for (let i = 0; i < groups.length; ) {
      // Neighbours of one width make one piece.
      let end = i + 1
      const width = groups[i]!.length
      while (end < groups.length && groups[end]!.length === width) end++
      const isAll = i === 0 && end === groups.length
      pieces.push(this.piece(isAll ? groups : groups.slice(i, end), wide === true || width <= 16 ? order : 'bytes', offset !== undefined, isAll ? own : { starts: own.starts.slice(i, end), ends: own.ends.slice(i, end) }))
      i = end
    }
    if (offset !== undefined && pieces.length === 1) this.last = pieces[0]
    else if (pieces.length > 0) this.last = undefined
    for (const { bytes } of pieces) this.length += BigInt(bytes.length)
    return pieces
  }

  private piece(groups: readonly string[], order: Order, inDump: boolean, places: Places): Piece {
    const width = groups[0]!.length
    const { words } = this
    if (words !== undefined && words !== 'bytes') {
      if (inDump && width !== sizeOf(words) * 2) throw new HexError(`the dump has groups of ${width} digits, and a ${words} word has ${sizeOf(words) * 2}`)
      return { bytes: concat(groups.map((digits) => wordBytes(digits, words))), unit: 1, order: 'bytes', places }
    }
    const bytes = width % 2 === 0 ? fromDigits(groups.join('')) : wordBytes(groups[0]!, 'bytes')
    const unit = width / 2
    const known = words === 'bytes' || !(unit > 8 || [2, 4, 8].includes(unit)) ? 'bytes' : order
    return { bytes, unit, order: known, places }
  }
}

/** A piece with its words taken as bytes in order, or as little-endian numbers. */
export function resolve({ bytes, unit, order }: Pick<Piece, 'bytes' | 'unit' | 'order'>, reading: 'bytes' | 'number'): Uint8Array {
  if (order === 'bytes' || (order === 'either' && reading === 'bytes')) return bytes
  const { length } = bytes
  const turned = new Uint8Array(length)
  for (let at = 0; at < length; at += unit) {
    const last = Math.min(at + unit, length) - 1
    for (let i = at; i <= last; i++) turned[i] = bytes[at + last - i]!
  }
  return turned
}

/** Whether a line alone, perhaps behind a label, is hex. */
export function isHexRow(line: string): boolean {
  const label = LABELLED_ROW.exec(line)?.[1] ?? ''
  const pieces = unlessNoHex(() => new HexReader().line(line.slice(label.length)))
  return pieces !== undefined && pieces.length > 0
}
