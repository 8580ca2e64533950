import { perLayout } from '../spec/per-layout.ts'
import { roleOf } from '../spec/role-fields.ts'
import type { Role } from '../spec/roles.ts'
import type { Layout } from '../spec/vocabulary.ts'
import { bitsOf } from './message.ts'
import { bitPositions } from './positions.ts'

/** What stands at some bits of a record, whatever the bits are. */
export interface FigurePart {
  readonly kind: 'field' | 'fixed' | 'reserved'
  /** Name of the field or fixed value; `reserved`. */
  readonly name: string
  /** The specification's own short name, where it has one. */
  readonly short: string | undefined
  /** The number that stands there in every record; fixed values only. */
  readonly value?: number
  readonly role: Role | undefined
  /** Its bits in memory, most significant first: see `bitPositions`. */
  readonly positions: readonly number[]
}

/** A run of bits of one row that belong to one part: bits `hi` to `lo` of the row, which has bit 31 on the left. */
export interface FigureCell {
  /** Index in `parts`. */
  readonly part: number
  readonly hi: number
  readonly lo: number
}

/** At most 32 bits of one word. */
export interface FigureRow {
  /** As the source names them: `q1[63:32]`, `DW2`. */
  readonly label: string
  readonly cells: readonly FigureCell[]
  /** Its bits in memory, from the left. */
  readonly positions: readonly number[]
}

/** Where everything stands in a record. */
export interface Figure {
  /** In the order of `inspect`: fields, fixed values, reserved slices. */
  readonly parts: readonly FigurePart[]
  readonly rows: readonly FigureRow[]
}

/**
 * The record as a figure of rows of 32 bits, the most significant on the left. A word of 64 bits takes two rows, its high
 * half first.
 */
export const figure = /* @__PURE__ */ perLayout((layout): Figure => {
  const parts = partsOf(layout)
  const owner = new Map(parts.flatMap(({ positions }, part) => positions.map((at, index) => [at, { part, index }] as const)))
  const size = layout.word * 8
  const rows: FigureRow[] = []
  for (let word = 0; word < layout.size / layout.word; word++) {
    for (let hi = size - 1; hi >= 0; hi -= 32) {
      const lo = Math.max(0, hi - 31)
      const name = bitsOf(layout, [[word, hi, lo]])
      const positions = bitPositions(layout, [[word, hi, lo]])
      rows.push({ label: size > 32 ? name : name.replace(/\[.*/, ''), cells: cellsOf(positions.map((at) => owner.get(at)!)), positions })
    }
  }
  return { parts, rows }
})

function partsOf(layout: Layout): FigurePart[] {
  const { fields, fixed = {}, reserved = [] } = layout
  return [
    ...Object.entries(fields).map(([name, { at, doc }]): FigurePart => ({ kind: 'field', name, short: shortOf(doc), role: roleOf(layout, name), positions: bitPositions(layout, at) })),
    ...Object.entries(fixed).map(([name, { at, value, doc }]): FigurePart => ({ kind: 'fixed', name, short: shortOf(doc), value, role: roleOf(layout, name), positions: bitPositions(layout, at) })),
    ...reserved.map((slice): FigurePart => ({ kind: 'reserved', name: 'reserved', short: '', role: undefined, positions: bitPositions(layout, [slice]) })),
  ]
}

/** The specification's own short name, which opens the text of many fields: `PP: …`. */
function shortOf(doc: string): string | undefined {
  return /^([A-Za-z0-9]{1,6}):/.exec(doc)?.[1]
}

/** Which bit of which part: `index` counts from the most significant. */
interface Owner {
  readonly part: number
  readonly index: number
}

/** Runs of bits that follow each other in their part: two pieces of a field may stand side by side in the other order. */
function cellsOf(owners: readonly Owner[]): FigureCell[] {
  const cells: FigureCell[] = []
  for (let from = 0, to = 0; from < owners.length; from = to) {
    const { part, index } = owners[from]!
    while (to < owners.length && owners[to]!.part === part && owners[to]!.index === index + to - from) to++
    cells.push({ part, hi: owners.length - 1 - from, lo: owners.length - to })
  }
  return cells
}
