import { PLACE } from './place-names.ts'
import * as rules from './rules/config.ts'
import type { Field, Layout } from './vocabulary.ts'

/**
 * Extended capabilities in configuration space, in little-endian dwords by their offset. Of the dword at +4, bits 15:0
 * are the capability (or, of PRI, the control) register and bits 31:16 the register after it.
 */

const DWORDS = { word: 4, order: 'little', label: '+', place: PLACE.extendedCapabilities } as const

const header = {
  version: { at: [[0, 19, 16]], as: 'uint', doc: 'version of the capability' },
  next: { at: [[0, 31, 20]], as: 'uint', unit: 'byte offset', doc: 'offset of the next capability in configuration space; 0 ends the list' },
} as const satisfies Record<string, Field>

const capabilityId = (value: number) => ({ id: { at: [[0, 15, 0]], value, doc: 'Extended Capability ID' } }) as const

export const atsCapability = {
  id: 'config.ats-capability',
  title: 'Address Translation Service capability',
  clause: 'PCIe Base Specification, 10.5.1, ATS Extended Capability',
  source: 'Linux include/uapi/linux/pci_regs.h, pcics, OpenVMM, AMD AM012 (Memory Attributes Supported)',
  ...DWORDS,
  size: 8,
  fields: {
    ...header,
    invalidateQueueDepth: { at: [[1, 4, 0]], as: 'uint', unit: 'requests', doc: 'ATSCap [4:0], Invalidate Queue Depth; 0 means 32' },
    pageAlignedRequest: { at: [[1, 5, 5]], as: 'flag', doc: 'ATSCap [5], Page Aligned Request: the address of every request is that of a page' },
    globalInvalidateSupported: { at: [[1, 6, 6]], as: 'flag', doc: 'ATSCap [6], Global Invalidate Supported' },
    relaxedOrderingSupported: { at: [[1, 7, 7]], as: 'flag', doc: 'ATSCap [7], Relaxed Ordering Supported' },
    memoryAttributesSupported: { at: [[1, 8, 8]], as: 'flag', optional: true, confidence: 'confirm', doc: 'ATSCap [8], Memory Attributes Supported; its place is unconfirmed' },
    atsCapBits15to9: { at: [[1, 15, 9]], as: 'uint', optional: true, confidence: 'confirm', doc: 'ATSCap [15:9]: no name is known; kept as it is' },
    smallestTranslationUnit: { at: [[1, 20, 16]], as: 'uint', doc: 'ATSCtl [4:0], Smallest Translation Unit: 4096 << STU bytes' },
    atsCtlBits14to5: { at: [[1, 30, 21]], as: 'uint', optional: true, confidence: 'confirm', doc: 'ATSCtl [14:5]: memory attribute controls of newer revisions; kept as it is' },
    enable: { at: [[1, 31, 31]], as: 'flag', doc: 'ATSCtl [15], Enable' },
  },
  fixed: capabilityId(0x000f),
  roles: { depth: 'invalidateQueueDepth', enable: 'enable' },
  rules: rules.atsCapability,
} as const satisfies Layout

export const priCapability = {
  id: 'config.pri-capability',
  title: 'Page Request Interface capability',
  clause: 'PCIe Base Specification, 10.5.2, Page Request Extended Capability',
  source: 'Linux include/uapi/linux/pci_regs.h, pciutils',
  ...DWORDS,
  size: 16,
  fields: {
    ...header,
    enable: { at: [[1, 0, 0]], as: 'flag', doc: 'PRICtl [0], Enable' },
    reset: { at: [[1, 1, 1]], as: 'flag', doc: 'PRICtl [1], Reset' },
    responseFailure: { at: [[1, 16, 16]], as: 'flag', doc: 'RF: PRISta [0], Response Failure; cleared by writing 1' },
    unexpectedPrgIndex: { at: [[1, 17, 17]], as: 'flag', doc: 'UPRGI: PRISta [1], Unexpected Page Request Group Index; cleared by writing 1' },
    stopped: { at: [[1, 24, 24]], as: 'flag', doc: 'PRISta [8], Stopped; 1 after reset' },
    prgResponsePasidRequired: { at: [[1, 31, 31]], as: 'flag', doc: 'PASID: PRISta [15], PRG Response PASID Required' },
    pageRequestCapacity: { at: [[2, 31, 0]], as: 'uint', unit: 'requests', doc: 'Outstanding Page Request Capacity' },
    pageRequestAllocation: { at: [[3, 31, 0]], as: 'uint', unit: 'requests', doc: 'Outstanding Page Request Allocation' },
  },
  fixed: capabilityId(0x0013),
  reserved: [[1, 15, 2], [1, 23, 18], [1, 30, 25]],
  roles: { pasidRequired: 'prgResponsePasidRequired', enable: 'enable' },
  rules: rules.priCapability,
} as const satisfies Layout

export const pasidCapability = {
  id: 'config.pasid-capability',
  title: 'Process Address Space ID capability',
  clause: 'PCIe Base Specification, 7.8, PASID Extended Capability',
  source: 'Linux include/uapi/linux/pci_regs.h, pcics, pciutils',
  ...DWORDS,
  size: 8,
  fields: {
    ...header,
    executePermissionSupported: { at: [[1, 1, 1]], as: 'flag', doc: 'Exec: PASIDCap [1], Execute Permission Supported' },
    privilegedModeSupported: { at: [[1, 2, 2]], as: 'flag', doc: 'Priv: PASIDCap [2], Privileged Mode Supported' },
    translatedRequestsSupported: { at: [[1, 3, 3]], as: 'flag', optional: true, confidence: 'one source', doc: 'PASIDCap [3], Translated Requests with PASID Supported' },
    maxPasidWidth: { at: [[1, 12, 8]], as: 'uint', unit: 'bits', doc: 'PASIDCap [12:8], Max PASID Width: 0 to 20' },
    enable: { at: [[1, 16, 16]], as: 'flag', doc: 'PASIDCtl [0], Enable' },
    executePermissionEnable: { at: [[1, 17, 17]], as: 'flag', doc: 'Exec: PASIDCtl [1], Execute Permission Enable' },
    privilegedModeEnable: { at: [[1, 18, 18]], as: 'flag', doc: 'Priv: PASIDCtl [2], Privileged Mode Enable' },
    translatedRequestsEnable: { at: [[1, 19, 19]], as: 'flag', optional: true, confidence: 'one source', doc: 'PASIDCtl [3], Translated Requests with PASID Enable' },
  },
  fixed: capabilityId(0x001b),
  reserved: [[1, 0, 0], [1, 7, 4], [1, 15, 13], [1, 31, 20]],
  roles: { enable: 'enable' },
  rules: rules.pasidCapability,
} as const satisfies Layout
