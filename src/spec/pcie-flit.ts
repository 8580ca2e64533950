import { PASID_BESIDE } from './roles.ts'
import * as nonFlit from './rules/pcie.ts'
import * as rules from './rules/pcie-flit.ts'
import {
  INVALIDATE_COMPLETION_RESERVED, invalidateCompletionBody, invalidateCompletionRoles, invalidateRequestBody, invalidateRequestHeader, invalidateRequestRoles,
  pageRequestBody, pageRequestRoles, PRG_RESPONSE_RESERVED, prgResponseBody, prgResponseRoles, rangeRoles,
  stopMarkerBody, stopMarkerRoles, stopMarkerShape,
} from './tlp-bodies.ts'
import { FLIT_DWORDS as DWORDS, requesterId } from './tlp-header.ts'
import type { Field, Layout } from './vocabulary.ts'

export * from './ohc.ts'

/**
 * The header bases of flit mode (PCIe 6 and later). What non-flit mode has in DW0, in prefixes and in byte enables
 * stands in the OHC words that follow the base; `decodeTlp` puts base, words and body together.
 */

const FLIT = 'PCIe Base Specification 6.x'
const NOTES = 'published notes on PCIe 6.x headers (one source), and the same message in non-flit mode'

const dw0 = {
  tc: { at: [[0, 23, 21]], as: 'uint', optional: true, doc: 'TC: traffic class' },
  ohc: { at: [[0, 20, 16]], as: 'uint', optional: true, doc: 'OHC[4:0]: A, B and C are present (bits 0 to 2); size of E (bits 4:3)' },
  ts: { at: [[0, 15, 13]], as: 'uint', optional: true, doc: 'TS: size of the trailer' },
  attr: { at: [[0, 12, 10]], as: 'uint', optional: true, doc: 'Attr[2:0]: ID-based ordering, relaxed ordering, no snoop' },
} as const satisfies Record<string, Field>

const length = { at: [[0, 9, 0]], as: 'uint', unit: 'DW', doc: 'Length' } as const satisfies Field
const tag = { at: [[1, 13, 0]], as: 'uint', optional: true, doc: 'Tag[13:0]' } as const satisfies Field

/** Messages: a base of 4 DW. */
const messageEp = { at: [[1, 15, 15]], as: 'flag', optional: true, confidence: 'confirm', doc: 'EP: the packet is poisoned; its place in a message is unconfirmed' } as const satisfies Field
const common = { ...dw0, requesterId, ep: messageEp } as const satisfies Record<string, Field>
const message = (type: number, code: number) => ({
  type: { at: [[0, 31, 24]], value: type, doc: 'Type: message, with its routing in the low three bits' },
  messageCode: { at: [[1, 7, 0]], value: code, doc: 'Message Code' },
}) as const
/** OHC-A, B and C speak for themselves. */
const framing = { ohc: { known: 7, note: 'OHC-E is not carried' } } as const
const RESERVED_LENGTH = [0, 9, 0, 'Length'] as const
const RESERVED_BYTE_6 = [1, 14, 8] as const

export const pageRequest = {
  id: 'pcie-flit.page-request',
  title: 'Page Request Message in flit mode, header base',
  clause: `${FLIT}, 10.4.1`,
  source: NOTES,
  ...DWORDS,
  size: 16,
  fields: { ...common, ...pageRequestBody },
  fixed: message(0x30, 4),
  reserved: [RESERVED_LENGTH, RESERVED_BYTE_6],
  roles: pageRequestRoles,
  carries: { what: 'page request', permissionsWithPasid: true, others: framing, answer: { group: 'pcie-flit.prg-response' } },
  rules: nonFlit.pageRequest,
} as const satisfies Layout

export const stopMarker = {
  id: 'pcie-flit.stop-marker',
  title: 'Stop Marker Message in flit mode, header base',
  clause: `${FLIT}, 10.4.1.2.1`,
  source: `${NOTES}; Marker Type and the reserved bits are unconfirmed`,
  ...DWORDS,
  size: 16,
  refines: 'pcie-flit.page-request',
  fields: { ...common, ...stopMarkerBody },
  fixed: { ...message(0x30, 4), ...stopMarkerShape },
  reserved: [RESERVED_LENGTH, RESERVED_BYTE_6],
  roles: stopMarkerRoles,
  carries: { what: 'page request', unlike: 'stop marker', permissionsWithPasid: true, others: framing },
  rules: nonFlit.stopMarker,
} as const satisfies Layout

export const prgResponse = {
  id: 'pcie-flit.prg-response',
  title: 'PRG Response Message in flit mode, header base',
  clause: `${FLIT}, 10.4.2`,
  source: NOTES,
  ...DWORDS,
  size: 16,
  fields: { ...common, ...prgResponseBody },
  fixed: message(0x32, 5),
  reserved: [RESERVED_LENGTH, RESERVED_BYTE_6, ...PRG_RESPONSE_RESERVED],
  roles: prgResponseRoles,
  carries: { what: 'page response', codes: 'PCIe', others: framing },
  rules: nonFlit.prgResponse,
} as const satisfies Layout

export const invalidateRequest = {
  id: 'pcie-flit.invalidate-request',
  title: 'Invalidate Request Message in flit mode, header base',
  clause: `${FLIT}, 10.3.1`,
  source: NOTES,
  ...DWORDS,
  size: 16,
  fields: {
    ...common,
    requesterId: { ...requesterId, doc: 'Requester ID of the side that translates' },
    ...invalidateRequestHeader,
  },
  fixed: {
    ...message(0x72, 1),
    length: { at: [[0, 9, 0]], value: 2, doc: 'Length: a body of 2 DW' },
  },
  reserved: [[1, 14, 13], [2, 15, 0], [3, 31, 0]],
  roles: invalidateRequestRoles,
  rules: rules.invalidateRequest,
} as const satisfies Layout

export const invalidateRequestData = {
  id: 'pcie-flit.invalidate-request-data',
  title: 'Invalidate Request Message in flit mode, data',
  clause: `${FLIT}, 10.3.1`,
  source: 'the same message in non-flit mode',
  word: DWORDS.word,
  order: DWORDS.order,
  label: DWORDS.label,
  size: 8,
  fields: invalidateRequestBody(0),
  reserved: [[1, 10, 1]],
  roles: rangeRoles,
  rules: rules.invalidateRequestData,
} as const satisfies Layout

export const invalidateCompletion = {
  id: 'pcie-flit.invalidate-completion',
  title: 'Invalidate Completion Message in flit mode, header base',
  clause: `${FLIT}, 10.3.2`,
  source: NOTES,
  ...DWORDS,
  size: 16,
  fields: {
    ...common,
    requesterId: { ...requesterId, doc: 'Requester ID: the function that was invalidated' },
    ...invalidateCompletionBody,
  },
  fixed: message(0x32, 2),
  reserved: [RESERVED_LENGTH, RESERVED_BYTE_6, INVALIDATE_COMPLETION_RESERVED],
  roles: invalidateCompletionRoles,
  rules: nonFlit.invalidateCompletion,
} as const satisfies Layout

/** Translation Requests: memory reads, whose byte enables and No Write stand in OHC-A1. */
const memoryRead = {
  ...dw0,
  length: { ...length, doc: 'Length of the answer: 2 DW for each translation asked for' },
  requesterId: { ...requesterId, doc: 'Requester ID: the function that asks' },
  ep: { at: [[1, 15, 15]], as: 'flag', optional: true, doc: 'EP: the packet is poisoned' },
  tag,
} as const satisfies Record<string, Field>
const cxlSource = (dw: number) => ({ at: [[dw, 3, 3]], as: 'flag', optional: true, confidence: 'confirm', doc: 'CXL source; its place rests on memory' }) as const

export const translationRequest32 = {
  id: 'pcie-flit.translation-request-32',
  title: 'Translation Request in flit mode, 32-bit address, header base',
  clause: `${FLIT}, 10.2.2`,
  source: NOTES,
  ...DWORDS,
  size: 12,
  fields: {
    ...memoryRead,
    address: { at: [[2, 31, 12]], as: 'page', unit: 'byte address', doc: 'Untranslated Address[31:12]' },
    cxlSource: cxlSource(2),
  },
  fixed: {
    type: { at: [[0, 31, 24]], value: 0x03, doc: 'Type: memory read, 32-bit address' },
    at: { at: [[2, 1, 0]], value: 1, doc: 'AT: Translation Request' },
  },
  reserved: [[1, 14, 14], [2, 11, 4], [2, 2, 2]],
  roles: { device: 'requesterId', ...PASID_BESIDE, tag: 'tag', length: 'length', address: 'address' },
  rules: nonFlit.translationRequest32,
} as const satisfies Layout

export const translationRequest64 = {
  id: 'pcie-flit.translation-request-64',
  title: 'Translation Request in flit mode, 64-bit address, header base',
  clause: `${FLIT}, 10.2.2`,
  source: NOTES,
  ...DWORDS,
  size: 16,
  fields: {
    ...memoryRead,
    address: { at: [[2, 31, 0], [3, 31, 12]], as: 'page', unit: 'byte address', doc: 'Untranslated Address[63:12]' },
    cxlSource: cxlSource(3),
  },
  fixed: {
    type: { at: [[0, 31, 24]], value: 0x20, doc: 'Type: memory read, 64-bit address' },
    at: { at: [[3, 1, 0]], value: 1, doc: 'AT: Translation Request' },
  },
  reserved: [[1, 14, 14], [3, 11, 4], [3, 2, 2]],
  roles: { device: 'requesterId', ...PASID_BESIDE, tag: 'tag', length: 'length', address: 'address' },
  rules: nonFlit.translationRequest64,
} as const satisfies Layout

export const translationCompletion = {
  id: 'pcie-flit.translation-completion',
  title: 'Translation Completion in flit mode, header base',
  clause: `${FLIT}, 10.2.3 and 2.2.9`,
  source: 'published notes on PCIe 6.x headers (one source)',
  ...DWORDS,
  size: 12,
  fields: {
    withData: { at: [[0, 30, 30]], as: 'flag', doc: 'Type[6]: translation entries follow (CplD); without them this is a failure (Cpl)' },
    ...dw0,
    length: { ...length, doc: 'Length of the data: 2 DW for each entry; 0 without data' },
    completerId: { at: [[1, 31, 16]], as: 'uint', confidence: 'one source', doc: 'Completer ID: the side that translates' },
    ep: { at: [[1, 15, 15]], as: 'flag', optional: true, confidence: 'one source', doc: 'EP: the packet is poisoned' },
    tag: { ...tag, confidence: 'one source', doc: 'Tag[13:0] of the request that is answered' },
    requesterId: { at: [[2, 31, 16]], as: 'uint', confidence: 'one source', doc: 'Requester ID of the request that is answered' },
    lowerAddress6to2: { at: [[1, 14, 14], [2, 15, 12]], as: 'uint', confidence: 'one source', doc: 'Lower Address[6:2]; the two bits below are in OHC-A5' },
    byteCount: { at: [[2, 11, 0]], as: 'uint', unit: 'bytes', confidence: 'confirm', doc: 'Byte Count: what is left of the answer, these bytes included; 0 means 4096' },
  },
  fixed: { type: { at: [[0, 31, 31], [0, 29, 24]], value: 0x0a, doc: 'Type: completion' } },
  roles: { device: 'requesterId', sender: 'completerId', tag: 'tag', length: 'length', byteCount: 'byteCount' },
  rules: rules.translationCompletion,
} as const satisfies Layout
