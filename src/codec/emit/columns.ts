import type { Layout } from '../../spec/vocabulary.ts'
import { isWide } from '../message.ts'
import type { Plan, PlannedField } from '../plan.ts'
import { bare, gather, half, variable } from './expressions.ts'
import { wrong } from './read.ts'

/** The typed array that holds a column of the field. */
export function arrayOf({ width, field }: PlannedField): 'Uint8Array' | 'Uint16Array' | 'Uint32Array' | 'BigUint64Array' {
  if (isWide(field)) return 'BigUint64Array'
  return width <= 8 ? 'Uint8Array' : width <= 16 ? 'Uint16Array' : 'Uint32Array'
}

/**
 * A function that makes the scratch blocks and the loop over them. The loop is a closure made once, over constants:
 * measured, V8 then knows each array's address and does not load it anew for every record.
 */
export function emitKernel(layout: Layout, plan: Plan): string {
  const little = layout.order === 'little'
  const lane = (n: number): string => `w${n}`
  const bad = wrong(plan, 'both', lane)
  const used = new Set(plan.fields.flatMap(({ pieces }) => pieces.map(({ lane: n }) => n)))
  for (let n = 0; n < plan.lanes; n++) if (plan.fixedMask[n] !== 0 || plan.reservedMask[n] !== 0) used.add(n)
  const big = (field: PlannedField): boolean => arrayOf(field) === 'BigUint64Array'
  const store = (field: PlannedField): string =>
    big(field)
      ? `      ${variable(field.name)}halves[2 * i + LOW] = ${bare(gather(half(field, 'low'), lane))}\n      ${variable(field.name)}halves[2 * i + HIGH] = ${bare(gather(half(field, 'high'), lane, 32))}\n`
      : `      ${variable(field.name)}[i] = ${bare(gather(field.pieces, lane))}\n`
  return `function kernel(block: number): ColumnKernel {
  const input = new Uint8Array(block * ${layout.size})
  const memory = new DataView(input.buffer)
${plan.fields.map((field) => `  const ${variable(field.name)} = new ${arrayOf(field)}(block)\n${big(field) ? `  const ${variable(field.name)}halves = new Int32Array(${variable(field.name)}.buffer)\n` : ''}`).join('')}  function run(count: number): number {
    let bad = 0
    for (let i = 0, at = 0; i < count; i++, at += ${layout.size}) {
${[...used].sort((a, b) => a - b).map((n) => `      const w${n} = memory.getInt32(at${n === 0 ? '' : ` + ${4 * n}`}, ${little})\n`).join('')}${bad === '0' ? '' : `      bad |= ${bare(bad)}\n`}${plan.fields.map(store).join('')}    }
    return bad
  }
  return { input, output: { ${plan.fields.map(({ name }) => `${name}: ${variable(name)}`).join(', ')} }, run }
}
`
}
