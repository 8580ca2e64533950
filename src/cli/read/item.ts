import type { LinkedItem } from '../../ingest/index.ts'
import { layoutOf } from '../../neighbours/index.ts'

/** What several forms of output ask of an item. */

/** Where an item stands: its line, or its place in a file of bytes. */
export function placeOf(file: string, { line, offset }: LinkedItem): string {
  return `${file}${line > 0 ? `:${line}` : offset === undefined ? '' : ` at 0x${offset.toString(16)}`}`
}

/** The fields and fixed values of a record that the input does not hold. Reserved bits that are not there say nothing. */
export function lacking(record: string, { absent }: Pick<LinkedItem, 'absent'>): readonly string[] {
  const { fields, fixed = {} } = layoutOf(record)
  return absent.filter((name) => Object.hasOwn(fields, name) || Object.hasOwn(fixed, name))
}
