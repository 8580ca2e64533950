import type { Line } from '../line.ts'
import type { Source } from '../source.ts'

const ID = 'named-columns'

/** What columns of page requests are called, without case and marks: each kind once. */
const NAMES = [/^(?:pasid|ssid)/, /^(?:prg|page ?request ?group|group)/, /addr|^(?:io)?va$/, /^(?:rid|bdf|sid|stream|source|device)|requester/]

const VALUE = /^(?:0x)?[0-9a-f][0-9a-f:._]{0,20}h?$/i

const cellsOf = ({ text }: Line): readonly string[] => text.slice(0, 400).split(/[,;\t]/).map((cell) => cell.replaceAll('"', '').trim().toLowerCase())

/** A table whose head names the fields. Its numbers have no base and its rows no format, so that it is not read but told of. */
export const namedColumns: Source = {
  id: ID,
  anchors: ['PASID', 'pasid'].flatMap((name) => [`${name},`, `,${name}`, `${name};`, `${name}\t`, `"${name}"`]),
  open(line) {
    const cells = cellsOf(line)
    const columns = NAMES.map((name) => cells.findIndex((cell) => name.test(cell))).filter((at) => at >= 0)
    let done = false
    return columns.length < 3 ? undefined : {
      patience: 0,
      get done() {
        return done
      },
      get mayBeNothing() {
        return !done
      },
      // One row tells that it is a table.
      take(next) {
        const row = cellsOf(next)
        return (done = row.length === cells.length && columns.every((at) => VALUE.test(row[at]!)))
      },
      hits: () => (done ? [{ source: ID, line: line.number, lastLine: line.number, name: 'table of page requests', said: {}, notes: ['not read: its rows have no format, and its numbers no base; "encode" takes them'] }] : []),
    }
  },
}
