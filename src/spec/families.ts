/** What the families of records, the first words of their ids, are called outside the project. */
export const FAMILIES: Readonly<Record<string, string>> = {
  linux: 'Linux structs',
  pcie: 'PCIe TLPs, non-flit mode',
  'pcie-flit': 'PCIe TLPs, flit mode',
  vtd: 'Intel VT-d',
  amd: 'AMD IOMMU',
  smmuv3: 'Arm SMMUv3',
  riscv: 'RISC-V IOMMU',
  config: 'Configuration space',
}

/** The family of a record, by its id. */
export const familyOf = (id: string): string => id.slice(0, id.indexOf('.'))
