import type { Value } from '../../src/index.ts'

/**
 * Where a format puts what a page request or a page response says. The rows are written from the specifications and
 * not from the code: they are the oracle of the translation.
 *
 * A place is `field[hi:lo]`, `field[bit]` or a whole flag `field`; several make one number, the most significant
 * first; `!` before a flag inverts it. What a row does not place, the format cannot hold.
 */
export interface Row {
  readonly places: Readonly<Record<string, string>>
  /** What the record has besides. */
  readonly constants?: Readonly<Record<string, Value>>
  /** Values that the format stands for; any other cannot be carried. */
  readonly only?: Readonly<Record<string, Value>>
  /** The same, where the caller may allow the difference to be dropped. */
  readonly soft?: Readonly<Record<string, Value>>
  /** The OHC words of flit mode in the order of OHC[2:0]. One that would hold zeros is not there, but for the requester's segment. */
  readonly words?: readonly string[]
  /** Execute and privileged go with a PASID only. */
  readonly permissionsWithPasid?: true
  /** Exactly one of read and write. */
  readonly readOrWrite?: true
  /** A PASID goes with a response only where the device requires it. */
  readonly pasidAsRequired?: true
  /** 0 stands for no PASID, which nothing else says. */
  readonly pasidZeroIsNone?: true
  /** A tag or cookie names the request, and so its PASID and group. */
  readonly byReference?: true
  /** Generic response code to the code of the format. */
  readonly codes?: Readonly<Record<number, number>>
  /** Codes that are written as another's. */
  readonly mergedCodes?: Readonly<Record<number, number>>
}

export type Rows = Readonly<Record<string, Row>>

/** A C struct, or a record in two byte orders: the fields are the same. */
export const both = (id: string, row: Row): Rows => ({ [id]: row, [`${id}-be`]: row })
