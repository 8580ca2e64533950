import { pasidPrefix } from '../generated/pcie.ts'
import { concat, swapDwords } from './bytes.ts'
import { checkMode } from './decode.ts'
import { fail } from './fault.ts'
import { partsAt } from './frame.ts'
import { partsOf } from './parts.ts'
import type { TlpInit } from './types.ts'

/**
 * Encodes a packet, the inverse of `decodeTlp`: a message of ATS or PRI from its fields, any other from its bytes.
 * What a message says about sizes (Length, Fmt of a completion, TD, OHC, TS) may be left out, and follows from the rest.
 * @throws {CodecError} as `encode` of the records; `range` where the packet says other sizes than its parts have, for
 * prefixes out of order and for entries that do not go with the status
 */
export function encodeTlp(tlp: TlpInit, options: { readonly swap?: boolean } = {}): Uint8Array {
  const mode = checkMode(tlp?.mode)
  const prefixes = concat((tlp.prefixes ?? []).map((prefix) => (prefix.id === undefined ? dword(prefix.word) : pasidPrefix.encode(prefix.message))))
  const { header, payload = new Uint8Array() } = tlp.id === undefined ? tlp : partsOf(tlp)
  const trailer = tlp.trailer ?? new Uint8Array()
  const bytes = concat([prefixes, header, payload, trailer])

  // The packet is read as a receiver would, so that nothing is sent which says one thing and is another.
  const found = partsAt(bytes, 0, mode)
  const said = [found.header, found.payload - found.header, found.trailer - found.payload, found.end - found.trailer]
  const given = [prefixes, header, payload, trailer].map(({ length }) => length)
  if (said.some((size, i) => size !== given[i])) {
    fail({ code: 'range', field: 'parts', expected: `prefixes, header, payload and trailer of ${said.join(', ')} bytes, as the packet says`, actual: given.join(', ') })
  }
  return options.swap ? swapDwords(bytes) : bytes
}

function dword(word: number): Uint8Array {
  if (word >>> 0 !== word) fail({ code: 'range', field: 'prefixes', expected: 'DWs from 0 to 0xffffffff', actual: word })
  return Uint8Array.of(word >>> 24, word >>> 16, word >>> 8, word)
}
