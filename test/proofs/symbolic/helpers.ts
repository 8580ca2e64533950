import { Claims } from './claims.ts'
import { NO } from './formulas.ts'
import { processor } from './language.ts'
import { functionOf, sourceOf } from './modules.ts'
import { ProofFailure, one } from './values.ts'
import type { Value } from './values.ts'
import { MEMORY, intBits, unknownBits, world } from './world.ts'

/**
 * What the proofs of the records take for granted about `memory.ts`, beside what they execute of it themselves:
 * the kept view is always one of the kept bytes, and the halves of a bigint are its halves on a processor of either
 * byte order.
 * @returns the number of bits that were compared
 */
export function proveHelpers(): number {
  let bits = 0
  for (const little of [true, false]) {
    processor.little = little
    try {
      bits += proveHalves() + proveLook('Reading', 'read') + proveLook('Writing', 'write')
    } finally {
      processor.little = true
    }
  }
  return bits
}

function proveHalves(): number {
  const { program } = world(4)
  const m = program.machine
  const claims = new Claims(m)
  const low = unknownBits(m, 'low', 32)
  const high = unknownBits(m, 'high', 32)
  // As int32 and as uint32: both come.
  for (const sign of [(bits: number[]) => bits, (bits: number[]) => [...bits, NO]]) {
    const joined = m.call(program.get(MEMORY, 'fromHalves'), [one({ t: 'int', bits: sign(low) }), one({ t: 'int', bits: sign(high) })])
    claims.field(1, joined, { name: 'fromHalves', kind: 'wide', optional: false, from: [...low, ...high].map((_, i) => i) }, [...low, ...high])
  }
  const took = m.call(program.get(MEMORY, 'intoHalves'), [one({ t: 'bigint', bits: [...low, ...high], below: NO, above: NO })])
  claims.never(m.f.not(m.truth(took)), 'intoHalves declines 64 bits')
  for (const [name, half] of [['low', low], ['high', high]] as const) {
    const value: Value = m.call(program.get(MEMORY, name), [])
    for (const found of value) intBits(found, 32)?.forEach((bit, i) => claims.sameWhere(found.when, bit, half[i]!, `${name}: bit ${i}`))
  }
  return claims.bits
}

/** After `lookForReading` the view is one of the bytes, if it was before. */
function proveLook(name: string, kind: string): number {
  const { program, region } = world(4)
  const m = program.machine
  const claims = new Claims(m)
  m.run(functionOf(sourceOf(MEMORY), `lookFor${name}`), program.scope(MEMORY), [one(region.bytes[0]!.is)])
  for (const bytes of program.get(MEMORY, `${kind}Bytes`)) {
    for (const view of program.get(MEMORY, `${kind}View`)) {
      if (bytes.is.t !== 'array' || view.is.t !== 'view') throw new ProofFailure(`${kind}Bytes is ${bytes.is.t}`)
      claims.bits++
      if (bytes.is.memory !== view.is.memory) claims.never(m.f.and(bytes.when, view.when), `${kind}View is a view of other bytes`)
    }
  }
  return claims.bits
}
