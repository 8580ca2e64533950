import { PLACE } from '../place-names.ts'
import * as rules from '../rules/neighbours/aer.ts'
import type { Field, Layout } from '../vocabulary.ts'
import { AER_CORRECTABLE, AER_UNCORRECTABLE, CPER_PCIE_VALID } from './aer-codes.ts'
import { fixed, flag, uint } from './words.ts'

/** Where header logs stand: the AER capability, the RP PIO log of DPC, and the PCI Express section of a CPER record. */

const DWORDS = { word: 4, order: 'little', label: '+' } as const
const SOURCE = 'Linux include/uapi/linux/pci_regs.h, pciutils'

const header = (word: number) => ({
  version: uint([[word, 19, 16]], 'version of the capability'),
  next: uint([[word, 31, 20]], 'offset of the next capability in configuration space; 0 ends the list', { unit: 'byte offset' }),
}) as const satisfies Record<string, Field>

/** Consecutive DWs; of a log, bits [31:24] of each are the byte that was first on the wire. */
const log = <const N extends string>(names: readonly N[], word: number, doc: string): Record<N, Field & { readonly as: 'uint' }> =>
  Object.fromEntries(names.map((name, i) => [name, uint([[word + i, 31, 0]], `${doc}, DW ${i + 1}`)])) as Record<N, Field & { readonly as: 'uint' }>

const HEADER_LOG = ['headerLog1', 'headerLog2', 'headerLog3', 'headerLog4'] as const
const PREFIX_LOG = ['prefixLog1', 'prefixLog2', 'prefixLog3', 'prefixLog4'] as const
const FLIT_HEADER_LOG = ['headerLog9', 'headerLog10', 'headerLog11', 'headerLog12', 'headerLog13', 'headerLog14'] as const
const CAPABILITY = [
  'capability0', 'capability4', 'capability8', 'capability12', 'capability16', 'capability20', 'capability24', 'capability28',
  'capability32', 'capability36', 'capability40', 'capability44', 'capability48', 'capability52', 'capability56',
] as const

/** The registers behind the header of the capability that begins at `word`. */
const registers = (word: number) => ({
  uncorrectableStatus: uint([[word + 1, 31, 0]], 'Uncorrectable Error Status', { masks: AER_UNCORRECTABLE }),
  uncorrectableMask: uint([[word + 2, 31, 0]], 'Uncorrectable Error Mask', { masks: AER_UNCORRECTABLE }),
  uncorrectableSeverity: uint([[word + 3, 31, 0]], 'Uncorrectable Error Severity: 1 fatal', { masks: AER_UNCORRECTABLE }),
  correctableStatus: uint([[word + 4, 31, 0]], 'Correctable Error Status', { masks: AER_CORRECTABLE }),
  correctableMask: uint([[word + 5, 31, 0]], 'Correctable Error Mask', { masks: AER_CORRECTABLE }),
  firstErrorPointer: uint([[word + 6, 4, 0]], 'First Error Pointer: the bit of the error to which the header belongs'),
  ecrcGenerationCapable: flag(word + 6, 5, 'ECRC Generation Capable'),
  ecrcGenerationEnable: flag(word + 6, 6, 'ECRC Generation Enable'),
  ecrcCheckCapable: flag(word + 6, 7, 'ECRC Check Capable'),
  ecrcCheckEnable: flag(word + 6, 8, 'ECRC Check Enable'),
  multipleHeaderCapable: flag(word + 6, 9, 'Multiple Header Recording Capable'),
  multipleHeaderEnable: flag(word + 6, 10, 'Multiple Header Recording Enable'),
  prefixLogPresent: flag(word + 6, 11, 'TLP Prefix Log Present'),
  completionTimeoutLogCapable: flag(word + 6, 12, 'Completion Timeout Prefix/Header Log Capable'),
  loggedInFlitMode: flag(word + 6, 18, 'Logged in Flit Mode'),
  loggedSize: uint([[word + 6, 23, 19]], 'Logged TLP Size, in flit mode', { unit: 'DW' }),
  ...log(HEADER_LOG, word + 7, 'Header Log'),
  rootCommand: uint([[word + 11, 31, 0]], 'Root Error Command, of root ports and event collectors'),
  rootStatus: uint([[word + 12, 31, 0]], 'Root Error Status, of root ports and event collectors'),
  correctableSource: uint([[word + 13, 15, 0]], 'Requester ID of the function that sent ERR_COR'),
  uncorrectableSource: uint([[word + 13, 31, 16]], 'Requester ID of the function that sent ERR_NONFATAL or ERR_FATAL'),
  ...log(PREFIX_LOG, word + 14, 'TLP Prefix Log, in flit mode header DW 5 to 8'),
  ...log(FLIT_HEADER_LOG, word + 18, 'header DW 9 to 14 of flit mode'),
}) as const satisfies Record<string, Field>

const reservedControl = (word: number) => [[word + 6, 17, 13], [word + 6, 31, 24]] as const

export const aerCapability = {
  id: 'config.aer-capability',
  title: 'Advanced Error Reporting capability',
  clause: 'PCIe Base Specification, 7.8.4, Advanced Error Reporting Extended Capability',
  source: SOURCE,
  ...DWORDS,
  size: 96,
  place: PLACE.extendedCapabilities,
  fields: { ...header(0), ...registers(0) },
  fixed: { id: fixed([[0, 15, 0]], 0x0001, 'Extended Capability ID') },
  reserved: reservedControl(0),
  rules: rules.aerCapability,
} as const satisfies Layout

export const dpcRpPioLog = {
  id: 'config.dpc-rp-pio-log',
  title: 'RP PIO log of Downstream Port Containment, from offset 0x20 of the capability',
  clause: 'PCIe Base Specification, 7.9.14, RP PIO Header Log and TLP Prefix Log',
  source: SOURCE,
  ...DWORDS,
  size: 36,
  fields: {
    ...log(HEADER_LOG, 0, 'RP PIO Header Log'),
    implementationSpecific: uint([[4, 31, 0]], 'implementation specific: no part of the header'),
    ...log(PREFIX_LOG, 5, 'RP PIO TLP Prefix Log, in flit mode more header'),
  },
} as const satisfies Layout

export const cperPcieSection = {
  id: 'config.cper-pcie-section',
  title: 'PCI Express section of a Common Platform Error Record',
  clause: 'UEFI Specification, Common Platform Error Record, PCI Express Error Section',
  source: 'Linux include/linux/cper.h, UEFI (names)',
  ...DWORDS,
  size: 208,
  fields: {
    validation: uint([[0, 31, 0]], 'validation bits: which of the fields are valid', { masks: CPER_PCIE_VALID }),
    portType: uint([[2, 31, 0]], 'port type, in the numbers of the PCI Express capability'),
    versionMinor: uint([[3, 7, 0]], 'version, minor'),
    versionMajor: uint([[3, 15, 8]], 'version, major'),
    command: uint([[4, 15, 0]], 'Command register'),
    status: uint([[4, 31, 16]], 'Status register'),
    vendorId: uint([[6, 15, 0]], 'Vendor ID'),
    deviceId: uint([[6, 31, 16]], 'Device ID'),
    classCode: uint([[7, 23, 0]], 'class code'),
    functionNumber: uint([[7, 31, 24]], 'function number'),
    deviceNumber: uint([[8, 7, 0]], 'device number'),
    segment: uint([[8, 23, 8]], 'segment'),
    bus: uint([[8, 31, 24]], 'bus'),
    secondaryBus: uint([[9, 7, 0]], 'secondary bus, of a bridge'),
    slot: uint([[9, 23, 11]], 'slot number'),
    serialLow: uint([[10, 31, 0]], 'serial number, low'),
    serialHigh: uint([[11, 31, 0]], 'serial number, high'),
    bridgeSecondaryStatus: uint([[12, 15, 0]], 'secondary status, of a bridge'),
    bridgeControl: uint([[12, 31, 16]], 'bridge control'),
    ...log(CAPABILITY, 13, 'PCI Express capability'),
    aerId: uint([[28, 15, 0]], 'Extended Capability ID of the AER capability'),
    ...header(28),
    ...registers(28),
  },
  reserved: [[1, 31, 0, 'validation bits above 31: none is defined'], [3, 31, 16], [5, 31, 0], [9, 10, 8], [9, 31, 24], ...reservedControl(28)],
  rules: rules.cperPcieSection,
} as const satisfies Layout
