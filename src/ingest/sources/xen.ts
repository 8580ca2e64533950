import { deviceOf, segmentIn } from '../device.ts'
import { digitsOf, words } from '../hit.ts'
import { isMasked, MASKED, maskedNote } from '../masked.ts'
import { cutOff, sentence } from '../source.ts'

/** What Xen prints of an AMD IOMMU: a page fault in words, any other event as its four words. */

/** C prints 0 by `%#x` as `0`. */
const FAULT = new RegExp(`^AMD-Vi: IO_PAGE_FAULT: (\\S{1,24}) d(\\d{1,5}) addr ([0-9a-f]{16}|${MASKED}) flags (0x[0-9a-f]{1,3}|0)(?!\\w|[:.]\\w|: |\\.\\.)`, 'i')
const OLD = /^AMD-Vi: IO_PAGE_FAULT: domain = (\d{1,5}), device id = (?:0x)?([0-9a-f]{1,4}), fault address = (?:0x)?([0-9a-f]{1,16}), flags = (?:0x)?([0-9a-f]{1,3})(?!\w|[:.]\w|: |\.\.)/i

export const xenAmdFault = sentence({
  id: 'xen.amd.page-fault',
  anchors: ['AMD-Vi: IO_PAGE_FAULT: '],
  read(text, _passage, last) {
    const [now, old] = [FAULT.exec(text), OLD.exec(text)]
    const match = now ?? old
    if (!match) return cutOff(text, last, 160)
    const [, first, second, address, flags] = match as unknown as [string, string, string, string, string]
    // People put other letters in the place of a device that they do not want to name.
    const device = now ? deviceOf(first) : { rid: Number.parseInt(second, 16) }
    const at = isMasked(address) ? undefined : BigInt(`0x${address}`)
    return {
      name: 'IO_PAGE_FAULT', record: 'amd.event-io-page-fault', place: 'amd.event-log',
      slices: [[1, 31, 28, 2n], ...(device ? [[0, 15, 0, BigInt(device.rid)] as const] : []), [1, 15, 0, BigInt(now ? second : first) & 0xffffn], ...(at === undefined ? [] : [[2, 31, 0, at & 0xffff_ffffn] as const, [3, 31, 0, at >> 32n] as const]), [1, 27, 16, BigInt(`0x${flags.replace(/^0x/i, '')}`)]],
      said: { event: 'IO_PAGE_FAULT', ...segmentIn(device) },
      notes: maskedNote({ device: device === undefined, address: at === undefined }),
    }
  },
})

const EVENT = /^(?:AMD-Vi: )?([A-Z_]{4,32}) ([0-9a-f]{8}) ([0-9a-f]{8}) ([0-9a-f]{8}) ([0-9a-f]{8})(?![0-9a-f])/d

export const xenAmdEvent = sentence({
  id: 'xen.amd.event',
  anchors: ['ILLEGAL_DEV_TABLE_ENTRY', 'DEV_TABLE_HW_ERROR', 'PAGE_TABLE_HW_ERROR', 'ILLEGAL_COMMAND_ERROR', 'COMMAND_HW_ERROR', 'IOTLB_INV_TIMEOUT', 'INVALID_DEV_REQUEST', 'INVALID_PPR_REQUEST', 'EVENT_COUNTER_ZERO'].map((name) => `${name} `),
  // Newer versions print nothing before it.
  before: /(?:AMD-Vi: )?$/,
  read(text, { pieces }) {
    const match = EVENT.exec(text)
    if (!match) return undefined
    return { name: match[1]!, place: 'amd.event-log', data: words(16, 4, 'number', [2, 3, 4, 5].map((i) => digitsOf(match, i)), pieces), said: { event: match[1]! }, notes: [] }
  },
})

/** A device did not answer the invalidation of its TLB. */
export const xenAtsTimeout = sentence({
  id: 'xen.ats-flush-failed',
  anchors: ['ATS device '],
  read(text, _passage, last) {
    const match = /^ATS device (\S{1,24}) flush failed/.exec(text)
    if (!match) return last || text.length > 50 || !/^ATS device \S{0,24}(?: flush)?\s*$/.test(text) ? undefined : 'more'
    const device = deviceOf(match[1]!)
    if (!device) return undefined
    return { name: 'ATS device flush failed', said: { event: 'invalidation-timeout', device: match[1]!, rid: device.rid, ...segmentIn(device) }, notes: ['the device did not answer an invalidation in time, and Xen gives it up'] }
  },
})
