import { COMPLETION_STATUS, MESSAGE_CODE } from './codes.ts'
import { DWORDS, HEADER, RESERVED_AT, requesterId } from './tlp-header.ts'
import type { Field, Layout } from './vocabulary.ts'

/**
 * The headers of all TLPs of non-flit mode, by kind: what a packet that is no message of ATS or PRI says of itself, and
 * what a header log holds. Read by the reference codec; no code is generated for them.
 */

const TABLE = { ...DWORDS, clause: HEADER, source: 'Linux, cocotbext-pcie, go-pcie-tlp; general knowledge of the Base Specification' } as const

/** DW0; Tag[9:8] stand here, Tag[7:0] where `tag` says. */
const dw0 = {
  type: { at: [[0, 31, 24]], as: 'uint', doc: 'Fmt[2:0] and Type[4:0]' },
  tc: { at: [[0, 22, 20]], as: 'uint', doc: 'TC: traffic class' },
  attr: { at: [[0, 18, 18], [0, 13, 12]], as: 'uint', doc: 'Attr[2:0]: ID-based ordering, relaxed ordering, no snoop' },
  ln: { at: [[0, 17, 17]], as: 'flag', doc: 'LN: lightweight notification, reserved in newer revisions' },
  th: { at: [[0, 16, 16]], as: 'flag', doc: 'TH: TLP processing hints are present' },
  td: { at: [[0, 15, 15]], as: 'flag', doc: 'TD: a digest (ECRC) follows the packet' },
  ep: { at: [[0, 14, 14]], as: 'flag', doc: 'EP: the packet is poisoned' },
  length: { at: [[0, 9, 0]], as: 'uint', unit: 'DW', doc: 'Length of the data, or of the data asked for; 0 means 1024 where there are any' },
} as const satisfies Record<string, Field>

const tag = (dw: number) => ({ at: [[0, 23, 23], [0, 19, 19], [dw, 15, 8]], as: 'uint', doc: 'Tag[9:0] of the transaction; Tag[9:8] are T9 and T8' }) as const satisfies Field

/** What every request has before its address. */
const request = {
  ...dw0,
  requesterId,
  tag: tag(1),
  lastBe: { at: [[1, 7, 4]], as: 'uint', doc: 'Last DW BE' },
  firstBe: { at: [[1, 3, 0]], as: 'uint', doc: 'First DW BE' },
} as const satisfies Record<string, Field>

const at = { at: [[0, 11, 10]], as: 'uint', doc: 'AT: 0 untranslated, 1 Translation Request, 2 translated' } as const satisfies Field
const ph = (dw: number) => ({ at: [[dw, 1, 0]], as: 'uint', doc: 'PH[1:0]: processing hint, if TH' }) as const satisfies Field
const ADDRESS = 'Address'

export const memory32 = {
  id: 'tlp.memory-32',
  title: 'Header of a memory or atomic request, 32-bit address',
  ...TABLE,
  size: 12,
  fields: { ...request, at, address: { at: [[2, 31, 2]], as: 'address', zeros: 2, unit: 'byte address', doc: ADDRESS }, ph: ph(2) },
  roles: { device: 'requesterId', address: 'address' },
} as const satisfies Layout

export const memory64 = {
  id: 'tlp.memory-64',
  title: 'Header of a memory or atomic request, 64-bit address',
  ...TABLE,
  size: 16,
  fields: { ...request, at, address: { at: [[2, 31, 0], [3, 31, 2]], as: 'address', zeros: 2, unit: 'byte address', doc: ADDRESS }, ph: ph(3) },
  roles: { device: 'requesterId', address: 'address' },
} as const satisfies Layout

export const io = {
  id: 'tlp.io',
  title: 'Header of an I/O request',
  ...TABLE,
  size: 12,
  fields: { ...request, address: { at: [[2, 31, 2]], as: 'address', zeros: 2, unit: 'byte address', doc: ADDRESS } },
  reserved: [RESERVED_AT, [2, 1, 0]],
  roles: { device: 'requesterId', address: 'address' },
} as const satisfies Layout

export const configuration = {
  id: 'tlp.configuration',
  title: 'Header of a configuration request',
  ...TABLE,
  size: 12,
  fields: {
    ...request,
    destinationId: { at: [[2, 31, 16]], as: 'uint', doc: 'Bus, device and function whose register it is' },
    registerNumber: { at: [[2, 11, 2]], as: 'uint', unit: 'DW', doc: 'Extended Register Number and Register Number: which DW of configuration space' },
  },
  reserved: [RESERVED_AT, [2, 15, 12], [2, 1, 0]],
  roles: { device: 'requesterId' },
} as const satisfies Layout

export const completion = {
  id: 'tlp.completion',
  title: 'Header of a completion',
  ...TABLE,
  size: 12,
  fields: {
    ...dw0,
    completerId: { at: [[1, 31, 16]], as: 'uint', doc: 'Completer ID' },
    status: { at: [[1, 15, 13]], as: 'uint', codes: COMPLETION_STATUS, doc: 'Completion Status' },
    bcm: { at: [[1, 12, 12]], as: 'flag', doc: 'BCM: Byte Count Modified, by PCI-X completers only' },
    byteCount: { at: [[1, 11, 0]], as: 'uint', unit: 'bytes', doc: 'Byte Count: what is left of the answer, these bytes included; 0 means 4096' },
    requesterId: { ...requesterId, at: [[2, 31, 16]], doc: 'Requester ID of the request that is answered' },
    tag: tag(2),
    lowerAddress: { at: [[2, 6, 0]], as: 'uint', doc: 'Lower Address of the first byte' },
  },
  reserved: [RESERVED_AT, [2, 7, 7]],
  roles: { device: 'requesterId' },
} as const satisfies Layout

const message = {
  ...dw0,
  type: { at: [[0, 31, 27]], as: 'uint', doc: 'Fmt[2:0] and Type[4:3]' },
  routing: { at: [[0, 26, 24]], as: 'uint', doc: 'Type[2:0]: 0 to root complex, 1 by address, 2 by ID, 3 broadcast, 4 local, 5 gathered' },
  requesterId,
  tag: { ...tag(1), doc: 'Tag[9:0], or what the message puts there' },
  messageCode: { at: [[1, 7, 0]], as: 'uint', codes: MESSAGE_CODE, doc: 'Message Code' },
} as const satisfies Record<string, Field>

export const anyMessage = {
  id: 'tlp.message',
  title: 'Header of a message',
  ...TABLE,
  size: 16,
  fields: {
    ...message,
    dw2: { at: [[2, 31, 0]], as: 'uint', doc: 'what the message puts there' },
    dw3: { at: [[3, 31, 0]], as: 'uint', doc: 'what the message puts there' },
  },
  reserved: [RESERVED_AT],
  roles: { device: 'requesterId' },
} as const satisfies Layout

export const messageById = {
  id: 'tlp.message-by-id',
  title: 'Header of a message routed by ID',
  ...TABLE,
  size: 16,
  fields: {
    ...message,
    destinationId: { at: [[2, 31, 16]], as: 'uint', doc: 'Bus, device and function that it is for' },
    dw2Bits15to0: { at: [[2, 15, 0]], as: 'uint', doc: 'what the message puts there' },
    dw3: { at: [[3, 31, 0]], as: 'uint', doc: 'what the message puts there' },
  },
  reserved: [RESERVED_AT],
  roles: { device: 'requesterId' },
} as const satisfies Layout

export const vendorMessage = {
  id: 'tlp.vendor-message',
  title: 'Header of a vendor-defined message',
  ...TABLE,
  size: 16,
  fields: {
    ...message,
    destinationId: { at: [[2, 31, 16]], as: 'uint', doc: 'Bus, device and function that it is for, if routed by ID; otherwise reserved' },
    vendorId: { at: [[2, 15, 0]], as: 'uint', doc: 'Vendor ID' },
    dw3: { at: [[3, 31, 0]], as: 'uint', doc: 'what the vendor puts there' },
  },
  reserved: [RESERVED_AT],
  roles: { device: 'requesterId' },
} as const satisfies Layout
