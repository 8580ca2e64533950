import { layoutOf } from '../neighbours/index.ts'
import { fromBytes } from './bytes.ts'
import { capabilityItems } from './capability-items.ts'
import { entryItem } from './entry-item.ts'
import { isWhole, part } from './hit.ts'
import type { Hit } from './hit.ts'
import type { Item } from './item.ts'
import type { ReadOptions } from './options.ts'
import { plainItem, recordItem } from './record-item.ts'
import { tlpItems } from './tlp-items.ts'

/** What a source has found, as records: one, several of a dump, or several readings of one. */
export function interpret(hit: Hit, options: ReadOptions = {}): Iterable<Item> {
  if (hit.readings) return fromBytes(hit, hit.readings, options)
  if (hit.place === 'tlp' || hit.place === 'tlp-flit') {
    // Which fields a packet has depends on those before them.
    return hit.data && !isWhole(hit.data) ? [plainItem({ ...hit, name: hit.name ?? 'a packet' })] : tlpItems(hit, options)
  }
  if (hit.place === 'configuration-space') {
    const items = capabilityItems(hit)
    // Rows that no function has a name for may be a dump of anything.
    const data = hit.data!
    return items.length > 0 || hit.said.device !== undefined ? items : fromBytes(hit, [{ reading: 'bytes', data: part(data, data.known.indexOf(0xff), data.bytes.length) }], options)
  }
  if (hit.record !== undefined) return [recordItem(hit, layoutOf(hit.record))]
  if (hit.place !== undefined && hit.data !== undefined) return [entryItem(hit, hit.place, hit.data)]
  if (hit.data !== undefined) return fromBytes(hit, [{ reading: hit.reading ?? '', data: hit.data }], options)
  return [plainItem(hit)]
}
