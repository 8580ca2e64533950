import type { AnyMessage } from '../codec/message.ts'
import { decode } from '../codec/reference.ts'
import * as nonFlit from '../spec/tlp-headers.ts'
import * as flit from '../spec/tlp-headers-flit.ts'
import { MESSAGE_CODE } from '../spec/codes.ts'
import type { Layout } from '../spec/vocabulary.ts'
import { frameAt } from './frame.ts'
import type { Frame } from './frame.ts'
import type { TlpMode } from './types.ts'
import { addWords } from './messages.ts'

const tables = { 'non-flit': nonFlit, flit }

/** The table of the header of a packet that is no record of its own: see `headers`. Its prefixes stand before it. */
export function headerTable(bytes: Uint8Array, mode: TlpMode): Layout | undefined {
  const frame = frameAt(bytes, 0, mode, false)
  return frame.code === undefined ? tableOf(bytes, 0, frame) : undefined
}

/** Routing of a message to one function. */
export const BY_ID = 2

/** The table of a header; undefined where there is nothing to tell. */
export function tableOf(wire: Uint8Array, start: number, { mode, kind, header, ohc: end }: Frame): Layout | undefined {
  const of = tables[mode]
  switch (kind) {
    case 'memory':
    case 'atomic':
      return end - header === of.memory32.size ? of.memory32 : of.memory64
    case 'message': {
      const code = wire[start + header + 7]
      if (code === MESSAGE_CODE['Vendor_Defined Type 0'] || code === MESSAGE_CODE['Vendor_Defined Type 1']) return of.vendorMessage
      return (wire[start + header]! & 7) === BY_ID ? of.messageById : of.anyMessage
    }
    case 'io':
    case 'configuration':
    case 'completion':
      return of[kind]
    default:
      return undefined
  }
}

const LENIENT = { reserved: 'ignore' } as const

/** What a header says of itself, whatever packet it is. Reserved bits are read over. */
export function headerFields(wire: Uint8Array, start: number, frame: Frame): AnyMessage {
  const table = tableOf(wire, start, frame)
  if (table === undefined) return {}
  const fields = decode(table, wire, start + frame.header, LENIENT)
  if (frame.mode === 'non-flit') return fields
  addWords(fields, wire, start + frame.ohc, frame.words, LENIENT)
  if (frame.kind === 'completion') {
    const { lowerAddress6to2, lowerAddress1to0 = 0, status = 0 } = fields as Record<string, number>
    fields['lowerAddress'] = 4 * lowerAddress6to2! + lowerAddress1to0
    fields['status'] = status
  }
  return fields
}
