import { hexOf } from '../../ingest/index.ts'
import type { LinkedItem } from '../../ingest/index.ts'
import { hex64, json } from '../json.ts'

/** Integers of fields as `decode --json` has them: of 64 bits as hex strings, smaller ones as numbers. */
const valueOf = (value: unknown): unknown => (typeof value === 'bigint' ? hex64(value) : value)

/** One item as one line of JSON. */
export function itemJson(file: string, item: LinkedItem): string {
  const { record, name, source, line, lastLine, offset, reading, data, absent, message, names, summary, findings, said, ambiguous, bad, link } = item
  return json({
    file, line, ...(lastLine !== line && { lastLine }), ...(offset !== undefined && { offset: Number(offset) }), source, record, name, reading,
    ...(data && { bytes: hexOf(data) }),
    absent, message: mapped(message),
    ...(Object.keys(names).length > 0 && { names }),
    summary,
    findings: findings.map(({ id, severity, message: text, clause, field, bits }) => ({ id, severity, message: text, ...(clause !== '' && { clause }), field, bits })),
    ...(Object.keys(said).length > 0 && { said: mapped(said) }),
    ...(link && { link }),
    ...(ambiguous && { ambiguous }),
    ...(bad && { bad }),
  })
}

function mapped(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const out: Record<string, unknown> = {}
  for (const name of Object.keys(values)) out[name] = valueOf(values[name])
  return out
}
