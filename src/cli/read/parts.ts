/** What two threads know of the parts of a file: who looks at which, and in which of them there is nothing. */

/** Bytes of a part. With the end of its last line it is no more than is looked at together. */
export const PART = 252 * 1024
/** Bytes behind a part in which its last line has to end. */
export const TAIL = 4095

const FREE = 0
/** It is read in order. */
const READ = 1
/** The other thread looks at it. */
const LOOKED_AT = 2
/** There is nothing in it. */
const EMPTY = 3
/** It has to be read. */
const FULL = 4
/** Numbers of a part: its state, where its first line begins and its last ends, counted from where it begins, and its lines. */
const NUMBERS = 4

/** How long the other thread is waited for, in milliseconds. It looks at a part in a few; what it does not tell by then is read. */
const PATIENCE = 1000

/** Lines of a part that need not be read. */
export interface Lines {
  readonly begin: number
  readonly end: number
  readonly count: number
}

export class Parts {
  readonly shared: SharedArrayBuffer
  private readonly numbers: Int32Array

  constructor(shared: SharedArrayBuffer) {
    this.shared = shared
    this.numbers = new Int32Array(shared)
  }

  static of(size: number): Parts {
    return new Parts(new SharedArrayBuffer(Math.ceil(size / PART) * NUMBERS * Int32Array.BYTES_PER_ELEMENT))
  }

  get count(): number {
    return this.numbers.length / NUMBERS
  }

  /** Takes a part in order to read it. @returns whether it is free to be read */
  takeToRead(part: number): boolean {
    const before = Atomics.compareExchange(this.numbers, part * NUMBERS, FREE, READ)
    return before === FREE || before === READ
  }

  /** Takes a part in order to look at it. @returns whether nobody else has it */
  takeToLook(part: number): boolean {
    return Atomics.compareExchange(this.numbers, part * NUMBERS, FREE, LOOKED_AT) === FREE
  }

  /** Says what there is in a part that was taken to be looked at: lines that need not be read, or others. */
  tell(part: number, lines: Lines | undefined): void {
    const at = part * NUMBERS
    if (lines) this.numbers.set([lines.begin, lines.end, lines.count], at + 1)
    Atomics.store(this.numbers, at, lines ? EMPTY : FULL)
    Atomics.notify(this.numbers, at)
  }

  /** What the other thread says of a part that it has taken, as soon as it does: lines that need not be read, or nothing. */
  told(part: number): Lines | undefined {
    const at = part * NUMBERS
    Atomics.wait(this.numbers, at, LOOKED_AT, PATIENCE)
    if (Atomics.load(this.numbers, at) !== EMPTY) return undefined
    return { begin: this.numbers[at + 1]!, end: this.numbers[at + 2]!, count: this.numbers[at + 3]! }
  }
}
