import { formatDevice } from '../../describe/index.ts'
import { VTD_IQEI } from '../../spec/neighbours/vtd-codes.ts'
import { digitsOf, words } from '../hit.ts'
import { cutOff, sentence } from '../source.ts'

const QI = /^QI (HEAD|PRIOR): ([\w -]{1,48}?)\s+qw0 = (0x[0-9a-f]{1,16})(?:(,)\s*(?:qw1 = (0x[0-9a-f]{1,16})(?![0-9a-f])|(\.\.\.))?)?/di
const BEGIN = /^QI (?:HEAD|PRIOR): [\w -]{0,48}(?:= ?(?:0x[0-9a-f]{0,16},?)?[\w =]{0,12}(?:0x)?)?$/i

/** The descriptor at the head of the invalidation queue and the one before it, which Linux prints when the queue stops. */
export const intelQueueError = sentence({
  id: 'linux.intel.queue-error',
  anchors: ['QI HEAD: ', 'QI PRIOR: '],
  read(text, { pieces }, last) {
    const match = QI.exec(text)
    const more = !last && BEGIN.test(text)
    if (!match || (match[5] === undefined && match[6] === undefined && more)) return more ? 'more' : undefined
    const [, which, name, , comma] = match as unknown as [string, string, string, string, string?]
    const said = { position: which === 'HEAD' ? 'head' : 'prior' }
    // Without the comma that is printed behind it, the first word may have lost digits.
    if (comma === undefined) return { name, said, notes: ['the log breaks off in qw0, or behind it'] }
    return {
      name,
      place: 'vtd.invalidation-queue',
      data: words(32, 8, 'number', [digitsOf(match, 3), digitsOf(match, 5)], pieces),
      said,
      notes: ['Linux prints qw0 and qw1 only; they mean the same in entries of 16 and of 32 bytes', ...notAsNamed(name, match[3]!)],
    }
  },
})

/** What Linux calls the types of descriptors, from 1 on, in messages and in trace events. */
const NAMES = [
  ['Context-cache Invalidation', 'cc_inv'], ['IOTLB Invalidation', 'iotlb_inv'], ['Device-TLB Invalidation', 'dev_tlb_inv'],
  ['Interrupt Entry Cache Invalidation', 'iec_inv'], ['Invalidation Wait', 'inv_wait'], ['PASID-based IOTLB Invalidation', 'p_iotlb_inv'],
  ['PASID-cache Invalidation', 'pc_inv'], ['PASID-based Device-TLB Invalidation', 'p_dev_tlb_inv'], ['Page Group Response', 'page_grp_resp'],
] as const

/** What there is to say where a descriptor has another type than the log calls it. */
export function notAsNamed(name: string, word: string): readonly string[] {
  const type = NAMES.findIndex((names) => names.some((one) => one === name)) + 1
  return type === 0 || BigInt(word) % 16n === BigInt(type) ? [] : [`the log calls it ${name}, which is type ${type}, and the type in its words is ${BigInt(word) % 16n}`]
}

const NO_ANSWER = 'all bits are set, as where a register is read of hardware that does not answer'

const ERROR = /^VT-d detected (Invalidation Queue Error: Reason ([0-9a-f]{1,16})|Invalidation Time-out Error: SID ([0-9a-f]{1,16})|Invalidation Completion Error: SID ([0-9a-f]{1,16}))/i

/** Why the queue stopped. */
export const intelQueueStop = sentence({
  id: 'linux.intel.queue-stop',
  anchors: ['VT-d detected Invalidation '],
  read(text, _passage, last) {
    const match = ERROR.exec(text)
    if (!match) return cutOff(text, last, 60)
    const [, , reason, timeout, completion] = match
    if (reason !== undefined) {
      const code = Object.entries(VTD_IQEI).find(([, value]) => value === Number.parseInt(reason, 16))?.[0]
      return { name: 'Invalidation Queue Error', said: { event: 'invalidation-queue-error', reason: `reason 0x${reason}${code === undefined ? '' : `: ${code}`}` }, notes: /^f+$/i.test(reason) ? [NO_ANSWER] : [] }
    }
    const sid = BigInt(`0x${timeout ?? completion}`)
    const rid = sid === 0n || sid >= 0xffffn ? undefined : Number(sid)
    return {
      name: timeout === undefined ? 'Invalidation Completion Error' : 'Invalidation Time-out Error',
      said: { event: timeout === undefined ? 'invalidation-completion-error' : 'invalidation-timeout', ...(rid === undefined ? { sid } : { device: formatDevice(rid), rid }) },
      notes: sid === 0n ? ['SID 0 may mean that the hardware does not tell which device'] : rid === undefined ? [NO_ANSWER] : [],
    }
  },
})

const INVALID = /^VT-d detected invalid descriptor: (?:low=|qw0 = )([0-9a-f]{1,16}), (?:high=|qw1 = )([0-9a-f]{1,16})(?!\w|[:.]\w|: |\.\.)/di

/** The descriptor that the hardware refused, as kernels before 5.14 print it. */
export const intelInvalidDescriptor = sentence({
  id: 'linux.intel.invalid-descriptor',
  anchors: ['VT-d detected invalid descriptor: '],
  read(text, { pieces }, last) {
    const match = INVALID.exec(text)
    if (!match) return cutOff(text, last, 90)
    return {
      place: 'vtd.invalidation-queue', data: words(32, 8, 'number', [digitsOf(match, 1), digitsOf(match, 2)], pieces), said: { position: 'head' },
      notes: ['Linux prints the first two words only; they mean the same in entries of 16 and of 32 bytes'],
    }
  },
})
