import { formatDevice } from '../describe/index.ts'
import type { Facts } from './facts.ts'
import type { Conclusion, Link } from './story.ts'

/** Groups that are remembered at the most; of more, the oldest are forgotten and it is said. */
export const REMEMBERED = 65536

/** Groups of one index or cookie that are looked through for a response which does not say whose it is. */
const ALIKE = 64

interface Group {
  readonly key: string
  readonly facts: Facts
  /** The nearest first. */
  readonly lines: number[]
  last: boolean
  answered: number | undefined
}

/** Page request groups and their responses. An index is free again once its group was answered. */
export class Groups {
  private readonly byKey = new Map<string, Group>()
  /** By index or cookie alone, for responses that do not say all of it. */
  private readonly alike = new Map<string, Set<Group>>()
  private answering = false
  forgotten = 0

  request(facts: Facts, line: number): Link | undefined {
    const key = keyOf(facts)
    if (key === undefined) return undefined
    const open = this.byKey.get(key)
    if (open && !open.last && open.answered === undefined) {
      open.lines.unshift(line)
      if (open.lines.length > ALIKE) open.lines.length = ALIKE
      open.last = facts.last === true
      return { what: 'same group', lines: open.lines.slice(1), text: `of ${nameOf(facts)}, as line ${open.lines[1]}` }
    }
    if (open) this.forget(open)
    const group: Group = { key, facts, lines: [line], last: facts.last === true, answered: undefined }
    this.byKey.set(key, group)
    const alike = this.alike.get(nameKey(facts)) ?? new Set()
    this.alike.set(nameKey(facts), alike.add(group))
    if (this.byKey.size > REMEMBERED) {
      this.forget(this.byKey.values().next().value!)
      this.forgotten++
    }
    return undefined
  }

  response(facts: Facts, line: number): Link | undefined {
    if (facts.group === undefined && facts.cookie === undefined) return undefined
    const open = this.find(facts)
    if (open) this.answering = true
    if (!open) return { what: 'answers nothing known', lines: [], text: 'the request that it answers is not in this input' }
    if (open.answered !== undefined) return { what: 'answers again', lines: [open.answered, ...open.lines], text: `${nameOf(open.facts)} was answered in line ${open.answered} already` }
    open.answered = line
    return { what: 'answers', lines: open.lines, text: `answers line${open.lines.length === 1 ? '' : 's'} ${[...open.lines].reverse().join(', ')}${open.last ? '' : ', of which none is the last of its group'}` }
  }

  /** Groups whose last request was seen and no response, in an input that has responses to others. */
  unanswered(): readonly Conclusion[] {
    if (!this.answering) return []
    return [...this.byKey.values()]
      .filter(({ last, answered }) => last && answered === undefined)
      .map(({ facts, lines }) => ({ what: 'unanswered', lines, text: `${nameOf(facts)} is not answered in this input` }))
  }

  /** The group of a response. One that does not say all of it is taken for the one group that agrees with it. */
  private find(facts: Facts): Group | undefined {
    const key = keyOf(facts)
    const exact = key === undefined ? undefined : this.byKey.get(key)
    if (exact) return exact
    const found: Group[] = []
    let looked = 0
    for (const group of this.alike.get(nameKey(facts)) ?? []) {
      if (++looked > ALIKE) return undefined
      if (matches(group.facts, facts)) found.push(group)
    }
    return found.length === 1 ? found[0] : undefined
  }

  private forget(group: Group): void {
    this.byKey.delete(group.key)
    const alike = this.alike.get(nameKey(group.facts))
    alike?.delete(group)
    if (alike?.size === 0) this.alike.delete(nameKey(group.facts))
  }
}

/** A response may leave the PASID out: PRG Response PASID Required. */
function matches(request: Facts, response: Facts): boolean {
  const agree = (a: number | null | undefined, b: number | null | undefined): boolean => a === undefined || b === undefined || a === b
  return agree(request.device, response.device) && agree(request.segment, response.segment) && (response.pasid === null || agree(request.pasid, response.pasid))
}

const nameKey = ({ group, cookie }: Facts): string => (cookie === undefined ? `${group}` : `cookie ${cookie}`)

function keyOf(facts: Facts): string | undefined {
  const { device, segment, pasid, group, cookie } = facts
  if (cookie !== undefined) return nameKey(facts)
  return group === undefined ? undefined : `${segment ?? ''} ${device ?? ''} ${pasid ?? ''} ${group}`
}

/** `group 0x2c of 6a:02.0, PASID 0x2`. */
export function nameOf({ device, segment, pasid, group, cookie }: Facts): string {
  const hex = (value: number): string => `0x${value.toString(16)}`
  const name = group === undefined ? `the group with cookie ${cookie}` : `group ${hex(group)}`
  return `${name}${device === undefined ? '' : ` of ${formatDevice(device, segment)}`}${pasid === undefined || pasid === null ? '' : `, PASID ${hex(pasid)}`}`
}
