import type { Field, Fixed, Layout, ReservedSlice, Slice } from '../../src/index.ts'

const ORDERS = ['little', 'big'] as const
const WORDS = [1, 2, 4, 8] as const

/**
 * A sound layout that nobody would think of: pieces of every word, shuffled, in fields of up to three pieces.
 * @param size in bytes, then of words of one byte; at random if left out
 */
export function randomLayout(next: () => number, id: string, size?: number): Layout {
  const below = (n: number): number => next() % n
  const word = size === undefined ? WORDS[below(4)]! : 1
  const bytes = size ?? 4 * (1 + below(5)) * (word === 8 ? 2 : 1)
  const pieces: Slice[] = []
  for (let w = 0; w < bytes / word; w++) {
    for (let hi = word * 8 - 1; hi >= 0; ) {
      const lo = Math.max(0, hi - below(2 + below(word * 8)))
      pieces.push([w, hi, lo])
      hi = lo - 1
    }
  }
  for (let i = pieces.length - 1; i > 0; i--) {
    const j = below(i + 1)
    ;[pieces[i], pieces[j]] = [pieces[j]!, pieces[i]!]
  }

  const fields: Record<string, Field> = {}
  const fixed: Record<string, Fixed> = {}
  const reserved: ReservedSlice[] = []
  for (let n = 0; pieces.length > 0; n++) {
    const at = pieces.splice(0, 1 + below(3))
    const width = at.reduce((sum, [, hi, lo]) => sum + hi - lo + 1, 0)
    const kinds: (Field['as'] | 'fixed' | 'reserved')[] = ['reserved']
    if (width === 1) kinds.push('flag', 'flag', 'flag')
    if (width <= 32) kinds.push('uint', 'uint', 'uint', 'uint', 'fixed')
    if (width <= 52) kinds.push('page', 'page')
    if (width <= 61) kinds.push('address')
    if (width <= 64) kinds.push('bigint', 'bigint')
    const kind = kinds[below(kinds.length)]!
    if (kind === 'reserved') reserved.push(...at)
    else if (kind === 'fixed') fixed[`x${n}`] = { at, value: next() % 2 ** width, doc: 'fixed' }
    else fields[`f${n}`] = { at, as: kind, ...(kind === 'address' && { zeros: 1 + below(64 - width) }), doc: 'field', ...(below(4) === 0 && { optional: true as const }) }
  }
  return { id, title: 'invented', clause: 'none', source: 'invented', size: bytes, word, order: ORDERS[below(2)]!, label: 'w', fields, fixed, reserved }
}
