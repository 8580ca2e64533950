import { deviceOf, segmentIn, speakerOf } from '../device.ts'
import type { Hit } from '../hit.ts'
import { isMasked, maskedNote } from '../masked.ts'
import { sentence } from '../source.ts'

/** The events that Linux prints by name, with the code that stands in the record. */
const EVENTS: Readonly<Record<string, { readonly code: number; readonly record: string }>> = {
  ILLEGAL_DEV_TABLE_ENTRY: { code: 1, record: 'amd.event-illegal-dev-table-entry' },
  IO_PAGE_FAULT: { code: 2, record: 'amd.event-io-page-fault' },
  DEV_TAB_HARDWARE_ERROR: { code: 3, record: 'amd.event-dev-tab-hardware-error' },
  PAGE_TAB_HARDWARE_ERROR: { code: 4, record: 'amd.event-page-tab-hardware-error' },
  ILLEGAL_COMMAND_ERROR: { code: 5, record: 'amd.event-illegal-command-error' },
  COMMAND_HARDWARE_ERROR: { code: 6, record: 'amd.event-command-hardware-error' },
  IOTLB_INV_TIMEOUT: { code: 7, record: 'amd.event-iotlb-inv-timeout' },
  INVALID_DEVICE_REQUEST: { code: 8, record: 'amd.event-invalid-device-request' },
  INVALID_PPR_REQUEST: { code: 9, record: 'amd.event-invalid-ppr-request' },
  RMP_PAGE_FAULT: { code: 0xd, record: 'amd.event-rmp-page-fault' },
  RMP_HW_ERROR: { code: 0xe, record: 'amd.event-rmp-hardware-error' },
}

const NAMED = /^(?:Event logged \[\s?|AMD-Vi: )([A-Z_]{4,32})((?:,?\s+[a-z_]{2,10}=(?:[\da-fA-Fx-zX-Z:.?*#]{1,24}|<[a-zA-Z][a-zA-Z _-]{1,30}>)){0,8})\s*(\]?)/

interface Values {
  readonly code: bigint
  readonly rid: number | undefined
  readonly pasid: bigint | undefined
  readonly domain: bigint | undefined
  readonly address: bigint | undefined
  readonly flags: bigint | undefined
  readonly tag: bigint | undefined
  /** Of the events of SEV-SNP, which print no PASID. */
  readonly vmgTag: bigint | undefined
  readonly rmpFlags: bigint | undefined
  /** Linux clears the lowest three bits of it, so that they are not known. */
  readonly systemAddress: bigint | undefined
}

/** Where Linux takes the values from is the same in every event, whatever they mean there. */
function slicesOf({ code, rid, pasid, domain, address, flags, vmgTag, rmpFlags, systemAddress }: Values): NonNullable<Hit['slices']> {
  return [
    [1, 31, 28, code],
    ...(rid === undefined ? [] : [[0, 15, 0, BigInt(rid)] as const]),
    ...(pasid === undefined ? [] : [[0, 19, 16, pasid >> 16n] as const, [1, 15, 0, pasid & 0xffffn] as const]),
    ...([domain, vmgTag].flatMap((low) => (low === undefined ? [] : [[1, 15, 0, low] as const]))),
    ...(systemAddress === undefined ? [] : [[2, 31, 3, (systemAddress & 0xffff_ffffn) >> 3n] as const, [3, 31, 0, systemAddress >> 32n] as const]),
    ...(rmpFlags === undefined ? [] : [[0, 23, 16, rmpFlags] as const]),
    ...(address === undefined ? [] : [[2, 31, 0, address & 0xffff_ffffn] as const, [3, 31, 0, address >> 32n] as const]),
    ...(flags === undefined ? [] : [[1, 27, 16, flags] as const]),
  ]
}

/** Event 9 carries a page request, in words of 64 bits. */
function pageRequest({ code, rid, pasid, address, flags, tag }: Values): Pick<Hit, 'fields' | 'slices'> {
  return {
    fields: {
      ...(rid !== undefined && { deviceId: rid }), ...(pasid !== undefined && { pasid }), ...(address !== undefined && { address }),
      ...(tag !== undefined && { prgIndex: tag & 0x1ffn, last: (tag & 0x200n) !== 0n }),
    },
    slices: [[0, 63, 60, code], ...(flags === undefined ? [] : [[0, 59, 48, flags] as const])],
  }
}

/** Events of which Linux, where it knows the device, prints its name before the text and not in it. */
const OF_THE_SPEAKER: ReadonlySet<string> = new Set(['IO_PAGE_FAULT', 'RMP_PAGE_FAULT', 'RMP_HW_ERROR'])

/**
 * An event of the AMD IOMMU, printed by name. Old kernels break the line behind the bracket.
 * `flags` is dw1[27:16] of the record, `pasid` or `domain` stands elsewhere in each event.
 */
export const amdEvent = sentence({
  id: 'linux.amd.event',
  // People leave the words before the name out.
  anchors: ['Event logged [', ...Object.keys(EVENTS).map((name) => `AMD-Vi: ${name} `)],
  patience: 3,
  goesOn: (text, next) => (/\[\s*$/.test(text) ? /^\s*(?:AMD-Vi: )?[A-Z_]{4,32}(?:\s|$)/.test(next.text) : !next.stamped && /^\s*[a-z_]{2,10}=|^[\w=:. ]{0,200}\]/i.test(next.text)),
  read(text, { before }, last) {
    if (/^Event logged \[\s*UNKNOWN\b/.test(text)) return undefined
    const match = NAMED.exec(text)
    const isLogged = text.startsWith('Event')
    if (!isLogged && !/ device=/.test(match?.[0] ?? '')) return undefined
    if (!match || (match[3] === '' && isLogged)) {
      if (!last && /^Event logged \[[\s\w=:.]{0,200}$/.test(text)) return 'more'
      if (!match) return undefined
    }
    const [, name, values, bracket] = match as unknown as [string, string, string, string]
    const event = EVENTS[name.toUpperCase()]
    const value = new Map([...values.matchAll(/([a-z_]+)=([^\s,]+)/gi)].map((m) => [m[1]!.toLowerCase(), m[2]!]))
    // Without the bracket, a value at the very end may be a part of it.
    const torn = isLogged && bracket === '' && /\S$/.test(text) ? [...value.keys()].at(-1) : undefined
    if (torn !== undefined) value.delete(torn)
    const number = (key: string): bigint | undefined => {
      const digits = value.get(key)
      return digits !== undefined && /^(?:0x)?[0-9a-f]{1,16}$/i.test(digits) ? BigInt(`0x${digits.replace(/^0x/i, '')}`) : undefined
    }
    const written = value.get('device') ?? (OF_THE_SPEAKER.has(name.toUpperCase()) ? speakerOf(before) : undefined)
    const device = deviceOf(written ?? '')
    const [pasid, domain, flags, tag, vmgTag, rmpFlags, systemAddress, devid] = ['pasid', 'domain', 'flags', 'tag', 'vmg_tag', 'flags_rmp', 'spa', 'devid'].map(number)
    const address = number('address') ?? number('gpa')
    const masked = [...value].filter(([key, text]) => isMasked(text) || text.startsWith('<') || (key === 'device' && !device && /[x-z?*#]/i.test(text)))
    // A form to fill in.
    if (masked.length > 0 && masked.length === value.size) return undefined
    const notes = [...(isLogged && bracket === '' && last ? ['the line is cut short'] : []), ...maskedNote(Object.fromEntries(masked.map(([key]) => [key, true])))]
    if (event === undefined) return { name, place: 'amd.event-log', said: Object.fromEntries(value), notes: [...notes, 'an event that is not known here'] }
    const of = { code: BigInt(event.code), rid: device?.rid ?? (devid === undefined ? undefined : Number(devid & 0xffffn)), pasid, domain, address, flags, tag, vmgTag, rmpFlags, systemAddress }
    return {
      name,
      record: event.record,
      place: 'amd.event-log',
      ...(event.code === 9 ? pageRequest(of) : { slices: slicesOf(of) }),
      said: { event: name, ...segmentIn(device), ...(device && { device: written! }) },
      notes,
    }
  },
})
