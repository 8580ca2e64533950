import { formatDevice } from '../describe/index.ts'
import type { Facts } from './facts.ts'
import type { Conclusion, Link, Narrator } from './story.ts'

/** Groups that are remembered at the most, eight functions with every index of theirs; of more, the oldest are forgotten and it is said. */
export const REMEMBERED = 4096

/** Groups of one index or cookie that are looked through for a response which does not say whose it is. */
const ALIKE = 64

/** What names a group. */
type Name = Pick<Facts, 'device' | 'segment' | 'pasid' | 'group' | 'cookie'>

const NONE: readonly number[] = []

/** One object for all that is known, which is used again: thousands live for a while, and new ones that live cost the engine much. */
class Group implements Name {
  device: number | undefined
  segment: number | undefined
  pasid: number | null | undefined
  group: number | undefined
  cookie: number | undefined
  /** Of its last request. */
  place = 0
  /** Of the requests before that, the nearest first. */
  before = NONE
  last = false
  answered: number | undefined

  begin({ device, segment, pasid, group, cookie, last }: Facts, place: number): this {
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

/** Twice as many as there are groups, so that a free one is near. */
const SLOTS = REMEMBERED

/** Stands where a group was: what was put behind it is still found. */
const GONE = /* @__PURE__ */ new Group()

/** Groups that came one after the other, in a table of hashes. To forget them one by one is slow; so they are forgotten by halves. */
class Generation {
  private readonly slots = new Array<Group | undefined>(SLOTS).fill(undefined)
  /** By index or cookie alone, for responses that do not say all of it; made when the first of them comes. */
  private byName: Map<number | string, Set<Group>> | undefined
  size = 0

  get(name: Name): Group | undefined {
    return this.slots[this.slotOf(name)]
  }

  add(group: Group): void {
    this.slots[this.slotOf(group)] = group
    this.size++
    if (this.byName) likened(this.byName, group)
  }

  /** Its index is used anew, in another generation. */
  remove(group: Group): void {
    this.slots[this.slotOf(group)] = GONE
    this.byName?.get(nameKey(group))?.delete(group)
  }

  /** Groups of the index or cookie. */
  named(name: number | string): Iterable<Group> {
    if (!this.byName) {
      this.byName = new Map()
      for (const group of this.groups()) likened(this.byName, group)
    }
    return this.byName.get(name) ?? []
  }

  /** In the order in which they began. */
  groups(): readonly Group[] {
    const began = ({ place, before }: Group): number => before.at(-1) ?? place
    return this.slots.flatMap((group) => (group === undefined || group === GONE ? [] : [group])).sort((a, b) => began(a) - began(b))
  }

  unanswered(): readonly Group[] {
    return this.groups().filter(isUnanswered)
  }

  /**
   * Forgets all.
   * @param spare gets the groups that it was of
   * @returns how many of them were not answered
   */
  clear(spare: Group[]): number {
    let count = 0
    for (const group of this.slots) {
      if (group === undefined || group === GONE) continue
      if (isUnanswered(group)) count++
      spare.push(group)
    }
    this.slots.fill(undefined)
    this.byName = undefined
    this.size = 0
    return count
  }

  /** Where a group of the name is, or else a free place for it. */
  private slotOf(name: Name): number {
    const { slots } = this
    let slot = hashOf(name)
    for (let group = slots[slot]; group !== undefined && (group === GONE || !isSame(group, name)); group = slots[slot]) slot = (slot + 1) % SLOTS
    return slot
  }
}

function hashOf({ device = 0, segment = 0, pasid, group = 0, cookie }: Name): number {
  const all = cookie === undefined ? group + Math.imul(pasid ?? 0, 0x9e3779b1) + Math.imul(device + Math.imul(segment, 0x85ebca6b), 0xc2b2ae35) : cookie
  return (Math.imul(all ^ (all >>> 16), 0x45d9f3b) >>> 8) % SLOTS
}

/** A cookie says all; where no PASID is said, there is none. */
function isSame(a: Name, b: Name): boolean {
  if (a.cookie !== b.cookie) return false
  return a.cookie !== undefined || (a.group === b.group && (a.pasid ?? undefined) === (b.pasid ?? undefined) && a.device === b.device && a.segment === b.segment)
}

const isUnanswered = ({ last, answered }: Group): boolean => last && answered === undefined

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
  /** Families of requests of which the log does not hold the cookie, though a response may have one. */
  private readonly cut = new Set<string>()
  /** Whether any was forgotten, and how many of them had no response. */
  private forgotten: number | undefined

  constructor(narrator: Narrator) {
    this.narrator = narrator
  }

  request(facts: Facts, place: number): Link | undefined {
    if (facts.cookie === undefined) this.cut.add(facts.family)
    if (!isNamed(facts)) return undefined
    const inYoung = this.young.get(facts)
    const open = inYoung ?? this.old.get(facts)
    if (open && !open.last && open.answered === undefined) {
      const others = open.places
      open.before = others.slice(0, ALIKE - 1)
      open.place = place
      open.last = facts.last === true
      return { what: 'same group', ...this.narrator.places(others), text: `of ${nameOf(facts)}, as ${this.narrator.items(others.slice(0, 1))}` }
    }
    if (inYoung) {
      inYoung.begin(facts, place)
      return undefined
    }
    if (open) this.old.remove(open)
    if (this.young.size === REMEMBERED / 2) {
      const { old, young, spare } = this
      if (old.size > 0) this.forgotten = (this.forgotten ?? 0) + old.clear(spare)
      this.old = young
      this.young = old
    }
    this.young.add((this.spare.pop() ?? new Group()).begin(facts, place))
    return undefined
  }

  response(facts: Facts, place: number): Link | undefined {
    if (!isNamed(facts)) return undefined
    const open = this.find(facts)
    const { narrator } = this
    if (!open) {
      if (facts.cookie !== undefined && this.cut.has(facts.family)) return undefined
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

  /** The group of a response. One that does not say all of it is taken for the one group that agrees with it. */
  private find(facts: Facts): Group | undefined {
    const exact = this.young.get(facts) ?? this.old.get(facts)
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

const isNamed = ({ group, cookie }: Name): boolean => group !== undefined || cookie !== undefined

/** `group 0x2c of 6a:02.0, PASID 0x2`. */
export function nameOf({ device, segment, pasid, group, cookie }: Name): string {
  const hex = (value: number): string => `0x${value.toString(16)}`
  const name = group === undefined ? `the group with cookie ${cookie}` : `group ${hex(group)}`
  return `${name}${device === undefined ? '' : ` of ${cookie === undefined ? formatDevice(device, segment) : `device ${device}`}`}${pasid === undefined || pasid === null ? '' : `, PASID ${hex(pasid)}`}`
}
