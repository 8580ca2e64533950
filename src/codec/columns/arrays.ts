import type { Bits } from '../../spec/vocabulary.ts'
import { isWide, widthOf } from '../message.ts'

export type ColumnType = Uint8ArrayConstructor | Uint16ArrayConstructor | Uint32ArrayConstructor | BigUint64ArrayConstructor

/** The type of a field's column: the narrowest that holds it; a flag is 0 or 1 in a byte. */
export function arrayOf(field: Pick<Bits['fields'][string], 'at' | 'as'>): ColumnType {
  if (isWide(field)) return BigUint64Array
  const width = widthOf(field.at)
  return width <= 8 ? Uint8Array : width <= 16 ? Uint16Array : Uint32Array
}

/** Size in bytes of an element of a field's column. */
export function unitOf(field: Pick<Bits['fields'][string], 'at' | 'as'>): 1 | 2 | 4 | 8 {
  return arrayOf(field).BYTES_PER_ELEMENT as 1 | 2 | 4 | 8
}
