/** Numbers that more than one record uses, by the names of their own specification. */

/** Response Code of a PRG Response; 0x2 to 0xE are unused and taken as Response Failure. PCIe Base Specification, 10.4.2.1. */
export const PRG_RESPONSE_CODE = { Success: 0, InvalidRequest: 1, ResponseFailure: 0xf } as const

/** `enum page_response_type` of the 2017 series. */
export const PAGE_RESPONSE_TYPE = { IOMMU_PAGE_STREAM_RESP: 1, IOMMU_PAGE_GROUP_RESP: 2 } as const

/** Response codes of the 2017 series, which are PCIe's. */
export const IOMMU_PAGE_RESP_2017 = { IOMMU_PAGE_RESP_SUCCESS: 0, IOMMU_PAGE_RESP_INVALID: 1, IOMMU_PAGE_RESP_FAILURE: 0xf } as const

/** `enum iommu_page_response_code` of Linux 5.3 and later: its generic failure is 2, not 0xF. */
export const IOMMU_PAGE_RESP = { IOMMU_PAGE_RESP_SUCCESS: 0, IOMMU_PAGE_RESP_INVALID: 1, IOMMU_PAGE_RESP_FAILURE: 2 } as const

/** `enum iommufd_page_response_code`: there is no failure. */
export const IOMMUFD_PAGE_RESP = { IOMMUFD_PAGE_RESP_SUCCESS: 0, IOMMUFD_PAGE_RESP_INVALID: 1 } as const

/** `enum iommu_fault_type`. */
export const IOMMU_FAULT_TYPE = { IOMMU_FAULT_DMA_UNRECOV: 1, IOMMU_FAULT_PAGE_REQ: 2 } as const

/** `enum iommu_fault_reason` of the 2017 series. */
export const IOMMU_FAULT_REASON_2017 = {
  IOMMU_FAULT_REASON_UNKNOWN: 0,
  IOMMU_FAULT_REASON_INTERNAL: 1,
  IOMMU_FAULT_REASON_PASID_FETCH: 2,
  IOMMU_FAULT_REASON_PASID_INVALID: 3,
  IOMMU_FAULT_REASON_PGD_FETCH: 4,
  IOMMU_FAULT_REASON_PTE_FETCH: 5,
  IOMMU_FAULT_REASON_PERMISSION: 6,
} as const

/** Permission bits of a Linux fault. */
export const IOMMU_FAULT_PERM = {
  IOMMU_FAULT_PERM_READ: 1,
  IOMMU_FAULT_PERM_WRITE: 2,
  IOMMU_FAULT_PERM_EXEC: 4,
  IOMMU_FAULT_PERM_PRIV: 8,
} as const

/** Flags of a page request in the UAPI of Linux 5.3 to 6.8. RESPONSE_NEEDS_PASID is bit 3 there and bit 2 in the kernel since 6.10. */
export const IOMMU_FAULT_PAGE_REQUEST_FLAGS = {
  IOMMU_FAULT_PAGE_REQUEST_PASID_VALID: 1,
  IOMMU_FAULT_PAGE_REQUEST_LAST_PAGE: 2,
  IOMMU_FAULT_PAGE_REQUEST_PRIV_DATA: 4,
  IOMMU_FAULT_PAGE_RESPONSE_NEEDS_PASID: 8,
} as const

/** Flags of a page request inside Linux 6.10 and later: RESPONSE_NEEDS_PASID took the bit of PRIV_DATA, which is gone. */
export const IOMMU_FAULT_PAGE_REQUEST_FLAGS_6_10 = {
  IOMMU_FAULT_PAGE_REQUEST_PASID_VALID: 1,
  IOMMU_FAULT_PAGE_REQUEST_LAST_PAGE: 2,
  IOMMU_FAULT_PAGE_RESPONSE_NEEDS_PASID: 4,
} as const

/** Flags of a page response in the UAPI of Linux 5.3 to 6.8. */
export const IOMMU_PAGE_RESP_FLAGS = { IOMMU_PAGE_RESP_PASID_VALID: 1 } as const

/** Flags of `struct iommu_hwpt_pgfault`. */
export const IOMMU_PGFAULT_FLAGS = { IOMMU_PGFAULT_FLAGS_PASID_VALID: 1, IOMMU_PGFAULT_FLAGS_LAST_PAGE: 2 } as const

/** Flags of `struct iommufd_vevent_header`. */
export const IOMMU_VEVENTQ_FLAGS = { IOMMU_VEVENTQ_FLAG_LOST_EVENTS: 1 } as const

/** Opcodes of the SMMUv3 commands that iommufd takes from a guest. Arm IHI 0070, 4.1.1; Linux, struct iommu_viommu_arm_smmuv3_invalidate. */
export const VSMMU_OPCODE = {
  CMD_CFGI_CD: 0x05,
  CMD_CFGI_CD_ALL: 0x06,
  CMD_TLBI_NH_ALL: 0x10,
  CMD_TLBI_NH_ASID: 0x11,
  CMD_TLBI_NH_VA: 0x12,
  CMD_TLBI_NH_VAA: 0x13,
  CMD_TLBI_NSNH_ALL: 0x30,
  CMD_ATC_INV: 0x40,
} as const

/** Resp of CMD_PRI_RESP; 3 is an illegal command. Arm IHI 0070, 4.5.2. */
export const SMMU_PRI_RESP = { ResponseFailure: 0, InvalidRequest: 1, Success: 2 } as const

/** Numbers of the SMMUv3 events; 0xE0 to 0xEF are implementation defined. Arm IHI 0070 G.b, 7.3. */
export const SMMU_EVENT = {
  F_UUT: 0x01,
  C_BAD_STREAMID: 0x02,
  F_STE_FETCH: 0x03,
  C_BAD_STE: 0x04,
  F_BAD_ATS_TREQ: 0x05,
  F_STREAM_DISABLED: 0x06,
  F_TRANSL_FORBIDDEN: 0x07,
  C_BAD_SUBSTREAMID: 0x08,
  F_CD_FETCH: 0x09,
  C_BAD_CD: 0x0a,
  F_WALK_EABT: 0x0b,
  F_TRANSLATION: 0x10,
  F_ADDR_SIZE: 0x11,
  F_ACCESS: 0x12,
  F_PERMISSION: 0x13,
  F_TLB_CONFLICT: 0x20,
  F_CFG_CONFLICT: 0x21,
  E_PAGE_REQUEST: 0x24,
  F_VMS_FETCH: 0x25,
} as const

/** CLASS of an SMMUv3 fault event: what was being done when the fault arose. */
export const SMMU_EVENT_CLASS = { CD: 0, TTD: 1, IN: 2 } as const

/** Code of an AMD PPR log entry; 0 is an entry that the hardware has not yet written. */
export const AMD_PPR_CODE = { NotYetWritten: 0, PageServiceRequest: 1 } as const

/** Completion Status; RRS was called CRS in older revisions. PCIe Base Specification, 2.2.9. */
export const COMPLETION_STATUS = { SuccessfulCompletion: 0, UnsupportedRequest: 1, RequestRetryStatus: 2, CompleterAbort: 4 } as const

/** Message Code of a TLP; hot-plug codes 0x40 to 0x48 are ignored since PCIe 1.1. PCIe Base Specification, 2.2.8. */
export const MESSAGE_CODE = {
  Unlock: 0x00,
  'Invalidate Request': 0x01,
  'Invalidate Completion': 0x02,
  'Page Request': 0x04,
  'PRG Response': 0x05,
  LTR: 0x10,
  OBFF: 0x12,
  PM_Active_State_Nak: 0x14,
  PM_PME: 0x18,
  PME_Turn_Off: 0x19,
  PME_TO_Ack: 0x1b,
  Assert_INTA: 0x20,
  Assert_INTB: 0x21,
  Assert_INTC: 0x22,
  Assert_INTD: 0x23,
  Deassert_INTA: 0x24,
  Deassert_INTB: 0x25,
  Deassert_INTC: 0x26,
  Deassert_INTD: 0x27,
  ERR_COR: 0x30,
  ERR_NONFATAL: 0x31,
  ERR_FATAL: 0x33,
  Attention_Indicator_Off: 0x40,
  Attention_Indicator_On: 0x41,
  Attention_Indicator_Blink: 0x43,
  Power_Indicator_Off: 0x44,
  Power_Indicator_On: 0x45,
  Power_Indicator_Blink: 0x47,
  Attention_Button_Pressed: 0x48,
  Set_Slot_Power_Limit: 0x50,
  'PTM Request': 0x52,
  'PTM Response': 0x53,
  'Vendor_Defined Type 0': 0x7e,
  'Vendor_Defined Type 1': 0x7f,
} as const
