import { NO, YES } from './formulas.ts'
import type { Bit, Formulas } from './formulas.ts'

/** A whole number as its bits in two's complement, least significant first; the last is the sign. */
export type Bits = readonly Bit[]

/** What JavaScript does with whole numbers that it holds exactly, bit by bit. */
export class Integers {
  readonly f: Formulas

  constructor(f: Formulas) {
    this.f = f
  }

  constant(value: number | bigint): Bits {
    const big = BigInt(value)
    const bits: Bit[] = []
    for (let i = 0n; ; i++) {
      bits.push(Number((big >> i) & 1n))
      const rest = big >> (i + 1n)
      if (rest === 0n || rest === -1n) return trimmed([...bits, rest === 0n ? NO : YES])
    }
  }

  /** The number, where no bit of it is unknown. */
  known(bits: Bits): number | undefined {
    let value = 0
    for (const [i, bit] of bits.entries()) {
      if (bit > 1) return undefined
      value += (i === bits.length - 1 ? -bit : bit) * 2 ** i
    }
    return value
  }

  /** ToInt32, as 32 bits. */
  int32(bits: Bits): Bits {
    return Array.from({ length: 32 }, (_, i) => bitOf(bits, i))
  }

  uint32(bits: Bits): Bits {
    return trimmed([...this.int32(bits), NO])
  }

  bitwise(op: 'and' | 'or' | 'xor', a: Bits, b: Bits): Bits {
    const left = this.int32(a)
    const right = this.int32(b)
    return trimmed(left.map((bit, i) => this.f[op](bit, right[i]!)))
  }

  left(a: Bits, count: number): Bits {
    return trimmed(this.int32(a).map((_, i) => (i >= count ? bitOf(a, i - count) : NO)))
  }

  /** `>>>`, or `>>` where the sign comes in from above. */
  right(a: Bits, count: number, signed: boolean): Bits {
    const from = signed ? this.int32(a) : [...this.int32(a), NO]
    return trimmed(from.map((_, i) => bitOf(from, i + count)))
  }

  add(a: Bits, b: Bits, carry: Bit = NO): Bits {
    const { f } = this
    const sum: Bit[] = []
    for (let i = 0; i <= Math.max(a.length, b.length); i++) {
      const x = bitOf(a, i)
      const y = bitOf(b, i)
      const one = f.xor(x, y)
      sum.push(f.xor(one, carry))
      carry = f.ite(one, carry, x)
    }
    return trimmed(sum)
  }

  minus(a: Bits, b: Bits): Bits {
    return this.add(a, b.map((bit) => this.f.not(bit)), YES)
  }

  times(a: Bits, factor: number): Bits {
    let sum: Bits = [NO]
    for (let i = 0; i < 32; i++) if ((Math.abs(factor) >>> i) & 1) sum = this.add(sum, [...Array<Bit>(i).fill(NO), ...a])
    return factor < 0 ? this.minus([NO], sum) : sum
  }

  equal(a: Bits, b: Bits): Bit {
    let same: Bit = YES
    for (let i = 0; i < Math.max(a.length, b.length); i++) same = this.f.and(this.f.not(this.f.xor(bitOf(a, i), bitOf(b, i))), same)
    return same
  }

  less(a: Bits, b: Bits): Bit {
    const { f } = this
    const top = Math.max(a.length, b.length)
    let less: Bit = NO
    for (let i = 0; i < top; i++) less = f.ite(f.xor(bitOf(a, i), bitOf(b, i)), bitOf(b, i), less)
    return f.ite(f.xor(bitOf(a, top), bitOf(b, top)), bitOf(a, top), less)
  }

  ite(test: Bit, a: Bits, b: Bits): Bits {
    return trimmed(Array.from({ length: Math.max(a.length, b.length) }, (_, i) => this.f.ite(test, bitOf(a, i), bitOf(b, i))))
  }

  isZero(a: Bits): Bit {
    return this.f.not(this.f.any(a))
  }
}

/** Bit `i`, which is the sign above the highest. */
export function bitOf(bits: Bits, i: number): Bit {
  return bits[Math.min(i, bits.length - 1)]!
}

function trimmed(bits: Bit[]): Bits {
  while (bits.length > 1 && bits.at(-1) === bits.at(-2)) bits.pop()
  return bits
}
