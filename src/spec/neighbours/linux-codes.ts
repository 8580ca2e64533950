/** Numbers of Linux's and iommufd's structs beside page requests and responses. */

/** Flags of `struct iommu_hwpt_vtd_s1_invalidate`. */
export const IOMMU_VTD_INV_FLAGS = { IOMMU_VTD_INV_FLAGS_LEAF: 1 } as const

/** Types of a virtual event queue; 0 is reserved, and the file has no type in it. */
export const IOMMU_VEVENTQ_TYPE = { IOMMU_VEVENTQ_TYPE_DEFAULT: 0, IOMMU_VEVENTQ_TYPE_ARM_SMMUV3: 1, IOMMU_VEVENTQ_TYPE_TEGRA241_CMDQV: 2 } as const

/** Types of the data of `IOMMU_HWPT_INVALIDATE`. */
export const IOMMU_HWPT_INVALIDATE_DATA = { IOMMU_HWPT_INVALIDATE_DATA_VTD_S1: 0, IOMMU_VIOMMU_INVALIDATE_DATA_ARM_SMMUV3: 1 } as const
