import { systemV } from './abi.ts'
import {
  IOMMUFD_PAGE_RESP, IOMMU_FAULT_PAGE_REQUEST_FLAGS, IOMMU_FAULT_PAGE_REQUEST_FLAGS_6_10, IOMMU_FAULT_PERM, IOMMU_FAULT_REASON_2017,
  IOMMU_FAULT_TYPE, IOMMU_PAGE_RESP, IOMMU_PAGE_RESP_2017, IOMMU_PAGE_RESP_FLAGS, IOMMU_PGFAULT_FLAGS, PAGE_RESPONSE_TYPE,
} from './codes.ts'
import type { Roles } from './roles.ts'
import * as rules from './rules/linux.ts'
import type { CStruct } from './vocabulary.ts'

export * from './linux-viommu.ts'

/** Linux's own structs. For these the kernel's headers are the definition. */

const SERIES_2017 = 'include/linux/iommu.h of the 2017 series (v3)'

const { IOMMU_FAULT_PERM_READ, IOMMU_FAULT_PERM_WRITE, IOMMU_FAULT_PERM_EXEC, IOMMU_FAULT_PERM_PRIV } = IOMMU_FAULT_PERM

/** Where a fault has the access that was asked for. */
const permissionsIn = (field: string) => ({
  read: { field, mask: IOMMU_FAULT_PERM_READ },
  write: { field, mask: IOMMU_FAULT_PERM_WRITE },
  execute: { field, mask: IOMMU_FAULT_PERM_EXEC },
  privileged: { field, mask: IOMMU_FAULT_PERM_PRIV },
}) as const satisfies Roles

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
  roles: {
    address: 'addr', pasid: 'pasid', pasidValid: 'pasidPresent', group: 'pageReqGroupId', code: 'respCode', type: 'type', privateData: 'privateData',
  },
  carries: { what: 'page response', codes: 'PCIe' },
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
  roles: {
    address: 'addr', pasid: 'pasid', pasidValid: 'pasidValid', group: 'pageReqGroupId', last: 'lastReq', ...permissionsIn('prot'), privateData: 'devicePrivate',
  },
  carries: {
    what: 'page request',
    stopMarker: 'as a request',
    others: {
      type: { is: IOMMU_FAULT_TYPE.IOMMU_FAULT_PAGE_REQ, expected: '2, a page request' },
      reason: { is: 0 },
      iommuPrivate: { is: 0, note: 'iommu_private belongs to the IOMMU driver and is not carried' },
    },
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
  roles: {
    pasid: 'pasid',
    pasidValid: { field: 'flags', mask: IOMMU_FAULT_PAGE_REQUEST_FLAGS.IOMMU_FAULT_PAGE_REQUEST_PASID_VALID },
    pasidRequired: { field: 'flags', mask: IOMMU_FAULT_PAGE_REQUEST_FLAGS.IOMMU_FAULT_PAGE_RESPONSE_NEEDS_PASID },
    group: 'grpid',
    address: 'addr',
    ...permissionsIn('perm'),
    last: { field: 'flags', mask: IOMMU_FAULT_PAGE_REQUEST_FLAGS.IOMMU_FAULT_PAGE_REQUEST_LAST_PAGE },
    privateData: ['privateData1', 'privateData0'],
    privateDataValid: { field: 'flags', mask: IOMMU_FAULT_PAGE_REQUEST_FLAGS.IOMMU_FAULT_PAGE_REQUEST_PRIV_DATA },
  },
  carries: { what: 'page request', stopMarker: 'as a request' },
  rules: rules.iommuFaultPageRequest,
} as const satisfies CStruct

const response = {
  version: { c: 'version', type: 'u32', codes: { IOMMU_PAGE_RESP_VERSION_1: 1 }, doc: 'version of the struct' },
  flags: { c: 'flags', type: 'u32', masks: IOMMU_PAGE_RESP_FLAGS, doc: 'what of the response is valid' },
  pasid: { c: 'pasid', type: 'u32', doc: 'process address space ID, if PASID_VALID' },
  grpid: { c: 'grpid', type: 'u32', doc: 'page request group index' },
  code: { c: 'code', type: 'u32', codes: IOMMU_PAGE_RESP, doc: '`enum iommu_page_response_code`' },
} as const

const responseRoles = {
  pasid: 'pasid', pasidValid: { field: 'flags', mask: IOMMU_PAGE_RESP_FLAGS.IOMMU_PAGE_RESP_PASID_VALID }, group: 'grpid', code: 'code',
} as const satisfies Roles

/** Linux refuses any other version and any other flag. */
const versionAndFlags = { version: { is: 1, expected: '1' }, flags: { expected: 'no flag but PASID_VALID' } } as const

export const iommuPageResponseV5_3 = {
  id: 'linux.iommu-page-response-v5.3',
  title: 'Page response, UAPI of Linux 5.3 to 5.9',
  clause: 'include/uapi/linux/iommu.h, Linux 5.3 to 5.9',
  source: 'Linux 5.3 to 5.9',
  struct: 'iommu_page_response',
  size: 20,
  members: response,
  roles: responseRoles,
  carries: { what: 'page response', codes: 'Linux', others: versionAndFlags },
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
  roles: responseRoles,
  carries: {
    what: 'page response', codes: 'Linux',
    // Linux takes any size that holds the struct, and so a caller's struct may be longer than it knows.
    others: { ...versionAndFlags, argsz: { is: 24, expected: 'at least 24 bytes', orMore: true } },
  },
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
  roles: {
    object: 'devId',
    pasid: 'pasid',
    pasidValid: { field: 'flags', mask: IOMMU_PGFAULT_FLAGS.IOMMU_PGFAULT_FLAGS_PASID_VALID },
    group: 'grpid',
    cookie: 'cookie',
    address: 'addr',
    ...permissionsIn('perm'),
    last: { field: 'flags', mask: IOMMU_PGFAULT_FLAGS.IOMMU_PGFAULT_FLAGS_LAST_PAGE },
  },
  carries: {
    what: 'page request',
    stopMarker: 'as a request',
    others: { length: { is: 0, note: 'length {} is a hint and is not carried' } },
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
  roles: { cookie: 'cookie', code: 'code' },
  carries: { what: 'page response', unlike: 'answer by cookie', codes: 'iommufd' },
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
  roles: {
    pasid: 'pasid',
    pasidValid: { field: 'flags', mask: IOMMU_FAULT_PAGE_REQUEST_FLAGS_6_10.IOMMU_FAULT_PAGE_REQUEST_PASID_VALID },
    pasidRequired: { field: 'flags', mask: IOMMU_FAULT_PAGE_REQUEST_FLAGS_6_10.IOMMU_FAULT_PAGE_RESPONSE_NEEDS_PASID },
    group: 'grpid',
    address: 'addr',
    ...permissionsIn('perm'),
    last: { field: 'flags', mask: IOMMU_FAULT_PAGE_REQUEST_FLAGS_6_10.IOMMU_FAULT_PAGE_REQUEST_LAST_PAGE },
  },
  carries: { what: 'page request', stopMarker: 'as a request' },
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
  roles: { pasid: 'pasid', pasidValid: { nonzero: 'pasid' }, group: 'grpid', code: 'code' },
  carries: { what: 'page response', codes: 'Linux' },
  rules: rules.iommuPageResponseV6_10,
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
