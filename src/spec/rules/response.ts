import { hex } from './facts.ts'
import type { FactRule } from './facts.ts'

/** Page responses. */

interface Facts {
  pasidPresent: boolean
  pasid: number
  /** Response Code in the numbers of a PRG Response, where the record has those. */
  code: number
  /** The answer is Response Failure. */
  failure: boolean
  prgIndex: number
  /** Requester ID of the device that is answered. */
  rid: number
}

const isUnused = (code: number): boolean => code > 1 && code < 0xf

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
      isUnused(code) ? `response code ${hex(code)} is unused: the function takes it as Response Failure, which is written 0xf` : undefined,
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
  needs: ['pasidPresent', 'failure'],
  field: 'pasidPresent',
  // A Response Failure repeats the PASID of the request in any case: RISC-V IOMMU Architecture Specification 1.0.
  test: ({ pasidPresent, failure }, { capabilities }) =>
    pasidPresent && !failure && capabilities?.pri?.prgResponsePasidRequired === false
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
    needs: ['pasidPresent'],
    field: 'pasidPresent',
    test: ({ pasidPresent }, { capabilities, pageRequest }) =>
      !pasidPresent && pageRequest?.pasidPresent && capabilities?.pri?.prgResponsePasidRequired
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
    needs: ['prgIndex'],
    field: 'prgIndex',
    test: ({ prgIndex }, { pageRequest }) =>
      pageRequest?.last === false
        ? `the request that is answered is not the last of group ${hex(prgIndex)}: a group has one response, after its last request`
        : undefined,
  },
  {
    id: 'response-to-stop-marker',
    severity: 'error',
    clause: 'PCIe Base Specification, 10.4.1.2.1',
    since: 'PASID ECN, 2011',
    needs: ['prgIndex'],
    field: 'prgIndex',
    test: ({ prgIndex }, { pageRequest }) =>
      pageRequest && pageRequest.pasidPresent && pageRequest.last && !pageRequest.read && !pageRequest.write
        ? `the request that is answered is a Stop Marker: it has no response, and opens no group under index ${hex(prgIndex)}`
        : undefined,
  },
  {
    id: 'response-to-other-group',
    severity: 'error',
    clause: 'PCIe Base Specification, 10.4.2',
    since: 'ATS 1.1',
    needs: ['prgIndex', 'failure'],
    field: 'prgIndex',
    // A Response Failure need not name the group: Efinix transceiver PCIe guide, "Generating Page Response Messages".
    test: ({ prgIndex, failure }, { pageRequest }) =>
      pageRequest && prgIndex !== pageRequest.pageReqGroupId && !failure
        ? `the response names group ${hex(prgIndex)}, the request is of group ${hex(pageRequest.pageReqGroupId)}: the function reports an unexpected index`
        : undefined,
  },
  {
    id: 'response-to-other-pasid',
    severity: 'error',
    clause: 'PCIe Base Specification, 10.4.2.2',
    since: 'PASID ECN, 2011',
    needs: ['pasidPresent', 'pasid'],
    field: 'pasid',
    test({ pasidPresent, pasid }, { pageRequest }) {
      if (!pasidPresent || !pageRequest) return undefined
      if (!pageRequest.pasidPresent) return `the response carries PASID ${hex(pasid)}, the request had none`
      return pasid === pageRequest.pasid ? undefined : `the response carries PASID ${hex(pasid)}, the request had ${hex(pageRequest.pasid)}`
    },
  },
  {
    id: 'response-to-other-device',
    severity: 'error',
    clause: 'PCIe Base Specification, 10.4.2',
    since: 'ATS 1.1',
    needs: ['rid'],
    field: 'rid',
    test: ({ rid }, { pageRequest }) =>
      pageRequest?.rid !== undefined && rid !== pageRequest.rid
        ? `the response goes to ${hex(rid)}, the request came from ${hex(pageRequest.rid)}`
        : undefined,
  },
]
