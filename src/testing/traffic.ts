import fc from 'fast-check'
import { checkOptions, isListOf } from '../codec/arguments.ts'
import { encodePacket } from '../packet/index.ts'
import type { FormatArgument } from '../registry.ts'
import { checkFlag, checkNumber, fail } from '../responder/arguments.ts'
import { fromPageRequest, fromPageResponse } from '../translate/index.ts'
import type { Identity, PageRequest, PageResponseMsg } from '../translate/index.ts'
import { numbers } from './edges.ts'

/** What devices and a host send over time, with the plain model of what must come out. */

/** A device of the traffic. */
export interface TrafficDevice {
  readonly rid: number
  /** How many requests the device may have outstanding. */
  readonly allocation: number
  /** Whether a PASID goes with its responses. */
  readonly pasidRequired: boolean
}

/** One message, in the order in which it is sent. */
export type TrafficEvent =
  | { readonly kind: 'request'; readonly device: number; readonly group: number; readonly request: PageRequest }
  | { readonly kind: 'response'; readonly device: number; readonly group: number; readonly response: PageResponseMsg }
  | { readonly kind: 'stop marker'; readonly device: number; readonly request: PageRequest }

/** A page request group: the model that a test holds its own program against. */
export interface TrafficGroup {
  readonly device: number
  readonly pasid: number | null
  readonly index: number
  /** Places of its requests in `events`. */
  readonly requests: readonly number[]
  /** Place of the response; undefined for a group that is still pending at the end, or never got its last request. */
  readonly response: number | undefined
  /** Whether its last request was sent. */
  readonly complete: boolean
}

export interface Traffic {
  readonly devices: readonly TrafficDevice[]
  readonly events: readonly TrafficEvent[]
  readonly groups: readonly TrafficGroup[]
  /** Places of requests by which a device exceeds its allocation; none, unless that was asked for. */
  readonly overruns: readonly number[]
}

export interface TrafficOptions {
  /** Devices at the most, from 1. Default 3. */
  readonly devices?: number
  /** Groups at the most. Default 12. */
  readonly groups?: number
  /** Requests of a group at the most, from 1. Default 5. */
  readonly requests?: number
  /** Whether devices keep to their allocation. Default true. */
  readonly credits?: boolean
  /** Response codes, in the numbers of a PRG Response. Default: success, three times as often as invalid request and failure. iommufd has no failure: `[0, 1]` for it. */
  readonly codes?: readonly (0 | 1 | 15)[]
  /** Whether every group ends, with its last request and its response. Default false. */
  readonly ends?: boolean
}

const TRAFFIC = 'traffic'
const OPTIONS = ['devices', 'groups', 'requests', 'credits', 'codes', 'ends'] satisfies (keyof TrafficOptions)[]

interface Plan {
  readonly device: number
  readonly pasid: number | null
  readonly index: number
  readonly pages: readonly { readonly frame: number; readonly read: boolean; readonly write: boolean; readonly execute: boolean; readonly privileged: boolean }[]
  readonly code: 0 | 1 | 15
  /** How far it goes: messages that are left out at its end. */
  readonly cut: number
  readonly stop: boolean
}

/**
 * Traffic: groups of one to many requests, interleaved over devices and PASIDs, their responses, stop markers, indices
 * that are used again once they are free. It shrinks to few devices, groups and requests.
 * @throws {CodecError} `type` or `range` for wrong options
 */
export function traffic(options: TrafficOptions = {}): fc.Arbitrary<Traffic> {
  checkOptions(TRAFFIC, options, OPTIONS)
  const { devices = 3, groups = 12, requests = 5, credits = true, ends = false, codes = [0, 0, 0, 1, 15] } = options
  checkNumber(TRAFFIC, 'options.devices', devices, 2 ** 16, 1)
  checkNumber(TRAFFIC, 'options.groups', groups, 2 ** 32 - 1)
  checkNumber(TRAFFIC, 'options.requests', requests, 2 ** 32 - 1, 1)
  checkFlag(TRAFFIC, 'options.credits', credits)
  checkFlag(TRAFFIC, 'options.ends', ends)
  if (!isListOf(codes, (code) => code === 0 || code === 1 || code === 15) || codes.length === 0) fail(TRAFFIC, 'options.codes', 'range', 'a list of 0 success, 1 invalid request and 15 response failure', codes)
  const device = fc.record({ rid: numbers(0xffff), allocation: fc.integer({ min: requests, max: Math.max(requests, 64) }), pasidRequired: fc.boolean() })
  const page = fc.record({ frame: numbers(2 ** 36 - 1), read: fc.boolean(), write: fc.boolean(), execute: fc.boolean(), privileged: fc.boolean() })
    .map(({ read, ...rest }) => ({ ...rest, read: read || rest.execute || !rest.write }))
  return fc.uniqueArray(device, { minLength: 1, maxLength: devices, selector: ({ rid }) => rid }).chain((list) => {
    const plan: fc.Arbitrary<Plan> = fc.record({
      device: fc.nat(list.length - 1), pasid: fc.option(numbers(0xfffff), { nil: null }), index: fc.oneof(fc.nat(3), numbers(0x1ff)),
      pages: fc.array(page, { minLength: 1, maxLength: requests }), code: fc.constantFrom(...codes), cut: ends ? fc.constant(0) : fc.oneof(fc.constant(0), fc.nat(requests)), stop: fc.boolean(),
    })
    return fc.tuple(fc.array(plan, { maxLength: groups }), fc.infiniteStream(fc.nat(1000))).map(([plans, picks]) => interleaved(list, plans, picks, credits))
  })
}

/**
 * Sends the messages of all plans, each in its own order: a group begins when its index is free, and when the device has
 * credits for all its requests: with fewer, groups could wait for each other for ever.
 */
function interleaved(devices: readonly TrafficDevice[], plans: readonly Plan[], picks: Iterator<number>, credits: boolean): Traffic {
  const events: TrafficEvent[] = []
  const overruns: number[] = []
  const outstanding = devices.map(() => 0)
  /** Credits of the groups that have begun. */
  const promised = devices.map(() => 0)
  const busy = new Set<string>()
  const states = plans.map((plan, group) => ({ plan, group, sent: 0, requests: [] as number[], response: undefined as number | undefined, over: false }))
  const steps = ({ pages, cut }: Plan): number => Math.max(1, pages.length + 1 - cut)
  const keyOf = ({ device, index }: Plan): string => `${device} ${index}`
  const asked = (plan: Plan): number => Math.min(plan.pages.length, steps(plan))
  const may = ({ plan, sent, over }: (typeof states)[number]): boolean => {
    if (over || sent > 0) return !over
    return !busy.has(keyOf(plan)) && (!credits || promised[plan.device]! + asked(plan) <= devices[plan.device]!.allocation)
  }
  /** No request with a PASID may be under way when its stop marker is sent. */
  const amid = ({ device, pasid }: Plan): boolean => states.some(({ plan, sent, over }) => plan.device === device && plan.pasid === pasid && !over && sent > 0 && sent < plan.pages.length)
  for (;;) {
    const ready = states.filter(may)
    if (ready.length === 0) break
    const state = ready[picks.next().value! % ready.length]!
    const { plan, group } = state
    if (state.sent < plan.pages.length) {
      if (state.sent === 0) promised[plan.device]! += asked(plan)
      busy.add(keyOf(plan))
      if (++outstanding[plan.device]! > devices[plan.device]!.allocation) overruns.push(events.length)
      state.requests.push(events.length)
      events.push({ kind: 'request', device: plan.device, group, request: requestOf(plan, state.sent) })
    } else {
      outstanding[plan.device]! -= plan.pages.length
      promised[plan.device]! -= plan.pages.length
      busy.delete(keyOf(plan))
      state.response = events.length
      events.push({ kind: 'response', device: plan.device, group, response: responseOf(plan) })
    }
    if (++state.sent < steps(plan)) continue
    state.over = true
    if (state.response !== undefined && plan.stop && plan.pasid !== null && !amid(plan)) events.push({ kind: 'stop marker', device: plan.device, request: stopMarkerOf(plan) })
  }
  const groups = states.filter(({ requests }) => requests.length > 0)
  const numbersOf = new Map(groups.map(({ group }, i) => [group, i]))
  return {
    devices, overruns,
    events: events.map((event) => (event.kind === 'stop marker' ? event : { ...event, group: numbersOf.get(event.group)! })),
    groups: groups.map(({ plan: { device, pasid, index, pages }, requests, response }) => ({ device, pasid, index, requests, response, complete: requests.length === pages.length })),
  }
}

function requestOf({ pasid, index, pages }: Plan, i: number): PageRequest {
  const { frame, read, write, execute, privileged } = pages[i]!
  // Without a PASID both have to be 0.
  const withPasid = pasid !== null
  return {
    addr: BigInt(frame) << 12n, pasid: pasid ?? 0, pasidPresent: withPasid, pageReqGroupId: index, last: i === pages.length - 1,
    read, write, execute: execute && withPasid, privileged: privileged && withPasid, privateData: 0n,
  }
}

function stopMarkerOf(plan: Plan): PageRequest {
  return { ...requestOf(plan, 0), addr: 0n, read: false, write: false, execute: false, privileged: false, last: true, pageReqGroupId: 0 }
}

const GROUP = 2

/** With the PASID of its request; whether that goes to the device, the device says. */
function responseOf({ pasid, index, code }: Plan): PageResponseMsg {
  return { addr: 0n, pasid: pasid ?? 0, respCode: code, pasidPresent: pasid !== null, pageReqGroupId: index, type: GROUP, privateData: 0n }
}

/** What a format asks of a device beside its Requester ID. */
function identityOf({ devices, events }: Traffic, event: TrafficEvent): Identity {
  const { rid, pasidRequired } = devices[event.device]!
  return { rid, pasidRequired, devId: event.device + 1, cookie: event.kind === 'stop marker' ? events.length : event.group + 1 }
}

/** The records in which requests come and responses go, or their ids. */
export interface Formats<Request extends string = string, Response extends string = string> {
  readonly request: FormatArgument<Request>
  readonly response: FormatArgument<Response>
}

/**
 * The messages as records of one IOMMU, or as TLPs: bytes of each, in the order in which they are sent.
 * @param formats such as `vtd.page-request` and `vtd.page-group-response`; of TLPs `pcie.page-request` and `pcie.prg-response`, prefixes included
 * @throws {CodecError} `translate` for formats that do not carry requests and responses, and where one has no place for what the traffic
 *   says; `type` for an unknown id
 */
export function asRecords<const Request extends string, const Response extends string>(all: Traffic, formats: Formats<Request, Response>): readonly { readonly event: TrafficEvent; readonly bytes: Uint8Array }[] {
  return all.events.map((event) => {
    const identity = identityOf(all, event)
    const [format, { packet }] = event.kind === 'response'
      ? [formats.response, fromPageResponse(formats.response, event.response, identity, { allowLoss: true })]
      : [formats.request, fromPageRequest(formats.request, event.request, identity, { allowLoss: true })]
    return { event, bytes: encodePacket(format as FormatArgument, packet) }
  })
}

/** A ring as a driver sees it: entries that were overwritten are gone. */
export interface Ring {
  readonly bytes: Uint8Array
  /** Size of an entry in bytes. */
  readonly size: number
  /** Entry that is read next, and entry that is written next. */
  readonly head: number
  readonly tail: number
  /** The entries between head and tail, oldest first. */
  readonly pending: readonly Uint8Array[]
}

/**
 * The entries in a ring that wraps around, after all of them were written.
 * @param written all of one size
 * @param entries how many the ring has, from 2; one stays free, so that a full ring differs from an empty one
 * @param start where the first one is written
 * @throws {CodecError} `range`
 */
export function asRing(written: readonly Uint8Array[], entries: number, start = 0): Ring {
  checkNumber('ring', 'entries', entries, 2 ** 32 - 1, 2)
  checkNumber('ring', 'start', start, entries - 1)
  const size = written[0]?.length ?? 0
  for (const [i, entry] of written.entries()) if (entry.length !== size) fail('ring', `written[${i}]`, 'range', `${size} bytes, as the first has`, entry)
  const bytes = new Uint8Array(size * entries)
  written.forEach((entry, i) => bytes.set(entry, ((start + i) % entries) * size))
  const pending = written.slice(-(entries - 1))
  const tail = (start + written.length) % entries
  return { bytes, size, head: (tail - pending.length + entries) % entries, tail, pending }
}
