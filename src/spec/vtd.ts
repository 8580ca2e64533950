import { PRG_RESPONSE_CODE } from './codes.ts'
import { PLACE } from './place-names.ts'
import type { Roles } from './roles.ts'
import * as rules from './rules/vtd.ts'
import type { Field, Layout } from './vocabulary.ts'

export * from './vtd-invalidation.ts'

/** Intel VT-d queue entries, in little-endian QWORDs. Revision 4.0 unless the id says otherwise. */

const QWORDS = { word: 8, order: 'little', label: 'q' } as const
const V4 = 'Intel VT-d Architecture Specification 4.0'
const V3 = 'Intel VT-d Architecture Specification 3.x'
const V2 = 'Intel VT-d Architecture Specification 2.x'
/** The revision whose text the positions of 4.0 were held against. */
const V5 = 'Intel VT-d 5.10 (D51397-018)'

const request = {
  pasidPresent: { at: [[0, 8, 8]], as: 'flag', doc: 'PP: the request carries a PASID' },
  rid: { at: [[0, 31, 16]], as: 'uint', doc: 'RID: Requester ID, bus in the high byte, device and function in the low' },
  pasid: { at: [[0, 51, 32]], as: 'uint', doc: 'PASID, if PP' },
  executeRequested: { at: [[0, 52, 52]], as: 'flag', doc: 'EXR: Execute Requested' },
  privilegedModeRequested: { at: [[0, 53, 53]], as: 'flag', doc: 'PMR: Privileged Mode Requested' },
  read: { at: [[1, 0, 0]], as: 'flag', doc: 'R: read access requested' },
  write: { at: [[1, 1, 1]], as: 'flag', doc: 'W: write access requested' },
  last: { at: [[1, 2, 2]], as: 'flag', doc: 'LPIG: last page in group' },
  prgIndex: { at: [[1, 11, 3]], as: 'uint', doc: 'Page Request Group Index' },
  address: { at: [[1, 63, 12]], as: 'page', unit: 'byte address', doc: 'Address[63:12] of the page' },
} as const satisfies Record<string, Field>

const privateData = {
  privateData0: { at: [[2, 63, 0]], as: 'bigint', doc: 'Private Data[63:0], if PDP' },
  privateData1: { at: [[3, 63, 0]], as: 'bigint', doc: 'Private Data[127:64], if PDP' },
} as const satisfies Record<string, Field>

const responseCode = {
  at: [[0, 15, 12]], as: 'uint', codes: PRG_RESPONSE_CODE,
  doc: 'Response Code; 2 to 0xE are reserved, and Linux since 5.14 sends 2 for Response Failure',
} as const satisfies Field

const response = {
  pasidPresent: { at: [[0, 4, 4]], as: 'flag', doc: 'PP: the response carries a PASID' },
  respCode: responseCode,
  rid: { at: [[0, 31, 16]], as: 'uint', doc: 'RID: Requester ID of the device that asked' },
  pasid: { at: [[0, 51, 32]], as: 'uint', doc: 'PASID, if PP' },
  prgIndex: { at: [[1, 11, 3]], as: 'uint', doc: 'Page Request Group Index of the group that is answered' },
} as const satisfies Record<string, Field>

const requestRoles = {
  device: 'rid', pasid: 'pasid', pasidValid: 'pasidPresent', group: 'prgIndex', address: 'address',
  read: 'read', write: 'write', execute: 'executeRequested', privileged: 'privilegedModeRequested', last: 'last',
} as const satisfies Roles

const responseRoles = {
  device: 'rid', pasid: 'pasid', pasidValid: 'pasidPresent', group: 'prgIndex', code: 'respCode',
} as const satisfies Roles

const privateDataRoles = { privateData: ['privateData1', 'privateData0'], privateDataValid: 'privateDataPresent' } as const satisfies Roles

/** Linux' driver does not look at the PASID of a Stop Marker. */
const requestWith = (group: string) => ({ what: 'page request', stopMarker: 'by shape', answer: { group } }) as const

const requestType = { type: { at: [[0, 7, 0]], value: 1, doc: 'Type: page request' } } as const
const responseType = {
  type: { at: [[0, 11, 9], [0, 3, 0]], value: 9, doc: 'Type: page group response' },
} as const

export const pageRequest = {
  id: 'vtd.page-request',
  title: 'Page Request Descriptor',
  clause: `${V4}, Page Request Descriptor`,
  source: `${V5}, 7.4; Linux drivers/iommu/intel/prq.c, QEMU hw/i386/intel_iommu`,
  ...QWORDS,
  size: 32,
  place: PLACE.vtdPageRequestQueue,
  fields: request,
  fixed: requestType,
  reserved: [
    [0, 9, 9, 'PDP in revision 3.x'],
    [0, 15, 10],
    [0, 63, 54],
    [2, 63, 0, 'private data in revision 3.x; QEMU leaves it undefined'],
    [3, 63, 0, 'private data in revision 3.x; QEMU leaves it undefined'],
  ],
  roles: requestRoles,
  carries: requestWith('vtd.page-group-response'),
  rules: rules.pageRequest,
} as const satisfies Layout

export const pageRequestV3 = {
  id: 'vtd.page-request-v3',
  title: 'Page Request Descriptor, revision 3.x',
  clause: `${V3}, Page Request Descriptor`,
  source: 'Linux 5.1 to 6.9, drivers/iommu/intel/svm.c',
  ...QWORDS,
  size: 32,
  place: PLACE.vtdPageRequestQueueV3,
  fields: {
    ...request,
    privateDataPresent: { at: [[0, 9, 9]], as: 'flag', doc: 'PDP: the request carries private data' },
    ...privateData,
  },
  fixed: requestType,
  reserved: [[0, 15, 10], [0, 63, 54]],
  roles: { ...requestRoles, ...privateDataRoles },
  carries: requestWith('vtd.page-group-response-v3'),
  rules: rules.pageRequest,
} as const satisfies Layout

export const pageRequestV2 = {
  id: 'vtd.page-request-v2',
  title: 'Page Request Descriptor, revision 2.x (ECS)',
  clause: `${V2}, Page Request Descriptor`,
  source: 'Linux 4.4 to 5.0, drivers/iommu/intel-svm.c (one source)',
  ...QWORDS,
  size: 16,
  place: PLACE.vtdPageRequestQueueV2,
  fields: {
    streamResponseRequested: { at: [[0, 0, 0]], as: 'flag', doc: 'SRR: asks for a page stream response instead of a group response' },
    batchOfFaults: { at: [[0, 1, 1]], as: 'flag', doc: 'BOF: more requests of the batch follow' },
    pasidPresent: { at: [[0, 2, 2]], as: 'flag', doc: 'PASID present' },
    last: { at: [[0, 3, 3]], as: 'flag', doc: 'LPIG: last page in group' },
    pasid: { at: [[0, 23, 4]], as: 'uint', doc: 'PASID' },
    bus: { at: [[0, 31, 24]], as: 'uint', doc: 'bus number of the requester' },
    privateData: { at: [[0, 54, 32]], as: 'uint', doc: 'private data, to be returned in the response' },
    prgIndex: { at: [[0, 63, 55]], as: 'uint', doc: 'Page Request Group Index' },
    read: { at: [[1, 0, 0]], as: 'flag', doc: 'read access requested' },
    write: { at: [[1, 1, 1]], as: 'flag', doc: 'write access requested' },
    executeRequested: { at: [[1, 2, 2]], as: 'flag', doc: 'execute access requested' },
    privilegedModeRequested: { at: [[1, 3, 3]], as: 'flag', doc: 'privileged mode requested' },
    devfn: { at: [[1, 11, 4]], as: 'uint', doc: 'device and function number of the requester' },
    address: { at: [[1, 63, 12]], as: 'page', unit: 'byte address', doc: 'Address[63:12] of the page' },
  },
  roles: {
    ...requestRoles, device: ['bus', 'devfn'], privateData: 'privateData', streamRequested: 'streamResponseRequested', batch: 'batchOfFaults',
  },
  carries: {
    what: 'page request', stopMarker: 'by shape',
    answer: { group: 'vtd.page-group-response-v2', stream: 'vtd.page-stream-response-v2' },
  },
  rules: rules.pageRequest,
} as const satisfies Layout

export const pageGroupResponse = {
  id: 'vtd.page-group-response',
  title: 'Page Group Response Descriptor',
  clause: `${V4}, Page Group Response Descriptor`,
  source: `${V5}, 7.6.1; Linux drivers/iommu/intel/iommu.h, QEMU hw/i386/intel_iommu_internal.h`,
  ...QWORDS,
  size: 32,
  place: PLACE.vtdInvalidationQueue,
  fields: {
    ...response,
    last: { at: [[1, 2, 2]], as: 'flag', optional: true, doc: 'LPIG in older revisions; ignored by hardware, set by Linux 5.1 to 6.17, accepted by QEMU' },
  },
  fixed: responseType,
  reserved: [
    [0, 5, 5, 'PDP in revision 3.x'],
    [0, 8, 6],
    [0, 63, 52],
    [1, 1, 0],
    [1, 63, 12],
    [2, 63, 0, 'private data in revision 3.x'],
    [3, 63, 0, 'private data in revision 3.x'],
  ],
  roles: responseRoles,
  carries: { what: 'page response', codes: 'PCIe' },
  rules: rules.pageGroupResponse,
} as const satisfies Layout

export const pageGroupResponseV3 = {
  id: 'vtd.page-group-response-v3',
  title: 'Page Group Response Descriptor, revision 3.x',
  clause: `${V3}, Page Group Response Descriptor`,
  source: 'Linux 5.1 to 6.9, include/linux/intel-iommu.h',
  ...QWORDS,
  size: 32,
  place: PLACE.vtdInvalidationQueueV3,
  fields: {
    ...response,
    last: { at: [[1, 2, 2]], as: 'flag', doc: 'LPIG: last page in group' },
    privateDataPresent: { at: [[0, 5, 5]], as: 'flag', doc: 'PDP: the response carries private data' },
    ...privateData,
  },
  fixed: responseType,
  reserved: [[0, 8, 6], [0, 63, 52], [1, 1, 0], [1, 63, 12]],
  roles: { ...responseRoles, ...privateDataRoles },
  carries: {
    what: 'page response', codes: 'PCIe',
    others: { last: { is: true, note: 'LPIG is clear, which means nothing in a response, and is not carried' } },
  },
  rules: rules.pageGroupResponseV3,
} as const satisfies Layout

export const pageGroupResponseV2 = {
  id: 'vtd.page-group-response-v2',
  title: 'Page Group Response Descriptor, revision 2.x (ECS)',
  clause: `${V2}, Page Group Response Descriptor`,
  source: 'Linux 4.4 to 5.0, include/linux/intel-iommu.h (one source)',
  ...QWORDS,
  size: 16,
  place: PLACE.vtdInvalidationQueue128,
  fields: {
    pasidPresent: { at: [[0, 4, 4]], as: 'flag', doc: 'PASID present' },
    rid: { at: [[0, 31, 16]], as: 'uint', doc: 'RID: Requester ID of the device that asked' },
    pasid: { at: [[0, 51, 32]], as: 'uint', doc: 'PASID, if present' },
    respCode: { ...responseCode, at: [[1, 3, 0]], doc: 'Response Code' },
    privateData: { at: [[1, 54, 32]], as: 'uint', doc: 'private data of the request' },
    prgIndex: { at: [[1, 63, 55]], as: 'uint', doc: 'Page Request Group Index of the group that is answered' },
  },
  fixed: { type: { at: [[0, 3, 0]], value: 9, doc: 'Type: page group response' } },
  reserved: [[0, 15, 5], [0, 63, 52], [1, 31, 4]],
  roles: { ...responseRoles, privateData: 'privateData' },
  carries: { what: 'page response', codes: 'PCIe' },
  rules: rules.pageGroupResponseV2,
} as const satisfies Layout

export const pageStreamResponseV2 = {
  id: 'vtd.page-stream-response-v2',
  title: 'Page Stream Response Descriptor, revision 2.x (ECS)',
  clause: `${V2}, Page Stream Response Descriptor`,
  source: 'Linux 4.4 to 5.0, include/linux/intel-iommu.h (one source)',
  ...QWORDS,
  size: 16,
  place: PLACE.vtdInvalidationQueue128,
  fields: {
    pasid: { at: [[0, 23, 4]], as: 'uint', doc: 'PASID' },
    bus: { at: [[0, 31, 24]], as: 'uint', doc: 'bus number of the device that asked' },
    privateData: { at: [[0, 54, 32]], as: 'uint', doc: 'private data of the request' },
    prgIndex: { at: [[0, 63, 55]], as: 'uint', doc: 'Page Request Group Index of the request' },
    respCode: { ...responseCode, at: [[1, 3, 0]], doc: 'Response Code' },
    devfn: { at: [[1, 11, 4]], as: 'uint', doc: 'device and function number of the device that asked' },
    address: { at: [[1, 63, 12]], as: 'page', unit: 'byte address', doc: 'Address[63:12] of the page that was served' },
  },
  fixed: { type: { at: [[0, 3, 0]], value: 0xa, doc: 'Type: page stream response; revision 5.x calls 0xA an HPT cache invalidate, in a queue of 256-bit entries' } },
  roles: { device: ['bus', 'devfn'], pasid: 'pasid', group: 'prgIndex', code: 'respCode', address: 'address', privateData: 'privateData' },
  carries: { what: 'page response', codes: 'PCIe', stream: true },
  rules: rules.pageStreamResponseV2,
} as const satisfies Layout
