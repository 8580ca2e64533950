import { formatDevice } from '../describe/index.ts'
import { factsOf } from './facts.ts'
import type { Facts } from './facts.ts'
import { Groups } from './groups.ts'
import type { Item } from './item.ts'
import { Narrator } from './story.ts'
import type { Conclusion, Link, Where } from './story.ts'

export type { Conclusion, Link, Places, Where } from './story.ts'

/** An item, and how it goes with others of the input. */
export interface LinkedItem extends Item {
  readonly link?: Link
}

/** Invalidations of a queue that may be open at one time: a device-TLB invalidate names at most 32. */
const OPEN = 64

interface Invalidation {
  readonly facts: Facts
  readonly place: number
  completed: number
  /** Whether it is known to be what was not answered in time. */
  late: boolean
}

/** What is known of one queue of an IOMMU. */
interface Queue {
  /** Invalidations that no wait stands behind yet, the oldest first. */
  open: Invalidation[]
  /** Those that the last wait stands behind. */
  behind: Invalidation[]
  /** Where it is said that something was not answered in time, until it is clear what. */
  timeout: number | undefined
}

/**
 * Links requests, their groups, the responses, the invalidations and the waits behind them, of one device and PASID. It
 * keeps no more than the groups of `REMEMBERED` and 64 invalidations of 64 queues, whatever the size of the input.
 */
export class Correlation {
  private readonly where: Where
  private readonly narrator: Narrator
  private readonly groups: Groups
  private readonly queues = new Map<string, Queue>()
  private completing = false

  constructor(where: Where) {
    this.where = where
    this.narrator = new Narrator(where)
    this.groups = new Groups(this.narrator)
  }

  /** The next item of the input, with what it goes with. */
  link(item: Item): LinkedItem {
    const facts = item.ambiguous ? undefined : factsOf(item)
    const link = facts && this.add(facts, this.where === 'lines' ? item.line : Number(item.offset ?? 0))
    return link ? { ...item, link } : item
  }

  /** What the whole input tells: what was not answered. */
  end(): readonly Conclusion[] {
    const incomplete = this.completing ? [...this.queues.values()].flatMap(({ open }) => open.filter(({ facts: { itags, group } }) => itags === undefined && group !== undefined)) : []
    return [...this.groups.end(), ...incomplete.map(({ facts, place, completed }): Conclusion => ({
      what: 'unanswered', ...this.narrator.places([place]),
      text: `the invalidation of ${nameOf(facts)}, ITag ${facts.group}, is not completed in this input${completed === 0 ? '' : `, but for ${completed} of its completions`}`,
    }))]
  }

  private add(facts: Facts, place: number): Link | undefined {
    switch (facts.kind) {
      case 'request': return this.groups.request(facts, place)
      case 'response': return this.groups.response(facts, place)
      case 'invalidation': return this.invalidation(facts, place)
      case 'completion': return this.completion(facts)
      case 'wait': return this.wait(facts)
      case 'timeout': return this.timeout(facts, place)
      default: return undefined
    }
  }

  private queue({ family, iommu = '' }: Facts): Queue {
    const key = `${family} ${iommu}`
    let queue = this.queues.get(key)
    if (!queue) {
      if (this.queues.size >= OPEN) this.queues.clear()
      this.queues.set(key, (queue = { open: [], behind: [], timeout: undefined }))
    }
    return queue
  }

  private invalidation(facts: Facts, place: number): Link | undefined {
    const queue = this.queue(facts)
    const own: Invalidation = { facts, place, completed: 0, late: false }
    queue.open.push(own)
    if (queue.open.length > OPEN) queue.open.shift()
    const { timeout } = queue
    if (timeout === undefined || facts.position !== 'head') return undefined
    queue.timeout = undefined
    own.late = true
    return { what: 'timed out', ...this.narrator.places([timeout]), text: `stands at the head of the queue: what ${this.narrator.items([timeout])} says was not answered in time${facts.device === undefined ? '' : `, by ${formatDevice(facts.device, facts.segment)}`}` }
  }

  /** What a device says of the ITags that it is done with. */
  private completion(facts: Facts): Link {
    const { narrator } = this
    const queue = this.queue(facts)
    const { itags = 0, completions = 0 } = facts
    const done = queue.open.filter(({ facts: { device, group } }) => device === facts.device && group !== undefined && ((itags >>> group) & 1) === 1)
    if (done.length === 0) return { what: 'answers nothing known', ...narrator.places([]), text: 'the invalidation that it completes is not in this input' }
    this.completing = true
    const needed = completions === 0 ? 8 : completions
    for (const one of done) one.completed++
    queue.open = queue.open.filter(({ completed }) => completed < needed)
    const [first] = done
    return { what: 'completes', ...narrator.places(placesOf(done)), text: `completes the ${done.length === 1 ? 'invalidation' : `${done.length} invalidations`} ${inWords(done, narrator)}${needed === 1 ? '' : `, as number ${first!.completed} of ${needed}`}` }
  }

  private wait(facts: Facts): Link | undefined {
    const queue = this.queue(facts)
    const { narrator } = this
    // The log prints the descriptor at the head first, and then the one that stands before it.
    const next = queue.open.at(-1)
    if (facts.position === 'prior' && next?.facts.position === 'head') {
      const index = facts.statusIndex
      const other = narrator.items([next.place])
      return { what: 'stands before', ...narrator.places([next.place]), text: `stands before ${other}${index === undefined ? '' : `; its status address gives ring index ${index}, if Linux wrote it, so that ${other} stood at ${(index + 1) % 256}`}` }
    }
    if (queue.open.length === 0) return undefined
    queue.behind = queue.open
    queue.open = []
    const { behind } = queue
    return { what: 'waits for', ...narrator.places(placesOf(behind)), text: `waits for ${behind.length === 1 ? 'the invalidation' : `${behind.length} invalidations`} ${inWords(behind, narrator)}` }
  }

  private timeout(facts: Facts, place: number): Link | undefined {
    const queue = this.queue(facts)
    const late = (queue.behind.length > 0 ? queue.behind : queue.open).filter((one) => !one.late && (facts.device === undefined || one.facts.device === undefined || facts.device === one.facts.device))
    queue.behind = []
    if (late.length === 0) {
      queue.timeout = place
      return undefined
    }
    const devices = [...new Set(late.map((one) => nameOf(one.facts)))]
    return { what: 'timed out', ...this.narrator.places(placesOf(late)), text: `${late.length === 1 ? 'what was not answered in time is the invalidation' : 'what was not answered in time is among the invalidations'} ${inWords(late, this.narrator)}: ${devices.join(', ')}` }
  }
}

const nameOf = ({ device, segment }: Facts): string => (device === undefined ? 'a device' : formatDevice(device, segment))

const placesOf = (list: readonly Invalidation[]): readonly number[] => list.map(({ place }) => place).reverse()

const inWords = (list: readonly Invalidation[], narrator: Narrator): string => narrator.of(list.map(({ place }) => place))
