/**
 * Every record of the catalogue, ours against the reference codec: a new record is in this table by itself.
 * One process a record. Each result is compared with the reference codec's before it is timed.
 *
 *   node bench/every-record.mjs [ID]
 */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { defineRecord, record, records } from '../dist/index.js'
import { random } from './records.mjs'

const COUNT = 1024

/** A message with random fields, as the layout has them. */
function messageOf({ fields }, { flag, uint }) {
  const bits = (width) => (width <= 32 ? BigInt(uint(width)) : (BigInt(uint(width - 32)) << 32n) | BigInt(uint(32)))
  return Object.fromEntries(Object.entries(fields).map(([name, { as, at, zeros }]) => {
    const width = at.reduce((sum, [, hi, lo]) => sum + hi - lo + 1, 0)
    return [name, as === 'flag' ? flag() : as === 'uint' ? uint(width) : bits(width) << BigInt(as === 'page' ? 12 : (zeros ?? 0))]
  }))
}

/** Least time of a pass over all records, in ns per record. */
function least(pass, ms) {
  const until = performance.now() + ms
  let best = Infinity
  while (performance.now() < until) {
    const start = performance.now()
    pass()
    best = Math.min(best, performance.now() - start)
  }
  return (best * 1e6) / COUNT
}

function measure(id, ms) {
  const codec = record(id)
  const reference = defineRecord(codec.layout)
  const source = random(1)
  const messages = Array.from({ length: COUNT }, () => messageOf(codec.layout, source))
  const input = new Uint8Array(COUNT * codec.size)
  messages.forEach((message, i) => assert.equal(codec.encodeInto(message, input, i * codec.size), codec.size))
  messages.forEach((message, i) => {
    assert.deepEqual(codec.decode(input, i * codec.size), message)
    assert.deepEqual(reference.decode(input, i * codec.size), message)
  })
  const ring = new Array(256)
  const target = new Uint8Array(input.length)
  const into = codec.columns(input).columns
  const { decode, encodeInto, columns, size: bytes } = codec
  return {
    decode: least(() => { for (let i = 0; i < COUNT; i++) ring[i & 255] = decode(input, i * bytes) }, ms),
    reference: least(() => { for (let i = 0; i < COUNT; i++) ring[i & 255] = reference.decode(input, i * bytes) }, ms),
    encodeInto: least(() => { for (let i = 0; i < COUNT; i++) encodeInto(messages[i], target, i * bytes) }, ms),
    columns: least(() => columns(input, { strict: true, into }), ms),
  }
}

/** A table of all records, as Markdown. */
export function everyRecord(ms) {
  const rows = records.map(({ id }) => {
    const times = JSON.parse(execFileSync(process.execPath, [fileURLToPath(import.meta.url), id, String(ms)], { encoding: 'utf8' }))
    // A run that is too short for a figure has none.
    const shown = (time) => (time === null ? '-' : time.toFixed(1))
    return `| ${id} | ${shown(times.decode)} | ${(times.reference / times.decode).toFixed(0)} | ${shown(times.encodeInto)} | ${shown(times.columns)} |`
  })
  return `\n### Every record, ours\n\nns per record, least; \`decode\`, \`encodeInto\` and \`columns\` with all checks\n
| record | decode | the reference codec, times as much | encodeInto | columns |\n| --- | ---: | ---: | ---: | ---: |\n${rows.join('\n')}\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [id, ms = '300'] = process.argv.slice(2)
  console.log(id === undefined ? everyRecord(Number(ms)) : JSON.stringify(measure(id, Number(ms))))
}
