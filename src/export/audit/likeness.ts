import { snake } from '../names.ts'
import type { FormField, FormFixed } from '../form.ts'

/** A line of a mapping that names and bits suggest. */
export type Suggestion = {
  readonly record: string
  /** The header's name: of a macro, or of a member. */
  readonly name: string
  readonly field: string
  /** Whether it has the bits of the field; of a macro, in the word of the field or in another. */
  readonly sameBits: boolean
} & ({ readonly kind: 'masks' | 'gets' | 'puts' } | { readonly kind: 'structs'; readonly type: string; readonly at?: number })

const partsOf = (name: string): string[] => snake(name).split('_').filter((part) => part !== '')

/** How much of the name of a field another name has in it, from 0 to 1; the abbreviation of the source counts as the whole. */
export function likeness(other: string, { name, doc }: Pick<FormField | FormFixed, 'name' | 'doc'>): number {
  const own = partsOf(other)
  const wanted = partsOf(name)
  const [, short] = /^([A-Z][A-Za-z0-9]*)(?::|,|\[)/.exec(doc) ?? []
  const initials = wanted.map((part) => part[0]).join('')
  if (own.some((part) => part === short?.toLowerCase() || (part.length > 2 && alike(part, wanted.join(''))) || (part.length > 1 && part === initials))) return 1
  const found = wanted.filter((part) => own.some((one) => alike(part, one)))
  return found.length / wanted.length
}

/** `addr` and `address`, `idx` and `index`, `wr` and `write`: one begins the other, or is in it in its order, from the same letter to the same letter. */
function alike(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (short.length < (long.length > 5 ? 3 : 2)) return short === long
  if (long.startsWith(short)) return true
  if (short[0] !== long[0] || (short.length > 2 && short.at(-1) !== long.at(-1))) return false
  let at = 0
  for (const letter of long) if (letter === short[at]) at++
  return at === short.length
}
