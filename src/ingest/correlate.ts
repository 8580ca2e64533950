import { formatDevice } from '../describe/index.ts'
import type { Facts } from './facts.ts'
import { Groups } from './groups.ts'
import type { Conclusion, Link } from './story.ts'

export type { Conclusion, Link } from './story.ts'

/** Invalidations of a queue that may be open at one time: a device-TLB invalidate names at most 32. */
const OPEN = 64

interface Invalidation {
  readonly facts: Facts
  readonly line: number
}

/** What is known of one queue of an IOMMU. */
interface Queue {
  /** Invalidations that no wait stands behind yet, the oldest first. */
  open: Invalidation[]
  /** Those that the last wait stands behind. */
  behind: Invalidation[]
  /** The line that says that something was not answered in time, until it is clear what. */
  timeout: number | undefined
}

/** Links requests, their groups, the responses, the invalidations and the waits behind them, of one device and PASID. */
export class Correlation {
  private readonly groups = new Groups()
  private readonly queues = new Map<string, Queue>()

  /** Groups that were forgotten for want of room. */
  get forgotten(): number {
    return this.groups.forgotten
  }

  /** The next item of the input, with its first line; what it goes with. */
  add(facts: Facts, line: number): Link | undefined {
    switch (facts.kind) {
      case 'request': return this.groups.request(facts, line)
      case 'response': return this.groups.response(facts, line)
      case 'invalidation': return this.invalidation(facts, line)
      case 'wait': return this.wait(facts)
      case 'timeout': return this.timeout(facts, line)
      default: return undefined
    }
  }

  /** What the whole input tells: groups that were not answered. */
  end(): readonly Conclusion[] {
    return this.groups.unanswered()
  }

  private queue({ iommu = '' }: Facts): Queue {
    let queue = this.queues.get(iommu)
    if (!queue) {
      if (this.queues.size >= OPEN) this.queues.clear()
      this.queues.set(iommu, (queue = { open: [], behind: [], timeout: undefined }))
    }
    return queue
  }

  private invalidation(facts: Facts, line: number): Link | undefined {
    const queue = this.queue(facts)
    queue.open.push({ facts, line })
    if (queue.open.length > OPEN) queue.open.shift()
    const { timeout } = queue
    if (timeout === undefined || facts.position !== 'head') return undefined
    queue.timeout = undefined
    return { what: 'timed out', lines: [timeout], text: `stands at the head of the queue: what line ${timeout} says was not answered in time${facts.device === undefined ? '' : `, by ${formatDevice(facts.device, facts.segment)}`}` }
  }

  private wait(facts: Facts): Link | undefined {
    const queue = this.queue(facts)
    // The log prints the descriptor at the head first, and then the one that stands before it.
    const next = queue.open.at(-1)
    if (facts.position === 'prior' && next?.facts.position === 'head') {
      const index = facts.statusIndex
      return { what: 'stands before', lines: [next.line], text: `stands before line ${next.line}${index === undefined ? '' : `; its status address gives ring index ${index}, if Linux wrote it, so that line ${next.line} stood at ${(index + 1) % 256}`}` }
    }
    if (queue.open.length === 0) return undefined
    queue.behind = queue.open
    queue.open = []
    return { what: 'waits for', lines: linesOf(queue.behind), text: `waits for ${queue.behind.length === 1 ? 'the invalidation' : `${queue.behind.length} invalidations`} of ${inWords(queue.behind)}` }
  }

  private timeout(facts: Facts, line: number): Link | undefined {
    const queue = this.queue(facts)
    const late = queue.behind.length > 0 ? queue.behind : queue.open
    queue.behind = []
    if (late.length === 0) {
      queue.timeout = line
      return undefined
    }
    const devices = [...new Set(late.map(({ facts: { device, segment } }) => (device === undefined ? 'a device' : formatDevice(device, segment))))]
    return { what: 'timed out', lines: linesOf(late), text: `${late.length === 1 ? 'what was not answered in time is the invalidation' : 'what was not answered in time is among the invalidations'} of ${inWords(late)}: ${devices.join(', ')}` }
  }
}

const linesOf = (list: readonly Invalidation[]): readonly number[] => [...list].reverse().map(({ line }) => line)

const inWords = (list: readonly Invalidation[]): string => `line${list.length === 1 ? '' : 's'} ${list.slice(0, 8).map(({ line }) => line).join(', ')}${list.length > 8 ? ', …' : ''}`

