import { hex } from './facts.ts'
import type { FactRule } from './facts.ts'
import { commonInvalidationRules, pendingAboveQueueDepth } from './invalidation.ts'
import { pasidRules } from './pasid.ts'
import { executeWithoutPasid, pageRequestRules } from './request.ts'
import { answerRules, codeRules, linuxFailureCode, pasidOnResponseRules } from './response.ts'
import { AMD_EVERYTHING, amdSizeOf } from './size-code.ts'

/** Which rules the records of AMD have. */

type LogFacts = {
  reservedBitsSet: boolean
}

const reservedBitsInRequest: FactRule<LogFacts> = {
  id: 'reserved-bits-in-request',
  severity: 'warning',
  clause: 'AMD I/O Virtualization Technology (IOMMU) Specification, PPR log',
  since: 'AMD IOMMU 2.0',
  needs: ['reservedBitsSet'],
  field: 'reservedBitsSet',
  test: ({ reservedBitsSet }) => (reservedBitsSet ? 'the IOMMU found reserved bits set in the request; Linux answers it with failure' : undefined),
}

// Whether US means anything without GN is not public, so that privileged without a PASID is not looked at.
export const pprLog = [executeWithoutPasid, pageRequestRules, pasidRules, reservedBitsInRequest]

export const completePprRequest = [codeRules, /* @__PURE__ */ linuxFailureCode('Linux 6.10'), pasidOnResponseRules, answerRules, pasidRules]

type RangeFacts = {
  address: bigint
  size: boolean
}

const everything: FactRule<RangeFacts> = {
  id: 'first-zero-above-50',
  severity: 'note',
  clause: 'AMD I/O Virtualization Technology (IOMMU) Specification, INVALIDATE_IOMMU_PAGES, table 14; QEMU hw/i386/amd_iommu.c',
  since: 'AMD IOMMU 2.0',
  needs: ['address', 'size'],
  field: 'address',
  test: ({ address, size }) =>
    size && address !== AMD_EVERYTHING && amdSizeOf(address) > 1n << 51n
      ? `bits 50 to 12 of ${hex(address)} are all 1, which means everything; Linux writes ${hex(AMD_EVERYTHING)} for that`
      : undefined,
}

export const invalidateIotlbPages = [commonInvalidationRules, everything, /* @__PURE__ */ pendingAboveQueueDepth((pending) => pending), pasidRules]
