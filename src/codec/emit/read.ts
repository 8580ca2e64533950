import type { Layout } from '../../spec/vocabulary.ts'
import type { Plan } from '../plan.ts'
import { bare, literal, or, valueOf } from './expressions.ts'

/** An int32 that is 0 if all fixed, or all reserved, bits of the record are right. */
export function wrong(plan: Plan, what: 'fixed' | 'reserved', lane: (n: number) => string): string {
  const terms: string[] = []
  for (let n = 0; n < plan.lanes; n++) {
    const mask = what === 'fixed' ? plan.fixedMask[n]! : plan.reservedMask[n]!
    const value = what === 'fixed' ? plan.fixedValue[n]! : 0
    if (mask === 0) continue
    const bits = mask === -1 ? lane(n) : `(${lane(n)} & ${literal(mask)})`
    terms.push(value === 0 ? bits : `(${bits} ^ ${literal(value)})`)
  }
  return or(terms)
}

const at = (n: number): string => (n === 0 ? 'at' : `at + ${4 * n}`)
const lane = (n: number): string => `w${n}`

export function emitRead(layout: Layout, plan: Plan, type: string): string {
  const little = layout.order === 'little'
  const lanes = Array.from({ length: plan.lanes }, (_, n) => n)
  const fixed = wrong(plan, 'fixed', lane)
  const reserved = wrong(plan, 'reserved', lane)
  const ignore = reserved === '0' ? '' : `  if (${reserved} !== 0 && mode !== 1) return undefined\n`
  return `/** Answers, or declines with \`undefined\`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): ${type} | undefined {
  if (outside(bytes, offset, ${layout.size})) return undefined
  const memory = bytes === readBytes ? readView : memoryOf(bytes, offset, ${layout.size})
  const at = memory === scratch ? 0 : offset
${lanes.map((n) => `  const w${n} = memory.getInt32(${at(n)}, ${little})\n`).join('')}  const mode = options === undefined ? 0 : modeOf(options)
  if (mode < 0${fixed === '0' ? '' : ` || (${bare(fixed)}) !== 0`}) return undefined
${ignore}  return {
${plan.fields.map((field) => `    ${field.name}: ${valueOf(field, lane, (bit) => `flag(${bare(bit)})`)},\n`).join('')}  }
}
`
}
