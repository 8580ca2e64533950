import type { CheckContext } from '../spec/rules/context.ts'
import type { Confidence, Field, Layout } from '../spec/vocabulary.ts'
import { findingsOf } from './check.ts'
import type { Finding } from './check.ts'
import { bitsOf } from './message.ts'
import type { AnyMessage, Value } from './message.ts'
import { isBytes, join, readWords, valueOf } from './reference.ts'

/** One run of bits of a record, and what stands there. */
export interface Part {
  readonly kind: 'field' | 'fixed' | 'reserved'
  /** Name of the field or fixed value; `reserved`. */
  readonly name: string
  /** The bits, as the source numbers them. */
  readonly bits: string
  /** The bits as an unsigned number; missing where the bytes end before them. */
  readonly raw?: bigint
  /** The value as `decode` gives it; fields only. */
  readonly value?: Value
  /** What the value means, where it has a name; otherwise empty. */
  readonly meaning: string
  /** What the bits are. */
  readonly doc: string
  readonly clause: string
  readonly confidence: Confidence
}

/** A record taken apart, every bit accounted for. */
export interface Inspection {
  readonly record: string
  readonly title: string
  /** Size of the record in bytes. */
  readonly size: number
  /** How many of its bytes there are. */
  readonly available: number
  /** Whether `decode` accepts the bytes. What it accepts can still break rules: `findings` says which, and does not change this. */
  readonly ok: boolean
  /** Fields first, then fixed values, then reserved slices, each in the order of the table. */
  readonly parts: readonly Part[]
  readonly findings: readonly Finding[]
}

/** `inspect` of any record. `context` tells its rules what the record alone cannot. */
export function inspectRecord(layout: Layout, bytes: unknown, offset: unknown, context: CheckContext = {}): Inspection {
  const there = isBytes(bytes) ? bytes : undefined
  const start = typeof offset === 'number' && Number.isSafeInteger(offset) && offset >= 0 ? offset : undefined
  const available = there === undefined || start === undefined ? 0 : Math.min(layout.size, Math.max(0, there.length - start))
  const words = readWords(layout, there ?? new Uint8Array(), start ?? 0)
  const { clause } = layout
  const findings: Finding[] = []
  const find = (id: string, severity: Finding['severity'], message: string, part?: Part): void => {
    findings.push({ id, severity, message, clause: part?.clause ?? clause, ...(part && { field: part.name, bits: part.bits }) })
  }

  if (there === undefined) find('type', 'error', 'the bytes are no Uint8Array')
  else if (start === undefined) find('type', 'error', 'the offset is no whole number from 0')
  else if (available < layout.size) find('truncated', 'error', `the record is ${layout.size} bytes long, of which ${available} are there`)

  const whole = (at: readonly (readonly [number, number, number, string?])[]): boolean =>
    at.every(([word, hi, lo]) => lastByte(layout, word, hi, lo) < available)
  const parts: Part[] = []
  const common = (at: Parameters<typeof bitsOf>[1]) => ({ bits: bitsOf(layout, at), clause, confidence: 'sure' as const, meaning: '' })

  for (const [name, field] of Object.entries(layout.fields)) {
    const base = { ...common(field.at), kind: 'field' as const, name, doc: field.doc, ...(field.clause && { clause: field.clause }), ...(field.confidence && { confidence: field.confidence }) }
    if (!whole(field.at)) {
      parts.push(base)
      continue
    }
    const raw = join(words, field.at)
    const part = { ...base, raw, value: valueOf(field, raw), meaning: meaningOf(field, raw) }
    parts.push(part)
    if (field.codes && part.meaning === '') find('unnamed-value', 'note', `${name} is 0x${raw.toString(16)}, which the specification does not name`, part)
  }
  for (const [name, { at, value, doc, confidence = 'sure' }] of Object.entries(layout.fixed ?? {})) {
    const part = { ...common(at), kind: 'fixed' as const, name, doc, confidence }
    if (!whole(at)) {
      parts.push(part)
      continue
    }
    const raw = join(words, at)
    parts.push({ ...part, raw })
    if (raw !== BigInt(value)) find('fixed', 'error', `${name} is 0x${raw.toString(16)}, where a ${layout.title} has 0x${value.toString(16)}`, part)
  }
  for (const slice of layout.reserved ?? []) {
    const part = { ...common([slice]), kind: 'reserved' as const, name: 'reserved', doc: slice[3] ?? 'reserved' }
    if (!whole([slice])) {
      parts.push(part)
      continue
    }
    const raw = join(words, [slice])
    parts.push({ ...part, raw })
    if (raw !== 0n) find('reserved', 'error', `reserved bits are 0x${raw.toString(16)}${slice[3] === undefined ? '' : ` (${slice[3]})`}`, part)
  }
  const ok = findings.every(({ severity }) => severity !== 'error')
  // A record that is another one, or cut short, has no message to judge.
  if (findings.every(({ id, severity }) => severity !== 'error' || id === 'reserved')) findings.push(...brokenRules(layout, parts, context))
  return { record: layout.id, title: layout.title, size: layout.size, available, ok, parts, findings }
}

function brokenRules(layout: Layout, parts: readonly Part[], context: CheckContext): Finding[] {
  const message: AnyMessage = {}
  const reserved: Record<string, bigint> = {}
  for (const { kind, name, bits, raw, value } of parts) {
    if (kind === 'field') message[name] = value!
    if (kind === 'reserved' && raw) reserved[bits] = raw
  }
  return findingsOf(layout, message, { ...context, reserved })
}

/** The name of a value: that of the code, or those of the bits that are set. */
function meaningOf({ codes, masks }: Field, raw: bigint): string {
  if (codes) return Object.entries(codes).find(([, code]) => BigInt(code) === raw)?.[0] ?? ''
  if (!masks) return ''
  return Object.entries(masks).flatMap(([name, mask]) => ((raw & BigInt(mask)) !== 0n ? [name] : [])).join(' | ')
}

/** Index of the last byte in memory that holds a bit of the slice. */
function lastByte({ word: size, order }: Layout, word: number, hi: number, lo: number): number {
  return word * size + (order === 'little' ? hi >> 3 : size - 1 - (lo >> 3))
}
