import { NO, YES } from './formulas.ts'
import type { Machine } from './machine.ts'
import { Memory } from './memory.ts'
import type { Place } from './memory.ts'
import { ProofFailure, UNDEFINED, native, one } from './values.ts'
import type { Int, Plain, Value } from './values.ts'

/**
 * What is assumed about JavaScript beyond its operators: numbers, typed arrays and DataViews. It follows ECMA-262;
 * `docs/proofs.md` lists what rests on it.
 */

/** Bytes of an element of a typed array. */
const ELEMENT: Readonly<Record<string, number>> = { Uint8Array: 1, Int32Array: 4, Uint32Array: 4, BigUint64Array: 8 }

/** The byte order of the processor that is assumed: both are, one after the other. */
export const processor = { little: true }

export function globals(m: Machine): Map<string, Value> {
  return new Map([['Number', native((value = UNDEFINED) => m.map(value, (is) => (is.t === 'boolean' ? one({ t: 'int', bits: [is.holds, NO] }) : is.t === 'int' ? one(is) : fail(`Number of ${is.t}`))))]])
}

/** Reads a property. */
export function property(m: Machine, value: Value, name: string): Value {
  return m.map(value, (is): Value => {
    if (is.t === 'object') return is.properties.get(name) ?? (is.others === undefined ? fail(`the property ${name}`) : UNDEFINED)
    if (is.t === 'view' && /^[gs]et/.test(name)) return access(m, is.memory, name)
    if (is.t === 'array') {
      if (name === 'length') return one(lengthOf(m, is.memory, ELEMENT[is.element]!))
      if (name === 'buffer') return one({ t: 'buffer', memory: is.memory })
      if (name === 'byteOffset') return one({ t: 'start', memory: is.memory })
    }
    if (is.t === 'list' && name === 'length') return one(m.int(is.items.length))
    return fail(`${name} of ${is.t}`)
  })
}

function lengthOf(m: Machine, { length }: Memory, size: number): Int {
  if (size === 1) return length
  const bytes = m.integers.known(length.bits)
  return length.base === undefined && bytes !== undefined && bytes % size === 0 ? (m.int(bytes / size) as Int) : fail('the length of an array')
}

/** The methods of DataView that read and write. */
function access(m: Machine, memory: Memory, name: string): Value {
  const [, verb, type] = /^([gs]et)(Int32|Uint32|Float64)$/.exec(name) ?? fail(`DataView.${name}`)
  const order = (little: Value | undefined): boolean => {
    const holds = little === undefined ? NO : m.truth(little)
    return holds > 1 ? fail('an unknown byte order') : holds === YES
  }
  if (verb === 'get') {
    if (type === 'Float64') fail(name)
    return native((at = UNDEFINED, little) => m.map(at, (is) => {
      const bits = memory.load(placeOf(m, is), 4, order(little))
      return one({ t: 'int', bits: type === 'Int32' ? bits : [...bits, NO] })
    }))
  }
  return native((at = UNDEFINED, value = UNDEFINED, little) => m.map(at, (is) => {
    for (const { when, is: stored } of m.reachable(value)) {
      m.where(when, () => {
        // The bits of the float 0 are 0; no other float is written.
        if (type === 'Float64' && !(stored.t === 'int' && m.integers.known(stored.bits) === 0)) fail('a float other than 0')
        memory.store(placeOf(m, is), type === 'Float64' ? 8 : 4, order(little), whole(stored), m.here, m.integers)
      })
    }
    return UNDEFINED
  }))
}

/** The bits of a number that is stored: what ToInt32 and its like leave of them. */
function whole(is: Plain): readonly number[] {
  return is.t === 'int' && is.base === undefined ? is.bits : is.t === 'odd' ? is.low : fail(`a store of ${is.t}`)
}

function placeOf(m: Machine, is: Plain, size = 1): Place {
  const n = is.t === 'int' ? m.integers.known(is.bits) : undefined
  if (is.t !== 'int' || n === undefined) return fail('an unknown place in memory')
  return { base: is.base, scale: (is.scale ?? 0) * size, n: n * size }
}

/** Reads an element of an array. */
export function element(m: Machine, value: Value, index: Value): Value {
  return m.map(value, (is) => m.map(index, (at) => {
    if (is.t === 'array') {
      const size = ELEMENT[is.element]!
      const bits = is.memory.load(placeOf(m, at, size), size, processor.little)
      if (is.element === 'BigUint64Array') return one({ t: 'bigint', bits, below: NO, above: NO })
      return one({ t: 'int', bits: is.element === 'Int32Array' ? bits : [...bits, NO] })
    }
    if (is.t !== 'list' || at.t !== 'int') return fail(`an element of ${is.t}`)
    const pick = (i: number): Value => (i === is.items.length ? UNDEFINED : m.choose(m.operators.same(at, m.int(i)), () => is.items[i]!, () => pick(i + 1)))
    return pick(0)
  }))
}

/** Writes an element of a typed array. */
export function setElement(m: Machine, value: Value, index: Value, stored: Value): void {
  for (const { when, is } of m.reachable(value)) {
    m.where(when, () => {
      if (is.t !== 'array') return fail(`an element of ${is.t}`)
      for (const at of m.reachable(index)) {
        for (const what of m.reachable(stored)) {
          m.where(m.f.and(at.when, what.when), () => {
            const size = ELEMENT[is.element]!
            if ((is.element === 'BigUint64Array') !== (what.is.t === 'bigint')) fail(`a ${what.is.t} in a ${is.element}`)
            is.memory.store(placeOf(m, at.is, size), size, processor.little, what.is.t === 'bigint' ? what.is.bits : whole(what.is), m.here, m.integers)
          })
        }
      }
      return undefined
    })
  }
}

/** `new` of what the project makes. */
export function construct(m: Machine, name: string, args: readonly Value[]): Value {
  const [first, second] = args.map((value) => {
    const [only, ...more] = m.reachable(value)
    return only && more.length === 0 ? only.is : fail(`new ${name} of an unknown value`)
  })
  if (name === 'ArrayBuffer' && first?.t === 'int') return one({ t: 'buffer', memory: owned(m, name, first, 1) })
  if (name === 'DataView' && first?.t === 'buffer') {
    // Of memory of the caller only all that the caller's array shows, from its start.
    if (first.memory.length.base === 'offset' ? second?.t === 'start' && second.memory === first.memory : second === undefined) return one({ t: 'view', memory: first.memory })
  }
  const size = ELEMENT[name]
  if (size !== undefined && args.length === 1) {
    if (first?.t === 'int') return one({ t: 'array', memory: owned(m, name, first, size), element: name })
    if (first?.t === 'buffer' && first.memory.length.base !== 'offset') return one({ t: 'array', memory: first.memory, element: name })
    if (first?.t === 'list') return filled(m, name, first.items)
  }
  return fail(`new ${name}`)
}

function filled(m: Machine, name: string, items: readonly Value[]): Value {
  const array = construct(m, name, [one(m.int(items.length))])
  for (const [i, item] of items.entries()) setElement(m, array, one(m.int(i)), item)
  return array
}

let count = 0

/** Memory that code made itself, of a known number of bytes. */
function owned(m: Machine, name: string, elements: Int, size: number): Memory {
  const bytes = (m.integers.known(elements.bits) ?? fail('an array of unknown length')) * size
  if (elements.base !== undefined) fail('an array of unknown length')
  // Earlier calls have left something there.
  const left = `${name} ${++count}`
  const inside = ({ base, n }: Place, wanted: number): boolean => base === undefined && n >= 0 && n + wanted <= bytes
  return new Memory(left, { t: 'int', bits: m.integers.constant(bytes) }, inside, (key) => Array.from({ length: 8 }, (_, i) => m.f.fresh(`${left} ${key}.${i}`)))
}

function fail(what: string): never {
  throw new ProofFailure(`unknown to the executor: ${what}`)
}
