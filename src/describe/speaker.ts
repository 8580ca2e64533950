import type { AnyMessage, Value } from '../codec/message.ts'
import { formatRequester } from '../codec/numbers.ts'
import { readersOf, RID_BITS } from '../spec/role-fields.ts'
import type { Readers } from '../spec/role-fields.ts'
import type { PasidFacts } from '../spec/rules/context.ts'
import type { Role } from '../spec/roles.ts'
import type { Layout } from '../spec/vocabulary.ts'

/** A piece of a sentence; one with a role is a value of the record. */
export type Phrase = string | { readonly text: string; readonly role: Role }

/** What a sentence is made with beside the record. */
export interface DescribeContext {
  /** The PASID beside a TLP; null for none, unknown if left out. */
  readonly pasidPrefix?: PasidFacts | null
  /** The PCI segment of the device, where something else than the record says it. */
  readonly segment?: number
  /** The device, where something else than the record names it: a StreamID need not be its address in the PCI hierarchy. */
  readonly device?: string
  /** Where something else than the record says that a fault is of an interrupt request: its index, as far as that is known. */
  readonly interrupt?: { readonly index?: number | bigint }
  /** What a driver prints of a status register that the record does not hold; which of the two it is, if that is known. */
  readonly error?: { readonly status: number; readonly isCorrectable?: boolean }
  /** Where something else than the record says that a page request was refused: by whom, and why. */
  readonly refused?: string
}

export const hex = (value: Value): string => `0x${value.toString(16)}`

/** A Requester ID as `3b:00.1`; with the segment, 0 too, where one is said: `0000:3b:00.1`. */
export function formatDevice(rid: number, segment?: number): string {
  return segment === undefined ? formatRequester({ rid }) : `${segment === 0 ? '0000:' : ''}${formatRequester({ rid, segment })}`
}

/** What is known of a record, by role, and how it is said. */
export class Speaker {
  readonly layout: Layout
  readonly message: AnyMessage
  readonly context: DescribeContext
  private readonly readers: Readers

  constructor(layout: Layout, message: AnyMessage, context: DescribeContext) {
    this.layout = layout
    this.message = message
    this.context = context
    this.readers = readersOf(layout)
  }

  get(role: Role): Value | undefined {
    return this.readers[role]?.(this.message, this.context.pasidPrefix)
  }

  is(role: Role): boolean | undefined {
    const value = this.get(role)
    return value === undefined ? undefined : Boolean(value)
  }

  say(role: Role, text: string): Phrase {
    return { text, role }
  }

  /** What a field's value means, if the table says it. */
  meant(field: string): string | undefined {
    return this.layout.fields[field]?.meanings?.[Number(this.message[field])]
  }

  /** The name of a field's value, if the table has one. */
  named(field: string): string | undefined {
    const value = this.message[field]
    const codes = this.layout.fields[field]?.codes
    if (value === undefined || typeof value === 'boolean' || !codes) return undefined
    return Object.entries(codes).find(([, code]) => BigInt(code) === BigInt(value))?.[0]
  }

  /**
   * The device by its address in the PCI hierarchy. The bits of a StreamID above the lowest 16 are not always the
   * segment, so it is said as it is, unless something else tells the segment.
   */
  device(): Phrase | undefined {
    const id = this.get('device')
    if (id === undefined) {
      const object = this.get('object')
      return object === undefined ? undefined : this.say('object', `device ${object}`)
    }
    const number = Number(id)
    const { device } = this.context
    if (device !== undefined) return this.say('device', `${device} (StreamID ${hex(number)})`)
    const above = number >>> RID_BITS
    const own = this.is('segmentValid') === false ? undefined : this.get('segment')
    const segment = this.context.segment ?? (own === undefined ? undefined : Number(own))
    const name = formatDevice(number & 0xffff, segment)
    return this.say('device', above === 0 || segment !== undefined ? name : `${name} (${this.layout.id.startsWith('smmuv3.') ? 'StreamID' : 'device ID'} ${hex(number)})`)
  }

  /** `before` and the PASID, if there is one; `none`, if there is none; nothing, if that is not known. */
  pasid(before: string, none = ''): readonly Phrase[] {
    const pasid = this.get('pasid')
    const valid = this.is('pasidValid')
    if (valid === false) return none === '' ? [] : [none]
    return pasid === undefined || (valid === undefined && Number(pasid) === 0) ? [] : [before, this.say('pasid', hex(pasid))]
  }
}

/** `a, b and c`. */
export function listed(phrases: readonly Phrase[]): readonly Phrase[] {
  const list: Phrase[] = []
  for (let i = 0; i < phrases.length; i++) {
    if (i > 0) list.push(i === phrases.length - 1 ? ' and ' : ', ')
    list.push(phrases[i]!)
  }
  return list
}
