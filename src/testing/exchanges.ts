import fc from 'fast-check'
import { encodeRange } from '../ranges.ts'
import { concat } from '../packet/bytes.ts'
import { encodeTlp } from '../packet/index.ts'
import { checkMode } from '../packet/options.ts'
import { checkNumber } from '../responder/arguments.ts'
import type { TlpInit, TlpMode } from '../packet/index.ts'
import { numbers } from './edges.ts'
import { asRecords } from './traffic.ts'
import type { Traffic } from './traffic.ts'

/** What one exchange is about. */
export type Exchange =
  | { readonly kind: 'translation'; readonly requesterId: number; readonly tag: number; readonly pasid: number | null; readonly address: bigint; readonly entries: readonly { readonly address: bigint; readonly read: boolean; readonly write: boolean }[] }
  | { readonly kind: 'invalidation'; readonly requesterId: number; readonly destinationId: number; readonly itag: number; readonly pasid: number | null; readonly address: bigint; readonly size: bigint }

/** Packets of a link in wire order, and what they are. */
export interface TlpStream {
  readonly mode: TlpMode
  readonly bytes: Uint8Array
  readonly exchanges: readonly Exchange[]
  /** Where each packet begins, and whether it asks or answers, and which exchange it is of. */
  readonly packets: readonly { readonly offset: number; readonly exchange: number; readonly answer: boolean }[]
}

const PAGE = 4096n

/**
 * Translation Requests with their completions, and Invalidate Requests with theirs, interleaved: an answer comes after what it answers.
 * @param most exchanges at the most
 */
export function exchanges(mode: TlpMode, most = 8): fc.Arbitrary<TlpStream> {
  checkMode(mode)
  checkNumber('testing', 'most', most, 2 ** 32 - 1)
  const pasid = fc.option(numbers(0xfffff), { nil: null })
  const frame = numbers(2 ** 36 - 1).map((number) => BigInt(number) * PAGE)
  const entry = fc.record({ address: frame, read: fc.boolean(), write: fc.boolean() })
  const translation = fc.record({ kind: fc.constant('translation' as const), requesterId: numbers(0xffff), tag: numbers(0xff), pasid, address: frame, entries: fc.array(entry, { minLength: 1, maxLength: 4 }) })
  const invalidation = fc.record({ kind: fc.constant('invalidation' as const), requesterId: numbers(0xffff), destinationId: numbers(0xffff), itag: fc.nat(31), pasid, order: fc.nat(20), address: frame })
    .map(({ order, address, ...rest }) => ({ ...rest, address: address - (address % (PAGE << BigInt(order))), size: PAGE << BigInt(order) }))
  const keyOf = (one: Exchange): string => (one.kind === 'translation' ? `t${one.requesterId} ${one.tag}` : `i${one.destinationId} ${one.itag}`)
  const all = fc.uniqueArray(fc.oneof(translation, invalidation), { maxLength: most, selector: keyOf })
  return fc.tuple(all, fc.infiniteStream(fc.nat(1000))).map(([list, picks]) => streamOf(mode, list, picks))
}

function streamOf(mode: TlpMode, list: readonly Exchange[], picks: Iterator<number>): TlpStream {
  const left = list.map((exchange, i) => ({ i, packets: [requestOf(mode, exchange), answerOf(mode, exchange)] }))
  const order: { bytes: Uint8Array; exchange: number; answer: boolean }[] = []
  for (let ready = left; ready.length > 0; ready = ready.filter(({ packets }) => packets.length > 0)) {
    const next = ready[picks.next().value! % ready.length]!
    order.push({ bytes: encodeTlp(next.packets.shift()!), exchange: next.i, answer: next.packets.length === 0 })
  }
  let offset = 0
  const packets = order.map(({ bytes, exchange, answer }) => {
    const at = offset
    offset += bytes.length
    return { offset: at, exchange, answer }
  })
  return { mode, bytes: concat(order.map(({ bytes }) => bytes)), exchanges: list, packets }
}

/** The PASID of a packet: a prefix in non-flit mode, an OHC word in flit mode. */
function withPasid(mode: TlpMode, pasid: number | null): { readonly fields: object; readonly prefixes: object } {
  const said = { pasid: pasid ?? 0, executeRequested: false, privilegedModeRequested: false }
  if (pasid === null) return { fields: {}, prefixes: {} }
  return mode === 'flit' ? { fields: { ...said, pasidValid: true, noWrite: false }, prefixes: {} } : { fields: {}, prefixes: { prefixes: [{ id: 'pcie.pasid-prefix', message: said }] } }
}

const family = (mode: TlpMode): string => (mode === 'flit' ? 'pcie-flit' : 'pcie')

function requestOf(mode: TlpMode, exchange: Exchange): TlpInit {
  const { fields, prefixes } = withPasid(mode, exchange.pasid)
  if (exchange.kind === 'translation') {
    const { requesterId, tag, address, entries } = exchange
    const ohc = mode === 'flit' && exchange.pasid !== null ? { lastBe: 0xf, firstBe: 0xf, ...fields } : mode === 'flit' ? {} : { lastBe: 0xf, firstBe: 0xf }
    const message = { tc: 0, attr: 0, length: 2 * entries.length, requesterId, tag, address, ...(mode === 'flit' ? {} : { noWrite: false }), ...ohc }
    return { mode, id: `${family(mode)}.translation-request-64`, message, ...prefixes } as unknown as TlpInit
  }
  const { requesterId, destinationId, itag, address, size } = exchange
  const { fields: range } = encodeRange('pcie.invalidate-request', { address, size })
  const ohc = mode === 'flit' && exchange.pasid !== null ? { pasid: exchange.pasid, pasidValid: true, destinationSegment: 0, destinationSegmentValid: false } : {}
  return { mode, id: `${family(mode)}.invalidate-request`, message: { tc: 0, attr: 0, requesterId, itag, destinationId, global: false, ...range, ...ohc }, ...prefixes } as unknown as TlpInit
}

function answerOf(mode: TlpMode, exchange: Exchange): TlpInit {
  if (exchange.kind === 'translation') {
    const { requesterId, tag, entries } = exchange
    const message = { tc: 0, attr: 0, completerId: 0, byteCount: 8 * entries.length, requesterId, tag, ...(mode === 'flit' ? { lowerAddress6to2: 0 } : { lowerAddress: 0, status: 0 }) }
    return { mode, id: `${family(mode)}.translation-completion`, message, entries: entries.map((entry) => ({ ...entry, size: false })) } as unknown as TlpInit
  }
  const { requesterId, destinationId, itag } = exchange
  return { mode, id: `${family(mode)}.invalidate-completion`, message: { tc: 0, attr: 0, requesterId: destinationId, destinationId: requesterId, completionCount: 1, itagVector: 2 ** itag } } as unknown as TlpInit
}

/** Page requests and responses as packets of a link, one behind the other, prefixes included. */
export function asTlps(all: Traffic, mode: TlpMode): Uint8Array {
  checkMode(mode)
  return concat(asRecords(all, { request: `${family(mode)}.page-request`, response: `${family(mode)}.prg-response` }).map(({ bytes }) => bytes))
}
