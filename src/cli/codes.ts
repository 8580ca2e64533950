import { PRG_RESPONSE_CODE } from '../spec/codes.ts'

const { Success, InvalidRequest, ResponseFailure } = PRG_RESPONSE_CODE

/** What page requests can be answered with, as it is called on the command line, and its generic code. */
export const CODES = { success: Success, invalid: InvalidRequest, failure: ResponseFailure } as const
