import { build } from 'esbuild'
import fc from 'fast-check'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { emitRecord } from '../../src/codec/emit/record.ts'
import * as reference from '../../src/codec/reference.ts'
import { defineRecord, lint } from '../../src/index.ts'
import type { AnyMessage, AnyRecord, Layout } from '../../src/index.ts'
import { messages, nearlyValidBytes } from '../../src/testing/index.ts'
import { numbers, randomBytes } from '../support/bytes.ts'
import type { Generated } from '../proofs/support/generated.ts'
import { randomLayout } from '../support/layouts.ts'
import { outcome, same } from '../support/outcome.ts'

/** The emitter is right for layouts that no record has: codecs of random layouts, emitted, compiled and compared with the reference. */

const next = numbers(1984)
const layouts = Array.from({ length: 40 }, (_, i) => randomLayout(next, `random.layout-${i}`))

interface Emitted {
  readonly record: AnyRecord
  readonly generated: Generated
}

/** What is emitted for a layout, compiled. */
async function emitted(layout: Layout): Promise<Emitted> {
  const resolveDir = fileURLToPath(new URL('../../src/generated/vtd', import.meta.url))
  const { outputFiles } = await build({ stdin: { contents: emitRecord(layout, { file: 'random', constant: 't' }), loader: 'ts', resolveDir }, bundle: true, format: 'esm', write: false })
  return (await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0]!.text).toString('base64')}`)) as Emitted
}

describe.each(layouts.map((layout) => ({ layout, what: `${layout.size} bytes in ${layout.order}-endian words of ${layout.word}` })))('$layout.id, $what', ({ layout }) => {
  it('is sound', () => {
    expect(lint(layout)).toEqual([])
  })

  it('reads and writes as the reference codec does', async () => {
    const { record, generated: { read, write } } = await emitted(layout)
    const plain = defineRecord(layout) as unknown as AnyRecord
    fc.assert(
      fc.property(messages(plain), (message) => {
        const bytes = reference.encode(layout, message as AnyMessage)
        const target = new Uint8Array(bytes.length).fill(0xa5)
        same(write(message as object, target, 0), true, 'generated write')
        same(target, bytes, 'bytes')
        same(read(bytes, 0, undefined), message, 'generated read')
        same({ ...record.columns(bytes) }, { ...plain.columns(bytes) }, 'columns')
        const view = record.view(bytes)
        same(Object.fromEntries(Object.keys(layout.fields).map((name) => [name, view[name]])), message, 'view')
      }),
      { numRuns: 30 },
    )
    fc.assert(
      fc.property(fc.oneof(nearlyValidBytes(plain), fc.constant(0).map(() => randomBytes(next, layout.size))), (bytes) => {
        same(outcome(() => record.decode(bytes)), outcome(() => reference.decode(layout, bytes)), 'decode')
        same(outcome(() => record.columns(bytes, { strict: true })), outcome(() => plain.columns(bytes, { strict: true })), 'columns')
      }),
      { numRuns: 60 },
    )
  })
})

describe('four lanes that are always 0', () => {
  const LANES = 8
  const rest = (lane: number): NonNullable<Layout['reserved']> => Array.from({ length: LANES }, (_, n) => [n, 31, n === lane ? 8 : 0] as const)
  const base = { title: 'invented', clause: 'none', source: 'invented', size: 4 * LANES, word: 4, label: 'w', order: 'little' } as const

  it.each(Array.from({ length: LANES }, (_, lane) => lane))('are none where lane %i has a field, or a fixed value', async (lane) => {
    const field: Layout = { ...base, id: `alone.field-${lane}`, fields: { value: { at: [[lane, 7, 0]], as: 'uint', doc: 'field' } }, reserved: rest(lane) }
    const fixed: Layout = { ...base, id: `alone.fixed-${lane}`, fields: {}, fixed: { value: { at: [[lane, 7, 0]], value: 0x5a, doc: 'fixed' } }, reserved: rest(lane) }
    for (const [layout, message] of [[field, { value: 0xa5 }], [fixed, {}]] as const) {
      expect(lint(layout)).toEqual([])
      // The second time in one large buffer it takes the kept view, which alone has a store for them.
      const target = new Uint8Array(4096).fill(0xff)
      const { write } = (await emitted(layout)).generated
      expect([write(message, target, layout.size), write(message, target, 0)]).toEqual([true, true])
      expect(target.subarray(0, layout.size)).toEqual(reference.encode(layout, message))
    }
  })
})
