import type { Group } from './device.ts'

/** The pending groups of an IOMMU, oldest first. */
export class PendingGroups {
  first: Group | undefined
  private last: Group | undefined

  add(group: Group): void {
    group.previous = this.last
    if (this.last) this.last.next = group
    else this.first = group
    this.last = group
  }

  remove({ previous, next }: Group): void {
    if (previous) previous.next = next
    else this.first = next
    if (next) next.previous = previous
    else this.last = previous
  }

  *[Symbol.iterator](): Generator<Group> {
    for (let group = this.first; group; group = group.next) yield group
  }
}
