/** Names of options and ids are shorter; what is longer is no slip of the pen. */
const LONGEST = 60

/** ` (did you mean …?)` with the candidate most like `name`, or nothing where none is like it. */
export function didYouMean(name: string, candidates: Iterable<string>): string {
  if (name.length > LONGEST) return ''
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
 * (Damerau and Levenshtein). Four rows of a table here weigh less than a library in the main entry, which has none.
 */
function slips(a: string, b: string): number {
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const other = a[i - 1] === b[j - 1] ? 0 : 1
      row[j] = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + other)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j]!, before[j - 2]! + 1)
    }
    before = above
    above = row
  }
  return above[b.length]!
}
