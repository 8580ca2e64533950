import { whole } from './hit.ts'
import type { Reading, Span } from './hit.ts'
import { placesOf } from './line.ts'
import type { Line } from './line.ts'

/** A number in a text, and where its hex digits stand in the input; nowhere for one in decimal. */
export interface Word {
  readonly value: bigint
  readonly place?: Pick<Span, 'start' | 'end'>
}

/** A number that stands in a line, of which the digits begin at `column`. */
export function wordAt(line: Line, column: number, digits: string): Word {
  const plain = digits.replaceAll('_', '')
  return { value: BigInt(`0x${plain}`), place: placesOf(line.pieces, column, digits.length) }
}

/** Numbers of a size as bytes: in the order in which they stand, as the DWs of a packet do, and as the numbers of a little-endian machine. */
export function readingsOf(list: readonly Word[], size: number): readonly Reading[] {
  const of = (order: Span['order'], reading: string): Reading => {
    const bytes = new Uint8Array(list.length * size)
    const spans: Span[] = []
    list.forEach(({ value, place }, index) => {
      const offset = index * size
      for (let i = 0; i < size; i++) bytes[offset + i] = Number((value >> BigInt(8 * (order === 'number' ? i : size - 1 - i))) & 0xffn)
      if (place) spans.push({ ...place, offset, size, order })
    })
    return { reading, data: whole(bytes, spans) }
  }
  const asBytes = of('memory', 'bytes in the order in which they stand')
  return size === 1 ? [asBytes] : [asBytes, { ...of('number', 'words as little-endian numbers'), likely: true }]
}
