/**
 * A failure list: the vectors that are known to fail, a name a line, `*` for any text, and after `#` the reason.
 * It works both ways: what is not listed must pass, and what is listed must fail.
 */

export interface ListedFailure {
  readonly pattern: string
  readonly line: number
}

/** @throws {RangeError} for a name that stands there twice */
export function parseFailures(text: string): ListedFailure[] {
  const listed: ListedFailure[] = []
  for (const [i, line] of text.split('\n').entries()) {
    const pattern = line.replace(/(^|\s)#.*$/, '').trim()
    if (pattern === '') continue
    const earlier = listed.find((one) => one.pattern === pattern)
    if (earlier) throw new RangeError(`failure list, line ${i + 1}: ${pattern} stands on line ${earlier.line} already`)
    listed.push({ pattern, line: i + 1 })
  }
  return listed
}

/** Which names a pattern means. */
export function matcherOf(pattern: string): (name: string) => boolean {
  if (!pattern.includes('*')) return (name) => name === pattern
  const form = new RegExp(`^${pattern.split('*').map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&')).join('.*')}$`)
  return (name) => form.test(name)
}

/** The list that a run with these failures needs. */
export function formatFailures(failures: readonly { readonly name: string; readonly reason: string }[]): string {
  return failures.map(({ name, reason }) => `${name}  # ${reason.replaceAll('\n', ' ')}\n`).join('')
}
