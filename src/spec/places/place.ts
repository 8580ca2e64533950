import type { Codes, Slice } from '../vocabulary.ts'

/**
 * The words in which a place is written: a queue or a log, what tells its entries apart, and the name of every entry that can
 * stand in it. What has no name here is not known to the table; that never makes it bad.
 */

/** One kind of entry. */
export interface Entry {
  /** The name, as the specification or Linux spells it. */
  readonly name: string
  /** What stands in the bits that tell; missing where a place has one kind of entry alone. */
  readonly code?: number
  /** The last of a run of codes that share the entry. */
  readonly upTo?: number
  /** Other bits that must be so as well. The first entry that fits counts. */
  readonly where?: { readonly at: readonly Slice[]; readonly value: number }
  /** Id of the record: of the catalogue or of the neighbours. Without one an entry has a name alone. */
  readonly id?: string
  /** What is easily misread about it. */
  readonly note?: string
}

/** A queue or a log. */
export interface Place {
  readonly id: string
  readonly title: string
  /** The clause that lists the entries. */
  readonly clause: string
  /** Size of an entry in bytes. */
  readonly size: number
  readonly word: 1 | 2 | 4 | 8
  readonly order: 'little' | 'big'
  readonly label: string
  /** The bits that tell an entry, most significant slice first; none where there is one kind of entry alone. */
  readonly tells: readonly Slice[]
  /** What an entry is whose bytes are all 0. */
  readonly zero: string
  readonly entries: readonly Entry[]
}

/** Entries by a table of codes; `ids` says which of them have a record. */
export function entriesOf<const C extends Codes>(codes: C, ids: { readonly [K in keyof C]?: string }): Entry[] {
  return Object.entries(codes).map(([name, code]) => {
    const id = ids[name]
    return id === undefined ? { name, code } : { name, code, id }
  })
}
