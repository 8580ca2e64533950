import { columnsOf } from './columns.ts'
import type { Columns } from './columns.ts'
import { HexError, moved, unlessNoHex } from './row.ts'
import type { Row } from './row.ts'

const HEAD = /^([0-9a-f]{8}`[0-9a-f]{8}|[0-9a-f]{4,16})(\s+)(?=[0-9a-f])/i

/**
 * A dump whose lines begin with an offset and no colon: `hexdump`, `hexdump -C`, `od`, WinDbg `db`, `dd`, `dq`, the byte panes
 * of capture tools.
 * Words wider than a byte are numbers in the order of the machine, which is taken to be little-endian.
 * @param goesOn whether the row before was one
 * @throws {HexError} for octal words, and for what is neither hex nor text
 */
export function bareDump(line: string, goesOn = false): Row | undefined {
  const [head, written, blank] = HEAD.exec(line) ?? []
  if (head === undefined || written === undefined || blank === undefined) return undefined
  const offset = written.replace('`', '')
  const ticked = offset !== written
  const width = /^[0-9a-f`]+/i.exec(line.slice(head.length))![0].replace('`', '').length
  const isNarrow = offset.length === 6 || offset.length === 7
  // PowerShell leaves one blank behind an offset, and HxD shows wide groups.
  const isDoubtful = !ticked && !isNarrow && (width > 2 || blank.length === 1)
  if ((isDoubtful && offset.length !== 8 && offset.length !== 16) || (isNarrow && width === offset.length)) return undefined
  if (!isDoubtful && (width % 2 !== 0 || width === 6)) throw new HexError(`words of ${width} digits look octal (od -tx1 writes hexadecimal)`)
  if (![2, 4, 8, 16].includes(width)) return undefined
  const read = (): Columns => columnsOf(` ${line.slice(head.length)}`)
  const columns = isDoubtful ? unlessNoHex(read) : read()
  // Words of which the first is no offset have no text that fits the others.
  if (!columns || (isDoubtful && !columns.told && (width > 2 || (!goesOn && columns.groups.length < ROW)))) return undefined
  const { groups, places, told } = columns
  return { offset, sure: offset.length !== 7, bare: true, groups, places: moved(places, head.length - 1), order: isDoubtful ? columns.order : width === 2 ? 'bytes' : 'number', told }
}

/** Bytes that are a row, where no text beside them says so. */
const ROW = 8

const SIGNED = /^0x([0-9a-f]{4,16})\s{1,8}(?=[0-9a-f]{2})/i

/** A row whose offset has `0x` and no colon, as radare2 and many programs print it: with the text of its bytes, or of single bytes. */
export function signedDump(line: string): Row | undefined {
  const [head, offset] = SIGNED.exec(line) ?? []
  if (head === undefined || offset === undefined) return undefined
  const columns = unlessNoHex(() => columnsOf(` ${line.slice(head.length)}`))
  // Otherwise it is no offset, but the first of some words.
  if (!columns || (!columns.told && (columns.groups.length < ROW || columns.groups[0]!.length !== 2))) return undefined
  const { groups, places, order, told } = columns
  return { offset, sure: true, groups, places: moved(places, head.length - 1), order, told }
}

/** The line that ends such a dump: its length alone. */
export function bareEnd(line: string): string | undefined {
  return /^([0-9a-f]{6,16})$/i.exec(line)?.[1]
}
