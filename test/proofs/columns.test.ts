import { describe, expect, it } from 'vitest'
import { catalogue } from '../../src/spec/catalogue.ts'
import { unitOf } from '../../src/codec/columns/arrays.ts'
import { programOf } from '../../src/codec/columns/kernels.ts'
import { moduleOf } from '../../src/codec/wasm/binary.ts'
import type { Operation, Program } from '../../src/codec/wasm/operations.ts'
import { loadPlain, provePlainRead, provePlainWrite } from './columns/plain.ts'
import { anyBits, proveColumnModules, proveGather, proveScatter } from './columns/wasm/columns.ts'
import { numbers } from '../support/bytes.ts'
import { randomLayout } from '../support/layouts.ts'
import { Formulas } from './symbolic/formulas.ts'
import { fieldsOf } from './symbolic/table.ts'
import { proveView } from './symbolic/view.ts'

/** The proofs of the loops over columns, for records of several kinds, and that each of them can fail; all records are in `npm run prove`. */

const layoutOf = (id: string) => catalogue.find((layout) => layout.id === id)!
const layout = layoutOf('vtd.page-request')
const names = Object.keys(layout.fields)

describe('the assembled loops', () => {
  it.each(['vtd.page-request', 'pcie.pasid-prefix', 'linux.iommufd-pgfault-be', 'pcie-flit.ohc-a2'])('of %s are proved', (id) => {
    expect(proveColumnModules(layoutOf(id))).toBeGreaterThan(500)
  })

  it('of layouts that nobody would think of are proved, and so are their views', () => {
    const next = numbers(32)
    // Those with few bytes in their columns: a formula over all bits of all columns is as deep as they are many.
    const layouts = Array.from({ length: 80 }, (_, i) => randomLayout(next, `random.proved-${i}`))
      .filter(({ fields, size }) => size <= 16 && Object.keys(fields).length > 0 && Object.values(fields).reduce((sum, field) => sum + unitOf(field), 0) <= 24)
    // No record of the tables has a value that goes past its own bit 32 in the midst of four bytes.
    const crossing = layouts.flatMap(fieldsOf).filter(({ from: { [31]: last, [32]: next } }) => last !== undefined && next !== undefined && last >> 3 === next >> 3)
    expect(crossing.length).toBeGreaterThan(2)
    for (const random of layouts) expect(() => [proveColumnModules(random), proveView({ layout: random })], random.id).not.toThrow()
  })

  /** What one slip in the list of operations makes of a program. */
  function* slips(program: Program): Generator<readonly [what: string, wrong: Program]> {
    for (const part of ['before', 'loop', 'after'] as const) {
      for (const [i, operation] of program[part].entries()) {
        for (const wrong of slipsOf(operation)) yield [`${part} ${i}: ${operation.join(' ')} becomes ${wrong.join(' ')}`, { ...program, [part]: program[part].with(i, wrong) }]
      }
    }
  }

  function slipsOf(operation: Operation): Operation[] {
    switch (operation[0]) {
      case 'local.get': case 'local.set': case 'i32.const': return [[operation[0], operation[1] + 1]]
      case 'v128.load': case 'v128.store': return [[operation[0], operation[1] + 1], [operation[0], operation[1] ^ 16]]
      case 'v128.const': return [['v128.const', operation[1].with(0, operation[1][0]! ^ 1)]]
      case 'i8x16.shuffle': return [['i8x16.shuffle', operation[1].with(0, operation[1][0]! ^ 1)], ['i8x16.shuffle', operation[1].map((from) => from ^ 16)]]
      case 'v128.and': return [['v128.or']]
      case 'v128.or': case 'v128.xor': return [['v128.and']]
      case 'i32x4.shl': return [['i16x8.shl'], ['i32x4.shr_u']]
      case 'i32x4.shr_u': return [['i16x8.shr_u'], ['i32x4.shl']]
      case 'i16x8.narrow_i32x4_u': return [['i8x16.narrow_i16x8_u']]
      case 'i8x16.narrow_i16x8_u': return [['i16x8.narrow_i32x4_u']]
      default: return []
    }
  }

  function refusedOf(program: Program, prove: (module: Uint8Array) => unknown): { readonly slips: number; readonly passed: readonly string[] } {
    let count = 0
    const passed: string[] = []
    let seen = 0
    for (const [what, wrong] of slips(program)) {
      if (seen++ % 7 !== 0) continue
      count++
      try {
        prove(moduleOf(wrong))
        passed.push(what)
      } catch {
        // The proof says no.
      }
    }
    return { slips: count, passed }
  }

  it('are refused with a slip in them, or the slip means nothing', () => {
    const f = new Formulas()
    const record = anyBits(f, 'bit', 8 * layout.size)
    const { slips: count, passed } = refusedOf(programOf(layout, 'gather strictly', names), (module) => proveGather(f, layout, names, true, record, module))
    expect(count).toBeGreaterThan(100)
    // Accumulators begin at 0 by themselves: what is set before the first round stands in the locals of masks.
    expect(passed).toEqual([])
  })

  it('that write records are refused with a slip in them, or the slip means nothing', () => {
    const f = new Formulas()
    const columns = new Map(names.map((name) => [name, anyBits(f, name, 64)]))
    const { slips: count, passed } = refusedOf(programOf(layout, 'scatter', names), (module) => proveScatter(f, layout, names, true, (name) => columns.get(name)!, module))
    expect(count).toBeGreaterThan(100)
    expect(passed).toEqual([])
  })
})

describe('the plain loops', () => {
  it.each(['vtd.page-request', 'linux.page-response-msg-be', 'pcie-flit.ohc-c'])('of %s are proved', async (id) => {
    const plain = await loadPlain()
    expect(provePlainRead(plain, layoutOf(id))).toBeGreaterThan(100)
    expect(provePlainWrite(plain, layoutOf(id))).toBeGreaterThan(4)
  })

  it.each([
    ['src/codec/columns/plain.ts', 'offset + i * bits.size', 'offset + i * bits.size + 1', /read is given something else/],
    ['src/codec/columns/plain.ts', 'bad.push(i)', 'bad.push(i + 1)', /the list of wrong records/],
    ['src/codec/columns/plain.ts', 'if (strict && isWrong', 'if (isWrong', /the list of wrong records/],
    ['src/codec/raw.ts', 'lo & 7 : 0', 'lo & 3 : 0', /than the table says|the list of wrong records|pasid/],
    ['src/codec/raw.ts', 'low >>> 0 !== value', 'low >>> 0 > value', /the list of wrong records/],
    ['src/codec/columns/encode.ts', 'value === 1 : value', 'value === 0 : value', /another than in its column/],
    ['src/codec/columns/encode.ts', "as === 'flag' && value > 1", "as === 'flag' && value > 2", /flags are refused/],
  ] as const)('a mistake in %s is found: %s', async (file, from, to, found) => {
    const plain = await loadPlain((name, text) => {
      if (name !== file) return text
      if (!text.includes(from)) throw new Error(`${file} has no ${from}`)
      return text.replace(from, to)
    })
    expect(() => [provePlainRead(plain, layout), provePlainWrite(plain, layout)]).toThrow(found)
  })
})
