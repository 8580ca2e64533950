import { formOf } from '../form.ts'
import type { Form, FormField, FormFixed } from '../form.ts'
import type { ExportedRecord } from '../options.ts'

/**
 * Which names of a header mean which fields of ours. Names are never guessed: a person wrote them down.
 * Several names for one field are its pieces, the most significant first.
 */
export interface AuditMapping {
  /** What was read, and in which version. */
  readonly title?: string
  /** What the program includes before the header, such as `linux/types.h`. */
  readonly includes?: readonly string[]
  /** By record: macro to field. A mask is of one word, and does not say of which. */
  readonly masks?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** By record: macro to the field whose lowest bit it counts. */
  readonly shifts?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** By record: a type, its members, and the fields they are. */
  readonly structs?: Readonly<Record<string, { readonly type: string; readonly members: Readonly<Record<string, string>> }>>
  /** By record: an enumerator or macro to `field.CODE`. */
  readonly codes?: Readonly<Record<string, Readonly<Record<string, string>>>>
}

export type Owner = FormField | FormFixed

/** One thing that the compiler is asked. */
export type Item =
  | { readonly kind: 'mask' | 'shift'; readonly form: Form; readonly name: string; readonly owner: Owner; readonly nth: number; readonly of: number }
  | { readonly kind: 'member'; readonly form: Form; readonly type: string; readonly name: string; readonly owner: Owner; readonly nth: number; readonly of: number }
  | { readonly kind: 'size'; readonly form: Form; readonly type: string; readonly name: string }
  | { readonly kind: 'code'; readonly form: Form; readonly name: string; readonly owner: FormField; readonly code: string; readonly value: number }

/** @throws {RangeError} for a mapping that names what is not there */
export function itemsOf(mapping: AuditMapping, records: readonly ExportedRecord[]): Item[] {
  const known = ['title', 'includes', 'masks', 'shifts', 'structs', 'codes']
  for (const key of Object.keys(mapping)) if (!known.includes(key)) throw new RangeError(`mapping: ${key} is none of ${known.join(', ')}`)
  const formBy = (id: string): Form => {
    const found = records.find(({ layout }) => layout.id === id)
    if (!found) throw new RangeError(`mapping: no record is called ${id}`)
    return formOf(found.layout)
  }
  const items: Item[] = []
  for (const kind of ['mask', 'shift'] as const) {
    for (const [id, names] of Object.entries(mapping[`${kind}s`] ?? {})) {
      const form = formBy(id)
      for (const [name, field] of Object.entries(names)) items.push({ kind, form, name: word(name), owner: ownerOf(form, field), ...turnOf(names, name) })
    }
  }
  for (const [id, { type, members }] of Object.entries(mapping.structs ?? {})) {
    const form = formBy(id)
    if (!/^[A-Za-z_]\w*( [A-Za-z_]\w*)?$/.test(type)) throw new RangeError(`mapping: ${type} is no name of a type`)
    items.push({ kind: 'size', form, type, name: `sizeof(${type})` })
    for (const [name, field] of Object.entries(members)) items.push({ kind: 'member', form, type, name: path(name), owner: ownerOf(form, field), ...turnOf(members, name) })
  }
  for (const [id, names] of Object.entries(mapping.codes ?? {})) {
    const form = formBy(id)
    for (const [name, target] of Object.entries(names)) {
      const [field = '', code = ''] = target.split('.')
      const owner = form.fields.find((one) => one.name === field)
      const value = owner?.codes[code]
      if (value === undefined) throw new RangeError(`mapping: ${id} has no code ${target}`)
      items.push({ kind: 'code', form, name: word(name), owner: owner!, code, value })
    }
  }
  return items
}

function ownerOf({ id, fields, fixed }: Form, name: string): Owner {
  const owner = [...fields, ...fixed].find((one) => one.name === name)
  if (!owner) throw new RangeError(`mapping: ${id} has no field ${name}`)
  return owner
}

/** The how manieth of how many names of its field a name is. */
function turnOf(names: Readonly<Record<string, string>>, name: string): { nth: number; of: number } {
  const same = Object.keys(names).filter((other) => names[other] === names[name])
  return { nth: same.indexOf(name), of: same.length }
}

function word(name: string): string {
  if (!/^[A-Za-z_]\w*$/.test(name)) throw new RangeError(`mapping: ${name} is no name in C`)
  return name
}

function path(name: string): string {
  for (const part of name.split('.')) word(part.replace(/(\[\d+\])+$/, ''))
  return name
}
