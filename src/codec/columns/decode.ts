import type { Bits } from '../../spec/vocabulary.ts'
import { planOf } from '../plan.ts'
import type { AnyColumns } from '../message.ts'
import { arrayOf } from './arrays.ts'
import { kernelOf } from './kernels.ts'
import type { Kernel } from './kernels.ts'
import { arraysOf, requestOf } from './options.ts'
import type { Request } from './options.ts'
import { readPlainly } from './plain.ts'
import type { ReadOne } from './plain.ts'
import { arenaFor, named } from './stage.ts'
import type { Arena } from './stage.ts'

/** What `columns` gives. */
export interface ColumnsResult<C> {
  /** Number of records decoded. */
  readonly count: number
  /** One typed array per field, `count` long or, where it was passed in, at least that long. */
  readonly columns: C
  /** Indices of the records that `decode` would refuse, in ascending order; empty unless `strict`. Their values stand in the columns. */
  readonly bad: number[]
  /** Bytes after the last whole record that were left alone. */
  readonly rest: number
}

/** `columns` of any record. */
export function decodeColumns<C>(bits: Bits, read: ReadOne, bytes: Uint8Array, options: object): ColumnsResult<C> {
  const request = requestOf(bits, bytes, options, ['offset', 'count', 'fields', 'strict', 'into'])
  const { offset, count, names, strict, rest } = request
  const given = arraysOf(bits, request.into, names, count, 'options.into', [bytes])
  const columns: AnyColumns = {}
  for (const name of names) columns[name] = given[name] ?? new (arrayOf(bits.fields[name]!))(count)
  const arena = arenaFor(bits, [...named('options.into', given), ['bytes', bytes]])
  const kernel = kernelOf(bits, strict ? 'gather strictly' : 'gather', names, count)
  const bad = kernel && arena ? readByKernel(bits, kernel, arena, request, columns) : readPlainly(bits, read, bytes, offset, count, columns, strict)
  return { count, columns: columns as C, bad, rest }
}

/** Decodes by blocks. What lies in the memory of the loop is read and written in place; the rest goes through the stage. */
export function readByKernel(bits: Bits, { stage, loop }: Kernel, arena: Arena, { bytes, offset, count, strict }: Pick<Request, 'bytes' | 'offset' | 'count' | 'strict'>, columns: AnyColumns): number[] {
  const { buffer } = arena.memory
  const run = loop(arena.memory)
  const inPlace = bytes.buffer === buffer
  const input = new Uint8Array(buffer, arena.stage, stage.records * bits.size)
  const lists = Object.entries(columns).map(([name, column], i) => {
    const at = arena.stage + stage.columns[i]!
    const staged = new (arrayOf(bits.fields[name]!))(buffer, at, stage.records)
    return { column, at, unit: column.BYTES_PER_ELEMENT, direct: column.buffer === buffer, staged }
  })
  const bad: number[] = []
  for (let first = 0, n = 0; first < count; first += n) {
    n = Math.min(stage.records, count - first)
    // The loop takes sixteen at a time, and may do what it likes behind the last record of a stage only.
    const whole = n >= 16
    if (whole) n &= ~15
    const at = offset + first * bits.size
    const readsInPlace = inPlace && whole
    if (!readsInPlace) input.set(new Uint8Array(bytes.buffer, bytes.byteOffset + at, n * bits.size))
    const address = readsInPlace ? bytes.byteOffset + at : arena.stage
    const wrong = run((n + 15) >> 4, address, ...lists.map((list) => (list.direct && whole ? list.column.byteOffset + first * list.unit : list.at)))
    for (const { column, direct, staged } of lists) {
      if (!direct || !whole) column.set((n === stage.records ? staged : staged.subarray(0, n)) as never, first)
    }
    if (strict && wrong !== 0) for (const i of wrongOf(bits, new DataView(buffer, address), n)) bad.push(first + i)
  }
  return bad
}

/** Which of the first `n` records in `memory` have fixed or reserved bits that are not as they must be. */
export function wrongOf(bits: Bits, memory: DataView, n: number): number[] {
  const { lanes, fixedMask, fixedValue, reservedMask } = planOf(bits)
  const little = bits.order === 'little'
  const bad: number[] = []
  for (let i = 0; i < n; i++) {
    let wrong = 0
    for (let lane = 0; lane < lanes; lane++) {
      wrong |= (memory.getInt32(i * bits.size + 4 * lane, little) & (fixedMask[lane]! | reservedMask[lane]!)) ^ fixedValue[lane]!
    }
    if (wrong !== 0) bad.push(i)
  }
  return bad
}
