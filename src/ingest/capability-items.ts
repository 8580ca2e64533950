import { capabilities } from '../capabilities/index.ts'
import { layoutOf } from '../neighbours/index.ts'
import { spansIn, whole } from './hit.ts'
import type { Hit } from './hit.ts'
import { recordItem } from './record-item.ts'
import type { Item } from './item.ts'

/** Where the extended capabilities begin. */
const EXTENDED = 0x100

/** The ATS, PRI and PASID capabilities of a function, from its configuration space. */
export function capabilityItems(hit: Hit): readonly Item[] {
  const { bytes, spans } = hit.data!
  if (bytes.length <= EXTENDED) return []
  const found = capabilities(bytes)
  const items = ([['ats', 'config.ats-capability'], ['pri', 'config.pri-capability'], ['pasid', 'config.pasid-capability']] as const).flatMap(([name, id]): Item[] => {
    const layout = layoutOf(id)
    const capability = found.list.find((one) => one.id === layout.fixed!.id!.value)
    if (!capability) return []
    const { offset } = capability
    const part = bytes.subarray(offset, offset + layout.size)
    return [recordItem({ ...hit, data: whole(part, spansIn(spans, offset, offset + layout.size)), said: { ...hit.said, offset, capability: name } }, layout)]
  })
  return items
}

