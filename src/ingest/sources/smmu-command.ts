import { speakerOf } from '../device.ts'
import { digitsOf, words } from '../hit.ts'
import type { Line } from '../line.ts'
import { cutOff, sentence, standsAlone } from '../source.ts'
import type { Source } from '../source.ts'
import { SmmuWordsSession } from './smmu-words.ts'

const ERROR = /^CMDQ error \(cons (0x[0-9a-f]{8})\): ([^\r\n]{1,60})/i

/** The words that Linux has for an error. */
const ERRORS: readonly string[] = ['No error', 'Illegal command', 'Abort on command fetch', 'ATC invalidate timeout']

/**
 * The command queue of an SMMUv3 stopped. `cons` is CMDQ_CONS: the error in [30:24], below it the index of the command,
 * with the wrap bit above the bits of the index.
 */
export const smmuCommandError = sentence({
  id: 'linux.smmuv3.command-error',
  anchors: ['CMDQ error ('],
  read(text, _passage, last) {
    const match = ERROR.exec(text)
    if (!match) return cutOff(text, last, 60)
    const cons = Number(match[1])
    const error = (cons >>> 24) & 0x7f
    const reason = match[2]!.trim()
    const meant = ERRORS.findIndex((words) => reason.startsWith(words))
    return {
      name: 'CMDQ error',
      said: { event: 'command-queue-error', cons: match[1]!, error, index: cons & 0xfffff, reason },
      notes: [
        ...(error === 3 && (meant === 3 || meant < 0) ? ['an invalidation was not answered in time: it stands before the index, which is that of a CMD_SYNC'] : []),
        ...(meant >= 0 && meant !== error ? [`the log contradicts itself: the error in cons is ${error}${ERRORS[error] === undefined ? '' : `, "${ERRORS[error]}"`}, and the words are those of ${meant}`] : []),
      ],
    }
  },
})

const TITLE = 'skipping command in error state:'
const SKIPPED = 'linux.smmuv3.skipped-command'

/** The command at which the queue stopped, a word a line. */
export const smmuSkippedCommand: Source = {
  id: SKIPPED,
  anchors: [TITLE],
  open(line: Line, column: number) {
    if (line.text.slice(column + TITLE.length).trim() !== '') return undefined
    return new SmmuWordsSession({
      source: SKIPPED, first: line, before: line.text.slice(0, column), count: 2, patience: 4,
      hit: (_data, given) => ({ place: 'smmuv3.command-queue', said: {}, notes: given < 2 ? [`the log holds ${given === 0 ? 'no word' : 'one word'} of two`] : [] }),
    })
  },
}

/** Entries of a queue were lost: it ran over, or could not be written. */
export const smmuOverflow = sentence({
  id: 'linux.smmuv3.overflow',
  anchors: ['PRIQ overflow detected', 'EVTQ overflow detected', 'PRIQ write aborted', 'EVTQ write aborted'],
  read(text, { before }) {
    const [all, name] = /^(\S+ (?:overflow detected|write aborted))(?: -- [^\r\n"]{0,40}lost)?/.exec(text) as unknown as [string, string]
    if (!standsAlone(before, text.slice(all.length))) return undefined
    const page = text.startsWith('PRIQ')
    const maybe = name.endsWith('aborted') ? 'may have been' : 'were'
    return { name, said: { event: page ? 'page-request-overflow' : 'event-overflow' }, notes: [`${page ? 'requests' : 'events'} ${maybe} lost`] }
  },
})

const TIMEOUT = /^(CMD_SYNC|CMDQ) timeout(?: at (0x[0-9a-f]{1,8}) \[hwprod (0x[0-9a-f]{1,8}), hwcons (0x[0-9a-f]{1,8})\]| at (0x[0-9a-f]{8})(?!\w)(?: \[hwprod (0x[0-9a-f]{8})(?!\w))?)?/i
/** What is left of the indices where somebody, or a narrow window, has cut them. */
const CUT = /^[\s,]{0,2}(?:(?:\[hwprod?)?(?: 0x[0-9a-f]{0,7})?|hwcons(?: 0x[0-9a-f]{0,8})?|(?:\.{2,3}|\u2026|\xe2\x80\xa6).{0,80})\s*$/

/** Linux waited for the command queue in vain. */
export const smmuTimeout = sentence({
  id: 'linux.smmuv3.timeout',
  anchors: ['CMD_SYNC timeout', 'CMDQ timeout'],
  read(text, { before }, last) {
    const match = TIMEOUT.exec(text)
    if (!match) return undefined
    if (match[2] === undefined && !last && /^CMD_SYNC timeout at [\w ,[]{0,60}$/.test(text)) return 'more'
    const rest = text.slice(match[0].length)
    const isCut = match[5] !== undefined
    if (match[2] === undefined && (isCut ? !standsAlone(before, '') || !CUT.test(rest) : !standsAlone(before, rest))) return undefined
    const [, what, whole, first, cons, part, second] = match as unknown as [string, string, ...(string | undefined)[]]
    const [at, prod] = [whole ?? part, first ?? second]
    const speaker = speakerOf(before)
    return {
      name: `${what} timeout`,
      said: { event: 'command-queue-timeout', ...(speaker !== undefined && { iommu: speaker }), ...(at !== undefined && { prod: at }), ...(prod !== undefined && { hwprod: prod }), ...(cons !== undefined && { hwcons: cons }) },
      notes: [
        `the log does not tell which command hangs: it stands at ${cons === undefined ? 'hwcons' : `hwcons ${cons}`} in the queue, or before it`,
        ...(isCut ? ['the line is cut short'] : []),
      ],
    }
  },
})

/** Errors that stop the SMMU or one of its queues: those bits of GERROR that Linux has not acknowledged. */
export const smmuGlobalError = sentence({
  id: 'linux.smmuv3.global-error',
  anchors: ['unexpected global error reported ('],
  read(text, { pieces }) {
    const match = /^unexpected global error reported \((0x[0-9a-f]{1,8})\)/di.exec(text)
    if (!match) return undefined
    return { name: 'global error', record: 'smmuv3.gerror', data: words(4, 4, 'number', [digitsOf(match, 1)], pieces), said: { event: 'global-error' }, notes: [] }
  },
})
