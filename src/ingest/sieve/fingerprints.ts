/**
 * Fingerprints of words: a few bytes of each, by which a vector of bytes is searched for all words at once. They are put into
 * sets, and a set knows of each of its bytes only which low and which high halves it may have; so a text without any of the
 * words is told as one nearly always, and one with a word is always found.
 */

/** Bytes of a fingerprint. */
export const WIDTH = 4
/** Sets: a bit each. */
export const SETS = 16

/** What a set takes, for each byte of a fingerprint: a bit for each low half, and for each high half. */
export interface FingerprintSet {
  readonly low: number[]
  readonly high: number[]
}

/** How often a byte stands in a log, roughly. It decides how fast words are found, and never whether. */
const OFTEN = /* @__PURE__ */ Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code)
  if (char === ' ') return 0.12
  if ('etaoinsrhldcum'.includes(char)) return 0.06
  if (/[a-z0-9]/.test(char)) return 0.02
  return ':.[]=-_/()'.includes(char) ? 0.012 : /[A-Z]/.test(char) ? 0.006 : 0.003
})

/** Fingerprints of a word that are tried, the rarest. */
const TRIED = 4

/** @param words of ASCII, not empty */
export function fingerprintsOf(words: readonly string[]): readonly FingerprintSet[] {
  const sets = Array.from({ length: SETS }, (): FingerprintSet & { chance: number } => ({ low: Array<number>(WIDTH).fill(0), high: Array<number>(WIDTH).fill(0), chance: 0 }))
  const known = new Map<number, number>()
  /** How often a byte has one of the halves. */
  const often = (low: number, high: number): number => {
    const key = low * 256 + high
    let sum = known.get(key)
    if (sum === undefined) {
      sum = 0
      for (let code = 0; code < 128; code++) if (((low >> (code & 15)) & (high >> (code >> 4)) & 1) === 1) sum += OFTEN[code]!
      known.set(key, sum)
    }
    return sum
  }
  const chanceOf = (codes: readonly number[]): number => codes.reduce((chance, code) => chance * OFTEN[code]!, 1)
  const choices = words.map((word) => {
    const windows = Array.from({ length: Math.max(1, word.length - WIDTH + 1) }, (_, at) => Array.from(word.slice(at, at + WIDTH), (char) => char.charCodeAt(0)))
    return windows.sort((a, b) => chanceOf(a) - chanceOf(b)).slice(0, TRIED)
  })
  // Those that have the least choice first.
  for (const windows of choices.sort((a, b) => a.length - b.length)) {
    let best: { readonly cost: number; readonly set: (typeof sets)[number]; readonly codes: readonly number[] } | undefined
    for (const codes of windows) {
      for (const set of sets) {
        let chance = 1
        for (let i = 0; i < WIDTH && chance > 0; i++) {
          const code = codes[i]
          // A word that is shorter may have anything behind it.
          if (code !== undefined) chance *= often(set.low[i]! | (1 << (code & 15)), set.high[i]! | (1 << (code >> 4)))
        }
        const cost = chance - set.chance
        if (best === undefined || cost < best.cost) best = { cost, set, codes }
      }
    }
    const { cost, set, codes } = best!
    set.chance += cost
    for (let i = 0; i < WIDTH; i++) {
      const code = codes[i]
      set.low[i]! |= code === undefined ? 0xffff : 1 << (code & 15)
      set.high[i]! |= code === undefined ? 0xffff : 1 << (code >> 4)
    }
  }
  return sets
}
