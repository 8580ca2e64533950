import type { Bit } from './formulas.ts'
import type { Machine } from './machine.ts'
import { ProofFailure } from './values.ts'
import type { Case, Value } from './values.ts'
import { intBits } from './world.ts'
import type { FieldBits } from './table.ts'

/** Inputs for which code does not do what the table says. */
export class Counterexample extends ProofFailure {
  /** The unknowns that matter, by name. */
  readonly inputs: ReadonlyMap<string, boolean>

  constructor(what: string, inputs: ReadonlyMap<string, boolean>) {
    super(what)
    this.inputs = inputs
  }

  /** The record of the example: bits that do not matter are 0. */
  bytes(size: number): Uint8Array {
    return Uint8Array.from({ length: size }, (_, byte) => Array.from({ length: 8 }, (_, bit) => Number(this.inputs.get(`byte ${byte}.${bit}`) ?? 0) << bit).reduce((sum, bit) => sum | bit, 0))
  }
}

/** Claims that are proved one after the other. */
export class Claims {
  private readonly m: Machine
  /** How many bits were compared. */
  bits = 0

  constructor(m: Machine) {
    this.m = m
  }

  /** Never. */
  never(when: Bit, what: string): void {
    if (when !== 0) throw new Counterexample(what, this.m.f.example(when))
  }

  same(a: Bit, b: Bit, what: string): void {
    this.bits++
    if (a !== b) this.never(this.m.f.xor(a, b), what)
  }

  /** Two bits are the same where `when` holds. */
  sameWhere(when: Bit, a: Bit, b: Bit, what: string): void {
    this.bits++
    if (a !== b) this.never(this.m.f.and(when, this.m.f.xor(a, b)), what)
  }

  /** A value is that of a field, whose bits are `want`. */
  field(when: Bit, value: Value | undefined, { name, kind, from }: FieldBits, record: readonly Bit[]): void {
    if (!value) throw new ProofFailure(`${name}: is not there`)
    const want = from.map((bit) => (bit === undefined ? 0 : record[bit]!))
    for (const found of value) {
      const here = this.m.f.and(when, found.when)
      if (here === 0) continue
      const got = bitsOf(found, kind) ?? this.never(here, `${name}: is of another type (${found.is.t})`)
      got?.forEach((bit, i) => this.sameWhere(here, bit, want[i] ?? 0, `${name}: bit ${i} is another than the table says`))
    }
  }
}

function bitsOf(found: Case, kind: FieldBits['kind']): Bit[] | undefined {
  const { is } = found
  if (kind === 'flag') return is.t === 'boolean' ? [is.holds] : undefined
  if (kind === 'uint') return intBits(found, 54)
  return is.t === 'bigint' ? [...is.bits, is.below, is.above] : undefined
}
