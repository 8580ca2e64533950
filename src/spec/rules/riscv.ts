import { PRG_RESPONSE_CODE } from '../codes.ts'
import { hex, rulesFor } from './facts.ts'
import type { FactRule, Source } from './facts.ts'
import { invalidationRules } from './invalidation.ts'
import { pasidRules, segmentRules } from './pasid.ts'
import { pageRequestRules, pasidFlagRules } from './request.ts'
import { answerRules, codeRules, pasidOnResponseRules } from './response.ts'

/** Which rules the records of the RISC-V IOMMU have, and where they have the facts. */

const process = { pasidPresent: 'processIdValid', pasid: 'processId' } as const satisfies Record<string, Source>
const command = { ...process, segmentValid: 'segmentValid', segment: 'segment' } as const satisfies Record<string, Source>

export const pageRequest = rulesFor({
  ...process,
  execute: 'execute',
  privileged: 'privileged',
  read: 'read',
  write: 'write',
  last: 'last',
  address: 'address',
}, pasidFlagRules, pageRequestRules, pasidRules)

interface PayloadFacts {
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

export const atsPrgr = rulesFor({
  ...command,
  code: 'respCode',
  failure: { of: ({ respCode }) => respCode === PRG_RESPONSE_CODE.ResponseFailure },
  prgIndex: 'prgIndex',
  rid: 'rid',
  destinationId: 'destinationId',
}, codeRules, pasidOnResponseRules, answerRules, pasidRules, segmentRules, [destinationIdInPayload])

export const atsInval = rulesFor({ ...command, address: 'address', size: 'size', global: 'global' }, invalidationRules, pasidRules, segmentRules)
