/** Names of options and ids are shorter; what is longer is no slip of the pen. */
const LONGEST = 60

/** ` (did you mean …?)` with the candidate most like `name`, or nothing where none is like it, or it is no text. */
export function didYouMean(name: unknown, candidates: Iterable<string>): string {
  if (typeof name !== 'string' || name.length > LONGEST) return ''
  let best = ''
  let most = 0.65
  for (const candidate of candidates) {
    const likeness = 1 - slips(name.toLowerCase(), candidate.toLowerCase()) / Math.max(name.length, candidate.length)
    if (likeness > most) [best, most] = [candidate, likeness]
  }
  return best && ` (did you mean ${best}?)`
}

/**
 * How many slips make one name the other: a character too many, too few, another one, or two neighbours exchanged
 * (Damerau and Levenshtein). A table here weighs less than a library in the main entry, which has none.
 */
function slips(a: string, b: string): number {
  const table: number[][] = []
  for (let i = 0; i <= a.length; i++) {
    const row: number[] = (table[i] = [])
    for (let j = 0; j <= b.length; j++) {
      const other = a[i - 1] === b[j - 1] ? 0 : 1
      row[j] = i * j === 0 ? i + j : Math.min(table[i - 1]![j]! + 1, row[j - 1]! + 1, table[i - 1]![j - 1]! + other)
      if (i > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j]!, table[i - 2]![j - 2]! + 1)
    }
  }
  return table[a.length]![b.length]!
}
