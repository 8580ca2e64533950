import { deviceOf, segmentIn } from '../device.ts'
import { digitsOf, words } from '../hit.ts'
import type { Hit } from '../hit.ts'
import { isMasked, MASKED, maskedNote } from '../masked.ts'
import { cutOff, sentence } from '../source.ts'

const FAULT = new RegExp(`^(?:\\[(?:(DMA Read|DMA Write|INTR-REMAP) ?)?(NO_PASID|PASID (?:0x[0-9a-f]{1,8}|${MASKED}))?\\]|(INTR-REMAP):) Request device ?(\\[{1,2}[^\\]]{3,24}\\])(?: PASID ([0-9a-f]{1,8}(?=\\s)|${MASKED}))? fault (addr|index) (?:(?:0x)?([0-9a-f]{1,16})(?!\\w|[:.]\\w|: |\\.\\.)|(${MASKED}))(?:, iommu reg = \\S{1,20})?`, 'i')

/** The reason, in the same line or in the next: Linux before 5.13 in decimal, Linux since with 0x, Xen in hexadecimal without. */
const REASON = /^\s{0,40}(?:\[VT-D\])?\s?(?:(?:DMAR|INTR-REMAP):\s?)?(?:\[fault reason (0x)?([0-9a-f]{1,3})( ?h)?\]|\[(?:fault reason)?\s{0,2}\]|reason ([0-9a-f]{2}) -) ?([^\r\n]{0,120})/i

/** The text that stands for a reason, and for no other: it tells the reason where somebody has lost the number. */
const TEXTS: readonly (readonly [reason: number, text: string])[] = [
  [0x01, 'Present bit in root entry is clear'], [0x02, 'Present bit in context entry is clear'], [0x03, 'Invalid context entry'], [0x04, 'Access beyond MGAW'],
  [0x05, 'PTE Write access is not set'], [0x06, 'PTE Read access is not set'], [0x07, 'Next page table ptr is invalid'],
  [0x20, 'Detected reserved fields in the decoded interrupt-remapped request'], [0x21, 'Interrupt index exceeded the interrupt-remapping table size'],
  [0x22, 'Present field in the IRTE entry is clear'], [0x23, 'Error accessing interrupt-remapping table pointed by IRTA_REG'], [0x24, 'Detected reserved fields in the IRTE entry'],
  [0x25, 'Blocked a compatibility format interrupt request'], [0x26, 'Blocked an interrupt request due to source-id verification failure'],
]

/** A device of which some part is another letter than a digit, or a word for the whole. */
const MASKED_DEVICE = /^\[{1,2}(?:(?=.*[g-wyz?*#]|.*[^0]x)(?:(?:0x)?[\w?*#]{1,8}:){1,2}(?:0x)?[\w?*#]{1,4}\.[\w?*#]|(?:[ds]{4}:)?bb:dd\.f|<[a-z ]{3,20}>|redacted)\]$/i

const PAGE = 4096n

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
    const whole = at === undefined ? undefined : BigInt(`0x${at}`)
    // Drivers print addresses of pages: one at the end of the text that is none has lost digits.
    const isCut = whole !== undefined && what === 'addr' && !because && text.trimEnd() === all && whole % PAGE !== 0n
    const address = isCut ? undefined : whole
    const pasid = pasidOf(now?.replace(/^PASID /i, '') ?? old)
    const isPasidMasked = isMasked(now?.replace(/^PASID /i, '') ?? old ?? '')
    if (!device && (!MASKED_DEVICE.test(name!) || whole === undefined)) return undefined
    const kind = bracketed ?? bare
    const faultReason = because ? reasonOf(because) : undefined
    if (Number.isNaN(faultReason)) return undefined
    return {
      record: 'vtd.fault-record',
      fields: {
        ...(device && { sid: device.rid }),
        ...(faultReason !== undefined && { faultReason }),
        ...(what === 'addr' && address !== undefined && { faultInfo: address & ~0xfffn }),
        ...(typeof pasid === 'number' && { pasid }),
        ...((pasid !== undefined || (now !== undefined && isPasidMasked)) && { pasidPresent: pasid !== null }),
        ...(kind !== undefined && /^DMA/i.test(kind) && { type1: /read/i.test(kind) }),
      },
      ...(what === 'index' && address !== undefined && address < 1n << 16n && { slices: [[0, 63, 48, address]] as const }),
      said: {
        ...(because?.[5] && { reason: because[5].trim() }), ...(kind !== undefined && { kind }), ...(what === 'index' && address !== undefined && { index: address }),
        ...segmentIn(device),
      },
      notes: [
        ...(what === 'addr' ? ['the line does not hold the address type: a translation request or a page request prints as a read too'] : []),
        ...(because || isCut ? [] : ['the log breaks off before the reason']),
        ...maskedNote({ device: device === undefined, PASID: isPasidMasked, [what === 'addr' ? 'address' : 'index']: whole === undefined }),
        ...(isCut ? ['the log breaks off in the address'] : []),
      ],
    }
  },
})

/** A PASID; null for none, which Linux before 5.13 prints as one of all ones; undefined where the line does not tell. */
function pasidOf(text: string | undefined): number | null | undefined {
  if (text === undefined || isMasked(text)) return undefined
  return /^(?:NO_PASID|f{8})$/i.test(text) ? null : Number.parseInt(text, 16)
}

function reasonOf([, prefix, linux, h, xen, text = '']: RegExpExecArray): number | undefined {
  if (xen !== undefined) return Number.parseInt(xen, 16)
  if (linux === undefined) return TEXTS.find(([, words]) => words === text.trim())?.[0]
  return Number.parseInt(linux, prefix === undefined && h === undefined ? 10 : 16)
}

/** The fault status register, which stands before the faults. */
export const intelFaultStatus = sentence({
  id: 'linux.intel.fault-status',
  anchors: ['handling fault status reg '],
  read(text, { pieces }) {
    const match = /^handling fault status reg (?:0x)?([0-9a-f]{1,8})(?![\w'"]|[:.]\w|: |\.\.)/di.exec(text)
    return match ? { record: 'vtd.fault-status', data: words(4, 4, 'number', [digitsOf(match, 1)], pieces), said: {}, notes: [] } : undefined
  },
})

const FREEBSD = /^sid ([0-9a-f]{1,4}) fault acc ([01]) adt (?:0x)?([0-3]) reason (?:0x)?([0-9a-f]{1,2}) addr (?:0x)?([0-9a-f]{1,16})(?!\w|[:.]\w|: |\.\.)/di

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
