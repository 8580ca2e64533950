import { systemV } from '../abi.ts'
import * as rules from '../rules/neighbours/linux.ts'
import type { CStruct, Layout } from '../vocabulary.ts'
import { IOMMU_VTD_INV_FLAGS } from './linux-codes.ts'
import { big } from './words.ts'

/** Structs of Linux and iommufd that stand beside page requests and page responses. The kernel's headers are the definition. */

const UAPI = 'include/uapi/linux/iommufd.h'

const hwptVtdS1Invalidate = {
  id: 'linux.hwpt-vtd-s1-invalidate',
  title: 'Invalidation of a VT-d first-stage table by iommufd',
  clause: `${UAPI}, Linux 6.8`,
  source: 'Linux 7.0',
  struct: 'iommu_hwpt_vtd_s1_invalidate',
  size: 24,
  members: {
    addr: { c: 'addr', type: 'u64', doc: 'first address, a multiple of 4096', unit: 'byte address' },
    npages: { c: 'npages', type: 'u64', doc: 'number of pages; all ones with addr 0 is everything', unit: '4 KiB' },
    flags: { c: 'flags', type: 'u32', masks: IOMMU_VTD_INV_FLAGS, doc: 'the last level alone' },
    reserved0: { c: '__reserved', type: 'u32', padding: true, doc: '0' },
  },
  roles: { address: 'addr' },
  rules: rules.hwptVtdS1Invalidate,
} as const satisfies CStruct

/** Data of a virtual event of TEGRA241_CMDQV, after its header: little-endian whatever the host is. */
export const veventTegra241Cmdqv = {
  id: 'linux.vevent-tegra241-cmdqv',
  title: 'Virtual event of TEGRA241_CMDQV',
  clause: `${UAPI}, struct iommu_vevent_tegra241_cmdqv`,
  source: 'Linux 7.0',
  word: 8, order: 'little', label: 'q', size: 16,
  fields: {
    errorMap0: big([[0, 63, 0]], 'lvcmdq_err_map[0]: a bit for each logical command queue 0 to 63 that has an error'),
    errorMap1: big([[1, 63, 0]], 'lvcmdq_err_map[1]: a bit for each logical command queue 64 to 127 that has an error'),
  },
} as const satisfies Layout

export const hwptVtdS1InvalidateLe = systemV(hwptVtdS1Invalidate, 'little')
export const hwptVtdS1InvalidateBe = systemV(hwptVtdS1Invalidate, 'big')
