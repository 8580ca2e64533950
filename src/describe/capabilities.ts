import { hex } from './speaker.ts'
import type { Phrase, Speaker } from './speaker.ts'

/** The capabilities of a function: whether it is on is what people look for. */

const state = (speaker: Speaker): Phrase => {
  const on = speaker.message['enable']
  return on === undefined ? 'not said to be enabled or not' : speaker.say('enable', on === true ? 'enabled' : 'disabled')
}

type Say = (speaker: Speaker) => readonly (Phrase | false | undefined)[]

const SENTENCES: Readonly<Record<string, { readonly name: string; readonly say: Say }>> = {
  'config.ats-capability': {
    name: 'ATS',
    say: ({ message: m }) => [
      m['invalidateQueueDepth'] !== undefined && `${Number(m['invalidateQueueDepth']) === 0 ? 32 : Number(m['invalidateQueueDepth'])} invalidations may be pending`,
      m['pageAlignedRequest'] === true && 'page aligned',
      m['globalInvalidateSupported'] === true && 'global invalidate',
      Number(m['smallestTranslationUnit'] ?? 0) !== 0 && `smallest translation unit ${4 * 2 ** Number(m['smallestTranslationUnit'])} KiB`,
    ],
  },
  'config.pri-capability': {
    name: 'PRI',
    say: ({ message: m }) => [
      m['stopped'] === true && 'stopped',
      m['reset'] === true && 'reset',
      m['responseFailure'] === true && 'RF: a response failure came',
      m['unexpectedPrgIndex'] === true && 'UPRGI: a response with an unexpected index came',
      m['prgResponsePasidRequired'] === true && 'PASID required on responses',
      m['pageRequestCapacity'] !== undefined && `capacity ${hex(m['pageRequestCapacity'])}`,
      m['pageRequestAllocation'] !== undefined && `allocation ${hex(m['pageRequestAllocation'])}`,
    ],
  },
  'config.pasid-capability': {
    name: 'PASID',
    say: ({ message: m }) => [
      m['executePermissionSupported'] === true && 'execute',
      m['privilegedModeSupported'] === true && 'privileged',
      m['maxPasidWidth'] !== undefined && `width ${Number(m['maxPasidWidth'])}`,
      m['executePermissionEnable'] === true && 'execute enabled',
      m['privilegedModeEnable'] === true && 'privileged enabled',
    ],
  },
}

/** The sentence of a capability; undefined for any other record. */
export function capability(speaker: Speaker): readonly Phrase[] | undefined {
  const sentence = SENTENCES[speaker.layout.id]
  if (!sentence) return undefined
  const parts = sentence.say(speaker).filter((part): part is Phrase => part !== false && part !== undefined)
  return [`${sentence.name} `, state(speaker), ...parts.flatMap((part) => [', ', part])]
}
