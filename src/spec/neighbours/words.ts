import type { As, Codes, Confidence, Field, Fixed, Slice } from '../vocabulary.ts'

/** The few shapes of which the tables of neighbours are made, so that a row reads like the row of its source. */

type More = Omit<Field, 'at' | 'as' | 'doc'>
/** A field of one kind. */
export type Typed<A extends As> = Field & { readonly as: A }

/** One bit. */
export const flag = (word: number, bit: number, doc: string, more?: More): Typed<'flag'> => ({ at: [[word, bit, bit]], as: 'flag', doc, ...more })

/** A number of at most 32 bits. */
export const uint = (at: readonly Slice[], doc: string, more?: More): Typed<'uint'> => ({ at, as: 'uint', doc, ...more })

/** A number of at most 64 bits. */
export const big = (at: readonly Slice[], doc: string, more?: More): Typed<'bigint'> => ({ at, as: 'bigint', doc, ...more })

/** The address of a 4 KiB page. */
export const page = (at: readonly Slice[], doc: string, more?: More): Typed<'page'> => ({ at, as: 'page', doc, unit: 'byte address', ...more })

/** An address whose `zeros` low bits are 0. */
export const address = (at: readonly Slice[], zeros: number, doc: string, more?: More): Typed<'address'> => ({ at, as: 'address', zeros, doc, unit: 'byte address', ...more })

/** Bits that identify the record. */
export const fixed = (at: readonly Slice[], value: number, doc: string): Fixed => ({ at, value, doc })

/** One source. */
export const one: { readonly confidence: Confidence } = { confidence: 'one source' }

/** Weak. */
export const confirm: { readonly confidence: Confidence } = { confidence: 'confirm' }

/** A row of a table of codes that have a meaning beside their name. */
export interface CodeRow {
  readonly code: number
  readonly name: string
  readonly meaning: string
}

/** `[code, name, meaning]` for each code. */
export const codeRows = (rows: readonly (readonly [code: number, name: string, meaning: string])[]): readonly CodeRow[] =>
  rows.map(([code, name, meaning]) => ({ code, name, meaning }))

/** What the codes of a table mean. */
export const meaningsOf = (rows: readonly CodeRow[]): Readonly<Record<number, string>> => Object.fromEntries(rows.map(({ code, meaning }) => [code, meaning]))

/** The names of a table of codes. */
export const codesOf = (rows: readonly CodeRow[]): Codes => Object.fromEntries(rows.map(({ code, name }) => [name, code]))
