import type { AnyMessage } from '../codec/message.ts'
import { perLayout } from '../spec/per-layout.ts'
import type { Layout } from '../spec/vocabulary.ts'

interface Named {
  readonly field: string
  readonly codes?: ReadonlyMap<bigint, string>
  readonly masks: readonly (readonly [flag: string, mask: bigint])[]
}

const namedFields = /* @__PURE__ */ perLayout((layout): readonly Named[] => Object.entries(layout.fields).flatMap(([field, { codes, masks }]): Named[] => {
  if (!codes && !masks) return []
  // Of two names of one value the first counts.
  const byValue = codes && new Map(Object.entries(codes).reverse().map(([name, value]) => [BigInt(value), name]))
  return [{ field, ...(byValue && { codes: byValue }), masks: Object.entries(masks ?? {}).map(([flag, mask]) => [flag, BigInt(mask)] as const) }]
}))

const NONE: Readonly<Record<string, string>> = {}

/** Values that have a name in the table, by field; of a field of flags the names of those that are set. */
export function namesOf(layout: Layout, message: AnyMessage): Readonly<Record<string, string>> {
  const fields = namedFields(layout)
  if (fields.length === 0) return NONE
  const names: Record<string, string> = {}
  for (const { field, codes, masks } of fields) {
    const value = message[field]
    if (value === undefined || typeof value === 'boolean') continue
    const number = BigInt(value)
    const code = codes?.get(number)
    const set = code === undefined ? masks.filter(([, mask]) => (number & mask) !== 0n).map(([flag]) => flag) : [code]
    if (set.length > 0) names[field] = set.join(' | ')
  }
  return names
}
