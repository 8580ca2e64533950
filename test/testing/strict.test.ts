import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { check, CodecError, linux, records, vtd } from '../../src/index.ts'
import { faults, legalMessages, messageFaults, messages } from '../../src/testing/index.ts'

/** What fails is small and can be read; what is legal is legal; what is wrong is wrong in the way that is said. */

describe('a counterexample', () => {
  it('is the smallest that fails, whatever the seed', () => {
    for (let seed = 0; seed < 100; seed++) {
      const { counterexample } = fc.check(fc.property(messages(vtd.pageRequest), ({ pasid }) => pasid < 0x1000), { seed, numRuns: 200 })
      expect(counterexample?.[0].pasid).toBe(0x1000)
    }
  })

  it('of an address is the smallest, too', () => {
    for (let seed = 0; seed < 30; seed++) {
      const { counterexample } = fc.check(fc.property(messages(vtd.pageRequest), ({ address }) => address < 0x100000n), { seed, numRuns: 200 })
      expect(counterexample?.[0].address).toBe(0x100000n)
    }
  })

  it('is printed as fields and as hex', () => {
    const [message] = fc.sample(messages(vtd.pageGroupResponse), { numRuns: 1, seed: 1 })
    expect(fc.stringify(message)).toMatch(/^vtd\.page-group-response \{ .*pasid: 0x[0-9a-f]+.* \} [0-9a-f]{64}$/)
    expect(Object.keys(message!)).toEqual(Object.keys(vtd.pageGroupResponse.layout.fields))
  })
})

it('faults are also records of another revision', () => {
  for (const [codec, code] of [[vtd.pageRequest, 'reserved'], [vtd.pageRequestV2, undefined], [linux.iommuPageResponse, 'truncated']] as const) {
    const foreign = fc.sample(faults(codec as typeof vtd.pageRequest), { numRuns: 400, seed: 5 }).filter(({ kind }) => kind === 'revision')
    expect(foreign.length > 5, codec.id).toBe(code !== undefined)
    if (code) expect(foreign.map((fault) => fault.code)).toContain(code)
  }
})

it('a message out of range is printed as fields, with the error', () => {
  const [fault] = fc.sample(messageFaults(vtd.pageGroupResponse), { numRuns: 1, seed: 1 })
  expect(fc.stringify(fault)).toMatch(/vtd\.page-group-response \{ .*\} \(vtd\.page-group-response .*: (range|type): /)
})

describe.each(records)('of $id', (record) => {
  it('legal messages break no rule, and differ', () => {
    const sample = fc.sample(legalMessages(record), { numRuns: 40, seed: 2 })
    for (const message of sample) expect(check(record, message).filter(({ severity }) => severity === 'error')).toEqual([])
    const bits = Object.values(record.layout.fields).reduce((sum, { at }) => sum + at.reduce((width, [, hi, lo]) => width + hi - lo + 1, 0), 0)
    if (bits > 8) expect(new Set(sample.map((message) => JSON.stringify(message, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)))).size).toBeGreaterThan(bits > 20 ? 20 : 2)
  })

  it('faults are refused with the error that they name', () => {
    const kinds = new Set<string>()
    for (const { bytes, kind, code, field, bits } of fc.sample(faults(record), { numRuns: 120, seed: 3 })) {
      kinds.add(kind)
      const result = record.tryDecode(bytes)
      expect(result.ok).toBe(false)
      if (!result.ok) expect([result.error.code, result.error.field, result.error.bits]).toEqual([code, field, bits])
    }
    expect(kinds).toContain('truncated')
    if (record.layout.fixed && Object.keys(record.layout.fixed).length > 0) expect(kinds).toContain('fixed')
    if ((record.layout.reserved ?? []).length > 0) expect(kinds).toContain('reserved')
  })

  it('messages out of range are refused with the error that they name', () => {
    for (const { message, code, field, bits } of fc.sample(messageFaults(record), { numRuns: 60, seed: 4 })) {
      let error: unknown
      try {
        record.encode(message)
      } catch (thrown) {
        error = thrown
      }
      expect(error).toBeInstanceOf(CodecError)
      const { code: got, field: at, bits: where } = error as CodecError
      expect([got, at, where]).toEqual([code, field, bits])
    }
  })
})
