import { IOMMUFD_PAGE_RESP, IOMMU_PAGE_RESP, PRG_RESPONSE_CODE, SMMU_PRI_RESP } from './codes.ts'
import type { Carries, Numbering } from './roles.ts'

const numberings = () => ({
  PCIe: { success: PRG_RESPONSE_CODE.Success, invalid: PRG_RESPONSE_CODE.InvalidRequest, failure: PRG_RESPONSE_CODE.ResponseFailure, othersFail: true },
  Linux: { success: IOMMU_PAGE_RESP.IOMMU_PAGE_RESP_SUCCESS, invalid: IOMMU_PAGE_RESP.IOMMU_PAGE_RESP_INVALID, failure: IOMMU_PAGE_RESP.IOMMU_PAGE_RESP_FAILURE },
  iommufd: { success: IOMMUFD_PAGE_RESP.IOMMUFD_PAGE_RESP_SUCCESS, invalid: IOMMUFD_PAGE_RESP.IOMMUFD_PAGE_RESP_INVALID },
  CMD_PRI_RESP: { success: SMMU_PRI_RESP.Success, invalid: SMMU_PRI_RESP.InvalidRequest, failure: SMMU_PRI_RESP.ResponseFailure },
}) as const satisfies Record<NonNullable<Carries['codes']>, Numbering>

/** The numbers that page responses have for their codes. One number means different things: Arm's run the other way, and Linux's failure is 2. */
// Of a function, so that a bundler leaves them out of a record that has no use for them.
export const NUMBERINGS = /* @__PURE__ */ numberings()

/** Whether a response code says that the request failed. In PCIe's numbers 2 to 0xE do, too. PCIe Base Specification, 10.4.2.1. */
export function isFailure(code: number, { success, invalid, failure, othersFail }: Numbering = NUMBERINGS.PCIe): boolean {
  return othersFail ? code !== success && code !== invalid : code === failure
}
