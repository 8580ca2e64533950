import type { Value } from '../codec/message.ts'
import { invalidRequest } from '../spec/neighbours/amd-codes.ts'
import { perLayout } from '../spec/per-layout.ts'
import { readingOrder, roleOf } from '../spec/role-fields.ts'
import type { Layout } from '../spec/vocabulary.ts'
import { formatDevice, hex } from './speaker.ts'
import type { Phrase, Speaker } from './speaker.ts'

/** Values that are said of a record for which there is no sentence of its own. */
const MOST = 6

/** Bits that have a name by their place alone, and those of revisions: of interest only where they are set, and then in the fields. */
const unnamed = /bits?\d/i

/**
 * Any other record: what it is, whose it is, and the values that are not 0, in the order in which a reader wants them.
 */
export function anything(speaker: Speaker): readonly Phrase[] {
  const { layout, message } = speaker
  const device = speaker.device()
  const { meaning } = layout
  const said: Phrase[][] = meaning !== undefined ? [[meaning]] : device === undefined ? [] : [[device]]
  for (const name of orderOf(layout)) {
    if (said.length >= MOST) break
    const value = message[name]
    const role = roleOf(layout, name)
    if (value === undefined || role === 'device' || role === 'segment' || role === 'segmentValid' || role === 'pasidValid' || unnamed.test(name) || Number(value) === 0) continue
    if (role === 'pasid' && speaker.is('pasidValid') === false) continue
    const text = role === 'physicalFunction' ? formatDevice(Number(value)) : textOf(speaker, name, value)
    said.push(value === true ? [role ? speaker.say(role, text) : text] : [`${role === 'pasid' ? 'PASID' : wordsOf(name)} `, role ? speaker.say(role, text) : text])
  }
  return [titleOf(layout), ...(meaning === undefined || device === undefined ? [] : [' of ', device]), ...said.flatMap((phrases, i) => [i === 0 ? ': ' : ', ', ...phrases])]
}

const orderOf = /* @__PURE__ */ perLayout(readingOrder)

function textOf(speaker: Speaker, name: string, value: Value): string {
  const meaning = meaningOf(speaker, name)
  return value === true ? flagOf(speaker.layout, name) : (speaker.named(name) ?? `${hex(value)}${meaning === undefined ? '' : ` (${meaning})`}`)
}

/** What the value of a field means where that depends on another field. */
const meaningOf = ({ layout, message }: Speaker, name: string): string | undefined => (layout.id === 'amd.event-invalid-device-request' && name === 'type' ? invalidRequest(message['translation'], message[name]) : undefined)

/** A flag of a register by what it says: it has nothing else to say. */
function flagOf({ place, roles, fields }: Layout, name: string): string {
  const says = place === undefined && roles === undefined ? /: (.+)$/.exec(fields[name]!.doc)?.[1] : undefined
  return says ?? wordsOf(name)
}

const KEPT: Readonly<Record<string, string>> = { pasid: 'PASID', rid: 'RID', sid: 'SID', pfsid: 'PFSID', asid: 'ASID', vmid: 'VMID', ipa: 'IPA', stag: 'STAG', itag: 'ITag' }

/** `domainId` as `domain ID`. */
function wordsOf(name: string): string {
  return KEPT[name] ?? name.split(/(?=[A-Z])/).map((word, i) => (word === 'Id' ? 'ID' : i === 0 ? word : word.toLowerCase())).join(' ')
}

/** The title without the word that every title of its place has. */
function titleOf({ title }: Layout): string {
  return title.replace(/ (?:Descriptor|command|event|capability)$/, '')
}
