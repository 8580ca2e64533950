import { formatDevice } from '../describe.ts'
import type { Facts } from './facts.ts'

/** How one item of an input goes with another. */
export interface Link {
  readonly what: 'answers' | 'answers again' | 'answers nothing known' | 'same group' | 'waits for' | 'timed out'
  /** Lines of the items that it goes with, the nearest first. */
  readonly lines: readonly number[]
  /** What a colleague would say. */
  readonly text: string
}

/** Something that the whole input tells. */
export interface Conclusion {
  readonly what: 'unanswered'
  readonly lines: readonly number[]
  readonly text: string
}

/** Groups and invalidations that are remembered at the most; of more, the oldest are forgotten and it is said. */
export const REMEMBERED = 65536

interface Group {
  readonly key: string
  readonly facts: Facts
  readonly lines: number[]
  last: boolean
  answered: number | undefined
}

interface Invalidation {
  readonly facts: Facts
  readonly line: number
}

/** Links requests, their groups, the responses, the invalidations and the waits behind them, of one device and PASID. */
export class Correlation {
  private readonly groups = new Map<string, Group>()
  private readonly invalidations = new Map<string, Invalidation[]>()
  private answering = false
  /** Groups and invalidations that were forgotten for want of room. */
  forgotten = 0

  /** The next item of the input, with its first line; what it goes with. */
  add(facts: Facts, line: number): Link | undefined {
    if (facts.kind === 'request') return this.request(facts, line)
    if (facts.kind === 'response') return this.response(facts, line)
    if (facts.kind === 'invalidation') return this.invalidation(facts, line)
    if (facts.kind === 'wait') return this.wait(facts)
    return facts.kind === 'timeout' ? this.timeout(facts) : undefined
  }

  /** What is left at the end: groups whose last request was seen and no response, in an input that has responses. */
  end(): readonly Conclusion[] {
    if (!this.answering) return []
    return [...this.groups.values()]
      .filter(({ last, answered }) => last && answered === undefined)
      .map(({ facts, lines }) => ({ what: 'unanswered', lines, text: `${nameOf(facts)} is not answered in this input` }))
  }

  private request(facts: Facts, line: number): Link | undefined {
    const key = keyOf(facts)
    if (key === undefined) return undefined
    const open = this.groups.get(key)
    // An index is free again once its group was answered, or, where the answer was not seen, after its last request.
    if (open && !open.last && open.answered === undefined) {
      open.lines.unshift(line)
      open.last = facts.last === true
      return { what: 'same group', lines: open.lines.slice(1), text: `of ${nameOf(facts)}, as line ${open.lines[1]}` }
    }
    this.groups.delete(key)
    this.groups.set(key, { key, facts, lines: [line], last: facts.last === true, answered: undefined })
    this.trim(this.groups)
    return undefined
  }

  private response(facts: Facts, line: number): Link | undefined {
    this.answering = true
    const open = this.find(facts)
    if (!open) return facts.group === undefined && facts.cookie === undefined ? undefined : { what: 'answers nothing known', lines: [], text: 'its request is not in this input' }
    if (open.answered !== undefined) return { what: 'answers again', lines: [open.answered, ...open.lines], text: `${nameOf(open.facts)} was answered in line ${open.answered} already` }
    open.answered = line
    return { what: 'answers', lines: open.lines, text: `answers line${open.lines.length === 1 ? '' : 's'} ${[...open.lines].reverse().join(', ')}` }
  }

  /** The group of a response. One that has no PASID, or does not say whether it has, is taken for the one group of that index. */
  private find(facts: Facts): Group | undefined {
    const key = keyOf(facts)
    const exact = key === undefined ? undefined : this.groups.get(key)
    if (exact) return exact
    const same = [...this.groups.values()].filter(({ facts: request }) =>
      (facts.cookie !== undefined ? request.cookie === facts.cookie : request.group === facts.group && facts.group !== undefined)
      && agree(request.device, facts.device) && agree(request.segment, facts.segment) && (facts.pasid === null || agree(request.pasid, facts.pasid)))
    return same.length === 1 ? same[0] : undefined
  }

  private invalidation(facts: Facts, line: number): undefined {
    const queue = facts.iommu ?? ''
    const list = this.invalidations.get(queue) ?? []
    this.invalidations.set(queue, list)
    list.push({ facts, line })
    if (list.length > 512) list.shift()
    return undefined
  }

  /** A wait completes when what stands before it in the queue is done. */
  private wait(facts: Facts): Link | undefined {
    const before = this.pendingBefore(facts)
    if (before.length === 0) return undefined
    return { what: 'waits for', lines: before.map(({ line }) => line), text: `behind ${before.length === 1 ? 'the invalidation' : `${before.length} invalidations`} of line${before.length === 1 ? '' : 's'} ${before.map(({ line }) => line).join(', ')}` }
  }

  private timeout(facts: Facts): Link | undefined {
    const before = this.pendingBefore(facts)
    if (before.length === 0) return undefined
    return { what: 'timed out', lines: before.map(({ line }) => line), text: `not answered in time: ${before.map(({ facts: { device, segment }, line }) => `${device === undefined ? 'a device' : formatDevice(device, segment)} (line ${line})`).join(', ')}` }
  }

  private pendingBefore({ iommu = '' }: Facts): readonly Invalidation[] {
    const list = this.invalidations.get(iommu) ?? []
    this.invalidations.delete(iommu)
    return list.slice(-16).reverse()
  }

  private trim(map: Map<string, Group>): void {
    if (map.size <= REMEMBERED) return
    const [oldest] = map.keys()
    map.delete(oldest!)
    this.forgotten++
  }
}

const agree = (a: number | null | undefined, b: number | null | undefined): boolean => a === undefined || b === undefined || a === b

function keyOf({ device, segment, pasid, group, cookie }: Facts): string | undefined {
  if (cookie !== undefined) return `cookie ${cookie}`
  return group === undefined ? undefined : `${segment ?? 0} ${device ?? '?'} ${pasid ?? '-'} ${group}`
}

function nameOf({ device, segment, pasid, group, cookie }: Facts): string {
  const hex = (value: number): string => `0x${value.toString(16)}`
  const name = group === undefined ? `the group with cookie ${cookie}` : `group ${hex(group)}`
  return `${name}${device === undefined ? '' : ` of ${formatDevice(device, segment)}`}${pasid === undefined || pasid === null ? '' : `, PASID ${hex(pasid)}`}`
}
