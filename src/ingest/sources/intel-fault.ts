import { deviceOf } from '../device.ts'
import { sentence } from '../source.ts'

const FAULT = /^\[(?:(DMA Read|DMA Write|INTR-REMAP) ?)?(NO_PASID|PASID 0x[0-9a-f]{1,8})?\] Request device (\[[^\]]{3,24}\])(?: PASID ([0-9a-f]{1,8}))? fault (addr|index) (?:0x)?([0-9a-f]{1,16})\s{1,4}(?:DMAR:\s?)?\[fault reason (0x)?([0-9a-f]{1,3})(?: ?h)?\] ?([^\r\n]{0,120})/i
const OLD = /^(DMAR):\s?\[(DMA Read|DMA Write)\] Request device/i

/** A fault of the remapping hardware, in the four spellings that Linux has had. It prints reason, device, PASID and address only. */
export const intelFault = sentence({
  id: 'linux.intel.fault',
  // Old kernels print the reason on a line of its own.
  goesOn: (text, next) => !next.stamped || (/fault (?:addr|index) (?:0x)?[0-9a-f]+\s*$/i.test(text) && /^\s?(?:DMAR:\s?)?\[fault reason/.test(next.text)),
  anchors: ['[DMA Read', '[DMA Write', '[INTR-REMAP', 'DMAR:[DMA Read', 'DMAR:[DMA Write'],
  read(text, _passage, last) {
    if (OLD.test(text)) return undefined // the bracket is an anchor of its own
    const match = FAULT.exec(text)
    if (!match) return last || text.length > 200 || !text.startsWith('[') ? undefined : 'more'
    const [, kind, now, name, old, what, at, prefix, reason, words] = match as unknown as (string | undefined)[]
    const device = deviceOf(name!)
    if (!device) return undefined
    const pasid = now === undefined || /^NO_/i.test(now) ? (old === undefined || /^f{8}$/i.test(old) ? undefined : Number.parseInt(old, 16)) : Number(now.slice(6))
    // Before 5.13 the reason is decimal, from then on hexadecimal with 0x.
    const faultReason = prefix === undefined ? Number.parseInt(reason!, 10) : Number.parseInt(reason!, 16)
    if (Number.isNaN(faultReason)) return undefined
    const address = BigInt(`0x${at!}`)
    return {
      record: 'vtd.fault-record',
      fields: {
        sid: device.rid, faultReason,
        ...(what === 'addr' && { faultInfo: address }),
        ...(pasid !== undefined && { pasid, pasidPresent: true }),
        ...(pasid === undefined && now !== undefined && { pasidPresent: false }),
        ...(kind !== undefined && /^DMA/.test(kind) && { type1: kind === 'DMA Read' }),
      },
      said: { ...(words && { reason: words.trim() }), ...(kind !== undefined && { kind }), ...(what === 'index' && { index: address }) },
      notes: ['the line does not hold the address type, so that a translation request or a page request prints as a read too'],
    }
  },
})
