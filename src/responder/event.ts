import type { Identity, PageRequest, PageResponseMsg } from '../translate/index.ts'
import { NO_PASID } from './by-pasid.ts'
import type { DeviceInit } from './device-init.ts'
import type { LinuxRelease } from './match.ts'
import type { ResponseStruct } from './message.ts'
import type { RefusalReason } from './refusal.ts'

/** The name of a group. */
export interface GroupName {
  /** Number of its device. */
  readonly device: number
  /** Null for none. */
  readonly pasid: number | null
  readonly pageReqGroupId: number
}

/** A group, as events name it. */
export function nameOf({ number }: { readonly number: number }, pasid: number, pageReqGroupId: number): GroupName {
  return { device: number, pasid: pasid === NO_PASID ? null : pasid, pageReqGroupId }
}

/** Why a request is dropped. Its group is over if it was the last one, and is answered with Invalid Request. */
export type BadRequest = 'no-domain' | 'pri-disabled' | 'pasid-disabled' | 'pasid-too-wide' | 'stream-without-pasid' | 'over-allocation'

/** Who answered a group. */
export type AnsweredBy = 'caller' | 'auto' | 'bad-request' | 'detach' | 'deadline'

/** What makes partial requests be forgotten. */
export type Dropped = 'bad-request' | 'stop-marker' | 'overflow' | 'detach'

/** What was done to the service. Carried out again in the same order, it leads to the same states and the same bytes. */
export type Action =
  | { readonly type: 'open'; readonly format: string; readonly reserved: 'ignore' | 'reject'; readonly linux?: LinuxRelease; readonly deadline?: number; readonly iommuRid?: number }
  | { readonly type: 'attach'; readonly device: number; readonly init: DeviceInit }
  | { readonly type: 'detach'; readonly device: number }
  /** One record, as it came from the queue. */
  | { readonly type: 'receive'; readonly bytes: Uint8Array }
  /** `device` is null for a handle that is not of this IOMMU. A field of a message that cannot be one is there as a text. */
  | { readonly type: 'respond'; readonly device: number | null; readonly message: PageResponseMsg | Readonly<Record<string, unknown>> }
  | { readonly type: 'respond-bytes'; readonly device: number | null; readonly bytes: Uint8Array | null; readonly struct: ResponseStruct }
  | { readonly type: 'overflow'; readonly bytes: Uint8Array }
  | { readonly type: 'expire' }

/** What came of it. */
export type Outcome =
  /** A record that is no page request. */
  | { readonly type: 'malformed'; readonly error: string }
  | { readonly type: 'unknown-device'; readonly identity: Identity }
  /** What a reader of a record should know. */
  | { readonly type: 'note'; readonly device: number; readonly note: string }
  /**
   * The requests after it are of a new use of the PASID. `dropped` partial requests never get their last one; the device
   * takes the responses to the `pending` groups of the PASID for their credit only.
   */
  | { readonly type: 'stop-marker'; readonly device: number; readonly pasid: number | null; readonly dropped: number; readonly pending: number }
  | (GroupName & { readonly type: 'bad-request'; readonly reason: BadRequest; readonly request: PageRequest })
  /** A request under the name of a group that is not yet answered. It is dropped, and never answered: the answer would be that group's. */
  | (GroupName & { readonly type: 'index-reused'; readonly request: PageRequest })
  | (GroupName & { readonly type: 'partial'; readonly request: PageRequest })
  /** The group waits for its response. `auto` is what the policy answers. */
  | (GroupName & { readonly type: 'pending'; readonly stream: boolean; readonly requests: readonly PageRequest[]; readonly auto?: number })
  /** The partial requests of a group are forgotten. */
  | (GroupName & { readonly type: 'dropped'; readonly requests: number; readonly by: Dropped })
  | (GroupName & { readonly type: 'answer'; readonly respCode: number; readonly by: AnsweredBy; readonly record: string; readonly bytes: Uint8Array })
  | { readonly type: 'refused'; readonly device: number | null; readonly reason: RefusalReason; readonly code: string }
  /** What the IOMMU itself sends for a request that its queue could not take. */
  | { readonly type: 'overflow-answer'; readonly device: number | null; readonly respCode: number; readonly bytes: Uint8Array }

/** An action or what came of it, and when by the clock. */
export type IommuEvent = (Action | Outcome) & { readonly at: number }
