import { check as checkRecord } from './codec/check.ts'
import type { CheckedRecord, Finding } from './codec/check.ts'
import { figure as figureOf } from './codec/figure.ts'
import type { Figure } from './codec/figure.ts'
import { svg as svgOf } from './codec/svg.ts'
import { diagram as diagramOf } from './codec/diagram.ts'
import { bitPositions, withBits } from './codec/positions.ts'
import { resolve } from './registry.ts'
import type { FormatArgument, IdArgument, RecordOf } from './registry.ts'
import type { CheckContext } from './spec/rules/context.ts'

/** What the codec does with a record, for a record that is named by itself or by its id. */

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
  return Object.values(layout.fixed ?? {}).reduce<Uint8Array>((bytes, { at, value }) => withBits(bytes, bitPositions(layout, at), BigInt(value)), new Uint8Array(layout.size))
}

/**
 * The record as an SVG of rows of 32 bits, in the colours of what the fields mean, on a white ground.
 * @param format the record, or its id
 * @param bytes those of one record, whose bits are then shown
 * @throws {CodecError} `type` for an unknown id, with the nearest known one
 */
export function svg<const S extends string>(format: FormatArgument<S>, bytes?: Uint8Array): string {
  return svgOf(resolve(format).layout, bytes)
}
