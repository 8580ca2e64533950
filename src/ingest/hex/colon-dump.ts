import { columnsOf } from './columns.ts'
import { moved } from './row.ts'
import type { Row } from './row.ts'

/** An offset or address, perhaps with its symbol or `h` behind it, and a colon; TRACE32 has the class of memory before it and a bar behind it. */
const HEAD = /^\s*(?:\.\s+)?(?:(?:0x)?([0-9a-f]+)h?(?:\s*<[^<>]*>)?:(?=\s|$)|[A-Z]{1,4}:([0-9a-f]{4,16})\|[>\s]?)/i

/**
 * A dump whose lines begin with an offset or an address and a colon: `xxd`, gdb `x/gx` and `x/wx`, QEMU `xp`, crash `rd`,
 * U-Boot `md`, OpenOCD `mdw`, TRACE32, `perf script -D`. Numbers with `0x` are as wide as they are written.
 */
export function colonDump(line: string): Row | undefined {
  const [head, plain, classed] = HEAD.exec(line) ?? []
  const offset = plain ?? classed
  if (head === undefined || offset === undefined) return undefined
  const { groups, order, places, told } = columnsOf(line.slice(head.length))
  return { offset, sure: true, groups, order, places: moved(places, head.length), told }
}
