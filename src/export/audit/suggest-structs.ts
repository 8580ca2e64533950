import type { Form } from '../form.ts'
import { bitsOfMember, compare } from './compare.ts'
import { likeness } from './likeness.ts'
import type { Suggestion } from './likeness.ts'
import type { Item, Owner } from './mapping.ts'
import type { Measured } from './members.ts'

/** A member for one piece of a field. */
interface Pair {
  readonly name: string
  readonly owner: Owner
  readonly nth: number
  readonly of: number
  readonly sameBits: boolean
  readonly like: number
  readonly worth: number
}

interface Fit {
  readonly form: Form
  readonly struct: Measured
  readonly at?: number
  readonly pairs: readonly Pair[]
  /** How much of the record it explains: 1 where each field has one sign. */
  readonly worth: number
}

/** Less is no sign: half of the fields of another revision have like names, too. */
const ENOUGH = 0.4

/** The members that are proposed for records. Each member and each field is proposed once, the struct that explains most of a record first. */
export function structsOf(forms: readonly Form[], structs: readonly Measured[]): Suggestion[] {
  const candidates = forms.flatMap((form) => structs.flatMap((struct) => placesOf(form, struct).map((at) => ({ form, struct, at, pairs: pairsOf(form, struct, at) }))))
  const [members, fields] = [new Set<string>(), new Set<string>()]
  const chosen: Fit[] = []
  for (;;) {
    const best = candidates
      .map(({ pairs, ...one }) => fitOf(one, pairs.filter(({ name, owner }) => !members.has(`${one.struct.type} ${name}`) && !fields.has(`${one.form.id} ${owner.name}`))))
      .filter(({ worth }) => worth >= ENOUGH)
      .reduce<Fit | undefined>((a, b) => (a && a.worth >= b.worth ? a : b), undefined)
    // A type that is alone at the beginning is the record, whatever its size.
    if (!best) return chosen.flatMap((fit) => suggestionsOf(fit, chosen.some(({ form, at }) => form === fit.form && at !== 0)))
    chosen.push(best)
    for (const { name, owner } of best.pairs) {
      fields.add(`${best.form.id} ${owner.name}`)
      // What has a fixed value tells entries of a union apart, so that all of them have it.
      if ('codes' in owner) members.add(`${best.struct.type} ${name}`)
    }
  }
}

/** Where a type can stand in a record: as the whole, or at any multiple of its size. */
function placesOf({ size }: Form, struct: Measured): (number | undefined)[] {
  if (2 * struct.size > size) return [undefined]
  return Array.from({ length: Math.floor(size / struct.size) }, (_, n) => n * struct.size)
}

function pairsOf(form: Form, struct: Measured, at: number | undefined): Pair[] {
  return ownersOf(form, struct, at).flatMap((owner) => owner.flat.flatMap(({ width }, i, { length: of }) => {
    const nth = of - 1 - i
    return struct.members.flatMap(({ name, hex }): Pair[] => {
      const item = { kind: 'member', form, type: struct.type, name, owner, nth, of, at: at ?? 0 } satisfies Item
      const sameBits = compare(item, [hex]) === undefined
      const like = RESERVED.test(name) ? 0 : likeness(name.slice(name.lastIndexOf('.') + 1), owner)
      const wide = bitsOfMember(item, hex).length
      if (!sameBits && (like < 0.5 || of > 1 || wide < width / 2 || wide > 2 * width)) return []
      // A like name with other bits is what is looked for; a single bit at a place is less of a sign than several.
      const worth = sameBits ? (owner.width > 1 ? 0.6 : 0.4) + 0.6 * like : 0.7 * like
      return [{ name, owner, nth, of, sameBits, like, worth }]
    })
  }))
}

/** The fields that stand where the type is. */
function ownersOf({ fields, fixed, word: bytes }: Form, { size }: Measured, at: number | undefined): Owner[] {
  return [...fields, ...fixed].filter(({ words }) => at === undefined || words.some(({ word }) => word * bytes < at + size && (word + 1) * bytes > at))
}

const RESERVED = /(^|\.)_*(rsvd?|rsv|res|resv|reserved|pad|padding|mbz|unused|zero)_*[0-9a-f]*_*$/i

/** The best pairs, each member and each piece once; a field of several pieces only with all of them. */
function fitOf({ form, struct, at }: { readonly form: Form; readonly struct: Measured; readonly at: number | undefined }, pairs: readonly Pair[]): Fit {
  // Members of one inner struct are of one record: the more of them have its bits, the better.
  const branches = new Map<string, number>()
  for (const { name, sameBits } of pairs) if (sameBits) for (const branch of branchesOf(name)) branches.set(branch, (branches.get(branch) ?? 0) + 1)
  const kin = ({ name }: Pair): number => branchesOf(name).reduce((sum, branch) => sum + (branches.get(branch) ?? 0), 0)
  const rank = (pair: Pair): number => pair.worth + 0.2 * kin(pair) / Math.max(1, ...pairs.map(kin))
  const taken = new Set<string>()
  const chosen: Pair[] = []
  for (const pair of pairs.toSorted((a, b) => rank(b) - rank(a))) {
    const piece = `${pair.nth} of ${pair.owner.name}`
    if (taken.has(`member ${pair.name}`) || taken.has(piece)) continue
    taken.add(`member ${pair.name}`).add(piece)
    chosen.push(pair)
  }
  const whole = chosen.filter(({ owner, of }) => chosen.filter((other) => other.owner === owner).length === of)
  const sum = whole.reduce((total, { worth, of }) => total + worth / of, 0)
  const same = whole.filter(({ sameBits }) => sameBits)
  const sign = whole.length > 1 && (at === undefined ? 3 * same.length >= whole.length : 2 * same.length >= whole.length && whole.some(({ like }) => like >= 0.5))
  const share = sum / ownersOf(form, struct, at).length
  return { form, struct, ...(at !== undefined && { at }), pairs: whole, worth: sign ? share * (struct.size === form.size ? 1 : at === undefined ? 0.8 : 0.9) : 0 }
}

/** `a`, `a.b` of `a.b.c`. */
const branchesOf = (name: string): string[] => name.split('.').slice(0, -1).map((_, n, parts) => parts.slice(0, n + 1).join('.'))

function suggestionsOf({ form, struct: { type }, at, pairs }: Fit, part: boolean): Suggestion[] {
  return pairs
    .toSorted((a, b) => orderOf(form, a) - orderOf(form, b))
    .map(({ name, owner, sameBits }) => ({ record: form.id, kind: 'structs', type, ...(part && at !== undefined && { at }), name, field: owner.name, sameBits }))
}

/** As the table has its fields, and the pieces of one from the most significant. */
function orderOf({ fields, fixed }: Form, { owner, nth }: Pair): number {
  return [...fields, ...fixed].findIndex((one) => one.name === owner.name) * 8 + nth
}
