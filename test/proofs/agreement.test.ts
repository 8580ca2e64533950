import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as reference from '../../src/codec/reference.ts'
import { records } from '../../src/index.ts'
import type { AnyMessage, AnyRecord } from '../../src/index.ts'
import { messages, nearlyValidBytes, validBytes } from '../../src/testing/index.ts'
import { generatedOf } from './support/generated.ts'
import { outcome, same } from '../support/outcome.ts'

/** The generated codec and the reference codec give the same value and the same error, whatever they are given. */

const junk = fc.oneof(
  fc.constantFrom<unknown>(-1, -0, 0.5, NaN, Infinity, -1n, 2n ** 64n, 1n, 0xfffn, 2 ** 32, 2 ** 53, '1', true, null, undefined, Symbol('s'), {}, [], [1]),
  fc.integer(),
  fc.double(),
  fc.bigInt(),
)

/** Any bytes at all, near-misses and valid records, at any place of a small or of a large array. */
function placedBytes(record: AnyRecord): fc.Arbitrary<[bytes: Uint8Array, offset: number]> {
  const anyBytes = fc.uint8Array({ maxLength: record.size + 4, size: 'max' })
  return fc
    .tuple(fc.oneof(anyBytes, validBytes(record), nearlyValidBytes(record)), fc.integer({ min: 0, max: 9 }), fc.constantFrom(0, 0, 1, 300))
    .map(([bytes, before, after]) => {
      const home = new Uint8Array(before + bytes.length + after)
      home.set(bytes, before)
      return [after === 0 ? home : home.subarray(0), before]
    })
}

const options = fc.constantFrom<unknown>(undefined, {}, { reserved: 'reject' }, { reserved: 'ignore' }, { reserved: 'sometimes' })

describe.each(records)('$id', (record) => {
  const { layout } = record
  const { read, write } = generatedOf(record)

  it('reads alike', () => {
    let answered = 0
    fc.assert(
      fc.property(placedBytes(record), options, ([bytes, offset], how) => {
        const expected = outcome(() => reference.decode(layout, bytes, offset, how as never))
        same(outcome(() => record.decode(bytes, offset, how as never)), expected, 'decode')
        // What decode accepts must have come from the generated path, and the reference must not have been needed.
        const answer = read(bytes, offset, how as never)
        same(answer, 'value' in expected ? expected.value : undefined, 'generated')
        if (answer !== undefined) answered++
      }),
      { numRuns: 300 },
    )
    expect(answered).toBeGreaterThan(30)
  })

  it('gives in tryDecode what decode gives or throws', () => {
    fc.assert(
      fc.property(placedBytes(record), ([bytes, offset]) => {
        const result = record.tryDecode(bytes, offset)
        const unwrapped = outcome(() => {
          if (result.ok) return result.message
          throw result.error
        })
        same(unwrapped, outcome(() => record.decode(bytes, offset)), 'tryDecode')
      }),
    )
  })

  it('writes alike', () => {
    let answered = 0
    const names = Object.keys(layout.fields)
    const spoilt = fc.tuple(messages(record), fc.constantFrom(...names, 'pasidd', 'constructor'), junk).map(([message, name, value]) => ({ ...message, [name]: value }))
    const without = fc.tuple(messages(record), fc.subarray(names)).map(([message, left]) => Object.fromEntries(left.map((name) => [name, message[name]])))
    const unknown = fc.tuple(without, fc.constantFrom('pasidd', 'nothingLikeIt')).map(([message, name]) => ({ ...message, [name]: 0 }))
    const anyMessage = fc.oneof({ weight: 3, arbitrary: messages(record) }, spoilt, without, unknown, fc.constantFrom<unknown>(null, undefined, 5, 'message', []))
    fc.assert(
      fc.property(anyMessage, fc.constantFrom(0, 1, 3), fc.constantFrom(-1, 0, 2, 300), (message, offset, after) => {
        const room = Math.max(0, offset + record.size + after)
        const target = (): Uint8Array => new Uint8Array(room).fill(0xa5)
        const [byReference, byRecord, byGenerated] = [target(), target(), target()]
        const expected = outcome(() => reference.encodeInto(layout, message as AnyMessage, byReference, offset))
        same(outcome(() => record.encodeInto(message as AnyMessage, byRecord, offset)), expected, 'encodeInto')
        same(byRecord, byReference, 'target of encodeInto')
        const accepted = 'value' in expected
        same(write(message as AnyMessage, byGenerated, offset), accepted, 'generated')
        same(byGenerated, byReference, 'target of the generated path')
        same(outcome(() => record.encode(message as AnyMessage)), outcome(() => reference.encode(layout, message as AnyMessage)), 'encode')
        if (accepted) answered++
      }),
      { numRuns: 300 },
    )
    expect(answered).toBeGreaterThan(30)
  })
})
