import { NO, YES } from './formulas.ts'
import type { Bit } from './formulas.ts'
import type { Machine } from './machine.ts'
import { fieldsOf } from './table.ts'
import type { FieldBits } from './table.ts'
import type { Plain, Value } from './values.ts'
import { OTHER_TYPES, anyOf, badNumbers, unknownBits } from './world.ts'
import type { Module } from './world.ts'

/** Any message: an object whose fields may be anything at all, or something else than an object. */
export interface AnyMessage {
  readonly value: Value
  /** It is an object, and each field is in range. */
  readonly good: Bit
  /** A field that may be left out is. */
  readonly incomplete: Bit
  /** Of the record that it stands for, the bits of its fields; by their number. */
  readonly bits: ReadonlyMap<number, Bit>
}

export function anyMessage(m: Machine, layout: Module['layout']): AnyMessage {
  const { f } = m
  const properties = new Map<string, Value>()
  const bits = new Map<number, Bit>()
  const missing: Bit[] = []
  let good: Bit = YES
  for (const field of fieldsOf(layout)) {
    const { value, inRange, absent, of } = anyField(m, field)
    properties.set(field.name, value)
    good = f.and(inRange, good)
    if (field.optional) missing.push(absent)
    field.from.forEach((place, i) => place !== undefined && bits.set(place, of[i]!))
  }
  const { object: _, ...types } = OTHER_TYPES
  const message = anyOf(m, 'message', { object: { t: 'object', properties }, undefined: { t: 'undefined' }, number: m.int(1), ...types })
  return { value: message.value, good: f.and(message.is['object']!, good), incomplete: f.any(missing), bits }
}

function anyField(m: Machine, { name, kind, optional, from }: FieldBits): { value: Value; inRange: Bit; absent: Bit; of: readonly Bit[] } {
  const { f } = m
  const low = unknownBits(m, name, 64)
  const below = m.f.fresh(`${name} is below 0`)
  const above = m.f.and(m.f.not(below), m.f.fresh(`${name} is above 64 bits`))
  const truth = m.f.fresh(`${name} is true`)
  const number: Plain = { t: 'int', bits: [...low.slice(0, 32), NO] }
  const { value, is } = anyOf(m, name, {
    number, ...badNumbers(low.slice(0, 32)), boolean: { t: 'boolean', holds: truth }, bigint: { t: 'bigint', bits: low, below, above }, undefined: { t: 'undefined' }, ...OTHER_TYPES,
  })
  const absent = optional ? is['undefined']! : NO
  const present = f.not(absent)
  if (kind === 'flag') return { value, inRange: f.or(is['boolean']!, absent), absent, of: [f.and(present, truth)] }
  // The bits that the record does not hold must be 0.
  const clear = f.not(f.any(low.slice(0, kind === 'uint' ? 32 : 64).filter((_, i) => from[i] === undefined)))
  const fits = kind === 'uint' ? f.and(is['number']!, clear) : f.all([is['bigint']!, f.not(below), f.not(above), clear])
  return { value, inRange: f.or(fits, absent), absent, of: from.map((_, i) => f.and(present, low[i]!)) }
}
