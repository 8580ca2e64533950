import type { Form, FlatPiece } from '../form.ts'
import { ones } from '../form.ts'

/** A record whose fixed bits are right, whose fields have the given raw bits and 0 otherwise. */
export function imageOf({ fields, fixed, reserved, size, order }: Form, raws: Readonly<Record<string, bigint>>, reservedOnes = false): Uint8Array {
  let whole = 0n
  const put = (flat: readonly FlatPiece[], raw: bigint): void => {
    for (const { lo, width, to } of flat) whole |= ((raw >> BigInt(to)) & ones(width)) << BigInt(lo)
  }
  for (const { name, flat } of fields) put(flat, raws[name] ?? 0n)
  for (const { flat, value } of fixed) put(flat, value)
  if (reservedOnes) for (const { flat, width } of reserved) put(flat, ones(width))
  const bytes = Uint8Array.from({ length: size }, (_, i) => Number((whole >> BigInt(8 * i)) & 0xffn))
  return order === 'little' ? bytes : bytes.reverse()
}

/** Where bit `lo` of the record as one integer lies in memory: bit `index & 7` of byte `index >> 3`. */
export function indexOf({ size, order }: Pick<Form, 'size' | 'order'>, lo: number): number {
  return order === 'little' ? lo : 8 * (size - 1 - (lo >> 3)) + (lo & 7)
}

/** Whole bytes out of an even number of hexadecimal digits; undefined of anything else. */
export function bytesOf(hex: string): Uint8Array | undefined {
  if (!/^([0-9a-f]{2})*$/i.test(hex)) return undefined
  return Uint8Array.from({ length: hex.length / 2 }, (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16))
}

/** Random numbers of so many bits, the same for the same seed on every machine (xorshift32 of an FNV-1a hash). */
export function numbersOf(seed: string): (width: number) => bigint {
  let state = 0x811c9dc5
  for (let i = 0; i < seed.length; i++) state = Math.imul(state ^ seed.charCodeAt(i), 0x01000193)
  state ||= 1
  const next = (): bigint => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return BigInt(state >>> 0)
  }
  return (width) => ((next() << 32n) | next()) & ones(width)
}
