import { describe, expect, it } from 'vitest'
import { mutantsOf } from '../../scripts/mutations.ts'
import { referenceRecord } from '../../src/codec/define.ts'
import { lint, records } from '../../src/index.ts'
import type { Layout } from '../../src/index.ts'
import { noticedBy, ownKnowledge } from './support/knowledge.ts'

/**
 * A wrong table does not go unnoticed by those who do not read it. This is a sample, noticed by what every clone has;
 * `npm run mutate` tries them all.
 */

const EVERY = 5

describe.each(records)('$id', (record) => {
  const knowledge = ownKnowledge(record)

  it('is as its vectors and its transcription say', () => {
    expect(Object.keys(knowledge)).toEqual(['vectors', 'transcription'])
    expect(noticedBy(knowledge, referenceRecord(record.layout))).toEqual([])
  })

  it('is not noticed to be wrong in vain', () => {
    const mutants = mutantsOf(record.layout).filter(({ layout }, i) => i % EVERY === 0 && lint(layout).length === 0)
    expect(mutants.length).toBeGreaterThan(0)
    const survivors = mutants.filter(({ layout }) => noticedBy(knowledge, referenceRecord(layout)).length === 0)
    expect(survivors.map(({ what }) => what)).toEqual([])
  })
})

describe('the mutants of a table', () => {
  const layout = {
    id: 'test.record', title: 't', clause: 'c', source: 's', size: 2, word: 2, order: 'little', label: 'w',
    fields: { split: { at: [[0, 9, 8], [0, 1, 0]], as: 'uint', doc: 'd' }, other: { at: [[0, 7, 4]], as: 'uint', doc: 'd' } },
    fixed: { kind: { at: [[0, 15, 14]], value: 2, doc: 'd' } },
    reserved: [[0, 13, 10], [0, 3, 2]],
  } as const satisfies Layout
  const mutants = mutantsOf(layout)

  it('are one of each kind for each place', () => {
    expect(mutants.map(({ what }) => what)).toEqual([
      'split w0[9:8] moved up by one bit',
      'split w0[9:8] moved down by one bit',
      'split w0[1:0] moved up by one bit',
      'split widened above by one bit of reserved',
      'split narrowed above by one bit',
      'split narrowed below by one bit',
      'split slices 0 and 1 swapped',
      'split and other swapped',
      'other w0[7:4] moved up by one bit',
      'other w0[7:4] moved down by one bit',
      'other widened above by one bit of split',
      'other widened below by one bit of reserved',
      'other narrowed above by one bit',
      'other narrowed below by one bit',
      'kind w0[15:14] moved down by one bit',
      'kind widened below by one bit of reserved',
      'kind narrowed above by one bit',
      'kind narrowed below by one bit',
      'kind bit 1 turned over',
      'kind bit 0 turned over',
      'byte order turned round',
    ])
  })

  it('are sound and differ from it and from each other', () => {
    for (const mutant of mutants) expect(lint(mutant.layout), mutant.what).toEqual([])
    const bits = ({ order, fields, fixed, reserved }: Layout): string => JSON.stringify([order, fields, fixed, reserved?.toSorted()])
    expect(new Set([layout, ...mutants.map((mutant) => mutant.layout)].map(bits)).size).toBe(mutants.length + 1)
  })

  it('are what their names say', () => {
    const of = (what: string): Layout => mutants.find((mutant) => mutant.what === what)!.layout
    expect(of('other w0[7:4] moved up by one bit').fields).toMatchObject({ other: { at: [[0, 8, 5]] }, split: { at: [[0, 9, 9], [0, 4, 4], [0, 1, 0]] } })
    expect(of('split narrowed above by one bit')).toMatchObject({ fields: { split: { at: [[0, 8, 8], [0, 1, 0]] } }, reserved: [[0, 13, 10], [0, 3, 2], [0, 9, 9]] })
    expect(of('kind narrowed above by one bit').fixed).toMatchObject({ kind: { at: [[0, 14, 14]], value: 0 } })
    expect(of('kind bit 0 turned over').fixed).toMatchObject({ kind: { at: [[0, 15, 14]], value: 3 } })
    expect(of('split and other swapped').fields).toMatchObject({ split: { at: [[0, 7, 4]] }, other: { at: [[0, 9, 8], [0, 1, 0]] } })
  })
})
