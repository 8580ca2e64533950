/** The value of the hex digit at `at`. */
export function digitAt(digits: string, at: number): number {
  const code = digits.charCodeAt(at)
  return (code & 15) + (code >= 0x40 ? 9 : 0)
}

/** The bytes of an even number of hex digits. */
export function fromDigits(digits: string): Uint8Array {
  const bytes = new Uint8Array(digits.length / 2)
  for (let i = 0; i < bytes.length; i++) bytes[i] = (digitAt(digits, 2 * i) << 4) | digitAt(digits, 2 * i + 1)
  return bytes
}
