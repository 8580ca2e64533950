/**
 * A copy in which the bytes of each DW, counted from `offset`, are in reverse order: little-endian captures as packets,
 * and back. Bytes before `offset`, and those after the last whole DW, stay as they are.
 */
export function swapDwords(bytes: Uint8Array, offset = 0): Uint8Array {
  const swapped = Uint8Array.from(bytes)
  for (let at = offset; at + 4 <= swapped.length; at += 4) swapped.subarray(at, at + 4).reverse()
  return swapped
}

export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
