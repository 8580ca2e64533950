import { sentence, standsAlone } from '../source.ts'
import type { Found } from '../source.ts'
import { isSaidBehind } from '../speaker.ts'

const ID = 'linux.smmuv3.page-request'
const TITLE = 'unexpected PRI request received:'
const BETWEEN = /^\s(?:[^"'()]{0,160}\s)?$/
const VALUES = /sid (0x[0-9a-f]{1,8})\.(0x[0-9a-f]{1,5}): \[(\d{1,4})(L?)\] (un)?privileged (R?)(W?)(X?) access at iova (0x[0-9a-f]{16})/i
/** How the values begin, perhaps broken off there. */
const VALUES_BEGIN = /(?:^|\s)sid(?: 0x[0-9a-f]{0,8}(?:\.(?:0x)?|$)|$)/i

/** A page request that no handler took: two lines, the index in decimal. Whether there was a PASID the line does not say. */
export const smmuPri = sentence({
  id: ID,
  anchors: [TITLE],
  patience: 3,
  goesOn: (text, next, { before }) => isSaidBehind(before, VALUES_BEGIN, next) || (!next.stamped && /^\S{0,40}received:\s*$|\ssid(?: 0x|\s*$)/i.test(text)),
  read(text, { before }, last) {
    const match = VALUES.exec(text)
    if (match) return BETWEEN.test(text.slice(TITLE.length, match.index)) ? requestOf(match) : undefined
    if (last) return standsAlone(before, '') && !/^\s{0,8}[\\"'`]/.test(text.slice(TITLE.length)) ? { name: 'unexpected PRI request', record: 'smmuv3.pri-queue-entry', fields: {}, said: {}, notes: ['the log holds no value of the request'] } : undefined
    return text.length < 300 ? 'more' : undefined
  },
})

const LONGEST = 160
const BEGIN = /^sid 0x[0-9a-f]{1,8}\.0x[0-9a-f]{1,5}: \[/i

/** Its second line alone. */
export const smmuPriLine = sentence({
  id: ID,
  anchors: ['sid 0x'],
  read(text, _passage, last) {
    // A line may be full of what begins one.
    const match = VALUES.exec(text.slice(0, LONGEST))
    if (match) return match.index === 0 ? requestOf(match) : undefined
    return last || text.length > 100 || !BEGIN.test(text) ? undefined : 'more'
  },
})

function requestOf(match: RegExpExecArray): Found {
  const [, sid, ssid, index, l, un, r, w, x, iova] = match as unknown as (string | undefined)[]
  const substream = BigInt(ssid!)
  return {
    record: 'smmuv3.pri-queue-entry',
    fields: {
      streamId: BigInt(sid!), prgIndex: BigInt(index!), last: l === 'L', read: r === 'R', write: w === 'W', execute: x === 'X',
      privileged: un === undefined, address: BigInt(iova!) & ~0xfffn,
      ...(substream !== 0n && { substreamId: substream }),
    },
    said: {},
    notes: substream === 0n ? ['SubstreamID 0 is printed for requests without one as well'] : [],
  }
}
