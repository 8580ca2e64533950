import type { Source } from '../source.ts'
import { speakerBefore } from '../speaker.ts'
import { NumberedLinesSession } from './numbered-lines.ts'

const ID = 'freebsd.smmuv3.event'

/** An event of an SMMUv3 as FreeBSD prints it: eight words of 32 bits, a line each, without leading zeros. What stands before them says no more. */
export const freebsdSmmuEvent: Source = {
  id: ID,
  anchors: [': evt[0] '],
  open(line, column) {
    const speaker = speakerBefore(line.text.slice(0, column + 1))
    if (speaker === undefined) return undefined
    const session = new NumberedLinesSession({
      source: ID, count: 8, word: 4, speaker, pattern: /(?:^|\s)evt\[(\d)\] ([0-9a-f]{1,8})\s*$/di,
      hit: { place: 'smmuv3.event-queue', said: { iommu: speaker.name } },
    })
    return session.take(line) ? session : undefined
  },
}
