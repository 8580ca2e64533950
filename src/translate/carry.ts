import { CodecError } from '../codec/errors.ts'
import type { Packet } from '../packet/carried.ts'
import { resolve } from '../registry.ts'
import type { AnyRecord, FormatArgument } from '../registry.ts'
import type { Carries } from '../spec/roles.ts'
import { Context } from './context.ts'
import { requestFormatOf, responseFormatOf } from './exceptions.ts'
import { forgottenBy } from './forgotten.ts'
import type { RequestFormat, ResponseFormat } from './format.ts'
import type { Dropped, Identity, PageRequest, PageResponseMsg } from './generic.ts'

/** Reading and writing what is known to be well-formed: a packet that was decoded, shapes that were checked. */

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
export interface Written<P = Packet> {
  readonly packet: P
  readonly dropped: readonly Dropped[]
  readonly notes: readonly string[]
}

export const requestOf = made(requestFormatOf)
export const responseOf = made(responseFormatOf)
export const forgottenOf = made(forgottenBy)

/** The way between a format and the generic shape, made when it is first asked for. */
function made<F>(make: (codec: AnyRecord) => F): (codec: AnyRecord) => F {
  const known = new WeakMap<AnyRecord, F>()
  return (codec) => {
    let one = known.get(codec)
    if (one === undefined) known.set(codec, (one = make(codec)))
    return one
  }
}

/** @throws {CodecError} as `resolve`; `translate` for a record that does not carry it */
export function carrierOf(format: FormatArgument, what?: Carries['what']): AnyRecord {
  const codec = resolve(format)
  const { id, layout: { carries } } = codec
  if (carries && carries.what === (what ?? carries.what)) return codec
  throw new CodecError({ code: 'translate', record: 'translate', field: 'format', expected: `a format that carries a ${what ?? 'page request or response'}`, actual: id })
}

export function readRequest(format: RequestFormat<Packet>, packet: Packet): ReadRequest {
  const context = new Context(format.id)
  const { request, identity } = format.toRequest(packet, context)
  return { request, identity, notes: context.notes }
}

export function readResponse(format: ResponseFormat<Packet>, packet: Packet, answered: PageRequest | undefined): ReadResponse {
  const context = new Context(format.id)
  const { response, identity, rawCode } = format.toResponse(packet, context, answered)
  return { response, identity, rawCode, notes: context.notes }
}

export function writeRequest(format: RequestFormat<Packet>, request: PageRequest, identity: Identity, { allowLoss }: TranslateOptions): Written {
  const context = new Context(format.id, allowLoss)
  return { packet: format.fromRequest(request, identity, context), dropped: context.dropped, notes: context.notes }
}

export function writeResponse(format: ResponseFormat<Packet>, response: PageResponseMsg, identity: Identity, { allowLoss }: TranslateOptions): Written {
  const context = new Context(format.id, allowLoss)
  return { packet: format.fromResponse(response, identity, context), dropped: context.dropped, notes: context.notes }
}
