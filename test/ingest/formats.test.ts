import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { read } from '../../src/ingest/index.ts'
import { numbers } from '../support/bytes.ts'
import { mistakeOf, printers } from './printers.ts'

describe('a text of a driver is read back as it was printed', () => {
  it.each(printers)('$name', ({ print }) => {
    fc.assert(fc.property(fc.nat(), (seed) => {
      const printed = print(numbers(seed + 1))
      const text = `${printed.lines.join('\n')}\n`
      const { items } = read(text)
      expect(items.map(({ source, summary }) => `${source}: ${summary}`), text).toHaveLength(1)
      expect(mistakeOf(items[0]!, printed), text).toBeUndefined()
    }), { numRuns: 40, seed: 12 })
  })
})
