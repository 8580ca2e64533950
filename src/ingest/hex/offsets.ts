import { HexError } from './row.ts'

const RADIXES = [16n, 8n, 10n] as const
const VALUE = { 16: /^[0-9a-f]+$/i, 10: /^[0-9]+$/, 8: /^[0-7]+$/ } as const

/** The most bytes that a `*` may stand for. */
const MOST_REPEATED = 1n << 24n

/** Follows the offsets of a dump: each line begins where the one before it ended. In which base they are, shows by that. */
export class Offsets {
  /** Where the dump begins, less the bytes before it, in each base that is still possible. */
  private origins = new Map<bigint, bigint>()

  /** @throws {HexError} unless a line at `offset` may come after `length` bytes */
  line(offset: string, length: bigint, sure: boolean): void {
    const starts = valuesOf(offset, sure)
    if (this.origins.size === 0 || starts.every(([, value]) => value === 0n)) {
      this.origins = new Map(starts.map(([radix, value]) => [radix, value - length]))
      return
    }
    this.keep(offset, starts, length)
  }

  /**
   * @returns how many bytes a `*` stood for, by the offset of the line after it
   * @throws {HexError} where the bases disagree, or the bytes are fewer than none or too many
   */
  repeated(offset: string, length: bigint, sure: boolean): number {
    const missing = new Set(valuesOf(offset, sure).flatMap(([radix, value]) => {
      const origin = this.origins.get(radix)
      return origin === undefined ? [] : [value - origin - length]
    }))
    const [bytes] = missing
    if (missing.size !== 1) throw new HexError('a "*" stands for lines that are left out, and the offsets do not tell how many (hexdump -v and od -v write them all)')
    if (bytes! < 0n || bytes! > MOST_REPEATED) throw new HexError(`a "*" stands for ${bytes} bytes, where 0 to ${MOST_REPEATED} are possible`)
    return Number(bytes)
  }

  private keep(offset: string, starts: readonly (readonly [bigint, bigint])[], length: bigint): void {
    const fitting = starts.filter(([radix, value]) => this.origins.get(radix) === value - length)
    if (fitting.length > 0) {
      this.origins = new Map(fitting.map(([radix, value]) => [radix, value - length]))
      return
    }
    const [[, value] = [16n, 0n]] = starts
    const expected = (this.origins.get(16n) ?? 0n) + length
    throw new HexError(`offset 0x${offset}, where 0x${expected.toString(16)} comes next: ${value > expected ? 'a line is missing' : 'lines overlap'}`)
  }
}

function valuesOf(offset: string, sure: boolean): [bigint, bigint][] {
  const digits = offset.slice(0, 64)
  return (sure ? RADIXES.slice(0, 1) : RADIXES).flatMap((radix) => {
    if (!VALUE[Number(radix) as keyof typeof VALUE].test(digits)) return []
    const value = radix === 16n ? BigInt(`0x${digits}`) : radix === 8n ? BigInt(`0o${digits}`) : BigInt(digits)
    return [[radix, value] as [bigint, bigint]]
  })
}
