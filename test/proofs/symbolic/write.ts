import { Claims } from './claims.ts'
import { NO } from './formulas.ts'
import type { Bit } from './formulas.ts'
import { anyMessage } from './message.ts'
import { functionOf } from './modules.ts'
import { fixedOf } from './table.ts'
import { ProofFailure, boolean, native } from './values.ts'
import type { Module } from './world.ts'
import { world } from './world.ts'

/**
 * `write` puts at each bit of the record what the table says, writes every byte of it and no other, and declines,
 * with nothing written, exactly where a field is out of range, the bytes are none, or there is no room; and where a
 * field is left out beside a name that is no field's, which may be that field misspelt.
 * @returns the number of bits that were compared
 */
export function proveWrite({ file, source, layout }: Module): number {
  const { program, region } = world(layout.size)
  const m = program.machine
  const { f } = m
  const message = anyMessage(m, layout)
  const onlyKnown = f.fresh('message has only fields of the record')
  program.give('src/codec/message.ts', 'onlyKnown', native(() => boolean(onlyKnown)))
  program.give(file, 'bits', native(() => boolean(NO)))
  m.stores = () => region.memory.stores
  const before = region.bits
  const exits = m.run(functionOf(source, 'write'), program.scope(file, source), [message.value, region.bytes, region.offset])

  const claims = new Claims(m)
  let accepted: Bit = NO
  let stores = -1
  for (const { kind, when, value, stores: count } of exits) {
    if (kind === 'throws') claims.never(when, 'write throws')
    for (const { when: here, is } of value) {
      if (is.t !== 'boolean') claims.never(f.and(when, here), `write gives ${is.t}`)
      else if (is.holds !== NO) {
        accepted = f.or(accepted, f.all([when, here, is.holds]))
        if (stores >= 0 && stores !== count) throw new ProofFailure('write ends well in two places')
        stores = count
        if (is.holds !== 1) claims.never(f.all([when, here, f.not(is.holds)]), 'write declines after it has written')
      } else if (count > 0) claims.never(f.and(when, here), 'write declines after it has written')
    }
  }
  if (stores !== region.memory.stores) throw new ProofFailure('write goes on after it has ended')
  const should = f.all([f.or(f.not(message.incomplete), onlyKnown), region.fits, message.good])
  claims.never(f.and(accepted, f.not(should)), 'write accepts what is out of range')
  claims.never(f.and(should, f.not(accepted)), 'write declines what is in range')

  const fixed = fixedOf(layout)
  for (let byte = 0; byte < layout.size; byte++) {
    const written = region.memory.byte({ base: 'offset', scale: 1, n: byte })
    for (const [i, bit] of written.entries()) {
      const n = 8 * byte + i
      claims.sameWhere(accepted, bit, message.bits.get(n) ?? fixed.get(n) ?? NO, `byte ${byte} bit ${i} is written as another than the table says`)
      if (bit === before[n]) claims.never(accepted, `byte ${byte} bit ${i} is not written`)
    }
  }
  return claims.bits
}
