import type { Layout } from './vocabulary.ts'

/**
 * What is derived of a layout, made once for each. The last is at hand: nearly all records of an input are of one layout,
 * and to look it up takes as long as to read a field.
 */
export function perLayout<T>(make: (layout: Layout) => T): (layout: Layout) => T {
  const made = new WeakMap<Layout, { readonly value: T }>()
  let last: Layout | undefined
  let value: T
  return (layout) => {
    if (layout === last) return value
    let known = made.get(layout)
    if (!known) made.set(layout, (known = { value: make(layout) }))
    value = known.value
    last = layout
    return value
  }
}
