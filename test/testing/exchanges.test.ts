import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { record, records, tlps } from '../../src/index.ts'
import { asTlps, exchanges, seeds, traffic } from '../../src/testing/index.ts'

describe.each(['non-flit', 'flit'] as const)('exchanges in %s mode', (mode) => {
  it('are packets from end to end, each where the model says, an answer after what it answers', () => {
    let seen = 0
    fc.assert(fc.property(exchanges(mode), ({ bytes, packets, exchanges: list }) => {
      const walked = [...tlps(bytes, { mode })]
      expect(walked.map(({ offset }) => offset)).toEqual(packets.map(({ offset }) => offset))
      const asked = new Set<number>()
      for (const [i, { exchange, answer }] of packets.entries()) {
        const kind = list[exchange]!.kind
        const name = `${mode === 'flit' ? 'pcie-flit' : 'pcie'}.${kind === 'translation' ? (answer ? 'translation-completion' : 'translation-request-64') : `invalidate-${answer ? 'completion' : 'request'}`}`
        expect(walked[i]!.id).toBe(name)
        expect(asked.has(exchange)).toBe(answer)
        asked.add(exchange)
        seen++
      }
    }), { numRuns: 100, seed: 1 })
    expect(seen).toBeGreaterThan(200)
  })
})

it('page requests and responses are packets from end to end, prefixes included', () => {
  fc.assert(fc.property(traffic(), (all) => {
    const walked = [...tlps(asTlps(all, 'non-flit'), { mode: 'non-flit' })]
    expect(walked).toHaveLength(all.events.length)
    all.events.forEach((event, i) => {
      const { prefixes, id } = walked[i]!
      if (event.kind === 'request') expect([id, prefixes.length]).toEqual(['pcie.page-request', event.request.pasidPresent ? 1 : 0])
    })
  }), { numRuns: 60, seed: 2 })
})

it('seeds are the same at every call, and of each record some are accepted', () => {
  for (const { id } of records) {
    const codec = record(id)
    expect(seeds(codec)).toEqual(seeds(codec))
    expect(seeds(codec).filter((bytes) => codec.tryDecode(bytes).ok).length).toBeGreaterThanOrEqual(16)
  }
})

it('the tests of the document are those that run', () => {
  const read = (path: string): string => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8')
  const blocks = [...read('docs/fuzzing.md').matchAll(/```typescript\n([^]*?)```/g)].map(([, text]) => text!.replace(/^import .*\n/gm, '').trim())
  expect(blocks).toHaveLength(5)
  for (const block of blocks) expect(read('examples/fuzzing.test.ts')).toContain(block)
})
