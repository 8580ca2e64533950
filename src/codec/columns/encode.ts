import type { Bits } from '../../spec/vocabulary.ts'
import { CodecError } from '../errors.ts'
import { lengthOf } from '../arguments.ts'
import { checkBytes, checkLength } from '../explain.ts'
import { bitsOf } from '../message.ts'
import type { AnyColumns, AnyMessage } from '../message.ts'
import { encode } from '../reference.ts'
import { arrayOf } from './arrays.ts'
import { arenaFor, named } from './stage.ts'
import { kernelOf } from './kernels.ts'
import type { Kernel } from './kernels.ts'
import { arraysOf, countOf, fail, reader } from './options.ts'
import type { Arena } from './stage.ts'

/** What `encodeColumns` takes beside the columns. */
export interface EncodeColumnsOptions {
  /** How many records to encode. Default: as many as the columns are long, which must then all be of one length. */
  readonly count?: number
  /** Bytes to write to; those that `allocateColumns` made are written to directly. Default: a fresh array. */
  readonly into?: Uint8Array
  /** Where in `into` the first record is to lie. Default 0. */
  readonly offset?: number
}

/** The generated `write` of a record: whether it wrote. */
export type WriteOne = (message: AnyMessage, target: Uint8Array, offset: number) => boolean

/** `encodeColumns` of any record. */
export function encodeColumns(bits: Bits, write: WriteOne, given: unknown, options: EncodeColumnsOptions): Uint8Array {
  const read = reader(bits, options, ['count', 'into', 'offset'])
  const into = read('into', undefined) as Uint8Array | undefined
  const offset = read('offset', 0) as number
  const wanted = read('count', undefined)
  if (into === undefined && offset !== 0) fail(bits, 'range', 'options.offset', '0 without options.into', offset)
  if (into !== undefined) checkBytes(bits, into, offset, 'options.into')
  const columns = arraysOf(bits, given, Object.keys(bits.fields), 0, 'columns', into ? [into] : [])
  for (const [name, field] of Object.entries(bits.fields)) {
    if (columns[name] === undefined && !field.optional) fail(bits, 'type', `columns.${name}`, `a ${arrayOf(field).name}`, undefined)
  }
  const count = wanted === undefined ? lengthOfAll(bits, columns) : countOf(bits, wanted)
  for (const [name, column] of Object.entries(columns)) if (lengthOf(column) < count) fail(bits, 'range', `columns.${name}`, `${count} values`, column)
  if (into && count > 0) checkLength({ ...bits, size: count * bits.size }, into, offset, 'options.into')

  const names = Object.keys(columns)
  const arena = arenaFor(bits, [...named('columns', columns), ...(into ? [['options.into', into] as const] : [])])
  const [look, scatter] = [kernelOf(bits, 'look', names, into ? count : 0), kernelOf(bits, 'scatter', names, count)]
  if (into) {
    if (arena && look && scatter) {
      writeByKernel(bits, look, arena, columns, count, undefined, 0)
      writeByKernel(bits, scatter, arena, columns, count, into, offset)
    } else {
      into.set(writePlainly(bits, write, columns, count), offset)
    }
    return new Uint8Array(into.buffer, into.byteOffset + offset, count * bits.size)
  }
  if (!arena || !scatter) return writePlainly(bits, write, columns, count)
  const bytes = new Uint8Array(count * bits.size)
  writeByKernel(bits, scatter, arena, columns, count, bytes, 0)
  return bytes
}

function lengthOfAll(bits: Bits, columns: AnyColumns): number {
  let count: number | undefined
  for (const [name, column] of Object.entries(columns)) {
    count ??= lengthOf(column)
    if (lengthOf(column) !== count) fail(bits, 'range', `columns.${name}`, `${count} values, as the first column has, or options.count`, column)
  }
  return count ?? 0
}

/** Encodes by blocks, or only looks where there are no bytes. @throws {CodecError} for a value that does not fit */
export function writeByKernel(bits: Bits, { stage, loop }: Kernel, arena: Arena, columns: AnyColumns, count: number, bytes: Uint8Array | undefined, offset: number): void {
  const { buffer } = arena.memory
  const run = loop(arena.memory)
  const inPlace = bytes?.buffer === buffer
  const spills = bits.size < 16 || bits.size % 4 !== 0
  const output = new Uint8Array(buffer, arena.stage, stage.records * bits.size)
  const lists = Object.entries(columns).map(([name, column], i) => {
    const at = arena.stage + stage.columns[i]!
    const staged = new (arrayOf(bits.fields[name]!))(buffer, at, stage.records)
    return { column, at, direct: column.buffer === buffer, staged }
  })
  for (let first = 0, n = 0; first < count; first += n) {
    n = Math.min(stage.records, count - first)
    const whole = n >= 16
    if (whole) n &= ~15
    const at = offset + first * bits.size
    // Behind the last record something else may lie.
    const writesInPlace = inPlace && whole && !(spills && first + n === count)
    const places = lists.map(({ column, at: place, direct, staged }) => {
      if (direct && whole) return column.byteOffset + first * column.BYTES_PER_ELEMENT
      staged.set(new (staged.constructor as Uint8ArrayConstructor)(column.buffer as ArrayBuffer, column.byteOffset + first * column.BYTES_PER_ELEMENT, n) as never)
      // What is left of an earlier block is no value of this one.
      staged.fill((typeof staged[0] === 'bigint' ? 0n : 0) as never, n, (n + 15) & ~15)
      return place
    })
    const wrong = run((n + 15) >> 4, writesInPlace ? bytes!.byteOffset + at : arena.stage, ...places)
    if (wrong !== 0) refuse(bits, columns, first, n)
    if (bytes && !writesInPlace) bytes.set(output.subarray(0, n * bits.size), at)
  }
}

/** The plain loop. @throws {CodecError} for a value that does not fit */
export function writePlainly(bits: Bits, write: WriteOne, columns: AnyColumns, count: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(count * bits.size)
  for (let i = 0; i < count; i++) {
    if (!write(rowOf(bits, columns, i), bytes, i * bits.size)) bytes.set(encodeRow(bits, columns, i), i * bits.size)
  }
  return bytes
}

/** A row as a message. @throws {CodecError} where a flag is neither 0 nor 1 */
function rowOf(bits: Bits, columns: AnyColumns, i: number): AnyMessage {
  const message: AnyMessage = {}
  for (const name in columns) {
    const { as, at } = bits.fields[name]!
    const value = columns[name]![i]!
    if (as === 'flag' && value > 1) throw new CodecError({ code: 'range', record: bits.id, field: `columns.${name}[${i}]`, bits: bitsOf(bits, at), expected: '0 or 1', actual: value })
    message[name] = as === 'flag' ? value === 1 : value
  }
  return message
}

/** A row by the reference codec, whose errors name the row. */
function encodeRow(bits: Bits, columns: AnyColumns, i: number): Uint8Array {
  const message = rowOf(bits, columns, i)
  try {
    return encode(bits, message)
  } catch (error) {
    if (!(error instanceof CodecError)) throw error
    const { code, record, field, bits: place, expected, actual } = error
    throw new CodecError({ code, record, field: `columns.${field}[${i}]`, ...(place !== undefined && { bits: place }), expected, actual })
  }
}

/** Says what does not fit in `n` rows from `first`: the first value of the first such row. */
function refuse(bits: Bits, columns: AnyColumns, first: number, n: number): never {
  for (let i = first; i < first + n; i++) encodeRow(bits, columns, i)
  throw new Error(`${bits.id}: every value of the columns fits`)
}
