import { CodecError } from '../codec/errors.ts'
import type { Auto } from './auto.ts'
import type { IommuEvent } from './event.ts'
import type { LinuxRelease } from './match.ts'

export interface IommuOptions {
  /** Id of the page request in its queue, one of `iommuFormats`: it tells the format of the responses, too. */
  readonly format: string
  /** The time, in any unit, never falling. It is asked once for each record and each other action. */
  readonly clock: () => number
  /** How long a group may be pending before `expire` answers it with Response Failure. By default, for ever. */
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
  /** Answers groups as they become complete, for tests. */
  readonly auto?: Auto
  /** Is told everything that is done and what comes of it. What it throws comes out of the call that led to the event. */
  readonly onEvent?: (event: IommuEvent) => void
}

/** @throws {CodecError} for an option that is checked nowhere else */
export function checkOptions({ clock, reserved, deadline }: IommuOptions): void {
  if (typeof clock !== 'function') fail('type', 'clock', 'a function that tells the time', clock)
  if (reserved !== undefined && reserved !== 'ignore' && reserved !== 'reject') fail('range', 'reserved', 'ignore or reject', reserved)
  if (deadline !== undefined && !(typeof deadline === 'number' && deadline >= 0)) fail('range', 'deadline', 'a time from 0', deadline)
}

function fail(code: 'type' | 'range', field: string, expected: string, actual: unknown): never {
  throw new CodecError({ code, record: 'iommu', field, expected, actual })
}
