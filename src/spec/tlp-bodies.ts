import { PRG_RESPONSE_CODE } from './codes.ts'
import { PASID_BESIDE } from './roles.ts'
import type { Roles } from './roles.ts'
import type { Field } from './vocabulary.ts'

/** DW2 and DW3 of the messages, what follows them, and the roles of all that: the same in both modes. */

export const pageRequestBody = {
  address: { at: [[2, 31, 0], [3, 31, 12]], as: 'page', unit: 'byte address', doc: 'Page Address[63:12]: the untranslated address of the page' },
  prgIndex: { at: [[3, 11, 3]], as: 'uint', doc: 'Page Request Group Index, given by the function' },
  last: { at: [[3, 2, 2]], as: 'flag', doc: 'L: last request of its group' },
  write: { at: [[3, 1, 1]], as: 'flag', doc: 'W: write access requested, or a zero-length read' },
  read: { at: [[3, 0, 0]], as: 'flag', doc: 'R: read access requested' },
} as const satisfies Record<string, Field>

export const pageRequestRoles = {
  device: 'requesterId', ...PASID_BESIDE, group: 'prgIndex', address: 'address', read: 'read', write: 'write', last: 'last',
} as const satisfies Roles

export const stopMarkerBody = {
  dw2: { at: [[2, 31, 0]], as: 'uint', optional: true, confidence: 'confirm', doc: 'held to be reserved; kept as it is' },
  dw3Bits31to8: { at: [[3, 31, 8]], as: 'uint', optional: true, confidence: 'confirm', doc: 'held to be reserved; kept as it is' },
  markerType: { at: [[3, 7, 3]], as: 'uint', optional: true, confidence: 'confirm', doc: 'Marker Type, 0 in a Stop Marker' },
} as const satisfies Record<string, Field>

/** What makes a Page Request a Stop Marker. */
export const stopMarkerShape = {
  last: { at: [[3, 2, 2]], value: 1, doc: 'L' },
  write: { at: [[3, 1, 1]], value: 0, doc: 'W' },
  read: { at: [[3, 0, 0]], value: 0, doc: 'R' },
} as const

export const stopMarkerRoles = { device: 'requesterId', ...PASID_BESIDE, read: 'read', write: 'write', last: 'last' } as const satisfies Roles

export const prgResponseBody = {
  destinationId: { at: [[2, 31, 16]], as: 'uint', doc: 'Destination Device ID: the function that asked' },
  respCode: { at: [[2, 15, 12]], as: 'uint', codes: PRG_RESPONSE_CODE, clause: 'PCIe Base Specification, 10.4.2.1', doc: 'Response Code; 0x2 to 0xE are taken as Response Failure' },
  prgIndex: { at: [[2, 8, 0]], as: 'uint', doc: 'Page Request Group Index of the group that is answered' },
} as const satisfies Record<string, Field>
export const prgResponseRoles = {
  device: 'destinationId', sender: 'requesterId', ...PASID_BESIDE, group: 'prgIndex', code: 'respCode',
} as const satisfies Roles
export const PRG_RESPONSE_RESERVED = [[2, 11, 9], [3, 31, 0]] as const

export const invalidateRequestHeader = {
  itag: { at: [[1, 12, 8]], as: 'uint', doc: 'ITag: not used again until its completions release it' },
  destinationId: { at: [[2, 31, 16]], as: 'uint', doc: 'Device ID: the function that is invalidated' },
} as const satisfies Record<string, Field>

export const invalidateRequestRoles = { device: 'destinationId', sender: 'requesterId', ...PASID_BESIDE, tag: 'itag' } as const satisfies Roles

/** The data of an Invalidate Request, of which the first DW is DW `dw` of the record. */
export const invalidateRequestBody = (dw: number) => ({
  address: { at: [[dw, 31, 0], [dw + 1, 31, 12]], as: 'page', unit: 'byte address', doc: 'Untranslated Address[63:12]; with S, its low bits that are 1 give the size of the range' },
  size: { at: [[dw + 1, 11, 11]], as: 'flag', doc: 'S: the range is larger than 4 KiB' },
  global: { at: [[dw + 1, 0, 0]], as: 'flag', doc: 'G, Global Invalidate: hits every PASID; ignored unless the function supports it' },
}) as const satisfies Record<string, Field>

export const rangeRoles = { address: 'address', size: 'size', global: 'global' } as const satisfies Roles

export const invalidateCompletionBody = {
  destinationId: { at: [[2, 31, 16]], as: 'uint', doc: 'Device ID: Requester ID of the Invalidate Request' },
  completionCount: { at: [[2, 2, 0]], as: 'uint', doc: 'CC: how many completions are sent for the ITag, the same in each; 0 means 8' },
  itagVector: { at: [[3, 31, 0]], as: 'uint', doc: 'ITag Vector: bit n releases ITag n' },
} as const satisfies Record<string, Field>
export const invalidateCompletionRoles = { device: 'requesterId', receiver: 'destinationId' } as const satisfies Roles
export const INVALIDATE_COMPLETION_RESERVED = [2, 15, 3] as const
