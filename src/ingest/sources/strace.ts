import { layoutOf } from '../../neighbours/index.ts'
import { identityOf } from '../bytes.ts'
import { byteString } from '../hex/byte-string.ts'
import { unlessNoHex } from '../hex/row.ts'
import { part, sized, whole } from '../hit.ts'
import type { Hit, Known, Span } from '../hit.ts'
import { joinedLine, placesOf } from '../line.ts'
import type { Line } from '../line.ts'
import { readPartial } from '../partial.ts'
import type { Session, Source } from '../source.ts'
import { virtualEvents, virtualEventsIn, wordAt } from '../virtual-events.ts'

const ID = 'strace.iommufd'

const PGFAULT = 'linux.iommufd-pgfault'
const RESPONSE = 'linux.iommufd-page-response'

/** Names that Linux gives to the files of iommufd: of faults and their responses, and of the events of a virtual IOMMU. */
const FAULTS = 'anon_inode:[iommufd-pgfault]'
const EVENTS = 'anon_inode:[iommufd-viommu-event]'

const CALL = /\b(read|write)\((\d{1,10})(?:<([^<>]{0,200})>)?,\s{0,4}/y
const STRING = /("(?:[^"\\]|\\.){0,65000}")(\.\.\.)?, (\d{1,10})/y
const RESULT = /\)\s{1,80}= (-?\d{1,10})(?: (E[A-Z\d]{2,15}))?/y
const UNFINISHED = /\s{0,2}<unfinished \.\.\.>\s*$/y
const RESUMED = /<\.\.\. (read|write) resumed>\s?/
/** Who calls, where several do. */
const CALLER = /\[pid\s{1,8}(\d{1,8})\]|^\s{0,4}(\d{1,8})\s/
/** A row of the dump that strace writes below a call, of which a mark of quoted text may have been taken for one. */
const ROW = /^\s{0,4}(?:\|\s)?([0-9a-f]{5,8}) {2}((?:[0-9a-f]{2} {1,2}){1,16})/di

/** Lines over which a call may be broken. */
const BREAKS = 3
/** Lines in which other threads may do something before a call goes on, and before a fault is answered. */
const MEANWHILE = 64
/** Bytes of one call that are kept. */
const MOST = 65536

/** Faults that are read of iommufd, responses that are written to it, and events of a virtual IOMMU, where strace tells the names of files. */
export const strace: Source = {
  id: ID,
  anchors: [FAULTS, EVENTS],
  open(line, column) {
    const [begin] = /\b(?:read|write)\(\d{1,10}<$/.exec(line.text.slice(Math.max(0, column - 20), column)) ?? []
    if (begin === undefined) return undefined
    const call = new Call(line, column - begin.length)
    return call.isCall ? call : undefined
  },
}

/** Whether strace tells that bytes are of iommufd. */
export const isNamed = (line: Line, column: number): boolean => /<anon_inode:\[iommufd-(?:pgfault|viommu-event)\]>,\s{0,4}$/.test(line.text.slice(Math.max(0, column - 60), column))

/** A read of faults, of which nothing but the bytes tells that they are, and the responses that are written to the same file. */
export function readOfFaults(line: Line, column: number): Session | undefined {
  const [begin] = /\bread\(\d{1,10}(?:<[^<>]{0,200}>)?,\s{0,4}$/.exec(line.text.slice(Math.max(0, column - 240), column)) ?? []
  if (begin === undefined) return undefined
  const call = new Call(line, column - begin.length)
  return call.isOfFaults ? call : undefined
}

/** Bytes of a call, in a string or in rows below it. */
interface Bytes {
  readonly bytes: number[]
  readonly spans: Span[]
}

class Call implements Session {
  patience = 0
  done = false
  private line: Line
  private readonly column: number
  private last: number
  private breaks = 0
  private verb = ''
  private file = 0
  private name: string | undefined
  private string: Bytes | undefined
  private rows: Bytes = { bytes: [], spans: [] }
  private asked = 0
  private result: number | undefined
  private error: string | undefined
  private state: 'torn' | 'unfinished' | 'rows' | 'answers' | 'none' = 'none'
  private readonly answers: Call[] = []

  constructor(line: Line, column: number) {
    this.line = line
    this.column = column
    this.last = line.last ?? line.number
    this.parse()
  }

  get isCall(): boolean {
    return this.state !== 'none'
  }

  /** Whether nothing but the bytes tells that they are faults. */
  get isOfFaults(): boolean {
    return this.state === 'rows' && this.name !== FAULTS && this.name !== EVENTS && this.verb === 'read' && isOfFaults(this.known, this.total)
  }

  private get total(): number {
    return this.result === undefined || this.result < 0 ? this.asked : this.result
  }

  /** Everything that strace shows of the bytes: the rows, where they are there. */
  private get known(): Known {
    const { bytes, spans } = this.rows.bytes.length > (this.string?.bytes.length ?? 0) ? this.rows : (this.string ?? this.rows)
    return part(whole(Uint8Array.from(bytes), spans), 0, Math.min(bytes.length, this.total))
  }

  private parse(): void {
    this.state = 'none'
    const { text } = this.line
    const at = (pattern: RegExp, from: number): RegExpExecArray | null => {
      pattern.lastIndex = from
      return pattern.exec(text)
    }
    const call = at(CALL, this.column)
    if (!call) return
    this.verb = call[1]!
    this.file = Number(call[2])
    this.name = call[3]
    const from = this.column + call[0].length
    if (at(UNFINISHED, from)) this.waits('unfinished')
    else if (text.length <= from) this.waits('torn')
    else this.parseString(from)
  }

  /** The bytes and the result, which another line may hold. */
  private parseString(from: number): void {
    const { line: { text, pieces } } = this
    STRING.lastIndex = from
    const match = STRING.exec(text)
    if (!match) return
    const row = unlessNoHex(() => byteString(match[1]!, true))
    this.asked = Number(match[3])
    const starts = row?.places.starts ?? []
    this.string = {
      bytes: (row?.groups ?? []).map((digits) => Number.parseInt(digits, 16)),
      spans: starts.flatMap((start, offset): Span[] => (start < 0 ? [] : [{ ...placesOf(pieces, from + start, 2), offset, size: 1, order: 'memory' }])),
    }
    this.parseResult(from + match[0].length)
  }

  private parseResult(from: number): void {
    const { text } = this.line
    RESULT.lastIndex = from
    UNFINISHED.lastIndex = from
    const result = RESULT.exec(text)
    if (result) {
      this.result = Number(result[1])
      this.error = result[2]
      this.waits('rows')
    } else if (UNFINISHED.test(text)) this.waits('unfinished')
    else if (/^[)=\s]{0,80}$/.test(text.slice(from))) this.waits('torn')
  }

  private waits(state: Call['state']): void {
    this.state = state
    this.patience = state === 'unfinished' || state === 'answers' ? MEANWHILE : 0
  }

  take(line: Line): boolean {
    const isTaken = this.goesOn(line)
    if (isTaken) this.last = line.number
    return isTaken
  }

  private goesOn(line: Line): boolean {
    if (this.state === 'torn') {
      if (line.stamped || this.breaks++ === BREAKS) return false
      this.line = joinedLine(this.line, line, ' ')
      this.parse()
      return this.isCall
    }
    if (this.state === 'unfinished') return this.resumes(line)
    if (this.state === 'rows' && this.takeRow(line.text, line)) return true
    if (this.state === 'rows' && this.isOfFaults) this.waits('answers')
    return this.state === 'answers' && this.isAnswer(line)
  }

  private resumes(line: Line): boolean {
    const match = RESUMED.exec(line.text)
    if (match?.[1] !== this.verb || callerOf(line) !== callerOf(this.line)) return false
    const from = match.index + match[0].length
    this.line = { ...line, number: this.line.number, last: line.number }
    if (this.string) this.parseResult(from)
    else this.parseString(from)
    return true
  }

  private takeRow(text: string, { pieces }: Line): boolean {
    const { bytes, spans } = this.rows
    const match = bytes.length < MOST ? ROW.exec(text) : null
    if (!match || Number.parseInt(match[1]!, 16) !== bytes.length) return false
    for (const { 0: digits, index } of match[2]!.matchAll(/[0-9a-f]{2}/gi)) {
      spans.push({ ...placesOf(pieces, match.indices![2]![0] + index, 2), offset: bytes.length, size: 1, order: 'memory' })
      bytes.push(Number.parseInt(digits, 16))
    }
    return true
  }

  /** Whether a line, or a row below one, is a response to a fault that was read. */
  private isAnswer(line: Line): boolean {
    const last = this.answers.at(-1)
    if (last?.last === line.number - 1 && last.takeRow(line.text, line)) {
      last.last = line.number
      return true
    }
    const begin = /\bwrite\(\d/.exec(line.text.slice(0, 400))
    const answer = begin && new Call(line, begin.index)
    if (!answer || answer.state !== 'rows' || answer.file !== this.file) return false
    const { bytes } = answer.known
    const faults = this.known.bytes
    const isAsked = (cookie: number): boolean => faults.length < this.total || Array.from({ length: this.total / FAULT }, (_, i) => wordAt(faults, FAULT * i + COOKIE)).includes(cookie)
    const isOne = bytes.length === answer.total && bytes.length % 8 === 0 && bytes.length > 0
      && Array.from({ length: bytes.length / 8 }, (_, i) => isAsked(wordAt(bytes, 8 * i)) && wordAt(bytes, 8 * i + 4) < CODES).every(Boolean)
    if (isOne) this.answers.push(answer)
    return isOne
  }

  hits(): readonly Hit[] {
    const own = this.name === EVENTS ? this.events() : this.entries(this.verb === 'write' ? RESPONSE : PGFAULT)
    return [...own, ...this.answers.flatMap((answer) => answer.hits())]
  }

  /** What all of its records have in common. */
  private get own(): Hit {
    return { source: ID, line: this.line.number, lastLine: this.last, said: { fd: this.file }, notes: [] }
  }

  private hit(record: string, from: number, notes: readonly string[]): Hit {
    const { size } = layoutOf(record)
    const known = this.known
    return { ...this.own, record, data: sized(part(known, from, Math.min(known.bytes.length, from + size)), size), notes }
  }

  /** What was done with the bytes, as far as strace tells. */
  private get notes(): readonly string[] {
    const there = this.known.bytes.length
    return there < this.total ? [`${there} of ${this.total} bytes are here`] : []
  }

  private entries(record: string): readonly Hit[] {
    // What was refused answers nothing.
    if (this.error !== undefined) return [{ ...this.own, name: `page response that Linux refused (${this.error})`, said: { fd: this.file, error: this.error } }]
    const { size } = layoutOf(record)
    const there = this.known.bytes.length
    const count = Math.ceil(Math.min(there, this.total) / size)
    const rest = this.total % size
    return Array.from({ length: count }, (_, i) => this.hit(record, i * size, i < count - 1 ? [] : [...this.notes, ...(rest > 0 ? [`${this.total} bytes are no whole number of records`] : [])]))
  }

  private events(): readonly Hit[] {
    if (this.verb === 'write') return []
    const [hit, data] = [this.own, this.known]
    const places = virtualEventsIn(data.bytes)
    // Events of another kind are of another size.
    if (places.end !== this.total && data.bytes.length === this.total) return [{ ...hit, name: 'events of a virtual IOMMU', notes: ['they are no events of an SMMUv3'] }]
    const hits = virtualEvents(hit, data, places)
    return hits.map((one, i) => (i === hits.length - 1 ? { ...one, notes: [...one.notes, ...this.notes] } : one))
  }
}

const callerOf = ({ text }: Line): string | undefined => {
  const [, inBrackets, bare] = CALLER.exec(text.slice(0, 80)) ?? []
  return inBrackets ?? bare
}

/** Bytes of a fault, up to its address, and up to its cookie; and codes that a response can have. */
const FAULT = 40
const TO_ADDRESS = 32
const COOKIE = 36
const CODES = 2

/** Whether bytes of which nothing is said are faults; where strace has cut their end, their length and what the fields of the first can be has to tell it. */
function isOfFaults(known: Known, total: number): boolean {
  const layout = layoutOf(PGFAULT)
  const there = known.bytes.length
  if (total % layout.size !== 0 || there < TO_ADDRESS) return false
  if (there === total) return identityOf(known.bytes, {}) === PGFAULT
  const data = sized(known, layout.size)
  const { flags, devId, pasid, grpid, perm, addr } = readPartial(layout, data).message as Record<string, number> & { addr: bigint }
  const reserved = data.bytes.subarray(20, 24).some((byte) => byte !== 0)
  return !reserved && flags! < 8 && devId! > 0 && devId! < 2 ** 16 && pasid! < 2 ** 20 && grpid! < 512 && perm! > 0 && perm! < 16 && addr > 0n && addr % 4096n === 0n
}
