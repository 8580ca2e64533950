import type { AnyMessage } from '../codec/message.ts'
import type { Layout } from '../spec/vocabulary.ts'
import { capability } from './capabilities.ts'
import { pcieError } from './errors.ts'
import { fault } from './faults.ts'
import { anything } from './others.ts'
import { request, response } from './pages.ts'
import { invalidation, rangeOf, translation } from './ranges.ts'
import { hex, Speaker } from './speaker.ts'
import type { DescribeContext, Phrase } from './speaker.ts'

export { formatRange } from './ranges.ts'
export { formatDevice } from './speaker.ts'
export type { DescribeContext, Phrase } from './speaker.ts'

/**
 * What a record says, as a colleague would say it. A field that `message` does not have is not spoken of.
 * @param message the fields that are known
 */
export function describe(layout: Layout, message: AnyMessage, context: DescribeContext = {}): readonly Phrase[] {
  const speaker = new Speaker(layout, message, context)
  if (layout.carries?.what === 'page request') return request(speaker)
  if (layout.carries?.what === 'page response') return response(speaker)
  const range = rangeOf(layout, message)
  if (range) return speaker.get('device') === undefined && speaker.get('read') !== undefined ? translation(speaker, range) : invalidation(speaker, range)
  return capability(speaker) ?? translationRequest(speaker) ?? fault(speaker) ?? pcieError(speaker) ?? anything(speaker)
}

/** The sentence as text. */
export function sentenceOf(phrases: readonly Phrase[]): string {
  let text = ''
  for (const phrase of phrases) text += typeof phrase === 'string' ? phrase : phrase.text
  return text
}

/** A Translation Request of ATS, by what only it has: an address, a length and No Write. */
function translationRequest(speaker: Speaker): readonly Phrase[] | undefined {
  const { layout } = speaker
  if (layout.roles?.noWrite === undefined || layout.roles.address === undefined || layout.roles.length === undefined) return undefined
  const [address, length] = [speaker.get('address'), speaker.get('length')]
  return [
    speaker.device() ?? 'a device', ' asks for the translation of ', ...(address === undefined ? ['an address'] : [speaker.say('address', hex(address))]),
    ...speaker.pasid(' of PASID '), ...(length === undefined ? [] : ['; ', speaker.say('length', `up to ${Number(length) / 2}`), ' entries']),
    ...(speaker.is('noWrite') ? [', ', speaker.say('noWrite', 'not to write')] : []),
  ]
}
