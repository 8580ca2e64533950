import { codesOf, PLACES, standsAt, three } from '../anchors.ts'

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
  if (char === ' ' || char === '0') return 0.12
  if ('etaoinsrhldcum'.includes(char)) return 0.06
  if (/[a-z0-9]/.test(char)) return 0.02
  return ':.[]=-_/()'.includes(char) ? 0.012 : /[A-Z]/.test(char) ? 0.006 : 0.003
})

/** How often a byte has one of some low halves and one of some high ones. */
function oftenOf(low: number, high: number): number {
  let sum = 0
  for (let code = 0; code < 128; code++) if (((low >> (code & 15)) & (high >> (code >> 4)) & 1) === 1) sum += OFTEN[code]!
  return sum
}

/** Fingerprints of a word that are tried, the rarest. */
const TRIED = 8

/** What a word is known by, as it was chosen, and where that stands in it. */
interface Chosen {
  readonly codes: Uint8Array
  readonly offset: number
}

/** Three bytes of a fingerprint, as an index. */
const placeOf = (bytes: Uint8Array, at: number): number => three(bytes, at + 2)

/** The fingerprints of some words: the sets that take them all, and a few others; and what tells those from them. */
export class Fingerprints {
  readonly sets: readonly FingerprintSet[]
  /** Which list of words has the first three bytes of a fingerprint, from 1; 0 for none. */
  private readonly listAt = new Uint16Array(PLACES)
  private readonly lists: Chosen[][] = [[]]
  /** Whether the last three bytes of a fingerprint are those of one, and whether the first three are those of one that has no fourth. */
  private readonly isEnd = new Uint8Array(PLACES)
  private readonly isShort = new Uint8Array(PLACES)

  /** @param words of ASCII, of three characters at least */
  constructor(words: readonly string[]) {
    const { sets, offsets } = chosenOf(words)
    this.sets = sets
    words.forEach((word, i) => {
      const [codes, offset] = [codesOf(word), offsets[i]!]
      const place = placeOf(codes, offset)
      if (this.listAt[place] === 0) this.listAt[place] = this.lists.push([]) - 1
      this.lists[this.listAt[place]!]!.push({ codes, offset })
      if (offset + WIDTH > codes.length) this.isShort[place] = 1
      else this.isEnd[placeOf(codes, offset + 1)] = 1
    })
  }

  /** Whether the fingerprint that begins here, or seems to, is that of a word. */
  isOfWord(bytes: Uint8Array, at: number): boolean {
    const place = placeOf(bytes, at)
    const list = this.listAt[place]!
    if (list === 0 || (this.isEnd[placeOf(bytes, at + 1)] === 0 && this.isShort[place] === 0)) return false
    return isOneOf(this.lists[list]!, bytes, at)
  }
}

/** Called for nearly every line of a log, so that nothing is made in it. */
function isOneOf(chosen: readonly Chosen[], bytes: Uint8Array, at: number): boolean {
  for (let i = 0; i < chosen.length; i++) if (standsAt(chosen[i]!.codes, bytes, at - chosen[i]!.offset)) return true
  return false
}

/** The sets, and for each word where the fingerprint begins that it is known by. */
function chosenOf(words: readonly string[]): { readonly sets: readonly FingerprintSet[]; readonly offsets: readonly number[] } {
  const sets = Array.from({ length: SETS }, () => ({ low: Array<number>(WIDTH).fill(0), high: Array<number>(WIDTH).fill(0), chance: 0, known: Array.from({ length: WIDTH }, () => new Float64Array(128)) }))
  /** How often a byte is one that a set takes at a place of its fingerprints, if it takes `code` as well: kept, as each word asks it of each set. */
  const often = ({ low, high, known }: (typeof sets)[number], i: number, code: number): number => (known[i]![code] ||= oftenOf(low[i]! | (1 << (code & 15)), high[i]! | (1 << (code >> 4))))
  const choices = words.map((word, index) => {
    const all = codesOf(word)
    const windows = Array.from({ length: Math.max(1, word.length - WIDTH + 1) }, (_, offset) => {
      const codes = all.subarray(offset, offset + WIDTH)
      return { offset, codes, chance: codes.reduce((chance, code) => chance * OFTEN[code]!, 1) }
    })
    return { index, windows: windows.sort((a, b) => a.chance - b.chance).slice(0, TRIED) }
  })
  const offsets = Array<number>(words.length).fill(0)
  // Those that have the least choice first.
  for (const { index, windows } of choices.sort((a, b) => a.windows.length - b.windows.length)) {
    let best: { readonly cost: number; readonly set: (typeof sets)[number]; readonly codes: Uint8Array; readonly offset: number } | undefined
    for (const { codes, offset } of windows) {
      for (const set of sets) {
        let chance = 1
        for (let i = 0; i < WIDTH && chance > 0; i++) {
          const code = codes[i]
          // A word that is shorter may have anything behind it.
          if (code !== undefined) chance *= often(set, i, code)
        }
        const cost = chance - set.chance
        if (best === undefined || cost < best.cost) best = { cost, set, codes, offset }
      }
    }
    const { cost, set, codes, offset } = best!
    offsets[index] = offset
    set.chance += cost
    for (let i = 0; i < WIDTH; i++) {
      const code = codes[i]
      set.low[i]! |= code === undefined ? 0xffff : 1 << (code & 15)
      set.high[i]! |= code === undefined ? 0xffff : 1 << (code >> 4)
      set.known[i]!.fill(0)
    }
  }
  return { sets, offsets }
}
