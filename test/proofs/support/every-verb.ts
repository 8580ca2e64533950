import { records, record, defineRecord } from '../../../src/index.ts'
import type { AnyRecord } from '../../../src/index.ts'

/** Runs every verb of every record. Started as a program of its own by tests that look at how, not at what, it runs. */

let verbs = 0
const expect = (what: string, holds: boolean): void => {
  if (!holds) throw new Error(what)
  verbs++
}

const all: AnyRecord[] = [...records, defineRecord(record('vtd.page-request').layout)]
for (const codec of all) {
  // Reserved bits apart, all ones are a record once the fixed bits are put right, which encode does.
  const view = codec.view(new Uint8Array(codec.size).fill(0xff))
  const message = Object.fromEntries(Object.keys(codec.layout.fields).map((name) => [name, view[name]!]))
  const bytes = codec.encode(message)
  const target = new Uint8Array(codec.size + 300)
  expect(`${codec.id} encodeInto`, codec.encodeInto(message, target, 3) === codec.size)
  const same = (other: object): boolean => Object.entries(message).every(([name, value]) => (other as Record<string, unknown>)[name] === value)
  expect(`${codec.id} decode`, same(codec.decode(bytes)) && same(codec.decode(target, 3)))
  expect(`${codec.id} tryDecode`, codec.tryDecode(bytes).ok && !codec.tryDecode(bytes, 1).ok)
  expect(`${codec.id} inspect`, codec.inspect(bytes).ok)
  expect(`${codec.id} view`, same(codec.view(target).moveTo(3)))
  const { columns, count } = codec.columns(bytes, { strict: true })
  expect(`${codec.id} columns`, count === 1 && Object.entries(columns).every(([name, column]) => BigInt(column[0]!) === BigInt(message[name]!)))
}

let generation = 'allowed'
try {
  new Function('return 1')()
} catch {
  generation = 'forbidden'
}
process.stdout.write(`${records.length} records, ${verbs} verbs, code from strings is ${generation}\n`)
