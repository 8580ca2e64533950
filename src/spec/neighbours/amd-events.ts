import { PLACE } from '../place-names.ts'
import * as rules from '../rules/neighbours/amd.ts'
import type { Field, Layout } from '../vocabulary.ts'
import { AMD_EVENT, AMD_EVENT_FLAGS, AMD_HARDWARE_ERROR_TYPE } from './amd-codes.ts'
import { address, big, confirm, fixed, flag, one, uint } from './words.ts'

/** Entries of AMD's event log, in little-endian DWORDs. */

/** What has happened, in a few words, where no flag of the event says more. */
const MEANINGS: Partial<Record<keyof typeof AMD_EVENT, string>> = {
  ILLEGAL_DEV_TABLE_ENTRY: 'its device table entry is not valid',
  DEV_TAB_HARDWARE_ERROR: 'its device table entry cannot be read',
  PAGE_TAB_HARDWARE_ERROR: 'a page table cannot be read',
  ILLEGAL_COMMAND_ERROR: 'the command is not valid, and the IOMMU has stopped',
  COMMAND_HARDWARE_ERROR: 'the command buffer cannot be read, and the IOMMU has stopped',
  IOTLB_INV_TIMEOUT: 'it did not answer an invalidation in time',
  INVALID_DEVICE_REQUEST: 'a request that it may not make',
  INVALID_PPR_REQUEST: 'a page request that it may not make',
  EVENT_COUNTER_ZERO: 'a counter has run over',
}

const event = (name: keyof typeof AMD_EVENT, source = 'VirtualBox include/VBox/iommu-amd.h, FreeBSD sys/x86/iommu/amd_reg.h, Xen, Linux drivers/iommu/amd') => ({
  title: `${name} event`,
  ...(MEANINGS[name] !== undefined && { meaning: MEANINGS[name] }),
  clause: `AMD I/O Virtualization Technology (IOMMU) Specification, ${name}`,
  source,
  word: 4, order: 'little', label: 'dw', size: 16, place: PLACE.amdEventLog,
  fixed: { code: fixed([[1, 31, 28]], AMD_EVENT[name], `event code: ${name}`) },
}) as const

const LINUX = 'Linux drivers/iommu/amd (one source)'

const deviceId = uint([[0, 15, 0]], 'DeviceID: Requester ID of the device')
const guest = flag(1, 16, 'GN: guest address, the PASID is valid; 0 nested or host address')
const interrupt = flag(1, 19, 'I: interrupt request; 0 memory request')
const write = flag(1, 21, 'RW: write; 0 read; means nothing if I or TR')
const translation = flag(1, 24, 'TR: translation request (ATS); 0 transaction')
const hardwareErrorType = uint([[1, 26, 25]], 'Type', { codes: AMD_HARDWARE_ERROR_TYPE, ...one })
const whole = (doc: string, more?: Partial<Field>) => big([[3, 31, 0], [2, 31, 0]], doc, { unit: 'byte address', ...more })

export const illegalDevTableEntry = {
  id: 'amd.event-illegal-dev-table-entry',
  ...event('ILLEGAL_DEV_TABLE_ENTRY'),
  fields: {
    deviceId,
    pasid: uint([[0, 19, 16], [1, 15, 0]], 'PASID, if GN'),
    vnr: flag(0, 27, 'VNR: of a virtual IOMMU', { optional: true, ...one }),
    vEvent: flag(0, 29, 'vEvent: of a virtual IOMMU', { optional: true, ...one }),
    vPtr: flag(0, 30, 'vPtr: of a virtual IOMMU', { optional: true, ...one }),
    vCmd: flag(0, 31, 'vCmd: of a virtual IOMMU', { optional: true, ...one }),
    guest,
    interrupt,
    write,
    reservedBitsSet: flag(1, 23, 'RZ: 1 a reserved bit is set in the device table entry; 0 bad encoding'),
    translation,
    addressLow: uint([[2, 1, 0]], 'reserved in FreeBSD, low bits of the address in VirtualBox and Linux', { optional: true, ...one }),
    address: address([[3, 31, 0], [2, 31, 2]], 2, 'Address[63:2]: device virtual address'),
  },
  reserved: [[0, 26, 20], [0, 28, 28], [1, 18, 17], [1, 20, 20], [1, 22, 22], [1, 27, 25]],
  roles: { device: 'deviceId', pasid: 'pasid', pasidValid: 'guest', address: 'address', write: 'write' },
  rules: rules.illegalDevTableEntry,
} as const satisfies Layout

export const ioPageFault = {
  id: 'amd.event-io-page-fault',
  ...event('IO_PAGE_FAULT'),
  fields: {
    deviceId,
    pasidHigh: uint([[0, 19, 16]], 'PASID[19:16], if GN'),
    domainIdOrPasidLow: uint([[1, 15, 0]], 'PASID[15:0] if GN, else DomainID; Linux prints either as domain'),
    guest,
    noExecute: flag(1, 17, 'NX: execute was requested'),
    user: flag(1, 18, 'US: user; 0 supervisor'),
    interrupt,
    present: flag(1, 20, 'PR: the page was present, and its permissions forbid it; 0 not present'),
    write,
    permission: flag(1, 22, 'PE: permission missing'),
    reservedBitsSet: flag(1, 23, 'RZ: 1 a reserved bit is set in a table entry; 0 bad level encoding'),
    translation,
    address: whole('device virtual address; its low 12 bits may be set'),
  },
  reserved: [[0, 31, 20, '[31:27] are of a virtual IOMMU in FreeBSD'], [1, 27, 25]],
  roles: { device: 'deviceId', address: 'address', write: 'write', privileged: { not: 'user' } },
  rules: rules.ioPageFault,
} as const satisfies Layout

export const devTabHardwareError = {
  id: 'amd.event-dev-tab-hardware-error',
  ...event('DEV_TAB_HARDWARE_ERROR'),
  fields: { deviceId, interrupt, write, translation, type: hardwareErrorType, address: whole('system physical address of the device table entry') },
  reserved: [[0, 31, 16], [1, 18, 0], [1, 20, 20], [1, 23, 22], [1, 27, 27]],
  roles: { device: 'deviceId', address: 'address', write: 'write' },
  rules: rules.hardwareError,
} as const satisfies Layout

export const pageTabHardwareError = {
  id: 'amd.event-page-tab-hardware-error',
  ...event('PAGE_TAB_HARDWARE_ERROR'),
  fields: {
    deviceId,
    pasidHigh: uint([[0, 19, 16]], 'PASID[19:16], if GN; reserved in VirtualBox', one),
    domainIdOrPasidLow: uint([[1, 15, 0]], 'PASID[15:0] if GN, else DomainID'),
    guest,
    interrupt,
    write,
    translation,
    type: hardwareErrorType,
    address: whole('physical address of the table entry; whether its low 3 or 4 bits are reserved is open'),
  },
  reserved: [[0, 31, 20], [1, 18, 17], [1, 20, 20], [1, 23, 22], [1, 27, 27]],
  roles: { device: 'deviceId', address: 'address', write: 'write' },
  rules: [rules.hardwareError, rules.domainOrPasid],
} as const satisfies Layout

export const illegalCommandError = {
  id: 'amd.event-illegal-command-error',
  ...event('ILLEGAL_COMMAND_ERROR'),
  fields: { address: whole('physical address of the command, a multiple of 16') },
  reserved: [[0, 31, 0], [1, 27, 0]],
  roles: { address: 'address' },
  rules: rules.commandAddress,
} as const satisfies Layout

export const commandHardwareError = {
  id: 'amd.event-command-hardware-error',
  ...event('COMMAND_HARDWARE_ERROR'),
  fields: { type: hardwareErrorType, address: whole('physical address of the access that was tried') },
  reserved: [[0, 31, 0], [1, 24, 0], [1, 27, 27]],
  roles: { address: 'address' },
} as const satisfies Layout

export const iotlbInvTimeout = {
  id: 'amd.event-iotlb-inv-timeout',
  ...event('IOTLB_INV_TIMEOUT'),
  fields: {
    deviceId: { ...deviceId, doc: 'DeviceID: Requester ID of the device that did not answer' },
    commandAddress: address([[3, 31, 0], [2, 31, 4]], 4, 'Address[63:4]: physical address of the INVALIDATE_IOTLB_PAGES command in the command buffer'),
  },
  reserved: [[0, 31, 16], [1, 27, 0], [2, 3, 0]],
  roles: { device: 'deviceId' },
  rules: rules.commandAddress,
} as const satisfies Layout

export const invalidDeviceRequest = {
  id: 'amd.event-invalid-device-request',
  ...event('INVALID_DEVICE_REQUEST'),
  fields: {
    deviceId,
    pasid: uint([[0, 19, 16], [1, 15, 0]], 'PASID, if GN'),
    guest: { ...guest, ...one },
    user: flag(1, 17, 'US: user, where other events have NX', one),
    translation: { ...translation, ...one },
    type: uint([[1, 27, 25]], 'Type: what was invalid; its numbers depend on TR', confirm),
    address: whole('address of the request'),
  },
  reserved: [[0, 31, 20], [1, 23, 18]],
  roles: { device: 'deviceId', pasid: 'pasid', pasidValid: 'guest', address: 'address', privileged: { not: 'user' } },
  rules: rules.invalidDeviceRequest,
} as const satisfies Layout

/** In the PPR log's split of the PASID, in QWORDs. */
export const invalidPprRequest = {
  id: 'amd.event-invalid-ppr-request',
  ...event('INVALID_PPR_REQUEST', `Linux commit ec21f17a9437, ${LINUX}`),
  word: 8,
  label: 'q',
  fields: {
    deviceId: uint([[0, 15, 0]], 'DeviceID: Requester ID of the device'),
    pasid: uint([[0, 45, 42], [0, 31, 16]], 'PASID', one),
    prgIndex: uint([[0, 40, 32]], 'page request group index: the low 9 bits of the tag', one),
    last: flag(0, 41, 'last request of its group: bit 9 of the tag', one),
    flags: uint([[0, 59, 48]], 'flags of the event; those of the PPR log, and since Linux 7.1 0x001 RX and 0x200 GN', confirm),
    address: big([[1, 63, 0]], 'address of the request', { unit: 'byte address', ...one }),
  },
  fixed: { code: fixed([[0, 63, 60]], AMD_EVENT.INVALID_PPR_REQUEST, 'event code: INVALID_PPR_REQUEST') },
  reserved: [[0, 47, 46]],
  roles: { device: 'deviceId', pasid: 'pasid', group: 'prgIndex', address: 'address', last: 'last' },
  rules: rules.invalidPprRequest,
} as const satisfies Layout

export const eventCounterZero = {
  id: 'amd.event-counter-zero',
  ...event('EVENT_COUNTER_ZERO', 'VirtualBox include/VBox/iommu-amd.h (one source)'),
  fields: { counterNote: big([[2, 19, 0], [3, 31, 0]], 'CounterNote; its high 20 bits are in dw2', one) },
  reserved: [[0, 31, 0], [1, 27, 0], [2, 31, 20]],
} as const satisfies Layout

const rmp = {
  deviceId: { ...deviceId, ...one },
  vmgTag: uint([[1, 15, 0]], 'VMG tag', one),
  flags: uint([[1, 27, 16]], 'flags', { masks: AMD_EVENT_FLAGS, ...one }),
} as const satisfies Record<string, Field>

export const rmpPageFault = {
  id: 'amd.event-rmp-page-fault',
  ...event('RMP_PAGE_FAULT', LINUX),
  fields: { ...rmp, rmpFlags: uint([[0, 23, 16]], 'flags_rmp', one), address: whole('GPA: guest physical address', one) },
  reserved: [[0, 31, 24]],
  roles: { device: 'deviceId', address: 'address' },
} as const satisfies Layout

export const rmpHardwareError = {
  id: 'amd.event-rmp-hardware-error',
  ...event('RMP_HARDWARE_ERROR', LINUX),
  fields: { ...rmp, address: address([[3, 31, 0], [2, 31, 3]], 3, 'SPA[63:3]: system physical address', one) },
  reserved: [[0, 31, 16], [2, 2, 0]],
  roles: { device: 'deviceId', address: 'address' },
} as const satisfies Layout
