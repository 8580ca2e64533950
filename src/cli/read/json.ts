import type { Finding } from '../../codec/check.ts'
import { hexOf, isWhole } from '../../ingest/index.ts'
import type { LinkedItem } from '../../ingest/index.ts'
import { hexDigits } from '../hex.ts'
import { errorJson, JsonWriter } from '../json.ts'
import type { Fragment } from '../json.ts'
import type { Answer } from './answers.ts'
import type { Conversion } from './convert.ts'

const writer = /* @__PURE__ */ new JsonWriter()

function put(name: string, value: unknown): void {
  writer.key(name)
  writer.value(value)
}

/** What recurs from item to item, written once. It is used for as long as the texts are the same. */
class Recurring<T extends string> {
  private readonly names: readonly T[]
  private last: readonly unknown[] = []
  private fragment: Fragment | undefined

  constructor(...names: T[]) {
    this.names = names
  }

  put(values: Readonly<Record<T, unknown>>): void {
    const { names, last } = this
    let isSame = this.fragment !== undefined
    for (let i = 0; i < names.length && isSame; i++) isSame = values[names[i]!] === last[i]
    if (!isSame) {
      this.last = names.map((name) => values[name])
      this.fragment = writer.apart(() => { for (const name of names) if (values[name] !== undefined) put(name, values[name]) })
    }
    writer.raw(this.fragment!)
  }
}

const files = /* @__PURE__ */ new Recurring('file')
const heads = /* @__PURE__ */ new Recurring('source', 'record', 'name', 'reading')

/**
 * One item as one line of JSON, with what it is in another format, and how it is answered, where that is asked for.
 * @returns its bytes with the line feed; they hold until the next are asked for
 */
export function itemJson(file: string, item: LinkedItem, conversion?: Conversion, answer?: Answer): Uint8Array {
  const { line, lastLine, offset, data, absent, message, names, summary, findings, said, ambiguous, bad, link } = item
  const from = writer.begin()
  files.put({ file })
  put('line', line)
  if (lastLine !== line) put('lastLine', lastLine)
  if (offset !== undefined) put('offset', Number(offset))
  heads.put(item)
  if (data) {
    writer.key('bytes')
    if (isWhole(data)) writer.hex(data.bytes)
    else writer.string(hexOf(data))
  }
  put('absent', absent)
  put('message', message)
  if (hasAny(names)) put('names', names)
  put('summary', summary)
  writer.key('findings')
  writer.array(findings, keptFinding)
  if (hasAny(said)) put('said', said)
  if (link) put('link', link)
  if (ambiguous) put('ambiguous', true)
  if (bad) put('bad', true)
  if (conversion) put('converted', converted(conversion))
  if (answer) {
    put('answers', answer.responses.map(converted))
    if (answer.remark !== undefined) put('unanswered', answer.remark)
  }
  writer.end(from)
  writer.line()
  return writer.take()
}

const keptFinding = (one: Finding): void => writer.kept(one, finding)

/** By the id of a finding, what stands before its message and behind it. */
const findingParts = new Map<string, { readonly before: Recurring<'id' | 'severity'>; readonly behind: Recurring<'clause' | 'field' | 'bits'> }>()

function finding(one: Finding): void {
  let parts = findingParts.get(one.id)
  if (!parts) findingParts.set(one.id, (parts = { before: new Recurring('id', 'severity'), behind: new Recurring('clause', 'field', 'bits') }))
  const from = writer.begin()
  parts.before.put(one)
  put('message', one.message)
  parts.behind.put(one.clause === '' ? { clause: undefined, field: one.field, bits: one.bits } : { clause: one.clause, field: one.field, bits: one.bits })
  writer.end(from)
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
