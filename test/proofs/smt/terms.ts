/** A term of SMT-LIB. */
export type Term = string

/** What a name of the code stands for. */
export type Any =
  | { readonly is: 'number' | 'boolean' | 'wide'; readonly term: Term }
  /** A field of the message, of any type; `zero` where it counts as 0 because it was left out. */
  | { readonly is: 'field'; readonly name: string; readonly kind: Term; readonly zero: Term }
  | { readonly is: 'place'; readonly at: number }
  | { readonly is: 'memory' }

/** A whole number as 64 bits. */
export const bv = (value: number | bigint): Term => `#x${BigInt.asUintN(64, BigInt(value)).toString(16).padStart(16, '0')}`
export const not = (term: Term): Term => `(not ${term})`
export const or = (terms: readonly Term[]): Term => (terms.length === 0 ? 'false' : terms.length === 1 ? terms[0]! : `(or ${terms.join(' ')})`)
export const and = (terms: readonly Term[]): Term => (terms.length === 0 ? 'true' : terms.length === 1 ? terms[0]! : `(and ${terms.join(' ')})`)
export const ite = (test: Term, yes: Term, no: Term): Term => `(ite ${test} ${yes} ${no})`
