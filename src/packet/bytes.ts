import { lengthOf } from '../codec/arguments.ts'
import { checkBytes } from '../codec/explain.ts'

/** What arguments are checked against: errors name it as their record. */
export const PACKET = { id: 'tlp', size: 4, word: 4, order: 'big', label: 'DW', fields: {} } as const

/** Parts without bytes, which most packets have, are this one. */
export const NO_BYTES: Uint8Array = /* @__PURE__ */ new Uint8Array()

/**
 * A copy in which the bytes of each DW, counted from `offset`, are in reverse order: little-endian captures as packets,
 * and back. Bytes before `offset`, and those after the last whole DW, stay as they are.
 * @throws {CodecError} `type` or `range` for wrong arguments
 */
export function swapDwords(bytes: Uint8Array, offset = 0): Uint8Array<ArrayBuffer> {
  checkBytes(PACKET, bytes, offset)
  const swapped = lengthOf(bytes) === 0 ? new Uint8Array() : new Uint8Array(bytes)
  for (let at = offset; at + 4 <= swapped.length; at += 4) {
    swapped[at] = bytes[at + 3]!
    swapped[at + 1] = bytes[at + 2]!
    swapped[at + 2] = bytes[at + 1]!
    swapped[at + 3] = bytes[at]!
  }
  return swapped
}

export function concat(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
