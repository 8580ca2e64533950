import type { Bits, Layout } from '../spec/vocabulary.ts'
import { allocate } from './columns/allocate.ts'
import { decodeBatches } from './columns/batches.ts'
import { decodeColumns } from './columns/decode.ts'
import { encodeColumns } from './columns/encode.ts'
import type { WriteOne } from './columns/encode.ts'
import type { ReadOne } from './columns/plain.ts'
import { decodeSlowly, encodeSlowly, tryDecodeSlowly } from './explain.ts'
import { inspectRecord } from './inspect.ts'
import type { DecodeOptions, Read, Write } from './read-write.ts'
import type { RecordCodec } from './record.ts'
import { viewClass } from './view.ts'
import type { View, ViewClass } from './view.ts'

/**
 * The verbs of a record, each once. `read` and `write`, of the generated code or of the reference, answer or decline;
 * why they declined is told apart from them.
 * One function for each verb, so that a bundler leaves out those that are not used.
 */

/** What `read` answers; nothing where an option cannot be read, of which an error is made. */
function answer<M>(read: Read<M>, bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): M | undefined {
  try {
    return read(bytes, offset, options)
  } catch {
    return undefined
  }
}

/** Whether `write` wrote; not where a field cannot be read, of which an error is made. */
function wrote<I>(write: Write<I>, message: I, target: Uint8Array, offset: number): boolean {
  try {
    return write(message, target, offset)
  } catch {
    return false
  }
}

export function decoder<M>(bits: () => Bits, read: Read<M>): RecordCodec<M>['decode'] {
  return (bytes, offset = 0, options) => answer(read, bytes, offset, options) ?? decodeSlowly(bits(), read, bytes, offset, options)
}

export function tryDecoder<M>(bits: () => Bits, read: Read<M>): RecordCodec<M>['tryDecode'] {
  return (bytes, offset = 0, options) => {
    const message = answer(read, bytes, offset, options)
    return message === undefined ? tryDecodeSlowly(bits(), read, bytes, offset, options) : { ok: true, message }
  }
}

export function inspector(layout: () => Layout): RecordCodec<unknown>['inspect'] {
  return (bytes, offset = 0, context) => inspectRecord(layout(), bytes, offset, context)
}

export function encoder<I>(size: number, bits: () => Bits, write: Write<I>): RecordCodec<unknown, I>['encode'] {
  return (message) => {
    const bytes = new Uint8Array(size)
    if (!wrote(write, message, bytes, 0)) encodeSlowly(bits(), write, message, bytes, 0)
    return bytes
  }
}

export function encoderInto<I>(size: number, bits: () => Bits, write: Write<I>): RecordCodec<unknown, I>['encodeInto'] {
  return (message, target, offset = 0) => (wrote(write, message, target, offset) ? size : encodeSlowly(bits(), write, message, target, offset))
}

export function viewer<M>(bits: () => Bits): RecordCodec<M>['view'] {
  let Class: ViewClass | undefined
  return (bytes, offset = 0) => new (Class ??= viewClass(bits()))(bits(), bytes, offset) as unknown as Readonly<M> & View
}

export function columner<C>(bits: () => Bits, read: Read<unknown>): RecordCodec<unknown, unknown, C>['columns'] {
  return (bytes, options = {}) => decodeColumns(bits(), read as ReadOne, bytes, options)
}

export function batcher<C>(bits: () => Bits, read: Read<unknown>): RecordCodec<unknown, unknown, C>['batches'] {
  return (bytes, options = {}) => decodeBatches(bits(), read as ReadOne, bytes, options)
}

export function allocator<C>(bits: () => Bits): RecordCodec<unknown, unknown, C>['allocateColumns'] {
  return (count) => allocate(bits(), count)
}

export function columnsEncoder<I, C>(bits: () => Bits, write: Write<I>): RecordCodec<unknown, I, C>['encodeColumns'] {
  return (columns, options = {}) => encodeColumns(bits(), write as WriteOne, columns, options)
}

/** A record with all its verbs. */
export function recordOf<M, I, C, L extends Layout>(id: string, size: number, table: () => L, read: Read<M>, write: Write<I>): RecordCodec<M, I, C, L> {
  // The table has the bits as well: what names them twice is not loaded with all records.
  const bits = table
  return {
    id,
    get layout() {
      return table()
    },
    size,
    decode: decoder(bits, read),
    tryDecode: tryDecoder(bits, read),
    inspect: inspector(table),
    encode: encoder(size, bits, write),
    encodeInto: encoderInto(size, bits, write),
    view: viewer(bits),
    columns: columner<C>(bits, read),
    batches: batcher<C>(bits, read),
    allocateColumns: allocator<C>(bits),
    encodeColumns: columnsEncoder<I, C>(bits, write),
  }
}
