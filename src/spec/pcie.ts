import * as rules from './rules/pcie.ts'
import {
  pageRequestBody, pageRequestRoles, PRG_RESPONSE_RESERVED, prgResponseBody, prgResponseRoles, stopMarkerBody, stopMarkerRoles, stopMarkerShape,
} from './tlp-bodies.ts'
import { common, DWORDS, message, RESERVED_IN_DW0 } from './tlp-header.ts'
import type { Layout } from './vocabulary.ts'

export * from './pcie-ats.ts'

/** The messages of page requests and page responses in non-flit mode, and the prefix that goes before them. */

export const pageRequest = {
  id: 'pcie.page-request',
  title: 'Page Request Message',
  clause: 'PCIe Base Specification, 10.4.1',
  source: 'RISC-V IOMMU reference model, Whisper, OFS/opae-sim, Linux, Intel Simics\' public header',
  ...DWORDS,
  size: 16,
  fields: { ...common, ...pageRequestBody },
  fixed: message(0, 4),
  reserved: RESERVED_IN_DW0,
  roles: pageRequestRoles,
  carries: { what: 'page request', permissionsWithPasid: true, answer: { group: 'pcie.prg-response' } },
  rules: rules.pageRequest,
} as const satisfies Layout

export const stopMarker = {
  id: 'pcie.stop-marker',
  title: 'Stop Marker Message',
  clause: 'PCIe Base Specification, 10.4.1.2.1',
  source: 'RISC-V IOMMU specification, Arm IHI 0070 (the shape); Marker Type and the reserved bits are unconfirmed',
  ...DWORDS,
  size: 16,
  refines: 'pcie.page-request',
  fields: { ...common, ...stopMarkerBody },
  fixed: { ...message(0, 4), ...stopMarkerShape },
  reserved: RESERVED_IN_DW0,
  roles: stopMarkerRoles,
  carries: { what: 'page request', unlike: 'stop marker', permissionsWithPasid: true },
  rules: rules.stopMarker,
} as const satisfies Layout

export const prgResponse = {
  id: 'pcie.prg-response',
  title: 'PRG Response Message',
  clause: 'PCIe Base Specification, 10.4.2',
  source: 'RISC-V IOMMU reference model, Whisper, OFS/opae-sim, Efinix controller guide, Intel Simics\' public header',
  ...DWORDS,
  size: 16,
  fields: { ...common, ...prgResponseBody },
  fixed: message(2, 5),
  reserved: [...RESERVED_IN_DW0, ...PRG_RESPONSE_RESERVED],
  roles: prgResponseRoles,
  carries: { what: 'page response', codes: 'PCIe' },
  rules: rules.prgResponse,
} as const satisfies Layout

export const pasidPrefix = {
  id: 'pcie.pasid-prefix',
  title: 'PASID TLP Prefix',
  clause: 'PCIe Base Specification, 6.20.2',
  source: 'OFS/ofs-fim-common, Linux, RISC-V IOMMU reference model; PMR and ER by the Base Specification',
  ...DWORDS,
  size: 4,
  fields: {
    privilegedModeRequested: { at: [[0, 23, 23]], as: 'flag', doc: 'PMR: Privileged Mode Requested; meaningful on requests only' },
    executeRequested: { at: [[0, 22, 22]], as: 'flag', doc: 'ER: Execute Requested; meaningful on requests only' },
    pasid: { at: [[0, 19, 0]], as: 'uint', doc: 'PASID: process address space ID' },
  },
  fixed: {
    fmt: { at: [[0, 31, 29]], value: 4, doc: 'Fmt: TLP prefix' },
    type: { at: [[0, 28, 24]], value: 0x11, doc: 'Type: end-to-end prefix, PASID' },
  },
  reserved: [[0, 21, 20, 'two public designs put PMR and ER at bits 21:20 or 22:21']],
  roles: { pasid: 'pasid', execute: 'executeRequested', privileged: 'privilegedModeRequested' },
  rules: rules.pasidPrefix,
} as const satisfies Layout
