import type { Value } from '../codec/message.ts'
import { layoutOf } from '../neighbours/index.ts'
import { rangeIds } from '../ranges.ts'
import { readerOf, RID_BITS } from '../spec/role-fields.ts'
import type { Role } from '../spec/roles.ts'
import type { Layout } from '../spec/vocabulary.ts'
import type { Hit } from './hit.ts'
import type { Item } from './item.ts'

/** What correlation needs to know of an item. What the input does not hold is undefined. */
export interface Facts {
  readonly kind: 'request' | 'response' | 'stop marker' | 'invalidation' | 'wait' | 'timeout'
  /** Whose queue it is, where the input says so. */
  readonly iommu?: string
  readonly device?: number
  readonly segment?: number
  /** `null`: without a PASID. */
  readonly pasid?: number | null
  readonly group?: number
  readonly cookie?: number
  readonly last?: boolean
  /** Whether the log shows the entry as that at the head of its queue, or as the one before. */
  readonly position?: 'head' | 'prior'
  /** Ring index that the status address of a wait of VT-d gives, if Linux wrote it. */
  readonly statusIndex?: number
}

/** Commands that complete when those before them are done. */
const WAITS: ReadonlySet<string> = new Set(['vtd.invalidation-wait', 'vtd.invalidation-wait-128', 'amd.completion-wait', 'smmuv3.cmd-sync', 'riscv.iofence-c', 'riscv.iofence-c-be'])

/** What drivers print where a queue did not come to the end of its commands. */
const TIMEOUTS: ReadonlySet<string> = new Set(['invalidation-timeout', 'command-queue-error', 'command-queue-timeout', 'completion-wait-timeout'])

/** What a record is in the story of its device; undefined for one that has no part in it. */
export function factsOf({ record, message, said }: Pick<Item, 'record' | 'message' | 'said'>): Facts | undefined {
  const iommu = typeof said.iommu === 'string' ? { iommu: said.iommu } : {}
  const position = said.position === 'head' || said.position === 'prior' ? { position: said.position } as const : {}
  if (TIMEOUTS.has(String(said.event))) return { kind: 'timeout', ...iommu }
  if (record === null) return undefined
  if (WAITS.has(record)) {
    const { statusAddress } = message
    // Linux keeps a status of 4 bytes for each of the 256 entries, in an array of 1 KiB.
    return { kind: 'wait', ...iommu, ...position, ...(typeof statusAddress === 'bigint' && { statusIndex: Number((statusAddress & 0x3ffn) >> 2n) }) }
  }
  const layout = layoutOf(record)
  const get = (role: Role): Value | undefined => readerOf(layout, role)?.(message, undefined)
  const kind = kindOf(layout, get)
  if (kind === undefined) return undefined
  const device = get('device') ?? get('object')
  const [pasid, valid, group, cookie, last] = [get('pasid'), get('pasidValid'), get('group') ?? get('tag'), get('cookie'), get('last')]
  const segment = segmentOf(device, get, said)
  return {
    kind, ...iommu, ...position,
    ...(device !== undefined && { device: Number(device) % 2 ** RID_BITS }),
    ...(segment !== undefined && { segment }),
    ...(valid === false ? { pasid: null } : pasid !== undefined && { pasid: Number(pasid) }),
    ...(group !== undefined && { group: Number(group) }),
    ...(cookie !== undefined && { cookie: Number(cookie) }),
    ...(last !== undefined && { last: Boolean(last) }),
  }
}

function kindOf(layout: Layout, get: (role: Role) => Value | undefined): Facts['kind'] | undefined {
  const { what, unlike } = layout.carries ?? {}
  if (what === 'page response') return 'response'
  if (what === 'page request') {
    const marker = unlike === 'stop marker' || (get('last') === true && get('read') === false && get('write') === false && get('pasidValid') === true)
    return marker ? 'stop marker' : 'request'
  }
  return (rangeIds as readonly string[]).includes(layout.id) ? 'invalidation' : undefined
}

function segmentOf(device: Value | undefined, get: (role: Role) => Value | undefined, said: Hit['said']): number | undefined {
  const above = device === undefined ? 0 : Math.floor(Number(device) / 2 ** RID_BITS)
  if (above !== 0) return above
  const own = get('segmentValid') === false ? undefined : get('segment')
  return own !== undefined ? Number(own) : typeof said.segment === 'number' ? said.segment : undefined
}
