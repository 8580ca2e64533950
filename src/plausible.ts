import { findingsOf } from './codec/check.ts'
import { CodecError } from './codec/errors.ts'
import { decodeRange, rangeIds } from './ranges.ts'
import type { AddressRange } from './ranges.ts'
import { readersOf } from './spec/role-fields.ts'
import type { Values } from './spec/rules/context.ts'
import type { Layout } from './spec/vocabulary.ts'

/**
 * What makes a record that is well formed unlikely to be meant: it breaks a rule, its address is not canonical, it asks
 * for nothing. Used where something has to tell which of several readings is the right one.
 */
export function doubtsOf(layout: Layout, message: Values, findings = findingsOf(layout, message, {})): readonly string[] {
  const { address: addressOf, read, write, last, pasid: pasidOf, pasidValid } = readersOf(layout)
  const doubts: string[] = []
  // A request may be odd: devices are.
  for (const { severity, id, message: text } of findings) if (severity === 'error' || id === 'unnamed-value' || (severity === 'warning' && layout.carries === undefined)) doubts.push(text)
  const address = addressOf?.(message, undefined)
  const begin = typeof address === 'bigint' ? beginOf(layout, message, address) : 0n
  if (begin === undefined) doubts.push('the size of its range is none')
  else if (!isCanonical(begin)) doubts.push('the address is not canonical')
  const asksNothing = read?.(message, undefined) === false && write?.(message, undefined) === false && last?.(message, undefined) !== true
  if (asksNothing && layout.carries?.unlike !== 'stop marker') doubts.push('it asks for, or grants, neither read nor write')
  const pasid = pasidOf?.(message, undefined)
  if (pasid !== undefined && Number(pasid) !== 0 && pasidValid?.(message, undefined) === false) doubts.push('it has a PASID and says that it has none')
  return doubts
}

/** Where a range begins: its own low bits say how large it is. A whole address space begins nowhere; undefined where they say nothing. */
function beginOf(layout: Layout, message: Values, address: bigint): bigint | undefined {
  if (!(rangeIds as readonly string[]).includes(layout.id)) return address
  let range: AddressRange
  try {
    range = decodeRange(layout.id as never, message as never)
  } catch (error) {
    if (error instanceof CodecError) return undefined
    throw error
  }
  return range.size >= 1n << 48n ? 0n : range.address
}

/** Bits 63 to 47 all alike. Addresses of 57 bits exist, and are rare. */
function isCanonical(address: bigint): boolean {
  const top = address >> 47n
  return top === 0n || top === 0x1ffffn
}
