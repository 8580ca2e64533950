import { describe, expect, it } from 'vitest'
import * as library from '../../src/index.ts'
import { record, records } from '../../src/index.ts'
import { catalogue } from '../../src/spec/catalogue.ts'
import { refusal } from '../support/outcome.ts'

describe('the records', () => {
  it('are those of the tables, one of each', () => {
    expect(records.map(({ id }) => id).sort()).toEqual(catalogue.map(({ id }) => id).sort())
    for (const { id, layout, size } of records) {
      expect(layout).toEqual(catalogue.find((table) => table.id === id))
      expect({ id, size }).toEqual({ id: layout.id, size: layout.size })
    }
  })

  it.each(records)('$id is found by its id and in its family', (found) => {
    expect(record(found.id)).toBe(found)
    const [family, name] = found.id.split(/\.(.*)/) as [string, string]
    const member = name.replaceAll('.', '_').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
    const exported = family.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
    expect((library as unknown as Record<string, Record<string, unknown>>)[exported]?.[member]).toBe(found)
  })

  it('are not found by an id that is none, and the nearest one is suggested', () => {
    for (const { id } of records) {
      expect(refusal(() => record(`${id}x`))).toEqual({ code: 'type', record: 'record', field: 'id', expected: `the id of a record (did you mean ${id}?)`, actual: `${id}x` })
    }
    for (const id of ['', 'nothing', 'constructor', '__proto__', undefined, null, 5, {}]) {
      expect(refusal(() => record(id as never))).toMatchObject({ code: 'type', field: 'id', actual: id })
    }
  })
})
