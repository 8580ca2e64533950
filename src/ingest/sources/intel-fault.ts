import { deviceOf, segmentIn } from '../device.ts'
import { digitsOf, words } from '../hit.ts'
import type { Hit } from '../hit.ts'
import { cutOff, sentence } from '../source.ts'

const FAULT = /^(?:\[(?:(DMA Read|DMA Write|INTR-REMAP) ?)?(NO_PASID|PASID 0x[0-9a-f]{1,8})?\]|(INTR-REMAP):) Request device ?(\[{1,2}[^\]]{3,24}\])(?: PASID ([0-9a-f]{1,8}))? fault (addr|index) (?:0x)?([0-9a-f]{1,16})(?!\w|[:.]\w|: )(?:, iommu reg = \S{1,20})?/i

/** The reason, in the same line or in the next: Linux before 5.13 in decimal, Linux since with 0x, Xen in hexadecimal without. */
const REASON = /^\s{0,40}(?:\[VT-D\])?\s?(?:(?:DMAR|INTR-REMAP):\s?)?(?:\[fault reason (0x)?([0-9a-f]{1,3})( ?h)?\]|reason ([0-9a-f]{2}) -) ?([^\r\n]{0,120})/i

/** A fault of the remapping hardware, in the spellings that Linux and Xen have had. It prints reason, device, PASID and address only. */
export const intelFault = sentence({
  id: 'linux.intel.fault',
  // Old kernels print the reason on a line of its own, and Xen still does.
  goesOn: (text, next, { last }) => (FAULT.exec(text)?.[0].length === text.trimEnd().length ? REASON.test(next.text) || (!next.stamped && next.number === last + 1 && /^x?[0-9a-f]{1,16}(?:, iommu|\s*\[fault reason|\s*$)/i.test(next.text)) : !next.stamped),
  anchors: ['[DMA Read', '[DMA Write', '[INTR-REMAP', 'INTR-REMAP: Request device'],
  patience: 1,
  read(text, _passage, last) {
    const match = FAULT.exec(text)
    if (!match) return cutOff(text, last, 200)
    const [all, bracketed, now, bare, name, old, what, at] = match as unknown as (string | undefined)[]
    const because = REASON.exec(text.slice(all!.length))
    if (!because && !last && text.length < 260) return 'more'
    const device = deviceOf(name!)
    if (!device) return undefined
    const kind = bracketed ?? bare
    const pasid = now === undefined || /^NO_/i.test(now) ? (old === undefined || /^f{8}$/i.test(old) ? undefined : Number.parseInt(old, 16)) : Number(now.slice(6))
    const faultReason = because ? reasonOf(because) : undefined
    if (Number.isNaN(faultReason)) return undefined
    const address = BigInt(`0x${at!}`)
    return {
      record: 'vtd.fault-record',
      fields: {
        sid: device.rid,
        ...(faultReason !== undefined && { faultReason }),
        ...(what === 'addr' && { faultInfo: address & ~0xfffn }),
        ...(pasid !== undefined && { pasid, pasidPresent: true }),
        ...(pasid === undefined && now !== undefined && { pasidPresent: false }),
        ...(kind !== undefined && /^DMA/i.test(kind) && { type1: /read/i.test(kind) }),
      },
      ...(what === 'index' && address < 1n << 16n && { slices: [[0, 63, 48, address]] as const }),
      said: {
        ...(because?.[5] && { reason: because[5].trim() }), ...(kind !== undefined && { kind }), ...(what === 'index' && { index: address }),
        ...segmentIn(device),
      },
      notes: [
        ...(what === 'addr' ? ['the line does not hold the address type: a translation request or a page request prints as a read too'] : []),
        ...(because ? [] : [what === 'index' ? 'an interrupt request was refused; the log does not hold the number of the reason' : 'the log breaks off before the reason']),
      ],
    }
  },
})

function reasonOf([, prefix, linux, h, xen]: RegExpExecArray): number {
  if (xen !== undefined) return Number.parseInt(xen, 16)
  return Number.parseInt(linux!, prefix === undefined && h === undefined ? 10 : 16)
}

/** The fault status register, which stands before the faults. */
export const intelFaultStatus = sentence({
  id: 'linux.intel.fault-status',
  anchors: ['handling fault status reg '],
  read(text, { pieces }) {
    const match = /^handling fault status reg (?:0x)?([0-9a-f]{1,8})(?![\w'"]|[:.]\w|: )/di.exec(text)
    return match ? { record: 'vtd.fault-status', data: words(4, 4, 'number', [digitsOf(match, 1)], pieces), said: {}, notes: [] } : undefined
  },
})

const FREEBSD = /^sid ([0-9a-f]{1,4}) fault acc ([01]) adt (?:0x)?([0-3]) reason (?:0x)?([0-9a-f]{1,2}) addr (?:0x)?([0-9a-f]{1,16})(?!\w|[:.]\w|: )/di

/** A fault as FreeBSD prints it: the first word of the record, and fields of the second. */
export const freebsdFault = sentence({
  id: 'freebsd.dmar.fault',
  anchors: [' fault acc '],
  before: /sid [0-9a-f]{1,4}$/i,
  read(text, { pieces }, last): Omit<Hit, 'source' | 'line' | 'lastLine'> | 'more' | undefined {
    const match = FREEBSD.exec(text)
    if (!match) return cutOff(text, last, 80)
    return {
      record: 'vtd.fault-record', data: words(16, 8, 'number', [digitsOf(match, 5)], pieces),
      fields: { sid: Number.parseInt(match[1]!, 16), type1: match[2] === '1', addressType: Number(match[3]), faultReason: Number.parseInt(match[4]!, 16) },
      said: {}, notes: [],
    }
  },
})
