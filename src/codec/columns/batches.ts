import type { Bits } from '../../spec/vocabulary.ts'
import type { AnyColumns } from '../message.ts'
import { arrayOf } from './arrays.ts'
import { wrongOf } from './decode.ts'
import { kernelOf } from './kernels.ts'
import type { Kernel } from './kernels.ts'
import { requestOf } from './options.ts'
import type { Request } from './options.ts'
import { readPlainly } from './plain.ts'
import type { ReadOne } from './plain.ts'
import { arenaOf } from './stage.ts'
import type { Arena } from './stage.ts'

/** Some consecutive records of `batches`. */
export interface Batch<C> {
  /** Index of the first record of the batch among all. */
  readonly first: number
  /** Number of records in the batch. */
  readonly count: number
  /** One typed array per field, `count` long. The next batch is written over them: copy what is to stay. */
  readonly columns: C
  /** Indices, among all records, of those in the batch that `decode` would refuse; empty unless `strict`. */
  readonly bad: number[]
}

/** Records per batch of the plain loop. */
const PLAIN_BATCH = 1024

/** `batches` of any record. What is wrong with the arguments is said at once, not when the first batch is asked for. */
export function decodeBatches<C>(bits: Bits, read: ReadOne, bytes: Uint8Array, options: object): IterableIterator<Batch<C>> {
  const request = requestOf(bits, bytes, options, ['offset', 'count', 'fields', 'strict'])
  const kernel = kernelOf(bits, request.strict ? 'gather strictly' : 'gather', request.names, request.count)
  const arena = kernel && (idle.pop() ?? arenaOf(0))
  return (kernel && arena ? batchesByKernel(bits, kernel, arena, request) : batchesPlainly(bits, read, request)) as IterableIterator<Batch<C>>
}

/** Stages that no loop is using: each loop over batches has one to itself, so that it may stand in another. */
const idle: Arena[] = []
const KEPT = 4

function* batchesByKernel(bits: Bits, { stage, loop }: Kernel, arena: Arena, { bytes, offset, count, names, strict }: Request): Generator<Batch<AnyColumns>> {
  try {
    const { buffer } = arena.memory
    const run = loop(arena.memory)
    const input = new Uint8Array(buffer, 0, stage.records * bits.size)
    const memory = new DataView(buffer)
    const arrays = (length: number): AnyColumns => Object.fromEntries(names.map((name, i) => [name, new (arrayOf(bits.fields[name]!))(buffer, stage.columns[i], length)]))
    const whole = arrays(stage.records)
    for (let first = 0; first < count; first += stage.records) {
      const n = Math.min(stage.records, count - first)
      input.set(new Uint8Array(bytes.buffer, bytes.byteOffset + offset + first * bits.size, n * bits.size))
      const wrong = run((n + 15) >> 4, 0, ...stage.columns)
      const bad = strict && wrong !== 0 ? wrongOf(bits, memory, n).map((i) => first + i) : []
      yield { first, count: n, columns: n === stage.records ? whole : arrays(n), bad }
    }
  } finally {
    if (idle.length < KEPT) idle.push(arena)
  }
}

function* batchesPlainly(bits: Bits, read: ReadOne, { bytes, offset, count, names, strict }: Request): Generator<Batch<AnyColumns>> {
  const arrays = (length: number): AnyColumns => Object.fromEntries(names.map((name) => [name, new (arrayOf(bits.fields[name]!))(length)]))
  const whole = arrays(Math.min(count, PLAIN_BATCH))
  for (let first = 0; first < count; first += PLAIN_BATCH) {
    const n = Math.min(PLAIN_BATCH, count - first)
    const columns = n === PLAIN_BATCH || count < PLAIN_BATCH ? whole : arrays(n)
    const bad = readPlainly(bits, read, bytes, offset + first * bits.size, n, columns, strict).map((i) => first + i)
    yield { first, count: n, columns, bad }
  }
}
