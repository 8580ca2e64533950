/** Little-endian words of 64 bits as bytes. */
export function qwords(...words: readonly bigint[]): Uint8Array {
  const bytes = new Uint8Array(words.length * 8)
  const view = new DataView(bytes.buffer)
  for (const [i, word] of words.entries()) view.setBigUint64(i * 8, word, true)
  return bytes
}

/** Little-endian words of 32 bits as bytes. */
export function dwords(...words: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(words.length * 4)
  const view = new DataView(bytes.buffer)
  for (const [i, word] of words.entries()) view.setUint32(i * 4, word, true)
  return bytes
}
