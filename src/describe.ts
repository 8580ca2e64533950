import type { AnyMessage, Value } from './codec/message.ts'
import { decodeRange, rangeIds } from './ranges.ts'
import type { AddressRange } from './ranges.ts'
import { isFailure, NUMBERINGS } from './spec/numbering.ts'
import { readerOf, RID_BITS } from './spec/places.ts'
import type { PasidFacts } from './spec/rules/context.ts'
import type { Role } from './spec/roles.ts'
import type { Layout } from './spec/vocabulary.ts'

/** A piece of a sentence; one with a role is a value of the record. */
export type Phrase = string | { readonly text: string; readonly role: Role }

/** What `describe` knows beside the record. */
export interface DescribeContext {
  /** The PASID beside a TLP; null for none, unknown if left out. */
  readonly pasidPrefix?: PasidFacts | null
  /** The PCI segment of the device, where something else than the record says it. */
  readonly segment?: number
}

/** A Requester ID as `3b:00.1`, in a segment `0001:3b:00.1`. */
export function formatDevice(rid: number, segment?: number): string {
  const hex = (value: number, width: number): string => value.toString(16).padStart(width, '0')
  return `${segment === undefined ? '' : `${hex(segment, 4)}:`}${hex(rid >> 8, 2)}:${hex((rid >> 3) & 31, 2)}.${rid & 7}`
}

const hex = (value: Value): string => `0x${value.toString(16)}`

/**
 * What a record says, as a colleague would say it. A field that `message` does not have is not spoken of.
 * @param message the fields that are known
 */
export function describe(layout: Layout, message: AnyMessage, context: DescribeContext = {}): readonly Phrase[] {
  const speaker = new Speaker(layout, message, context)
  if (layout.carries?.what === 'page request') return request(speaker)
  if (layout.carries?.what === 'page response') return response(speaker)
  const range = rangeOf(layout, message)
  if (range) return invalidation(speaker, range)
  return anything(speaker)
}

/** The sentence as text. */
export const sentenceOf = (phrases: readonly Phrase[]): string => phrases.map((phrase) => (typeof phrase === 'string' ? phrase : phrase.text)).join('')

/** What is known of a record, by role. */
class Speaker {
  readonly layout: Layout
  readonly message: AnyMessage
  readonly context: DescribeContext

  constructor(layout: Layout, message: AnyMessage, context: DescribeContext) {
    this.layout = layout
    this.message = message
    this.context = context
  }

  get(role: Role): Value | undefined {
    return readerOf(this.layout, role)?.(this.message, this.context.pasidPrefix)
  }

  is(role: Role): boolean | undefined {
    const value = this.get(role)
    return value === undefined ? undefined : Boolean(value)
  }

  say(role: Role, text: string): Phrase {
    return { text, role }
  }

  /** The device by its address in the PCI hierarchy; a number beyond 16 bits has the segment above it. */
  device(): Phrase | undefined {
    const id = this.get('device')
    if (id === undefined) {
      const object = this.get('object')
      return object === undefined ? undefined : this.say('object', `device ${object}`)
    }
    const number = Number(id)
    const own = this.is('segmentValid') === false ? undefined : this.get('segment')
    const above = number >>> RID_BITS
    return this.say('device', formatDevice(number & 0xffff, above !== 0 ? above : own !== undefined ? Number(own) : this.context.segment))
  }

  /** ` of PASID 0x2`, if there is one; ` without a PASID` if there is none; nothing if that is not known. */
  pasid(none = ', without a PASID'): readonly Phrase[] {
    const pasid = this.get('pasid')
    const valid = this.is('pasidValid')
    if (valid === false) return none === '' ? [] : [none]
    return pasid === undefined || (valid === undefined && Number(pasid) === 0) ? [] : [' of PASID ', this.say('pasid', hex(pasid))]
  }
}

function request(speaker: Speaker): readonly Phrase[] {
  const { layout } = speaker
  const device = speaker.device() ?? 'a device'
  const [read, write, execute, privileged, last] = (['read', 'write', 'execute', 'privileged', 'last'] as const).map((role) => speaker.is(role))
  const wanted = [read && speaker.say('read', 'read'), write && speaker.say('write', 'write'), execute && speaker.say('execute', 'execute')].filter((phrase) => phrase !== undefined && phrase !== false)
  const valid = speaker.is('pasidValid')
  if (layout.carries!.unlike === 'stop marker' || (last && read === false && write === false && valid)) return [device, ' has stopped using', ...speaker.pasid('').map((p) => (p === ' of PASID ' ? ' PASID ' : p)), ': a Stop Marker, which is never answered']
  const address = speaker.get('address')
  const group = speaker.get('group')
  return [
    device,
    wanted.length === 0 ? (read === false && write === false ? ' asks for no access to' : ' asks for') : ' asks to ',
    ...listed(wanted),
    ...(address === undefined ? [' a page'] : [' ', speaker.say('address', hex(address))]),
    ...speaker.pasid(),
    ...(privileged ? [', ', speaker.say('privileged', 'privileged')] : []),
    ...(group === undefined ? [] : ['; ', last === undefined ? 'in' : speaker.say('last', last ? 'last of' : 'more to come in'), ' group ', speaker.say('group', hex(group))]),
  ]
}

const listed = (phrases: readonly Phrase[]): readonly Phrase[] =>
  phrases.flatMap((phrase, i) => (i === 0 ? [phrase] : [i === phrases.length - 1 ? ' and ' : ', ', phrase]))

function response(speaker: Speaker): readonly Phrase[] {
  const { layout } = speaker
  const code = speaker.get('code')
  const group = speaker.get('group')
  const cookie = speaker.get('cookie')
  const tag = speaker.get('tag')
  const what = group !== undefined ? ['group ', speaker.say('group', hex(group))] : cookie !== undefined ? ['the group with cookie ', speaker.say('cookie', hex(cookie))] : tag !== undefined ? ['the transaction with tag ', speaker.say('tag', hex(tag))] : ['a group']
  const numbering = layout.carries!.codes
  return [
    'tells ', speaker.device() ?? 'the device', ' that ', ...what, ...speaker.pasid(''),
    ...(code === undefined ? [' is answered'] : [' ', speaker.say('code', outcome(Number(code), numbering === undefined ? undefined : isFailure(Number(code), NUMBERINGS[numbering])))]),
  ]
}

const outcome = (code: number, failed: boolean | undefined): string => (failed === undefined ? `is answered with code ${hex(code)}` : failed ? (code === 0xf ? 'failed' : `failed (code ${hex(code)})`) : code === 0 ? 'succeeded' : 'was invalid')

function rangeOf(layout: Layout, message: AnyMessage): AddressRange | undefined {
  if (!(rangeIds as readonly string[]).includes(layout.id)) return undefined
  try {
    return decodeRange(layout.id as never, message as never)
  } catch {
    return undefined // the fields of the range are not there
  }
}

/** `64 pages at 0x1000`; a page has 4 KiB. */
export function formatRange({ address, bytes: size }: AddressRange): string {
  if (size >= 1n << 64n) return 'everything'
  const units = [[1n << 40n, 'TiB'], [1n << 30n, 'GiB'], [1n << 20n, 'MiB']] as const
  const [unit, name] = units.find(([unit]) => size >= unit && size % unit === 0n) ?? [4096n, size === 4096n ? 'page' : 'pages']
  return `${size / unit} ${name} at ${hex(address)}`
}

function invalidation(speaker: Speaker, range: AddressRange): readonly Phrase[] {
  const depth = speaker.get('depth')
  const device = speaker.device()
  return [
    'device-TLB invalidate',
    ...(device === undefined ? [] : [' of ', device]),
    ...speaker.pasid('').map((phrase) => (phrase === ' of PASID ' ? ', PASID ' : phrase)),
    ', ', speaker.say('size', formatRange(range)),
    ...(speaker.is('global') ? [', ', speaker.say('global', 'whatever the PASID')] : []),
    ...(depth === undefined ? [] : ['; ', speaker.say('depth', `${Number(depth) === 0 ? 32 : Number(depth)}`), ' may be pending']),
  ]
}

/** How a role is spoken of where there is no sentence for the record. */
const WORDS: readonly (readonly [role: Role, before: string])[] = [
  ['device', ''], ['pasid', 'PASID '], ['group', 'group '], ['tag', 'tag '], ['code', 'code '], ['status', 'status '], ['address', 'address '], ['byteCount', 'byte count '],
]

function anything(speaker: Speaker): readonly Phrase[] {
  const values = WORDS.flatMap(([role, before]): Phrase[][] => {
    if (role === 'device') {
      const device = speaker.device()
      return device === undefined ? [] : [[device]]
    }
    if (role === 'pasid' && speaker.is('pasidValid') === false) return []
    const value = speaker.get(role)
    return value === undefined ? [] : [[before, speaker.say(role, hex(value))]]
  })
  return [speaker.layout.title, ...values.flatMap((phrases, i) => [i === 0 ? ': ' : ', ', ...phrases])]
}
