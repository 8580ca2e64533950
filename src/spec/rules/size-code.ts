/** The size of a range by the low ones of its address. PCIe Base Specification, 10.2.3.2. */

/** Bytes of a range with S set: the first 0 from bit 12 up tells; undefined if there is none. */
export function sizeOf(address: bigint): bigint | undefined {
  for (let bit = 12n; bit < 64n; bit++) if (((address >> bit) & 1n) === 0n) return 2n << bit
  return undefined
}

export const PAST_ADDRESS_SPACE = 'with S, the first 0 above bit 11 tells the size, and there is none: the range would reach past the 64-bit address space'

/** What to say of a range that is smaller than the smallest unit of translation, where that is known. */
export function belowUnit(bytes: bigint | undefined, unit: number | undefined): string | undefined {
  if (bytes === undefined || unit === undefined || bytes >= BigInt(unit)) return undefined
  return `the range has ${bytes} bytes, less than the smallest unit of translation, ${unit} bytes: give at least that, aligned to its size`
}
