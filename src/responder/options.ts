import type { FormatArgument } from '../registry.ts'
import { PRG_RESPONSE_CODE } from '../spec/codes.ts'
import type { PageRequest } from '../translate/index.ts'
import { checkNumber, fail, readOptions } from './arguments.ts'
import type { GroupName, IommuEvent } from './events.ts'
import { matchOf } from './response.ts'
import type { LinuxRelease, Match } from './response.ts'
import { wireOf } from './wire.ts'
import type { Wire } from './wire.ts'

const { Success, InvalidRequest, ResponseFailure } = PRG_RESPONSE_CODE

/** The codes of a PRG Response, by the names that the command has for them. */
export const ANSWERS = { success: Success, invalid: InvalidRequest, failure: ResponseFailure } as const satisfies Record<Exclude<Auto, Policy>, number>

/** A group that has just become complete. It is a copy. */
export interface CompleteGroup extends GroupName {
  readonly stream: boolean
  readonly requests: readonly PageRequest[]
}

/** The response code for a group; undefined leaves it to the holder of the device, as an error does. It may not call the service. */
export type Policy = (group: CompleteGroup) => number | undefined

/** An answer to every group, or a policy. */
export type Auto = 'success' | 'invalid' | 'failure' | Policy

export interface IommuOptions {
  /** The page request in its queue, as an id of `iommuFormats` or as that record: it tells the format of the responses, too. */
  readonly format: FormatArgument
  /** The time in any unit, as a finite number. It is called once per call of the service. If it goes back, the service keeps the last time. */
  readonly clock: () => number
  /** How long a group may be pending before `expire` answers it with Response Failure. Default: no limit. */
  readonly deadline?: number
  /**
   * Release of Linux, from 5.3 to 6.8, whose rule finds the group that a response is for. By default the service's own
   * rule: where the request had a PASID, the response must have the same.
   */
  readonly linux?: LinuxRelease
  /** What to do with reserved bits of incoming records. Default `ignore`, as PCIe has it; with `reject` such a record is malformed. */
  readonly reserved?: 'ignore' | 'reject'
  /** Requester ID under which PRG Responses are sent. Default 0. */
  readonly iommuRid?: number
  /**
   * How many page requests may be outstanding over all devices, 1 to 2^32 - 1. Those beyond it are bad requests:
   * `over-limit`. Default 1,048,576.
   */
  readonly maxRequests?: number
  /** Answers groups when they become complete, for tests. Errors that it throws go to `onError`. */
  readonly auto?: Auto
  /** Called with every action and its outcome. Errors that it throws go to `onError`. */
  readonly onEvent?: (event: IommuEvent) => void
  /**
   * Is told what a listener or a policy threw, after the call was carried out as if nothing had been thrown. Without it
   * the error is uncaught, as with listeners of an EventTarget.
   */
  readonly onError?: (error: unknown) => void
}

/** The same, checked and looked up. */
export interface FullIommuOptions extends Omit<IommuOptions, 'format' | 'auto'> {
  readonly wire: Wire
  readonly match: Match
  readonly reserved: 'ignore' | 'reject'
  readonly maxRequests: number
  readonly policy: Policy | undefined
}

const IOMMU = 'iommu'
const KEYS = ['format', 'clock', 'deadline', 'linux', 'reserved', 'iommuRid', 'maxRequests', 'auto', 'onEvent', 'onError'] satisfies (keyof IommuOptions)[]
const DEFAULT_MAX_REQUESTS = 2 ** 20

/** @throws {CodecError} `type` or `range` for wrong options */
export function checkOptions(given: IommuOptions): FullIommuOptions {
  const options = readOptions(IOMMU, '', given, KEYS) as unknown as IommuOptions
  const { format, clock, deadline, linux, reserved = 'ignore', iommuRid, maxRequests = DEFAULT_MAX_REQUESTS, auto, onEvent, onError } = options
  if (reserved !== 'ignore' && reserved !== 'reject') fail(IOMMU, 'reserved', 'range', 'ignore or reject', reserved)
  const wire = wireOf(format, reserved)
  if (typeof clock !== 'function') fail(IOMMU, 'clock', 'type', 'a function that tells the time', clock)
  if (deadline !== undefined && !(typeof deadline === 'number' && deadline >= 0)) fail(IOMMU, 'deadline', 'range', 'a time from 0', deadline)
  if (iommuRid !== undefined) checkNumber(IOMMU, 'iommuRid', iommuRid, 0xffff)
  checkNumber(IOMMU, 'maxRequests', maxRequests, 2 ** 32 - 1, 1)
  if (onEvent !== undefined && typeof onEvent !== 'function') fail(IOMMU, 'onEvent', 'type', 'a function', onEvent)
  if (onError !== undefined && typeof onError !== 'function') fail(IOMMU, 'onError', 'type', 'a function', onError)
  return { ...options, wire, match: matchOf(linux), reserved, maxRequests, policy: policyOf(auto) }
}

function policyOf(auto: Auto | undefined): Policy | undefined {
  if (auto === undefined) return undefined
  if (typeof auto === 'function') return (group) => checkCode(auto(group))
  if (typeof auto !== 'string' || !Object.hasOwn(ANSWERS, auto)) fail(IOMMU, 'auto', 'range', `${Object.keys(ANSWERS).join(', ')} or a function`, auto)
  return () => ANSWERS[auto]
}

/** @throws {CodecError} `range` for an answer that a policy may not give */
export function checkCode(code: number | undefined): number | undefined {
  if (code === undefined || code === Success || code === InvalidRequest || code === ResponseFailure) return code
  return fail(IOMMU, 'auto', 'range', 'undefined, 0 success, 1 invalid request or 0xf response failure', code)
}
