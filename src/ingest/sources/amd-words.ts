import { digitsOf, words } from '../hit.ts'
import type { Hit } from '../hit.ts'
import type { Line } from '../line.ts'
import { cutOff, sentence } from '../source.ts'
import type { Session, Source } from '../source.ts'
import { NumberedLinesSession } from './numbered-lines.ts'

/** An event that the kernel has no name for: its four words. */
export const amdUnknownEvent = sentence({
  id: 'linux.amd.unknown-event',
  anchors: ['UNKNOWN event[0]='],
  read(text, { pieces }, last) {
    const match = /^UNKNOWN event\[0\]=(0x[0-9a-f]{8})(?:\s+event\[1\]=(0x[0-9a-f]{8}))?(?:\s+event\[2\]=(0x[0-9a-f]{8}))?(?:\s+event\[3\]=(0x[0-9a-f]{8}))?/di.exec(text)
    if (!match) return cutOff(text, last, 30)
    if (match[4] === undefined && !last) return 'more'
    return { place: 'amd.event-log', data: words(16, 4, 'number', [1, 2, 3, 4].map((i) => digitsOf(match, i)), pieces), said: {}, notes: [] }
  },
})

const COMMAND = 'linux.amd.command'

/** The command that the hardware refused: four words, a line each. */
export const amdCommand: Source = {
  id: COMMAND,
  anchors: ['CMD[0]: '],
  open(line) {
    const session = new NumberedLinesSession({ source: COMMAND, count: 4, word: 4, pattern: /(?:^|\s)CMD\[(\d)\]: ((?:0x)?[0-9a-f]{8})(?!\w|[:.]\w|: |\.\.)/di, hit: { place: 'amd.command-buffer', said: {} } })
    return session.take(line) ? session : undefined
  },
}

const TABLE = 'linux.amd.device-table-entry'

/** The entry of the device table that an event is about: four words, a line each. */
export const amdDeviceTableEntry: Source = {
  id: TABLE,
  anchors: ['DTE[0]: '],
  open(line) {
    const session = new NumberedLinesSession({ source: TABLE, count: 4, word: 8, pattern: /(?:^|\s)DTE\[(\d)\]: ((?:0x)?[0-9a-f]{16})(?!\w|[:.]\w|: |\.\.)/di, hit: { record: 'amd.device-table-entry', said: {} } })
    return session.take(line) ? session : undefined
  },
}

const TABLE_ROW = /^((?:[0-9a-f]{4}:)?[0-9a-f]{2}:[0-9a-f]{2}\.[0-7])\s{1,8}([0-9a-f]{16})\s{1,4}([0-9a-f]{16})\s{1,4}([0-9a-f]{16})\s{1,4}([0-9a-f]{16})\s{1,4}(\S{1,40})\s*$/di

/** Rows of a table that are kept. */
const MOST = 32768

/** What a table that follows a heading holds, row by row. */
function tableOf(pattern: RegExp, patience: number, hit: (row: RegExpExecArray, line: Line) => Omit<Hit, 'line' | 'lastLine'>): Session {
  const hits: Hit[] = []
  return {
    done: false,
    patience,
    take(next) {
      const row = pattern.exec(next.text)
      if (!row || hits.length >= MOST) return false
      hits.push({ line: next.number, lastLine: next.number, ...hit(row, next) })
      return true
    },
    hits: () => hits,
  }
}

/** The entry of the device table as debugfs shows it: four words, the highest first. */
export const amdDeviceTable: Source = {
  id: 'linux.amd.device-table',
  anchors: ['QWORD[3]'],
  open(line, column) {
    if (!/^QWORD\[3\]\s{1,20}QWORD\[2\]\s{1,20}QWORD\[1\]\s{1,20}QWORD\[0\]/.test(line.text.slice(column))) return undefined
    return tableOf(TABLE_ROW, 0, (row, { pieces }) => ({
      source: 'linux.amd.device-table', record: 'amd.device-table-entry',
      data: words(32, 8, 'number', [5, 4, 3, 2].map((i) => digitsOf(row, i)), pieces), said: { device: row[1]!, iommu: row[6]! }, notes: [],
    }))
  },
}

const BUFFER = 'linux.amd.command-buffer'
const ROW = /^\s*(\d{1,6}): ([0-9a-f]{8})(?: ([0-9a-f]{8}))?(?: ([0-9a-f]{8}))?(?: ([0-9a-f]{8}))?\s*$/di

/** The command buffer as debugfs shows it: a row for each command. */
export const amdCommandBuffer: Source = {
  id: BUFFER,
  anchors: ['CMD Buffer Head Offset:'],
  open(line, column) {
    const head = /Head Offset:\s?(\d{1,9}) Tail Offset:\s?(\d{1,9})/.exec(line.text.slice(column, column + 80))
    const said = head ? { head: Number(head[1]), tail: Number(head[2]) } : {}
    return tableOf(ROW, 3, (row, { pieces }) => ({
      source: BUFFER, place: 'amd.command-buffer',
      data: words(16, 4, 'number', [2, 3, 4, 5].map((i) => digitsOf(row, i)), pieces), said: { ...said, index: Number(row[1]) }, notes: [],
    }))
  },
}
