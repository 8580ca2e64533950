import { rangeCode } from '../../spec/role-fields.ts'
import type { Layout, Rules } from '../../spec/vocabulary.ts'
import { memberName, recordDoc, typeName } from './types.ts'

/** The file of a family, which exports its records by the names of its tables. */
export function emitFamily(family: string, layouts: readonly Layout[]): string {
  return `// Generated from src/spec/${family}.ts by \`npm run generate\`; do not edit.
${layouts
  .map((layout) => {
    const type = typeName(layout.id)
    const file = fileOf(layout.id)
    const name = memberName(layout.id)
    // An editor shows the text before a constant, but not the text before `export … from`.
    return `import { record as ${name}Record } from '${file}'\n${recordDoc(layout)}\nexport const ${name} = ${name}Record\nexport type { ${type}, ${type}Columns, ${type}Init } from '${file}'\n`
  })
  .join('')}`
}

/** The file that holds every record and the types of their ids. */
export function emitRegistry(families: readonly string[], layouts: readonly Layout[]): string {
  const member = ({ id }: Layout): string => `${familyName(id.slice(0, id.indexOf('.')))}.${memberName(id)}`
  return `// Generated from src/spec/catalogue.ts by \`npm run generate\`; do not edit.
${families.map((family) => `import * as ${familyName(family)} from './${family}.ts'\n`).join('')}
/** The records by their ids. */
export interface RecordsById {
${layouts.map((layout) => `  readonly '${layout.id}': typeof ${member(layout)}\n`).join('')}}

/** Every record, in the order of the families and of their names. */
export const all = [
${layouts.map((layout) => `  ${member(layout)},\n`).join('')}] as const

/** Ids of the records that carry a page request, and of those that carry a page response. */
export const carriers = {
${carriersOf('page request', layouts)}${carriersOf('page response', layouts)}} as const

/** Ids of the page requests of IOMMUs, which say how they are answered. */
export const iommus = [
${idsOf(layouts, ({ carries }) => carries?.answer !== undefined)}] as const

/** Ids of the page responses that an IOMMU is not given: structs that do not name the device. */
export const structs = [
${idsOf(layouts, ({ roles, carries }) => carries?.what === 'page response' && roles?.device === undefined && carries.unlike === undefined)}] as const

/** The records that hold a range, and how they say its size. */
export const ranges = {
${layouts.map((layout) => [layout.id, rangeCode(layout)]).filter(([, code]) => code !== undefined).map(([id, code]) => `  '${id}': '${code}',\n`).join('')}} as const
`
}

/** The file of the ids of findings: those of the codec, and of every rule. */
export function emitFindingIds(layouts: readonly Pick<Layout, 'rules'>[]): string {
  const flat = (rules: Rules): string[] => rules.flatMap((rule) => ('test' in rule ? [rule.id] : flat(rule)))
  const ids = new Set(['type', 'truncated', 'fixed', 'reserved', 'unnamed-value', 'rule', ...layouts.flatMap(({ rules = [] }) => flat(rules)).sort()])
  return `// Generated from src/spec/rules by \`npm run generate\`; do not edit.

/** What a finding is called: by the codec, by a rule of a record, or by a rule of a layout of one's own, whose names are any. */
export type FindingId =
${[...ids].map((id) => `  | '${id}'\n`).join('')}  | (string & {})
`
}

function carriersOf(what: string, layouts: readonly Layout[]): string {
  return `  '${what}': [\n${idsOf(layouts, ({ carries }) => carries?.what === what, 4)}  ],\n`
}

function idsOf(layouts: readonly Layout[], which: (layout: Layout) => boolean, indent = 2): string {
  return layouts.filter(which).map(({ id }) => `${' '.repeat(indent)}'${id}',\n`).join('')
}

/** The file of a record, from the folder of the families. */
export function fileOf(id: string): string {
  return `./${id.replace('.', '/')}.ts`
}

/** `pcie-flit` as `pcieFlit`. */
function familyName(family: string): string {
  return family.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}
