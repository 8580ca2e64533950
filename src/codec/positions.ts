import type { Bits } from '../spec/vocabulary.ts'

/**
 * Bits by their place in memory: a bit's position is 8 times the index of its byte, plus its place in the byte, where 0 is
 * the least significant.
 */

type Slices = readonly (readonly [word: number, hi: number, lo: number, note?: string])[]

/** The positions of slices in the bytes of a record, most significant bit first. */
export function bitPositions({ word: size, order }: Pick<Bits, 'word' | 'order'>, at: Slices): number[] {
  const positions: number[] = []
  for (const [word, hi, lo] of at) {
    for (let bit = hi; bit >= lo; bit--) {
      const byte = word * size + (order === 'little' ? bit >> 3 : size - 1 - (bit >> 3))
      positions.push(byte * 8 + (bit & 7))
    }
  }
  return positions
}

/** The bits at `positions` as an unsigned number, the first most significant; bits past the end count as 0. */
export function readBits(bytes: Uint8Array, positions: readonly number[]): bigint {
  let value = 0n
  for (const at of positions) value = (value << 1n) | BigInt(((bytes[at >> 3] ?? 0) >> (at & 7)) & 1)
  return value
}

/**
 * A copy of the bytes in which the bits at `positions` are those of `raw`, and all others are as they were.
 * @throws {RangeError} for a number that is not of so many bits, and for a position that is not in the bytes
 */
export function withBits(bytes: Uint8Array, positions: readonly number[], raw: bigint): Uint8Array<ArrayBuffer> {
  if (raw < 0n || raw >> BigInt(positions.length) !== 0n) throw new RangeError(`0x${raw.toString(16)} is no number of ${positions.length} bits`)
  const wrong = positions.find((at) => at >> 3 >= bytes.length)
  if (wrong !== undefined) throw new RangeError(`bit ${wrong} is not in ${bytes.length} bytes`)
  const copy = Uint8Array.from(bytes)
  writeBits(copy, 0, positions, raw)
  return copy
}

/** Writes the low bits of `raw` to `positions` of what lies at `offset`. */
export function writeBits(bytes: Uint8Array, offset: number, positions: readonly number[], raw: bigint): void {
  let rest = raw
  for (let i = positions.length - 1; i >= 0; i--, rest >>= 1n) {
    const at = positions[i]!
    const byte = offset + (at >> 3)
    bytes[byte] = (bytes[byte]! & ~(1 << (at & 7))) | (Number(rest & 1n) << (at & 7))
  }
}

/** How many bits of an unsigned number are set. */
export function countBits(bits: bigint): number {
  let count = 0
  for (let rest = bits; rest !== 0n; rest >>= 1n) count += Number(rest & 1n)
  return count
}
