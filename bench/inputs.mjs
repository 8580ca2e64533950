/** Writes what the contenders read: the records one after another, and the digest of the columns that they must give. */
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { defineRecord, record } from '../dist/index.js'
import { digestOf } from './prove.mjs'
import { random, records, SINGLE } from './records.mjs'

export function writeInput(directory, id, count) {
  const { encodeInto, size, layout } = record(id)
  const reference = defineRecord(layout)
  const bytes = new Uint8Array(count * size)
  const columns = record(id).columns(bytes, { count: 0 }).columns
  for (const [name, { constructor: Type }] of Object.entries(columns)) columns[name] = new Type(count)
  const write = Object.entries(columns)
  const source = random(1)
  for (let i = 0; i < count; i++) {
    const message = records[id].make(source)
    encodeInto(message, bytes, i * size)
    if (i < SINGLE) assert.deepEqual(reference.encode(message), bytes.slice(i * size, (i + 1) * size))
    for (const [name, column] of write) column[i] = message[name]
  }
  writeFileSync(`${directory}/${id}.bin`, bytes)
  writeFileSync(`${directory}/${id}.digest`, digestOf(columns))
}
