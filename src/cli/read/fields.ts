import { didYouMean } from '../../codec/suggest.ts'
import { hexOf } from '../../ingest/index.ts'
import type { LinkedItem } from '../../ingest/index.ts'
import { headers, neighbours } from '../../neighbours/index.ts'
import { records } from '../../registry.ts'
import { UsageError } from '../errors.ts'
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

/** The values that `-e` names. */
export class NamedFields {
  private readonly names: readonly string[]
  /** Those that no item had until now. */
  private readonly unseen: Set<string>
  private isEmpty = true

  constructor(names: readonly string[]) {
    this.names = names
    this.unseen = new Set(names)
  }

  /** In the order of `-e`, each in one line; empty where the item does not have one. */
  of(file: string, item: LinkedItem): readonly string[] {
    this.isEmpty = false
    return this.names.map((name) => {
      const value = Object.hasOwn(item.message, name) ? item.message[name] : Object.hasOwn(item.said, name) ? item.said[name] : undefined
      if (value !== undefined) {
        this.unseen.delete(name)
        return typeof value === 'bigint' ? hex64(value) : escaped(String(value))
      }
      return Object.hasOwn(OWN, name) ? escaped(OWN[name as keyof typeof OWN](file, item)) : ''
    })
  }

  /** @throws {UsageError} for a name that is no field of any record, and that nothing in the input has */
  end(): void {
    if (this.isEmpty || this.unseen.size === 0) return
    const known = fieldNames()
    const name = [...this.unseen].find((one) => !known.includes(one))
    if (name !== undefined) throw new UsageError(`-e ${name}: no record has such a field, and nothing in this input${didYouMean(name, known)}`)
  }
}

const fieldNames = (): readonly string[] => [...OWN_FIELDS, ...[...records, ...neighbours, ...headers].flatMap(({ layout }) => Object.keys(layout.fields))]

/** A row of comma-separated values, RFC 4180. */
export function csvRow(values: readonly string[]): string {
  return values.map((value) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)).join(',')
}
