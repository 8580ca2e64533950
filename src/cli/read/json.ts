import type { Finding } from '../../codec/check.ts'
import { hexOf, isWhole } from '../../ingest/index.ts'
import type { LinkedItem } from '../../ingest/index.ts'
import { hexDigits } from '../hex.ts'
import { errorJson } from '../json.ts'
import type { Fragment, JsonWriter } from '../json.ts'
import type { Answer } from './answers.ts'
import type { Conversion } from './convert.ts'

type Writer = (file: string, item: LinkedItem, conversion?: Conversion, answer?: Answer) => void

/** What stands before the message of a finding, and behind it. */
interface FindingParts {
  readonly before: Recurring<'id' | 'severity'>
  readonly behind: Recurring<'clause' | 'field' | 'bits'>
}

/** What recurs from item to item, written once. It is used for as long as the texts are the same. */
class Recurring<T extends string> {
  private readonly writer: JsonWriter
  private readonly names: readonly T[]
  private last: readonly unknown[] = []
  private fragment: Fragment | undefined

  constructor(writer: JsonWriter, ...names: T[]) {
    this.writer = writer
    this.names = names
  }

  put(values: Readonly<Record<T, unknown>>): void {
    const { names, last, writer } = this
    let isSame = this.fragment !== undefined
    for (let i = 0; i < names.length && isSame; i++) isSame = values[names[i]!] === last[i]
    if (!isSame) {
      this.last = names.map((name) => values[name])
      this.fragment = writer.apart(() => { for (const name of names) if (values[name] !== undefined) writer.put(name, values[name]) })
    }
    writer.raw(this.fragment!)
  }
}

/** Writes items, each as one line of JSON, with what it is in another format, and how it is answered, where that is asked for. */
export function itemWriter(writer: JsonWriter): Writer {
  const files = new Recurring(writer, 'file')
  const heads = new Recurring(writer, 'source', 'record', 'name', 'reading')
  /** By the id of a finding. */
  const findingParts = new Map<string, FindingParts>()

  function finding(one: Finding): void {
    let parts = findingParts.get(one.id)
    if (!parts) findingParts.set(one.id, (parts = { before: new Recurring(writer, 'id', 'severity'), behind: new Recurring(writer, 'clause', 'field', 'bits') }))
    const from = writer.begin()
    parts.before.put(one)
    writer.put('message', one.message)
    parts.behind.put(one.clause === '' ? { clause: undefined, field: one.field, bits: one.bits } : { clause: one.clause, field: one.field, bits: one.bits })
    writer.end(from)
  }
  const keptFinding = (one: Finding): void => writer.kept(one, finding)

  return (file, item, conversion, answer) => {
    const { line, lastLine, offset, data, absent, message, names, summary, findings, said, ambiguous, bad, link } = item
    const from = writer.begin()
    files.put({ file })
    writer.put('line', line)
    if (lastLine !== line) writer.put('lastLine', lastLine)
    if (offset !== undefined) writer.put('offset', Number(offset))
    heads.put(item)
    if (data) {
      writer.key('bytes')
      if (isWhole(data)) writer.hex(data.bytes)
      else writer.string(hexOf(data))
    }
    writer.put('absent', absent)
    writer.put('message', message)
    if (hasAny(names)) writer.put('names', names)
    writer.put('summary', summary)
    writer.key('findings')
    writer.array(findings, keptFinding)
    if (hasAny(said)) writer.put('said', said)
    if (link) writer.put('link', link)
    if (ambiguous) writer.put('ambiguous', true)
    if (bad) writer.put('bad', true)
    if (conversion) writer.put('converted', converted(conversion))
    if (answer) {
      writer.put('answers', answer.responses.map(converted))
      if (answer.remark !== undefined) writer.put('unanswered', answer.remark)
    }
    writer.end(from)
    writer.line()
  }
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
