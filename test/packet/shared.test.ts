import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { decodeRange, decodeTlp, record } from '../../src/index.ts'
import type { Tlp } from '../../src/index.ts'
import { fromHex, toHex } from '../support/bytes.ts'

/** Packets of independent sources, which are not part of the project. */

interface Row {
  readonly kind: string
  readonly description: string
  readonly hex: string
  readonly fields: Readonly<Record<string, number | string | object>>
}

const file = fileURLToPath(new URL('../../../shared/vectors/pcie.json', import.meta.url))
const there = existsSync(file)
const rows = there ? (JSON.parse(readFileSync(file, 'utf8')) as Row[]) : []

const IDS: Readonly<Record<string, string>> = {
  pageRequest: 'page-request',
  stopMarker: 'stop-marker',
  prgResponse: 'prg-response',
  invalidateRequest: 'invalidate-request',
  invalidateCompletion: 'invalidate-completion',
  translationRequest: 'translation-request-64',
  translationCompletion: 'translation-completion',
}

/** What a row says of a packet, found in what was decoded. */
const FOUND: Readonly<Record<string, (tlp: Tlp, message: Readonly<Record<string, unknown>>) => unknown>> = {
  requesterId: (_, m) => m['requesterId'],
  destinationId: (_, m) => m['destinationId'],
  destinationSegment: (_, m) => m['destinationSegment'],
  dsv: (_, m) => Number(m['destinationSegmentValid']),
  pv: (_, m) => Number(m['pasidValid']),
  pasid: (tlp, m) => m['pasid'] ?? prefixOf(tlp)?.pasid,
  pmr: (tlp, m) => Number(m['privilegedModeRequested'] ?? prefixOf(tlp)?.privilegedModeRequested),
  er: (tlp, m) => Number(m['executeRequested'] ?? prefixOf(tlp)?.executeRequested),
  pageAddress: (_, m) => `0x${(m['address'] as bigint).toString(16)}`,
  prgIndex: (_, m) => m['prgIndex'],
  l: (_, m) => Number(m['last']),
  w: (_, m) => Number(m['write']),
  r: (_, m) => Number(m['read']),
  markerType: (_, m) => m['markerType'],
  responseCode: (_, m) => m['respCode'],
  itag: (_, m) => m['itag'],
  s: (_, m) => Number(m['size']),
  global_: (_, m) => Number(m['global']),
  sizeBytes: (_, m) => Number(decodeRange('pcie.invalidate-request', m as never).size),
  cc: (_, m) => m['completionCount'],
  itagVector: (_, m) => m['itagVector'],
  at: (tlp) => Number(tlp.name === 'Translation Request'),
  lengthDw: (_, m) => m['length'],
  tag: (_, m) => m['tag'],
  nw: (_, m) => Number(m['noWrite']),
  status: (_, m) => m['status'],
  byteCount: (_, m) => m['byteCount'],
}

function prefixOf({ prefixes }: Tlp): { pasid: number; privilegedModeRequested: boolean; executeRequested: boolean } | undefined {
  return prefixes.flatMap((prefix) => (prefix.id === undefined ? [] : [prefix.message]))[0]
}

const messages = rows.filter(({ fields, hex }) => String(fields['kind']) in IDS && hex.length >= 24)
const requests = rows.filter(({ fields }) => 'fmt' in fields || (fields['mode'] === 'FM' && 'type' in fields))

describe.skipIf(!there)(`packets of independent sources${there ? '' : ' (skipped: there is no ../shared/vectors)'}`, () => {
  it('are there', () => {
    expect(messages.length).toBeGreaterThanOrEqual(10)
    expect(requests.length).toBeGreaterThanOrEqual(10)
  })

  it.each(messages)('$description', ({ hex, fields }) => {
    const mode = fields['mode'] === 'FM' ? 'flit' : 'non-flit'
    const bytes = fromHex(hex)
    const tlp = decodeTlp(bytes, { mode, translation: fields['kind'] === 'translationCompletion' })
    expect(tlp).toMatchObject({ id: `${mode === 'flit' ? 'pcie-flit' : 'pcie'}.${IDS[String(fields['kind'])]}`, size: bytes.length })
    for (const [name, value] of Object.entries(fields)) {
      if (['kind', 'mode', 'note'].includes(name)) continue
      // The address of a range is that of its first byte; of a request, that of its page.
      if (name === 'address') {
        const message = tlp.message as unknown as { address: bigint }
        const address = fields['kind'] === 'invalidateRequest' ? decodeRange('pcie.invalidate-request', message as never).address : message.address
        expect(address).toBe(BigInt(value as string))
      } else expect(FOUND[name]?.(tlp, tlp.message as never), name).toBe(value)
    }
  })

  it.each(requests)('$description', ({ hex, fields }) => {
    const expected = fields as Readonly<Record<string, number | string>>
    const mode = expected['mode'] === 'FM' ? 'flit' : 'non-flit'
    const given = fromHex(hex)
    // Logs hold no data; here they get some, as much as the header says.
    const withData = mode === 'non-flit' && (Number(expected['fmt']) & 2) !== 0 && expected['payload'] === undefined
    const bytes = withData ? Uint8Array.of(...given, ...new Uint8Array(4 * Number(expected['lengthDw']))) : given
    if (expected['expect'] === 'prefix without header') {
      expect(() => decodeTlp(bytes, { mode })).toThrow(expect.objectContaining({ code: 'truncated', expected: 'a header after 4 bytes of prefixes' }))
      return
    }
    const tlp = decodeTlp(bytes, { mode })
    expect(tlp.id).toBeUndefined()
    const header = tlp.header!
    if (expected['payload'] !== undefined) expect(toHex(tlp.payload)).toBe(expected['payload'])
    if (mode === 'non-flit') expect(header[0]).toBe((Number(expected['fmt']) << 5) | Number(expected['type']))
    else expect(header[0]).toBe(expected['type'])
    if (expected['messageCode'] !== undefined) expect(tlp.name).toBe('ERR_COR')
    if (expected['note'] === undefined) expect(tlp.size).toBe(bytes.length)
    if (expected['ohcA1'] !== undefined) {
      const [word] = (tlp as { ohc?: readonly { id: string; offset: number }[] }).ohc!
      expect(record(word!.id).decode(header, word!.offset)).toMatchObject({ pasidValid: false, firstBe: 3, lastBe: 0 })
    }
  })

  it('a flit message of 3 DW is truncated', () => {
    const row = rows.find(({ fields }) => String(fields['expect']).startsWith('error: truncated'))!
    expect(() => decodeTlp(fromHex(row.hex), { mode: 'flit' })).toThrow(expect.objectContaining({ code: 'truncated', expected: 'a packet of 16 bytes' }))
  })

  it('a dump with its DWs swapped becomes what its row says', () => {
    const row = rows.find(({ fields }) => fields['swap'] !== undefined)!
    const data = new Uint8Array(4)
    const swapped = decodeTlp(Uint8Array.of(...fromHex(row.hex), ...data), { mode: 'non-flit', swap: true })
    expect(swapped).toStrictEqual(decodeTlp(Uint8Array.of(...fromHex(String(row.fields['becomes'])), ...data), { mode: 'non-flit' }))
  })
})
