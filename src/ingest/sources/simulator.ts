import { deviceOf } from '../device.ts'
import type { Hit } from '../hit.ts'
import type { Line } from '../line.ts'
import type { Session, Source } from '../source.ts'

const ID = 'simulator.transaction'

/** What simulators call the fields of page requests and of their responses, without case and marks. A page address may be the number of a page. */
const NAMES: Readonly<Record<string, string>> = {
  requesterid: 'requesterId', reqid: 'requesterId', requester: 'requesterId', destinationid: 'destinationId', destid: 'destinationId',
  prgindex: 'prgIndex', prgidx: 'prgIndex', pagerequestgroupindex: 'prgIndex', responsecode: 'respCode', rspcode: 'respCode', respcode: 'respCode',
  last: 'last', lastrequest: 'last', l: 'last', read: 'read', r: 'read', write: 'write', w: 'write', address: 'address', addr: 'address', pasid: 'pasid',
}

const ANCHORS = ['prg_index', 'prg_idx', 'prgIndex', 'PRG_INDEX', 'PRGIndex', 'prg_Index']
const LONGEST = 1000
/** Rows of a table at the most. */
const MOST = 120

const NUMBER = '(\\d{0,3}\'s?[hdb][0-9a-f_]{1,20}|0x[0-9a-f_]{1,16}|\\d{1,20}(?![0-9a-f:])|(?:[0-9a-f]{4}:)?[0-9a-f]{2}:[01][0-9a-f]\\.[0-7])(?![\\w.]|\\s{0,4};)'
const PAIR = new RegExp(`(?<![\\w.])([a-z][\\w.]{0,40})(?:\\[\\d{1,3}:0\\])?\\s{0,4}[=:]\\s{0,4}${NUMBER}`, 'gi')
const ROW = new RegExp(`^\\s*([a-z]\\w{0,40})\\s+[\\w()$#, ]{2,40}?\\s+\\d{1,4}\\s+${NUMBER}\\s*$`, 'i')
const RULE = /^\s*-{8,}\s*$/
const OTHER_ROW = /^\s*\S{1,60}\s+\S.*\s(?:\S{1,40}|-)\s*$/

/** Page requests and responses as simulators print them: values by the names of PCIe, in a line or as the table of UVM. */
export const simulator: Source = {
  id: ID,
  anchors: [...ANCHORS, 'Size  Value'],
  open(line, column) {
    const { text } = line
    if (text.length > LONGEST) return undefined
    if (text.startsWith('Size', column)) return /^\s*Name\s+Type\s+$/.test(text.slice(0, column)) ? new Table(line) : undefined
    // Each of its names finds the line.
    if (ANCHORS.some((name) => { const at = text.indexOf(name); return at >= 0 && at < column })) return undefined
    const found = new Values()
    for (const [, name, value] of text.matchAll(PAIR)) found.add(name!, value!)
    const hits = found.hits(line.number, line.number)
    return hits.length === 0 ? undefined : { done: true, patience: 0, take: () => false, hits: () => hits }
  },
}

/** The table of UVM: a row for each field, between rules. */
class Table implements Session {
  readonly patience = 0
  readonly mayBeNothing = true
  done = false
  private readonly found = new Values()
  private readonly first: number
  private last: number
  private rows = 0

  constructor(line: Line) {
    this.first = line.number
    this.last = line.number
  }

  take({ text, number }: Line): boolean {
    if (text.length > LONGEST || ++this.rows > MOST) return false
    const row = ROW.exec(text)
    const rule = RULE.test(text)
    if (!row && !rule && !OTHER_ROW.test(text)) return false
    if (row) this.found.add(row[1]!, row[2]!)
    this.last = number
    this.done = rule && this.rows > 1
    return true
  }

  hits(): readonly Hit[] {
    return this.found.hits(this.first, this.last)
  }
}

class Values {
  private readonly values = new Map<string, bigint>()
  private isClear = true

  add(name: string, text: string): void {
    const field = NAMES[name.toLowerCase().replace(/^(?:.*\.)?(?:m_)?/, '').replaceAll('_', '')]
    if (field === undefined) return
    const value = valueOf(text)
    if (value === undefined || this.values.has(field)) this.isClear = false
    else this.values.set(field, value)
  }

  /** A record, if its names are those of one alone and its values fit. */
  hits(line: number, lastLine: number): readonly Hit[] {
    const { values } = this
    const has = (...names: readonly string[]): boolean => names.every((name) => values.has(name))
    const isRequest = has('requesterId', 'prgIndex', 'address') && !has('respCode') && !has('destinationId')
    const isResponse = has('destinationId', 'prgIndex', 'respCode') && !has('address')
    const fits = [...values].every(([name, value]) => value < 1n << BITS[name]! && (name !== 'address' || value % 4096n === 0n))
    if (!this.isClear || isRequest === isResponse || !fits) return []
    const { pasid, ...fields } = Object.fromEntries(values)
    return [{ source: ID, line, lastLine, record: isRequest ? 'pcie.page-request' : 'pcie.prg-response', fields, said: pasid === undefined ? {} : { pasid: Number(pasid) }, notes: [] }]
  }
}

const BITS: Readonly<Record<string, bigint>> = { requesterId: 16n, destinationId: 16n, prgIndex: 9n, respCode: 4n, last: 1n, read: 1n, write: 1n, address: 64n, pasid: 20n }

/** A number whose base is told, or that is the same in each; a device by its name. */
function valueOf(text: string): bigint | undefined {
  const [, base, digits] = /^\d{0,3}'s?([hdb])([0-9a-f_]+)$/i.exec(text) ?? []
  const device = deviceOf(text)
  if (device) return BigInt(device.rid)
  if (base === undefined || digits === undefined) return /^0x/i.test(text) ? BigInt(text.replaceAll('_', '')) : /^\d$/.test(text) ? BigInt(text) : undefined
  const plain = digits.replaceAll('_', '')
  if (base.toLowerCase() === 'h') return BigInt(`0x${plain}`)
  return (base.toLowerCase() === 'b' ? /^[01]+$/ : /^\d+$/).test(plain) ? BigInt(`${base.toLowerCase() === 'b' ? '0b' : ''}${plain}`) : undefined
}
