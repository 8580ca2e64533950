import type { Bits } from '../../../src/spec/vocabulary.ts'

/** What the table says, bit by bit. Written for the proof: it shares nothing with the generator. */

/** Bits of a record, each counted from bit 0 of byte 0; of the value of `at` the least significant first. */
export function bitsAt({ word, order }: Pick<Bits, 'word' | 'order'>, at: readonly (readonly [number, number, number, string?])[]): number[] {
  const bits: number[] = []
  for (const [index, hi, lo] of at) {
    for (let bit = hi; bit >= lo; bit--) {
      const byte = Math.floor(bit / 8)
      bits.unshift(8 * (index * word + (order === 'little' ? byte : word - 1 - byte)) + (bit % 8))
    }
  }
  return bits
}

/** A field as a proof needs it: where each bit of its value comes from, least significant first; undefined for one that is 0. */
export interface FieldBits {
  readonly name: string
  readonly kind: 'flag' | 'uint' | 'wide'
  readonly optional: boolean
  readonly from: readonly (number | undefined)[]
}

export function fieldsOf(layout: Bits): FieldBits[] {
  return Object.entries(layout.fields).map(([name, { at, as, zeros = 0, optional = false }]) => ({
    name,
    kind: as === 'flag' || as === 'uint' ? as : 'wide',
    optional,
    from: [...Array<undefined>(as === 'page' ? 12 : as === 'address' ? zeros : 0).fill(undefined), ...bitsAt(layout, at)],
  }))
}

/** The fixed bits of a record, by their number, and what each is. */
export function fixedOf(layout: Bits): Map<number, 0 | 1> {
  return new Map(Object.values(layout.fixed ?? {}).flatMap(({ at, value }) => bitsAt(layout, at).map((bit, i) => [bit, Number((BigInt(value) >> BigInt(i)) & 1n) as 0 | 1] as const)))
}

export function reservedOf(layout: Bits): number[] {
  return bitsAt(layout, layout.reserved ?? [])
}
