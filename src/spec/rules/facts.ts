import { fieldOf, readerOf } from '../role-fields.ts'
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

/** A rule of one record, which takes its message. */
export interface BoundRule extends Omit<Rule, 'needs' | 'test'> {
  /** The sentence; undefined where nothing is wrong, or something is not known. */
  readonly test: (message: Values, context: CheckContext) => string | undefined
}

const bound = new WeakMap<Layout, readonly BoundRule[]>()

/** The rules of a layout, over its own fields. Those that need something which it does not have are left out. */
export function rulesOf(layout: Layout): readonly BoundRule[] {
  const known = bound.get(layout)
  if (known) return known
  const rules = flat(layout.rules ?? []).flatMap((rule) => bind(rule, layout) ?? [])
  bound.set(layout, rules)
  return rules
}

const flat = (rules: Rules): Rule[] => rules.flatMap((rule) => ('test' in rule ? [rule] : flat(rule)))

function bind({ needs, field, test, ...rest }: Rule, layout: Layout): BoundRule | undefined {
  const sources = (needs ?? []).map((name) => ({ name, read: readerOf(layout, name) }))
  if (sources.some(({ read }) => read === undefined)) return undefined
  const isRole = field !== undefined && Object.hasOwn(layout.roles ?? {}, field)
  const named = field !== undefined && isRole ? fieldOf(layout, field) : field
  const known = named !== undefined && (Object.hasOwn(layout.fields, named) || Object.hasOwn(layout.fixed ?? {}, named))
  return {
    ...rest,
    ...(known && { field: named }),
    test(message, context) {
      if (needs === undefined) return test(message, context)
      const facts: Record<string, boolean | number | bigint> = {}
      for (const { name, read } of sources) {
        const value = read!(message, context.pasidPrefix)
        if (value === undefined) return undefined
        facts[name] = value
      }
      return test(facts, context)
    },
  }
}

/** The smallest unit of translation in bytes, where it is known. */
export function unitOf({ pageSize, capabilities }: CheckContext): number | undefined {
  return pageSize ?? (capabilities?.ats ? 4096 * 2 ** capabilities.ats.smallestTranslationUnit : undefined)
}

/** `0x` and hexadecimal digits. */
export const hex = (value: number | bigint): string => `0x${value.toString(16)}`
