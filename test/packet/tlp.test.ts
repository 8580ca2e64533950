import { describe, expect, it } from 'vitest'
import { decodeTlp, encodeTlp, swapDwords, tlps } from '../../src/index.ts'
import type { Tlp, TlpInit, TlpMode } from '../../src/index.ts'
import { fromHex, toHex } from '../support/bytes.ts'

/**
 * Packets and their parts. The bytes are derived by hand from the header figures of the PCIe Base Specification, unless
 * a line says otherwise; spaces separate DWs.
 */

const PASID = { name: 'PASID', id: 'pcie.pasid-prefix', message: { privilegedModeRequested: false, executeRequested: false, pasid: 0x12345 } } as const
const header = { t9: false, tc: 0, t8: false, attr: 0, ln: false, th: false, td: false, ep: false }
const flitHeader = { tc: 0, ts: 0, attr: 0, ep: false }
const pasid = { privilegedModeRequested: false, executeRequested: false, pasidValid: true, pasid: 0x12345 }
const ohcA1 = { ...pasid, noWrite: false, lastBe: 0, firstBe: 0 }
const ohcA4 = { destinationSegment: 0, destinationSegmentValid: true, pasidValid: true, pasid: 0x12345 }
const page = { requesterId: 0x300, address: 0x7f0123456000n, prgIndex: 0x1ab, last: true, write: false, read: true }
const prg = { requesterId: 0, destinationId: 0x300, respCode: 0, prgIndex: 0x1ab }
const twoMiB = { address: 0x7f00002ff000n, size: true, global: false }
const entry = {
  address: 0x1234567840000000n, size: false, nonSnooped: false, cxlIo: false, memoryAttributes: 0, global: false, privileged: false,
  execute: false, untranslatedOnly: false, write: true, read: true,
}

interface Example {
  readonly name: string
  readonly hex: string
  readonly mode: TlpMode
  readonly translation?: true
  readonly tlp: Partial<Record<'kind' | 'id' | 'prefixes' | 'message' | 'entries' | 'ohcE', unknown>>
}

const examples: readonly Example[] = [
  {
    name: 'Page Request', mode: 'non-flit', hex: '91012345 30000000 03000004 00007f01 23456d5d',
    tlp: { kind: 'message', id: 'pcie.page-request', prefixes: [PASID], message: { ...header, tag: 0, ...page } },
  },
  {
    name: 'Stop Marker', mode: 'non-flit', hex: '91000001 30000000 01000004 00000000 00000004',
    tlp: {
      kind: 'message', id: 'pcie.stop-marker', prefixes: [{ ...PASID, message: { ...PASID.message, pasid: 1 } }],
      message: { ...header, tag: 0, requesterId: 0x100, dw2: 0, dw3Bits31to8: 0, markerType: 0 },
    },
  },
  {
    name: 'PRG Response', mode: 'non-flit', hex: '91012345 32000000 00000005 030001ab 00000000',
    tlp: { kind: 'message', id: 'pcie.prg-response', prefixes: [PASID], message: { ...header, tag: 0, ...prg } },
  },
  {
    name: 'Invalidate Request', mode: 'non-flit', hex: '72000002 00000501 12340000 00000000 00007f00 002ff800',
    tlp: { kind: 'message', id: 'pcie.invalidate-request', prefixes: [], message: { ...header, requesterId: 0, itag: 5, destinationId: 0x1234, ...twoMiB } },
  },
  {
    name: 'Invalidate Completion', mode: 'non-flit', hex: '32000000 12340002 00000001 00000020',
    tlp: {
      kind: 'message', id: 'pcie.invalidate-completion', prefixes: [],
      message: { ...header, tag: 0, requesterId: 0x1234, destinationId: 0, completionCount: 1, itagVector: 0x20 },
    },
  },
  {
    name: 'Translation Request', mode: 'non-flit', hex: '20000402 010010ff 00000001 23456001',
    tlp: {
      kind: 'memory', id: 'pcie.translation-request-64', prefixes: [],
      message: { ...header, length: 2, requesterId: 0x100, tag: 0x10, lastBe: 15, firstBe: 15, address: 0x123456000n, cxlSource: false, noWrite: true },
    },
  },
  {
    name: 'Translation Request', mode: 'non-flit', hex: '00000404 010010ff 23456000',
    tlp: {
      kind: 'memory', id: 'pcie.translation-request-32', prefixes: [],
      message: { ...header, length: 4, requesterId: 0x100, tag: 0x10, lastBe: 15, firstBe: 15, address: 0x23456000n, cxlSource: false, noWrite: false },
    },
  },
  {
    name: 'Translation Completion', mode: 'non-flit', translation: true, hex: '4a000002 00000008 01001000 12345678 40000003',
    tlp: {
      kind: 'completion', id: 'pcie.translation-completion', prefixes: [], entries: [entry],
      message: { withData: true, ...header, length: 2, completerId: 0, status: 0, bcm: false, byteCount: 8, requesterId: 0x100, tag: 0x10, lowerAddress: 0 },
    },
  },
  {
    name: 'Translation Completion', mode: 'non-flit', translation: true, hex: '0a000000 00008000 01001000',
    tlp: {
      kind: 'completion', id: 'pcie.translation-completion', prefixes: [], entries: [],
      message: { withData: false, ...header, length: 0, completerId: 0, status: 4, bcm: false, byteCount: 0, requesterId: 0x100, tag: 0x10, lowerAddress: 0 },
    },
  },
  {
    name: 'Page Request', mode: 'flit', hex: '30010000 03000004 00007f01 23456d5d 41234500',
    tlp: { kind: 'message', id: 'pcie-flit.page-request', prefixes: [], message: { ...flitHeader, ohc: 1, ...page, ...ohcA1 } },
  },
  {
    name: 'Stop Marker', mode: 'flit', hex: '30010000 01000004 00000000 00000004 40000100',
    tlp: {
      kind: 'message', id: 'pcie-flit.stop-marker', prefixes: [],
      message: { ...flitHeader, ohc: 1, requesterId: 0x100, dw2: 0, dw3Bits31to8: 0, markerType: 0, ...ohcA1, pasid: 1 },
    },
  },
  {
    name: 'PRG Response', mode: 'flit', hex: '32010000 00000005 030001ab 00000000 0023c145',
    tlp: { kind: 'message', id: 'pcie-flit.prg-response', prefixes: [], message: { ...flitHeader, ohc: 1, ...prg, ...ohcA4 } },
  },
  {
    name: 'Invalidate Request', mode: 'flit', hex: '72050002 00000501 12340000 00000000 43008000 aa000001 00007f00 002ff800',
    tlp: {
      kind: 'message', id: 'pcie-flit.invalidate-request', prefixes: [],
      message: {
        ...flitHeader, ohc: 5, requesterId: 0, itag: 5, destinationId: 0x1234, ...twoMiB,
        destinationSegment: 0x43, destinationSegmentValid: true, pasidValid: false, pasid: 0,
        requesterSegment: 0xaa, prSent: 0, streamId: 0, subStream: 0, keySet: false, trusted: true,
      },
    },
  },
  {
    name: 'Invalidate Completion', mode: 'flit', hex: '32090000 12340002 00000001 00000020 00008000 01020304',
    tlp: {
      kind: 'message', id: 'pcie-flit.invalidate-completion', prefixes: [], ohcE: fromHex('01020304'),
      message: {
        ...flitHeader, ohc: 9, requesterId: 0x1234, destinationId: 0, completionCount: 1, itagVector: 0x20,
        destinationSegment: 0, destinationSegmentValid: true, pasidValid: false, pasid: 0,
      },
    },
  },
  {
    name: 'Translation Request', mode: 'flit', hex: '20010002 01002a10 00000001 23456001 812345ff',
    tlp: {
      kind: 'memory', id: 'pcie-flit.translation-request-64', prefixes: [],
      message: {
        ...flitHeader, ohc: 1, length: 2, requesterId: 0x100, tag: 0x2a10, address: 0x123456000n, cxlSource: false,
        ...pasid, pasidValid: false, noWrite: true, lastBe: 15, firstBe: 15,
      },
    },
  },
  {
    name: 'Translation Request', mode: 'flit', hex: '03000002 01002a10 23456001',
    tlp: {
      kind: 'memory', id: 'pcie-flit.translation-request-32', prefixes: [],
      message: { ...flitHeader, ohc: 0, length: 2, requesterId: 0x100, tag: 0x2a10, address: 0x23456000n, cxlSource: false },
    },
  },
  {
    name: 'Translation Completion', mode: 'flit', translation: true, hex: '4a000002 00006a10 0100f008 12345678 40000003',
    tlp: {
      kind: 'completion', id: 'pcie-flit.translation-completion', prefixes: [], entries: [entry],
      message: { withData: true, ...flitHeader, ohc: 0, length: 2, completerId: 0, tag: 0x2a10, requesterId: 0x100, lowerAddress6to2: 31, byteCount: 8 },
    },
  },
  {
    name: 'Translation Completion', mode: 'flit', translation: true, hex: '0a010000 00002a10 01000000 01028009',
    tlp: {
      kind: 'completion', id: 'pcie-flit.translation-completion', prefixes: [], entries: [],
      message: {
        withData: false, ...flitHeader, ohc: 1, length: 0, completerId: 0, tag: 0x2a10, requesterId: 0x100, lowerAddress6to2: 0, byteCount: 0,
        destinationSegment: 1, completerSegment: 2, destinationSegmentValid: true, lowerAddress1to0: 1, status: 1,
      },
    },
  },
]

describe.each(examples)('$name, $mode mode, $hex', ({ name, hex, mode, translation = false, tlp: expected }) => {
  const bytes = fromHex(hex)
  const tlp: Tlp = decodeTlp(bytes, { mode, translation })

  it('is decoded, with its prefixes and its size', () => {
    expect(tlp).toMatchObject({ mode, name, offset: 0, size: bytes.length, ...expected })
    expect(tlp.message).toStrictEqual(expected.message)
    expect(tlp.entries).toStrictEqual(expected.entries)
  })

  it('is encoded from what was decoded, and from its message alone', () => {
    const again: TlpInit = tlp
    expect(toHex(encodeTlp(again))).toBe(toHex(bytes))
    const { ohc: _, withData: __, ...message } = tlp.message as unknown as Record<string, unknown>
    const { prefixes, entries, ohcE } = tlp as never
    expect(toHex(encodeTlp({ mode, id: tlp.id, message, prefixes, entries, ohcE } as never))).toBe(toHex(bytes))
  })

  it('is the same in a little-endian capture and behind other bytes', () => {
    const swapped = Uint8Array.of(1, 2, 3, ...swapDwords(bytes))
    expect(decodeTlp(swapped, { mode, translation, offset: 3, swap: true })).toStrictEqual({ ...tlp, offset: 3 })
    expect(toHex(encodeTlp(tlp, { swap: true }))).toBe(toHex(swapDwords(bytes)))
  })

  it('is truncated at every shorter length, with the offset at which it begins', () => {
    for (let length = 0; length < bytes.length; length++) {
      const cut = Uint8Array.of(0xee, ...bytes.subarray(0, length))
      expect(() => decodeTlp(cut, { mode, translation, offset: 1 }), `${length} bytes`).toThrow(expect.objectContaining({ code: 'truncated', offset: 1 }))
    }
  })
})

describe('a digest or a trailer', () => {
  it('follows the payload, and sets TD', () => {
    const bytes = fromHex('72008002 00000501 12340000 00000000 00007f00 002ff800 deadbeef')
    const tlp = decodeTlp(bytes, { mode: 'non-flit' })
    expect(tlp).toMatchObject({ id: 'pcie.invalidate-request', size: 28, message: { td: true } })
    expect(toHex(tlp.trailer)).toBe('deadbeef')
    expect(toHex(tlp.payload)).toBe('00007f00002ff800')
    const message = { requesterId: 0, itag: 5, destinationId: 0x1234, ...twoMiB }
    expect(toHex(encodeTlp({ mode: 'non-flit', id: 'pcie.invalidate-request', message, trailer: fromHex('deadbeef') }))).toBe(toHex(bytes))
  })

  it.each([[1, 4], [5, 12], [6, 16]])('of TS %i has %i bytes', (ts, length) => {
    const trailer = new Uint8Array(length).fill(0xab)
    const bytes = encodeTlp({ mode: 'flit', id: 'pcie-flit.page-request', message: page, trailer })
    expect(bytes[2]! >> 5).toBe(ts)
    const tlp = decodeTlp(bytes, { mode: 'flit' })
    expect(tlp).toMatchObject({ size: 16 + length, trailer, message: { ts, ohc: 0 } })
  })
})

describe('prefixes', () => {
  it('of all kinds come before the header, local ones first', () => {
    const bytes = fromHex('80000001 8e000002 92000003 91012345 90000004 30000000 03000004 00007f01 23456d5d')
    const tlp = decodeTlp(bytes, { mode: 'non-flit' })
    expect(tlp).toMatchObject({ name: 'Page Request', size: 36 })
    expect(tlp.prefixes.map(({ name }) => name)).toEqual(['MR-IOV', 'VendPrefixL0', 'IDE', 'PASID', 'ExtTPH'])
    expect(tlp.prefixes[1]).toEqual({ name: 'VendPrefixL0', word: 0x8e000002 })
    expect(toHex(encodeTlp(tlp))).toBe(toHex(bytes))
  })

  it('of flit mode are local', () => {
    const bytes = fromHex('8d000007 30000000 03000004 00007f01 23456d5d')
    const tlp = decodeTlp(bytes, { mode: 'flit' })
    expect(tlp).toMatchObject({ name: 'Page Request', size: 20, prefixes: [{ name: 'local', word: 0x8d000007 }] })
    expect(toHex(encodeTlp(tlp))).toBe(toHex(bytes))
  })
})

describe('what looks like a Stop Marker without a PASID', () => {
  it.each([
    ['non-flit', '30000000 01000004 00000000 00000004', 'pcie.page-request'],
    ['flit', '30000000 01000004 00000000 00000004', 'pcie-flit.page-request'],
    ['flit', '30010000 01000004 00000000 00000004 00000000', 'pcie-flit.page-request'],
  ] as const)('is an ordinary request in %s mode: %s', (mode, hex, id) => {
    expect(decodeTlp(fromHex(hex), { mode }).id).toBe(id)
  })
})

describe('a completion', () => {
  const bytes = fromHex('4a000002 00000008 01001000 12345678 40000003')

  it('is taken for the answer to a Translation Request only where the caller says so', () => {
    const tlp = decodeTlp(bytes, { mode: 'non-flit' })
    expect(tlp).toMatchObject({ name: 'CplD', kind: 'completion', size: 20 })
    expect(tlp.id).toBeUndefined()
    expect(toHex(encodeTlp(tlp))).toBe(toHex(bytes))
  })

  const request = '20000402 010010ff 00000001 23456001'
  const read = '20000002 010010ff 00000001 23456000'
  const names = (hex: string, mode: TlpMode = 'non-flit'): string[] => [...tlps(fromHex(hex), { mode })].map(({ name }) => name)
  const completion = toHex(bytes)

  it('is known in a walk by the request that it answers', () => {
    expect(names(completion)).toEqual(['CplD'])
    expect(names(request + completion)).toEqual(['Translation Request', 'Translation Completion'])
    expect(names(request + completion + completion)).toEqual(['Translation Request', 'Translation Completion', 'Translation Completion'])
    expect(names(request + read + completion)).toEqual(['Translation Request', 'MRd64', 'CplD'])
    expect(names(`20000402 020010ff 00000001 23456001 ${completion}`)).toEqual(['Translation Request', 'CplD'])
    expect(names(`20080402 010010ff 00000001 23456001 ${completion}`)).toEqual(['Translation Request', 'CplD'])
    expect(names(`20800402 010010ff 00000001 23456001 ${completion}`)).toEqual(['Translation Request', 'CplD'])
  })

  it('is not forgotten for a write with the same tag, which no completion answers', () => {
    expect(names(`${request} 40000001 0100100f 00001000 deadbeef ${completion}`)).toEqual(['Translation Request', 'MWr32', 'Translation Completion'])
  })

  it('is known in flit mode by all 14 bits of the tag', () => {
    const answer = '4a000002 00002a10 01000008 12345678 40000003'
    expect(names(`03000002 01002a10 23456001 ${answer}`, 'flit')).toEqual(['Translation Request', 'Translation Completion'])
    expect(names(`03000002 01000a10 23456001 ${answer}`, 'flit')).toEqual(['Translation Request', 'CplD'])
  })

  it('is none of it where the caller says that there are none', () => {
    const walk = tlps(fromHex(request + completion), { mode: 'non-flit', translation: false })
    expect([...walk].map(({ name }) => name)).toEqual(['Translation Request', 'CplD'])
  })
})
