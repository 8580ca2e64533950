import type { Form, FormField, WordPiece } from '../form.ts'
import { upper } from '../names.ts'

/** The macros of a record in C, the same in both styles. */

export interface Macro {
  readonly name: string
  readonly piece: WordPiece
}

/** A mask for each piece: `_Q1` after what the source calls the word, and the bits where a word has several. */
export function masksOf(form: Form, prefix: string, { name, words }: Pick<FormField, 'name' | 'words'>): Macro[] {
  const { label } = form.layout
  return words.map((piece) => {
    const word = label === '+' ? `B${piece.word * form.word}` : `${upper(label)}${piece.word}`
    const several = words.filter((other) => other.word === piece.word).length > 1
    const bits = several ? `_${piece.lo + piece.width - 1}_${piece.lo}` : ''
    return { name: `${macro(form, prefix, name)}_${word}${bits}`, piece }
  })
}

/** The names of values. */
export function codesOf(form: Form, prefix: string, { name, codes }: FormField): { readonly name: string; readonly value: number }[] {
  return Object.entries(codes).map(([code, value]) => ({ name: `${macro(form, prefix, name)}_${upper(code)}`, value }))
}

export function macro(form: Form, prefix: string, name: string): string {
  return `${upper(prefix)}${form.name.toUpperCase()}_${upper(name)}`
}
