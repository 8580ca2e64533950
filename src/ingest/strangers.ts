/** What looks like words of hex, and is known to be of something else. Each is linear in the length of the line. */

/** Words of 64 bits in the upper half of the address space: nearly all of them are pointers of a kernel. */
const POINTERS = /(?<![0-9a-z])(?:0x)?ffff(?!f{12})[0-9a-f]{12}(?![0-9a-z])/gi

/** Where Linux on x86 stands itself. */
const OWN_TEXT = /(?<![0-9a-z])(?:0x)?ffffffff[89abc][0-9a-f]{7}(?![0-9a-z])/i

/** The address of a dump is no data. */
const ADDRESS = /^\s*(?:0x)?[0-9a-f]{1,16}(?:\s{0,4}<[^<>]{0,80}>)?:/i

/** A row that `ethtool -d` and `-e` write, and one of `tcpdump -x`. */
const OF_NETWORK = /^\s*0x[0-9a-f]{4}:(?:\t\t[0-9a-f]{2} |  [0-9a-f]{4} )/i

/** Whether a row holds a stack, registers, or what a network card or a packet holds. */
export function isOfKernel(row: string): boolean {
  if (OF_NETWORK.test(row)) return true
  const data = row.replace(ADDRESS, '')
  return OWN_TEXT.test(data) || (data.match(POINTERS)?.length ?? 0) > 1
}

/** What files begin with: ELF, PNG, ZIP, PDF, gzip, xz. */
const FILES = /^(?:\x7fELF|\x89PNG|PK\x03\x04|%PDF|\x1f\x8b\x08|\xfd7zX)/ // eslint-disable-line no-control-regex

/** Whether bytes are the beginning of a file of another kind. */
export const isOfFile = (bytes: Uint8Array): boolean => FILES.test(String.fromCharCode(...bytes.subarray(0, 4)))

/** Words of a page table that are looked at. */
const LOOKED_AT = 64

/**
 * Whether bytes are entries of a page table, of a processor or of an IOMMU: words of 64 bits with addresses of pages and the same
 * flags, of which the lowest says that they are present.
 */
export function isOfPageTable(bytes: Uint8Array): boolean {
  let [flags, count] = [0, 0]
  for (let at = 0; at + 8 <= bytes.length && count < LOOKED_AT; at += 8) {
    const word = bytes.subarray(at, at + 8)
    if (word.every((byte) => byte === 0)) continue
    const own = word[0]! | ((word[1]! & 0x0f) << 8)
    const hasAddress = (word[1]! & 0xf0) !== 0 || word.subarray(2, 6).some((byte) => byte !== 0)
    // Bits 62 to 52 are free, and seldom used; bit 63 forbids execution.
    if (!hasAddress || (own & 1) === 0 || own === 1 || (word[6]! & 0xf0) !== 0 || (word[7]! & 0x7f) !== 0 || (count > 0 && own !== flags)) return false
    flags = own
    count++
  }
  return count > 1
}

const DECIMALS = /^(?:\s*\d{1,6}:)?(?:[\s,]*[1-9]\d{7,15}(?![0-9a-z]))+\s*$/i

/** Masks of processors and nodes: runs of ones, the words joined by commas alone. */
const MASKS = /^\s*(?:0{0,7}[1-7]?(?:f{1,8}|0{1,8}|[137])(?:,(?=\S)|\s*$))+$/i

/** Whether a row may be of counters in decimal or of masks, which are hex by chance only. */
export const isOfCounters = (row: string): boolean => DECIMALS.test(row) || (row.includes(',') && MASKS.test(row))
