import type { AnyMessage, Value } from '../codec/message.ts'
import { bitsOfRole, fieldOf, readerOf } from '../spec/role-fields.ts'
import { widthOf } from '../spec/slices.ts'
import type { Read } from '../spec/role-fields.ts'
import type { PasidFacts } from '../spec/rules/context.ts'
import type { Role } from '../spec/roles.ts'
import type { Layout } from '../spec/vocabulary.ts'
import type { Packet } from '../packet/carried.ts'

/** How what a role stands for is read from a packet and written into one. */

/** Puts a value that fits into a packet. */
export type Write = (packet: AnyMessage, value: Value) => void

const PASID_BITS = 20

/** Reads a role from a packet; `none` where the record does not have it. */
export function reader<V extends Value>(layout: Layout, role: Role, none: V): (packet: Packet) => V {
  const read: Read | undefined = readerOf(layout, role)
  if (read === undefined) return () => none
  return (packet) => (read(packet as AnyMessage, (packet.pasidPrefix as PasidFacts | undefined) ?? null) ?? none) as V
}

/** Whether a record has a place for a role. */
export const has = ({ roles }: Layout, role: Role): boolean => roles?.[role] !== undefined

/** Whether a role stands beside a TLP, and not in it. */
export function isBeside({ roles }: Layout, role: Role): boolean {
  const place = roles?.[role]
  return typeof place === 'object' && 'beside' in place
}

/** Whether a record has no PASID where its PASID is 0. */
export function zeroIsNone({ roles }: Layout): boolean {
  const place = roles?.pasidValid
  return typeof place === 'object' && 'nonzero' in place
}

/** Number of bits that a format has for a role. */
export function bitsOf(layout: Layout, role: Role): number {
  return role === 'pasid' && isBeside(layout, role) ? PASID_BITS : bitsOfRole(layout, role)
}

/** Whether a role is in a field that holds pages only. */
export function isPage(layout: Layout, role: Role): boolean {
  const name = fieldOf(layout, role)
  return name !== undefined && layout.fields[name]?.as === 'page'
}

const NOWHERE: Write = () => undefined

/** Writes a role into the fields of a record. What stands beside it, or in a fixed value, is not written here. */
export function writer({ fields, roles }: Layout, role: Role): Write {
  const place = roles?.[role]
  if (place === undefined) return NOWHERE
  if (typeof place === 'string') return intoField(fields, place)
  if ('beside' in place || 'nonzero' in place) return NOWHERE
  if ('field' in place) {
    const { field, mask } = place
    return (packet, value) => void (packet[field] = (((packet[field] as number | undefined) ?? 0) | (value ? mask : 0)) >>> 0)
  }
  if ('not' in place) return (packet, value) => void (packet[place.not] = !value)
  const parts = place.map((name) => ({ write: intoField(fields, name), size: 1n << BigInt(widthOf(fields[name]!.at)) })).reverse()
  return (packet, value) => {
    let rest = BigInt(value)
    for (const { write, size } of parts) {
      write(packet, rest % size)
      rest /= size
    }
  }
}

/** A field takes a number, a bigint or a boolean by its kind, whatever the generic shape has. */
function intoField(fields: Layout['fields'], name: string): Write {
  const as = fields[name]?.as
  if (as === undefined) return NOWHERE
  if (as === 'uint') return (packet, value) => void (packet[name] = Number(value))
  return as === 'flag' ? (packet, value) => void (packet[name] = value) : (packet, value) => void (packet[name] = BigInt(value))
}
