import { codeRows, codesOf } from './words.ts'

/** Numbers of the RISC-V IOMMU's command and fault queues. */

/** Opcode of a command, q0[6:0]; 0 and 5 to 63 are reserved, 64 to 127 custom. */
export const RISCV_OPCODE = { IOTINVAL: 1, IOFENCE: 2, IODIR: 3, ATS: 4 } as const

/** What kind of transaction faulted; 4 and 10 to 30 are reserved, 32 to 63 custom, 31 is called both. */
export const RISCV_TTYP = {
  None: 0,
  UntranslatedFetch: 1,
  UntranslatedRead: 2,
  UntranslatedWrite: 3,
  TranslatedFetch: 5,
  TranslatedRead: 6,
  TranslatedWrite: 7,
  AtsTranslationRequest: 8,
  MessageRequest: 9,
} as const

/** Causes of faults. */
export const RISCV_CAUSES = codeRows([
  [1, 'InstructionAccessFault', 'access fault of a fetch'],
  [4, 'ReadMisaligned', 'misaligned read'],
  [5, 'ReadAccessFault', 'access fault of a read'],
  [6, 'WriteMisaligned', 'misaligned write or atomic'],
  [7, 'WriteAccessFault', 'access fault of a write or atomic'],
  [12, 'InstructionPageFault', 'page fault of a fetch'],
  [13, 'ReadPageFault', 'page fault of a read'],
  [15, 'WritePageFault', 'page fault of a write or atomic'],
  [20, 'InstructionGuestPageFault', 'guest page fault of a fetch'],
  [21, 'ReadGuestPageFault', 'guest page fault of a read'],
  [23, 'WriteGuestPageFault', 'guest page fault of a write or atomic'],
  [256, 'AllInboundDisallowed', 'all inbound transactions disallowed: ddtp is Off'],
  [257, 'DdtLoadFault', 'device directory entry: load fault'],
  [258, 'DdtNotValid', 'device directory entry not valid'],
  [259, 'DdtMisconfigured', 'device directory entry misconfigured'],
  [260, 'TransactionTypeDisallowed', 'transaction type disallowed: EN_ATS or EN_PRI is clear, the device id is too wide, or the mode is Bare'],
  [261, 'MsiPteLoadFault', 'MSI page-table entry: load fault'],
  [262, 'MsiPteNotValid', 'MSI page-table entry not valid'],
  [263, 'MsiPteMisconfigured', 'MSI page-table entry misconfigured'],
  [264, 'MrifAccessFault', 'access fault of a memory-resident interrupt file'],
  [265, 'PdtLoadFault', 'process directory entry: load fault'],
  [266, 'PdtNotValid', 'process directory entry not valid'],
  [267, 'PdtMisconfigured', 'process directory entry misconfigured'],
  [268, 'DdtDataCorruption', 'data corruption in the device directory'],
  [269, 'PdtDataCorruption', 'data corruption in the process directory'],
  [270, 'MsiTableDataCorruption', 'data corruption in the MSI page table'],
  [271, 'MrifDataCorruption', 'data corruption in a memory-resident interrupt file'],
  [272, 'InternalDataPathError', 'internal data path error'],
  [273, 'MsiWriteFault', 'fault of an MSI that the IOMMU itself wrote'],
  [274, 'PageTableDataCorruption', 'data corruption in a page table'],
])

export const RISCV_CAUSE = codesOf(RISCV_CAUSES)

/** Causes for which a translation request is answered with success and R = W = 0, so that no record is left. */
export const RISCV_ATS_SILENT_CAUSES: readonly number[] = [12, 13, 15, 20, 21, 23, 262, 266]
