import { PLACE } from '../place-names.ts'
import * as rules from '../rules/neighbours/vtd.ts'
import type { Layout } from '../vocabulary.ts'
import { VTD_ADDRESS_TYPE, VTD_FAULT_REASON, VTD_FAULT_REASONS, VTD_IQEI } from './vtd-codes.ts'
import { address, flag, meaningsOf, one, page, uint } from './words.ts'

/** Fault records of VT-d, and the registers that a log or a dump gives beside its queues. */

const SOURCE = 'VirtualBox include/VBox/iommu-intel.h, QEMU hw/i386/intel_iommu_internal.h, Linux drivers/iommu/intel'

const register = (name: string, size: 4 | 8) => ({
  title: name,
  clause: `Intel VT-d Architecture Specification 4.0, ${name}`,
  source: SOURCE,
  word: size, order: 'little', label: 'r', size,
}) as const

export const faultRecord = {
  id: 'vtd.fault-record',
  title: 'Fault Recording Register',
  clause: 'Intel VT-d Architecture Specification 4.0, Fault Recording Registers',
  source: `${SOURCE}, Xen; a 7th generation Core datasheet`,
  word: 8, order: 'little', label: 'q', size: 16, place: PLACE.vtdFaultRecording,
  fields: {
    faultInfo: page([[0, 63, 12]], 'FI[63:12]: page of the request; of an interrupt request its index stands in [63:48]'),
    sid: uint([[1, 15, 0]], 'SID: Source ID (Requester ID) of the device'),
    type2: flag(1, 28, 'T2: with T1, 0:0 write, 0:1 page request, 1:0 read, 1:1 AtomicOp; reserved in older revisions', one),
    privilegedModeRequested: flag(1, 29, 'PRIV: Privileged Mode Requested'),
    executeRequested: flag(1, 30, 'EXE: Execute Requested'),
    pasidPresent: flag(1, 31, 'PP: the request carries a PASID'),
    faultReason: uint([[1, 39, 32]], 'FR: fault reason', { codes: VTD_FAULT_REASON, meanings: meaningsOf(VTD_FAULT_REASONS) }),
    pasid: uint([[1, 59, 40]], 'PV: PASID, if PP'),
    addressType: uint([[1, 61, 60]], 'AT: address type of the request', { codes: VTD_ADDRESS_TYPE }),
    type1: flag(1, 62, 'T1: read, not write, where T2 is clear'),
    fault: flag(1, 63, 'F: the register holds a fault; write 1 to clear'),
  },
  reserved: [[0, 11, 0], [1, 27, 16]],
  roles: { device: 'sid', pasid: 'pasid', pasidValid: 'pasidPresent', code: 'faultReason', address: 'faultInfo', execute: 'executeRequested', privileged: 'privilegedModeRequested' },
  rules: rules.faultRecord,
} as const satisfies Layout

export const faultStatus = {
  id: 'vtd.fault-status',
  ...register('Fault Status Register', 4),
  fields: {
    overflow: flag(0, 0, 'PFO: a fault was lost, since no register was free'),
    pending: flag(0, 1, 'PPF: a fault record is waiting'),
    advancedOverflow: flag(0, 2, 'AFO: the memory-resident fault log is full'),
    advancedPending: flag(0, 3, 'APF: the memory-resident fault log holds a fault'),
    queueError: flag(0, 4, 'IQE: the invalidation queue stopped at a descriptor'),
    completionError: flag(0, 5, 'ICE: an unexpected or wrong Invalidate Completion came in'),
    timeout: flag(0, 6, 'ITE: a device did not answer an invalidation in time'),
    pageRequestOverflow: flag(0, 7, 'PRO: a page request was lost; revision 2.x, in PRS since', one),
    faultRecordIndex: uint([[0, 15, 8]], 'FRI: index of the first fault record'),
  },
  reserved: [[0, 31, 16]],
  rules: rules.faultStatus,
} as const satisfies Layout

export const invalidationErrorRecord = {
  id: 'vtd.invalidation-error-record',
  ...register('Invalidation Queue Error Record Register', 8),
  fields: {
    queueErrorInfo: uint([[0, 3, 0]], 'IQEI: why the queue stopped', { codes: VTD_IQEI, ...one }),
    timeoutSid: uint([[0, 47, 32]], 'ITESID: Source ID of the device that did not answer; 0 where the unit does not record it'),
    completionSid: uint([[0, 63, 48]], 'ICESID: Source ID of the device whose completion was wrong; 0 where the unit does not record it'),
  },
  reserved: [[0, 31, 4]],
} as const satisfies Layout

export const completionStatus = {
  id: 'vtd.completion-status',
  ...register('Invalidation Completion Status Register', 4),
  fields: { waitCompleted: flag(0, 0, 'IWC: a wait with IF is complete') },
  reserved: [[0, 31, 1]],
} as const satisfies Layout

/** Head or tail: a byte offset. Entries of 32 bytes leave bit 4 clear. */
export const queueIndex = {
  id: 'vtd.queue-index',
  ...register('Invalidation Queue Head and Tail Register', 8),
  fields: { index: address([[0, 18, 4]], 4, 'QH, QT: byte offset in the queue; bit 4 is 0 where entries have 32 bytes', { unit: 'byte offset' }) },
  reserved: [[0, 3, 0], [0, 63, 19]],
} as const satisfies Layout

export const invalidationQueueAddress = {
  id: 'vtd.invalidation-queue-address',
  ...register('Invalidation Queue Address Register', 8),
  fields: {
    queueSize: uint([[0, 2, 0]], 'QS: 2^(QS+8) entries of 16 bytes, or 2^(QS+7) of 32'),
    descriptorWidth: flag(0, 11, 'DW: descriptors of 256 bits, not 128'),
    address: page([[0, 63, 12]], 'IQA[63:12]: base of the queue'),
  },
  reserved: [[0, 10, 3]],
} as const satisfies Layout

export const pageRequestQueueIndex = {
  id: 'vtd.page-request-queue-index',
  ...register('Page Request Queue Head and Tail Register', 8),
  fields: { index: address([[0, 18, 5]], 5, 'PQH, PQT: byte offset in the queue', { unit: 'byte offset' }) },
  reserved: [[0, 4, 0, '[4] belongs to the offset in revision 2.x, whose entries have 16 bytes'], [0, 63, 19]],
} as const satisfies Layout

export const pageRequestQueueAddress = {
  id: 'vtd.page-request-queue-address',
  ...register('Page Request Queue Address Register', 8),
  fields: {
    queueSize: uint([[0, 2, 0]], 'PQS: 2^(PQS+7) entries of 32 bytes; in revision 2.x 2^(PQS+8) of 16'),
    address: page([[0, 63, 12]], 'PQA[63:12]: base of the queue'),
  },
  reserved: [[0, 11, 3]],
} as const satisfies Layout

export const pageRequestStatus = {
  id: 'vtd.page-request-status',
  ...register('Page Request Status Register', 4),
  fields: {
    pending: flag(0, 0, 'PPR: page requests are waiting'),
    overflow: flag(0, 1, 'PRO: a page request was lost, since the queue was full'),
  },
  reserved: [[0, 31, 2]],
} as const satisfies Layout
