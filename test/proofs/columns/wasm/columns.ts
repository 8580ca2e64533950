import type { Bits } from '../../../../src/spec/vocabulary.ts'
import { unitOf } from '../../../../src/codec/columns/arrays.ts'
import { programOf } from '../../../../src/codec/columns/kernels.ts'
import type { Task } from '../../../../src/codec/columns/kernels.ts'
import { moduleOf } from '../../../../src/codec/wasm/binary.ts'
import { Formulas, NO } from '../../symbolic/formulas.ts'
import type { Bit } from '../../symbolic/formulas.ts'
import { fieldsOf, fixedOf, reservedOf } from '../../symbolic/table.ts'
import type { FieldBits } from '../../symbolic/table.ts'
import { ProofFailure } from '../../symbolic/values.ts'
import { execute, isVector } from './execute.ts'
import type { Bytes, Local, Vector } from './execute.ts'
import { loopOf } from './module.ts'
import type { LoopFunction } from './module.ts'

/**
 * The modules of WebAssembly that are assembled for columns, proved as the bytes that they are: a round takes any sixteen
 * records, and a loop of any number of rounds is proved from one round to the next.
 */

/** Records of a round. */
const ROUND = 16
/** How many bytes behind the last record a loop may read and write. */
const BEHIND = 15
/** The parameters: how often, where the records are, where each column is. */
const RECORDS = 1
const COLUMNS = 2

/** Bits of the records of a round, or of the columns: by number of the record, then of the bit. */
type Inputs = (record: number, bit: number) => Bit

/** Locals, some of them as they were before. */
class Locals {
  private readonly own = new Map<number, Local>()
  private readonly before: (n: number) => Local | undefined

  constructor(before: (n: number) => Local | undefined = () => undefined) {
    this.before = before
  }

  readonly get = (n: number): Local | undefined => this.own.get(n) ?? this.before(n)

  set(n: number, value: Local): void {
    this.own.set(n, value)
  }
}

class Round {
  readonly f: Formulas
  readonly loop: LoopFunction
  readonly size: number
  readonly units: readonly number[]
  readonly start = new Locals()
  private readonly changed: ReadonlySet<number>

  constructor(f: Formulas, module: Uint8Array, size: number, units: readonly number[]) {
    this.f = f
    this.loop = loopOf(module)
    this.size = size
    this.units = units
    if (this.loop.parameters !== COLUMNS + units.length) fail('another number of columns')
    this.run(this.loop.before, this.start, { load: () => fail('a load before the loop'), store: () => fail('a store before the loop') })
    this.changed = new Set(this.loop.loop.flatMap(({ name, numbers }) => (name === 'local.set' ? numbers : [])))
  }

  /** What locals hold in the midst of it all: those that a round changes may hold anything. */
  anywhere(): Locals {
    // Made when it is asked for: most are written before they are read.
    const some = new Map<number, Local>()
    const any = (n: number): Local => {
      const value = some.get(n) ?? Array.from({ length: 128 }, (_, i) => this.f.fresh(`local ${n}.${i}`))
      some.set(n, value)
      return value
    }
    return new Locals((n) => (this.changed.has(n) ? any(n) : this.start.get(n)))
  }

  /** A round. Gives the locals after it, and what was stored where. */
  round(locals: Locals, load: Bytes['load']): { readonly locals: Locals; readonly stored: ReadonlyMap<string, readonly Bit[]> } {
    const after = new Locals(locals.get)
    for (let n = 0; n < this.loop.parameters; n++) after.set(n, { of: n, plus: 0 })
    const stored = new Map<string, readonly Bit[]>()
    const left = this.run(this.loop.loop, after, {
      load: (of, at) => {
        if (stored.has(`${of} ${at}`)) fail('a load of what was stored')
        return load(of, at)
      },
      store: (of, at, bits) => stored.set(`${of} ${at}`, bits),
    })
    if (left.length > 0) fail('something is left on the stack')
    const steps = [0, ROUND * this.size, ...this.units.map((unit) => ROUND * unit)]
    for (const [n, step] of steps.entries()) {
      const place = after.get(n)!
      if (isVector(place) || 'not0' in place || place.of !== n || place.plus !== step) fail(`parameter ${n} does not go on by ${step}`)
    }
    return { locals: after, stored }
  }

  /** Whether what is given back is another number than 0. */
  result(locals: Locals): Bit {
    const [value, ...more] = this.run(this.loop.after, locals, { load: () => fail('a load behind the loop'), store: () => fail('a store behind the loop') })
    if (value === undefined || more.length > 0 || isVector(value)) return fail('no number is given back')
    if ('not0' in value) return value.not0
    return value.of === undefined ? Number(value.plus !== 0) : fail('an address is given back')
  }

  /**
   * What is given back tells of every round whether something in it was wrong. `W` is what is given back one good round
   * later: it is 0 at first, and each round adds what is wrong in it, to `W` and to what is given back.
   */
  proveResult(load: Bytes['load'], good: Bytes['load'], wrong: Bit): void {
    const { f } = this
    // Where nothing is looked at, nothing is remembered.
    if (!this.loop.after.some(({ name }) => name === 'local.get')) return this.same(this.result(this.start), wrong, 'what is given back')
    if (this.result(this.round(this.start, good).locals) !== NO) fail('good records are taken for wrong ones')
    const anywhere = this.anywhere()
    const so = f.or(this.result(this.round(anywhere, good).locals), wrong)
    const { locals } = this.round(anywhere, load)
    this.same(this.result(locals), so, 'what is wrong is not what is given back')
    this.same(this.result(this.round(locals, good).locals), so, 'what is wrong is forgotten by the next round')
  }

  same(a: Bit, b: Bit, what: string): void {
    if (a === b) return
    const names = [...this.f.example(this.f.xor(a, b))].filter(([, holds]) => holds).map(([name]) => name)
    fail(`${what}${names.length > 0 ? `; where these are set: ${names.slice(0, 8).join(', ')}` : ''}`)
  }

  private run(instructions: LoopFunction['loop'], locals: Locals, memory: Bytes): readonly Local[] {
    const { parameters, vectors } = this.loop
    return execute(this.f, instructions, {
      get: (n) => locals.get(n) ?? (n >= parameters && n < parameters + vectors ? ZERO : fail(`local ${n}`)),
      set: (n, value) => {
        if (n >= parameters + vectors || isVector(value) !== n >= parameters) fail(`local ${n}`)
        locals.set(n, value)
      },
    }, memory)
  }
}

const ZERO: Vector = Array<Bit>(128).fill(NO)

/** Any bits of sixteen records: the same bit of all of them one after the other, so that formulas over a bit of all stay small. */
export function anyBits(f: Formulas, name: string, count: number): Inputs {
  const bits = Array.from({ length: count }, (_, bit) => Array.from({ length: ROUND }, (_, record) => f.fresh(`${name} ${bit} of record ${record}`)))
  return (record, bit) => bits[bit]![record]!
}

const byteOf = (at: number, size: number, inputs: Inputs): Bit[] => Array.from({ length: 8 }, (_, i) => inputs(Math.floor(at / size), 8 * (at % size) + i))

/** Columns of records: every field is what the table says, and what is given back tells whether a record is not as it must be. */
export function proveGather(f: Formulas, layout: Bits, names: readonly string[], checked: boolean, record: Inputs, module = assembled(layout, checked ? 'gather strictly' : 'gather', names)): number {
  const fields = chosen(layout, names)
  const round = new Round(f, module, layout.size, fields.map(({ unit }) => unit))
  const from = (inputs: Inputs): Bytes['load'] => (of, at) => {
    if (of !== RECORDS || at < 0 || at >= ROUND * layout.size + BEHIND) return fail('a load elsewhere than of the records')
    return at < ROUND * layout.size ? byteOf(at, layout.size, inputs) : Array.from({ length: 8 }, () => f.fresh('behind'))
  }
  const { stored } = round.round(round.anywhere(), from(record))
  let bits = 0
  let bytes = 0
  for (const [i, { field, unit }] of fields.entries()) {
    for (let at = 0; at < ROUND * unit; at++, bytes++) {
      const byte = stored.get(`${COLUMNS + i} ${at}`) ?? fail(`${field.name}: byte ${at} is not written`)
      for (const [b, bit] of byte.entries()) {
        const place = field.from[8 * (at % unit) + b]
        round.same(bit, place === undefined ? NO : record(Math.floor(at / unit), place), `${field.name}: bit ${8 * (at % unit) + b} is another than the table says`)
        bits++
      }
    }
  }
  if (stored.size !== bytes) fail('something else is written')
  const fixed = fixedOf(layout)
  const must = new Map<number, 0 | 1>([...fixed, ...reservedOf(layout).map((bit) => [bit, 0] as const)])
  const wrong = !checked ? NO : f.any([...must].flatMap(([bit, value]) => Array.from({ length: ROUND }, (_, r) => (value ? f.not(record(r, bit)) : record(r, bit)))))
  round.proveResult(from(record), from((_, bit) => fixed.get(bit) ?? NO), wrong)
  return bits
}

/** Records of columns: for values that fit every bit is what the table says; what is given back tells whether one does not fit. */
export function proveScatter(f: Formulas, layout: Bits, names: readonly string[], stores: boolean, column: (name: string) => Inputs, module = assembled(layout, stores ? 'scatter' : 'look', names)): number {
  const fields = chosen(layout, names)
  const round = new Round(f, module, layout.size, fields.map(({ unit }) => unit))
  const columns = fields.map(({ field }) => column(field.name))
  const from = (inputs: (column: number) => Inputs): Bytes['load'] => (of, at) => {
    const unit = fields[of - COLUMNS]?.unit
    if (unit === undefined || at < 0 || at >= ROUND * unit) return fail('a load elsewhere than of the columns')
    return byteOf(at, unit, inputs(of - COLUMNS))
  }
  const fits = (column: number): Inputs => (record, bit) => (fields[column]!.field.from[bit] === undefined ? NO : columns[column]!(record, bit))
  const { stored } = round.round(round.anywhere(), from(fits))
  const fixed = fixedOf(layout)
  const owners = new Map(fields.flatMap(({ field }, column) => field.from.flatMap((place, bit) => (place === undefined ? [] : [[place, { column, bit }] as const]))))
  let bits = 0
  for (let at = 0; stores && at < ROUND * layout.size; at++) {
    const byte = stored.get(`${RECORDS} ${at}`) ?? fail(`byte ${at} is not written`)
    for (const [b, bit] of byte.entries()) {
      const place = 8 * (at % layout.size) + b
      const owner = owners.get(place)
      round.same(bit, owner ? columns[owner.column]!(Math.floor(at / layout.size), owner.bit) : (fixed.get(place) ?? NO), `bit ${place} of a record is another than the table says`)
      bits++
    }
  }
  for (const key of stored.keys()) {
    const [of, at] = key.split(' ').map(Number)
    if (!stores || of !== RECORDS || at! < 0 || at! >= ROUND * layout.size + BEHIND) fail('a store elsewhere than into the records')
  }
  const outside = fields.flatMap(({ field, unit }, column) => Array.from({ length: 8 * unit }, (_, bit) => bit).filter((bit) => field.from[bit] === undefined).flatMap((bit) => Array.from({ length: ROUND }, (_, r) => columns[column]!(r, bit))))
  round.proveResult(from((column) => columns[column]!), from(() => () => NO), f.any(outside))
  return bits + outside.length
}

/** All of a record: all fields, each alone, and of what `encodeColumns` takes also without each field that may be left out. */
export function proveColumnModules(layout: Bits): number {
  const f = new Formulas()
  const names = Object.keys(layout.fields)
  const record = anyBits(f, 'bit', 8 * layout.size)
  let bits = 0
  for (const list of names.length > 1 ? [names, ...names.map((name) => [name])] : [names]) {
    for (const checked of [false, true]) bits += proveGather(f, layout, list, checked, record)
  }
  const columns = new Map(names.map((name) => [name, anyBits(f, `${name}: bit`, 8 * unitOf(layout.fields[name]!))]))
  const optional = names.filter((name) => layout.fields[name]!.optional)
  const without = new Set([names, ...optional.map((name) => names.filter((other) => other !== name)), names.filter((name) => !optional.includes(name))].map((list) => JSON.stringify(list)))
  for (const list of without) {
    for (const stores of [true, false]) bits += proveScatter(f, layout, JSON.parse(list) as string[], stores, (name) => columns.get(name)!)
  }
  return bits
}

function chosen(layout: Bits, names: readonly string[]): readonly { readonly field: FieldBits; readonly unit: number }[] {
  const all = fieldsOf(layout)
  return names.map((name) => ({ field: all.find((field) => field.name === name)!, unit: unitOf(layout.fields[name]!) }))
}

export const assembled = (layout: Bits, task: Task, names: readonly string[]): Uint8Array => moduleOf(programOf(layout, task, names))

function fail(what: string): never {
  throw new ProofFailure(what)
}
