import type { CheckContext } from '../spec/rules/context.ts'
import type { Layout } from '../spec/vocabulary.ts'
import type { Allocated } from './columns/allocate.ts'
import type { Batch } from './columns/batches.ts'
import type { ColumnsResult } from './columns/decode.ts'
import type { EncodeColumnsOptions } from './columns/encode.ts'
import type { ColumnsAsked, ColumnsOptions, RecordsOptions } from './columns/options.ts'
import type { Inspection } from './inspect.ts'
import type { AnyColumns, AnyMessage } from './message.ts'
import type { DecodeOptions, Result } from './read-write.ts'
import type { View } from './view.ts'

/** The verbs that are the same for every record. `M` is its message, `I` what `encode` takes, `C` its columns, `L` its table. */
export interface RecordCodec<M, I = M, C = AnyColumns, L extends Layout = Layout> {
  readonly id: L['id']
  /** The table from which everything else about the record comes. */
  readonly layout: L
  /** Size of the record in bytes. */
  readonly size: number

  /**
   * Decodes the record at `offset`.
   * `encode` turns what it accepts into the same bits again, unless reserved bits are ignored.
   * @param bytes any Uint8Array, so a `Buffer` too
   * @param offset in bytes, from 0; it need not be aligned
   * @throws {CodecError} `truncated`, `fixed` or `reserved`; `type` or `range` for wrong arguments
   */
  decode(bytes: Uint8Array, offset?: number, options?: DecodeOptions): M
  /** `decode`, with its error as a result. Never throws. */
  tryDecode(bytes: Uint8Array, offset?: number, options?: DecodeOptions): Result<M>
  /**
   * Takes the record apart: every bit, and what is wrong with it. Never throws; short input gives what is there.
   * @param context what the record alone cannot tell, as for `check`; rules that need what is left out are silent
   */
  inspect(bytes: Uint8Array, offset?: number, context?: CheckContext): Inspection
  /**
   * Encodes a message into a fresh array of `size` bytes.
   * @throws {CodecError} `type` or `range`, naming field, bits, limit and value; nothing is truncated
   */
  encode(message: I): Uint8Array<ArrayBuffer>
  /**
   * Writes the whole record at `offset` of `target`. If it throws, nothing has been written.
   * @returns the number of bytes written
   * @throws {CodecError} as `encode`; `truncated` if `target` is too short
   */
  encodeInto(message: I, target: Uint8Array, offset?: number): number
  /**
   * A view with a getter per field, which reads the bytes when you call it. It copies nothing and checks only the length.
   * The getters are those of a class, which `{ ...view }` does not copy: `decode` gives an object.
   * @throws {CodecError} `truncated`, `type` or `range`
   */
  view(bytes: Uint8Array, offset?: number): Readonly<M> & View
  /**
   * Decodes consecutive records into typed arrays, one per field, or per field that `fields` names.
   * @throws {CodecError} `truncated` where there are fewer than `count` records; `type` or `range` for wrong options
   */
  columns<const F extends keyof C = keyof C>(bytes: Uint8Array, options?: ColumnsOptions<C, F>): ColumnsResult<ColumnsAsked<C, F>>
  /**
   * `columns` a part at a time, in the caches and without copying them: each batch is written over the one before.
   * @throws {CodecError} as `columns`, and at once
   */
  batches<const F extends keyof C = keyof C>(bytes: Uint8Array, options?: RecordsOptions<C, F>): IterableIterator<Batch<ColumnsAsked<C, F>>>
  /**
   * Makes room for `count` records and their columns, which `columns` and `encodeColumns` read and write in place.
   * @throws {CodecError} `range` for anything but a whole number from 0, and where memory has no room
   */
  allocateColumns(count: number): Allocated<C>
  /**
   * Encodes a column per field, as `columns` gives them, to consecutive records; those of optional fields may be left out.
   * All or nothing: a value that does not fit is named with its row.
   * @returns the bytes of the records
   * @throws {CodecError} `type` or `range`, as `encode`; `truncated` where `into` has no room
   */
  encodeColumns(columns: ColumnsInit<I, C>, options?: EncodeColumnsOptions): Uint8Array
}

/** A column per field; those that `encode` lets be left out may be left out here. */
export type ColumnsInit<I, C> = { readonly [K in Extract<keyof C, RequiredKeys<I>>]: C[K] } & { readonly [K in Exclude<keyof C, RequiredKeys<I>>]?: C[K] }

type RequiredKeys<I> = { [K in keyof I]-?: Record<never, never> extends Pick<I, K> ? never : K }[keyof I]

/** A record whose message is known at run time only. */
export interface AnyRecord extends Omit<RecordCodec<AnyMessage>, 'view' | 'columns' | 'batches'> {
  /** A view with a getter per field: see `RecordCodec`. Its values are not typed, for it has `moveTo` beside them. */
  view(bytes: Uint8Array, offset?: number): View & { readonly [field: string]: any }
  /** Decodes consecutive records into typed arrays: see `RecordCodec`. */
  columns(bytes: Uint8Array, options?: ColumnsOptions<AnyColumns>): ColumnsResult<AnyColumns>
  /** `columns` a part at a time: see `RecordCodec`. */
  batches(bytes: Uint8Array, options?: RecordsOptions<AnyColumns>): IterableIterator<Batch<AnyColumns>>
}
