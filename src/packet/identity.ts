import { loadBig } from '../codec/memory.ts'
import type { Layout } from '../spec/vocabulary.ts'

/** The fixed bits of one DW: where it lies in the record, which bits they are, and what they read. */
interface FixedBits {
  readonly at: number
  readonly mask: number
  readonly value: number
}

const known = new Map<Layout, readonly FixedBits[]>()

/** The fixed values of a layout of DWs, which tell its record from others, a DW at a time. */
function fixedBitsOf(layout: Layout): readonly FixedBits[] {
  const found = known.get(layout)
  if (found) return found
  const dwords = new Map<number, { mask: number; value: number }>()
  for (const { at, value } of Object.values(layout.fixed!)) {
    let rest = value
    for (const [word, hi, lo] of [...at].reverse()) {
      const width = hi - lo + 1
      const mask = 2 ** width - 1
      const dword = dwords.get(word) ?? { mask: 0, value: 0 }
      dwords.set(word, { mask: dword.mask | (mask << lo), value: dword.value | ((rest & mask) << lo) })
      rest = Math.floor(rest / 2 ** width)
    }
  }
  const made = [...dwords].map(([word, { mask, value }]) => ({ at: 4 * word, mask, value }))
  known.set(layout, made)
  return made
}

/** Whether the fixed values of a layout of DWs stand at `offset`. A refused `tryDecode` would make an error for each packet. */
export function hasFixedValues(layout: Layout, bytes: Uint8Array, offset: number): boolean {
  for (const { at, mask, value } of fixedBitsOf(layout)) if ((loadBig(bytes, offset + at) & mask) !== value) return false
  return true
}
