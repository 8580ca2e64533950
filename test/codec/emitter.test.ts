import { build } from 'esbuild'
import fc from 'fast-check'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { emitRecord } from '../../src/codec/emit/record.ts'
import * as reference from '../../src/codec/reference.ts'
import { defineRecord, lint } from '../../src/index.ts'
import type { AnyMessage, AnyRecord } from '../../src/index.ts'
import { messages, nearlyValidBytes } from '../../src/testing/index.ts'
import { numbers, randomBytes } from '../support/bytes.ts'
import type { Generated } from '../proofs/support/generated.ts'
import { randomLayout } from '../support/layouts.ts'
import { outcome, same } from '../support/outcome.ts'

/** The emitter is right for layouts that no record has: codecs of random layouts, emitted, compiled and compared with the reference. */

const next = numbers(1984)
const layouts = Array.from({ length: 40 }, (_, i) => randomLayout(next, `random.layout-${i}`))

let emitted: Record<string, { readonly codec: AnyRecord; readonly generated: Generated }>

beforeAll(async () => {
  const resolveDir = fileURLToPath(new URL('../../src/generated/vtd', import.meta.url))
  const { outputFiles } = await build({
    stdin: { contents: layouts.map((_, i) => `import { generated as g${i}, record as c${i} } from 'emitted:${i}'\nexport const r${i} = { codec: c${i}, generated: g${i} }`).join('\n'), resolveDir },
    plugins: [
      {
        name: 'emitted',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^emitted:/ }, ({ path }) => ({ path, namespace: 'emitted' }))
          onLoad({ filter: /.*/, namespace: 'emitted' }, ({ path }) => {
            const i = Number(path.slice('emitted:'.length))
            return { contents: emitRecord(layouts[i]!, { file: 'random', constant: `t${i}` }), loader: 'ts', resolveDir }
          })
        },
      },
    ],
    bundle: true,
    format: 'esm',
    write: false,
  })
  emitted = (await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0]!.text).toString('base64')}`)) as typeof emitted
})

describe.each(layouts.map((layout, i) => ({ layout, i, what: `${layout.size} bytes in ${layout.order}-endian words of ${layout.word}` })))('$layout.id, $what', ({ layout, i }) => {
  it('is sound', () => {
    expect(lint(layout)).toEqual([])
  })

  it('reads and writes as the reference codec does', () => {
    const { codec: record, generated: { read, write } } = emitted[`r${i}`]!
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
