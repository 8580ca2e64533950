import { PLACE } from '../place-names.ts'
import * as rules from '../rules/neighbours/vtd.ts'
import type { Field, Layout } from '../vocabulary.ts'
import {
  VTD_CONTEXT_GRANULARITY, VTD_IOTLB_GRANULARITY, VTD_PASID_CACHE_GRANULARITY,
  VTD_PASID_IOTLB_GRANULARITY, VTD_PASID_IOTLB_GRANULARITY_V2,
} from './vtd-codes.ts'
import { address, fixed, flag, one, page, uint } from './words.ts'

/** Invalidation descriptors of VT-d that are not of ATS or PRI, in both sizes: `-128` is the one of 16 bytes. */

const SOURCE = 'VirtualBox include/VBox/iommu-intel.h, QEMU hw/i386/intel_iommu_internal.h, Linux drivers/iommu/intel, Xen'

/** A descriptor of a 128-bit queue. */
const descriptor = (name: string) => ({
  title: `${name} Descriptor`,
  clause: `Intel VT-d Architecture Specification 4.0, ${name} Descriptor`,
  source: SOURCE,
  word: 8, order: 'little', label: 'q', size: 16, place: PLACE.vtdInvalidationQueue128,
}) as const

/** The same descriptor in a 256-bit queue: two words more, which are reserved. */
const wide = <const L extends Layout>(layout: L): Omit<Layout, 'fields'> & Pick<L, 'fields'> => ({
  ...layout,
  id: layout.id.replace(/-128$/, ''),
  size: 32,
  place: PLACE.vtdInvalidationQueue,
  reserved: [...(layout.reserved ?? []), [2, 63, 0], [3, 63, 0]],
})

const type = (value: number, name: string) => ({ type: fixed([[0, 11, 9], [0, 3, 0]], value, `Type: ${name}`) })

const domainId = uint([[0, 31, 16]], 'DID: domain')
const pasid = uint([[0, 51, 32]], 'PASID')

/** Which pages an IOTLB invalidate hits. */
const pages = {
  addressMask: uint([[1, 5, 0]], 'AM: the range is 2^AM pages'),
  invalidationHint: flag(1, 6, 'IH: directory entries need not be dropped'),
  address: page([[1, 63, 12]], 'ADDR[63:12]'),
} as const satisfies Record<string, Field>

export const invalidationWait128 = {
  id: 'vtd.invalidation-wait-128',
  ...descriptor('Invalidation Wait'),
  fields: {
    interruptFlag: flag(0, 4, 'IF: interrupt on completion; sets ICS.IWC'),
    statusWrite: flag(0, 5, 'SW: write the status data to the status address'),
    fence: flag(0, 6, 'FN: later descriptors wait for earlier ones'),
    pageRequestDrain: flag(0, 7, 'PD: wait for page requests as well; needs ECAP.PDS, reserved before revision 3.x'),
    statusData: uint([[0, 63, 32]], 'status data; Linux writes 2 (done) over 1 (in use)'),
    statusAddress: address([[1, 63, 2]], 2, 'status address[63:2]; ignored unless SW'),
  },
  fixed: type(5, 'invalidation wait'),
  reserved: [[0, 8, 8], [0, 31, 12], [1, 1, 0]],
  rules: rules.invalidationWait,
} as const satisfies Layout

export const contextCacheInvalidate128 = {
  id: 'vtd.context-cache-invalidate-128',
  ...descriptor('Context-cache Invalidate'),
  fields: {
    granularity: uint([[0, 5, 4]], 'G: global, a domain, or a device', { codes: VTD_CONTEXT_GRANULARITY }),
    domainId,
    sid: uint([[0, 47, 32]], 'SID: Source ID (Requester ID) of the device'),
    functionMask: uint([[0, 49, 48]], 'FM: how many low bits of the function number are ignored'),
  },
  fixed: type(1, 'context-cache invalidate'),
  reserved: [[0, 8, 6], [0, 15, 12], [0, 63, 50], [1, 63, 0]],
  roles: { device: 'sid' },
} as const satisfies Layout

export const iotlbInvalidate128 = {
  id: 'vtd.iotlb-invalidate-128',
  ...descriptor('IOTLB Invalidate'),
  fields: {
    granularity: uint([[0, 5, 4]], 'G: global, a domain, or pages of a domain', { codes: VTD_IOTLB_GRANULARITY }),
    drainWrites: flag(0, 6, 'DW: drain writes'),
    drainReads: flag(0, 7, 'DR: drain reads'),
    domainId,
    ...pages,
  },
  fixed: type(2, 'IOTLB invalidate'),
  reserved: [[0, 8, 8], [0, 15, 12], [0, 63, 32], [1, 11, 7]],
  roles: { address: 'address', size: 'addressMask' },
  rules: rules.pagesOf(3),
} as const satisfies Layout

export const iecInvalidate128 = {
  id: 'vtd.iec-invalidate-128',
  ...descriptor('Interrupt Entry Cache Invalidate'),
  fields: {
    granularity: flag(0, 4, 'G: 1 the entries from the index on, 0 all'),
    indexMask: uint([[0, 31, 27]], 'IM: 2^IM entries'),
    interruptIndex: uint([[0, 47, 32]], 'IIDX: the first entry'),
  },
  fixed: type(4, 'interrupt entry cache invalidate'),
  reserved: [[0, 8, 5], [0, 26, 12], [0, 63, 48], [1, 63, 0]],
} as const satisfies Layout

const PASID_IOTLB = {
  ...descriptor('PASID-based-IOTLB Invalidate'),
  fixed: type(6, 'PASID-based-IOTLB invalidate'),
} as const

const granularityOfPasid = uint([[0, 5, 4]], 'G: all of a PASID, or some of its pages; 0 and 1 are reserved since revision 3.x', { codes: VTD_PASID_IOTLB_GRANULARITY })

export const pasidIotlbInvalidate128 = {
  id: 'vtd.pasid-iotlb-invalidate-128',
  ...PASID_IOTLB,
  title: 'Extended IOTLB Invalidate Descriptor, revision 2.x (ECS)',
  clause: 'Intel VT-d Architecture Specification 2.x, Extended IOTLB Invalidate Descriptor',
  source: `${SOURCE}; Linux 4.4 to 5.0 for what is of revision 2.x alone`,
  fields: {
    granularity: { ...granularityOfPasid, codes: VTD_PASID_IOTLB_GRANULARITY_V2, doc: 'G: all PASIDs, all of one, or some of its pages', ...one },
    domainId,
    pasid,
    ...pages,
    globalPages: flag(1, 7, 'GL: global pages too', one),
  },
  reserved: [[0, 8, 6], [0, 15, 12], [0, 63, 52], [1, 11, 8]],
  roles: { pasid: 'pasid', address: 'address', size: 'addressMask' },
  rules: rules.pagesOf(3),
} as const satisfies Layout

export const pasidIotlbInvalidate = {
  id: 'vtd.pasid-iotlb-invalidate',
  ...PASID_IOTLB,
  size: 32,
  place: PLACE.vtdInvalidationQueue,
  fields: { granularity: granularityOfPasid, domainId, pasid, ...pages },
  reserved: [[0, 8, 6], [0, 15, 12], [0, 63, 52], [1, 11, 7, '[7] is GL in revision 2.x'], [2, 63, 0], [3, 63, 0]],
  roles: { pasid: 'pasid', address: 'address', size: 'addressMask' },
  rules: rules.pagesOf(3),
} as const satisfies Layout

export const pasidCacheInvalidate128 = {
  id: 'vtd.pasid-cache-invalidate-128',
  ...descriptor('PASID-cache Invalidate'),
  fields: {
    granularity: uint([[0, 5, 4]], 'G: all PASIDs of a domain, one PASID, or everything', { codes: VTD_PASID_CACHE_GRANULARITY }),
    domainId,
    pasid,
  },
  fixed: type(7, 'PASID-cache invalidate'),
  reserved: [[0, 8, 6], [0, 15, 12], [0, 63, 52], [1, 63, 0]],
  roles: { pasid: 'pasid' },
} as const satisfies Layout

export const invalidationWait = wide(invalidationWait128)
export const contextCacheInvalidate = wide(contextCacheInvalidate128)
export const iotlbInvalidate = wide(iotlbInvalidate128)
export const iecInvalidate = wide(iecInvalidate128)
export const pasidCacheInvalidate = wide(pasidCacheInvalidate128)
