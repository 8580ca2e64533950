import type ts from 'typescript'
import type { Layout } from '../../../src/spec/vocabulary.ts'
import { NO, YES } from './formulas.ts'
import type { Bit } from './formulas.ts'
import { bitOf } from './integers.ts'
import type { Bits } from './integers.ts'
import type { Machine } from './machine.ts'
import { Memory } from './memory.ts'
import { Program } from './modules.ts'
import { boolean, native } from './values.ts'
import type { Case, Plain, Value } from './values.ts'

export const MEMORY = 'src/codec/memory.ts'

/** The cases of an argument by their names: which of them it is, is unknown. */
export function anyOf(m: Machine, name: string, cases: Readonly<Record<string, Plain>>): { readonly value: Value; readonly is: Readonly<Record<string, Bit>> } {
  const is: Record<string, Bit> = {}
  const value: Case[] = []
  let rest: Bit = YES
  for (const [key, plain] of Object.entries(cases)) {
    const last = value.length === Object.keys(cases).length - 1
    const when = last ? rest : m.f.and(m.f.fresh(`${name} is ${key}`), rest)
    rest = m.f.and(rest, m.f.not(when))
    is[key] = when
    value.push({ when, is: plain })
  }
  return { value, is }
}

export function unknownBits(m: Machine, name: string, count: number): Bit[] {
  return Array.from({ length: count }, (_, i) => m.f.fresh(`${name}.${i}`))
}

/**
 * A number that is none of the whole numbers from 0 of 32 bits: below 0, or a fraction, NaN, larger. They share their
 * unknown bits with each other and with the good ones: a value is of one case only, and so the formulas stay small.
 */
export function badNumbers(low: Bits): Record<string, Plain> {
  return { negative: { t: 'int', bits: [...low.slice(0, 31), YES] }, 'other number': { t: 'odd', low } }
}

export const OTHER_TYPES: Readonly<Record<string, Plain>> = {
  null: { t: 'null' }, string: { t: 'opaque', type: 'string' }, symbol: { t: 'opaque', type: 'symbol' }, function: { t: 'opaque', type: 'function' }, object: { t: 'opaque', type: 'object' },
}

/** Bytes of a caller, an offset in them, and whether a record can lie there. */
export interface Region {
  readonly memory: Memory
  readonly bytes: Value
  readonly offset: Value
  /** Bits of the record, from bit 0 of byte 0: as they were before. */
  readonly bits: Bits
  /** `bytes` is a Uint8Array, `offset` a whole number, and so many bytes lie at it. */
  readonly fits: Bit
  /** Whether so many bytes lie there. */
  room(size: number): Bit
}

/** Any bytes, at any offset: everything a caller can pass. */
export function region(m: Machine, size: number): Region {
  // How many bytes lie behind the offset: less than none, where it is too large.
  const behind: Bits = unknownBits(m, 'behind', 54)
  const bits: Bit[] = []
  for (let byte = 0; byte < size; byte++) bits.push(...unknownBits(m, `byte ${byte}`, 8))
  const room = (count: number): Bit => m.f.not(m.integers.less(behind, m.integers.constant(count)))
  const memory = new Memory('the bytes', { t: 'int', bits: behind, base: 'offset', scale: 1 },
    ({ base, scale, n }, count) => base === 'offset' && scale === 1 && n >= 0 && n + count <= size && m.f.implies(m.path, room(n + count)),
    (key) => bits.slice(8 * Number(key.split('+')[1]), 8 * Number(key.split('+')[1]) + 8))
  const bytes = anyOf(m, 'bytes', { bytes: { t: 'array', memory, element: 'Uint8Array' }, undefined: { t: 'undefined' }, other: { t: 'opaque', type: 'object' } })
  const offset = anyOf(m, 'offset', { number: { t: 'int', bits: [NO], base: 'offset', scale: 1 }, ...badNumbers(unknownBits(m, 'offset', 32)), undefined: { t: 'undefined' }, ...OTHER_TYPES })
  const fits = m.f.all([bytes.is['bytes']!, offset.is['number']!, room(size)])
  return { memory, bytes: bytes.value, offset: offset.value, bits, fits, room }
}

/** The files that a record is made of, with the state of `memory.ts` as any calls before may have left it. */
export function world(size: number): { readonly program: Program; readonly region: Region } {
  const program = new Program()
  const m = program.machine
  const place = region(m, size)
  const array = place.bytes[0]!.is
  const elsewhere = new Memory('other bytes', { t: 'int', bits: unknownBits(m, 'other', 54), base: 'elsewhere', scale: 1 }, () => false)
  const other: Plain = { t: 'array', memory: elsewhere, element: 'Uint8Array' }
  for (const kind of ['read', 'write']) {
    const bytes = anyOf(m, `${kind}Bytes`, { these: array, other })
    program.give(MEMORY, `${kind}Bytes`, bytes.value)
    // The view is always of those bytes: what sets one sets the other, which `helpers.ts` proves.
    program.give(MEMORY, `${kind}View`, [{ when: bytes.is['these']!, is: { t: 'view', memory: place.memory } }, { when: bytes.is['other']!, is: { t: 'view', memory: elsewhere } }])
    program.give(MEMORY, `${kind}Last`, anyOf(m, `${kind}Last`, { these: array, other }).value)
  }
  // By the tag and the length that no subclass can say otherwise: the language.
  program.give('src/codec/arguments.ts', 'isBytes', native((value = []) => m.map(value, (is) => boolean(is.t === 'array' && is.element === 'Uint8Array' ? YES : NO))))
  program.give('src/codec/arguments.ts', 'lengthOf', native((value = []) => m.property(value, 'length')))
  return { program, region: place }
}

/** Bits of a whole number without a place, so many as are asked for; undefined for any other value. */
export function intBits({ is }: Case, width: number): Bit[] | undefined {
  if (is.t !== 'int' || is.base !== undefined) return undefined
  return Array.from({ length: width }, (_, i) => bitOf(is.bits, i))
}


/** A generated file and the table that it is generated from. */
export interface Module {
  readonly file: string
  readonly source: ts.SourceFile
  readonly layout: Layout
}
