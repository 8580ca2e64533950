import { bitsOf, widthOf, zerosOf } from '../codec/message.ts'
import type { Codes, Confidence, Field, Layout } from '../spec/vocabulary.ts'
import { memberName, snake } from './names.ts'

/**
 * The one form that every target is made of. Where bits stand is told twice: in the words of the source, for languages
 * that load words, and in the whole record read as one integer in its own byte order, for those that have wide integers.
 */

/** `width` bits from bit `lo` of the record as one integer are the bits of the owner from bit `to`. */
export interface FlatPiece {
  readonly lo: number
  readonly width: number
  readonly to: number
}

/** The same, where `lo` counts in word `word`. */
export interface WordPiece extends FlatPiece {
  readonly word: number
}

interface Placed {
  /** As the source numbers them: `q1[11:3]`. */
  readonly bits: string
  /** Number of bits in the record. */
  readonly width: number
  /** Least significant first, one for each slice of the table. */
  readonly words: readonly WordPiece[]
  /** Least significant first; pieces that touch are one. */
  readonly flat: readonly FlatPiece[]
}

export interface FormField extends Placed {
  readonly name: string
  /** In snake case, and no word that a language has taken. */
  readonly member: string
  readonly as: Field['as']
  /** How many low bits of the value are 0 and not in the record: a page has 12. */
  readonly zeros: number
  readonly optional: boolean
  readonly doc: string
  readonly clause: string
  readonly confidence: Confidence
  readonly unit?: string
  /** Names of values, and of single bits. */
  readonly codes: Codes
}

export interface FormFixed extends Placed {
  readonly name: string
  readonly member: string
  readonly value: bigint
  readonly doc: string
}

export interface Form {
  readonly id: string
  /** The id in snake case. */
  readonly name: string
  readonly layout: Layout
  readonly size: number
  readonly word: Layout['word']
  readonly order: Layout['order']
  readonly fields: readonly FormField[]
  readonly fixed: readonly FormFixed[]
  /** All reserved slices. */
  readonly reserved: readonly Placed[]
}

type At = readonly (readonly [word: number, hi: number, lo: number, note?: string])[]

export function formOf(layout: Layout): Form {
  const placed = (at: At): Placed => ({ bits: bitsOf(layout, at), width: widthOf(at as Field['at']), ...piecesOf(layout, at) })
  return {
    id: layout.id,
    name: snake(layout.id),
    layout,
    size: layout.size,
    word: layout.word,
    order: layout.order,
    fields: Object.entries(layout.fields).map(([name, field]) => ({
      ...placed(field.at),
      name,
      member: memberName(name),
      as: field.as,
      zeros: zerosOf(field),
      optional: field.optional === true,
      doc: field.doc,
      clause: field.clause ?? layout.clause,
      confidence: field.confidence ?? 'sure',
      ...(field.unit !== undefined && { unit: field.unit }),
      codes: { ...field.codes, ...field.masks },
    })),
    fixed: Object.entries(layout.fixed ?? {}).map(([name, { at, value, doc }]) => ({ ...placed(at), name, member: memberName(name), value: BigInt(value), doc })),
    reserved: (layout.reserved ?? []).map((slice) => placed([slice])),
  }
}

/** All ones in the low `width` bits. */
export function ones(width: number): bigint {
  return (1n << BigInt(width)) - 1n
}

/** The number of bits of the value of a field, its zeros with them. */
export function valueWidth({ width, zeros }: Pick<FormField, 'width' | 'zeros'>): number {
  return width + zeros
}

/** The greatest value of a field. */
export function greatest({ width, zeros }: Pick<FormField, 'width' | 'zeros'>): bigint {
  return ones(width) << BigInt(zeros)
}

function piecesOf({ size, word: bytes, order }: Layout, at: At): Pick<Placed, 'words' | 'flat'> {
  const words: WordPiece[] = []
  const flat: FlatPiece[] = []
  let to = 0
  for (const [word, hi, low] of [...at].reverse()) {
    const width = hi - low + 1
    words.push({ word, lo: low, width, to })
    const lo = 8 * (order === 'little' ? word * bytes : size - (word + 1) * bytes) + low
    const last = flat.at(-1)
    if (last && last.lo + last.width === lo) flat[flat.length - 1] = { ...last, width: last.width + width }
    else flat.push({ lo, width, to })
    to += width
  }
  return { words, flat }
}
