import { reply } from './protocol.ts'
import type { VectorRecord } from './vectors.ts'

/** Answers the protocol by the library: what it gives for a line, or undefined for a line that is no question. */
export function testee(records: readonly VectorRecord[]): (line: string) => string | undefined {
  const byId = new Map(records.map((record) => [record.layout.id, record]))
  return (line) => reply(byId, line)
}
