import { formatDevice } from '../describe/index.ts'
import type { Facts } from './facts.ts'
import type { Conclusion, Link, Narrator } from './story.ts'

/** Groups that are remembered at the most, eight functions with every index of theirs; of more, the oldest are forgotten and it is said. */
export const REMEMBERED = 4096

/** Groups of one index or cookie that are looked through for a response which does not say whose it is. */
const ALIKE = 64

interface Group {
  readonly key: number | string
  readonly facts: Facts
  /** The nearest first. */
  readonly places: number[]
  last: boolean
  answered: number | undefined
}

/** Groups that came one after the other. A map from which the oldest is taken again and again is slow; so they are forgotten by halves. */
class Generation {
  private readonly byKey = new Map<number | string, Group>()
  /** By index or cookie alone, for responses that do not say all of it; made when the first of them comes. */
  private byName: Map<number | string, Set<Group>> | undefined

  get size(): number {
    return this.byKey.size
  }

  get(key: number | string): Group | undefined {
    return this.byKey.get(key)
  }

  add(group: Group): void {
    this.byKey.set(group.key, group)
    if (this.byName) likened(this.byName, group)
  }

  /** Its index is used anew. */
  remove(group: Group): void {
    if (this.byKey.get(group.key) !== group) return
    this.byKey.delete(group.key)
    this.byName?.get(nameKey(group.facts))?.delete(group)
  }

  /** Groups of the index or cookie. */
  named(name: number | string): Iterable<Group> {
    if (!this.byName) {
      this.byName = new Map()
      for (const group of this.byKey.values()) likened(this.byName, group)
    }
    return this.byName.get(name) ?? []
  }

  unanswered(): readonly Group[] {
    return [...this.byKey.values()].filter(({ last, answered }) => last && answered === undefined)
  }
}

function likened(byName: Map<number | string, Set<Group>>, group: Group): void {
  const name = nameKey(group.facts)
  const same = byName.get(name)
  if (same) same.add(group)
  else byName.set(name, new Set([group]))
}

/** Page request groups and their responses. An index is free again once its group was answered. */
export class Groups {
  private readonly narrator: Narrator
  private old = new Generation()
  private young = new Generation()
  private answering = false
  /** Whether any was forgotten, and how many of them had no response. */
  private forgotten: number | undefined

  constructor(narrator: Narrator) {
    this.narrator = narrator
  }

  request(facts: Facts, place: number): Link | undefined {
    const key = keyOf(facts)
    if (key === undefined) return undefined
    const open = this.get(key)
    if (open && !open.last && open.answered === undefined) {
      open.places.unshift(place)
      if (open.places.length > ALIKE) open.places.length = ALIKE
      open.last = facts.last === true
      const others = open.places.slice(1)
      return { what: 'same group', ...this.narrator.places(others), text: `of ${nameOf(facts)}, as ${this.narrator.items(others.slice(0, 1))}` }
    }
    if (open) {
      this.young.remove(open)
      this.old.remove(open)
    }
    if (this.young.size === REMEMBERED / 2) {
      if (this.old.size > 0) this.forgotten = (this.forgotten ?? 0) + this.old.unanswered().length
      this.old = this.young
      this.young = new Generation()
    }
    this.young.add({ key, facts, places: [place], last: facts.last === true, answered: undefined })
    return undefined
  }

  response(facts: Facts, place: number): Link | undefined {
    if (facts.group === undefined && facts.cookie === undefined) return undefined
    const open = this.find(facts)
    const { narrator } = this
    if (!open) {
      const text = this.forgotten === undefined ? 'the request that it answers is not in this input' : `the request that it answers is not among the last ${REMEMBERED / 2} groups before it`
      return { what: 'answers nothing known', ...narrator.places([]), text }
    }
    this.answering = true
    const { answered, places, last } = open
    if (answered !== undefined) return { what: 'answers again', ...narrator.places([answered, ...places]), text: `${nameOf(open.facts)} was answered in ${narrator.items([answered])} already` }
    open.answered = place
    return { what: 'answers', ...narrator.places(places), text: `answers ${narrator.items([...places].reverse())}${last ? '' : `, ${places.length === 1 ? 'which is not' : 'of which none is'} the last of its group`}` }
  }

  /** Groups whose last request was seen and no response, in an input that has responses to others; and how many are not known any more. */
  end(): readonly Conclusion[] {
    if (!this.answering) return []
    const { forgotten = 0, narrator, old, young } = this
    const unanswered = [...old.unanswered(), ...young.unanswered()].map(({ facts, places }): Conclusion => ({
      what: 'unanswered', ...narrator.places(places), text: `${nameOf(facts)} is not answered in this input`,
    }))
    if (forgotten === 0) return unanswered
    return [{ what: 'forgotten', ...narrator.places([]), text: `${forgotten} groups were not answered by the time that ${REMEMBERED / 2} others had begun, and are not followed further` }, ...unanswered]
  }

  private get(key: number | string): Group | undefined {
    return this.young.get(key) ?? this.old.get(key)
  }

  /** The group of a response. One that does not say all of it is taken for the one group that agrees with it. */
  private find(facts: Facts): Group | undefined {
    const key = keyOf(facts)
    const exact = key === undefined ? undefined : this.get(key)
    if (exact) return exact
    const found: Group[] = []
    let looked = 0
    for (const generation of [this.young, this.old]) {
      for (const group of generation.named(nameKey(facts))) {
        if (++looked > ALIKE) return undefined
        if (matches(group.facts, facts)) found.push(group)
      }
    }
    return found.length === 1 ? found[0] : undefined
  }
}

/** A response may leave the PASID out: PRG Response PASID Required. */
function matches(request: Facts, response: Facts): boolean {
  const agree = (a: number | null | undefined, b: number | null | undefined): boolean => a === undefined || b === undefined || a === b
  return agree(request.device, response.device) && agree(request.segment, response.segment) && (response.pasid === null || agree(request.pasid, response.pasid))
}

const nameKey = ({ group, cookie }: Facts): number | string => (cookie === undefined ? group! : `cookie ${cookie}`)

/** A number where the index, the PASID and the device fit into its 53 bits, as nearly always: that is the fastest key. */
function keyOf(facts: Facts): number | string | undefined {
  const { device, segment, pasid, group, cookie } = facts
  if (cookie !== undefined) return nameKey(facts)
  if (group === undefined) return undefined
  if (typeof pasid === 'number' && device !== undefined && segment === undefined && group < 2 ** 16) return (group * 2 ** 20 + pasid) * 2 ** 16 + device
  return `${segment ?? ''} ${device ?? ''} ${pasid ?? ''} ${group}`
}

/** `group 0x2c of 6a:02.0, PASID 0x2`. */
export function nameOf({ device, segment, pasid, group, cookie }: Facts): string {
  const hex = (value: number): string => `0x${value.toString(16)}`
  const name = group === undefined ? `the group with cookie ${cookie}` : `group ${hex(group)}`
  return `${name}${device === undefined ? '' : ` of ${cookie === undefined ? formatDevice(device, segment) : `device ${device}`}`}${pasid === undefined || pasid === null ? '' : `, PASID ${hex(pasid)}`}`
}
