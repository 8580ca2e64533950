import { Bool } from 'apache-arrow'
import type { Table } from 'apache-arrow'
import { describe, expect, it } from 'vitest'
import { arrowTable } from '../../src/arrow/index.ts'
import { bitsOf } from '../../src/codec/message.ts'
import { defineRecord, records, vtd } from '../../src/index.ts'
import type { AnyRecord } from '../../src/index.ts'
import { imageOf } from '../support/bits.ts'
import { numbers } from '../support/bytes.ts'
import { refusal, same } from '../support/outcome.ts'

/** Columns as Arrow tables in memory: the same values and the same arrays, with what the tables say of them. */

const COUNT = 43

function bytesOf({ layout, size }: AnyRecord): Uint8Array {
  const next = numbers(size)
  const bytes = new Uint8Array(COUNT * size)
  for (let i = 0; i < COUNT; i++) bytes.set(imageOf(layout, () => next() & 1), i * size)
  return bytes
}

const valuesOf = (table: Table, name: string): unknown[] => [...table.getChild(name)!]

describe.each(records)('$id', (record) => {
  const { layout } = record
  const bytes = bytesOf(record)
  const { columns } = record.columns(bytes)
  const table = arrowTable(record, columns)

  it('has what decode says of each record, by the names of the fields', () => {
    same(table.numRows, COUNT, 'rows')
    same(table.schema.fields.map(({ name, nullable }) => [name, nullable]), Object.keys(layout.fields).map((name) => [name, false]), 'fields')
    const messages = Array.from({ length: COUNT }, (_, i) => record.decode(bytes, i * record.size))
    for (const name of Object.keys(layout.fields)) same(valuesOf(table, name), messages.map((message) => message[name]), name)
  })

  it('has the columns themselves, but for flags, which Arrow has as bits', () => {
    for (const field of table.schema.fields) {
      const data = table.getChild(field.name)!.data[0]!.values as Uint8Array
      const column = columns[field.name]!
      const flag = layout.fields[field.name]!.as === 'flag'
      same(field.type instanceof Bool, flag, `type of ${field.name}`)
      if (!flag) same([data.constructor, data.buffer === column.buffer, data.byteOffset, data.length], [column.constructor, true, column.byteOffset, COUNT], field.name)
    }
    expect(table.numCols).toBe(Object.keys(columns).length)
  })

  it('says of each field what the table says', () => {
    same([...table.schema.metadata], [['record', record.id], ['title', layout.title], ['clause', layout.clause], ['source', layout.source]], 'schema')
    for (const { name, metadata } of table.schema.fields) {
      const { at, clause = layout.clause, doc, unit, codes, masks } = layout.fields[name]!
      const json = (text: string | undefined): unknown => (text === undefined ? undefined : JSON.parse(text))
      same([metadata.get('bits'), metadata.get('clause'), metadata.get('doc'), metadata.get('unit')], [bitsOf(layout, at), clause, doc, unit], name)
      same([json(metadata.get('codes')), json(metadata.get('masks'))], [codes, masks], `names of ${name}`)
    }
  })
})

describe('a table', () => {
  const bytes = bytesOf(vtd.pageRequest as unknown as AnyRecord)
  bytes[7 * 32 + 31] = 0x80
  const { columns, bad } = vtd.pageRequest.columns(bytes, { strict: true })

  it('marks bad records where it is given them', () => {
    same(bad, [7], 'bad')
    const table = arrowTable('vtd.page-request', columns, { bad })
    same(valuesOf(table, 'bad'), Array.from({ length: COUNT }, (_, i) => i === 7), 'bad')
    expect(arrowTable(vtd.pageRequest, columns).getChild('bad')).toBeNull()
  })

  it('is of some fields and of some records, of memory that the loops share', () => {
    const room = vtd.pageRequest.allocateColumns(100)
    room.bytes.set(bytes)
    const part = vtd.pageRequest.columns(room.bytes, { count: COUNT, fields: ['last', 'rid'], into: room.columns })
    const table = arrowTable(vtd.pageRequest, part.columns, { count: COUNT })
    same(table.schema.fields.map(({ name }) => name), ['rid', 'last'], 'fields, in the order of the record')
    same(valuesOf(table, 'rid'), [...columns.rid], 'rid')
    same(valuesOf(table, 'last').map(Number), [...columns.last], 'last')
    expect((table.getChild('rid')!.data[0]!.values as Uint16Array).buffer).toBe(room.bytes.buffer)
  })

  it('is refused for what is no column of the record, and for a flag that is neither 0 nor 1', () => {
    const wrong = (given: object, options: object = {}): unknown => refusal(() => arrowTable(vtd.pageRequest, given, options as never))
    expect(wrong({ rdi: columns.rid })).toMatchObject({ code: 'type', expected: expect.stringContaining('did you mean rid?') as string })
    expect(wrong({ rid: columns.pasid })).toMatchObject({ code: 'type', field: 'columns.rid', expected: 'a Uint16Array' })
    expect(wrong({ rid: columns.rid, last: columns.last.subarray(1) })).toMatchObject({ code: 'range', field: 'columns.last' })
    expect(wrong(columns, { count: COUNT + 1 })).toMatchObject({ code: 'range' })
    expect(wrong(columns, { rows: 1 })).toMatchObject({ code: 'type' })
    for (const list of [7, ['7'], [-1], [COUNT], [0.5]]) expect(wrong(columns, { bad: list })).toMatchObject({ field: 'options.bad' })
    const last = columns.last.slice()
    last[COUNT - 1] = 2
    expect(wrong({ last })).toMatchObject({ code: 'range', field: `columns.last[${COUNT - 1}]`, actual: 2 })
    expect(refusal(() => arrowTable('vtd.page-requests' as never, {}))).toMatchObject({ code: 'type' })
  })

  it('of a record that has a field "bad" has no room for bad records', () => {
    const own = defineRecord({
      id: 'own.record', title: 'own', clause: 'none', source: 'synthetic', size: 1, word: 1, order: 'little', label: 'b',
      fields: { bad: { at: [[0, 0, 0]], as: 'flag', doc: 'bad' } }, reserved: [[0, 7, 1]],
    }) as unknown as AnyRecord
    const given = own.columns(Uint8Array.of(1, 0)).columns
    same(valuesOf(arrowTable(own, given), 'bad'), [true, false], 'without')
    expect(refusal(() => arrowTable(own, given, { bad: [] }))).toMatchObject({ code: 'type', field: 'options.bad' })
  })
})
