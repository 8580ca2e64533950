import type { Finding, Inspection } from '../../src/index.ts'

const FORM = ['type', 'truncated', 'fixed', 'reserved']

/** What is wrong with the form of a record, for which `decode` refuses it; not the rules that its message breaks. */
export function errorsOf({ findings }: Inspection): Finding[] {
  return findings.filter(({ id }) => FORM.includes(id))
}
