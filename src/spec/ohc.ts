import { COMPLETION_STATUS } from './codes.ts'
import type { Roles } from './roles.ts'
import * as rules from './rules/pcie-flit.ts'
import { FLIT_DWORDS } from './tlp-header.ts'
import type { Field, Layout } from './vocabulary.ts'

/**
 * Orthogonal Header Content: the words that follow the header base of a TLP in flit mode. A word does not say what it
 * is; which OHC-A it is follows from type, routing and message code: see `ohcA`.
 */

const { word, order, label } = FLIT_DWORDS

const OHC = {
  word, order, label,
  clause: 'PCIe Base Specification 6.x, Orthogonal Header Content',
  size: 4,
} as const

const byteEnables = {
  lastBe: { at: [[0, 7, 4]], as: 'uint', optional: true, doc: 'Last DW BE' },
  firstBe: { at: [[0, 3, 0]], as: 'uint', optional: true, doc: 'First DW BE' },
} as const satisfies Record<string, Field>

const destinationSegment = { at: [[0, 31, 24]], as: 'uint', confidence: 'one source', doc: 'Destination Segment, if DSV' } as const satisfies Field
const destinationSegmentValid = { at: [[0, 15, 15]], as: 'flag', confidence: 'one source', doc: 'DSV: Destination Segment is valid' } as const satisfies Field

const destinationRoles = { segment: 'destinationSegment', segmentValid: 'destinationSegmentValid' } as const satisfies Roles

export const ohcA1 = {
  id: 'pcie-flit.ohc-a1',
  title: 'OHC-A1: PASID and byte enables of a memory request, PASID of a Page Request',
  source: 'published notes on PCIe 6.x headers, RISC-V IOMMU specification',
  ...OHC,
  fields: {
    noWrite: { at: [[0, 31, 31]], as: 'flag', optional: true, doc: 'NW: No Write; reserved except in a Translation Request' },
    pasidValid: { at: [[0, 30, 30]], as: 'flag', doc: 'PV: the packet has a PASID' },
    privilegedModeRequested: { at: [[0, 29, 29]], as: 'flag', doc: 'PMR: Privileged Mode Requested; reserved except in Translation and Page Requests' },
    executeRequested: { at: [[0, 28, 28]], as: 'flag', doc: 'ER: Execute Requested; reserved except in Translation and Page Requests' },
    pasid: { at: [[0, 27, 8]], as: 'uint', doc: 'PASID, if PV; 0 without' },
    ...byteEnables,
  },
  roles: { pasid: 'pasid', pasidValid: 'pasidValid', execute: 'executeRequested', privileged: 'privilegedModeRequested', noWrite: 'noWrite' },
  rules: rules.ohcA1,
} as const satisfies Layout

export const ohcA2 = {
  id: 'pcie-flit.ohc-a2',
  title: 'OHC-A2: byte enables of an I/O request',
  source: 'published notes on PCIe 6.x headers (one source)',
  ...OHC,
  fields: byteEnables,
  reserved: [[0, 31, 8]],
} as const satisfies Layout

export const ohcA3 = {
  id: 'pcie-flit.ohc-a3',
  title: 'OHC-A3: destination segment and byte enables of a configuration request',
  source: 'published notes on PCIe 6.x headers (one source)',
  ...OHC,
  fields: { destinationSegment, destinationSegmentValid, ...byteEnables },
  reserved: [[0, 23, 16], [0, 14, 8]],
  roles: destinationRoles,
} as const satisfies Layout

export const ohcA4 = {
  id: 'pcie-flit.ohc-a4',
  title: 'OHC-A4: destination segment and PASID of a message routed by ID',
  source: 'published notes on PCIe 6.x headers (one source); RISC-V IOMMU specification models the same segment',
  ...OHC,
  fields: {
    destinationSegment,
    destinationSegmentValid,
    pasidValid: { at: [[0, 14, 14]], as: 'flag', confidence: 'one source', doc: 'PV: the packet has a PASID' },
    pasid: { at: [[0, 11, 8], [0, 23, 16], [0, 7, 0]], as: 'uint', confidence: 'one source', doc: 'PASID, if PV; 0 without' },
  },
  reserved: [[0, 13, 12]],
  roles: { ...destinationRoles, pasid: 'pasid', pasidValid: 'pasidValid' },
  rules: rules.ohcA4,
} as const satisfies Layout

export const ohcA5 = {
  id: 'pcie-flit.ohc-a5',
  title: 'OHC-A5: segments and status of a completion',
  source: 'published notes on PCIe 6.x headers (one source)',
  ...OHC,
  fields: {
    destinationSegment,
    completerSegment: { at: [[0, 23, 16]], as: 'uint', confidence: 'one source', doc: 'Completer Segment' },
    destinationSegmentValid,
    lowerAddress1to0: { at: [[0, 4, 3]], as: 'uint', confidence: 'one source', doc: 'Lower Address[1:0]; 0 in a completion without OHC-A5' },
    status: { at: [[0, 2, 0]], as: 'uint', codes: COMPLETION_STATUS, confidence: 'one source', doc: 'Completion Status; Successful Completion without OHC-A5' },
  },
  reserved: [[0, 14, 8], [0, 7, 5]],
  roles: { ...destinationRoles, status: 'status' },
} as const satisfies Layout

export const ohcB = {
  id: 'pcie-flit.ohc-b',
  title: 'OHC-B: processing hints and memory attributes',
  source: 'published notes on PCIe 6.x headers (one source)',
  ...OHC,
  fields: {
    steeringTag: { at: [[0, 23, 8]], as: 'uint', confidence: 'one source', doc: 'ST[15:0]: steering tag' },
    processingHint: { at: [[0, 7, 6]], as: 'uint', confidence: 'one source', doc: 'PH[1:0]: processing hint' },
    hintValid: { at: [[0, 5, 4]], as: 'uint', confidence: 'one source', doc: 'HV[1:0]: which of the hints are valid' },
    memoryAttributes: { at: [[0, 3, 1]], as: 'uint', confidence: 'one source', doc: 'AMA[2:0]: ATS memory attributes, if AV' },
    memoryAttributesValid: { at: [[0, 0, 0]], as: 'flag', confidence: 'one source', doc: 'AV: AMA is valid' },
  },
  reserved: [[0, 31, 24]],
} as const satisfies Layout

export const ohcC = {
  id: 'pcie-flit.ohc-c',
  title: 'OHC-C: requester segment and IDE',
  source: 'published notes on PCIe 6.x headers (one source)',
  ...OHC,
  fields: {
    requesterSegment: { at: [[0, 31, 24]], as: 'uint', confidence: 'one source', doc: 'Requester Segment' },
    prSent: { at: [[0, 23, 16]], as: 'uint', optional: true, confidence: 'one source', doc: 'PR-sent counter of IDE' },
    streamId: { at: [[0, 15, 8]], as: 'uint', optional: true, confidence: 'one source', doc: 'Stream ID of IDE' },
    subStream: { at: [[0, 7, 4]], as: 'uint', optional: true, confidence: 'confirm', doc: 'sub-stream of IDE, held to be 4 bits wide; 3 are possible' },
    keySet: { at: [[0, 1, 1]], as: 'flag', optional: true, confidence: 'one source', doc: 'K: Key Set of IDE' },
    trusted: { at: [[0, 0, 0]], as: 'flag', optional: true, confidence: 'one source', doc: 'T: Trusted, of IDE' },
  },
  reserved: [[0, 3, 2]],
  roles: { segment: 'requesterSegment' },
} as const satisfies Layout
