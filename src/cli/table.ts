/** A cell: its text, and how to paint it once it has its width. */
export type Cell = string | { readonly text: string; readonly paint: (text: string) => string }

/**
 * Aligned columns, one text for each row. Not a table library's, because those cut a word that is longer than its column:
 * a hex word must not be cut. The last column wraps at `width`, under itself, and at its own line breaks.
 * @param indent columns of blank on the left
 */
export function table(rows: readonly (readonly Cell[])[], width: number, indent = 0): string[] {
  const widths: number[] = []
  for (const row of rows) for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, textOf(cell).length)
  return rows.map((row) => {
    const last = row.length - 1
    const left = row.slice(0, last).map((cell, i) => paintOf(cell)(textOf(cell)) + ' '.repeat(widths[i]! - textOf(cell).length + 2))
    const margin = indent + widths.slice(0, last).reduce((sum, w) => sum + w + 2, 0)
    const lines = wrap(textOf(row[last]!), Math.max(16, width - margin)).map((line) => (line === '' ? '' : paintOf(row[last]!)(line)))
    return `${' '.repeat(indent)}${left.join('')}${lines.join(`\n${' '.repeat(margin)}`)}`.trimEnd()
  })
}

/** Breaks text at blanks so that no line is longer than `width`; a word that is longer stays whole. */
export function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines = ['']
    for (const word of paragraph.split(' ')) {
      const line = lines.at(-1)!
      if (line === '') lines[lines.length - 1] = word
      else if (line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`
      else lines.push(word)
    }
    return lines
  })
}

const textOf = (cell: Cell): string => (typeof cell === 'string' ? cell : cell.text)
const paintOf = (cell: Cell): ((text: string) => string) => (typeof cell === 'string' ? (text) => text : cell.paint)
