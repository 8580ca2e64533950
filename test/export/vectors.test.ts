import { describe, expect, it } from 'vitest'
import { mutantsOf } from '../../scripts/mutations.ts'
import { referenceRecord } from '../../src/codec/define.ts'
import { vectorsOf } from '../../src/export/index.ts'
import { answerOf, judge, questionOf } from '../../src/export/kit/protocol.ts'
import { testee } from '../../src/export/kit/testee.ts'
import { lint, records } from '../../src/index.ts'
import { numbers } from '../support/bytes.ts'
import { randomLayout } from '../support/layouts.ts'
import { caughtBy, meansTheSame } from './support/mutants.ts'

describe.each(records)('the vectors of $id', (record) => {
  const vectors = [...vectorsOf(record, { random: 1 })]

  it('have a name each, values as texts, and an answer', () => {
    expect(new Set(vectors.map(({ name }) => name)).size).toBe(vectors.length)
    const texts = vectors.flatMap(({ values = {} }) => Object.values(values))
    expect(texts.every((text) => /^0x[0-9a-f]+$/.test(text))).toBe(true)
    expect(vectors.every(({ hex, values, error, op }) => (op === 'decode' ? hex !== undefined && (values === undefined) !== (error === undefined) : values !== undefined && (hex === undefined) !== (error === undefined)))).toBe(true)
    const fields = Object.keys(record.layout.fields)
    expect(vectors.every(({ values }) => values === undefined || Object.keys(values).join() === fields.join())).toBe(true)
  })

  it('are answered by the library through its own protocol', () => {
    const answer = testee([record])
    const wrong = vectors.filter((vector) => judge(vector, answerOf(vector.op, answer(`1 ${questionOf(vector)}`)!.slice(2))).verdict !== 'passed')
    expect(wrong).toEqual([])
  })
})

it('tells a mutant that means the same from one that does not', () => {
  const { layout } = records.find(({ id }) => id === 'pcie.translation-request-32')!
  const same = mutantsOf(layout).filter((mutant) => lint(mutant.layout).length === 0 && meansTheSame(layout, mutant.layout))
  expect(same.map(({ what }) => what)).toContain('type DW0[28:24] moved up by one bit')
  expect(same.length).toBeLessThan(5)
})

it('catch every mutant of every table without a random vector', () => {
  let tried = 0
  let same = 0
  const missed = records.flatMap((record) => {
    const vectors = [...vectorsOf(record, { ops: ['decode'], random: 0 })]
    const mutants = mutantsOf(record.layout).filter(({ layout }) => lint(layout).length === 0)
    const wrong = mutants.filter(({ layout }) => !meansTheSame(record.layout, layout))
    tried += wrong.length
    same += mutants.length - wrong.length
    return wrong.filter(({ layout }) => !caughtBy(vectors, layout)).map(({ what }) => `${record.id}: ${what}`)
  })
  expect(missed).toEqual([])
  expect(tried).toBeGreaterThan(3900)
  expect(same).toBeLessThan(40)
})

it('depend on the seed where they are random, and nowhere else', () => {
  const of = (seed: number): string[] => [...vectorsOf(records[0]!, { random: 3, seed })].map((vector) => JSON.stringify(vector))
  const first = of(1)
  expect(of(1)).toEqual(first)
  const others = new Set(of(2))
  const changed = first.filter((line) => !others.has(line))
  expect(changed).toHaveLength(6)
  expect(changed.every((line) => line.includes('/random/1.'))).toBe(true)
})

it('are made of any layout', () => {
  const next = numbers(7)
  for (let i = 0; i < 10; i++) {
    const record = referenceRecord<object, object, object>(randomLayout(next, `test.random-${i}`))
    const vectors = [...vectorsOf(record, { random: 2 })]
    expect(vectors.filter(({ op, error }) => op === 'decode' && !error).length).toBeGreaterThan(3)
  }
})
