import type { Layout } from '../../spec/vocabulary.ts'
import type { Plan, PlannedField } from '../plan.ts'
import { maskOf } from '../plan.ts'
import { bare, half, literal, moved, or, variable } from './expressions.ts'

const at = (n: number): string => (n === 0 ? 'offset' : `offset + ${4 * n}`)

/** Reads one field of the message, and declines unless it fits; flags are looked at together. */
function check(field: PlannedField): string {
  const { name, width } = field
  const { as, optional } = field.field
  const v = variable(name)
  const taken = (zero: string): string => (optional ? `message.${name} === undefined ? ${zero} : message.${name}` : `message.${name}`)
  if (as === 'flag') return `  const ${v} = bit(${taken('false')})\n`
  if (as === 'uint') {
    const fits = width === 32 ? `${v} >>> 0` : `(${v} & ${literal(maskOf(width))})`
    return `  const ${v} = ${taken('0')}\n  if (typeof ${v} !== 'number' || ${fits} !== ${v}) return false\n`
  }
  const outside = (which: 'low' | 'high'): string => {
    const mask = half(field, which).reduce((all, piece) => all | (maskOf(piece.width) << (piece.to % 32)), 0)
    return mask === -1 ? '' : `  if ((${v}${which} & ${literal(~mask)}) !== 0) return false\n`
  }
  return `  if (!intoHalves(${taken('0n')})) return false
  const ${v}low = low()
  const ${v}high = high()
${outside('low')}${outside('high')}`
}

/** The 32 bits of lane `n`. */
function packed(plan: Plan, n: number): string {
  const terms: string[] = plan.fixedValue[n] === 0 ? [] : [literal(plan.fixedValue[n]!)]
  for (const field of plan.fields) {
    const { as } = field.field
    const v = variable(field.name)
    for (const { lane, lo, to, width } of field.pieces) {
      if (lane !== n) continue
      if (as === 'flag' || as === 'uint') terms.push(field.pieces.length > 1 ? moved(v, to, lo, width) : lo === 0 ? v : `(${v} << ${lo})`)
      else terms.push(moved(`${v}${to < 32 ? 'low' : 'high'}`, to % 32, lo, width))
    }
  }
  return bare(or(terms))
}

/** Whether no bit of lane `n` depends on the message. */
function constant(plan: Plan, n: number): boolean {
  return !plan.fields.some(({ pieces }) => pieces.some(({ lane }) => lane === n))
}

/** Whether the lanes from `n`, a multiple of 4, are four that are always 0. */
export function zeroFour(plan: Plan, n: number): boolean {
  return n + 4 <= plan.lanes && [n, n + 1, n + 2, n + 3].every((m) => constant(plan, m) && plan.fixedValue[m] === 0)
}

export function emitWrite(layout: Layout, plan: Plan, init: string): string {
  const little = layout.order === 'little'
  const lanes = Array.from({ length: plan.lanes }, (_, n) => n)
  const optional = plan.fields.filter(({ field }) => field.optional)
  const flags = plan.fields.filter(({ field }) => field.as === 'flag').map(({ name }) => variable(name))
  const word = (n: number): string => (constant(plan, n) ? literal(plan.fixedValue[n]!) : `w${n}`)
  const four = (n: number): string => [n, n + 1, n + 2, n + 3].map(word).join(', ')
  const order = little ? 'Little' : 'Big'
  /** A statement for each four lanes, and for each one that is left. */
  const stores = (ofFour: (n: number) => string, ofOne: (n: number) => string): string =>
    lanes.map((n) => (n < (plan.lanes & ~3) ? (n % 4 === 0 ? `    ${ofFour(n)}\n` : '') : `    ${ofOne(n)}\n`)).join('')
  return `/** Writes the whole record, or declines with \`false\` before the first byte. */
function write(message: ${init}, target: Uint8Array, offset: number): boolean {
  if (typeof message !== 'object' || message === null) return false
${optional.length === 0 ? '' : `  if ((${optional.map(({ name }) => `message.${name} === undefined`).join(' || ')}) && !onlyKnown(bits(), message)) return false\n`}${plan.fields.map(check).join('')}${flags.length === 0 ? '' : `  if (${or(flags)} < 0) return false\n`}  if (outside(target, offset, ${layout.size})) return false
${lanes.filter((n) => !constant(plan, n)).map((n) => `  const w${n} = ${packed(plan, n)}\n`).join('')}  if (target === writeBytes || lookForWriting(target)) {
${stores((n) => (zeroFour(plan, n) ? `setZero4(writeView, ${at(n)})` : `set${order}4(writeView, ${at(n)}, ${four(n)})`), (n) => `writeView.setInt32(${at(n)}, ${word(n)}, ${little})`)}  } else {
${stores((n) => `store${order}4(target, ${at(n)}, ${four(n)})`, (n) => `store${order}(target, ${at(n)}, ${word(n)})`)}  }
  return true
}
`
}
