import { columnsOf } from './columns.ts'
import { moved } from './row.ts'
import type { Row } from './row.ts'

/** An offset or address, perhaps with its symbol, and a colon. */
const HEAD = /^\s*(?:0x)?([0-9a-f]+)(?:\s*<[^<>]*>)?:(?=\s|$)/i

/**
 * A dump whose lines begin with an offset or an address and a colon: `xxd`, gdb `x/gx` and `x/wx`, QEMU `xp`, crash `rd`,
 * U-Boot `md`. Numbers with `0x` are as wide as they are written.
 */
export function colonDump(line: string): Row | undefined {
  const [head, offset] = HEAD.exec(line) ?? []
  if (head === undefined || offset === undefined) return undefined
  const { groups, order, places } = columnsOf(line.slice(head.length))
  return { offset, sure: true, groups, order, places: moved(places, head.length) }
}
