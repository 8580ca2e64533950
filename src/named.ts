import { check as checkRecord } from './codec/check.ts'
import type { CheckedRecord, Finding } from './codec/check.ts'
import { figure as figureOf } from './codec/figure.ts'
import type { Figure } from './codec/figure.ts'
import { svg as svgOf } from './codec/svg.ts'
import { isBytes, isListOf } from './codec/arguments.ts'
import { CodecError } from './codec/errors.ts'
import * as positionsOf from './codec/positions.ts'
import { diagram as diagramOf } from './codec/diagram.ts'
import type { AnyMessage } from './codec/message.ts'
import { resolve } from './registry.ts'
import type { FormatArgument, IdArgument, RecordOf } from './registry.ts'
import type { CheckContext } from './spec/rules/context.ts'

/** What the codec does, for a record that is named by itself or by its id, and with arguments that nobody has checked yet. */

/**
 * Says which rules a well-formed message breaks: the same as `inspect`, and with a context also what the record alone
 * cannot tell.
 * @param format the record, or its id
 * @param context the request that is answered, the PASID beside a TLP, the capabilities of the function, sizes; rules
 *   that need something which is left out are silent
 * @returns findings in the order of the rules; none if nothing is wrong
 * @throws {CodecError} `type` or `range`, as `encode`, for a message that no bytes of the record can say; `range` for
 *   wrong sizes in the context; `type` for an unknown id or an unknown name in the context, with the nearest known one
 */
export function check<M extends object, I>(format: CheckedRecord<M, I>, message: I, context?: CheckContext): Finding[]
export function check<F extends FormatArgument>(format: F, message: [F] extends [string] | [object] ? never : AnyMessage, context?: CheckContext): Finding[]
export function check<const S extends string>(format: IdArgument<S>, message: Parameters<RecordOf<S>['encode']>[0], context?: CheckContext): Finding[]
export function check(format: unknown, message: unknown, context?: CheckContext): Finding[] {
  return checkRecord(resolve(format as FormatArgument), message as never, context)
}

/**
 * The record as a figure of 32 columns, one row for each 32 bits, the most significant bit on the left.
 * A word of 64 bits takes two rows, its high half first. Names that do not fit are numbered and listed below.
 * @param format the record, or its id
 * @throws {CodecError} `type` for an unknown id, with the nearest known one
 */
export function diagram<const S extends string>(format: FormatArgument<S>): string {
  return diagramOf(resolve(format as FormatArgument).layout)
}

/**
 * Where everything stands in a record, as data: what `diagram` and `svg` draw.
 * @param format the record, or its id
 * @throws {CodecError} `type` for an unknown id, with the nearest known one
 */
export function figure<const S extends string>(format: FormatArgument<S>): Figure {
  return figureOf(resolve(format).layout)
}

/**
 * A record that is well formed and says nothing: its fixed values, and 0 everywhere else.
 * @param format the record, or its id
 * @throws {CodecError} `type` for an unknown id, with the nearest known one
 */
export function blank<const S extends string>(format: FormatArgument<S>): Uint8Array {
  const { layout } = resolve(format)
  return Object.values(layout.fixed ?? {}).reduce<Uint8Array>((bytes, { at, value }) => positionsOf.withBits(bytes, positionsOf.bitPositions(layout, at), BigInt(value)), new Uint8Array(layout.size))
}

/**
 * The record as an SVG of rows of 32 bits, in the colours of what the fields mean, on a white ground.
 * @param format the record, or its id
 * @param bytes those of one record, whose bits are then shown
 * @throws {CodecError} `type` for an unknown id, with the nearest known one
 */
export function svg<const S extends string>(format: FormatArgument<S>, bytes?: Uint8Array): string {
  demand('bytes', bytes === undefined || isBytes(bytes), 'a Uint8Array', bytes)
  return svgOf(resolve(format).layout, bytes)
}

type Slices = Parameters<typeof positionsOf.bitPositions>[1]

/**
 * The positions of slices in the bytes of a record, most significant bit first. A position is 8 times the index of the byte,
 * plus the place in it, where 0 is the least significant.
 * @throws {CodecError} `type` for what is no layout and for what are no slices
 */
export function bitPositions(layout: Parameters<typeof positionsOf.bitPositions>[0], at: Slices): number[] {
  const { word, order } = (layout ?? {}) as Partial<typeof layout>
  demand('layout', typeof word === 'number' && (order === 'little' || order === 'big'), 'a layout', layout)
  const slice = (one: unknown): boolean => Array.isArray(one) && one.length >= 3 && isListOf(one.slice(0, 3), (n) => Number.isSafeInteger(n) && (n as number) >= 0) && (one[1] as number) < 8 * (word as number)
  demand('at', isListOf(at, slice), 'a list of slices [word, hi, lo] of the layout', at)
  return positionsOf.bitPositions(layout, at)
}

/**
 * The bits at `positions` as an unsigned number, the first most significant; bits past the end count as 0.
 * @throws {CodecError} `type` unless `bytes` is a Uint8Array and `positions` are whole numbers from 0
 */
export function readBits(bytes: Uint8Array, positions: readonly number[]): bigint {
  checkPositions(bytes, positions)
  return positionsOf.readBits(bytes, positions)
}

/**
 * A copy of the bytes in which the bits at `positions` are those of `raw`, and all others are as they were.
 * @throws {CodecError} `type` as `readBits`, and unless `raw` is a bigint
 * @throws {RangeError} for a number that is not of so many bits, and for a position that is not in the bytes
 */
export function withBits(bytes: Uint8Array, positions: readonly number[], raw: bigint): Uint8Array<ArrayBuffer> {
  checkPositions(bytes, positions)
  demand('raw', typeof raw === 'bigint', 'a bigint', raw)
  return positionsOf.withBits(bytes, positions, raw)
}

function checkPositions(bytes: unknown, positions: unknown): void {
  demand('bytes', isBytes(bytes), 'a Uint8Array', bytes)
  demand('positions', isListOf(positions, (position) => Number.isSafeInteger(position) && (position as number) >= 0), 'a list of whole numbers from 0', positions)
}

function demand(field: string, holds: boolean, expected: string, actual: unknown): void {
  if (!holds) throw new CodecError({ code: 'type', record: 'arguments', field, expected, actual })
}
