import { VTD_FAULT_REASONS } from '../../neighbours/vtd-codes.ts'
import type { Rule } from '../../vocabulary.ts'
import { note } from './note.ts'

/** Records of VT-d that are healthy and look as if they were not, and what else their fields do not say of themselves. */

const SPEC = 'Intel VT-d Architecture Specification 4.0'
const WAIT = `${SPEC}, Invalidation Wait Descriptor`
const FAULT = `${SPEC}, Fault Recording Registers`

/** Status data and the size of an array of slots, as Linux has them. */
const LINUX_DONE = 2

export const invalidationWait: readonly Rule[] = [
  note({
    id: 'wait-fence-only', clause: WAIT, since: 'VT-d 1.0', field: 'statusAddress',
    test: ({ statusWrite, fence, interruptFlag }) =>
      !statusWrite && fence === true && !interruptFlag && 'a wait that only fences: without SW its status data and address mean nothing, and q1 = 0 is healthy',
  }),
  note({
    id: 'wait-data-without-status', clause: WAIT, since: 'VT-d 1.0', field: 'statusData',
    test: ({ statusWrite, statusData }) => !statusWrite && Number(statusData) > 0 && 'SW is clear: the status data are not written',
  }),
  note({
    id: 'wait-without-effect', clause: WAIT, since: 'VT-d 1.0', severity: 'warning',
    test: ({ statusWrite, fence, interruptFlag }) =>
      !statusWrite && !fence && !interruptFlag && 'none of IF, SW and FN is set: nothing tells that the wait is over, and QEMU refuses it in a queue of 16-byte entries',
  }),
  note({
    id: 'linux-wait-index', clause: 'Linux drivers/iommu/intel/dmar.c, qi_submit_sync', since: 'Linux 2.6.30', field: 'statusAddress',
    test: ({ statusWrite, statusData, statusAddress }) =>
      statusWrite === true && statusData === LINUX_DONE
      && `if Linux wrote it, the wait stands at ring index ${Number(BigInt(statusAddress!) & 0x3ffn) / 4}: its slots are 4 bytes each in an array of 1 KiB`,
  }),
]

/** The address of an invalidation counts only where its granularity says so. */
export const pagesOf = (granularityOfPages: number): readonly Rule[] => [
  note({
    id: 'address-not-used', clause: SPEC, since: 'VT-d 1.0', field: 'address',
    test: ({ granularity, address, addressMask }) =>
      granularity !== granularityOfPages && (address !== 0n || addressMask !== 0) && `ADDR and AM count only where G is ${granularityOfPages}; here they mean nothing`,
  }),
]

const reasons = new Map(VTD_FAULT_REASONS.map(({ code, meaning }) => [code, meaning]))

/** T1 and T2 together. */
const requestOf = (type1: unknown, type2: unknown): string =>
  type1 ? (type2 ? 'an AtomicOp' : 'a read') : type2 ? 'a page request' : 'a write'

export const faultRecord: readonly Rule[] = [
  note({
    id: 'fault-reason', clause: FAULT, since: 'VT-d 1.0', field: 'faultReason',
    test: ({ faultReason }) => reasons.get(Number(faultReason)),
  }),
  note({
    id: 'fault-register-free', clause: FAULT, since: 'VT-d 1.0', field: 'fault',
    test: ({ fault }) => !fault && 'F is clear: the register is free, or this is a record of the memory-resident log, in which F is reserved',
  }),
  note({
    id: 'fault-all-ones', clause: FAULT, since: 'VT-d 1.0', field: 'faultReason',
    test: ({ faultReason, sid }) => faultReason === 0xff && sid === 0xffff && 'all ones: the unit was asleep or gone when its register was read; this is no fault reason',
  }),
  note({
    id: 'fault-request-type', clause: FAULT, since: 'VT-d 3.0', field: 'addressType',
    test: ({ addressType, type1, type2 }) =>
      (addressType === 1 && 'a translation request (ATS); Linux prints it as DMA Read or DMA Write like any other')
      || (addressType === 2 && 'a translated request; Linux prints it as DMA Read or DMA Write like any other')
      || (type2 === true && `${requestOf(type1, type2)}: Linux does not print T2`),
  }),
  note({
    id: 'pasid-not-present', clause: FAULT, since: 'VT-d 2.0', field: 'pasid',
    test: ({ pasidPresent, pasid }) => !pasidPresent && pasid !== 0 && 'PP is clear: the PASID means nothing',
  }),
]

export const faultStatus: readonly Rule[] = [
  note({
    id: 'device-timeout', clause: `${SPEC}, Fault Status Register`, since: 'VT-d 1.0', field: 'timeout',
    test: ({ timeout }) => timeout === true
      && 'a device did not answer an invalidation: the head may stand on the device-TLB descriptor, on the wait, or behind it; look at ITESID and at the descriptors before the wait',
  }),
  note({
    id: 'linux-queue-error', clause: 'Linux drivers/iommu/intel/dmar.c, qi_check_fault', since: 'Linux 2.6.30', field: 'queueError',
    test: ({ queueError }) => queueError === true && 'after IQE Linux overwrites the refused descriptor with a copy of the wait: two equal waits in a row are that trace',
  }),
  note({
    id: 'fault-all-ones', clause: `${SPEC}, Fault Status Register`, since: 'VT-d 1.0',
    test: ({ faultRecordIndex, overflow, pending }) => faultRecordIndex === 0xff && overflow === true && pending === true && 'all ones: the unit was asleep or gone when its register was read',
  }),
]
