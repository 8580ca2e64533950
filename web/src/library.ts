import { layoutOf, neighbours } from '../../src/neighbours/index.ts'
import { records } from '../../src/index.ts'
import type { AnyRecord, Layout } from '../../src/index.ts'

/** Every record of the catalogue and of the neighbours, by its id. */
const byId: ReadonlyMap<string, AnyRecord> = new Map([...records, ...neighbours].map((one) => [one.id, one]))

export const everyRecord: readonly AnyRecord[] = [...byId.values()]

export const isKnown = (id: string): boolean => byId.has(id)

export const recordOf = (id: string): AnyRecord => byId.get(id)!

export { layoutOf }
export type { AnyRecord, Layout }

const FAMILIES: Readonly<Record<string, string>> = {
  linux: 'Linux', pcie: 'PCIe, non-flit', 'pcie-flit': 'PCIe, flit', vtd: 'Intel VT-d', amd: 'AMD IOMMU', smmuv3: 'Arm SMMUv3', riscv: 'RISC-V IOMMU', config: 'Configuration space',
}

export const familyOf = (id: string): string => FAMILIES[id.slice(0, id.indexOf('.'))] ?? ''

/** How a link frames the packets of which a record is a part; undefined for a record of a queue. */
export function modeOf({ place }: Layout): 'flit' | 'non-flit' | undefined {
  return place === 'TLP, flit mode' ? 'flit' : place === 'TLP, non-flit mode' ? 'non-flit' : undefined
}
