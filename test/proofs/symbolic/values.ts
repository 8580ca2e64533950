import type ts from 'typescript'
import { NO, YES } from './formulas.ts'
import type { Bit } from './formulas.ts'
import type { Bits, Integers } from './integers.ts'
import type { Memory } from './memory.ts'
import type { Scope } from './scope.ts'

/** The executor does not know what code does, or knows that it is wrong. Never a reason to go on. */
export class ProofFailure extends Error {}

/** A whole number: `scale` times an unknown whole number called `base`, if there is one, and `bits`. */
export interface Int {
  readonly t: 'int'
  readonly bits: Bits
  readonly base?: string
  readonly scale?: number
}

export type FunctionNode = ts.FunctionDeclaration | ts.FunctionExpression | ts.ArrowFunction | ts.MethodDeclaration | ts.ConstructorDeclaration

/** A value of JavaScript of one kind. */
export type Plain =
  | Int
  | { readonly t: 'undefined' | 'null' }
  | { readonly t: 'boolean'; readonly holds: Bit }
  /** A number that is no whole number of at most 53 bits; `low` is what ToInt32 makes of it. */
  | { readonly t: 'odd'; readonly low: Bits }
  /** A bigint: its low 64 bits, and whether it is below 0 or above 64 bits. */
  | { readonly t: 'bigint'; readonly bits: Bits; readonly below: Bit; readonly above: Bit }
  | { readonly t: 'string'; readonly text: string }
  /** Something of which only its type is known. */
  | { readonly t: 'opaque'; readonly type: string }
  | { readonly t: 'function'; readonly node: FunctionNode; readonly scope: Scope }
  | { readonly t: 'native'; readonly call: (...args: readonly Value[]) => Value }
  | { readonly t: 'object'; readonly properties: Map<string, Value>; readonly others?: Bit }
  | { readonly t: 'list'; readonly items: readonly Value[] }
  | { readonly t: 'buffer' | 'start'; readonly memory: Memory }
  | { readonly t: 'view'; readonly memory: Memory }
  | { readonly t: 'array'; readonly memory: Memory; readonly element: string }

/** What a value is in each case; the cases exclude each other and, where the code can be, leave none out. */
export type Value = readonly Case[]

export interface Case {
  readonly when: Bit
  readonly is: Plain
}

export const UNDEFINED: Value = [{ when: YES, is: { t: 'undefined' } }]
export const one = (is: Plain): Value => [{ when: YES, is }]
export const boolean = (holds: Bit): Value => one({ t: 'boolean', holds })
export const string = (text: string): Value => one({ t: 'string', text })
export const object = (properties: Readonly<Record<string, Value>>): Value => one({ t: 'object', properties: new Map(Object.entries(properties)) })
export const native = (call: (...args: readonly Value[]) => Value): Value => one({ t: 'native', call })

/** Joins the cases of the same kind, and forgets those that never are. */
export function joined(cases: readonly Case[], integers: Integers): Value {
  const { f } = integers
  const left: Case[] = []
  for (const { when, is } of cases) {
    if (when === NO) continue
    const i = left.findIndex((other) => alike(other.is, is))
    const other = left[i]
    if (other) left[i] = { when: f.or(when, other.when), is: join(when, is, other.is, integers) }
    else left.push({ when, is })
  }
  return left
}

function alike(a: Plain, b: Plain): boolean {
  if (a === b) return true
  if (a.t !== b.t) return false
  if (a.t === 'int') return a.base === (b as Int).base && a.scale === (b as Int).scale
  if (a.t === 'string') return a.text === (b as typeof a).text
  if (a.t === 'view' || a.t === 'buffer' || a.t === 'start') return a.memory === (b as typeof a).memory
  if (a.t === 'array') return a.memory === (b as typeof a).memory && a.element === (b as typeof a).element
  return a.t === 'undefined' || a.t === 'null' || a.t === 'boolean' || a.t === 'bigint'
}

function join(when: Bit, a: Plain, b: Plain, integers: Integers): Plain {
  const { f } = integers
  if (a === b) return a
  if (a.t === 'boolean') return { t: 'boolean', holds: f.ite(when, a.holds, (b as typeof a).holds) }
  if (a.t === 'int') return { ...a, bits: integers.ite(when, a.bits, (b as Int).bits) }
  if (a.t === 'bigint') {
    const other = b as typeof a
    return { t: 'bigint', bits: a.bits.map((bit, i) => f.ite(when, bit, other.bits[i]!)), below: f.ite(when, a.below, other.below), above: f.ite(when, a.above, other.above) }
  }
  return a
}
