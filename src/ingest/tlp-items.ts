import { findingsOf } from '../codec/check.ts'
import type { Finding } from '../codec/check.ts'
import { CodecError } from '../codec/errors.ts'
import type { AnyMessage, Value } from '../codec/message.ts'
import { bitPositions, countBits, readBits } from '../codec/positions.ts'
import { tryDecode } from '../codec/reference.ts'
import { describe, formatDevice, sentenceOf } from '../describe/index.ts'
import type { Candidate } from '../identify.ts'
import { layoutOf } from '../neighbours/index.ts'
import { pasidFacts } from '../packet/carried.ts'
import { BY_ID } from '../packet/header-fields.ts'
import { decodeTlp, headerTable, tlps } from '../packet/index.ts'
import type { Tlp, TlpHeader, TlpMode } from '../packet/index.ts'
import type { PasidFacts } from '../spec/rules/context.ts'
import { headerFindings, reservedFindings } from './header-findings.ts'
import { part } from './hit.ts'
import type { Hit, Known } from './hit.ts'
import { itemBase, notesOf, plainItem } from './record-item.ts'
import type { Item } from './item.ts'
import { namesOf } from './names.ts'
import type { ReadOptions } from './options.ts'
import { swappedFinding } from './swapped.ts'

const modeOf = ({ place }: Hit, { mode }: ReadOptions): TlpMode => mode ?? (place === 'tlp-flit' ? 'flit' : 'non-flit')

/** Packets of a link, or the header that a header log holds. */
export function tlpItems(hit: Hit, options: ReadOptions): readonly Item[] {
  const mode = modeOf(hit, options)
  const { bytes } = hit.data!
  if (hit.said.headerLog === true) return [headerItem(hit, bytes, mode)]
  const items: Item[] = []
  let at = 0
  try {
    for (const tlp of tlps(bytes, { mode, reserved: 'ignore' })) {
      items.push(packetItem(hit, tlp, at, items.length))
      at = tlp.offset + tlp.size
    }
  } catch (error) {
    if (!(error instanceof CodecError)) throw error
    if (items.length === 0 && error.code === 'truncated' && bytes.length >= 12) return [headerItem(hit, bytes, mode, error)]
    const rest = { ...hit, data: part(hit.data!, at, bytes.length), name: 'TLP' }
    items.push({ ...plainItem(rest), bad: true, findings: [{ id: error.code, severity: 'error', message: `${error.message}${remarkOn(error)}`, clause: '' }, ...notesOf(hit)] })
  }
  return items
}

/** What the error of a packet means, where that is not plain. */
function remarkOn({ record, field }: CodecError): string {
  if (record !== 'pcie.invalidate-request' || field !== 'fmt') return ''
  return '; an Invalidate Request is a message with data, Fmt 3, of 2 DW, with its ITag in DW1'
}

/** A header without its data, as it stands in a log, or cut short. */
function headerItem(hit: Hit, bytes: Uint8Array, mode: TlpMode, cut?: CodecError): Item {
  let tlp: TlpHeader
  try {
    tlp = decodeTlp(bytes, { mode, reserved: 'ignore', headerOnly: true })
  } catch (error) {
    if (!(error instanceof CodecError)) throw error
    const finding: Finding = { id: error.code, severity: 'error', message: error.message, clause: '' }
    return { ...plainItem({ ...hit, name: hit.name ?? 'TLP header' }), bad: hit.said.cut !== true, findings: [finding, ...notesOf(hit)] }
  }
  // A log holds headers, and what stands behind one is not said to be its data. Bytes of a link go on with the data.
  const follow = cut ? tlp.beyond : 0
  const { payload, trailer } = tlp.absent
  const absent = [...(tlp.id !== undefined && isUntold(hit, mode) ? ['prefixes, if it has any'] : []), ...lacking('data', payload, follow), ...lacking('trailer', trailer, Math.max(0, follow - payload))]
  const beyond: Finding[] = tlp.beyond > follow
    ? [{ id: 'beyond-header', severity: 'note', message: `the header has ${tlp.size / 4} DWs with its prefixes; ${tlp.beyond === 4 ? 'the DW' : `the ${tlp.beyond} bytes`} behind it ${tlp.beyond === 4 ? 'is' : 'are'} no part of it`, clause: '' }]
    : []
  const cutShort: Finding[] = cut ? [{ id: 'truncated', severity: 'note', message: `${follow === 0 ? 'the header only' : 'cut short'}: ${cut.message}`, clause: '' }] : []
  return { ...tlpItem(hit, tlp, part(hit.data!, 0, tlp.offset + tlp.size + follow)), absent, findings: [...findings(tlp), ...reservedIn(tlp, bytes), ...cutShort, ...beyond, ...notesOf(hit)] }
}

/** Whether a log of headers does not tell if the packet has prefixes: those of flit mode have none. */
const isUntold = ({ said }: Hit, mode: TlpMode): boolean => mode !== 'flit' && said.headerLog === true && said.prefixes === undefined

/** What is not there of a part of a packet that has `size` bytes, when `there` bytes of it or more are. */
function lacking(name: string, size: number, there: number): readonly string[] {
  if (there >= size) return []
  return [there === 0 ? `${name}, ${size} bytes` : `${name}, the last ${size - there} of ${size} bytes`]
}

function packetItem(hit: Hit, tlp: Tlp, from: number, index: number): Item {
  const item = tlpItem(hit, tlp, part(hit.data!, from, tlp.offset + tlp.size))
  const entries = tlp.entries === undefined ? {} : { entries: tlp.entries.length }
  const swapped = tlp.id === 'pcie.invalidate-request' ? swappedFinding(layoutOf(tlp.id), item.data!.bytes.subarray(item.data!.bytes.length - 24), 16) : undefined
  return {
    ...item,
    said: { ...hit.said, ...(index > 0 && { index }), ...entries },
    ...(hit.offset !== undefined && { offset: hit.offset + BigInt(from) }),
    findings: [...findings(tlp), ...reservedIn(tlp, hit.data!.bytes), ...(swapped ? [swapped] : []), ...entryFindings(tlp), ...(index === 0 ? notesOf(hit) : [])],
  }
}

/** What is the same for a packet and for a header alone. */
function tlpItem(hit: Hit, tlp: Tlp | TlpHeader, data: Known): Item {
  const fields = fieldsOf(tlp)
  const layout = tlp.id === undefined ? undefined : layoutOf(tlp.id)
  const header = tlp.id === undefined ? headerTable(data.bytes, tlp.mode) : undefined
  const table = layout ?? header
  const names = table ? namesOf(table, fields) : {}
  const prefix = pasidOf(tlp)
  return {
    ...itemBase({ ...hit, data }),
    record: tlp.id ?? null, name: tlp.name, absent: [],
    message: { ...fields, ...(prefix && { pasid: prefix.pasid, executeRequested: prefix.executeRequested, privilegedModeRequested: prefix.privilegedModeRequested }) },
    names,
    summary: layout ? sentenceOf(describe(layout, fields, { pasidPrefix: prefix ?? withoutPrefix(hit, tlp.mode, fields) } as never)) : packetSummary(tlp, fields, names),
    findings: [], bad: false, mode: tlp.mode, ...(tlp.id === undefined && { header: header?.id }),
  }
}

const fieldsOf = (tlp: Tlp | TlpHeader): AnyMessage => ({ ...(('fields' in tlp ? tlp.fields : tlp.message) as AnyMessage) })

/** The PASID of a packet that has no prefix for it: flit mode has it in an OHC word. Null where it has none, undefined where that is not known. */
function withoutPrefix(hit: Hit, mode: TlpMode, fields: AnyMessage): PasidFacts | null | undefined {
  if (mode === 'flit') return fields['pasidValid'] === undefined ? undefined : pasidFacts(fields)
  return isUntold(hit, mode) ? undefined : null
}

function pasidOf({ prefixes }: Tlp | TlpHeader): PasidFacts | undefined {
  const found = prefixes.find((prefix) => prefix.id === 'pcie.pasid-prefix')
  return found?.id === undefined ? undefined : found.message
}

function findings(tlp: Tlp | TlpHeader): readonly Finding[] {
  if (tlp.id === undefined) return headerFindings(tlp.header, tlp.mode, fieldsOf(tlp))
  const prefix = pasidOf(tlp)
  return findingsOf(layoutOf(tlp.id), fieldsOf(tlp), tlp.mode === 'flit' ? {} : { pasidPrefix: prefix ?? null })
}

/** Reserved bits that are set in a message of ATS or PRI. */
function reservedIn({ id, offset, size, prefixes }: Tlp | TlpHeader, bytes: Uint8Array): readonly Finding[] {
  return id === undefined ? [] : reservedFindings(layoutOf(id), bytes.subarray(offset + 4 * prefixes.length, offset + size))
}

/** Entries that are spelt out at the most. */
const SPELT = 4

/** What the data of a completion say if it answers a Translation Request, which a packet alone does not tell. */
function entryFindings(tlp: Tlp): Finding[] {
  const { payload } = tlp
  if (tlp.name !== 'CplD' || tlp.id !== undefined || payload.length % 8 !== 0 || payload.length > 64 * 8) return []
  const layout = layoutOf('pcie.translation-entry')
  const entries = Array.from({ length: Math.min(SPELT, payload.length / 8) }, (_, i) => payload.subarray(8 * i, 8 * i + 8))
  return entries.flatMap((bytes): Finding[] => {
    const result = tryDecode<AnyMessage>(layout, bytes)
    if (!result.ok) return []
    const { address, read, write } = result.message
    const access = [read === true && 'read', write === true && 'write'].filter((word) => word !== false).join(' and ') || 'neither read nor write'
    const swapped = swappedFinding(layout, bytes)
    return [
      { id: 'translation-entry', severity: 'note', message: `if it answers a Translation Request, the data are an entry at ${hex(address!)}, ${access}`, clause: layout.clause },
      ...(swapped ? [swapped] : []),
    ]
  })
}

const hex = (value: Value): string => `0x${value.toString(16)}`

/** What a packet says that is no message of ATS or PRI. */
function packetSummary(tlp: Tlp | TlpHeader, fields: AnyMessage, names: Item['names']): string {
  const { length, requesterId, completerId, destinationId, tag, address, registerNumber, status, messageCode, byteCount } = fields
  // Length is that of the data, or of what is asked for; messages and completions without data have none.
  const withData = 'absent' in tlp ? tlp.absent.payload > 0 : tlp.payload.length > 0
  const withLength = typeof length === 'number' && (withData || (messageCode === undefined && status === undefined))
  return [
    tlp.name,
    ...(fields['ep'] === true ? ['poisoned'] : []),
    ...(withLength ? [`${length === 0 ? 1024 : length} DW`] : []),
    ...(typeof completerId === 'number' ? [`from ${formatDevice(completerId)} to ${formatDevice(Number(requesterId))}`] : typeof requesterId === 'number' ? [formatDevice(requesterId)] : []),
    ...(tag === undefined ? [] : [`tag ${hex(tag)}`]),
    ...(address === undefined ? [] : [`to ${hex(address)}`]),
    ...(typeof destinationId !== 'number' || fields['routing'] !== undefined && fields['routing'] !== BY_ID ? [] : [`to ${formatDevice(destinationId)}`]),
    ...(typeof registerNumber === 'number' ? [`register ${hex(4 * registerNumber)}`] : []),
    ...(status === undefined ? [] : [names['status'] ?? `status ${hex(status)}`]),
    ...(byteCount === undefined ? [] : [`byte count ${byteCount === 0 ? 4096 : byteCount}`]),
  ].join(', ')
}

/** A message without a name, and a locked access, which no device makes today: hardly a packet, where nothing but its bytes says that it is one. */
const UNLIKELY = /^Message 0x|Lk/

/** One packet of so many may break a rule, where nothing but the bytes says that they are packets. */
const ODD = 4

/** What bytes are as packets, if they are whole ones from end to end: as a candidate beside the records. */
export function tlpCandidate(bytes: Uint8Array, mode: TlpMode): Candidate | undefined {
  if (bytes.length < 12 || bytes.length % 4 !== 0) return undefined
  let [weakest, strongest] = [Number.POSITIVE_INFINITY, 0]
  let count = 0
  let reservedSet = 0
  let doubts = 0
  let odd = 0
  let withData = false
  try {
    for (const tlp of tlps(bytes, { mode, reserved: 'ignore' })) {
      if (tlp.kind === 'undefined' || tlp.kind === 'nop' || UNLIKELY.test(tlp.name)) return undefined
      const own = evidenceOf(tlp)
      weakest = Math.min(weakest, own)
      strongest = Math.max(strongest, own)
      withData ||= tlp.payload.length > 0
      if (reservedIn(tlp, bytes).length > 0) reservedSet++
      const said = findings(tlp)
      doubts += said.filter(({ severity }) => severity === 'error').length
      if (tlp.id === undefined && said.some(({ severity }) => severity !== 'note')) odd++
      if (++count === 16) break
    }
  } catch (error) {
    if (!(error instanceof CodecError)) throw error
    const header = error.code === 'truncated' && count === 0 ? headerAlone(bytes, mode) : undefined
    if (header) return { id: 'tlp', count: 1, rest: 0, evidence: evidenceOf(header), reservedSet: 0, doubts: 0 }
    // A message of ATS or PRI in every bit but one: the nearest that there is, where nothing fits.
    return error.code === 'fixed' && count === 0 && isNear(error.record, bytes) ? { id: 'tlp', count: 1, rest: 0, evidence: 80, reservedSet: 0, doubts: 1 } : undefined
  }
  if (odd * ODD > count) return undefined
  // Chance ends a packet with data at the end of the bytes once in as many times as there are lengths.
  const chance = withData ? 10 : 0
  // As much as the weakest of them has, or the strongest, which may be any of them.
  return { id: 'tlp', count, rest: 0, evidence: Math.max(weakest + chance, strongest - Math.log2(count)), reservedSet, doubts }
}

/** The header of a message of ATS or PRI that ends where the bytes do: people write it down without its data. Or all but its digest, which hardware takes away. */
function headerAlone(bytes: Uint8Array, mode: TlpMode): TlpHeader | undefined {
  const tlp = messageHeader(bytes, mode)
  return tlp && (tlp.beyond === 0 || tlp.beyond === tlp.absent.payload) ? tlp : undefined
}

/** The header of a message of ATS or PRI, if bytes begin with one. */
export function messageHeader(bytes: Uint8Array, mode: TlpMode): TlpHeader | undefined {
  try {
    const tlp = decodeTlp(bytes, { mode, headerOnly: true })
    return tlp.id === undefined ? undefined : tlp
  } catch (error) {
    if (!(error instanceof CodecError)) throw error
    return undefined
  }
}

/** Bits in which a message may differ from the one that is meant. */
const NEAR = 3

/** Whether bytes are a message in nearly every bit that is fixed or reserved, behind up to two prefixes. */
function isNear(id: string, bytes: Uint8Array): boolean {
  const layout = layoutOf(id)
  const marked = [...Object.values(layout.fixed ?? {}).map(({ at, value }) => [bitPositions(layout, at), BigInt(value)] as const), [bitPositions(layout, layout.reserved ?? []), 0n] as const]
  return [0, 4, 8].some((from) => marked.reduce((sum, [positions, value]) => sum + countBits(readBits(bytes.subarray(from), positions) ^ value), 0) <= NEAR)
}

function evidenceOf(tlp: Tlp | TlpHeader): number {
  const ofPrefixes = tlp.prefixes.reduce((sum, { id }) => sum + (id === undefined ? 1 : 8), 0)
  if (tlp.id === undefined) return 10 + ofPrefixes
  const { fixed = {}, reserved = [] } = layoutOf(tlp.id)
  const width = (slices: readonly (readonly [number, number, number, string?])[]): number => slices.reduce((sum, [, hi, lo]) => sum + hi - lo + 1, 0)
  return Object.values(fixed).reduce((sum, { at }) => sum + width(at), 0) + width(reserved) + ofPrefixes
}
