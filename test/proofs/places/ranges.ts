import { decodeRange, encodeRange, rangeIds } from '../../../src/ranges.ts'
import type { AddressRange, RangeId } from '../../../src/ranges.ts'

const SPACE = 1n << 64n
const PAGE = 4096n

/**
 * Ranges of every size and alignment: for each pair of exponents, a range that begins at a multiple of one and ends at
 * a multiple of the other, and those a byte to either side; before zeros and before ones.
 */
function* ranges(): Generator<AddressRange> {
  const above = [0n, SPACE - 1n]
  for (let start = 0n; start < 64n; start++) {
    for (let end = start; end <= 64n; end++) {
      for (const bits of above) {
        const base = (bits >> end) << end
        for (const [from, to] of [[0n, 0n], [1n, 0n], [0n, -1n], [-1n, 0n], [0n, 1n]] as const) {
          const address = base + (end === start ? 0n : 1n << start) + from
          const last = base + (1n << end) + to
          if (address >= 0n && last <= SPACE && last > address) yield { address, size: last - address }
        }
      }
    }
  }
}

const SIZES = Array.from({ length: 53 }, (_, k) => PAGE << BigInt(k))

/** The sizes that a size code has: those that stay as they are at address 0. */
function sizesOf(id: RangeId): bigint[] {
  return SIZES.filter((size) => encodeRange(id, { address: 0n, size }, { widen: true }).range.size === size)
}

/** Of each size code: what is encoded covers what was asked for, decodes to itself, and the next smaller size does not cover it. */
export function wrongRanges(ids: readonly RangeId[] = rangeIds, encode = encodeRange, decode = decodeRange): { readonly ranges: number; readonly wrong: readonly string[] } {
  const wrong: string[] = []
  let count = 0
  for (const id of ids) {
    const sizes = sizesOf(id)
    for (const range of ranges()) {
      count++
      const { address, size: bytes } = range
      const encoded = encode(id, range, { widen: true })
      const got = decode(id, encoded.fields)
      const covers = (size: bigint, from: bigint): boolean => from <= address && from + size >= address + bytes
      const say = (what: string): void => void wrong.push(`${id}: 0x${address.toString(16)} of 0x${bytes.toString(16)} bytes ${what}`)
      if (got.address !== encoded.range.address || got.size !== encoded.range.size) say('decodes to another range')
      if (!covers(got.size, got.address)) say('is not covered')
      const smaller = sizes[sizes.indexOf(got.size) - 1]
      if (smaller !== undefined && covers(smaller, address - (address % smaller))) say('fits a smaller range')
    }
  }
  return { ranges: count, wrong }
}
