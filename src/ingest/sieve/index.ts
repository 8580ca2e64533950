import { compile, memoryOf } from '../../codec/wasm/engine.ts'
import type { Loop } from '../../codec/wasm/engine.ts'
import type { Anchors } from '../anchors.ts'
import { behindIn } from '../glance.ts'
import { Fingerprints } from './fingerprints.ts'
import { ROUND, sieveProgram, VECTOR } from './program.ts'

/** Bytes that are looked at together; more at a time are looked at without vectors. */
export const MOST = 1 << 18

/** Where lines end, and where words and hex may begin. */
export interface Marks {
  /** The next line feed from `from` on, of which there has to be one. */
  lineEnd(from: number): number
  /** The next character behind which hex may begin, such as a colon; `to`, or something behind it, where none stands before that. */
  behind(from: number, to: number): number
  /** Whether 32 digits may stand there, in one run or in words with a blank or a comma between. */
  mayHoldRun(from: number, to: number): boolean
  /** Where a word begins or goes on, from `from` on, which begins a line; something behind the last line where none does. */
  word(from: number): number
}

/** From how many bytes on, in all texts together, the loop is assembled: to look through so many takes as long. */
const ASSEMBLE_FROM = 1 << 20
/** From how many bytes on it is used once it is there. */
const USE_FROM = 1 << 10

/** Looks for the line feeds and the words in bytes: by vectors where WebAssembly is allowed and there is enough to look at. */
export class Sieve {
  private readonly anchors: Anchors<unknown>
  private seen = 0
  private vectors: Vectors | undefined

  constructor(anchors: Anchors<unknown>) {
    this.anchors = anchors
  }

  /** @param bytes to look at up to `end`. The marks hold until the next are asked for. */
  marks(bytes: Uint8Array, end: number): Marks {
    if (this.seen < ASSEMBLE_FROM) {
      this.seen += end
      if (this.seen >= ASSEMBLE_FROM) this.vectors = vectorsOf(this.anchors.words)
    }
    if (this.vectors && end >= USE_FROM && end <= MOST) return this.vectors.look(bytes, end)
    const { anchors } = this
    return { lineEnd: (from) => bytes.indexOf(0x0a, from), behind: behindIn(bytes), mayHoldRun: () => true, word: (from) => anchors.next(bytes, from, end) }
  }
}

/** The words of the loop that are 32 bits each. */
const BITS = 32

class Vectors implements Marks {
  private readonly loop: Loop
  private readonly fingerprints: Fingerprints
  private readonly bytes: Uint8Array
  private readonly feeds: Int32Array
  private readonly boundaries: Int32Array
  private readonly words: Int32Array
  private readonly runs: Int32Array
  /** Vectors that are full of what stands in words of digits, in ascending order, and the first of them that is not passed. */
  private readonly full = new Uint32Array(MOST / VECTOR + 1)
  private nextFull = 0
  private end = 0

  constructor(memory: ArrayBuffer, loop: Loop, fingerprints: Fingerprints) {
    this.loop = loop
    this.fingerprints = fingerprints
    this.bytes = new Uint8Array(memory, 0, MOST)
    this.feeds = new Int32Array(memory, FEEDS, MOST / BITS)
    this.boundaries = new Int32Array(memory, BOUNDARIES, MOST / BITS)
    this.words = new Int32Array(memory, WORDS, MOST / BITS)
    this.runs = new Int32Array(memory, RUNS, MOST / BITS)
  }

  look(bytes: Uint8Array, end: number): Marks {
    this.bytes.set(bytes.subarray(0, end))
    this.loop(Math.ceil(end / ROUND), 0, FEEDS, BOUNDARIES, WORDS, RUNS)
    this.end = end
    this.findFull(end)
    return this
  }

  private findFull(end: number): void {
    const { runs, full } = this
    let count = 0
    for (let at = 0; at < end / BITS; at++) {
      const bits = runs[at]!
      if ((bits & 0xffff) === 0xffff) full[count++] = 2 * at
      if (bits >>> 16 === 0xffff) full[count++] = 2 * at + 1
    }
    full[count] = MOST
    this.nextFull = 0
  }

  lineEnd(from: number): number {
    return next(this.feeds, from, this.end)
  }

  behind(from: number, to: number): number {
    return next(this.boundaries, from, to)
  }

  /** So many digits fill a vector. Lines are asked for in the order in which they stand. */
  mayHoldRun(from: number, to: number): boolean {
    while (this.full[this.nextFull]! * VECTOR < from) this.nextFull++
    return (this.full[this.nextFull]! + 1) * VECTOR <= to
  }

  word(from: number): number {
    let at = next(this.words, from, this.end)
    while (at < this.end && !this.fingerprints.isOfWord(this.bytes, at)) at = next(this.words, at + 1, this.end)
    return at
  }
}

/** The bits stand behind the bytes, of which a vector more may be read. */
const FEEDS = MOST + 16
const BOUNDARIES = FEEDS + MOST / 8
const WORDS = BOUNDARIES + MOST / 8
const RUNS = WORDS + MOST / 8
const SIZE = RUNS + MOST / 8

function vectorsOf(words: readonly string[]): Vectors | undefined {
  const memory = memoryOf(SIZE)
  if (!memory) return undefined
  const fingerprints = new Fingerprints(words)
  const loop = compile(() => sieveProgram(fingerprints.sets))
  return loop && new Vectors(memory.buffer, loop(memory), fingerprints)
}

/** The next bit that is set; `end`, or something behind it, where none is before that. */
function next(bits: Int32Array, from: number, end: number): number {
  const last = (end - 1) >> 5
  let at = from >> 5
  if (at > last) return end
  let word = bits[at]! & (-1 << (from & 31))
  while (word === 0) {
    if (++at > last) return end
    word = bits[at]!
  }
  return (at << 5) + 31 - Math.clz32(word & -word)
}
