import type { PageRequest } from '../translate/index.ts'

/** Stands for the PASID of a request that has none. */
export const NO_PASID = -1

/** The PASID of a request, or `NO_PASID`. */
export function pasidOf({ pasid, pasidPresent }: PageRequest): number {
  return pasidPresent ? pasid : NO_PASID
}

/** A PASID as events name it: null for none. */
export function toldPasid(pasid: number): number | null {
  return pasid === NO_PASID ? null : pasid
}

/** Values by PASID and group index. A map in a map keeps the keys small integers, which is what maps are fastest with. */
export class ByPasidAndIndex<V> {
  private readonly outer = new Map<number, Map<number, V>>()

  get(pasid: number, index: number): V | undefined {
    return this.outer.get(pasid)?.get(index)
  }

  set(pasid: number, index: number, value: V): void {
    const inner = this.outer.get(pasid)
    if (inner) inner.set(index, value)
    else this.outer.set(pasid, new Map([[index, value]]))
  }

  delete(pasid: number, index: number): void {
    const inner = this.outer.get(pasid)
    inner?.delete(index)
    if (inner?.size === 0) this.outer.delete(pasid)
  }

  /** The values of one PASID, by index. */
  of(pasid: number): ReadonlyMap<number, V> {
    return this.outer.get(pasid) ?? NOTHING
  }

  *[Symbol.iterator](): Generator<readonly [pasid: number, index: number, value: V]> {
    for (const [pasid, inner] of this.outer) for (const [index, value] of inner) yield [pasid, index, value]
  }
}

const NOTHING: ReadonlyMap<number, never> = new Map<number, never>()

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
