import type { Rule, Severity } from '../../vocabulary.ts'
import type { CheckContext, Values } from '../context.ts'

/** What a reader of a neighbour easily gets wrong; unless `severity` says otherwise, nothing is wrong with the record. */
export interface Trap {
  readonly id: string
  readonly clause: string
  readonly since: string
  readonly field?: string
  readonly severity?: Severity
  readonly test: (message: Values, context: CheckContext) => string | undefined | false
}

/** A rule of severity `note`. */
export const note = ({ severity = 'note', test, ...rest }: Trap): Rule => ({
  ...rest,
  severity,
  test: (message, context) => test(message, context) || undefined,
})
