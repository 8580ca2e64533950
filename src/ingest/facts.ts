import type { Value } from '../codec/message.ts'
import { layoutOf } from '../neighbours/index.ts'
import { pasidFacts } from '../packet/index.ts'
import { rangeIds } from '../ranges.ts'
import { familyOf } from '../spec/families.ts'
import { readersOf, RID_BITS } from '../spec/role-fields.ts'
import type { Readers } from '../spec/role-fields.ts'
import type { PasidFacts } from '../spec/rules/context.ts'
import type { Layout } from '../spec/vocabulary.ts'
import type { Hit } from './hit.ts'
import type { Item } from './item.ts'

/** What correlation needs to know of an item. What the input does not hold is undefined. */
export interface Facts {
  readonly kind: 'request' | 'response' | 'stop marker' | 'invalidation' | 'completion' | 'wait' | 'timeout'
  /** Whose queue it is: of which kind of IOMMU, and of which one, where the input says so. */
  readonly family: string
  readonly iommu?: string | undefined
  readonly device?: number | undefined
  readonly segment?: number | undefined
  /** `null`: without a PASID. */
  readonly pasid?: number | null | undefined
  /** Page Request Group Index; of an invalidation on the link its ITag. */
  readonly group?: number | undefined
  readonly cookie?: number | undefined
  readonly last?: boolean | undefined
  /** Of the completion of an invalidation: bit n stands for ITag n; and how many completions each takes. */
  readonly itags?: number | undefined
  readonly completions?: number | undefined
  /** Whether the log shows the entry as that at the head of its queue, or as the one before. */
  readonly position?: 'head' | 'prior' | undefined
  /** Ring index that the status address of a wait of VT-d gives, if Linux wrote it. */
  readonly statusIndex?: number | undefined
}

/** Commands that complete when those before them are done. */
const WAITS: ReadonlySet<string> = new Set(['vtd.invalidation-wait', 'vtd.invalidation-wait-128', 'amd.completion-wait', 'smmuv3.cmd-sync', 'riscv.iofence-c', 'riscv.iofence-c-be'])

/** What drivers print where a queue did not come to the end of its commands. */
const TIMEOUTS: ReadonlySet<string> = new Set(['invalidation-timeout', 'command-queue-error', 'command-queue-timeout', 'completion-wait-timeout', 'invalidation-wait-timeout'])

/** Error of the command queue of an SMMUv3 that is a time-out: CERROR_ATC_INV_SYNC. */
const ATC_INV_SYNC = 3

/** Whether a queue stopped for another reason, or it is not known that it did: a SourceID of all ones is read of hardware that does not answer. */
const isOtherError = ({ event, error, sid = 0n }: Hit['said']): boolean => (event === 'command-queue-error' && error !== ATC_INV_SYNC) || (event === 'invalidation-timeout' && sid !== 0n)

const INVALIDATIONS: ReadonlySet<string> = new Set(rangeIds)
const COMPLETIONS: ReadonlySet<string> = new Set(['pcie.invalidate-completion', 'pcie-flit.invalidate-completion'])

/** What Linux and Xen call the IOMMU whose records have another name here. */
const SPOKEN: Readonly<Record<string, string>> = { intel: 'vtd', ats: 'vtd' }

/** The family of an item that is no record, by its source: `smmuv3` of `linux.smmuv3.timeout`. */
const familyOfSource = (source: string): string => SPOKEN[source.split('.')[1] ?? ''] ?? source.split('.')[1] ?? ''

/** What does not depend on the values of a record. */
interface Kind {
  readonly family: string
  readonly layout: Layout
  readonly readers: Readers
  readonly isWait: boolean
  /** Whether it may be one; a translation has a range, too, and says what it permits. */
  readonly isInvalidation: boolean
  readonly isCompletion: boolean
}

const kinds = new Map<string, Kind>()

function kindOfRecord(id: string): Kind {
  let kind = kinds.get(id)
  if (!kind) {
    const layout = layoutOf(id)
    const readers = readersOf(layout)
    kind = { family: familyOf(id), layout, readers, isWait: WAITS.has(id), isInvalidation: INVALIDATIONS.has(id) && readers.read === undefined, isCompletion: COMPLETIONS.has(id) }
    kinds.set(id, kind)
  }
  return kind
}

/** What a record is in the story of its device; undefined for one that has no part in it. */
export function factsOf({ source, record, message, said, mode }: Pick<Item, 'source' | 'record' | 'message' | 'said' | 'mode'>): Facts | undefined {
  const iommu = typeof said.iommu === 'string' ? said.iommu : undefined
  const position = said.position === 'head' || said.position === 'prior' ? said.position : undefined
  if (said.event !== undefined && TIMEOUTS.has(String(said.event)) && !isOtherError(said)) {
    return { kind: 'timeout', family: record === null ? familyOfSource(source) : familyOf(record), iommu, device: typeof said.rid === 'number' ? said.rid : undefined }
  }
  if (record === null) return undefined
  const known = kindOfRecord(record)
  const { family, readers } = known
  if (known.isWait) {
    const { statusAddress } = message
    // Linux keeps a status of 4 bytes for each of the 256 entries, in an array of 1 KiB.
    return { kind: 'wait', family, iommu, position, statusIndex: typeof statusAddress === 'bigint' ? Number((statusAddress & 0x3ffn) >> 2n) : undefined }
  }
  const beside = besideOf(mode, message)
  const last = readers.last?.(message, beside)
  const kind = kindOf(known, message, beside, last)
  if (kind === undefined) return undefined
  const { device: deviceOf, object, pasid: pasidOf, pasidValid, group: groupOf, tag, cookie } = readers
  const device = numberOf(deviceOf?.(message, beside) ?? object?.(message, beside))
  return {
    kind, family, iommu, position,
    device: device === undefined ? undefined : device % 2 ** RID_BITS,
    segment: segmentOf(device, readers, message, said),
    pasid: pasidValid?.(message, beside) === false ? null : numberOf(pasidOf?.(message, beside)),
    // Where there is a group, the tag is that of a transaction and names none.
    group: numberOf((groupOf ?? tag)?.(message, beside)),
    cookie: numberOf(cookie?.(message, beside)),
    last: last === undefined ? undefined : Boolean(last),
    ...(kind === 'completion' && { itags: numberOf(message['itagVector']), completions: numberOf(message['completionCount']) }),
  }
}

const numberOf = (value: Value | undefined): number | undefined => (value === undefined ? undefined : Number(value))

/** What goes with a packet, as it stands among its fields; null for none. In flit mode it is told by an OHC, which may not be there. */
function besideOf(mode: Item['mode'], message: Item['message']): PasidFacts | null | undefined {
  if (mode === undefined) return undefined
  if (message['pasid'] !== undefined) return pasidFacts(message)
  return mode === 'flit' ? undefined : null
}

function kindOf({ layout: { carries }, readers: { read, write, pasidValid }, isInvalidation, isCompletion }: Kind, message: Item['message'], beside: PasidFacts | null | undefined, last: Value | undefined): Facts['kind'] | undefined {
  if (carries?.what === 'page response') return 'response'
  if (carries?.what === 'page request') {
    const marker = carries.unlike === 'stop marker' || (last === true && read?.(message, beside) === false && write?.(message, beside) === false && pasidValid?.(message, beside) === true)
    return marker ? 'stop marker' : 'request'
  }
  return isInvalidation ? 'invalidation' : isCompletion ? 'completion' : undefined
}

function segmentOf(device: number | undefined, { segmentValid, segment }: Readers, message: Item['message'], said: Hit['said']): number | undefined {
  const above = device === undefined ? 0 : Math.floor(device / 2 ** RID_BITS)
  if (above !== 0) return above
  const own = segmentValid?.(message, undefined) === false ? undefined : segment?.(message, undefined)
  return own !== undefined ? Number(own) : typeof said.segment === 'number' ? said.segment : undefined
}
