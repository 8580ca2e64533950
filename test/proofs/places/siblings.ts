import type { Layout } from '../../../src/spec/vocabulary.ts'
import { fixedOf, reservedOf } from '../symbolic/table.ts'

/**
 * The pairs of records of one place and one size that accept the same bytes, although none refines the other.
 * What a record accepts is a list of bits that must have a value; two such lists have no bytes in common exactly where
 * a bit must be 0 in one and 1 in the other. That the code accepts by these lists and nothing else is what `read` proves.
 */
export function overlapping(layouts: readonly Layout[]): { readonly pairs: number; readonly wrong: readonly string[] } {
  const wrong: string[] = []
  let pairs = 0
  for (const [i, a] of layouts.entries()) {
    for (const b of layouts.slice(i + 1)) {
      if (a.place === undefined || a.place !== b.place || a.size !== b.size) continue
      pairs++
      if (!meet(required(a), required(b))) continue
      if (a.refines === b.id ? !within(a, b) : b.refines === a.id ? !within(b, a) : true) wrong.push(`${a.id} and ${b.id} accept the same bytes in the ${a.place}`)
    }
  }
  return { pairs, wrong }
}

function required(layout: Layout): Map<number, number> {
  return new Map([...fixedOf(layout), ...reservedOf(layout).map((bit) => [bit, 0] as const)])
}

function meet(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): boolean {
  return [...a].every(([bit, value]) => (b.get(bit) ?? value) === value)
}

/** Whether every record that is `a` has the fixed values of `b`, and others beside. */
function within(a: Layout, b: Layout): boolean {
  const more = fixedOf(a)
  return [...fixedOf(b)].every(([bit, value]) => more.get(bit) === value) && more.size > fixedOf(b).size
}
