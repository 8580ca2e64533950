import { isFailure, NUMBERINGS } from '../spec/numbering.ts'
import type { Layout } from '../spec/vocabulary.ts'
import { hex, listed } from './speaker.ts'
import type { Phrase, Speaker } from './speaker.ts'

/** Page requests and page responses. */

const ACCESS = ['read', 'write', 'execute'] as const

/** `read and write`. */
function wanted(speaker: Speaker): readonly Phrase[] {
  const access: Phrase[] = []
  for (const role of ACCESS) if (speaker.is(role)) access.push(speaker.say(role, role))
  return access
}

export function request(speaker: Speaker): readonly Phrase[] {
  const { layout } = speaker
  if (layout.carries!.unlike === 'stalled transaction') return stalled(speaker)
  const device = speaker.device() ?? 'a device'
  const [read, write, last] = [speaker.is('read'), speaker.is('write'), speaker.is('last')]
  const marker = layout.carries!.unlike === 'stop marker' || (last && read === false && write === false && speaker.is('pasidValid'))
  if (marker) return [device, ' has stopped using', ...speaker.pasid(' PASID '), ': a Stop Marker, which is never answered']
  const access = wanted(speaker)
  const [address, group] = [speaker.get('address'), speaker.get('group')]
  return [
    device,
    ...(access.length > 0 ? [' asks to ', ...listed(access)] : [read === false && write === false ? ' asks for no access to' : ' asks for']),
    ...(address === undefined ? [' a page'] : [' ', speaker.say('address', hex(address))]),
    ...speaker.pasid(' of PASID ', ', without a PASID'),
    ...(speaker.is('privileged') && !meansNothing(layout, speaker.is('pasidValid')) ? [', ', speaker.say('privileged', 'privileged')] : []),
    ...(group === undefined ? [] : ['; ', last === undefined ? 'in' : speaker.say('last', last ? 'last of' : 'more to come in'), ' group ', speaker.say('group', hex(group))]),
    ...(speaker.context.refused === undefined ? [] : ['; ', speaker.context.refused]),
  ]
}

/** Whether privileged is nothing but that no bit says "user", of a request without a PASID, with which those bits go. */
const meansNothing = ({ roles }: Layout, hasPasid: boolean | undefined): boolean => hasPasid === false && typeof roles?.privileged === 'object' && 'not' in roles.privileged

/** A fault: whether it stalls, and so waits for an answer, is the first that one wants to know. */
function stalled(speaker: Speaker): readonly Phrase[] {
  const { message } = speaker
  const address = speaker.get('address')
  const [read, privileged, execute] = [speaker.is('read'), speaker.is('privileged'), speaker.is('execute')]
  return [
    speaker.named('eventNumber') ?? 'a fault',
    ...(message['stall'] === true ? [', stalled until CMD_RESUME gives back ', ...stag(speaker)] : []),
    ': ', speaker.device() ?? 'a device', ...speaker.pasid(', PASID '),
    ...(read === undefined ? [] : [', ', speaker.say('privileged', privileged ? 'privileged' : 'unprivileged'), ' ', speaker.say('execute', execute ? 'instruction' : 'data'), ' ', speaker.say(read ? 'read' : 'write', read ? 'read' : 'write')]),
    ...(address === undefined ? [] : [read === undefined ? ', ' : ' at ', speaker.say('address', hex(address))]),
    ...(message['stage2'] === true ? [', stage 2'] : []),
  ]
}

function stag(speaker: Speaker): readonly Phrase[] {
  const tag = speaker.get('tag')
  return tag === undefined ? ['its STAG'] : ['STAG ', speaker.say('tag', hex(tag))]
}

export function response(speaker: Speaker): readonly Phrase[] {
  const { layout, message } = speaker
  const [code, group, cookie] = [speaker.get('code'), speaker.get('group'), speaker.get('cookie')]
  const device = speaker.device() ?? 'the device'
  if (layout.carries!.unlike === 'answer to a stalled transaction') {
    const what = message['action'] === undefined ? 'ends' : message['action'] === true ? 'retries' : `terminates${message['abort'] === true ? ', with an abort,' : ''}`
    return [what, ' the stalled transaction of ', device, ', ', ...stag(speaker)]
  }
  const what: readonly Phrase[] = group !== undefined ? ['group ', speaker.say('group', hex(group))] : cookie !== undefined ? ['the group with cookie ', speaker.say('cookie', hex(cookie))] : ['a group']
  return ['tells ', device, ' that ', ...what, ...speaker.pasid(' of PASID '), ...(code === undefined ? [' is answered'] : [' ', speaker.say('code', outcome(Number(code), layout.carries!.codes))])]
}

function outcome(code: number, codes: keyof typeof NUMBERINGS | undefined): string {
  const numbering = NUMBERINGS[codes ?? 'PCIe']
  if (code === numbering.success) return 'succeeded'
  if (code === numbering.invalid) return 'was invalid'
  const known = 'failure' in numbering && code === numbering.failure
  return isFailure(code, numbering) ? (known ? 'failed' : `failed (code ${hex(code)})`) : `is answered with code ${hex(code)}, which has no meaning here`
}
