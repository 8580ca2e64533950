import { neighbours } from '../../neighbours/index.ts'
import { records } from '../../registry.ts'
import type { Source } from '../source.ts'

const ID = 'pci-ats-pri.json'

const READING = '"reading":"'
const RECORD = /"record":"([a-z0-9.-]{3,60})"/
const BYTES = /"bytes":"((?:[0-9a-f?]{2}){1,4096})"/

/** What `read --json` has printed: a record and its bytes, of which some may not be there. */
export const ownJson: Source = {
  id: ID,
  anchors: [READING],
  open({ text, number }, column) {
    // The line is one item, however often the words stand in it.
    if (text.indexOf(READING) < column) return undefined
    const [id, digits] = [RECORD.exec(text)?.[1], BYTES.exec(text)?.[1]]
    const known = [...records, ...neighbours].find((one) => one.id === id)
    if (!known || digits === undefined || digits.length !== 2 * known.layout.size) return undefined
    const pairs = digits.match(/../g)!
    const data = { bytes: Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16) || 0), known: Uint8Array.from(pairs, (pair) => (pair === '??' ? 0 : 0xff)), spans: [] }
    return { done: true, patience: 0, take: () => false, hits: () => [{ source: ID, line: number, lastLine: number, record: id!, data, said: {}, notes: [], ...(text.includes('"ambiguous":true') && { ambiguous: true }) }] }
  },
}
