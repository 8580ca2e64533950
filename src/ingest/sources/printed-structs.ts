import { layoutOf } from '../../neighbours/index.ts'
import * as linux from '../../spec/linux.ts'
import type { CStruct } from '../../spec/vocabulary.ts'
import type { Hit } from '../hit.ts'
import type { Line } from '../line.ts'
import { sentence } from '../source.ts'
import type { Found, Session, Source } from '../source.ts'
import { fieldsIn } from './struct-members.ts'
import type { Value } from './struct-members.ts'

const ID = 'linux.struct'

/** A member and its value, of which nothing but digits tells the base; and what stands between it and the next. */
const NAME = '(["\']?)([a-z_]\\w{0,30})\\1\\s{0,2}(?:=>|[=:])\\s{0,2}(?:\\(\\w{1,12}\\)\\s?)?'
const NUMBER = '(?:0x([0-9a-f]{1,16})|(0|[1-9]\\d{0,19}))(?:_?u(?:8|16|32|64)|[ul]{1,3})?(?![\\w.])'
const PAIR = new RegExp(`${NAME}${NUMBER}[\\s,;|]{0,4}`, 'iy')
/** The members that stand in the same line before one. */
const BEFORE = new RegExp(`(?:${NAME.replace('\\1', '["\']?').replace('(["\']?)', '["\']?').replace('([a-z_]', '(?:[a-z_]')}${NUMBER}[\\s,;|]{1,4}){1,8}["']?$`, 'i')

/** The structs that programs read and write, and their members without what languages make of their names. */
const STRUCTS: readonly CStruct[] = [linux.iommufdPgfault, linux.iommufdPageResponse, linux.iommuPageResponse, linux.iommuPageResponseV5_3, linux.iommuPageResponseV6_10]
const plain = (name: string): string => name.replaceAll('_', '').toLowerCase()
const membersOf = ({ members }: CStruct): ReadonlyMap<string, string> => new Map(Object.values(members).map(({ c }) => [plain(c), c]))
const known = new Map(STRUCTS.map((struct) => [struct, membersOf(struct)]))

/** Members without which nobody prints a fault, and of which one tells that it is of iommufd. */
const OF_FAULT = ['grpid', 'perm', 'addr', 'pasid']
const OF_IOMMUFD = ['devid', 'cookie']
const PAGE = 4096n

interface Pairs {
  readonly values: ReadonlyMap<string, Value>
  /** Where they end. */
  readonly end: number
}

const isMember = (name: string): boolean => STRUCTS.some((struct) => known.get(struct)!.has(name))

/** The members that follow each other from a place on, up to one that is there already. */
function pairsIn(text: string, from = 0): Pairs {
  const values = new Map<string, Value>()
  let end = from
  for (;;) {
    PAIR.lastIndex = end
    const [all, , name, hex, decimal] = (PAIR.exec(text) ?? []) as (string | undefined)[]
    if (all === undefined || values.has(plain(name!))) return { values, end }
    values.set(plain(name!), { value: BigInt(hex === undefined ? decimal! : `0x${hex}`), column: 0, length: 0 })
    end += all.length
  }
}

/** The record whose members these are, and no others; undefined where it is of no struct, or of several. */
function recordOf(values: ReadonlyMap<string, Value>, named = ''): Pick<Hit, 'record' | 'fields' | 'slices' | 'said'> | undefined {
  const addr = values.get('addr')
  // What is no page in decimal may be hexadecimal without 0x.
  if (addr && addr.value % PAGE !== 0n) return undefined
  const isFault = OF_FAULT.every((name) => values.has(name)) && OF_IOMMUFD.some((name) => values.has(name))
  const ways = STRUCTS.flatMap((struct) => {
    const names = known.get(struct)!
    const isOne = struct === linux.iommufdPgfault ? isFault : struct === linux.iommufdPageResponse ? named === struct.struct : true
    if (!isOne || (named !== '' && named !== struct.struct) || [...values.keys()].some((name) => !names.has(name))) return []
    const members = new Map([...values].map(([name, value]) => [names.get(name)!, value] as const))
    return (fieldsIn(members, '', isFault || named !== '' ? struct.struct : '') ?? []).filter(({ record }) => layoutOf(record!).id === struct.id)
  })
  const [way, ...more] = ways
  if (!way || more.length > 0) return undefined
  const { amount: _, ambiguous, ...found } = way as typeof way & { readonly amount?: number }
  return ambiguous ? undefined : found
}

/** Numbers with names: without those of something else before and behind the members. */
function ofStruct(values: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> {
  const all = [...values]
  const from = all.findIndex(([name]) => isMember(name))
  return new Map(all.slice(from < 0 ? all.length : from, all.findLastIndex(([name]) => isMember(name)) + 1))
}

/** A member before the others whose value is no number. */
const UNREAD = /(\w{1,40})["']?\s{0,2}(?:=>|[=:])\s{0,2}[^,;=:]{1,60}[\s,;|]{1,4}["']?$/

function isCut(before: string, values: ReadonlyMap<string, Value>): boolean {
  const name = plain(UNREAD.exec(before.slice(-120))?.[1] ?? '')
  return isMember(name) && !values.has(name)
}

/** What gdb and its like print has a source of its own. */
const OF_DEBUGGER = /= \{|struct /

/** A fault or a response of Linux as programs print it: its members and their values in a line, by the names of the struct. */
export const printedStruct = sentence({
  id: ID,
  anchors: ['grpid', 'grpId', 'Grpid', 'GrpId', 'GrpID'],
  before: BEFORE,
  read(text, { before }, last) {
    if (OF_DEBUGGER.test(before.slice(-200))) return undefined
    const { values, end } = pairsIn(text)
    if (isCut(before, values)) return undefined
    const found = recordOf(ofStruct(values))
    if (!last && text.slice(end).trim() === '') return 'more'
    return found && { ...found, notes: [] }
  },
  goesOn(text, next) {
    const values = ofStruct(pairsIn(text).values)
    const [first] = pairsIn(next.text.trimStart()).values.keys()
    return !next.stamped && first !== undefined && !values.has(first) && STRUCTS.some((struct) => [...values.keys(), first].every((name) => known.get(struct)!.has(name)))
  },
})

/** Names of the structs, in C and in languages that write them without underscores. */
const TYPES: Readonly<Record<string, string>> = Object.fromEntries([linux.iommufdPgfault, linux.iommufdPageResponse].flatMap(({ struct }) => [
  [struct, struct], [struct.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase()), struct],
]))
/** Lines of a struct at the most. */
const MOST = 24

/** The same behind the name of its struct: in the lines below, as Rust and Go print it, and of a response also in the same line. */
export const namedStruct: Source = {
  id: ID,
  anchors: Object.keys(TYPES),
  open(line, column) {
    const [name] = /^\w{1,40}/.exec(line.text.slice(column)) ?? []
    const type = Object.hasOwn(TYPES, name ?? '') ? TYPES[name!] : undefined
    if (type === undefined || OF_DEBUGGER.test(line.text.slice(Math.max(0, column - 20), column + name!.length + 4))) return undefined
    const behind = /^[)\s]{0,4}[{(]\s*/.exec(line.text.slice(column + name!.length))
    if (!behind) return undefined
    const from = column + name!.length + behind[0].length
    if (from >= line.text.length) return new Block(line, type)
    const { values, end } = pairsIn(line.text, from)
    const found = type === linux.iommufdPageResponse.struct && /^\s{0,4}[})]/.test(line.text.slice(end)) ? recordOf(values, type) : undefined
    return found && { done: true, patience: 0, take: () => false, hits: () => [{ source: ID, line: line.number, lastLine: line.number, ...found, notes: [] }] }
  },
}

class Block implements Session {
  readonly patience = 0
  readonly hasBrackets = true
  readonly mayBeNothing = true
  done = false
  readonly lost: Line[] = []
  private readonly first: Line
  private readonly type: string
  private readonly values = new Map<string, Value>()
  private last: number

  constructor(line: Line, type: string) {
    this.first = line
    this.type = type
    this.last = line.number
  }

  take(line: Line): boolean {
    const text = line.text.trim()
    this.done = /^[})]/.test(text)
    const { values, end } = pairsIn(text)
    const [pair] = values
    if (!this.done && (values.size !== 1 || end < text.length || this.values.has(pair![0]) || this.values.size === MOST)) return false
    if (!this.done) this.values.set(pair![0], pair![1])
    this.last = line.number
    this.lost.push(line)
    return true
  }

  hits(): readonly Hit[] {
    const found: Omit<Found, 'notes'> | undefined = recordOf(this.values, this.type)
    return found ? [{ source: ID, line: this.first.number, lastLine: this.last, ...found, notes: this.done ? [] : ['the struct breaks off'] }] : []
  }
}
