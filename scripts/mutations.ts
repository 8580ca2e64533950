import type { Field, Fixed, Layout, ReservedSlice, Slice } from '../src/index.ts'

/** A table that is wrong on purpose. */
export interface Mutant {
  /** What was done to the table. */
  readonly what: string
  readonly layout: Layout
}

/** The bits of one name, most significant first, each counted from bit 0 of word 0. */
interface Claim {
  readonly kind: 'field' | 'fixed' | 'reserved'
  readonly name: string
  readonly bits: readonly number[]
  /** Of a fixed value, bit by bit as above. */
  readonly values?: readonly number[]
}

/** Every table that differs from `layout` by one slip of the pen and still claims each bit once. */
export function mutantsOf({ rules: _, ...layout }: Layout): Mutant[] {
  const size = layout.word * 8
  const claims = claimsOf(layout, size)
  const named = claims.filter(({ kind }) => kind !== 'reserved')
  const mutants: Mutant[] = []
  const add = (what: string, changed: readonly Claim[]): void => void mutants.push({ what, layout: layoutOf(layout, changed, size) })
  const replace = (...changes: readonly (readonly [Claim, Claim])[]): Claim[] => claims.map((claim) => changes.find(([old]) => old === claim)?.[1] ?? claim)

  for (const claim of named) {
    const pieces = piecesOf(claim.bits, size)
    for (const piece of pieces) {
      const at = textOf(layout, piece, size)
      for (const [direction, next, vacated] of [['up', piece[0]! + 1, piece.at(-1)!], ['down', piece.at(-1)! - 1, piece[0]!]] as const) {
        if (next < 0 || Math.floor(next / size) !== Math.floor(vacated / size)) continue
        const moved = (bit: number): number => (bit === next ? vacated : piece.includes(bit) ? bit + next - (direction === 'up' ? piece[0]! : piece.at(-1)!) : bit)
        add(`${claim.name} ${at} moved ${direction} by one bit`, claims.map((other) => ({ ...other, bits: other.bits.map(moved) })))
      }
    }

    for (const [end, next] of [['above', claim.bits[0]! + 1], ['below', claim.bits.at(-1)! - 1]] as const) {
      const owner = claims.find(({ bits }) => bits.includes(next))
      if (!owner || owner === claim || Math.floor(next / size) !== Math.floor(claim.bits.at(end === 'above' ? 0 : -1)! / size)) continue
      const wider = end === 'above' ? { ...claim, bits: [next, ...claim.bits], ...valuesOf(claim, (values) => [0, ...values]) } : { ...claim, bits: [...claim.bits, next], ...valuesOf(claim, (values) => [...values, 0]) }
      add(`${claim.name} widened ${end} by one bit of ${owner.name}`, replace([claim, wider], [owner, without(owner, next)]))
    }

    for (const [end, lost] of [['above', claim.bits[0]!], ['below', claim.bits.at(-1)!]] as const) {
      if (end === 'below' && claim.bits.length === 1) continue
      add(`${claim.name} narrowed ${end} by one bit`, [...replace([claim, without(claim, lost)]), { kind: 'reserved', name: 'reserved', bits: [lost] }])
    }

    for (const [i, value] of (claim.values ?? []).entries()) {
      add(`${claim.name} bit ${claim.bits.length - 1 - i} turned over`, replace([claim, { ...claim, values: claim.values!.with(i, 1 - value) }]))
    }

    for (let i = 1; i < pieces.length; i++) {
      add(`${claim.name} slices ${i - 1} and ${i} swapped`, replace([claim, { ...claim, bits: pieces.with(i - 1, pieces[i]!).with(i, pieces[i - 1]!).flat() }]))
    }

    for (const other of named.slice(named.indexOf(claim) + 1)) {
      if (other.bits.length !== claim.bits.length) continue
      add(`${claim.name} and ${other.name} swapped`, replace([claim, { ...claim, bits: other.bits }], [other, { ...other, bits: claim.bits }]))
    }
  }
  if (layout.word > 1) mutants.push({ what: 'byte order turned round', layout: { ...layout, order: layout.order === 'little' ? 'big' : 'little' } })
  return mutants
}

function claimsOf(layout: Layout, size: number): Claim[] {
  const bits = (at: readonly ReservedSlice[]): number[] => at.flatMap(([word, hi, lo]) => Array.from({ length: hi - lo + 1 }, (_, i) => word * size + hi - i))
  return [
    ...Object.entries(layout.fields).map(([name, { at }]): Claim => ({ kind: 'field', name, bits: bits(at) })),
    ...Object.entries(layout.fixed ?? {}).map(([name, { at, value }]): Claim => {
      const places = bits(at)
      return { kind: 'fixed', name, bits: places, values: places.map((_, i) => Math.floor(value / 2 ** (places.length - 1 - i)) % 2) }
    }),
    ...(layout.reserved ?? []).map((slice): Claim => ({ kind: 'reserved', name: 'reserved', bits: bits([slice]) })),
  ]
}

/** Runs of bits that descend by one inside a word. */
function piecesOf(bits: readonly number[], size: number): number[][] {
  const pieces: number[][] = []
  for (const bit of bits) {
    const last = pieces.at(-1)
    if (last && last.at(-1) === bit + 1 && (bit + 1) % size !== 0) last.push(bit)
    else pieces.push([bit])
  }
  return pieces
}

function slicesOf(bits: readonly number[], size: number): Slice[] {
  return piecesOf(bits, size).map((piece) => [Math.floor(piece[0]! / size), piece[0]! % size, piece.at(-1)! % size])
}

function valuesOf({ values }: Claim, change: (values: readonly number[]) => readonly number[]): Pick<Claim, 'values'> {
  return values ? { values: change(values) } : {}
}

function without(claim: Claim, bit: number): Claim {
  const keep = (_: unknown, i: number): boolean => claim.bits[i] !== bit
  return { ...claim, bits: claim.bits.filter(keep), ...valuesOf(claim, (values) => values.filter(keep)) }
}

/** The table with other bits; what has none left is gone. */
function layoutOf(layout: Layout, claims: readonly Claim[], size: number): Layout {
  const fields: Record<string, Field> = {}
  const fixed: Record<string, Fixed> = {}
  const reserved: ReservedSlice[] = []
  for (const { kind, name, bits, values } of claims.filter((claim) => claim.bits.length > 0)) {
    const at = slicesOf(bits, size)
    if (kind === 'field') fields[name] = { ...layout.fields[name]!, at }
    else if (kind === 'fixed') fixed[name] = { ...layout.fixed![name]!, at, value: values!.reduce((sum, value) => sum * 2 + value, 0) }
    else reserved.push(...at)
  }
  return { ...layout, fields, fixed, reserved }
}

function textOf(layout: Layout, piece: readonly number[], size: number): string {
  return `${layout.label}${Math.floor(piece[0]! / size)}[${piece[0]! % size}:${piece.at(-1)! % size}]`
}
