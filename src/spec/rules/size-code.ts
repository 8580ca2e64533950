/** The size of a range by the low ones of its address. PCIe Base Specification, 10.2.3.2. */

/** Bytes of a range with S set: the first 0 from bit 12 up tells; undefined if there is none. */
export function sizeOf(address: bigint): bigint | undefined {
  for (let bit = 12n; bit < 64n; bit++) if (((address >> bit) & 1n) === 0n) return 2n << bit
  return undefined
}

/** All of the 64-bit space, in bytes. */
const EVERYTHING = 1n << 64n

/** The same in AMD's commands, where a first 0 at or above bit 51 means everything, and so do ones up to bit 63. AMD IOMMU specification, table 14, as QEMU cites it. */
export function amdSizeOf(address: bigint): bigint {
  const bytes = sizeOf(address)
  return bytes === undefined || bytes >= 2n << 51n ? EVERYTHING : bytes
}

/** The address that Linux writes for everything, of the many that mean it to AMD. Linux, build_inv_address(). */
export const AMD_EVERYTHING = 0x7fff_ffff_ffff_f000n

export const PAST_ADDRESS_SPACE = 'with S, the first 0 above bit 11 tells the size, and there is none: the range would reach past the 64-bit address space'

/** What to say of a range that is smaller than the smallest unit of translation, where that is known. */
export function belowUnit(bytes: bigint | undefined, unit: number | undefined): string | undefined {
  if (bytes === undefined || unit === undefined || bytes >= BigInt(unit)) return undefined
  return `the range has ${bytes} bytes, less than the smallest unit of translation, ${unit} bytes: give at least that, aligned to its size`
}
