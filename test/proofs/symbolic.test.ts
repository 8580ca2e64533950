import { describe, expect, it } from 'vitest'
import { catalogue } from '../../src/spec/catalogue.ts'
import { overlapping } from './places/siblings.ts'
import { sourceOf } from './symbolic/modules.ts'
import { proveHelpers } from './symbolic/helpers.ts'
import { fileOf, moduleOf, modules, proofs } from './symbolic/index.ts'
import { explain } from './symbolic/report.ts'

/** The proofs of `npm run prove` that take little time, and that each of them can fail. */

describe.each(Object.entries(proofs))('%s', (_, prove) => {
  it('is proved of every record for every input', () => {
    for (const module of modules) expect(() => prove(module), module.layout.id).not.toThrow()
  })
})

it('helpers of loads and halves are proved on processors of both byte orders', () => {
  expect(proveHelpers()).toBe(396)
})

describe('a planted mistake is found', () => {
  const layout = catalogue.find(({ id }) => id === 'vtd.page-request')!
  const text = sourceOf(fileOf(layout)).text
  const mistakes: readonly (readonly [what: keyof typeof proofs, from: string, to: string, found: RegExp])[] = [
    ['read', 'rid: w0 >>> 16', 'rid: w0 >>> 17', /rid: bit 0 is another/],
    ['read', '((w0 & 0xff) ^ 1) !== 0', '((w0 & 0xff) ^ 3) !== 0', /accepts what the table refuses/],
    ['read', '(w1 & 0xffc00000) | w4', '(w1 & 0xff800000) | w4', /read accepts[\s\S]*bytes: 01[\s\S]*message: \{/],
    ['read', 'w4 | w5 | w6 | w7) !== 0 && mode !== 1', 'w4 | w5 | w6 | w7) !== 0 && mode !== 0', /read (accepts|declines)/],
    ['read', 'at + 4', 'at + 5', /another|accepts|may be outside/],
    ['read', 'outside(bytes, offset, 32)', 'outside(bytes, offset, 31)', /may be outside/],
    ['write', '($rid << 16)', '($rid << 17)', /is written as another/],
    ['write', '($pasid & 0xfffff) !== $pasid', '($pasid & 0x1fffff) !== $pasid', /accepts what is out of range/],
    ['write', '($addresslow & 0xfff) !== 0', '($addresslow & 0x7ff) !== 0', /accepts what is out of range/],
    ['write', 'setZero4(writeView, offset + 16)', '', /written as another[\s\S]*bytes: 01[\s\S]*message: \{/],
    ['write', '| $last) < 0', ') < 0', /accepts what is out of range/],
    ['wiring', 'encoder(size, bits, write)', 'encoder(16, bits, write)', /encoder\(16/],
    ['wiring', '"rid":{"at":[[0,31,16]],"as":"uint"}', '"rid":{"at":[[0,30,16]],"as":"uint"}', /bits that are not/],
  ]

  it.each(mistakes)('in %s: %s', (what, from, to, found) => {
    expect(text.includes(from)).toBe(true)
    const wrong = moduleOf(layout, text.replace(from, to))
    let said = ''
    try {
      proofs[what](wrong)
    } catch (error) {
      said = explain(layout, error)
    }
    expect(said).toMatch(found)
  })

  it('in a place: two records that nothing tells apart', () => {
    expect(overlapping(catalogue).wrong).toEqual([])
    expect(overlapping([layout, { ...layout, id: 'vtd.twin' }]).wrong).toHaveLength(1)
    expect(overlapping([layout, { ...layout, id: 'vtd.twin', refines: layout.id }]).wrong).toHaveLength(1)
  })
})
