import { readFileSync } from 'node:fs'
import { emitFamily, emitFindingIds, emitRegistry, fileOf } from '../src/codec/emit/family.ts'
import { emitRecord } from '../src/codec/emit/record.ts'
import type { TableName } from '../src/codec/emit/record.ts'
import { checkLayout, collisions, LayoutError } from '../src/codec/lint.ts'
import { catalogue, families, rules } from '../src/spec/catalogue.ts'
import { neighbourLayouts } from '../src/spec/neighbours/index.ts'
import { headerRules } from '../src/spec/rules/tlp-headers.ts'
import type { Layout } from '../src/spec/vocabulary.ts'
import { neighboursDoc } from './docs-neighbours.ts'
import { coverageTable, formatsDoc, readmeDiagram, unsettledTable, withPart } from './docs.ts'

/** Where generated code stands. */
export const GENERATED = 'src/generated'

/** Every file that is derived from the tables, but for the manual page, which is of the command: path from the project's root, and text. */
export function generated(): Map<string, string> {
  const files = new Map<string, string>()
  for (const layout of catalogue) {
    checkLayout(layout)
    files.set(`${GENERATED}/${fileOf(layout.id).slice(2)}`, emitRecord(layout, tableNameOf(layout)))
  }
  const clashes = collisions(catalogue)
  if (clashes.length > 0) throw new LayoutError(clashes)
  const ordered = Object.keys(families).flatMap((family) => catalogue.filter(({ id }) => id.startsWith(`${family}.`)))
  for (const family of Object.keys(families)) {
    files.set(`${GENERATED}/${family}.ts`, emitFamily(family, ordered.filter(({ id }) => id.startsWith(`${family}.`))))
  }
  files.set(`${GENERATED}/registry.ts`, emitRegistry(Object.keys(families), ordered))
  files.set('src/spec/finding-ids.ts', emitFindingIds([...catalogue, ...neighbourLayouts, ...Object.values(headerRules).map((rules) => ({ rules }))]))
  files.set('docs/formats.md', formatsDoc())
  files.set('docs/neighbours.md', neighboursDoc())
  files.set('README.md', withPart(withPart(read('README.md'), 'coverage', coverageTable()), 'diagram', readmeDiagram()))
  files.set('docs/spec-notes.md', withPart(read('docs/spec-notes.md'), 'unsettled', unsettledTable()))
  return files
}

function read(path: string): string {
  return readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
}

function tableNameOf(layout: Layout): TableName {
  const file = layout.id.slice(0, layout.id.indexOf('.'))
  const constant = nameOf(families[file] ?? {}, layout)
  if (constant === undefined) throw new Error(`${layout.id}: its family's file does not export its table`)
  if (!layout.rules) return { file, constant }
  // The family's own rules first: some are those of another family.
  for (const family of [file, ...Object.keys(rules)]) {
    const name = nameOf(rules[family] ?? {}, layout.rules)
    if (name !== undefined) return { file, constant, rules: { file: `rules/${family}`, constant: name } }
  }
  throw new Error(`${layout.id}: no file of rules exports its rules`)
}

function nameOf(module: Readonly<Record<string, unknown>>, value: unknown): string | undefined {
  return Object.entries(module).find(([, exported]) => exported === value)?.[0]
}
