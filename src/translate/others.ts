import type { AnyMessage, Value } from '../codec/message.ts'
import { namesIn } from '../spec/role-fields.ts'
import type { Other } from '../spec/roles.ts'
import type { Layout } from '../spec/vocabulary.ts'
import type { Context } from './context.ts'
import type { Packet } from '../packet/carried.ts'

/** What stands in a record beside its roles: fields that must say something, bits without a role, fields that may be left out. */
export interface Others {
  /** Tells of what is not carried. @throws {CodecError} `translate` where the record carries no request or response at all */
  read(packet: Packet, context: Context): void
  /** Writes what has to be there. */
  write(packet: AnyMessage): void
}

type Check = (packet: Packet, context: Context) => void

export function othersOf({ roles = {}, carries, fields }: Layout): Others {
  const others = Object.entries(carries?.others ?? {})
  const named = new Set([...Object.values(roles).flatMap(namesIn), ...others.map(([name]) => name)])
  const constants = others.flatMap(([name, { is }]) => (is === undefined ? [] : [[name, asField(fields[name]!.as, is)] as const]))
  const checks: Check[] = [
    ...others.flatMap(([name, other]) => (other.is === undefined ? [] : [checkOf(name, asField(fields[name]!.as, other.is), other)])),
    ...maskedFields(Object.values(roles)).map(([name, known]) => bitsCheck(name, known, carries?.others?.[name])),
    ...others.flatMap(([name, other]) => (other.known === undefined ? [] : [bitsCheck(name, other.known, other)])),
    ...Object.entries(fields).flatMap(([name, { optional, doc }]) => (optional && !named.has(name) ? [leftOut(name, doc)] : [])),
  ]
  return {
    read(packet, context) {
      for (const check of checks) check(packet, context)
    },
    write(packet) {
      for (const [name, value] of constants) packet[name] = value
    },
  }
}

/** In a table of plain data a bigint is a number. */
const asField = (as: string, value: number | boolean): Value => (as === 'page' || as === 'bigint' ? BigInt(value) : value)

function checkOf(name: string, right: Value, { expected, orMore, note = `${name} {} is not carried` }: Other): Check {
  return (packet, context) => {
    const value = packet[name] as Value
    if (value === right) return
    if (expected !== undefined && !(orMore && value > right)) context.refuse(name, expected, value)
    context.note(note.replace('{}', String(value)))
  }
}

/** The fields of which single bits have a role, with those bits. */
function maskedFields(places: readonly unknown[]): [name: string, known: number][] {
  const known = new Map<string, number>()
  for (const place of places as { field?: string; mask?: number }[]) {
    if (place.field !== undefined) known.set(place.field, (known.get(place.field) ?? 0) | place.mask!)
  }
  return [...known]
}

function bitsCheck(name: string, known: number, { expected, note }: Other = {}): Check {
  return (packet, context) => {
    const unknown = ((packet[name] as number) & ~known) >>> 0
    if (unknown === 0) return
    if (expected !== undefined) context.refuse(name, expected, packet[name])
    context.note(note ?? `${name} has bits 0x${unknown.toString(16)} set, which mean nothing here and are not carried`)
  }
}

/** Header bits of a TLP, bits without a name: they are in no generic shape. */
function leftOut(name: string, doc: string): Check {
  return ({ [name]: value }, context) => {
    if (value) context.note(`${name} ${String(value)} is not carried (${doc})`)
  }
}
