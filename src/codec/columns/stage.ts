import type { Bits } from '../../spec/vocabulary.ts'
import { CodecError } from '../errors.ts'
import type { AnyColumns } from '../message.ts'
import { memoryOf } from '../wasm/engine.ts'
import type { Memory } from '../wasm/engine.ts'

/**
 * The memories of the loops. What lies elsewhere is copied in and out by blocks, through a stage: at the end of a memory
 * there is room for one, of any record.
 */

/**
 * Size of a stage in bytes: with its records and columns it should stay in the second-level cache. With a quarter of it, columns that
 * are copied took 1.2 to 1.4 times as long, for each block costs a call for each column; with four times, 1.02 to 1.06.
 */
export const STAGE_BYTES = 196608

/**
 * Between columns: where arrays begin at the same place of a page they take each other's place in the cache. Without it, fifteen
 * columns of 2^18 records took 1.1 times as long; seven or ten columns, or other numbers of records, as long as with it.
 */
const STAGGER = 320

/** A memory, of which the bytes up to `stage` are a caller's. */
export interface Arena {
  readonly memory: Memory
  readonly stage: number
}

/** Where the records and the columns of a block lie, from the beginning of the stage. */
export interface Stage {
  /** How many records a block has: a multiple of 16. */
  readonly records: number
  readonly columns: readonly number[]
}

/** The stage of a loop: records first, then its columns, of elements of `units` bytes. */
export function stageOf(size: number, units: readonly number[]): Stage {
  const bytes = units.reduce((sum, unit) => sum + unit, size)
  const records = Math.floor((STAGE_BYTES - (STAGGER + 64) * (units.length + 1)) / bytes) & ~15
  return { records, columns: placesOf(records, size, units).columns }
}

/** The next multiple of 64. Sizes may have more than 32 bits, and what has no room is refused by its own name. */
function upTo64(size: number): number {
  return Math.ceil(size / 64) * 64
}

/** Places for `count` records, from 0, and for columns behind them; and where those end. */
export function placesOf(count: number, size: number, units: readonly number[]): { readonly columns: readonly number[]; readonly end: number } {
  // Loops may read and write as much as a vector behind the last record.
  let end = count * size + 16
  const columns = units.map((unit) => {
    const at = upTo64(end) + STAGGER
    end = at + count * unit
    return at
  })
  return { columns, end }
}

const arenas = new WeakMap<ArrayBufferLike, Arena>()

/** A memory with `size` bytes for a caller; nothing where there is no such memory. */
export function arenaOf(size: number): Arena | undefined {
  const stage = upTo64(size)
  const memory = memoryOf(stage + STAGE_BYTES)
  return memory && { memory, stage }
}

/** Lets `columns` know a memory by its buffer. */
export function remember(arena: Arena): void {
  arenas.set(arena.memory.buffer, arena)
}

let common: Arena | undefined

type Named = readonly [where: string, array: AnyColumns[string]]

export function named(where: string, columns: AnyColumns): Named[] {
  return Object.entries(columns).map(([name, column]) => [`${where}.${name}`, column])
}

/**
 * The memory to work in: the first of ours in which one of the arrays lies, or the one that serves all others. Nothing
 * where there is no memory.
 * @throws {CodecError} `range` for an array that reaches into a stage, as only one that was made on purpose does
 */
export function arenaFor({ id }: Pick<Bits, 'id'>, arrays: readonly Named[]): Arena | undefined {
  let arena: Arena | undefined
  for (const [field, array] of arrays) {
    const own = arenas.get(array.buffer)
    if (own && array.byteOffset + array.byteLength > own.stage) {
      throw new CodecError({ code: 'range', record: id, field, expected: 'an array that allocateColumns gave, or a part of one', actual: array })
    }
    arena ??= own
  }
  return arena ?? (common ??= arenaOf(0))
}
