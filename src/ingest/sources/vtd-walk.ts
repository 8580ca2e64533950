import { deviceOf, segmentIn } from '../device.ts'
import type { Hit, Said } from '../hit.ts'
import { joinedLine } from '../line.ts'
import type { Line } from '../line.ts'
import type { Session, Source } from '../source.ts'

/** The tables of VT-d that lead to an address, as Xen and Linux print them behind a fault. */

const PAGE = 12n

/** What the first line says; undefined where it does not. */
type Head = (text: string) => Said | undefined

const XEN = /^print_vtd_entries: iommu(?: (#\d{1,3})| =? ?[0-9a-f]{8,16}) (?:dev|bdf =) (\S{4,14}) gmfn(?: =)? ([0-9a-f]{1,13})\s*$/i
const LINUX = /^Dump (\S{1,24}) table entries for IOVA (0x[0-9a-f]{1,16})\s*$/i

function ofXen(text: string): Said | undefined {
  const [, iommu, name, frame] = XEN.exec(text) ?? []
  const device = deviceOf((name ?? '').replace(/:([0-7])$/, '.$1'))
  return frame === undefined || !device ? undefined : { ...(iommu !== undefined && { iommu: `iommu ${iommu}` }), device: name!, rid: device.rid, ...segmentIn(device), address: BigInt(`0x${frame}`) << PAGE }
}

function ofLinux(text: string): Said | undefined {
  const [, iommu, address] = LINUX.exec(text) ?? []
  return address === undefined ? undefined : { iommu: iommu!, address: BigInt(address) }
}

/** An entry, or where one is missing. Addresses of the tables themselves are left out. */
const ROW = /^\s*(?:DMAR: )?((?:(?:scalable mode )?root entry|context entry|pasid (?:dir|table) entry(?:\[\d\])?|pte level): [\w ,:]{3,60}|(?:root_entry|context|l[1-6])\[[0-9a-f]{1,3}\] = [0-9a-f_]{1,33})\s*$/i
const MISSING = /^\s*(?:DMAR: )?((?:root_entry\[[0-9a-f]{1,3}\]|ctxt_entry\[[0-9a-f]{1,3}\]|l[1-6]\[[0-9a-f]{1,3}\]|[a-z ]{4,40}) not present(?: at level \d)?|[a-z ]{4,40} is not present)\s*$/i
const OTHER = /^\s*(?:root_entry|context|l[1-6](?:_index)?) = [0-9a-f]{1,16}\s*$/i

class Walk implements Session {
  readonly patience = 2
  done = false
  private readonly id: string
  private readonly head: Head
  private readonly column: number
  private readonly rows: string[] = []
  private line: Line
  private said: Said | undefined
  private last: number

  constructor(id: string, head: Head, line: Line, column: number) {
    this.id = id
    this.head = head
    this.line = line
    this.column = column
    this.last = line.number
    this.said = head(line.text.slice(column))
  }

  get mayBeNothing(): boolean {
    return this.said === undefined
  }

  take(next: Line): boolean {
    if (this.said === undefined) {
      this.line = joinedLine(this.line, next, ' ')
      this.said = this.line.text.length > 200 ? undefined : this.head(this.line.text.slice(this.column))
      this.done = this.said === undefined
      if (!this.done) this.last = next.number
      return !this.done
    }
    if (next.text.length > 120) return false
    const reason = MISSING.exec(next.text)?.[1]
    const row = ROW.exec(next.text)?.[1]
    if (reason === undefined && row === undefined && !OTHER.test(next.text)) return false
    this.last = next.number
    if (row !== undefined) this.rows.push(row)
    if (reason !== undefined) this.said = { ...this.said, reason }
    this.done = reason !== undefined || this.rows.length > 16
    return true
  }

  hits(): readonly Hit[] {
    const { id, line, last, said, rows } = this
    return said === undefined ? [] : [{ source: id, line: line.number, lastLine: last, name: 'walk of the tables', said: { event: 'walk', ...said }, notes: rows.length === 0 ? [] : [rows.join('; ')] }]
  }
}

const walk = (id: string, anchor: string, head: Head): Source => ({ id, anchors: [anchor], open: (line, column) => new Walk(id, head, line, column) })

export const xenWalk = walk('xen.vtd.walk', 'print_vtd_entries: ', ofXen)
export const intelWalk = walk('linux.intel.walk', 'Dump dmar', ofLinux)
