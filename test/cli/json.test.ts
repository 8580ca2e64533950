import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hex64, json, JsonWriter } from '../../src/cli/json.ts'
import { itemWriter } from '../../src/cli/read/json.ts'
import { read } from '../../src/ingest/index.ts'
import { pick, printers } from '../ingest/printers.ts'
import { numbers, toHex } from '../support/bytes.ts'

/** What a terminal may obey, or a line of JSON cannot hold. */
const OBEYED = /[\0-\x1f\x7f-\x9f\p{Cf}\p{Zl}\p{Zp}]/u

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('"', '\\', '\\u', '\0', '\n', '\r', '\x1b[31m', '\x7f', '\x85', '\x9b', '\u202e', '\u2028', '\u2029', '\ufeff', '\u{e0041}', '\ud800', '\udc00', '\u{1f600}', '/', '</script>', 'a') }),
  fc.integer({ min: 0, max: 9000 }).map((size) => 'x'.repeat(size)),
  fc.constantFrom('__proto__', 'constructor', 'toString', '0', '-1', ''),
)
const leaf = fc.oneof(
  hostile, fc.boolean(), fc.constant(null), fc.constant(undefined), fc.double(), fc.integer(),
  fc.constantFrom(0, -0, 9, 10, 99, 100, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff, 0x1_0000_0000, Number.MAX_SAFE_INTEGER, 1e21, 5e-324, NaN, Infinity, -Infinity),
  fc.bigInt({ min: 0n, max: 0xffff_ffff_ffff_ffffn }), fc.bigInt({ min: -(1n << 70n), max: 1n << 70n }), fc.constantFrom(0n, 0xffff_ffffn, 0x1_0000_0000n, 1n << 64n),
)
const { any } = fc.letrec((tie) => ({
  any: fc.oneof({ depthSize: 'small' }, leaf, fc.array(tie('any')), fc.dictionary(hostile, tie('any'))),
}))

/** As the engine has it. */
const expected = (value: unknown): unknown => JSON.parse(JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? hex64(one) : one)) ?? 'null')

const text = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)

describe('JSON', () => {
  it('is read as what was written, and holds nothing that a terminal obeys', () => {
    fc.assert(fc.property(any, (value) => {
      const line = json(value)
      expect(JSON.parse(line)).toEqual(expected(value))
      expect(line).not.toMatch(OBEYED)
    }), { numRuns: 1000 })
  })

  it('is the same whatever the writer wrote before', () => {
    fc.assert(fc.property(fc.array(any, { minLength: 1, maxLength: 20 }), (values) => {
      const writer = new JsonWriter()
      const taken = values.map((value) => {
        writer.value(value)
        writer.line()
        return text(writer.take())
      })
      expect(taken).toEqual(values.map((value) => `${json(value)}\n`))
      for (const value of values) {
        writer.value(value)
        writer.line()
      }
      expect(text(writer.take())).toBe(taken.join(''))
    }))
  })

  it('has the bytes of a record as digits, and what is written apart or kept as it would be here', () => {
    fc.assert(fc.property(fc.uint8Array({ max: 255, maxLength: 6000 }), any, hostile, (bytes, value, name) => {
      const writer = new JsonWriter()
      const from = writer.begin()
      const frozen = Object.freeze({ value })
      writer.key(name)
      writer.hex(bytes)
      writer.raw(writer.apart(() => {
        writer.key(`${name} apart`)
        writer.value(value)
      }))
      for (const one of ['first', 'again']) {
        writer.key(`${name} ${one}`)
        writer.kept(frozen, (object) => writer.value(object))
      }
      writer.end(from)
      const kept = expected({ value })
      expect(JSON.parse(text(writer.take()))).toEqual(Object.fromEntries([[name, toHex(bytes)], [`${name} apart`, expected(value) ?? null], [`${name} first`, kept], [`${name} again`, kept]]))
    }))
  })

  it('has names beyond those that are kept', () => {
    const many = Object.fromEntries(Array.from({ length: 6000 }, (_, i) => [`n${i}"`, i % 3 === 0 ? i : i % 3 === 1]))
    for (let round = 0; round < 2; round++) expect(JSON.parse(json(many))).toEqual(many)
  })
})

it('an item as JSON has all that the item has', () => {
  fc.assert(fc.property(fc.integer(), fc.array(hostile, { minLength: 1, maxLength: 4 }), (seed, files) => {
    const next = numbers(seed)
    const log = files.map(() => pick(next, printers).print(next).lines.join('\n')).join('\n')
    for (const item of read(`${log}\n`).items) {
      for (const file of files) {
        const writer = new JsonWriter()
        itemWriter(writer)(file, item)
        const line = text(writer.take())
        expect(line.endsWith('\n')).toBe(true)
        expect(line.slice(0, -1)).not.toMatch(OBEYED)
        const parsed = JSON.parse(line) as Record<string, unknown>
        const { line: at, lastLine = at, source, record, name, message, summary, said, ambiguous, bad, link, absent } = item
        expect({ ...parsed, lastLine: parsed['lastLine'] ?? at }).toMatchObject(expected({
          file, line: at, lastLine, source, record, name, message, summary, absent, link,
          ...(said && Object.keys(said).length > 0 && { said }), ...(ambiguous && { ambiguous }), ...(bad && { bad }),
        }) as object)
        expect(parsed['findings']).toHaveLength(item.findings.length)
        if (item.data) expect(parsed['bytes']).toMatch(/^[0-9a-f?]+$/)
      }
    }
  }), { numRuns: 60 })
})
