/**
 * A loop over sixteen records at a time as a list of WebAssembly operations, before it is bytes: it can be read, carried
 * out by hand and proved. Names are those of the WebAssembly specification.
 */

/** What takes vectors and numbers from the stack and leaves one there, by its code; those of vectors have a prefix. */
export const PLAIN = {
  'i32.add': 0x6a,
  'i8x16.swizzle': 0xfd0e,
  'i8x16.eq': 0xfd23,
  'i8x16.ne': 0xfd24,
  'v128.and': 0xfd4e,
  'v128.or': 0xfd50,
  'v128.xor': 0xfd51,
  'v128.any_true': 0xfd53,
  'i8x16.bitmask': 0xfd64,
  'i8x16.narrow_i16x8_u': 0xfd66,
  'i16x8.narrow_i32x4_u': 0xfd86,
  'i16x8.shl': 0xfd8b,
  'i16x8.shr_u': 0xfd8d,
  'i32x4.shl': 0xfdab,
  'i32x4.shr_u': 0xfdad,
} as const

export type Operation =
  | readonly [name: keyof typeof PLAIN]
  | readonly [name: 'local.get' | 'local.set', local: number]
  | readonly [name: 'i32.const', value: number]
  /** Unaligned; the address is on the stack, and `offset` is added to it. */
  | readonly [name: 'v128.load' | 'v128.store' | 'i32.store16', offset: number]
  /** Four words of 32 bits, the first in the lowest lane. */
  | readonly [name: 'v128.const', words: readonly number[]]
  /** The 16 bytes of the result, each by its place in the 32 bytes of both operands. */
  | readonly [name: 'i8x16.shuffle', pattern: readonly number[]]

/**
 * A function of `parameters` 32-bit numbers, its first locals, with `vectors` locals of 128 bits after them, which are 0
 * at first. It carries out `before`, then `loop` as many times as its first parameter says, at least once, then `after`,
 * which leaves the 32-bit number that it returns.
 */
export interface Program {
  readonly parameters: number
  readonly vectors: number
  readonly before: readonly Operation[]
  readonly loop: readonly Operation[]
  readonly after: readonly Operation[]
}

/** A word of equal elements of 8, 16 or 32 bits. */
export function repeated(element: number, width: 8 | 16 | 32): number {
  return width === 32 ? element : Math.imul(element & (2 ** width - 1), width === 16 ? 0x00010001 : 0x01010101)
}

/** Writes a program. A value is the local that holds it, and is made once: no local but an accumulator changes. */
export class Builder {
  readonly #parameters: number
  readonly #before: Operation[] = []
  readonly #loop: Operation[] = []
  /** Constants by their words; those of equal words, which are most, by the one. */
  readonly #constants = new Map<string | number, number>()
  #locals: number

  constructor(parameters: number) {
    this.#parameters = parameters
    this.#locals = parameters
  }

  /** A vector of four words, made before the loop. */
  constant(words: readonly number[]): number {
    const [first] = words
    const key = words.every((word) => word === first) ? first! : words.join(' ')
    return this.#constants.get(key) ?? this.#made(key, words)
  }

  /** A vector of four equal words. */
  all(word: number): number {
    return this.#constants.get(word) ?? this.#made(word, [word, word, word, word])
  }

  /** A local that the loop adds to, with what it holds at first. */
  accumulator(word: number): number {
    const local = this.#locals++
    if (word !== 0) this.#before.push(['v128.const', [word, word, word, word]], ['local.set', local])
    return local
  }

  accumulate(name: 'v128.and' | 'v128.or', local: number, value: number): void {
    this.#loop.push(['local.get', local], ['local.get', value], [name], ['local.set', local])
  }

  binary(name: keyof typeof PLAIN, a: number, b: number): number {
    this.#loop.push(['local.get', a], ['local.get', b], [name])
    return this.#kept()
  }

  /** The bits that `mask` has. */
  masked(value: number, mask: number): number {
    return mask === -1 ? value : this.binary('v128.and', value, this.all(mask))
  }

  /** The value moved by `by` bits to the left in lanes of 16 or 32 bits. */
  shifted(value: number, by: number, lane: 16 | 32): number {
    if (by === 0) return value
    this.#loop.push(['local.get', value], ['i32.const', Math.abs(by)], [`${lane === 16 ? 'i16x8' : 'i32x4'}.${by > 0 ? 'shl' : 'shr_u'}`])
    return this.#kept()
  }

  shuffle(a: number, b: number, pattern: readonly number[]): number {
    this.#loop.push(['local.get', a], ['local.get', b], ['i8x16.shuffle', pattern])
    return this.#kept()
  }

  /** All of the values ORed; a vector of zeros of none. */
  or(values: readonly number[]): number {
    return values.length === 0 ? this.all(0) : values.reduce((a, b) => this.binary('v128.or', a, b))
  }

  load(address: number, offset: number): number {
    this.#loop.push(['local.get', address], ['v128.load', offset])
    return this.#kept()
  }

  store(address: number, offset: number, value: number): void {
    this.#loop.push(['local.get', address], ['local.get', value], ['v128.store', offset])
  }

  /** Stores the highest bit of each byte, that of the first byte lowest. */
  storeBits(address: number, offset: number, value: number): void {
    this.#loop.push(['local.get', address], ['local.get', value], ['i8x16.bitmask'], ['i32.store16', offset])
  }

  /** Moves a parameter on by `by` bytes. */
  advance(parameter: number, by: number): void {
    this.#loop.push(['local.get', parameter], ['i32.const', by], ['i32.add'], ['local.set', parameter])
  }

  program(after: readonly Operation[]): Program {
    return { parameters: this.#parameters, vectors: this.#locals - this.#parameters, before: this.#before, loop: this.#loop, after }
  }

  #made(key: string | number, words: readonly number[]): number {
    const local = this.#locals++
    this.#constants.set(key, local)
    this.#before.push(['v128.const', words], ['local.set', local])
    return local
  }

  /** A local of what stands on the stack. */
  #kept(): number {
    const local = this.#locals++
    this.#loop.push(['local.set', local])
    return local
  }
}
