import type { Bits } from '../../../src/spec/vocabulary.ts'
import { Claims } from './claims.ts'
import type { Bit } from './formulas.ts'
import type { Machine } from './machine.ts'
import { functionOf } from './modules.ts'
import { fieldsOf, fixedOf, reservedOf } from './table.ts'
import type { Value } from './values.ts'
import { OTHER_TYPES, anyOf, world } from './world.ts'
import type { Module } from './world.ts'

/** Any options, and which of them are good and what they ask for. */
export function anyOptions(m: Machine): { readonly value: Value; readonly good: Bit; readonly ignore: Bit } {
  const reserved = anyOf(m, 'options.reserved', {
    reject: { t: 'string', text: 'reject' }, ignore: { t: 'string', text: 'ignore' }, undefined: { t: 'undefined' }, true: { t: 'boolean', holds: 1 }, number: m.int(1), ...OTHER_TYPES,
  })
  const others = m.f.fresh('options has another name')
  const { object: _, ...types } = OTHER_TYPES
  const options = anyOf(m, 'options', {
    object: { t: 'object', properties: new Map([['reserved', reserved.value]]), others }, undefined: { t: 'undefined' }, number: m.int(1), ...types,
  })
  const { f } = m
  const known = f.any([reserved.is['reject']!, reserved.is['ignore']!, reserved.is['undefined']!])
  const good = f.or(options.is['undefined']!, f.all([options.is['object']!, f.not(others), known]))
  return { value: options.value, good, ignore: f.and(options.is['object']!, reserved.is['ignore']!) }
}

/**
 * `read` gives each field as its slices, and declines exactly where the arguments are none, a fixed bit differs, or a
 * reserved bit is set and not ignored.
 * @returns the number of bits that were compared
 */
export function proveRead({ file, source, layout }: Module): number {
  const { program, region } = world(layout.size)
  const m = program.machine
  const { f } = m
  const options = anyOptions(m)
  const exits = m.run(functionOf(source, 'read'), program.scope(file, source), [region.bytes, region.offset, options.value])

  const claims = new Claims(m)
  let accepted: Bit = 0
  for (const { kind, when, value } of exits) {
    if (kind === 'throws') claims.never(when, 'read throws')
    for (const { when: here, is } of value) {
      const both = f.and(when, here)
      if (is.t === 'undefined' || both === 0) continue
      accepted = f.or(accepted, both)
      if (is.t !== 'object') claims.never(both, `read gives ${is.t}`)
      else sameNames(claims, both, [...is.properties.keys()], layout)
      for (const field of fieldsOf(layout)) if (is.t === 'object') claims.field(both, is.properties.get(field.name), field, region.bits)
    }
  }
  const fixed = f.all([...fixedOf(layout)].map(([bit, value]) => (value ? region.bits[bit]! : f.not(region.bits[bit]!))))
  const clear = f.not(f.any(reservedOf(layout).map((bit) => region.bits[bit]!)))
  const should = f.all([f.or(options.ignore, clear), fixed, region.fits, options.good])
  claims.never(f.and(accepted, f.not(should)), 'read accepts what the table refuses')
  claims.never(f.and(should, f.not(accepted)), 'read declines what the table accepts')
  return claims.bits + fixedOf(layout).size + reservedOf(layout).length
}

function sameNames(claims: Claims, when: Bit, names: readonly string[], { fields }: Bits): void {
  if (names.join() !== Object.keys(fields).join()) claims.never(when, `the message has the fields ${names.join()}`)
}

