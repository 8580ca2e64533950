import { perLayout } from '../per-layout.ts'
import { fieldOf, isFlag, readerOf } from '../role-fields.ts'
import type { Read } from '../role-fields.ts'
import type { Layout, Rule, Rules } from '../vocabulary.ts'
import type { CheckContext, Values } from './context.ts'

/**
 * Formats say the same things in different fields. A rule is written once, over facts: roles, and fields by their own
 * names. The second table says where a record has them.
 */

/** A rule over facts. */
export interface FactRule<F> extends Omit<Rule, 'needs' | 'test'> {
  readonly needs: readonly (keyof F & string)[]
  readonly test: (facts: F, context: CheckContext) => string | undefined
}

/** What is known of a record, by the names that its rules use; undefined for what is not. */
export type Facts = Readonly<Record<string, boolean | number | bigint | undefined>>

/** A rule of one record. */
export interface BoundRule extends Omit<Rule, 'needs' | 'test'> {
  /** What it needs, where those are flags of the message and nothing else decides. */
  readonly flags: readonly string[] | undefined
  /** The sentence; undefined where nothing is wrong, or something is not known. */
  readonly test: (message: Values, facts: Facts, context: CheckContext) => string | undefined
}

interface Bound {
  readonly rules: readonly BoundRule[]
  readonly facts: new (message: Values, beside: CheckContext['pasidPrefix']) => Facts
}

const boundTo = /* @__PURE__ */ perLayout((layout): Bound => {
  const sources = new Map<string, Read>()
  const rules = flat(layout.rules ?? []).flatMap((rule) => bind(rule, layout, sources) ?? [])
  return { rules, facts: factsClass(sources) }
})

/** No names: a field may have any. */
const MESSAGE = /* @__PURE__ */ Symbol('message')
const BESIDE = /* @__PURE__ */ Symbol('beside')

/** The facts of one record: each is read when a rule asks for it, because most rules need few to be silent. */
function factsClass(sources: ReadonlyMap<string, Read>): Bound['facts'] {
  class Known {
    readonly [MESSAGE]: Values
    readonly [BESIDE]: CheckContext['pasidPrefix']

    constructor(message: Values, beside: CheckContext['pasidPrefix']) {
      this[MESSAGE] = message
      this[BESIDE] = beside
    }
  }
  for (const [name, read] of sources) Object.defineProperty(Known.prototype, name, { get(this: Known) { return read(this[MESSAGE], this[BESIDE]) } })
  return Known as unknown as Bound['facts']
}

/** The rules of a layout, over its own fields. Those that need something which it does not have are left out. */
export const rulesOf = (layout: Layout): readonly BoundRule[] => boundTo(layout).rules

/** What the rules of a layout need of a message. */
export function factsOf(layout: Layout, message: Values, { pasidPrefix }: CheckContext): Facts {
  return new (boundTo(layout).facts)(message, pasidPrefix)
}

const flat = (rules: Rules): Rule[] => rules.flatMap((rule) => ('test' in rule ? [rule] : flat(rule)))

function bind({ needs, field, test, ...rest }: Rule, layout: Layout, sources: Map<string, Read>): BoundRule | undefined {
  const readers = (needs ?? []).map((name) => [name, readerOf(layout, name)] as const)
  if (readers.some(([, read]) => read === undefined)) return undefined
  for (const [name, read] of readers) sources.set(name, read!)
  const reads = readers.map(([, read]) => read!)
  const isRole = field !== undefined && Object.hasOwn(layout.roles ?? {}, field)
  const named = field !== undefined && isRole ? fieldOf(layout, field) : field
  const known = named !== undefined && (Object.hasOwn(layout.fields, named) || Object.hasOwn(layout.fixed ?? {}, named))
  return {
    ...rest,
    ...(known && { field: named }),
    // A test of one parameter asks for no context.
    flags: needs !== undefined && test.length === 1 && needs.every((name) => isFlag(layout, name)) ? needs : undefined,
    test(message, facts, context) {
      if (needs === undefined) return test(message, context)
      for (let i = 0; i < reads.length; i++) if (reads[i]!(message, context.pasidPrefix) === undefined) return undefined
      return test(facts as Values, context)
    },
  }
}

/** The smallest unit of translation in bytes, where it is known. */
export function unitOf({ pageSize, capabilities }: CheckContext): number | undefined {
  return pageSize ?? (capabilities?.ats ? 4096 * 2 ** capabilities.ats.smallestTranslationUnit : undefined)
}

/** `0x` and hexadecimal digits. */
export const hex = (value: number | bigint): string => `0x${value.toString(16)}`
