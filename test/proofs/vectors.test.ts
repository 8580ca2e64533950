import { describe, expect, it } from 'vitest'
import { referenceRecord } from '../../src/codec/define.ts'
import { records } from '../../src/index.ts'
import type { AnyRecord } from '../../src/index.ts'
import { fromHex } from '../support/bytes.ts'
import { checkVectors } from './support/checks.ts'
import { errorsOf } from '../support/findings.ts'
import { sharedRows, sharedFolder } from './support/shared/index.ts'
import { ownRows, ownVectors } from './support/vectors.ts'
import type { Vector } from './support/vectors.ts'

/** Bytes with known meaning: the project's own, and, where the folder is there, those of independent sources. */

function codecOf(id: string): AnyRecord {
  const found = records.find((record) => record.id === id)
  if (!found) throw new Error(`no record ${id}`)
  return found
}

function agree(vector: Vector): void {
  const codec = codecOf(vector.record)
  expect(checkVectors([vector])(codec), 'generated').toBeUndefined()
  expect(checkVectors([vector])(referenceRecord(codec.layout)), 'reference').toBeUndefined()
}

describe('the vectors of the project', () => {
  it.each(ownVectors)('$where: $record', agree)

  it('say where they come from and what they are', () => {
    for (const { where, kind, source } of ownRows) {
      expect(['captured', 'derived', 'synthetic'], where).toContain(kind)
      expect(source.length, where).toBeGreaterThan(10)
    }
  })

  describe.each(records)('of $id', ({ id, layout }) => {
    const mine = ownVectors.filter(({ record }) => record === id)

    it('are two or more, and one tells which bits identify the record and which are reserved', () => {
      expect(mine.length).toBeGreaterThanOrEqual(2)
      expect(mine.filter(({ fixed, reserved }) => fixed && reserved)).not.toEqual([])
    })

    it('give each field two values, and no two fields the same values throughout', () => {
      const names = Object.keys(layout.fields)
      const values = names.map((name) => mine.map(({ message }) => Number(message?.[name])).join())
      for (const [i, name] of names.entries()) {
        expect(new Set(mine.map(({ message }) => message?.[name])).size, name).toBeGreaterThanOrEqual(2)
        expect(values.indexOf(values[i]!), name).toBe(i)
      }
    })
  })
})

describe.skipIf(sharedRows === undefined)(`the vectors of independent sources${sharedRows ? '' : ` (skipped: there is no ${sharedFolder})`}`, () => {
  const rows = sharedRows ?? []

  it.each(rows.flatMap(({ vectors }) => vectors))('$where: $record', agree)

  it('are all used, but for those that are about something else', () => {
    const others: Record<string, number> = {}
    for (const { where, vectors, about } of rows) {
      if (vectors.length > 0) continue
      expect(about, where).toBeDefined()
      others[about!] = (others[about!] ?? 0) + 1
    }
    expect(others).toEqual({
      'the wait descriptor of VT-d': 1,
      'the event log of AMD': 1,
      'the fault record of RISC-V': 1,
      'virtio-iommu': 2,
      'NOP of flit mode': 1,
      'local prefix of flit mode': 1,
      'a request that is dropped without an answer': 20,
    })
    expect(rows.flatMap(({ vectors }) => vectors).length).toBeGreaterThan(rows.length)
  })
})

it('bytes that others get wrong are reported: PASID prefixes with their flags in reserved places', () => {
  for (const [hex, reserved] of [['91312345', 3n], ['91612345', 2n]] as const) {
    const inspection = codecOf('pcie.pasid-prefix').inspect(fromHex(hex))
    const { ok, parts } = inspection
    expect(ok).toBe(false)
    expect(errorsOf(inspection)).toMatchObject([{ id: 'reserved', severity: 'error', bits: 'DW0[21:20]' }])
    expect(parts.find(({ kind }) => kind === 'reserved')).toMatchObject({ raw: reserved })
  }
})
