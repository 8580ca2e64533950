import { describe, expect, it } from 'vitest'
import * as reference from '../../src/codec/reference.ts'
import { neighbours } from '../../src/neighbours/index.ts'
import { checkTranscription, checkVectors } from '../proofs/support/checks.ts'
import { neighbourRows, neighbourVectors } from '../proofs/support/vectors.ts'
import { neighbourTranscriptions } from '../proofs/transcription/neighbours/index.ts'
import { bitsOf, imageOf, messageOf, valueOf, widthOf } from '../support/bits.ts'
import { flipped, numbers, randomBytes } from '../support/bytes.ts'
import { same } from '../support/outcome.ts'

/** Neighbours are read by the table itself: so what is proved is the table. */
describe.each(neighbours)('$id', (record) => {
  const { id, layout, size } = record
  const mine = neighbourVectors.filter((vector) => vector.record === id)

  it('agrees with its transcription on any bytes, and on which bytes are refused', () => {
    const next = numbers(size)
    const arbitrary = Array.from({ length: 50 }, () => randomBytes(next, size))
    expect(checkTranscription(neighbourTranscriptions[id]!, arbitrary, [mine[0]!.bytes])(record)).toBeUndefined()
  })

  it('agrees with its vectors', () => {
    expect(mine.length).toBeGreaterThanOrEqual(2)
    expect(mine.some(({ fixed, reserved }) => fixed && reserved)).toBe(true)
    expect(checkVectors(mine)(record)).toBeUndefined()
  })

  it('has vectors that give each field two values, and no two fields the same throughout', () => {
    const names = Object.keys(layout.fields)
    expect(mine).not.toEqual([])
    const values = names.map((name) => mine.map(({ message }) => Number(message?.[name])).join())
    for (const [i, name] of names.entries()) {
      expect(new Set(mine.map(({ message }) => message?.[name])).size, name).toBeGreaterThanOrEqual(2)
      expect(values.indexOf(values[i]!), name).toBe(i)
    }
  })

  it.each([false, true])('reads and writes each bit of a field as its power of two (before ones: %s)', (ones) => {
    const image = imageOf(layout, () => ones)
    for (const bit of bitsOf(layout)) {
      const bytes = flipped(image, bit.index)
      const about = `${bit.kind} ${bit.name} bit ${bit.weight}`
      if (bit.kind !== 'field') {
        expect(record.tryDecode(bytes), about).toMatchObject({ ok: false, error: { code: bit.kind } })
        continue
      }
      const all = ones ? 2n ** BigInt(widthOf(layout, bit.name)) - 1n : 0n
      const weight = 2n ** BigInt(bit.weight)
      const message = { ...messageOf(layout, ones), [bit.name]: valueOf(layout, bit.name, ones ? all - weight : weight) }
      same(reference.decode(layout, bytes), message, about)
      same(record.encode(message), bytes, about)
    }
  })
})

it('there is no transcription and no vector of a neighbour that is gone', () => {
  const ids = neighbours.map(({ id }) => id).sort()
  expect(Object.keys(neighbourTranscriptions).sort()).toEqual(ids)
  expect([...new Set(neighbourRows.map(({ record }) => record))].sort()).toEqual(ids)
})

it('the vectors say where they come from and what they are', () => {
  for (const { where, kind, source } of neighbourRows) {
    expect(['captured', 'derived', 'synthetic'], where).toContain(kind)
    expect(source.length, where).toBeGreaterThan(10)
  }
})
