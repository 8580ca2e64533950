import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CodecError, decodeTlp, encodeTlp, inspectPacket, record, swapDwords, tlps } from '../../src/index.ts'
import type { AnyMessage, Tlp, TlpInit, TlpMode } from '../../src/index.ts'
import { packetSize } from '../../src/packet/carried.ts'
import { stretchesOf } from '../../src/packet/index.ts'
import { imageOf } from '../support/bits.ts'
import { toHex } from '../support/bytes.ts'

/** Packets of any content: what is decoded is encoded again, whatever it is, and nothing fails but with a CodecError. */

const MESSAGES = [
  'page-request', 'stop-marker', 'prg-response', 'translation-request-32', 'translation-request-64', 'translation-completion',
  'invalidate-request', 'invalidate-completion',
]
const WORDS: Readonly<Record<string, string>> = {
  'page-request': 'a1', 'stop-marker': 'a1', 'translation-request-32': 'a1', 'translation-request-64': 'a1', 'translation-completion': 'a5',
  'prg-response': 'a4', 'invalidate-request': 'a4', 'invalidate-completion': 'a4',
}

const mode = fc.constantFrom<TlpMode>('non-flit', 'flit')
const dwords = (...counts: number[]): fc.Arbitrary<Uint8Array> =>
  fc.constantFrom(...counts).chain((count) => fc.uint8Array({ minLength: 4 * count, maxLength: 4 * count }))

/** A message of a record, of any bits. */
const messageOf = (id: string): fc.Arbitrary<AnyMessage> =>
  fc.uint8Array({ minLength: record(id).size, maxLength: record(id).size }).map((bits) =>
    record(id).decode(imageOf(record(id).layout, ({ index }) => bits[index >> 3]! & (1 << (index & 7)))),
  )

const without = (message: AnyMessage, ...names: string[]): AnyMessage => Object.fromEntries(Object.entries(message).filter(([name]) => !names.includes(name)))

const present = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined })

const prefixes = (pasidToo: boolean): fc.Arbitrary<readonly object[]> =>
  fc.tuple(
    fc.array(fc.constantFrom({ word: 0x80000000 }, { word: 0x81000001 }, { word: 0x8e123456 }, { word: 0x8f000000 }), { maxLength: 2 }),
    fc.array(fc.constantFrom({ word: 0x92ffffff }, { word: 0x90000001 }), { maxLength: 2 }),
    pasidToo ? messageOf('pcie.pasid-prefix').map((message) => [{ id: 'pcie.pasid-prefix', message }]) : fc.constant([]),
  ).map((parts) => parts.flat())

const entries = fc.array(messageOf('pcie.translation-entry'), { minLength: 1, maxLength: 16 })

/** A message of ATS or PRI, as `encodeTlp` takes it, that decodes to itself. */
const known: fc.Arbitrary<TlpInit> = fc.tuple(mode, fc.constantFrom(...MESSAGES), fc.boolean(), fc.boolean()).chain(([of, name, success, pasid]) => {
  const flit = of === 'flit'
  const id = `${flit ? 'pcie-flit' : 'pcie'}.${name}`
  const completion = name === 'translation-completion'
  const word = WORDS[name]!
  const aWord = messageOf(`pcie-flit.ohc-${word}`)
  return fc.record({
    header: messageOf(id),
    a: flit ? (name === 'stop-marker' || (completion && !success) ? aWord : present(aWord)) : fc.constant(undefined),
    b: flit ? present(messageOf('pcie-flit.ohc-b')) : fc.constant(undefined),
    c: flit ? present(messageOf('pcie-flit.ohc-c')) : fc.constant(undefined),
    data: flit && name === 'invalidate-request' ? messageOf('pcie-flit.invalidate-request-data') : fc.constant(undefined),
    ohcE: flit ? present(dwords(1, 2, 4)) : fc.constant(undefined),
    trailer: present(flit ? dwords(1, 3, 4) : dwords(1)),
    before: flit ? fc.array(fc.constant({ word: 0x8d000001 }), { maxLength: 2 }) : prefixes(name === 'stop-marker' || pasid),
    entries: completion && success ? entries : fc.constant(undefined),
  }).map(({ header, a, b, c, data, ohcE, trailer, before, entries: list }) => {
    const status = completion && { status: success ? 0 : 4 }
    const message = {
      ...without(header, 'td', 'ohc', 'ts', ...(completion ? ['withData', 'length'] : [])), ...a, ...b, ...c, ...data,
      ...(name === 'page-request' && { read: true }),
      ...(name === 'stop-marker' && flit && { pasidValid: true }),
      ...((!flit || a) && status),
    }
    return {
      mode: of, id, message, prefixes: before,
      ...(ohcE && { ohcE }), ...(trailer && { trailer }), ...(list && { entries: list }),
    } as unknown as TlpInit
  })
})

/** Any other packet, as bytes. */
const other: fc.Arbitrary<{ mode: TlpMode; bytes: Uint8Array }> = fc
  .tuple(mode, fc.constantFrom(0x40, 0x60, 0x4c, 0x4e, 0x0b, 0x04, 0x02, 0x34, 0x74), fc.integer({ min: 1, max: 40 }), dwords(3), fc.boolean())
  .map(([of, type, length, rest, digest]) => {
    const trailer = digest ? (of === 'flit' ? [0x20, 1] : [0x80, 1]) : [0, 0]
    const header = Uint8Array.of(type, 0, trailer[0]!, length, ...rest.subarray(0, (type & 0x20) !== 0 ? 12 : 8))
    if ((type & 0x30) === 0x30) header[7] = 0x7e
    return { mode: of, bytes: Uint8Array.of(...header, ...new Uint8Array((type & 0x40) !== 0 ? 4 * length : 0), ...new Uint8Array(4 * trailer[1]!)) }
  })

const parameters = { numRuns: 300 }

describe('messages', () => {
  it('of any content decode to themselves, and encode again to the same bytes', () => {
    fc.assert(
      fc.property(known, fc.boolean(), (init, swap) => {
        const bytes = encodeTlp(init, { swap })
        const tlp = decodeTlp(bytes, { mode: init.mode, translation: true, swap })
        expect(tlp.id).toBe(init.id)
        expect(tlp.message).toMatchObject((init as { message: object }).message)
        expect(tlp.size).toBe(bytes.length)
        expect(tlp.entries ?? []).toStrictEqual((init as { entries?: object }).entries ?? [])
        expect(tlp.trailer.length).toBe(init.trailer?.length ?? 0)
        expect(toHex(encodeTlp(tlp, { swap }))).toBe(toHex(bytes))
        expect(toHex(swapDwords(swapDwords(bytes, 4), 4))).toBe(toHex(bytes))
      }),
      parameters,
    )
  })

  it('are truncated at every shorter length', () => {
    fc.assert(
      fc.property(known, (init) => {
        const bytes = encodeTlp(init)
        for (let length = 0; length < bytes.length; length++) {
          expect(() => decodeTlp(bytes.subarray(0, length), { mode: init.mode })).toThrow(expect.objectContaining({ code: 'truncated', offset: 0 }))
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('a header alone', () => {
  const packet = fc.oneof(known.map((init) => ({ mode: init.mode, bytes: encodeTlp(init) })), fc.tuple(other, fc.boolean()).map(([{ mode: of, bytes }, prefixed]) => ({ mode: of, bytes: prefixed ? Uint8Array.of(of === 'flit' ? 0x8d : 0x80, 0, 0, 1, ...bytes) : bytes })))

  it('says what it says in its packet, at any offset', () => {
    fc.assert(
      fc.property(packet, fc.integer({ min: 0, max: 9 }), ({ mode: of, bytes }, offset) => {
        const tlp = decodeTlp(bytes, { mode: of })
        const header = decodeTlp(Uint8Array.of(...new Uint8Array(offset).fill(0x91), ...bytes), { mode: of, offset, headerOnly: true })
        expect([header.name, header.kind, header.id, header.offset, header.prefixes]).toEqual([tlp.name, tlp.kind, tlp.id, offset, tlp.prefixes])
        const start = 4 * tlp.prefixes.length
        expect(toHex(header.header)).toBe(toHex(bytes.subarray(start, header.size)))
        expect([header.size + header.absent.payload + header.absent.trailer, header.beyond]).toEqual([tlp.size, bytes.length - header.size])
        if (tlp.id === undefined) expect(toHex(header.header)).toBe(toHex(tlp.header))
        else expect(tlp.message).toMatchObject(header.fields)
      }),
      parameters,
    )
  })
})

/** Records of the data of a packet, where they have one. */
const DATA: Readonly<Record<string, string>> = { 'pcie-flit.invalidate-request': 'pcie-flit.invalidate-request-data' }

describe('the stretches of a message', () => {
  it('are all of it, one behind the other, each with the table of what it is', () => {
    fc.assert(
      fc.property(known, (init) => {
        const bytes = encodeTlp(init)
        const tlp = decodeTlp(bytes, { mode: init.mode })
        const stretches = stretchesOf(bytes, init.mode)
        expect(stretches.reduce((at, stretch) => (expect(stretch.at).toBe(at), at + stretch.size), 0)).toBe(bytes.length)
        const start = 4 * tlp.prefixes.length
        const words = inspectPacket(init.id as string, bytes.subarray(start)).parts.filter(({ id }) => id.startsWith('pcie-flit.ohc-'))
        const parts = stretches.map(({ at, layout }) => [at, layout?.id])
        expect(parts.slice(0, tlp.prefixes.length)).toEqual(tlp.prefixes.map(({ id }, i) => [4 * i, id]))
        const header = init.id === 'pcie.translation-completion' || init.id === 'pcie-flit.translation-completion' ? expect.stringMatching(/^tlp(?:-flit)?[.]completion$/) : init.id
        expect(parts[tlp.prefixes.length]).toEqual([start, header])
        expect(parts.slice(tlp.prefixes.length + 1, tlp.prefixes.length + 1 + words.length)).toEqual(words.map(({ id, offset }) => [start + offset, id]))
        expect(stretches[tlp.prefixes.length]!.size).toBe(record(init.id as string).size)
        // What is left is the data and the trailer, but for data that stand in the table of the header.
        const { ohcE } = init as { ohcE?: Uint8Array }
        const rest = parts.slice(tlp.prefixes.length + 1 + words.length)
        if (ohcE) expect(rest.shift()).toEqual([start + record(init.id as string).size + 4 * words.length, undefined])
        expect(rest.length).toBeLessThanOrEqual(1)
        if (tlp.trailer.length > 0 || tlp.payload.length > 0 && init.id !== 'pcie.invalidate-request') expect(rest[0]?.[1]).toBe(DATA[init.id!])
        // A header that is cut is as long as what is there.
        for (const length of [bytes.length - 4, start + 4]) expect(stretchesOf(bytes.subarray(0, length), init.mode).reduce((sum, { size }) => sum + size, 0)).toBe(length)
      }),
      parameters,
    )
  })

  it('are those of a request, where a Stop Marker of flit mode is cut before the PASID that makes it one', () => { // synthetic
    const bytes = Buffer.from('3001000000000004000000000000000440000000', 'hex')
    const ids = (size: number): unknown => stretchesOf(bytes.subarray(0, size), 'flit').map(({ size: own, layout }) => [own, layout?.id])
    expect(ids(20)).toEqual([[16, 'pcie-flit.stop-marker'], [4, 'pcie-flit.ohc-a1']])
    expect(ids(16)).toEqual([[16, 'pcie-flit.page-request']])
  })

  it('have no table where nothing is known of them', () => {
    fc.assert(
      fc.property(other, ({ mode: of, bytes }) => {
        const stretches = stretchesOf(bytes, of)
        expect(stretches.reduce((sum, { size }) => sum + size, 0)).toBe(bytes.length)
        expect(stretches.slice(1).filter(({ layout }) => layout !== undefined)).toEqual([])
      }),
      parameters,
    )
  })
})

describe('a packet among others', () => {
  it('has the size of all of it, and none where it is cut', () => {
    fc.assert(
      fc.property(known, fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }), (init, before, behind) => {
        const packet = encodeTlp(init)
        const bytes = Uint8Array.of(...new Uint8Array(before), ...packet, ...new Uint8Array(behind))
        expect(packetSize(init.id!, bytes, before)).toBe(packet.length)
        expect(packetSize(init.id!, bytes.subarray(0, before + packet.length - 1), before)).toBeUndefined()
      }),
      parameters,
    )
  })

  it('that has no known header has the size of its record', () => {
    expect(packetSize('pcie.page-request', Uint8Array.of(0xff, ...new Uint8Array(20)), 0)).toBe(16)
    expect(packetSize('pcie.page-request', Uint8Array.of(0xff, ...new Uint8Array(14)), 0)).toBeUndefined()
    expect(packetSize('pcie.page-request', Uint8Array.of(0x91, 0, 0, 0), 0)).toBeUndefined()
  })
})

describe('a walk', () => {
  it('passes packets of all kinds, each at its place and at its size', () => {
    const packet = fc.oneof(known.map((init) => ({ mode: init.mode, bytes: encodeTlp(init) })), other)
    fc.assert(
      fc.property(mode, fc.array(packet, { minLength: 1, maxLength: 12 }), fc.integer({ min: 0, max: 9 }), (of, packets, offset) => {
        const parts = packets.filter((each) => each.mode === of).map(({ bytes }) => bytes)
        const bytes = Uint8Array.from(Buffer.concat([new Uint8Array(offset), ...parts]))
        const walked = [...tlps(bytes, { mode: of, offset, translation: false })]
        expect(walked.map((tlp) => tlp.size)).toEqual(parts.map(({ length }) => length))
        for (const [i, tlp] of walked.entries()) {
          expect(toHex(bytes.subarray(tlp.offset, tlp.offset + tlp.size))).toBe(toHex(parts[i]!))
          expect(toHex(encodeTlp(tlp))).toBe(toHex(parts[i]!))
        }
      }),
      parameters,
    )
  })
})

describe('any bytes', () => {
  const first = fc.constantFrom(0x00, 0x20, 0x03, 0x0a, 0x4a, 0x30, 0x32, 0x72, 0x91, 0x80, 0x8d, 0x60, 0xa0)
  const bytes = fc.tuple(first, fc.uint8Array({ maxLength: 80 }), fc.constantFrom(-1, 1, 2, 4, 5)).map(([type, rest, code]) => {
    const all = Uint8Array.of(type, ...rest)
    if (code > 0 && all.length > 7) all[7] = code
    if (all.length > 3) all.set([0, 0, type === 0x72 || type === 0x4a ? 2 : 0], 1)
    return all
  })

  it('are decoded and encoded again to the same, or refused with a CodecError', () => {
    let decoded = 0
    fc.assert(
      fc.property(fc.oneof(bytes, fc.uint8Array({ maxLength: 40 })), mode, fc.boolean(), fc.boolean(), (input, of, translation, swap) => {
        const tlp = ((): Tlp | undefined => {
          try {
            return decodeTlp(input, { mode: of, translation, swap })
          } catch (error) {
            expect(error).toBeInstanceOf(CodecError)
            expect(error).toMatchObject({ offset: 0 })
            return undefined
          }
        })()
        if (tlp === undefined) return
        decoded++
        expect(toHex(encodeTlp(tlp, { swap }))).toBe(toHex(input.subarray(0, tlp.size)))
      }),
      { numRuns: 3000 },
    )
    expect(decoded).toBeGreaterThan(150)
  })
})

describe('encodeTlp refuses', () => {
  const page = { requesterId: 0x300, address: 0n, prgIndex: 1, last: true, write: false, read: true }
  const completion = { completerId: 0, status: 0, byteCount: 8, requesterId: 0x300, lowerAddress: 0 }
  const entry = { address: 0n, size: false, write: false, read: true }
  const write = Uint8Array.of(0x40, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)
  const cases: readonly (readonly [what: string, init: object, error: object])[] = [
    ['nothing', undefined as never, { code: 'type', field: 'mode' }],
    ['a mode that is none', { mode: 'NFM', id: 'pcie.page-request', message: page }, { code: 'type', field: 'mode' }],
    ['a message of the other mode', { mode: 'flit', id: 'pcie.page-request', message: page }, { code: 'type', field: 'id', expected: expect.stringContaining('did you mean pcie-flit.page-request?') }],
    ['a record that is no message', { mode: 'non-flit', id: 'pcie.translation-entry', message: entry }, { code: 'type', field: 'id' }],
    ['a value that does not fit', { mode: 'non-flit', id: 'pcie.page-request', message: { ...page, prgIndex: 512 } }, { code: 'range', record: 'pcie.page-request', field: 'prgIndex' }],
    ['a misspelt field', { mode: 'flit', id: 'pcie-flit.page-request', message: { ...page, pasidd: 1 } }, { code: 'type', field: 'pasidd', expected: expect.stringContaining('did you mean pasid?') }],
    ['a PASID without its valid bit', { mode: 'flit', id: 'pcie-flit.page-request', message: { ...page, pasid: 1 } }, { code: 'type', record: 'pcie-flit.ohc-a1', field: 'pasidValid' }],
    ['a field of another OHC-A', { mode: 'flit', id: 'pcie-flit.page-request', message: { ...page, destinationSegment: 1 } }, { code: 'type', field: 'destinationSegment' }],
    ['OHC bits for a word that is not there', { mode: 'flit', id: 'pcie-flit.page-request', message: { ...page, ohc: 2 } }, { code: 'range', field: 'ohc', actual: 2 }],
    ['an OHC-E of 3 DW', { mode: 'flit', id: 'pcie-flit.page-request', message: page, ohcE: new Uint8Array(12) }, { code: 'range', field: 'ohcE', expected: '0, 4, 8, 16 bytes', actual: 12 }],
    ['a trailer of 2 DW', { mode: 'flit', id: 'pcie-flit.page-request', message: page, trailer: new Uint8Array(8) }, { code: 'range', field: 'trailer', actual: 8 }],
    ['a TS that is not that of the trailer', { mode: 'flit', id: 'pcie-flit.page-request', message: { ...page, ts: 1 } }, { code: 'range', field: 'parts', actual: '0, 16, 0, 0' }],
    ['TD without a digest', { mode: 'non-flit', id: 'pcie.page-request', message: { ...page, td: true } }, { code: 'range', field: 'parts' }],
    ['a digest without TD', { mode: 'non-flit', id: 'pcie.page-request', message: { ...page, td: false }, trailer: new Uint8Array(4) }, { code: 'range', field: 'parts', actual: '0, 16, 0, 4' }],
    ['a digest of 2 DW', { mode: 'non-flit', id: 'pcie.page-request', message: page, trailer: new Uint8Array(8) }, { code: 'range', field: 'parts' }],
    ['entries with a failure', { mode: 'non-flit', id: 'pcie.translation-completion', message: { ...completion, status: 1 }, entries: [entry] }, { code: 'range', field: 'entries', actual: 1 }],
    ['a success without entries', { mode: 'non-flit', id: 'pcie.translation-completion', message: completion }, { code: 'range', field: 'entries', actual: 0 }],
    ['17 entries', { mode: 'flit', id: 'pcie-flit.translation-completion', message: { completerId: 0, requesterId: 0, lowerAddress6to2: 0, byteCount: 0 }, entries: Array(17).fill(entry) }, { code: 'range', field: 'entries', actual: 17 }],
    ['a Length that is not that of the entries', { mode: 'non-flit', id: 'pcie.translation-completion', message: { ...completion, length: 4 }, entries: [entry] }, { code: 'range', field: 'parts' }],
    ['a header that says no data', { mode: 'non-flit', id: 'pcie.translation-completion', message: { ...completion, withData: false }, entries: [entry] }, { code: 'range', field: 'parts' }],
    ['data of another length than the header says', { mode: 'non-flit', header: write, payload: new Uint8Array(8) }, { code: 'range', field: 'parts', expected: expect.stringContaining('0, 12, 4, 0 bytes') }],
    ['a header without its data', { mode: 'non-flit', header: write }, { code: 'range', field: 'parts', actual: '0, 12, 0, 0' }],
    ['a prefix that is none', { mode: 'non-flit', prefixes: [{ word: 0x40000000 }], header: write, payload: new Uint8Array(4) }, { code: 'range', field: 'parts' }],
    ['a prefix of 33 bits', { mode: 'non-flit', prefixes: [{ word: 2 ** 32 }], header: write, payload: new Uint8Array(4) }, { code: 'range', field: 'prefixes' }],
    ['prefixes out of order', { mode: 'non-flit', prefixes: [{ word: 0x92000000 }, { word: 0x80000000 }], header: write, payload: new Uint8Array(4) }, { code: 'range', field: 'prefixes', actual: '0x80' }],
    ['two PASID prefixes', { mode: 'non-flit', prefixes: [{ word: 0x91000000 }, { word: 0x91000000 }], header: write, payload: new Uint8Array(4) }, { code: 'range', field: 'prefixes', expected: 'one PASID prefix' }],
  ]
  it.each(cases)('%s', (_, init, error) => {
    expect(() => encodeTlp(init as TlpInit)).toThrow(CodecError)
    expect(() => encodeTlp(init as TlpInit)).toThrow(expect.objectContaining(error))
  })
})
