import { familyNamed, PACKET } from '../family.ts'
import { isTextRow } from '../hex/index.ts'
import type { Hit } from '../hit.ts'
import { doubtOf } from '../line.ts'
import type { Line } from '../line.ts'
import type { Session, Source } from '../source.ts'
import { readingsOf, wordAt } from '../word-list.ts'
import type { Word } from '../word-list.ts'

const ID = 'hex.list'

/** Fewer bytes than this are no record. */
const LEAST = 8
/** Numbers of one list that are kept. */
const MOST = 65280

/** A bracket with a number and a comma behind it, or nothing at all; or with numbers that have blanks between them. */
const OPENING = /[[{(](?=\s*(?:["']?(?:(?:0x|\d{0,3}'h)[0-9a-f_]{1,18}|\d{1,20})(?:_?u(?:8|16|32|64)|[ul]{1,3})?["']?\s*,|[0-9a-f]{2,16},|$))|\[(?=\s{0,20}(?:(?:0x[0-9a-f]{1,16}|\d{1,20})\s{1,20}){1,3}(?:0x[0-9a-f]|\d))/i
const NUMBER = /\s*(["']?)(?:(?:0x|\d{0,3}'h)([0-9a-f_]{1,18})|([0-9a-f]{1,20}))(?:_?u(8|16|32|64)|[ul]{1,3})?\1\s*(?:,|$|(?=[\]})]))/iy
/** The same in lists of Go and of numpy. */
const SPACED = /\s{0,20}()(?:0x([0-9a-f]{1,16})|(\d{1,20}))(?:\s{1,20}|$|(?=\]))/iy
const CLOSING = /\s*[\]})]/y
/** Digits without a sign that they are hexadecimal: in decimal, or as Rust prints them by `{:02x?}`. */
const DECIMAL = /^(?:0|[1-9]\d{0,19})$/
/** What numpy writes before its lists; it stands anywhere in a line. */
const ARRAY = 'array(['
/** A name, and a list of it: the bracket of other words is none. */
const OF_LIST = /[:=]\[$/
/** The size of the numbers, where the declaration says it. */
const DECLARED = /(?:\b|_)(?:u|uint|int|i)(8|16|32|64)(?:_t|be|le)?\b|\b(byte|char)\b/gi

/** Numbers in brackets, as programs print and declare them: of C, Go, Rust, Python, numpy, JavaScript, JSON, gdb, drgn. They may be in decimal. */
export const lists: Source = {
  id: ID,
  anchors: [ARRAY],
  shape: OPENING,
  open(line, at) {
    if (at > 0 && line.text.indexOf(ARRAY) < at) return undefined
    // A bracket in the text column of a dump opens nothing.
    if (isTextRow(line.text)) return undefined
    const column = OPENING.exec(line.text)?.index
    if (column === undefined) return undefined
    const before = line.text.slice(Math.max(0, column - 100), column)
    const list = new List(line, declaredIn(before), before.trim() + line.text[column]!, isSpaced(line.text, column + 1) ? SPACED : NUMBER)
    return list.read(line, column + 1) ? list : undefined
  },
}

/** Whether blanks alone stand between the first two numbers. */
const isSpaced = (text: string, from: number): boolean => /^\s*\w+\s+\w/.test(text.slice(from, from + 80))

function declaredIn(text: string): number | undefined {
  const last = [...text.matchAll(DECLARED)].at(-1)
  return last === undefined ? undefined : last[1] === undefined ? 1 : Number(last[1]) / 8
}

/** A number without a sign, and what it is in hexadecimal. */
interface Bare {
  readonly digits: string
  readonly word: Word
}

class List implements Session {
  readonly patience = 0
  done = false
  private readonly words: Word[] = []
  private readonly first: Line
  private last: number
  private size: number | undefined
  private readonly before: string
  private readonly number: RegExp
  /** Whether a number has a sign that it is hexadecimal; and the others, as they are written. */
  private isSigned = false
  private readonly bare: Bare[] = []
  private isDecimal = true
  private broken = false

  constructor(line: Line, declared: number | undefined, before: string, number: RegExp) {
    this.first = line
    this.last = line.number
    this.size = declared
    this.before = before
    this.number = number
  }

  take(line: Line): boolean {
    const taken = this.words.length < MOST && this.read(line, 0)
    if (!taken) this.broken = true
    return taken
  }

  /** Whether the line holds numbers of the list alone, up to where it closes. */
  read(line: Line, from: number): boolean {
    const text = line.text.replace(/\/\*.{0,80}?\*\/|\/\/.*$/g, (comment) => ' '.repeat(comment.length)).trimEnd()
    const found: Word[] = []
    let at = from
    while (at < text.length) {
      CLOSING.lastIndex = at
      if (CLOSING.test(text)) {
        this.done = true
        break
      }
      this.number.lastIndex = at
      const match = this.number.exec(text)
      if (!match) return false
      const [all, , hex, bare = '', size] = match
      const word = wordAt(line, at + all.lastIndexOf(hex ?? bare), hex ?? bare)
      this.isSigned ||= hex !== undefined
      this.isDecimal &&= hex !== undefined || DECIMAL.test(bare)
      if (!this.isDecimal && this.isSigned) return false
      found.push(hex !== undefined || !this.isDecimal ? word : { value: BigInt(bare) })
      if (hex === undefined) this.bare.push({ digits: bare, word })
      if (size !== undefined) this.size ??= Number(size) / 8
      at = this.number.lastIndex
    }
    for (const word of found) this.words.push(word)
    this.last = line.number
    return true
  }

  hits(): readonly Hit[] {
    const { first, before, bare, isDecimal } = this
    if (!isDecimal && !isOfRust(bare)) return []
    const inHex = bare.length === 0 || !isDecimal
    // Numbers in decimal are of anything, whatever the text says.
    const said = PACKET.test(before) || (inHex && OF_LIST.test(before) && familyNamed(before) !== undefined) ? { label: before.slice(0, -1).trim() } : {}
    const words = isDecimal ? this.words : bare.map(({ word }) => word)
    const size = this.size ?? (isDecimal ? undefined : sizeWritten(bare)) ?? sizeOf(words)
    if (size === undefined || words.length * size < LEAST || words.some(({ value }) => value >= 1n << BigInt(8 * size))) return []
    const notes = this.done || !this.broken ? [] : ['the list breaks off']
    return [{ source: ID, line: first.number, lastLine: this.last, said: isHeader(said, words.length * size) ? { ...said, headerLog: true } : said, notes, readings: readingsOf(words, size), ...doubtOf(first), ...((!inHex || this.number === SPACED) && { doubtful: 'log' as const }) }]
  }
}

/** Whether all numbers have the digits of their size; or none has a zero before it, and one at least has a letter. */
const isOfRust = (bare: readonly Bare[]): boolean =>
  bare.every(({ digits }) => digits.length <= 16) && (sizeWritten(bare) !== undefined || (bare.every(({ digits }) => !/^0./.test(digits)) && bare.some(({ digits }) => /[a-f]/i.test(digits))))

/** The size of numbers that have all of their digits. */
function sizeWritten(bare: readonly Bare[]): number | undefined {
  const length = bare[0]?.digits.length
  return length !== undefined && [2, 8, 16].includes(length) && bare.every(({ digits }) => digits.length === length) ? length / 2 : undefined
}

/** The size that the numbers have room in: bytes, or words of 32 or 64 bits, of which one at least uses its upper half. */
function sizeOf(words: readonly Word[]): number | undefined {
  const most = words.reduce((max, { value }) => (value > max ? value : max), 0n)
  return most < 1n << 8n ? 1 : most >= 1n << 64n ? undefined : most >= 1n << 32n ? 8 : most >= 1n << 16n ? 4 : undefined
}

/** Bytes of a header: of one that is called so, what stands in the place of its data is none. */
const MOST_OF_HEADER = 16

const isHeader = ({ label }: Hit['said'], size: number): boolean => size <= MOST_OF_HEADER && typeof label === 'string' && /header/i.test(label)
