import { lint, records } from '../src/index.ts'
import { referenceRecord } from '../src/codec/define.ts'
import { neighbours } from '../src/neighbours/index.ts'
import { allKnowledge, noticedBy } from '../test/proofs/support/knowledge.ts'
import { mutantsOf } from './mutations.ts'

/**
 * `npm run mutate`: makes every table wrong by one slip at a time and asks who notices that does not read the table:
 * the project's own vectors, the vectors of others, the binary-parser transcription, the C compilers.
 * A wrong table that nobody notices is listed, and mended by adding a vector.
 */

const sources = ['vectors', 'others', 'transcription', 'compiler'] as const
const knowledgeOf = allKnowledge()
const row = (name: string, cells: readonly (string | number)[]): void => console.log(name.padEnd(42) + cells.map((cell) => String(cell).padStart(14)).join(''))
const total = { mutants: 0, refused: 0, survived: 0 }
const survivors: string[] = []

row('', ['mutants', 'no layout', ...sources, 'survived'])
for (const record of [...records, ...neighbours]) {
  const knowledge = knowledgeOf(record)
  const wrong = noticedBy(knowledge, referenceRecord(record.layout))
  if (wrong.length > 0) throw new Error(`${record.id}: ${wrong.join(' and ')} disagree with the table as it is`)

  const mutants = mutantsOf(record.layout)
  const sound = mutants.filter(({ layout }) => lint(layout).length === 0)
  const noticed = sound.map(({ layout }) => noticedBy(knowledge, referenceRecord(layout)))
  const survived = sound.filter((_, i) => noticed[i]!.length === 0)
  survivors.push(...survived.map(({ what }) => `${record.id}: ${what}`))
  total.mutants += mutants.length
  total.refused += mutants.length - sound.length
  total.survived += survived.length
  const by = sources.map((source) => (knowledge[source] ? noticed.filter((names) => names.includes(source)).length : '-'))
  row(record.id, [mutants.length, mutants.length - sound.length, ...by, survived.length])
}
row('all', [total.mutants, total.refused, ...sources.map(() => ''), total.survived])
for (const survivor of survivors) console.log(`survived: ${survivor}`)
process.exitCode = survivors.length > 0 ? 1 : 0
