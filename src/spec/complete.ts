import { namesIn } from './role-fields.ts'
import { widthOf } from './slices.ts'
import { ROLES } from './roles.ts'
import type { Place, Role } from './roles.ts'
import type { Layout } from './vocabulary.ts'

/** Roles that are a flag. */
const FLAGS: readonly Role[] = [
  'segmentValid', 'pasidValid', 'pasidRequired', 'read', 'write', 'execute', 'privileged', 'noWrite', 'global', 'last',
  'streamRequested', 'batch', 'privateDataValid', 'enable',
]

/** Everything that is wrong with the second table of a layout, one sentence each. */
export function problemsOfRoles({ roles = {}, carries, fields, fixed = {} }: Layout): string[] {
  const problems: string[] = []
  const known = (name: string): boolean => Object.hasOwn(fields, name) || Object.hasOwn(fixed, name)
  for (const [role, place] of Object.entries(roles) as [Role, Place][]) {
    if (!ROLES.includes(role)) problems.push(`${role} is no role`)
    if (!isPlace(place)) {
      problems.push(`the role ${role} has no place`)
      continue
    }
    for (const name of namesIn(place)) {
      if (!known(name)) problems.push(`the role ${role} is of ${name}, which the record does not have`)
      else if (FLAGS.includes(role) && !isMask(place) && !isNonzero(place) && widthOf((fields[name] ?? fixed[name])!.at) !== 1) problems.push(`the role ${role} is a flag, but ${name} has more than one bit`)
      else if (isMask(place) && fields[name]?.as !== 'uint') problems.push(`the role ${role} is a bit of ${name}, which is no uint`)
    }
  }
  if (carries === undefined) return problems
  if (carries.what !== 'page request' && carries.what !== 'page response') problems.push('carries.what must be "page request" or "page response"')
  if (problems.length > 0) return problems
  const named = new Set([...Object.values(roles).flatMap(namesIn), ...Object.keys(carries.others ?? {})])
  for (const name of Object.keys(carries.others ?? {})) if (!Object.hasOwn(fields, name)) problems.push(`${name}, which has a value besides the roles, is no field`)
  if (carries.unlike !== undefined) return problems
  for (const [name, { optional }] of Object.entries(fields)) {
    if (!optional && !named.has(name)) problems.push(`the record carries a ${carries.what}, but neither a role nor a value says what ${name} is in it`)
  }
  for (const role of carries.what === 'page request' ? (['group', 'address'] as const) : (['group', 'code'] as const)) {
    if (roles[role] === undefined) problems.push(`the record carries a ${carries.what}, but has no ${role}`)
  }
  return problems
}

function isPlace(place: unknown): place is Place {
  if (typeof place === 'string') return true
  if (Array.isArray(place)) return place.findIndex((name) => typeof name !== 'string') < 0
  if (typeof place !== 'object' || place === null) return false
  const { field, mask, not, nonzero, beside } = place as Readonly<Record<string, unknown>>
  return typeof field === 'string' ? Number.isInteger(mask) : [not, nonzero, beside].some((name) => typeof name === 'string')
}

const isNonzero = (place: Place): boolean => typeof place === 'object' && 'nonzero' in place
const isMask = (place: Place): boolean => typeof place === 'object' && 'mask' in place
