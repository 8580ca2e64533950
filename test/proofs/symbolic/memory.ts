import { NO } from './formulas.ts'
import type { Bit } from './formulas.ts'
import type { Bits, Integers } from './integers.ts'
import { bitOf } from './integers.ts'
import { ProofFailure } from './values.ts'
import type { Int } from './values.ts'

/** Whether `size` bytes at a place are inside. */
export type Inside = (place: Place, size: number) => boolean

/** A place in memory: `scale` times the unknown number `base`, and `n` bytes. */
export interface Place {
  readonly base: string | undefined
  readonly scale: number
  readonly n: number
}

/** Bytes of a buffer, each of eight bits; those that nobody wrote are as `first` says. */
export class Memory {
  readonly name: string
  /** Its number of bytes, as code sees it. */
  readonly length: Int
  readonly inside: Inside
  private readonly first: (key: string) => Bits
  private readonly bytes = new Map<string, Bits>()
  private base: string | undefined
  /** How often it was written. */
  stores = 0

  constructor(name: string, length: Int, inside: Inside, first: (key: string) => Bits = () => Array<Bit>(8).fill(NO)) {
    this.name = name
    this.length = length
    this.inside = inside
    this.first = first
  }

  byte(place: Place): Bits {
    const key = this.key(place)
    const known = this.bytes.get(key) ?? this.first(key)
    this.bytes.set(key, known)
    return known
  }

  /** Writes a byte where `when` holds, and leaves it as it is elsewhere. */
  setByte(place: Place, bits: Bits, when: Bit, { f }: Integers): void {
    const old = this.byte(place)
    this.bytes.set(this.key(place), old.map((bit, i) => f.ite(when, bits[i]!, bit)))
    this.stores++
  }

  /** Places of two bases could be the same, and nobody would know. */
  private key({ base, scale, n }: Place): string {
    const name = base === undefined ? '' : `${base}*${scale}`
    if ((this.base ??= name) !== name) throw new ProofFailure(`${this.name} is used at ${name || 'a constant'} and at ${this.base || 'a constant'}`)
    return `${name}+${n}`
  }

  load(place: Place, size: number, little: boolean): Bit[] {
    this.check(place, size)
    return Array.from({ length: size }, (_, i) => this.byte({ ...place, n: place.n + (little ? i : size - 1 - i) })).flat()
  }

  store(place: Place, size: number, little: boolean, value: Bits, when: Bit, integers: Integers): void {
    this.check(place, size)
    for (let i = 0; i < size; i++) {
      const bits = Array.from({ length: 8 }, (_, bit) => bitOf(value, 8 * i + bit))
      this.setByte({ ...place, n: place.n + (little ? i : size - 1 - i) }, bits, when, integers)
    }
  }

  private check(place: Place, size: number): void {
    if (!this.inside(place, size)) throw new ProofFailure(`${size} bytes at ${place.base ?? ''} + ${place.n} may be outside of ${this.name}`)
  }
}
