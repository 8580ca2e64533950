import { PLACE } from '../place-names.ts'
import * as rules from '../rules/neighbours/amd.ts'
import type { Layout } from '../vocabulary.ts'
import { AMD_COMMAND } from './amd-codes.ts'
import { address, big, fixed, flag, page, uint } from './words.ts'

/** Commands of AMD's command buffer that are not of ATS or PRI, in little-endian DWORDs. */

const command = (name: keyof typeof AMD_COMMAND) => ({
  title: `${name} command`,
  clause: `AMD I/O Virtualization Technology (IOMMU) Specification, ${name}`,
  source: 'NOVA smmu_amd.hpp, FreeBSD sys/x86/iommu/amd_reg.h, VirtualBox include/VBox/iommu-amd.h, QEMU',
  word: 4, order: 'little', label: 'dw', size: 16, place: PLACE.amdCommandBuffer,
  fixed: { opcode: fixed([[1, 31, 28]], AMD_COMMAND[name], `opcode: ${name}`) },
}) as const

const deviceId = uint([[0, 15, 0]], 'DeviceID: Requester ID of the device')
const pages = page([[3, 31, 0], [2, 31, 12]], 'Address[63:12]; with S, its low bits that are 1 give the size of the range')

export const completionWait = {
  id: 'amd.completion-wait',
  ...command('COMPLETION_WAIT'),
  fields: {
    store: flag(0, 0, 'S: write the store data when done'),
    interrupt: flag(0, 1, 'I: interrupt when done'),
    flush: flag(0, 2, 'F: later commands wait'),
    storeAddress: address([[1, 19, 0], [0, 31, 3]], 3, 'store address[51:3]; anything without S'),
    storeData: big([[3, 31, 0], [2, 31, 0]], 'store data; Linux counts up by one'),
  },
  reserved: [[1, 27, 20]],
  rules: rules.completionWait,
} as const satisfies Layout

export const invalidateIommuPages = {
  id: 'amd.invalidate-iommu-pages',
  ...command('INVALIDATE_IOMMU_PAGES'),
  fields: {
    pasid: uint([[0, 19, 0]], 'PASID, only if GN'),
    domainId: uint([[1, 15, 0]], 'DomainID'),
    size: flag(2, 0, 'S: the range is larger than 4 KiB'),
    pageDirectoryEntries: flag(2, 1, 'PDE: cached directory entries too'),
    guest: flag(2, 2, 'GN: the address is a guest address and the PASID is valid'),
    address: pages,
  },
  reserved: [[0, 31, 20], [1, 27, 16], [2, 11, 3]],
  roles: { pasid: 'pasid', pasidValid: 'guest', address: 'address', size: 'size' },
  rules: rules.invalidateIommuPages,
} as const satisfies Layout

export const invalidateDevtabEntry = {
  id: 'amd.invalidate-devtab-entry',
  ...command('INVALIDATE_DEVTAB_ENTRY'),
  fields: { deviceId },
  reserved: [[0, 31, 16], [1, 27, 0], [2, 31, 0], [3, 31, 0]],
  roles: { device: 'deviceId' },
} as const satisfies Layout

export const invalidateInterruptTable = {
  id: 'amd.invalidate-interrupt-table',
  ...command('INVALIDATE_INTERRUPT_TABLE'),
  fields: { deviceId },
  reserved: [[0, 31, 16], [1, 27, 0], [2, 31, 0], [3, 31, 0]],
  roles: { device: 'deviceId' },
} as const satisfies Layout

export const prefetchIommuPages = {
  id: 'amd.prefetch-iommu-pages',
  ...command('PREFETCH_IOMMU_PAGES'),
  fields: {
    deviceId,
    prefetchCount: uint([[0, 31, 24]], 'PFCount: how many translations to fetch'),
    pasid: uint([[1, 19, 0]], 'PASID, only if GN'),
    size: flag(2, 0, 'S: the range is larger than 4 KiB'),
    guest: flag(2, 2, 'GN: the address is a guest address and the PASID is valid'),
    invalidate: flag(2, 4, 'Inval: drop what is cached first'),
    address: pages,
  },
  reserved: [[0, 23, 16], [1, 27, 20], [2, 1, 1], [2, 3, 3], [2, 11, 5]],
  roles: { device: 'deviceId', pasid: 'pasid', pasidValid: 'guest', address: 'address', size: 'size' },
  rules: rules.pasidWithoutGuest,
} as const satisfies Layout

export const invalidateIommuAll = {
  id: 'amd.invalidate-iommu-all',
  ...command('INVALIDATE_IOMMU_ALL'),
  fields: {},
  reserved: [[0, 31, 0], [1, 27, 0], [2, 31, 0], [3, 31, 0]],
} as const satisfies Layout
