import { bareDump, signedDump } from './bare-dump.ts'
import { boxedDump } from './boxed-dump.ts'
import { colonDump } from './colon-dump.ts'
import { columnsOf } from './columns.ts'
import { moved, unlessNoHex } from './row.ts'
import type { Row } from './row.ts'

/** Rows of a dump that have, or may have, a text column. */

/** Bytes with their text beside them, and no offset before. */
export function bytesWithText(line: string): Row | undefined {
  if (!/^(?:[0-9a-f]{2}\s){7,}[0-9a-f]{2}\s{2,}\S/i.test(line)) return undefined
  const { groups, places, order, told } = columnsOf(` ${line}`)
  return { groups, order, places: moved(places, -1), told }
}

/** A label, and a row of a dump with its offset, bytes, or the escapes of a string. */
export const LABELLED_ROW = /^(.{1,80}?(?:[:=\s]\s{0,8}|["'([{](?=[0-9a-f]{2} )))(?=(?:[0-9a-f]{8}|[0-9a-f]{16}): {1,2}[0-9a-f]{2}|(?:[0-9a-f]{2} {1,2}){7}[0-9a-f]{2}(?![^\s])|(?:[0-9a-f]{2}:){7}[0-9a-f]{2}|(?:\\x[0-9a-f]{2}){8})/i

/** Nearly every line that is no such row has no such run. */
const MAY = /(?:[0-9a-f]{2,16}[ -]{1,2}){2}/i

/**
 * Whether a line is a row of a dump beyond doubt, because the text of its bytes stands beside them. Then nothing in it is an
 * escape, a remark or a mark of a mail: what looks like one is text of the bytes.
 */
export function isTextRow(line: string): boolean {
  if (!MAY.test(line)) return false
  const label = LABELLED_ROW.exec(line)?.[1]
  return isTold(line.trim()) || (label !== undefined && isTold(line.slice(label.length).trim()))
}

const isTold = (line: string): boolean => unlessNoHex(() => colonDump(line) ?? bareDump(line) ?? signedDump(line) ?? boxedDump(line) ?? bytesWithText(line))?.told === true
