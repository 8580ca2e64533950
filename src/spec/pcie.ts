import { PRG_RESPONSE_CODE } from './codes.ts'
import type { Field, Layout } from './vocabulary.ts'

/**
 * TLPs in non-flit mode. Byte 0 is first on the wire; a DW is four bytes read big-endian,
 * so that DW0[31:24] is byte 0.
 */

const DWORDS = { word: 4, order: 'big', label: 'DW', place: 'TLP, non-flit mode' } as const
const HEADER = 'PCIe Base Specification, 2.2.1 and 2.2.8'

const common = {
  t9: { at: [[0, 23, 23]], as: 'flag', optional: true, clause: HEADER, doc: 'T9: Tag[9], reserved where 10-bit tags are not used' },
  tc: { at: [[0, 22, 20]], as: 'uint', optional: true, clause: HEADER, doc: 'TC: traffic class' },
  t8: { at: [[0, 19, 19]], as: 'flag', optional: true, clause: HEADER, doc: 'T8: Tag[8], reserved where 10-bit tags are not used' },
  attr: { at: [[0, 18, 18], [0, 13, 12]], as: 'uint', optional: true, clause: HEADER, doc: 'Attr[2:0]: ID-based ordering, relaxed ordering, no snoop' },
  ln: { at: [[0, 17, 17]], as: 'flag', optional: true, clause: HEADER, doc: 'LN: lightweight notification, reserved in newer revisions' },
  th: { at: [[0, 16, 16]], as: 'flag', optional: true, clause: HEADER, doc: 'TH: TLP processing hints are present' },
  td: { at: [[0, 15, 15]], as: 'flag', optional: true, clause: HEADER, doc: 'TD: a digest (ECRC) follows the packet' },
  ep: { at: [[0, 14, 14]], as: 'flag', optional: true, clause: HEADER, doc: 'EP: the packet is poisoned' },
  requesterId: { at: [[1, 31, 16]], as: 'uint', clause: HEADER, doc: 'Requester ID: bus, device and function of the sender' },
  tag: { at: [[1, 15, 8]], as: 'uint', optional: true, clause: HEADER, doc: 'Tag[7:0], reserved in this message', confidence: 'one source' },
} as const satisfies Record<string, Field>

const message = (route: number, code: number) => ({
  fmt: { at: [[0, 31, 29]], value: 1, doc: 'Fmt: header of 4 DW, no data' },
  type: { at: [[0, 28, 24]], value: 0x10 + route, doc: 'Type: message, with its routing in the low three bits' },
  messageCode: { at: [[1, 7, 0]], value: code, doc: 'Message Code' },
}) as const

/** AT and Length mean nothing in a message without data. */
const RESERVED_IN_DW0 = [[0, 11, 10, 'AT'], [0, 9, 0, 'Length']] as const

export const pageRequest = {
  id: 'pcie.page-request',
  title: 'Page Request Message',
  clause: 'PCIe Base Specification, 10.4.1',
  source: 'RISC-V IOMMU reference model, Whisper, OFS/opae-sim, Linux',
  ...DWORDS,
  bytes: 16,
  fields: {
    ...common,
    address: { at: [[2, 31, 0], [3, 31, 12]], as: 'page', unit: 'byte address', doc: 'Page Address[63:12]: the untranslated address of the page' },
    prgIndex: { at: [[3, 11, 3]], as: 'uint', doc: 'Page Request Group Index, given by the function' },
    last: { at: [[3, 2, 2]], as: 'flag', doc: 'L: last request of its group' },
    write: { at: [[3, 1, 1]], as: 'flag', doc: 'W: write access requested, or a zero-length read' },
    read: { at: [[3, 0, 0]], as: 'flag', doc: 'R: read access requested' },
  },
  fixed: message(0, 4),
  reserved: RESERVED_IN_DW0,
} as const satisfies Layout

export const stopMarker = {
  id: 'pcie.stop-marker',
  title: 'Stop Marker Message',
  clause: 'PCIe Base Specification, 10.4.1.2.1',
  source: 'RISC-V IOMMU specification, Arm IHI 0070 (the shape); Marker Type and the reserved bits are unconfirmed',
  ...DWORDS,
  bytes: 16,
  refines: 'pcie.page-request',
  fields: {
    ...common,
    dw2: { at: [[2, 31, 0]], as: 'uint', optional: true, confidence: 'confirm', doc: 'held to be reserved; kept as it is' },
    dw3Bits31to8: { at: [[3, 31, 8]], as: 'uint', optional: true, confidence: 'confirm', doc: 'held to be reserved; kept as it is' },
    markerType: { at: [[3, 7, 3]], as: 'uint', optional: true, confidence: 'confirm', doc: 'Marker Type, 0 in a Stop Marker' },
  },
  fixed: {
    ...message(0, 4),
    last: { at: [[3, 2, 2]], value: 1, doc: 'L' },
    write: { at: [[3, 1, 1]], value: 0, doc: 'W' },
    read: { at: [[3, 0, 0]], value: 0, doc: 'R' },
  },
  reserved: RESERVED_IN_DW0,
} as const satisfies Layout

export const prgResponse = {
  id: 'pcie.prg-response',
  title: 'PRG Response Message',
  clause: 'PCIe Base Specification, 10.4.2',
  source: 'RISC-V IOMMU reference model, Whisper, OFS/opae-sim, Efinix controller guide',
  ...DWORDS,
  bytes: 16,
  fields: {
    ...common,
    destinationId: { at: [[2, 31, 16]], as: 'uint', doc: 'Destination Device ID: the function that asked' },
    respCode: { at: [[2, 15, 12]], as: 'uint', codes: PRG_RESPONSE_CODE, clause: 'PCIe Base Specification, 10.4.2.1', doc: 'Response Code; 0x2 to 0xE are taken as Response Failure' },
    prgIndex: { at: [[2, 8, 0]], as: 'uint', doc: 'Page Request Group Index of the group that is answered' },
  },
  fixed: message(2, 5),
  reserved: [...RESERVED_IN_DW0, [2, 11, 9], [3, 31, 0]],
} as const satisfies Layout

export const pasidPrefix = {
  id: 'pcie.pasid-prefix',
  title: 'PASID TLP Prefix',
  clause: 'PCIe Base Specification, 6.20.2',
  source: 'OFS/ofs-fim-common, Linux, RISC-V IOMMU reference model; PMR and ER by the Base Specification',
  ...DWORDS,
  bytes: 4,
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
} as const satisfies Layout
