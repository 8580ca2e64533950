import { Bool, Field, Schema, Uint16, Uint32, Uint64, Uint8 } from 'apache-arrow'
import type { DataType } from 'apache-arrow'
import { arrayOf } from '../codec/columns/arrays.ts'
import { CodecError } from '../codec/errors.ts'
import { bitsOf } from '../codec/message.ts'
import type { Field as TableField, Layout } from '../spec/vocabulary.ts'

/** The column that says which records `decode` refuses. */
export const BAD = 'bad'

/**
 * The schema of some columns of a record. The metadata of a column says what its table says of the field: `bits`,
 * `clause`, `doc`, and `unit`, `codes` and `masks` where there are such, the last two as JSON. That of the schema has `record`,
 * `title`, `clause` and `source`.
 * @throws {CodecError} `type` where the column `bad` is wanted of a record that has a field of that name
 */
export function schemaOf(layout: Layout, names: readonly string[], bad: boolean): Schema {
  const { id, title, clause, source, fields } = layout
  const columns = names.map((name) => new Field(name, typeOf(fields[name]!), false, metadataOf(layout, fields[name]!)))
  if (bad) {
    if (Object.hasOwn(fields, BAD)) throw new CodecError({ code: 'type', record: id, field: 'options.bad', expected: `a record without a field ${BAD}`, actual: BAD })
    columns.push(new Field(BAD, new Bool(), false, new Map([['doc', 'whether fixed or reserved bits are not as they must be: no such record is decoded']])))
  }
  return new Schema(columns, new Map([['record', id], ['title', title], ['clause', clause], ['source', source]]))
}

/** A flag is a Bool, and a code stays a number, for those without a name are legal as well. */
function typeOf(field: TableField): DataType {
  if (field.as === 'flag') return new Bool()
  const array = arrayOf(field)
  return array === Uint8Array ? new Uint8() : array === Uint16Array ? new Uint16() : array === Uint32Array ? new Uint32() : new Uint64()
}

function metadataOf(layout: Layout, { at, clause = layout.clause, doc, unit, codes, masks }: TableField): Map<string, string> {
  const metadata = new Map([['bits', bitsOf(layout, at)], ['clause', clause], ['doc', doc]])
  if (unit !== undefined) metadata.set('unit', unit)
  if (codes) metadata.set('codes', JSON.stringify(codes))
  if (masks) metadata.set('masks', JSON.stringify(masks))
  return metadata
}
