import type { AnyRecord } from '../../../src/index.ts'
import { abis, missingCompiler } from '../oracle/oracle.ts'
import { transcriptions } from '../transcription/index.ts'
import { neighbourTranscriptions } from '../transcription/neighbours/index.ts'
import { numbers, randomBytes } from '../../support/bytes.ts'
import { checkSamples, checkTranscription, checkVectors } from './checks.ts'
import type { Check } from './checks.ts'
import { oracleSamples } from './oracle-samples.ts'
import type { Sample } from './oracle-samples.ts'
import { sharedRows } from './shared/index.ts'
import { neighbourVectors, ownVectors } from './vectors.ts'

/** All that is known of a record without its table, by where it is known from. */
export type Knowledge = Readonly<Partial<Record<'vectors' | 'others' | 'transcription' | 'compiler', Check>>>

/** The project's own vectors and the transcription: what every clone has. */
export function ownKnowledge({ id, size }: AnyRecord): Knowledge {
  const own = [...ownVectors, ...neighbourVectors].filter(({ record }) => record === id)
  const next = numbers(size)
  const arbitrary = Array.from({ length: 20 }, () => randomBytes(next, size))
  const valid = own.slice(0, 1).map((vector) => vector.bytes)
  const transcription = transcriptions[id] ?? neighbourTranscriptions[id]
  return {
    ...(own.length > 0 && { vectors: checkVectors(own) }),
    ...(transcription && { transcription: checkTranscription(transcription, arbitrary, valid) }),
  }
}

/** The own knowledge, the vectors of other projects and the C compilers, as far as they are there. */
export function allKnowledge(): (record: AnyRecord) => Knowledge {
  const others = (sharedRows ?? []).flatMap(({ vectors }) => vectors)
  const compiled: Record<string, readonly Sample[]> = {}
  for (const abi of abis.filter((candidate) => missingCompiler(candidate) === undefined)) {
    for (const [id, samples] of Object.entries(oracleSamples(abi, 20))) compiled[`${id}${abi.suffix}`] = samples
  }
  return (record) => {
    const theirs = others.filter((vector) => vector.record === record.id)
    const samples = compiled[record.id]
    return { ...ownKnowledge(record), ...(theirs.length > 0 && { others: checkVectors(theirs) }), ...(samples && { compiler: checkSamples(samples) }) }
  }
}

/** Who of those that know the record notices that `codec` is not it. */
export function noticedBy(knowledge: Knowledge, codec: AnyRecord): string[] {
  return Object.entries(knowledge).flatMap(([name, check]) => {
    try {
      return check(codec) === undefined ? [] : [name]
    } catch {
      // A codec so wrong that it cannot be asked.
      return [name]
    }
  })
}
