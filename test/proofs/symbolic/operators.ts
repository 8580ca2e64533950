import ts from 'typescript'
import { NO, YES } from './formulas.ts'
import type { Bit } from './formulas.ts'
import type { Bits, Integers } from './integers.ts'
import { ProofFailure, boolean, one, string } from './values.ts'
import type { Int, Plain, Value } from './values.ts'

const { SyntaxKind } = ts

/** What the operators of the language do with two values of one kind each. */
export class Operators {
  private readonly integers: Integers
  /** Stands for a comparison of which nothing is known. */
  private readonly unknown = new Map<string, Bit>()

  constructor(integers: Integers) {
    this.integers = integers
  }

  truth(value: Plain): Bit {
    const { f } = this.integers
    switch (value.t) {
      case 'boolean': return value.holds
      case 'undefined': case 'null': return NO
      case 'int': return value.base === undefined ? f.not(this.integers.isZero(value.bits)) : fail('the truth of a place')
      case 'string': return value.text === '' ? NO : YES
      case 'odd': case 'bigint': case 'opaque': return fail(`the truth of a value of type ${value.t}`)
      default: return YES
    }
  }

  typeOf(value: Plain): string {
    switch (value.t) {
      case 'int': case 'odd': case 'start': return 'number'
      case 'opaque': return value.type
      case 'undefined': case 'boolean': case 'bigint': case 'string': case 'function': return value.t
      case 'native': return 'function'
      default: return 'object'
    }
  }

  unary(kind: ts.SyntaxKind, value: Plain): Value {
    const { f } = this.integers
    if (kind === SyntaxKind.ExclamationToken) return boolean(f.not(this.truth(value)))
    if (kind === SyntaxKind.MinusToken && value.t === 'int' && value.base === undefined) return one({ t: 'int', bits: this.integers.minus([NO], value.bits) })
    if (kind === SyntaxKind.TildeToken) return one({ t: 'int', bits: this.integers.bitwise('xor', this.int32(value), [YES, YES]) })
    return fail(`${ts.tokenToString(kind as ts.PunctuationSyntaxKind)} of ${value.t}`)
  }

  binary(kind: ts.SyntaxKind, a: Plain, b: Plain): Value {
    const { integers } = this
    switch (kind) {
      case SyntaxKind.EqualsEqualsEqualsToken: return boolean(this.same(a, b))
      case SyntaxKind.ExclamationEqualsEqualsToken: return boolean(integers.f.not(this.same(a, b)))
      case SyntaxKind.LessThanToken: return boolean(this.less(a, b))
      case SyntaxKind.GreaterThanToken: return boolean(this.less(b, a))
      case SyntaxKind.LessThanEqualsToken: return boolean(integers.f.not(this.less(b, a)))
      case SyntaxKind.GreaterThanEqualsToken: return boolean(integers.f.not(this.less(a, b)))
      case SyntaxKind.AmpersandToken: return this.bits(kind, a, b)
      case SyntaxKind.BarToken: return this.bits(kind, a, b)
      case SyntaxKind.CaretToken: return this.bits(kind, a, b)
      case SyntaxKind.LessThanLessThanToken: return one({ t: 'int', bits: integers.left(this.int32(a), this.count(b)) })
      case SyntaxKind.GreaterThanGreaterThanToken: return one({ t: 'int', bits: integers.right(this.int32(a), this.count(b), true) })
      case SyntaxKind.GreaterThanGreaterThanGreaterThanToken: {
        // The unknown base of a place is a number that `>>> 0` leaves as it is.
        if (a.t === 'int' && a.base !== undefined && this.count(b) === 0 && a.scale === 1 && integers.known(a.bits) === 0) return one(a)
        return one({ t: 'int', bits: integers.right(this.int32(a), this.count(b), false) })
      }
      case SyntaxKind.PlusToken: case SyntaxKind.MinusToken: case SyntaxKind.AsteriskToken: return one(this.arithmetic(kind, a, b))
      default: return fail(`the operator ${ts.tokenToString(kind as ts.PunctuationSyntaxKind)}`)
    }
  }

  private bits(kind: ts.SyntaxKind, a: Plain, b: Plain): Value {
    const op = kind === SyntaxKind.AmpersandToken ? 'and' : kind === SyntaxKind.BarToken ? 'or' : 'xor'
    return one({ t: 'int', bits: this.integers.bitwise(op, this.int32(a), this.int32(b)) })
  }

  private int32(value: Plain): Bits {
    if (value.t === 'int' && value.base === undefined) return value.bits
    if (value.t === 'odd') return value.low
    return fail(`bits of ${value.t === 'int' ? 'a place' : value.t}`)
  }

  private count(value: Plain): number {
    const count = value.t === 'int' && value.base === undefined ? this.integers.known(value.bits) : undefined
    return count === undefined ? fail('a shift by an unknown number') : count & 31
  }

  private arithmetic(kind: ts.SyntaxKind, a: Plain, b: Plain): Int {
    const { integers } = this
    if (a.t !== 'int' || b.t !== 'int') return fail(`arithmetic with ${a.t} and ${b.t}`)
    let result: Int
    if (kind === SyntaxKind.AsteriskToken) {
      const [factor, other] = a.base === undefined && integers.known(a.bits) !== undefined ? [a, b] : [b, a]
      const by = factor.base === undefined ? integers.known(factor.bits) : undefined
      if (by === undefined || by === 0 || Math.abs(by) > 0xffff) return fail('a product of two unknowns')
      result = { t: 'int', bits: integers.times(other.bits, by), ...(other.base !== undefined && { base: other.base, scale: other.scale! * by }) }
    } else {
      const minus = kind === SyntaxKind.MinusToken
      const bits = minus ? integers.minus(a.bits, b.bits) : integers.add(a.bits, b.bits)
      if (a.base !== undefined && b.base !== undefined) {
        if (!minus || a.base !== b.base || a.scale !== b.scale) return fail('arithmetic with two places')
        result = { t: 'int', bits }
      } else {
        if (minus && b.base !== undefined) return fail('the negative of a place')
        const placed = a.base === undefined ? b : a
        result = { t: 'int', bits, ...(placed.base !== undefined && { base: placed.base, scale: placed.scale! }) }
      }
    }
    // Beyond this a number of JavaScript is no longer exact.
    return result.bits.length > 60 ? fail('a number of more than 53 bits') : result
  }

  same(a: Plain, b: Plain): Bit {
    if (a.t === 'int' && b.t === 'int') {
      if (a.base === b.base && a.scale === b.scale) return this.integers.equal(a.bits, b.bits)
      return this.guess(`equal ${textOf(a)} ${textOf(b)}`)
    }
    if (a.t !== b.t) return a.t === 'opaque' || b.t === 'opaque' ? this.opaque(a, b) : NO
    switch (a.t) {
      case 'undefined': case 'null': return YES
      case 'boolean': return this.integers.f.not(this.integers.f.xor(a.holds, (b as typeof a).holds))
      case 'string': return a.text === (b as typeof a).text ? YES : NO
      case 'view': case 'array': return a.memory === (b as typeof a).memory ? YES : NO
      case 'odd': case 'opaque': case 'bigint': return fail(`whether two values of type ${a.t} are the same`)
      default: return a === b ? YES : NO
    }
  }

  /** Something else than every value that can be named, of its own type or of another. */
  private opaque(a: Plain, b: Plain): Bit {
    return a.t === 'undefined' || b.t === 'undefined' || this.typeOf(a) !== this.typeOf(b) ? NO : this.typeOf(a) === 'string' || this.typeOf(a) === 'object' ? NO : fail('whether an unknown value is a known one')
  }

  private less(a: Plain, b: Plain): Bit {
    if (a.t === 'int' && b.t === 'int') {
      if (a.base === b.base && a.scale === b.scale) return this.integers.less(a.bits, b.bits)
      return this.guess(`less ${textOf(a)} ${textOf(b)}`)
    }
    if (a.t === 'bigint' && b.t === 'bigint') return this.lessBig(a, b)
    return fail(`the order of ${a.t} and ${b.t}`)
  }

  /** The order of a bigint and one that is known and of 64 bits. */
  private lessBig(a: Plain & { t: 'bigint' }, b: Plain & { t: 'bigint' }): Bit {
    const { f } = this.integers
    const fits = (value: typeof a): boolean => value.below === NO && value.above === NO
    const inside = this.integers.less([...a.bits, NO], [...b.bits, NO])
    if (fits(b)) return f.or(a.below, f.and(f.not(a.above), inside))
    if (fits(a)) return f.or(b.above, f.and(f.not(b.below), inside))
    return fail('the order of two unknown bigints')
  }

  /** A comparison of numbers that have nothing to do with each other: it may turn out either way, but always the same. */
  private guess(key: string): Bit {
    const known = this.unknown.get(key) ?? this.integers.f.fresh(key)
    this.unknown.set(key, known)
    return known
  }

  typeText(value: Plain): Value {
    return string(this.typeOf(value))
  }
}

function textOf({ bits, base, scale }: Int): string {
  return `${base ?? ''}*${scale ?? 0}+${bits.join('.')}`
}

function fail(what: string): never {
  throw new ProofFailure(`unknown to the executor: ${what}`)
}
