import { containerItems, ContainerError, isSpaceFile, ringItems, SPACE_SIZES, spaceItems } from '../../ingest/containers/index.ts'
import { Correlation, unitOf } from '../../ingest/index.ts'
import type { Conclusion, Item, LinkedItem, ReadOptions } from '../../ingest/index.ts'
import { InputError, UsageError } from '../errors.ts'
import { wholeOf } from '../source.ts'
import type { Terminal } from '../terminal.ts'
import type { OpenedFile } from './sources.ts'

/** Entries of a ring that wait to be read: from the oldest to the one before that which is written next. */
export interface Ring {
  readonly head: number
  readonly tail: number
}

/** No queue of an IOMMU is larger. */
const LARGEST_RING = 1 << 25

/**
 * Files of bytes: captures, configuration spaces, packets, and records that follow each other.
 * @returns what the whole file tells
 */
export async function readBinary({ name, kind, pieces }: OpenedFile, options: ReadOptions, ring: Ring | undefined, show: (item: LinkedItem) => void, terminal: Terminal): Promise<readonly Conclusion[]> {
  const correlation = new Correlation('offsets')
  const left = new Map<number, number>()
  try {
    for await (const items of itemsOf(name, kind, pieces, options, ring, left)) {
      for (const item of items) show(correlation.link(item))
      if (!terminal.isReady) await terminal.ready()
    }
  } catch (error) {
    if (error instanceof ContainerError) terminal.error(`${name}: ${error.message}`)
    else throw error
  }
  for (const [link, count] of left) terminal.note(`${name}: ${count === 1 ? 'a packet' : `${count} packets`} of link type ${link} ${count === 1 ? 'holds' : 'hold'} no TLP that is known, and ${count === 1 ? 'is' : 'are'} left out`)
  return correlation.end()
}

async function* itemsOf(name: string, kind: OpenedFile['kind'], pieces: AsyncIterable<Uint8Array>, options: ReadOptions, ring: Ring | undefined, left: Map<number, number>): AsyncGenerator<readonly Item[]> {
  if (ring) {
    yield* entriesOf(await wholeOf(pieces, LARGEST_RING, name), name, options, ring)
    return
  }
  if (kind === 'capture') {
    yield* containerItems(pieces, options, left)
    return
  }
  if (options.as !== undefined) {
    yield* ringItems(pieces, options)
    return
  }
  const [start, rest] = await begun(pieces)
  if (isSpaceFile(start)) yield spaceItems(start)
  else yield* ringItems(rest, options)
}

/** The first bytes, as many as a configuration space has and one more, and all pieces. */
async function begun(pieces: AsyncIterable<Uint8Array>): Promise<readonly [Uint8Array, AsyncIterable<Uint8Array>]> {
  const iterator = pieces[Symbol.asyncIterator]()
  const first: Uint8Array[] = []
  let size = 0
  while (size <= Math.max(...SPACE_SIZES)) {
    const next = await iterator.next()
    if (next.done) break
    first.push(next.value)
    size += next.value.length
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    yield* first
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
  }
  return [Buffer.concat(first), all()]
}

async function* entriesOf(bytes: Uint8Array, name: string, options: ReadOptions, { head, tail }: Ring): AsyncGenerator<readonly Item[]> {
  const { id, size } = unitOf(options.as!)
  const entries = bytes.length / size
  if (!Number.isInteger(entries)) throw new InputError(`${name}: ${bytes.length} bytes are no whole number of ${id}, whose entries have ${size}`)
  for (const [option, index] of [['--head', head], ['--tail', tail]] as const) {
    if (index >= entries) throw new UsageError(`${option} ${index}: the ring of ${name} has ${entries} entries`)
  }
  // Where the two are equal, nothing waits.
  const runs = head <= tail ? [[head, tail]] as const : [[head, entries], [0, tail]] as const
  for (const [from, to] of runs) if (from < to) yield* ringItems(one(bytes.subarray(from * size, to * size)), options, BigInt(from * size))
}

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
