import { isOfName } from '../escapes.ts'
import { PACKET } from '../family.ts'
import { doubtOf } from '../line.ts'
import type { Source } from '../source.ts'
import { Dump } from './hex.ts'

/** Characters of a line that are looked at. */
const LONGEST = 8000

const SIGN = '(?:0x)?'

/** A long run of digits, words of 16 or 8, or bytes; of 16 bytes at the least. */
const VALUE = new RegExp(`(?<![\\w./+-])(?:${[
  `${SIGN}(?:[0-9a-f]{2}){16,1024}`,
  `(?:${SIGN}[0-9a-f]{16}[\\s,]{1,2}){1,64}${SIGN}[0-9a-f]{16}`,
  `(?:${SIGN}[0-9a-f]{8}[\\s,_]{1,2}){3,128}${SIGN}[0-9a-f]{8}`,
  '(?:[0-9a-f]{2} ){15,256}[0-9a-f]{2}',
].join('|')})(?![\\w./+-])`, 'gi')

/** Instructions around a fault. */
const OF_CODE = /\bCode: (?:[0-9a-f<>() ]{0,80})$/

/** A sum and the file that has it. */
const SUM = /^\s{1,2}[ *]?\S/

/** A row of a dump, which is read as such or not at all: an offset before the words, or a text behind them. */
const OFFSET = /(?:^|[\s|])(?:0x)?[0-9a-f]{4,16}h?(?:\s?<[^<>]{0,80}>)?[:|]?\s{0,8}$/i
const TEXT = /^\s{2,8}\S/

/** Values of hex in the midst of a line, as logs with names and values have them: `raw=0101…`, `"raw":"0101…"`. */
export const hexValues: Source = {
  id: 'hex.value',
  anchors: [],
  shape: new RegExp(VALUE.source, 'i'),
  open(line) {
    const { text } = line
    const dumps: Dump[] = []
    for (const match of text.slice(0, LONGEST).matchAll(VALUE)) {
      const before = text.slice(Math.max(0, match.index - 80), match.index)
      const end = match.index + match[0].length
      const isRow = /[\s,_]/.test(match[0]) && (before.trim() === '' || OFFSET.test(before) || TEXT.test(text.slice(end, end + 8)))
      if (isRow || isOfName(before) || OF_CODE.test(before) || (before.trim() === '' && SUM.test(text.slice(end, end + 4)))) continue
      // The name of an IOMMU before other words does not tell that they are an entry of it.
      const dump = new Dump(line.number, { doubtful: doubtOf(line).doubtful ?? 'prose', ...(PACKET.test(before) && { label: before.replace(/["'\s:=({[]{1,20}$/, '') }) })
      if (dump.take(line, match.index, end)) dumps.push(dump)
    }
    return dumps.length === 0 ? undefined : { done: true, patience: 0, take: () => false, hits: () => dumps.flatMap((dump) => dump.hits()) }
  },
}
