import { formOf } from '../form.ts'
import type { Form, FormField, FormFixed } from '../form.ts'
import type { ExportedRecord } from '../options.ts'

/** By record: a name of the header to a field of ours. */
type Names = Readonly<Record<string, Readonly<Record<string, string>>>>

/**
 * Which names of a header mean which fields of ours. Names are never guessed: a person wrote them down.
 * Several names for one field are its pieces, the most significant first.
 *
 * A macro speaks of one word and does not say of which. `field@4` or `field@REGISTER` says that it counts from that byte of
 * the record, a number or a macro of the header; then a wrong word is seen, too.
 */
export interface AuditMapping {
  /** What was read, and in which version. */
  readonly title?: string
  /** `macros`: of headers that compile only among their own, the macros alone are taken, and nothing that they include. */
  readonly read?: 'macros'
  /** What the program includes before the header, such as `linux/types.h`. */
  readonly includes?: readonly string[]
  /** Macros that are the bits of a field. */
  readonly masks?: Names
  /** Macros that count the bits below a field. */
  readonly shifts?: Names
  /** Macros that take the value of a field out of a word: `SID(word)`. */
  readonly gets?: Names
  /** Macros that put a value where its field is: `SID(value)`. */
  readonly puts?: Names
  /** By record: a type, its members, and the fields they are; or several, where each is a part of the record. */
  readonly structs?: Readonly<Record<string, MappedStruct | readonly MappedStruct[]>>
  /** Enumerators or macros to `field.CODE`, or to a fixed field whose value they are. */
  readonly codes?: Names
}

export interface MappedStruct {
  readonly type: string
  /** The byte of the record at which a type begins that is only a part of it. Without it, the type is the whole record, and as long. */
  readonly at?: number
  readonly members: Readonly<Record<string, string>>
}

export type Owner = FormField | FormFixed

/** Macros that say where bits are. */
const PLACES = ['mask', 'shift', 'get', 'put'] as const

/** One thing that the compiler is asked. */
export type Item =
  | { readonly kind: (typeof PLACES)[number]; readonly form: Form; readonly name: string; readonly owner: Owner; readonly nth: number; readonly of: number; readonly at?: string }
  | { readonly kind: 'member'; readonly form: Form; readonly type: string; readonly name: string; readonly owner: Owner; readonly nth: number; readonly of: number; readonly at: number }
  | { readonly kind: 'size'; readonly form: Form; readonly type: string; readonly name: string }
  | { readonly kind: 'code'; readonly form: Form; readonly name: string; readonly owner: Owner; readonly code: string; readonly value: number }

const KNOWN: readonly (keyof AuditMapping)[] = ['title', 'read', 'includes', 'masks', 'shifts', 'gets', 'puts', 'structs', 'codes']

/** @throws {RangeError} for a mapping that names what is not there */
export function itemsOf(mapping: AuditMapping, records: readonly ExportedRecord[]): Item[] {
  for (const key of Object.keys(mapping)) if (!KNOWN.some((known) => known === key)) throw new RangeError(`mapping: ${key} is none of ${KNOWN.join(', ')}`)
  if (mapping.read !== undefined && mapping.read !== 'macros') throw new RangeError(`mapping: read is macros or is left out, not ${JSON.stringify(mapping.read)}`)
  const formBy = (id: string): Form => {
    const found = records.find(({ layout }) => layout.id === id)
    if (!found) throw new RangeError(`mapping: no record is called ${id}`)
    return formOf(found.layout)
  }
  const items: Item[] = []
  for (const kind of PLACES) {
    for (const [id, names] of Object.entries(mapping[`${kind}s`] ?? {})) {
      const form = formBy(id)
      const fields = Object.values(names).map((target) => target.split('@')[0]!)
      for (const [nth, [name, target]] of Object.entries(names).entries()) {
        const [field = '', at] = target.split('@')
        if (at !== undefined && !/^(\d+|0x[0-9a-fA-F]+|[A-Za-z_]\w*)$/.test(at)) throw new RangeError(`mapping: ${at} is neither a number of bytes nor a name`)
        items.push({ kind, form, name: word(name), owner: ownerOf(form, field), ...turnOf(fields, nth), ...(at !== undefined && { at }) })
      }
    }
  }
  for (const [id, structs] of Object.entries(mapping.structs ?? {})) {
    const form = formBy(id)
    const all = [structs].flat()
    const targets = all.flatMap(({ members }) => Object.values(members))
    let nth = 0
    for (const { type, at, members } of all) {
      if (!/^[A-Za-z_]\w*( [A-Za-z_]\w*)?$/.test(type)) throw new RangeError(`mapping: ${type} is no name of a type`)
      if (at !== undefined && !(Number.isInteger(at) && at >= 0 && at < form.size)) throw new RangeError(`mapping: ${id} has no byte ${at}, where ${type} is said to be`)
      if (at === undefined) items.push({ kind: 'size', form, type, name: `sizeof(${type})` })
      for (const [name, field] of Object.entries(members)) items.push({ kind: 'member', form, type, at: at ?? 0, name: path(name), owner: ownerOf(form, field), ...turnOf(targets, nth++) })
    }
  }
  for (const [id, names] of Object.entries(mapping.codes ?? {})) {
    const form = formBy(id)
    for (const [name, target] of Object.entries(names)) {
      const owner = ownerOf(form, target.split('.')[0]!)
      const [code, value] = valueOf(owner, target)
      if (value === undefined) throw new RangeError(`mapping: ${id} has no code ${target}`)
      items.push({ kind: 'code', form, name: word(name), owner, code, value })
    }
  }
  return items
}

function ownerOf({ id, fields, fixed }: Form, name: string): Owner {
  const owner = [...fields, ...fixed].find((one) => one.name === name)
  if (!owner) throw new RangeError(`mapping: ${id} has no field ${name}`)
  return owner
}

/** What `field.CODE`, or a fixed field, is in numbers. */
export function valueOf(owner: Owner, target: string): readonly [code: string, value: number | undefined] {
  const code = target.slice(owner.name.length + 1)
  if ('codes' in owner) return [code, owner.codes[code]]
  return ['the fixed value', code === '' ? Number(owner.value) : undefined]
}

/** The how manieth of how many names of its field a name is. */
function turnOf(fields: readonly string[], nth: number): { nth: number; of: number } {
  const same = [...fields.keys()].filter((other) => fields[other] === fields[nth])
  return { nth: same.indexOf(nth), of: same.length }
}

function word(name: string): string {
  if (!/^[A-Za-z_]\w*$/.test(name)) throw new RangeError(`mapping: ${name} is no name in C`)
  return name
}

function path(name: string): string {
  for (const part of name.split('.')) word(part.replace(/(\[\d+\])+$/, ''))
  return name
}
