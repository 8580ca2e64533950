import type { Bits } from '../../spec/vocabulary.ts'
import { CodecError } from '../errors.ts'
import type { AnyColumns } from '../message.ts'
import { arrayOf, unitOf } from './arrays.ts'
import { countOf } from './options.ts'
import { arenaOf, placesOf, remember } from './stage.ts'

/** What `allocateColumns` gives: room for records and for their columns, which is read and written without a copy. */
export interface Allocated<C> {
  /** Room for the bytes of the records. */
  readonly bytes: Uint8Array<ArrayBuffer>
  /** One typed array per field, with room for all records. */
  readonly columns: C
}

/** `allocateColumns` of any record. Where there is no memory of WebAssembly, the arrays are such as any other. */
export function allocate<C>(bits: Bits, count: number): Allocated<C> {
  countOf(bits, count, 'count')
  const fields = Object.entries(bits.fields)
  const { columns, end } = placesOf(count, bits.size, fields.map(([, field]) => unitOf(field)))
  const arena = arenaOf(end)
  if (arena) remember(arena)
  const buffer = arena ? arena.memory.buffer : plainBuffer(bits, count, end)
  const arrays: AnyColumns = Object.fromEntries(fields.map(([name, field], i) => [name, new (arrayOf(field))(buffer, columns[i], count)]))
  return { bytes: new Uint8Array(buffer, 0, count * bits.size), columns: arrays as C }
}

/** @throws {CodecError} `range` where there is no room */
function plainBuffer({ id }: Bits, count: number, size: number): ArrayBuffer {
  try {
    return new ArrayBuffer(size)
  } catch {
    throw new CodecError({ code: 'range', record: id, field: 'count', expected: 'as many records as memory has room for', actual: count })
  }
}
