import { CodecError } from '../codec/errors.ts'
import { PRG_RESPONSE_CODE } from '../spec/codes.ts'
import type { PageRequest } from '../translate/index.ts'
import type { GroupName } from './event.ts'

const { Success, InvalidRequest, ResponseFailure } = PRG_RESPONSE_CODE

/** The codes of a PRG Response, by the names that the command has for them. */
export const ANSWERS = { success: Success, invalid: InvalidRequest, failure: ResponseFailure } as const

/** A group that has just become complete. */
export interface CompleteGroup extends GroupName {
  readonly stream: boolean
  readonly requests: readonly PageRequest[]
}

/** The response code for a group; undefined leaves it to the holder of the device. It may not call the service. */
export type Policy = (group: CompleteGroup) => number | undefined

/** An answer to every group, or a policy. */
export type Auto = keyof typeof ANSWERS | Policy

/** @throws {CodecError} `range` for an answer of another name */
export function policyOf(auto: Auto | undefined): Policy | undefined {
  if (auto === undefined) return undefined
  if (typeof auto === 'function') return (group) => checkCode(auto(group))
  if (!Object.hasOwn(ANSWERS, auto)) fail(`${Object.keys(ANSWERS).join(', ')} or a function`, auto)
  return () => ANSWERS[auto]
}

function checkCode(code: number | undefined): number | undefined {
  if (code === undefined || Object.values<number>(ANSWERS).includes(code)) return code
  return fail('undefined, 0 success, 1 invalid request or 0xf response failure', code)
}

function fail(expected: string, actual: unknown): never {
  throw new CodecError({ code: 'range', record: 'iommu', field: 'auto', expected, actual })
}
