import { formatDevice } from '../describe/index.ts'
import type { Facts } from './facts.ts'
import type { Conclusion, Link, Narrator } from './story.ts'

/** Groups that are remembered at the most, eight functions with every index of theirs; of more, the oldest are forgotten and it is said. */
export const REMEMBERED = 4096

/** Groups of one index or cookie that are looked through for a response which does not say whose it is. */
const ALIKE = 64

/** What names a group. */
type Name = Pick<Facts, 'device' | 'segment' | 'pasid' | 'group' | 'cookie'>

/** One object for all that is known: thousands live for a while, and what lives costs the engine more than what does not. */
class Group implements Name {
  key!: number | string
  device: number | undefined
  segment: number | undefined
  pasid: number | null | undefined
  group: number | undefined
  cookie: number | undefined
  /** Of its last request. */
  place!: number
  /** Of the requests before that, the nearest first. */
  before: readonly number[] = NONE
  last!: boolean
  answered: number | undefined

  begin(key: number | string, { device, segment, pasid, group, cookie, last }: Facts, place: number): this {
    this.key = key
    this.device = device
    this.segment = segment
    this.pasid = pasid
    this.group = group
    this.cookie = cookie
    this.place = place
    this.before = NONE
    this.last = last === true
    this.answered = undefined
    return this
  }

  /** The nearest first. */
  get places(): readonly number[] {
    return [this.place, ...this.before]
  }
}

const NONE: readonly number[] = []

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
    this.byName?.get(nameKey(group))?.delete(group)
  }

  /** Groups of the index or cookie. */
  named(name: number | string): Iterable<Group> {
    if (!this.byName) {
      this.byName = new Map()
      for (const group of this.byKey.values()) likened(this.byName, group)
    }
    return this.byName.get(name) ?? []
  }

  groups(): Iterable<Group> {
    return this.byKey.values()
  }

  unanswered(): readonly Group[] {
    return [...this.byKey.values()].filter(({ last, answered }) => last && answered === undefined)
  }
}

function likened(byName: Map<number | string, Set<Group>>, group: Group): void {
  const name = nameKey(group)
  const same = byName.get(name)
  if (same) same.add(group)
  else byName.set(name, new Set([group]))
}

/** Page request groups and their responses. An index is free again once its group was answered. */
export class Groups {
  private readonly narrator: Narrator
  private old = new Generation()
  private young = new Generation()
  /** Those that were forgotten, to be used again. */
  private readonly spare: Group[] = []
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
      const others = open.places
      open.before = others.slice(0, ALIKE - 1)
      open.place = place
      open.last = facts.last === true
      return { what: 'same group', ...this.narrator.places(others), text: `of ${nameOf(facts)}, as ${this.narrator.items(others.slice(0, 1))}` }
    }
    if (open) {
      this.young.remove(open)
      this.old.remove(open)
    }
    if (this.young.size === REMEMBERED / 2) {
      if (this.old.size > 0) this.forgotten = (this.forgotten ?? 0) + this.old.unanswered().length
      for (const group of this.old.groups()) this.spare.push(group)
      this.old = this.young
      this.young = new Generation()
    }
    this.young.add((this.spare.pop() ?? new Group()).begin(key, facts, place))
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
    if (answered !== undefined) return { what: 'answers again', ...narrator.places([answered, ...places]), text: `${nameOf(open)} was answered in ${narrator.items([answered])} already` }
    open.answered = place
    return { what: 'answers', ...narrator.places(places), text: `answers ${narrator.items([...places].reverse())}${last ? '' : `, ${places.length === 1 ? 'which is not' : 'of which none is'} the last of its group`}` }
  }

  /** Groups whose last request was seen and no response, in an input that has responses to others; and how many are not known any more. */
  end(): readonly Conclusion[] {
    if (!this.answering) return []
    const { forgotten = 0, narrator, old, young } = this
    const unanswered = [...old.unanswered(), ...young.unanswered()].map((group): Conclusion => ({
      what: 'unanswered', ...narrator.places(group.places), text: `${nameOf(group)} is not answered in this input`,
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
        if (matches(group, facts)) found.push(group)
      }
    }
    return found.length === 1 ? found[0] : undefined
  }
}

/** A response may leave the PASID out: PRG Response PASID Required. */
function matches(request: Name, response: Name): boolean {
  const agree = (a: number | null | undefined, b: number | null | undefined): boolean => a === undefined || b === undefined || a === b
  return agree(request.device, response.device) && agree(request.segment, response.segment) && (response.pasid === null || agree(request.pasid, response.pasid))
}

const nameKey = ({ group, cookie }: Name): number | string => (cookie === undefined ? group! : `cookie ${cookie}`)

/** A number where the index, the PASID and the device fit into its 53 bits, as nearly always: that is the fastest key. */
function keyOf(facts: Facts): number | string | undefined {
  const { device, segment, pasid, group, cookie } = facts
  if (cookie !== undefined) return nameKey(facts)
  if (group === undefined) return undefined
  if (typeof pasid === 'number' && device !== undefined && segment === undefined && group < 2 ** 16) return (group * 2 ** 20 + pasid) * 2 ** 16 + device
  return `${segment ?? ''} ${device ?? ''} ${pasid ?? ''} ${group}`
}

/** `group 0x2c of 6a:02.0, PASID 0x2`. */
export function nameOf({ device, segment, pasid, group, cookie }: Name): string {
  const hex = (value: number): string => `0x${value.toString(16)}`
  const name = group === undefined ? `the group with cookie ${cookie}` : `group ${hex(group)}`
  return `${name}${device === undefined ? '' : ` of ${cookie === undefined ? formatDevice(device, segment) : `device ${device}`}`}${pasid === undefined || pasid === null ? '' : `, PASID ${hex(pasid)}`}`
}
