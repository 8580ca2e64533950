import { hex } from './facts.ts'
import type { FactRule } from './facts.ts'
import { invalidationRules } from './invalidation.ts'
import { pasidRules, segmentRules } from './pasid.ts'
import { pageRequestRules, pasidFlagRules } from './request.ts'
import { answerRules, codeRules, pasidOnResponseRules } from './response.ts'

/** Which rules the records of the RISC-V IOMMU have. */

export const pageRequest = [pasidFlagRules, pageRequestRules, pasidRules]

type PayloadFacts = {
  destinationId: number
}

const destinationIdInPayload: FactRule<PayloadFacts> = {
  id: 'destination-id-in-payload',
  severity: 'note',
  clause: 'RISC-V IOMMU Architecture Specification, IOMMU ATS commands; commit 173d29ea',
  since: 'RISC-V IOMMU 1.0.1',
  needs: ['destinationId'],
  field: 'destinationId',
  test: ({ destinationId }) =>
    destinationId !== 0
      ? `Destination ID ${hex(destinationId)} is of revision 1.0.0; since 1.0.1 the hardware fills it in, and 0 belongs there`
      : undefined,
}

export const atsPrgr = [codeRules, pasidOnResponseRules, answerRules, pasidRules, segmentRules, destinationIdInPayload]
export const atsInval = [invalidationRules, pasidRules, segmentRules]
