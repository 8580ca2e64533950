import { AMD_COMMAND, AMD_EVENT } from '../neighbours/amd-codes.ts'
import { PLACE } from '../place-names.ts'
import { entriesOf } from './place.ts'
import type { Place } from './place.ts'

/** The queues and logs of the AMD IOMMU. */

const SPEC = 'AMD I/O Virtualization Technology (IOMMU) Specification'
const DWORDS = { word: 4, order: 'little', label: 'dw', size: 16, tells: [[1, 31, 28]] } as const

const COMMANDS = {
  COMPLETION_WAIT: 'amd.completion-wait',
  INVALIDATE_DEVTAB_ENTRY: 'amd.invalidate-devtab-entry',
  INVALIDATE_IOMMU_PAGES: 'amd.invalidate-iommu-pages',
  INVALIDATE_IOTLB_PAGES: 'amd.invalidate-iotlb-pages',
  INVALIDATE_INTERRUPT_TABLE: 'amd.invalidate-interrupt-table',
  PREFETCH_IOMMU_PAGES: 'amd.prefetch-iommu-pages',
  COMPLETE_PPR_REQUEST: 'amd.complete-ppr-request',
  INVALIDATE_IOMMU_ALL: 'amd.invalidate-iommu-all',
} as const

export const commandBuffer = {
  id: 'amd.command-buffer',
  title: PLACE.amdCommandBuffer,
  clause: `${SPEC}, Commands`,
  ...DWORDS,
  zero: 'empty slot',
  entries: entriesOf(AMD_COMMAND, COMMANDS),
} as const satisfies Place

export const commandBufferV1 = {
  ...commandBuffer,
  id: 'amd.command-buffer-v1',
  title: PLACE.amdCommandBufferV1,
  entries: entriesOf(AMD_COMMAND, { ...COMMANDS, INVALIDATE_IOTLB_PAGES: 'amd.invalidate-iotlb-pages-v1' }),
} as const satisfies Place

const UNWRITTEN = 'not yet written, or cleared by Linux after reading'

export const eventLog = {
  id: 'amd.event-log',
  title: PLACE.amdEventLog,
  clause: `${SPEC}, Event log`,
  ...DWORDS,
  zero: UNWRITTEN,
  entries: [
    { name: 'not yet written', code: 0, note: 'the hardware may move the tail before the entry is in memory (erratum 732); Linux waits for the code' },
    ...entriesOf(AMD_EVENT, {
      ILLEGAL_DEV_TABLE_ENTRY: 'amd.event-illegal-dev-table-entry',
      IO_PAGE_FAULT: 'amd.event-io-page-fault',
      DEV_TAB_HARDWARE_ERROR: 'amd.event-dev-tab-hardware-error',
      PAGE_TAB_HARDWARE_ERROR: 'amd.event-page-tab-hardware-error',
      ILLEGAL_COMMAND_ERROR: 'amd.event-illegal-command-error',
      COMMAND_HARDWARE_ERROR: 'amd.event-command-hardware-error',
      IOTLB_INV_TIMEOUT: 'amd.event-iotlb-inv-timeout',
      INVALID_DEVICE_REQUEST: 'amd.event-invalid-device-request',
      INVALID_PPR_REQUEST: 'amd.event-invalid-ppr-request',
      EVENT_COUNTER_ZERO: 'amd.event-counter-zero',
      RMP_PAGE_FAULT: 'amd.event-rmp-page-fault',
      RMP_HARDWARE_ERROR: 'amd.event-rmp-hardware-error',
    }),
  ],
} as const satisfies Place

export const pprLog = {
  id: 'amd.ppr-log',
  title: PLACE.amdPprLog,
  clause: `${SPEC}, PPR log`,
  word: 8, order: 'little', label: 'q', size: 16,
  tells: [[0, 63, 60]],
  zero: UNWRITTEN,
  entries: [
    { name: 'not yet written', code: 0, note: 'the hardware may move the tail before the entry is in memory (erratum 733); Linux waits for the code' },
    { name: 'PAGE_SERVICE_REQUEST', code: 1, id: 'amd.ppr-log' },
  ],
} as const satisfies Place
