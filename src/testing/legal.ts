import type fc from 'fast-check'
import { check } from '../codec/check.ts'
import type { Finding } from '../codec/check.ts'
import type { AnyMessage, Value } from '../codec/message.ts'
import type { CheckContext } from '../spec/rules/context.ts'
import type { Layout } from '../spec/vocabulary.ts'
import { messages } from './messages.ts'
import type { TestedRecord } from './messages.ts'
import { showMessage } from './shown.ts'

/** Fields that are changed at the most before a message is given up. */
const STEPS = 24

/**
 * Messages that break no rule either: `check` has no finding of severity error for them. A message that breaks one is
 * mended field by field, and not thrown away, so that values stay spread over all that is legal.
 * @param context what the record alone cannot tell, as for `check`
 */
export function legalMessages<M extends object>(record: TestedRecord<M>, context: CheckContext = {}): fc.Arbitrary<M> {
  const errors = (message: M): Finding[] => check(record, message, context).filter(({ severity }) => severity === 'error')
  return messages(record)
    .map((message) => mended(record, message, errors))
    .filter((message) => errors(message).length === 0)
    .map((message) => showMessage(record, message))
}

/** The message with as few fields changed as it takes to break no rule, as far as that is found. */
function mended<M extends object>({ layout }: TestedRecord<M>, message: M, errors: (message: M) => Finding[]): M {
  const names = Object.keys(layout.fields)
  let best = { ...message }
  let broken = errors(best)
  for (let step = 0; step < STEPS && broken.length > 0; step++) {
    // The field that the rule names comes first; a rule may as well be about another.
    const order = [...new Set([...broken.flatMap(({ field }) => (field !== undefined && names.includes(field) ? [field] : [])), ...names])]
    const better = order.flatMap((name) => replacements(layout, name).map((value) => ({ ...best, [name]: value }) as M)).find((candidate) => errors(candidate).length < broken.length)
    if (!better) return best
    best = better
    broken = errors(best)
  }
  return best
}

/** Values that a rule may want in place of another: nothing, everything, the named ones, and what a carrier says of the field. */
function replacements({ fields, carries }: Layout, name: string): Value[] {
  const { as, codes = {} } = fields[name]!
  const wanted = carries?.others?.[name]?.is
  const own: readonly Value[] = as === 'flag' ? [false, true] : as === 'uint' ? [0, ...Object.values(codes), 1] : [0n]
  return [...(wanted === undefined ? [] : [as === 'flag' || as === 'uint' ? wanted : BigInt(wanted)]), ...own] as AnyMessage[string][]
}
