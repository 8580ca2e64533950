import { MESSAGE_CODE } from './codes.ts'
import { FLIT_DWORDS, requesterId } from './tlp-header.ts'
import type { Field, Layout } from './vocabulary.ts'

/**
 * The header bases of all TLPs of flit mode, by kind: as `tlp-headers.ts` for non-flit mode. Byte enables, segments and
 * the status of a completion stand in the OHC words behind them.
 */

const TABLE = { ...FLIT_DWORDS, clause: 'PCIe Base Specification 6.x, 2.2.1', source: 'published notes on PCIe 6.x headers (one source)' } as const

const dw0 = {
  type: { at: [[0, 31, 24]], as: 'uint', doc: 'Type[7:0]' },
  tc: { at: [[0, 23, 21]], as: 'uint', doc: 'TC: traffic class' },
  ohc: { at: [[0, 20, 16]], as: 'uint', doc: 'OHC[4:0]: A, B and C are present (bits 0 to 2); size of E (bits 4:3)' },
  ts: { at: [[0, 15, 13]], as: 'uint', doc: 'TS: size of the trailer' },
  attr: { at: [[0, 12, 10]], as: 'uint', doc: 'Attr[2:0]: ID-based ordering, relaxed ordering, no snoop' },
  length: { at: [[0, 9, 0]], as: 'uint', unit: 'DW', doc: 'Length of the data, or of the data asked for; 0 means 1024 where there are any' },
} as const satisfies Record<string, Field>

const ep = { at: [[1, 15, 15]], as: 'flag', doc: 'EP: the packet is poisoned' } as const satisfies Field
const tag = { at: [[1, 13, 0]], as: 'uint', doc: 'Tag[13:0] of the transaction' } as const satisfies Field
const request = { ...dw0, requesterId, ep, tag } as const satisfies Record<string, Field>
const at = (dw: number) => ({ at: [[dw, 1, 0]], as: 'uint', doc: 'AT: 0 untranslated, 1 Translation Request, 2 translated' }) as const satisfies Field
const ADDRESS = 'Address'

export const memory32 = {
  id: 'tlp-flit.memory-32',
  title: 'Header base of a memory or atomic request in flit mode, 32-bit address',
  ...TABLE,
  size: 12,
  fields: { ...request, address: { at: [[2, 31, 2]], as: 'address', zeros: 2, unit: 'byte address', doc: ADDRESS }, at: at(2) },
  reserved: [[1, 14, 14]],
  roles: { device: 'requesterId', address: 'address' },
} as const satisfies Layout

export const memory64 = {
  id: 'tlp-flit.memory-64',
  title: 'Header base of a memory or atomic request in flit mode, 64-bit address',
  ...TABLE,
  size: 16,
  fields: { ...request, address: { at: [[2, 31, 0], [3, 31, 2]], as: 'address', zeros: 2, unit: 'byte address', doc: ADDRESS }, at: at(3) },
  reserved: [[1, 14, 14]],
  roles: { device: 'requesterId', address: 'address' },
} as const satisfies Layout

export const io = {
  id: 'tlp-flit.io',
  title: 'Header base of an I/O request in flit mode',
  ...TABLE,
  size: 12,
  fields: { ...request, address: { at: [[2, 31, 2]], as: 'address', zeros: 2, unit: 'byte address', confidence: 'confirm', doc: `${ADDRESS}; held to stand as in non-flit mode` } },
  reserved: [[1, 14, 14], [2, 1, 0]],
  roles: { device: 'requesterId', address: 'address' },
} as const satisfies Layout

export const configuration = {
  id: 'tlp-flit.configuration',
  title: 'Header base of a configuration request in flit mode',
  ...TABLE,
  size: 12,
  fields: {
    ...request,
    destinationId: { at: [[2, 31, 16]], as: 'uint', confidence: 'confirm', doc: 'Bus, device and function whose register it is; held to stand as in non-flit mode' },
    registerNumber: { at: [[2, 11, 2]], as: 'uint', unit: 'DW', confidence: 'confirm', doc: 'which DW of configuration space; held to stand as in non-flit mode' },
  },
  reserved: [[1, 14, 14], [2, 15, 12], [2, 1, 0]],
  roles: { device: 'requesterId' },
} as const satisfies Layout

export const completion = {
  id: 'tlp-flit.completion',
  title: 'Header base of a completion in flit mode',
  ...TABLE,
  size: 12,
  fields: {
    ...dw0,
    completerId: { at: [[1, 31, 16]], as: 'uint', doc: 'Completer ID' },
    ep,
    tag,
    requesterId: { ...requesterId, at: [[2, 31, 16]], doc: 'Requester ID of the request that is answered' },
    lowerAddress6to2: { at: [[1, 14, 14], [2, 15, 12]], as: 'uint', doc: 'Lower Address[6:2]; the two bits below are in OHC-A5' },
    byteCount: { at: [[2, 11, 0]], as: 'uint', unit: 'bytes', doc: 'Byte Count: what is left of the answer, these bytes included; 0 means 4096' },
  },
  roles: { device: 'requesterId' },
} as const satisfies Layout

const message = {
  ...dw0,
  type: { at: [[0, 31, 27]], as: 'uint', doc: 'Type[7:3]' },
  routing: { at: [[0, 26, 24]], as: 'uint', doc: 'Type[2:0]: 0 to root complex, 1 by address, 2 by ID, 3 broadcast, 4 local, 5 gathered' },
  requesterId,
  ep: { ...ep, confidence: 'confirm' },
  byte6: { at: [[1, 14, 8]], as: 'uint', doc: 'what the message puts there' },
  messageCode: { at: [[1, 7, 0]], as: 'uint', codes: MESSAGE_CODE, doc: 'Message Code' },
} as const satisfies Record<string, Field>

export const anyMessage = {
  id: 'tlp-flit.message',
  title: 'Header base of a message in flit mode',
  ...TABLE,
  size: 16,
  fields: {
    ...message,
    dw2: { at: [[2, 31, 0]], as: 'uint', doc: 'what the message puts there' },
    dw3: { at: [[3, 31, 0]], as: 'uint', doc: 'what the message puts there' },
  },
  roles: { device: 'requesterId' },
} as const satisfies Layout

export const messageById = {
  id: 'tlp-flit.message-by-id',
  title: 'Header base of a message routed by ID in flit mode',
  ...TABLE,
  size: 16,
  fields: {
    ...message,
    destinationId: { at: [[2, 31, 16]], as: 'uint', doc: 'Bus, device and function that it is for' },
    dw2Bits15to0: { at: [[2, 15, 0]], as: 'uint', doc: 'what the message puts there' },
    dw3: { at: [[3, 31, 0]], as: 'uint', doc: 'what the message puts there' },
  },
  roles: { device: 'requesterId' },
} as const satisfies Layout

export const vendorMessage = {
  id: 'tlp-flit.vendor-message',
  title: 'Header base of a vendor-defined message in flit mode',
  ...TABLE,
  size: 16,
  fields: {
    ...message,
    destinationId: { at: [[2, 31, 16]], as: 'uint', doc: 'Bus, device and function that it is for, if routed by ID; otherwise reserved' },
    vendorId: { at: [[2, 15, 0]], as: 'uint', doc: 'Vendor ID' },
    dw3: { at: [[3, 31, 0]], as: 'uint', doc: 'what the vendor puts there' },
  },
  roles: { device: 'requesterId' },
} as const satisfies Layout
