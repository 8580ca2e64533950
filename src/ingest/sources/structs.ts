import type { Hit } from '../hit.ts'
import { Passage } from '../line.ts'
import type { Line } from '../line.ts'
import type { Session, Source } from '../source.ts'
import { commandIn, fieldsIn, wordsIn } from './struct-members.ts'
import type { Found, Value } from './struct-members.ts'

const ID = 'linux.struct'

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
