import { hexOf } from '../../ingest/index.ts'
import type { LinkedItem } from '../../ingest/index.ts'
import { hexDigits } from '../hex.ts'
import { errorJson, hex64, json } from '../json.ts'
import type { Answer } from './answers.ts'
import type { Conversion } from './convert.ts'

/** Integers of fields as `decode --json` has them: of 64 bits as hex strings, smaller ones as numbers. */
const valueOf = (value: unknown): unknown => (typeof value === 'bigint' ? hex64(value) : value)

/** One item as one line of JSON, with what it is in another format, and how it is answered, where that is asked for. */
export function itemJson(file: string, item: LinkedItem, conversion?: Conversion, answer?: Answer): string {
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
    ...(conversion && { converted: converted(conversion) }),
    ...(answer && { answers: answer.responses.map(converted), ...(answer.remark !== undefined && { unanswered: answer.remark }) }),
  })
}

function converted(conversion: Conversion): object {
  const { ok, record } = conversion
  if (!ok) return { record, ok, error: conversion.error ? errorJson(conversion.error) : { message: conversion.message } }
  const { bytes, packet, dropped, notes } = conversion
  return { record, ok, hex: hexDigits(bytes), message: packet, dropped, notes }
}

function mapped(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const out: Record<string, unknown> = {}
  for (const name of Object.keys(values)) out[name] = valueOf(values[name])
  return out
}
