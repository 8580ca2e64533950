import { CodecError } from './codec/errors.ts'
import type { AnyRecord } from './codec/record.ts'
import { didYouMean } from './codec/suggest.ts'
import { all } from './generated/registry.ts'
import type { RecordsById } from './generated/registry.ts'

export type { AnyRecord } from './codec/record.ts'

/** Id of a record. */
export type RecordId = keyof RecordsById

/** The one type that a union of types has in common; `never` of several literals. */
type Common<U> = (U extends unknown ? (one: U) => void : never) extends (one: infer I) => void ? I : never

/** The record with an id; any record where which id it is shows at run time only. */
export type RecordOf<Id extends string> = [Id] extends [Common<Id> & RecordId] ? RecordsById[Id & RecordId] : AnyRecord

/**
 * An id as an argument: one of the known ones, which an editor completes, or a string that is known at run time only.
 * A literal that is no id does not compile.
 */
export type IdArgument<S extends string = string> = RecordId | (S & (Record<never, never> extends Record<S, true> ? unknown : RecordId))

/** A format as an argument: a record, or its id. */
export type FormatArgument<S extends string = string> = (AnyRecord & { readonly id: S }) | IdArgument<S>

/** Every record, in the order of the families and of their names. */
export const records: readonly AnyRecord[] = all

const byId: ReadonlyMap<unknown, AnyRecord> = new Map(records.map((record) => [record.id, record]))

/**
 * The record with an id, such as `vtd.page-request`.
 * @throws {CodecError} `type` for an unknown id, with the nearest known one
 */
export function record<const S extends string>(id: IdArgument<S>): RecordOf<S> {
  return (byId.get(id) ?? unknownId(id)) as RecordOf<S>
}

/**
 * The record that a caller named, by itself or by its id. What takes a format asks this once, where it is called.
 * @throws {CodecError} `type` for an unknown id, with the nearest known one, and for what is neither
 */
export function resolve(format: FormatArgument): AnyRecord {
  if (typeof format !== 'object' || format === null) return byId.get(format) ?? unknownId(format)
  if (isRecord(format)) return format
  throw new CodecError({ code: 'type', record: 'record', field: 'id', expected: 'a record or its id', actual: format })
}

function isRecord(format: AnyRecord): boolean {
  try {
    const { layout, decode, encode } = format
    return typeof layout?.fields === 'object' && layout.fields !== null && typeof decode === 'function' && typeof encode === 'function'
  } catch {
    return false
  }
}

function unknownId(id: unknown): never {
  throw new CodecError({ code: 'type', record: 'record', field: 'id', expected: `the id of a record${didYouMean(id, records.map((record) => record.id))}`, actual: id })
}
