import type { Layout } from '../spec/vocabulary.ts'
import type { ColumnsOptions, ColumnsResult } from './columns.ts'
import type { Inspection } from './inspect.ts'
import type { AnyColumns, AnyMessage } from './message.ts'
import type { DecodeOptions, Result } from './reference.ts'
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
   * What it accepts, `encode` gives back bit for bit, unless reserved bits are ignored.
   * @param bytes any Uint8Array; a `Buffer` is one
   * @param offset in bytes, from 0; no alignment is asked for
   * @throws {CodecError} `truncated`, `fixed` or `reserved`; `type` or `range` for wrong arguments
   */
  decode(bytes: Uint8Array, offset?: number, options?: DecodeOptions): M
  /** `decode`, with its error as a result. Never throws. */
  tryDecode(bytes: Uint8Array, offset?: number, options?: DecodeOptions): Result<M>
  /** Takes the record apart: every bit, and what is wrong with it. Never throws; short input gives what is there. */
  inspect(bytes: Uint8Array, offset?: number): Inspection
  /**
   * Encodes a message into a fresh array of `size` bytes.
   * @throws {CodecError} `type` or `range`, naming field, bits, limit and value; nothing is truncated
   */
  encode(message: I): Uint8Array<ArrayBuffer>
  /**
   * Writes every byte of the record at `offset` of `target`, or throws before the first.
   * @returns the number of bytes written
   * @throws {CodecError} as `encode`; `truncated` where `target` has no room
   */
  encodeInto(message: I, target: Uint8Array, offset?: number): number
  /**
   * A view with a getter per field, which reads when it is asked. Nothing is copied and nothing but the length is checked.
   * @throws {CodecError} `truncated`, `type` or `range`
   */
  view(bytes: Uint8Array, offset?: number): Readonly<M> & View
  /**
   * Decodes many consecutive records into typed arrays, one per field.
   * @throws {CodecError} `truncated` where `count` records are not there; `type` or `range` for wrong options
   */
  columns(bytes: Uint8Array, options?: ColumnsOptions<C>): ColumnsResult<C>
}

/** A record whose message is known at run time only. */
export interface AnyRecord extends Omit<RecordCodec<AnyMessage>, 'view'> {
  /** A view with a getter per field: see `RecordCodec`. Its values are not typed, for it has `moveTo` beside them. */
  view(bytes: Uint8Array, offset?: number): View & { readonly [field: string]: any }
}
