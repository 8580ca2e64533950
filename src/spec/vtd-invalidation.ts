import { PLACE } from './place-names.ts'
import * as rules from './rules/vtd.ts'
import type { Field, Layout } from './vocabulary.ts'

/** Intel VT-d device-TLB invalidate descriptors, in little-endian QWORDs. */

const QWORDS = { word: 8, order: 'little', label: 'q' } as const
const V4 = 'Intel VT-d Architecture Specification 4.0'
const V2 = 'Intel VT-d Architecture Specification 2.x'
const V5 = 'Intel VT-d 5.10 (D51397-018)'

const pfsid = {
  at: [[0, 63, 52], [0, 15, 12]], as: 'uint',
  doc: 'PFSID: Source ID of the physical function; its bits are reserved in QEMU, absent in Xen and misplaced in Linux up to 5.0',
} as const satisfies Field

const queueDepth = { as: 'uint', unit: 'requests', doc: 'Max Invs Pend: invalidations that may be pending; 0 means 32' } as const
const address = {
  at: [[1, 63, 12]], as: 'page', unit: 'byte address',
  doc: 'Address[63:12]; with S, its low bits that are 1 give the size of the range',
} as const satisfies Field
const size = { as: 'flag', doc: 'S: the range is larger than 4 KiB' } as const

const deviceTlb = {
  source: `${V5}, 6.5.2; Linux drivers/iommu/intel, QEMU hw/i386/intel_iommu_internal.h, Xen drivers/passthrough/vtd`,
  ...QWORDS,
} as const

const deviceTlbFields = {
  sid: { at: [[0, 47, 32]], as: 'uint', doc: 'SID: Source ID (Requester ID) of the device' },
  pfsid,
  queueDepth: { ...queueDepth, at: [[0, 20, 16]] },
  size: { ...size, at: [[1, 0, 0]] },
  address,
} as const satisfies Record<string, Field>
const deviceTlbType = { type: { at: [[0, 11, 9], [0, 3, 0]], value: 3, doc: 'Type: device-TLB invalidate' } } as const
const deviceTlbReserved = [[0, 8, 4], [0, 31, 21], [0, 51, 48], [1, 11, 1]] as const

export const deviceTlbInvalidate = {
  id: 'vtd.device-tlb-invalidate',
  title: 'Device-TLB Invalidate Descriptor',
  clause: `${V4}, Device-TLB Invalidate Descriptor`,
  ...deviceTlb,
  size: 32,
  place: PLACE.vtdInvalidationQueue,
  fields: deviceTlbFields,
  fixed: deviceTlbType,
  reserved: [...deviceTlbReserved, [2, 63, 0], [3, 63, 0]],
  roles: { device: 'sid', physicalFunction: 'pfsid', address: 'address', size: 'size', depth: 'queueDepth' },
  rules: rules.deviceTlbInvalidate,
} as const satisfies Layout

export const deviceTlbInvalidate128 = {
  id: 'vtd.device-tlb-invalidate-128',
  title: 'Device-TLB Invalidate Descriptor of 128 bits',
  clause: `${V4}, Device-TLB Invalidate Descriptor`,
  ...deviceTlb,
  size: 16,
  place: PLACE.vtdInvalidationQueue128,
  fields: deviceTlbFields,
  fixed: deviceTlbType,
  reserved: deviceTlbReserved,
  roles: { device: 'sid', physicalFunction: 'pfsid', address: 'address', size: 'size', depth: 'queueDepth' },
  rules: rules.deviceTlbInvalidate,
} as const satisfies Layout

const pasidDeviceTlbFields = {
  sid: { at: [[0, 31, 16]], as: 'uint', doc: 'SID: Source ID (Requester ID) of the device' },
  pfsid,
  queueDepth: { ...queueDepth, at: [[0, 8, 4]] },
  size: { ...size, at: [[1, 11, 11]] },
  address,
  pasid: { at: [[0, 51, 32]], as: 'uint', doc: 'PASID' },
  global: { at: [[1, 0, 0]], as: 'flag', doc: 'G: Global Invalidate, for every PASID; Linux never sets it' },
} as const satisfies Record<string, Field>
const pasidDeviceTlbType = { type: { at: [[0, 11, 9], [0, 3, 0]], value: 8, doc: 'Type: PASID-based device-TLB invalidate' } } as const

export const pasidDeviceTlbInvalidate = {
  id: 'vtd.pasid-device-tlb-invalidate',
  title: 'PASID-based Device-TLB Invalidate Descriptor',
  clause: `${V4}, PASID-based Device-TLB Invalidate Descriptor`,
  ...deviceTlb,
  size: 32,
  place: PLACE.vtdInvalidationQueue,
  fields: pasidDeviceTlbFields,
  fixed: pasidDeviceTlbType,
  reserved: [[1, 10, 1], [2, 63, 0], [3, 63, 0]],
  roles: { device: 'sid', physicalFunction: 'pfsid', address: 'address', size: 'size', depth: 'queueDepth', pasid: 'pasid', global: 'global' },
  rules: rules.pasidDeviceTlbInvalidate,
} as const satisfies Layout

export const pasidDeviceTlbInvalidate128 = {
  id: 'vtd.pasid-device-tlb-invalidate-128',
  title: 'PASID-based Device-TLB Invalidate Descriptor of 128 bits, revision 2.x (ECS)',
  clause: `${V2}, Extended Device-TLB Invalidate Descriptor`,
  source: 'Linux 4.4 to 5.0, include/linux/intel-iommu.h (one source, for a queue of 128-bit entries)',
  ...QWORDS,
  size: 16,
  place: PLACE.vtdInvalidationQueue128,
  fields: {
    ...pasidDeviceTlbFields,
    pfsid: { ...pfsid, optional: true, doc: 'PFSID: Source ID of the physical function since 3.x; reserved in 2.x' },
  },
  fixed: pasidDeviceTlbType,
  reserved: [[1, 10, 1]],
  roles: { device: 'sid', physicalFunction: 'pfsid', address: 'address', size: 'size', depth: 'queueDepth', pasid: 'pasid', global: 'global' },
  rules: rules.pasidDeviceTlbInvalidate,
} as const satisfies Layout
