import { layoutOf } from '../../neighbours/index.ts'
import * as linux from '../../spec/linux.ts'
import type { CStruct, Member, ReservedSlice } from '../../spec/vocabulary.ts'
import { words } from '../hit.ts'
import type { Digits, Hit } from '../hit.ts'
import { Passage } from '../line.ts'
import type { Line } from '../line.ts'
import type { Session, Source } from '../source.ts'
import { readingsOf } from '../word-list.ts'

const ID = 'linux.struct'

/** Structs that are the words of an entry: where it stands, the size of a word, and the words in their order. */
const WORDS: readonly (readonly [struct: string, place: string, size: number, members: readonly string[]])[] = [
  ['page_req_dsc', 'vtd.page-request-queue', 8, ['qw_0', 'qw_1', 'qw_2', 'qw_3']],
  ['page_req_dsc', 'vtd.page-request-queue-v3', 8, ['qw_0', 'qw_1', 'priv_data[0]', 'priv_data[1]']],
  ['qi_desc', 'vtd.invalidation-queue', 8, ['qw0', 'qw1', 'qw2', 'qw3']],
  ['qi_desc', 'vtd.invalidation-queue-128', 8, ['low', 'high']],
  ['iommu_cmd', 'amd.command-buffer', 4, ['data[0]', 'data[1]', 'data[2]', 'data[3]']],
  ['riscv_iommu_command', 'riscv.command-queue', 8, ['dword0', 'dword1']],
  ['riscv_iommu_fq_record', 'riscv.fault-queue', 8, ['hdr', '_reserved', 'iotval', 'iotval2']],
  ['riscv_iommu_pq_record', 'riscv.page-request-queue', 8, ['hdr', 'payload']],
]

const STRUCTS: readonly CStruct[] = [
  linux.iommuFaultV6_10, linux.iommuFaultPageRequest, linux.iommuPageResponse, linux.iommuPageResponseV5_3, linux.iommuPageResponseV6_10,
  linux.iommufdPgfault, linux.iommufdPageResponse, linux.faultEvent, linux.pageResponseMsg,
  linux.iommufdVeventHeader, linux.iommuVeventArmSmmuv3, linux.iommuViommuArmSmmuv3Invalidate,
]

/** Commands of an SMMUv3 before Linux makes words of them: the part of the union, and what its members are. */
const COMMANDS: Readonly<Record<string, readonly [record: string, part: string, members: Readonly<Record<string, string>>]>> = {
  64: ['smmuv3.cmd-atc-inv', 'atc', { sid: 'streamId', ssid: 'substreamId', addr: 'address', size: 'size', global: 'global' }],
  65: ['smmuv3.cmd-pri-resp', 'pri', { sid: 'streamId', ssid: 'substreamId', grpid: 'prgIndex', resp: 'resp' }],
  68: ['smmuv3.cmd-resume', 'resume', { sid: 'streamId', stag: 'stag' }],
}
const RESPONSES = ['PRI_RESP_DENY', 'PRI_RESP_FAIL', 'PRI_RESP_SUCC']

/** Members that only a page request or its response has; of other structs the name has to be there. */
const TELLING = ['prm.grpid', 'grpid', 'page_req_group_id']

/** A number of a debugger, or a name of one; and the digits, if they are hexadecimal. */
interface Value extends Digits {
  readonly word?: string
}

interface Node {
  readonly name: string
  readonly type: string
  /** Elements of an array of which drgn leaves out the last, where they are 0. */
  readonly count: number
  readonly parts: (Node | (Value & { readonly name: string }))[]
}

/** Longest text of one value, in characters, and how deep it may be. */
const LONGEST = 65536
const DEEPEST = 12
/** Longest line that asks for a value. */
const LONGEST_COMMAND = 400
/** Lines in vain that others look at as well, at the most. */
const FEW = 16
/** Members of a struct at the most. */
const MOST = 80

/** What stands before the brace of a value: its number, a variable that is all of the line, or an address with its type. */
const ROOT = /(?:(?:^|\s)\$\d{1,5}|^\s{0,20}(?:\([\w ]{1,60}\) )?([a-z_]\w{0,40})|\((?:struct )?(\w{1,40}) ?\*\) ?\(?0x[0-9a-f]{1,16}\)?)$/i
/** A type before its brace, and one in a command that asks for a value. */
const TYPED = /^struct (\w{1,40})\)? ?(\{)?/
/** The line behind one that asks for a value. */
const BEGINS = /^(?:(?:\([\w ]{1,60}\) )?\$\d{1,5} = |struct \w{1,40} |\s{0,20})(?=\{)/
/** A line of a value that goes on. */
const GOES_ON = /^\s*(?:[{}]|\.?\w{1,60}(?:\[\d{1,6}\])? ?[=:] |[-'"<(\w][^=:]{0,200}[,}]|[\w,<> ]{1,60}$)/

/** Structs of Linux as gdb, crash, lldb and drgn print them, member by member. */
export const structs: Source = {
  id: ID,
  anchors: [' = {', 'qw_0 = ', 'struct page_req_dsc', 'struct qi_desc', ...['iommu', 'iommufd', 'riscv_iommu', 'iopf', 'arm_smmu'].map((name) => `struct ${name}_`)],
  open(line, column) {
    const { text } = line
    const before = text.slice(Math.max(0, column - 120), column)
    if (text.startsWith('qw', column)) return text.indexOf('qw_0 = ') < column || before.includes('{') ? undefined : unlessEmpty(new Text('', 'page_req_dsc', line, column))
    if (text[column] === ' ') {
      const [, name = '', type = ''] = ROOT.exec(before) ?? []
      return ROOT.test(before) && text.indexOf('{') === column + 3 ? unlessEmpty(new Text(name, type, line, column + 3)) : undefined
    }
    const [all, type, brace] = TYPED.exec(text.slice(column, column + 80)) ?? []
    if (type === undefined || /\{|= ?\*?\($/.test(before)) return undefined
    if (brace && text.indexOf('{') < column) return undefined
    if (brace) return unlessEmpty(new Text('', type, line, column + all!.length - 1))
    // What is asked for is printed in the next line.
    return text.length > LONGEST_COMMAND || text.includes('{') ? undefined : new Text('', type)
  },
}

/** Nothing that is whole and holds no record. */
const unlessEmpty = (text: Text): Text | undefined => (text.done && text.hits().length === 0 ? undefined : text)

class Text implements Session {
  readonly patience = 0
  readonly hasBrackets = true
  done = false
  private readonly name: string
  private readonly type: string
  private passage: Passage | undefined
  private depth = 0
  private broken = false
  private readonly taken: Line[] = []

  constructor(name: string, type: string, line?: Line, column = 0) {
    this.name = name
    this.type = type
    if (line) this.add(line, column)
  }

  get mayBeNothing(): boolean {
    return this.passage === undefined || (this.type === '' && !this.done)
  }

  get lost(): readonly Line[] {
    return this.taken.length > FEW ? [] : this.taken
  }

  take(line: Line): boolean {
    if (!this.passage) {
      const begin = BEGINS.exec(line.text)
      if (begin) {
        this.taken.push(line)
        this.add(line, begin[0].length)
      }
      return begin !== null
    }
    if (this.passage.text.length + line.text.length > LONGEST || !GOES_ON.test(line.text)) {
      this.broken = true
      return false
    }
    if (this.taken.length <= FEW) this.taken.push(line)
    this.add(line, -1)
    return true
  }

  private add(line: Line, column: number): void {
    if (this.passage) this.passage.add(line)
    else this.passage = new Passage(line, column)
    const { text } = line
    for (let at = Math.max(0, column); at < text.length && !this.done; at++) {
      if (text[at] === '{') this.depth++
      // The members of a word alone have no brace before them.
      else if (text[at] === '}') this.done = --this.depth === 0 && this.passage.text.startsWith('{')
    }
  }

  hits(): readonly Hit[] {
    const { passage, name, type } = this
    if (!passage) return []
    const notes = this.broken ? ['the struct breaks off'] : []
    return hitsIn(parse(passage.text, name, type), passage, type).map((hit) => ({ ...hit, source: ID, line: passage.line, lastLine: passage.last, notes }))
  }
}

const PART = /\s*(?:\.?([A-Za-z_]\w*)\s?(?:=|:)\s*)?(?:\((?:(?:const|struct|union|enum) )*(\w+)(?: \[(\d{1,4})\])?(?: ?\*+)?\)\s*)?(?:(\{)|(\})|0x([0-9a-f]{1,16})\b|(\d{1,20})\b|<repeats (\d{1,3}) times>|([A-Za-z_]\w*)|"(?:[^"\\]|\\.)*"|<[^>]*>|.)[,;]?/giy

/** The value that a text is, as a tree; what it does not say is left out. */
function parse(text: string, name: string, type: string): Node {
  const top: Node = { name, type, count: 0, parts: [] }
  const open: Node[] = [top]
  PART.lastIndex = 0
  for (let match = PART.exec(text); match !== null; match = PART.exec(text)) {
    const [all, own = '', cast = '', count, begins, ends, hex, decimal, again, word] = match as unknown as (string | undefined)[]
    const node = open.at(-1)!
    const { parts } = node
    if (begins !== undefined) {
      const child: Node = { name: own, type: cast, count: Number(count ?? 0), parts: [] }
      parts.push(child)
      open.push(child)
    } else if (ends !== undefined) {
      for (let i = parts.length; i < Math.min(node.count, MOST); i++) parts.push({ name: '', value: 0n, column: 0, length: 0 })
      if (open.length > 1) open.pop()
    } else if (hex !== undefined || decimal !== undefined) {
      const length = hex?.length ?? 0
      parts.push({ name: own, value: BigInt(hex === undefined ? decimal! : `0x${hex}`), column: match.index + all!.indexOf(hex ?? '', all!.toLowerCase().indexOf('0x')), length })
    } else if (again !== undefined && parts.length > 0) {
      const last = parts.at(-1)!
      for (let i = 1; i < Math.min(Number(again), MOST); i++) parts.push(last)
    } else if (word !== undefined && (own !== '' || /^(?:true|false)$/i.test(word))) parts.push({ name: own, value: /^true$/i.test(word) ? 1n : 0n, column: 0, length: 0, word })
  }
  return top
}

/** The values of a struct by where they stand in it, such as `prm.private_data[0]`; undefined where one has two, as in an array. */
function membersOf({ parts }: Node, depth = 0, before = '', found = new Map<string, Value>()): ReadonlyMap<string, Value> | undefined {
  let index = 0
  for (const part of parts) {
    if (!('parts' in part)) {
      const path = part.name === '' ? `${before}[${index++}]` : `${before}${before && '.'}${part.name}`
      if (found.has(path) || found.size > MOST) return undefined
      found.set(path, part)
    } else if (depth > DEEPEST || !membersOf(part, depth + 1, part.name === '' ? before : `${before}${before && '.'}${part.name}`, found)) return undefined
  }
  return found
}

/** What the tree holds: a record itself, or what its members are. */
function hitsIn(node: Node, passage: Passage, asked: string, depth = 0): readonly Found[] {
  const members = membersOf(node)
  const type = node.type || asked
  const found = members && (wordsIn(members, type, passage) ?? commandIn(members) ?? fieldsIn(members, node.name, type))
  if (found) return found
  // The request of a fault that is none, in a union, is none either.
  return depth > DEEPEST || members?.has('prm.flags') ? [] : node.parts.flatMap((part) => ('parts' in part ? hitsIn(part, passage, depth === 0 ? asked : '', depth + 1) : []))
}

type Found = Pick<Hit, 'place' | 'data' | 'readings' | 'record' | 'fields' | 'slices' | 'said' | 'doubtful' | 'ambiguous'>

function wordsIn(members: ReadonlyMap<string, Value>, type: string, passage: Passage): readonly Found[] | undefined {
  const amount = ([, , , names]: (typeof WORDS)[number]): number => names.filter((name) => members.has(name)).length
  const [best] = WORDS.filter((one) => (type === one[0] || (one[0] === 'page_req_dsc' && ((members.get('qw_0')?.value ?? 0n) & 0xffn) === 1n)) && members.has(one[3][0]!)).sort((a, b) => amount(b) - amount(a))
  if (!best) return queueWordsIn(members)
  const [, place, size, names] = best
  const values = names.map((name) => members.get(name))
  if (values.some((value) => value !== undefined && value.value >> BigInt(8 * size) > 0n)) return undefined
  const { bytes, known, spans } = words(size * names.length, size, 'number', values, passage.pieces)
  return [{ place, data: { bytes, known, spans: spans.filter(({ start, end }) => end > start) }, said: {} }]
}

/** Words that have the names of a descriptor of VT-d, of a struct whose name is not there. */
function queueWordsIn(members: ReadonlyMap<string, Value>): readonly Found[] | undefined {
  const values = WORDS[2]![3].flatMap((name) => members.get(name) ?? [])
  return values.length === 4 && values.every(({ value }) => value >> 64n === 0n) ? [{ readings: readingsOf(values, 8).slice(1), said: {}, doubtful: 'prose' }] : undefined
}

/** A command of an SMMUv3 by its members: those of the union that its opcode means. */
function commandIn(members: ReadonlyMap<string, Value>): readonly Found[] | undefined {
  const known = members.has('substream_valid') ? COMMANDS[String(members.get('opcode')?.value)] : undefined
  if (!known) return undefined
  const [record, part, names] = known
  const fields = Object.fromEntries(Object.entries({ substreamValid: 'substream_valid', ...Object.fromEntries(Object.entries(names).map(([name, field]) => [field, `${part}.${name}`])) }).flatMap(([field, path]) => {
    const { word, value } = members.get(path) ?? {}
    const number = word === undefined || !RESPONSES.includes(word) ? value : BigInt(RESPONSES.indexOf(word))
    return number === undefined || (part === 'resume' && field === 'substreamValid') ? [] : [[field, field === 'address' ? number & ~0xfffn : number] as const]
  }))
  const action = part === 'resume' ? members.get('resume.resp')?.value : undefined
  return [{ record, fields, said: {}, slices: action === undefined ? [] : [[0, 13, 12, action]] }]
}

/** A page request as the union of a fault has it, without the fault around it. */
const REQUEST = 'iommu_fault_page_request'

function fieldsIn(all: ReadonlyMap<string, Value>, name: string, asked: string): readonly Found[] | undefined {
  const isPart = asked === REQUEST || (asked === '' && name === 'prm')
  const members = isPart ? new Map([...all].map(([path, value]) => [`prm.${path}`, value])) : all
  const type = isPart ? 'iommu_fault' : asked
  // A fault of which nobody can ask for a page has members of its own.
  const isOld = members.has('event.reason') || members.has('padding')
  const ways = STRUCTS.filter(({ struct, id }) => (type === '' || type === struct) && !(isOld && id === linux.iommuFaultV6_10.id)).flatMap(({ id, struct, members: own }) => {
    const fields: Record<string, bigint> = {}
    const slices: (NonNullable<Hit['slices']>[number])[] = []
    const reserved = [...(layoutOf(id).reserved ?? [])]
    for (const [field, member] of Object.entries<Member>(own)) {
      const value = members.get(member.c)
      const padding = member.padding ? paddingOf(reserved, member) : []
      if (value === undefined && (member.padding || member.optional || type !== '')) continue
      const number = value && numberOf(value, member)
      if (number === undefined || (member.value !== undefined && number !== BigInt(member.value)) || number >> BigInt(sizeOf(member)) > 0n) return []
      if (member.padding) slices.push(...padding.map(([word, hi, lo, from]) => [word, hi, lo, BigInt.asUintN(hi - lo + 1, number >> BigInt(from))] as const))
      else if (member.value === undefined) fields[field] = number
      else slices.push([...layoutOf(id).fixed![field]!.at[0]!, number])
    }
    const amount = Object.keys(fields).length
    // A flag that only the other kernel has tells which it is.
    const isKnown = Object.entries<Member>(own).every(([field, { masks }]) => !masks || ((fields[field] ?? 0n) & ~BigInt(Object.values(masks).reduce((all, mask) => all | mask, 0))) === 0n)
    return amount > 1 && (type === struct || TELLING.some((one) => members.has(one))) ? [{ record: id, fields, slices, said: {}, amount: isKnown ? amount + 1 : amount }] : []
  })
  const most = Math.max(...ways.map(({ amount }) => amount))
  const best = ways.filter(({ amount }) => amount === most)
  return best.length === 0 ? undefined : best.map(({ amount: _, ...found }) => ({ ...found, ...(best.length > 1 && { ambiguous: true }) }))
}

const sizeOf = ({ bits, type }: Member): number => bits ?? Number(type.slice(1))

/** Where padding stands, the lowest bits first: the next of the reserved slices, which are in the order of the members; and which of its bits each has. */
function paddingOf(reserved: ReservedSlice[], member: Member): readonly (readonly [word: number, hi: number, lo: number, from: number])[] {
  const slices: [number, number, number, number][] = []
  for (let from = 0; from < sizeOf(member);) {
    const [word, hi, lo] = reserved.shift()!
    slices.push([word, hi, lo, from])
    from += hi - lo + 1
  }
  return slices
}

/** A value as a number; of an enumerator, if the member has it. */
function numberOf({ word, value }: Value, { codes, value: fixed }: Member): bigint | undefined {
  if (word === undefined || /^(?:true|false)$/i.test(word)) return value
  const code = word === 'IOMMU_FAULT_PAGE_REQ' ? fixed : codes && Object.hasOwn(codes, word) ? codes[word] : undefined
  return code === undefined ? undefined : BigInt(code)
}
