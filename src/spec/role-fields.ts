import type { PasidFacts, Values } from './rules/context.ts'
import { isFailure, NUMBERINGS } from './numbering.ts'
import { perLayout } from './per-layout.ts'
import { ROLES } from './roles.ts'
import type { Place, Role } from './roles.ts'
import { widthOf } from './slices.ts'
import type { Layout, Slice } from './vocabulary.ts'

/** How what a role stands for is read from a message. */

type Value = boolean | number | bigint

/** The PASID that stands beside a TLP; null for none, undefined where it is not known. */
type Beside = PasidFacts | null | undefined

/** Reads one thing from a message; undefined where it is not known. */
export type Read = (message: Values, beside: Beside) => Value | undefined

/** What can be asked of a record: a role, whether its code is a failure, or a field by its own name. */
export type Fact = Role | 'failure' | (string & {})

/** Number of bits of a Requester ID. What a device field has above them is the segment. */
export const RID_BITS = 16

/** The names of the fields and fixed values that a place speaks of. */
export function namesIn(place: Place): readonly string[] {
  if (typeof place === 'string') return [place]
  if ('beside' in place) return []
  if ('field' in place) return [place.field]
  if ('nonzero' in place) return [place.nonzero]
  return 'not' in place ? [place.not] : place
}

/** Where a role is, by its name alone: the one field or fixed value that says it. */
export function fieldOf({ roles }: Pick<Layout, 'roles'>, fact: Fact): string | undefined {
  const place = roles?.[fact as Role]
  if (place === undefined) return undefined
  const names = namesIn(place)
  return names.length === 1 ? names[0] : undefined
}

/** Number of bits that a role has in a record; 0 where it has no place, or stands beside it. */
export function bitsOfRole({ fields, roles }: Pick<Layout, 'fields' | 'roles'>, role: Role): number {
  const place = roles?.[role]
  if (place === undefined) return 0
  return namesIn(place).reduce((bits, name) => bits + widthOf(fields[name]?.at ?? []), 0)
}

/** How a record says the size of the range at its address: `low ones` of the address where its flag is set, or a power of two; see `encodeRange`. */
export function rangeCode({ fields, roles, rangeCode: own }: Layout): 'low ones' | 'log2' | 'AMD' | undefined {
  const { size, address } = roles ?? {}
  if (typeof size !== 'string' || address === undefined) return undefined
  return own ?? (fields[size]!.as === 'flag' ? 'low ones' : 'log2')
}

/** What a field is for: the first of its roles, in the order of `ROLES`; undefined for one that has none. */
export function roleOf({ roles = {} }: Pick<Layout, 'roles'>, field: string): Role | undefined {
  return ROLES.find((role) => roles[role] !== undefined && namesIn(roles[role]).includes(field))
}

/** The fields of a record in the order in which a reader wants them: by role, then what has none, in the order of the table. */
export function readingOrder(layout: Pick<Layout, 'fields' | 'roles'>): string[] {
  const names = Object.keys(layout.fields)
  const place = new Map(names.map((name) => [name, ROLES.indexOf(roleOf(layout, name) as Role) >>> 0]))
  return names.sort((a, b) => place.get(a)! - place.get(b)!)
}

/** How each role is read from a record; undefined for one that it does not have. */
export type Readers = Readonly<Record<Role, Read | undefined>>

/** The readers of all roles of a record. */
export const readersOf = /* @__PURE__ */ perLayout((layout) => Object.fromEntries(ROLES.map((role) => [role, readerOf(layout, role)])) as Readers)

/** How a fact is read from a record; undefined where the record does not have it. */
export function readerOf(layout: Layout, fact: Fact): Read | undefined {
  const { roles = {}, fields, carries } = layout
  if (fact === 'failure') {
    const code = readerOf(layout, 'code')
    const numbering = NUMBERINGS[carries?.codes ?? 'PCIe']
    return code && ((message, beside) => isFailure(code(message, beside) as number, numbering))
  }
  const place = roles[fact as Role]
  // A record that has a PASID and no bit to say so always has one.
  if (place === undefined && fact === 'pasidValid' && roles.pasid !== undefined) return () => true
  if (place !== undefined) return readerAt(layout, place)
  return Object.hasOwn(fields, fact) ? (message) => message[fact] : undefined
}

/** Whether a fact is true or false, and stands in the message. */
export function isFlag({ roles, fields }: Pick<Layout, 'roles' | 'fields'>, fact: Fact): boolean {
  const place = roles?.[fact as Role] ?? fact
  if (typeof place === 'string') return fields[place]?.as === 'flag'
  return 'field' in place || 'not' in place || 'nonzero' in place
}

function readerAt({ fields, fixed }: Layout, place: Place): Read {
  if (typeof place === 'string') {
    const constant = fixed?.[place]
    if (constant === undefined) return (message) => message[place]
    const value = widthOf(constant.at) === 1 ? constant.value === 1 : constant.value
    return () => value
  }
  if ('beside' in place) {
    const { beside: name } = place
    if (name === 'present') return (_message, beside) => (beside === undefined ? undefined : beside !== null)
    return (_message, beside) => beside?.[name]
  }
  if ('field' in place) return ({ [place.field]: value }) => (value === undefined ? undefined : ((value as number) & place.mask) !== 0)
  if ('not' in place) return ({ [place.not]: value }) => (value === undefined ? undefined : !value)
  if ('nonzero' in place) return ({ [place.nonzero]: value }) => (value === undefined ? undefined : Number(value) !== 0)
  return partsReader(place.map((name) => [name, fields[name]!.at]), place.some((name) => fields[name]!.as === 'bigint'))
}

function partsReader(parts: readonly (readonly [name: string, at: readonly Slice[]])[], big: boolean): Read {
  const sized = parts.map(([name, at]) => [name, widthOf(at)] as const)
  const whole = (message: Values): boolean => sized.every(([name]) => message[name] !== undefined)
  if (big) return (message) => (whole(message) ? sized.reduce((sum, [name, width]) => (sum << BigInt(width)) | (message[name] as bigint), 0n) : undefined)
  return (message) => (whole(message) ? sized.reduce((sum, [name, width]) => sum * 2 ** width + (message[name] as number), 0) : undefined)
}
