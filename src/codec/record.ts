import type { Layout } from '../spec/vocabulary.ts'
import { decodeColumns, referenceKernel } from './columns.ts'
import type { ColumnsOptions, ColumnsResult } from './columns.ts'
import { inspectRecord } from './inspect.ts'
import type { Inspection } from './inspect.ts'
import { checkLayout } from './lint.ts'
import type { AnyColumns, ColumnsOf, InitOf, MessageOf } from './message.ts'
import * as reference from './reference.ts'
import type { DecodeOptions, Result } from './reference.ts'
import { viewClass } from './view.ts'
import type { View } from './view.ts'

/** The verbs that are the same for every record. `M` is its message, `I` what `encode` takes, `C` its columns. */
export interface RecordCodec<M, I = M, C = AnyColumns> {
  readonly id: string
  /** The table from which everything else about the record comes. */
  readonly layout: Layout
  /** Size of the record in bytes. */
  readonly bytes: number

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
   * Encodes a message into a fresh array of `bytes` bytes.
   * @throws {CodecError} `type` or `range`, naming field, bits, limit and value; nothing is truncated
   */
  encode(message: I): Uint8Array
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

/** The verbs of the reference codec, for a layout without generated code. */
export function referenceRecord<M, I extends object, C>(layout: Layout): RecordCodec<M, I, C> {
  const Class = viewClass(layout)
  const kernel = referenceKernel(layout)
  return {
    id: layout.id,
    layout,
    bytes: layout.bytes,
    decode: (bytes, offset, options) => reference.decode(layout, bytes, offset, options) as M,
    tryDecode: (bytes, offset, options) => reference.tryDecode(layout, bytes, offset, options),
    inspect: (bytes, offset = 0) => inspectRecord(layout, bytes, offset),
    encode: (message) => reference.encode(layout, message),
    encodeInto: (message, target, offset) => reference.encodeInto(layout, message, target, offset),
    view: (bytes, offset = 0) => new Class(layout, bytes, offset) as unknown as Readonly<M> & View,
    columns: (bytes, options = {}) => decodeColumns(layout, bytes, options, kernel),
  }
}

/**
 * Makes a record of a layout of your own: the same verbs, from the reference codec, typed by the layout.
 * @param siblings layouts of the same place, which must not fit the same bytes
 * @throws {LayoutError} unless the layout claims every bit exactly once; it says which bit and why
 */
export function defineRecord<const L extends Layout>(layout: L, siblings: readonly Layout[] = []): RecordCodec<MessageOf<L>, InitOf<L>, ColumnsOf<L>> {
  checkLayout(layout, siblings)
  return referenceRecord<MessageOf<L>, InitOf<L>, ColumnsOf<L>>(layout)
}
