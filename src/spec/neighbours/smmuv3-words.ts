import { PLACE } from '../place-names.ts'
import { SMMU_COMMAND } from './smmuv3-codes.ts'
import { fixed } from './words.ts'

/** What every command of the SMMUv3 has. */
export const command = (name: keyof typeof SMMU_COMMAND, clause: string, source = 'Mu SmmuV3Registers.h, Linux drivers/iommu/arm/arm-smmu-v3') => ({
  title: name,
  clause: `Arm IHI 0070, ${clause}, ${name}`,
  source,
  word: 8, order: 'little', label: 'q', size: 16, place: PLACE.smmuCommandQueue,
  fixed: { opcode: fixed([[0, 7, 0]], SMMU_COMMAND[name], `opcode: ${name}`) },
}) as const
