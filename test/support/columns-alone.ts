import { createHash } from 'node:crypto'
import { records } from '../../src/index.ts'
import type { AnyRecord } from '../../src/index.ts'
import { imageOf } from './bits.ts'
import { numbers } from './bytes.ts'

/**
 * Prints a digest of what the verbs of columns give for every record, and whether there was WebAssembly. Started as a
 * program of its own, because an engine is without it from its start or not at all.
 */

const COUNT = 4200
const hash = createHash('sha256')
for (const record of records as readonly AnyRecord[]) {
  const { layout, size } = record
  const next = numbers(size)
  const images = Array.from({ length: 97 }, () => imageOf(layout, () => next() & 1))
  const room = record.allocateColumns(COUNT)
  for (let i = 0; i < COUNT; i++) room.bytes.set(images[i % images.length]!, i * size)
  // Any bit may be wrong now: it is bad, or another value.
  for (const i of [0, 4, 17, 2047, 2048, COUNT - 1]) room.bytes[i * size + (next() % size)]! ^= 1 << (next() & 7)
  const add = (column: ArrayBufferView): unknown => hash.update(new Uint8Array(column.buffer, column.byteOffset, column.byteLength))
  const { bad, columns } = record.columns(room.bytes, { strict: true, into: room.columns })
  hash.update(JSON.stringify(bad))
  Object.values(columns).forEach(add)
  const joined = Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, column.slice().fill((column instanceof BigUint64Array ? 0n : 0) as never)]))
  for (const batch of record.batches(room.bytes)) for (const [name, column] of Object.entries(batch.columns)) joined[name]!.set(column as never, batch.first)
  Object.values(joined).forEach(add)
  add(record.encodeColumns(columns))
}
console.log(`${hash.digest('hex')} ${'WebAssembly' in globalThis ? 'with' : 'without'} WebAssembly`)
