import { CodecError } from '../codec/errors.ts'
import { structs } from '../generated/registry.ts'
import { record } from '../registry.ts'
import { PAGE_RESPONSE_TYPE } from '../spec/codes.ts'
import { readResponse, responseOf } from '../translate/carry.ts'
import type { PageResponseMsg } from '../translate/index.ts'
import { fail } from './arguments.ts'
import type { Device, Group } from './device.ts'
import { NO_PASID } from './groups.ts'
import { RefusedError } from './refusal.ts'
import { codecOf } from './wire.ts'

/** What a caller sends as a response: whether it is one, and which group it answers. */

/** The message, or why it is none. */
export type Read = { readonly message: PageResponseMsg; readonly fault?: undefined } | { readonly message?: undefined; readonly fault: CodecError }

/**
 * C structs in which a response may come, by the id of their record, which tells their version and their byte order.
 * They name no device, which the handle does; that of iommufd says no group either.
 */
export type ResponseStruct = (typeof structs)[number]

interface Kind {
  readonly expected: string
  accepts(value: unknown): boolean
}

const uint = (bits: number): Kind => ({
  expected: `a whole number of at most ${bits} bits`,
  accepts: (value) => Number.isInteger(value) && (value as number) >= 0 && (value as number) < 2 ** bits,
})

function bigint(bits: number): Kind {
  const limit = 1n << BigInt(bits)
  return { expected: `a bigint of at most ${bits} bits`, accepts: (value) => typeof value === 'bigint' && value >= 0n && value < limit }
}

/** What each field may be, whatever the others are. */
const FIELDS: Readonly<Record<keyof PageResponseMsg, Kind>> = {
  addr: bigint(64),
  pasid: uint(32),
  respCode: uint(4),
  pasidPresent: { expected: 'a boolean', accepts: (value) => typeof value === 'boolean' },
  pageReqGroupId: uint(32),
  type: { expected: '1 stream response or 2 group response', accepts: (value) => value === PAGE_RESPONSE_TYPE.IOMMU_PAGE_STREAM_RESP || value === PAGE_RESPONSE_TYPE.IOMMU_PAGE_GROUP_RESP },
  privateData: bigint(128),
}

const NAMES = Object.keys(FIELDS) as (keyof PageResponseMsg)[]

/** A PASID that is there. */
const PASID = uint(20)

type Fields = Readonly<Record<keyof PageResponseMsg, unknown>>

const UNREADABLE: Fields = Object.freeze({ addr: undefined, pasid: undefined, respCode: undefined, pasidPresent: undefined, pageReqGroupId: undefined, type: undefined, privateData: undefined })

/** Reads every field of a message once, so that what is checked is what is used. What cannot be read has no fields. */
export function fieldsOf(given: unknown): Fields {
  if (typeof given !== 'object' || given === null) return UNREADABLE
  try {
    const { addr, pasid, respCode, pasidPresent, pageReqGroupId, type, privateData } = given as Fields
    return { addr, pasid, respCode, pasidPresent, pageReqGroupId, type, privateData }
  } catch {
    return UNREADABLE
  }
}

export function readMessage(fields: Fields): Read {
  for (const name of NAMES) if (!FIELDS[name].accepts(fields[name])) return faultOf('PageResponseMsg', name, FIELDS[name].expected, fields[name])
  return checkPasid('PageResponseMsg', fields as PageResponseMsg)
}

/** The fields for a trace: what cannot be a value of its field becomes a text, which cannot be one either. */
export function traceable(fields: Fields): Readonly<Record<string, unknown>> {
  return Object.fromEntries(NAMES.map((name) => [name, FIELDS[name].accepts(fields[name]) ? fields[name] : textOf(fields[name])]))
}

/** The longest text, in characters, that a trace keeps of what is no value. */
const LONGEST = 100

function textOf(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'bigint') return String(value).slice(0, LONGEST)
  // In a trace, a text that begins with 0x may stand for a bigint.
  return typeof value === 'string' ? value.replace(/^0x/i, 'text 0x').slice(0, LONGEST) : typeof value
}

function checkPasid(id: string, message: PageResponseMsg): Read {
  return !message.pasidPresent || PASID.accepts(message.pasid) ? { message } : faultOf(id, 'pasid', PASID.expected, message.pasid)
}

function faultOf(id: string, field: string, expected: string, actual: unknown): Read {
  return { fault: new CodecError({ code: 'range', record: id, field, expected, actual }) }
}

/** @throws {CodecError} `range` for a struct that carries no response */
export function structOf(struct: unknown): ResponseStruct {
  const { id } = codecOf(struct)
  return structs.find((known) => known === id) ?? fail('respondBytes', 'struct', 'range', `one of ${structs.join(', ')}`, struct)
}

/** Reads the bytes of a C struct, which must be of its length, with its reserved bits clear and its values defined. */
export function readStruct(struct: ResponseStruct, bytes: Uint8Array | null): Read {
  try {
    const codec = record(struct)
    const packet = codec.decode(bytes!)
    if (bytes!.length > codec.size) return faultOf(struct, 'bytes', `${codec.size} bytes`, bytes!.length)
    const { response } = readResponse(responseOf(codec), packet, undefined)
    // The struct of 2017 has the numbers of PCIe, which takes the unused ones for a failure when it reads them. Here they
    // stay as they are, to be refused. A PASID that is not marked as present stays, too: Linux 5.3 looked at it.
    return checkPasid(struct, { ...response, pasid: packet.pasid as number, respCode: (packet.respCode as number | undefined) ?? response.respCode })
  } catch (error) {
    if (error instanceof CodecError) return { fault: error }
    throw error
  }
}

/** A release of Linux, such as `5.10`. */
export type LinuxRelease = `${number}.${number}`

/** Finds the pending group that a response answers. */
export type Match = (device: Device, message: PageResponseMsg) => Group | undefined

/** The group is of the response's PASID, or of none: where the request had a PASID, the response must have the same. */
const strict: Match = ({ groups }, { pasid, pasidPresent, pageReqGroupId }) =>
  (pasidPresent ? groups.get(pasid, pageReqGroupId) : undefined) ?? groups.get(NO_PASID, pageReqGroupId)

/** Linux 5.3 to 5.8: where the request had a PASID, the number in the response must be the same, whether it is marked as present or not. */
const linux5_3: Match = ({ groups }, { pasid, pageReqGroupId }) => elder(groups.get(pasid, pageReqGroupId), groups.get(NO_PASID, pageReqGroupId))

/** Linux 5.9 to 6.8: only where the device needs a PASID on responses, and the request had one, must the response have the same. */
const linux5_9: Match = (device, { pasid, pasidPresent, pageReqGroupId }) => {
  const { groups, identity } = device
  if (!identity.pasidRequired) return device.eldestWith(pageReqGroupId)
  return elder(pasidPresent ? groups.get(pasid, pageReqGroupId) : undefined, groups.get(NO_PASID, pageReqGroupId))
}

/** Linux takes the first of its list that fits. */
function elder(a: Group | undefined, b: Group | undefined): Group | undefined {
  return a && b ? (a.order < b.order ? a : b) : (a ?? b)
}

/** The first and the last minor release of each major one whose `iommu_page_response` looks for a pending request. */
const RELEASES: Readonly<Record<string, readonly [first: number, last: number]>> = { 5: [3, 19], 6: [0, 8] }

/**
 * The rule of a release of Linux, or the service's own.
 * @throws {CodecError} `range` for a release whose `iommu_page_response` does not look for a pending request, or does not exist
 */
export function matchOf(release: unknown): Match {
  if (release === undefined) return strict
  const [, major = '', minor = ''] = /^(\d)\.(0|[1-9]\d?)$/.exec(typeof release === 'string' ? release : '') ?? []
  const [first, last] = RELEASES[major] ?? [1, 0]
  if (minor === '' || Number(minor) < first || Number(minor) > last) fail('iommu', 'linux', 'range', 'a release from 5.3 to 6.8', release)
  return major === '5' && Number(minor) < 9 ? linux5_3 : linux5_9
}

/** The order of the checks is documented: docs/responder.md. */
export function judge(match: Match, device: Device | undefined, { message, fault }: Read): Group | RefusedError {
  if (device === undefined) return new RefusedError('foreign-handle')
  if (!device.attached) return new RefusedError('detached')
  if (device.init.domain === null) return new RefusedError('no-domain')
  if (!device.init.pri.enable) return new RefusedError('pri-disabled')
  if (message === undefined) return new RefusedError('malformed', fault.message)
  if (device.count.groups === 0) return new RefusedError('nothing-pending')
  const group = match(device, message)
  if (group === undefined) return new RefusedError(device.eldestWith(message.pageReqGroupId) ? 'wrong-pasid' : 'no-such-group')
  const stream = message.type === PAGE_RESPONSE_TYPE.IOMMU_PAGE_STREAM_RESP
  return stream === group.stream ? group : new RefusedError('wrong-type')
}
