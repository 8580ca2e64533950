import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { formOf } from '../form.ts'
import type { Form } from '../form.ts'
import type { ExportedRecord } from '../options.ts'
import { compile, includesOf, macrosOf, run } from './compiler.ts'
import { compare } from './compare.ts'
import type { Finding } from './compare.ts'
import { itemsOf, valueOf } from './mapping.ts'
import type { AuditMapping, Item } from './mapping.ts'
import { auditProgram } from './program.ts'

export type { AuditMapping, MappedStruct as AuditStruct } from './mapping.ts'
export type { Finding as AuditFinding } from './compare.ts'
export { AuditError } from './compiler.ts'

export interface AuditOptions {
  /** The compiler. Default: `cc`. */
  readonly cc?: string
  readonly include?: readonly string[]
  readonly define?: readonly string[]
}

export interface AuditReport {
  /** How many names were compared. */
  readonly compared: number
  readonly findings: readonly Finding[]
  /** Fields of ours that the mapping gives no name, by record. */
  readonly unmapped: Readonly<Record<string, readonly string[]>>
  /** Records that the header fits better than the one it was compared with. */
  readonly better: readonly { readonly record: string; readonly than: string; readonly findings: number }[]
  readonly ok: boolean
}

/**
 * Compares the masks and structs of C headers with the tables. The other side's own compiler reads them; nothing is parsed here.
 * @throws {AuditError} where they do not compile; {RangeError} for a mapping that names what is not there
 */
export async function audit(records: readonly ExportedRecord[], mapping: AuditMapping, headers: readonly string[], options: AuditOptions = {}): Promise<AuditReport> {
  const { cc = 'cc', include = [], define = [] } = options
  const items = itemsOf(mapping, records)
  const folder = await mkdtemp(join(tmpdir(), 'pci-ats-pri-audit-'))
  try {
    const [source, program] = [join(folder, 'audit.c'), join(folder, 'audit')]
    const flags = [...include.map((path) => `-I${path}`), ...define.map((name) => `-D${name}`), '-w']
    const text = mapping.read === 'macros' ? await macrosOf(cc, flags, headers, folder) : includesOf(headers)
    await writeFile(source, auditProgram(mapping, text, items))
    await compile(cc, [...flags, '-o', program, source])
    const { stdout } = await run(program, [], { maxBuffer: 1e8 })
    const said = stdout.trimEnd().split('\n').map((line) => line.split(' ').slice(1))
    return reportOf(records, items, (index) => said[index]!)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function reportOf(records: readonly ExportedRecord[], items: readonly Item[], said: (index: number) => readonly string[]): AuditReport {
  const findings = items.flatMap((item, i) => compare(item, said(i)) ?? [])
  const forms = [...new Map(items.map(({ form }) => [form.id, form])).values()]
  const unmapped: Record<string, string[]> = {}
  const better: { record: string; than: string; findings: number }[] = []
  for (const form of forms) {
    const mine = items.flatMap((item, i) => (item.form.id === form.id ? [{ item, text: said(i) }] : []))
    const named = new Set(mine.flatMap(({ item }) => ('owner' in item ? [item.owner.name] : [])))
    const left = [...form.fields, ...form.fixed].map(({ name }) => name).filter((name) => !named.has(name))
    if (left.length > 0) unmapped[form.id] = left
    const wrong = mine.filter(({ item, text }) => compare(item, text)).length
    for (const other of wrong > 0 ? revisionsOf(form, records) : []) {
      const theirs = mine.map(({ item, text }) => ({ item: moved(item, other), text }))
      if (theirs.some(({ item }) => item === undefined)) continue
      const count = theirs.filter(({ item, text }) => compare(item!, text)).length
      if (count < wrong) better.push({ record: other.id, than: form.id, findings: count })
    }
  }
  return { compared: items.length, findings, unmapped, better, ok: findings.length === 0 }
}

/** Other layouts of the same thing: of the same family and the same byte order. */
function revisionsOf({ id, order }: Form, records: readonly ExportedRecord[]): Form[] {
  const family = id.slice(0, id.indexOf('.') + 1)
  return records.filter(({ layout }) => layout.id !== id && layout.id.startsWith(family) && layout.order === order).map(({ layout }) => formOf(layout))
}

/** The same question about another layout, if it has a field of that name and form. */
function moved(item: Item, form: Form): Item | undefined {
  if (item.kind === 'size') return { ...item, form }
  const owner = [...form.fields, ...form.fixed].find(({ name, flat }) => name === item.owner.name && flat.length === item.owner.flat.length)
  if (!owner || owner.words.length !== item.owner.words.length) return undefined
  if (item.kind !== 'code') return { ...item, form, owner }
  const [, value] = valueOf(owner, 'codes' in item.owner ? `${owner.name}.${item.code}` : owner.name)
  return value === undefined ? undefined : { ...item, owner, form, value }
}
