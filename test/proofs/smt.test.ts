import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { catalogue } from '../../src/spec/catalogue.ts'
import { judge } from './smt/judge.ts'
import { startSolver } from './smt/solver.ts'
import type { Solver } from './smt/solver.ts'
import { fileOf, moduleOf, proofs } from './symbolic/index.ts'
import { sourceOf } from './symbolic/modules.ts'

/** z3, over its own translation of the code: it agrees with the symbolic proofs about what is right and what is wrong. */

const layout = catalogue.find(({ id }) => id === 'vtd.page-group-response')!
const text = sourceOf(fileOf(layout)).text
let solver: Solver
beforeAll(async () => void (solver = await startSolver()))
afterAll(() => solver.close())

describe('z3', () => {
  it('proves a record', async () => {
    expect(await judge(solver, layout, sourceOf(fileOf(layout)))).toEqual([])
  })

  it.each([
    ['read', 'rid: w0 >>> 16', 'rid: w0 >>> 15', /read: bytes [0-9a-f]{64}\n  message: \{/],
    ['read', '(w0 >>> 4) & 1', '(w0 >>> 5) & 1', /read: bytes [0-9a-f]{64}\n  message: \{/],
    ['write', '($rid << 16)', '($rid << 15)', /write: message .*rid.num #x/],
    ['write', '($prgIndex & 0x1ff)', '($prgIndex & 0x3ff)', /write: message .*prgIndex.num #x/],
  ] as const)('finds a mistake that the symbolic proof finds: in %s, %s', async (name, from, to, found) => {
    expect(text.includes(from)).toBe(true)
    const wrong = moduleOf(layout, text.replace(from, to))
    expect((await judge(solver, wrong.layout, wrong.source)).join()).toMatch(found)
    expect(() => proofs[name](wrong)).toThrow()
  })
})
