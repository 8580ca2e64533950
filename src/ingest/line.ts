/** One line of text as a source sees it: without quote marks, log prefixes and transfer encoding. */
export interface Line {
  /** From 1, in the input as it was given. */
  readonly number: number
  readonly text: string
  /** Whether a time stamp or another log prefix stood before the text: such a line begins a message and continues none. */
  readonly stamped: boolean
  /** Whether text that holds no record stands before it in the input. */
  readonly amongText?: boolean
  /** Where each piece of `text` stands in the input, in ascending order. */
  readonly pieces: readonly Piece[]
  /** Of a line that was put together of several: the last of them. */
  readonly last?: number
  /** Columns that it takes in the input, with everything that stands before the text. */
  readonly width?: number
}

/** What speaks against hex that begins in a line, as a hit has it. */
export const doubtOf = ({ stamped, amongText }: Line): { readonly doubtful?: 'log' | 'prose' } => (stamped ? { doubtful: 'log' } : amongText ? { doubtful: 'prose' } : {})

/** Two lines as one, with `glue` between them; it is as wide as the second. */
export function joinedLine(line: Line, next: Line, glue: '' | ' '): Line {
  const text = glue === '' ? line.text : line.text.trimEnd() + glue
  // A blank belongs to the text, unless it stands behind a prefix.
  const from = glue === '' && !next.stamped ? 0 : next.text.length - next.text.trimStart().length
  const base = text.length - from
  const pieces = [...line.pieces, { column: text.length, at: placeOf(next.pieces, from) }]
  for (const { column, at } of next.pieces) if (column > from) pieces.push({ column: column + base, at })
  return { ...line, text: text + next.text.slice(from), pieces, last: next.last ?? next.number, ...(next.width !== undefined && { width: next.width }) }
}

/** `text` from column `column` on stands in the input from character `at` on. */
export interface Piece {
  readonly column: number
  readonly at: number
}

/** Where the character at `column` stands in the input. */
export function placeOf(pieces: readonly Piece[], column: number): number {
  let last = pieces[0]!
  for (const piece of pieces) {
    if (piece.column > column) break
    last = piece
  }
  return last.at + column - last.column
}

/** Where `length` characters from `column` on stand in the input, with whatever breaks them there. */
export function placesOf(pieces: readonly Piece[], column: number, length: number): { readonly start: number; readonly end: number } {
  return { start: placeOf(pieces, column), end: placeOf(pieces, column + length - 1) + 1 }
}

/** Lines that a mail client or a terminal broke, joined again with a single space. */
export class Passage {
  text = ''
  /** What stands before the text in its first line. */
  readonly before: string
  readonly pieces: Piece[] = []
  readonly line: number
  last: number

  constructor(line: Line, from = 0) {
    this.before = line.text.slice(0, from)
    this.line = line.number
    this.last = line.last ?? line.number
    this.append(line, from)
  }

  /** Adds the next line, without the blanks at the break. */
  add(line: Line): void {
    this.text = this.text.trimEnd() + ' '
    this.last = line.last ?? line.number
    this.append(line, line.text.length - line.text.trimStart().length)
  }

  private append(line: Line, from: number): void {
    const base = this.text.length - from
    this.pieces.push({ column: this.text.length, at: placeOf(line.pieces, from) })
    for (const { column, at } of line.pieces) if (column > from) this.pieces.push({ column: column + base, at })
    this.text += line.text.slice(from)
  }
}
