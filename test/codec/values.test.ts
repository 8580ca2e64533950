import { describe, it } from 'vitest'
import { records } from '../../src/index.ts'
import type { AnyMessage, AnyRecord, Field } from '../../src/index.ts'
import { messageOf, widthOf } from '../support/bits.ts'
import { refusal, same } from '../support/outcome.ts'

/** What `encode` accepts of each field, what it refuses and how, and that a refusal writes nothing. */

interface Limits {
  readonly accepted: readonly unknown[]
  /** Of the right type, but too large, too small or not on a page. */
  readonly outOfRange: readonly unknown[]
  readonly wrongType: readonly unknown[]
  readonly limit: string
}

const never = [null, {}, [], [0], 'one', '', '1', Symbol('one'), () => 1, new Date(0), Object(1), Object(1n)]
const fractions = [0.5, 1.5, -0.5, NaN, Infinity, -Infinity, Number.EPSILON, Number.MIN_VALUE]
const far = [2 ** 31, 2 ** 32, 2 ** 32 + 1, 2 ** 53, 1e300]

function limitsOf({ as }: Field, width: number): Limits {
  if (as === 'flag') return { accepted: [false, true], outOfRange: [], wrongType: [0, 1, -1, NaN, 0n, 1n, 'true', ...never], limit: 'a boolean' }
  if (as === 'uint') {
    const max = 2 ** width - 1
    return {
      accepted: [0, 1, max, -0],
      outOfRange: [max + 1, -1, -max - 1, ...fractions, ...far.filter((value) => value > max)],
      wrongType: [0n, 1n, true, false, ...never],
      limit: `a whole number from 0 to 0x${max.toString(16)}`,
    }
  }
  const wrongType = [0, 1, 0.5, NaN, true, false, ...never]
  const top = 2n ** BigInt(width) - 1n
  if (as === 'bigint') {
    return { accepted: [0n, 1n, top], outOfRange: [top + 1n, -1n, 2n ** 64n, 2n ** 200n], wrongType, limit: `a whole number from 0 to 0x${top.toString(16)}` }
  }
  const max = top * 4096n
  return {
    accepted: [0n, 4096n, max],
    outOfRange: [1n, 0x800n, 0xfffn, 0x1001n, max + 1n, max + 4096n, -4096n, -1n, 2n ** 64n, 2n ** 64n + 4096n],
    wrongType,
    limit: `a multiple of 4096 from 0 to 0x${max.toString(16)}`,
  }
}

/** Both sides of the size from which a buffer counts as a large one. */
const targets = (record: AnyRecord): Uint8Array[] => [record.size, record.size + 500].map((size) => new Uint8Array(size).fill(0xa5))

interface Fault {
  readonly code: 'range' | 'type'
  readonly field: string
  readonly expected: string
  readonly actual: unknown
}

function refused(record: AnyRecord, message: object, fault: Fault, about: string): void {
  const { code, field, expected, actual } = fault
  const error = { code, record: record.id, field, expected, actual }
  same(refusal(() => record.encode(message as AnyMessage)), error, about)
  for (const target of targets(record)) {
    same(refusal(() => record.encodeInto(message as AnyMessage, target)), error, about)
    same(target, new Uint8Array(target.length).fill(0xa5), `${about}: nothing is written`)
  }
}

const typeOf = ({ as }: Field): string => ({ flag: 'a boolean', uint: 'a number', bigint: 'a bigint', address: 'a bigint', page: 'a bigint' })[as]

describe.each(records)('$id', (record) => {
  const { layout } = record
  const zeros = messageOf(layout, false)
  const fields = Object.entries(layout.fields)
  const optional = fields.filter(([, field]) => field.optional).map(([name]) => name)

  it.each(fields.map(([name, field]) => ({ name, field })))('takes $name up to its limits and no further', ({ name, field }) => {
    const { accepted, outOfRange, wrongType, limit } = limitsOf(field, widthOf(layout, name))
    for (const value of accepted) {
      const message = { ...zeros, [name]: value } as AnyMessage
      const decoded = record.decode(record.encode(message))
      same(decoded, { ...zeros, [name]: Object.is(value, -0) ? 0 : value }, `${name} = ${String(value)}`)
    }
    for (const value of outOfRange) refused(record, { ...zeros, [name]: value }, { code: 'range', field: name, expected: limit, actual: value }, `${name} = ${String(value)}`)
    for (const value of wrongType) refused(record, { ...zeros, [name]: value }, { code: 'type', field: name, expected: typeOf(field), actual: value }, `${name} of type ${typeof value}`)
  })

  it('asks for every field that is not optional', () => {
    for (const [name, field] of fields) {
      const { [name]: _, ...rest } = zeros
      if (optional.includes(name)) same(record.encode(rest), record.encode(zeros), `without ${name}`)
      else {
        const missing = { code: 'type', field: name, expected: typeOf(field), actual: undefined } as const
        refused(record, rest, missing, `without ${name}`)
        refused(record, { ...zeros, [name]: undefined }, missing, `${name} = undefined`)
      }
    }
  })

  if (optional.length > 0) {
    it('takes a message without any optional field, and 0 for each of them', () => {
      const given = fields.filter(([name]) => !optional.includes(name)).map(([name]) => [name, messageOf(layout, true)[name]])
      const absent = Object.fromEntries(optional.map((name) => [name, undefined]))
      const explicit = record.encode({ ...zeros, ...Object.fromEntries(given) })
      same(record.encode(Object.fromEntries(given) as AnyMessage), explicit, 'left out')
      same(record.encode({ ...absent, ...Object.fromEntries(given) } as never), explicit, 'undefined')
    })
  }

  it('names the field that a misspelt one was meant to be', () => {
    for (const [name] of fields) {
      const { [name]: value, ...rest } = zeros
      const misspelt = `${name}s`
      refused(record, { ...rest, [misspelt]: value }, { code: 'type', field: misspelt, expected: `a field that is left out: ${name}`, actual: value }, misspelt)
    }
    refused(record, { nothingLikeIt: 1 }, { code: 'type', field: 'nothingLikeIt', expected: `a field that is left out: ${fields.map(([name]) => name).join(', ')}`, actual: 1 }, 'another name')
  })

  it('takes nothing but objects', () => {
    for (const message of [null, undefined, 0, 1n, 'message', true, Symbol('message'), () => zeros]) {
      refused(record, message as never, { code: 'type', field: 'message', expected: 'an object', actual: message }, `a ${typeof message}`)
    }
  })

  it('reads fields from wherever an object has them', () => {
    same(record.encode(Object.create(zeros) as AnyMessage), record.encode(zeros), 'inherited')
    same(record.encode(record.view(record.encode(zeros))), record.encode(zeros), 'a view')
  })
})
