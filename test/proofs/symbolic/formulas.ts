/**
 * Formulas over unknown bits, as binary decision diagrams: two formulas are the same function exactly when they are
 * the same number. 0 is false and 1 is true.
 */
export type Bit = number

export const NO: Bit = 0
export const YES: Bit = 1

const CACHE = 1 << 17
/** More than a proof of a record ever takes: what needs more is a formula that nobody can read, and no proof. */
const MOST = 1_000_000

export class Formulas {
  /** Name of each unknown; the later it was made, the nearer to the root it is asked, so that a chain grows at its root. */
  readonly names: string[] = []
  private unknown = new Int32Array(1 << 14)
  private low = new Int32Array(1 << 14)
  private high = new Int32Array(1 << 14)
  private table = new Int32Array(1 << 15)
  private readonly cacheKeys = new Int32Array(3 * CACHE)
  private readonly cache = new Int32Array(CACHE)
  /** How many formulas there are. */
  size = 2

  constructor() {
    this.unknown[NO] = this.unknown[YES] = -1
  }

  /** A new unknown bit. */
  fresh(name: string): Bit {
    this.names.push(name)
    return this.node(this.names.length - 1, NO, YES)
  }

  private node(unknown: number, low: Bit, high: Bit): Bit {
    if (low === high) return low
    const mask = this.table.length - 1
    for (let slot = hash(unknown, low, high) & mask; ; slot = (slot + 1) & mask) {
      const found = this.table[slot]!
      if (found === 0) {
        this.table[slot] = this.size
        return this.add(unknown, low, high)
      }
      if (this.unknown[found] === unknown && this.low[found] === low && this.high[found] === high) return found
    }
  }

  private add(unknown: number, low: Bit, high: Bit): Bit {
    if (this.size === MOST) throw new RangeError('a formula that grows too large')
    const made = this.size++
    this.unknown[made] = unknown
    this.low[made] = low
    this.high[made] = high
    if (this.size === this.unknown.length) this.grow()
    return made
  }

  private grow(): void {
    const larger = (old: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
      const made = new Int32Array(2 * old.length)
      made.set(old)
      return made
    }
    this.unknown = larger(this.unknown)
    this.low = larger(this.low)
    this.high = larger(this.high)
    this.table = new Int32Array(2 * this.table.length)
    const mask = this.table.length - 1
    for (let i = 2; i < this.size; i++) {
      let slot = hash(this.unknown[i]!, this.low[i]!, this.high[i]!) & mask
      while (this.table[slot] !== 0) slot = (slot + 1) & mask
      this.table[slot] = i
    }
  }

  /** `yes` where `test` holds, else `no`. */
  ite(test: Bit, yes: Bit, no: Bit): Bit {
    if (test === YES || yes === no) return yes
    if (test === NO) return no
    if (yes === test) yes = YES
    if (no === test) no = NO
    if (yes === no) return yes
    if (yes === YES && no === NO) return test
    const slot = hash(test, yes, no) & (CACHE - 1)
    const at = 3 * slot
    const keys = this.cacheKeys
    if (keys[at] === test && keys[at + 1] === yes && keys[at + 2] === no) return this.cache[slot]!
    const a = this.unknown[test]!
    const b = this.unknown[yes]!
    const c = this.unknown[no]!
    const root = Math.max(a, b, c)
    const low = this.ite(a === root ? this.low[test]! : test, b === root ? this.low[yes]! : yes, c === root ? this.low[no]! : no)
    const high = this.ite(a === root ? this.high[test]! : test, b === root ? this.high[yes]! : yes, c === root ? this.high[no]! : no)
    const result = this.node(root, low, high)
    keys[at] = test
    keys[at + 1] = yes
    keys[at + 2] = no
    this.cache[slot] = result
    return result
  }

  not(a: Bit): Bit {
    return this.ite(a, NO, YES)
  }

  and(a: Bit, b: Bit): Bit {
    if (a === NO || b === NO) return NO
    return a === YES ? b : b === YES ? a : this.ite(a, b, NO)
  }

  or(a: Bit, b: Bit): Bit {
    if (a === YES || b === YES) return YES
    return a === NO ? b : b === NO ? a : this.ite(a, YES, b)
  }

  xor(a: Bit, b: Bit): Bit {
    if (a === b) return NO
    return a === NO ? b : b === NO ? a : this.ite(a, this.not(b), b)
  }

  /** Holds where all of them do. */
  all(bits: readonly Bit[]): Bit {
    return this.together(bits, YES, (a, b) => this.and(a, b))
  }

  any(bits: readonly Bit[]): Bit {
    return this.together(bits, NO, (a, b) => this.or(a, b))
  }

  /** By halves: one after the other, thousands of bits would each rebuild the chain of those before. */
  private together(bits: readonly Bit[], none: Bit, join: (a: Bit, b: Bit) => Bit): Bit {
    let left = bits.filter((bit) => bit !== none)
    for (; left.length > 1; left = left.flatMap((bit, i) => (i % 2 === 0 ? [join(left[i + 1] ?? none, bit)] : [])));
    return left[0] ?? none
  }

  implies(a: Bit, b: Bit): boolean {
    return a === NO || b === YES || this.ite(a, b, YES) === YES
  }

  /** Values of the unknowns under which `a` holds: a counterexample, where `a` says that something is wrong. */
  example(a: Bit): Map<string, boolean> {
    const values = new Map<string, boolean>()
    for (let at = a; at !== YES && at !== NO;) {
      const high = this.low[at] === NO
      values.set(this.names[this.unknown[at]!]!, high)
      at = high ? this.high[at]! : this.low[at]!
    }
    return values
  }
}

function hash(a: number, b: number, c: number): number {
  const mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35)
  return mixed ^ (mixed >>> 15)
}
