import type { AnyMessage } from '../codec/message.ts'
import type { Layout } from '../spec/vocabulary.ts'

/** Values that have a name in the table, by field; of a field of flags the names of those that are set. */
export function namesOf(layout: Layout, message: AnyMessage): Readonly<Record<string, string>> {
  const names: Record<string, string> = {}
  for (const [name, { codes, masks }] of Object.entries(layout.fields)) {
    const value = message[name]
    if (value === undefined || typeof value === 'boolean') continue
    const code = codes && Object.entries(codes).find(([, number]) => BigInt(number) === BigInt(value))?.[0]
    if (code !== undefined) names[name] = code
    else if (masks) {
      const set = Object.entries(masks).filter(([, mask]) => (BigInt(value) & BigInt(mask)) !== 0n).map(([flag]) => flag)
      if (set.length > 0) names[name] = set.join(' | ')
    }
  }
  return names
}
