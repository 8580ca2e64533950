import type { Line } from '../line.ts'
import { sentence } from '../source.ts'
import type { Source } from '../source.ts'
import { SeriesSession } from './series.ts'

const ERROR = /^CMDQ error \(cons (0x[0-9a-f]{8})\): ([^\r\n]{1,60})/i

/**
 * The command queue of an SMMUv3 stopped. `cons` is CMDQ_CONS: the error in [30:24], below it the index of the command,
 * with the wrap bit above the bits of the index.
 */
export const smmuCommandError = sentence({
  id: 'linux.smmuv3.command-error',
  anchors: ['CMDQ error ('],
  read(text, _passage, last) {
    const match = ERROR.exec(text)
    if (!match) return last || text.length > 60 ? undefined : 'more'
    const cons = Number(match[1])
    return {
      name: 'CMDQ error',
      said: { event: 'command-queue-error', cons: match[1]!, error: (cons >>> 24) & 0x7f, index: cons & 0xfffff, reason: match[2]!.trim() },
      notes: ((cons >>> 24) & 0x7f) === 3 ? ['an invalidation was not answered in time; the index is that of the CMD_SYNC behind the ATC invalidations, so the command that hangs stands before it'] : [],
    }
  },
})

const SKIPPED = 'linux.smmuv3.skipped-command'

/** The command at which the queue stopped, a word a line. */
export const smmuSkippedCommand: Source = {
  id: SKIPPED,
  anchors: ['skipping command in error state:'],
  open: (line: Line) =>
    new SeriesSession({
      source: SKIPPED, first: line, count: 2, word: 8, pattern: /(?:^|[\s:])(0x[0-9a-f]{16})\s*$/di, patience: 4,
      hit: (_data, given) => ({ place: 'smmuv3.command-queue', said: {}, notes: given < 2 ? [`the log holds ${given === 0 ? 'no word' : 'one word'} of two`] : [] }),
    }),
}

/** A queue ran over. */
export const smmuOverflow = sentence({
  id: 'linux.smmuv3.overflow',
  anchors: ['PRIQ overflow detected', 'EVTQ overflow detected'],
  read(text) {
    const page = text.startsWith('PRIQ')
    return { name: text.slice(0, 22), said: { event: page ? 'page-request-overflow' : 'event-overflow' }, notes: [page ? 'requests were lost' : 'events were lost'] }
  },
})
