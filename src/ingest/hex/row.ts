/** What the digits of a group are: bytes in the order of memory, a number, or one of the two, where nothing in the line tells which. */
export type Order = 'bytes' | 'number' | 'either'

/** A line of hex, without its offset and text columns. */
export interface Row {
  /** Digits of the offset or address, as they are written. */
  readonly offset?: string
  /** Whether the offset is surely hexadecimal; `od` writes octal and decimal ones of seven digits, too. */
  readonly sure?: boolean
  /** Whether the offset has no colon: such a dump may end in a line with an offset alone. */
  readonly bare?: boolean
  /** Digits of each group, without `0x`. */
  readonly groups: readonly string[]
  /** Where the digits of each group begin and end in the line; -1 for a byte that is not written in digits. */
  readonly places: Places
  readonly order: Order
  /** Whether the text of the bytes stands beside them, or a box about them: then the row is read as it was written. */
  readonly told?: boolean | undefined
  /** Size of its words in bytes, where they are in decimal. */
  readonly decimal?: number
  /** Whether groups of more than 16 digits may be numbers, too. */
  readonly wide?: boolean
}

/** Columns: of the first digit of each group, and of what stands behind its last. */
export interface Places {
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/** The same places in a line in which they begin `by` characters later. */
export const moved = (places: Places, by: number): Places => (by === 0 ? places : { starts: places.starts.map((at) => (at < 0 ? at : at + by)), ends: places.ends.map((at) => (at < 0 ? at : at + by)) })

/** Text that is no hex, or of which nothing sure can be said. */
export class HexError extends Error {
  override readonly name = 'HexError'
}

/** What is read; undefined where that is no hex. */
export function unlessNoHex<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof HexError) return undefined
    throw error
  }
}

/** A piece of the input in quotes: short, and in one line. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text)
}

/** The order of groups of a width, where no text column and no shape tells more. */
export function orderOf(groups: readonly string[]): Order {
  return groups.every(({ length }) => length !== 4 && length !== 8 && length !== 16) ? 'bytes' : 'either'
}
