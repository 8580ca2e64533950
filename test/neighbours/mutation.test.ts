import { describe, expect, it } from 'vitest'
import { mutantsOf } from '../../scripts/mutations.ts'
import { referenceRecord } from '../../src/codec/define.ts'
import { lint } from '../../src/index.ts'
import { neighbours } from '../../src/neighbours/index.ts'
import { noticedBy, ownKnowledge } from '../proofs/support/knowledge.ts'

/** A wrong table of a neighbour does not go unnoticed either. A sample; `npm run mutate` tries them all. */

const EVERY = 20

describe.each(neighbours)('$id', (record) => {
  it('is not noticed to be wrong in vain', () => {
    const knowledge = ownKnowledge(record)
    expect(Object.keys(knowledge)).toEqual(['vectors', 'transcription'])
    expect(noticedBy(knowledge, record)).toEqual([])
    const mutants = mutantsOf(record.layout).filter(({ layout }, i) => i % EVERY === 0 && lint(layout).length === 0)
    const survivors = mutants.filter(({ layout }) => noticedBy(knowledge, referenceRecord(layout)).length === 0)
    expect(survivors.map(({ what }) => what)).toEqual([])
  })
})
