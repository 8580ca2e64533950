import type { Bits } from '../../spec/vocabulary.ts'
import { isWide, zerosOf } from '../message.ts'
import type { AnyColumns, AnyMessage } from '../message.ts'
import { isWrong, low, take, taken } from '../raw.ts'

/** The plain loop: record by record, for few records, and for where WebAssembly is missing or forbidden. */

/** The generated `read` of a record: a message, or nothing. */
export type ReadOne = (bytes: Uint8Array, offset: number, options: undefined) => object | undefined

/** Decodes `count` records into the first places of `columns`. Gives the numbers of those that are bad, if it is `strict`. */
export function readPlainly(bits: Bits, read: ReadOne, bytes: Uint8Array, offset: number, count: number, columns: AnyColumns, strict: boolean): number[] {
  const bad: number[] = []
  const names = Object.keys(columns)
  const arrays = Object.values(columns)
  for (let i = 0; i < count; i++) {
    const at = offset + i * bits.size
    const message = read(bytes, at, undefined) as AnyMessage | undefined
    if (message === undefined) {
      if (strict && isWrong(bits, bytes, at, false)) bad.push(i)
      for (let k = 0; k < names.length; k++) arrays[k]![i] = rawOf(bits, names[k]!, bytes, at) as never
    } else {
      for (let k = 0; k < names.length; k++) arrays[k]![i] = message[names[k]!] as never
    }
  }
  return bad
}

/** The value of a field, whether the record is right or not. */
function rawOf(bits: Bits, name: string, bytes: Uint8Array, offset: number): number | bigint {
  const field = bits.fields[name]!
  take(bits, bytes, offset, field.at)
  return isWide(field) ? taken() << BigInt(zerosOf(field)) : low >>> 0
}
