import { digitsOf, words } from '../hit.ts'
import { sentence } from '../source.ts'
import { notAsNamed } from './intel-queue-error.ts'
import { rawWords } from './raw-trace.ts'

const SUBMIT = /^qi_submit:\s{1,24}(\S{1,32}) (\S{1,40}): (0x[0-9a-f]{1,16}) (0x[0-9a-f]{1,16}) (0x[0-9a-f]{1,16}) (0x[0-9a-f]{1,16})(?!\w|[:.]\w|: |\.\.)/di

/** The trace event of a descriptor that goes into the invalidation queue: all four words. */
export const intelQiSubmit = sentence({
  id: 'linux.trace.qi-submit',
  anchors: ['qi_submit: '],
  read(text, passage, last) {
    const raw = rawWords(text, ['qw0', 'qw1', 'qw2', 'qw3'], passage, last)
    if (raw !== undefined) return raw === 'more' ? raw : { place: 'vtd.invalidation-queue', ...raw }
    const { pieces } = passage
    const match = SUBMIT.exec(text)
    if (match) {
      const [, name, iommu] = match as unknown as [string, string, string]
      const data = words(32, 8, 'number', [3, 4, 5, 6].map((i) => digitsOf(match, i)), pieces)
      return { name, place: 'vtd.invalidation-queue', data, said: { iommu }, notes: notAsNamed(name, match[3]!) }
    }
    const part = /^qi_submit:\s{1,24}(\S{1,32}) (\S{1,40}):((?: 0x[0-9a-f]{1,16}){0,4}) ?(?:0x[0-9a-f]{0,16})?$/di.exec(text)
    if (!part) return undefined
    if (!last) return 'more'
    const given = [...part[3]!.matchAll(/0x[0-9a-f]{1,16}/dgi)].map((m) => digitsOf(m, 0)).map((d) => d && { ...d, column: d.column + part.indices![3]![0] })
    // A number at the end of a line that is cut short may have lost digits.
    if (/[0-9a-f]$/i.test(text)) given.pop()
    if (given.length === 0) return { name: part[1]!, said: { iommu: part[2]! }, notes: ['the line is cut short'] }
    return { name: part[1]!, place: 'vtd.invalidation-queue', data: words(32, 8, 'number', given, pieces), said: { iommu: part[2]! }, notes: ['the line is cut short'] }
  },
})
