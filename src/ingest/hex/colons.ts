import type { Row } from './row.ts'

/** Bytes with colons or dashes between them: `01:01:10:6a`. */
export function colonBytes(line: string): Row | undefined {
  const text = line.trim()
  if (!/^[0-9a-f]{2}(?:[:-][0-9a-f]{2})+$/i.test(text)) return undefined
  return { groups: text.split(/[:-]/), order: 'bytes' }
}
