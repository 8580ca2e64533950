import fc from 'fast-check'
import { bitsOf, widthOf, zerosOf } from '../codec/message.ts'
import type { ErrorCode } from '../codec/errors.ts'
import { bitPositions } from '../codec/positions.ts'
import { tryDecode } from '../codec/reference.ts'
import type { Field, Layout, Slice } from '../spec/vocabulary.ts'
import type { AnyRecord } from '../registry.ts'
import { records } from '../registry.ts'
import { checkRecord, messages, validBytes } from './messages.ts'
import type { TestedRecord } from './messages.ts'
import { showBytes, showMessage } from './shown.ts'

/** Bytes that are wrong on purpose, and the error that is due. */
export interface Fault {
  readonly bytes: Uint8Array
  /** What was done to them. */
  readonly kind: 'fixed' | 'reserved' | 'truncated' | 'swapped' | 'revision'
  readonly code: ErrorCode
  readonly field?: string
  readonly bits?: string
}

/** A message that is out of range on purpose, and the error that is due. */
export interface MessageFault<M> {
  readonly message: M
  readonly code: 'range' | 'type'
  readonly field: string
  readonly bits: string
}

/** The bits that no message changes. */
export const constantBits = (layout: Layout): number[] => [...Object.values(layout.fixed ?? {}).flatMap(({ at }) => bitPositions(layout, at)), ...bitPositions(layout, layout.reserved ?? [])]

export const flipped = (bytes: Uint8Array, bit: number): Uint8Array => bytes.map((byte, i) => (i === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))

/**
 * Bytes that `decode` refuses, each with the error that is due: a fixed value that differs, reserved bits that are set
 * (each slice as often as any other, however wide), bytes that are missing, DWs in the byte order of another machine,
 * records of another revision.
 * Bytes that are too many are no error of a record: see `nearlyValidBytes`.
 */
export function faults<M>(record: TestedRecord<M>): fc.Arbitrary<Fault> {
  checkRecord(record)
  const { layout } = record
  const due = (kind: Fault['kind'], bytes: Uint8Array): Fault | undefined => {
    const result = tryDecode(layout, bytes)
    if (result.ok) return undefined
    const { code, field, bits } = result.error
    return { bytes: showBytes(record, bytes), kind, code, ...(field !== undefined && { field }), ...(bits !== undefined && { bits }) }
  }
  const slices: readonly { readonly kind: 'fixed' | 'reserved'; readonly bits: readonly number[] }[] = [
    ...Object.values(layout.fixed ?? {}).map(({ at }) => ({ kind: 'fixed' as const, bits: bitPositions(layout, at) })),
    ...(layout.reserved ?? []).map((slice) => ({ kind: 'reserved' as const, bits: bitPositions(layout, [slice]) })),
  ]
  const flips = slices.map(({ kind, bits }) => fc.tuple(validBytes(record), fc.constantFrom(...bits)).map(([bytes, bit]) => due(kind, flipped(bytes, bit))))
  const short = fc.tuple(validBytes(record), fc.integer({ min: 0, max: layout.size - 1 })).map(([bytes, length]) => due('truncated', bytes.slice(0, length)))
  const swapped = layout.size % 4 === 0 ? [validBytes(record).map((bytes) => due('swapped', swapDws(bytes)))] : []
  const revisions = revisionsOf(layout.id).map((other) => validBytes(other).map((bytes) => due('revision', bytes)))
  // What a later revision calls its own may be all that an earlier one has.
  const refused = revisions.filter((one) => fc.sample(one, { numRuns: 16, seed: 1 }).some((fault) => fault !== undefined))
  return fc.oneof(...flips, short, ...swapped, ...refused).filter((fault) => fault !== undefined)
}

/** Other revisions of a record of the library: `vtd.page-request-v3` of `vtd.page-request`. */
function revisionsOf(id: string): AnyRecord[] {
  const stem = (name: string): string => name.replace(/-v\d[\d.]*/, '')
  return records.filter((other) => other.id !== id && stem(other.id) === stem(id))
}

function swapDws(bytes: Uint8Array): Uint8Array {
  const turned = bytes.slice()
  for (let at = 0; at < turned.length; at += 4) turned.subarray(at, at + 4).reverse()
  return turned
}

/** Messages that `encode` refuses, each with the error that is due: one value does not fit its bits, or has another type. */
export function messageFaults<M extends object>(record: TestedRecord<M>): fc.Arbitrary<MessageFault<M>> {
  checkRecord(record)
  const { layout } = record
  const wrong = Object.entries(layout.fields).flatMap(([name, field]) => wrongValues(field).map(({ value, code }) => ({ name, value, code, bits: bitsOf(layout, field.at as readonly Slice[]) })))
  return fc.tuple(messages(record), fc.constantFrom(...wrong)).map(([message, { name, value, code, bits }]) => ({ message: showMessage(record, { ...message, [name]: value }), code, field: name, bits }))
}

function wrongValues(field: Field): readonly { readonly value: unknown; readonly code: 'range' | 'type' }[] {
  const width = widthOf(field.at)
  if (field.as === 'flag') return [{ value: 1, code: 'type' }, { value: 'true', code: 'type' }]
  if (field.as === 'uint') return [{ value: 2 ** width, code: 'range' }, { value: -1, code: 'range' }, { value: 0.5, code: 'range' }, { value: Number.NaN, code: 'range' }, { value: 0n, code: 'type' }]
  const unit = 1n << BigInt(zerosOf(field))
  return [{ value: unit << BigInt(width), code: 'range' }, { value: -unit, code: 'range' }, ...(unit > 1n ? [{ value: 1n, code: 'range' as const }] : []), { value: 0, code: 'type' }]
}

/**
 * Bytes that are valid but for one thing: a fixed or a reserved bit is wrong, bytes are missing at the end,
 * or there is one byte too many, which is no error of the record.
 */
export function nearlyValidBytes<M>(record: TestedRecord<M>): fc.Arbitrary<Uint8Array> {
  checkRecord(record)
  const { layout } = record
  const bits = constantBits(layout)
  const bitWrong = bits.length > 0 ? [fc.tuple(validBytes(record), fc.constantFrom(...bits)).map(([bytes, bit]) => flipped(bytes, bit))] : []
  const cutShort = fc.tuple(validBytes(record), fc.integer({ min: 0, max: layout.size - 1 })).map(([bytes, length]) => bytes.slice(0, length))
  const oneMore = fc.tuple(validBytes(record), fc.integer({ min: 0, max: 255 })).map(([bytes, byte]) => Uint8Array.of(...bytes, byte))
  return fc.oneof(...bitWrong, cutShort, oneMore).map((bytes) => showBytes(record, bytes))
}
