import { AMD_PPR_CODE, PRG_RESPONSE_CODE } from './codes.ts'
import { PLACE } from './place-names.ts'
import type { Roles } from './roles.ts'
import * as rules from './rules/amd.ts'
import type { Field, Layout } from './vocabulary.ts'

/** AMD IOMMU log entries (as little-endian QWORDs) and commands (as little-endian DWORDs). */

const IOMMU = 'AMD I/O Virtualization Technology (IOMMU) Specification'

export const pprLog = {
  id: 'amd.ppr-log',
  title: 'Peripheral Page Request Log Entry',
  clause: `${IOMMU}, PPR log`,
  source: 'Linux drivers/iommu/amd (one source); Xen confirms DeviceID, code and size',
  word: 8,
  order: 'little',
  label: 'q',
  size: 16,
  place: PLACE.amdPprLog,
  fields: {
    deviceId: { at: [[0, 15, 0]], as: 'uint', doc: 'DeviceID: Requester ID of the device' },
    pasid: { at: [[0, 45, 42], [0, 31, 16]], as: 'uint', confidence: 'one source', doc: 'PASID, if GN; Linux takes 0 for no PASID' },
    prgIndex: { at: [[0, 40, 32]], as: 'uint', confidence: 'one source', doc: 'page request group index: the low 9 bits of the tag' },
    last: { at: [[0, 41, 41]], as: 'flag', confidence: 'one source', doc: 'last request of its group: bit 9 of the tag' },
    execute: { at: [[0, 49, 49]], as: 'flag', confidence: 'one source', doc: 'execute access requested' },
    read: { at: [[0, 50, 50]], as: 'flag', confidence: 'one source', doc: 'read access requested' },
    write: { at: [[0, 53, 53]], as: 'flag', confidence: 'one source', doc: 'write access requested' },
    user: { at: [[0, 54, 54]], as: 'flag', confidence: 'one source', doc: 'US: 1 user, 0 supervisor (privileged mode requested)' },
    reservedBitsSet: { at: [[0, 55, 55]], as: 'flag', confidence: 'one source', doc: 'RSV: a reserved bit was not zero in the request' },
    guest: { at: [[0, 56, 56]], as: 'flag', confidence: 'one source', doc: 'GN: the address is a guest address and the PASID is valid' },
    code: { at: [[0, 63, 60]], as: 'uint', codes: AMD_PPR_CODE, doc: 'code of the entry; Linux ignores any but 1' },
    address: { at: [[1, 63, 12]], as: 'page', unit: 'byte address', confidence: 'one source', doc: 'Address[63:12] of the page' },
  },
  reserved: [[0, 47, 46], [0, 48, 48], [0, 52, 51], [0, 59, 57], [1, 11, 0]],
  roles: {
    device: 'deviceId', pasid: 'pasid', pasidValid: 'guest', group: 'prgIndex', address: 'address',
    read: 'read', write: 'write', execute: 'execute', privileged: { not: 'user' }, last: 'last',
  },
  carries: {
    what: 'page request',
    others: {
      code: { is: AMD_PPR_CODE.PageServiceRequest, expected: '1, a page service request' },
      reservedBitsSet: { is: false, note: 'the IOMMU found a reserved bit set in the request' },
    },
    answer: { group: 'amd.complete-ppr-request' },
  },
  rules: rules.pprLog,
} as const satisfies Layout

export const completePprRequest = {
  id: 'amd.complete-ppr-request',
  title: 'COMPLETE_PPR_REQUEST command',
  clause: `${IOMMU}, COMPLETE_PPR_REQUEST`,
  source: 'FreeBSD sys/x86/iommu/amd_reg.h, VirtualBox include/VBox/iommu-amd.h, QEMU, Linux',
  word: 4,
  order: 'little',
  label: 'dw',
  size: 16,
  place: PLACE.amdCommandBuffer,
  fields: {
    deviceId: { at: [[0, 15, 0]], as: 'uint', doc: 'DeviceID: Requester ID of the device' },
    pasid: { at: [[1, 19, 0]], as: 'uint', doc: 'PASID, only if GN' },
    guest: { at: [[2, 2, 2]], as: 'flag', doc: 'GN: the response carries the PASID' },
    prgIndex: { at: [[3, 8, 0]], as: 'uint', confidence: 'one source', doc: 'page request group index: completion tag [8:0]' },
    completionTag11to9: {
      at: [[3, 11, 9]], as: 'uint', optional: true, confidence: 'confirm',
      doc: 'completion tag [11:9]: FreeBSD and QEMU take one tag of 16 bits, Linux writes 0 here',
    },
    respCode: {
      at: [[3, 15, 12]], as: 'uint', codes: PRG_RESPONSE_CODE, confidence: 'one source',
      doc: 'response code: completion tag [15:12]; Linux since 6.10 sends 2 for Response Failure',
    },
  },
  fixed: { opcode: { at: [[1, 31, 28]], value: 7, doc: 'opcode: COMPLETE_PPR_REQUEST' } },
  reserved: [[0, 31, 16], [1, 27, 20], [2, 1, 0], [2, 31, 3], [3, 31, 16]],
  roles: { device: 'deviceId', pasid: 'pasid', pasidValid: 'guest', group: 'prgIndex', code: 'respCode' },
  carries: { what: 'page response', codes: 'PCIe' },
  rules: rules.completePprRequest,
} as const satisfies Layout

const invalidateIotlb = {
  deviceId: { at: [[0, 15, 0]], as: 'uint', doc: 'DeviceID: Requester ID of the device' },
  maxPending: { at: [[0, 31, 24]], as: 'uint', unit: 'requests', doc: 'MaxPend: invalidations that may be pending' },
  queueId: { at: [[1, 15, 0]], as: 'uint', doc: 'QueueID: of the queue in which requests are counted; Linux repeats DeviceID' },
  size: { at: [[2, 0, 0]], as: 'flag', doc: 'S: the range is larger than 4 KiB' },
  guest: { at: [[2, 2, 2]], as: 'flag', doc: 'GN: the address is a guest address and the PASID is valid' },
  type: { at: [[2, 5, 4]], as: 'uint', optional: true, doc: 'Type; named by FreeBSD and VirtualBox, 0 in Linux' },
  address: {
    at: [[3, 31, 0], [2, 31, 12]], as: 'page', unit: 'byte address',
    doc: 'Address[63:12]; with S, its low bits that are 1 give the size of the range, and a first 0 at or above bit 51 means everything',
  },
} as const satisfies Record<string, Field>

const invalidateRoles = {
  device: 'deviceId', pasid: 'pasid', pasidValid: 'guest', address: 'address', size: 'size', depth: 'maxPending',
} as const satisfies Roles

const INVALIDATE_IOTLB = {
  clause: `${IOMMU}, INVALIDATE_IOTLB_PAGES`,
  word: 4,
  order: 'little',
  label: 'dw',
  size: 16,
  rangeCode: 'AMD',
  fixed: { opcode: { at: [[1, 31, 28]], value: 4, doc: 'opcode: INVALIDATE_IOTLB_PAGES' } },
} as const

export const invalidateIotlbPages = {
  id: 'amd.invalidate-iotlb-pages',
  title: 'INVALIDATE_IOTLB_PAGES command',
  ...INVALIDATE_IOTLB,
  source: 'FreeBSD sys/x86/iommu/amd_reg.h, Linux drivers/iommu/amd; Linux never writes PASID[19:16]',
  place: PLACE.amdCommandBuffer,
  fields: { ...invalidateIotlb, pasid: { at: [[1, 27, 24], [0, 23, 16], [1, 23, 16]], as: 'uint', doc: 'PASID, only if GN' } },
  reserved: [[2, 1, 1], [2, 3, 3], [2, 11, 6]],
  roles: invalidateRoles,
  rules: rules.invalidateIotlbPages,
} as const satisfies Layout

export const invalidateIotlbPagesV1 = {
  id: 'amd.invalidate-iotlb-pages-v1',
  title: 'INVALIDATE_IOTLB_PAGES command, older split of the PASID',
  ...INVALIDATE_IOTLB,
  source: 'Xen, VirtualBox include/VBox/iommu-amd.h, Linux 3.3 to 3.14',
  place: PLACE.amdCommandBufferV1,
  fields: { ...invalidateIotlb, pasid: { at: [[1, 27, 16], [0, 23, 16]], as: 'uint', doc: 'PASID, only if GN' } },
  reserved: [[2, 1, 1], [2, 3, 3], [2, 11, 6]],
  roles: invalidateRoles,
  rules: rules.invalidateIotlbPages,
} as const satisfies Layout
