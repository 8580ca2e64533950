import { describe, expect, it } from 'vitest'
import { convert, decodePacket, decodeTlp, encodePacket, pcie, record, records, toPageRequest } from '../../src/index.ts'
import { packetSize } from '../../src/packet/carried.ts'
import { fromHex, toHex } from '../support/bytes.ts'

const PREFIX = '91c12345'
const HEADER = '300000000300000400007f0123456d5d'
const id = 'pcie.page-request'

const refusal = (code: string, where: string, field?: string) =>
  expect.objectContaining({ name: 'CodecError', code, record: where, ...(field && { field }) })

/** Records that lie behind a PASID prefix: those of the link that are not the prefix. */
const tlps = records.filter(({ id, layout }) => layout.place === 'TLP, non-flit mode' && id !== 'pcie.pasid-prefix')

describe('a packet with a PASID prefix', () => {
  it('is the message with its prefix, and takes the bytes of both', () => {
    const { packet, size } = decodePacket(id, fromHex(PREFIX + HEADER))
    expect(size).toBe(20)
    const pasidPrefix = { pasid: 0x12345, executeRequested: true, privilegedModeRequested: true }
    expect(packet).toEqual({ ...pcie.pageRequest.decode(fromHex(HEADER)), pasidPrefix })
    expect(toHex(encodePacket(id, packet))).toBe(PREFIX + HEADER)
  })

  it('may be there or not', () => {
    const { packet, size } = decodePacket(id, fromHex(HEADER))
    expect(size).toBe(16)
    expect(packet).toEqual(pcie.pageRequest.decode(fromHex(HEADER)))
    expect(packet).not.toHaveProperty('pasidPrefix')
    expect(toHex(encodePacket(id, packet))).toBe(HEADER)
  })

  it.each(tlps)('goes before $id', (codec) => {
    const message = codec.decode(headerOf(codec.id))
    const packet = { ...message, pasidPrefix: { pasid: 1, executeRequested: false, privilegedModeRequested: true } }
    const bytes = encodePacket(codec.id, packet)
    expect(toHex(bytes)).toBe(`91800001${toHex(codec.encode(message))}`)
    expect(decodePacket(codec.id, bytes)).toEqual({ packet, size: 4 + codec.size })
  })

  it('lies at any offset', () => {
    for (const offset of [1, 2, 3, 4, 7]) {
      const around = fromHex('ee'.repeat(offset) + PREFIX + HEADER + 'ee')
      expect(toHex(encodePacket(id, decodePacket(id, around, offset).packet))).toBe(PREFIX + HEADER)
      const inner = around.subarray(offset)
      expect(decodePacket(id, inner)).toEqual(decodePacket(id, around, offset))
    }
  })

  it('says whose pages are meant, and what for', () => {
    const { request } = toPageRequest(id, decodePacket(id, fromHex(PREFIX + HEADER)).packet)
    expect(request).toMatchObject({ pasidPresent: true, pasid: 0x12345, execute: true, privileged: true })
    const plain = toPageRequest(id, decodePacket(id, fromHex(HEADER)).packet).request
    expect(plain).toMatchObject({ pasidPresent: false, pasid: 0, execute: false, privileged: false })
    const zero = toPageRequest(id, decodePacket(id, fromHex(`91000000${HEADER}`)).packet).request
    expect(zero).toMatchObject({ pasidPresent: true, pasid: 0, execute: false, privileged: false })
  })

  it('is truncated at every length, and the error tells which part is', () => {
    const whole = fromHex(PREFIX + HEADER)
    for (let length = 0; length < whole.length; length++) {
      const part = length === 0 || length >= 4 ? id : 'pcie.pasid-prefix'
      expect(() => decodePacket(id, whole.subarray(0, length)), String(length)).toThrow(refusal('truncated', part))
    }
  })

  it('is no prefix of another kind, nor two', () => {
    for (const first of ['80', '8e', '90', '92', '9e', '11', '81']) {
      expect(() => decodePacket(id, fromHex(`${first}000001${HEADER}`)), first).toThrow(refusal('fixed', id))
    }
    expect(() => decodePacket(id, fromHex(PREFIX + PREFIX + HEADER))).toThrow(refusal('fixed', id))
  })

  it('has reserved bits of its own', () => {
    const dirty = fromHex(`91312345${HEADER}`)
    expect(() => decodePacket(id, dirty)).toThrow(refusal('reserved', 'pcie.pasid-prefix'))
    expect(() => convert(id, 'vtd.page-request', dirty)).toThrow(refusal('reserved', 'pcie.pasid-prefix'))
    expect(decodePacket(id, dirty, 0, { reserved: 'ignore' }).packet).toMatchObject({ pasidPrefix: { pasid: 0x12345 } })
    const header = fromHex(PREFIX + HEADER.replace('30000000', '30000400'))
    expect(() => decodePacket(id, header)).toThrow(refusal('reserved', id))
    expect(decodePacket(id, header, 0, { reserved: 'ignore' }).size).toBe(20)
  })

  it('is checked when it is encoded, as its header is', () => {
    const { packet } = decodePacket(id, fromHex(HEADER))
    const pasidPrefix = { pasid: 1, executeRequested: false, privilegedModeRequested: false }
    expect(() => encodePacket(id, { ...packet, pasidPrefix: { ...pasidPrefix, pasid: 0x100000 } })).toThrow(refusal('range', 'pcie.pasid-prefix', 'pasid'))
    expect(() => encodePacket(id, { ...packet, pasidPrefix: { pasid: 1 } })).toThrow(refusal('type', 'pcie.pasid-prefix'))
    expect(() => encodePacket(id, { ...packet, prgIndex: 512, pasidPrefix })).toThrow(refusal('range', id, 'prgIndex'))
    expect(() => encodePacket(id, { ...packet, prgIndex: 512 })).toThrow(refusal('range', id, 'prgIndex'))
  })
})

describe('a packet without a place for a prefix', () => {
  const notTlps = records.filter((codec) => !tlps.includes(codec) && codec.layout.place !== 'TLP, flit mode')

  it.each(notTlps)('is the record $id alone', (codec) => {
    const header = headerOf(codec.id)
    const { packet, size } = decodePacket(codec.id, header)
    expect(packet).toEqual(codec.decode(header))
    expect(size).toBe(codec.size)
    expect(encodePacket(codec.id, packet)).toEqual(header)
    const pasidPrefix = { pasid: 1, executeRequested: false, privilegedModeRequested: false }
    expect(encodePacket(codec.id, { ...packet, pasidPrefix })).toEqual(header)
    expect(packetSize(codec.id, header, 0)).toBe(codec.size)
    expect(packetSize(codec.id, header, 1)).toBeUndefined()
  })

  it('is not taken for one by its first byte', () => {
    const bytes = fromHex('91000000 00000000 00000000 00000000')
    expect(decodePacket('smmuv3.pri-queue-entry', bytes)).toEqual({ packet: record('smmuv3.pri-queue-entry').decode(bytes), size: 16 })
  })
})

describe('a packet of flit mode', () => {
  // derived: the Page Request and the PRG Response of layouts in flit mode, with their OHC words
  const PAGE = '30010000 03000004 00007f01 23456d5d 41234500'
  const PRGR = '32010000 00000005 030001ab 00000000 0023c145'
  const ALL = '72050002 00000501 12340000 00000000 43008000 aa000001 00007f00 002ff800'

  it.each([
    ['pcie-flit.page-request', PAGE, { ohc: 1, prgIndex: 0x1ab, pasidValid: true, pasid: 0x12345, executeRequested: false }],
    ['pcie-flit.prg-response', PRGR, { respCode: 0, pasid: 0x12345, destinationSegmentValid: true }],
    ['pcie-flit.invalidate-request', ALL, { itag: 5, destinationSegment: 0x43, requesterSegment: 0xaa, address: 0x7f00002ff000n }],
  ])('%s is its header with its OHC words and its data', (flitId, hex, fields) => {
    const bytes = fromHex(hex)
    for (const offset of [0, 3]) {
      const { packet, size } = decodePacket(flitId, Uint8Array.of(...new Uint8Array(offset), ...bytes, 0xee), offset)
      expect(size).toBe(bytes.length)
      expect(packet).toMatchObject(fields)
      expect(packet).toEqual(decodeTlp(bytes, { mode: 'flit' }).message)
      expect(toHex(encodePacket(flitId, packet))).toBe(toHex(bytes))
    }
    for (let length = 0; length < bytes.length; length++) {
      expect(() => decodePacket(flitId, bytes.subarray(0, length))).toThrow(expect.objectContaining({ code: 'truncated' }))
      expect(packetSize(flitId, bytes.subarray(0, length), 0)).toBeUndefined()
    }
    expect(packetSize(flitId, bytes, 0)).toBe(bytes.length)
  })

  it('is measured with its local prefixes and its trailer', () => {
    const bytes = fromHex(`8d000001 ${PAGE.replace('30010000', '30012000')} deadbeef`)
    expect(packetSize('pcie-flit.page-request', bytes, 0)).toBe(28)
  })

  it('has no PASID prefix, no field that nobody knows, and no word that it does not speak of', () => {
    const { packet } = decodePacket('pcie-flit.page-request', fromHex(PAGE))
    const refused = (change: object, field: string): void =>
      expect(() => encodePacket('pcie-flit.page-request', { ...packet, ...change })).toThrow(expect.objectContaining({ name: 'CodecError', field }))
    refused({ pasidPrefix: { pasid: 1, executeRequested: false, privilegedModeRequested: false } }, 'pasidPrefix')
    refused({ pasidd: 1 }, 'pasidd')
    refused({ ohc: 3 }, 'ohc')
    refused({ destinationSegment: 1 }, 'destinationSegment')
  })
})

describe('the size of a packet', () => {
  const ECRC = 'c0ffee00'
  const digested = HEADER.replace('30000000', '30008000')

  it.each<[what: string, hex: string, size: number]>([
    ['a header', HEADER, 16],
    ['a header and its prefix', PREFIX + HEADER, 20],
    ['a header and its digest', digested + ECRC, 20],
    ['a header, its prefix and its digest', PREFIX + digested + ECRC, 24],
    ['a header whose reserved bits are set', HEADER.replace('30000000', '30000fff'), 16],
    ['a header behind a prefix whose reserved bits are set', `91f12345${HEADER}`, 20],
    ['a header of another record, which is as long', '3200000000000005030001ab00000000', 16],
  ])('is that of %s', (_, hex, size) => {
    for (const offset of [0, 3]) {
      const bytes = fromHex('ee'.repeat(offset) + hex)
      expect(packetSize(id, Uint8Array.from([...bytes, 0xee]), offset)).toBe(size)
      expect(packetSize(id, bytes, offset)).toBe(size)
      expect(packetSize(id, bytes.subarray(0, -1), offset)).toBeUndefined()
      expect(packetSize(id, bytes, bytes.length)).toBeUndefined()
    }
  })
})

describe('bad input', () => {
  it('is an error of the codec', () => {
    // @ts-expect-error: no record has this id
    expect(() => decodePacket('pcie.page-requst', new Uint8Array(16))).toThrow(refusal('type', 'record', 'id'))
    // @ts-expect-error: no record has this id
    expect(() => encodePacket('pcie.page-requst', {})).toThrow(refusal('type', 'record', 'id'))
    for (const bytes of [undefined, null, [0x91, 0, 0, 0], new ArrayBuffer(20), PREFIX] as unknown as Uint8Array[]) {
      expect(() => decodePacket(id, bytes)).toThrow(expect.objectContaining({ name: 'CodecError', code: 'type' }))
    }
    const whole = fromHex(PREFIX + HEADER)
    for (const offset of [-1, 1.5, 2 ** 53, Number.NaN]) expect(() => decodePacket(id, whole, offset)).toThrow(expect.objectContaining({ code: 'range' }))
    expect(() => decodePacket(id, whole, '0' as never)).toThrow(expect.objectContaining({ code: 'type' }))
    expect(() => decodePacket(id, whole, 0, { reserved: 'maybe' as never })).toThrow(expect.objectContaining({ code: 'type' }))
  })
})

/** A record of zeros, with its fixed values. */
function headerOf(id: string): Uint8Array {
  const { layout, encode } = record(id)
  const zero = { flag: false, uint: 0, bigint: 0n, address: 0n, page: 0n }
  return encode(Object.fromEntries(Object.entries(layout.fields).map(([name, { as }]) => [name, zero[as]])))
}
