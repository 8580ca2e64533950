import { PRG_RESPONSE_CODE } from '../codes.ts'
import { isFailure } from '../numbering.ts'
import { hex } from './facts.ts'
import type { FactRule } from './facts.ts'

/** Page responses. */

type Facts = {
  pasidValid: boolean
  pasid: number
  /** Response Code, in the numbers of a PRG Response. */
  code: number
  /** The code says that the request failed. */
  failure: boolean
  group: number
  /** The device that is answered; its low half is the Requester ID. */
  device: number
}

/** For records that have the codes of a PRG Response. */
export const codeRules: readonly FactRule<Facts>[] = [
  {
    id: 'unused-response-code',
    severity: 'warning',
    clause: 'PCIe Base Specification, 10.4.2.1',
    since: 'ATS 1.1',
    needs: ['code'],
    field: 'code',
    test: ({ code }) =>
      isFailure(code) && code !== PRG_RESPONSE_CODE.ResponseFailure ? `response code ${hex(code)} is unused: the function takes it as Response Failure, which is written 0xf` : undefined,
  },
]

/** Linux passes its own number for failure, 2, to the hardware as it is. */
export const linuxFailureCode = (since: string): FactRule<Facts> => ({
  id: 'linux-failure-code',
  severity: 'note',
  clause: 'Linux, enum iommu_page_response_code',
  since,
  needs: ['code'],
  field: 'code',
  test: ({ code }) =>
    code === 2 ? `2 is what Linux writes here for Response Failure (since ${since}): its own number, not mapped to 0xf` : undefined,
})

/** For responses that a function receives. */
export const pasidNotTaken: FactRule<Facts> = {
  id: 'pasid-not-taken',
  severity: 'error',
  clause: 'PCIe Base Specification, 10.4.2.2 and 10.5.2.3',
  since: 'PCIe 4.0',
  needs: ['pasidValid', 'failure'],
  field: 'pasidValid',
  // A Response Failure repeats the PASID of the request in any case: RISC-V IOMMU Architecture Specification 1.0.
  test: ({ pasidValid, failure }, { capabilities }) =>
    pasidValid && !failure && capabilities?.pri?.prgResponsePasidRequired === false
      ? 'the response carries a PASID, but PRG Response PASID Required is clear: what the function does is undefined; leave the PASID out'
      : undefined,
}

/** For those of them that can do without a PASID. */
export const pasidOnResponseRules: readonly FactRule<Facts>[] = [
  pasidNotTaken,
  {
    id: 'pasid-required',
    severity: 'error',
    clause: 'PCIe Base Specification, 10.4.2.2 and 10.5.2.3',
    since: 'PCIe 4.0',
    needs: ['pasidValid'],
    field: 'pasidValid',
    test: ({ pasidValid }, { capabilities, pageRequest }) =>
      !pasidValid && pageRequest?.pasidPresent && capabilities?.pri?.prgResponsePasidRequired
        ? 'the response lacks the PASID of its request, but PRG Response PASID Required is set: what the function does is undefined; give the PASID'
        : undefined,
  },
]

/** For responses to be held against the request that they answer. */
export const answerRules: readonly FactRule<Facts>[] = [
  {
    id: 'response-before-last',
    severity: 'error',
    clause: 'PCIe Base Specification, 10.4.2',
    since: 'ATS 1.1',
    needs: ['group'],
    field: 'group',
    test: ({ group }, { pageRequest }) =>
      pageRequest?.last === false
        ? `the request that is answered is not the last of group ${hex(group)}: a group has one response, after its last request`
        : undefined,
  },
  {
    id: 'response-to-stop-marker',
    severity: 'error',
    clause: 'PCIe Base Specification, 10.4.1.2.1',
    since: 'PASID ECN, 2011',
    needs: ['group'],
    field: 'group',
    test: ({ group }, { pageRequest }) =>
      pageRequest && pageRequest.pasidPresent && pageRequest.last && !pageRequest.read && !pageRequest.write
        ? `the request that is answered is a Stop Marker: it has no response, and opens no group under index ${hex(group)}`
        : undefined,
  },
  {
    id: 'response-to-other-group',
    severity: 'error',
    clause: 'PCIe Base Specification, 10.4.2',
    since: 'ATS 1.1',
    needs: ['group', 'failure'],
    field: 'group',
    // A Response Failure need not name the group: Efinix transceiver PCIe guide, "Generating Page Response Messages".
    test: ({ group, failure }, { pageRequest }) =>
      pageRequest && group !== pageRequest.pageReqGroupId && !failure
        ? `the response names group ${hex(group)}, the request is of group ${hex(pageRequest.pageReqGroupId)}: the function reports an unexpected index`
        : undefined,
  },
  {
    id: 'response-to-other-pasid',
    severity: 'error',
    clause: 'PCIe Base Specification, 10.4.2.2',
    since: 'PASID ECN, 2011',
    needs: ['pasidValid', 'pasid'],
    field: 'pasid',
    test({ pasidValid, pasid }, { pageRequest }) {
      if (!pasidValid || !pageRequest) return undefined
      if (!pageRequest.pasidPresent) return `the response carries PASID ${hex(pasid)}, the request had none`
      return pasid === pageRequest.pasid ? undefined : `the response carries PASID ${hex(pasid)}, the request had ${hex(pageRequest.pasid)}`
    },
  },
  {
    id: 'response-to-other-device',
    severity: 'error',
    clause: 'PCIe Base Specification, 10.4.2',
    since: 'ATS 1.1',
    needs: ['device'],
    field: 'device',
    test: ({ device }, { pageRequest }) =>
      pageRequest?.rid !== undefined && (device & 0xffff) !== pageRequest.rid
        ? `the response goes to ${hex(device & 0xffff)}, the request came from ${hex(pageRequest.rid)}`
        : undefined,
  },
]
