import { checkOptions } from '../codec/arguments.ts'
import { CodecError } from '../codec/errors.ts'
import type { DecodeOptions } from '../codec/read-write.ts'
import { carriers } from '../generated/registry.ts'
import { decodePacket, encodePacket } from '../packet/carried.ts'
import type { Packet, PacketOf } from '../packet/carried.ts'
import type { AnyRecord, FormatArgument } from '../registry.ts'
import { carrierOf, forgottenOf, readRequest, readResponse, requestOf, responseOf, writeRequest, writeResponse } from './carry.ts'
import type { ReadRequest, ReadResponse, TranslateOptions, Written } from './carry.ts'
import type { Identity, PageRequest, PageResponseMsg } from './generic.ts'
import { checkIdentity, checkRequest, checkResponse } from './shapes.ts'

export type { ReadRequest, ReadResponse, TranslateOptions, Written } from './carry.ts'
export type { Dropped, Identity, PageRequest, PageResponseMsg } from './generic.ts'

/** Ids of the records that carry a page request. */
export const requestFormats: readonly string[] = carriers['page request']

/** Ids of the records that carry a page response. */
export const responseFormats: readonly string[] = carriers['page response']

/**
 * The generic page request that a packet carries, with the requester's identity beside it.
 * @param packet the message of the record, as its `decode` gives it; that of a TLP may have a `pasidPrefix`
 * @throws {CodecError} `translate` for a format that carries no page request, and for a packet that is none; as `encode` for one that no bytes can say
 */
export function toPageRequest<const S extends string>(format: FormatArgument<S>, packet: object): ReadRequest {
  const codec = carrierOf(format, 'page request')
  checkPacket(codec, packet)
  return readRequest(requestOf(codec), packet as Packet)
}

/**
 * The packet of a format that carries a page request.
 * @throws {CodecError} `translate` where something does not fit the format, naming field, width and value; or has no
 *   place in it, unless `allowLoss`; `type` for a request, an identity or options that are none
 */
export function fromPageRequest<const S extends string>(format: FormatArgument<S>, request: PageRequest, identity: Identity, options: TranslateOptions = {}): Written<PacketOf<S>> {
  const codec = carrierOf(format, 'page request')
  checkRequest(codec.id, 'request', request)
  checkIdentity(codec.id, 'identity', identity)
  checkOptions(codec.id, options, TRANSLATE_OPTIONS)
  return writeRequest(requestOf(codec), request, identity, options) as Written<PacketOf<S>>
}

/**
 * The generic page response that a packet carries, with the device's identity beside it.
 * @param packet as for `toPageRequest`
 * @param request the request that is answered, for formats that do not say which (iommufd, CMD_RESUME)
 * @throws {CodecError} as `toPageRequest`; `translate` also for a code that the format does not have
 */
export function toPageResponse<const S extends string>(format: FormatArgument<S>, packet: object, request?: PageRequest): ReadResponse {
  const codec = carrierOf(format, 'page response')
  if (request !== undefined) checkRequest(codec.id, 'request', request)
  checkPacket(codec, packet)
  return readResponse(responseOf(codec), packet as Packet, request)
}

/**
 * The packet of a format that carries a page response to the device of `identity`.
 * @throws {CodecError} as `fromPageRequest`; `translate` also for a code that the format cannot express
 */
export function fromPageResponse<const S extends string>(format: FormatArgument<S>, response: PageResponseMsg, identity: Identity, options: TranslateOptions = {}): Written<PacketOf<S>> {
  const codec = carrierOf(format, 'page response')
  checkResponse(codec.id, 'response', response)
  checkIdentity(codec.id, 'identity', identity)
  checkOptions(codec.id, options, TRANSLATE_OPTIONS)
  return writeResponse(responseOf(codec), response, identity, options) as Written<PacketOf<S>>
}

/** What `convert` takes beside the bytes. */
export interface ConvertOptions extends TranslateOptions, DecodeOptions {
  /** Where the packet lies in the bytes. Default 0. */
  readonly offset?: number
  /** What the source does not say about the device, or says otherwise. */
  readonly identity?: Identity
  /** The request that a response answers, where the source does not say. */
  readonly request?: PageRequest
}

const TRANSLATE_OPTIONS = ['allowLoss']
const CONVERT_OPTIONS = [...TRANSLATE_OPTIONS, 'reserved', 'offset', 'identity', 'request']

/**
 * Carries a page request or a page response from one format into another.
 * @returns the target's bytes and packet, what was dropped, and the notes of both sides. Of the identity, what the source says, the
 *   target does not keep, and `options.identity` does not give again is in a note
 * @throws {CodecError} where the source is not well-formed (as `decode`), or cannot be carried (`translate`); `type` for options that are none
 */
export function convert<const From extends string, const To extends string>(from: FormatArgument<From>, to: FormatArgument<To>, bytes: Uint8Array, options: ConvertOptions = {}): Written<PacketOf<To>> & { readonly bytes: Uint8Array<ArrayBuffer> } {
  const source = carrierOf(from)
  const { id, layout: { carries } } = source
  const target = carrierOf(to, carries!.what)
  checkOptions(id, options, CONVERT_OPTIONS)
  const { offset, reserved, identity: known = {}, request } = options
  checkIdentity(id, 'options.identity', known)
  if (request !== undefined) checkRequest(id, 'options.request', request)
  const { packet } = decodePacket(source, bytes, offset, reserved === undefined ? undefined : { reserved })
  const read = carries!.what === 'page request' ? readRequest(requestOf(source), packet) : readResponse(responseOf(source), packet, request)
  const identity = { ...read.identity, ...known }
  const written = 'request' in read ? writeRequest(requestOf(target), read.request, identity, options) : writeResponse(responseOf(target), read.response, identity, options)
  return { packet: written.packet as PacketOf<To>, dropped: written.dropped, notes: [...read.notes, ...forgottenOf(target)(read.identity, known), ...written.notes], bytes: encodePacket(target, written.packet) }
}

/** A packet is checked as `encode` checks it. */
function checkPacket(codec: AnyRecord, packet: unknown): void {
  if (typeof packet !== 'object' || packet === null) {
    throw new CodecError({ code: 'type', record: codec.id, field: 'packet', expected: 'the message of the record', actual: packet })
  }
  encodePacket(codec, packet)
}
