import { COMPLETION_STATUS } from './codes.ts'
import { PASID_BESIDE } from './roles.ts'
import * as rules from './rules/pcie.ts'
import {
  INVALIDATE_COMPLETION_RESERVED, invalidateCompletionBody, invalidateRequestBody, invalidateRequestHeader, invalidateRequestRoles, rangeRoles,
} from './tlp-bodies.ts'
import { common, dw0, DWORDS, message, requesterId, RESERVED_AT, RESERVED_IN_DW0 } from './tlp-header.ts'
import type { Field, Layout } from './vocabulary.ts'

/** Address translation in non-flit mode: requests, completions, invalidations. */

const MEMORY_REQUEST = 'PCIe Base Specification, 2.2.7'

/** What a Translation Request has before its address. */
const translationRequestHeader = {
  ...dw0,
  length: { at: [[0, 9, 0]], as: 'uint', unit: 'DW', clause: MEMORY_REQUEST, doc: 'Length of the answer: 2 DW for each translation asked for' },
  requesterId: { ...requesterId, doc: 'Requester ID: the function that asks' },
  tag: { at: [[1, 15, 8]], as: 'uint', optional: true, clause: MEMORY_REQUEST, doc: 'Tag[7:0] of the transaction' },
  lastBe: { at: [[1, 7, 4]], as: 'uint', clause: MEMORY_REQUEST, confidence: 'confirm', doc: 'Last DW BE; held to be 1111b in this request' },
  firstBe: { at: [[1, 3, 0]], as: 'uint', clause: MEMORY_REQUEST, confidence: 'confirm', doc: 'First DW BE; held to be 1111b in this request' },
} as const satisfies Record<string, Field>

/** The low bits of the last address DW of a Translation Request. */
const translationRequestFlags = (dw: number) => ({
  cxlSource: { at: [[dw, 3, 3]], as: 'flag', optional: true, confidence: 'confirm', doc: 'CXL source; its place rests on memory' },
  noWrite: { at: [[dw, 0, 0]], as: 'flag', doc: 'NW: the function promises not to write, so that the answer may leave out W' },
}) as const satisfies Record<string, Field>

const translationRequestAt = { at: [[0, 11, 10]], value: 1, doc: 'AT: Translation Request' } as const

const TRANSLATION_REQUEST = {
  clause: 'PCIe Base Specification, 10.2.2',
  source: 'OFS/opae-sim, Simics documentation (No Write, CXL source); the place of NW by the Base Specification',
} as const

export const translationRequest32 = {
  id: 'pcie.translation-request-32',
  title: 'Translation Request, 32-bit address',
  ...TRANSLATION_REQUEST,
  ...DWORDS,
  size: 12,
  fields: {
    ...translationRequestHeader,
    address: { at: [[2, 31, 12]], as: 'page', unit: 'byte address', doc: 'Untranslated Address[31:12]' },
    ...translationRequestFlags(2),
  },
  fixed: {
    fmt: { at: [[0, 31, 29]], value: 0, doc: 'Fmt: header of 3 DW, no data' },
    type: { at: [[0, 28, 24]], value: 0, doc: 'Type: memory request' },
    at: translationRequestAt,
  },
  reserved: [[2, 11, 4], [2, 2, 1]],
  roles: { device: 'requesterId', ...PASID_BESIDE, tag: 'tag', length: 'length', address: 'address', noWrite: 'noWrite' },
  rules: rules.translationRequest32,
} as const satisfies Layout

export const translationRequest64 = {
  id: 'pcie.translation-request-64',
  title: 'Translation Request, 64-bit address',
  ...TRANSLATION_REQUEST,
  ...DWORDS,
  size: 16,
  fields: {
    ...translationRequestHeader,
    address: { at: [[2, 31, 0], [3, 31, 12]], as: 'page', unit: 'byte address', doc: 'Untranslated Address[63:12]' },
    ...translationRequestFlags(3),
  },
  fixed: {
    fmt: { at: [[0, 31, 29]], value: 1, doc: 'Fmt: header of 4 DW, no data' },
    type: { at: [[0, 28, 24]], value: 0, doc: 'Type: memory request' },
    at: translationRequestAt,
  },
  reserved: [[3, 11, 4], [3, 2, 1]],
  roles: { device: 'requesterId', ...PASID_BESIDE, tag: 'tag', length: 'length', address: 'address', noWrite: 'noWrite' },
  rules: rules.translationRequest64,
} as const satisfies Layout

export const translationCompletion = {
  id: 'pcie.translation-completion',
  title: 'Translation Completion, header',
  clause: 'PCIe Base Specification, 10.2.3 and 2.2.9',
  source: 'OFS/opae-sim, cocotbext-pcie, Linux; Byte Count and Lower Address of a split completion are unconfirmed',
  ...DWORDS,
  size: 12,
  fields: {
    withData: { at: [[0, 30, 30]], as: 'flag', doc: 'Fmt[1]: translation entries follow the header (CplD); without them this is a failure (Cpl)' },
    ...dw0,
    length: { at: [[0, 9, 0]], as: 'uint', unit: 'DW', doc: 'Length of the data: 2 DW for each entry; 0 without data' },
    completerId: { at: [[1, 31, 16]], as: 'uint', doc: 'Completer ID: the side that translates' },
    status: { at: [[1, 15, 13]], as: 'uint', codes: COMPLETION_STATUS, doc: 'Completion Status' },
    bcm: { at: [[1, 12, 12]], as: 'flag', optional: true, doc: 'BCM: Byte Count Modified, by PCI-X completers only' },
    byteCount: { at: [[1, 11, 0]], as: 'uint', unit: 'bytes', confidence: 'confirm', doc: 'Byte Count: what is left of the answer, these bytes included; 0 means 4096' },
    requesterId: { at: [[2, 31, 16]], as: 'uint', doc: 'Requester ID of the request that is answered' },
    tag: { at: [[2, 15, 8]], as: 'uint', optional: true, doc: 'Tag[7:0] of the request that is answered' },
    lowerAddress: { at: [[2, 6, 0]], as: 'uint', confidence: 'confirm', doc: 'Lower Address; its value in a completion that is split is unconfirmed' },
  },
  fixed: {
    fmt: { at: [[0, 31, 31], [0, 29, 29]], value: 0, doc: 'Fmt[2] and Fmt[0]: header of 3 DW' },
    type: { at: [[0, 28, 24]], value: 0xa, doc: 'Type: completion' },
  },
  reserved: [RESERVED_AT, [2, 7, 7]],
  roles: { device: 'requesterId', sender: 'completerId', tag: 'tag', status: 'status', length: 'length', byteCount: 'byteCount' },
  rules: rules.translationCompletion,
} as const satisfies Layout

export const translationEntry = {
  id: 'pcie.translation-entry',
  title: 'Translation Completion data entry',
  clause: 'PCIe Base Specification, 10.2.3',
  source: 'OFS/opae-sim, RISC-V IOMMU reference model, Whisper, Intel Simics\' public header (bits 10:0)',
  word: 8,
  order: 'big',
  label: 'q',
  size: 8,
  fields: {
    address: { at: [[0, 63, 12]], as: 'page', unit: 'byte address', doc: 'Translated Address[63:12]; with S, its low bits that are 1 give the size of the range' },
    size: { at: [[0, 11, 11]], as: 'flag', doc: 'S: the range is larger than 4 KiB' },
    nonSnooped: { at: [[0, 10, 10]], as: 'flag', optional: true, doc: 'N: accesses through the translation must set No Snoop' },
    cxlIo: { at: [[0, 9, 9]], as: 'flag', optional: true, doc: 'CXL.io: the access must use CXL.io; reserved outside CXL and in older revisions' },
    memoryAttributes: { at: [[0, 8, 6]], as: 'uint', optional: true, doc: 'AMA[2:0]: ATS memory attributes; reserved in older revisions' },
    global: { at: [[0, 5, 5]], as: 'flag', optional: true, doc: 'Global: valid for every PASID of the function' },
    privileged: { at: [[0, 4, 4]], as: 'flag', optional: true, doc: 'Priv: privileged access, as in the request' },
    execute: { at: [[0, 3, 3]], as: 'flag', optional: true, doc: 'Exe: execute permitted' },
    untranslatedOnly: { at: [[0, 2, 2]], as: 'flag', optional: true, doc: 'U: untranslated access only' },
    write: { at: [[0, 1, 1]], as: 'flag', doc: 'W: write permitted' },
    read: { at: [[0, 0, 0]], as: 'flag', doc: 'R: read permitted' },
  },
  roles: {
    address: 'address', size: 'size', read: 'read', write: 'write', execute: 'execute', privileged: 'privileged', global: 'global',
  },
  rules: rules.translationEntry,
} as const satisfies Layout

export const invalidateRequest = {
  id: 'pcie.invalidate-request',
  title: 'Invalidate Request Message',
  clause: 'PCIe Base Specification, 10.3.1',
  source: 'OFS/ofs-fim-common, RISC-V IOMMU reference model, Efinix controller guide, Intel Simics\' public header',
  ...DWORDS,
  size: 24,
  fields: {
    ...dw0,
    requesterId: { ...requesterId, doc: 'Requester ID of the side that translates' },
    ...invalidateRequestHeader,
    ...invalidateRequestBody(4),
  },
  fixed: {
    ...message(2, 1, true),
    length: { at: [[0, 9, 0]], value: 2, doc: 'Length: a body of 2 DW' },
  },
  reserved: [RESERVED_AT, [1, 15, 13], [2, 15, 0], [3, 31, 0], [5, 10, 1]],
  roles: { ...invalidateRequestRoles, ...rangeRoles },
  rules: rules.invalidateRequest,
} as const satisfies Layout

export const invalidateCompletion = {
  id: 'pcie.invalidate-completion',
  title: 'Invalidate Completion Message',
  clause: 'PCIe Base Specification, 10.3.2',
  source: 'OFS/ofs-fim-common, RISC-V IOMMU reference model, Efinix controller guide, Intel Simics\' public header',
  ...DWORDS,
  size: 16,
  fields: {
    ...common,
    requesterId: { ...requesterId, doc: 'Requester ID: the function that was invalidated' },
    ...invalidateCompletionBody,
  },
  fixed: message(2, 2),
  reserved: [...RESERVED_IN_DW0, INVALIDATE_COMPLETION_RESERVED],
  roles: { device: 'requesterId' },
  rules: rules.invalidateCompletion,
} as const satisfies Layout
