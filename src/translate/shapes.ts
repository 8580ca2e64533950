import { CodecError } from '../codec/errors.ts'
import { didYouMean } from '../codec/suggest.ts'
import type { Identity, PageRequest, PageResponseMsg } from './generic.ts'

/** The generic shapes are checked as messages are: every field there, of its kind, and no other. Whether a number fits is for the format to say. */

type Kind = 'number' | 'bigint' | 'boolean'
type KindOf<V> = V extends number ? 'number' : V extends bigint ? 'bigint' : 'boolean'
type Shape<T> = { readonly [K in keyof Required<T>]: KindOf<Required<T>[K]> }

const REQUEST: Shape<PageRequest> = {
  addr: 'bigint', pasid: 'number', pasidPresent: 'boolean', pageReqGroupId: 'number', last: 'boolean',
  read: 'boolean', write: 'boolean', execute: 'boolean', privileged: 'boolean', privateData: 'bigint',
}
const RESPONSE: Shape<PageResponseMsg> = {
  addr: 'bigint', pasid: 'number', respCode: 'number', pasidPresent: 'boolean', pageReqGroupId: 'number', type: 'number', privateData: 'bigint',
}
const IDENTITY: Shape<Identity> = {
  rid: 'number', segment: 'number', pasidRequired: 'boolean', iommuRid: 'number', devId: 'number', cookie: 'number',
  streamResponseRequested: 'boolean', batchOfFaults: 'boolean',
}

/** @throws {CodecError} `type` */
export function checkRequest(record: string, what: string, given: PageRequest): void {
  if (
    typeof given === 'object' && given !== null && typeof given.addr === 'bigint' && typeof given.pasid === 'number' && typeof given.pasidPresent === 'boolean'
    && typeof given.pageReqGroupId === 'number' && typeof given.last === 'boolean' && typeof given.read === 'boolean' && typeof given.write === 'boolean'
    && typeof given.execute === 'boolean' && typeof given.privileged === 'boolean' && typeof given.privateData === 'bigint' && sizeOf(given) === 10
  ) return
  explain(record, what, given, REQUEST, true)
}

/** @throws {CodecError} `type` */
export function checkResponse(record: string, what: string, given: PageResponseMsg): void {
  if (
    typeof given === 'object' && given !== null && typeof given.addr === 'bigint' && typeof given.pasid === 'number' && typeof given.respCode === 'number'
    && typeof given.pasidPresent === 'boolean' && typeof given.pageReqGroupId === 'number' && typeof given.type === 'number'
    && typeof given.privateData === 'bigint' && sizeOf(given) === 7
  ) return
  explain(record, what, given, RESPONSE, true)
}

/** @throws {CodecError} `type` */
export function checkIdentity(record: string, what: string, given: Identity): void {
  // Most identities are this and no more.
  if (typeof given === 'object' && given !== null && typeof given.rid === 'number' && sizeOf(given) === 1) return
  explain(record, what, given, IDENTITY, false)
}

function sizeOf(given: object): number {
  let size = 0
  for (const _ in given) size++
  return size
}

/** What is wrong, if anything is: the checks above only see that something may be. */
function explain(record: string, what: string, given: unknown, names: Readonly<Record<string, Kind>>, whole: boolean): void {
  if (typeof given !== 'object' || given === null) fail(record, what, 'an object', given)
  const values = given as Readonly<Record<string, unknown>>
  for (const name in names) {
    const value = values[name]
    if (typeof value !== names[name] && (whole || value !== undefined)) fail(record, name, `a ${names[name]}`, value)
  }
  for (const name in values) if (!Object.hasOwn(names, name)) unknown(record, `${what}.${name}`, name, Object.keys(names))
}

function unknown(record: string, field: string, name: string, known: readonly string[]): never {
  return fail(record, field, `one of ${known.join(', ')}${didYouMean(name, known)}`, name)
}

function fail(record: string, field: string, expected: string, actual: unknown): never {
  throw new CodecError({ code: 'type', record, field, expected, actual })
}
