import type { Line, Piece } from './line.ts'
import { isTextRow } from './hex/index.ts'
import { hexMembers, isScaffold, messageOfJson, unescaped, withoutEntities } from './escapes.ts'
import { isQuotedPrintable, mayBeQuotedPrintable, messageAt } from './noise.ts'

/** Cleans the lines of one input, which it is given in order. */
export class Cleaner {
  private quotedPrintable = false
  /** A line that breaks off as quoted-printable does, and has nothing else of it. */
  private doubtful: { readonly raw: string; readonly at: number; readonly number: number } | undefined
  private broken: { text: string; pieces: Piece[]; number: number } | undefined
  /** Whether the lines of the log are not those of the input, since a mail client has filled them anew: up to an empty line. */
  private filled = false

  /**
   * @param text a line without its line feed
   * @param at where it stands in the input
   * @param hasBrackets whether lines of brackets alone are a part of what is read
   * @returns the lines that are whole with it: more than one where quoted-printable hides line feeds, none where it breaks the line
   */
  clean(text: string, at: number, number: number, hasBrackets = false): readonly Line[] {
    const raw = text.endsWith('\r') ? text.slice(0, -1) : text
    const { doubtful } = this
    this.doubtful = undefined
    const row = this.broken || MAY_BE_TAKEN.test(raw) ? textRow(raw, at, number) : undefined
    if (row) {
      const before = doubtful ? this.plain(doubtful.raw, doubtful.at, doubtful.number) : this.end()
      if (doubtful) this.quotedPrintable = false
      this.broken = undefined
      return [...before, row]
    }
    // What looked like a break of quoted-printable was the end of a line: the next one is none.
    if (doubtful && !mayBeQuotedPrintable(raw)) {
      this.broken = undefined
      this.quotedPrintable = false
      return [...this.plain(doubtful.raw, doubtful.at, doubtful.number), ...this.plain(raw, at, number)]
    }
    if (isQuotedPrintable(raw)) {
      if (!this.quotedPrintable && mayBeQuotedPrintable(raw) && !/=3D|=(?:0A|20|09)/.test(raw)) this.doubtful = { raw, at, number }
      this.quotedPrintable = true
    } else if (this.quotedPrintable && !mayBeQuotedPrintable(raw)) this.quotedPrintable = false
    if (!this.quotedPrintable && !this.broken) return isScaffold(raw) && !(hasBrackets && BRACKETS.test(raw)) ? [] : this.plain(raw, at, number)
    return this.decode(raw, at, number).flatMap(messagesOf)
  }

  /** Whether the next line is cleaned as the first of a text is. */
  get isFresh(): boolean {
    return !this.quotedPrintable && !this.filled && this.doubtful === undefined && this.broken === undefined
  }

  /** Whether a line is not whole yet. */
  get isOpen(): boolean {
    return this.broken !== undefined
  }

  /** The line that a quoted-printable break left open at the end of the input. */
  end(): readonly Line[] {
    const { broken } = this
    this.broken = undefined
    return broken ? messagesOf(finish(broken.text, broken.pieces, broken.number)) : []
  }

  /** A line as it is shown: more than one where messages of a log stand behind each other in it. */
  private plain(raw: string, at: number, number: number): readonly Line[] {
    const message = messageOfJson(raw, at)
    const own = brokenOf(message ? { ...finish(message.text, message.pieces, number), stamped: true } : shown(raw, at, number)).flatMap((line) => messagesOf(withoutEnd(line, raw)))
    // Where the message is no more than a name, the bytes have a member of their own.
    const lines = message ? [...own, ...hexMembers(raw, at, message).map((member): Line => ({ ...member, number, stamped: true }))] : own
    const { other } = this.filled ? messageAt(raw) : {}
    if (own.length > 1) this.filled = true
    else if (lines.every(({ text }) => text.trim() === '')) this.filled = false
    // What stands before the first stamp goes on with the line before.
    return other ? [{ number, text: raw.slice(...other), stamped: false, pieces: [{ column: 0, at: at + other[0] }] }, ...lines] : lines
  }

  private decode(raw: string, at: number, number: number): Line[] {
    const lines: Line[] = []
    let { text, pieces, number: first } = this.broken ?? { text: '', pieces: [{ column: 0, at }], number }
    this.broken = undefined
    let from = 0
    const take = (to: number): void => {
      if (to > from) pieces.push({ column: text.length, at: at + from })
      text += raw.slice(from, to)
    }
    for (let i = raw.indexOf('='); i >= 0; i = raw.indexOf('=', from)) {
      take(i)
      if (i === raw.length - 1) {
        this.broken = { text, pieces, number: first }
        return lines
      }
      const code = Number.parseInt(raw.slice(i + 1, i + 3), 16)
      from = i + 3
      if (code === 0x0a) {
        lines.push(finish(text, pieces, first))
        text = ''
        pieces = [{ column: 0, at: at + from }]
        first = number
      } else if (code !== 0x0d && code !== UTF8) {
        pieces.push({ column: text.length, at: at + i })
        text += String.fromCharCode(code)
      }
      if (from === raw.length - 1 && raw.endsWith('=') && text === '' && lines.length > 0) return lines
    }
    take(raw.length)
    if (text !== '' || lines.length === 0) lines.push(finish(text, pieces, first))
    return lines
  }
}

const BRACKETS = /^\s*[{}]/

/** What stands before the byte of a Latin-1 character in UTF-8, such as of a blank that does not break. */
const UTF8 = 0xc2

/** What stands for something else in a mail, a page, a log of JSON or the output of a terminal. */
const MAY_BE_TAKEN = /[=\x1b\xa0&^"'`]|#0[13]|<\/?[a-z]|\\[_[n]|\*\*$/i // eslint-disable-line no-control-regex

/** A row of a dump with the text of its bytes, in which that stands for itself, perhaps but for the characters of HTML; undefined for any other line. */
function textRow(raw: string, at: number, number: number): Line | undefined {
  const asWritten = finish(raw, [{ column: 0, at }], number)
  // A quote mark of a page is no name of a dump.
  if (!/^\s*&gt;/.test(raw) && isTextRow(asWritten.text)) return { ...asWritten, width: raw.length }
  const page = withoutEntities(raw, at)
  const shown = page && finish(page.text, page.pieces, number)
  return shown && isTextRow(shown.text) ? { ...shown, width: page.text.length } : undefined
}

const MAY_CLOSE = /[`*\]\x9d\u201d]$/
const CLOSING = /(?:`{1,3}|(?<!\*)\*\*|\[\/(?:code|quote)\]|\xe2\x80\x9d|\u201d)$/i

function shown(raw: string, at: number, number: number): Line {
  // Code in Markdown and in a forum ends in a mark that belongs to no line of a log.
  const code = MAY_CLOSE.test(raw) ? raw.replace(CLOSING, '') : raw
  const escaped = unescaped(code, at)
  if (escaped) return { ...finish(escaped.text, escaped.pieces, number), width: escaped.text.length }
  const { column, stamped } = messageAt(code)
  return { number, text: code.slice(column), stamped, pieces: [{ column: 0, at: at + column }], width: code.length }
}

/** The lines that one of a page, or of a string, holds. */
function brokenOf(line: Line): readonly Line[] {
  if (!line.text.includes('\n')) return [line]
  const { text, number, pieces, stamped } = line
  let from = 0
  const lines = text.split('\n').flatMap((part, i): Line[] => {
    const begin = from
    from += part.length + 1
    if (part.trim() === '') return []
    const message = i === 0 ? { column: 0, stamped } : messageAt(part)
    return [{ number, text: part.slice(message.column), stamped: message.stamped, pieces: piecesFrom(pieces, begin + message.column) }]
  })
  return lines.length === 0 ? [{ ...line, text: '' }] : lines
}

/** The end of a cell of a table, and of a string that begins before the message. */
const CELL = /\s\|\s*$/
const CELLS = /,"[^"]*"[,;]?\s*$|^\s*(["'])[^"'\\]*[a-z\d]: [^"'\\]*\1,?\s*$/i
const STRING = /["'][,;\])}]{0,3}\s*$/

/** A line without what closes the shell in which the message stands. */
function withoutEnd(line: Line, raw: string): Line {
  const end = raw.trimStart().startsWith('|') ? CELL : line.stamped || /^\s*["']/.test(raw) ? STRING : undefined
  const at = end === undefined ? -1 : line.text.search(end)
  // A string that begins in the message is a part of it, and no cell of a list, unless it is all of the line and a message.
  if (at < 0 || (end === STRING && line.text.split(line.text[at]!).length % 2 === 1 && !CELLS.test(line.text))) return line
  return { ...line, text: line.text.slice(0, at) }
}

/** A time stamp of the kernel behind another message, with the blank before it. */
const NEXT_STAMP = /\s?\[\s{0,8}\d{1,8}\.\d{6}\]/g

/** The messages of a log that stand in one line, as some programs and mail clients put them there. */
function messagesOf(line: Line): readonly Line[] {
  if (!line.stamped || !line.text.includes('[')) return [line]
  const begins = [0, ...[...line.text.matchAll(NEXT_STAMP)].flatMap(({ index }) => (index > 0 ? [index] : []))]
  if (begins.length === 1) return [line]
  return begins.map((from, i) => {
    const to = begins[i + 1] ?? line.text.length
    const { column } = i === 0 ? { column: 0 } : messageAt(line.text.slice(from, to))
    const { width, ...rest } = line
    return { ...rest, text: line.text.slice(from + column, to), pieces: piecesFrom(line.pieces, from + column), ...(i === begins.length - 1 && width !== undefined && { width }) }
  })
}

function finish(text: string, pieces: readonly Piece[], number: number): Line {
  const { column, stamped } = messageAt(text)
  return {
    number,
    text: text.slice(column),
    stamped,
    pieces: piecesFrom(pieces, column),
  }
}

/** Where the pieces of a text stand that begins at `column` of another. */
const piecesFrom = (pieces: readonly Piece[], column: number): readonly Piece[] => pieces.flatMap((piece, i) => {
  const next = pieces[i + 1]
  if (next && next.column <= column) return []
  return [piece.column < column ? { column: 0, at: piece.at + column - piece.column } : { column: piece.column - column, at: piece.at }]
})
