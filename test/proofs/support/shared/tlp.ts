import { fromHex } from '../../../support/bytes.ts'
import type { Vector } from '../vectors.ts'

/** TLPs put together from the parts that rows give: a message's code and its last two DWs, a body, a range. */

type Part = Omit<Vector, 'where'>

/** A header whose bits that nobody names are 0, as `pcie.*` records have it. */
export const plainHeader = { t9: false, tc: 0, t8: false, attr: 0, ln: false, th: false, td: false, ep: false, tag: 0 } as const

const hex = (value: number | bigint, digits: number): string => value.toString(16).padStart(digits, '0')

/** DW2 and DW3 of a message as one number, bit by bit. */
function bits(payload: bigint, hi: number, lo: number): number {
  return Number((payload >> BigInt(lo)) & ((1n << BigInt(hi - lo + 1)) - 1n))
}

/** `message` if no reserved bit is set, otherwise what it is without them. */
export function unless(reserved: boolean, message: NonNullable<Vector['message']>): Pick<Vector, 'message' | 'refused' | 'ignoring'> {
  return reserved ? { refused: 'reserved', ignoring: message } : { message }
}

/** A PRG Response: message code 5, routed by ID. */
export function prgResponse(requesterId: number, payload: bigint, says: { destinationId?: number; respCode?: number; prgIndex?: number } = {}): Part {
  const message = { ...plainHeader, requesterId, destinationId: bits(payload, 63, 48), respCode: bits(payload, 47, 44), prgIndex: bits(payload, 40, 32), ...says }
  const reserved = bits(payload, 43, 41) !== 0 || bits(payload, 31, 0) !== 0
  return { record: 'pcie.prg-response', bytes: fromHex(`32000000${hex(requesterId, 4)}0005${hex(payload, 16)}`), ...unless(reserved, message) }
}

/** An Invalidate Completion: message code 2, routed by ID. */
export function invalidateCompletion(requesterId: number, payload: bigint, says: { completionCount: number; itagVector: number; destinationId?: number }): Part {
  const message = { ...plainHeader, requesterId, destinationId: bits(payload, 63, 48), ...says }
  return { record: 'pcie.invalidate-completion', bytes: fromHex(`32000000${hex(requesterId, 4)}0002${hex(payload, 16)}`), message }
}

/** The body of an Invalidate Request, alone and behind a header: message code 1, routed by ID, 2 DW of data. */
export function invalidateBody(body: bigint, says: { address: bigint; size: boolean; global: boolean }): Part[] {
  const reserved = bits(body, 10, 1) !== 0
  const { tag: _, ...header } = plainHeader
  return [
    { record: 'pcie-flit.invalidate-request-data', bytes: fromHex(hex(body, 16)), ...unless(reserved, says) },
    {
      record: 'pcie.invalidate-request',
      bytes: fromHex(`72000002000005011234000000000000${hex(body, 16)}`),
      ...unless(reserved, { ...header, requesterId: 0, itag: 5, destinationId: 0x1234, ...says }),
    },
  ]
}

/** Address and S bit of a range, in the code of PCIe: the low address bits below the size are ones, but for the highest. */
export function range(base: bigint, sizeBytes: bigint): { address: bigint; size: boolean } {
  const coded = base | ((sizeBytes / 4096n - 1n) << 11n)
  return { address: coded & ~0xfffn, size: sizeBytes > 4096n }
}

export const EVERYTHING = { address: 0x7ffffffffffff000n, size: true } as const
