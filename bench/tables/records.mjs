/** Every record of the catalogue, ours against the reference codec: a new record is in this table by itself. */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { defineRecord, record, records } from '../../dist/index.js'
import { row } from '../race.mjs'
import { random, written } from '../records.mjs'
import { short, table } from '../report.mjs'

export const title = 'Every record'
export const unit = 'ns per record'

const COUNT = 1024

/** A message with random fields, as the layout has them. */
function messageOf({ fields }, { flag, uint }) {
  const bits = (width) => (width <= 32 ? BigInt(uint(width)) : (BigInt(uint(width - 32)) << 32n) | BigInt(uint(32)))
  return Object.fromEntries(Object.entries(fields).map(([name, { as, at, zeros }]) => {
    const width = at.reduce((sum, [, hi, lo]) => sum + hi - lo + 1, 0)
    return [name, as === 'flag' ? flag() : as === 'uint' ? uint(width) : bits(width) << BigInt(as === 'page' ? 12 : (zeros ?? 0))]
  }))
}

/** The verbs of a record, each over all its records, after a proof that both codecs give the same. */
function passesOf(id) {
  const codec = record(id)
  const reference = defineRecord(codec.layout)
  const source = random(1)
  const messages = Array.from({ length: COUNT }, () => messageOf(codec.layout, source))
  const input = written(codec, messages)
  messages.forEach((message, i) => {
    assert.deepEqual(codec.decode(input, i * codec.size), message, id)
    assert.deepEqual(reference.decode(input, i * codec.size), message, id)
  })
  const ring = new Array(256)
  const target = new Uint8Array(input.length)
  const into = codec.columns(input).columns
  const { decode, encodeInto, columns, size } = codec
  const { decode: plainly } = reference
  return {
    decode: () => { for (let i = 0; i < COUNT; i++) ring[i & 255] = decode(input, i * size) },
    'reference decode': () => { for (let i = 0; i < COUNT; i++) ring[i & 255] = plainly(input, i * size) },
    encodeInto: () => { for (let i = 0; i < COUNT; i++) encodeInto(messages[i], target, i * size) },
    columns: () => columns(input, { strict: true, into }),
  }
}

/** Ten samples, each the least time of a pass in a tenth of `ms`. */
function samplesOf(pass, ms) {
  return Array.from({ length: 10 }, () => {
    let best = Infinity
    for (const until = performance.now() + ms / 10; performance.now() < until; ) {
      const start = performance.now()
      pass()
      best = Math.min(best, performance.now() - start)
    }
    return (best * 1e6) / COUNT
  })
}

export function prove() {
  for (const { id } of records) passesOf(id)
  return records.length
}

/** One process a record. */
export function measure() {
  return records.flatMap(({ id }) => {
    const samples = JSON.parse(execFileSync(process.execPath, [fileURLToPath(import.meta.url), id], { encoding: 'utf8' }))
    return Object.entries(samples).map(([name, own]) => row(name, own, { record: id }))
  })
}

export function show(rows) {
  const of = (id, name) => rows.find((row) => row.record === id && row.name === name).least
  const lines = records.map(({ id }) => [id, short(of(id, 'decode')), (of(id, 'reference decode') / of(id, 'decode')).toFixed(0), short(of(id, 'encodeInto')), short(of(id, 'columns'))])
  return table(['ns per record, least, with all checks', 'decode', 'the reference codec, times as much', 'encodeInto', 'columns'], lines)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const samples = Object.entries(passesOf(process.argv[2])).map(([name, pass]) => [name, samplesOf(pass, 200)])
  console.log(JSON.stringify(Object.fromEntries(samples)))
}
