import { systemV } from './abi.ts'
import {
  IOMMUFD_PAGE_RESP, IOMMU_FAULT_PAGE_REQUEST_FLAGS, IOMMU_FAULT_PAGE_REQUEST_FLAGS_6_10, IOMMU_FAULT_PERM, IOMMU_FAULT_REASON_2017,
  IOMMU_FAULT_TYPE, IOMMU_PAGE_RESP, IOMMU_PAGE_RESP_2017, IOMMU_PAGE_RESP_FLAGS, IOMMU_PGFAULT_FLAGS, IOMMU_VEVENTQ_FLAGS, PAGE_RESPONSE_TYPE,
} from './codes.ts'
import * as rules from './rules/linux.ts'
import type { CStruct } from './vocabulary.ts'

/** Linux's own structs. For these the kernel's headers are the definition. */

const SERIES_2017 = 'include/linux/iommu.h of the 2017 series (v3)'

export const pageResponseMsg = {
  id: 'linux.page-response-msg',
  title: 'Page response of the 2017 series',
  clause: SERIES_2017,
  source: 'linux-iommu list, "[PATCH v3 15/16] iommu: introduce page response function", December 2017; a tree built on the series',
  struct: 'page_response_msg',
  size: 24,
  members: {
    addr: { c: 'addr', type: 'u64', doc: 'address of the page that was served', unit: 'byte address' },
    pasid: { c: 'pasid', type: 'u32', doc: 'process address space ID; 20 bits are meaningful, none is masked' },
    respCode: { c: 'resp_code', type: 'u32', bits: 4, codes: IOMMU_PAGE_RESP_2017, doc: 'the answer, in the numbers of a PRG Response' },
    pasidPresent: { c: 'pasid_present', type: 'u32', bits: 1, as: 'flag', doc: 'the response carries a PASID' },
    pageReqGroupId: { c: 'page_req_group_id', type: 'u32', bits: 9, doc: 'the page request group that is answered' },
    type: { c: 'type', type: 'u32', codes: PAGE_RESPONSE_TYPE, doc: '`enum page_response_type`: answer to a stream request or to a group' },
    privateData: { c: 'private_data', type: 'u32', doc: 'private data of VT-d 2.x, of which 23 bits are used' },
  },
  rules: rules.pageResponseMsg,
} as const satisfies CStruct

export const faultEvent = {
  id: 'linux.fault-event',
  title: 'Fault event of the 2017 series',
  clause: SERIES_2017,
  source: 'a tree built on the 2017 series (one source)',
  struct: 'iommu_fault_event',
  size: 48,
  members: {
    type: { c: 'type', type: 'u32', codes: IOMMU_FAULT_TYPE, doc: 'unrecoverable DMA fault or page request' },
    reason: { c: 'reason', type: 'u32', codes: IOMMU_FAULT_REASON_2017, doc: 'why the fault arose' },
    addr: { c: 'addr', type: 'u64', doc: 'faulting address', unit: 'byte address' },
    pasid: { c: 'pasid', type: 'u32', doc: 'process address space ID' },
    pageReqGroupId: { c: 'page_req_group_id', type: 'u32', bits: 9, doc: 'the page request group' },
    lastReq: { c: 'last_req', type: 'u32', bits: 1, as: 'flag', doc: 'last request of its group' },
    pasidValid: { c: 'pasid_valid', type: 'u32', bits: 1, as: 'flag', doc: '`pasid` holds a PASID' },
    prot: { c: 'prot', type: 'u32', masks: IOMMU_FAULT_PERM, doc: 'the access that was asked for' },
    devicePrivate: { c: 'device_private', type: 'u64', doc: 'private to the device driver' },
    iommuPrivate: { c: 'iommu_private', type: 'u64', doc: 'private to the IOMMU driver; VT-d keeps q0 of its 128-bit request here' },
  },
  rules: rules.faultEvent,
} as const satisfies CStruct

export const iommuFaultPageRequest = {
  id: 'linux.iommu-fault-page-request',
  title: 'Page request in struct iommu_fault, UAPI of Linux 5.3 to 6.8',
  clause: 'include/uapi/linux/iommu.h, Linux 5.3 to 6.8',
  source: 'Linux 5.3 to 6.8',
  struct: 'iommu_fault',
  size: 64,
  members: {
    type: { c: 'type', type: 'u32', value: 2, doc: '`enum iommu_fault_type`: IOMMU_FAULT_PAGE_REQ' },
    padding: { c: 'padding', type: 'u32', padding: true, doc: '0' },
    flags: { c: 'prm.flags', type: 'u32', masks: IOMMU_FAULT_PAGE_REQUEST_FLAGS, doc: 'what of the request is valid' },
    pasid: { c: 'prm.pasid', type: 'u32', doc: 'process address space ID, if PASID_VALID' },
    grpid: { c: 'prm.grpid', type: 'u32', doc: 'page request group index' },
    perm: { c: 'prm.perm', type: 'u32', masks: IOMMU_FAULT_PERM, doc: 'the access that was asked for' },
    addr: { c: 'prm.addr', type: 'u64', doc: 'page address', unit: 'byte address' },
    privateData0: { c: 'prm.private_data[0]', type: 'u64', doc: 'device-specific private data, if PRIV_DATA' },
    privateData1: { c: 'prm.private_data[1]', type: 'u64', doc: 'device-specific private data, if PRIV_DATA' },
    padding2: { c: 'padding2', type: 'u64', padding: true, doc: '0' },
  },
  rules: rules.iommuFaultPageRequest,
} as const satisfies CStruct

const response = {
  version: { c: 'version', type: 'u32', codes: { IOMMU_PAGE_RESP_VERSION_1: 1 }, doc: 'version of the struct' },
  flags: { c: 'flags', type: 'u32', masks: IOMMU_PAGE_RESP_FLAGS, doc: 'what of the response is valid' },
  pasid: { c: 'pasid', type: 'u32', doc: 'process address space ID, if PASID_VALID' },
  grpid: { c: 'grpid', type: 'u32', doc: 'page request group index' },
  code: { c: 'code', type: 'u32', codes: IOMMU_PAGE_RESP, doc: '`enum iommu_page_response_code`' },
} as const

export const iommuPageResponseV5_3 = {
  id: 'linux.iommu-page-response-v5.3',
  title: 'Page response, UAPI of Linux 5.3 to 5.9',
  clause: 'include/uapi/linux/iommu.h, Linux 5.3 to 5.9',
  source: 'Linux 5.3 to 5.9',
  struct: 'iommu_page_response',
  size: 20,
  members: response,
  rules: rules.iommuPageResponse,
} as const satisfies CStruct

export const iommuPageResponse = {
  id: 'linux.iommu-page-response',
  title: 'Page response, UAPI of Linux 5.10 to 6.8',
  clause: 'include/uapi/linux/iommu.h, Linux 5.10 to 6.8',
  source: 'Linux 5.10 to 6.8',
  struct: 'iommu_page_response',
  size: 24,
  members: { argsz: { c: 'argsz', type: 'u32', doc: 'size of the struct as the caller knows it', unit: 'bytes' }, ...response },
  rules: rules.iommuPageResponse,
} as const satisfies CStruct

export const iommufdPgfault = {
  id: 'linux.iommufd-pgfault',
  title: 'Page fault read from an iommufd fault queue',
  clause: 'include/uapi/linux/iommufd.h, Linux 6.11 and later',
  source: 'Linux 6.11 to 7.0',
  struct: 'iommu_hwpt_pgfault',
  size: 40,
  members: {
    flags: { c: 'flags', type: 'u32', masks: IOMMU_PGFAULT_FLAGS, doc: 'what of the fault is valid; the kernel\'s own bit 2 can leak through' },
    devId: { c: 'dev_id', type: 'u32', doc: 'iommufd object ID of the device' },
    pasid: { c: 'pasid', type: 'u32', doc: 'process address space ID, if PASID_VALID' },
    grpid: { c: 'grpid', type: 'u32', doc: 'page request group index' },
    perm: { c: 'perm', type: 'u32', masks: IOMMU_FAULT_PERM, doc: 'the access that was asked for' },
    reserved: { c: '__reserved', type: 'u32', padding: true, doc: '0' },
    addr: { c: 'addr', type: 'u64', doc: 'page address', unit: 'byte address' },
    length: { c: 'length', type: 'u32', doc: 'hint of how much will be accessed; 0 today', unit: 'bytes' },
    cookie: { c: 'cookie', type: 'u32', doc: 'names the group in the response; the same in all faults of a group' },
  },
  rules: rules.iommufdPgfault,
} as const satisfies CStruct

export const iommufdPageResponse = {
  id: 'linux.iommufd-page-response',
  title: 'Page response written to an iommufd fault queue',
  clause: 'include/uapi/linux/iommufd.h, Linux 6.11 and later',
  source: 'Linux 6.11 to 7.0',
  struct: 'iommu_hwpt_page_response',
  size: 8,
  members: {
    cookie: { c: 'cookie', type: 'u32', doc: 'the cookie of the group that is answered' },
    code: { c: 'code', type: 'u32', codes: IOMMUFD_PAGE_RESP, doc: '`enum iommufd_page_response_code`' },
  },
  rules: rules.iommufdPageResponse,
} as const satisfies CStruct

export const iommuFaultV6_10 = {
  id: 'linux.iommu-fault-v6.10',
  title: 'Page request in struct iommu_fault, inside Linux 6.10 and later',
  clause: 'include/linux/iommu.h, Linux 6.10 and later',
  source: 'Linux 6.10 to 7.0',
  struct: 'iommu_fault',
  size: 48,
  members: {
    type: { c: 'type', type: 'u32', value: 1, doc: '`enum iommu_fault_type`: IOMMU_FAULT_PAGE_REQ, which was 2 before 6.9' },
    padding: { c: 'prm', type: 'u32', padding: true, doc: 'what the compiler leaves, since `prm` is aligned to 8 bytes' },
    flags: { c: 'prm.flags', type: 'u32', masks: IOMMU_FAULT_PAGE_REQUEST_FLAGS_6_10, doc: 'what of the request is valid; RESPONSE_NEEDS_PASID is bit 2, which was bit 3 before' },
    pasid: { c: 'prm.pasid', type: 'u32', doc: 'process address space ID, if PASID_VALID' },
    grpid: { c: 'prm.grpid', type: 'u32', doc: 'page request group index' },
    perm: { c: 'prm.perm', type: 'u32', masks: IOMMU_FAULT_PERM, doc: 'the access that was asked for' },
    addr: { c: 'prm.addr', type: 'u64', doc: 'page address', unit: 'byte address' },
    privateData0: { c: 'prm.private_data[0]', type: 'u64', optional: true, doc: 'private data, which nothing uses since 6.10' },
    privateData1: { c: 'prm.private_data[1]', type: 'u64', optional: true, doc: 'private data, which nothing uses since 6.10' },
  },
  rules: rules.iommuFaultV6_10,
} as const satisfies CStruct

export const iommuPageResponseV6_10 = {
  id: 'linux.iommu-page-response-v6.10',
  title: 'Page response, inside Linux 6.9 and later',
  clause: 'include/linux/iommu.h, Linux 6.9 and later',
  source: 'Linux 6.9 to 7.0',
  struct: 'iommu_page_response',
  size: 12,
  members: {
    pasid: { c: 'pasid', type: 'u32', doc: 'process address space ID; 0 stands for none, which no flag says' },
    grpid: { c: 'grpid', type: 'u32', doc: 'page request group index' },
    code: { c: 'code', type: 'u32', codes: IOMMU_PAGE_RESP, doc: '`enum iommu_page_response_code`' },
  },
  rules: rules.iommuPageResponseV6_10,
} as const satisfies CStruct

export const iommufdVeventHeader = {
  id: 'linux.iommufd-vevent-header',
  title: 'Header of an event read from an iommufd virtual event queue',
  clause: 'include/uapi/linux/iommufd.h, Linux 6.15 and later',
  source: 'Linux 6.15 to 7.0',
  struct: 'iommufd_vevent_header',
  size: 8,
  members: {
    flags: { c: 'flags', type: 'u32', masks: IOMMU_VEVENTQ_FLAGS, doc: 'LOST_EVENTS: events were lost, and no data follow this header' },
    sequence: { c: 'sequence', type: 'u32', doc: 'counts events from 0 to 0x7fffffff and begins again at 0; a step of more than 1 means lost events' },
  },
  rules: rules.iommufdVeventHeader,
} as const satisfies CStruct

export const iommuVeventArmSmmuv3 = {
  id: 'linux.iommu-vevent-arm-smmuv3',
  title: 'SMMUv3 event read from an iommufd virtual event queue',
  clause: 'include/uapi/linux/iommufd.h, Linux 6.15 and later',
  source: 'Linux 6.15 to 7.0',
  struct: 'iommu_vevent_arm_smmuv3',
  size: 32,
  order: 'little',
  members: {
    evt0: { c: 'evt[0]', type: 'u64', doc: 'q0 of the event record; its StreamID is the virtual one of the guest' },
    evt1: { c: 'evt[1]', type: 'u64', doc: 'q1 of the event record' },
    evt2: { c: 'evt[2]', type: 'u64', doc: 'q2 of the event record' },
    evt3: { c: 'evt[3]', type: 'u64', doc: 'q3 of the event record' },
  },
  rules: rules.iommuVeventArmSmmuv3,
} as const satisfies CStruct

export const iommuViommuArmSmmuv3Invalidate = {
  id: 'linux.iommu-viommu-arm-smmuv3-invalidate',
  title: 'SMMUv3 command that iommufd runs for a guest',
  clause: 'include/uapi/linux/iommufd.h, Linux 6.13 and later',
  source: 'Linux 6.13 to 7.0',
  struct: 'iommu_viommu_arm_smmuv3_invalidate',
  size: 16,
  order: 'little',
  members: {
    cmd0: { c: 'cmd[0]', type: 'u64', doc: 'q0 of the command; its StreamID is the virtual one of the guest, and the kernel sets the VMID' },
    cmd1: { c: 'cmd[1]', type: 'u64', doc: 'q1 of the command' },
  },
  rules: rules.iommuViommuArmSmmuv3Invalidate,
} as const satisfies CStruct

export const pageResponseMsgLe = /* @__PURE__ */ systemV(pageResponseMsg, 'little')
export const pageResponseMsgBe = /* @__PURE__ */ systemV(pageResponseMsg, 'big')
export const faultEventLe = /* @__PURE__ */ systemV(faultEvent, 'little')
export const faultEventBe = /* @__PURE__ */ systemV(faultEvent, 'big')
export const iommuFaultPageRequestLe = /* @__PURE__ */ systemV(iommuFaultPageRequest, 'little')
export const iommuFaultPageRequestBe = /* @__PURE__ */ systemV(iommuFaultPageRequest, 'big')
export const iommuPageResponseV5_3Le = /* @__PURE__ */ systemV(iommuPageResponseV5_3, 'little')
export const iommuPageResponseV5_3Be = /* @__PURE__ */ systemV(iommuPageResponseV5_3, 'big')
export const iommuPageResponseLe = /* @__PURE__ */ systemV(iommuPageResponse, 'little')
export const iommuPageResponseBe = /* @__PURE__ */ systemV(iommuPageResponse, 'big')
export const iommufdPgfaultLe = /* @__PURE__ */ systemV(iommufdPgfault, 'little')
export const iommufdPgfaultBe = /* @__PURE__ */ systemV(iommufdPgfault, 'big')
export const iommufdPageResponseLe = /* @__PURE__ */ systemV(iommufdPageResponse, 'little')
export const iommufdPageResponseBe = /* @__PURE__ */ systemV(iommufdPageResponse, 'big')
export const iommuFaultV6_10Le = /* @__PURE__ */ systemV(iommuFaultV6_10, 'little')
export const iommuFaultV6_10Be = /* @__PURE__ */ systemV(iommuFaultV6_10, 'big')
export const iommuPageResponseV6_10Le = /* @__PURE__ */ systemV(iommuPageResponseV6_10, 'little')
export const iommuPageResponseV6_10Be = /* @__PURE__ */ systemV(iommuPageResponseV6_10, 'big')
export const iommufdVeventHeaderLe = /* @__PURE__ */ systemV(iommufdVeventHeader, 'little')
export const iommufdVeventHeaderBe = /* @__PURE__ */ systemV(iommufdVeventHeader, 'big')
export const iommuVeventArmSmmuv3Le = /* @__PURE__ */ systemV(iommuVeventArmSmmuv3, 'little')
export const iommuVeventArmSmmuv3Be = /* @__PURE__ */ systemV(iommuVeventArmSmmuv3, 'big')
export const iommuViommuArmSmmuv3InvalidateLe = /* @__PURE__ */ systemV(iommuViommuArmSmmuv3Invalidate, 'little')
export const iommuViommuArmSmmuv3InvalidateBe = /* @__PURE__ */ systemV(iommuViommuArmSmmuv3Invalidate, 'big')
