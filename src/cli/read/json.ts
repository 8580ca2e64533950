import { hexOf, isWhole } from '../../ingest/index.ts'
import type { LinkedItem } from '../../ingest/index.ts'
import { hexDigits } from '../hex.ts'
import { errorJson, json, word } from '../json.ts'
import type { Answer } from './answers.ts'
import type { Conversion } from './convert.ts'

/** One item as one line of JSON, with what it is in another format, and how it is answered, where that is asked for. */
export function itemJson(file: string, item: LinkedItem, conversion?: Conversion, answer?: Answer): string {
  const { record, name, source, line, lastLine, offset, reading, data, absent, message, names, summary, findings, said, ambiguous, bad, link } = item
  // Put together piece by piece, because a ring has millions of records, and an object of them would have to be made first.
  let text = `{"file":${word(file)},"line":${line}`
  if (lastLine !== line) text += `,"lastLine":${lastLine}`
  if (offset !== undefined) text += `,"offset":${offset}`
  text += `,"source":${word(source)},"record":${record === null ? 'null' : word(record)},"name":${word(name)},"reading":${word(reading)}`
  if (data) text += `,"bytes":"${isWhole(data) ? hexDigits(data.bytes) : hexOf(data)}"`
  text += `,"absent":${json(absent)},"message":${json(message)}`
  if (hasAny(names)) text += `,"names":${json(names)}`
  text += `,"summary":${json(summary)},"findings":${findings.length === 0 ? '[]' : json(findings.map(({ id, severity, message: sentence, clause, field, bits }) => ({ id, severity, message: sentence, ...(clause !== '' && { clause }), field, bits })))}`
  if (hasAny(said)) text += `,"said":${json(said)}`
  if (link) text += `,"link":${json(link)}`
  if (ambiguous) text += ',"ambiguous":true'
  if (bad) text += ',"bad":true'
  if (conversion) text += `,"converted":${json(converted(conversion))}`
  if (answer) {
    text += `,"answers":${json(answer.responses.map(converted))}`
    if (answer.remark !== undefined) text += `,"unanswered":${json(answer.remark)}`
  }
  return `${text}}`
}

function hasAny(values: object): boolean {
  for (const _ in values) return true
  return false
}

function converted(conversion: Conversion): object {
  const { ok, record } = conversion
  if (!ok) return { record, ok, error: conversion.error ? errorJson(conversion.error) : { message: conversion.message } }
  const { bytes, packet, dropped, notes } = conversion
  return { record, ok, hex: hexDigits(bytes), message: packet, dropped, notes }
}
