import type ts from 'typescript'
import type { Layout } from '../../../src/spec/vocabulary.ts'
import { messageOf } from '../symbolic/report.ts'
import type { Solver } from './solver.ts'
import { statementsOf } from './statements.ts'

/** What z3 finds wrong with a record, with an example: the bytes and their message for `read`, the fields for `write`. */
export async function judge(solver: Solver, layout: Layout, source: ts.SourceFile): Promise<string[]> {
  const wrong: string[] = []
  for (const { name, text } of statementsOf(layout, source)) {
    const bytes = Array.from({ length: layout.size }, (_, n) => `b${n}`)
    const fields = Object.entries(layout.fields).map(([field, { as }]) => `|${field}.${as === 'flag' ? 'bool' : as === 'uint' ? 'num' : 'wide'}|`)
    const { answer, values } = await solver.solve(text, name === 'read' ? bytes : fields)
    if (answer === 'unsat') continue
    if (name === 'read') {
      const record = Uint8Array.from(bytes, (byte) => Number(values.get(byte)?.replace('#', '0') ?? 0))
      wrong.push(`${name}: bytes ${Buffer.from(record).toString('hex')}\n  message: ${messageOf(layout, record)}`)
    } else wrong.push(`${name}: message ${[...values].map(([field, value]) => `${field} ${value}`).join(', ')}`)
  }
  return wrong
}
