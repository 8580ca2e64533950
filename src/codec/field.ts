import { roleOf } from '../spec/role-fields.ts'
import type { Role } from '../spec/roles.ts'
import type { Field, Layout } from '../spec/vocabulary.ts'
import { checkBytes } from './explain.ts'
import { CodecError } from './errors.ts'
import type { Fault } from './errors.ts'
import { bitsOf, widthOf, zerosOf } from './message.ts'
import { formatRequester, parseNumber, parseRequester } from './numbers.ts'
import { bitPositions, withBits } from './positions.ts'
import { didYouMean } from './suggest.ts'

/** One field of a record by its name: its value as text, and its bits alone. */

/** @throws {CodecError} `type` for a name that the record does not have, with the nearest known one */
function fieldNamed(layout: Layout, name: string): Field {
  const fields: unknown = (layout as Layout | undefined)?.fields
  if (typeof fields !== 'object' || fields === null) throw new CodecError({ code: 'type', record: 'layout', expected: 'a layout with fields', actual: layout })
  if (typeof name !== 'string') throw new CodecError({ code: 'type', record: String(layout.id), field: 'name', expected: 'the name of a field', actual: name })
  const field = Object.hasOwn(layout.fields, name) ? layout.fields[name] : undefined
  if (field) return field
  throw new CodecError({ code: 'type', record: layout.id, field: name, expected: `a field of the record${didYouMean(name, Object.keys(layout.fields))}`, actual: name })
}

function checkRaw(layout: Layout, name: string, raw: unknown): void {
  if (typeof raw !== 'bigint') throw new CodecError({ code: 'type', record: layout.id, field: name, expected: 'a bigint', actual: raw })
}

const REQUESTERS: ReadonlySet<Role | undefined> = new Set<Role>(['device', 'physicalFunction', 'sender', 'receiver'])

/** Whether a field reads as a device, `3b:00.1`: the whole of a Requester ID, perhaps with the segment above it. */
export function isRequester(layout: Layout, name: string): boolean {
  return widthOf(fieldNamed(layout, name).at) >= 16 && REQUESTERS.has(roleOf(layout, name))
}

/** The bits of a field by a text, or why it has none that the text could mean. */
export type ParsedValue = { readonly ok: true; readonly raw: bigint } | { readonly ok: false; readonly error: Fault }

/**
 * The bits that a text means as the value of a field: a number in decimal, `0x` or `0b`; the name of a code, names of masks
 * with `|` between them; `true` or `false` of a flag; a device such as `3b:00.1`; a byte address of an address field.
 * @throws {CodecError} `type` for a name that the record does not have
 */
export function parseFieldValue(layout: Layout, name: string, text: string): ParsedValue {
  const field = fieldNamed(layout, name)
  const width = widthOf(field.at)
  if (typeof text !== 'string') throw new CodecError({ code: 'type', record: layout.id, field: name, expected: 'a text', actual: text })
  const wrong = (code: Fault['code'], expected: string, actual: unknown): ParsedValue => ({ ok: false, error: { code, record: layout.id, field: name, bits: bitsOf(layout, field.at), expected, actual } })
  const value = meantBy(layout, name, text.trim())
  if (value === undefined) return wrong('type', isRequester(layout, name) ? 'a device such as 3b:00.1, or a number' : field.codes || field.masks ? 'a number, or a name from the list' : field.as === 'flag' ? '0 or 1' : 'a number: 0x1ab, 427 or 0b1101', text)
  const zeros = BigInt(zerosOf(field))
  const low = value & ((1n << zeros) - 1n)
  if (low !== 0n) return wrong('range', `an address whose low ${zeros} bits are 0, such as 0x${(value - low).toString(16)}`, value)
  const raw = value >> zeros
  const most = (1n << BigInt(width)) - 1n
  if (raw < 0n || raw > most) return wrong('range', `${width} bit${width === 1 ? '' : 's'}: 0 to 0x${(most << zeros).toString(16)}`, value)
  return { ok: true, raw }
}

const FLAGS: ReadonlyMap<string, bigint> = new Map([['true', 1n], ['false', 0n]])

/** The number that a text means as the value of a field, in range or not; undefined where it means none. */
export function meantBy(layout: Layout, name: string, text: string): bigint | undefined {
  const { codes, masks, as } = fieldNamed(layout, name)
  const number = parseNumber(text)
  if (number !== undefined) return number
  if (as === 'flag') return FLAGS.get(text.toLowerCase())
  const code = codes && Object.entries(codes).find(([known]) => known.toLowerCase() === text.toLowerCase())?.[1]
  if (code !== undefined) return BigInt(code)
  if (masks) {
    const bits = text.split('|').map((one) => (Object.hasOwn(masks, one.trim()) ? masks[one.trim()] : undefined))
    if (bits.every((bit) => bit !== undefined)) return bits.reduce((sum, bit) => sum | BigInt(bit), 0n)
  }
  const device = isRequester(layout, name) ? parseRequester(text) : undefined
  return device && (BigInt(device.segment ?? 0) << 16n) | BigInt(device.rid)
}

/**
 * The bits of a field as a text that `parseFieldValue` takes back: a device as `3b:00.1`, an address as the byte address,
 * anything else in `0x`.
 * @param raw the bits as an unsigned number, as `inspect` gives them
 * @throws {CodecError} `type` for a name that the record does not have
 */
export function formatFieldValue(layout: Layout, name: string, raw: bigint): string {
  const field = fieldNamed(layout, name)
  checkRaw(layout, name, raw)
  const device = isRequester(layout, name) && raw >> 32n === 0n
  return device ? formatRequester({ rid: Number(raw & 0xffffn), segment: Number(raw >> 16n) }) : `0x${(raw << BigInt(zerosOf(field))).toString(16)}`
}

/**
 * A copy of the bytes in which one field has other bits. All others are as they were, reserved bits and fixed values among
 * them, whatever they are: this is how an editor changes a record that `decode` does not accept.
 * @param raw the bits as an unsigned number, as `inspect` gives them; an address without its low zeros
 * @param offset of the record in the bytes
 * @throws {CodecError} `type` for a name that the record does not have; `range` for a number of more bits; `truncated` where the
 *   bytes end before the field
 */
export function withField(layout: Layout, bytes: Uint8Array, name: string, raw: bigint, offset = 0): Uint8Array<ArrayBuffer> {
  const { at } = fieldNamed(layout, name)
  checkBytes(layout, bytes, offset)
  checkRaw(layout, name, raw)
  const width = widthOf(at)
  const wrong = (code: Fault['code'], expected: string, actual: unknown): never => {
    throw new CodecError({ code, record: layout.id, field: name, bits: bitsOf(layout, at), expected, actual })
  }
  if (raw < 0n || raw >> BigInt(width) !== 0n) wrong('range', `${width} bits`, raw)
  const positions = bitPositions(layout, at).map((position) => position + 8 * offset)
  if (positions.some((position) => position >> 3 >= bytes.length)) wrong('truncated', 'bytes that hold the field', bytes.length)
  return withBits(bytes, positions, raw)
}
