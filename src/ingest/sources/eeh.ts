import { deviceOf, segmentIn } from '../device.ts'
import type { Hit } from '../hit.ts'
import type { Source } from '../source.ts'
import { readingsOf, wordAt } from '../word-list.ts'
import type { Word } from '../word-list.ts'

const ID = 'linux.eeh.aer-capability'

/** DWs of the capability that Linux prints, and those of them that are the header log. */
const COUNT = 14
const [HEADER, BEHIND] = [7, 11]

const ROW = /^\s*EEH: PCI-E AER ([0-3])0:((?: [0-9a-f]{8}){1,4})\s*$/i

/** The AER capability as Linux prints it on machines of IBM: rows of four DWs, behind the name of the function. */
export const eehAer: Source = {
  id: ID,
  anchors: ['EEH: of node=', 'EEH: PCI-E AER 00: '],
  open(first, column) {
    const list: Word[] = []
    const name = /^EEH: of node=(\S{7,14})/.exec(first.text.slice(column))?.[1] ?? ''
    const device = deviceOf(name)
    const said: Hit['said'] = device ? { device: name, rid: device.rid, ...segmentIn(device) } : {}
    let last = first.number
    const session: ReturnType<Source['open']> = {
      // The registers of another capability stand between the name and the rows.
      patience: 8,
      get done() {
        return list.length === COUNT
      },
      get mayBeNothing() {
        return list.length === 0
      },
      take(line) {
        const [all, row, words] = (line.text.length < 200 && ROW.exec(line.text)) || []
        if (all === undefined || 4 * Number(row) !== list.length) return false
        const base = line.text.indexOf(words!)
        for (const { index, 0: digits } of words!.matchAll(/\w+/g)) list.push(wordAt(line, base + index, digits))
        last = line.number
        return true
      },
      hits() {
        if (list.length === 0) return []
        const hit = { source: ID, line: first.number, lastLine: last, said, notes: [] }
        const header = readingsOf(list.slice(HEADER, BEHIND), 4)[0]!.data
        const logged = header.bytes.length === 16 && header.bytes.some((byte) => byte !== 0)
        return [{ ...hit, record: 'config.aer-capability', data: readingsOf(list, 4)[1]!.data }, ...(logged ? [{ ...hit, name: 'TLP header', place: 'tlp', data: header, said: { ...said, headerLog: true } }] : [])]
      },
    }
    session.take(first)
    return session
  },
}
