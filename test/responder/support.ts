import { encodePacket, fromPageRequest, Iommu, RefusedError } from '../../src/index.ts'
import { toHex } from '../support/bytes.ts'
import type { DeviceHandle, DeviceInit, Identity, IommuEvent, IommuOptions, PageRequest, PageResponseMsg } from '../../src/index.ts'

/** A page request of one page, read, the last of its group. */
export const REQUEST: PageRequest = {
  addr: 0x7f0123456000n,
  pasid: 0x12345,
  pasidPresent: true,
  pageReqGroupId: 0x1ab,
  last: true,
  read: true,
  write: false,
  execute: false,
  privileged: false,
  privateData: 0n,
}

/** Success, for the group of `REQUEST`. */
export const RESPONSE: PageResponseMsg = {
  addr: 0n,
  pasid: 0x12345,
  respCode: 0,
  pasidPresent: true,
  pageReqGroupId: 0x1ab,
  type: 2,
  privateData: 0n,
}

export const NO_PASID = { pasid: 0, pasidPresent: false } as const

/** The bytes of a page request in the queue of an IOMMU. */
export function requestBytes(format: string, request: Partial<PageRequest> = {}, identity: Identity = { rid: 0x300 }): Uint8Array {
  return encodePacket(format, fromPageRequest(format, { ...REQUEST, ...request }, identity).packet)
}

/** A service whose clock is set by hand, and everything that it tells. */
export interface Bench {
  readonly iommu: Iommu
  readonly events: IommuEvent[]
  readonly clock: { now: number }
  /** The types of the events since the last call. */
  types(): string[]
}

export function benchOf(format: string, options: Partial<IommuOptions> = {}): Bench {
  const events: IommuEvent[] = []
  const clock = { now: 0 }
  let seen = 0
  const iommu = new Iommu({ format, clock: () => clock.now, onEvent: (event) => void events.push(event), ...options })
  return {
    iommu,
    events,
    clock,
    types() {
      const types = events.slice(seen).map(({ type }) => type)
      seen = events.length
      return types
    },
  }
}

/** What waits for an answer when nothing does. */
export const EMPTY = { groups: 0, requests: 0, partial: 0 } as const

export const VTD = 'vtd.page-request'

export interface OneDevice extends Bench {
  readonly handle: DeviceHandle
  /** Lets it ask for `REQUEST`, changed as said; gives the responses that come at once. */
  receive(...requests: Partial<PageRequest>[]): string[]
}

/** A service with one device, 03:00.0. */
export function one(format = VTD, init: DeviceInit = {}, options: Partial<IommuOptions> = {}): OneDevice {
  const bench = benchOf(format, options)
  const handle = bench.iommu.attach({ rid: 0x300, ...init })
  bench.types()
  return { ...bench, handle, receive: (...requests) => requests.flatMap((request) => bench.iommu.receive(requestBytes(format, request)).map(toHex)) }
}

/** The state of a service, with everything in it. */
export function stateOf(iommu: Iommu, handles: readonly DeviceHandle[] = []): unknown {
  return { ...iommu.snapshot(), handles: handles.map(({ device, attached, outstanding }) => ({ device, attached, outstanding })) }
}

/** What a call is refused with: reason, and the error of Linux. */
export function refusalOf(call: () => unknown): string | undefined {
  try {
    call()
    return undefined
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error
    return `${error.reason} ${error.code} ${error.errno}`
  }
}
