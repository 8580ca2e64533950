import { findingsOf } from './codec/check.ts'
import { CodecError } from './codec/errors.ts'
import { decodeRange, rangeIds } from './ranges.ts'
import type { AddressRange } from './ranges.ts'
import { perLayout } from './spec/per-layout.ts'
import { readersOf } from './spec/role-fields.ts'
import type { Values } from './spec/rules/context.ts'
import type { Layout } from './spec/vocabulary.ts'

/**
 * What makes a record that is well formed unlikely to be meant: it breaks a rule, its address is not canonical, it asks
 * for nothing. Used where something has to tell which of several readings is the right one.
 */
export function doubtsOf(layout: Layout, message: Values, findings = findingsOf(layout, message, {})): readonly string[] {
  const { address: addressOf, size: sizeOf, read, write, last, pasid: pasidOf, pasidValid } = readersOf(layout)
  const doubts: string[] = []
  // A request may be odd: devices are.
  for (const { severity, message: text } of findings) if (severity === 'error' || (severity === 'warning' && layout.carries === undefined)) doubts.push(text)
  for (const [name, codes] of codesOf(layout)) {
    if (message[name] !== undefined && !codes.has(Number(message[name]))) doubts.push(`${name} is 0x${Number(message[name]).toString(16)}, which the specification does not name`)
  }
  const address = addressOf?.(message, undefined)
  // Where a size is said in another way than in a range that is known, the low bits of the address are part of it.
  const begin = typeof address !== 'bigint' || (sizeOf?.(message, undefined) === true && !isRange(layout)) ? 0n : beginOf(layout, message, address)
  if (begin === undefined) doubts.push('the size of its range is none')
  else if (!isCanonical(begin)) doubts.push('the address is not canonical')
  const asksNothing = read?.(message, undefined) === false && write?.(message, undefined) === false && last?.(message, undefined) !== true
  if (asksNothing && layout.carries?.unlike !== 'stop marker') doubts.push('it asks for, or grants, neither read nor write')
  const pasid = pasidOf?.(message, undefined)
  if (pasid !== undefined && Number(pasid) !== 0 && pasidValid?.(message, undefined) === false) doubts.push('it has a PASID and says that it has none')
  return doubts
}

type Codes = readonly (readonly [field: string, codes: ReadonlySet<number>])[]

/** The fields whose values have names, and those values. */
export const codesOf = /* @__PURE__ */ perLayout((layout): Codes => Object.entries(layout.fields).flatMap(([name, field]) => (field.codes ? [[name, new Set(Object.values(field.codes).map(Number))] as const] : [])))

const ranges: ReadonlySet<string> = /* @__PURE__ */ new Set(rangeIds)
const isRange = ({ id }: Layout): boolean => ranges.has(id)

/** Where a range begins: its own low bits say how large it is. A whole address space begins nowhere; undefined where they say nothing. */
function beginOf(layout: Layout, message: Values, address: bigint): bigint | undefined {
  if (!isRange(layout)) return address
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
const isCanonical = (address: bigint): boolean => address < 0x8000_0000_0000n || address >= 0xffff_8000_0000_0000n
