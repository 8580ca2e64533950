import type { AnyMessage, Value } from '../codec/message.ts'
import type { DecodeOptions } from '../codec/read-write.ts'
import { pasidPrefix } from '../generated/pcie.ts'
import type { PciePasidPrefix } from '../generated/pcie.ts'
import * as pcieFlit from '../generated/pcie-flit.ts'
import { record, resolve } from '../registry.ts'
import type { AnyRecord, FormatArgument, RecordId, RecordOf } from '../registry.ts'
import type { PasidFacts } from '../spec/rules/context.ts'
import { OHC_E_DWORDS, PASID_PREFIX } from '../spec/tlp.ts'
import { concat } from './bytes.ts'
import { frameAt } from './frame.ts'
import { addFields } from './messages.ts'
import { flitParts, flitRecords, wordsIn } from './parts.ts'
import type { TlpMessages, TlpMode } from './types.ts'

/**
 * Packets of which one knows the record: what `convert`, the service and the command read and write. The record of a TLP
 * is the header of its message; its packet has also what stands before the header or behind it.
 */

/**
 * A message that is carried: that of a record. For a TLP, that of its header, with the PASID prefix before it (non-flit
 * mode) or with the fields of the OHC words and of the data behind it (flit mode).
 */
export type Packet = Record<string, Value | PciePasidPrefix>

/** The packet of the record with an id; any packet where which id it is shows at run time only. */
export type PacketOf<Id extends string> = string extends Id ? Packet
  : Id extends keyof TlpMessages ? TlpMessages[Id] & (Id extends `pcie.${string}` ? { pasidPrefix?: PciePasidPrefix } : unknown)
  : Id extends RecordId ? ReturnType<RecordOf<Id>['decode']>
  : Packet

/**
 * How a link frames the packets of which a record is the header; undefined for a record that is no header.
 * @param format the record, or its id
 * @throws {CodecError} `type` for an unknown id, with the nearest known one
 */
export function modeOf<const S extends string>(format: FormatArgument<S>): TlpMode | undefined {
  const { id, layout } = resolve(format)
  if (layout.place === pcieFlit.pageRequest.layout.place) return 'flit'
  return layout.place === pasidPrefix.layout.place && id !== pasidPrefix.id ? 'non-flit' : undefined
}

/** Whether the PASID prefix may go before a record: any header of non-flit mode. */
export function takesPrefix(codec: AnyRecord): boolean {
  return modeOf(codec) === 'non-flit'
}

/** What a packet is made of: each record, with its offset, and how many bytes they take together. */
export interface Records {
  readonly parts: readonly { readonly codec: AnyRecord; readonly at: number }[]
  readonly size: number
}

/**
 * The records that the packet at `offset` is made of, in their order: at the most a PASID prefix before its header, OHC
 * words and data behind it. Digest and trailer are not looked at: what people paste are headers without them.
 */
export function recordsAt(codec: AnyRecord, bytes: Uint8Array, offset: number): Records {
  const mode = modeOf(codec)
  if (mode === 'non-flit' && bytes[offset] === PASID_PREFIX) {
    const parts = [{ codec: record(pasidPrefix.id), at: offset }, { codec, at: offset + pasidPrefix.size }]
    return { parts, size: pasidPrefix.size + codec.size }
  }
  if (mode !== 'flit') return { parts: [{ codec, at: offset }], size: codec.size }
  const { words, data } = flitRecords(codec, bytes[offset])
  // OHC[4:0] are bits 20:16 of DW0.
  const present = bytes[offset + 1]! & 0x1f
  let at = offset + codec.size
  const parts = [{ codec, at: offset }]
  for (const [i, word] of words.entries()) {
    if (((present >> i) & 1) === 0) continue
    parts.push({ codec: word, at })
    at += word.size
  }
  at += 4 * OHC_E_DWORDS[present >> 3]!
  if (data) parts.push({ codec: data, at })
  return { parts, size: at + (data?.size ?? 0) - offset }
}

/**
 * The records whose fields a packet may have beside those of a prefix: its header, its OHC words, its data.
 * @param message where there is one, only those OHC words of which it has a field
 */
export function recordsOf(codec: AnyRecord, message?: object): readonly AnyRecord[] {
  if (modeOf(codec) !== 'flit') return [codec]
  const { words, data } = flitRecords(codec)
  return [codec, ...(message === undefined ? words : wordsIn(words, message)), ...(data ? [data] : [])]
}

const LENIENT: DecodeOptions = { reserved: 'ignore' }

/**
 * The PASID that goes with a header, from its prefix or from its OHC-A: what rules judge beside the header itself.
 * @returns null where the packet has none; undefined where nothing can tell, as the record is no header or the rest is cut off
 */
export function pasidBeside(codec: AnyRecord, parts: Records['parts'], bytes: Uint8Array): PasidFacts | null | undefined {
  const mode = modeOf(codec)
  if (mode === undefined) return undefined
  for (const { codec: part, at } of parts) {
    if (part !== codec && Object.hasOwn(part.layout.fields, 'pasid')) {
      const read = part.tryDecode(bytes, at, LENIENT)
      return read.ok ? pasidFacts(read.message) : undefined
    }
  }
  return null
}

/** The PASID that a prefix, an OHC word or a whole packet speaks of, which has a field for it; null where it says that there is none. */
export function pasidFacts(message: AnyMessage): PasidFacts | null {
  const { pasid, pasidValid = true, executeRequested = false, privilegedModeRequested = false } = message as Partial<PciePasidPrefix> & { pasidValid?: boolean }
  return pasidValid ? { pasid: pasid!, executeRequested, privilegedModeRequested } : null
}

/**
 * Decodes a packet. A PCIe message of non-flit mode may have a PASID prefix before it; one of flit mode has the OHC words
 * behind it of which it speaks, whose fields are those of the packet too.
 * @returns the packet, and how many bytes its records take
 * @throws {CodecError} as `decode` of the records
 */
export function decodePacket<const S extends string>(format: FormatArgument<S>, bytes: Uint8Array, offset?: number, options?: DecodeOptions): { packet: PacketOf<S>; size: number }
export function decodePacket(format: FormatArgument, bytes: Uint8Array, offset = 0, options?: DecodeOptions): { packet: Packet; size: number } {
  const codec = resolve(format)
  const mode = modeOf(codec)
  if (mode === undefined || bytes?.[offset] === undefined) return { packet: codec.decode(bytes, offset, options), size: codec.size }
  if (mode === 'non-flit') {
    if (bytes[offset] !== PASID_PREFIX) return { packet: codec.decode(bytes, offset, options), size: codec.size }
    const prefix = pasidPrefix.decode(bytes, offset, options)
    const packet: Packet = codec.decode(bytes, offset + pasidPrefix.size, options)
    packet['pasidPrefix'] = prefix
    return { packet, size: pasidPrefix.size + codec.size }
  }
  const packet = codec.decode(bytes, offset, options)
  const { parts, size } = recordsAt(codec, bytes, offset)
  for (const { codec: part, at } of parts) if (part !== codec) addFields(packet, part.decode(bytes, at, options))
  return { packet, size }
}

/**
 * Encodes a packet: its prefix first, its OHC words and its data last.
 * @param packet the message of the record; that of a TLP of non-flit mode may have a `pasidPrefix`, that of flit mode the
 *   fields of its OHC words
 * @throws {CodecError} as `encode` of the records
 */
export function encodePacket<const S extends string>(format: FormatArgument<S>, packet: object): Uint8Array<ArrayBuffer> {
  const codec = resolve(format)
  const mode = modeOf(codec)
  if (mode === undefined || typeof packet !== 'object' || packet === null) return codec.encode(packet as AnyMessage)
  if (mode === 'flit') {
    const { header, payload } = flitParts(codec, packet as AnyMessage)
    return concat([header, payload])
  }
  const { pasidPrefix: prefix, ...message } = packet as { pasidPrefix?: PciePasidPrefix }
  if (prefix === undefined) return codec.encode(message)
  const bytes = new Uint8Array(pasidPrefix.size + codec.size)
  pasidPrefix.encodeInto(prefix, bytes)
  codec.encodeInto(message, bytes, pasidPrefix.size)
  return bytes
}

/**
 * How many bytes the packet at `offset` takes, prefixes, data and trailer included.
 * @returns undefined where too few bytes are there to tell, or to hold it
 */
export function packetSize(format: FormatArgument, bytes: Uint8Array, offset: number): number | undefined {
  const codec = resolve(format)
  const mode = modeOf(codec)
  const size = mode === undefined ? codec.size : frameSize(codec, bytes, offset, mode)
  return size !== undefined && offset + size <= bytes.length ? size : undefined
}

/** What begins with no header, or has no size that is known, is taken for a record without anything else. */
function frameSize(codec: AnyRecord, bytes: Uint8Array, offset: number, mode: TlpMode): number | undefined {
  const frame = frameAt(bytes, offset, mode)
  if (frame.code === undefined) return frame.size
  return frame.code === 'truncated' ? undefined : codec.size
}
