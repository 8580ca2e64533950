import type { Layout } from '../spec/vocabulary.ts'
import { isListOf } from './arguments.ts'
import { escaped } from './errors.ts'
import { didYouMean } from './suggest.ts'

/** Whether a layout has the properties of a layout, each of its kind: what the compiler holds of TypeScript, and nothing of JavaScript. */

/** The largest layout in bytes: far above any record, and small enough to look at every bit of it. */
export const LARGEST = 4096

type Test = (value: unknown) => boolean
type Shape = Readonly<Record<string, readonly [what: string, test: Test, needed?: 'needed']>>

const text: Test = (value) => typeof value === 'string'
const object: Test = (value) => typeof value === 'object' && value !== null && !Array.isArray(value)
const oneOf = (...values: readonly unknown[]): Test => (value) => values.includes(value)
const numbers: Test = (value) => object(value) && Object.values(value as object).every((number) => typeof number === 'number')
const texts: Test = (value) => object(value) && Object.values(value as object).every(text)
const slice: Test = (value) => Array.isArray(value) && value.length >= 3 && isListOf(value.slice(0, 3), (n) => typeof n === 'number')
const slices: Test = (value) => isListOf(value, (one) => slice(one) && (one as unknown[]).length === 3)
const reserved: Test = (value) => isListOf(value, (one) => slice(one) && ((one as unknown[]).length === 3 || ((one as unknown[]).length === 4 && text((one as unknown[])[3]))))

/** Lists of rules stand in lists, so that tables share them; one that stands in itself is none. */
const rulesTo = (depth: number): Test => (value) => isListOf(value, (one) => object(one) || (depth > 0 && rulesTo(depth - 1)(one)))
const rules = rulesTo(8)
const flat = (list: readonly unknown[]): object[] => list.flatMap((one) => (Array.isArray(one) ? flat(one) : [one as object]))

const LAYOUT: Shape = {
  id: ['a text', text, 'needed'],
  title: ['a text', text, 'needed'],
  meaning: ['a text', text],
  clause: ['a text', text, 'needed'],
  source: ['a text', text, 'needed'],
  size: [`a number of bytes up to ${LARGEST}`, (value) => typeof value === 'number' && value <= LARGEST, 'needed'],
  word: ['1, 2, 4 or 8', oneOf(1, 2, 4, 8), 'needed'],
  order: ['"little" or "big"', oneOf('little', 'big'), 'needed'],
  label: ['a text', text, 'needed'],
  place: ['a text', text],
  refines: ['a text', text],
  fields: ['an object of fields', object, 'needed'],
  fixed: ['an object of fixed values', object],
  reserved: ['a list of slices', reserved],
  rules: ['a list of rules', rules],
  roles: ['an object', object],
  rangeCode: ['"AMD"', oneOf('AMD')],
  carries: ['an object', object],
}

const common: Shape = {
  at: ['a list of slices [word, hi, lo]', slices, 'needed'],
  doc: ['a text', text, 'needed'],
  confidence: ['"sure", "one source" or "confirm"', oneOf('sure', 'one source', 'confirm')],
}

const FIELD: Shape = {
  ...common,
  as: ['"flag", "uint", "bigint", "address" or "page"', oneOf('flag', 'uint', 'bigint', 'address', 'page'), 'needed'],
  zeros: ['a number', (value) => typeof value === 'number'],
  unit: ['a text', text],
  codes: ['an object of numbers', numbers],
  meanings: ['an object of texts', texts],
  masks: ['an object of numbers', numbers],
  optional: ['true', oneOf(true)],
  clause: ['a text', text],
}

const FIXED: Shape = { ...common, value: ['a number', (value) => typeof value === 'number', 'needed'] }

const RULE: Shape = {
  id: ['a text', text, 'needed'],
  severity: ['"error", "warning" or "note"', oneOf('error', 'warning', 'note'), 'needed'],
  clause: ['a text', text, 'needed'],
  since: ['a text', text, 'needed'],
  field: ['a text', text],
  needs: ['a list of texts', (value) => isListOf(value, text)],
  test: ['a function', (value) => typeof value === 'function', 'needed'],
}

/** What has not the shape of a layout, one sentence each. */
export function shapeOf(layout: unknown): string[] {
  if (!object(layout)) return ['a layout is an object']
  const { id, fields, fixed, rules: list } = layout as Partial<Layout>
  const name = text(id) ? shown(id!) : 'layout'
  const problems = mismatches(layout as object, LAYOUT, '')
  for (const [parts, shape] of [[fields, FIELD], [fixed, FIXED]] as const) {
    if (!object(parts)) continue
    for (const [part, value] of Object.entries(parts!)) problems.push(...(object(value) ? mismatches(value, shape, `${shown(part)}: `) : [`${shown(part)} is not an object`]))
  }
  if (rules(list)) for (const rule of flat(list as readonly unknown[])) problems.push(...mismatches(rule, RULE, text((rule as { id?: unknown }).id) ? `rule ${shown((rule as { id: string }).id)}: ` : 'a rule: '))
  return problems.map((problem) => `${name}: ${problem}`)
}

function mismatches(value: object, shape: Shape, where: string): string[] {
  const problems: string[] = []
  for (const [name, [what, test, needed]] of Object.entries(shape)) {
    const found = Object.hasOwn(value, name) ? (value as Readonly<Record<string, unknown>>)[name] : undefined
    if (found === undefined ? needed : !test(found)) problems.push(`${where}${name} must be ${what}`)
  }
  for (const name of Object.keys(value)) {
    if (!Object.hasOwn(shape, name)) problems.push(`${where}there is no property ${shown(name)}${didYouMean(name, Object.keys(shape))}`)
  }
  return problems
}

function shown(name: string): string {
  return escaped(name.length > 80 ? `${name.slice(0, 80)}…` : name)
}
