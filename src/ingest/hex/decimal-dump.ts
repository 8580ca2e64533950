import type { Row } from './row.ts'

/**
 * Columns of `od` in decimal, as wide as the largest number of the size needs: for each width the size in bytes. Their width
 * and their blanks tell them from hexadecimal ones.
 */
const WIDTHS: readonly (readonly [width: number, size: number])[] = [[4, 1], [5, 1], [6, 2], [7, 2], [11, 4], [12, 4], [21, 8]]

/** Bytes of a row. */
const ROW = 16

const HEAD = /^(?:[0-7]{7,16})(?= )/
const FIELD = /^ +(-?(?:0|[1-9]\d{0,19}))$/

/** What `od -c` and `hexdump -c` write of bytes that cannot be printed and have a letter. */
const ESCAPES: Readonly<Record<string, number>> = { '\\0': 0, '\\a': 7, '\\b': 8, '\\t': 9, '\\n': 10, '\\v': 11, '\\f': 12, '\\r': 13 }

const GDB = /^(0x[0-9a-f]{4,16})(?:\s?<[^<>]{0,80}>)?:((?:\t-?(?:0|[1-9]\d{0,19})){1,4})$/i

/**
 * A row of `od` in decimal or of `od -c`, or of gdb `x/gd` and `x/wd`.
 * @param line with the blanks before it, of which columns are made
 * @param size that the rows before it had: then the last row may be shorter
 */
export function decimalDump(line: string, size: number | undefined): Row | undefined {
  const text = line.trimEnd()
  const gdb = GDB.exec(text)
  if (gdb) return ofGdb(gdb[1]!, gdb[2]!.trim().split('\t').map(BigInt), size)
  const offset = HEAD.exec(text)?.[0]
  const columns = text.slice(offset?.length ?? 0)
  if (columns.length > ROW * 5 || !columns.startsWith(' ')) return undefined
  if (offset !== undefined && columns.length % 4 === 0 && /\\[0abtnvfr]/.test(columns)) return ofCharacters(offset, columns)
  for (const [width, bytes] of WIDTHS) {
    const count = columns.length / width
    if (!Number.isInteger(count) || count * bytes > ROW || (count * bytes < ROW && offset === undefined && size !== bytes)) continue
    const fields = Array.from({ length: count }, (_, i) => FIELD.exec(columns.slice(i * width, (i + 1) * width))?.[1])
    // Bytes above 077 in octal look like those in decimal.
    if (width === 4 && size !== bytes && fields.every((field) => field !== undefined && /^[1-3][0-7]{2}$/.test(field))) return undefined
    const row = fields.every((field) => field !== undefined) ? ofValues(offset, fields.map(BigInt), bytes) : undefined
    if (row) return row
  }
  return undefined
}

/** Of a first row, two values with one of them above 32 bits are of 64; two that are below may be either. */
function ofGdb(address: string, values: readonly bigint[], before: number | undefined): Row | undefined {
  const own = values.length === 4 ? 4 : values.length === 2 && values.some((value) => value === 0n || value >= 1n << 32n) ? 8 : undefined
  const size = before !== undefined && values.length * before <= ROW ? before : own
  const row = size === undefined ? undefined : ofValues(address.slice(2), values, size)
  return row && { ...row, sure: true }
}

function ofValues(offset: string | undefined, values: readonly bigint[], size: number): Row | undefined {
  const bits = 8n * BigInt(size)
  if (values.some((value) => value >= 1n << bits || value < -(1n << (bits - 1n)))) return undefined
  return rowOf(offset, values.map((value) => BigInt.asUintN(Number(bits), value).toString(16).padStart(2 * size, '0')), size === 1 ? 'bytes' : 'number')
}

/** A character, an escape, or three octal digits of a byte, in four columns each. */
function ofCharacters(offset: string, columns: string): Row | undefined {
  const bytes: number[] = []
  for (let at = 0; at < columns.length; at += 4) {
    const field = columns.slice(at + 1, at + 4)
    const byte = ESCAPES[field.trim()] ?? (/^[0-3][0-7]{2}$/.test(field) ? Number.parseInt(field, 8) : field.trim().length <= 1 ? (field.trimStart() || ' ').charCodeAt(0) : undefined)
    if (columns[at] !== ' ' || byte === undefined) return undefined
    bytes.push(byte)
  }
  return rowOf(offset, bytes.map((byte) => byte.toString(16).padStart(2, '0')), 'bytes')
}

function rowOf(offset: string | undefined, groups: readonly string[], order: Row['order']): Row {
  const nowhere = groups.map(() => -1)
  return { ...(offset !== undefined && { offset, sure: false, bare: true }), groups, places: { starts: nowhere, ends: nowhere }, order, decimal: order === 'bytes' ? 1 : groups[0]!.length / 2 }
}
