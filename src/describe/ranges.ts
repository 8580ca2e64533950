import type { AnyMessage } from '../codec/message.ts'
import { CodecError } from '../codec/errors.ts'
import { decodeRange, rangeIds } from '../ranges.ts'
import type { AddressRange } from '../ranges.ts'
import type { Layout } from '../spec/vocabulary.ts'
import { hex } from './speaker.ts'
import type { Phrase, Speaker } from './speaker.ts'

const ranges: ReadonlySet<string> = /* @__PURE__ */ new Set(rangeIds)

/** The range of an invalidation or a translation, where all of it is known. */
export function rangeOf(layout: Layout, message: AnyMessage): AddressRange | undefined {
  if (!ranges.has(layout.id)) return undefined
  try {
    return decodeRange(layout.id as never, message as never)
  } catch (error) {
    if (error instanceof CodecError || error instanceof TypeError) return undefined // a field of the range is not there
    throw error
  }
}

const UNITS = [[1n << 40n, 'TiB'], [1n << 30n, 'GiB'], [1n << 20n, 'MiB']] as const

/** `64 pages at 0x1000`; a page has 4 KiB. */
export function formatRange({ address, size: bytes }: AddressRange): string {
  if (bytes >= 1n << 63n) return 'everything'
  const [unit, name] = UNITS.find(([size]) => bytes >= size && bytes % size === 0n) ?? [4096n, bytes === 4096n ? 'page' : 'pages']
  return `${bytes / unit} ${name} at ${hex(address)}`
}

export function invalidation(speaker: Speaker, range: AddressRange): readonly Phrase[] {
  const depth = speaker.get('depth')
  const device = speaker.device()
  return [
    'device-TLB invalidate',
    ...(device === undefined ? [] : [' of ', device]),
    ...speaker.pasid(', PASID '),
    ', ', speaker.say('size', formatRange(range)),
    ...(speaker.is('global') ? [', ', speaker.say('global', 'whatever the PASID')] : []),
    ...(depth === undefined ? [] : ['; ', speaker.say('depth', `${Number(depth) === 0 ? 32 : Number(depth)}`), ' may be pending']),
  ]
}

/** A translation: where it leads, and what it permits. */
export function translation(speaker: Speaker, range: AddressRange): readonly Phrase[] {
  const access = (['read', 'write', 'execute'] as const).filter((role) => speaker.is(role)).map((role) => speaker.say(role, role))
  return ['translation to ', speaker.say('size', formatRange(range)), ', ', ...(access.length === 0 ? ['neither read nor write'] : access.flatMap((phrase, i) => (i === 0 ? [phrase] : [' and ', phrase])))]
}
