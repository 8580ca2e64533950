import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Facts } from '../../src/ingest/facts.ts'
import { Groups, nameOf, REMEMBERED } from '../../src/ingest/groups.ts'
import { Narrator } from '../../src/ingest/story.ts'

/** Page request groups against a plain map of them. */

const some = <T>(...values: T[]): fc.Arbitrary<T> => fc.constantFrom(...values)
const named = fc.record({
  kind: some('request' as const, 'response' as const), family: fc.constant('vtd'),
  device: some(undefined, 0, 0x3b00, 0xffff), segment: some(undefined, 0, 7), pasid: some(undefined, null, 0, 1, 0xfffff), group: some(0, 1, 511, 70000), last: fc.boolean(),
})
const withCookie = fc.record({ kind: some('request' as const, 'response' as const), family: fc.constant('linux'), device: some(undefined, 1, 2), group: some(undefined, 3), cookie: some(0, 1, 0xffff_ffff), last: fc.boolean() })

const keyOf = ({ device, segment, pasid, group, cookie }: Facts): string => (cookie === undefined ? [device, segment, pasid ?? undefined, group].join(' ') : `cookie ${cookie}`)

/** What a request or an exact response is told, by a map that forgets nothing. */
function model(all: readonly Facts[]): (readonly [what: string | undefined, places: readonly number[]])[] {
  const known = new Map<string, { places: number[]; last: boolean; answered: boolean }>()
  return all.map((facts, place) => {
    const key = keyOf(facts)
    const open = known.get(key)
    if (facts.kind === 'response') {
      if (!open) return ['answers nothing known', []]
      const what = open.answered ? 'answers again' : 'answers'
      open.answered = true
      return [what, open.places]
    }
    if (open && !open.last && !open.answered) {
      const before = open.places
      open.places = [place, ...before]
      open.last = facts.last === true
      return ['same group', before]
    }
    known.set(key, { places: [place], last: facts.last === true, answered: false })
    return [undefined, []]
  })
}

describe('page request groups', () => {
  it('are linked as a map of them would link them', () => {
    fc.assert(fc.property(fc.array(fc.oneof(named, withCookie), { maxLength: 60 }), (all) => {
      const groups = new Groups(new Narrator('lines'))
      const expected = model(all)
      for (const [place, facts] of all.entries()) {
        const link = facts.kind === 'request' ? groups.request(facts, place) : groups.response(facts, place)
        const [what, places] = expected[place]!
        // A response that does not say all may still answer the one group that agrees with it, of which the map does not know.
        if (what === 'answers nothing known' && link?.what !== what) return
        expect(link?.what).toBe(what)
        if (what === 'same group' || what === 'answers') expect(link!.lines).toEqual(places)
      }
    }), { numRuns: 2000 })
  })

  it('are told apart, thousands of them, and the oldest are forgotten and counted', () => {
    const groups = new Groups(new Narrator('offsets'))
    const count = 3 * REMEMBERED
    const request = (i: number): Facts => ({ kind: 'request', family: 'vtd', device: 0x100 + (i & 7), pasid: i >> 9, group: (i * 7) & 511, last: true })
    for (let i = 0; i < count; i++) expect(groups.request(request(i), i)).toBeUndefined()
    // Of the youngest half each is known, whichever slot it has.
    for (let i = count - REMEMBERED / 2; i < count; i++) expect(groups.response({ ...request(i), kind: 'response' }, count + i)?.offsets).toEqual([i])
    expect(groups.response({ ...request(0), kind: 'response' }, 2 * count)?.what).toBe('answers nothing known')
    const [forgotten, first, ...rest] = groups.end()
    expect(forgotten!.text).toMatch(new RegExp(`^${count - REMEMBERED} groups were not answered`))
    expect(first!.text).toBe(`${nameOf(request(count - REMEMBERED))} is not answered in this input`)
    expect(rest).toHaveLength(REMEMBERED / 2 - 1)
  })

  it('are found where others have gone', () => {
    const groups = new Groups(new Narrator('lines'))
    const half = REMEMBERED / 2
    // Scattered, so that some share a slot.
    const request = (i: number): Facts => ({ kind: 'request', family: 'vtd', device: Math.imul(i, 0x9e3779b1) >>> 16, pasid: Math.imul(i, 40503) & 0xfffff, group: i & 511, last: true })
    for (let i = 0; i < half; i++) groups.request({ ...request(i), last: i % 2 === 0 }, i)
    // The first half is the old one now; in a new one, each takes the index of one of two.
    groups.request({ ...request(0), segment: 9 }, half)
    for (let i = 0; i < half; i += 2) groups.request(request(i), half + 1 + i)
    for (let i = 1; i < half; i += 2) expect(groups.request(request(i), 3 * half + i)).toMatchObject({ what: 'same group', lines: [i] })
  })

  it('have their index used again', () => {
    const groups = new Groups(new Narrator('lines'))
    const facts: Facts = { kind: 'request', family: 'vtd', device: 1, pasid: 2, group: 3, last: true }
    for (let i = 0; i < 10; i++) {
      for (let other = 0; other < REMEMBERED / 2 - 1; other++) groups.request({ ...facts, pasid: 10 + i, group: other }, 10_000 * i + other)
      groups.request(facts, 10_000 * i + 9000)
    }
    expect(groups.response({ ...facts, kind: 'response' }, 200_000)?.lines).toEqual([99_000])
    expect(groups.end().filter(({ lines }) => lines?.includes(89_000))).toEqual([])
  })
})
