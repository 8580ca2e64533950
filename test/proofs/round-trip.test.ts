import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { records } from '../../src/index.ts'
import { messages, validBytes } from '../../src/testing/index.ts'
import { imageOf } from '../support/bits.ts'
import { flipped } from '../support/bytes.ts'
import { same } from '../support/outcome.ts'

describe.each(records)('$id', (record) => {
  const { layout } = record

  it('decodes what it encodes', () => {
    fc.assert(fc.property(messages(record), (message) => same(record.decode(record.encode(message)), message, 'message')))
  })

  it('encodes what it decodes, whatever bits the fields have', () => {
    const bits = Object.values(layout.fields).reduce((sum, { at }) => at.reduce((n, [, hi, lo]) => n + hi - lo + 1, sum), 0)
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: bits, maxLength: bits, size: 'max' }), (fieldBits) => {
        let n = 0
        const bytes = imageOf(layout, () => fieldBits[n++]!)
        same(record.encode(record.decode(bytes)), bytes, 'bytes')
      }),
    )
  })

  it('encodes whatever bytes it decodes', () => {
    // Bytes at random are hardly ever a record: these are one, but for two bits at most, of whatever kind.
    const fewBits = fc.array(fc.nat(record.size * 8 - 1), { maxLength: 2, size: 'max' })
    let decoded = 0
    fc.assert(
      fc.property(validBytes(record), fewBits, (valid, bits) => {
        const bytes = bits.reduce(flipped, valid)
        const result = record.tryDecode(bytes)
        if (!result.ok) return
        decoded++
        same(record.encode(result.message), bytes, 'bytes')
      }),
      { numRuns: 200 },
    )
    expect(decoded).toBeGreaterThan(20)
  })

  it('decodes and encodes at any place of a larger buffer and touches nothing outside', () => {
    fc.assert(
      fc.property(messages(record), fc.nat(70), fc.constantFrom(0, 1, 13, 255, 600), (message, offset, after) => {
        const target = new Uint8Array(offset + record.size + after).fill(0xa5)
        const expected = Uint8Array.from(target)
        expected.set(record.encode(message), offset)
        same(record.encodeInto(message, target, offset), record.size, 'length')
        same(target, expected, 'target')
        same(record.decode(target, offset), message, 'message')
      }),
    )
  })
})
