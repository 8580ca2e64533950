import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { formOf } from '../form.ts'
import type { ExportedRecord } from '../options.ts'
import { Asked } from './ask.ts'
import { includesOf, macrosOf } from './compiler.ts'
import type { Suggestion } from './likeness.ts'
import type { AuditMapping, MappedStruct } from './mapping.ts'
import { structsMeasured } from './members.ts'
import { macrosAnswered, macrosOfRecord } from './suggest-macros.ts'
import { structsOf } from './suggest-structs.ts'
import type { AuditOptions } from './index.ts'

export interface Draft {
  readonly mapping: AuditMapping
  readonly suggestions: readonly Suggestion[]
  /** What the compiler says of headers that do not compile; then their macros alone are looked at. */
  readonly broken?: string
}

/**
 * Proposes which macros of headers, and which members of their structs, mean which fields: those with the same bits and a like
 * name first, then those of which one of the two is so. A person has to confirm each.
 * @throws {AuditError} for headers that cannot be preprocessed
 */
export async function suggest(records: readonly ExportedRecord[], headers: readonly string[], { cc = 'cc', include = [], define = [] }: AuditOptions = {}): Promise<Draft> {
  const folder = await mkdtemp(join(tmpdir(), 'pci-ats-pri-audit-'))
  try {
    const flags = [...include.map((path) => `-I${path}`), ...define.map((name) => `-D${name}`)]
    const forms = records.map(({ layout }) => formOf(layout))
    const definitions = await macrosOf(cc, flags, headers, folder)
    const macros = await macrosAnswered(new Asked(folder, cc, flags, definitions), definitions)
    const whole = new Asked(folder, cc, flags, includesOf(headers))
    const broken = await whole.taken([]).then(() => undefined, (error: Error) => error.message)
    const structs = broken === undefined ? structsOf(forms, await structsMeasured(whole, headers)) : []
    const suggestions = [...forms.flatMap((form) => macrosOfRecord(form, macros)), ...structs]
    return { mapping: mappingOf(suggestions, structs.length > 0), suggestions, ...(broken !== undefined && { broken }) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function mappingOf(suggestions: readonly Suggestion[], whole: boolean): AuditMapping {
  const names: Partial<Record<'masks' | 'gets' | 'puts', Record<string, Record<string, string>>>> = {}
  const structs: Record<string, (MappedStruct & { members: Record<string, string> })[]> = {}
  for (const one of suggestions) {
    const { record, name, field } = one
    if (one.kind !== 'structs') {
      ((names[one.kind] ??= {})[record] ??= {})[name] = field
      continue
    }
    const all = (structs[record] ??= [])
    let struct = all.find(({ type, at }) => type === one.type && at === one.at)
    if (!struct) all.push((struct = { type: one.type, ...(one.at !== undefined && { at: one.at }), members: {} }))
    struct.members[name] = field
  }
  return {
    title: 'draft of audit --suggest: confirm each line',
    ...(!whole && { read: 'macros' as const }),
    ...names,
    ...(whole && { structs: Object.fromEntries(Object.entries(structs).map(([record, all]) => [record, all.length === 1 ? all[0]! : all])) }),
  }
}
