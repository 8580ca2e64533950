import { loadBig } from '../codec/memory.ts'
import { MESSAGE_CODE } from '../spec/codes.ts'
import { FLIT_LOCAL_PREFIX, FLIT_TYPES, LAST_ROUTE, NON_FLIT_TYPES, OHC_E_DWORDS, PASID_PREFIX, TRAILER_DWORDS } from '../spec/tlp.ts'
import type { TlpKind } from '../spec/tlp.ts'
import { fail, hex } from './fault.ts'
import { ohcWords } from './ohc.ts'
import type { TlpMode } from './types.ts'

/** Where the parts of a packet begin: prefixes, header (base), OHC words, payload, trailer. */
export interface Parts {
  readonly offset: number
  readonly header: number
  readonly ohc: number
  /** Flit mode: ids of the words of OHC-A to OHC-C; OHC-E follows them. */
  readonly words: readonly string[]
  readonly payload: number
  readonly trailer: number
  readonly end: number
}

/** A packet that is there as a whole. */
export interface Frame extends Parts {
  readonly mode: TlpMode
  readonly kind: TlpKind
  readonly name: string
}

/** What DW0 says about sizes, in bytes. */
interface Sizes {
  readonly header: number
  readonly words?: readonly string[]
  readonly ohcE?: number
  readonly data: boolean
  readonly trailer: number
}

/** Finds the parts of the packet at `offset`, which may end before they do. @throws {CodecError} `truncated`, `range`, `reserved` */
export function partsAt(bytes: Uint8Array, offset: number, mode: TlpMode): Parts {
  const header = mode === 'flit' ? skipFlitPrefixes(bytes, offset) : skipPrefixes(bytes, offset)
  const dw0 = loadBig(bytes, header)
  const sizes = mode === 'flit' ? flitSizes(dw0, offset) : nonFlitSizes(dw0, offset)
  const words = sizes.words ?? []
  const ohc = header + sizes.header
  const payload = ohc + 4 * words.length + (sizes.ohcE ?? 0)
  const trailer = payload + (sizes.data ? 4 * ((dw0 & 0x3ff) || 1024) : 0)
  return { offset, header, ohc, words, payload, trailer, end: trailer + sizes.trailer }
}

/** The packet at `offset`. @throws {CodecError} `truncated`, `range`, `reserved` */
export function frameAt(bytes: Uint8Array, offset: number, mode: TlpMode): Frame {
  const parts = partsAt(bytes, offset, mode)
  const { header, end } = parts
  if (end > bytes.length) fail({ code: 'truncated', offset, expected: `a packet of ${end - offset} bytes`, actual: bytes.length - offset })
  const [name, kind] = nameOf(mode, bytes[header]!, bytes[header + 7]!)
  return { ...parts, mode, kind, name }
}

/** The packet's prefixes, as DWs. */
export function prefixesOf(bytes: Uint8Array, { offset, header }: Frame): number[] {
  return Array.from({ length: (header - offset) / 4 }, (_, i) => loadBig(bytes, offset + 4 * i) >>> 0)
}

function skipFlitPrefixes(bytes: Uint8Array, offset: number): number {
  let at = offset
  while (typeAt(bytes, at, offset) === FLIT_LOCAL_PREFIX) at += 4
  return at
}

/** Local prefixes come first, then end-to-end ones, then the header. */
function skipPrefixes(bytes: Uint8Array, offset: number): number {
  let endToEnd: number | undefined
  let pasid = false
  let at = offset
  for (let type = typeAt(bytes, at, offset); type >> 5 === 4; type = typeAt(bytes, at, offset)) {
    const out = (expected: string): never => fail({ code: 'range', offset, field: 'prefixes', expected, actual: hex(type) })
    const local = (type & 0x10) === 0
    if (local && endToEnd !== undefined) out(`no local prefix after the end-to-end prefix ${hex(endToEnd)}`)
    if (type === PASID_PREFIX && pasid) out('one PASID prefix')
    pasid ||= type === PASID_PREFIX
    if (!local) endToEnd = type
    at += 4
  }
  return at
}

/** Byte 0 of the DW at `at`, which begins a prefix or the header. */
function typeAt(bytes: Uint8Array, at: number, offset: number): number {
  if (at + 4 <= bytes.length) return bytes[at]!
  return fail({
    code: 'truncated', offset,
    expected: at === offset ? 'a header' : `a header after ${at - offset} bytes of prefixes`,
    actual: Math.max(0, bytes.length - offset),
  })
}

function nonFlitSizes(dw0: number, offset: number): Sizes {
  const fmt = dw0 >>> 29
  if (fmt > 4) fail({ code: 'reserved', offset, field: 'fmt', bits: 'DW0[31:29]', expected: '0 to 4', actual: fmt })
  return { header: (fmt & 1) !== 0 ? 16 : 12, data: (fmt & 2) !== 0, trailer: (dw0 & 0x8000) !== 0 ? 4 : 0 }
}

function flitSizes(dw0: number, offset: number): Sizes {
  const type = dw0 >>> 24
  const [, kind] = FLIT_TYPES[type] ?? (isMessage(type) ? [type, 'message' as const] : [])
  if (kind === undefined) fail({ code: 'reserved', offset, field: 'type', bits: 'DW0[31:24]', expected: 'a Type whose header size is known', actual: hex(type) })
  const ts = (dw0 >>> 13) & 7
  const trailer = TRAILER_DWORDS[ts]
  if (trailer === undefined) fail({ code: 'reserved', offset, field: 'ts', bits: 'DW0[15:13]', expected: `one of ${Object.keys(TRAILER_DWORDS).join(', ')}`, actual: ts })
  const ohc = (dw0 >>> 16) & 0x1f
  return {
    header: kind === 'nop' ? 4 : (type & 0x20) !== 0 ? 16 : 12,
    words: ohcWords(ohc, kind, type),
    ohcE: 4 * OHC_E_DWORDS[ohc >> 3]!,
    data: (type & 0x40) !== 0,
    trailer: 4 * trailer,
  }
}

function isMessage(type: number): boolean {
  return (type & 0xb8) === 0x30 && (type & 7) <= LAST_ROUTE
}

const messageNames = /* @__PURE__ */ new Map<number, string>(/* @__PURE__ */ Object.entries(MESSAGE_CODE).map(([name, code]) => [code, name]))

function nameOf(mode: TlpMode, type: number, code: number): readonly [name: string, kind: TlpKind] {
  if (isMessage(type)) return [messageNames.get(code) ?? `Message ${hex(code)}`, 'message']
  return (mode === 'flit' ? FLIT_TYPES : NON_FLIT_TYPES)[type] ?? [`Fmt ${type >> 5}, Type ${hex(type & 0x1f)}`, 'undefined']
}
