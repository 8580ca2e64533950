import { makeData, RecordBatch, Struct, Table } from 'apache-arrow'
import type { Data, DataType, Schema } from 'apache-arrow'
import { lengthOf } from '../codec/arguments.ts'
import { arraysOf, countOf, fail, reader } from '../codec/columns/options.ts'
import type { AnyColumns, Columns } from '../codec/message.ts'
import { resolve } from '../registry.ts'
import type { FormatArgument } from '../registry.ts'
import type { Layout } from '../spec/vocabulary.ts'
import { schemaOf } from './schema.ts'

/** What `arrowTable` takes beside the columns. */
export interface ArrowOptions {
  /** How many records there are. Default: as many as the first column is long. */
  readonly count?: number
  /** Indices of bad records, as `columns` lists them under `strict`: there is a column `bad` then. */
  readonly bad?: readonly number[]
}

/**
 * Columns of a record as an Arrow table, in the order of its fields. Arrow has flags as bits, so those are packed; all others are
 * the given arrays themselves, and change when these are written to.
 * @param format the record, or its id
 * @param columns what `columns`, `batches` or `allocateColumns` gave, or some of it
 * @throws {CodecError} `type` or `range` for columns that are none of the record's, too short, or with a flag that is neither 0 nor 1
 */
export function arrowTable<const S extends string>(format: FormatArgument<S>, columns: object, options: ArrowOptions = {}): Table {
  const { layout } = resolve(format)
  const read = reader(layout, options, ['count', 'bad'])
  const [wanted, bad] = [read('count', undefined), read('bad', undefined)]
  if (bad !== undefined && !Array.isArray(bad)) fail(layout, 'type', 'options.bad', 'a list of indices', bad)
  const given = arraysOf(layout, columns, Object.keys(layout.fields), 0, 'columns', [])
  const count = wanted === undefined ? lengthOf(Object.values(given)[0] ?? new Uint8Array(0)) : countOf(layout, wanted)
  const schema = schemaOf(layout, Object.keys(given), bad !== undefined)
  return new Table(batchOf(layout, schema, given, count, bad as readonly number[] | undefined))
}

/** The first `count` records of columns as a batch of a table of that schema. */
export function batchOf(layout: Layout, schema: Schema, columns: AnyColumns, count: number, bad: readonly number[] | undefined): RecordBatch {
  const children = Object.entries(columns).map(([name, column], i) => {
    if (lengthOf(column) < count) fail(layout, 'range', `columns.${name}`, `${count} values`, column)
    const flags = layout.fields[name]!.as === 'flag'
    return dataOf(schema.fields[i]!.type, count, flags ? packed(layout, name, column as Uint8Array, count) : column.subarray(0, count))
  })
  if (bad) children.push(dataOf(schema.fields.at(-1)!.type, count, marked(layout, bad, count)))
  return new RecordBatch(schema, makeData({ type: new Struct(schema.fields), length: count, nullCount: 0, children }))
}

function dataOf(type: DataType, length: number, data: Columns): Data {
  return makeData({ type, length, nullCount: 0, data } as never)
}

/** Flags as bits, eight in a byte, the first in its lowest bit. */
function packed(layout: Layout, name: string, flags: Uint8Array, count: number): Uint8Array {
  const bits = new Uint8Array(Math.ceil(count / 8))
  let seen = 0
  for (let i = 0; i < count; i++) {
    seen |= flags[i]!
    bits[i >> 3]! |= flags[i]! << (i & 7)
  }
  if (seen > 1) {
    const i = flags.findIndex((flag) => flag > 1)
    fail(layout, 'range', `columns.${name}[${i}]`, '0 or 1', flags[i])
  }
  return bits
}

function marked(layout: Layout, indices: readonly unknown[], count: number): Uint8Array {
  const bits = new Uint8Array(Math.ceil(count / 8))
  for (const i of indices) {
    if (typeof i !== 'number' || !Number.isInteger(i) || i < 0 || i >= count) fail(layout, 'range', 'options.bad', `indices below ${count}`, i)
    bits[i >> 3]! |= 1 << (i & 7)
  }
  return bits
}
