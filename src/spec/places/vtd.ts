import { VTD_DESCRIPTOR_TYPE } from '../neighbours/vtd-codes.ts'
import { PLACE } from '../place-names.ts'
import { entriesOf } from './place.ts'
import type { Entry, Place } from './place.ts'

/** The queues and fault registers of VT-d. */

const QWORDS = { word: 8, order: 'little', label: 'q' } as const
const EMPTY = 'empty slot'

const QUEUE = {
  clause: 'Intel VT-d Architecture Specification 4.0, 6.5.2',
  ...QWORDS,
  tells: [[0, 11, 9], [0, 3, 0]],
  zero: `${EMPTY}; Linux prints it as UNKNOWN`,
} as const

const IDS = {
  'Context-cache Invalidate': 'vtd.context-cache-invalidate',
  'IOTLB Invalidate': 'vtd.iotlb-invalidate',
  'Device-TLB Invalidate': 'vtd.device-tlb-invalidate',
  'Interrupt Entry Cache Invalidate': 'vtd.iec-invalidate',
  'Invalidation Wait': 'vtd.invalidation-wait',
  'PASID-based-IOTLB Invalidate': 'vtd.pasid-iotlb-invalidate',
  'PASID-cache Invalidate': 'vtd.pasid-cache-invalidate',
  'PASID-based-Device-TLB Invalidate': 'vtd.pasid-device-tlb-invalidate',
  'Page Group Response': 'vtd.page-group-response',
} as const

const hptCache: Entry = { name: 'HPT Cache Invalidate', code: 0xa }

export const invalidationQueue = {
  id: 'vtd.invalidation-queue',
  title: PLACE.vtdInvalidationQueue,
  ...QUEUE,
  size: 32,
  entries: [...entriesOf(VTD_DESCRIPTOR_TYPE, IDS), hptCache],
} as const satisfies Place

export const invalidationQueueV3 = {
  id: 'vtd.invalidation-queue-v3',
  title: PLACE.vtdInvalidationQueueV3,
  ...QUEUE,
  size: 32,
  entries: entriesOf(VTD_DESCRIPTOR_TYPE, { ...IDS, 'Page Group Response': 'vtd.page-group-response-v3' }),
} as const satisfies Place

const IDS_128 = {
  'Context-cache Invalidate': 'vtd.context-cache-invalidate-128',
  'IOTLB Invalidate': 'vtd.iotlb-invalidate-128',
  'Device-TLB Invalidate': 'vtd.device-tlb-invalidate-128',
  'Interrupt Entry Cache Invalidate': 'vtd.iec-invalidate-128',
  'Invalidation Wait': 'vtd.invalidation-wait-128',
  'PASID-based-IOTLB Invalidate': 'vtd.pasid-iotlb-invalidate-128',
  'PASID-cache Invalidate': 'vtd.pasid-cache-invalidate-128',
  'PASID-based-Device-TLB Invalidate': 'vtd.pasid-device-tlb-invalidate-128',
  'Page Group Response': 'vtd.page-group-response-v2',
} as const

/** Its types 6 to 0xA are of revision 2.x. */
export const invalidationQueue128 = {
  id: 'vtd.invalidation-queue-128',
  title: PLACE.vtdInvalidationQueue128,
  ...QUEUE,
  size: 16,
  tells: [[0, 3, 0]],
  entries: [
    ...entriesOf(VTD_DESCRIPTOR_TYPE, IDS_128).map((entry): Entry => ({ ...entry, where: { at: [[0, 11, 9]], value: 0 } })),
    // Its q0[11:9] belong to the PASID.
    { name: 'Page Stream Response', code: 0xa, id: 'vtd.page-stream-response-v2' },
  ],
} as const satisfies Place

const REQUESTS = { clause: 'Intel VT-d Architecture Specification 4.0, 7.4.1', ...QWORDS, zero: EMPTY } as const

export const pageRequestQueue = {
  id: 'vtd.page-request-queue',
  title: PLACE.vtdPageRequestQueue,
  ...REQUESTS,
  size: 32,
  tells: [[0, 7, 0]],
  entries: [{ name: 'Page Request', code: 1, id: 'vtd.page-request' }],
} as const satisfies Place

export const pageRequestQueueV3 = {
  ...pageRequestQueue,
  id: 'vtd.page-request-queue-v3',
  title: PLACE.vtdPageRequestQueueV3,
  entries: [{ name: 'Page Request', code: 1, id: 'vtd.page-request-v3' }],
} as const satisfies Place

export const pageRequestQueueV2 = {
  id: 'vtd.page-request-queue-v2',
  title: PLACE.vtdPageRequestQueueV2,
  ...REQUESTS,
  size: 16,
  tells: [],
  entries: [{ name: 'Page Request', id: 'vtd.page-request-v2' }],
} as const satisfies Place

export const faultRecording = {
  id: 'vtd.fault-recording',
  title: PLACE.vtdFaultRecording,
  clause: 'Intel VT-d Architecture Specification 4.0, Fault Recording Registers',
  ...QWORDS,
  size: 16,
  tells: [],
  zero: 'free register',
  entries: [{ name: 'Fault Record', id: 'vtd.fault-record' }],
} as const satisfies Place
