import type { Hit } from '../hit.ts'
import type { Line } from '../line.ts'
import type { Session, Source } from '../source.ts'
import { readingsOf, wordAt } from '../word-list.ts'
import type { Word } from '../word-list.ts'

const ID = 'fpga.axi-stream'

/** Cells of a row, and characters of a line, at the most. */
const CELLS = 200
const LONGEST = 4000

/** DWs of a packet, and of the packets that are kept, at the most. */
const MOST = 1040
const KEPT = 65536

/** Digits of a DW. */
const DW = 8

/** Lines of something else between two beats in a log. */
const PATIENCE = 2

type Signal = 'tdata' | 'tkeep' | 'tlast' | 'tvalid' | 'tready'

/** A signal of AXI4-Stream, behind the names of its instance and its port. */
const NAME = /^(?:[\w.$/\\[\]-]*?[_./])?t(data|keep|last|valid|ready)(?:_\d)?\s?(?:\[(\d{1,4}):0\])?$/i

/** The ports on which blocks of Xilinx hand out descriptors of their own in place of headers. */
const DESCRIPTORS = /(?:^|[_./])(?:rq|rc|cq|cc)(?=[_./])/i

/** Digits of a beat: of a table they have no sign that they are hex. */
const HEX = /^(?:0x|(\d{0,4})'h)?([0-9a-f]+)$/i

const BINARY = /^(\d{0,4})'b([01]+)$/i

const PAIR = /(?<![\w.])((?:[\w.]{0,60}[_.])?t(?:data|keep|last|valid|ready)(?:\[\d{1,4}:0\])?)\s{0,2}[=:]\s{0,2}((?:0x|\d{0,4}'[hb])?[0-9a-f]{1,320})(?![\w.'])/gi

interface Cell {
  readonly text: string
  readonly column: number
}

/**
 * Packets on an AXI4-Stream of an FPGA, beat by beat: the table that a logic analyzer exports, or what a simulation prints
 * of each beat. A beat is a number of which the lowest DW comes first; how the bytes stand in a DW is not said.
 */
export const axiStream: Source = {
  id: ID,
  anchors: ['tdata', 'TDATA'],
  open(line, column) {
    if (line.text.length > LONGEST || line.text.toLowerCase().indexOf('tdata') !== column) return undefined
    const head = headOf(cellsOf(line.text))
    if (head) return new Beats(line, head)
    const log = new Beats(line, undefined)
    return log.take(line) ? log : undefined
  },
}

/** Which cell of a row has which signal. */
interface Head {
  readonly at: ReadonlyMap<Signal, number>
  /** What the data are called. */
  readonly name: string
  /** Bits of tkeep, where its name tells. */
  readonly keep: number | undefined
}

function cellsOf(text: string): readonly Cell[] {
  const separator = text.includes('\t') ? '\t' : text.includes(';') ? ';' : ','
  const cells: Cell[] = []
  for (let from = 0; from <= text.length && cells.length < CELLS;) {
    const end = text.indexOf(separator, from)
    const to = end < 0 ? text.length : end
    const [raw] = /^[\s"]*/.exec(text.slice(from, to))!
    cells.push({ text: text.slice(from, to).replaceAll('"', '').trim(), column: from + raw.length })
    from = to + 1
  }
  return cells
}

/** The signals of one stream alone: two in one table are told apart by their names, which are any. */
function headOf(cells: readonly Cell[]): Head | undefined {
  const found = new Map<Signal, number>()
  let [name, keep] = ['', undefined as number | undefined]
  for (const [at, { text }] of cells.entries()) {
    const [, end, high] = NAME.exec(text) ?? []
    if (end === undefined) continue
    const signal = signalOf(end)
    if (found.has(signal)) return undefined
    found.set(signal, at)
    if (signal === 'tdata') name = text
    if (signal === 'tkeep' && high !== undefined) keep = Number(high) + 1
  }
  return cells.length > 1 && found.has('tdata') && found.has('tlast') ? { at: found, name, keep } : undefined
}

const signalOf = (end: string): Signal => `t${end.toLowerCase()}` as Signal

/** What tells that a stream is one of PCIe; others have packets of something else. */
const OF_PCIE = /pcie|tlp/i

interface Packet {
  readonly words: readonly Word[]
  readonly line: number
  readonly lastLine: number
  /** What keeps its end from being told. */
  readonly problem?: string
}

class Beats implements Session {
  readonly done = false
  private readonly first: Line
  private readonly head: Head | undefined
  private readonly packets: Packet[] = []
  private name: string
  private words: Word[] = []
  private begin = 0
  private last: number
  private size = 0
  private isCut = false
  private isLong = false

  constructor(line: Line, head: Head | undefined) {
    this.first = line
    this.head = head
    this.name = head?.name ?? ''
    this.last = line.number
  }

  get patience(): number {
    return this.head ? 0 : PATIENCE
  }

  /** A head without rows is a line of something else. */
  get mayBeNothing(): boolean {
    return this.packets.length === 0 && this.words.length === 0
  }

  take(line: Line): boolean {
    if (line.text.length > LONGEST || (this.words.length === 0 && this.size >= KEPT)) return false
    const beat = this.head ? rowOf(line, this.head) : pairsOf(line)
    if (beat === undefined) return false
    if (beat === 'none') return true
    if (!this.head) this.name ||= beat.name
    if (beat.name !== '' && beat.name !== this.name) return false
    this.add(line, beat)
    return true
  }

  next(line: Line): Beats | undefined {
    if (this.size < KEPT) return undefined
    const next = new Beats(line, this.head)
    return next.take(line) ? next : undefined
  }

  private add(line: Line, { words, isLast, isKnown }: Beat): void {
    if (this.words.length === 0) this.begin = line.number
    this.isLong ||= this.words.length + words.length > MOST
    if (!this.isLong) for (const { column, digits } of words) this.words.push(wordAt(line, column, digits))
    this.size += words.length
    this.last = line.number
    this.isCut ||= !isKnown
    if (isLast) this.end()
  }

  private end(problem?: string): void {
    const cut = this.isLong ? 'it is longer than any packet' : this.isCut ? 'nothing says which bytes of its beats are there' : problem
    this.packets.push({ words: this.words, line: this.begin, lastLine: this.last, ...(cut !== undefined && { problem: cut }) })
    this.words = []
    this.isCut = false
    this.isLong = false
  }

  hits(): readonly Hit[] {
    if (this.words.length > 0) this.end('no beat with tlast ends it')
    if (DESCRIPTORS.test(this.name)) {
      return this.packets.length === 0 ? [] : [told(this.first.number, this.last, `${this.name} has descriptors of the block, and no headers of packets`)]
    }
    const isOfPcie = OF_PCIE.test(this.name)
    return this.packets.flatMap(({ words, line, lastLine, problem }): readonly Hit[] => {
      if (problem !== undefined) return isOfPcie ? [told(line, lastLine, problem)] : []
      return [{ source: ID, line, lastLine, said: isOfPcie ? { label: 'TLP' } : {}, notes: [], readings: readingsOf(words, 4), ...(!isOfPcie && { doubtful: 'prose' as const }) }]
    })
  }
}

const told = (line: number, lastLine: number, why: string): Hit => ({ source: ID, line, lastLine, name: 'beats of a stream', said: {}, notes: [`not read: ${why}`] })

interface Beat {
  /** Of a log the signal that it names. */
  readonly name: string
  readonly words: readonly { readonly digits: string; readonly column: number }[]
  readonly isLast: boolean
  /** Whether it is said which of its DWs are there. */
  readonly isKnown: boolean
}

function rowOf({ text }: Line, head: Head): Beat | 'none' | undefined {
  const cells = cellsOf(text)
  // The second row of Vivado tells the base of each column.
  if (/^radix/i.test(text)) return 'none'
  if (cells.length <= Math.max(...head.at.values())) return undefined
  return beatOf('', (signal) => { const at = head.at.get(signal); return at === undefined ? undefined : cells[at] }, head.keep)
}

function pairsOf({ text }: Line): Beat | 'none' | undefined {
  const found = new Map<Signal, Cell>()
  let name = ''
  for (const match of text.matchAll(PAIR)) {
    const signal = signalOf(NAME.exec(match[1]!)![1]!)
    if (found.has(signal)) return undefined
    if (signal === 'tdata') name = match[1]!
    found.set(signal, { text: match[2]!, column: match.index + match[0].length - match[2]!.length })
  }
  return found.has('tdata') && found.has('tlast') ? beatOf(name, (signal) => found.get(signal)) : undefined
}

function beatOf(name: string, cellOf: (signal: Signal) => Cell | undefined, keepBits?: number): Beat | 'none' | undefined {
  const bit = (signal: Signal): boolean | undefined => {
    const text = cellOf(signal)?.text
    return text === undefined ? undefined : /^(?:\d?'[hb])?0*1$/.test(text) ? true : /^(?:\d?'[hb])?0+$/.test(text) ? false : undefined
  }
  if (bit('tvalid') === false || bit('tready') === false) return 'none'
  const [data, keep, isLast] = [cellOf('tdata')!, cellOf('tkeep'), bit('tlast')]
  const digits = HEX.exec(data.text)?.[2]
  if (digits === undefined || isLast === undefined || digits.length % DW !== 0) return undefined
  const count = digits.length / DW
  const kept = keep === undefined ? undefined : dwordsKept(keep.text, count, keepBits)
  const start = data.column + data.text.length - digits.length
  const words = Array.from({ length: kept ?? count }, (_, i) => {
    const from = digits.length - DW * (i + 1)
    return { digits: digits.slice(from, from + DW), column: start + from }
  })
  // Without tkeep all bytes of a beat are there, but for the last of a packet.
  return { name, words, isLast, isKnown: kept !== undefined || (keep === undefined && (!isLast || count === 1)) }
}

/** How many of `count` DWs are there, by a bit for each byte or for each DW; undefined where that is no whole number of them, or leaves some out. */
function dwordsKept(text: string, count: number, named?: number): number | undefined {
  const [, size, digits] = HEX.exec(text) ?? []
  const [, binarySize, binary] = BINARY.exec(text) ?? []
  if (digits === undefined && binary === undefined) return undefined
  const mask = BigInt(binary === undefined ? `0x${digits}` : `0b${binary}`)
  const bits = mask.toString(2).length
  if (mask === 0n || mask !== (1n << BigInt(bits)) - 1n) return undefined
  // Where nothing tells how many bits it has, leading zeros may be missing.
  const written = binary?.length ?? 4 * digits!.length
  const all = named ?? (size || binarySize ? Number(size ?? binarySize) : written === 4 * count ? 4 * count : undefined)
  if (all === 4 * count) return bits % 4 === 0 ? bits / 4 : undefined
  return all === count ? bits : undefined
}
