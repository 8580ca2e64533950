import { fromHex } from '../../../support/bytes.ts'
import type { Vector } from '../vectors.ts'
import type { Meaning } from './index.ts'
import { EVERYTHING, invalidateBody, invalidateCompletion, plainHeader, prgResponse, range } from './tlp.ts'

/** TLPs and configuration registers: captures, other projects' tests, bytes derived from the layout, and bytes that others get wrong. */

interface Row {
  readonly kind: string
  readonly description: string
  readonly hex: string
  readonly fields: Fields
}

type Fields = Readonly<Record<string, number | string | undefined>> & {
  readonly mode?: string
  readonly kind?: string
  readonly expectByOurLayout?: string
  readonly correct?: Readonly<Record<string, number>>
  readonly ohcA1?: Readonly<Record<string, number>>
}

type Part = Omit<Vector, 'where'>

const flitHeader = { tc: 0, ts: 0, attr: 0, ep: false } as const
const noWord = { noWrite: false, lastBe: 0, firstBe: 0 } as const
const on = (value: unknown): boolean => value === 1

/** Packets of the mode that are no traffic of ATS or PRI: every record of their size refuses them. */
function refusedBy(hex: string, ...records: string[]): Part[] {
  return records.map((record) => ({ record, bytes: fromHex(hex), refused: 'fixed' }))
}
const OTHER_TLP: Readonly<Record<number, readonly string[]>> = {
  12: ['pcie.translation-request-32', 'pcie.translation-completion'],
  16: ['pcie.page-request', 'pcie.prg-response', 'pcie.invalidate-completion', 'pcie.translation-request-64', 'pcie.stop-marker'],
}

const OTHER_FLIT: Readonly<Record<string, string>> = { '00000000': 'NOP of flit mode', '8d000000': 'local prefix of flit mode' }

/** A PASID prefix of four bytes, or nothing, before a packet of `size` bytes. */
function prefix(hex: string, f: Fields, size: number): Part[] {
  if (hex.length / 2 === size) return []
  const message = { pasid: Number(f['pasid']), privilegedModeRequested: on(f['pmr']), executeRequested: on(f['er']) }
  return [{ record: 'pcie.pasid-prefix', bytes: fromHex(hex.slice(0, 8)), message }]
}

const requestBody = (f: Fields) => ({ prgIndex: Number(f['prgIndex']), last: on(f['l']), write: on(f['w']), read: on(f['r']) })

function flit({ hex, fields: f, description }: Row): Meaning {
  const head = fromHex(hex).slice(0, 16)
  const word = fromHex(hex).slice(16)
  if (f.kind === 'pageRequest') {
    const message = { ...flitHeader, ohc: 1, requesterId: Number(f['requesterId']), address: 0xdeadbeef00000000n, ...requestBody(f) }
    const ohc = { ...noWord, pasidValid: on(f['pv']), privilegedModeRequested: on(f['pmr']), executeRequested: on(f['er']), pasid: Number(f['pasid']) }
    return { vectors: [{ record: 'pcie-flit.page-request', bytes: head, message }, { record: 'pcie-flit.ohc-a1', bytes: word, message: ohc }] }
  }
  if (f.kind === 'prgResponse') {
    const body = { destinationId: Number(f['destinationId']), respCode: Number(f['responseCode']), prgIndex: Number(f['prgIndex']) }
    const ohc = { destinationSegment: Number(f['destinationSegment']), destinationSegmentValid: on(f['dsv']), pasidValid: on(f['pv']), pasid: Number(f['pasid']) }
    return {
      vectors: [
        { record: 'pcie-flit.prg-response', bytes: head, message: { ...flitHeader, ohc: 1, requesterId: 0, ...body } },
        { record: 'pcie-flit.ohc-a4', bytes: word, message: ohc },
      ],
    }
  }
  if (f.ohcA1) {
    const { pv, firstBE, lastBE } = f.ohcA1
    const message = { ...noWord, pasidValid: on(pv), privilegedModeRequested: false, executeRequested: false, pasid: 0, firstBe: firstBE!, lastBe: lastBE! }
    return { vectors: [{ record: 'pcie-flit.ohc-a1', bytes: fromHex(hex).slice(12, 16), message }] }
  }
  // One project takes the header of a message for 12 bytes; it has 16.
  if (f['expect'] === 'error: truncated (needs 16 bytes)') return { vectors: [{ record: 'pcie-flit.page-request', bytes: fromHex(hex), refused: 'truncated' }] }
  if (hex.length === 24) return { vectors: refusedBy(hex, 'pcie-flit.translation-request-32') }
  const other = OTHER_FLIT[hex]
  if (other === undefined) throw new Error(`no reader for ${description}`)
  return { about: other }
}

function knownWrong({ hex, fields: f }: Row): Meaning {
  if (f.correct) {
    const { responseCode, prgIndex } = f.correct
    return { vectors: [prgResponse(0, BigInt(`0x${hex.slice(16)}`), { respCode: responseCode!, prgIndex: prgIndex! })] }
  }
  // What a reader of these bytes must see, in the row's own words.
  const said = Object.fromEntries([...f.expectByOurLayout!.matchAll(/(PMR|ER)=([01])/g)].map(([, name, value]) => [name, value === '1']))
  const ignoring = { pasid: 0x12345, privilegedModeRequested: said['PMR']!, executeRequested: said['ER']! }
  return { vectors: [{ record: 'pcie.pasid-prefix', bytes: fromHex(hex), refused: 'reserved', ignoring }] }
}

const kinds: Readonly<Record<string, (hex: string, f: Fields) => readonly Part[]>> = {
  pasidPrefix: (hex, f) => prefix(hex, f, 0),
  pageRequest: (hex, f) => {
    // Alone, the last two DWs of the message are given: the header before them is that of the row's requester.
    const whole = hex.length === 16 ? `30000000${Number(f['rid']).toString(16).padStart(4, '0')}0004${hex}` : hex
    const message = { ...plainHeader, requesterId: Number(f['requesterId'] ?? f['rid']), address: BigInt(f['pageAddress']!), ...requestBody(f) }
    return [...prefix(whole, f, 16), { record: 'pcie.page-request', bytes: fromHex(whole).slice(-16), message }]
  },
  stopMarker: (hex, f) => {
    const message = { ...plainHeader, requesterId: Number(f['requesterId']), dw2: 0, dw3Bits31to8: 0, markerType: Number(f['markerType']) }
    const asRequest = { ...plainHeader, requesterId: Number(f['requesterId']), address: 0n, prgIndex: 0, last: true, write: false, read: false }
    const bytes = fromHex(hex).slice(-16)
    return [...prefix(hex, f, 16), { record: 'pcie.stop-marker', bytes, message }, { record: 'pcie.page-request', bytes, message: asRequest }]
  },
  prgResponse: (hex, f) => {
    const payload = BigInt(`0x${hex.slice(-16)}`)
    const says = { destinationId: Number(f['destinationId']), respCode: Number(f['responseCode']), prgIndex: Number(f['prgIndex']) }
    return [...(hex.length > 16 ? prefix(hex, f, 16) : []), prgResponse(Number(f['requesterId'] ?? 0), payload, says)]
  },
  invalidateBody: (hex, f) => {
    const says = f['sizeBytes'] === '2^64' ? EVERYTHING : range(BigInt(f['address']!), BigInt(f['sizeBytes']!))
    return invalidateBody(BigInt(`0x${hex}`), { ...says, global: on(f['global_']) })
  },
  invalidateRequest: (hex, f) => {
    const { tag: _, ...header } = plainHeader
    const ids = { requesterId: Number(f['requesterId']), itag: Number(f['itag']), destinationId: Number(f['destinationId']) }
    const message = { ...header, ...ids, ...range(BigInt(f['address']!), BigInt(f['sizeBytes']!)), global: on(f['global_']) }
    return [{ record: 'pcie.invalidate-request', bytes: fromHex(hex), message }]
  },
  invalidateCompletion: (hex, f) => {
    const says = { completionCount: Number(f['cc']), itagVector: Number(f['itagVector']), destinationId: Number(f['destinationId']) }
    return [invalidateCompletion(Number(f['requesterId'] ?? 0), BigInt(`0x${hex.slice(-16)}`), says)]
  },
  translationEntry: (hex, f) => {
    const message = {
      ...range(BigInt(f['translatedBase']!), BigInt(f['sizeBytes']!)), nonSnooped: on(f['n']), cxlIo: on(f['cxlIo']), memoryAttributes: Number(f['ama']),
      global: on(f['global_']), privileged: on(f['priv']), execute: on(f['exe']), untranslatedOnly: on(f['u']), write: on(f['w']), read: on(f['r']),
    }
    return [{ record: 'pcie.translation-entry', bytes: fromHex(hex), message }]
  },
  translationRequest: (hex, f) => {
    const { lengthDw, requesterId, tag, address, nw } = f
    const message = {
      ...plainHeader, length: Number(lengthDw), requesterId: Number(requesterId), tag: Number(tag), lastBe: 15, firstBe: 15,
      address: BigInt(address!) & ~0xfffn, cxlSource: false, noWrite: on(nw),
    }
    return [{ record: 'pcie.translation-request-64', bytes: fromHex(hex), message }]
  },
  translationCompletion: (hex, f) => {
    const [head, entry] = [fromHex(hex).slice(0, 12), fromHex(hex).slice(12)]
    const withData = entry.length > 0
    const message = {
      ...plainHeader, withData, length: entry.length / 4, completerId: 0, status: Number(f['status']), bcm: false, byteCount: Number(f['byteCount'] ?? 0),
      requesterId: Number(f['requesterId'] ?? 0x100), tag: Number(f['tag'] ?? 0x10), lowerAddress: 0,
    }
    const translation = {
      ...range(0x1234567840000000n, 4096n), nonSnooped: false, cxlIo: false, memoryAttributes: 0, global: false, privileged: false, execute: false,
      untranslatedOnly: false, write: true, read: true,
    }
    return [{ record: 'pcie.translation-completion', bytes: head, message }, ...(withData ? [{ record: 'pcie.translation-entry', bytes: entry, message: translation }] : [])]
  },
  atsCap: (hex, f) => {
    const { version = 0, next = 0, invalidateQueueDepth, iqd = invalidateQueueDepth, pageAligned, globalInvalidate, stu = 0, enable } = f
    const message = {
      version: Number(version), next: Number(next), invalidateQueueDepth: Number(iqd), pageAlignedRequest: on(pageAligned), globalInvalidateSupported: on(globalInvalidate),
      relaxedOrderingSupported: false, memoryAttributesSupported: false, atsCapBits15to9: 0, smallestTranslationUnit: Number(stu), atsCtlBits14to5: 0, enable: on(enable),
    }
    return [{ record: 'config.ats-capability', bytes: fromHex(hex), message }]
  },
  pasidCap: (hex, f) => {
    const { version = 0, next = 0, exec, priv, maxWidth, ctrlEnable, ctrlExec } = f
    const message = {
      version: Number(version), next: Number(next), executePermissionSupported: on(exec), privilegedModeSupported: on(priv), translatedRequestsSupported: false,
      maxPasidWidth: Number(maxWidth), enable: on(ctrlEnable), executePermissionEnable: on(ctrlExec), privilegedModeEnable: false, translatedRequestsEnable: false,
    }
    return [{ record: 'config.pasid-capability', bytes: fromHex(hex), message }]
  },
}

export function pcie(row: Row): Meaning {
  const { hex, fields: f } = row
  if (row.kind === 'known-wrong') return knownWrong(row)
  if (f.mode === 'FM') return flit(row)
  if (f.kind === undefined) return { vectors: (OTHER_TLP[hex.length / 2] ?? []).flatMap((record) => refusedBy(hex, record)) }
  const meaning = kinds[f.kind]
  if (!meaning) throw new Error(`no reader for ${f.kind}`)
  return { vectors: meaning(hex, f) }
}
