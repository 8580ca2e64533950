import type { Layout, Rules } from '../spec/vocabulary.ts'

/**
 * The table of a record out of its text, read when it is first asked for: most programs decode, and never look at it.
 * Measured: a text costs the import nothing, where the same table as objects is compiled and made.
 */
export function tableOfText<L extends Layout>(text: string, rules?: Rules): () => L {
  let table: L | undefined
  return () => (table ??= (rules ? { ...(JSON.parse(text) as L), rules } : (JSON.parse(text) as L)))
}
