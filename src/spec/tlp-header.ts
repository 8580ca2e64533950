import { PLACE } from './place-names.ts'
import type { Field } from './vocabulary.ts'

/**
 * What the headers of TLPs have in common, in both modes. Byte 0 is first on the wire; a DW is four bytes read
 * big-endian, so that DW0[31:24] is byte 0.
 */

export const DWORDS = { word: 4, order: 'big', label: 'DW', place: PLACE.tlp } as const
export const FLIT_DWORDS = { ...DWORDS, place: PLACE.tlpFlit } as const

export const HEADER = 'PCIe Base Specification, 2.2.1 and 2.2.8'

/** DW0 in non-flit mode, without Fmt, Type, AT and Length. */
export const dw0 = {
  t9: { at: [[0, 23, 23]], as: 'flag', optional: true, clause: HEADER, doc: 'T9: Tag[9], reserved where 10-bit tags are not used' },
  tc: { at: [[0, 22, 20]], as: 'uint', optional: true, clause: HEADER, doc: 'TC: traffic class' },
  t8: { at: [[0, 19, 19]], as: 'flag', optional: true, clause: HEADER, doc: 'T8: Tag[8], reserved where 10-bit tags are not used' },
  attr: { at: [[0, 18, 18], [0, 13, 12]], as: 'uint', optional: true, clause: HEADER, doc: 'Attr[2:0]: ID-based ordering, relaxed ordering, no snoop' },
  ln: { at: [[0, 17, 17]], as: 'flag', optional: true, clause: HEADER, doc: 'LN: lightweight notification, reserved in newer revisions' },
  th: { at: [[0, 16, 16]], as: 'flag', optional: true, clause: HEADER, doc: 'TH: TLP processing hints are present' },
  td: { at: [[0, 15, 15]], as: 'flag', optional: true, clause: HEADER, doc: 'TD: a digest (ECRC) follows the packet' },
  ep: { at: [[0, 14, 14]], as: 'flag', optional: true, clause: HEADER, doc: 'EP: the packet is poisoned' },
} as const satisfies Record<string, Field>

export const requesterId = {
  at: [[1, 31, 16]], as: 'uint', clause: HEADER, doc: 'Requester ID: bus, device and function of the sender',
} as const satisfies Field

/** The fields of every message in non-flit mode whose byte 6 has no meaning of its own. */
export const common = {
  ...dw0,
  requesterId,
  tag: { at: [[1, 15, 8]], as: 'uint', optional: true, clause: HEADER, doc: 'Tag[7:0], reserved in this message', confidence: 'one source' },
} as const satisfies Record<string, Field>

/** What identifies a message in non-flit mode. */
export const message = (route: number, code: number, data = false) => ({
  fmt: { at: [[0, 31, 29]], value: data ? 3 : 1, doc: `Fmt: header of 4 DW, ${data ? 'with data' : 'no data'}` },
  type: { at: [[0, 28, 24]], value: 0x10 + route, doc: 'Type: message, with its routing in the low three bits' },
  messageCode: { at: [[1, 7, 0]], value: code, doc: 'Message Code' },
}) as const

/** AT means nothing but in memory requests. */
export const RESERVED_AT = [0, 11, 10, 'AT'] as const

/** AT and Length mean nothing in a message without data. */
export const RESERVED_IN_DW0 = [RESERVED_AT, [0, 9, 0, 'Length']] as const
