import * as rules from '../rules/neighbours/amd.ts'
import type { Layout } from '../vocabulary.ts'
import { AMD_GUEST_LEVELS, AMD_INV_TIMEOUT } from './amd-codes.ts'
import { address, big, flag, one, page, uint } from './words.ts'

/** The device table entry, which decides ATS and PRI, and the registers that come with a dump of AMD's queues. */

const SPEC = 'AMD I/O Virtualization Technology (IOMMU) Specification'
const QWORDS = { word: 8, order: 'little', label: 'q' } as const
const SOURCE = 'VirtualBox include/VBox/iommu-amd.h, Linux drivers/iommu/amd'

export const deviceTableEntry = {
  id: 'amd.device-table-entry',
  title: 'Device Table Entry',
  clause: `${SPEC}, Device Table Entry`,
  source: SOURCE,
  ...QWORDS,
  size: 32,
  fields: {
    valid: flag(0, 0, 'V: the entry is valid'),
    translationValid: flag(0, 1, 'TV: what concerns translation is valid'),
    hostAccessDirty: uint([[0, 8, 7]], 'HAD: host accessed and dirty bits'),
    mode: uint([[0, 11, 9]], 'Mode: levels of the host page table'),
    root: page([[0, 51, 12]], 'root of the host page table'),
    pprEnable: flag(0, 52, 'PPR: the device may send page requests'),
    pasidOnResponse: flag(0, 53, 'GPRP: responses carry the PASID'),
    guestIoValid: flag(0, 54, 'GIoV: guest I/O protection'),
    guestValid: flag(0, 55, 'GV: guest translation'),
    guestLevels: uint([[0, 57, 56]], 'GLX: levels of the guest CR3 table, less one', { codes: AMD_GUEST_LEVELS }),
    guestCr3: page([[1, 63, 43], [1, 31, 16], [0, 60, 58]], 'GCR3 table root [51:12]'),
    readable: flag(0, 61, 'IR: reads allowed'),
    writable: flag(0, 62, 'IW: writes allowed'),
    domainId: uint([[1, 15, 0]], 'DomainID'),
    iotlbEnable: flag(1, 32, 'I: IOTLB enable, which is to say that ATS is allowed'),
    suppressOne: flag(1, 33, 'SE: report one page fault alone'),
    suppressAll: flag(1, 34, 'SA: report no page fault, so that a fault leaves no record'),
    ioControl: uint([[1, 36, 35]], 'IoCtl: port I/O'),
    cache: flag(1, 37, 'Cache: hint'),
    snoopDisable: flag(1, 38, 'SD: snoop disable'),
    exclusion: flag(1, 39, 'EX: exclusion range applies'),
    systemManagement: uint([[1, 41, 40]], 'SysMgt: system management messages'),
    secureAts: flag(1, 42, 'SATS: secure ATS'),
    interruptValid: flag(2, 0, 'IV: what concerns interrupts is valid'),
    interruptTableLength: uint([[2, 4, 1]], 'IntTabLen: log2 of the interrupt table\'s entries'),
    ignoreInterrupts: flag(2, 5, 'IG: unmapped interrupts leave no record'),
    interruptTable: address([[2, 51, 6]], 6, 'root of the interrupt remapping table [51:6]'),
    guestPagingMode: uint([[2, 55, 54]], 'guest paging mode'),
    initPass: flag(2, 56, 'INIT passes'),
    extIntPass: flag(2, 57, 'EInt: ExtInt passes'),
    nmiPass: flag(2, 58, 'NMI passes'),
    interruptControl: uint([[2, 61, 60]], 'IntCtl: fixed and arbitrated interrupts'),
    lint0Pass: flag(2, 62, 'Lint0 passes'),
    lint1Pass: flag(2, 63, 'Lint1 passes'),
    q3: big([[3, 63, 0]], 'snoop and virtual-IOMMU fields; kept as they are'),
  },
  reserved: [[0, 6, 2], [0, 63, 63], [2, 53, 52], [2, 59, 59]],
  roles: { pasidRequired: 'pasidOnResponse' },
  rules: rules.deviceTableEntry,
} as const satisfies Layout

export const controlRegister = {
  id: 'amd.control-register',
  title: 'IOMMU Control Register',
  clause: `${SPEC}, IOMMU Control Register`,
  source: `${SOURCE}, FreeBSD sys/x86/iommu/amd_reg.h`,
  ...QWORDS,
  size: 8,
  fields: {
    eventLogEnable: flag(0, 2, 'EventLogEn: events are logged'),
    completionWaitInterruptEnable: flag(0, 4, 'ComWaitIntEn: COMPLETION_WAIT may interrupt'),
    invalidationTimeout: uint([[0, 7, 5]], 'InvTimeOut: how long a device may take to answer an invalidation', { codes: AMD_INV_TIMEOUT, ...one }),
    commandBufferEnable: flag(0, 12, 'CmdBufEn: commands are read'),
    pprLogEnable: flag(0, 13, 'PprLogEn: page requests are logged'),
    pprInterruptEnable: flag(0, 14, 'PprIntEn: the PPR log may interrupt'),
    pprEnable: flag(0, 15, 'PprEn: page requests are served'),
    guestTranslationEnable: flag(0, 16, 'GTEn: guest translation'),
    pprAutoResponseEnable: flag(0, 39, 'PprAutoRspEn: the hardware answers when the log is full'),
    blockStopMarkers: flag(0, 41, 'BlkStopMarkEn: stop markers are not logged'),
    pprAutoResponseAlwaysOn: flag(0, 42, 'PprAutoRspAon: the hardware answers always'),
    enhancedPprEnable: flag(0, 45, 'EPHEn: enhanced PPR handling'),
    bits1to0: uint([[0, 1, 0]], 'not looked at here; kept as it is'),
    bit3: flag(0, 3, 'not looked at here; kept as it is'),
    bits11to8: uint([[0, 11, 8]], 'not looked at here; kept as it is'),
    bits38to17: uint([[0, 38, 17]], 'not looked at here; kept as it is'),
    bit40: flag(0, 40, 'not looked at here; kept as it is'),
    bits44to43: uint([[0, 44, 43]], 'not looked at here; kept as it is'),
    bits63to46: uint([[0, 63, 46]], 'not looked at here; kept as it is'),
  },
} as const satisfies Layout

export const statusRegister = {
  id: 'amd.status-register',
  title: 'IOMMU Status Register',
  clause: `${SPEC}, IOMMU Status Register`,
  source: SOURCE,
  ...QWORDS,
  size: 8,
  fields: {
    eventOverflow: flag(0, 0, 'EventOverflow: an event was lost'),
    eventInterrupt: flag(0, 1, 'EventLogInt: an event was logged'),
    completionWaitInterrupt: flag(0, 2, 'ComWaitInt: a COMPLETION_WAIT is done'),
    eventLogRunning: flag(0, 3, 'EventLogRun: events are logged'),
    commandBufferRunning: flag(0, 4, 'CmdBufRun: commands are read'),
    pprOverflow: flag(0, 5, 'PprOverflow: a page request was lost'),
    pprInterrupt: flag(0, 6, 'PprInt: a page request was logged'),
    pprLogRunning: flag(0, 7, 'PprLogRun: page requests are logged'),
    bits63to8: big([[0, 63, 8]], 'not looked at here; kept as it is'),
  },
} as const satisfies Layout
