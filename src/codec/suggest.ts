/** ` (did you mean …?)` with the candidate most like `name`, or nothing where none is like it. */
export function didYouMean(name: string, candidates: Iterable<string>): string {
  let best = ''
  let most = 0.5
  for (const candidate of candidates) {
    const likeness = common(name.toLowerCase(), candidate.toLowerCase()) / Math.max(name.length, candidate.length)
    if (likeness > most) [best, most] = [candidate, likeness]
  }
  return best && ` (did you mean ${best}?)`
}

/** How many characters two names have in common at their start and, apart from those, at their end: all but a slip. */
function common(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length)
  let start = 0
  while (start < shorter && a[start] === b[start]) start++
  let end = 0
  while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end++
  return start + end
}
