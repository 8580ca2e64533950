import type { Rule } from '../../vocabulary.ts'
import type { Values } from '../context.ts'
import { hex } from '../facts.ts'
import { invalidRequest } from '../../neighbours/amd-codes.ts'
import { note } from './note.ts'

/** Records of AMD that are healthy and look as if they were not, and what their fields do not say of themselves. */

const SPEC = 'AMD I/O Virtualization Technology (IOMMU) Specification'
const LOG = `${SPEC}, event log`

/** An address with the size bit that Linux sends for the whole space. */
const EVERYTHING = 0x7fff_ffff_ffff_f000n

export const completionWait: readonly Rule[] = [
  note({
    id: 'store-not-asked', clause: `${SPEC}, COMPLETION_WAIT`, since: 'AMD IOMMU 1.0', field: 'storeAddress',
    test: ({ store, storeAddress, storeData }) => !store && (storeAddress !== 0n || storeData !== 0n) && 'S is clear: store address and data mean nothing',
  }),
]

export const pasidWithoutGuest: readonly Rule[] = [
  note({
    id: 'pasid-without-guest', clause: SPEC, since: 'AMD IOMMU 2.0', field: 'pasid',
    test: ({ guest, pasid }) => !guest && pasid !== 0 && 'GN is clear: the PASID means nothing',
  }),
]

export const invalidateIommuPages: readonly Rule[] = [
  ...pasidWithoutGuest,
  note({
    id: 'everything', clause: `${SPEC}, INVALIDATE_IOMMU_PAGES`, since: 'AMD IOMMU 1.0', field: 'address',
    test: ({ size, address }) => size === true && address === EVERYTHING && 'everything: the whole address space',
  }),
]

/** RW says nothing of a request that is none of memory. */
const writeMeansNothing = note({
  id: 'write-means-nothing', clause: LOG, since: 'AMD IOMMU 1.0', field: 'write',
  test: ({ write, interrupt, translation }) => write === true && (interrupt === true || translation === true) && 'RW means nothing where I or TR is set',
})

const translationRequest = note({
  id: 'translation-request', clause: LOG, since: 'AMD IOMMU 1.0', field: 'translation',
  test: ({ translation }) => translation === true && 'the fault of an ATS translation request, not of a transaction',
})

export const illegalDevTableEntry: readonly Rule[] = [
  ...pasidWithoutGuest, writeMeansNothing, translationRequest,
  note({
    id: 'device-table-entry-wrong', clause: `${SPEC}, ILLEGAL_DEV_TABLE_ENTRY`, since: 'AMD IOMMU 1.0', field: 'reservedBitsSet',
    test: ({ reservedBitsSet }) => (reservedBitsSet ? 'a reserved bit is set in the device table entry of the device' : 'the device table entry of the device is encoded wrongly'),
  }),
]

const pasidOf = ({ pasidHigh, domainIdOrPasidLow }: Values): number => Number(pasidHigh) * 0x10000 + Number(domainIdOrPasidLow)

export const domainOrPasid: readonly Rule[] = [
  note({
    id: 'domain-or-pasid', clause: LOG, since: 'AMD IOMMU 2.0', field: 'domainIdOrPasidLow',
    test: (event) => (event['guest']
      ? `PASID ${hex(pasidOf(event))}; Linux prints it as domain`
      : Number(event['pasidHigh']) > 0 && 'GN is clear: dw1[15:0] is a domain, and dw0[19:16] are no part of it'),
  }),
]

export const ioPageFault: readonly Rule[] = [
  ...domainOrPasid, writeMeansNothing, translationRequest,
  note({
    id: 'page-fault-stays', clause: 'Linux drivers/iommu/amd, iommu_print_event', since: 'Linux 7.0',
    test: () => 'Linux clears events that it has printed, but not page faults: this one may be old',
  }),
]

export const hardwareError: readonly Rule[] = [writeMeansNothing, translationRequest]

export const commandAddress: readonly Rule[] = [
  note({
    id: 'command-address', clause: LOG, since: 'AMD IOMMU 1.0', field: 'commandAddress',
    test: (event) => {
      const address = event['commandAddress'] ?? event['address']
      return `${hex(BigInt(address!))} is the place of a command in the command buffer, not an address of the device; less the buffer's base and divided by 16 it is the ring index`
    },
  }),
]

export const invalidDeviceRequest: readonly Rule[] = [
  ...pasidWithoutGuest,
  note({
    id: 'invalid-request-type', clause: `${SPEC}, INVALID_DEVICE_REQUEST`, since: 'AMD IOMMU 1.0', field: 'type',
    test: (event) => invalidRequest(event['translation'], event['type']),
  }),
]

export const invalidPprRequest: readonly Rule[] = [
  note({
    id: 'linux-printed-pasid', clause: 'Linux commit ec21f17a9437', since: 'AMD IOMMU 2.0', field: 'pasid',
    test: ({ pasid }) => pasid !== 0 && 'the PASID is split as in the PPR log; older Linux prints a wrong one for this event',
  }),
]

export const deviceTableEntry: readonly Rule[] = [
  note({
    id: 'ats-allowed', clause: `${SPEC}, Device Table Entry`, since: 'AMD IOMMU 1.0', field: 'iotlbEnable',
    test: ({ iotlbEnable }) => (iotlbEnable ? 'ATS is allowed' : 'ATS is off: a translation request is refused with INVALID_DEVICE_REQUEST'),
  }),
  note({
    id: 'faults-suppressed', clause: `${SPEC}, Device Table Entry`, since: 'AMD IOMMU 1.0', field: 'suppressAll',
    test: ({ suppressAll }) => suppressAll === true && 'SA is set: page faults of the device leave no record',
  }),
]
