import { deviceOf } from '../device.ts'
import type { Hit } from '../hit.ts'
import { cutOff, sentence } from '../source.ts'
import type { Found } from '../source.ts'

/** What QEMU's VT-d says of invalidations in its trace, and of translations that fail on standard error. */

const HEX = '0x([0-9a-f]{1,16})'
const at = (pattern: string): RegExp => new RegExp(`^${pattern}(?![0-9a-z])`, 'i')

/** Type of a descriptor: q0[11:9] and q0[3:0]. */
const ofType = (type: number): NonNullable<Hit['slices']> => [[0, 11, 9, BigInt(type >> 4)], [0, 3, 0, BigInt(type & 0xf)]]
const page = (digits: string): bigint => BigInt(`0x${digits}`) & ~0xfffn
const hex = (digits: string): number => Number.parseInt(digits, 16)

interface Text {
  readonly pattern: RegExp
  readonly record: string
  readonly type: number
  fields(values: readonly string[]): NonNullable<Hit['fields']>
}

const [CONTEXT, IOTLB, WAIT, PASID_IOTLB, PASID_CACHE] = ['context-cache-invalidate', 'iotlb-invalidate', 'invalidation-wait', 'pasid-iotlb-invalidate', 'pasid-cache-invalidate'].map((name) => `vtd.${name}`) as [string, string, string, string, string]

const TEXTS: readonly Text[] = [
  { pattern: at('context invalidate globally'), record: CONTEXT, type: 1, fields: () => ({ granularity: 1 }) },
  { pattern: at(`context invalidate domain ${HEX}`), record: CONTEXT, type: 1, fields: ([domain]) => ({ granularity: 2, domainId: hex(domain!) }) },
  { pattern: at(`context invalidate devices sid ${HEX} fmask ${HEX}`), record: CONTEXT, type: 1, fields: ([sid, mask]) => ({ granularity: 3, sid: hex(sid!), functionMask: hex(mask!) }) },
  { pattern: at('context invalidate device ([0-9a-f]{2}):([0-9a-f]{2})\\.([0-9a-f]{2})'), record: CONTEXT, type: 1, fields: ([bus, slot, fn]) => ({ granularity: 3, sid: (hex(bus!) << 8) | (hex(slot!) << 3) | hex(fn!) }) },
  { pattern: at('iotlb invalidate global'), record: IOTLB, type: 2, fields: () => ({ granularity: 1 }) },
  { pattern: at(`iotlb invalidate whole domain ${HEX}`), record: IOTLB, type: 2, fields: ([domain]) => ({ granularity: 2, domainId: hex(domain!) }) },
  { pattern: at(`iotlb invalidate domain ${HEX} addr ${HEX} mask ${HEX} pasid ${HEX}`), record: PASID_IOTLB, type: 6, fields: ([domain, address, mask, pasid]) => ({ granularity: 3, domainId: hex(domain!), address: page(address!), addressMask: hex(mask!), pasid: hex(pasid!) }) },
  { pattern: at(`iotlb invalidate domain ${HEX} pasid ${HEX}`), record: PASID_IOTLB, type: 6, fields: ([domain, pasid]) => ({ granularity: 2, domainId: hex(domain!), pasid: hex(pasid!) }) },
  { pattern: at(`iotlb invalidate domain ${HEX} addr ${HEX} mask ${HEX}`), record: IOTLB, type: 2, fields: ([domain, address, mask]) => ({ granularity: 3, domainId: hex(domain!), address: page(address!), addressMask: hex(mask!) }) },
  { pattern: at(`wait invalidate status write addr ${HEX} data ${HEX}`), record: WAIT, type: 5, fields: ([address, data]) => ({ statusWrite: true, statusAddress: BigInt(`0x${address!}`) & ~3n, statusData: hex(data!) }) },
  { pattern: at(`Domain selective PC invalidation domain ${HEX}`), record: PASID_CACHE, type: 7, fields: ([domain]) => ({ granularity: 0, domainId: hex(domain!) }) },
  { pattern: at(`PASID selective PC invalidation domain ${HEX} pasid ${HEX}`), record: PASID_CACHE, type: 7, fields: ([domain, pasid]) => ({ granularity: 1, domainId: hex(domain!), pasid: hex(pasid!) }) },
]

/** The name of an event, and what it says. */
const EVENT = /^vtd_inv_desc_\w{2,24}\s{1,4}(.{0,160})/

/** An invalidation in QEMU's trace: the values of the descriptor that count. */
export const qemuVtdInvalidation = sentence({
  id: 'qemu.vtd.invalidation',
  anchors: ['vtd_inv_desc_'],
  read(text, _passage, last): Found | 'more' | undefined {
    const [event, what] = EVENT.exec(text) ?? []
    if (event === undefined) return cutOff(text, last, 40)
    for (const { pattern, record, type, fields } of TEXTS) {
      const match = pattern.exec(what!)
      if (match) return { record, fields: fields(match.slice(1)), slices: ofType(type), said: {}, notes: [] }
    }
    return cutOff(text, last, 120)
  },
})

const NO_PASID = /^0xf{8}$/i

const FAILURE = /^detected translation failure\s{1,8}\(dev=([0-9a-f]{2}):([0-9a-f]{2}):([0-9a-f]{2}), iova=(0x[0-9a-f]{1,16})(?:, pasid=(0x[0-9a-f]{1,8}))?\)/i

/** A translation that fails: who wanted it, and of what. The line before it says why. */
export const qemuVtdFailure = sentence({
  id: 'qemu.vtd.translation-failure',
  // What stands before it, the name of the function, looks like that of a program in a log.
  anchors: ['detected translation failure'],
  read(text, _passage, last) {
    const match = FAILURE.exec(text)
    if (!match) return last || !/^detected translation failure\s{0,8}(?:\([^)]{0,80})?\s*$/.test(text) ? undefined : 'more'
    const [, bus, slot, fn, iova, pasid] = match as unknown as (string | undefined)[]
    const device = deviceOf(`${bus}:${slot}.${Number.parseInt(fn!, 16).toString(16)}`)
    if (!device) return undefined
    const pasidFacts = pasid === undefined || NO_PASID.test(pasid) ? {} : { pasid: Number(pasid) }
    return { name: 'translation failure', said: { event: 'fault', device: `${bus}:${slot}.${Number.parseInt(fn!, 16)}`, rid: device.rid, ...pasidFacts, address: BigInt(iova!) }, notes: [] }
  },
})

const WALK = /^detected ([\w -]{4,40}?)\s{1,8}\(?iova=(0x[0-9a-f]{1,16})((?:,?\s{0,4}(?:level|[a-z]{2,3}pte|write|pasid|aw)=(?:0x[0-9a-f]{1,16}|\d{1,16})(?!\w)){0,6})\)?/i

/** Why a walk of QEMU's VT-d failed. */
export const qemuVtdWalk = sentence({
  id: 'qemu.vtd.walk',
  anchors: ['IOVA overflow', ...['slpte', 'splte', 'sspte', 'flpte', 'fspte'].flatMap((entry) => [`${entry} permission error`, `${entry} reserve non-zero`])].map((words) => `detected ${words}`),
  read(text, _passage, last) {
    const match = WALK.exec(text)
    if (!match || (!last && !match[0].endsWith(')'))) {
      if (!last && text.length < 200 && /^detected [\w -]{0,40}\s{0,8}(?:\(?iova=[\w=, ]{0,120})?\s*$/.test(text)) return 'more'
      if (!match) return undefined
    }
    const [, reason, iova, rest] = match as unknown as [string, string, string, string]
    const values = Object.fromEntries([...rest.matchAll(/([a-z]+)=(0x[0-9a-f]+|\d+)/gi)].flatMap(([, name, value]) => (NO_PASID.test(value!) ? [] : [[name!, name!.endsWith('pte') ? BigInt(value!) : Number(value)]])))
    return { name: reason, said: { event: 'fault', address: BigInt(iova), ...values, ...(values.write !== undefined && { access: values.write === 0 ? 'read' : 'write' }) }, notes: [] }
  },
})
