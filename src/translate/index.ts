import { checkOptions } from '../codec/arguments.ts'
import { CodecError } from '../codec/errors.ts'
import type { DecodeOptions } from '../codec/reference.ts'
import { carriers } from '../generated/registry.ts'
import { decodePacket, encodePacket } from '../packet/carried.ts'
import type { Packet } from '../packet/carried.ts'
import { resolve } from '../registry.ts'
import type { FormatArgument } from '../registry.ts'
import { isTranslated } from '../spec/places.ts'
import type { Carries } from '../spec/roles.ts'
import type { Layout } from '../spec/vocabulary.ts'
import { Context } from './context.ts'
import { requestFormatOf, responseFormatOf } from './exceptions.ts'
import type { RequestFormat, ResponseFormat } from './format.ts'
import type { Dropped, Identity, PageRequest, PageResponseMsg } from './generic.ts'
import { checkIdentity, checkRequest, checkResponse } from './shapes.ts'

export type { Dropped, Identity, PageRequest, PageResponseMsg } from './generic.ts'

/** Ids of the records that carry a page request. */
export const requestFormats: readonly string[] = carriers['page request']

/** Ids of the records that carry a page response. */
export const responseFormats: readonly string[] = carriers['page response']

/** How a generic shape is put into a format. */
export interface TranslateOptions {
  /** Leaves out what the format has no place for, and lists it in `dropped`. Default: it is an error. */
  readonly allowLoss?: boolean
}

/** A page request read from a format. */
export interface ReadRequest {
  readonly request: PageRequest
  readonly identity: Identity
  /** What a reader should know: bits that mean nothing, values taken for another. */
  readonly notes: readonly string[]
}

/** A page response read from a format. */
export interface ReadResponse {
  readonly response: PageResponseMsg
  readonly identity: Identity
  /** The code as the record has it, in its own numbers. */
  readonly rawCode: number
  readonly notes: readonly string[]
}

/** A packet of a format, and what was left out of it. */
export interface Written {
  readonly packet: Packet
  readonly dropped: readonly Dropped[]
  readonly notes: readonly string[]
}

/**
 * The generic page request that a packet carries, with the requester's identity beside it.
 * @param packet the message of the record, as its `decode` gives it; that of a TLP may have a `pasidPrefix`
 * @throws {CodecError} `translate` for a format that carries no page request, and for a packet that is none; as `encode` for one that no bytes can say
 */
export function toPageRequest<const S extends string>(format: FormatArgument<S>, packet: object): ReadRequest {
  const known = requestOf(format)
  checkPacket(format, packet)
  return readRequest(known, packet as Packet)
}

/**
 * The packet of a format that carries a page request.
 * @throws {CodecError} `translate` where something does not fit the format, naming field, width and value; or has no
 *   place in it, unless `allowLoss`; `type` for a request, an identity or options that are none
 */
export function fromPageRequest<const S extends string>(format: FormatArgument<S>, request: PageRequest, identity: Identity, options: TranslateOptions = {}): Written {
  const known = requestOf(format)
  checkRequest(known.id, 'request', request)
  checkIdentity(known.id, 'identity', identity)
  checkOptions(known.id, options, TRANSLATE_OPTIONS)
  return writeRequest(known, request, identity, options)
}

/**
 * The generic page response that a packet carries, with the device's identity beside it.
 * @param packet as for `toPageRequest`
 * @param request the request that is answered, for formats that do not say which (iommufd, CMD_RESUME)
 * @throws {CodecError} as `toPageRequest`; `translate` also for a code that the format does not have
 */
export function toPageResponse<const S extends string>(format: FormatArgument<S>, packet: object, request?: PageRequest): ReadResponse {
  const known = responseOf(format)
  if (request !== undefined) checkRequest(known.id, 'request', request)
  checkPacket(format, packet)
  return readResponse(known, packet as Packet, request)
}

/**
 * The packet of a format that carries a page response to the device of `identity`.
 * @throws {CodecError} as `fromPageRequest`; `translate` also for a code that the format cannot express
 */
export function fromPageResponse<const S extends string>(format: FormatArgument<S>, response: PageResponseMsg, identity: Identity, options: TranslateOptions = {}): Written {
  const known = responseOf(format)
  checkResponse(known.id, 'response', response)
  checkIdentity(known.id, 'identity', identity)
  checkOptions(known.id, options, TRANSLATE_OPTIONS)
  return writeResponse(known, response, identity, options)
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
 * @returns the target's bytes and packet, what was dropped, and the notes of both sides
 * @throws {CodecError} where the source is not well-formed (as `decode`), or cannot be carried (`translate`); `type` for options that are none
 */
export function convert<const From extends string, const To extends string>(from: FormatArgument<From>, to: FormatArgument<To>, bytes: Uint8Array, options: ConvertOptions = {}): Written & { readonly bytes: Uint8Array } {
  const { id, carries } = carrierOf(from)
  const isRequest = carries!.what === 'page request'
  carrierOf(to, carries!.what)
  checkOptions(id, options, CONVERT_OPTIONS)
  const { offset, reserved, identity: known = {}, request } = options
  checkIdentity(id, 'options.identity', known)
  if (request !== undefined) checkRequest(id, 'options.request', request)
  const { packet } = decodePacket(from, bytes, offset, reserved === undefined ? undefined : { reserved })
  const read = isRequest ? readRequest(requestOf(from), packet) : readResponse(responseOf(from), packet, request)
  const identity = { ...read.identity, ...known }
  const written = 'request' in read ? writeRequest(requestOf(to), read.request, identity, options) : writeResponse(responseOf(to), read.response, identity, options)
  return { packet: written.packet, dropped: written.dropped, notes: [...read.notes, ...written.notes], bytes: encodePacket(to, written.packet) }
}

function readRequest(format: RequestFormat<Packet>, packet: Packet): ReadRequest {
  const context = new Context(format.id)
  const { request, identity } = format.toRequest(packet, context)
  return { request, identity, notes: context.notes }
}

function readResponse(format: ResponseFormat<Packet>, packet: Packet, answered: PageRequest | undefined): ReadResponse {
  const context = new Context(format.id)
  const { response, identity, rawCode } = format.toResponse(packet, context, answered)
  return { response, identity, rawCode, notes: context.notes }
}

function writeRequest(format: RequestFormat<Packet>, request: PageRequest, identity: Identity, { allowLoss }: TranslateOptions): Written {
  const context = new Context(format.id, allowLoss)
  return { packet: format.fromRequest(request, identity, context), dropped: context.dropped, notes: context.notes }
}

function writeResponse(format: ResponseFormat<Packet>, response: PageResponseMsg, identity: Identity, { allowLoss }: TranslateOptions): Written {
  const context = new Context(format.id, allowLoss)
  return { packet: format.fromResponse(response, identity, context), dropped: context.dropped, notes: context.notes }
}

/** A packet is checked as `encode` checks it. */
function checkPacket(format: FormatArgument, packet: unknown): void {
  if (typeof packet !== 'object' || packet === null) {
    throw new CodecError({ code: 'type', record: carrierOf(format).id, field: 'packet', expected: 'the message of the record', actual: packet })
  }
  encodePacket(format, packet)
}

const requestOf = made('page request', requestFormatOf)
const responseOf = made('page response', responseFormatOf)

/** The way between a format and the generic shape, made when it is first asked for. */
function made<F>(what: Carries['what'], make: (layout: Layout) => F): (format: FormatArgument) => F {
  const known = new WeakMap<Layout, F>()
  return (format) => {
    const layout = carrierOf(format, what)
    let one = known.get(layout)
    if (one === undefined) known.set(layout, (one = make(layout)))
    return one
  }
}

/** @throws {CodecError} as `resolve`; `translate` for a record that does not carry it */
function carrierOf(format: FormatArgument, what?: Carries['what']): Layout {
  const { id, layout } = resolve(format)
  if (layout.carries && isTranslated(layout) && layout.carries.what === (what ?? layout.carries.what)) return layout
  throw new CodecError({ code: 'translate', record: 'translate', field: 'format', expected: `a format that carries a ${what ?? 'page request or response'}`, actual: id })
}
