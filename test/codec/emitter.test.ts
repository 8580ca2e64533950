import { build } from 'esbuild'
import fc from 'fast-check'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { emitRecord } from '../../src/codec/emit/record.ts'
import * as reference from '../../src/codec/reference.ts'
import { defineRecord, lint } from '../../src/index.ts'
import type { AnyMessage, AnyRecord } from '../../src/index.ts'
import { messages, nearlyValidBytes } from '../../src/testing.ts'
import { numbers, randomBytes } from '../support/bytes.ts'
import { generatedOf } from '../proofs/support/generated.ts'
import { randomLayout } from '../support/layouts.ts'
import { outcome, same } from '../support/outcome.ts'

/** The emitter is right for layouts that no record has: codecs of random layouts, emitted, compiled and compared with the reference. */

const next = numbers(1984)
const layouts = Array.from({ length: 40 }, (_, i) => randomLayout(next, `random.layout-${i}`))

let emitted: Record<string, AnyRecord>

beforeAll(async () => {
  const resolveDir = fileURLToPath(new URL('../../src/codec/records', import.meta.url))
  const { outputFiles } = await build({
    stdin: { contents: layouts.map((_, i) => `export * as r${i} from 'emitted:${i}'`).join('\n'), resolveDir },
    plugins: [
      {
        name: 'emitted',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^emitted:/ }, ({ path }) => ({ path, namespace: 'emitted' }))
          onResolve({ filter: /spec\/random\.ts$/ }, ({ path }) => ({ path, namespace: 'tables' }))
          onLoad({ filter: /.*/, namespace: 'emitted' }, ({ path }) => {
            const i = Number(path.slice('emitted:'.length))
            return { contents: emitRecord(layouts[i]!, { file: 'random', constant: `t${i}` }), loader: 'ts', resolveDir }
          })
          onLoad({ filter: /.*/, namespace: 'tables' }, () => ({ contents: layouts.map((layout, i) => `export const t${i} = ${JSON.stringify(layout)}`).join('\n') }))
        },
      },
    ],
    bundle: true,
    format: 'esm',
    write: false,
  })
  emitted = (await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0]!.text).toString('base64')}`)) as Record<string, AnyRecord>
})

describe.each(layouts.map((layout, i) => ({ layout, i, what: `${layout.bytes} bytes in ${layout.order}-endian words of ${layout.word}` })))('$layout.id, $what', ({ layout, i }) => {
  it('is sound', () => {
    expect(lint(layout)).toEqual([])
  })

  it('reads and writes as the reference codec does', () => {
    const record = emitted[`r${i}`]!
    const plain = defineRecord(layout) as unknown as AnyRecord
    const { read, write } = generatedOf(record)
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
      fc.property(fc.oneof(nearlyValidBytes(plain), fc.constant(0).map(() => randomBytes(next, layout.bytes))), (bytes) => {
        same(outcome(() => record.decode(bytes)), outcome(() => reference.decode(layout, bytes)), 'decode')
        same(outcome(() => record.columns(bytes, { strict: true })), outcome(() => plain.columns(bytes, { strict: true })), 'columns')
      }),
      { numRuns: 60 },
    )
  })
})
