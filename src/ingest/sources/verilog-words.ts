import { PACKET } from '../family.ts'
import type { Hit, Reading } from '../hit.ts'
import { joinedLine } from '../line.ts'
import type { Line } from '../line.ts'
import type { Session, Source } from '../source.ts'
import { readingsOf, wordAt } from '../word-list.ts'
import type { Word } from '../word-list.ts'

const ID = 'hex.verilog'

/** A line of a simulator is short. */
const LONGEST = 4000

/** Digits of a DW, and DWs of a header at the least. */
const DW = 8
const HEADER = 3

/** Sizes of words and of headers, by their last digit: `128'h`, `32'h`. */
const SIZES = ['0', '2', '4', '6', '8'].map((digit) => `${digit}'h`)

/** What people call a header where its digits have no sign that they are hex. */
const CALLED = ['hdr', 'HDR', 'header', 'tlp', 'TLP'].flatMap((name) => [`${name}=`, `${name}:`])

/** A number with its name, if it has one: of Verilog, or digits that make whole DWs. */
const NUMBER = /(?:([A-Za-z_][\w.]{0,40}(?:[[(]\d{1,3}[\])])?)\s{0,8}[:=]\s{0,8})?(?<![\w'])(?:(\d{1,4})'h|(?:0x)?)((?:[0-9a-f]{8}_?){1,40}|(?<='h)[0-9a-f_]{1,320})(?![\w'])/gi

/** Another word at the end of a number: two lines that are none. A bit that is unknown is an x or a z. */
const GLUED = /'h[0-9a-f_]{1,320}[g-wy]/i

/** What stands between the words of one packet. */
const BETWEEN = /^[\s,_]{0,8}$/

/** Names of the parts of a packet, perhaps with what they are parts of; and of words that have a number each. */
const OF_DATA = /(?:^|[._])(?:data|payload)(?:$|[_[(\d])/i
const OF_PREFIX = /(?:^|[._])(?:prefix|pfx)(?:es)?(?:$|[_[(\d])/i
const OF_HEADER = /(?:^|[._])(?:hdr|header|tlp)(?:$|[_[(\d])/i
const NUMBERED = /^[A-Za-z_]{1,12}[[(]?\d{1,2}[\])]?$/

/** Numbers that stand together. */
interface Run {
  readonly name: string
  readonly from: number
  to: number
  /** Whether each is of Verilog; bits of the widest. */
  bits: number
  readonly words: Word[]
}

/** A packet: what is called its prefix, its header, its data. */
interface Parts {
  readonly header: Run
  readonly prefix: Word[]
  readonly data: Word[]
}

/** Words and headers as simulations print them, anywhere in a line: `MsgD: 32'h… 32'h…`, `hdr = 128'h… valid=1'b1`, `tlp_hdr=…_…_…_… data=`. */
export const verilogWords: Source = {
  id: ID,
  anchors: [...SIZES, ...CALLED],
  shape: /(?:hdr|header|tlp) = (?:0x)?[0-9a-f]{8}[_ ,]/i,
  open(line, column) {
    const { text } = line
    if (text.length > LONGEST || (column > 0 && column > text.search(FIRST))) return undefined
    const runs = runsOf(line)
    if (runs.length > 0 && isOfOthers(text, runs)) return undefined
    const words = new Words(line)
    return words.done && words.mayBeNothing ? undefined : words
  },
}

/** A line that may go on in the next, and one that goes on with it. */
const OPEN = /(?:'h[0-9a-f_]{1,320}|[:=,])\s*$/i
const GOES_ON = /^[\s,_]{0,40}\d{1,4}'h/i

/** Lines over which the words of one packet may be broken. */
const BREAKS = 8

class Words implements Session {
  readonly patience = 0
  private line: Line
  private found: readonly Hit[]
  private breaks = 0

  constructor(line: Line) {
    this.line = line
    this.found = hitsOf(line)
  }

  get done(): boolean {
    return this.breaks === BREAKS || !OPEN.test(this.line.text.slice(-400))
  }

  get mayBeNothing(): boolean {
    return this.found.length === 0
  }

  take(next: Line): boolean {
    if (next.stamped || !GOES_ON.test(next.text) || this.line.text.length + next.text.length > LONGEST) return false
    this.line = joinedLine(this.line, next, ' ')
    this.found = hitsOf(this.line)
    this.breaks++
    return true
  }

  hits(): readonly Hit[] {
    return this.found
  }
}

const FIRST = new RegExp([...SIZES, ...CALLED].join('|'))

function runsOf(line: Line): readonly Run[] {
  const runs: Run[] = []
  for (const match of line.text.matchAll(NUMBER)) {
    const [all, name, bits, digits] = match as unknown as [string, string | undefined, string | undefined, string]
    const last = runs.at(-1)
    const column = match.index + all.length - digits.length
    const words = wordsOf(line, column, digits, bits === undefined ? undefined : Number(bits))
    if (words === undefined) continue
    const goesOn = last !== undefined && (name === undefined || (NUMBERED.test(name) && NUMBERED.test(last.name))) && BETWEEN.test(line.text.slice(last.to, match.index))
    if (goesOn) {
      last.words.push(...words)
      last.to = match.index + all.length
      last.bits = Math.max(last.bits, 32 * words.length)
    } else if (name !== undefined || bits !== undefined) runs.push({ name: name ?? '', from: match.index, to: match.index + all.length, bits: 32 * words.length, words })
  }
  return runs
}

/** The DWs of a number, in the order in which they are written; undefined where it has none. */
function wordsOf(line: Line, column: number, digits: string, bits: number | undefined): Word[] | undefined {
  const places = [...digits].flatMap((digit, i) => (digit === '_' ? [] : [i]))
  const size = bits === undefined ? places.length : bits / 4
  if (size % DW !== 0 || places.length > size) return undefined
  const missing = size - places.length
  return Array.from({ length: size / DW }, (_, i): Word => {
    const own = places.slice(Math.max(0, i * DW - missing), Math.max(0, (i + 1) * DW - missing))
    return own.length === 0 ? { value: 0n } : wordAt(line, column + own[0]!, digits.slice(own[0], own.at(-1)! + 1))
  })
}

/** A list, numbers that are all of a line, and one wide number at its end: other sources read them, also over several lines. */
function isOfOthers(text: string, [first, other]: readonly Run[]): boolean {
  if (first!.name === '' && /^\s*$|[[{(]\s*$/.test(text.slice(Math.max(0, first!.from - 40), first!.from))) return true
  return other === undefined && first!.bits >= 32 * HEADER && first!.words.length * 32 === first!.bits && text.slice(first!.to).trim() === ''
}

function hitsOf(line: Line): readonly Hit[] {
  const { text } = line
  if (GLUED.test(text)) return []
  const runs = runsOf(line)
  const parts: Parts[] = []
  const prefix: Word[] = []
  for (const run of runs) {
    const last = parts.at(-1)
    if (OF_PREFIX.test(run.name)) (last?.prefix ?? prefix).push(...run.words.filter(({ value }) => value !== 0n))
    else if (OF_DATA.test(run.name)) last?.data.push(...run.words)
    else if (run.words.length >= HEADER && run.words.some(({ value }) => value !== 0n) && !/tdata/i.test(run.name) && (text.slice(run.from, run.to).includes('\'h') || OF_HEADER.test(run.name))) parts.push({ header: run, prefix: prefix.splice(0), data: [] })
  }
  return parts.map((part): Hit => hitOf(line, part))
}

function hitOf({ text, number, last = number, stamped }: Line, { header, prefix, data }: Parts): Hit {
  const before = text.slice(Math.max(0, header.from - 120), header.from).trim()
  const name = `${before} ${header.name}`.trim()
  const isPacket = PACKET.test(name) || OF_HEADER.test(header.name) || prefix.length + data.length > 0
  const [dw0] = header.words
  const [is4, hasData] = [(dw0!.value >> 29n) & 1n, (dw0!.value >> 30n) & 1n]
  const notes: string[] = []
  let own: readonly Word[] = header.words
  if (isPacket && is4 === 0n && own.length === 4 && header.bits === 128 && (hasData === 0n || data.length > 0)) {
    own = own.slice(0, 3)
    notes.push('the header has three DWs, and the fourth of the number is no part of it')
  }
  const words = [...prefix, ...own, ...(hasData === 1n ? data : [])]
  const [asBytes] = readingsOf(words, 4) as [Reading]
  return {
    source: ID, line: number, lastLine: last, said: { label: name }, notes, doubtful: stamped ? 'log' : 'prose',
    readings: isPacket ? [asBytes] : [asBytes, asNumbers(words, header.bits)],
  }
}

/** Words as numbers of a little-endian machine; a wide one is the value of a structure, and has the first word behind. */
function asNumbers(words: readonly Word[], bits: number): Reading {
  const size = bits / 32
  const turned = Array.from({ length: Math.ceil(words.length / size) }, (_, i) => words.slice(i * size, (i + 1) * size).reverse()).flat()
  return readingsOf(turned, 4)[1]!
}
