import type { Identity, PageRequest, PageResponseMsg } from '../translate/index.ts'
import { fail } from './arguments.ts'
import type { DeviceInit } from './device.ts'
import type { RefusalReason } from './refusal.ts'
import type { LinuxRelease, ResponseStruct } from './response.ts'

/** The name of a group. */
export interface GroupName {
  /** Number of its device. */
  readonly device: number
  /** Null for none. */
  readonly pasid: number | null
  readonly pageReqGroupId: number
}

/** Why a request is dropped. If it was the last of its group, the group is answered with Invalid Request. */
export type BadRequest = 'no-domain' | 'pri-disabled' | 'pasid-disabled' | 'pasid-too-wide' | 'stream-without-pasid' | 'over-allocation' | 'over-limit'

/** Who answered a group. */
export type AnsweredBy = 'caller' | 'auto' | 'bad-request' | 'detach' | 'deadline'

/** Why partial requests are dropped. */
export type DroppedBy = 'bad-request' | 'stop-marker' | 'overflow' | 'detach'

/** What was done to the service. The same actions in the same order lead to the same states and the same bytes. */
export type IommuAction =
  | {
    readonly type: 'open'
    readonly format: string
    readonly reserved: 'ignore' | 'reject'
    readonly maxRequests: number
    readonly linux?: LinuxRelease
    readonly deadline?: number
    readonly iommuRid?: number
  }
  | { readonly type: 'attach'; readonly device: number; readonly init: DeviceInit }
  | { readonly type: 'detach'; readonly device: number }
  /** One record, as it came from the queue. */
  | { readonly type: 'receive'; readonly bytes: Uint8Array }
  /** `device` is null for a handle of another IOMMU. A field that no message can have is given as text. */
  | { readonly type: 'respond'; readonly device: number | null; readonly message: PageResponseMsg | Readonly<Record<string, unknown>> }
  | { readonly type: 'respond-bytes'; readonly device: number | null; readonly bytes: Uint8Array | null; readonly struct: ResponseStruct }
  | { readonly type: 'overflow'; readonly bytes: Uint8Array }
  | { readonly type: 'expire' }

/** The outcome of an action. */
export type IommuOutcome =
  /** A record that is not a page request. */
  | { readonly type: 'malformed'; readonly error: string }
  | { readonly type: 'unknown-device'; readonly identity: Identity }
  /** A finding about a record. */
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
  /** The group waits for its response. `auto` is the policy's answer; `autoError` says that it threw, or that its answer is not a code. */
  | (GroupName & { readonly type: 'pending'; readonly stream: boolean; readonly requests: readonly PageRequest[]; readonly auto?: number; readonly autoError?: string })
  /** The partial requests of a group are forgotten. */
  | (GroupName & { readonly type: 'dropped'; readonly requests: number; readonly by: DroppedBy })
  | (GroupName & { readonly type: 'answer'; readonly respCode: number; readonly by: AnsweredBy; readonly record: string; readonly bytes: Uint8Array })
  | { readonly type: 'refused'; readonly device: number | null; readonly reason: RefusalReason; readonly code: string }
  /** What the IOMMU itself sends for a request that its queue could not take. */
  | { readonly type: 'overflow-answer'; readonly device: number | null; readonly respCode: number; readonly bytes: Uint8Array }

/** An action or its outcome, with the time by the clock. It is a copy: changing it does not change the service. */
export type IommuEvent = (IommuAction | IommuOutcome) & { readonly at: number }

/** What the log calls of the user's. */
export interface Watchers {
  readonly clock: () => number
  readonly onEvent?: ((event: IommuEvent) => void) | undefined
  readonly onError?: ((error: unknown) => void) | undefined
}

/**
 * What happens, and when. Events go to the listener in the order in which they happened, once the service is at rest:
 * a listener may itself receive and respond. What a listener throws is reported, and changes nothing.
 */
export class EventLog {
  /** The time of the action that is being carried out. */
  now = -Infinity
  /** There only where someone listens: `log.add?.({ … })` makes no event for nobody. */
  readonly add: ((event: IommuEvent) => void) | undefined
  private readonly watchers: Watchers
  private readonly events: IommuEvent[] = []
  private readonly errors: unknown[] = []
  private flushing = false
  private alone = false

  constructor(watchers: Watchers) {
    this.watchers = watchers
    this.add = watchers.onEvent && ((event) => void this.events.push(event))
  }

  /**
   * An action begins. A clock that goes back stands still.
   * @throws {CodecError} `type` for a clock that tells no time
   */
  begin(): void {
    if (this.alone) throw new Error('a policy or a clock may not call the service')
    const now = this.asking(this.watchers.clock)
    if (!Number.isFinite(now)) fail('iommu', 'clock', 'type', 'a function that tells the time as a finite number', now)
    if (now > this.now) this.now = now
  }

  /** Runs code of the user's, which would put actions into the midst of this one if it called the service. */
  asking<T>(ask: () => T): T {
    this.alone = true
    try {
      return ask()
    } finally {
      this.alone = false
    }
  }

  /** An error of the user's code, which is reported when the service is at rest. */
  fail(error: unknown): void {
    this.errors.push(error)
  }

  /** An action is done. */
  flush(): void {
    const { events, errors, watchers } = this
    if (this.flushing || (events.length === 0 && errors.length === 0)) return
    this.flushing = true
    for (let next = 0, failed = 0; next < events.length || failed < errors.length; ) {
      try {
        if (next < events.length) watchers.onEvent!(events[next++]!)
        else this.report(errors[failed++])
      } catch (error) {
        errors.push(error)
      }
    }
    events.length = 0
    errors.length = 0
    this.flushing = false
  }

  /** To `onError`; without one, as EventTarget does: nobody is interrupted, and the error is an uncaught one. */
  private report(error: unknown): void {
    try {
      if (this.watchers.onError === undefined) throw error
      this.watchers.onError(error)
    } catch (uncaught) {
      queueMicrotask(() => {
        throw uncaught
      })
    }
  }
}
