import { NO, YES } from '../../symbolic/formulas.ts'
import type { Bit, Formulas } from '../../symbolic/formulas.ts'
import { ProofFailure } from '../../symbolic/values.ts'
import type { Instruction } from './module.ts'

/** Carries out instructions of WebAssembly with unknown bits. What it does not know is a failure. */

/** Of 128 bits; bit 0 of byte 0 first. */
export type Vector = readonly Bit[]

/** A number: an address as the parameter that it was and the bytes that were added; or one of which only is known when it is not 0. */
export type Int = { readonly of: number | undefined; readonly plus: number } | { readonly not0: Bit }

export type Local = Vector | Int

/** Bytes at the addresses that the parameters are: those of two parameters never meet. */
export interface Bytes {
  load(of: number, at: number): readonly Bit[]
  store(of: number, at: number, bits: readonly Bit[]): void
}

export const isVector = (local: Local): local is Vector => Array.isArray(local)

const BITWISE = { 'v128.and': 'and', 'v128.or': 'or', 'v128.xor': 'xor' } as const

/** Carries out instructions over locals, which they change. Gives what they leave on the stack. */
export function execute(f: Formulas, instructions: readonly Instruction[], locals: { get(n: number): Local; set(n: number, value: Local): void }, memory: Bytes): readonly Local[] {
  const stack: Local[] = []
  const pop = (): Local => stack.pop() ?? fail('an empty stack')
  const vector = (): Vector => {
    const value = pop()
    return isVector(value) ? value : fail('a number in place of a vector')
  }
  const int = (): { readonly of: number | undefined; readonly plus: number } => {
    const value = pop()
    return isVector(value) || 'not0' in value ? fail('a vector in place of a number') : value
  }
  const known = (): number => {
    const { of, plus } = int()
    return of === undefined ? plus : fail('an address in place of a number')
  }
  const address = (): { readonly of: number; readonly plus: number } => {
    const { of, plus } = int()
    return of === undefined ? fail('a number in place of an address') : { of, plus }
  }
  for (const { name, numbers } of instructions) {
    const [n = 0] = numbers
    switch (name) {
      case 'local.get': stack.push(locals.get(n)); break
      case 'local.set': locals.set(n, pop()); break
      case 'i32.const': stack.push({ of: undefined, plus: n }); break
      case 'i32.add': {
        const [b, a] = [int(), int()]
        if (a.of !== undefined && b.of !== undefined) fail('a sum of two addresses')
        stack.push({ of: a.of ?? b.of, plus: a.plus + b.plus })
        break
      }
      case 'v128.const': stack.push(numbers.flatMap((byte) => Array.from({ length: 8 }, (_, i) => (byte >> i) & 1))); break
      case 'v128.load': {
        const { of, plus } = address()
        const result: Bit[] = []
        for (let i = 0; i < 16; i++) result.push(...memory.load(of, plus + n + i))
        stack.push(result)
        break
      }
      case 'v128.store': {
        const value = vector()
        const { of, plus } = address()
        for (let i = 0; i < 16; i++) memory.store(of, plus + n + i, value.slice(8 * i, 8 * i + 8))
        break
      }
      case 'v128.and': case 'v128.or': case 'v128.xor': {
        const [b, a] = [vector(), vector()]
        const op = BITWISE[name]
        const result = Array<Bit>(128)
        for (let i = 0; i < 128; i++) result[i] = f[op](a[i]!, b[i]!)
        stack.push(result)
        break
      }
      case 'v128.any_true': stack.push({ not0: f.any(vector()) }); break
      case 'i8x16.shuffle': {
        const [b, a] = [vector(), vector()]
        if (numbers.some((from) => from > 31)) fail('a shuffle of bytes that are not there')
        const result = Array<Bit>(128)
        for (let i = 0; i < 128; i++) {
          const from = 8 * numbers[i >> 3]! + (i & 7)
          result[i] = from < 128 ? a[from]! : b[from - 128]!
        }
        stack.push(result)
        break
      }
      case 'i8x16.narrow_i16x8_u': case 'i16x8.narrow_i32x4_u': {
        const [b, a] = [vector(), vector()]
        const to = name === 'i8x16.narrow_i16x8_u' ? 8 : 16
        const result: Bit[] = []
        for (const value of [a, b]) for (let i = 0; i < 128; i += 2 * to) result.push(...narrowed(f, value.slice(i, i + 2 * to), to))
        stack.push(result)
        break
      }
      case 'i16x8.shl': case 'i16x8.shr_u': case 'i32x4.shl': case 'i32x4.shr_u': {
        const lane = name.startsWith('i16') ? 16 : 32
        const by = known() & (lane - 1)
        const from = vector()
        const up = name.endsWith('shl') ? -by : by
        const result = Array<Bit>(128)
        for (let i = 0; i < 128; i++) {
          const bit = (i % lane) + up
          result[i] = bit < 0 || bit >= lane ? NO : from[i + up]!
        }
        stack.push(result)
        break
      }
      default: fail(name)
    }
  }
  return stack
}

/** A signed number of twice as many bits, as an unsigned one: below 0 it is 0, above the greatest that one. */
function narrowed(f: Formulas, bits: readonly Bit[], to: number): Bit[] {
  const below = bits.at(-1)!
  const above = f.and(f.not(below), f.any(bits.slice(to, -1)))
  return bits.slice(0, to).map((bit) => f.ite(below, NO, f.ite(above, YES, bit)))
}

function fail(what: string): never {
  throw new ProofFailure(`unknown to the executor of WebAssembly: ${what}`)
}
