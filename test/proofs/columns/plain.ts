import type { readPlainly } from '../../../src/codec/columns/plain.ts'
import type { writePlainly } from '../../../src/codec/columns/encode.ts'
import type { AnyMessage } from '../../../src/codec/message.ts'
import type { Bits } from '../../../src/spec/vocabulary.ts'
import { unitOf } from '../../../src/codec/columns/arrays.ts'
import { load } from '../forks/load.ts'
import { Forks, Refusal, Unknown } from '../forks/unknown.ts'
import { NO, YES } from '../symbolic/formulas.ts'
import type { Bit } from '../symbolic/formulas.ts'
import { fieldsOf, fixedOf, reservedOf } from '../symbolic/table.ts'
import { ProofFailure } from '../symbolic/values.ts'

/**
 * The plain loops over columns: for a record of which every bit is unknown, before or behind one of zeros. `read` and `write`
 * stand for what is proved of them; `read` may also decline what it need not, as for an offset that is too large for it.
 */

interface Code {
  readonly readPlainly: typeof readPlainly
  readonly writePlainly: typeof writePlainly
}

export interface Plain {
  readonly forks: Forks
  readonly code: Code
}

const COUNT = 2
/** The records need not begin where the bytes do. */
const OFFSET = 3

/** @param change a mistake on purpose: what is made of the text of a file */
export async function loadPlain(change?: (file: string, text: string) => string): Promise<Plain> {
  const forks = new Forks()
  const code = await load<Code>(forks, "export { readPlainly } from './src/codec/columns/plain.ts'\nexport { writePlainly } from './src/codec/columns/encode.ts'", /^src\/codec\/(raw|columns\/(plain|encode))\.ts/, change)
  return { forks, code }
}

/** Each field is its slices, whether the record is right or wrong; those that are wrong are listed where it is asked for. */
export function provePlainRead(plain: Plain, layout: Bits): number {
  return Array.from({ length: COUNT }, (_, i) => proveRecord(plain, layout, i)).reduce((sum, bits) => sum + bits)
}

function proveRecord({ forks, code }: Plain, layout: Bits, unknown: number): number {
  forks.renew()
  const { f } = forks
  const fields = fieldsOf(layout)
  const records = Array.from({ length: COUNT }, (_, i) => Array.from({ length: 8 * layout.size }, (_, bit) => (i === unknown ? f.fresh(`bit ${bit}`) : NO)))
  const bytes = [...Array<undefined>(OFFSET).fill(undefined), ...records.flatMap((record) => Array.from({ length: layout.size }, (_, at) => new Unknown('number', [...record.slice(8 * at, 8 * at + 8), NO])))]
  const right = records.map((record) => f.and(
    f.all([...fixedOf(layout)].map(([bit, value]) => (value ? record[bit]! : f.not(record[bit]!)))),
    f.not(f.any(reservedOf(layout).map((bit) => record[bit]!))),
  ))
  const valueOf = (record: readonly Bit[], { kind, from }: (typeof fields)[number]): Unknown =>
    new Unknown(kind === 'flag' ? 'boolean' : kind === 'uint' ? 'number' : 'bigint', [...from.map((bit) => (bit === undefined ? NO : record[bit]!)), ...(kind === 'flag' ? [] : [NO])])
  const declines = new Unknown('boolean', [f.fresh('read declines all the same')])
  const read = (given: unknown, at: number, options: undefined): object | undefined => {
    const i = (at - OFFSET) / layout.size
    const record = records[i]
    if ((given as unknown) !== bytes || !record || options !== undefined) return fail('read is given something else than a record')
    if (!forks.holds(new Unknown('boolean', [right[i]!])) || forks.holds(declines)) return undefined
    return Object.fromEntries(fields.map((field) => [field.name, valueOf(record, field)]))
  }
  let bits = 0
  for (const strict of [false, true]) {
    const run = (): { readonly columns: Record<string, unknown[]>; readonly bad: readonly number[] } => {
      const columns = Object.fromEntries(fields.map(({ name }) => [name, [] as unknown[]]))
      return { columns, bad: code.readPlainly(layout, read, bytes as never, OFFSET, COUNT, columns as never, strict) }
    }
    for (const { when, result } of forks.explore(YES, run)) {
      if (result instanceof Refusal) return fail(`columns refuses: ${result.message}`)
      for (const [i, record] of records.entries()) {
        const wrong = strict ? f.not(right[i]!) : NO
        if (result.bad.filter((n) => n === i).length > 1) fail('a record is listed twice')
        never(forks, f.and(when, result.bad.includes(i) ? f.not(wrong) : wrong), 'the list of wrong records is not that of the table')
        for (const field of fields) {
          const column = result.columns[field.name]!
          if (column.length !== COUNT) fail(`${field.name}: ${column.length} values`)
          // Of a number a column keeps what it has room for.
          if ((forks.typeOf(column[i]) === 'bigint') !== (field.kind === 'wide') || 8 * unitOf(layout.fields[field.name]!) < field.from.length) fail(`${field.name}: another type than the column's`)
          never(forks, f.and(when, forks.differ(column[i], valueOf(record, field))), `${field.name} is another than the table says`)
          bits += field.from.length
        }
      }
      if (result.bad.some((n, i) => !(n >= 0 && n < COUNT) || n < result.bad[i - 1]!)) fail('the list of wrong records is not in order')
    }
  }
  return bits
}

/** Each row is given to `write` as the message that it is, at its place; a flag that is neither 0 nor 1 is refused. */
export function provePlainWrite({ forks, code }: Plain, layout: Bits): number {
  forks.renew()
  const { f } = forks
  const fields = fieldsOf(layout)
  const columns = Object.fromEntries(fields.map(({ name, kind }) => {
    const width = 8 * unitOf(layout.fields[name]!)
    return [name, Array.from({ length: COUNT }, (_, i) => forks.whole(kind === 'wide' ? 'bigint' : 'number', `${name} of record ${i}`, width))]
  }))
  let bits = 0
  const rows: AnyMessage[] = []
  const write = (message: AnyMessage, target: Uint8Array, offset: number): boolean => {
    if (target.length !== COUNT * layout.size || offset !== rows.length * layout.size) fail('write is given another place')
    rows.push(message)
    return true
  }
  const run = (): readonly AnyMessage[] => {
    rows.length = 0
    code.writePlainly(layout, write, columns as never, COUNT)
    return [...rows]
  }
  const badFlag = f.any(fields.flatMap(({ name, kind }) => (kind === 'flag' ? columns[name]!.flatMap((value) => value.bits.slice(1)) : [])))
  for (const { when, result } of forks.explore(YES, run)) {
    never(forks, f.and(when, result instanceof Refusal ? f.not(badFlag) : badFlag), 'flags are refused where they are 0 or 1, or not where they are neither')
    if (result instanceof Refusal) continue
    if (result.length !== COUNT) fail(`${result.length} rows`)
    for (const [i, message] of result.entries()) {
      if (Object.keys(message).join() !== Object.keys(layout.fields).join()) fail('a row has other fields')
      for (const { name, kind } of fields) {
        if (forks.typeOf(message[name]) !== (kind === 'flag' ? 'boolean' : kind === 'uint' ? 'number' : 'bigint')) fail(`${name}: of another type`)
        never(forks, f.and(when, forks.differ(message[name], columns[name]![i])), `${name} is another than in its column`)
        bits++
      }
    }
  }
  return bits
}

function never(forks: Forks, where: Bit, what: string): void {
  if (where !== NO) fail(`${what}; where ${[...forks.f.example(where)].filter(([, holds]) => holds).map(([name]) => name).join(', ')}`)
}

function fail(what: string): never {
  throw new ProofFailure(what)
}
