import { sizeOf } from '../ingest/hex/index.ts'
import type { Words } from '../ingest/hex/index.ts'
import { InputError } from './errors.ts'

/**
 * Bytes as text that is read back with the same `words`; as bytes, two digits each, which cannot be taken for numbers.
 * @throws {InputError} if the bytes are not a whole number of words
 */
export function formatHex(bytes: Uint8Array, words: Words = 'bytes'): string {
  const size = sizeOf(words)
  if (bytes.length % size !== 0) throw new InputError(`${bytes.length} bytes are not a whole number of ${words} words`)
  const out: string[] = []
  for (let at = 0; at < bytes.length; at += size) {
    const piece = Buffer.from(bytes.subarray(at, at + size))
    out.push((words === 'bytes' ? '' : '0x') + (words.startsWith('le') ? piece.reverse() : piece).toString('hex'))
  }
  return out.join(' ')
}

/** Bytes as one run of digits, as JSON has them. */
export const hexDigits = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex')
