import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { vtd } from '../../src/index.ts'
import { asRing, asTlps, configSpaces, exchanges, faults, legalMessages, messageFaults, messages, nearlyValidBytes, seeds, serviceRuns, traffic, validBytes } from '../../src/testing/index.ts'

/** What is wrong is said at once, by name, and not by fast-check in the midst of a run. */

const FORMATS = { request: 'vtd.page-request', response: 'vtd.page-group-response' } as const
const never = (value: unknown) => value as never
const due = (code: string, field: string) => expect.objectContaining({ name: 'CodecError', code, field }) as Error

describe('of an arbitrary', () => {
  it.each<(record: never) => unknown>([messages, validBytes, faults, messageFaults, nearlyValidBytes, legalMessages, seeds])('%o, a record is one', (make) => {
    for (const wrong of [undefined, null, 'vtd.page-request', {}, 5]) expect(() => make(never(wrong))).toThrow(due('type', 'record'))
  })

  it.each<[string, () => unknown, string, string]>([
    ['an unknown option', () => traffic(never({ group: 3 })), 'type', 'options.group'],
    ['no device', () => traffic({ devices: 0 }), 'range', 'options.devices'],
    ['fewer than no groups', () => traffic({ groups: -1 }), 'range', 'options.groups'],
    ['groups of nothing', () => traffic({ requests: 0 }), 'range', 'options.requests'],
    ['credits that are no flag', () => traffic({ credits: never(1) }), 'type', 'options.credits'],
    ['ends that are no flag', () => traffic({ ends: never('no') }), 'type', 'options.ends'],
    ['no code', () => traffic({ codes: [] }), 'range', 'options.codes'],
    ['codes with a hole', () => traffic({ codes: [0, , 1] as (0 | 1)[] }), 'range', 'options.codes'],
    ['a code that is none', () => traffic({ codes: [0, never(7)] }), 'range', 'options.codes'],
    ['a mode that is none', () => exchanges(never('Flit')), 'type', 'mode'],
    ['fewer than no exchanges', () => exchanges('flit', -1), 'range', 'most'],
    ['packets of no mode', () => asTlps({ devices: [], events: [], groups: [], overruns: [] }, never('pcie')), 'type', 'mode'],
    ['fewer than no seeds', () => seeds(vtd.pageRequest, -1), 'range', 'count'],
    ['no service', () => serviceRuns(never({}), FORMATS), 'type', 'make'],
    ['an id that is unknown', () => serviceRuns(() => never({}), { ...FORMATS, request: never('vtd.page-requst') }), 'type', 'id'],
    ['a response as a request', () => serviceRuns(() => never({}), { ...FORMATS, request: 'vtd.page-group-response' }), 'translate', 'format'],
    ['a request as a response', () => serviceRuns(() => never({}), { ...FORMATS, response: 'vtd.page-request' }), 'translate', 'format'],
    ['a ring without room', () => asRing([], 1), 'range', 'entries'],
    ['a ring that begins behind its end', () => asRing([], 4, 4), 'range', 'start'],
    ['entries of two sizes', () => asRing([new Uint8Array(4), new Uint8Array(5)], 4), 'range', 'written[1]'],
  ])('%s is refused', (_, call, code, field) => {
    expect(call).toThrow(due(code, field))
  })

  it('groups may be larger than the largest allocation is otherwise', () => {
    const [all] = fc.sample(traffic({ requests: 100, credits: true }), { numRuns: 1, seed: 1 })
    for (const { allocation } of all!.devices) expect(allocation).toBe(100)
  })
})

describe('a counterexample', () => {
  it('of a run is its devices and commands', () => {
    const [run] = fc.sample(serviceRuns(() => never({}), FORMATS), { numRuns: 1, seed: 3 })
    expect(fc.stringify(run)).toMatch(/^device 0 \{ rid: 0x[0-9a-f]+, allocation: 0x[0-9a-f]+, pasidRequired: (true|false) \}; (.*; )?(receive|respond) /)
  })

  it('of a configuration space is its fault, and the rows that are not 0', () => {
    const [space] = fc.sample(configSpaces(true).filter(({ fault }) => fault === 'loop'), { numRuns: 1, seed: 3 })
    expect(fc.stringify(space)).toMatch(/^a list with the fault loop\n(?:[0-9a-f]+:( [0-9a-f]{2}){16}(\n|$))+$/)
  })
})
