import { loadBig, loadLittle } from '../codec/memory.ts'
import type { AnyRecord } from '../registry.ts'
import { MESSAGE_CODE } from '../spec/codes.ts'
import { FLIT_LOCAL_PREFIX, OHC_E_DWORDS, PASID_PREFIX, TRAILER_DWORDS } from '../spec/tlp.ts'
import type { TlpKind } from '../spec/tlp.ts'
import { fail, hex } from './fault.ts'
import type { PacketFault } from './fault.ts'
import { shapeOf } from './shape.ts'
import type { TlpMode } from './types.ts'

/** Where the parts of a packet begin, in bytes from its start: prefixes, header (base), OHC words, payload, trailer. */
export interface Frame {
  readonly code?: undefined
  readonly mode: TlpMode
  readonly kind: TlpKind
  /** Name of its type; `Message` where the message code has the name. */
  readonly name: string
  /** Where the packet begins. */
  readonly offset: number
  readonly header: number
  readonly ohc: number
  /** Flit mode: the records of the words of OHC-A to OHC-C; OHC-E follows them. */
  readonly words: readonly AnyRecord[]
  readonly payload: number
  readonly trailer: number
  readonly size: number
}

const NO_WORDS: readonly AnyRecord[] = []

/**
 * The parts of the packet at `offset`, which may end before they do; or what keeps them from being told.
 * The one place that knows prefixes, sizes and framing. It makes no error, since a caller may have a use for the fault.
 * @param swap the bytes of each DW, counted from `offset`, are in reverse order
 */
export function frameAt(bytes: Uint8Array, offset: number, mode: TlpMode, swap = false): Frame | PacketFault {
  const flit = mode === 'flit'
  const load = swap ? loadLittle : loadBig
  let at = offset
  let endToEnd = 0
  let pasid = false
  let dw0 = 0
  for (;;) {
    if (at + 4 > bytes.length) return noHeader(bytes, at, offset)
    dw0 = load(bytes, at)
    const type = dw0 >>> 24
    if (flit ? type !== FLIT_LOCAL_PREFIX : type >> 5 !== 4) break
    // Local prefixes come first, then end-to-end ones, of which bit 4 is set, then the header.
    const local = flit || (type & 0x10) === 0
    if (local && endToEnd !== 0) return badPrefix(offset, `no local prefix after the end-to-end prefix ${hex(endToEnd)}`, type)
    if (!flit && type === PASID_PREFIX) {
      if (pasid) return badPrefix(offset, 'one PASID prefix', type)
      pasid = true
    }
    if (!local) endToEnd = type
    at += 4
  }

  const type = dw0 >>> 24
  const shape = shapeOf(mode, type)
  if (shape === undefined) return unknownType(offset, flit, type)
  const { kind, name, base, data } = shape
  const header = at - offset
  const ohc = header + base
  let payload = ohc
  let words = NO_WORDS
  let after: number | undefined
  if (flit) {
    const present = (dw0 >>> 16) & 0x1f
    words = shape.words[present & 7]!
    payload += 4 * (words.length + OHC_E_DWORDS[present >> 3]!)
    after = TRAILER_DWORDS[(dw0 >>> 13) & 7]
    if (after === undefined) return unknownTrailer(offset, (dw0 >>> 13) & 7)
  } else after = (dw0 >>> 15) & 1
  const trailer = data ? payload + 4 * ((dw0 & 0x3ff) || 1024) : payload
  return { mode, kind, name, offset, header, ohc, words, payload, trailer, size: trailer + 4 * after }
}

/** The packet at `offset`, which is there as a whole. @throws {CodecError} `truncated`, `range`, `reserved` */
export function wholeFrameAt(bytes: Uint8Array, offset: number, mode: TlpMode, swap: boolean): Frame {
  const frame = frameAt(bytes, offset, mode, swap)
  if (frame.code !== undefined) fail(frame)
  const there = bytes.length - offset
  if (frame.size > there) fail({ code: 'truncated', offset, expected: `a packet of ${frame.size} bytes`, actual: there })
  return frame
}

function noHeader(bytes: Uint8Array, at: number, offset: number): PacketFault {
  const expected = at === offset ? 'a header' : `a header after ${at - offset} bytes of prefixes`
  return { code: 'truncated', offset, expected, actual: Math.max(0, bytes.length - offset) }
}

function badPrefix(offset: number, expected: string, type: number): PacketFault {
  return { code: 'range', offset, field: 'prefixes', expected, actual: hex(type) }
}

function unknownType(offset: number, flit: boolean, type: number): PacketFault {
  if (flit) return { code: 'reserved', offset, field: 'type', bits: 'DW0[31:24]', expected: 'a Type whose header size is known', actual: hex(type) }
  return { code: 'reserved', offset, field: 'fmt', bits: 'DW0[31:29]', expected: '0 to 4', actual: type >> 5 }
}

function unknownTrailer(offset: number, ts: number): PacketFault {
  return { code: 'reserved', offset, field: 'ts', bits: 'DW0[15:13]', expected: `one of ${Object.keys(TRAILER_DWORDS).join(', ')}`, actual: ts }
}

/** Where each OHC word lies in the header with its words, and which record it is. */
export function ohcPlaces({ header, ohc, words }: Frame): readonly { readonly id: string; readonly offset: number }[] {
  return words.map(({ id }, i) => ({ id, offset: ohc - header + 4 * i }))
}

const messageNames = /* @__PURE__ */ new Map<number, string>(/* @__PURE__ */ Object.entries(MESSAGE_CODE).map(([name, code]) => [code, name]))

/** The name of a packet: that of its type, or of its message code. */
export function nameOf({ kind, name }: Frame, messageCode: number): string {
  return kind === 'message' ? messageNames.get(messageCode) ?? `Message ${hex(messageCode)}` : name
}
