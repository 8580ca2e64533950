/** Numbers of AMD's command buffer and event log, by the names of the specification. */

/** GLX of a device table entry: one less than the levels of the guest CR3 table. */
export const AMD_GUEST_LEVELS = { one: 0, two: 1, three: 2 } as const

/** Opcode of a command, dw1[31:28]; 0 is an empty slot, 0xB to 0xF are not known. */
export const AMD_COMMAND = {
  COMPLETION_WAIT: 1,
  INVALIDATE_DEVTAB_ENTRY: 2,
  INVALIDATE_IOMMU_PAGES: 3,
  INVALIDATE_IOTLB_PAGES: 4,
  INVALIDATE_INTERRUPT_TABLE: 5,
  PREFETCH_IOMMU_PAGES: 6,
  COMPLETE_PPR_REQUEST: 7,
  INVALIDATE_IOMMU_ALL: 8,
  INSERT_GUEST_EVENT: 9,
  RESET_VMMIO: 0xa,
} as const

/** Code of an event, dw1[31:28]; 0 is an entry that the hardware has not yet written, 0xF is not known. */
export const AMD_EVENT = {
  ILLEGAL_DEV_TABLE_ENTRY: 1,
  IO_PAGE_FAULT: 2,
  DEV_TAB_HARDWARE_ERROR: 3,
  PAGE_TAB_HARDWARE_ERROR: 4,
  ILLEGAL_COMMAND_ERROR: 5,
  COMMAND_HARDWARE_ERROR: 6,
  IOTLB_INV_TIMEOUT: 7,
  INVALID_DEVICE_REQUEST: 8,
  INVALID_PPR_REQUEST: 9,
  EVENT_COUNTER_ZERO: 0xa,
  GUEST_EVENT_FAULT: 0xb,
  VIOMMU_HARDWARE_ERROR: 0xc,
  RMP_PAGE_FAULT: 0xd,
  RMP_HARDWARE_ERROR: 0xe,
} as const

/** The 12 bits that Linux prints as `flags=0x0nnn`: dw1[27:16] of an event. Which of them an event has is in its table. */
export const AMD_EVENT_FLAGS = { GN: 1, NX: 2, US: 4, I: 8, PR: 0x10, RW: 0x20, PE: 0x40, RZ: 0x80, TR: 0x100 } as const

/** What went wrong at a hardware error; 0 is reserved. */
export const AMD_HARDWARE_ERROR_TYPE = { MasterAbort: 1, TargetAbort: 2, DataError: 3 } as const

/** Control register [7:5], InvTimeOut: how long a device may take to answer an invalidation. */
export const AMD_INV_TIMEOUT = { NoLimit: 0, '1 ms': 1, '10 ms': 2, '100 ms': 3, '1 s': 4, '10 s': 5, '100 s': 6 } as const

/** What is known of the types of an invalid device request, by TR. */
const invalidRequestTypes = [
  { translation: false, type: 1, means: 'a pretranslated transaction from a device that may not send one (one source)' },
  { translation: false, type: 5, means: 'a posted write into the range of interrupts, of a device whose device table entry has IntCtl = 0; at boot harmless' },
  { translation: true, type: 0, means: 'a translation request from a device whose device table entry has I = 0: ATS is off there (to be confirmed)' },
] as const

/** What was invalid of a device request, as far as the type is known. */
export const invalidRequest = (ofTranslation: unknown, ofType: unknown): string | undefined => invalidRequestTypes.find(({ translation, type }) => translation === ofTranslation && type === ofType)?.means
