import type { Value } from '../codec/message.ts'
import { hex } from './speaker.ts'
import type { Phrase, Speaker } from './speaker.ts'

/** Faults: who was refused what, and why. */

/** What was refused, with the word that stands before its address. */
type Wanted = readonly [what: string, before: 'of' | 'to' | 'at']

const READ: Wanted = ['a read', 'of']
const WRITE: Wanted = ['a write', 'to']
const ACCESS: Wanted = ['an access', 'to']
const TRANSLATION: Wanted = ['a translation request', 'at']
const PAGE_REQUEST: Wanted = ['a page request', 'at']
const INTERRUPT: Wanted = ['an interrupt request', 'at']
const byTranslated = ([what]: Wanted): Wanted => [`${what} by a translated address`, 'at']

function refused(speaker: Speaker, [what, before]: Wanted, address: Value | undefined, why: readonly Phrase[], more = ''): readonly Phrase[] {
  return [
    speaker.device() ?? 'a device', ...speaker.pasid(', PASID '), ` was refused ${what}`,
    ...(address === undefined ? [] : [` ${before} `, speaker.say('address', hex(address))]), more, ...(why.length === 0 ? [] : [': ', ...why]),
  ]
}

/** What a code means, with its name. */
function because(speaker: Speaker, field: string): readonly Phrase[] {
  const code = speaker.message[field]
  if (code === undefined) return []
  return [speaker.meant(field) ?? 'a reason that the specification does not name', ' (', speaker.say('code', speaker.named(field) ?? hex(code)), ')']
}

const ATS = { translationRequest: 1, translatedRequest: 2 } as const

/** Fault reasons of VT-d that are of interrupts. The address of such a record holds an index. */
const isInterrupt = (reason: Value | undefined): boolean => Number(reason) >= 0x20 && Number(reason) <= 0x2f

function vtd(speaker: Speaker): readonly Phrase[] {
  const { type1, type2, addressType, faultReason } = speaker.message
  const why = because(speaker, 'faultReason')
  const { interrupt } = speaker.context
  if (interrupt || isInterrupt(faultReason)) return refused(speaker, INTERRUPT, undefined, why, interrupt?.index === undefined ? '' : `, index ${hex(interrupt.index)}`)
  const access: Wanted = type2 === true ? (type1 === true ? ['an AtomicOp', 'at'] : PAGE_REQUEST) : type1 === undefined ? ACCESS : type1 === true ? READ : WRITE
  const wanted = addressType === ATS.translationRequest ? TRANSLATION : addressType === ATS.translatedRequest ? byTranslated(access) : access
  const modes = (['execute', 'privileged'] as const).filter((role) => speaker.is(role))
  return refused(speaker, wanted, speaker.get('address'), why, modes.map((mode) => `, ${mode}`).join(''))
}

function amd(speaker: Speaker): readonly Phrase[] {
  const { interrupt, translation, present, write, permission, reservedBitsSet } = speaker.message
  // RW says something of a page that is present only.
  const access = present !== true || write === undefined ? ACCESS : write === true ? WRITE : READ
  const wanted = interrupt === true ? INTERRUPT : translation === true ? TRANSLATION : access
  const forbidden = permission === true ? 'the page does not permit it' : reservedBitsSet === true ? 'a reserved bit is set in a table entry' : 'a table entry is encoded wrongly'
  const missing = interrupt === true ? 'it is not remapped' : 'the page is not present'
  return ['IO_PAGE_FAULT: ', ...refused(speaker, wanted, speaker.get('address'), present === undefined ? [] : [present === true ? forbidden : missing], spaceOf(speaker))]
}

/** Linux prints the domain or the low bits of the PASID by one name. */
function spaceOf({ message: { guest, pasidHigh, domainIdOrPasidLow: low } }: Speaker): string {
  if (low === undefined) return ''
  if (guest === false) return ` of domain ${hex(low)}`
  return guest === true && pasidHigh !== undefined ? ` of PASID ${hex(Number(pasidHigh) * 2 ** 16 + Number(low))}` : ` of ${guest === true ? 'a PASID that ends in' : 'domain or PASID'} ${hex(low)}`
}

const FETCH: Wanted = ['an instruction fetch', 'at']
const TYPES: Readonly<Record<string, Wanted>> = {
  UntranslatedFetch: FETCH, UntranslatedRead: READ, UntranslatedWrite: WRITE, AtsTranslationRequest: TRANSLATION, MessageRequest: ['a message', 'at'],
  TranslatedFetch: byTranslated(FETCH), TranslatedRead: byTranslated(READ), TranslatedWrite: byTranslated(WRITE),
}

/** Of a message, iotval is the code and no address. */
const PAGE_REQUEST_MESSAGE = 4n
/** The first cause that is of the IOMMU, and not of a table of pages. */
const DISALLOWED = 256

function riscv(speaker: Speaker): readonly Phrase[] {
  const { iotval } = speaker.message
  const type = speaker.named('ttyp')
  const why = because(speaker, 'cause')
  if (type === 'None') return ['no transaction: ', ...why]
  if (type === 'MessageRequest') return refused(speaker, iotval === PAGE_REQUEST_MESSAGE ? PAGE_REQUEST : TYPES[type]!, undefined, why)
  // Where the type is not known, the code may be that of a page request that was refused.
  const mayBeCode = type === undefined && iotval === PAGE_REQUEST_MESSAGE && Number(speaker.message['cause']) >= DISALLOWED
  return refused(speaker, TYPES[type ?? ''] ?? ACCESS, mayBeCode ? undefined : iotval, why)
}

const SENTENCES: Readonly<Record<string, (speaker: Speaker) => readonly Phrase[]>> = {
  'vtd.fault-record': vtd, 'amd.event-io-page-fault': amd, 'riscv.fault-record': riscv, 'riscv.fault-record-be': riscv,
}

/** The sentence of a fault; undefined for any other record. */
export const fault = (speaker: Speaker): readonly Phrase[] | undefined => SENTENCES[speaker.layout.id]?.(speaker)
