import { describe, expect, it } from 'vitest'
import { referenceRecord } from '../../src/codec/define.ts'
import { records } from '../../src/index.ts'
import { numbers, randomBytes } from '../support/bytes.ts'
import { checkTranscription } from './support/checks.ts'
import { ownVectors } from './support/vectors.ts'
import { transcriptions } from './transcription/index.ts'

/** Each record as it was typed a second time, in wire order by width, and as binary-parser reads it. */

describe.each(records)('$id', (record) => {
  const transcription = transcriptions[record.id]

  it('was transcribed', () => {
    expect(transcription).toBeDefined()
  })

  it.runIf(transcription)('agrees with its transcription on any bytes, and on which bytes are refused', () => {
    const next = numbers(record.size)
    const arbitrary = Array.from({ length: 200 }, () => randomBytes(next, record.size))
    const valid = ownVectors.filter((vector) => vector.record === record.id).map(({ bytes }) => bytes)
    const check = checkTranscription(transcription!, arbitrary, [valid.at(0)!, valid.at(-1)!])
    expect(check(record), 'generated').toBeUndefined()
    expect(check(referenceRecord(record.layout)), 'reference').toBeUndefined()
  })
})

it('there is no transcription of a record that is gone', () => {
  expect(Object.keys(transcriptions).sort()).toEqual(records.map(({ id }) => id).sort())
})
