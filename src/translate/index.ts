import { CodecError } from '../codec/errors.ts'
import type { DecodeOptions } from '../codec/reference.ts'
import { didYouMean } from '../codec/suggest.ts'
import { decodePacket, encodePacket } from '../packet/carried.ts'
import type { Packet } from '../packet/carried.ts'
import { record } from '../registry.ts'
import * as amd from './amd.ts'
import { Context } from './context.ts'
import type { RequestFormat, ResponseFormat } from './format.ts'
import type { Dropped, Identity, PageRequest, PageResponseMsg } from './generic.ts'
import * as linux from './linux.ts'
import * as pcie from './pcie.ts'
import * as riscv from './riscv.ts'
import * as smmuv3 from './smmuv3.ts'
import * as vtd from './vtd.ts'

export type { Dropped, Identity, PageRequest, PageResponseMsg } from './generic.ts'

// A format takes its own packets only; which packet goes to which format is decided by id, here.
type AnyRequestFormat = RequestFormat<Packet>
type AnyResponseFormat = ResponseFormat<Packet>

const both = <F>(make: (id: string) => F, id: string): F[] => [make(id), make(`${id}-be`)]

const requests = [
  pcie.pageRequest, pcie.stopMarker,
  vtd.pageRequest, vtd.pageRequestV3, vtd.pageRequestV2,
  amd.pprLog,
  smmuv3.priQueueEntry, smmuv3.stallEvent,
  ...both(riscv.pageRequest, 'riscv.page-request'),
  ...both(linux.faultEvent, 'linux.fault-event'),
  ...both(linux.iommuFaultPageRequest, 'linux.iommu-fault-page-request'),
  ...both(linux.iommufdPgfault, 'linux.iommufd-pgfault'),
] as unknown as readonly AnyRequestFormat[]

const responses = [
  pcie.prgResponse,
  vtd.pageGroupResponse, vtd.pageGroupResponseV3, vtd.pageGroupResponseV2, vtd.pageStreamResponseV2,
  amd.completePprRequest,
  smmuv3.cmdPriResp, smmuv3.cmdResume,
  ...both(riscv.atsPrgr, 'riscv.ats-prgr'),
  ...both(linux.pageResponseMsg, 'linux.page-response-msg'),
  ...both(linux.iommuPageResponseV5_3, 'linux.iommu-page-response-v5.3'),
  ...both(linux.iommuPageResponse, 'linux.iommu-page-response'),
  ...both(linux.iommufdPageResponse, 'linux.iommufd-page-response'),
] as unknown as readonly AnyResponseFormat[]

/** Ids of the records that carry a page request. */
export const requestFormats: readonly string[] = requests.map(({ id }) => id)

/** Ids of the records that carry a page response. */
export const responseFormats: readonly string[] = responses.map(({ id }) => id)

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
 * @throws {CodecError} `translate` for an id that is none of `requestFormats`, and for a packet that is no page request
 */
export function toPageRequest(id: string, packet: object): ReadRequest {
  const context = new Context(id)
  const read = find(requests, id, 'request').toRequest(packet as Packet, context)
  noteUncarried(id, packet, context)
  return { ...read, notes: context.notes }
}

/**
 * The packet of a format that carries a page request.
 * @throws {CodecError} `translate` where something does not fit the format, naming field, width and value; or has no
 *   place in it, unless `allowLoss`
 */
export function fromPageRequest(id: string, request: PageRequest, identity: Identity, options: TranslateOptions = {}): Written {
  const context = new Context(id, options.allowLoss)
  const packet = find(requests, id, 'request').fromRequest(request, identity, context)
  return { packet, dropped: context.dropped, notes: context.notes }
}

/**
 * The generic page response that a packet carries, with the device's identity beside it.
 * @param packet as for `toPageRequest`
 * @param request the request that is answered, for formats that do not say which (iommufd, CMD_RESUME)
 * @throws {CodecError} `translate`, as `toPageRequest`; also for a code that the format does not have
 */
export function toPageResponse(id: string, packet: object, request?: PageRequest): ReadResponse {
  const context = new Context(id)
  const read = find(responses, id, 'response').toResponse(packet as Packet, context, request)
  noteUncarried(id, packet, context)
  return { ...read, notes: context.notes }
}

/**
 * The packet of a format that carries a page response to the device of `identity`.
 * @throws {CodecError} `translate`, as `fromPageRequest`; also for a code that the format cannot express
 */
export function fromPageResponse(id: string, response: PageResponseMsg, identity: Identity, options: TranslateOptions = {}): Written {
  const context = new Context(id, options.allowLoss)
  const packet = find(responses, id, 'response').fromResponse(response, identity, context)
  return { packet, dropped: context.dropped, notes: context.notes }
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

/**
 * Carries a page request or a page response from one format into another.
 * @returns the target's bytes and packet, what was dropped, and the notes of both sides
 * @throws {CodecError} where the source is not well-formed (as `decode`), or cannot be carried (`translate`)
 */
export function convert(from: string, to: string, bytes: Uint8Array, options: ConvertOptions = {}): Written & { readonly bytes: Uint8Array } {
  const isRequest = requestFormats.includes(from)
  if (!isRequest) find(responses, from, 'request or response')
  find<{ id: string }>(isRequest ? requests : responses, to, isRequest ? 'request' : 'response')
  const { packet } = decodePacket(from, bytes, options.offset, options.reserved === undefined ? undefined : { reserved: options.reserved })
  const read = isRequest ? toPageRequest(from, packet) : toPageResponse(from, packet, options.request)
  const identity = { ...read.identity, ...options.identity }
  const written = 'request' in read ? fromPageRequest(to, read.request, identity, options) : fromPageResponse(to, read.response, identity, options)
  return { ...written, notes: [...read.notes, ...written.notes], bytes: encodePacket(to, written.packet) }
}

/** The fields that one may leave out (header bits of a TLP, bits without a name) are in no generic shape. */
function noteUncarried(id: string, packet: object, context: Context): void {
  for (const [name, { optional, doc }] of Object.entries(record(id).layout.fields)) {
    const value = (packet as Packet)[name]
    if (optional && value) context.note(`${name} ${String(value)} is not carried (${doc})`)
  }
}

function find<F extends { readonly id: string }>(formats: readonly F[], id: string, what: string): F {
  const format = formats.find((candidate) => candidate.id === id)
  if (format) return format
  const expected = `a format that carries a page ${what}${didYouMean(id, formats.map((candidate) => candidate.id))}`
  throw new CodecError({ code: 'translate', record: 'translate', field: 'format', expected, actual: id })
}
