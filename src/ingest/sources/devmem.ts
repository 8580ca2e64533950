import type { Hit } from '../hit.ts'
import type { Line } from '../line.ts'
import type { Session, Source } from '../source.ts'
import { readingsOf, wordAt } from '../word-list.ts'
import type { Word } from '../word-list.ts'

const ID = 'devmem2'

const VALUE = /(?:(?:Value|Read) at address\s{1,4}0x([0-9a-f]{1,16}) \(0x[0-9a-f]{1,16}\):|\bMEM {1,4}0x([0-9a-f]{1,16}) :) 0x([0-9a-f]{1,16})(?:\s{1,4}>)?\s*$/di

/** Fewer bytes than this are no record. */
const LEAST = 8
const MOST = 65536
/** A line of a value is short. */
const LONGEST = 400

/** What `devmem2` reads, and `mm` of the UEFI shell, a word at a time: words whose addresses follow each other are one dump. */
export const devmem: Source = {
  id: ID,
  anchors: ['Value at address ', 'Read at address ', 'MEM  0x'],
  open(line) {
    const session = new Words(line)
    return session.take(line) ? session : undefined
  },
}

class Words implements Session {
  /** It says what it maps before each value. */
  readonly patience = 3
  readonly done = false
  private readonly words: Word[] = []
  private readonly first: Line
  private last: number
  private start = 0n
  /** Bytes from one word to the next; unknown before the second. */
  private size: number | undefined

  constructor(line: Line) {
    this.first = line
    this.last = line.number
  }

  take(line: Line): boolean {
    const match = line.text.length > LONGEST ? null : VALUE.exec(line.text)
    if (!match || this.words.length >= MOST) return false
    const address = BigInt(`0x${match[1] ?? match[2]!}`)
    const word = wordAt(line, match.indices![3]![0], match[3]!)
    if (this.words.length === 0) this.start = address
    else {
      const step = Number(address - this.start) / this.words.length
      if (![1, 2, 4, 8].includes(this.size ?? step) || step !== (this.size ?? step) || word.value >= 1n << BigInt(8 * step)) return false
      this.size = step
    }
    this.words.push(word)
    this.last = line.number
    return true
  }

  hits(): readonly Hit[] {
    const { words, size = 4, first, last } = this
    if (words.length * size < LEAST || words[0]!.value >= 1n << BigInt(8 * size)) return []
    // A number that is read of memory is one of the machine's, which is little-endian.
    const { data, reading } = readingsOf(words, size).at(-1)!
    return [{ source: ID, line: first.number, lastLine: last, data, reading, said: {}, notes: [] }]
  }
}
