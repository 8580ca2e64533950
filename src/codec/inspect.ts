import { perLayout } from '../spec/per-layout.ts'
import { roleOf } from '../spec/role-fields.ts'
import type { Role } from '../spec/roles.ts'
import type { CheckContext } from '../spec/rules/context.ts'
import type { Confidence, Field, Layout, ReservedSlice } from '../spec/vocabulary.ts'
import { isBytes, lengthOf } from './arguments.ts'
import { findingsOf } from './check.ts'
import type { Finding } from './check.ts'
import { bitsOf } from './message.ts'
import type { AnyMessage, Value } from './message.ts'
import { bitPositions } from './positions.ts'
import * as bits from './raw.ts'
import { valueOf } from './reference.ts'
import { reservedFinding } from './reserved.ts'

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
  /** What the field is for, where its meaning recurs across formats. */
  readonly role: Role | undefined
  /** The bits as numbers, by their place in the record's memory, most significant first: see `bitPositions`. */
  readonly positions: readonly number[]
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

/** What of a part is the same in every record of a layout. */
interface Row {
  readonly at: Parameters<typeof bitsOf>[1]
  readonly part: Part
  readonly field?: Field
  /** Of a fixed value. */
  readonly fixed?: bigint
  /** Names of values. */
  readonly names?: ReadonlyMap<bigint, string>
  /** The byte after the last that holds a bit of the part. */
  readonly end: number
}

const rowsOf = /* @__PURE__ */ perLayout((layout): readonly Row[] => {
  const common = (at: Row['at'], name = '') => ({
    bits: bitsOf(layout, at), clause: layout.clause, confidence: 'sure' as const, meaning: '', role: roleOf(layout, name), positions: bitPositions(layout, at),
  })
  const end = (at: Row['at']): number => Math.max(...at.map(([word, hi, lo]) => lastByte(layout, word, hi, lo) + 1))
  return [
    ...Object.entries(layout.fields).map(([name, field]): Row => {
      const { at, doc, codes, clause = layout.clause, confidence = 'sure' } = field
      const part = { ...common(at, name), clause, confidence, kind: 'field', name, doc } as const
      // Of two names of one value the first counts.
      return { at, part, field, end: end(at), ...(codes && { names: new Map(Object.entries(codes).reverse().map(([code, value]) => [BigInt(value), code])) }) }
    }),
    ...Object.entries(layout.fixed ?? {}).map(([name, { at, value, doc, confidence = 'sure' }]): Row => {
      return { at, part: { ...common(at, name), confidence, kind: 'fixed', name, doc }, fixed: BigInt(value), end: end(at) }
    }),
    ...(layout.reserved ?? []).map((slice): Row => {
      return { at: [slice], part: { ...common([slice]), kind: 'reserved', name: 'reserved', doc: slice[3] ?? 'reserved' }, end: end([slice]) }
    }),
  ]
})

/** `inspect` of any record. `context` tells its rules what the record alone cannot. */
export function inspectRecord(layout: Layout, bytes: unknown, offset: unknown, context?: CheckContext): Inspection {
  const there = isBytes(bytes) ? bytes : undefined
  const start = typeof offset === 'number' && Number.isSafeInteger(offset) && offset >= 0 ? offset : undefined
  const available = there === undefined || start === undefined ? 0 : Math.min(layout.size, Math.max(0, lengthOf(there) - start))
  const findings: Finding[] = []
  const find = (id: Finding['id'], severity: Finding['severity'], message: string): void => {
    findings.push({ id, severity, message, clause: layout.clause })
  }
  if (there === undefined) find('type', 'error', 'the bytes are not a Uint8Array')
  else if (start === undefined) find('type', 'error', 'the offset is not a whole number from 0')
  else if (available < layout.size) find('truncated', 'error', `the record is ${layout.size} bytes long, but only ${available} are there`)

  const parts: Part[] = []
  const message: AnyMessage = {}
  let reserved: Record<string, bigint> | undefined
  // A record that is another one, or cut short, has no message to judge.
  let judged = findings.length === 0
  for (const row of rowsOf(layout)) {
    const { at, part, field, fixed, end } = row
    if (end > available) {
      parts.push({ ...part })
      continue
    }
    bits.take(layout, there!, start!, at)
    const raw = bits.taken()
    // Literals: to spread a part costs more than all the rest.
    const { kind, name, bits: where, doc, clause, confidence, role, positions } = part
    if (field) {
      const value = field.as === 'uint' ? bits.low >>> 0 : valueOf(field, raw)
      const meaning = row.names ? (row.names.get(raw) ?? '') : field.masks ? masksOf(field.masks, raw) : ''
      message[name] = value
      parts.push({ bits: where, clause, confidence, meaning, role, positions, kind, name, doc, raw, value })
      if (row.names && meaning === '') findings.push({ id: 'unnamed-value', severity: 'note', message: `${name} is 0x${raw.toString(16)}, which the specification does not name`, clause, field: name, bits: where })
      continue
    }
    parts.push({ bits: where, clause, confidence, meaning: '', role, positions, kind, name, doc, raw })
    if (fixed !== undefined && raw !== fixed) {
      judged = false
      findings.push({ id: 'fixed', severity: 'error', message: `${name} is 0x${raw.toString(16)}, where a ${layout.title} has 0x${fixed.toString(16)}`, clause, field: name, bits: where })
    }
    if (fixed === undefined && raw !== 0n) {
      ;(reserved ??= {})[where] = raw
      findings.push(reservedFinding(layout, at[0] as ReservedSlice, raw))
    }
  }
  const ok = findings.every(({ severity }) => severity !== 'error')
  if (judged) {
    const facts = context === undefined ? { reserved: reserved ?? {} } : { ...context, reserved: reserved ?? {} }
    try {
      for (const finding of findingsOf(layout, message, facts)) findings.push(finding)
    } catch {
      find('rule', 'error', 'a rule of the layout threw an error')
    }
  }
  return { record: layout.id, title: layout.title, size: layout.size, available, ok, parts, findings }
}

/** The names of the bits that are set. */
function masksOf(masks: Readonly<Record<string, number>>, raw: bigint): string {
  return Object.entries(masks).flatMap(([name, mask]) => ((raw & BigInt(mask)) !== 0n ? [name] : [])).join(' | ')
}

/** Index of the last byte in memory that holds a bit of the slice. */
function lastByte({ word: size, order }: Layout, word: number, hi: number, lo: number): number {
  return word * size + (order === 'little' ? hi >> 3 : size - 1 - (lo >> 3))
}
