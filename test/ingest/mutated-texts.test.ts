import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { read } from '../../src/ingest/index.ts'
import { numbers } from '../support/bytes.ts'
import { below, pick, printers } from './printers.ts'

/** Texts of drivers in which some characters are others, as a bad line or a bad printer makes them. The values are synthetic. */

const CHARACTERS = [...'0123456789abcdefxDFZ_-+.:,;=()[]{}"\'\\/ \t~']

describe('a text with other characters is read, or is nothing', () => {
  it.each(printers)('$name', ({ print }) => {
    fc.assert(fc.property(fc.nat(), (seed) => {
      const next = numbers(seed + 1)
      const text = [...`${print(next).lines.join('\n')}\n`]
      const at = below(next, text.length)
      const size = below(next, 4)
      text.splice(at, size, ...Array.from({ length: below(next, 4) }, () => pick(next, CHARACTERS)))
      expect(() => read(text.join('')), text.join('')).not.toThrow()
    }), { numRuns: 100 })
  })
})

it('a value that is no number is none', () => {
  const walk = (slpte: string): unknown[] => read(`qemu-system-x86_64: vtd_iova_to_slpte: detected slpte permission error (iova=0x1000, level=0x3, slpte=${slpte}\n`).items.map(({ said }) => said['slpte'])
  expect([walk('D'), walk('DMAR'), walk('0xd'), walk('13')]).toEqual([[undefined], [undefined], [13n], [13n]])
})
