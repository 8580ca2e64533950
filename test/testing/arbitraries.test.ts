import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defineRecord, records } from '../../src/index.ts'
import { messages, nearlyValidBytes, validBytes } from '../../src/testing/index.ts'
import { messageOf } from '../support/bits.ts'
import { numbers, toHex } from '../support/bytes.ts'
import { errorsOf } from '../support/findings.ts'
import { randomLayout } from '../support/layouts.ts'
import { same } from '../support/outcome.ts'

/** The arbitraries that the package exports give what they promise. */

const runs = { numRuns: 300, seed: 5 }

describe.each(records)('of $id', (record) => {
  const { layout } = record

  it('messages are valid, whole and in the order of the table, and favour their limits', () => {
    const sample = fc.sample(messages(record), runs)
    for (const message of sample) same(record.decode(record.encode(message)), message, 'message')
    const [zeros, ones] = [messageOf(layout, false), messageOf(layout, true)]
    for (const [name, { codes, masks }] of Object.entries(layout.fields)) {
      const values = new Set(sample.map((message) => message[name]))
      for (const value of [zeros[name], ones[name], ...Object.values({ ...codes, ...masks })]) expect(values, name).toContain(value)
      if (typeof zeros[name] !== 'boolean' && Number(ones[name]) > 30) expect(values.size, name).toBeGreaterThan(20)
    }
  })

  it('valid bytes are accepted', () => {
    for (const bytes of fc.sample(validBytes(record), runs)) expect(record.tryDecode(bytes).ok).toBe(true)
  })

  it('nearly valid bytes are too short, or one too many, or wrong in one bit that is no field\'s', () => {
    const sample = fc.sample(nearlyValidBytes(record), runs)
    const errors = new Set<string>()
    for (const bytes of sample) {
      const result = record.tryDecode(bytes)
      errors.add(result.ok ? `accepted of ${bytes.length - layout.size} more` : result.error.code)
      if (result.ok || bytes.length < layout.size) continue
      expect(errorsOf(record.inspect(bytes)), toHex(bytes)).toHaveLength(1)
      expect(record.tryDecode(bytes, 0, { reserved: 'ignore' }).ok).toBe(result.error.code === 'reserved')
    }
    const kinds = ['truncated', 'accepted of 1 more', ...(layout.fixed ? ['fixed'] : []), ...((layout.reserved ?? []).length > 0 ? ['reserved'] : [])]
    expect([...errors].sort()).toEqual(kinds.sort())
  })
})

it('exist for a record of one\'s own', () => {
  const record = defineRecord(randomLayout(numbers(7), 'random.layout'))
  fc.assert(fc.property(messages(record), (message) => same(record.decode(record.encode(message)), message, 'message')))
})
