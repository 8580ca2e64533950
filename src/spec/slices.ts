/** Number of bits of a field. */
export function widthOf(at: readonly (readonly [word: number, hi: number, lo: number, note?: string])[]): number {
  return at.reduce((width, [, hi, lo]) => width + hi - lo + 1, 0)
}
