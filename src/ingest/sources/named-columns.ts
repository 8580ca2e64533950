import type { Line } from '../line.ts'
import type { Session, Source } from '../source.ts'

/** What columns of page requests are called, without case and marks. */
const NAMES: readonly RegExp[] = [
  /^(?:pasid|pasidvalue|ssid|substreamid)$/, /^(?:prg|prgi|prgindex|pagerequestgroupindex|group|groupid|grpid)$/,
  /^(?:addr|address|pageaddress|faultaddress|va|iova)$/, /^(?:rid|requesterid|requester|bdf|sid|streamid|sourceid|device|deviceid)$/, /^(?:l|last|lpig|lastrequest)$/,
]

const VALUE = /^(?:0x)?[0-9a-f][0-9a-f:._]{0,20}h?$/i

const cellsOf = ({ text }: Line): readonly string[] => text.slice(0, 400).split(/[,;\t]/).map((cell) => cell.trim().replaceAll('"', ''))

/** A table whose head names the fields. Its numbers have no base and its rows no format, so that it is not read but told of. */
export const namedColumns: Source = {
  id: 'named-columns',
  anchors: ['PASID', 'pasid'].flatMap((name) => [`${name},`, `,${name}`, `${name};`, `${name}\t`, `"${name}"`]),
  open(line, column) {
    const cells = cellsOf(line)
    const columns = NAMES.flatMap((name) => [cells.findIndex((cell) => name.test(cell.toLowerCase().replace(/[^a-z]/g, '')))].filter((at) => at >= 0))
    // A head has several words for it; a second one is of the same head.
    return columns.length < 3 || /pasid[,;\t"]|[,"]pasid/i.exec(line.text)!.index < column ? undefined : new Table(line, cells.length, columns)
  },
}

class Table implements Session {
  readonly patience = 0
  done = false
  private readonly line: Line
  private readonly count: number
  private readonly columns: readonly number[]

  constructor(line: Line, count: number, columns: readonly number[]) {
    this.line = line
    this.count = count
    this.columns = columns
  }

  get mayBeNothing(): boolean {
    return !this.done
  }

  /** One row tells that it is a table. */
  take(line: Line): boolean {
    const cells = cellsOf(line)
    this.done = cells.length === this.count && this.columns.every((at) => VALUE.test(cells[at]!))
    return this.done
  }

  hits(): ReturnType<Session['hits']> {
    if (!this.done) return []
    const note = 'its rows are not read: nothing tells of which format they are, nor whether its numbers are decimal; "encode" makes records of named values'
    return [{ source: 'named-columns', line: this.line.number, lastLine: this.line.number, name: 'table of page requests', said: {}, notes: [note] }]
  }
}
