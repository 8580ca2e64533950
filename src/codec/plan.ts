import type { Bits } from '../spec/vocabulary.ts'
import { widthOf, zerosOf } from './message.ts'

/**
 * The layout in terms of 32-bit lanes: lane `n` is the four bytes from 4n, read in the byte order of the layout, whatever
 * the size of its words. Bytes of the last lane that lie behind the record have no meaning.
 */
export interface Plan {
  readonly lanes: number
  readonly fields: readonly PlannedField[]
  /** Per lane: which bits are fixed, at what value, and which are reserved. */
  readonly fixedMask: readonly number[]
  readonly fixedValue: readonly number[]
  readonly reservedMask: readonly number[]
}

export interface PlannedField {
  readonly name: string
  readonly field: Bits['fields'][string]
  readonly width: number
  readonly pieces: readonly Piece[]
}

/** `width` bits from bit `lo` of a lane are the bits of the value from bit `to`. */
export interface Piece {
  readonly lane: number
  readonly lo: number
  readonly to: number
  readonly width: number
}

type Slices = readonly (readonly [word: number, hi: number, lo: number, note?: string])[]

export function planOf(layout: Bits): Plan {
  const lanes = Math.ceil(layout.size / 4)
  const zeros = (): number[] => Array<number>(lanes).fill(0)
  const fixedMask = zeros()
  const fixedValue = zeros()
  const reservedMask = zeros()
  for (const { at, value } of Object.values(layout.fixed ?? {})) {
    for (const piece of piecesOf(layout, at)) {
      fixedMask[piece.lane]! |= maskOf(piece.width) << piece.lo
      fixedValue[piece.lane]! |= ((value >>> piece.to) & maskOf(piece.width)) << piece.lo
    }
  }
  for (const piece of piecesOf(layout, layout.reserved ?? [])) reservedMask[piece.lane]! |= maskOf(piece.width) << piece.lo
  const fields = Object.entries(layout.fields).map(([name, field]) => ({ name, field, width: widthOf(field.at), pieces: piecesOf(layout, field.at, zerosOf(field)) }))
  return { lanes, fields, fixedMask, fixedValue, reservedMask }
}

/** All ones in the low `width` bits, as an int32. */
export function maskOf(width: number): number {
  return width === 32 ? -1 : (1 << width) - 1
}

function piecesOf(layout: Bits, at: Slices, from = 0): Piece[] {
  const pieces: { lane: number; lo: number; to: number; width: number }[] = []
  let to = from
  for (let i = at.length - 1; i >= 0; i--) {
    const [word, hi, lo] = at[i]!
    // The bits of a byte lie beside each other in whatever order bytes do. Pieces end at a multiple of 32 of the value as well, so
    // that each lies in one half of a bigint.
    for (let bit = lo, width = 0; bit <= hi; bit += width, to += width) {
      width = Math.min(8 - (bit & 7), hi - bit + 1, 32 - (to & 31))
      const [lane, laneBit] = laneOf(layout, word, bit)
      const last = pieces[pieces.length - 1]
      if (last && last.lane === lane && last.lo + last.width === laneBit && (to & 31) !== 0) last.width += width
      else pieces.push({ lane, lo: laneBit, to, width })
    }
  }
  return pieces
}

function laneOf({ word: size, order }: Bits, word: number, bit: number): readonly [lane: number, bit: number] {
  const inWord = bit >> 3
  const byte = word * size + (order === 'little' ? inWord : size - 1 - inWord)
  const inLane = order === 'little' ? byte & 3 : 3 - (byte & 3)
  return [byte >> 2, inLane * 8 + (bit & 7)]
}
