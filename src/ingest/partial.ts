import type { Finding } from '../codec/check.ts'
import { CodecError } from '../codec/errors.ts'
import { bitsOf, widthOf, zerosOf } from '../codec/message.ts'
import type { AnyMessage } from '../codec/message.ts'
import { bitPositions, withBits } from '../codec/positions.ts'
import { rawAt } from '../codec/raw.ts'
import { valueOf } from '../codec/reference.ts'
import { reservedFinding } from '../codec/reserved.ts'
import type { Layout, Slice } from '../spec/vocabulary.ts'
import type { Hit, Known } from './hit.ts'
import { unknown } from './hit.ts'

/** A record of which some bits are not known. */
export interface Partial {
  readonly message: AnyMessage
  /** What is not there, by name; reserved bits by their place. */
  readonly absent: readonly string[]
  /** The first fixed value that is there and differs. */
  readonly differs?: string
  /** Reserved bits that are there and set. */
  readonly reserved: readonly Finding[]
}

/** The fields of which every bit is known, and the names of the others. */
export function readPartial(layout: Layout, { bytes, known }: Known): Partial {
  const there = (at: readonly Slice[]): boolean => rawAt(layout, known, 0, at) === (1n << BigInt(widthOf(at))) - 1n
  const message: AnyMessage = {}
  const absent: string[] = []
  let differs: string | undefined
  for (const [name, { at, value }] of Object.entries(layout.fixed ?? {})) {
    if (!there(at)) absent.push(name)
    else if (rawAt(layout, bytes, 0, at) !== BigInt(value)) differs ??= name
  }
  for (const [name, field] of Object.entries(layout.fields)) {
    if (there(field.at)) message[name] = valueOf(field, rawAt(layout, bytes, 0, field.at))
    else absent.push(name)
  }
  const reserved: Finding[] = []
  for (const slice of layout.reserved ?? []) {
    const at = [[slice[0], slice[1], slice[2]]] as const
    if (!there(at)) absent.push(bitsOf(layout, at))
    // A bit that is not known is 0.
    const raw = rawAt(layout, bytes, 0, at)
    if (raw !== 0n) reserved.push(reservedFinding(layout, slice, raw))
  }
  return { message, absent, ...(differs !== undefined && { differs }), reserved }
}

/**
 * The bits that values of fields give.
 * @throws {CodecError} `type` for a field that the record does not have; `range` for a value that its bits do not hold
 */
export function writePartial(layout: Layout, fields: NonNullable<Hit['fields']>, slices: NonNullable<Hit['slices']> = [], data: Known = unknown(layout.size)): Known {
  let { bytes, known } = data
  const put = (at: readonly Slice[], raw: bigint): void => {
    const positions = bitPositions(layout, at)
    bytes = withBits(bytes, positions, raw)
    known = withBits(known, positions, (1n << BigInt(positions.length)) - 1n)
  }
  for (const [name, value] of Object.entries(fields)) {
    const field = Object.hasOwn(layout.fields, name) ? layout.fields[name] : undefined
    if (!field) throw new CodecError({ code: 'type', record: layout.id, field: name, expected: 'a field of the record', actual: value })
    const raw = BigInt(value) >> BigInt(zerosOf(field))
    if (raw >= 1n << BigInt(widthOf(field.at))) {
      throw new CodecError({ code: 'range', record: layout.id, field: name, bits: bitsOf(layout, field.at), expected: `at most ${widthOf(field.at)} bits`, actual: value })
    }
    if ((raw << BigInt(zerosOf(field))) !== BigInt(value)) throw new CodecError({ code: 'range', record: layout.id, field: name, bits: bitsOf(layout, field.at), expected: `a value whose ${zerosOf(field)} low bits are 0`, actual: value })
    put(field.at, raw)
  }
  for (const [word, hi, lo, value] of slices) {
    if (value >= 1n << BigInt(hi - lo + 1)) throw new CodecError({ code: 'range', record: layout.id, field: 'bits', bits: bitsOf(layout, [[word, hi, lo]]), expected: `at most ${hi - lo + 1} bits`, actual: value })
    put([[word, hi, lo]], value)
  }
  return { bytes, known, spans: data.spans }
}
