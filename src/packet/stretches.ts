import { pasidPrefix } from '../generated/pcie.ts'
import { PASID_PREFIX } from '../spec/tlp.ts'
import type { Layout } from '../spec/vocabulary.ts'
import { fail } from './fault.ts'
import { frameAt } from './frame.ts'
import { tableOf } from './header-fields.ts'
import { dataRecord, messageRecord } from './messages.ts'
import type { TlpMode } from './types.ts'

/** A run of bytes, and the table that says what its bits are; without one it is data, or of no known kind. */
export interface Stretch {
  readonly at: number
  readonly size: number
  readonly layout?: Layout
}

/**
 * What a packet, or a header alone, is made of: prefixes, header, OHC words, OHC-E, data with the trailer.
 * @param bytes of one packet, in the order of the wire; it may end before its data do
 * @throws {CodecError} for a packet that cannot be framed
 */
export function stretchesOf(bytes: Uint8Array, mode: TlpMode): readonly Stretch[] {
  const frame = frameAt(bytes, 0, mode)
  if (frame.code !== undefined) fail(frame)
  const { header, ohc, words, payload } = frame
  const prefixes = Array.from({ length: header / 4 }, (_, i): Stretch => {
    const isPasid = mode === 'non-flit' && bytes[4 * i] === PASID_PREFIX
    return { at: 4 * i, size: 4, ...(isPasid && { layout: pasidPrefix.layout }) }
  })
  const codec = messageRecord(bytes, 0, frame, false)
  const layout = codec?.layout ?? tableOf(bytes, 0, frame)
  // An Invalidate Request of non-flit mode has its data in the same table.
  const own = layout === undefined ? ohc - header : Math.max(ohc - header, layout.size)
  const data = codec && dataRecord(codec)
  const ohcE = ohc + 4 * words.length
  const after = Math.max(payload, header + own)
  return [
    ...prefixes,
    { at: header, size: Math.min(own, bytes.length - header), ...(layout && { layout }) },
    ...words.map((word, i): Stretch => ({ at: ohc + 4 * i, size: 4, layout: word.layout })),
    ...(ohcE < payload ? [{ at: ohcE, size: Math.min(payload, bytes.length) - ohcE }] : []),
    ...(after < bytes.length ? [{ at: after, size: bytes.length - after, ...(data && { layout: data.layout }) }] : []),
  ].filter(({ at }) => at < bytes.length)
}
