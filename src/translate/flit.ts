import type { AnyMessage } from '../codec/message.ts'
import { modeOf, recordsOf } from '../packet/carried.ts'
import type { AnyRecord } from '../registry.ts'
import type { Place, Role } from '../spec/roles.ts'
import type { Field, Layout } from '../spec/vocabulary.ts'

/** In flit mode a PASID and a segment stand in OHC words, whose fields are those of the packet. */

/** What is carried of the words. */
const CARRIED: readonly string[] = ['pasid', 'pasidValid', 'execute', 'privileged', 'segment', 'segmentValid'] satisfies Role[]

/**
 * The layout of what `decodePacket` gives: that of the record, and in flit mode with the fields and roles of its words.
 * Only OHC-C has the segment of a request, OHC-A4 that of the device that is answered.
 */
export function packetLayout(codec: AnyRecord): Layout {
  const { layout } = codec
  if (modeOf(codec) !== 'flit') return layout
  const fields: Record<string, Field> = { ...layout.fields }
  const roles: Partial<Record<Role, Place>> = { ...layout.roles }
  for (const role in roles) if (isBeside(roles[role as Role])) delete roles[role as Role]
  for (const { layout: word } of recordsOf(codec).slice(1).reverse()) {
    for (const [name, field] of Object.entries(word.fields)) fields[name] = { ...field, optional: true }
    for (const [role, place] of Object.entries(word.roles ?? {})) if (CARRIED.includes(role)) roles[role as Role] = place
  }
  return { ...layout, fields, roles }
}

const isBeside = (place: Place | undefined): boolean => typeof place === 'object' && 'beside' in place

/** The names of the fields of OHC-A, which is not sent where all of them are 0. */
export function optionalFields(codec: AnyRecord): readonly string[] {
  const word = modeOf(codec) === 'flit' ? recordsOf(codec)[1] : undefined
  return Object.keys(word?.layout.fields ?? {})
}

/** The packet without fields that say nothing. */
export function withoutEmpty(names: readonly string[], packet: AnyMessage): AnyMessage {
  if (names.every((name) => !packet[name])) for (const name of names) delete packet[name]
  return packet
}
