import { CodecError } from '../codec/errors.ts'
import type { AnyMessage, Value } from '../codec/message.ts'
import type { DecodeOptions } from '../codec/reference.ts'
import { pasidPrefix } from '../generated/pcie.ts'
import type { PciePasidPrefix } from '../generated/pcie.ts'
import { record } from '../registry.ts'
import type { AnyRecord } from '../registry.ts'

/** A message that is carried: that of a record or, for a TLP, that of its header with the PASID prefix before it. */
export type Packet = Record<string, Value | PciePasidPrefix>

/** First byte of a PASID TLP prefix: Fmt 100, Type 1_0001. */
const PASID_PREFIX = 0x91

/**
 * Decodes a packet. The PCIe messages may have a PASID prefix before them.
 * @returns the packet, and how many bytes it takes
 * @throws {CodecError} as `decode` of the record
 */
export function decodePacket(id: string, bytes: Uint8Array, offset = 0, options?: DecodeOptions): { packet: Packet; bytes: number } {
  const codec = record(id)
  if (!takesPrefix(codec) || bytes?.[offset] !== PASID_PREFIX) return { packet: codec.decode(bytes, offset, options), bytes: codec.size }
  const prefix = pasidPrefix.decode(bytes, offset, options)
  const message = codec.decode(bytes, offset + pasidPrefix.size, options)
  return { packet: { ...message, pasidPrefix: prefix }, bytes: pasidPrefix.size + codec.size }
}

/**
 * Encodes a packet, its prefix first.
 * @param packet the message of the record; that of a TLP may have a `pasidPrefix`
 * @throws {CodecError} as `encode` of the record
 */
export function encodePacket(id: string, packet: object): Uint8Array {
  const codec = record(id)
  if (!takesPrefix(codec)) return codec.encode(packet as AnyMessage)
  const { pasidPrefix: prefix, ...message } = packet as { pasidPrefix?: PciePasidPrefix }
  if (prefix === undefined) return codec.encode(message)
  const bytes = new Uint8Array(pasidPrefix.size + codec.size)
  pasidPrefix.encodeInto(prefix, bytes)
  codec.encodeInto(message, bytes, pasidPrefix.size)
  return bytes
}

/** Whether the PASID prefix may go before a record: any other of the same link. */
export function takesPrefix({ id, layout }: AnyRecord): boolean {
  return layout.place === pasidPrefix.layout.place && id !== pasidPrefix.id
}

/** ECRC of a TLP, in bytes. */
const DIGEST = 4

const LENIENT = { reserved: 'ignore' } as const

/**
 * How many bytes the packet at `offset` takes; a TLP has its PASID prefix before it and its digest after it.
 * @returns undefined where too few bytes are there to tell, or to hold it
 */
export function packetSize(id: string, bytes: Uint8Array, offset: number): number | undefined {
  const codec = record(id)
  const isTlp = takesPrefix(codec)
  const start = isTlp && pasidPrefix.tryDecode(bytes, offset, LENIENT).ok ? offset + pasidPrefix.size : offset
  const header = isTlp ? codec.tryDecode(bytes, start, LENIENT) : undefined
  const end = start + codec.size + (header?.ok && header.message.td ? DIGEST : 0)
  return end <= bytes.length ? end - offset : undefined
}

/** @throws {CodecError} `translate` */
export function unknownFormat(id: string, expected: string): never {
  throw new CodecError({ code: 'translate', record: 'translate', field: 'format', expected, actual: id })
}
