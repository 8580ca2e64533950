import type { AnyMessage } from '../codec/message.ts'
import { checkNames } from '../codec/names.ts'
import { isBytes } from '../codec/arguments.ts'
import { pasidPrefix } from '../generated/pcie.ts'
import { concat, NO_BYTES, PACKET, swapDwords } from './bytes.ts'
import { fail } from './fault.ts'
import { frameAt } from './frame.ts'
import { headerFields } from './header-fields.ts'
import { checkFlag, checkMode } from './options.ts'
import { partsOf } from './parts.ts'
import type { HeaderAndPayload, MessageInit } from './parts.ts'
import type { HeaderInit, TlpInit } from './types.ts'

/** How a packet is written. */
export interface EncodeTlpOptions {
  /** The bytes of each DW are written in reverse order, as little-endian captures have them. Default false. */
  readonly swap?: boolean
}

/** What a packet says of itself when it is decoded, and what follows from the rest when it is encoded. */
const TOLD = ['mode', 'kind', 'name', 'offset', 'size', 'ohc', 'forgotten']
const NAMES: ReadonlySet<string> = /* @__PURE__ */ new Set([...TOLD, 'prefixes', 'id', 'message', 'entries', 'ohcE', 'header', 'fields', 'payload', 'trailer'])
const OPTIONS: ReadonlySet<string> = /* @__PURE__ */ new Set(['swap'])

/**
 * Encodes a packet, the inverse of `decodeTlp`: a message of ATS or PRI from its fields, any other from its bytes.
 * What a message says about sizes (Length, Fmt of a completion, TD, OHC, TS) may be left out, and follows from the rest.
 * @throws {CodecError} as `encode` of the records; `range` where the packet says other sizes than its parts have, for
 * prefixes out of order and for entries that do not go with the status; `type` for parts that are not a Uint8Array, and for
 * names and options that nobody knows
 */
export function encodeTlp(tlp: TlpInit, options: EncodeTlpOptions = {}): Uint8Array<ArrayBuffer> {
  const mode = checkMode(tlp?.mode)
  checkNames(PACKET.id, 'part', tlp, NAMES)
  checkNames(PACKET.id, 'option', objectOf('options', options), OPTIONS)
  const { swap = false } = options
  checkFlag('swap', swap)
  const { prefixes: given = [], trailer = NO_BYTES } = tlp
  const prefixes = concat(Array.from(listOf('prefixes', given), prefixBytes))
  checkPart('trailer', trailer)
  const { header, payload } = tlp.id === undefined ? bytesOf(tlp) : messageParts(tlp)
  const parts = [prefixes, header, payload, trailer]
  const bytes = concat(parts)

  // The packet is read as a receiver would, so that nothing is sent which says one thing and is another.
  const found = frameAt(bytes, 0, mode)
  if (found.code !== undefined) fail(found)
  const said = [found.header, found.payload - found.header, found.trailer - found.payload, found.size - found.trailer]
  if (said.some((size, i) => size !== parts[i]!.length)) {
    const expected = `prefixes, header, payload and trailer of ${said.join(', ')} bytes, as the packet says`
    fail({ code: 'range', field: 'parts', expected, actual: parts.map(({ length }) => length).join(', ') })
  }
  if (Object.hasOwn(tlp, 'fields')) checkFields((tlp as { fields?: unknown }).fields, tlp.id === undefined ? headerFields(bytes, 0, found) : {})
  return swap ? swapDwords(bytes) : bytes
}

/** Fields that a decoded packet has are those of its header; others would be left out in silence. @throws {CodecError} `range` */
function checkFields(given: unknown, said: AnyMessage): void {
  const names = Object.keys(objectOf('fields', given))
  const wrong = names.find((name) => (given as AnyMessage)[name] !== said[name])
  if (wrong === undefined) return
  fail({ code: 'range', field: `fields.${wrong}`, expected: `${String(said[wrong])}, as in the header`, actual: (given as AnyMessage)[wrong] })
}

/** A packet that is given as bytes. */
function bytesOf({ header, payload = NO_BYTES, ...rest }: HeaderInit): HeaderAndPayload {
  checkPart('header', header)
  checkPart('payload', payload)
  for (const name of ['message', 'entries', 'ohcE'] as const) {
    const value = (rest as Record<string, unknown>)[name]
    if (value !== undefined) fail({ code: 'type', field: name, expected: 'nothing besides a header, or an id and no header', actual: value })
  }
  return { header, payload }
}

/** A packet that is given as a message. */
function messageParts(tlp: Exclude<TlpInit, HeaderInit>): HeaderAndPayload {
  const { header, payload: given } = tlp as { header?: unknown; payload?: unknown }
  if (header !== undefined) fail({ code: 'type', field: 'header', expected: 'no header when there is a message', actual: header })
  const parts = partsOf(tlp as unknown as MessageInit)
  if (given !== undefined) {
    checkPart('payload', given)
    if (given.length !== parts.payload.length || given.some((byte, i) => byte !== parts.payload[i])) {
      fail({ code: 'range', field: 'payload', expected: 'the data of the message, or no payload', actual: given })
    }
  }
  return parts
}

/** @throws {CodecError} `type`: other numbers would be cut to their low bits */
function checkPart(field: string, part: unknown): asserts part is Uint8Array {
  if (!isBytes(part)) fail({ code: 'type', field, expected: 'a Uint8Array', actual: part })
}

function prefixBytes(prefix: unknown): Uint8Array<ArrayBuffer> {
  const { id, word, message } = objectOf('prefixes', prefix) as { id?: unknown; word?: unknown; message?: unknown }
  if (id === undefined) return dword(word)
  if (id !== pasidPrefix.id) fail({ code: 'type', field: 'prefixes', expected: `the id ${pasidPrefix.id}, or a word`, actual: id })
  return pasidPrefix.encode(message as Parameters<typeof pasidPrefix.encode>[0])
}

function dword(word: unknown): Uint8Array<ArrayBuffer> {
  if (typeof word !== 'number' || word >>> 0 !== word) fail({ code: 'range', field: 'prefixes', expected: 'DWs from 0 to 0xffffffff', actual: word })
  return Uint8Array.of(word >>> 24, word >>> 16, word >>> 8, word)
}

/** @throws {CodecError} `type` */
function objectOf(field: string, value: unknown): object {
  if (typeof value === 'object' && value !== null) return value
  return fail({ code: 'type', field, expected: 'an object', actual: value })
}

/** @throws {CodecError} `type` */
function listOf(field: string, value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  return fail({ code: 'type', field, expected: 'an array', actual: value })
}
