import { codeRows, codesOf } from './words.ts'

/** Numbers of VT-d's invalidation queue and fault records. */

/** Type of an invalidation descriptor: q0[3:0] with q0[11:9] above it. Type 0 is no descriptor, 0xB to 0x7F have no public name. */
export const VTD_DESCRIPTOR_TYPE = {
  'Context-cache Invalidate': 1,
  'IOTLB Invalidate': 2,
  'Device-TLB Invalidate': 3,
  'Interrupt Entry Cache Invalidate': 4,
  'Invalidation Wait': 5,
  'PASID-based-IOTLB Invalidate': 6,
  'PASID-cache Invalidate': 7,
  'PASID-based-Device-TLB Invalidate': 8,
  'Page Group Response': 9,
} as const

/** What a context-cache invalidate reaches; 0 is reserved. */
export const VTD_CONTEXT_GRANULARITY = { Global: 1, Domain: 2, Device: 3 } as const

/** What an IOTLB invalidate reaches; 0 is reserved. */
export const VTD_IOTLB_GRANULARITY = { Global: 1, Domain: 2, PageInDomain: 3 } as const

/** What a PASID-based IOTLB invalidate reaches; 0 and 1 are of revision 2.x and reserved since. */
export const VTD_PASID_IOTLB_GRANULARITY = { AllOfPasid: 2, PageInPasid: 3 } as const

/** The same in revision 2.x. */
export const VTD_PASID_IOTLB_GRANULARITY_V2 = { AllPasidsWithGlobal: 0, AllPasids: 1, AllOfPasid: 2, PageInPasid: 3 } as const

/** What a PASID-cache invalidate reaches; 2 is reserved. */
export const VTD_PASID_CACHE_GRANULARITY = { AllOfDomain: 0, PasidSelective: 1, Global: 3 } as const

/** Address type of the request that faulted, in PCIe's numbers. */
export const VTD_ADDRESS_TYPE = { Untranslated: 0, TranslationRequest: 1, TranslatedRequest: 2 } as const

/** Status data that Linux writes and reads in its waits. */
export const LINUX_QI_STATUS = { QI_FREE: 0, QI_IN_USE: 1, QI_DONE: 2, QI_ABORT: 3 } as const

/** Bits of the fault status register. */
export const VTD_FSTS = { PFO: 1, PPF: 2, AFO: 4, APF: 8, IQE: 0x10, ICE: 0x20, ITE: 0x40, PRO: 0x80 } as const

/** Why the invalidation queue stopped with IQE. */
export const VTD_IQEI = {
  NoInformation: 0,
  InvalidTail: 1,
  DescriptorFetchError: 2,
  InvalidDescriptorType: 3,
  ReservedFieldViolated: 4,
  WrongDescriptorWidth: 5,
  TailMisaligned: 6,
  WrongTableMode: 7,
} as const

/** Fault reasons, by the names of the specification (those of interrupt remapping, IR, by what they say) and what they mean. */
export const VTD_FAULT_REASONS = codeRows([
  [0x01, 'LRT.2', 'root entry not present'],
  [0x02, 'LCT.2', 'context entry not present'],
  [0x03, 'LCT.4', 'context entry invalid'],
  [0x04, 'LGN.1', 'address beyond the maximum guest address width'],
  [0x05, 'LGN.2', 'no write permission'],
  [0x06, 'LGN.3', 'no read permission'],
  [0x07, 'LSL.1', 'next page table not reachable'],
  [0x08, 'LRT.1', 'root table not reachable'],
  [0x09, 'LCT.1', 'context table not reachable'],
  [0x0a, 'LRT.3', 'reserved bits set in the root entry'],
  [0x0b, 'LCT.3', 'reserved bits set in the context entry'],
  [0x0c, 'LSL.2', 'reserved bits set in a page-table entry'],
  [0x0d, 'LCT.5', 'translation request or translated request blocked by the translation type of the context entry: ATS is not enabled there'],
  [0x0e, 'LGN.4', 'address in the interrupt range'],
  [0x20, 'IR.RequestReserved', 'interrupt request with reserved bits set'],
  [0x21, 'IR.IndexTooLarge', 'interrupt index too large'],
  [0x22, 'IR.EntryNotPresent', 'interrupt remapping entry not present'],
  [0x23, 'IR.TableNotReachable', 'interrupt remapping table not reachable'],
  [0x24, 'IR.EntryReserved', 'reserved bits set in the interrupt remapping entry'],
  [0x25, 'IR.CompatibilityBlocked', 'compatibility format interrupt blocked'],
  [0x26, 'IR.SourceIdWrong', 'wrong source id of an interrupt request'],
  [0x27, 'IR.PostedNotReachable', 'posted interrupt descriptor not reachable'],
  [0x28, 'IR.PostedReserved', 'reserved bits set in the posted interrupt descriptor'],
  [0x29, 'IR.UntranslatedBlocked', 'untranslated interrupt request without PASID blocked'],
  [0x30, 'RTA.1', 'root table address invalid'],
  [0x31, 'RTA.2', 'request with PASID while the table mode is legacy'],
  [0x32, 'RTA.3', 'page group request while the table mode is legacy'],
  [0x33, 'RTA.4', 'other error of the root table address register'],
  [0x38, 'SRT.1', 'scalable-mode root entry not reachable'],
  [0x39, 'SRT.2', 'scalable-mode root entry not present'],
  [0x3a, 'SRT.3', 'reserved bits set in the scalable-mode root entry'],
  [0x40, 'SCT.1', 'scalable-mode context entry not reachable'],
  [0x41, 'SCT.2', 'scalable-mode context entry not present'],
  [0x42, 'SCT.3', 'reserved bits set in the scalable-mode context entry'],
  [0x43, 'SCT.4', 'scalable-mode context entry invalid'],
  [0x44, 'SCT.5', 'DTE clear: translation request or translated request while the context entry has the device-TLB off'],
  [0x45, 'SCT.6', 'PASIDE clear: request with PASID'],
  [0x46, 'SCT.7', 'PASID larger than the context entry allows'],
  [0x47, 'SCT.8', 'PRE clear: page request while the context entry has page requests off'],
  [0x48, 'SCT.9', 'RID_PASID wrong'],
  [0x50, 'SPD.1', 'PASID directory entry not reachable'],
  [0x51, 'SPD.2', 'PASID directory entry not present'],
  [0x52, 'SPD.3', 'reserved bits set in the PASID directory entry'],
  [0x58, 'SPT.1', 'PASID table entry not reachable'],
  [0x59, 'SPT.2', 'PASID table entry not present'],
  [0x5a, 'SPT.3', 'reserved bits set in the PASID table entry'],
  [0x5b, 'SPT.4', 'PASID table entry invalid'],
  [0x5c, 'SPT.5', 'execute requested while ERE is clear'],
  [0x5d, 'SPT.6', 'privileged mode requested while SRE is clear'],
  [0x70, 'SFL.1', 'first-stage table not reachable'],
  [0x71, 'SFL.2', 'first-stage entry not present'],
  [0x72, 'SFL.3', 'reserved bits set in a first-stage entry'],
  [0x73, 'SFL.4', 'first first-stage table not reachable'],
  [0x74, 'SFL.5', 'first-stage table: nested error'],
  [0x75, 'SFL.6', 'first-stage table: nested error'],
  [0x76, 'SFL.7', 'first-stage table: nested error'],
  [0x77, 'SFL.8', 'first-stage table: nested error'],
  [0x90, 'SFL.9', 'accessed or dirty bit of a first-stage entry cannot be updated'],
  [0x91, 'SFL.10', 'update of an accessed or dirty bit of a first-stage entry failed'],
  [0x78, 'SSL.1', 'second-stage table not reachable'],
  [0x79, 'SSL.2', 'no permission in the second stage'],
  [0x7a, 'SSL.3', 'reserved bits set in a second-stage entry'],
  [0x7b, 'SSL.4', 'second-stage pointer bad'],
  [0x7c, 'SSL.5', 'accessed or dirty bit of a second-stage entry cannot be updated'],
  [0x7d, 'SSL.6', 'further second-stage error'],
  [0x80, 'SGN.1', 'address not canonical'],
  [0x81, 'SGN.2', 'user access to a supervisor page'],
  [0x82, 'SGN.3', 'no execute permission for a request with PASID and Execute Requested'],
  [0x83, 'SGN.4', 'address too wide for the hardware'],
  [0x84, 'SGN.5', 'result of the second stage too wide'],
  [0x85, 'SGN.6', 'no write permission in scalable mode'],
  [0x86, 'SGN.7', 'no read permission in scalable mode'],
  [0x87, 'SGN.8', 'address in the interrupt range in scalable mode'],
  [0x88, 'SGN.9', 'further general error'],
  [0x89, 'SGN.10', 'further general error'],
])

export const VTD_FAULT_REASON = codesOf(VTD_FAULT_REASONS)
