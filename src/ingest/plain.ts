import { CodecError } from '../codec/errors.ts'
import { whole } from './hit.ts'
import type { Known, Span } from './hit.ts'

/**
 * Hex that stands alone, whatever it is: words of whole bytes, in the order of memory, with or without `0x`. For a text of
 * which the caller knows that it is bytes and nothing else.
 * @returns undefined where anything else stands in the text
 * @throws {CodecError} `type` for what is no string
 */
export function plainBytes(text: string): Known | undefined {
  if (typeof text !== 'string') throw new CodecError({ code: 'type', record: 'plainBytes', field: 'text', expected: 'a string', actual: text })
  if (!/^\s*(?:(?:0x)?(?:[0-9a-f]{2})+(?![0-9a-f])[\s,]*)+$/i.test(text)) return undefined
  const bytes: number[] = []
  const spans: Span[] = []
  for (const { index, 0: word } of text.matchAll(/[0-9a-fx]+/gi)) {
    const digits = word.replace(/^0x/i, '')
    const start = index + word.length - digits.length
    spans.push({ start, end: start + digits.length, offset: bytes.length, size: digits.length / 2, order: 'memory' })
    for (let at = 0; at < digits.length; at += 2) bytes.push(Number.parseInt(digits.slice(at, at + 2), 16))
  }
  return whole(Uint8Array.from(bytes), spans)
}
