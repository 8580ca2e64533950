import type { Action, IommuEvent, Outcome } from './event.ts'

/**
 * What happens, and when. Events go to the listener in the order in which they happened, once the service is at rest:
 * a listener may itself receive and respond.
 */
export class EventLog {
  /** The time of the action that is being carried out. */
  now = 0
  /** There only where someone listens: `log.add?.({ … })` makes no event for nobody. */
  readonly add?: (event: Action | Outcome) => void
  private readonly clock: () => number
  private readonly listener: (event: IommuEvent) => void = () => {}
  private readonly events: IommuEvent[] = []
  private flushing = false
  private deciding = false

  constructor(clock: () => number, listener: ((event: IommuEvent) => void) | undefined) {
    this.clock = clock
    if (listener === undefined) return
    this.listener = listener
    this.add = (event) => void this.events.push({ at: this.now, ...event })
  }

  /** An action begins. */
  begin(): void {
    if (this.deciding) throw new Error('a policy decides alone: it may not call the service')
    this.now = this.clock()
  }

  /** An action is done. */
  flush(): void {
    if (this.flushing) return
    this.flushing = true
    let next = 0
    try {
      while (next < this.events.length) this.listener(this.events[next++]!)
    } finally {
      this.events.splice(0, next)
      this.flushing = false
    }
  }

  /** Runs code of the user's, which would put actions into the midst of this one if it called the service. */
  whileDeciding<T>(decide: () => T): T {
    this.deciding = true
    try {
      return decide()
    } finally {
      this.deciding = false
    }
  }
}
