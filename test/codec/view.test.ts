import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defineRecord, records } from '../../src/index.ts'
import type { AnyMessage, AnyRecord } from '../../src/index.ts'
import { messages } from '../../src/testing/index.ts'
import { imageOf } from '../support/bits.ts'
import { numbers, randomBytes } from '../support/bytes.ts'
import { refusal, same } from '../support/outcome.ts'

describe.each(records)('$id', (record) => {
  const { layout, size } = record
  const names = Object.keys(layout.fields)
  const seen = (view: Readonly<Record<string, unknown>>): Record<string, unknown> => Object.fromEntries(names.map((name) => [name, view[name]]))

  it('sees what decode gives, wherever it is moved', () => {
    fc.assert(
      fc.property(fc.array(messages(record), { minLength: 1, maxLength: 12 }), fc.nat(9), fc.constantFrom(0, 300), (all, before, after) => {
        const bytes = new Uint8Array(before + all.length * size + after)
        for (const [i, message] of all.entries()) record.encodeInto(message, bytes, before + i * size)
        const view = record.view(bytes, before)
        for (let i = all.length - 1; i >= 0; i--) {
          same(view.moveTo(before + i * size), view, 'moveTo gives the view')
          same(view.offset, before + i * size, 'offset')
          same(seen(view), all[i], `record ${i}`)
        }
      }),
      { numRuns: 30 },
    )
  })

  it('reads when it is asked, whatever was decoded in between', () => {
    const next = numbers(size)
    for (const room of [size, size + 400]) {
      const [bytes, other] = [new Uint8Array(room), new Uint8Array(room)]
      const view = record.view(bytes)
      for (let i = 0; i < 20; i++) {
        bytes.set(imageOf(layout, () => next() & 1))
        other.set(imageOf(layout, () => next() & 1))
        const expected = record.decode(bytes)
        record.decode(other)
        record.encodeInto(expected, other)
        same(seen(view), expected, 'message')
      }
    }
  })

  it('sees the fields of what decode refuses as the reference codec does', () => {
    const next = numbers(size + 1)
    const plain = defineRecord(layout) as unknown as AnyRecord
    for (let i = 0; i < 50; i++) {
      const bytes = randomBytes(next, size)
      same(seen(record.view(bytes)), seen(plain.view(bytes)), 'fields')
    }
  })

  it('stays where it is if it cannot be moved', () => {
    const bytes = new Uint8Array(2 * size)
    bytes.set(imageOf(layout, () => true), size)
    const view = record.view(bytes, size)
    const expected: AnyMessage = record.decode(bytes, size)
    for (const offset of [-1, 0.5, NaN, size + 1, 2 ** 32, '0', 0n]) {
      expect(refusal(() => view.moveTo(offset as never))).toBeDefined()
      same(view.offset, size, 'offset')
      same(seen(view), expected, 'message')
    }
  })
})
