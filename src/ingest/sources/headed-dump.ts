import { queueNamed } from '../family.ts'
import type { Line } from '../line.ts'
import type { Session, Source } from '../source.ts'
import { Dump } from './hex.ts'

/** Lines between a heading and the dump: blank ones, the command of a debugger, the head of a table. */
const BETWEEN = 2

/** A heading is short. */
const LONGEST = 400

/** Names of queues and of packets, of which `queueNamed` tells whose they are. */
const ANCHORS = [
  'ppr_log', 'PPR log', 'evt_buf', 'cmd_buf', 'event log', 'command buffer', 'evtq', 'EVTQ', 'priq', 'PRIQ', 'cmdq', 'CMDQ', 'event queue', 'command queue', 'PRI queue',
  'pq.base', 'fq.base', 'cq.base', 'fltq',
  ' ReqID: ',
]

/** A dump behind words that name the queue of an IOMMU, or a packet: the command that printed it, or a heading. */
export const headedDump: Source = {
  id: 'hex.headed',
  anchors: ANCHORS,
  open: (line, column) => (line.text.length > LONGEST || queueNamed(line.text) === undefined || ANCHORS.some((name) => { const at = line.text.indexOf(name); return at >= 0 && at < column }) ? undefined : new Headed(line.text)),
}

class Headed implements Session {
  readonly done = false
  private readonly heading: string
  private dump: Dump | undefined

  constructor(heading: string) {
    this.heading = heading
  }

  get patience(): number {
    return this.dump?.patience ?? BETWEEN
  }

  get mayBeNothing(): boolean {
    return this.dump === undefined
  }

  take(line: Line): boolean {
    if (this.dump) return this.dump.take(line)
    if (line.text.trim() === '') return false
    const dump = new Dump(line.number, { doubtful: 'headed', label: this.heading })
    if (!dump.take(line)) return false
    this.dump = dump
    return true
  }

  next(line: Line): Session | undefined {
    return this.dump?.next(line)
  }

  hits(): ReturnType<Dump['hits']> {
    return this.dump?.hits() ?? []
  }
}
