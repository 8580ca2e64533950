import { PRG_RESPONSE_CODE } from '../spec/codes.ts'
import { isFailure, NUMBERINGS } from '../spec/numbering.ts'
import type { Carries, Numbering } from '../spec/roles.ts'
import type { Context } from './context.ts'

/** Response codes of the formats, to and from those of a PRG Response. */

const { Success, InvalidRequest, ResponseFailure } = PRG_RESPONSE_CODE

type Codes = NonNullable<Carries['codes']>

/** @throws {CodecError} `translate` for a code that the format does not have */
export function fromCode(code: number, codes: Codes, field: string, context: Context): number {
  const numbering: Numbering = NUMBERINGS[codes]
  const { success, invalid, failure } = numbering
  if (code === success) return Success
  if (code === invalid) return InvalidRequest
  if (code === failure) return ResponseFailure
  if (!isFailure(code, numbering)) context.refuse(field, namesOf(numbering), code)
  context.note(
    code === 2
      ? 'response code 2 is unused and taken as Response Failure; Linux sends it for one'
      : `response code 0x${code.toString(16)} is unused and taken as Response Failure`,
  )
  return ResponseFailure
}

/** @throws {CodecError} `translate` for a code that is none, or that the format cannot express */
export function toCode(code: number, codes: Codes, context: Context): number {
  const { success, invalid, failure }: Numbering = NUMBERINGS[codes]
  checkCode(code, context)
  if (code === Success) return success
  if (code === InvalidRequest) return invalid
  return failure ?? context.refuse('respCode', `${namesOf({ success, invalid })}: ${codes} has no failure`, code)
}

function namesOf({ success, invalid, failure }: Numbering): string {
  return failure === undefined ? `${success} success or ${invalid} invalid request` : `${success} success, ${invalid} invalid request or ${failure} response failure`
}

/** @throws {CodecError} `translate` unless it is one of a PRG Response that has a name */
export function checkCode(code: number, context: Context): void {
  if (code === Success || code === InvalidRequest || code === ResponseFailure) return
  context.refuse('respCode', '0 success, 1 invalid request or 0xf response failure', code)
}
