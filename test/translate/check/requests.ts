import { both, pasidWidth, prefix } from './case.ts'
import type { Case } from './case.ts'

/** How each format names what its page requests say. */
const FORMATS = [
  { records: ['vtd.page-request', 'vtd.page-request-v3', 'vtd.page-request-v2'], present: 'pasidPresent', pasid: 'pasid', execute: 'executeRequested', privileged: 'privilegedModeRequested' },
  { records: both('riscv.page-request'), present: 'processIdValid', pasid: 'processId', execute: 'execute', privileged: 'privileged' },
  { records: ['smmuv3.pri-queue-entry'], present: 'substreamValid', pasid: 'substreamId', execute: 'execute', privileged: 'privileged' },
  { records: ['amd.ppr-log'], present: 'guest', pasid: 'pasid', execute: 'execute', privileged: undefined },
] as const

const VTD = ['vtd.page-request', 'vtd.page-request-v3', 'vtd.page-request-v2']
const TLPS = ['pcie.page-request', 'pcie-flit.page-request']
const MARKERS = ['pcie.stop-marker', 'pcie-flit.stop-marker']
const FAULTS = both('linux.iommu-fault-page-request', 'linux.iommu-fault-v6.10', 'linux.iommufd-pgfault')

const queueEntries = FORMATS.flatMap(({ records, present, pasid, execute, privileged }): Case[] => [
  { rule: 'execute-without-pasid', records, field: execute, fires: { [execute]: true, read: true }, but: { message: { [present]: true } } },
  ...(privileged ? [{ rule: 'privileged-without-pasid', records, field: privileged, fires: { [privileged]: true, read: true }, but: { message: { [present]: true } } }] : []),
  { rule: 'execute-without-read', records, field: execute, fires: { [present]: true, [execute]: true, write: true }, but: { message: { read: true } } },
  { rule: 'stop-marker', records, field: 'last', fires: { [present]: true, last: true }, but: { message: { write: true } } },
  { rule: 'stop-marker-without-pasid', records, field: 'last', fires: { last: true }, but: { message: { [present]: true } } },
  { rule: 'address-inside-page', records, field: 'address', says: 'address 0x1f000 is no multiple of the page size, 0x10000 bytes', fires: { read: true, address: 0x1f000n }, context: { pageSize: 0x10000 }, but: { message: { address: 0x10000n } } },
  { rule: 'pasid-too-wide', records, field: pasid, fires: { [present]: true, [pasid]: 0x10000, read: true }, context: pasidWidth(16), but: { message: { [pasid]: 0xffff } } },
])

export const requestCases: readonly Case[] = [
  ...queueEntries,
  ...FORMATS.filter(({ present }) => present !== 'substreamValid').map(({ records, present, pasid }): Case => {
    return { rule: 'pasid-not-valid', records, field: pasid, fires: { [pasid]: 1, read: true }, but: { message: { [present]: true } } }
  }),
  { rule: 'linux-refuses-address', records: VTD, field: 'address', says: 'address 0x100000000000000 is not canonical', fires: { read: true, address: 1n << 56n }, but: { message: { address: (1n << 56n) - 4096n } } },
  { rule: 'linux-refuses-address', records: VTD, field: 'address', fires: { read: true, address: 0xfe00000000000000n }, but: { message: { address: 0xff00000000000000n } } },
  { rule: 'linux-refuses-privileged', records: VTD, field: 'privilegedModeRequested', fires: { pasidPresent: true, privilegedModeRequested: true, write: true }, but: { message: { write: false } } },
  { rule: 'linux-refuses-privileged', records: VTD, field: 'privilegedModeRequested', fires: { pasidPresent: true, privilegedModeRequested: true, read: true }, but: { message: { privilegedModeRequested: false } } },
  { rule: 'linux-refuses-execute', records: VTD, field: 'executeRequested', fires: { pasidPresent: true, executeRequested: true, read: true }, but: { message: { executeRequested: false } } },
  { rule: 'reserved-bits-in-request', records: ['amd.ppr-log'], field: 'reservedBitsSet', fires: { reservedBitsSet: true, read: true }, but: { message: { reservedBitsSet: false } } },

  { rule: 'execute-without-read', records: TLPS, field: undefined, fires: { write: true }, context: prefix(true), but: { context: prefix(false, true) } },
  { rule: 'stop-marker', records: TLPS, field: 'last', fires: { last: true }, context: prefix(), but: { message: { read: true } } },
  { rule: 'stop-marker-without-pasid', records: TLPS, field: 'last', fires: { last: true }, context: { pasidPrefix: null }, but: { context: {} } },
  { rule: 'address-inside-page', records: TLPS, field: 'address', fires: { address: 0x1000n, read: true }, context: { pageSize: 0x2000 }, but: { context: { pageSize: 0x1000 } } },
  { rule: 'stop-marker', records: MARKERS, field: 'last', context: prefix(), but: { context: {} } },
  { rule: 'stop-marker-without-pasid', records: MARKERS, field: 'last', context: { pasidPrefix: null }, but: { context: prefix() } },
  { rule: 'marker-type', records: MARKERS, field: 'markerType', fires: { markerType: 1 }, but: { message: { markerType: 0 } } },
  { rule: 'address-in-stop-marker', records: MARKERS, field: 'dw2', fires: { dw3Bits31to8: 1 }, but: { message: { dw3Bits31to8: 0 } } },
  { rule: 'address-in-stop-marker', records: MARKERS, field: 'dw2', fires: { dw2: 0x80000000 }, but: { message: { dw2: 0 } } },

  { rule: 'pasid-too-wide', records: ['pcie.pasid-prefix'], field: 'pasid', fires: { pasid: 0x100 }, context: pasidWidth(8), but: { context: pasidWidth(9) } },
  { rule: 'execute-without-pasid', records: ['pcie-flit.ohc-a1'], field: 'executeRequested', fires: { executeRequested: true }, but: { message: { pasidValid: true } } },
  { rule: 'privileged-without-pasid', records: ['pcie-flit.ohc-a1'], field: 'privilegedModeRequested', fires: { privilegedModeRequested: true }, but: { message: { pasidValid: true } } },
  { rule: 'pasid-not-valid', records: ['pcie-flit.ohc-a1', 'pcie-flit.ohc-a4'], field: 'pasid', fires: { pasid: 1 }, but: { message: { pasidValid: true } } },
  { rule: 'pasid-too-wide', records: ['pcie-flit.ohc-a1', 'pcie-flit.ohc-a4'], field: 'pasid', fires: { pasidValid: true, pasid: 2 }, context: pasidWidth(1), but: { message: { pasid: 1 } } },
  { rule: 'segment-not-valid', records: ['pcie-flit.ohc-a4'], field: 'destinationSegment', fires: { destinationSegment: 1 }, but: { message: { destinationSegmentValid: true } } },

  { rule: 'stop-marker', records: FAULTS, field: 'flags', fires: { flags: 3 }, but: { message: { perm: 1 } } },
  { rule: 'stop-marker', records: FAULTS, field: 'flags', fires: { flags: 3 }, but: { message: { flags: 1 } } },
  { rule: 'stop-marker-without-pasid', records: FAULTS, field: 'flags', fires: { flags: 2 }, but: { message: { perm: 2 } } },
  { rule: 'pasid-not-valid', records: FAULTS, field: 'pasid', fires: { pasid: 1, perm: 1 }, but: { message: { flags: 1 } } },
  { rule: 'pasid-above-20-bits', records: FAULTS, field: 'pasid', fires: { pasid: 0x100000, flags: 1 }, but: { message: { pasid: 0xfffff } } },
  { rule: 'pasid-too-wide', records: FAULTS, field: 'pasid', fires: { pasid: 0x10000, flags: 1 }, context: pasidWidth(16), but: { context: pasidWidth(17) } },
  { rule: 'execute-without-read', records: FAULTS, field: 'perm', fires: { perm: 6 }, but: { message: { perm: 7 } } },
  { rule: 'execute-without-read', records: both('linux.fault-event'), field: 'prot', fires: { prot: 4 }, but: { message: { prot: 5 } } },
  { rule: 'linux-flags', records: both('linux.iommufd-pgfault'), field: 'flags', fires: { flags: 5 }, but: { message: { flags: 1 } } },
  { rule: 'object-0', records: both('linux.iommufd-pgfault'), field: 'devId', fires: { devId: 0 }, but: { message: { devId: 1 } } },
  { rule: 'group-above-16-bits', records: both('linux.iommufd-pgfault'), field: 'grpid', fires: { grpid: 0x10000 }, but: { message: { grpid: 0xffff } } },
  { rule: 'stop-marker', records: both('linux.fault-event'), field: 'lastReq', fires: { lastReq: true, pasidValid: true }, but: { message: { prot: 1 } } },
  { rule: 'stop-marker-without-pasid', records: both('linux.fault-event'), field: 'lastReq', fires: { lastReq: true }, but: { message: { pasidValid: true } } },
  { rule: 'pasid-not-valid', records: both('linux.fault-event'), field: 'pasid', fires: { pasid: 1 }, but: { message: { pasidValid: true } } },
  { rule: 'pasid-above-20-bits', records: both('linux.fault-event'), field: 'pasid', fires: { pasid: 0x100000, pasidValid: true }, but: { message: { pasid: 0xfffff } } },
  { rule: 'pasid-too-wide', records: both('linux.fault-event'), field: 'pasid', fires: { pasid: 0x10000, pasidValid: true }, context: pasidWidth(16), but: { message: { pasid: 0xffff } } },
]
