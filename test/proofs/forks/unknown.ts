import { Formulas, NO, YES } from '../symbolic/formulas.ts'
import type { Bit } from '../symbolic/formulas.ts'
import { Integers, bitOf } from '../symbolic/integers.ts'
import type { Bits } from '../symbolic/integers.ts'
import { ProofFailure } from '../symbolic/values.ts'

/** A value of which not every bit is known: a boolean, a whole number, a bigint. */
export class Unknown {
  readonly type: 'boolean' | 'number' | 'bigint'
  /** In two's complement, bit 0 first; of a boolean the one that it is. */
  readonly bits: Bits
  /** A number that the language has rounded: it is 0 where the bits are, and no more is known. */
  readonly rounded: boolean

  constructor(type: Unknown['type'], bits: Bits, rounded = false) {
    this.type = type
    this.bits = bits
    this.rounded = rounded
  }

  /** For messages, which say what a value is. */
  toString(): string {
    return '{}'
  }

  /** What the language itself would make of it is not known. */
  [Symbol.toPrimitive](): never {
    throw new ProofFailure('an unknown value where the language itself asks for one')
  }
}

/** The error that code throws where it refuses something. */
export class Refusal extends Error {
  readonly fault: Readonly<Record<string, unknown>>

  constructor(fault: Readonly<Record<string, unknown>>) {
    super(`${String(fault['field'])}: ${String(fault['expected'])}`)
    this.fault = fault
  }
}

/** One of the ways that a run can go: for which inputs, and what came of it. */
export interface Way<T> {
  readonly when: Bit
  readonly result: T | Refusal
}

/** What rewritten code calls. Where a decision depends on unknown bits, the run is repeated for each way that it can go. */
export class Forks {
  f = new Formulas()
  integers = new Integers(this.f)
  /** The inputs for which the run goes as it does. */
  path: Bit = YES
  private decisions: boolean[] = []
  private decided = 0
  private steps = 0

  /** Forgets everything: what is proved next has other unknowns. */
  renew(): void {
    this.f = new Formulas()
    this.integers = new Integers(this.f)
    this.path = YES
  }

  flag(name: string): Unknown {
    return new Unknown('boolean', [this.f.fresh(name)])
  }

  /** A whole number from 0 of so many bits, or a bigint, of which the low `zeros` bits are 0. */
  whole(type: 'number' | 'bigint', name: string, width: number, zeros = 0): Unknown {
    return new Unknown(type, [...Array<Bit>(zeros).fill(NO), ...Array.from({ length: width - zeros }, (_, i) => this.f.fresh(`${name}.${i}`)), NO])
  }

  /** Runs to all of its ends, for the inputs that `from` has. */
  explore<T>(from: Bit, run: () => T): Way<T>[] {
    const saved = [this.path, this.decisions, this.decided] as const
    const ways: Way<T>[] = []
    this.decisions = []
    for (;;) {
      this.path = from
      this.decided = 0
      if (++this.steps > 1_000_000) throw new ProofFailure('code that goes too many ways')
      let result: T | Refusal
      try {
        result = run()
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        result = error
      }
      ways.push({ when: this.path, result })
      while (this.decisions.at(-1) === false) this.decisions.pop()
      if (this.decisions.length === 0) break
      this.decisions[this.decisions.length - 1] = false
    }
    ;[this.path, this.decisions, this.decided] = saved
    return ways
  }

  /** Whether a condition holds: known from here on. */
  holds(value: unknown): boolean {
    if (!(value instanceof Unknown)) return Boolean(value)
    const bit = value.type === 'boolean' ? value.bits[0]! : this.f.not(this.integers.isZero(value.bits))
    if (this.f.implies(this.path, bit)) return true
    const both = this.f.and(this.path, bit)
    if (both === NO) return false
    if (this.decided === this.decisions.length) this.decisions.push(true)
    const way = this.decisions[this.decided++]!
    this.path = way ? both : this.f.and(this.path, this.f.not(bit))
    return way
  }

  /** One of two values; of two numbers a number, without two ways. */
  choose(test: unknown, yes: unknown, no: unknown): unknown {
    if (test instanceof Unknown && test.type === 'boolean') {
      const bit = test.bits[0]!
      const [a, b] = [this.lifted(yes), this.lifted(no)]
      if (a && b && a.type === b.type && !a.rounded && !b.rounded && !this.f.implies(this.path, bit) && this.f.and(this.path, bit) !== NO) {
        return this.made(a.type, a.type === 'boolean' ? [this.f.ite(bit, a.bits[0]!, b.bits[0]!)] : this.integers.ite(bit, a.bits, b.bits))
      }
    }
    return this.holds(test) ? yes : no
  }

  and(left: unknown, right: () => unknown): unknown {
    return this.holds(left) ? right() : left instanceof Unknown && left.type === 'boolean' ? false : left
  }

  or(left: unknown, right: () => unknown): unknown {
    return this.holds(left) ? (left instanceof Unknown && left.type === 'boolean' ? true : left) : right()
  }

  question(ask: (...args: readonly unknown[]) => unknown): (...args: readonly unknown[]) => boolean {
    return (...args) => this.holds(ask(...args))
  }

  known<T>(value: T): T {
    return value instanceof Unknown ? fail('an unknown value where it must be known') : value
  }

  text(value: unknown): string {
    return String(value instanceof Unknown ? value.toString() : value)
  }

  typeOf(value: unknown): string {
    return value instanceof Unknown ? value.type : typeof value
  }

  refusal(fault: Readonly<Record<string, unknown>>): Refusal {
    return new Refusal(fault)
  }

  String(value: unknown): string {
    return this.text(value)
  }

  Number(value: unknown): unknown {
    if (!(value instanceof Unknown)) return Number(value)
    if (value.type === 'boolean') return new Unknown('number', [value.bits[0]!, NO])
    // Here it may be known that it is small.
    const small = value.bits.length <= 54 || this.f.implies(this.path, this.f.not(this.f.any(value.bits.slice(53))))
    return new Unknown('number', small && value.bits.length > 54 ? [...value.bits.slice(0, 53), NO] : value.bits, value.rounded || !small)
  }

  BigInt(value: unknown): unknown {
    if (!(value instanceof Unknown)) return BigInt(value as number)
    if (value.rounded) fail('a number of more than 53 bits')
    return new Unknown('bigint', value.type === 'boolean' ? [value.bits[0]!, NO] : value.bits)
  }

  Number_isInteger(value: unknown): boolean {
    return value instanceof Unknown ? value.type === 'number' : Number.isInteger(value)
  }

  BigInt_asUintN(width: number, value: unknown): unknown {
    if (!(value instanceof Unknown)) return BigInt.asUintN(width, value as bigint)
    return value.type !== 'bigint' ? fail(`BigInt.asUintN of a ${value.type}`) : this.made('bigint', [...Array.from({ length: width }, (_, i) => bitOf(value.bits, i)), NO])
  }

  fromHalves(low: unknown, high: unknown): unknown {
    const halves = [low, high].map((half) => this.integers.int32(this.lifted(half)?.bits ?? fail('halves of no number')))
    return this.made('bigint', [...halves.flat(), NO])
  }

  unary(operator: string, value: unknown): unknown {
    if (operator === '!') return value instanceof Unknown && value.type === 'boolean' ? this.made('boolean', [this.f.not(value.bits[0]!)]) : !this.holds(value)
    if (!(value instanceof Unknown)) return operator === '-' ? -(value as number) : operator === '~' ? ~(value as number) : fail(operator)
    if (operator === '~' && value.type === 'number' && !value.rounded) return this.made('number', this.integers.bitwise('xor', value.bits, [YES, YES]))
    return fail(`${operator} of a ${value.type}`)
  }

  binary(operator: string, a: unknown, b: unknown): unknown {
    if (!(a instanceof Unknown) && !(b instanceof Unknown)) return natively(operator, a as number, b as number)
    const { f, integers } = this
    const [left, right] = [this.lifted(a), this.lifted(b)]
    const zero = [left, right].some((value) => value && integers.known(value.bits) === 0)
    if ((left?.rounded || right?.rounded) && !(zero && /^[!=]==$/.test(operator))) fail('a number of more than 53 bits')
    if (operator === '===' || operator === '!==') {
      const same = left === undefined || right === undefined || left.type !== right.type ? NO : left.type === 'boolean' ? f.not(f.xor(left.bits[0]!, right.bits[0]!)) : integers.equal(left.bits, right.bits)
      return this.made('boolean', [operator === '===' ? same : f.not(same)])
    }
    if (left === undefined || right === undefined || left.type === 'boolean' || right.type === 'boolean') return fail(`${operator} of ${this.typeOf(a)} and ${this.typeOf(b)}`)
    if (operator === '<') return this.made('boolean', [integers.less(left.bits, right.bits)])
    if (operator === '>') return this.made('boolean', [integers.less(right.bits, left.bits)])
    if (operator === '<=') return this.made('boolean', [f.not(integers.less(right.bits, left.bits))])
    if (operator === '>=') return this.made('boolean', [f.not(integers.less(left.bits, right.bits))])
    if (left.type !== right.type) return fail(`${operator} of a number and a bigint`)
    return this.made(left.type, left.type === 'number' ? this.numbers(operator, left.bits, right.bits) : this.bigints(operator, left.bits, right.bits))
  }

  private numbers(operator: string, a: Bits, b: Bits): Bits {
    const { integers } = this
    const result = operator === '&' ? integers.bitwise('and', a, b) : operator === '|' ? integers.bitwise('or', a, b) : operator === '^' ? integers.bitwise('xor', a, b)
      : operator === '<<' ? integers.left(integers.int32(a), this.constant(b) & 31) : operator === '>>' ? integers.right(a, this.constant(b) & 31, true) : operator === '>>>' ? integers.right(a, this.constant(b) & 31, false)
      : this.arithmetic(operator, a, b)
    return result.length > 54 ? fail('a number of more than 53 bits') : result
  }

  private bigints(operator: string, a: Bits, b: Bits): Bits {
    const { f } = this
    if (operator === '<<') return [...Array<Bit>(this.constant(b)).fill(NO), ...a]
    if (operator === '>>') return a.slice(Math.min(this.constant(b), a.length - 1))
    if (operator === '&' || operator === '|') return Array.from({ length: Math.max(a.length, b.length) }, (_, i) => f[operator === '&' ? 'and' : 'or'](bitOf(a, i), bitOf(b, i)))
    return this.arithmetic(operator, a, b)
  }

  private arithmetic(operator: string, a: Bits, b: Bits): Bits {
    const { integers } = this
    if (operator === '+') return integers.add(a, b)
    if (operator === '-') return integers.minus(a, b)
    const by = integers.known(b)
    const power = by === undefined || by <= 0 ? NaN : Math.log2(by)
    if (!Number.isInteger(power)) return fail(`${operator} by something else than a power of two`)
    if (operator === '*') return [...Array<Bit>(power).fill(NO), ...a]
    // Of a number below 0 both would round the other way.
    if (a.at(-1) !== NO) return fail(`${operator} of what may be below 0`)
    if (operator === '%') return [...Array.from({ length: power }, (_, i) => bitOf(a, i)), NO]
    // Of numbers this would leave a fraction.
    return operator === '/' ? a.slice(Math.min(power, a.length - 1)) : fail(operator)
  }

  private constant(bits: Bits): number {
    return this.integers.known(bits) ?? fail('a shift by an unknown number')
  }

  private lifted(value: unknown): Unknown | undefined {
    if (value instanceof Unknown) return value
    if (typeof value === 'boolean') return new Unknown('boolean', [value ? YES : NO])
    if (typeof value === 'bigint' || (typeof value === 'number' && Number.isSafeInteger(value))) return new Unknown(typeof value as 'bigint', this.integers.constant(value))
    return value === undefined || value === null || typeof value === 'function' || typeof value === 'string' ? undefined : fail(`a ${typeof value} beside an unknown value`)
  }

  /** A value, as the language has it where nothing of it is unknown. */
  private made(type: Unknown['type'], bits: Bits): unknown {
    if (bits.some((bit) => bit > 1)) return new Unknown(type, bits)
    if (type === 'boolean') return bits[0] === YES
    const value = bits.reduce((sum, bit, i) => sum + (BigInt(bit) << BigInt(i)) * (i === bits.length - 1 ? -1n : 1n), 0n)
    return type === 'number' ? Number(value) : value
  }

  /** Where a value has another bit set than those that are `free`: below them, above them, or its sign. */
  outside(value: unknown, free: readonly boolean[]): Bit {
    const lifted = this.lifted(value) ?? fail('a value that is left out')
    if (lifted.type === 'boolean') return NO
    return this.f.any(lifted.bits.filter((_, i) => !free[i]))
  }

  /** Where two values are not the same; a value that is left out is 0. */
  differ(a: unknown, b: unknown): Bit {
    const bits = (value: unknown): Bits => this.lifted(value)?.bits ?? [NO]
    const [left, right] = [a, b].map((value) => (this.typeOf(value) === 'boolean' ? [...bits(value), NO] : bits(value)))
    return this.f.not(this.integers.equal(left!, right!))
  }
}

const NATIVE: Readonly<Record<string, (a: any, b: any) => unknown>> = {
  '+': (a, b) => a + b, '-': (a, b) => a - b, '*': (a, b) => a * b, '/': (a, b) => a / b, '%': (a, b) => a % b, '**': (a, b) => a ** b,
  '&': (a, b) => a & b, '|': (a, b) => a | b, '^': (a, b) => a ^ b, '<<': (a, b) => a << b, '>>': (a, b) => a >> b, '>>>': (a, b) => a >>> b,
  '<': (a, b) => a < b, '>': (a, b) => a > b, '<=': (a, b) => a <= b, '>=': (a, b) => a >= b, '===': (a, b) => a === b, '!==': (a, b) => a !== b,
}

function natively(operator: string, a: unknown, b: unknown): unknown {
  return (NATIVE[operator] ?? fail(operator))(a, b)
}

function fail(what: string): never {
  throw new ProofFailure(`unknown to the executor: ${what}`)
}
