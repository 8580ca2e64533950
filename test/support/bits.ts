import type { AnyMessage, Layout, Value } from '../../src/index.ts'

/** One bit of a record: whose it is, and where it lies in memory. */
export interface Bit {
  readonly kind: 'field' | 'fixed' | 'reserved'
  readonly name: string
  /** Which bit of the value of its owner it is, 0 the least. */
  readonly weight: number
  /** Index in memory: bit `index & 7` of byte `index >> 3`. */
  readonly index: number
}

/** Every bit that the table names, in the order of the table. */
export function bitsOf(layout: Layout): Bit[] {
  const bits: Bit[] = []
  const add = (kind: Bit['kind'], name: string, at: readonly (readonly [word: number, hi: number, lo: number, note?: string])[]): void => {
    const places = at.flatMap(([word, hi, lo]) => Array.from({ length: hi - lo + 1 }, (_, i) => indexOf(layout, word, hi - i)))
    for (const [i, index] of places.entries()) bits.push({ kind, name, weight: places.length - 1 - i, index })
  }
  for (const [name, { at }] of Object.entries(layout.fields)) add('field', name, at)
  for (const [name, { at }] of Object.entries(layout.fixed ?? {})) add('fixed', name, at)
  for (const slice of layout.reserved ?? []) add('reserved', 'reserved', [slice])
  return bits
}

/** A little-endian word has its low byte first in memory, a big-endian word its high byte. */
function indexOf({ word: size, order }: Layout, word: number, bit: number): number {
  const byte = Math.floor(bit / 8)
  return (word * size + (order === 'little' ? byte : size - 1 - byte)) * 8 + (bit % 8)
}

/** A record whose fixed bits are right, whose reserved bits are 0 and whose field bits are as `fieldBit` says. */
export function imageOf(layout: Layout, fieldBit: (bit: Bit) => boolean | number): Uint8Array {
  const bytes = new Uint8Array(layout.size)
  for (const bit of bitsOf(layout)) {
    const fixed = bit.kind === 'fixed' && Math.floor(layout.fixed![bit.name]!.value / 2 ** bit.weight) % 2 === 1
    if (fixed || (bit.kind === 'field' && fieldBit(bit))) bytes[bit.index >> 3]! |= 1 << (bit.index & 7)
  }
  return bytes
}

/** Number of bits of a field. */
export function widthOf(layout: Layout, name: string): number {
  return layout.fields[name]!.at.reduce((sum, [, hi, lo]) => sum + hi - lo + 1, 0)
}

/** The value of a field whose bits, as an unsigned number, are `raw`. */
export function valueOf(layout: Layout, name: string, raw: bigint): Value {
  switch (layout.fields[name]!.as) {
    case 'flag':
      return raw !== 0n
    case 'uint':
      return Number(raw)
    case 'bigint':
      return raw
    case 'page':
      return raw * 4096n
    case 'address':
      return raw * 2n ** BigInt(layout.fields[name]!.zeros!)
  }
}

/** The message whose field bits are all 0 or all 1. */
export function messageOf(layout: Layout, ones: boolean): AnyMessage {
  const raw = (name: string): bigint => (ones ? 2n ** BigInt(widthOf(layout, name)) - 1n : 0n)
  return Object.fromEntries(Object.keys(layout.fields).map((name) => [name, valueOf(layout, name, raw(name))]))
}
