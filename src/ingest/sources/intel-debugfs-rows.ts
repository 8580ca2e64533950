import { digitsOf, words } from '../hit.ts'
import type { Source } from '../source.ts'
import { ID, queueOf } from './intel-debugfs.ts'

const WORD = '\\s{1,16}([0-9a-f]{16})'

/**
 * A row of the table: an index, two words or four, and a status, of which there are four. `grep` writes the name of the file and the
 * number of the line before it.
 */
const ROW = new RegExp(`^(?:[\\w./-]{1,120}[:-])?(?:\\d{1,7}[:-])?\\s{0,8}(\\d{1,5})${WORD}${WORD}(?:${WORD}${WORD})?\\s{1,16}0{15}([0-3])\\s*$`, 'di')

/** The types of descriptors, in bits 3:0 and 11:9 of the first word; an empty entry has none. */
const typeOf = (q0: bigint): bigint => (q0 & 0xfn) | ((q0 >> 5n) & 0x70n)
const LAST_TYPE = 9n

/** Rows of the invalidation queue in debugfs without their head, as `tail` and `grep` show them. */
export const intelDebugfsRows: Source = {
  id: ID,
  anchors: [],
  shape: ROW,
  open({ text, number, pieces }) {
    const match = ROW.exec(text)!
    const given = [2, 3, 4, 5].flatMap((group) => digitsOf(match, group) ?? [])
    const type = typeOf(given[0]!.value)
    if (type > LAST_TYPE || (type === 0n && given.some(({ value }) => value !== 0n))) return undefined
    const size = 8 * given.length
    return {
      done: true, patience: 0, take: () => false,
      hits: () => [{
        source: ID, line: number, lastLine: number, place: queueOf(size), notes: [],
        data: words(size, 8, 'number', given, pieces), said: { entrySize: size, index: Number(match[1]), status: BigInt(match[6]!) },
      }],
    }
  },
}
