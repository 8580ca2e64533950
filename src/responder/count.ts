/** How much waits for an answer. */
export interface Outstanding {
  /** Groups that are complete, and have no response yet. */
  readonly groups: number
  /** Page requests that have no response yet, as PRI counts them against the allocation: those of the groups, and the partial ones. */
  readonly requests: number
  /** Those of the requests that wait for the last one of their group. */
  readonly partial: number
}

/** The same, to be counted in. */
export class Count implements Outstanding {
  groups = 0
  requests = 0
  partial = 0

  add(groups: number, requests: number, partial: number): void {
    this.groups += groups
    this.requests += requests
    this.partial += partial
  }

  now(): Outstanding {
    const { groups, requests, partial } = this
    return { groups, requests, partial }
  }
}
