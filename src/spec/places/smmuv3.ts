import { SMMU_EVENT } from '../codes.ts'
import { SMMU_COMMAND } from '../neighbours/smmuv3-codes.ts'
import { PLACE } from '../place-names.ts'
import { entriesOf } from './place.ts'
import type { Entry, Place } from './place.ts'

/** The queues of the SMMUv3, and what iommufd carries of them. */

const QWORDS = { word: 8, order: 'little', label: 'q', tells: [[0, 7, 0]], zero: 'empty slot' } as const

const CFGI_ALL: Entry = { name: 'CMD_CFGI_ALL', code: SMMU_COMMAND.CMD_CFGI_STE_RANGE, where: { at: [[1, 4, 0]], value: 31 }, id: 'smmuv3.cmd-cfgi-ste-range' }

/** Where Linux points the MSI of a CMD_SYNC at the command itself, its completion writes 0 over the first word. */
const COMPLETED_SYNC: Entry = {
  name: 'CMD_SYNC, completed',
  code: 0,
  where: { at: [[0, 63, 8]], value: 0 },
  note: 'q0 = 0 and q1 the address of the slot: a CMD_SYNC whose completion Linux had written over it; behind CONS this is healthy',
}

const COMMANDS = entriesOf(SMMU_COMMAND, {
  CMD_PREFETCH_CONFIG: 'smmuv3.cmd-prefetch-config',
  CMD_PREFETCH_ADDR: 'smmuv3.cmd-prefetch-addr',
  CMD_CFGI_STE: 'smmuv3.cmd-cfgi-ste',
  CMD_CFGI_STE_RANGE: 'smmuv3.cmd-cfgi-ste-range',
  CMD_CFGI_CD: 'smmuv3.cmd-cfgi-cd',
  CMD_CFGI_CD_ALL: 'smmuv3.cmd-cfgi-cd-all',
  CMD_TLBI_NH_ALL: 'smmuv3.cmd-tlbi-nh-all',
  CMD_TLBI_NH_ASID: 'smmuv3.cmd-tlbi-nh-asid',
  CMD_TLBI_NH_VA: 'smmuv3.cmd-tlbi-nh-va',
  CMD_TLBI_NH_VAA: 'smmuv3.cmd-tlbi-nh-vaa',
  CMD_TLBI_EL3_ALL: 'smmuv3.cmd-tlbi-el3-all',
  CMD_TLBI_EL3_VA: 'smmuv3.cmd-tlbi-el3-va',
  CMD_TLBI_EL2_ALL: 'smmuv3.cmd-tlbi-el2-all',
  CMD_TLBI_EL2_ASID: 'smmuv3.cmd-tlbi-el2-asid',
  CMD_TLBI_EL2_VA: 'smmuv3.cmd-tlbi-el2-va',
  CMD_TLBI_EL2_VAA: 'smmuv3.cmd-tlbi-el2-vaa',
  CMD_TLBI_S12_VMALL: 'smmuv3.cmd-tlbi-s12-vmall',
  CMD_TLBI_S2_IPA: 'smmuv3.cmd-tlbi-s2-ipa',
  CMD_TLBI_NSNH_ALL: 'smmuv3.cmd-tlbi-nsnh-all',
  CMD_TLBI_SNH_ALL: 'smmuv3.cmd-tlbi-snh-all',
  CMD_ATC_INV: 'smmuv3.cmd-atc-inv',
  CMD_PRI_RESP: 'smmuv3.cmd-pri-resp',
  CMD_RESUME: 'smmuv3.cmd-resume',
  CMD_STALL_TERM: 'smmuv3.cmd-stall-term',
  CMD_SYNC: 'smmuv3.cmd-sync',
})

export const commandQueue = {
  id: 'smmuv3.command-queue',
  title: PLACE.smmuCommandQueue,
  clause: 'Arm IHI 0070, 4.1.1',
  ...QWORDS,
  size: 16,
  zero: 'empty slot, or a CMD_SYNC that Linux had completed',
  entries: [CFGI_ALL, ...COMMANDS, COMPLETED_SYNC, { name: 'implementation defined', code: 0x80, upTo: 0x8f }],
} as const satisfies Place

const EVENTS = entriesOf(SMMU_EVENT, {
  F_UUT: 'smmuv3.event-uut',
  C_BAD_STREAMID: 'smmuv3.event-bad-streamid',
  F_STE_FETCH: 'smmuv3.event-ste-fetch',
  C_BAD_STE: 'smmuv3.event-bad-ste',
  F_BAD_ATS_TREQ: 'smmuv3.event-bad-ats-treq',
  F_STREAM_DISABLED: 'smmuv3.event-stream-disabled',
  F_TRANSL_FORBIDDEN: 'smmuv3.event-transl-forbidden',
  C_BAD_SUBSTREAMID: 'smmuv3.event-bad-substreamid',
  F_CD_FETCH: 'smmuv3.event-cd-fetch',
  C_BAD_CD: 'smmuv3.event-bad-cd',
  F_WALK_EABT: 'smmuv3.event-walk-eabt',
  F_TRANSLATION: 'smmuv3.stall-event',
  F_ADDR_SIZE: 'smmuv3.stall-event',
  F_ACCESS: 'smmuv3.stall-event',
  F_PERMISSION: 'smmuv3.stall-event',
  F_TLB_CONFLICT: 'smmuv3.event-tlb-conflict',
  F_CFG_CONFLICT: 'smmuv3.event-cfg-conflict',
  E_PAGE_REQUEST: 'smmuv3.event-page-request',
  F_VMS_FETCH: 'smmuv3.event-vms-fetch',
})

export const eventQueue = {
  id: 'smmuv3.event-queue',
  title: PLACE.smmuEventQueue,
  clause: 'Arm IHI 0070, 7.3',
  ...QWORDS,
  size: 32,
  entries: [
    ...EVENTS,
    ...Array.from({ length: 16 }, (_, n): Entry => ({ name: `IMPDEF_EVENT${n}`, code: 0xe0 + n, note: 'implementation defined, and not fatal: software shall tolerate it' })),
  ],
} as const satisfies Place

export const priQueue = {
  id: 'smmuv3.pri-queue',
  title: PLACE.smmuPriQueue,
  clause: 'Arm IHI 0070, 8.2',
  ...QWORDS,
  size: 16,
  tells: [],
  entries: [{ name: 'PRI queue entry', id: 'smmuv3.pri-queue-entry' }],
} as const satisfies Place

const only = (entries: readonly Entry[], codes: readonly number[]): Entry[] => entries.filter(({ code }) => codes.includes(code!))

/** Data of a virtual event of type ARM_SMMUV3, behind its header. StreamIDs are those of the guest. */
export const virtualEventQueue = {
  ...eventQueue,
  id: 'linux.vevent-arm-smmuv3',
  title: 'iommufd virtual event queue of type ARM_SMMUV3',
  clause: 'include/uapi/linux/iommufd.h, struct iommu_vevent_arm_smmuv3',
  entries: only(EVENTS, [0x04, 0x06, 0x08, 0x0a, 0x10, 0x11, 0x12, 0x13]),
} as const satisfies Place

/** What `IOMMU_HWPT_INVALIDATE` takes for an SMMUv3; the kernel sets VMID and the physical StreamID, and refuses other commands with -EIO. */
export const virtualInvalidations = {
  ...commandQueue,
  id: 'linux.viommu-arm-smmuv3-invalidate',
  title: 'iommufd invalidations of type ARM_SMMUV3',
  clause: 'include/uapi/linux/iommufd.h, struct iommu_viommu_arm_smmuv3_invalidate',
  zero: 'no command',
  entries: only(COMMANDS, [0x30, 0x12, 0x13, 0x10, 0x11, 0x40, 0x05, 0x06]),
} as const satisfies Place
