import { readFileSync } from 'node:fs'
import { emitFamily, emitRecord } from '../src/codec/emit/record.ts'
import { checkLayout, collisions, LayoutError } from '../src/codec/lint.ts'
import { catalogue, families } from '../src/spec/catalogue.ts'
import type { Layout } from '../src/spec/vocabulary.ts'
import { coverageTable, formatsDoc, unsettledTable, withPart } from './docs.ts'

/** Every file that is derived from the tables: path from the project's root, and text. */
export function generated(): Map<string, string> {
  const files = new Map<string, string>()
  for (const layout of catalogue) {
    checkLayout(layout)
    const file = layout.id.slice(0, layout.id.indexOf('.'))
    files.set(`src/codec/records/${layout.id}.ts`, emitRecord(layout, { file, constant: constantOf(file, layout) }))
  }
  const clashes = collisions(catalogue)
  if (clashes.length > 0) throw new LayoutError(clashes)
  for (const family of Object.keys(families)) {
    files.set(`src/families/${family}.ts`, emitFamily(family, catalogue.filter(({ id }) => id.startsWith(`${family}.`))))
  }
  files.set('docs/formats.md', formatsDoc())
  files.set('README.md', withPart(read('README.md'), 'coverage', coverageTable()))
  files.set('docs/spec-notes.md', withPart(read('docs/spec-notes.md'), 'unsettled', unsettledTable()))
  return files
}

function read(path: string): string {
  return readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
}

function constantOf(family: string, layout: Layout): string {
  const constant = Object.entries(families[family] ?? {}).find(([, table]) => table === layout)?.[0]
  if (constant === undefined) throw new Error(`${layout.id}: its family's file does not export its table`)
  return constant
}
