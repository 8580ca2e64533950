import { systemV } from './abi.ts'
import { IOMMU_VEVENTQ_FLAGS } from './codes.ts'
import * as rules from './rules/linux.ts'
import type { CStruct } from './vocabulary.ts'

/** The structs in which iommufd gives a guest its SMMU. */

export const iommufdVeventHeader = {
  id: 'linux.iommufd-vevent-header',
  title: 'Header of an event read from an iommufd virtual event queue',
  clause: 'include/uapi/linux/iommufd.h, Linux 6.15 and later',
  source: 'Linux 6.15 to 7.0',
  struct: 'iommufd_vevent_header',
  size: 8,
  members: {
    flags: { c: 'flags', type: 'u32', masks: IOMMU_VEVENTQ_FLAGS, doc: 'LOST_EVENTS: events were lost, and no data follow this header' },
    sequence: { c: 'sequence', type: 'u32', doc: 'counts events from 0 to 0x7fffffff and begins again at 0; a step of more than 1 means lost events' },
  },
  rules: rules.iommufdVeventHeader,
} as const satisfies CStruct

export const iommuVeventArmSmmuv3 = {
  id: 'linux.iommu-vevent-arm-smmuv3',
  title: 'SMMUv3 event read from an iommufd virtual event queue',
  clause: 'include/uapi/linux/iommufd.h, Linux 6.15 and later',
  source: 'Linux 6.15 to 7.0',
  struct: 'iommu_vevent_arm_smmuv3',
  size: 32,
  order: 'little',
  members: {
    evt0: { c: 'evt[0]', type: 'u64', doc: 'q0 of the event record; its StreamID is the virtual one of the guest' },
    evt1: { c: 'evt[1]', type: 'u64', doc: 'q1 of the event record' },
    evt2: { c: 'evt[2]', type: 'u64', doc: 'q2 of the event record' },
    evt3: { c: 'evt[3]', type: 'u64', doc: 'q3 of the event record' },
  },
  rules: rules.iommuVeventArmSmmuv3,
} as const satisfies CStruct

export const iommuViommuArmSmmuv3Invalidate = {
  id: 'linux.iommu-viommu-arm-smmuv3-invalidate',
  title: 'SMMUv3 command that iommufd runs for a guest',
  clause: 'include/uapi/linux/iommufd.h, Linux 6.13 and later',
  source: 'Linux 6.13 to 7.0',
  struct: 'iommu_viommu_arm_smmuv3_invalidate',
  size: 16,
  order: 'little',
  members: {
    cmd0: { c: 'cmd[0]', type: 'u64', doc: 'q0 of the command; its StreamID is the virtual one of the guest, and the kernel sets the VMID' },
    cmd1: { c: 'cmd[1]', type: 'u64', doc: 'q1 of the command' },
  },
  rules: rules.iommuViommuArmSmmuv3Invalidate,
} as const satisfies CStruct

export const iommufdVeventHeaderLe = /* @__PURE__ */ systemV(iommufdVeventHeader, 'little')
export const iommufdVeventHeaderBe = /* @__PURE__ */ systemV(iommufdVeventHeader, 'big')
export const iommuVeventArmSmmuv3Le = /* @__PURE__ */ systemV(iommuVeventArmSmmuv3, 'little')
export const iommuVeventArmSmmuv3Be = /* @__PURE__ */ systemV(iommuVeventArmSmmuv3, 'big')
export const iommuViommuArmSmmuv3InvalidateLe = /* @__PURE__ */ systemV(iommuViommuArmSmmuv3Invalidate, 'little')
export const iommuViommuArmSmmuv3InvalidateBe = /* @__PURE__ */ systemV(iommuViommuArmSmmuv3Invalidate, 'big')
