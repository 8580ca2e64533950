import type { As, Bits, Codes, Field } from '../spec/vocabulary.ts'

export { widthOf } from '../spec/slices.ts'

/** What a field is in a message. */
export type ValueOf<A extends As> = A extends 'flag' ? boolean : A extends 'uint' ? number : bigint
/** The value of a field. An editor offers its named values; any other number is as good. */
export type CodeOf<F extends Field> = F['as'] extends 'uint' ? (F extends { readonly codes: infer C extends Codes } ? C[keyof C] | (number & {}) : number) : ValueOf<F['as']>
/** The values of one field of many records. */
export type Columns = Uint8Array | Uint16Array | Uint32Array | BigUint64Array
/** The column of a field of some kind. */
export type ColumnOf<A extends As> = A extends 'flag' ? Uint8Array : A extends 'uint' ? Uint8Array | Uint16Array | Uint32Array : BigUint64Array
/** Fields by their names. */
export type Fields = Readonly<Record<string, Field>>
/** The names of the fields that may be left out. */
export type OptionalOf<F extends Fields> = { [K in keyof F]: F[K] extends { optional: true } ? K : never }[keyof F]

/** The message of a layout: one property per field. */
export type MessageOf<L extends { readonly fields: Fields }> = { -readonly [K in keyof L['fields']]: CodeOf<L['fields'][K]> }

/** What `encode` takes: the message, with its optional fields left out at will. */
export type InitOf<L extends { readonly fields: Fields }> =
  Omit<MessageOf<L>, OptionalOf<L['fields']>> & Partial<Pick<MessageOf<L>, OptionalOf<L['fields']>>>

/** One typed array per field. */
export type ColumnsOf<L extends { readonly fields: Fields }> = { -readonly [K in keyof L['fields']]: ColumnOf<L['fields'][K]['as']> }

export type Value = boolean | number | bigint
/** The message of any record. */
export type AnyMessage = Record<string, Value>
export type AnyColumns = Record<string, Columns>

/** How many low bits of the value of a field are 0 and not in the record. */
export function zerosOf({ as, zeros = 0 }: Pick<Field, 'as' | 'zeros'>): number {
  return as === 'page' ? 12 : as === 'address' ? zeros : 0
}

/** Whether the value of a field is a bigint. */
export function isWide({ as }: Pick<Field, 'as'>): boolean {
  return as !== 'flag' && as !== 'uint'
}

/** The bits of a field as the source writes them: `q0[11:9] q0[3:0]`. */
export function bitsOf(layout: Pick<Bits, 'label' | 'word'>, at: readonly (readonly [word: number, hi: number, lo: number, note?: string])[]): string {
  return at
    .map(([word, hi, lo]) => {
      const name = layout.label === '+' ? `+${word * layout.word}` : `${layout.label}${word}`
      return hi === lo ? `${name}[${hi}]` : `${name}[${hi}:${lo}]`
    })
    .join(' ')
}

/** Whether every property of `message` is a field of the record. */
export function onlyKnown({ fields }: Pick<Bits, 'fields'>, message: object): boolean {
  for (const name in message) if (!Object.hasOwn(fields, name) && Object.hasOwn(message, name)) return false
  return true
}
