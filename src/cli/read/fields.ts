import { hexOf } from '../../ingest/index.ts'
import type { LinkedItem } from '../../ingest/index.ts'
import { escaped } from '../escape.ts'
import { hex64 } from '../json.ts'

/** Fields beside those of the records that `-e` can name. */
const OWN = {
  file: (file: string) => file,
  line: (_: string, { line }: LinkedItem) => String(line),
  source: (_: string, { source }: LinkedItem) => source,
  record: (_: string, { record }: LinkedItem) => record ?? '',
  name: (_: string, { name }: LinkedItem) => name,
  summary: (_: string, { summary }: LinkedItem) => summary,
  bytes: (_: string, { data }: LinkedItem) => (data ? hexOf(data) : ''),
  reading: (_: string, { reading }: LinkedItem) => reading,
  absent: (_: string, { absent }: LinkedItem) => absent.join(' '),
  findings: (_: string, { findings }: LinkedItem) => findings.map(({ id }) => id).join(' '),
} as const

export const OWN_FIELDS = Object.keys(OWN)

/** The values that `-e` names, in its order, each in one line; empty where an item does not have one. */
export function valuesOf(file: string, item: LinkedItem, names: readonly string[]): readonly string[] {
  return names.map((name) => {
    const value = Object.hasOwn(item.message, name) ? item.message[name] : Object.hasOwn(item.said, name) ? item.said[name] : undefined
    if (value !== undefined) return typeof value === 'bigint' ? hex64(value) : escaped(String(value))
    return Object.hasOwn(OWN, name) ? escaped(OWN[name as keyof typeof OWN](file, item)) : ''
  })
}

/** A row of comma-separated values, RFC 4180. */
export function csvRow(values: readonly string[]): string {
  return values.map((value) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)).join(',')
}
