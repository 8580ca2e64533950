import type { Rule, Rules } from '../vocabulary.ts'
import type { CheckContext, Values } from './context.ts'

/**
 * Formats say the same things in different fields. A rule is written once, over facts; a table says where its record has them.
 */

type Value = boolean | number | bigint

/** Where a record has a fact: the field of that name, or something to be found out. */
export type Source = string | {
  /** The field to be named in a finding. */
  readonly field?: string
  /** The fact, or undefined where it is unknown. */
  of(message: Values, context: CheckContext): Value | undefined
}

/** A rule over facts. */
export interface FactRule<F> extends Omit<Rule, 'field' | 'test'> {
  /** The facts that `test` looks at. Where one of them is unknown the rule is silent. */
  readonly needs: readonly (keyof F & string)[]
  /** The fact that is wrong. */
  readonly field?: keyof F & string
  readonly test: (facts: F, context: CheckContext) => string | undefined
}

/** Over whatever facts. */
type AnyRule = FactRule<never>

/** The rules of a record that has the facts at `sources`. Rules that need a fact which it does not have are left out. */
export function rulesFor<L extends readonly (readonly AnyRule[])[]>(sources: { readonly [K in L[number][number]['needs'][number]]?: Source }, ...lists: L): Rules {
  const known = sources as Readonly<Record<string, Source>>
  return once(() => lists.flat().filter(({ needs }) => needs.every((name) => name in known)).map((rule) => bind(rule, known)))
}

/** The rules of a record whose facts are its fields. */
export function rulesOver<F>(rules: readonly FactRule<F>[]): Rules {
  return once(() => rules.map((rule) => bind(rule, {})))
}

function once(make: Rules): Rules {
  let made: readonly Rule[] | undefined
  return () => (made ??= make())
}

function bind({ needs, field, test, ...rest }: AnyRule, sources: Readonly<Record<string, Source>>): Rule {
  const sourceOf = (name: string): Source => sources[name] ?? name
  const source = field && sourceOf(field)
  const named = typeof source === 'object' ? source.field : source
  return {
    ...rest,
    ...(named !== undefined && { field: named }),
    test(message, context) {
      const facts: Record<string, Value> = {}
      for (const name of needs) {
        const at = sourceOf(name)
        const value = typeof at === 'string' ? message[at] : at.of(message, context)
        if (value === undefined) return undefined
        facts[name] = value
      }
      return test(facts as never, context)
    },
  }
}

/** A bit of a field, as a boolean. */
export const bit = (field: string, mask: number): Source => ({ field, of: (message) => (Number(message[field]) & mask) !== 0 })

/** What is always so, by the fixed value of that name if there is one. */
export const always = (value: Value, field?: string): Source => ({ ...(field !== undefined && { field }), of: () => value })

/** What a TLP says beside its header: its PASID, in a prefix. */
export const prefix = {
  pasidPresent: { of: (_message, { pasidPrefix }) => (pasidPrefix === undefined ? undefined : pasidPrefix !== null) },
  pasid: { of: (_message, { pasidPrefix }) => pasidPrefix?.pasid },
  execute: { of: (_message, { pasidPrefix }) => pasidPrefix?.executeRequested },
  privileged: { of: (_message, { pasidPrefix }) => pasidPrefix?.privilegedModeRequested },
} as const satisfies Record<string, Source>

/** The smallest unit of translation in bytes, where it is known. */
export function unitOf({ pageSize, capabilities }: CheckContext): number | undefined {
  return pageSize ?? (capabilities?.ats ? 4096 * 2 ** capabilities.ats.smallestTranslationUnit : undefined)
}

/** `0x` and hexadecimal digits. */
export const hex = (value: number | bigint): string => `0x${value.toString(16)}`
