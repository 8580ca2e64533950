import type { Hit } from '../hit.ts'
import type { Line } from '../line.ts'
import type { Session, Source } from '../source.ts'
import { readingsOf, wordAt } from '../word-list.ts'
import type { Word } from '../word-list.ts'

const ID = 'hex.numbered'

const LEAST = 8
/** A line of them is short, and each of its words may begin them. */
const LONGEST = 2000
/** The most words that a record has, and more. */
const MOST = 64

/** Fields of a word at the most, a line each, with the brackets about them. */
const FIELDS = 16

/** `qw0 = 0x…`, `DW[1]: 0x…`, `word 2: …`; without leading zeros, where the name tells how many there are; drgn writes them in decimal. */
const WORD = /([A-Za-z_][A-Za-z_ ]{0,15})\s?[[(]?(\d{1,2})[\])]?\s{0,8}[:=]\s{0,8}(?:\(u64\)(\d{1,20})(?!\d)|(?:0x|\d{1,3}'h)?((?:[0-9a-f]{16}|[0-9a-f]{8})(?![0-9a-f])|(?<=[qd]w[[(_]?\d{1,2}[\])]?\s{0,8}[:=]\s{0,8}(?:0x|\d{1,3}'h))[0-9a-f]{1,16}(?![0-9a-f])))[,;]?/gi

/** Digits of a word by its name, where that tells them. */
const digitsNamed = (name: string): number | undefined => (/qw_?$/i.test(name) ? 16 : /dw_?$/i.test(name) ? 8 : undefined)

/** Words that have a name and a number each, in one line or in several. */
export const numberedWords: Source = {
  id: ID,
  anchors: ['qw', 'qw_', 'dw'].flatMap((name) => [`${name}0=0x`, `${name.toUpperCase()}0=0x`, `${name}[0]=0x`]),
  shape: /(?:^|[\s(])[A-Za-z_][A-Za-z_ ]{0,15}\s?[[(]?0[\])]?\s{0,8}[:=]\s{0,8}(?:0x|\d{1,3}'h)?(?:[0-9a-f]{16}|[0-9a-f]{8})(?!\w|[:.]\w|: |\.\.)/i,
  open(line) {
    if (line.text.length > LONGEST) return undefined
    const session = new Numbered(line)
    return session.take(line) ? session : undefined
  },
}

class Numbered implements Session {
  readonly done = false
  private readonly words: Word[] = []
  private readonly first: Line
  private last: number
  private name = ''
  /** What the first line says before the words. */
  private before = ''
  private digits = 0

  /** Debuggers print the fields that are parts of a word beside it. */
  get patience(): number {
    return this.name === 'qw_' ? FIELDS : 0
  }

  constructor(line: Line) {
    this.first = line
    this.last = line.number
  }

  take(line: Line): boolean {
    const found: Word[] = []
    for (const match of line.text.matchAll(WORD)) {
      const [all, name, number, decimal, digits = ''] = match as unknown as [string, string, string, string | undefined, string | undefined]
      if (this.words.length === 0 && found.length === 0) {
        this.name = name.trim()
        this.digits = digitsNamed(this.name) ?? digits.length
        this.before = line.text.slice(0, match.index).trimStart().slice(-80)
      }
      // The first name may have words of the sentence before it.
      else if (this.words.length + found.length === 1 && this.name.endsWith(` ${name.trim()}`)) this.name = name.trim()
      const known = digitsNamed(this.name)
      if (name.trim() !== this.name || Number(number) !== this.words.length + found.length || (decimal !== undefined && BigInt(decimal) >> 64n > 0n) || (known === undefined ? decimal !== undefined || digits.length !== this.digits : digits.length > known)) return false
      found.push(decimal === undefined ? wordAt(line, match.index + all.lastIndexOf(digits), digits) : { value: BigInt(decimal) })
    }
    if (found.length === 0 || this.words.length + found.length > MOST) return false
    this.words.push(...found)
    this.last = line.number
    return true
  }

  hits(): readonly Hit[] {
    const size = this.digits / 2
    if (this.words.length * size < LEAST) return []
    return [{ source: ID, line: this.first.number, lastLine: this.last, said: { label: `${this.before}${this.name}` }, notes: [], readings: readingsOf(this.words, size), doubtful: this.first.stamped ? 'log' : 'prose' }]
  }
}
