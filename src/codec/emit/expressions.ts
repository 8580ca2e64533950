import { isWide } from '../message.ts'
import { maskOf } from '../plan.ts'
import type { Piece, PlannedField } from '../plan.ts'

/** Source text of bit arithmetic. Every expression is bracketed, so that it can stand anywhere. */

/** A mask as source. Bit operators take their operands modulo 2^32, so it need not be written as an int32. */
export function literal(mask: number): string {
  return mask === -1 ? '-1' : mask >= 0 && mask < 10 ? String(mask) : `0x${(mask >>> 0).toString(16)}`
}

/** The bits of `pieces` out of the lanes `w0`, `w1` …, as an int32 whose bit 0 is bit `base` of the value. */
export function gather(pieces: readonly Piece[], lane: (n: number) => string, base = 0): string {
  return or(pieces.map(({ lane: n, lo, width, to }) => moved(lane(n), lo, to - base, width)))
}

/** `width` bits of the 32-bit expression `from`, moved from bit `lo` to bit `to`, everything else cleared. */
export function moved(from: string, lo: number, to: number, width: number): string {
  const mask = literal(maskOf(width) << to)
  if (lo === to) return width === 32 ? from : `(${from} & ${mask})`
  if (lo > to) {
    const shifted = `${from} >>> ${lo - to}`
    return lo + width === 32 && to === 0 ? `(${shifted})` : `((${shifted}) & ${mask})`
  }
  const shifted = `${from} << ${to - lo}`
  return lo === 0 && to + width === 32 ? `(${shifted})` : `((${shifted}) & ${mask})`
}

export function or(terms: readonly string[]): string {
  return terms.length === 0 ? '0' : terms.length === 1 ? terms[0]! : `(${terms.join(' | ')})`
}

/** The pieces of a 64-bit value that lie in its low or its high half. */
export function half(field: PlannedField, which: 'low' | 'high'): readonly Piece[] {
  return field.pieces.filter(({ to }) => (to < 32) === (which === 'low'))
}

/** The expression without its outermost brackets, for a place of its own. */
export function bare(expression: string): string {
  if (!expression.startsWith('(')) return expression
  let depth = 0
  for (let i = 0; i < expression.length; i++) {
    if (expression[i] === '(') depth++
    if (expression[i] === ')' && --depth === 0) return i === expression.length - 1 ? expression.slice(1, -1) : expression
  }
  return expression
}

/** The name of a variable that holds a field; the sign keeps it apart from words and from other variables. */
export function variable(name: string): string {
  return `$${name}`
}

/** The value of a field, as source; `flag` says how a boolean comes of a bit. */
export function valueOf(field: PlannedField, lane: (n: number) => string, flag: (bit: string) => string): string {
  const { as } = field.field
  if (isWide(field.field)) return `fromHalves(${bare(gather(half(field, 'low'), lane))}, ${bare(gather(half(field, 'high'), lane, 32))})`
  const bits = gather(field.pieces, lane)
  if (as === 'flag') return flag(bits)
  return field.width === 32 ? `${bits} >>> 0` : bare(bits)
}
