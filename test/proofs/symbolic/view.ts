import type { Bits } from '../../../src/spec/vocabulary.ts'
import { planOf } from '../../../src/codec/plan.ts'
import { Claims } from './claims.ts'
import { NO, YES } from './formulas.ts'
import type { Machine } from './machine.ts'
import { functionOf, sourceOf } from './modules.ts'
import { fieldsOf } from './table.ts'
import { ProofFailure, boolean, one, string } from './values.ts'
import type { Plain, Value } from './values.ts'
import { world } from './world.ts'

const FILE = 'src/codec/view.ts'

/**
 * The getters of a view give each field as its slices, wherever a record lies behind its offset. They are made by
 * `view.ts` from the plan of the record: its source is executed, and what it makes of the plan is held against the table.
 * @returns the number of bits that were compared
 */
export function proveView({ layout }: { readonly layout: Bits }): number {
  const { program, region } = world(layout.size)
  const m = program.machine
  const claims = new Claims(m)
  const scope = program.scope(FILE)
  const memory = one({ t: 'view', memory: region.memory })
  const self: Value = one({ t: 'object', properties: new Map([['memory', memory], ['offset', one({ t: 'int', bits: [NO], base: 'offset', scale: 1 })]]) })
  const fields = new Map(fieldsOf(layout).map((field) => [field.name, field]))
  const plan = planOf(layout)
  if (plan.fields.map(({ name }) => name).join() !== [...fields.keys()].join()) throw new ProofFailure('the plan has other fields')
  for (const planned of plan.fields) {
    const [exit, ...more] = m.run(functionOf(sourceOf(FILE), 'getter'), scope, [constant(m, planned), boolean(layout.order === 'little' ? YES : NO)])
    const getter = exit?.value[0]?.is
    if (more.length > 0 || exit?.kind !== 'returns' || getter?.t !== 'function') throw new ProofFailure(`${planned.name}: no getter`)
    m.path = region.room(layout.size)
    const value = m.call(one(getter), [], self)
    claims.field(m.path, value, fields.get(planned.name)!, region.bits)
    m.path = YES
  }
  return claims.bits
}

/** A value that is known, as code sees it. */
function constant(m: Machine, value: unknown): Value {
  if (value === undefined) return one({ t: 'undefined' })
  if (typeof value === 'number') return one(m.int(value))
  if (typeof value === 'boolean') return boolean(value ? YES : NO)
  if (typeof value === 'string') return string(value)
  if (Array.isArray(value)) return one({ t: 'list', items: value.map((item) => constant(m, item)) })
  const object: Plain = { t: 'object', properties: new Map(Object.entries(value as object).map(([name, part]) => [name, constant(m, part)])), others: NO }
  return one(object)
}
