import { IOMMU_FAULT_PERM, IOMMU_PAGE_RESP, PRG_RESPONSE_CODE } from '../codes.ts'
import { bit, hex, ruleOver, rulesFor, rulesOver } from './facts.ts'
import type { Source } from './facts.ts'
import { widePasidRules } from './pasid.ts'
import { pageRequestRules } from './request.ts'
import { answerRules, codeRules } from './response.ts'

/** Which rules the structs of Linux have: what it refuses or lets through itself, and what holds of requests and responses. */

interface ResponseFacts {
  version: number
  flags: number
  code: number
}

const response = ruleOver<ResponseFacts>()

const CORE = 'Linux, drivers/iommu/iommu.c, iommu_page_response()'

/** `struct iommu_page_response`. */
const iommuPageResponseRules = [
  response({
    id: 'linux-version',
    severity: 'error',
    clause: CORE,
    since: 'Linux 5.3',
    needs: ['version'],
    field: 'version',
    test: ({ version }) => (version === 1 ? undefined : `version is ${version}: Linux refuses any but 1 (EINVAL)`),
  }),
  response({
    id: 'linux-flags',
    severity: 'error',
    clause: CORE,
    since: 'Linux 5.3',
    needs: ['flags'],
    field: 'flags',
    test: ({ flags }) => ((flags & ~1) !== 0 ? `flags are ${hex(flags)}: Linux refuses any but IOMMU_PAGE_RESP_PASID_VALID (EINVAL)` : undefined),
  }),
  response({
    id: 'linux-code',
    severity: 'warning',
    clause: CORE,
    since: 'Linux 5.3',
    needs: ['code'],
    field: 'code',
    test: ({ code }) => (code > 2 ? `code ${hex(code)} is none of Linux's: its core does not look, and a driver may pass it to the hardware as it is` : undefined),
  }),
]

export const iommuPageResponse = /* @__PURE__ */ rulesFor({
  version: 'version',
  flags: 'flags',
  code: 'code',
  pasidPresent: /* @__PURE__ */ bit('flags', 1),
  pasid: 'pasid',
  failure: { of: ({ code }) => code === IOMMU_PAGE_RESP.IOMMU_PAGE_RESP_FAILURE },
  prgIndex: 'grpid',
}, iommuPageResponseRules, answerRules, widePasidRules)

/** `struct iommu_hwpt_page_response`. */
export const iommufdPageResponse = /* @__PURE__ */ rulesOver([
  response({
    id: 'linux-code',
    severity: 'error',
    clause: 'Linux, drivers/iommu/iommufd, write to a fault queue',
    since: 'Linux 6.11',
    needs: ['code'],
    field: 'code',
    test: ({ code }) => (code > 1 ? `code ${hex(code)}: iommufd takes success (0) and invalid (1) only (EINVAL)` : undefined),
  }),
])

interface FaultFacts {
  flags: number
}

const fault = ruleOver<FaultFacts>()

const leakedFlag = fault({
  id: 'linux-flags',
  severity: 'note',
  clause: 'Linux, include/linux/iommu.h, IOMMU_FAULT_PAGE_RESPONSE_NEEDS_PASID',
  since: 'Linux 6.11',
  needs: ['flags'],
  field: 'flags',
  test: ({ flags }) => ((flags & 4) !== 0 ? "bit 2 is the kernel's own RESPONSE_NEEDS_PASID, which leaks through; it is no flag of this struct" : undefined),
})

const request = (pasidPresent: Source, last: Source, perm: string) => ({
  pasidPresent,
  pasid: 'pasid',
  last,
  read: bit(perm, IOMMU_FAULT_PERM.IOMMU_FAULT_PERM_READ),
  write: bit(perm, IOMMU_FAULT_PERM.IOMMU_FAULT_PERM_WRITE),
}) as const

/** PASID_VALID and LAST_PAGE have the same bits in both generations. */
const faultRequest = /* @__PURE__ */ request(/* @__PURE__ */ bit('flags', 1), /* @__PURE__ */ bit('flags', 2), 'perm')

export const faultEvent = /* @__PURE__ */ rulesFor(/* @__PURE__ */ request('pasidValid', 'lastReq', 'prot'), pageRequestRules, widePasidRules)
export const iommuFaultPageRequest = /* @__PURE__ */ rulesFor(faultRequest, pageRequestRules, widePasidRules)
export const iommufdPgfault = /* @__PURE__ */ rulesFor({ ...faultRequest, flags: 'flags' }, pageRequestRules, widePasidRules, [leakedFlag])

interface MessageFacts {
  privateData: number
}

const message = ruleOver<MessageFacts>()

const privateDataTooWide = message({
  id: 'private-data-above-23-bits',
  severity: 'warning',
  clause: 'Intel VT-d Architecture Specification 2.x, Page Group Response Descriptor',
  since: 'VT-d 2.x',
  needs: ['privateData'],
  field: 'privateData',
  test: ({ privateData }) => (privateData > 0x7fffff ? `private data ${hex(privateData)} has more than the 23 bits that VT-d 2.x gives back to the device` : undefined),
})

export const pageResponseMsg = /* @__PURE__ */ rulesFor({
  pasidPresent: 'pasidPresent',
  pasid: 'pasid',
  code: 'respCode',
  failure: { of: ({ respCode }) => respCode === PRG_RESPONSE_CODE.ResponseFailure },
  prgIndex: 'pageReqGroupId',
  privateData: 'privateData',
}, codeRules, answerRules, widePasidRules, [privateDataTooWide])
