import type { Form } from '../form.ts'
import type { Asked } from './ask.ts'
import { compare } from './compare.ts'
import { likeness } from './likeness.ts'
import type { Suggestion } from './likeness.ts'
import type { Item } from './mapping.ts'

interface Macro {
  readonly name: string
  readonly call: boolean
}

interface Answered extends Macro {
  readonly said: readonly string[]
}

/** What the compiler says of each macro that is an expression. Whatever it refuses is no expression, and is left out. */
export async function macrosAnswered(asked: Asked, definitions: string): Promise<Answered[]> {
  const macros = definitions.split('\n').flatMap((line): Macro[] => {
    const [, name, call] = /^#define ([A-Za-z_]\w*)(\(\w+\))? ./.exec(line) ?? []
    return name === undefined ? [] : [{ name, call: call !== undefined }]
  })
  const statement = ({ name, call }: Macro): string => `printf("0"); for (int b = 0; b < ${call ? 64 : 1}; b++) printf(" %llx", (unsigned long long)(${call ? `${name}(1ull << b)` : name})); puts("");`
  const taken = await asked.taken(macros.map(statement))
  const left = macros.filter((_, i) => taken[i])
  const said = await asked.answers(left.map(statement))
  return left.map((macro, i) => ({ ...macro, said: said[i]! }))
}

type Candidate = Suggestion & { readonly like: number }

/** The macros that are proposed for a record: those with the same bits and a like name first, then those of the same beginning where one of the two holds. */
export function macrosOfRecord(form: Form, macros: readonly Answered[]): Suggestion[] {
  const inOneWord = form.fields.filter(({ words }) => words.every(({ word }) => word === words[0]!.word))
  const all = macros.flatMap(({ name, call, said }) => inOneWord.flatMap((field): Candidate[] => {
    const like = likeness(name, field)
    const kinds = call ? (['gets', 'puts'] as const) : (['masks'] as const)
    return kinds.flatMap((kind) => {
      const item = { kind: kind.slice(0, -1) as 'mask' | 'get' | 'put', form, name, owner: field, nth: 0, of: 1 } satisfies Item
      const sameBits = compare(item, said) === undefined
      // One bit that is the same is no sign: half of all macros are one bit.
      return like >= 0.5 || (sameBits && field.width > 1) ? [{ record: form.id, kind, name, field: field.name, sameBits, like }] : []
    })
  }))
  // A header begins the names of one record alike: the longer the beginning, and the more fields it has right, the better.
  const beginnings = new Map<string, Set<string>>()
  for (const { name, field, sameBits } of all) if (sameBits) for (const one of beginningsOf(name)) beginnings.set(one, (beginnings.get(one) ?? new Set()).add(field))
  // With less of the record right it is by chance.
  const weight = (one: string, n: number): number => {
    const right = beginnings.get(one)?.size ?? 0
    return right < 0.4 * form.fields.length ? 0 : right * (n + 1)
  }
  const most = Math.max(1, ...[...beginnings.keys()].map((one) => weight(one, one.split('_').length - 1)))
  const kin = ({ name }: Candidate): number => Math.max(0, ...beginningsOf(name).map(weight)) / most
  const rank = (one: Candidate): number => one.like + (one.sameBits ? 1 : 0) + kin(one)
  const likely = (one: Candidate): boolean => (one.sameBits && one.like >= 0.5) || ((one.sameBits || one.like === 1) && kin(one) >= 0.5)
  const taken = new Set<string>()
  const chosen: Suggestion[] = []
  for (const { like: _, ...one } of all.filter(likely).sort((a, b) => rank(b) - rank(a) || (a.name < b.name ? -1 : 1))) {
    if (taken.has(one.name) || taken.has(`field ${one.field}`)) continue
    taken.add(one.name).add(`field ${one.field}`)
    chosen.push(one)
  }
  return chosen
}

/** `A`, `A_B` of `A_B_C`. */
const beginningsOf = (name: string): string[] => name.split('_').slice(0, -1).map((_, n, parts) => parts.slice(0, n + 1).join('_'))
