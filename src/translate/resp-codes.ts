import { PRG_RESPONSE_CODE, SMMU_PRI_RESP } from '../spec/codes.ts'
import type { Context } from './context.ts'

/**
 * Response codes of the formats, to and from those of a PRG Response.
 * One number means different things: Arm's run the other way, and Linux's generic failure is 2.
 */

const { Success, InvalidRequest, ResponseFailure } = PRG_RESPONSE_CODE

/** A code on the wire of PCIe, VT-d, AMD or RISC-V. */
export function fromWire(code: number, context: Context): number {
  if (code === Success || code === InvalidRequest || code === ResponseFailure) return code
  context.note(
    code === 2
      ? 'response code 2 is unused and taken as Response Failure; Linux sends it for one'
      : `response code 0x${code.toString(16)} is unused and taken as Response Failure`,
  )
  return ResponseFailure
}

/** A generic code, to the wire of PCIe, VT-d, AMD or RISC-V, and to the struct of 2017. */
export function toWire(code: number, context: Context): number {
  if (code === Success || code === InvalidRequest || code === ResponseFailure) return code
  return context.refuse('respCode', '0 success, 1 invalid request or 0xf response failure', code)
}

/** `enum iommu_page_response_code`. */
export function fromLinux(code: number, context: Context): number {
  if (code === 0 || code === 1) return code
  return code === 2 ? ResponseFailure : context.refuse('code', '0 success, 1 invalid or 2 failure', code)
}

export function toLinux(code: number, context: Context): number {
  return toWire(code, context) === ResponseFailure ? 2 : code
}

/** `enum iommufd_page_response_code`. */
export function fromIommufd(code: number, context: Context): number {
  return code === 0 || code === 1 ? code : context.refuse('code', '0 success or 1 invalid', code)
}

export function toIommufd(code: number, context: Context): number {
  if (toWire(code, context) !== ResponseFailure) return code
  return context.refuse('respCode', '0 success or 1 invalid request: iommufd has no failure', code)
}

/** Resp of CMD_PRI_RESP. */
export function fromPriResp(resp: number, context: Context): number {
  if (resp === SMMU_PRI_RESP.Success) return Success
  if (resp === SMMU_PRI_RESP.InvalidRequest) return InvalidRequest
  return resp === SMMU_PRI_RESP.ResponseFailure ? ResponseFailure : context.refuse('resp', '0 to 2; 3 makes the command illegal', resp)
}

export function toPriResp(code: number, context: Context): number {
  if (toWire(code, context) === Success) return SMMU_PRI_RESP.Success
  return code === InvalidRequest ? SMMU_PRI_RESP.InvalidRequest : SMMU_PRI_RESP.ResponseFailure
}

/** Ac and Ab of CMD_RESUME: retry, abort or terminate. */
export function fromResume({ action, abort }: { action: boolean; abort: boolean }, context: Context): number {
  if (action && abort) context.note('CMD_RESUME ignores Ab on a retry')
  if (action) return Success
  if (abort) {
    context.note('CMD_RESUME aborts for Invalid Request and for Response Failure alike; read as Invalid Request')
    return InvalidRequest
  }
  context.note('CMD_RESUME terminates without an abort; read as Response Failure')
  return ResponseFailure
}

export function toResume(code: number, context: Context): { action: boolean; abort: boolean } {
  const retry = toWire(code, context) === Success
  if (code === ResponseFailure) context.note('CMD_RESUME aborts for Response Failure as for Invalid Request')
  return { action: retry, abort: !retry }
}
