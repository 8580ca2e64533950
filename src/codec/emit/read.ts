import type { Layout } from '../../spec/vocabulary.ts'
import type { Plan } from '../plan.ts'
import { literal, or, valueOf } from './expressions.ts'

/** What of a record is not as it must be, as an int32 that is 0 where all is well. */
export function wrong(plan: Plan, what: 'fixed' | 'reserved' | 'both', lane: (n: number) => string): string {
  const terms: string[] = []
  for (let n = 0; n < plan.lanes; n++) {
    const mask = (what === 'reserved' ? 0 : plan.fixedMask[n]!) | (what === 'fixed' ? 0 : plan.reservedMask[n]!)
    const value = what === 'reserved' ? 0 : plan.fixedValue[n]!
    if (mask === 0) continue
    const bits = mask === -1 ? lane(n) : `(${lane(n)} & ${literal(mask)})`
    terms.push(value === 0 ? bits : `(${bits} ^ ${literal(value)})`)
  }
  return or(terms)
}

export function loads(plan: Plan, load: (n: number) => string, indent: string): string {
  return Array.from({ length: plan.lanes }, (_, n) => `${indent}w${n} = ${load(n)}\n`).join('')
}

const at = (n: number): string => (n === 0 ? 'offset' : `offset + ${4 * n}`)
const lane = (n: number): string => `w${n}`

export function emitRead(layout: Layout, plan: Plan, type: string): string {
  const little = layout.order === 'little'
  const names = Array.from({ length: plan.lanes }, (_, n) => `w${n}`).join(', ')
  const inBounds = `offset >>> 0 !== offset || offset > bytes.length - ${layout.bytes}`
  const fixed = wrong(plan, 'fixed', lane)
  const reserved = wrong(plan, 'reserved', lane)
  const ignore = reserved === '0' ? '' : `  if (reserved !== 'ignore' && ${reserved} !== 0) return undefined\n`
  return `/** Answers, or declines with \`undefined\`. */
function read(bytes: Uint8Array, offset: number, options: DecodeOptions | undefined): ${type} | undefined {
  let ${names}
  if (bytes === readBytes || (bytes instanceof Uint8Array && lookForReading(bytes))) {
    if (${inBounds}) return undefined
${loads(plan, (n) => `readView.getInt32(${at(n)}, ${little})`, '    ')}  } else {
    if (!(bytes instanceof Uint8Array) || ${inBounds}) return undefined
${loads(plan, (n) => `${little ? 'loadLittle' : 'loadBig'}(bytes, ${at(n)})`, '    ')}  }
  const reserved = options?.reserved
  if (reserved !== undefined && reserved !== 'reject' && reserved !== 'ignore') return undefined
${fixed === '0' ? '' : `  if (${fixed} !== 0) return undefined\n`}${ignore}  return {
${plan.fields.map((field) => `    ${field.name}: ${valueOf(field, lane)},\n`).join('')}  }
}
`
}
