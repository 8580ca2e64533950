import type { Row } from './row.ts'

/** Bytes with colons, semicolons or dashes between them: `01:01:10:6a`. */
export function colonBytes(line: string): Row | undefined {
  if (!/^[0-9a-f]{2}(?:[:;-][0-9a-f]{2})+$/i.test(line)) return undefined
  const groups = line.split(/[:;-]/)
  const starts = groups.map((_, i) => 3 * i)
  return { groups, order: 'bytes', places: { starts, ends: starts.map((at) => at + 2) } }
}
