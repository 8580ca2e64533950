import { IOMMU_FAULT_PERM, IOMMU_PAGE_RESP, PRG_RESPONSE_CODE } from '../codes.ts'
import { bit, hex, rulesFor, rulesOver } from './facts.ts'
import type { FactRule, Source } from './facts.ts'
import { pasidRules, widePasidRules } from './pasid.ts'
import { pageRequestRules } from './request.ts'
import { answerRules, codeRules } from './response.ts'

/** Which rules the structs of Linux have: what it refuses or lets through itself, and what holds of requests and responses. */

interface ResponseFacts {
  version: number
  flags: number
  code: number
}

const CORE = 'Linux, drivers/iommu/iommu.c, iommu_page_response()'

/** `struct iommu_page_response`. */
const iommuPageResponseRules: readonly FactRule<ResponseFacts>[] = [
  {
    id: 'linux-version',
    severity: 'error',
    clause: CORE,
    since: 'Linux 5.3',
    needs: ['version'],
    field: 'version',
    test: ({ version }) => (version === 1 ? undefined : `version is ${version}: Linux refuses any but 1 (EINVAL)`),
  },
  {
    id: 'linux-flags',
    severity: 'error',
    clause: CORE,
    since: 'Linux 5.3',
    needs: ['flags'],
    field: 'flags',
    test: ({ flags }) => ((flags & ~1) !== 0 ? `flags are ${hex(flags)}: Linux refuses any but IOMMU_PAGE_RESP_PASID_VALID (EINVAL)` : undefined),
  },
  {
    id: 'linux-code',
    severity: 'warning',
    clause: CORE,
    since: 'Linux 5.3',
    needs: ['code'],
    field: 'code',
    test: ({ code }) =>
      code > 2 ? `code ${hex(code)} is none of Linux's: its core does not look, and a driver may pass it to the hardware as it is` : undefined,
  },
]

export const iommuPageResponse = rulesFor({
  version: 'version',
  flags: 'flags',
  code: 'code',
  pasidPresent: bit('flags', 1),
  pasid: 'pasid',
  failure: { of: ({ code }) => code === IOMMU_PAGE_RESP.IOMMU_PAGE_RESP_FAILURE },
  prgIndex: 'grpid',
}, iommuPageResponseRules, answerRules, pasidRules, widePasidRules)

/** `struct iommu_hwpt_page_response`. */
export const iommufdPageResponse = rulesOver<ResponseFacts>([
  {
    id: 'linux-code',
    severity: 'error',
    clause: 'Linux, drivers/iommu/iommufd, write to a fault queue',
    since: 'Linux 6.11',
    needs: ['code'],
    field: 'code',
    test: ({ code }) => (code > 1 ? `code ${hex(code)}: iommufd takes success (0) and invalid (1) only (EINVAL)` : undefined),
  },
])

interface FaultFacts {
  flags: number
}

const leakedFlag: FactRule<FaultFacts> = {
  id: 'linux-flags',
  severity: 'note',
  clause: 'Linux, include/linux/iommu.h, IOMMU_FAULT_PAGE_RESPONSE_NEEDS_PASID',
  since: 'Linux 6.11',
  needs: ['flags'],
  field: 'flags',
  test: ({ flags }) =>
    (flags & 4) !== 0 ? "bit 2 is the kernel's own RESPONSE_NEEDS_PASID, which leaks through; it is no flag of this struct" : undefined,
}

const request = (pasidPresent: Source, last: Source, perm: string) => ({
  pasidPresent,
  pasid: 'pasid',
  last,
  read: bit(perm, IOMMU_FAULT_PERM.IOMMU_FAULT_PERM_READ),
  write: bit(perm, IOMMU_FAULT_PERM.IOMMU_FAULT_PERM_WRITE),
}) as const

/** PASID_VALID and LAST_PAGE have the same bits in both generations. */
const faultRequest = request(bit('flags', 1), bit('flags', 2), 'perm')

export const faultEvent = rulesFor(request('pasidValid', 'lastReq', 'prot'), pageRequestRules, pasidRules, widePasidRules)
export const iommuFaultPageRequest = rulesFor(faultRequest, pageRequestRules, pasidRules, widePasidRules)
export const iommufdPgfault = rulesFor({ ...faultRequest, flags: 'flags' }, pageRequestRules, pasidRules, widePasidRules, [leakedFlag])

interface MessageFacts {
  privateData: number
}

const privateDataTooWide: FactRule<MessageFacts> = {
  id: 'private-data-above-23-bits',
  severity: 'warning',
  clause: 'Intel VT-d Architecture Specification 2.x, Page Group Response Descriptor',
  since: 'VT-d 2.x',
  needs: ['privateData'],
  field: 'privateData',
  test: ({ privateData }) =>
    privateData > 0x7fffff ? `private data ${hex(privateData)} has more than the 23 bits that VT-d 2.x gives back to the device` : undefined,
}

export const pageResponseMsg = rulesFor({
  pasidPresent: 'pasidPresent',
  pasid: 'pasid',
  code: 'respCode',
  failure: { of: ({ respCode }) => respCode === PRG_RESPONSE_CODE.ResponseFailure },
  prgIndex: 'pageReqGroupId',
  privateData: 'privateData',
}, codeRules, answerRules, pasidRules, widePasidRules, [privateDataTooWide])
