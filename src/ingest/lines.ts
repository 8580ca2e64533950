import type { Line, Piece } from './line.ts'
import { ESCAPE, isQuotedPrintable, mayBeQuotedPrintable, messageAt } from './noise.ts'

/** Cleans the lines of one input, which it is given in order. */
export class Cleaner {
  private quotedPrintable = false
  private broken: { text: string; pieces: Piece[]; number: number } | undefined

  /**
   * @param text a line without its line feed
   * @param at where it stands in the input
   * @returns the lines that are whole with it: more than one where quoted-printable hides line feeds, none where it breaks the line
   */
  clean(text: string, at: number, number: number): readonly Line[] {
    const raw = text.endsWith('\r') ? text.slice(0, -1) : text
    if (isQuotedPrintable(raw)) this.quotedPrintable = true
    else if (this.quotedPrintable && !mayBeQuotedPrintable(raw)) this.quotedPrintable = false
    if (!this.quotedPrintable && !this.broken) return [plain(raw, at, number)]
    return this.decode(raw, at, number)
  }

  /** Whether a line is not whole yet. */
  get isOpen(): boolean {
    return this.broken !== undefined
  }

  /** The line that a quoted-printable break left open at the end of the input. */
  end(): readonly Line[] {
    const { broken } = this
    this.broken = undefined
    return broken ? [finish(broken.text, broken.pieces, broken.number)] : []
  }

  private decode(raw: string, at: number, number: number): Line[] {
    const lines: Line[] = []
    let { text, pieces, number: first } = this.broken ?? { text: '', pieces: [], number }
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
        pieces = []
        first = number
      } else if (code !== 0x0d) {
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

function plain(raw: string, at: number, number: number): Line {
  if (!raw.includes('\x1b')) {
    const { column, stamped } = messageAt(raw)
    return { number, text: raw.slice(column), stamped, pieces: [{ column: 0, at: at + column }] }
  }
  const pieces: Piece[] = []
  let text = ''
  let from = 0
  for (const { 0: escape, index } of raw.matchAll(ESCAPE)) {
    pieces.push({ column: text.length, at: at + from })
    text += raw.slice(from, index)
    from = index + escape.length
  }
  pieces.push({ column: text.length, at: at + from })
  return finish(text + raw.slice(from), pieces, number)
}

function finish(text: string, pieces: readonly Piece[], number: number): Line {
  const { column, stamped } = messageAt(text)
  const known = pieces.length === 0 ? [{ column: 0, at: 0 }] : pieces
  return {
    number,
    text: text.slice(column),
    stamped,
    pieces: known.flatMap((piece, i) => {
      const next = known[i + 1]
      if (next && next.column <= column) return []
      return [piece.column < column ? { column: 0, at: piece.at + column - piece.column } : { column: piece.column - column, at: piece.at }]
    }),
  }
}
